/* Traces: sightings in the order of time, joined by the marks of who is shown. */
#include "movement/trace_table.h"

#include "base/intern.h"
#include "base/memory.h"
#include "base/sort.h"
#include "graph/union_find.h"
#include "places/fold.h"

const struct trace_options trace_defaults = {.name_gap_days = 90};

enum { DAY = 86400 };

enum told_by { BY_NOTHING, BY_NAME, BY_MARK };

struct tracing {
    const struct trace_inputs *in;
    const struct trace_options *options;
    const struct sighting **items; /* those that count, by unit, begin, place, record */
    size_t count;
    uint32_t *parent;
    uint8_t *told; /* enum told_by */
    struct sort_pair *pairs;
    size_t pair_count, pair_capacity;
    struct intern names;
    struct buffer folded;
};

void trace_table_release(struct trace_table *table)
{
    memory_free(table->traces);
    memory_free(table->steps);
    *table = (struct trace_table){0};
}

static uint32_t unit_of(const struct tracing *t, size_t item)
{
    return t->in->unit_of[t->items[item]->record];
}

static size_t collect(const struct trace_inputs *in, struct sort_pair *pairs, size_t *without_time)
{
    size_t count = 0;
    for (size_t i = 0; i < in->sightings->count; i++) {
        const struct sighting *s = &in->sightings->sightings[i];
        if (!s->place || !in->unit_of[s->record])
            continue;
        if (s->begin == TIME_NONE)
            ++*without_time;
        else
            pairs[count++] = (struct sort_pair){s->place, i};
    }
    return count;
}

/* A stable sort by the least weighty key first: place, begin, unit. */
static bool order_items(struct tracing *t, size_t *without_time)
{
    const struct sighting *all = t->in->sightings->sightings;
    size_t most = t->in->sightings->count;
    t->pairs = memory_new(most, sizeof *t->pairs);
    t->pair_capacity = most;
    t->items = memory_new(most, sizeof(void *));
    t->count = t->pairs && t->items ? collect(t->in, t->pairs, without_time) : 0;
    bool is_done = t->pairs && t->items && sort_pairs(t->pairs, t->count);
    for (size_t i = 0; i < t->count; i++)
        t->pairs[i].key = (uint64_t)all[t->pairs[i].value].begin ^ (uint64_t)1 << 63;
    is_done = is_done && sort_pairs(t->pairs, t->count);
    for (size_t i = 0; i < t->count; i++)
        t->pairs[i].key = t->in->unit_of[all[t->pairs[i].value].record];
    is_done = is_done && sort_pairs(t->pairs, t->count);
    for (size_t i = 0; i < t->count; i++)
        t->items[i] = &all[t->pairs[i].value];
    return is_done;
}

static bool add_pair(struct tracing *t, uint32_t unit, uint32_t what, size_t item)
{
    if (!memory_reserve(&t->pairs, &t->pair_capacity, t->pair_count + 1, UINT32_MAX))
        return false;
    t->pairs[t->pair_count++] = (struct sort_pair){(uint64_t)unit << 32 | what, item};
    return true;
}

/* Whether an identifier tells who is shown: a picture, or the document of a guest. */
static bool is_mark(const struct identifier_table *identifiers, const struct identifier_use *use)
{
    uint8_t type = identifiers->identifiers[use->identifier].type;
    return type == IDENTIFIER_IMAGE || (type == IDENTIFIER_DOCUMENT && use->party == PARTY_GUEST);
}

/* first[record]: its first use. */
static size_t *first_uses(const struct tracing *t)
{
    const struct identifier_table *identifiers = t->in->identifiers;
    uint32_t records = t->in->records->count;
    size_t *first = memory_new((size_t)records + 2, sizeof *first);
    size_t at = 0;
    for (uint64_t r = 0; first && r <= (uint64_t)records + 1; r++) {
        while (at < identifiers->use_count && identifiers->uses[at].record < r)
            at++;
        first[r] = at;
    }
    return first;
}

