/* How fast texts become templates, each step's share, the ratio to MinHash signatures alone of the same texts
 * in the same run, memory, and how time grows. bench_templates [TEXTS [THREADS [KIND]]]: KIND is plain, giant
 * (one group of a fortieth of all texts) or boilerplate (in every text); with "read" it prints only how fast
 * words are read in each script. Processor seconds are of all threads. */
#include "base/memory.h"
#include "minhash.h"
#include "pipeline/pool.h"
#include "template_world.h"
#include "templates/slots.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum step { STEP_READ, STEP_COUNT, STEP_SKETCH, STEP_PAIRS, STEP_GROUPS, STEP_DRAFTS, STEP_TABLE, STEPS };

struct clocks {
    double wall, processor;
};

static double seconds(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static struct clocks now(void)
{
    return (struct clocks){seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID)};
}

static struct clocks since(struct clocks begin)
{
    struct clocks end = now();
    return (struct clocks){end.wall - begin.wall, end.processor - begin.processor};
}

static void time_steps(const struct world *w, const struct parallel *parallel, struct clocks *steps)
{
    struct corpus corpus;
    struct frequencies f;
    struct sketches sketches;
    struct pairs pairs;
    struct groups groups;
    struct verifier verifier;
    struct drafts drafts;
    struct clocks begin = now();
    bool ok = corpus_init(&corpus, w->items, w->count, &template_defaults, parallel, NULL) == BOWLINE_OK;
    steps[STEP_READ] = since(begin);
    ok = ok && frequencies_init(&f, &corpus, NULL) == BOWLINE_OK;
    steps[STEP_COUNT] = since(begin);
    ok = ok && sketches_init(&sketches, &corpus, &f, NULL) == BOWLINE_OK;
    steps[STEP_SKETCH] = since(begin);
    ok = ok && pairs_init(&pairs, &sketches, corpus.options->window, parallel, NULL) == BOWLINE_OK;
    steps[STEP_PAIRS] = since(begin);
    verifier_init(&verifier, &corpus, &f);
    ok = ok && groups_init(&groups, &verifier, &pairs, NULL) == BOWLINE_OK;
    steps[STEP_GROUPS] = since(begin);
    ok = ok && drafts_init(&drafts, &verifier, &groups, NULL) == BOWLINE_OK;
    steps[STEP_DRAFTS] = since(begin);
    if (!ok)
        abort();
    printf("%.2f pairs a text; ", (double)pairs.count / (double)w->count);
    drafts_release(&drafts);
    groups_release(&groups);
    pairs_release(&pairs);
    frequencies_release(&f);
    corpus_release(&corpus);
    for (int s = STEP_DRAFTS; s > 0; s--)
        steps[s] =
            (struct clocks){steps[s].wall - steps[s - 1].wall, steps[s].processor - steps[s - 1].processor};
}

struct signing {
    const struct corpus *corpus;
    struct minhash minhash;
    int16_t *signatures;
};

static void sign_body(void *context, size_t begin, size_t end, unsigned worker)
{
    struct signing *s = context;
    (void)worker;
    for (size_t t = begin; t < end; t++)
        minhash_sign(&s->minhash, &s->corpus->texts[t], s->signatures + t % 4096 * MINHASH_VALUES);
}

/* Reading the texts, and the signatures of what was read. */
static void time_minhash(const struct world *w, const struct parallel *parallel, struct clocks *read,
                         struct clocks *sign)
{
    struct corpus corpus;
    struct signing *s = memory_new(1, sizeof *s);
    struct clocks begin = now();
    if (!s || corpus_init(&corpus, w->items, w->count, &template_defaults, parallel, NULL) != BOWLINE_OK)
        abort();
    *read = since(begin);
    s->corpus = &corpus;
    s->signatures = memory_new((size_t)4096 * MINHASH_VALUES, sizeof *s->signatures);
    minhash_init(&s->minhash);
    begin = now();
    if (!s->signatures || !parallel_loop(parallel, corpus.count, 1024, sign_body, s))
        abort();
    *sign = since(begin);
    memory_free(s->signatures);
    memory_free(s);
    corpus_release(&corpus);
}

