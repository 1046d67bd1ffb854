/* Assembles the table: records are read in ranges, each into its own list; the lists are joined in order;
 * values become ids by (type, value), so that they do not depend on the order of rows. */
#include "identifiers/identifier_table.h"

#include "base/intern.h"
#include "base/memory.h"
#include "base/sort.h"
#include "identifiers/cells.h"
#include "identifiers/idn.h"
#include "identifiers/phone_plan.h"
#include "places/place_resolver.h"

#define RANGE_RECORDS 512u

static const char *const type_names[IDENTIFIER_TYPE_COUNT] = {
    "", "phone", "email", "handle", "url", "account", "plate", "document", "image",
};

static const char *const form_names[FORM_COUNT] = {
    "column",       "plain",     "separated", "spelled", "letters", "emoji",    "fullwidth", "decorative",
    "other-digits", "homoglyph", "split",     "mixed",   "at-dot",  "defanged", "homograph", "context",
};

const char *identifier_type_name(enum identifier_type type)
{
    return type_names[type];
}

const char *identifier_form_name(enum identifier_form form)
{
    return form_names[form];
}

void identifier_table_init(struct identifier_table *table)
{
    *table = (struct identifier_table){0};
    buffer_init(&table->pool, SIZE_MAX / 2);
}

void identifier_table_release(struct identifier_table *table)
{
    memory_free(table->identifiers);
    memory_free(table->uses);
    memory_free(table->rejects);
    buffer_release(&table->pool);
    identifier_table_init(table);
}

struct span identifier_value(const struct identifier_table *table, identifier_id id)
{
    return buffer_span(&table->pool, table->identifiers[id].value);
}

struct reading {
    const struct record_table *records;
    struct phone_plan *plan;
    struct lexicon *lexicon;
    struct idn *idn;
    struct phone_cache **caches;    /* of each worker */
    struct place_resolver **places; /* likewise; NULL without a gazetteer */
    unsigned workers;
    struct find_list *lists; /* of each range */
    size_t ranges;
};

static void read_ranges(void *context, size_t begin, size_t end, unsigned worker)
{
    struct reading *reading = context;
    for (size_t range = begin; range < end; range++) {
        struct reader reader = {.plan = reading->plan,
                                .cache = reading->caches[worker],
                                .lexicon = reading->lexicon,
                                .idn = reading->idn,
                                .places = reading->places ? reading->places[worker] : NULL,
                                .finds = &reading->lists[range]};
        uint64_t first = (uint64_t)range * RANGE_RECORDS + 1;
        uint64_t last = first + RANGE_RECORDS - 1;
        if (last > reading->records->count)
            last = reading->records->count;
        for (uint64_t record = first; record <= last; record++)
            cells_read(&reader, reading->records, (record_id)record);
    }
}

static void reading_release(struct reading *reading)
{
    for (size_t i = 0; reading->lists && i < reading->ranges; i++)
        find_list_release(&reading->lists[i]);
    for (unsigned i = 0; reading->caches && i < reading->workers; i++)
        phone_cache_free(reading->caches[i]);
    for (unsigned i = 0; reading->places && i < reading->workers; i++)
        place_resolver_free(reading->places[i]);
    memory_free(reading->lists);
    memory_free(reading->caches);
    memory_free(reading->places);
    if (reading->plan)
        phone_plan_release(reading->plan);
    memory_free(reading->plan);
    memory_free(reading->lexicon);
    idn_free(reading->idn);
}

static enum bowline_status reading_init(struct reading *reading, const struct record_table *records,
                                        unsigned workers, struct bowline_error *err)
{
    *reading = (struct reading){.records = records, .workers = workers};
    reading->ranges = (records->count + (size_t)RANGE_RECORDS - 1) / RANGE_RECORDS;
    reading->plan = memory_new(1, sizeof *reading->plan);
    reading->lists = memory_new(reading->ranges, sizeof *reading->lists);
    reading->caches = memory_new(workers, sizeof(struct phone_cache *));
    reading->lexicon = memory_new(1, sizeof *reading->lexicon);
    if (!reading->plan || !reading->lexicon || !reading->lists || !reading->caches)
        return error_memory(err);
    reading->idn = idn_new();
    if (!reading->idn)
        return error_set(err, BOWLINE_ERROR_IO, "ICU did not start: its data is missing or damaged");
    lexicon_init(reading->lexicon);
    for (size_t i = 0; i < reading->ranges; i++)
        find_list_init(&reading->lists[i]);
    for (unsigned i = 0; i < workers; i++)
        if (!(reading->caches[i] = phone_cache_new()))
            return error_memory(err);
    return phone_plan_init(reading->plan, err);
}

