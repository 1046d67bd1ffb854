/* Which premises a network uses: what its entities booked, paid, own, and advertise from. */
#include "movement/premises_table.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"
#include "places/fold.h"

#include <math.h>

enum { DAY = 86400 };

struct using
{
    const struct premises_inputs *in;
    struct premises_table *out;
    struct premises_use *uses;
    size_t count, capacity;
    struct buffer folded;
    uint64_t *distinct; /* what is to be counted, of one network and premises */
    size_t distinct_count, distinct_capacity;
};

void premises_table_release(struct premises_table *table)
{
    memory_free(table->premises);
    memory_free(table->of_record);
    memory_free(table->uses);
    memory_free(table->used);
    buffer_release(&table->pool);
    *table = (struct premises_table){0};
}

const char *premises_kind_name(enum premises_kind kind)
{
    static const char *const names[] = {"other", "hotel", "holiday home", "flat"};
    return names[kind];
}

static bool add_use(struct using *u, uint32_t network, premises_id premises, record_id record, unsigned role)
{
    if (!network || !premises)
        return true;
    struct premises_use *last = u->count ? &u->uses[u->count - 1] : NULL;
    if (last && last->record == record && last->network == network && last->premises == premises) {
        last->roles |= (uint8_t)role;
        return true;
    }
    if (!memory_reserve(&u->uses, &u->capacity, u->count + 1, UINT32_MAX))
        return false;
    u->uses[u->count++] = (struct premises_use){network, premises, record, (uint8_t)role};
    return true;
}

/* The network of a party of the record; a booker that stands alone is filed with the record. */
static uint32_t network_of(const struct premises_inputs *in, record_id record, enum party party)
{
    mention_id m = mention_find(in->mentions, record, party);
    uint32_t entity = m ? in->entity_of[m] : 0;
    bool is_filed = m && m == mention_principal(in->mentions, in->records, record);
    return entity ? in->network_of_entity[entity] : is_filed ? in->network_of_record[record] : 0;
}

static bool add_uses_of_record(struct using *u, record_id record)
{
    static const struct {
        enum party party;
        unsigned role;
    } parties[] = {{PARTY_BOOKER, PREMISES_BOOKED},
                   {PARTY_PAYER, PREMISES_PAID},
                   {PARTY_OWNER, PREMISES_OWNED},
                   {PARTY_MANAGER, PREMISES_OWNED}};
    premises_id premises = u->out->of_record[record];
    for (size_t i = 0; premises && i < sizeof parties / sizeof *parties; i++)
        if (!add_use(u, network_of(u->in, record, parties[i].party), premises, record, parties[i].role))
            return false;
    return true;
}

static uint64_t point_key(double lat, double lon)
{
    return (uint64_t)(uint32_t)lround(lat * 10000) << 32 | (uint32_t)lround(lon * 10000);
}

/* Ads that give the coordinates of premises to four decimals, which is ten metres, and of no other. */
static bool add_ads(struct using *u)
{
    const struct sighting_table *sightings = u->in->sightings;
    struct sort_pair *points = memory_new((size_t)u->out->count + 1, sizeof *points);
    size_t count = 0;
    for (uint32_t p = 1; points && p <= u->out->count; p++)
        if (!isnan(u->out->premises[p].lat))
            points[count++] =
                (struct sort_pair){point_key(u->out->premises[p].lat, u->out->premises[p].lon), p};
    bool is_done = points && sort_pairs(points, count);
    for (size_t i = 0; is_done && i < sightings->count; i++) {
        const struct sighting *s = &sightings->sightings[i];
        if (isnan(s->lat) || u->in->records->records[s->record].kind != KIND_AD ||
            !u->in->network_of_record[s->record])
            continue;
        uint64_t key = point_key(s->lat, s->lon);
        size_t low = 0;
        for (size_t high = count; low < high;) {
            size_t middle = low + (high - low) / 2;
            if (points[middle].key < key)
                low = middle + 1;
            else
                high = middle;
        }
        bool is_one =
            low < count && points[low].key == key && (low + 1 == count || points[low + 1].key != key);
        is_done = !is_one || add_use(u, u->in->network_of_record[s->record], (premises_id)points[low].value,
                                     s->record, PREMISES_ADVERTISED);
    }
    memory_free(points);
    return is_done;
}

/* By network, premises, record: records come in their order. */
static bool sort_uses(struct using *u)
{
    struct sort_pair *pairs = memory_new(u->count, sizeof *pairs);
    struct premises_use *sorted = memory_new(u->count, sizeof *sorted);
    bool is_done = pairs && sorted;
    for (size_t i = 0; is_done && i < u->count; i++)
        pairs[i] = (struct sort_pair){u->uses[i].record, i};
    is_done = is_done && sort_pairs(pairs, u->count);
    for (size_t i = 0; is_done && i < u->count; i++)
        pairs[i].key = (uint64_t)u->uses[pairs[i].value].network << 32 | u->uses[pairs[i].value].premises;
    is_done = is_done && sort_pairs(pairs, u->count);
    for (size_t i = 0; is_done && i < u->count; i++)
        sorted[i] = u->uses[pairs[i].value];
    memory_free(pairs);
    u->out->uses = sorted;
    u->out->use_count = is_done ? u->count : 0;
    return is_done;
}

