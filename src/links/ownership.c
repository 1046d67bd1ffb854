/* Whether a value is one operator's own, and what sharing it is worth. */
#include "links/ownership.h"

#include "links/mixture.h"

#include "base/memory.h"

#include <math.h>

/* Before anything is seen: the chance that a value of this type is one operator's own, and the chance that
 * one that is stands in a record of another all the same (typing errors, copies, stolen pictures). Assumed,
 * but for templates: of pairs of short-let adverts with nearly one text, four in five have one host. */
#define KIND_TEMPLATE IDENTIFIER_TYPE_COUNT
#define KIND_COUNT    (IDENTIFIER_TYPE_COUNT + 1)
static const struct {
    double exclusive, astray;
} by_kind[KIND_COUNT] = {
    [IDENTIFIER_PHONE] = {.95, .02},     [IDENTIFIER_EMAIL] = {.97, .01},    [IDENTIFIER_HANDLE] = {.93, .03},
    [IDENTIFIER_URL] = {.50, .10},       [IDENTIFIER_ACCOUNT] = {.98, .005}, [IDENTIFIER_PLATE] = {.95, .02},
    [IDENTIFIER_DOCUMENT] = {.99, .005}, [IDENTIFIER_IMAGE] = {.70, .10},    [KIND_TEMPLATE] = {.85, .08},
};

#define ROUNDS        12
#define MOST_TOLD     8.0 /* bits that coherence may add */
#define MOST_PLACES   24  /* places above which a value is less and less likely to be one operator's */
#define MOST_ALONE    100 /* records above which a value that goes with nothing else becomes suspect */
#define GENERIC_SCALE 100 /* a generic value of n records is worth log2(1 + 100 / n) bits */

struct judge {
    const struct ownership_inputs *inputs;
    const struct behaviour *behaviour; /* [value] */
    struct mixture mixture[KIND_COUNT];
    struct ownership *out;
};

static unsigned kind_of(const struct ownership_inputs *in, value_id v)
{
    return v > in->holdings->identifiers ? KIND_TEMPLATE : in->in->identifiers->identifiers[v].type;
}

static struct draws draws_of(const struct behaviour *b)
{
    struct draws d = {{0}};
    if (!b->companied)
        return d;
    d.count[DRAW_RIVAL] = b->rivals;
    d.count[DRAW_SUCCESSOR] = b->successors;
    d.count[DRAW_ONCE] = b->once;
    d.count[DRAW_JOIN] = b->joins;
    d.count[b->successors ? DRAW_SUCCESSOR : b->once ? DRAW_ONCE : DRAW_RIVAL]--;
    return d;
}

static void learn(struct judge *j)
{
    struct mixture defaults[KIND_COUNT];
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        defaults[k] = mixture_defaults;
        defaults[k].exclusive = by_kind[k].exclusive;
        j->mixture[k] = defaults[k];
    }
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct mixture_sums sums[KIND_COUNT] = {{0}};
        for (value_id v = 1; v <= j->inputs->holdings->values; v++) {
            unsigned k = kind_of(j->inputs, v);
            struct draws d = draws_of(&j->behaviour[v]);
            mixture_expect(&j->mixture[k], &d, &sums[k]);
        }
        for (unsigned k = 1; k < KIND_COUNT; k++)
            mixture_maximise(&j->mixture[k], &defaults[k], &sums[k]);
    }
}

static double chance_exclusive(const struct judge *j, unsigned kind, const struct behaviour *b)
{
    const struct mixture *m = &j->mixture[kind];
    double bits = log2(m->exclusive / (1 - m->exclusive));
    struct draws d = draws_of(b);
    if (b->companied)
        bits += fmin(mixture_bits(m, &d), MOST_TOLD);
    else if (kind != IDENTIFIER_ACCOUNT && kind != IDENTIFIER_DOCUMENT)
        bits -= fmax(0, log2((double)b->users / MOST_ALONE));
    bits -= 2 * fmax(0, log2((double)b->places / MOST_PLACES));
    return 1 / (1 + exp2(-bits));
}

