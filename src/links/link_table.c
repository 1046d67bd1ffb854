/* Links: candidates are found, weights learned, pairs scored, and what is worth keeping written down. */
#include "links/link_table.h"

#include "links/blocking.h"
#include "links/holdout.h"
#include "links/inquiry.h"
#include "links/learning.h"
#include "links/ownership.h"
#include "links/pair_score.h"

#include "graph/union_find.h"

#include "base/memory.h"
#include "base/sort.h"

#include <math.h>

const struct link_options link_defaults = {.window = 2,
                                           .portrait_window = 24,
                                           .closure = 32,
                                           .least_hope = -9000,
                                           .least_bits = 1,
                                           .least_worth = 2000};

#define PRIOR_LEAST_MENTIONS                                                                                 \
    1000                 /* fewer mentions than these are taken for a small part of a larger world           \
                          */
#define SURE        3000 /* bits above zero at which a value is taken to have linked its users */
#define PRIOR_GROUP 4    /* mentions of one operator, before anything is seen */

const char *evidence_kind_name(enum evidence_kind kind)
{
    static const char *const names[EVIDENCE_KIND_COUNT] = {"none",    "prior",     "identifier", "template",
                                                           "name",    "born",      "place",      "postcode",
                                                           "address", "attribute", "distance",   "time"};
    return (unsigned)kind < EVIDENCE_KIND_COUNT ? names[kind] : "none";
}

const char *evidence_level_name(enum evidence_level level)
{
    static const char *const names[] = {"none", "exact", "close", "partial", "different"};
    return (unsigned)level <= LEVEL_DIFFERENT ? names[level] : "none";
}

void link_table_init(struct link_table *table)
{
    *table = (struct link_table){0};
}

void link_table_release(struct link_table *table)
{
    memory_free(table->links);
    memory_free(table->evidence);
    memory_free(table->identifier_ownership);
    memory_free(table->template_ownership);
    memory_free(table->mention_keys);
    memory_free(table->chances);
    *table = (struct link_table){0};
}

const char *link_table_check(const struct link_table *table)
{
    uint64_t evidence = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct link *l = &table->links[i];
        const struct link *before = i ? l - 1 : NULL;
        if (l->a == 0 || l->a >= l->b)
            return "a link's first mention is not below its second";
        if (before && (before->a > l->a || (before->a == l->a && before->b >= l->b)))
            return "links are not in order";
        if (l->first_evidence != evidence || evidence + l->evidence_count > table->evidence_count)
            return "a link's evidence is out of bounds";
        int64_t sum = 0;
        for (uint32_t k = 0; k < l->evidence_count; k++)
            sum += table->evidence[evidence + k].bits;
        if (l->bits != (sum > BITS_MOST ? BITS_MOST : sum))
            return "a link's bits are not the sum of its evidence";
        evidence += l->evidence_count;
    }
    return evidence == table->evidence_count ? NULL : "evidence that belongs to no link";
}

/* All that a build holds until it is done. */
struct build {
    const struct link_inputs *in;
    const struct link_options *options;
    const struct parallel *parallel;
    struct holdings holdings;
    struct portrait_table portraits;
    struct profiles profiles;
    struct near_pictures near;
    struct ownership *ownership; /* [value] */
    struct weights weights[CLASS_COUNT];
    struct pair_scorer scorer;
    struct pair_list pairs;
    struct pair_list closing;
    uint8_t *counts; /* [pair]: summands; 0 where the pair is not kept */
    millibits *bits; /* [pair] */
    uint64_t *first; /* [pair]: of its evidence */
    millibits least;
    struct link_table *out;
    struct bowline_error *err;
};

static void build_release(struct build *b)
{
    holdings_release(&b->holdings);
    portrait_table_release(&b->portraits);
    profiles_release(&b->profiles);
    near_pictures_release(&b->near);
    memory_free(b->ownership);
    pair_list_release(&b->pairs);
    pair_list_release(&b->closing);
    memory_free(b->counts);
    memory_free(b->bits);
    memory_free(b->first);
}