static bool collect_marks(struct tracing *t)
{
    const struct identifier_table *identifiers = t->in->identifiers;
    size_t *first = first_uses(t);
    bool is_done = first != NULL;
    t->pair_count = 0;
    for (size_t i = 0; is_done && i < t->count; i++) {
        record_id record = t->items[i]->record;
        if (unit_of(t, i) > t->in->network_count)
            break;
        for (size_t u = first[record]; is_done && u < first[record + 1]; u++)
            if (is_mark(identifiers, &identifiers->uses[u]))
                is_done = add_pair(t, unit_of(t, i), identifiers->uses[u].identifier, i);
    }
    memory_free(first);
    return is_done && sort_pairs(t->pairs, t->pair_count);
}

static void join_marks(struct tracing *t)
{
    for (size_t i = 1; i < t->pair_count; i++) {
        if (t->pairs[i].key != t->pairs[i - 1].key)
            continue;
        uint32_t a = (uint32_t)t->pairs[i - 1].value;
        uint32_t b = (uint32_t)t->pairs[i].value;
        t->told[a] = t->told[b] = BY_MARK;
        union_find_join(t->parent, a, b);
    }
}

static bool is_shown_name(struct role role)
{
    return role.type == TYPE_NAME && (role.party == PARTY_ADVERTISED || role.party == PARTY_GUEST);
}

/* The folded name's id; 0 where there is none. False on failure of memory. */
static bool find_name(struct tracing *t, record_id record, uint32_t *name)
{
    const struct record_table *records = t->in->records;
    const struct cell *end = record_cells_end(records, record);
    *name = 0;
    for (const struct cell *c = record_cells_begin(records, record); c < end; c++) {
        if (!is_shown_name(cell_field(records, c)->role))
            continue;
        buffer_reset(&t->folded);
        place_fold(cell_value(records, c), &t->folded);
        if (!buffer_ok(&t->folded) || t->folded.length == 0)
            return buffer_ok(&t->folded);
        *name = intern_put(&t->names, buffer_all(&t->folded));
        return *name != 0;
    }
    return true;
}

static bool collect_names(struct tracing *t)
{
    t->pair_count = 0;
    for (size_t i = 0; i < t->count && unit_of(t, i) <= t->in->network_count; i++) {
        uint32_t name;
        if (!find_name(t, t->items[i]->record, &name))
            return false;
        if (name && !add_pair(t, unit_of(t, i), name, i))
            return false;
    }
    return sort_pairs(t->pairs, t->pair_count);
}

static bool is_near(const struct tracing *t, size_t a, size_t b)
{
    return t->items[b]->begin - t->items[a]->begin <= (int64_t)t->options->name_gap_days * DAY;
}

/* Items of one name in the order of time: those without a mark join the nearest with one, else the one
 * before. */
static void join_run(struct tracing *t, const struct sort_pair *run, size_t count)
{
    size_t before = SIZE_MAX;
    size_t after = 0;
    for (size_t i = 0; i < count; i++) {
        size_t item = run[i].value;
        if (t->told[item] == BY_MARK) {
            before = item;
            continue;
        }
        after = after > i ? after : i;
        while (after < count && t->told[run[after].value] != BY_MARK)
            after++;
        size_t left = before != SIZE_MAX && is_near(t, before, item) ? before : SIZE_MAX;
        size_t right = after < count && is_near(t, item, run[after].value) ? run[after].value : SIZE_MAX;
        if (left != SIZE_MAX && right != SIZE_MAX &&
            t->items[right]->begin - t->items[item]->begin < t->items[item]->begin - t->items[left]->begin)
            left = SIZE_MAX;
        size_t with = left != SIZE_MAX ? left : right;
        if (with == SIZE_MAX && i && t->told[run[i - 1].value] != BY_MARK &&
            is_near(t, run[i - 1].value, item))
            with = run[i - 1].value;
        if (with != SIZE_MAX)
            union_find_join(t->parent, (uint32_t)with, (uint32_t)item);
    }
}

