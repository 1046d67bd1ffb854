/* Strings become dense 32-bit ids: open addressing with linear probing over XXH3. */
#include "base/intern.h"

#include "base/hash.h"
#include "base/memory.h"

void intern_init(struct intern *set)
{
    *set = (struct intern){0};
    buffer_init(&set->pool, SIZE_MAX / 2);
}

void intern_release(struct intern *set)
{
    buffer_release(&set->pool);
    memory_free(set->refs);
    memory_free(set->slots);
    memory_free(set->hashes);
    intern_init(set);
}

/* The slot that holds s, or the free one where it would go. */
static uint32_t find_slot(const struct intern *set, struct span s, uint64_t hash)
{
    uint32_t mask = set->slot_count - 1;
    uint32_t at = (uint32_t)hash & mask;
    while (set->slots[at]) {
        uint32_t id = set->slots[at];
        if (set->hashes[id] == hash && span_equal(buffer_span(&set->pool, set->refs[id]), s))
            break;
        at = (at + 1) & mask;
    }
    return at;
}

static bool grow_slots(struct intern *set)
{
    uint32_t wanted = set->slot_count ? set->slot_count * 2 : 64;
    if (wanted == 0)
        return false;
    uint32_t *slots = memory_new(wanted, sizeof *slots);
    if (!slots)
        return false;
    for (uint32_t id = 1; id <= set->count; id++) {
        uint32_t at = (uint32_t)set->hashes[id] & (wanted - 1);
        while (slots[at])
            at = (at + 1) & (wanted - 1);
        slots[at] = id;
    }
    memory_free(set->slots);
    set->slots = slots;
    set->slot_count = wanted;
    return true;
}

uint32_t intern_put(struct intern *set, struct span s)
{
    if ((uint64_t)set->count * 10 >= (uint64_t)set->slot_count * 7 && !grow_slots(set))
        return 0;
    uint64_t hash = hash_span(s);
    uint32_t at = find_slot(set, s, hash);
    if (set->slots[at])
        return set->slots[at];
    size_t need = (size_t)set->count + 2;
    if (!memory_reserve(&set->refs, &set->refs_capacity, need, UINT32_MAX) ||
        !memory_reserve(&set->hashes, &set->hashes_capacity, need, UINT32_MAX))
        return 0;
    struct text_ref ref = buffer_keep(&set->pool, s);
    if (!buffer_ok(&set->pool))
        return 0;
    uint32_t id = ++set->count;
    set->refs[0] = (struct text_ref){0};
    set->refs[id] = ref;
    set->hashes[id] = hash;
    set->slots[at] = id;
    return id;
}

uint32_t intern_find(const struct intern *set, struct span s)
{
    return set->slot_count ? set->slots[find_slot(set, s, hash_span(s))] : 0;
}

struct span intern_get(const struct intern *set, uint32_t id)
{
    return id && id <= set->count ? buffer_span(&set->pool, set->refs[id]) : (struct span){"", 0};
}