static enum bowline_status open_places(struct reading *reading, const struct gazetteer *gazetteer,
                                       struct bowline_error *err)
{
    reading->places = memory_new(reading->workers, sizeof(struct place_resolver *));
    for (unsigned i = 0; reading->places && i < reading->workers; i++)
        if (!(reading->places[i] = place_resolver_new(gazetteer, &place_limits_default)))
            return error_memory(err);
    return reading->places ? BOWLINE_OK : error_memory(err);
}

/* Room for all finds and rejects; false on failure. */
static bool take_room(const struct reading *reading, struct identifier_table *out)
{
    size_t uses = 0;
    size_t rejects = 0;
    for (size_t i = 0; i < reading->ranges; i++) {
        if (reading->lists[i].failed)
            return false;
        uses += reading->lists[i].count;
        rejects += reading->lists[i].reject_count;
    }
    out->uses = memory_resize(NULL, uses, sizeof *out->uses);
    out->rejects = memory_resize(NULL, rejects, sizeof *out->rejects);
    return out->uses && out->rejects;
}

/* Adds the uses of a list, with ids of `values` for now: type and value, in order of first sight. */
static bool join_list(const struct find_list *list, struct intern *values, struct identifier_table *out)
{
    char key[FIND_VALUE_MOST + 1];
    for (size_t i = 0; i < list->count; i++) {
        const struct find *find = &list->items[i];
        key[0] = (char)find->type;
        memcpy(key + 1, list->values.data + find->value_at, find->value_length);
        uint32_t id = intern_put(values, (struct span){key, find->value_length + (size_t)1});
        if (id == 0)
            return false;
        out->uses[out->use_count++] = (struct identifier_use){.record = find->record,
                                                              .identifier = id,
                                                              .start = find->start,
                                                              .end = find->end,
                                                              .cell = find->cell,
                                                              .party = find->party,
                                                              .form = find->form,
                                                              .bits = find->bits};
    }
    for (unsigned i = 0; i < REFUSAL_COUNT; i++)
        out->refused[i] += list->refused[i];
    if (list->reject_count)
        memcpy(out->rejects + out->reject_count, list->rejects, list->reject_count * sizeof *out->rejects);
    out->reject_count += list->reject_count;
    return true;
}

static bool join_lists(struct reading *reading, struct intern *values, struct identifier_table *out)
{
    if (!take_room(reading, out))
        return false;
    for (size_t i = 0; i < reading->ranges; i++) {
        if (!join_list(&reading->lists[i], values, out))
            return false;
        find_list_release(&reading->lists[i]);
    }
    return true;
}

/* Numbers the values by type and bytes; rank[id] is the final id. The pool moves into the table. */
static bool rank_values(struct intern *values, struct identifier_table *out, uint32_t *rank)
{
    uint32_t *order = memory_new((size_t)values->count + 1, sizeof *order);
    out->identifiers = memory_new((size_t)values->count + 1, sizeof *out->identifiers);
    bool is_sorted = order && out->identifiers;
    for (uint32_t i = 0; is_sorted && i < values->count; i++)
        order[i] = i + 1;
    is_sorted = is_sorted && sort_texts(&values->pool, values->refs, order, values->count);
    for (uint32_t i = 0; is_sorted && i < values->count; i++) {
        struct text_ref ref = values->refs[order[i]];
        rank[order[i]] = i + 1;
        out->identifiers[i + 1] = (struct identifier){.value = {ref.at + 1, ref.length - 1},
                                                      .type = (uint8_t)values->pool.data[ref.at],
                                                      .is_protected = 1};
    }
    memory_free(order);
    out->count = is_sorted ? values->count : 0;
    return is_sorted;
}

static bool use_precedes(const struct identifier_use *a, const struct identifier_use *b)
{
    if (a->record != b->record)
        return false;
    if (a->cell != b->cell)
        return a->cell < b->cell;
    return a->start < b->start || (a->start == b->start && a->identifier < b->identifier);
}

