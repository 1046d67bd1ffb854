/* Templates on invented texts with known groups: how many members are found, how many are right, how fast,
 * and what each step takes. bench_templates [TEXTS [THREADS [giant]]]: with `giant` a tenth of all texts are
 * one group and every text has boilerplate. */
#include "base/memory.h"
#include "base/random.h"
#include "base/sort.h"
#include "pipeline/pool.h"
#include "templates/slots.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define WORDS      20000u /* of the invented vocabulary */
#define SUCCESSORS 8u     /* words that like to follow a word */
#define SITES      12u
#define TEXT_WORDS 140u

struct world {
    struct random random;
    double *cumulative; /* Zipf over the vocabulary */
    double edit;        /* share of words changed */
    bool giant;
    uint32_t *truth; /* group of each text; 0 is none */
    struct text_item *items;
    struct text_ref *refs;
    struct buffer pool;
    size_t count, capacity;
};

/* Bland words for the commonest; the rest are made of syllables. */
static const char *const common[] = {"the",     "and",      "for",     "with",     "our",      "in",
                                     "a",       "of",       "massage", "wellness", "flat",     "sea",
                                     "holiday", "friendly", "evening", "company",  "relaxing", "centre",
                                     "quiet",   "balcony",  "welcome"};

static void put_word(struct buffer *out, uint32_t word)
{
    static const char *const syllables[] = {"ba", "ro",  "mi", "te", "lan", "ka", "vo",   "sel",
                                            "du", "pri", "no", "ga", "fe",  "lo", "ster", "hu"};
    if (out->length && out->data[out->length - 1] != ' ')
        buffer_append_char(out, ' ');
    if (word < sizeof common / sizeof *common) {
        buffer_append_text(out, common[word]);
        return;
    }
    for (uint32_t rest = word; rest; rest /= 16)
        buffer_append_text(out, syllables[rest % 16]);
}