/* Whether a value is one person's own does not hang on who answers for the person: the type alone tells, and
 * that few have it. */
static double chance_personal(unsigned kind, const struct behaviour *b)
{
    double exclusive = by_kind[kind].exclusive;
    double bits = log2(exclusive / (1 - exclusive)) - fmax(0, log2((double)b->users / MOST_ALONE));
    return 1 / (1 + exp2(-bits));
}

/* The bits that lead from the prior to the chance that two records that share the value have one operator. */
static millibits worth(double exclusive, double astray, uint32_t users, millibits prior)
{
    double generic =
        bits_probability(prior + (millibits)lround(1000 * log2(1 + GENERIC_SCALE / (double)users)));
    double same = exclusive * (1 - astray) + (1 - exclusive) * generic;
    millibits bits = bits_of_ratio(same / (1 - same)) - prior;
    return bits < 0 ? 0 : bits;
}

struct ownership ownership_as_one_picture(const struct ownership *a, const struct ownership *b,
                                          millibits prior)
{
    struct ownership out = {.records = a->records + b->records,
                            .per_mille = a->per_mille < b->per_mille ? a->per_mille : b->per_mille};
    const struct behaviour behaviour = {.users = out.records};
    double astray = by_kind[IDENTIFIER_IMAGE].astray;
    double personal = chance_personal(IDENTIFIER_IMAGE, &behaviour);
    /* one that a person decided to be everybody's is worth nothing */
    if (a->bits && b->bits)
        out.bits = worth(out.per_mille / 1000.0, astray, out.records, prior);
    if (a->person_bits && b->person_bits)
        out.person_bits = worth(personal, astray, out.records, prior);
    return out;
}

static void judge_range(void *context, size_t begin, size_t end, unsigned worker)
{
    (void)worker;
    const struct judge *j = context;
    for (size_t v = begin + 1; v <= end; v++) {
        const struct behaviour *b = &j->behaviour[v];
        unsigned kind = kind_of(j->inputs, (value_id)v);
        if (!b->users)
            continue;
        double exclusive = chance_exclusive(j, kind, b);
        double astray = by_kind[kind].astray;
        millibits prior = j->inputs->prior;
        j->out[v] =
            (struct ownership){.records = b->users,
                               .others = b->others,
                               .places = b->places,
                               .per_mille = (uint16_t)lround(1000 * exclusive),
                               .bits = worth(exclusive, astray, b->users, prior),
                               .person_bits = worth(chance_personal(kind, b), astray, b->users, prior)};
    }
}

/* A person's word replaces the chance; what the value was seen to do stays told. */
static void decide(const struct judge *j, const struct decided_value *decided)
{
    value_id v = decided->is_template ? j->inputs->holdings->identifiers + decided->value : decided->value;
    struct ownership *o = &j->out[v];
    double astray = by_kind[kind_of(j->inputs, v)].astray;
    o->per_mille = decided->is_exclusive ? 1000 : 0;
    o->bits = decided->is_exclusive && o->records ? worth(1, astray, o->records, j->inputs->prior) : 0;
}

enum bowline_status ownership_build(const struct ownership_inputs *inputs, const struct parallel *parallel,
                                    struct ownership *out, struct bowline_error *err)
{
    struct behaviour *behaviour = memory_new((size_t)inputs->holdings->values + 1, sizeof *behaviour);
    if (!behaviour)
        return error_memory(err);
    struct judge j = {.inputs = inputs, .behaviour = behaviour, .out = out};
    enum bowline_status status = behaviour_observe(inputs, parallel, behaviour, err);
    if (status == BOWLINE_OK) {
        learn(&j);
        if (!parallel_loop(parallel, inputs->holdings->values, 4096, judge_range, &j))
            status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped");
    }
    for (size_t i = 0; status == BOWLINE_OK && i < inputs->in->decided_count; i++)
        decide(&j, &inputs->in->decided[i]);
    memory_free(behaviour);
    return status;
}
