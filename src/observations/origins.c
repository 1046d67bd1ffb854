/* Which reports are one source: those that name the same one and share a text's template, or state the same
 * count in nearly the same words. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"
#include "graph/union_find.h"
#include "observations/observation_table.h"

#include <stdlib.h>

#define MOST_WORDS  48  /* around a statement */
#define MOST_AROUND 160 /* bytes to each side */
#define DAY_SECONDS 86400

const struct origin_limits origin_limits_default = {
    .days = 14,           /* a press release is news for days, not for a season */
    .least_overlap = 0.5, /* half of the words: quotes are cut and led in differently */
    .window = 16};

struct words {
    uint64_t hashes[MOST_WORDS]; /* sorted, each once */
    unsigned count;
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The words of the statement and around it, not beyond a full stop. */
static void words_around(struct span text, const struct observation *o, struct words *out)
{
    out->count = 0;
    if (o->end > text.length)
        return;
    size_t begin = o->start;
    size_t end = o->end;
    while (begin > 0 && o->start - begin < MOST_AROUND && text.at[begin - 1] != '.' &&
           text.at[begin - 1] != '\n')
        begin--;
    while (end < text.length && end - o->end < MOST_AROUND && text.at[end] != '.' && text.at[end] != '\n')
        end++;
    for (size_t at = begin; at < end && out->count < MOST_WORDS;) {
        size_t from = at;
        while (at < end && is_letter(text.at[at]))
            at++;
        if (at > from)
            out->hashes[out->count++] = hash_bytes(text.at + from, at - from, 0);
        at += at == from;
    }
    qsort(out->hashes, out->count, sizeof *out->hashes, compare_hashes);
    unsigned kept = 0;
    for (unsigned i = 0; i < out->count; i++)
        if (!kept || out->hashes[kept - 1] != out->hashes[i])
            out->hashes[kept++] = out->hashes[i];
    out->count = kept;
}

static double overlap(const struct words *a, const struct words *b)
{
    unsigned shared = 0;
    for (unsigned i = 0, j = 0; i < a->count && j < b->count;) {
        shared += a->hashes[i] == b->hashes[j];
        bool is_less = a->hashes[i] < b->hashes[j];
        bool is_more = a->hashes[i] > b->hashes[j];
        i += !is_more;
        j += !is_less;
    }
    unsigned all = a->count + b->count - shared;
    return all ? (double)shared / all : 0;
}

struct finding {
    const struct record_table *records;
    const struct origin_limits *limits;
    struct observation_table *table;
    uint32_t *parent; /* [report]: sets of reports by place in table->reports */
    uint32_t *report; /* [item]: place of its report */
};

static struct span cell_of(const struct finding *f, const struct observed *o)
{
    for (const struct cell *c = record_cells_begin(f->records, o->record);
         c < record_cells_end(f->records, o->record); c++)
        if (c->field == o->field)
            return cell_value(f->records, c);
    return span_of("");
}

static bool is_near_in_time(const struct finding *f, record_id a, record_id b)
{
    int64_t x = f->records->records[a].begin;
    int64_t y = f->records->records[b].begin;
    int64_t most = (int64_t)f->limits->days * DAY_SECONDS;
    return x == TIME_NONE || y == TIME_NONE || (x - y <= most && y - x <= most);
}

static bool is_same_statement(const struct finding *f, const struct observed *a, const struct observed *b)
{
    struct words x;
    struct words y;
    if (a->record == b->record || !is_near_in_time(f, a->record, b->record))
        return false;
    words_around(cell_of(f, a), &a->what, &x);
    words_around(cell_of(f, b), &b->what, &y);
    return overlap(&x, &y) >= f->limits->least_overlap;
}

static bool list_reports(struct finding *f)
{
    struct observation_table *t = f->table;
    t->reports = memory_new(t->count, sizeof *t->reports);
    f->parent = memory_new(t->count, sizeof *f->parent);
    f->report = memory_new(t->count, sizeof *f->report);
    if (!t->reports || !f->parent || !f->report)
        return false;
    for (size_t i = 0; i < t->count; i++) {
        if (i == 0 || t->items[i].record != t->items[i - 1].record)
            t->reports[t->report_count++].record = t->items[i].record;
        f->report[i] = (uint32_t)t->report_count - 1;
    }
    union_find_init(f->parent, t->report_count);
    return true;
}

static uint64_t statement_key(const struct observation_table *t, const struct observation *o)
{
    uint64_t noun = hash_span(observation_text(t, o->value));
    return hash_mix(noun ^ hash_mix((uint64_t)o->count)) ^ hash_span(observation_text(t, o->attribution));
}

/* Statements of the same count by the same source stand together; each is compared with those before it. */
static bool join_statements(struct finding *f)
{
    const struct observation_table *t = f->table;
    struct sort_pair *pairs = memory_new(t->count, sizeof *pairs);
    size_t count = 0;
    if (!pairs)
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (t->items[i].what.kind == OBSERVED_COUNT && t->items[i].what.attribution.length)
            pairs[count++] = (struct sort_pair){statement_key(t, &t->items[i].what), i};
    bool is_done = sort_pairs(pairs, count);
    for (size_t i = 1; is_done && i < count; i++)
        for (size_t j = i; j-- > 0 && i - j <= f->limits->window && pairs[j].key == pairs[i].key;)
            if (is_same_statement(f, &t->items[pairs[i].value], &t->items[pairs[j].value]))
                union_find_join(f->parent, f->report[pairs[i].value], f->report[pairs[j].value]);
    memory_free(pairs);
    return is_done;
}

/* template_of: [record], 0 where the text is of none. */
static bool join_templates(struct finding *f, const struct template_table *templates)
{
    const struct observation_table *t = f->table;
    template_id *template_of = memory_new((size_t)f->records->count + 1, sizeof *template_of);
    struct sort_pair *pairs = memory_new(t->count, sizeof *pairs);
    size_t count = 0;
    bool is_done = template_of && pairs;
    for (template_id id = 1; is_done && id <= templates->count; id++)
        for (uint32_t m = 0; m < templates->templates[id].members; m++)
            template_of[templates->members[templates->templates[id].first_member + m].record] = id;
    for (size_t i = 0; is_done && i < t->count; i++) {
        template_id id = template_of[t->items[i].record];
        if (id && t->items[i].what.kind == OBSERVED_SOURCE)
            pairs[count++] =
                (struct sort_pair){hash_mix(id) ^ hash_span(observation_text(t, t->items[i].what.value)), i};
    }
    is_done = is_done && sort_pairs(pairs, count);
    for (size_t i = 1; is_done && i < count; i++)
        if (pairs[i].key == pairs[i - 1].key)
            union_find_join(f->parent, f->report[pairs[i].value], f->report[pairs[i - 1].value]);
    memory_free(pairs);
    memory_free(template_of);
    return is_done;
}

bool origins_find(const struct record_table *records, const struct template_table *templates,
                  const struct origin_limits *limits, struct observation_table *table)
{
    struct finding f = {.records = records, .limits = limits, .table = table};
    bool is_done = list_reports(&f) && join_statements(&f) && join_templates(&f, templates);
    for (uint32_t i = 0; is_done && i < table->report_count; i++)
        table->reports[i].origin = table->reports[union_find_root(f.parent, i)].record;
    memory_free(f.parent);
    memory_free(f.report);
    return is_done;
}