static uint32_t draw_word(struct world *w)
{
    double at = random_unit(&w->random) * w->cumulative[WORDS - 1];
    uint32_t low = 0;
    for (uint32_t high = WORDS - 1; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        if (w->cumulative[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A language of a kind: half of all words are one of the few that like to follow the word before. */
static uint32_t next_word(struct world *w, uint32_t before)
{
    if (random_below(&w->random, 2))
        return draw_word(w);
    uint64_t mixed = ((uint64_t)before * 977u + random_below(&w->random, SUCCESSORS)) * 0x9e3779b97f4a7c15u;
    return (uint32_t)(pow((double)(mixed >> 40) / (1 << 24), 3) * WORDS);
}

static uint32_t make_text(struct world *w, uint32_t *words)
{
    uint32_t length = 40 + random_below(&w->random, 70);
    uint32_t word = draw_word(w);
    for (uint32_t i = 0; i < length; i++)
        words[i] = word = next_word(w, word);
    return length;
}

static void put_changed(struct world *w, const uint32_t *words, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++) {
        if (random_unit(&w->random) >= w->edit) {
            put_word(&w->pool, words[i]);
            continue;
        }
        switch (random_below(&w->random, 3)) {
        case 0: put_word(&w->pool, draw_word(w)); break;
        case 1: break;
        default: put_word(&w->pool, words[i]); put_word(&w->pool, draw_word(w));
        }
    }
}

static void put_boilerplate(struct world *w)
{
    uint32_t site = random_below(&w->random, SITES);
    for (uint64_t i = 0; i < 12 + site; i++)
        put_word(&w->pool, (uint32_t)(((site + 1ull) * 7919 + i * i * 104729) % 3000));
}

static void add_text(struct world *w, const uint32_t *words, uint32_t length, uint32_t group)
{
    size_t begin = w->pool.length;
    put_changed(w, words, length);
    buffer_format(&w->pool, " %u eur +32 555 %04u ", 50 + 10 * random_below(&w->random, 20),
                  random_below(&w->random, 10000));
    if (w->giant || random_below(&w->random, 2))
        put_boilerplate(w);
    w->refs[w->count] = (struct text_ref){begin, (uint32_t)(w->pool.length - begin)};
    w->truth[w->count++] = group;
}

static void shuffle(struct world *w)
{
    for (size_t i = w->count; i > 1; i--) {
        size_t j = random_below(&w->random, (uint32_t)i);
        struct text_ref ref = w->refs[i - 1];
        uint32_t truth = w->truth[i - 1];
        w->refs[i - 1] = w->refs[j];
        w->truth[i - 1] = w->truth[j];
        w->refs[j] = ref;
        w->truth[j] = truth;
    }
}

/* Sixty in a hundred texts stand alone; the others are in groups of Pareto sizes from two. */
static void world_fill(struct world *w, size_t texts)
{
    uint32_t words[TEXT_WORDS];
    uint32_t group = 0;
    double sum = 0;
    for (uint32_t i = 0; i < WORDS; i++)
        w->cumulative[i] = sum += 1 / (i + 2.7);
    while (w->count < texts * 4 / 10) {
        size_t size = (size_t)(2 / pow(1 - random_unit(&w->random), 1 / 1.2));
        size = w->giant && group == 0 ? texts / 10 : size > texts / 100 + 2 ? texts / 100 + 2 : size;
        uint32_t length = make_text(w, words);
        group++;
        for (size_t i = 0; i < size && w->count < texts; i++)
            add_text(w, words, length, group);
    }
    while (w->count < texts) {
        uint32_t length = make_text(w, words);
        add_text(w, words, length, 0);
    }
    shuffle(w);
    for (size_t i = 0; i < texts; i++)
        w->items[i] = (struct text_item){buffer_span(&w->pool, w->refs[i]), (record_id)(i + 1)};
}

static bool world_init(struct world *w, size_t texts, double edit, bool giant)
{
    *w = (struct world){.edit = edit, .giant = giant};
    random_init(&w->random, 7);
    buffer_init(&w->pool, (size_t)1 << 36);
    w->cumulative = memory_new(WORDS, sizeof *w->cumulative);
    w->truth = memory_new(texts, sizeof *w->truth);
    w->items = memory_new(texts, sizeof *w->items);
    w->refs = memory_new(texts, sizeof *w->refs);
    if (!w->cumulative || !w->truth || !w->items || !w->refs)
        return false;
    world_fill(w, texts);
    return buffer_ok(&w->pool);
}

static void world_release(struct world *w)
{
    buffer_release(&w->pool);
    memory_free(w->cumulative);
    memory_free(w->truth);
    memory_free(w->items);
    memory_free(w->refs);
}

struct measures {
    double recall, precision, ari;
};

/* Counts of (true group, template) pairs give all measures. */
static struct measures measure(const struct world *w, const struct template_table *table)
{
    uint32_t *found = memory_new(w->count + 1, sizeof *found);
    struct sort_pair *pairs = memory_new(w->count, sizeof *pairs);
    uint32_t *most = memory_new(w->count + 2, sizeof *most); /* by true group: members in its main template */
    uint32_t *sizes = memory_new(w->count + 2, sizeof *sizes); /* by true group */
    struct measures m = {0, 0, 0};
    if (!found || !pairs || !most || !sizes)
        abort();
    for (template_id id = 1; id <= table->count; id++)
        for (uint32_t i = 0; i < table->templates[id].members; i++)
            found[table->members[table->templates[id].first_member + i].record] = id;
    for (size_t i = 0; i < w->count; i++)
        pairs[i] = (struct sort_pair){(uint64_t)found[i + 1] << 32 | w->truth[i], 0};
    if (!sort_pairs(pairs, w->count))
        abort();
    double members = 0, right = 0, together = 0, pairs_true = 0, pairs_found = 0;
    uint32_t main_size = 0;
    for (size_t i = 0; i < w->count;) {
        size_t end = i + 1;
        while (end < w->count && pairs[end].key == pairs[i].key)
            end++;
        uint32_t id = (uint32_t)(pairs[i].key >> 32);
        uint32_t group = (uint32_t)pairs[i].key;
        uint32_t size = (uint32_t)(end - i);
        sizes[group] += size;
        if (id && group) {
            together += size * (size - 1.0) / 2;
            most[group] = size > most[group] && size > 1 ? size : most[group];
            main_size = size > main_size ? size : main_size;
        }
        if (id && (end == w->count || pairs[end].key >> 32 != id)) {
            right += main_size > 1 ? main_size : 0;
            main_size = 0;
        }
        i = end;
    }
    double hits = 0, grouped = 0;
    for (uint32_t g = 1; g <= w->count; g++) {
        if (sizes[g] < 2)
            continue;
        hits += most[g];
        grouped += sizes[g];
        pairs_true += sizes[g] * (sizes[g] - 1.0) / 2;
    }
    for (template_id id = 1; id <= table->count; id++) {
        members += table->templates[id].members;
        pairs_found += table->templates[id].members * (table->templates[id].members - 1.0) / 2;
    }
    double expected = pairs_true * pairs_found / (w->count * (w->count - 1.0) / 2);
    m.recall = hits / grouped;
    m.precision = members > 0 ? right / members : 0;
    m.ari = (together - expected) / ((pairs_true + pairs_found) / 2 - expected);
    memory_free(found);
    memory_free(pairs);
    memory_free(most);
    memory_free(sizes);
    return m;
}

enum step { STEP_READ, STEP_COUNT, STEP_SKETCH, STEP_PAIRS, STEP_GROUPS, STEP_DRAFTS, STEPS };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* The steps of template_table_build one by one. Returns the number of candidate pairs. */
static size_t time_steps(const struct world *w, const struct parallel *parallel, double *seconds)
{
    struct corpus corpus;
    struct frequencies f;
    struct sketches sketches;
    struct pairs pairs;
    struct groups groups;
    struct verifier verifier;
    struct drafts drafts;
    double at[STEPS + 1] = {now()};
    bool ok = corpus_init(&corpus, w->items, w->count, &template_defaults, parallel, NULL) == BOWLINE_OK;
    at[1] = now();
    ok = ok && frequencies_init(&f, &corpus, NULL) == BOWLINE_OK;
    at[2] = now();
    ok = ok && sketches_init(&sketches, &corpus, &f, NULL) == BOWLINE_OK;
    at[3] = now();
    ok = ok && pairs_init(&pairs, &sketches, corpus.options->window, NULL) == BOWLINE_OK;
    at[4] = now();
    verifier_init(&verifier, &corpus, &f);
    ok = ok && groups_init(&groups, &verifier, &pairs, NULL) == BOWLINE_OK;
    at[5] = now();
    ok = ok && drafts_init(&drafts, &verifier, &groups, NULL) == BOWLINE_OK;
    at[6] = now();
    if (!ok)
        abort();
    for (int s = 0; s < STEPS; s++)
        seconds[s] = at[s + 1] - at[s];
    size_t count = pairs.count;
    drafts_release(&drafts);
    groups_release(&groups);
    pairs_release(&pairs);
    frequencies_release(&f);
    corpus_release(&corpus);
    return count;
}

static long peak_mb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

static void run(size_t texts, double edit, bool giant, const struct parallel *parallel)
{
    static const char *const names[STEPS] = {"read", "count", "sketch", "pairs", "groups", "drafts"};
    struct world w;
    struct template_table table;
    double seconds[STEPS];
    template_table_init(&table);
    if (!world_init(&w, texts, edit, giant))
        abort();
    long before = peak_mb();
    double begin = now();
    if (template_table_build(w.items, w.count, &template_defaults, parallel, &table, NULL) != BOWLINE_OK)
        abort();
    double all = now() - begin;
    struct measures m = measure(&w, &table);
    printf("%5.2f %7.4f %9.4f %7.4f %9u %9.0f %7.2f %8ld ", edit, m.recall, m.precision, m.ari, table.count,
           (double)texts / all, all, peak_mb() - before);
    size_t pairs = time_steps(&w, parallel, seconds);
    for (int s = 0; s < STEPS; s++)
        printf(" %s %.0f%%", names[s], 100 * seconds[s] / all);
    printf(" pairs/text %.2f\n", (double)pairs / (double)texts);
    fflush(stdout);
    template_table_release(&table);
    world_release(&w);
}

int main(int argc, char **argv)
{
    static const double edits[] = {0, .02, .04, .06, .12, .20};
    size_t texts = argc > 1 ? strtoull(argv[1], NULL, 10) : 100000;
    unsigned threads = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 2;
    bool giant = argc > 3 && strcmp(argv[3], "giant") == 0;
    struct pool *pool;
    if (pool_new(threads, NULL, NULL, &pool, NULL) != BOWLINE_OK)
        return 1;
    printf("%zu texts, %u threads%s\n edit  recall precision     ari templates   texts/s seconds extra_MB  "
           "steps\n",
           texts, threads, giant ? ", one giant group, boilerplate everywhere" : "");
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++)
        run(texts, edits[i], giant, pool_parallel(pool));
    pool_free(pool);
    return 0;
}
