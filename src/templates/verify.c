/* Profiles of groups, and the test whether a text belongs to one. */
#include "templates/verify.h"

#include "base/memory.h"
#include "templates/shingle.h"

#include <math.h>

#define STRETCH_UNITS (2 * WORD_UNITS)
#define COUNT_BITS    5
#define TAG_MASK      (~0ull << 2 * COUNT_BITS)
#define LAST_ONE      (1ull << COUNT_BITS)
#define COUNT_MASK    (LAST_ONE - 1)
#define SAMPLE_WORDS  (1u << 18) /* of all sampled members, unless the first alone has more */
#define RUN_COST      (2 * WEIGHT_UNIT)

static uint64_t tag_of(uint64_t hash)
{
    uint64_t tag = hash & TAG_MASK;
    return tag ? tag : TAG_MASK;
}

static uint64_t *find_slot(const struct profile *profile, uint64_t tag)
{
    size_t at = (tag >> 20) & profile->mask;
    while (profile->slots[at] && (profile->slots[at] & TAG_MASK) != tag)
        at = (at + 1) & profile->mask;
    return &profile->slots[at];
}

static void add_member(struct profile *profile, const struct corpus_text *text)
{
    struct shingle_reader reader = shingle_read(text, STRETCH_UNITS);
    struct shingle stretch;
    uint64_t last = ++profile->members;
    while (shingle_next(&reader, &stretch)) {
        uint64_t tag = tag_of(stretch.hash);
        uint64_t *slot = find_slot(profile, tag);
        uint64_t count = *slot & COUNT_MASK;
        if ((*slot >> COUNT_BITS & COUNT_MASK) != last)
            *slot = tag | last << COUNT_BITS | (count + 1);
    }
    profile->bits += text->bits;
    profile->words += text->length;
}

static size_t sample_size(const struct corpus *corpus, const uint32_t *members, size_t count, uint64_t *words)
{
    size_t taken = 0;
    *words = 0;
    while (taken < count && taken < PROFILE_SAMPLE) {
        uint64_t more = corpus->texts[members[taken]].length;
        if (taken && *words + more > SAMPLE_WORDS)
            break;
        *words += more;
        taken++;
    }
    return taken;
}

void profile_build(struct profile *profile, const struct corpus *corpus, const uint32_t *members,
                   size_t count)
{
    uint64_t words;
    size_t sample = sample_size(corpus, members, count, &words);
    size_t size = 16;
    while (size < 2 * words)
        size *= 2;
    profile->members = 0;
    profile->bits = profile->words = 0;
    if (!memory_reserve(&profile->slots, &profile->capacity, size, SIZE_MAX / 16)) {
        profile->failed = true;
        return;
    }
    profile->mask = size - 1;
    memset(profile->slots, 0, size * sizeof *profile->slots);
    for (size_t i = 0; i < sample; i++)
        add_member(profile, &corpus->texts[members[i]]);
    profile->least = (profile->members + 2) / 3;
}

void profile_release(struct profile *profile)
{
    memory_free(profile->slots);
    *profile = (struct profile){0};
}

struct overlap profile_overlap(const struct profile *profile, const struct corpus_text *text)
{
    struct shingle_reader reader = shingle_read(text, STRETCH_UNITS);
    struct shingle stretch;
    struct overlap overlap = {0, 0};
    uint32_t covered = 0;
    while (shingle_next(&reader, &stretch)) {
        if ((*find_slot(profile, tag_of(stretch.hash)) & COUNT_MASK) < profile->least)
            continue;
        overlap.runs += stretch.begin > covered || covered == 0;
        for (uint32_t i = stretch.begin > covered ? stretch.begin : covered; i < stretch.end; i++)
            overlap.bits += text->weights[i];
        covered = stretch.end;
    }
    return overlap;
}

/* A pair compares two changed copies of one text, a large group one changed copy with nearly the original: a
 * share of r words left unchanged shows as r * r in the first case, as r in the second. */
void verifier_init(struct verifier *v, const struct corpus *corpus, const struct frequencies *f)
{
    v->corpus = corpus;
    v->f = f;
    v->least_gain =
        2 * log2_eighths(f, corpus->item_count) + (uint32_t)lround(WEIGHT_UNIT * corpus->options->least_bits);
    for (uint32_t m = 1; m <= PROFILE_SAMPLE; m++)
        v->least_overlap[m] = pow(corpus->options->least_overlap, 0.5 + 0.5 / m);
    v->least_overlap[0] = 1;
}

uint32_t verifier_score(const struct verifier *v, const struct profile *profile,
                        const struct corpus_text *text)
{
    struct overlap overlap = profile_overlap(profile, text);
    double mean = (double)profile->bits / profile->members;
    double shared = overlap.bits < mean ? overlap.bits : mean;
    uint64_t cost =
        overlap.runs * (uint64_t)(log2_eighths(v->f, profile->words / profile->members) + RUN_COST);
    if (overlap.bits < cost + v->least_gain)
        return 0;
    return 2 * shared >= v->least_overlap[profile->members] * (mean + text->bits) ? overlap.bits : 0;
}
