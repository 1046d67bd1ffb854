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

static uint64_t tag_of(const struct support *support, uint64_t hash)
{
    return hash >> TAG_SHIFT << TAG_SHIFT | support->generation << KEY_SHIFT;
}

/* The slot of the stretch, or the empty one where it would stand. */
static uint64_t *find_slot(const struct support *support, uint64_t hash)
{
    uint64_t tag = tag_of(support, hash);
    size_t at = hash & support->mask;
    for (;; at = (at + 1) & support->mask) {
        uint64_t differs = (support->slots[at] ^ tag) >> KEY_SHIFT;
        if (differs == 0 || differs & (GENERATIONS - 1))
            return &support->slots[at];
    }
}

uint32_t profile_support(const struct profile *profile, uint64_t hash)
{
    const struct support *support = &profile->support;
    uint64_t slot = *find_slot(support, hash);
    return (slot ^ tag_of(support, hash)) >> KEY_SHIFT ? 0 : (uint32_t)(slot & COUNT_MASK);
}

/* Counts the stretch for a member, once. Returns how many have it now, or 0 where this one had it already. */
static uint32_t count_stretch(struct support *support, uint64_t hash, uint64_t member)
{
    uint64_t tag = tag_of(support, hash);
    uint64_t *slot = find_slot(support, hash);
    if ((*slot ^ tag) >> KEY_SHIFT)
        *slot = tag | member << COUNT_BITS | 1;
    else if ((*slot >> COUNT_BITS & COUNT_MASK) != member)
        *slot = tag | member << COUNT_BITS | ((*slot & COUNT_MASK) + 1);
    else
        return 0;
    return (uint32_t)(*slot & COUNT_MASK);
}

static bool start_generation(struct support *support, uint64_t words)
{
    size_t size = 16;
    while (size < 3 * words)
        size *= 2;
    bool grows = size > support->capacity;
    if (!memory_reserve(&support->slots, &support->capacity, size, SIZE_MAX / 16))
        return false;
    if (grows || support->generation + 1 == GENERATIONS) {
        memset(support->slots, 0, support->capacity * sizeof *support->slots);
        support->generation = 0;
    }
    support->generation++;
    support->mask = size - 1;
    return true;
}

/* A stretch as two codes: two words are themselves; of more, all but the last are mixed. */
static uint32_t left_code(const uint32_t *words, const struct shingle *stretch, uint32_t *right)
{
    uint32_t solid[STRETCH_UNITS] = {0};
    uint32_t count = 0;
    for (uint32_t i = stretch->begin; i < stretch->end; i++)
        if (code_kind(words[i]) != CODE_SYMBOL)
            solid[count++] = words[i];
    *right = solid[count - 1];
    return count == 2 ? solid[0] : (uint32_t)(shingle_hash_fixed(solid, count - 1) >> 32);
}

static void add_stretch(struct profile *profile, const uint32_t *words, const struct shingle *stretch)
{
    uint32_t right;
    uint32_t left = left_code(words, stretch, &right);
    stretch_set_add(&profile->common, left, right);
}

/* Adds all stretches, where one member is enough. */
static void add_all(struct profile *profile, const struct corpus_text *text)
{
    struct shingle_reader reader = shingle_read(text, STRETCH_UNITS);
    struct shingle stretch;
    for (uint32_t i = 0; text->plain && i + 1 < text->length; i++)
        stretch_set_add(&profile->common, text->words[i], text->words[i + 1]);
    while (!text->plain && shingle_next(&reader, &stretch))
        add_stretch(profile, text->words, &stretch);
}

/* Counts a member's stretches and adds those that now enough members have. */
static void add_common(struct profile *profile, const struct corpus_text *text, uint64_t member,
                       uint32_t least)
{
    struct shingle_reader reader = shingle_read(text, STRETCH_UNITS);
    struct shingle stretch;
    while (shingle_next(&reader, &stretch))
        if (count_stretch(&profile->support, stretch.hash, member) == least)
            add_stretch(profile, text->words, &stretch);
}

static uint32_t sample_size(const struct corpus *corpus, const uint32_t *members, size_t count,
                            uint64_t *words)
{
    uint32_t taken = 0;
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
    uint32_t sample = sample_size(corpus, members, count, &words);
    uint32_t least = (sample + 2) / 3;
    profile->members = sample;
    profile->bits = profile->words = 0;
    if (!stretch_set_start(&profile->common, words / least) ||
        (least > 1 && !start_generation(&profile->support, words))) {
        profile->failed = true;
        return;
    }
    for (uint32_t m = 0; m < sample; m++) {
        const struct corpus_text *text = &corpus->texts[members[m]];
        if (least > 1)
            add_common(profile, text, m, least);
        else
            add_all(profile, text);
        profile->bits += text->bits;
        profile->words += text->solid;
    }
}

