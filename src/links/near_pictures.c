/* Near pictures by multi-index hashing; their holders are merged by time. */
#include "links/near_pictures.h"

#include "base/memory.h"
#include "base/sort.h"
#include "identifiers/image_match.h"
#include "links/ownership.h"

#define NEAR_MOST 16 /* near ones of a picture that are kept: more is a picture of nothing, or a series */

void near_pictures_release(struct near_pictures *near)
{
    memory_free(near->first);
    memory_free(near->list);
    *near = (struct near_pictures){0};
}

/* The perceptual hashes; *out is NULL where memory is short. */
static size_t list_hashes(const struct identifier_table *identifiers, struct near_pictures *near,
                          struct image_hash **out)
{
    size_t count = 0;
    near->base = near->end = 1;
    *out = memory_new(identifiers->count, sizeof **out);
    for (identifier_id i = 1; *out && i <= identifiers->count; i++) {
        struct image_hash hash = {.owner = i};
        if (identifiers->identifiers[i].type != IDENTIFIER_IMAGE ||
            !image_hash_read(identifier_value(identifiers, i), &hash.bits))
            continue;
        if (count == 0)
            near->base = i;
        near->end = i + 1;
        (*out)[count++] = hash;
    }
    return count;
}

/* Each pair from both sides, by picture and distance; ties stay in the order of the others. */
static struct sort_pair *list_sides(const struct image_matches *matches, value_id base)
{
    struct sort_pair *sides = memory_new(2 * matches->count, sizeof *sides);
    for (size_t i = 0; sides && i < matches->count; i++) {
        const struct image_pair *pair = &matches->pairs[i];
        uint64_t first = (uint64_t)(pair->first - base) << 8;
        uint64_t second = (uint64_t)(pair->second - base) << 8;
        sides[2 * i] = (struct sort_pair){first | pair->distance, pair->second};
        sides[2 * i + 1] = (struct sort_pair){second | pair->distance, pair->first};
    }
    if (sides && sort_pairs(sides, 2 * matches->count))
        return sides;
    memory_free(sides);
    return NULL;
}

static bool keep_nearest(const struct image_matches *matches, struct near_pictures *near)
{
    size_t pictures = near->end - near->base;
    struct sort_pair *sides = list_sides(matches, near->base);
    near->first = memory_new(pictures + 1, sizeof *near->first);
    near->list = memory_new(2 * matches->count, sizeof *near->list);
    bool is_done = sides && near->first && near->list;
    size_t kept = 0;
    size_t at = 0;
    for (size_t p = 0; is_done && p < pictures; p++) {
        near->first[p] = kept;
        for (; at < 2 * matches->count && sides[at].key >> 8 == p; at++) {
            if (kept - near->first[p] == NEAR_MOST)
                near->cut++;
            else
                near->list[kept++] = (struct near_picture){.other = (value_id)sides[at].value,
                                                           .distance = (uint32_t)(sides[at].key & 255)};
        }
    }
    if (is_done)
        near->first[pictures] = kept;
    memory_free(sides);
    return is_done;
}

enum bowline_status near_pictures_build(const struct identifier_table *identifiers, struct near_pictures *out,
                                        struct bowline_error *err)
{
    struct image_hash *hashes;
    struct image_matches matches = {0};
    *out = (struct near_pictures){0};
    size_t count = list_hashes(identifiers, out, &hashes);
    enum bowline_status status = hashes ? BOWLINE_OK : error_memory(err);
    if (status == BOWLINE_OK)
        status = image_match(hashes, count, &image_match_defaults, &matches, err);
    out->cut = matches.cut;
    if (status == BOWLINE_OK && !keep_nearest(&matches, out))
        status = error_memory(err);
    image_matches_release(&matches);
    memory_free(hashes);
    if (status != BOWLINE_OK)
        near_pictures_release(out);
    return status;
}

static millibits share(millibits equal, unsigned distance)
{
    unsigned beyond = image_match_defaults.radius + 1;
    return (millibits)((int64_t)equal * (beyond - distance) / beyond);
}

void near_pictures_weigh(struct near_pictures *near, const struct ownership *ownership, millibits prior)
{
    for (value_id v = near->base; v < near->end; v++)
        for (uint64_t i = near->first[v - near->base]; i < near->first[v - near->base + 1]; i++) {
            struct near_picture *n = &near->list[i];
            struct ownership one = ownership_as_one_picture(&ownership[v], &ownership[n->other], prior);
            n->bits = share(one.bits, n->distance);
            n->person_bits = share(one.person_bits, n->distance);
        }
}

static int64_t begin_of(const struct blocking_values *b, mention_id m)
{
    return b->in->records->records[b->in->mentions->mentions[m].record].begin;
}

/* Each holder of v with the holders of w that follow it in time, or the last ones. */
static bool pair_holders(const struct blocking_values *b, value_id v, value_id w, struct pair_list *out)
{
    const struct holdings *h = b->holdings;
    uint64_t begin = h->first_holder[w];
    uint64_t end = h->first_holder[w + 1];
    uint64_t at = begin;
    for (uint64_t i = h->first_holder[v]; i < h->first_holder[v + 1]; i++) {
        while (at < end && begin_of(b, h->holders[at]) < begin_of(b, h->holders[i]))
            at++;
        uint64_t from = at + b->window <= end ? at : end - begin > b->window ? end - b->window : begin;
        uint64_t stop = end - from > b->window ? from + b->window : end;
        for (uint64_t j = from; j < stop; j++)
            if (h->holders[j] != h->holders[i] &&
                blocking_may_pair(b->in->mentions, h->holders[i], h->holders[j]) &&
                !pair_list_add(out, h->holders[i], h->holders[j]))
                return false;
        out->cut += end - begin - (stop - from);
    }
    return true;
}

bool near_pictures_pair(const struct near_pictures *near, const struct blocking_values *b,
                        struct pair_list *out)
{
    const struct holdings *h = b->holdings;
    out->cut += near->cut;
    for (value_id v = near->base; v < near->end; v++)
        for (uint64_t i = near->first[v - near->base]; i < near->first[v - near->base + 1]; i++) {
            value_id w = near->list[i].other;
            uint64_t holders =
                h->first_holder[v + 1] - h->first_holder[v] + h->first_holder[w + 1] - h->first_holder[w];
            if (blocking_leaves_out(holders, near->list[i].bits, b->least_worth))
                out->cut += holders;
            else if (!pair_holders(b, v, w, out))
                return false;
        }
    return true;
}

static bool holds(const struct holdings *h, mention_id m, value_id v)
{
    for (uint64_t i = h->first[m]; i < h->first[m + 1] && h->held[i] <= v; i++)
        if (h->held[i] == v)
            return true;
    return false;
}

struct evidence near_pictures_evidence(const struct near_pictures *near, const struct holdings *h,
                                       const mention_id pair[2], bool of_persons)
{
    struct evidence best = {.kind = EVIDENCE_IDENTIFIER, .level = LEVEL_CLOSE};
    for (unsigned side = 0; side < 2; side++)
        for (uint64_t i = h->first[pair[side]]; i < h->first[pair[side] + 1]; i++) {
            value_id v = h->held[i];
            if (v < near->base || v >= near->end)
                continue;
            for (uint64_t n = near->first[v - near->base]; n < near->first[v - near->base + 1]; n++) {
                const struct near_picture *other = &near->list[n];
                millibits bits = of_persons ? other->person_bits : other->bits;
                if (bits > best.bits && holds(h, pair[!side], other->other)) {
                    best.bits = bits;
                    best.value = v;
                }
            }
        }
    return best;
}
