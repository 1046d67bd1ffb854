/* Candidate pairs of portraits, and the weights that they teach. */
#include "links/learning.h"

#include "base/memory.h"
#include "base/random.h"
#include "base/sort.h"

#define RANDOM_PAIRS 200000
#define SURELY_OWN   900 /* thousandths */

struct run {
    const struct learning *l;
    struct pair_list list; /* of the rule at hand */
    uint8_t *keep;         /* [pair of list] */
    size_t keep_capacity;
    uint32_t *patterns; /* [worker][PATTERNS] */
    struct weights weights;
};

static void learn_from_random(struct run *r)
{
    const struct portrait_table *t = r->l->portraits;
    struct random random;
    random_init(&random, 1);
    const struct profiles *profiles = r->l->profiles;
    for (uint32_t i = 0; i < RANDOM_PAIRS && i / 4 < profiles->count; i++) {
        portrait_id a = profiles->order[random_below(&random, profiles->count)];
        portrait_id b = profiles->order[random_below(&random, profiles->count)];
        struct comparison c;
        if (a == b || t->portraits[a].class != t->portraits[b].class)
            continue;
        compare_portraits(t, a, b, &c);
        r->patterns[weights_pattern(&c)]++;
    }
    weights_learn_u(&r->weights, r->patterns);
}

static void compare_range(void *context, size_t begin, size_t end, unsigned worker)
{
    struct run *r = context;
    const struct portrait_table *t = r->l->portraits;
    uint32_t *patterns = r->patterns + (size_t)PATTERNS * worker;
    for (size_t i = begin; i < end; i++) {
        struct comparison c;
        compare_portraits(t, t->of_mention[r->list.pairs[i] >> 32], t->of_mention[(uint32_t)r->list.pairs[i]],
                          &c);
        patterns[weights_pattern(&c)]++;
        millibits bits = r->l->prior;
        for (unsigned f = 0; f < FIELD_COUNT; f++)
            bits += weights_bits(&r->weights, &c, (enum compare_field)f);
        r->keep[i] = bits >= r->l->least_hope;
    }
}

/* Sums the workers' patterns into the first one's. */
static void gather_patterns(struct run *r)
{
    for (unsigned w = 1; w < r->l->parallel->workers; w++)
        for (uint32_t p = 0; p < PATTERNS; p++)
            r->patterns[p] += r->patterns[(size_t)PATTERNS * w + p];
}

static void clear_patterns(struct run *r)
{
    memset(r->patterns, 0, (size_t)PATTERNS * r->l->parallel->workers * sizeof *r->patterns);
}

static enum bowline_status learn_rule(struct run *r, enum blocking_rule rule,
                                      double matches[FIELD_COUNT][GRADES], struct pair_list *out)
{
    const struct blocking_portraits b = {r->l->in, r->l->portraits, r->l->profiles, r->l->window};
    clear_patterns(r);
    if (!blocking_by_rule(&b, rule, &r->list) ||
        !memory_reserve(&r->keep, &r->keep_capacity, r->list.count, SIZE_MAX))
        return BOWLINE_ERROR_MEMORY;
    if (!parallel_loop(r->l->parallel, r->list.count, 4096, compare_range, r))
        return BOWLINE_ERROR_INTERRUPTED;
    gather_patterns(r);
    weights_expect(&r->weights, r->patterns, blocking_fixed(rule), matches);
    for (size_t i = 0; i < r->list.count; i++)
        if (r->keep[i] &&
            !pair_list_add(out, (mention_id)(r->list.pairs[i] >> 32), (mention_id)r->list.pairs[i]))
            return BOWLINE_ERROR_MEMORY;
    return BOWLINE_OK;
}

/* Whether the two share a contact or an account that is one operator's own, almost certainly. */
static bool shares_own(const struct learning *l, mention_id a, mention_id b)
{
    const struct holdings *h = l->holdings;
    uint64_t i = h->first[a];
    uint64_t j = h->first[b];
    while (i < h->first[a + 1] && j < h->first[b + 1]) {
        value_id x = h->held[i];
        value_id y = h->held[j];
        if (x > h->identifiers || y > h->identifiers)
            return false;
        uint8_t type = l->in->identifiers->identifiers[x].type;
        if (x == y && type != IDENTIFIER_URL && type != IDENTIFIER_IMAGE &&
            l->ownership[x].per_mille >= SURELY_OWN)
            return true;
        i += x <= y;
        j += y <= x;
    }
    return false;
}

/* What pairs teach whom such a value brought together: they fix no field. */
static void learn_from_values(struct run *r, const struct pair_list *pairs, enum portrait_class class,
                              double matches[FIELD_COUNT][GRADES])
{
    const struct portrait_table *t = r->l->portraits;
    clear_patterns(r);
    for (size_t i = 0; i < pairs->count; i++) {
        mention_id a = (mention_id)(pairs->pairs[i] >> 32);
        mention_id b = (mention_id)pairs->pairs[i];
        portrait_id x = t->of_mention[a];
        portrait_id y = t->of_mention[b];
        if (!x || !y || t->portraits[x].class != class || t->portraits[y].class != class ||
            !shares_own(r->l, a, b))
            continue;
        struct comparison c;
        compare_portraits(t, x, y, &c);
        r->patterns[weights_pattern(&c)]++;
    }
    weights_expect(&r->weights, r->patterns, 0, matches);
}

static enum bowline_status learn_all(struct run *r, struct pair_list *out)
{
    double matches[FIELD_COUNT][GRADES] = {{0}};
    r->patterns = memory_new((size_t)PATTERNS * r->l->parallel->workers, sizeof *r->patterns);
    if (!r->patterns)
        return BOWLINE_ERROR_MEMORY;
    learn_from_random(r);
    learn_from_values(r, out, CLASS_PERSON, matches);
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) {
        enum bowline_status status = learn_rule(r, (enum blocking_rule)rule, matches, out);
        if (status != BOWLINE_OK)
            return status;
    }
    weights_learn_m(&r->weights, matches);
    out->cut += r->list.cut;
    return BOWLINE_OK;
}

enum bowline_status learning_run(const struct learning *l, struct weights *weights, struct pair_list *out,
                                 struct bowline_error *err)
{
    struct run r = {.l = l, .weights = weights_defaults};
    enum bowline_status status = l->portraits->count ? learn_all(&r, out) : BOWLINE_OK;
    weights[CLASS_PERSON] = r.weights;
    weights[CLASS_HOUSE] = r.weights;
    weights[CLASS_ADVERT] = r.weights;
    pair_list_release(&r.list);
    memory_free(r.keep);
    memory_free(r.patterns);
    if (status == BOWLINE_ERROR_MEMORY)
        return error_memory(err);
    return status == BOWLINE_OK ? status : error_set(err, status, "stopped");
}