/* How rarely two mentions taken at random have one operator. */
static millibits prior_bits(uint32_t mentions)
{
    double count = mentions < PRIOR_LEAST_MENTIONS ? PRIOR_LEAST_MENTIONS : mentions;
    return -bits_of_ratio(count / PRIOR_GROUP - 1);
}

static enum bowline_status own(struct build *b)
{
    uint32_t *place_of = memory_new((size_t)b->in->mentions->count + 1, sizeof *place_of);
    b->ownership = memory_new((size_t)b->holdings.values + 1, sizeof *b->ownership);
    if (!place_of || !b->ownership) {
        memory_free(place_of);
        return error_memory(b->err);
    }
    for (mention_id m = 1; m <= b->in->mentions->count; m++)
        place_of[m] =
            b->portraits.of_mention[m] ? b->portraits.portraits[b->portraits.of_mention[m]].place : 0;
    const struct ownership_inputs inputs = {b->in, &b->holdings, place_of, b->scorer.prior};
    enum bowline_status status = ownership_build(&inputs, b->parallel, b->ownership, b->err);
    memory_free(place_of);
    return status;
}

static enum bowline_status find_candidates(struct build *b)
{
    const struct blocking_values values = {.in = b->in,
                                           .holdings = &b->holdings,
                                           .ownership = b->ownership,
                                           .window = b->options->window,
                                           .links_alone = SURE - b->scorer.prior,
                                           .least_worth = b->options->least_worth};
    if (!blocking_by_values(&values, &b->pairs) || !near_pictures_pair(&b->near, &values, &b->pairs))
        return error_memory(b->err);
    enum bowline_status status = profiles_build(&b->holdings, &b->portraits, &b->profiles, &b->pairs, b->err);
    if (status != BOWLINE_OK)
        return status;
    const struct learning learning = {.in = b->in,
                                      .holdings = &b->holdings,
                                      .ownership = b->ownership,
                                      .portraits = &b->portraits,
                                      .profiles = &b->profiles,
                                      .window = b->options->portrait_window,
                                      .parallel = b->parallel,
                                      .prior = b->scorer.prior,
                                      .least_hope = b->options->least_hope};
    status = learning_run(&learning, b->weights, &b->pairs, b->err);
    if (status != BOWLINE_OK)
        return status;
    return pair_list_unique(&b->pairs) ? BOWLINE_OK : error_memory(b->err);
}

static void score_range(void *context, size_t begin, size_t end, unsigned worker)
{
    (void)worker;
    struct build *b = context;
    struct pair_score score;
    for (size_t i = begin; i < end; i++) {
        pair_score(&b->scorer, (mention_id)(b->pairs.pairs[i] >> 32), (mention_id)b->pairs.pairs[i], &score);
        b->bits[i] = score.bits;
        b->counts[i] = (uint8_t)score.count;
    }
}

static enum bowline_status score_all(struct build *b)
{
    memory_free(b->bits);
    memory_free(b->counts);
    b->bits = memory_new(b->pairs.count, sizeof *b->bits);
    b->counts = memory_new(b->pairs.count, sizeof *b->counts);
    if (!b->bits || !b->counts)
        return error_memory(b->err);
    b->out->pairs_compared = b->pairs.count;
    if (!parallel_loop(b->parallel, b->pairs.count, 8192, score_range, b))
        return error_set(b->err, BOWLINE_ERROR_INTERRUPTED, "stopped");
    return BOWLINE_OK;
}

static bool is_linked(const struct build *b, size_t pair)
{
    return b->counts[pair] && b->bits[pair] > 0 && b->bits[pair] >= b->options->least_bits;
}

static void join_linked(struct build *b, uint32_t *parent)
{
    union_find_init(parent, (size_t)b->in->mentions->count + 1);
    for (size_t i = 0; i < b->pairs.count; i++)
        if (is_linked(b, i))
            union_find_join(parent, (uint32_t)(b->pairs.pairs[i] >> 32), (uint32_t)b->pairs.pairs[i]);
}