static long peak_mb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

static struct clocks run(const struct world_options *options, const struct parallel *parallel)
{
    static const char *const names[STEPS] = {"read", "count", "sketch", "pairs", "groups", "drafts"};
    struct world w;
    struct template_table table;
    struct clocks steps[STEPS];
    struct clocks read;
    struct clocks sign;
    template_table_init(&table);
    if (!world_init(&w, options))
        abort();
    long before = peak_mb();
    struct clocks begin = now();
    if (template_table_build(w.items, w.count, &template_defaults, parallel, &table, NULL) != BOWLINE_OK)
        abort();
    struct clocks all = since(begin);
    long memory = peak_mb() - before;
    struct world_measures m = world_measure(&w, &table);
    printf("%zu texts of %.0f bytes: %.2f s, %.2f processor s, %.0f texts a processor s, %ld MB beside the "
           "texts\n"
           "  recall %.4f precision %.4f; ",
           w.count, (double)w.pool.length / (double)w.count, all.wall, all.processor,
           (double)w.count / all.processor, memory, m.recall, m.precision);
    template_table_release(&table);
    time_minhash(&w, parallel, &read, &sign);
    time_steps(&w, parallel, steps);
    printf("processor s:");
    for (int s = 0; s < STEP_TABLE; s++)
        printf(" %s %.2f", names[s], steps[s].processor);
    printf("\n  signatures %.2f after reading %.2f (%.0f MB a processor s): all is %.1f times both, the rest "
           "%.1f times "
           "signatures alone\n",
           sign.processor, read.processor, (double)w.pool.length / 1e6 / read.processor,
           all.processor / (read.processor + sign.processor),
           (all.processor - read.processor) / sign.processor);
    fflush(stdout);
    world_release(&w);
    return all;
}

/* Reading alone, the best of three. */
static void time_scripts(const struct world_options *options)
{
    for (int script = 0; script < GENRE_SCRIPTS; script++) {
        struct world_options o = *options;
        struct world w;
        struct fold_table folds;
        double best = 1e9;
        uint64_t sum = 0;
        o.script = (enum genre_script)script;
        if (!world_init(&w, &o) || fold_table_init(&folds, NULL) != BOWLINE_OK)
            abort();
        for (int round = 0; round < 3; round++) {
            struct clocks begin = now();
            for (size_t i = 0; i < w.count; i++) {
                struct word_reader reader;
                struct word word;
                word_reader_init(&reader, &folds, w.items[i].text);
                while (word_next(&reader, &word))
                    sum += word.hash;
            }
            best = fmin(best, since(begin).processor);
        }
        printf("%-10s %.0f MB/s (%016llx)\n", genre_script_names[script], (double)w.pool.length / 1e6 / best,
               (unsigned long long)sum);
        fold_table_release(&folds);
        world_release(&w);
    }
}

int main(int argc, char **argv)
{
    size_t texts = argc > 1 ? strtoull(argv[1], NULL, 10) : 100000;
    unsigned threads = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 2;
    const char *kind = argc > 3 ? argv[3] : "plain";
    struct world_options options = {
        .edit = 0.06, .alone = 0.6, .boilerplate = strcmp(kind, "boilerplate") ? 0.5 : 1, .seed = 7};
    struct pool *pool;
    struct clocks before = {0, 0};
    if (strcmp(kind, "read") == 0) {
        options.texts = texts;
        time_scripts(&options);
        return 0;
    }
    if (pool_new(threads, NULL, NULL, &pool, NULL) != BOWLINE_OK)
        return 1;
    printf("%s, %u threads, 6 in 100 words changed\n", kind, threads);
    for (size_t n = texts / 10; n <= texts; n *= 10) {
        options.texts = n;
        options.giant = strcmp(kind, "giant") ? 0 : n / 40;
        struct clocks all = run(&options, pool_parallel(pool));
        if (n == texts)
            printf("from %zu to %zu texts processor time grows with the size to the power %.2f\n", n / 10, n,
                   log10(all.processor / before.processor));
        before = all;
    }
    pool_free(pool);
    return 0;
}
