/* Ties by what two nodes share: a house, a person, an identifier that is too weak to make them one. What many
 * share ties nobody. */
#include "entities/tie_list.h"

#include "graph/union_find.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"

#include <math.h>

/* Bits where two nodes alone share a thing of this kind, what each doubling of the others takes off, and the
 * number of nodes above which the thing is too common to tie any two. One person may stand in many ads of one
 * ring; a house with many guests is a hotel. */
static const struct {
    millibits bits, popular;
    uint32_t sharers;
} shared[TIE_KIND_COUNT] = {
    [TIE_PREMISES] = {3000, 2000, 12},
    [TIE_PERSON] = {7000, 500, 64},
    [TIE_BOOKING] = {7000, 2000, 12},
    [TIE_IDENTIFIER] = {4000, 2000, 12},
};
#define NEXT 3 /* nodes with which each is tied: what two groups share counts once, so a chain is enough */

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
                           (struct share){house, in->node_of[m], r, shared[TIE_PREMISES].bits, TIE_PREMISES}))
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

/* Protected mentions that links hold to be one person, as a forest. */
static void join_persons(const struct tie_inputs *in, uint32_t *parent)
{
    const struct mention *mentions = in->in->mentions->mentions;
    union_find_init(parent, (size_t)in->in->mentions->count + 1);
    for (size_t i = 0; i < in->links->count; i++) {
        const struct link *l = &in->links->links[i];
        if (l->bits > 0 && mentions[l->a].is_protected && mentions[l->b].is_protected)
            union_find_join(parent, l->a, l->b);
    }
}

/* A person is named by the least key of the mentions, so that the order of rows does not matter. */
static bool add_persons(const struct tie_inputs *in, uint32_t *parent, uint64_t *least,
                        struct share_list *list)
{
    const struct mention_table *t = in->in->mentions;
    for (mention_id m = 1; m <= t->count; m++) {
        uint64_t *of_root = &least[union_find_root(parent, m)];
        uint64_t key = in->links->mention_keys ? in->links->mention_keys[m] : m;
        *of_root = *of_root && *of_root < key ? *of_root : key;
    }
    for (mention_id m = 1; m <= t->count; m++) {
        if (!t->mentions[m].is_protected)
            continue;
        /* Who lodges one guest is told by stays alone, as who books for whom is: one kind of evidence. */
        enum tie_kind kind = t->mentions[m].party == PARTY_GUEST ? TIE_BOOKING : TIE_PERSON;
        struct share share = {hash_mix(TIE_PERSON + least[union_find_root(parent, m)]), agent_of(in, m),
                              t->mentions[m].record, shared[TIE_PERSON].bits, (uint8_t)kind};
        if (!add_share(list, share))
            return false;
    }
    return true;
}

static bool share_persons(const struct tie_inputs *in, struct share_list *list)
{
    size_t mentions = (size_t)in->in->mentions->count + 1;
    uint32_t *parent = memory_new(mentions, sizeof *parent);
    uint64_t *least = memory_new(mentions, sizeof *least);
    bool ok = parent && least;
    if (ok) {
        join_persons(in, parent);
        ok = add_persons(in, parent, least, list);
    }
    memory_free(parent);
    memory_free(least);
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
        millibits most = shared[kind].bits * o->per_mille / 1000;
        if (!add_share(list, (struct share){key, agent_of(in, m), use->record, most, (uint8_t)kind}))
            return false;
    }
    return true;
}

/* Of a thing that is shared in several ways, the way in which the most may share it. */
static uint32_t sharers_most(const struct share *s, size_t count)
{
    uint32_t most = 0;
    for (size_t i = 0; i < count; i++)
        most = shared[s[i].kind].sharers > most ? shared[s[i].kind].sharers : most;
    return most;
}

static const struct share *stronger(const struct share *x, const struct share *y)
{
    if (x->most != y->most)
        return x->most > y->most ? x : y;
    return x->kind == TIE_PERSON ? x : y;
}

/* By key, then the node's key, then record: each node once for a thing, with its first record and its
 * strongest kind. */
static bool sort_shares(const struct tie_inputs *in, struct share_list *list)
{
    struct sort_pair *pairs = memory_new(list->count, sizeof *pairs);
    struct share *sorted = memory_new(list->count, sizeof *sorted);
    bool ok = pairs && sorted;
    for (size_t i = 0; ok && i < list->count; i++)
        pairs[i] = (struct sort_pair){list->shares[i].record, i};
    ok = ok && sort_pairs(pairs, list->count);
    for (size_t i = 0; ok && i < list->count; i++)
        pairs[i].key = in->node_keys[list->shares[pairs[i].value].node];
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
        else if (stronger(s, last) == s)
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
    if (count < 2 || count > sharers_most(s, count))
        return true;
    double doublings = log2((double)(count - 1));
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count && j <= i + NEXT; j++) {
            const struct share *strong = stronger(&s[i], &s[j]);
            struct tie_event event = {.a = s[i].node,
                                      .b = s[j].node,
                                      .record = s[i].record < s[j].record ? s[i].record : s[j].record,
                                      .thing = (uint32_t)(s->key >> 32) | 1,
                                      .bits = strong->most -
                                              (millibits)lround(shared[strong->kind].popular * doublings),
                                      .kind = strong->kind};
            if (!tie_list_add(in, out, event))
                return false;
        }
    return true;
}

bool ties_from_shared(const struct tie_inputs *in, struct tie_list *out)
{
    struct share_list list = {0};
    bool ok = share_houses(in, &list) && share_persons(in, &list) && share_identifiers(in, &list) &&
              sort_shares(in, &list);
    for (size_t begin = 0, end; ok && begin < list.count; begin = end) {
        for (end = begin + 1; end < list.count && list.shares[end].key == list.shares[begin].key;)
            end++;
        ok = tie_sharers(in, list.shares + begin, end - begin, out);
    }
    memory_free(list.shares);
    return ok;
}
