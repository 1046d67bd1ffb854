/* Identifiers found: those that truth lists against those that the case has, by type, form and language. */
#include "reports/score_parts.h"

#include "base/memory.h"
#include "scoring/marks.h"
#include "store/read_scores.h"

#define WORDS_MOST 255 /* different types, forms, languages */
#define MARKS_MOST UINT32_MAX

/* What truth says of a mark besides its place. */
struct looks {
    uint8_t type, form, language;
};

struct found_of {
    uint64_t truth, found;
};

struct identifiers {
    struct scored *scored;
    struct truth_file file;
    struct intern values; /* type, 0, value */
    struct intern types, forms, languages;
    struct buffer name; /* scratch */
    struct mark *truth;
    struct looks *looks; /* [truth mark] */
    size_t truth_count, truth_capacity, looks_capacity;
    uint8_t *is_listed; /* [resource]: truth lists its identifiers */
    struct mark *found;
    uint8_t *found_type; /* [found mark]: 0 where truth knows no such type */
    size_t found_count, found_capacity, type_capacity;
    uint32_t *value_of; /* [identifier] */
    uint8_t *type_of;
    size_t value_capacity, types_capacity;
    uint32_t last_identifier;
    uint8_t *is_found, *is_true; /* [truth mark], [found mark] */
};

static struct span value_name(struct identifiers *d, struct span type, struct span value)
{
    buffer_reset(&d->name);
    buffer_append_span(&d->name, type);
    buffer_append_char(&d->name, '\0');
    buffer_append_span(&d->name, value);
    return buffer_all(&d->name);
}

static bool is_field(const struct reader *reader, uint32_t field, uint32_t resource, struct span name)
{
    const struct column *column = reader_column(reader, field);
    return column && column->row.resource == resource && span_equal(column->row.name, name);
}

/* The field of a resource by the name of its column, 0 where it has none. The last and the next are tried
 * first: lists go through the columns of a record. */
static uint16_t field_of(const struct reader *reader, uint32_t resource, struct span name, uint32_t last)
{
    for (uint32_t i = 0; i < 2; i++)
        if (is_field(reader, last + i, resource, name))
            return (uint16_t)(last + i);
    for (uint32_t i = 1; i <= reader->column_count; i++)
        if (is_field(reader, i, resource, name))
            return (uint16_t)i;
    return 0;
}

/* intern_put for words of which there are few and that come in runs. */
static uint32_t put_word(struct intern *words, uint32_t last, struct span word)
{
    return last && span_equal(intern_get(words, last), word) ? last : intern_put(words, word);
}

static bool is_word(struct span word, const char *text)
{
    return span_equal(word, span_of(text));
}

/* Which of several of one value in one cell counts as found first: the plain ones, so that nothing that was
 * disguised is found by its plain neighbour. */
static uint8_t rank_of(struct span form)
{
    return is_word(form, "column") ? 0 : is_word(form, "plain") ? 1 : 2;
}

