/* Accounts that pay for one booker only. */
#include "links/payers.h"

#include "links/portraits.h"

#include "graph/union_find.h"

#include "base/hash.h"
#include "base/memory.h"

#define NAME_MOST 128 /* bytes of a name that are looked at */

/* The first pair of a mention, by halving. */
static size_t first_of(const struct sort_pair *pairs, size_t count, mention_id m)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (pairs[middle].key >> 32 < m)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* Each account of a payer without a name, as (identifier, booker). */
static size_t list_loans(const struct link_inputs *in, struct sort_pair *loans)
{
    size_t count = 0;
    for (size_t i = 0; i < in->identifiers->use_count; i++) {
        const struct identifier_use *use = &in->identifiers->uses[i];
        if (use->party != PARTY_PAYER ||
            in->identifiers->identifiers[use->identifier].type != IDENTIFIER_ACCOUNT)
            continue;
        mention_id booker = mention_find(in->mentions, use->record, PARTY_BOOKER);
        struct span name = record_value(in->records, use->record, (struct role){PARTY_PAYER, TYPE_NAME});
        if (booker && !name.length)
            loans[count++] = (struct sort_pair){use->identifier, booker};
    }
    return count;
}

/* Bookers of the same full name hang together too: the account is what they share besides. */
static uint64_t name_key(const struct link_inputs *in, mention_id booker)
{
    struct span name = record_value(in->records, in->mentions->mentions[booker].record,
                                    (struct role){PARTY_BOOKER, TYPE_NAME});
    char folded[NAME_MOST];
    size_t length = portrait_fold(name, folded, sizeof folded);
    return length ? hash_bytes(folded, length, 0) | UINT64_C(1) << 63 : 0;
}

struct lender {
    const struct link_inputs *in;
    struct sort_pair *pairs;
    size_t known;              /* sorted pairs, before anything is lent */
    struct sort_pair *scratch; /* the bookers' identifiers */
    uint32_t *parent;
};

static size_t list_held(const struct lender *l, const struct sort_pair *loans, size_t bookers)
{
    size_t held = 0;
    for (size_t i = 0; i < bookers; i++) {
        mention_id m = (mention_id)loans[i].value;
        uint64_t name = name_key(l->in, m);
        if (name)
            l->scratch[held++] = (struct sort_pair){name, i};
        for (size_t at = first_of(l->pairs, l->known, m); at < l->known && l->pairs[at].key >> 32 == m; at++)
            l->scratch[held++] = (struct sort_pair){(uint32_t)l->pairs[at].key, i};
    }
    return held;
}

/* Whether the bookers of one account hang together by their own identifiers. False in *ok: no memory. */
static bool are_one(const struct lender *l, const struct sort_pair *loans, size_t bookers, bool *ok)
{
    size_t held = list_held(l, loans, bookers);
    *ok = sort_pairs(l->scratch, held);
    union_find_init(l->parent, bookers);
    for (size_t i = 1; *ok && i < held; i++)
        if (l->scratch[i].key == l->scratch[i - 1].key)
            union_find_join(l->parent, (uint32_t)l->scratch[i - 1].value, (uint32_t)l->scratch[i].value);
    for (size_t i = 0; i < bookers; i++)
        if (union_find_root(l->parent, (uint32_t)i) != 0)
            return false;
    return *ok;
}

static bool lend(const struct lender *l, size_t *count, const struct sort_pair *loans, size_t loan_count)
{
    bool ok = true;
    for (size_t begin = 0, end; ok && begin < loan_count; begin = end) {
        for (end = begin + 1; end < loan_count && loans[end].key == loans[begin].key;)
            end++;
        if (!are_one(l, loans + begin, end - begin, &ok))
            continue;
        for (size_t i = begin; i < end; i++)
            l->pairs[(*count)++] = (struct sort_pair){loans[i].value << 32 | loans[i].key, 0};
    }
    return ok && sort_pairs(l->pairs, *count);
}

bool payers_lend(const struct link_inputs *in, struct sort_pair *pairs, size_t *count)
{
    struct sort_pair *loans = memory_new(in->identifiers->use_count, sizeof *loans);
    size_t most = *count + in->identifiers->use_count; /* what bookers hold, and a name each */
    struct lender l = {.in = in, .pairs = pairs, .known = *count};
    l.scratch = memory_new(most, sizeof *l.scratch);
    size_t loan_count = loans ? list_loans(in, loans) : 0;
    l.parent = memory_new(loan_count, sizeof *l.parent);
    bool ok = loans && l.scratch && l.parent && sort_pairs(loans, loan_count);
    if (ok && loan_count)
        ok = lend(&l, count, loans, loan_count);
    memory_free(loans);
    memory_free(l.scratch);
    memory_free(l.parent);
    return ok;
}
