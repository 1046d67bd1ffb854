/* Profiles of groups, and the test whether a text belongs to one. */
#include "templates/verify.h"

#include "base/memory.h"
#include "templates/shingle.h"

#include <math.h>

#define STRETCH_UNITS (2 * WORD_UNITS)
#define COUNT_BITS    5
#define LAST_ONE      (1ull << COUNT_BITS)
#define COUNT_MASK    (LAST_ONE - 1)
#define KEY_SHIFT     (2 * COUNT_BITS) /* of hash and generation */
#define TAG_SHIFT     26u
#define GENERATIONS   (1u << (TAG_SHIFT - KEY_SHIFT))
#define SAMPLE_WORDS  (1u << 18) /* of all sampled members, unless the first alone has more */
#define RUN_COST      (2 * WEIGHT_UNIT)
#define LANGUAGE_WORD                                                                                        \
    (5 * WEIGHT_UNIT) /* what a word costs that follows from those before it (Shannon 1951) */

static uint64_t tag_of(const struct profile *profile, uint64_t hash)
{
    return hash >> TAG_SHIFT << TAG_SHIFT | profile->generation << KEY_SHIFT;
}

/* The slot of the stretch, or the empty one where it would stand. */
static uint64_t *find_slot(const struct profile *profile, uint64_t hash)
{
    uint64_t tag = tag_of(profile, hash);
    size_t at = hash & profile->mask;
    for (;; at = (at + 1) & profile->mask) {
        uint64_t differs = (profile->slots[at] ^ tag) >> KEY_SHIFT;
        if (differs == 0 || differs & (GENERATIONS - 1))
            return &profile->slots[at];
    }
}

static uint32_t count_of(const struct profile *profile, uint64_t hash)
{
    uint64_t slot = *find_slot(profile, hash);
    return (slot ^ tag_of(profile, hash)) >> KEY_SHIFT ? 0 : (uint32_t)(slot & COUNT_MASK);
}

static void add_member(struct profile *profile, const struct corpus_text *text)
{
    struct shingle_reader reader = shingle_read(text, profile->units);
    struct shingle stretch;
    uint64_t last = profile->members++;
    while (shingle_next(&reader, &stretch)) {
        uint64_t tag = tag_of(profile, stretch.hash);
        uint64_t *slot = find_slot(profile, stretch.hash);
        if ((*slot ^ tag) >> KEY_SHIFT)
            *slot = tag | last << COUNT_BITS | 1;
        else if ((*slot >> COUNT_BITS & COUNT_MASK) != last)
            *slot = tag | last << COUNT_BITS | ((*slot & COUNT_MASK) + 1);
    }
    profile->bits += text->bits;
    profile->words += text->solid;
}

static bool start_generation(struct profile *profile, size_t size)
{
    bool grows = size > profile->capacity;
    if (!memory_reserve(&profile->slots, &profile->capacity, size, SIZE_MAX / 16))
        return false;
    if (grows || profile->generation + 1 == GENERATIONS) {
        memset(profile->slots, 0, profile->capacity * sizeof *profile->slots);
        profile->generation = 0;
    }
    profile->generation++;
    profile->mask = size - 1;
    return true;
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
    profile_build_of(profile, corpus, members, count, STRETCH_UNITS);
}

uint32_t profile_support(const struct profile *profile, uint64_t hash)
{
    return count_of(profile, hash);
}

void profile_build_of(struct profile *profile, const struct corpus *corpus, const uint32_t *members,
                      size_t count, uint32_t units)
{
    uint64_t words;
    size_t sample = sample_size(corpus, members, count, &words);
    size_t size = 16;
    while (size < 3 * words)
        size *= 2;
    profile->members = 0;
    profile->units = units;
    profile->bits = profile->words = 0;
    if (!start_generation(profile, size)) {
        profile->failed = true;
        return;
    }
    for (size_t i = 0; i < sample; i++)
        add_member(profile, &corpus->texts[members[i]]);
    profile->least = (profile->members + 2) / 3;
}

void profile_release(struct profile *profile)
{
    memory_free(profile->slots);
    *profile = (struct profile){0};
}

