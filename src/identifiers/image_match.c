/* Multi-index hashing over four parts of 16 bits. */
#include "identifiers/image_match.h"

#include "base/memory.h"
#include "identifiers/letters.h"

#include <assert.h>
#include <stdlib.h>

#define PARTS     4
#define PART_BITS 16
#define KEYS      65536u
#define MASKS     137 /* ways to change at most two of 16 bits */

const struct image_match_options image_match_defaults = {.radius = 7, .block_most = 4096, .flat_most = 3};

struct part_index {
    uint32_t *starts; /* KEYS + 1 */
    uint32_t *order;  /* places in the array, by key, ascending in each */
};

struct matcher {
    const struct image_hash *hashes;
    size_t count;
    const struct image_match_options *options;
    struct part_index index;
    uint16_t masks[MASKS];
    unsigned mask_count;
    unsigned part;
    struct image_matches *out;
};

bool image_hash_read(struct span value, uint64_t *bits)
{
    *bits = 0;
    if (value.length != 16)
        return false;
    for (size_t i = 0; i < 16; i++) {
        char c = to_lower(value.at[i]);
        if (!is_hex(c))
            return false;
        *bits = *bits << 4 | (unsigned)(is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return true;
}

static unsigned key_of(uint64_t bits, unsigned part)
{
    return (unsigned)(bits >> (part * PART_BITS)) & (KEYS - 1);
}

static bool is_flat(const struct matcher *m, uint64_t bits)
{
    unsigned set = (unsigned)__builtin_popcountll(bits);
    return set <= m->options->flat_most || 64 - set <= m->options->flat_most;
}

/* The masks of at most so many bits. */
static void make_masks(struct matcher *m, unsigned bits)
{
    m->mask_count = 0;
    m->masks[m->mask_count++] = 0;
    for (unsigned a = 0; a < PART_BITS && bits >= 1; a++) {
        m->masks[m->mask_count++] = (uint16_t)(1u << a);
        for (unsigned b = a + 1; b < PART_BITS && bits >= 2; b++)
            m->masks[m->mask_count++] = (uint16_t)(1u << a | 1u << b);
    }
}

/* A counting sort by the key of the part; flat hashes are left out. */
static void make_index(struct matcher *m)
{
    uint32_t *starts = m->index.starts;
    memset(starts, 0, (KEYS + 1) * sizeof *starts);
    for (size_t i = 0; i < m->count; i++)
        if (!is_flat(m, m->hashes[i].bits))
            starts[key_of(m->hashes[i].bits, m->part) + 1]++;
    for (unsigned key = 0; key < KEYS; key++)
        starts[key + 1] += starts[key];
    for (size_t i = m->count; i-- > 0;)
        if (!is_flat(m, m->hashes[i].bits)) {
            unsigned key = key_of(m->hashes[i].bits, m->part);
            m->index.order[--starts[key + 1]] = (uint32_t)i;
        }
    /* starts[key + 1] now is where key begins */
    memmove(starts, starts + 1, KEYS * sizeof *starts);
}

/* Whether an earlier part finds the pair too. */
static bool is_seen(const struct matcher *m, uint64_t difference)
{
    unsigned near = m->options->radius / PARTS;
    for (unsigned part = 0; part < m->part; part++)
        if ((unsigned)__builtin_popcount(key_of(difference, part)) <= near)
            return true;
    return false;
}

static bool put_pair(struct matcher *m, uint32_t first, uint32_t second, unsigned distance)
{
    struct image_matches *out = m->out;
    if (!memory_reserve(&out->pairs, &out->capacity, out->count + 1, UINT32_MAX))
        return false;
    out->pairs[out->count++] = (struct image_pair){first, second, (uint8_t)distance};
    return true;
}

/* Compares a hash with those of one entry that stand behind it in the array. */
static bool probe(struct matcher *m, uint32_t place, unsigned key, uint32_t end)
{
    const uint32_t *at = m->index.order + m->index.starts[key];
    const uint32_t *stop = m->index.order + end;
    uint64_t bits = m->hashes[place].bits;
    unsigned budget = m->options->block_most;
    for (; at < stop; at++) {
        if (*at <= place)
            continue;
        if (budget-- == 0) {
            m->out->cut += (uint64_t)(stop - at);
            return true;
        }
        uint64_t difference = bits ^ m->hashes[*at].bits;
        unsigned distance = (unsigned)__builtin_popcountll(difference);
        m->out->compared++;
        if (distance <= m->options->radius && !is_seen(m, difference) && !put_pair(m, place, *at, distance))
            return false;
    }
    return true;
}

static bool match_part(struct matcher *m, uint32_t total)
{
    make_index(m);
    for (size_t i = 0; i < m->count; i++) {
        if (is_flat(m, m->hashes[i].bits))
            continue;
        unsigned key = key_of(m->hashes[i].bits, m->part);
        for (unsigned mask = 0; mask < m->mask_count; mask++) {
            unsigned near = key ^ m->masks[mask];
            uint32_t end = near + 1 < KEYS ? m->index.starts[near + 1] : total;
            if (!probe(m, (uint32_t)i, near, end))
                return false;
        }
    }
    return true;
}

static int pair_order(const void *a, const void *b)
{
    const struct image_pair *x = a;
    const struct image_pair *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->second > y->second) - (x->second < y->second);
}

/* Places become owners. */
static void finish(struct matcher *m)
{
    struct image_matches *out = m->out;
    if (out->count > 1)
        qsort(out->pairs, out->count, sizeof *out->pairs, pair_order);
    for (size_t i = 0; i < out->count; i++) {
        out->pairs[i].first = m->hashes[out->pairs[i].first].owner;
        out->pairs[i].second = m->hashes[out->pairs[i].second].owner;
    }
}

enum bowline_status image_match(const struct image_hash *hashes, size_t count,
                                const struct image_match_options *options, struct image_matches *out,
                                struct bowline_error *err)
{
    assert(options->radius <= IMAGE_RADIUS_MOST && count < UINT32_MAX);
    *out = (struct image_matches){0};
    struct matcher m = {.hashes = hashes, .count = count, .options = options, .out = out};
    m.index.starts = memory_new(KEYS + 1, sizeof *m.index.starts);
    m.index.order = memory_new(count, sizeof *m.index.order);
    bool is_done = m.index.starts && m.index.order;
    make_masks(&m, options->radius / PARTS);
    for (size_t i = 0; i < count; i++)
        out->flat += is_flat(&m, hashes[i].bits);
    for (m.part = 0; is_done && m.part < PARTS; m.part++)
        is_done = match_part(&m, (uint32_t)(count - out->flat));
    if (is_done)
        finish(&m);
    else
        image_matches_release(out);
    memory_free(m.index.starts);
    memory_free(m.index.order);
    return is_done ? BOWLINE_OK : error_memory(err);
}

void image_matches_release(struct image_matches *matches)
{
    memory_free(matches->pairs);
    *matches = (struct image_matches){0};
}
