/* Roles: what members do is collected as deeds, and each share is weighed against equal shares. */
#include "roles/role_table.h"

#include "base/memory.h"
#include "base/sort.h"

#include <math.h>
#include <stdlib.h>

const struct role_options role_defaults = {
    .records_least = 3,
    .likely_least = 0.55,
    .evidence_most = 100,
    .confidence = {.moderate_records = 5, .high_records = 20, .high_resources = 2},
};

/* What a member did, or a tie that ends at it. */
struct deed {
    uint32_t network;
    entity_id entity;
    record_id record;
    uint8_t kind;
};

struct deeds {
    const struct role_inputs *in;
    struct deed *items;
    size_t count, capacity;
    struct sort_pair *order;
    uint8_t *is_protected; /* [entity] */
    uint32_t *members;     /* [network] */
    bool ok;
};

void role_table_release(struct role_table *table)
{
    memory_free(table->roles);
    memory_free(table->evidence);
    *table = (struct role_table){0};
}

const char *role_kind_name(enum role_kind kind)
{
    static const char *const names[ROLE_KIND_COUNT] = {"answers ads", "books", "pays", "collects",
                                                       "connects"};
    return names[kind];
}

uint8_t *protected_entities(const struct role_inputs *inputs)
{
    uint8_t *found = memory_new((size_t)inputs->entities->count + 1, 1);
    for (mention_id m = 1; found && m <= inputs->mentions->count; m++)
        if (inputs->mentions->mentions[m].is_protected)
            found[inputs->entities->of_mention[m]] = 1;
    return found;
}

millibits share_bits(uint32_t count, uint32_t of, uint32_t members)
{
    if (members < 2 || (uint64_t)count * members <= of)
        return 0;
    double own = (double)count / of;
    double equal = 1.0 / members;
    double bits = count * log2(own / equal);
    if (count < of)
        bits += (of - count) * log2((1 - own) / (1 - equal));
    bits -= log2(members);
    if (bits * 1000 > BITS_MOST)
        return BITS_MOST;
    return bits * 1000 < -BITS_MOST ? -BITS_MOST : (millibits)lround(bits * 1000);
}

static entity_id entity_of(const struct deeds *d, record_id record, enum party party)
{
    mention_id m = mention_find(d->in->mentions, record, party);
    bool is_counted = m && !(d->in->is_compelled && d->in->is_compelled[m]);
    return is_counted ? d->in->entities->of_mention[m] : 0;
}

static void add_deed(struct deeds *d, enum role_kind kind, entity_id entity, record_id record)
{
    uint32_t network = entity ? d->in->network_of[entity] : 0;
    if (!network || d->is_protected[entity])
        return;
    d->ok = d->ok && memory_reserve(&d->items, &d->capacity, d->count + 1, UINT32_MAX);
    if (d->ok)
        d->items[d->count++] = (struct deed){network, entity, record, (uint8_t)kind};
}

static void add_records(struct deeds *d)
{
    for (uint64_t i = 1; i <= d->in->records->count && d->ok; i++) {
        record_id id = (record_id)i;
        unsigned kind = d->in->records->records[id].kind;
        if (kind == KIND_AD)
            add_deed(d, ROLE_ANSWERS, entity_of(d, id, PARTY_CONTACT), id);
        if (kind == KIND_STAY) {
            add_deed(d, ROLE_BOOKS, entity_of(d, id, PARTY_BOOKER), id);
            add_deed(d, ROLE_PAYS, entity_of(d, id, PARTY_PAYER), id);
        }
    }
}

static void add_payments(struct deeds *d)
{
    const struct payment_table *table = d->in->payments;
    for (uint32_t i = 0; i < table->count && d->ok; i++) {
        const struct payment *p = &table->payments[i];
        entity_id from = p->from ? entity_of(d, p->record, PARTY_FROM) : 0;
        entity_id to = p->to ? entity_of(d, p->record, PARTY_TO) : 0;
        bool is_inside = from && to && from != to && d->in->network_of[from] == d->in->network_of[to];
        if (p->payee != PAYEE_OTHER)
            add_deed(d, ROLE_PAYS, from, p->record);
        if (is_inside || (p->to && d->in->is_collector[table->accounts[p->to].identifier]))
            add_deed(d, ROLE_COLLECTS, to, p->record);
    }
}

static void add_ties(struct deeds *d)
{
    for (size_t i = 0; i < d->in->tie_count && d->ok; i++) {
        const struct member_tie *tie = &d->in->ties[i];
        if (tie->from == tie->to)
            continue;
        add_deed(d, ROLE_CONNECTS, tie->from, tie->example);
        add_deed(d, ROLE_CONNECTS, tie->to, tie->example);
    }
}