/* Pairs of a linked group that no block brought together: what speaks against the group is among them.
 * Members are taken in canonical order, each with the next `closure` ones. */
static bool add_closing_pairs(struct build *b, uint32_t *parent)
{
    struct sort_pair *members = memory_new(b->profiles.count, sizeof *members);
    if (!members)
        return false;
    size_t count = 0;
    for (uint32_t i = 0; i < b->profiles.count; i++) {
        const struct portrait *portrait = &b->portraits.portraits[b->profiles.order[i]];
        if (portrait->class != CLASS_ADVERT && (portrait->name || portrait->born))
            members[count++] = (struct sort_pair){b->holdings.keys[portrait->mention], portrait->mention};
    }
    bool ok = sort_pairs(members, count);
    for (size_t i = 0; i < count; i++)
        members[i].key = union_find_root(parent, (uint32_t)members[i].value);
    ok = ok && sort_pairs(members, count);
    const struct mention *mentions = b->in->mentions->mentions;
    for (size_t i = 0; ok && i < count; i++)
        for (size_t j = i + 1; ok && j < count && j <= i + b->options->closure; j++) {
            if (members[j].key != members[i].key)
                break;
            if (mentions[members[i].value].record != mentions[members[j].value].record)
                ok = pair_list_add(&b->pairs, (mention_id)members[i].value, (mention_id)members[j].value);
        }
    memory_free(members);
    return ok && pair_list_unique(&b->pairs);
}

static enum bowline_status close_groups(struct build *b)
{
    uint32_t *parent = memory_new((size_t)b->in->mentions->count + 1, sizeof *parent);
    if (!parent)
        return error_memory(b->err);
    join_linked(b, parent);
    enum bowline_status status = BOWLINE_OK;
    if (b->options->closure && b->portraits.count) {
        status = add_closing_pairs(b, parent) ? score_all(b) : error_memory(b->err);
        if (status == BOWLINE_OK)
            join_linked(b, parent);
    }
    for (size_t i = 0; status == BOWLINE_OK && i < b->pairs.count; i++) {
        uint32_t x = union_find_root(parent, (uint32_t)(b->pairs.pairs[i] >> 32));
        uint32_t y = union_find_root(parent, (uint32_t)b->pairs.pairs[i]);
        bool speaks_against = x == y && b->bits[i] < b->scorer.prior;
        if (b->bits[i] < b->options->least_bits && !speaks_against)
            b->counts[i] = 0;
    }
    memory_free(parent);
    return status;
}

static void write_range(void *context, size_t begin, size_t end, unsigned worker)
{
    (void)worker;
    struct build *b = context;
    struct pair_score score;
    for (size_t i = begin; i < end; i++) {
        struct link *l = &b->out->links[i];
        pair_score(&b->scorer, l->a, l->b, &score);
        memcpy(b->out->evidence + l->first_evidence, score.evidence, score.count * sizeof score.evidence[0]);
    }
}

static enum bowline_status write_links(struct build *b)
{
    size_t links = 0;
    size_t evidence = 0;
    for (size_t i = 0; i < b->pairs.count; i++) {
        links += b->counts[i] > 0;
        evidence += b->counts[i];
    }
    b->out->links = memory_new(links, sizeof *b->out->links);
    b->out->evidence = memory_new(evidence, sizeof *b->out->evidence);
    if (!b->out->links || !b->out->evidence)
        return error_memory(b->err);
    for (size_t i = 0; i < b->pairs.count; i++) {
        if (!b->counts[i])
            continue;
        b->out->links[b->out->count++] = (struct link){.a = (mention_id)(b->pairs.pairs[i] >> 32),
                                                       .b = (mention_id)b->pairs.pairs[i],
                                                       .bits = b->bits[i],
                                                       .evidence_count = b->counts[i],
                                                       .first_evidence = b->out->evidence_count};
        b->out->evidence_count += b->counts[i];
    }
    b->out->pairs_cut = b->pairs.cut;
    if (!parallel_loop(b->parallel, b->out->count, 8192, write_range, b))
        return error_set(b->err, BOWLINE_ERROR_INTERRUPTED, "stopped");
    return BOWLINE_OK;
}