static void join_names(struct tracing *t)
{
    size_t end;
    for (size_t begin = 0; begin < t->pair_count; begin = end) {
        for (end = begin; end < t->pair_count && t->pairs[end].key == t->pairs[begin].key; end++)
            ;
        join_run(t, t->pairs + begin, end - begin);
        for (size_t i = begin; i < end; i++)
            if (t->told[t->pairs[i].value] == BY_NOTHING)
                t->told[t->pairs[i].value] = BY_NAME;
    }
}

/* What nothing tells apart goes with its entity. */
static bool join_rest(struct tracing *t)
{
    t->pair_count = 0;
    for (size_t i = 0; i < t->count; i++) {
        bool is_lone = unit_of(t, i) > t->in->network_count;
        uint32_t entity = is_lone ? 0 : t->in->entity_of[t->items[i]->record];
        if (is_lone || (t->told[i] == BY_NOTHING && entity))
            if (!add_pair(t, unit_of(t, i), entity, i))
                return false;
    }
    if (!sort_pairs(t->pairs, t->pair_count))
        return false;
    for (size_t i = 1; i < t->pair_count; i++)
        if (t->pairs[i].key == t->pairs[i - 1].key)
            union_find_join(t->parent, (uint32_t)t->pairs[i - 1].value, (uint32_t)t->pairs[i].value);
    return true;
}

/* Items get together by trace, traces by their first item, which is the root of the set. */
static bool order_by_trace(struct tracing *t)
{
    if (!memory_reserve(&t->pairs, &t->pair_capacity, t->count + 1, UINT32_MAX))
        return false;
    for (size_t i = 0; i < t->count; i++)
        t->pairs[i] = (struct sort_pair){union_find_root(t->parent, (uint32_t)i), i};
    return sort_pairs(t->pairs, t->count);
}

static void add_item(const struct tracing *t, const struct sighting *s, bool is_new, struct trace_table *out)
{
    int64_t end = s->end == TIME_NONE || s->end < s->begin ? s->begin : s->end;
    struct step *last = out->step_count ? &out->steps[out->step_count - 1] : NULL;
    if (is_new)
        out->traces[out->count++] =
            (struct trace){.unit = t->in->unit_of[s->record], .first_step = out->step_count};
    if (!is_new && last && last->place == s->place) {
        last->last = s->begin;
        last->end = end > last->end ? end : last->end;
        last->sightings++;
        return;
    }
    out->steps[out->step_count++] = (struct step){s->place, s->record, s->begin, s->begin, end, 1};
    out->traces[out->count - 1].step_count++;
}

static bool write_traces(struct tracing *t, struct trace_table *out)
{
    if (!order_by_trace(t))
        return false;
    out->traces = memory_new(t->count, sizeof *out->traces);
    out->steps = memory_new(t->count, sizeof *out->steps);
    if (!out->traces || !out->steps)
        return false;
    for (size_t i = 0; i < t->count; i++)
        add_item(t, t->items[t->pairs[i].value], i == 0 || t->pairs[i].key != t->pairs[i - 1].key, out);
    return true;
}

static bool join_items(struct tracing *t)
{
    t->parent = memory_new(t->count, sizeof *t->parent);
    t->told = memory_new(t->count, 1);
    if (!t->parent || !t->told)
        return false;
    union_find_init(t->parent, t->count);
    if (!collect_marks(t))
        return false;
    join_marks(t);
    if (!collect_names(t))
        return false;
    join_names(t);
    return join_rest(t);
}

enum bowline_status trace_table_build(const struct trace_inputs *inputs, const struct trace_options *options,
                                      struct trace_table *out, struct bowline_error *err)
{
    struct tracing t = {.in = inputs, .options = options};
    *out = (struct trace_table){0};
    intern_init(&t.names);
    buffer_init(&t.folded, UINT32_MAX);
    bool is_done = order_items(&t, &out->without_time) && join_items(&t) && write_traces(&t, out);
    memory_free(t.items);
    memory_free(t.parent);
    memory_free(t.told);
    memory_free(t.pairs);
    intern_release(&t.names);
    buffer_release(&t.folded);
    if (is_done)
        return BOWLINE_OK;
    trace_table_release(out);
    return error_memory(err);
}