/* Words of a common phrase are evidence without a place: so many texts have it somewhere. */
static uint64_t run_evidence(uint32_t phrase, uint32_t own, uint32_t place_cost)
{
    return phrase + (own > place_cost ? own - place_cost : 0);
}

/* A sum over the runs of shared words. */
struct runs {
    struct overlap overlap;
    uint32_t sums[2]; /* of the run: own words, words of phrases */
    uint32_t place_cost;
};

static void add_word(struct runs *runs, uint32_t code, uint8_t weight)
{
    runs->sums[weight >> 7] += weight & WEIGHT_MOST;
    runs->overlap.bits += weight & WEIGHT_MOST;
    runs->overlap.words += code_kind(code) != CODE_SYMBOL;
}

static void end_run(struct runs *runs)
{
    runs->overlap.evidence += run_evidence(runs->sums[1], runs->sums[0], runs->place_cost);
    runs->sums[0] = runs->sums[1] = 0;
}

static void overlap_any(struct runs *runs, const struct profile *profile, const struct corpus_text *text)
{
    struct shingle_reader reader = shingle_read(text, STRETCH_UNITS);
    struct shingle stretch;
    uint32_t covered = 0;
    while (shingle_next(&reader, &stretch)) {
        if (count_of(profile, stretch.hash) < profile->least)
            continue;
        if (stretch.begin > covered)
            end_run(runs);
        for (uint32_t i = stretch.begin > covered ? stretch.begin : covered; i < stretch.end; i++)
            add_word(runs, text->words[i], text->weights[i]);
        covered = stretch.end;
    }
}

/* The same where all stretches are two whole words: nearly always. */
static void overlap_plain(struct runs *runs, const struct profile *profile, const struct corpus_text *text)
{
    bool before = false;
    for (uint32_t i = 0; i + 1 < text->length; i++) {
        bool here = count_of(profile, shingle_hash_fixed(text->words + i, 2)) >= profile->least;
        if (here || before)
            add_word(runs, text->words[i], text->weights[i]);
        else if (runs->sums[0] + runs->sums[1])
            end_run(runs);
        before = here;
    }
    if (before)
        add_word(runs, text->words[text->length - 1], text->weights[text->length - 1]);
}

struct overlap profile_overlap(const struct profile *profile, const struct corpus_text *text,
                               uint32_t place_cost)
{
    struct runs runs = {.place_cost = place_cost};
    if (text->plain)
        overlap_plain(&runs, profile, text);
    else
        overlap_any(&runs, profile, text);
    end_run(&runs);
    return runs.overlap;
}

/* A pair compares two changed copies of one text, a large group one changed copy with nearly the original: a
 * share of r words left unchanged shows as r * r in the first case, as r in the second. */
void verifier_init(struct verifier *v, struct corpus *corpus, struct frequencies *f)
{
    const struct template_options *options = corpus->options;
    v->corpus = corpus;
    v->f = f;
    v->least_gain =
        2 * log2_eighths(f, corpus->item_count) + (uint32_t)lround(WEIGHT_UNIT * options->least_bits);
    for (uint32_t m = 1; m <= PROFILE_SAMPLE; m++) {
        double power = 2.0 / 3 + 1.0 / 3 / m;
        v->least_overlap[m] = pow(options->least_overlap, 2 * power);
        v->copied_share[m] = pow(options->copied_share, power);
    }
    v->copied_words = 2 * v->least_gain / LANGUAGE_WORD;
}

/* Shared by both, of what they have on average. */
static double share(double shared, double group, double text)
{
    return 2 * (shared < group ? shared : group) / (group + text);
}

uint32_t verifier_score(const struct verifier *v, const struct profile *profile,
                        const struct corpus_text *text)
{
    double words = (double)profile->words / profile->members;
    double bits = (double)profile->bits / profile->members;
    struct overlap overlap = profile_overlap(profile, text, log2_eighths(v->f, (uint64_t)words) + RUN_COST);
    double share_words = share(overlap.words, words, text->solid);
    if (share_words >= v->copied_share[profile->members] && overlap.words >= v->copied_words)
        return overlap.words;
    if (overlap.evidence < v->least_gain)
        return 0;
    double both = share_words * share(overlap.bits, bits, text->bits);
    return both >= v->least_overlap[profile->members] ? overlap.words : 0;
}