static enum bowline_status check_line(const struct truth_line *row, struct bowline_error *err)
{
    static const char *const names[] = {"resource", "id", "field", "type", "value", "form"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (row->cells[i].length == 0)
            return truth_line_refuse(row, err, "no %s", names[i]);
    return BOWLINE_OK;
}

static enum bowline_status add_truth(struct identifiers *d, const struct truth_line *row, struct mark mark,
                                     struct bowline_error *err)
{
    struct looks last = d->truth_count ? d->looks[d->truth_count - 1] : (struct looks){0, 0, 0};
    uint32_t type = put_word(&d->types, last.type, row->cells[3]);
    uint32_t form = put_word(&d->forms, last.form, row->cells[5]);
    uint32_t language = put_word(&d->languages, last.language, row->cells[6]);
    mark.value = intern_put(&d->values, value_name(d, row->cells[3], row->cells[4]));
    if (!type || !form || !language || !mark.value || !buffer_ok(&d->name) ||
        !memory_reserve(&d->truth, &d->truth_capacity, d->truth_count + 1, MARKS_MOST) ||
        !memory_reserve(&d->looks, &d->looks_capacity, d->truth_count + 1, MARKS_MOST))
        return error_memory(err);
    if (type > WORDS_MOST || form > WORDS_MOST || language > WORDS_MOST)
        return truth_line_refuse(row, err, "more than %d types, forms or languages", WORDS_MOST);
    d->looks[d->truth_count] = (struct looks){(uint8_t)type, (uint8_t)form, (uint8_t)language};
    d->truth[d->truth_count++] = mark;
    return BOWLINE_OK;
}

static enum bowline_status take_identifier(void *context, const struct truth_line *row,
                                           struct bowline_error *err)
{
    struct identifiers *d = context;
    const struct reader *reader = d->scored->view->reader;
    enum bowline_status status = check_line(row, err);
    if (status != BOWLINE_OK)
        return status;
    struct mark mark = {.rank = rank_of(row->cells[5])};
    mark.record = truth_find(&d->scored->truth, reader, row, &d->file);
    uint32_t resource = reader_find_resource(reader, row->cells[0]);
    if (resource == 0)
        return BOWLINE_OK;
    mark.field =
        field_of(reader, resource, row->cells[2], d->truth_count ? d->truth[d->truth_count - 1].field : 0);
    if (mark.field == 0)
        return truth_line_refuse(row, err, "%.*s has no column \"%.*s\"", (int)row->cells[0].length,
                                 row->cells[0].at, (int)row->cells[2].length, row->cells[2].at);
    d->is_listed[resource] = 1;
    return add_truth(d, row, mark, err);
}

static bool add_value(struct identifiers *d, const struct value_line *row)
{
    size_t need = (size_t)row->identifier + 1;
    if (!memory_reserve(&d->value_of, &d->value_capacity, need, UINT32_MAX) ||
        !memory_reserve(&d->type_of, &d->types_capacity, need, UINT32_MAX))
        return false;
    for (uint32_t i = d->last_identifier + 1; i < row->identifier; i++)
        d->value_of[i] = d->type_of[i] = 0;
    d->value_of[row->identifier] = intern_find(&d->values, value_name(d, row->type, row->value));
    uint32_t last = row->identifier > 1 ? d->type_of[row->identifier - 1] : 0;
    uint32_t type = put_word(&d->types, last, row->type);
    d->type_of[row->identifier] = (uint8_t)(type <= WORDS_MOST ? type : 0);
    d->last_identifier = row->identifier;
    return type != 0 && buffer_ok(&d->name);
}

static void load_values(struct identifiers *d)
{
    struct view *v = d->scored->view;
    struct cursor c;
    struct value_line row;
    bool is_kept = true;
    read_values(v->store, &c, v->err);
    while (is_kept && next_value(&c, &row))
        is_kept = add_value(d, &row);
    view_close(v, &c);
    if (!is_kept)
        view_try(v, error_memory(v->err));
}

/* Whether truth would list a find: its table's identifiers are listed, and truth.csv names its record. */
static bool is_judged(const struct identifiers *d, const struct find_line *row)
{
    const struct truth *t = &d->scored->truth;
    return row->record <= t->records && t->line[row->record] != 0 && row->identifier <= d->last_identifier &&
           d->is_listed[t->index.entries[row->record].resource];
}

static void load_finds(struct identifiers *d)
{
    struct view *v = d->scored->view;
    struct cursor c;
    struct find_line row;
    read_finds(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_find(&c, &row)) {
        if (!is_judged(d, &row))
            continue;
        if (!memory_reserve(&d->found, &d->found_capacity, d->found_count + 1, MARKS_MOST) ||
            !memory_reserve(&d->found_type, &d->type_capacity, d->found_count + 1, MARKS_MOST)) {
            view_try(v, error_memory(v->err));
            break;
        }
        d->found[d->found_count] = (struct mark){
            .record = row.record, .value = d->value_of[row.identifier], .field = (uint16_t)row.field};
        d->found_type[d->found_count++] = d->type_of[row.identifier];
    }
    view_close(v, &c);
}

static void match_marks(struct identifiers *d)
{
    struct view *v = d->scored->view;
    d->is_found = memory_new(d->truth_count, 1);
    d->is_true = memory_new(d->found_count, 1);
    if (!d->is_found || !d->is_true)
        view_try(v, error_memory(v->err));
    const struct mark_list found = {d->found, d->found_count, d->is_true};
    const struct mark_list truth = {d->truth, d->truth_count, d->is_found};
    if (v->status == BOWLINE_OK)
        view_try(v, score_marks(&found, &truth, v->err));
}

static void put_found(struct view *v, json_t *out, struct found_of counts)
{
    view_put_int(v, out, "true", (int64_t)counts.truth);
    view_put_int(v, out, "found", (int64_t)counts.found);
    score_put_share(v, out, "recall", counts.found, counts.truth);
}

/* Finds, and those of them that truth lists, by type; [0]: of all. */
static void count_claims(const struct identifiers *d, struct found_of *claims)
{
    for (size_t i = 0; i < d->found_count; i++) {
        claims[d->found_type[i]].truth += d->is_true[i];
        claims[d->found_type[i]].found++;
    }
    for (size_t type = 1; type <= WORDS_MOST; type++) {
        claims[0].truth += claims[type].truth;
        claims[0].found += claims[type].found;
    }
}

static void put_claims(struct view *v, json_t *out, struct found_of claims)
{
    view_put_int(v, out, "claimed", (int64_t)claims.found);
    score_put_share(v, out, "precision", claims.truth, claims.found);
}

/* Which of the looks a list is by. */
enum look { LOOK_TYPE, LOOK_FORM, LOOK_LANGUAGE };

static uint8_t look_of(const struct looks *looks, enum look look)
{
    return look == LOOK_TYPE ? looks->type : look == LOOK_FORM ? looks->form : looks->language;
}

/* claims: NULL, or by word; a word that neither truth nor claims have is left out. */
static json_t *list_json(const struct identifiers *d, const struct intern *words, enum look look,
                         const char *key, const struct found_of *claims)
{
    struct view *v = d->scored->view;
    struct found_of counts[WORDS_MOST + 1] = {{0, 0}};
    uint32_t order[WORDS_MOST];
    json_t *list = view_array(v);
    for (size_t i = 0; i < d->truth_count; i++) {
        counts[look_of(&d->looks[i], look)].truth++;
        counts[look_of(&d->looks[i], look)].found += d->is_found[i];
    }
    score_order_words(words, order, WORDS_MOST);
    for (uint32_t i = 0; i < words->count && i < WORDS_MOST; i++) {
        uint32_t word = order[i];
        if (counts[word].truth == 0 && (!claims || claims[word].found == 0))
            continue;
        json_t *item = view_object(v);
        view_put_text(v, item, key, intern_get(words, word));
        put_found(v, item, counts[word]);
        if (claims)
            put_claims(v, item, claims[word]);
        view_push(v, list, item);
    }
    return list;
}

static void push_cell(const struct identifiers *d, json_t *list, uint32_t form, uint32_t language,
                      struct found_of counts)
{
    struct view *v = d->scored->view;
    json_t *item = view_object(v);
    view_put_text(v, item, "form", intern_get(&d->forms, form));
    view_put_text(v, item, "language", intern_get(&d->languages, language));
    put_found(v, item, counts);
    view_push(v, list, item);
}

/* One item a form and language that occur together. */
static json_t *cells_json(const struct identifiers *d)
{
    struct view *v = d->scored->view;
    uint32_t forms[WORDS_MOST];
    uint32_t languages[WORDS_MOST];
    size_t width = (size_t)d->languages.count + 1;
    struct found_of *counts = memory_new((d->forms.count + 1) * width, sizeof *counts);
    json_t *list = view_array(v);
    if (!counts) {
        view_try(v, error_memory(v->err));
        return list;
    }
    for (size_t i = 0; i < d->truth_count; i++) {
        struct found_of *cell = &counts[d->looks[i].form * width + d->looks[i].language];
        cell->truth++;
        cell->found += d->is_found[i];
    }
    score_order_words(&d->forms, forms, WORDS_MOST);
    score_order_words(&d->languages, languages, WORDS_MOST);
    for (uint32_t i = 0; i < d->forms.count; i++)
        for (uint32_t j = 0; j < d->languages.count; j++)
            if (counts[forms[i] * width + languages[j]].truth)
                push_cell(d, list, forms[i], languages[j], counts[forms[i] * width + languages[j]]);
    memory_free(counts);
    return list;
}

static void put_identifiers(struct identifiers *d, json_t *answer)
{
    struct view *v = d->scored->view;
    struct found_of all = {0, 0};
    struct found_of obfuscated = {0, 0};
    struct found_of claims[WORDS_MOST + 1] = {{0, 0}};
    json_t *out = view_object(v);
    json_t *hidden = view_object(v);
    for (size_t i = 0; i < d->truth_count; i++) {
        all.truth++;
        all.found += d->is_found[i];
        obfuscated.truth += d->truth[i].rank == 2;
        obfuscated.found += d->truth[i].rank == 2 && d->is_found[i];
    }
    count_claims(d, claims);
    put_found(v, out, all);
    put_claims(v, out, claims[0]);
    put_found(v, hidden, obfuscated);
    view_put(v, out, "obfuscated", hidden);
    view_put(v, out, "types", list_json(d, &d->types, LOOK_TYPE, "type", claims));
    view_put(v, out, "forms", list_json(d, &d->forms, LOOK_FORM, "form", NULL));
    view_put(v, out, "languages", list_json(d, &d->languages, LOOK_LANGUAGE, "language", NULL));
    view_put(v, out, "cells", cells_json(d));
    view_put(v, answer, "identifiers", out);
}

static void identifiers_release(struct identifiers *d)
{
    void *const memory[] = {d->truth,    d->looks,   d->is_listed, d->found,  d->found_type,
                            d->value_of, d->type_of, d->is_found,  d->is_true};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++)
        memory_free(memory[i]);
    intern_release(&d->values);
    intern_release(&d->types);
    intern_release(&d->forms);
    intern_release(&d->languages);
    buffer_release(&d->name);
}

static void score_listed(struct identifiers *d, json_t *answer)
{
    load_values(d);
    if (d->scored->view->status == BOWLINE_OK)
        load_finds(d);
    if (d->scored->view->status == BOWLINE_OK)
        match_marks(d);
    if (d->scored->view->status == BOWLINE_OK)
        put_identifiers(d, answer);
}

void score_put_identifiers(struct scored *s, json_t *answer)
{
    struct identifiers d = {.scored = s, .file.name = "truth-identifiers.csv"};
    const struct truth_columns columns = {
        {"resource", "id", "field", "type", "value", "form", "language", "written"}, 8, take_identifier, &d};
    intern_init(&d.values);
    intern_init(&d.types);
    intern_init(&d.forms);
    intern_init(&d.languages);
    buffer_init(&d.name, (size_t)1 << 24);
    d.is_listed = memory_new((size_t)s->view->reader->resource_count + 1, 1);
    if (!d.is_listed)
        view_try(s->view, error_memory(s->view->err));
    else if (score_read_file(s, "identifiers", &columns, &d.file))
        score_listed(&d, answer);
    identifiers_release(&d);
}