static enum bowline_status write_ownership(struct build *b)
{
    size_t identifiers = b->holdings.identifiers;
    size_t templates = b->holdings.values - identifiers;
    b->out->identifier_ownership = memory_new(identifiers + 1, sizeof *b->ownership);
    b->out->template_ownership = memory_new(templates + 1, sizeof *b->ownership);
    if (!b->out->identifier_ownership || !b->out->template_ownership)
        return error_memory(b->err);
    memcpy(b->out->identifier_ownership, b->ownership, (identifiers + 1) * sizeof *b->ownership);
    memcpy(b->out->template_ownership + 1, b->ownership + identifiers + 1, templates * sizeof *b->ownership);
    return BOWLINE_OK;
}

/* How many values of a mention may be another operator's. */
static enum bowline_status count_chances(struct build *b)
{
    const struct holdings *h = &b->holdings;
    b->out->chances = memory_new((size_t)b->in->mentions->count + 1, sizeof *b->out->chances);
    if (!b->out->chances)
        return error_memory(b->err);
    for (mention_id m = 1; m <= b->in->mentions->count; m++) {
        uint32_t count = 0;
        for (uint64_t i = h->first[m]; i < h->first[m + 1]; i++)
            count += b->ownership[h->held[i]].records > 1 && b->ownership[h->held[i]].bits > 0;
        b->out->chances[m] = count ? count : 1;
    }
    return BOWLINE_OK;
}

static enum bowline_status build_all(struct build *b)
{
    enum bowline_status status = holdings_build(b->in, &b->holdings, b->err);
    if (status == BOWLINE_OK)
        status = portrait_table_build(b->in, &b->portraits, b->err);
    if (status == BOWLINE_OK)
        status = own(b);
    if (status == BOWLINE_OK)
        status = near_pictures_build(b->in->identifiers, &b->near, b->err);
    if (status == BOWLINE_OK)
        near_pictures_weigh(&b->near, b->ownership, b->scorer.prior);
    b->scorer.near = &b->near;
    b->scorer.in = b->in;
    b->scorer.holdings = &b->holdings;
    b->scorer.ownership = b->ownership;
    b->scorer.portraits = &b->portraits;
    b->scorer.weights = b->weights;
    if (status == BOWLINE_OK)
        status = find_candidates(b);
    if (status == BOWLINE_OK)
        status = score_all(b);
    if (status == BOWLINE_OK)
        status = close_groups(b);
    if (status == BOWLINE_OK)
        status = holdout_measure(&b->scorer, &b->pairs, b->parallel, &b->out->calibration, b->err);
    if (status == BOWLINE_OK)
        status = write_ownership(b);
    if (status == BOWLINE_OK)
        status = count_chances(b);
    if (status == BOWLINE_OK)
        status = write_links(b);
    if (status == BOWLINE_OK && b->in->inquiry) {
        const struct inquiry_context context = {&b->scorer, &b->pairs, b->out, b->options};
        status = inquiry_answer(&context, b->in->inquiry, b->err);
    }
    b->out->prior = b->scorer.prior;
    b->out->mention_keys = b->holdings.keys;
    b->holdings.keys = NULL;
    return status;
}

enum bowline_status link_table_build(const struct link_inputs *inputs, const struct link_options *options,
                                     const struct parallel *parallel, struct link_table *out,
                                     struct bowline_error *err)
{
    link_table_init(out);
    struct build b = {.in = inputs, .options = options, .parallel = parallel, .out = out, .err = err};
    b.scorer.prior = prior_bits(inputs->mentions->count);
    enum bowline_status status = build_all(&b);
    build_release(&b);
    if (status != BOWLINE_OK)
        link_table_release(out);
    return status;
}
