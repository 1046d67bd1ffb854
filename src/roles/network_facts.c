/* Facts of networks: one pass over records, payments and ties. */
#include "roles/network_facts.h"

#include "base/memory.h"
#include "entities/network_table.h"

enum { HAS_BOOKED = 1, HAS_PAID = 2, HAS_COLLECTED = 4 };

struct counting {
    const struct role_inputs *in;
    struct network_facts *facts;
    uint32_t *resources;         /* [network]: bits of tables */
    uint32_t *tie_kinds;         /* [network]: bits of kinds */
    uint32_t *ads, *paid, *ties; /* [entity] */
    uint32_t *tie_records;       /* [entity] */
    uint8_t *marks;              /* [entity] */
};

static entity_id entity_of(const struct counting *c, record_id record, enum party party)
{
    mention_id m = mention_find(c->in->mentions, record, party);
    return m ? c->in->entities->of_mention[m] : 0;
}

static struct network_facts *facts_of(const struct counting *c, entity_id entity)
{
    uint32_t network = entity ? c->in->network_of[entity] : 0;
    return network ? &c->facts[network] : NULL;
}

static bool is_same_name(struct span a, struct span b)
{
    a = span_trim(a);
    b = span_trim(b);
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++) {
        char x = a.at[i] >= 'A' && a.at[i] <= 'Z' ? (char)(a.at[i] + 32) : a.at[i];
        char y = b.at[i] >= 'A' && b.at[i] <= 'Z' ? (char)(b.at[i] + 32) : b.at[i];
        if (x != y)
            return false;
    }
    return true;
}

static void count_stay(struct counting *c, record_id id)
{
    entity_id booker = entity_of(c, id, PARTY_BOOKER);
    struct network_facts *facts = facts_of(c, booker);
    if (!facts)
        return;
    struct span name = record_value(c->in->records, id, (struct role){PARTY_BOOKER, TYPE_NAME});
    struct span guest = record_value(c->in->records, id, (struct role){PARTY_GUEST, TYPE_NAME});
    facts->stays++;
    facts->stays_for_others += name.length && guest.length && !is_same_name(name, guest);
    c->marks[booker] |= HAS_BOOKED;
}

static void count_records(struct counting *c)
{
    for (uint64_t i = 1; i <= c->in->records->count; i++) {
        record_id id = (record_id)i;
        const struct record *record = &c->in->records->records[id];
        entity_id filed = c->in->entities->of_record[id];
        struct network_facts *facts = facts_of(c, filed);
        if (facts) {
            facts->records++;
            facts->duplicates += record->duplicate_of != 0;
            c->resources[c->in->network_of[filed]] |= 1u << (record->resource & 31);
        }
        if (record->kind == KIND_STAY)
            count_stay(c, id);
        if (record->kind == KIND_AD)
            c->ads[entity_of(c, id, PARTY_CONTACT)]++;
    }
}

static void count_payments(struct counting *c)
{
    const struct payment_table *table = c->in->payments;
    for (uint32_t i = 0; i < table->count; i++) {
        const struct payment *p = &table->payments[i];
        entity_id from = p->from ? entity_of(c, p->record, PARTY_FROM) : 0;
        entity_id to = p->to ? entity_of(c, p->record, PARTY_TO) : 0;
        struct network_facts *facts = facts_of(c, from);
        if (p->payee != PAYEE_OTHER)
            c->marks[from] |= HAS_PAID;
        if (to && c->in->is_collector[table->accounts[p->to].identifier])
            c->marks[to] |= HAS_COLLECTED;
        if (!facts || !to || from == to || c->in->network_of[from] != c->in->network_of[to])
            continue;
        facts->payments++;
        if (++c->paid[to] > facts->paid_most)
            facts->paid_most = c->paid[to];
    }
}

static void count_ties(struct counting *c)
{
    for (size_t i = 0; i < c->in->tie_count; i++) {
        const struct member_tie *tie = &c->in->ties[i];
        struct network_facts *facts = &c->facts[tie->network];
        bool is_deed = tie->kind == TIE_PAYMENT || tie->kind == TIE_CALL || tie->kind == TIE_BOOKING;
        facts->ties++;
        facts->single += tie->records == 1;
        *(is_deed ? &facts->deeds : &facts->shared) += tie->records;
        facts->bits += tie->bits;
        c->tie_kinds[tie->network] |= 1u << tie->kind;
        const entity_id ends[2] = {tie->from, tie->to};
        for (unsigned end = 0; end < 2; end++) {
            c->ties[ends[end]]++;
            c->tie_records[ends[end]] += tie->records;
        }
    }
}

static void count_members(struct counting *c)
{
    for (entity_id e = 1; e <= c->in->entities->count; e++) {
        struct network_facts *facts = facts_of(c, e);
        if (!facts)
            continue;
        facts->members++;
        facts->loose += c->ties[e] == 1 && c->tie_records[e] == 1;
        facts->collectors += (c->marks[e] & HAS_COLLECTED) != 0;
        facts->ads += c->ads[e];
        facts->answering += c->ads[e] > 0;
        facts->ads_most = c->ads[e] > facts->ads_most ? c->ads[e] : facts->ads_most;
        facts->self_reliant += c->ads[e] > 0 && c->marks[e] & (HAS_BOOKED | HAS_PAID);
    }
    for (uint32_t n = 1; n <= c->in->network_count; n++) {
        c->facts[n].resources = (uint32_t)__builtin_popcount(c->resources[n]);
        c->facts[n].tie_kinds = (uint32_t)__builtin_popcount(c->tie_kinds[n]);
    }
}

struct network_facts *network_facts_count(const struct role_inputs *inputs)
{
    size_t networks = (size_t)inputs->network_count + 1;
    size_t entities = (size_t)inputs->entities->count + 1;
    struct counting c = {.in = inputs,
                         .facts = memory_new(networks, sizeof *c.facts),
                         .resources = memory_new(networks, sizeof *c.resources),
                         .tie_kinds = memory_new(networks, sizeof *c.tie_kinds),
                         .ads = memory_new(entities, sizeof *c.ads),
                         .paid = memory_new(entities, sizeof *c.paid),
                         .ties = memory_new(entities, sizeof *c.ties),
                         .tie_records = memory_new(entities, sizeof *c.tie_records),
                         .marks = memory_new(entities, 1)};
    bool is_ready =
        c.facts && c.resources && c.tie_kinds && c.ads && c.paid && c.ties && c.tie_records && c.marks;
    if (is_ready) {
        count_records(&c);
        count_payments(&c);
        count_ties(&c);
        count_members(&c);
    } else {
        memory_free(c.facts);
        c.facts = NULL;
    }
    void *const scratch[] = {c.resources, c.tie_kinds, c.ads, c.paid, c.ties, c.tie_records, c.marks};
    for (size_t i = 0; i < sizeof scratch / sizeof *scratch; i++)
        memory_free(scratch[i]);
    return c.facts;
}