/* Final ids, order within cells, and what is counted over uses. */
static void finish_uses(const struct record_table *records, struct identifier_table *out,
                        const uint32_t *rank)
{
    for (size_t i = 0; i < out->use_count; i++) {
        struct identifier_use use = out->uses[i];
        use.identifier = rank[use.identifier];
        struct identifier *identifier = &out->identifiers[use.identifier];
        bool is_open =
            !party_is_protected((enum party)use.party) && !records->records[use.record].is_protected;
        if (is_open)
            identifier->is_protected = 0;
        size_t at = i;
        for (; at > 0 && use_precedes(&use, &out->uses[at - 1]); at--)
            out->uses[at] = out->uses[at - 1];
        out->uses[at] = use;
    }
}

/* Each record counts once, however often it has the value. */
static bool count_records(struct identifier_table *out)
{
    record_id *last = memory_new((size_t)out->count + 1, sizeof *last);
    if (!last)
        return false;
    for (size_t i = 0; i < out->use_count; i++) {
        const struct identifier_use *use = &out->uses[i];
        if (last[use->identifier] != use->record)
            out->identifiers[use->identifier].records++;
        last[use->identifier] = use->record;
    }
    memory_free(last);
    return true;
}

static bool assemble(struct reading *reading, struct identifier_table *out)
{
    struct intern values;
    intern_init(&values);
    bool is_done = join_lists(reading, &values, out);
    uint32_t *rank = is_done ? memory_new((size_t)values.count + 1, sizeof *rank) : NULL;
    is_done = rank && rank_values(&values, out, rank);
    if (is_done) {
        out->pool = values.pool;
        buffer_init(&values.pool, SIZE_MAX / 2);
        finish_uses(reading->records, out, rank);
        is_done = count_records(out);
    }
    memory_free(rank);
    intern_release(&values);
    return is_done;
}

enum bowline_status identifier_table_build_in(const struct record_table *records,
                                              const struct gazetteer *gazetteer,
                                              const struct parallel *parallel, struct identifier_table *out,
                                              struct bowline_error *err)
{
    struct reading reading;
    identifier_table_init(out);
    enum bowline_status status = reading_init(&reading, records, parallel->workers, err);
    if (status == BOWLINE_OK && gazetteer)
        status = open_places(&reading, gazetteer, err);
    if (status == BOWLINE_OK && !parallel_loop(parallel, reading.ranges, 1, read_ranges, &reading))
        status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while reading identifiers");
    if (status == BOWLINE_OK && !assemble(&reading, out))
        status = error_memory(err);
    reading_release(&reading);
    if (status != BOWLINE_OK)
        identifier_table_release(out);
    return status;
}

enum bowline_status identifier_table_build(const struct record_table *records,
                                           const struct parallel *parallel, struct identifier_table *out,
                                           struct bowline_error *err)
{
    return identifier_table_build_in(records, NULL, parallel, out, err);
}

static const char *check_use(const struct identifier_table *table, size_t i)
{
    const struct identifier_use *use = &table->uses[i];
    if (use->identifier == 0 || use->identifier > table->count)
        return "a use names an identifier that is not there";
    if (use->record == 0 || use->start >= use->end)
        return "a use has no bytes or no record";
    if (i == 0)
        return NULL;
    const struct identifier_use *before = use - 1;
    if (use->record < before->record || (use->record == before->record && use->cell < before->cell) ||
        use_precedes(use, before))
        return "uses are out of order";
    return NULL;
}

const char *identifier_table_check(const struct identifier_table *table)
{
    for (identifier_id id = 1; id <= table->count; id++) {
        const struct identifier *now = &table->identifiers[id];
        if (now->type == 0 || now->type >= IDENTIFIER_TYPE_COUNT || now->records == 0 ||
            now->value.length == 0)
            return "an identifier has no type, value or record";
        if (id > 1 && (now[-1].type > now->type ||
                       (now[-1].type == now->type &&
                        span_compare(identifier_value(table, id - 1), identifier_value(table, id)) >= 0)))
            return "identifiers are out of order";
    }
    for (size_t i = 0; i < table->use_count; i++) {
        const char *wrong = check_use(table, i);
        if (wrong)
            return wrong;
    }
    return NULL;
}
