/* What pairs claim without one type of identifier. */
#include "links/holdout.h"

#include "base/hash.h"
#include "base/memory.h"

#define SAMPLE 400000 /* pairs: enough for a thousandth in each bin */
#define LEAST_CLAIM                                                                                          \
    (-3170) /* bits: 0.1. Most pairs below were compared because they share the type, which biases what they \
               tell */
#define OWN 500 /* thousandths of exclusive from which a value may be held out: a hotline tells nothing */

struct job {
    const struct pair_scorer *scorer;
    const struct pair_list *pairs;
    uint64_t stride;
    struct calibration *of_worker;
};

/* The types of which a mention has a value of its own, as a set of bits. */
static unsigned own_types(const struct pair_scorer *s, mention_id m)
{
    unsigned set = 0;
    for (uint64_t i = s->holdings->first[m]; i < s->holdings->first[m + 1]; i++) {
        value_id v = s->holdings->held[i];
        if (v <= s->holdings->identifiers && s->ownership[v].per_mille >= OWN)
            set |= 1u << s->in->identifiers->identifiers[v].type;
    }
    return set;
}

static unsigned type_of(const struct pair_scorer *s, const struct evidence *e)
{
    if (e->kind != EVIDENCE_IDENTIFIER)
        return 0;
    return e->value ? s->in->identifiers->identifiers[e->value].type : IDENTIFIER_PHONE;
}

static void hold_out(const struct pair_scorer *s, mention_id a, mention_id b, struct calibration *out)
{
    struct pair_score score;
    unsigned both = own_types(s, a) & own_types(s, b);
    if (!both)
        return;
    pair_score(s, a, b, &score);
    for (unsigned t = 1; t < IDENTIFIER_TYPE_COUNT; t++) {
        if (!(both >> t & 1))
            continue;
        millibits without = score.bits;
        bool agree = false;
        for (uint32_t i = 0; i < score.count; i++) {
            const struct evidence *e = &score.evidence[i];
            if (type_of(s, e) != t)
                continue;
            without -= e->bits;
            agree |= e->value && s->ownership[e->value].per_mille >= OWN;
        }
        if (without >= LEAST_CLAIM)
            calibration_add(out, (enum identifier_type)t, without, agree);
    }
}

static void hold_out_range(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct job *job = context;
    const uint64_t *keys = job->scorer->holdings->keys;
    for (size_t i = begin; i < end; i++) {
        mention_id a = (mention_id)(job->pairs->pairs[i] >> 32);
        mention_id b = (mention_id)job->pairs->pairs[i];
        if (hash_mix(keys[a] + keys[b]) % job->stride == 0)
            hold_out(job->scorer, a, b, &job->of_worker[worker]);
    }
}

enum bowline_status holdout_measure(const struct pair_scorer *scorer, const struct pair_list *pairs,
                                    const struct parallel *parallel, struct calibration *out,
                                    struct bowline_error *err)
{
    struct job job = {scorer, pairs, 1 + pairs->count / SAMPLE,
                      memory_new(parallel->workers, sizeof *job.of_worker)};
    if (!job.of_worker)
        return error_memory(err);
    bool finished = parallel_loop(parallel, pairs->count, 8192, hold_out_range, &job);
    *out = (struct calibration){0};
    for (unsigned w = 0; w < parallel->workers; w++)
        calibration_merge(out, &job.of_worker[w]);
    calibration_finish(out);
    memory_free(job.of_worker);
    return finished ? BOWLINE_OK : error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped");
}