/* How many distinct of what was collected; forgets it. False on failure of memory. */
static bool count_distinct(struct using *u, uint32_t *out)
{
    if (!sort_keys(u->distinct, u->distinct_count))
        return false;
    *out = 0;
    for (size_t i = 0; i < u->distinct_count; i++)
        *out += i == 0 || u->distinct[i] != u->distinct[i - 1];
    u->distinct_count = 0;
    return true;
}

static bool collect_key(struct using *u, uint64_t key)
{
    if (!memory_reserve(&u->distinct, &u->distinct_capacity, u->distinct_count + 1, UINT32_MAX))
        return false;
    u->distinct[u->distinct_count++] = key;
    return true;
}

static bool collect_booker(struct using *u, const struct premises_use *use)
{
    mention_id m = mention_find(u->in->mentions, use->record, PARTY_BOOKER);
    if (!(use->roles & PREMISES_BOOKED) || !m)
        return true;
    return collect_key(u, u->in->entity_of[m] ? u->in->entity_of[m] : (uint64_t)1 << 32 | m);
}

/* However it is spaced. */
static bool collect_cell(struct using *u, const struct premises_use *use, struct role role)
{
    struct span value = record_value(u->in->records, use->record, role);
    if (!(use->roles & (PREMISES_BOOKED | PREMISES_PAID)) || value.length == 0)
        return true;
    buffer_reset(&u->folded);
    place_fold(value, &u->folded);
    size_t length = 0;
    for (size_t i = 0; i < u->folded.length; i++)
        if (u->folded.data[i] != ' ')
            u->folded.data[length++] = u->folded.data[i];
    return buffer_ok(&u->folded) && collect_key(u, hash_span((struct span){u->folded.data, length}));
}

static bool collect_payer(struct using *u, const struct premises_use *use)
{
    return collect_cell(u, use, (struct role){PARTY_PAYER, TYPE_ACCOUNT});
}

static bool collect_guest(struct using *u, const struct premises_use *use)
{
    return collect_cell(u, use, (struct role){PARTY_GUEST, TYPE_NAME});
}

static void add_time(const struct using *u, struct network_premises *n, const struct premises_use *use)
{
    const struct record *r = &u->in->records->records[use->record];
    if (r->kind == KIND_PREMISES || r->begin == TIME_NONE)
        return;
    int64_t end = r->end == TIME_NONE || r->end < r->begin ? r->begin : r->end;
    n->begin = n->begin == TIME_NONE || r->begin < n->begin ? r->begin : n->begin;
    n->end = n->end == TIME_NONE || end > n->end ? end : n->end;
    if (r->kind == KIND_STAY) /* the day of departure is no night */
        n->nights += (uint32_t)((end - r->begin - 1) / DAY);
}

static bool sum_up(struct using *u, struct network_premises *n)
{
    static bool (*const collectors[])(struct using *, const struct premises_use *) = {
        collect_booker, collect_payer, collect_guest};
    uint32_t *const counts[] = {&n->bookers, &n->payers, &n->guests};
    const struct premises_use *uses = u->out->uses + n->first_use;
    for (size_t i = 0; i < n->use_count; i++) {
        n->roles |= uses[i].roles;
        n->stays += u->in->records->records[uses[i].record].kind == KIND_STAY;
        n->ads += uses[i].roles == PREMISES_ADVERTISED;
        add_time(u, n, &uses[i]);
    }
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
        for (size_t i = 0; i < n->use_count; i++)
            if (!collectors[c](u, &uses[i]))
                return false;
        if (!count_distinct(u, counts[c]))
            return false;
    }
    return true;
}

static bool sum_all(struct using *u)
{
    struct premises_table *out = u->out;
    bool is_done = true;
    size_t end;
    out->used = memory_new(out->use_count, sizeof *out->used);
    for (size_t begin = 0; out->used && is_done && begin < out->use_count; begin = end) {
        const struct premises_use *first = &out->uses[begin];
        for (end = begin; end < out->use_count && out->uses[end].network == first->network &&
                          out->uses[end].premises == first->premises;
             end++)
            ;
        struct network_premises n = {.network = first->network,
                                     .premises = first->premises,
                                     .begin = TIME_NONE,
                                     .end = TIME_NONE,
                                     .first_use = begin,
                                     .use_count = end - begin};
        is_done = sum_up(u, &n);
        out->used[out->used_count++] = n;
    }
    return is_done && out->used;
}

enum bowline_status premises_table_build(const struct premises_inputs *inputs, struct premises_table *out,
                                         struct bowline_error *err)
{
    struct using u = {.in = inputs, .out = out};
    *out = (struct premises_table){0};
    buffer_init(&out->pool, SIZE_MAX / 2);
    buffer_init(&u.folded, 1 << 20);
    bool is_done = premises_find(inputs, out);
    for (uint64_t r = 1; is_done && r <= inputs->records->count; r++)
        is_done = add_uses_of_record(&u, (record_id)r);
    is_done = is_done && add_ads(&u) && sort_uses(&u) && sum_all(&u);
    memory_free(u.uses);
    memory_free(u.distinct);
    buffer_release(&u.folded);
    if (is_done)
        return BOWLINE_OK;
    premises_table_release(out);
    return error_memory(err);
}