void profile_count(struct profile *profile, const struct corpus *corpus, const uint32_t *members,
                   size_t count, uint32_t units)
{
    uint64_t words;
    uint32_t sample = sample_size(corpus, members, count, &words);
    if (!start_generation(&profile->support, words)) {
        profile->failed = true;
        return;
    }
    for (uint32_t m = 0; m < sample; m++) {
        struct shingle_reader reader = shingle_read(&corpus->texts[members[m]], units);
        struct shingle stretch;
        while (shingle_next(&reader, &stretch))
            count_stretch(&profile->support, stretch.hash, m);
    }
}

void profile_release(struct profile *profile)
{
    memory_free(profile->support.slots);
    stretch_set_release(&profile->common);
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
        uint32_t right;
        uint32_t left = left_code(text->words, &stretch, &right);
        if (!stretch_set_has(&profile->common, left, right))
            continue;
        if (stretch.begin > covered)
            end_run(runs);
        for (uint32_t i = stretch.begin > covered ? stretch.begin : covered; i < stretch.end; i++)
            add_word(runs, text->words[i], text->weights[i]);
        covered = stretch.end;
    }
}

#define BYTES(b) (0x0101010101010101u * (b))
#define PAIRS(b) (0x0001000100010001u * (b))

/* Sums of weights in four parts of 16 bits each: own words, words of phrases. */
struct weight_sums {
    uint64_t own, phrase;
};

static inline void add_eight(struct weight_sums *sums, uint64_t weights)
{
    uint64_t of_phrase = (weights >> 7 & BYTES(1)) * 0xFF;
    uint64_t own = weights & ~of_phrase;
    uint64_t phrase = weights & of_phrase & BYTES(WEIGHT_MOST);
    sums->own += (own & PAIRS(0xFF)) + (own >> 8 & PAIRS(0xFF));
    sums->phrase += (phrase & PAIRS(0xFF)) + (phrase >> 8 & PAIRS(0xFF));
}

/* The words [begin, end) of a run, all of them whole words, at most STRETCHES_AT_ONCE; eight at a time, so
 * that up to WEIGHTS_BEYOND bytes behind them are read too. */
static void add_words(struct runs *runs, const uint8_t *weights, uint32_t begin, uint32_t end)
{
    struct weight_sums sums = {0, 0};
    for (uint32_t i = begin; i < end; i += 8) {
        uint64_t eight;
        uint32_t left = end - i;
        memcpy(&eight, weights + i, 8);
        uint64_t beyond = left < 8 ? UINT64_MAX << 8 * left : 0;
        add_eight(&sums,
                  eight & ~(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? beyond : __builtin_bswap64(beyond)));
    }
    uint32_t own = (uint32_t)(sums.own * PAIRS(1) >> 48);
    uint32_t phrase = (uint32_t)(sums.phrase * PAIRS(1) >> 48);
    runs->sums[0] += own;
    runs->sums[1] += phrase;
    runs->overlap.bits += own + phrase;
}

/* Words of a block that stand in shared stretches, a bit each; a run may go on from the block before, and
 * into the next one where the last word is in it. */
static void add_block(struct runs *runs, const uint8_t *weights, uint64_t covered, uint32_t count)
{
    if (!(covered & 1))
        end_run(runs);
    runs->overlap.words += (uint32_t)__builtin_popcountll(covered);
    while (covered) {
        uint32_t from = (uint32_t)__builtin_ctzll(covered);
        uint64_t rest = ~(covered >> from);
        uint32_t to = rest ? from + (uint32_t)__builtin_ctzll(rest) : STRETCHES_AT_ONCE;
        add_words(runs, weights, from, to);
        covered = to < STRETCHES_AT_ONCE ? covered >> to << to : 0;
        if (to < count)
            end_run(runs);
    }
}

/* The same where all stretches are two whole words: nearly always. A word is covered by the stretch that it
 * begins or the one that it ends. */
static void overlap_plain(struct runs *runs, const struct profile *profile, const struct corpus_text *text)
{
    const uint32_t step = STRETCHES_AT_ONCE - 1; /* the last bit is for the word that ends the last stretch */
    bool before = false;
    for (uint32_t begin = 0; begin + 1 < text->length; begin += step) {
        uint32_t count = text->length - 1 - begin < step ? text->length - 1 - begin : step;
        uint64_t found = stretch_set_find(&profile->common, text->words + begin, count);
        uint64_t covered = found | found << 1 | (begin && before);
        bool last = begin + count + 1 == text->length;
        before = found >> (count - 1) & 1;
        if (!last)
            covered &= (1ull << count) - 1;
        add_block(runs, text->weights + begin, covered, count + last);
    }
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
