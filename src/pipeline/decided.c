/* What people decided, looked up among the records and values of this run. */
#include "pipeline/decided.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"
#include "store/read_records.h"

#include <stdio.h>

#define DECISIONS_MOST 1000000u

/* A record that a decision names, and which one it is now. */
struct wanted {
    resource_id resource;
    struct span key, party, row;
    record_id record; /* 0 until found */
};

/* The standing decisions of one sort, with two sides each. */
struct wanted_list {
    struct arena arena; /* the spans of rows and sides */
    struct decision_row *rows;
    size_t count, capacity;
    struct wanted *sides;     /* [2 * count] */
    struct sort_pair *sorted; /* hash and place in sides, by hash */
};

static void list_release(struct wanted_list *list)
{
    arena_release(&list->arena);
    memory_free(list->rows);
    memory_free(list->sides);
    memory_free(list->sorted);
}

static bool copy_span(struct arena *arena, struct span *s)
{
    char *copy = arena_take(arena, s->length + 1, 1);
    if (copy && s->length)
        memcpy(copy, s->at, s->length);
    s->at = copy;
    return copy;
}

static bool copy_side(struct arena *arena, struct decision_side *side)
{
    return copy_span(arena, &side->resource) && copy_span(arena, &side->key) &&
           copy_span(arena, &side->party) && copy_span(arena, &side->row);
}

static bool keep_row(struct wanted_list *list, struct decision_row row)
{
    if (!memory_reserve(&list->rows, &list->capacity, list->count + 1, DECISIONS_MOST) ||
        !copy_span(&list->arena, &row.what) || !copy_side(&list->arena, &row.a) ||
        !copy_side(&list->arena, &row.b) || !copy_span(&list->arena, &row.type) ||
        !copy_span(&list->arena, &row.value))
        return false;
    list->rows[list->count++] = row;
    return true;
}

static enum bowline_status list_load(struct store *store, bool of_values, struct wanted_list *list,
                                     struct bowline_error *err)
{
    struct cursor c;
    struct decision_row row;
    bool is_kept = true;
    *list = (struct wanted_list){0};
    arena_init(&list->arena);
    read_decisions(store, true, &c, err);
    while (is_kept && next_decision(&c, &row))
        if ((row.type.length > 0) == of_values)
            is_kept = keep_row(list, row);
    enum bowline_status status = cursor_close(&c);
    return status == BOWLINE_OK && !is_kept ? error_memory(err) : status;
}

static resource_id find_resource(const struct record_table *records, struct span name)
{
    resource_id id = records->resource_count;
    while (id && !span_equal(span_of(records->resources[id].name), name))
        id--;
    return id;
}

static uint64_t hash_of(resource_id resource, struct span key)
{
    return hash_bytes(key.at, key.length, resource);
}

static bool list_sides(struct wanted_list *list, const struct record_table *records)
{
    size_t sides = 2 * list->count;
    list->sides = memory_new(sides, sizeof *list->sides);
    list->sorted = memory_new(sides, sizeof *list->sorted);
    if (!list->sides || !list->sorted)
        return false;
    for (size_t i = 0; i < sides; i++) {
        const struct decision_side *from = i % 2 ? &list->rows[i / 2].b : &list->rows[i / 2].a;
        struct wanted *side = &list->sides[i];
        side->resource = find_resource(records, from->resource);
        side->key = from->key;
        side->party = from->party;
        side->row = from->row;
        list->sorted[i] = (struct sort_pair){hash_of(side->resource, side->key), i};
    }
    return sort_pairs(list->sorted, sides);
}

