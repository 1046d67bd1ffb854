/* Ties by what two nodes share: a house, a person, an identifier that is too weak to make them one. What many
 * share ties nobody. */
#include "entities/tie_list.h"

#include "graph/union_find.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"

#include <math.h>

#define MOST_SHARERS 12 /* nodes above which a thing is too common to tie any two */

/* Bits where two nodes alone share a thing of this kind; each doubling of the others takes two off. */
static const millibits shared_bits[TIE_KIND_COUNT] = {
    [TIE_PREMISES] = 3000, [TIE_PERSON] = 7000, [TIE_BOOKING] = 7000, [TIE_IDENTIFIER] = 4000};

/* That a node has a thing: key names the thing and the kind of tie. */
struct share {
    uint64_t key;
    uint32_t node;
    record_id record;
    millibits most; /* what it may be worth at most */
    uint8_t kind;
};

struct share_list {
    struct share *shares;
    size_t count, capacity;
};

static bool add_share(struct share_list *list, struct share share)
{
    if (!memory_reserve(&list->shares, &list->capacity, list->count + 1, SIZE_MAX / sizeof share))
        return false;
    list->shares[list->count++] = share;
    return true;
}

static void hash_value(uint64_t *hash, struct span value)
{
    for (size_t i = 0; i < value.length; i++) {
        unsigned char c = (unsigned char)value.at[i];
        if (c >= 'A' && c <= 'Z')
            c = (unsigned char)(c - 'A' + 'a');
        if (c >= 128 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            *hash = hash_mix(*hash + c);
    }
}

/* The house that a record's party names: its address, else for the place itself its name; with the town. 0
 * where none. */
static uint64_t house_of(const struct record_table *records, record_id r, enum party party)
{
    uint64_t hash = TIE_PREMISES;
    struct span house = record_value(records, r, (struct role){party, TYPE_ADDRESS});
    if (!house.length && party == PARTY_SELF)
        house = record_value(records, r, (struct role){party, TYPE_NAME});
    if (!house.length)
        return 0;
    hash_value(&hash, house);
    hash_value(&hash, record_value(records, r, (struct role){party, TYPE_PLACE}));
    return hash;
}

static bool share_houses(const struct tie_inputs *in, struct share_list *list)
{
    const struct record_table *records = in->in->records;
    const struct mention_table *mentions = in->in->mentions;
    for (record_id r = 1; r <= records->count; r++) {
        uint8_t kind = records->records[r].kind;
        uint64_t own = kind == KIND_STAY || kind == KIND_PREMISES ? house_of(records, r, PARTY_SELF) : 0;
        for (mention_id m = mentions->first[r]; m < mentions->first[r + 1]; m++) {
            uint64_t house = own ? own : house_of(records, r, (enum party)mentions->mentions[m].party);
            if (!house || mentions->mentions[m].is_protected)
                continue;
            if (!add_share(list,
                           (struct share){house, in->node_of[m], r, shared_bits[TIE_PREMISES], TIE_PREMISES}))
                return false;
        }
    }
    return true;
}

/* The node that acts for a protected mention: who answers the ad, who books the stay; itself where it is the
 * record. */
static uint32_t agent_of(const struct tie_inputs *in, mention_id m)
{
    const struct mention *mention = &in->in->mentions->mentions[m];
    if (!mention->is_protected)
        return in->node_of[m];
    return in->node_of[mention_principal(in->in->mentions, in->in->records, mention->record)];
}

/* Persons: protected mentions that links hold to be one. */
static bool share_persons(const struct tie_inputs *in, struct share_list *list)
{
    const struct mention *mentions = in->in->mentions->mentions;
    uint32_t *parent = memory_new((size_t)in->in->mentions->count + 1, sizeof *parent);
    if (!parent)
        return false;
    union_find_init(parent, (size_t)in->in->mentions->count + 1);
    for (size_t i = 0; i < in->links->count; i++) {
        const struct link *l = &in->links->links[i];
        if (l->bits > 0 && mentions[l->a].is_protected && mentions[l->b].is_protected)
            union_find_join(parent, l->a, l->b);
    }
    bool ok = true;
    for (mention_id m = 1; ok && m <= in->in->mentions->count; m++) {
        if (!mentions[m].is_protected)
            continue;
        uint64_t key = hash_mix((uint64_t)TIE_PERSON << 40 | union_find_root(parent, m));
        ok = add_share(list, (struct share){key, agent_of(in, m), mentions[m].record, shared_bits[TIE_PERSON],
                                            TIE_PERSON});
    }
    memory_free(parent);
    return ok;
}

/* An identifier that did not make its users one entity; where a lodger or an advertised person is among them,
 * the agent of that person stands in. */
static bool share_identifiers(const struct tie_inputs *in, struct share_list *list)
{
    const struct identifier_table *identifiers = in->in->identifiers;
    for (size_t i = 0; i < identifiers->use_count; i++) {
        const struct identifier_use *use = &identifiers->uses[i];
        const struct ownership *o = &in->links->identifier_ownership[use->identifier];
        mention_id m = mention_find(in->in->mentions, use->record, (enum party)use->party);
        if (!m || o->records < 2 || o->per_mille < 50)
            continue;
        bool lodged = use->party == PARTY_GUEST;
        bool hidden = in->in->mentions->mentions[m].is_protected;
        enum tie_kind kind = lodged ? TIE_BOOKING : hidden ? TIE_PERSON : TIE_IDENTIFIER;
        uint64_t key = hash_mix((uint64_t)TIE_IDENTIFIER << 40 | use->identifier);
        millibits most = shared_bits[kind] * o->per_mille / 1000;
        if (!add_share(list, (struct share){key, agent_of(in, m), use->record, most, (uint8_t)kind}))
            return false;
    }
    return true;
}

/* By key, then node, then record: each node once for a thing, with its first record and its strongest kind.
 */
static bool sort_shares(struct share_list *list)
{
    struct sort_pair *pairs = memory_new(list->count, sizeof *pairs);
    struct share *sorted = memory_new(list->count, sizeof *sorted);
    bool ok = pairs && sorted;
    for (size_t i = 0; ok && i < list->count; i++)
        pairs[i] = (struct sort_pair){(uint64_t)list->shares[i].node << 32 | list->shares[i].record, i};
    ok = ok && sort_pairs(pairs, list->count);
    for (size_t i = 0; ok && i < list->count; i++)
        pairs[i].key = list->shares[pairs[i].value].key;
    ok = ok && sort_pairs(pairs, list->count);
    size_t kept = 0;
    for (size_t i = 0; ok && i < list->count; i++) {
        const struct share *s = &list->shares[pairs[i].value];
        struct share *last = kept ? &sorted[kept - 1] : NULL;
        if (!last || last->key != s->key || last->node != s->node)
            sorted[kept++] = *s;
        else if (s->most > last->most)
            last->most = s->most, last->kind = s->kind;
    }
    memory_free(pairs);
    if (ok) {
        memory_free(list->shares);
        list->shares = sorted;
        list->capacity = list->count;
        list->count = kept;
    } else {
        memory_free(sorted);
    }
    return ok;
}

static bool tie_sharers(const struct tie_inputs *in, const struct share *s, size_t count,
                        struct tie_list *out)
{
    if (count < 2 || count > MOST_SHARERS)
        return true;
    millibits popular = (millibits)lround(2000 * log2((double)(count - 1)));
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            const struct share *strong = s[i].most >= s[j].most ? &s[i] : &s[j];
            struct tie_event event = {s[i].node, s[j].node,
                                      s[i].record < s[j].record ? s[i].record : s[j].record,
                                      strong->most - popular, strong->kind};
            if (!tie_list_add(in, out, event))
                return false;
        }
    return true;
}

bool ties_from_shared(const struct tie_inputs *in, struct tie_list *out)
{
    struct share_list list = {0};
    bool ok = share_houses(in, &list) && share_persons(in, &list) && share_identifiers(in, &list) &&
              sort_shares(&list);
    for (size_t begin = 0, end; ok && begin < list.count; begin = end) {
        for (end = begin + 1; end < list.count && list.shares[end].key == list.shares[begin].key;)
            end++;
        ok = tie_sharers(in, list.shares + begin, end - begin, out);
    }
    memory_free(list.shares);
    return ok;
}
