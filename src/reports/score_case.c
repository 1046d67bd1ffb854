/* A case measured against known answers: the parts in order. */
#include "reports/score_case.h"

#include "base/memory.h"
#include "reports/file_part.h"
#include "reports/score_html.h"
#include "reports/score_parts.h"

void score_put_share(struct view *v, json_t *object, const char *key, uint64_t part, uint64_t whole)
{
    if (whole)
        view_put_real(v, object, key, (double)part / (double)whole);
}

void score_order_words(const struct intern *words, uint32_t *ids, uint32_t most)
{
    for (uint32_t word = 1; word <= words->count && word <= most; word++) {
        uint32_t at = word - 1;
        for (; at > 0 && span_compare(intern_get(words, word), intern_get(words, ids[at - 1])) < 0; at--)
            ids[at] = ids[at - 1];
        ids[at] = word;
    }
}

static json_t *gaps_json(struct view *v, const struct truth_gaps *gaps)
{
    json_t *out = view_object(v);
    json_t *list = view_array(v);
    view_put_int(v, out, "lines", (int64_t)gaps->count);
    for (size_t i = 0; i < gaps->count && i < TRUTH_GAPS_SHOWN; i++) {
        json_t *item = view_object(v);
        view_put_int(v, item, "line", gaps->first[i].line);
        view_put_text(v, item, "record", span_of(gaps->first[i].record));
        view_push(v, list, item);
    }
    view_put(v, out, "first", list);
    return out;
}

void score_put_file(struct scored *s, const struct truth_file *file)
{
    struct view *v = s->view;
    json_t *out = view_object(v);
    view_put_text(v, out, "file", span_of(file->name));
    view_put_int(v, out, "lines", (int64_t)file->lines);
    view_put(v, out, "missing", gaps_json(v, &file->missing));
    view_put(v, out, "other_tables", gaps_json(v, &file->elsewhere));
    view_push(v, s->files, out);
}

bool score_read_file(struct scored *s, const char *part, const struct truth_columns *columns,
                     struct truth_file *file)
{
    if (s->view->status != BOWLINE_OK)
        return false;
    bool is_read =
        view_try(s->view, truth_file_read_beside(s->truth.path, part, columns, file, s->view->err));
    if (is_read && file->is_there)
        score_put_file(s, file);
    return is_read && file->is_there;
}

static bool sample_take(struct sample *sample, size_t most)
{
    uint32_t **const columns[] = {&sample->record, &sample->found_entity, &sample->found_network,
                                  &sample->entity, &sample->network};
    bool is_taken = true;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        *columns[i] = memory_new(most, sizeof **columns[i]);
        is_taken = is_taken && *columns[i];
    }
    return is_taken;
}

static void sample_release(struct sample *sample)
{
    memory_free(sample->record);
    memory_free(sample->found_entity);
    memory_free(sample->found_network);
    memory_free(sample->entity);
    memory_free(sample->network);
}

static void sample_fill(struct sample *sample, const struct truth *t)
{
    for (uint32_t r = 1; r <= t->records; r++)
        if (t->line[r]) {
            sample->record[sample->count] = r;
            sample->found_entity[sample->count] = t->found_entity[r];
            sample->found_network[sample->count] = t->found_network[r];
            sample->entity[sample->count] = t->entity[r];
            sample->network[sample->count++] = t->network[r];
        }
    for (size_t i = 0; i < t->missing_count; i++) {
        sample->entity[sample->count] = t->missing[i].entity;
        sample->network[sample->count++] = t->missing[i].network;
    }
}

/* Records of the case that truth.csv does not name. */
static int64_t count_unanswered(const struct truth *t)
{
    int64_t count = 0;
    for (uint32_t r = 1; r <= t->records; r++)
        count += t->index.entries[r].resource != 0 && t->line[r] == 0;
    return count;
}

static void put_totals(struct scored *s, json_t *answer)
{
    struct view *v = s->view;
    char title[512] = "";
    view_try(v, read_info(v->store, "title", title, sizeof title, v->err));
    view_put_text(v, answer, "title", span_of(title));
    view_put_int(v, answer, "records", (int64_t)s->sample.count);
    view_put_int(v, answer, "missing", (int64_t)s->truth.missing_count);
    view_put_int(v, answer, "unanswered", count_unanswered(&s->truth));
    score_put_file(s, &s->truth.file);
}

static void put_parts(struct scored *s, json_t *answer)
{
    static void (*const parts[])(struct scored *, json_t *) = {
        score_put_groups,   score_put_decoys, score_put_identifiers, score_put_circuits,
        score_put_premises, score_put_money,  score_put_claims};
    put_totals(s, answer);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && s->view->status == BOWLINE_OK; i++)
        parts[i](s, answer);
}

static json_t *score_tree(struct view *v, const char *truth_path)
{
    struct scored s = {.view = v};
    json_t *answer = NULL;
    truth_init(&s.truth);
    view_try(v, truth_read(v->reader, truth_path, &s.truth, v->err));
    if (v->status == BOWLINE_OK && !sample_take(&s.sample, (size_t)s.truth.records + s.truth.missing_count))
        view_try(v, error_memory(v->err));
    if (v->status == BOWLINE_OK) {
        sample_fill(&s.sample, &s.truth);
        answer = view_object(v);
        s.files = view_array(v);
        put_parts(&s, answer);
        view_put(v, answer, "truth", s.files);
    }
    sample_release(&s.sample);
    truth_release(&s.truth);
    return answer;
}

enum bowline_status score_case(struct reader *reader, const char *truth_path, struct bowline_text *json,
                               struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    return view_finish(&v, score_tree(&v, truth_path), json);
}

enum bowline_status score_page(struct reader *reader, const char *truth_path, const char *path,
                               struct bowline_text *json, struct bowline_error *err)
{
    struct view v;
    struct file_part file;
    view_init(&v, reader, err);
    json_t *answer = score_tree(&v, truth_path);
    if (v.status == BOWLINE_OK) {
        struct page page = {&v, &file.out};
        file_part_open(&file, NULL, path, err);
        if (file.status == BOWLINE_OK)
            score_html(&page, answer);
        view_try(&v, file_part_close(&file, v.status));
    }
    return view_finish(&v, answer, json);
}