/* The first place in `sorted` that is not below the hash. */
static size_t lower_bound(const struct wanted_list *list, uint64_t hash)
{
    size_t low = 0;
    size_t high = 2 * list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->sorted[middle].key < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* One pass over the records; a row without an id of its own is named by its line. */
static void find_records(struct wanted_list *list, const struct record_table *records)
{
    size_t sides = 2 * list->count;
    for (record_id r = 1; sides && r <= records->count; r++) {
        char line[16];
        struct span key = record_key(records, r);
        resource_id resource = records->records[r].resource;
        if (!key.length) {
            snprintf(line, sizeof line, "%u", records->records[r].line);
            key = span_of(line);
        }
        uint64_t hash = hash_of(resource, key);
        for (size_t i = lower_bound(list, hash); i < sides && list->sorted[i].key == hash; i++) {
            struct wanted *side = &list->sides[list->sorted[i].value];
            if (!side->record && side->resource == resource && span_equal(side->key, key))
                side->record = r;
        }
    }
}

/* A line is another record where its row has changed. */
static enum bowline_status check_row(struct store *store, struct wanted *side, struct bowline_error *err)
{
    struct cursor c;
    struct record_row row;
    char digest[DIGEST_HEX] = "";
    if (!side->record || !side->row.length)
        return BOWLINE_OK;
    read_record(store, side->record, &c, err);
    if (next_record(&c, &row))
        digest_span(row.source, digest);
    if (!span_equal(span_of(digest), side->row))
        side->record = 0;
    return cursor_close(&c);
}

static enum bowline_status find_sides(struct store *store, const struct record_table *records,
                                      struct wanted_list *list, struct bowline_error *err)
{
    if (!list_sides(list, records))
        return error_memory(err);
    find_records(list, records);
    enum bowline_status status = BOWLINE_OK;
    for (size_t i = 0; i < 2 * list->count && status == BOWLINE_OK; i++)
        status = check_row(store, &list->sides[i], err);
    return status;
}

static mention_id mention_of(const struct mention_table *mentions, const struct wanted *side)
{
    return side->record ? mention_find(mentions, side->record, party_find(side->party)) : 0;
}

static void resolve_pairs(const struct wanted_list *list, const struct mention_table *mentions,
                          struct decided_records *out)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct decision_row *row = &list->rows[i];
        mention_id a = mention_of(mentions, &list->sides[2 * i]);
        mention_id b = mention_of(mentions, &list->sides[2 * i + 1]);
        bool is_same = span_equal(row->what, span_of("same"));
        bool is_compelled = span_equal(row->what, span_of("compelled"));
        bool is_found = is_compelled ? a != 0 : a && b && a != b;
        out->found[out->found_count++] = (struct decision_found){row->decision, is_found};
        out->lost += !is_found;
        if (is_found && is_compelled)
            out->compelled[out->compelled_count++] = a;
        if (is_found && (is_same || span_equal(row->what, span_of("not-same"))))
            out->pairs.pairs[out->pairs.count++] = (struct decided_pair){a, b, is_same};
    }
}

static enum bowline_status find_pairs(struct store *store, const struct record_table *records,
                                      const struct mention_table *mentions, struct wanted_list *list,
                                      struct decided_records *out, struct bowline_error *err)
{
    out->pairs.pairs = memory_new(list->count, sizeof *out->pairs.pairs);
    out->found = memory_new(list->count, sizeof *out->found);
    out->compelled = memory_new(list->count, sizeof *out->compelled);
    if (!out->pairs.pairs || !out->found || !out->compelled)
        return error_memory(err);
    enum bowline_status status = find_sides(store, records, list, err);
    if (status == BOWLINE_OK)
        resolve_pairs(list, mentions, out);
    return status;
}

enum bowline_status decided_records_load(struct store *store, const struct record_table *records,
                                         const struct mention_table *mentions, struct decided_records *out,
                                         struct bowline_error *err)
{
    struct wanted_list list;
    *out = (struct decided_records){0};
    enum bowline_status status = list_load(store, false, &list, err);
    if (status == BOWLINE_OK && list.count)
        status = find_pairs(store, records, mentions, &list, out, err);
    if (status != BOWLINE_OK)
        decided_records_release(out);
    list_release(&list);
    return status;
}

void decided_records_release(struct decided_records *decided)
{
    memory_free(decided->pairs.pairs);
    memory_free(decided->compelled);
    memory_free(decided->found);
    *decided = (struct decided_records){0};
}