/* By network, kind, entity, record. */
static bool sort_deeds(struct deeds *d)
{
    d->order = memory_new(d->count, sizeof *d->order);
    if (!d->order)
        return false;
    for (size_t i = 0; i < d->count; i++)
        d->order[i] = (struct sort_pair){(uint64_t)d->items[i].entity << 32 | d->items[i].record, i};
    if (!sort_pairs(d->order, d->count))
        return false;
    for (size_t i = 0; i < d->count; i++) {
        const struct deed *deed = &d->items[d->order[i].value];
        d->order[i].key = (uint64_t)deed->network << 8 | deed->kind;
    }
    return sort_pairs(d->order, d->count);
}

static const struct deed *deed_at(const struct deeds *d, size_t at)
{
    return &d->items[d->order[at].value];
}

/* Tables that the records come from, up to two: more than one is what counts. */
static uint32_t count_resources(const struct deeds *d, size_t begin, size_t end)
{
    resource_id first = d->in->records->records[deed_at(d, begin)->record].resource;
    for (size_t i = begin; i < end; i++)
        if (d->in->records->records[deed_at(d, i)->record].resource != first)
            return 2;
    return 1;
}

/* Deeds [begin, end) are one entity's of all `of` in its network. */
static bool judge(const struct deeds *d, const struct role_options *options, size_t begin, size_t end,
                  uint32_t of, struct role_table *out)
{
    const struct deed *deed = deed_at(d, begin);
    struct held_role role = {.network = deed->network,
                             .entity = deed->entity,
                             .kind = deed->kind,
                             .count = (uint32_t)(end - begin),
                             .of = of,
                             .members = d->members[deed->network],
                             .first = out->evidence_count};
    role.bits = share_bits(role.count, of, role.members);
    if (role.count < options->records_least || role.bits <= 0 ||
        bits_probability(role.bits) < options->likely_least)
        return true;
    role.kept = role.count < options->evidence_most ? role.count : options->evidence_most;
    role.confidence =
        (uint8_t)analytic_confidence(role.count, count_resources(d, begin, end), &options->confidence);
    if (!memory_reserve(&out->roles, &out->capacity, out->count + 1, UINT32_MAX) ||
        !memory_reserve(&out->evidence, &out->evidence_capacity, out->evidence_count + role.kept, UINT32_MAX))
        return false;
    for (uint32_t i = 0; i < role.kept; i++)
        out->evidence[out->evidence_count++] = deed_at(d, begin + i)->record;
    out->roles[out->count++] = role;
    return true;
}

static int compare_roles(const void *a, const void *b)
{
    const struct held_role *x = a;
    const struct held_role *y = b;
    if (x->network != y->network)
        return x->network < y->network ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->bits != y->bits)
        return x->bits > y->bits ? -1 : 1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return (x->entity > y->entity) - (x->entity < y->entity);
}

static bool judge_all(const struct deeds *d, const struct role_options *options, struct role_table *out)
{
    for (size_t i = 0; i < d->count;) {
        size_t end = i;
        while (end < d->count && d->order[end].key == d->order[i].key)
            end++;
        for (size_t k = i; k < end;) {
            size_t own = k;
            while (own < end && deed_at(d, own)->entity == deed_at(d, k)->entity)
                own++;
            if (!judge(d, options, k, own, (uint32_t)(end - i), out))
                return false;
            k = own;
        }
        i = end;
    }
    if (out->count)
        qsort(out->roles, out->count, sizeof *out->roles, compare_roles);
    return true;
}

enum bowline_status role_table_build(const struct role_inputs *inputs, const struct role_options *options,
                                     struct role_table *out, struct bowline_error *err)
{
    struct deeds d = {.in = inputs, .ok = true};
    *out = (struct role_table){0};
    d.is_protected = protected_entities(inputs);
    d.members = memory_new((size_t)inputs->network_count + 1, sizeof *d.members);
    d.ok = d.is_protected && d.members;
    for (entity_id e = 1; d.ok && e <= inputs->entities->count; e++)
        d.members[inputs->network_of[e]]++;
    if (d.ok) {
        add_records(&d);
        add_payments(&d);
        add_ties(&d);
    }
    bool is_done = d.ok && sort_deeds(&d) && judge_all(&d, options, out);
    memory_free(d.items);
    memory_free(d.order);
    memory_free(d.is_protected);
    memory_free(d.members);
    if (is_done)
        return BOWLINE_OK;
    role_table_release(out);
    return error_memory(err);
}
