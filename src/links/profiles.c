/* Portraits that say exactly the same. */
#include "links/profiles.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"

#include <string.h>

void profiles_release(struct profiles *profiles)
{
    memory_free(profiles->order);
    *profiles = (struct profiles){0};
}

static size_t held_bytes(const struct holdings *h, mention_id m)
{
    return (h->first[m + 1] - h->first[m]) * sizeof *h->held;
}

static uint64_t profile_hash(const struct holdings *h, const struct portrait *p)
{
    const uint32_t fields[] = {p->class, p->name,     p->alias,   p->born,
                               p->place, p->postcode, p->address, p->attribute};
    uint64_t hash = hash_bytes((const char *)fields, sizeof fields, 0);
    return hash_bytes((const char *)(h->held + h->first[p->mention]), held_bytes(h, p->mention), hash);
}

static bool is_same(const struct holdings *h, const struct portrait *x, const struct portrait *y)
{
    return x->class == y->class && x->name == y->name && x->alias == y->alias && x->born == y->born &&
           x->place == y->place && x->postcode == y->postcode && x->address == y->address &&
           x->attribute == y->attribute && held_bytes(h, x->mention) == held_bytes(h, y->mention) &&
           memcmp(h->held + h->first[x->mention], h->held + h->first[y->mention],
                  held_bytes(h, x->mention)) == 0;
}

/* The first eight bytes of a name, so that alike names stand together. */
static uint64_t name_head(const struct portrait_table *t, const struct portrait *p)
{
    uint64_t head = 0;
    struct span name = p->name ? intern_get(&t->name_set.strings, p->name) : (struct span){"", 0};
    for (unsigned i = 0; i < 8; i++)
        head = head << 8 | (i < name.length ? (unsigned char)name.at[i] : 0);
    return head;
}

/* Of pairs in the order of (hash, mention key), the first of each profile is kept, and the others are paired
 * with it. A hash that two profiles share by chance costs a comparison and nothing else. */
static bool keep_one_each(const struct holdings *h, const struct portrait_table *t, struct sort_pair *pairs,
                          uint32_t *count, struct pair_list *out)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < *count; i++) {
        const struct portrait *p = &t->portraits[pairs[i].value];
        const struct portrait *first = kept ? &t->portraits[pairs[kept - 1].value] : NULL;
        if (!first || !is_same(h, first, p))
            pairs[kept++] = pairs[i];
        else if (!pair_list_add(out, first->mention, p->mention))
            return false;
    }
    *count = kept;
    return true;
}

static bool sort_by_key(const struct holdings *h, const struct portrait_table *t, struct sort_pair *pairs,
                        uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        pairs[i].key = h->keys[t->portraits[pairs[i].value].mention];
    return sort_pairs(pairs, count);
}

static bool build(const struct holdings *h, const struct portrait_table *t, struct sort_pair *pairs,
                  struct profiles *profiles, struct pair_list *out)
{
    uint32_t count = t->count;
    for (portrait_id p = 1; p <= count; p++)
        pairs[p - 1].value = p;
    if (!sort_by_key(h, t, pairs, count))
        return false;
    for (uint32_t i = 0; i < count; i++)
        pairs[i].key = profile_hash(h, &t->portraits[pairs[i].value]);
    if (!sort_pairs(pairs, count) || !keep_one_each(h, t, pairs, &count, out) ||
        !sort_by_key(h, t, pairs, count))
        return false;
    for (uint32_t i = 0; i < count; i++)
        pairs[i].key = name_head(t, &t->portraits[pairs[i].value]);
    if (!sort_pairs(pairs, count))
        return false;
    for (uint32_t i = 0; i < count; i++)
        profiles->order[i] = (portrait_id)pairs[i].value;
    profiles->count = count;
    return true;
}

enum bowline_status profiles_build(const struct holdings *holdings, const struct portrait_table *portraits,
                                   struct profiles *profiles, struct pair_list *out,
                                   struct bowline_error *err)
{
    *profiles = (struct profiles){.order = memory_new(portraits->count, sizeof *profiles->order)};
    struct sort_pair *pairs = memory_new(portraits->count, sizeof *pairs);
    bool ok = profiles->order && pairs && build(holdings, portraits, pairs, profiles, out);
    memory_free(pairs);
    if (ok)
        return BOWLINE_OK;
    profiles_release(profiles);
    return error_memory(err);
}