/* Identifiers stand by type, then value. */
static identifier_id find_identifier(const struct identifier_table *t, struct span type, struct span value)
{
    unsigned wanted = 1;
    while (wanted < IDENTIFIER_TYPE_COUNT &&
           !span_equal(span_of(identifier_type_name((enum identifier_type)wanted)), type))
        wanted++;
    identifier_id low = 1;
    identifier_id high = t->count + 1;
    while (low < high) {
        identifier_id middle = low + (high - low) / 2;
        unsigned its = t->identifiers[middle].type;
        int order =
            its == wanted ? span_compare(identifier_value(t, middle), value) : (its < wanted ? -1 : 1);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* The template that the named record is written from, else the one of the same text. */
static template_id find_template(const struct template_table *t, record_id record, struct span text)
{
    template_id same_text = 0;
    for (template_id id = 1; id <= t->count; id++) {
        const struct text_template *each = &t->templates[id];
        for (uint32_t i = 0; record && i < each->members; i++)
            if (t->members[each->first_member + i].record == record)
                return id;
        if (!same_text && span_equal(template_text(t, id), text))
            same_text = id;
    }
    return same_text;
}

static bool has_value(const struct decided_values *decided, const struct decided_value *value)
{
    for (size_t i = 0; i < decided->count; i++)
        if (decided->values[i].value == value->value && decided->values[i].is_template == value->is_template)
            return true;
    return false;
}

static void resolve_values(const struct wanted_list *list, const struct link_inputs *inputs,
                           struct decided_values *out)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct decision_row *row = &list->rows[i];
        struct decided_value value = {.is_template = span_equal(row->type, span_of("template")),
                                      .is_exclusive = span_equal(row->what, span_of("exclusive"))};
        value.value = value.is_template
                          ? find_template(inputs->templates, list->sides[2 * i].record, row->value)
                          : find_identifier(inputs->identifiers, row->type, row->value);
        out->found[out->found_count++] = (struct decision_found){row->decision, value.value != 0};
        out->lost += value.value == 0;
        if (value.value && !has_value(out, &value))
            out->values[out->count++] = value;
    }
}

static enum bowline_status find_values(struct store *store, const struct link_inputs *inputs,
                                       struct wanted_list *list, struct decided_values *out,
                                       struct bowline_error *err)
{
    out->values = memory_new(list->count, sizeof *out->values);
    out->found = memory_new(list->count, sizeof *out->found);
    if (!out->values || !out->found)
        return error_memory(err);
    enum bowline_status status = find_sides(store, inputs->records, list, err);
    if (status == BOWLINE_OK)
        resolve_values(list, inputs, out);
    return status;
}

enum bowline_status decided_values_load(struct store *store, const struct link_inputs *inputs,
                                        struct decided_values *out, struct bowline_error *err)
{
    struct wanted_list list;
    *out = (struct decided_values){0};
    enum bowline_status status = list_load(store, true, &list, err);
    if (status == BOWLINE_OK && list.count)
        status = find_values(store, inputs, &list, out, err);
    if (status != BOWLINE_OK)
        decided_values_release(out);
    list_release(&list);
    return status;
}

void decided_values_release(struct decided_values *decided)
{
    memory_free(decided->values);
    memory_free(decided->found);
    *decided = (struct decided_values){0};
}

static void digest_text(struct digest *d, struct span text)
{
    char length[24];
    snprintf(length, sizeof length, "%zu:", text.length);
    digest_update(d, length, strlen(length));
    digest_update(d, text.at, text.length);
}

static void digest_side(struct digest *d, const struct decision_side *side)
{
    digest_text(d, side->resource);
    digest_text(d, side->key);
    digest_text(d, side->party);
    digest_text(d, side->row);
}

static void digest_list(const struct wanted_list *list, char out[DIGEST_HEX])
{
    struct digest d;
    bool is_empty = true;
    digest_init(&d);
    for (size_t i = 0; i < list->count; i++) {
        const struct decision_row *row = &list->rows[i];
        if (span_equal(row->what, span_of("unsure")))
            continue;
        is_empty = false;
        digest_text(&d, row->what);
        digest_side(&d, &row->a);
        digest_side(&d, &row->b);
        digest_text(&d, row->type);
        digest_text(&d, row->value);
    }
    digest_finish(&d, out);
    if (is_empty)
        out[0] = '\0';
}

enum bowline_status decided_digest(struct store *store, struct decided_digests *out,
                                   struct bowline_error *err)
{
    *out = (struct decided_digests){0};
    enum bowline_status status = BOWLINE_OK;
    for (unsigned of_values = 0; of_values < 2 && status == BOWLINE_OK; of_values++) {
        struct wanted_list list;
        status = list_load(store, of_values, &list, err);
        if (status == BOWLINE_OK)
            digest_list(&list, of_values ? out->values : out->pairs);
        list_release(&list);
    }
    return status;
}
