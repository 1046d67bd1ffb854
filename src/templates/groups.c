/* Rounds of stars over verified pairs. */
#include "templates/groups.h"

#include "base/memory.h"
#include "templates/group_pairs.h"
#include "templates/weights.h"

#define GRAIN       1024
#define AHEAD       ((size_t)4) /* keys whose texts are fetched before they are compared */
#define LARGE_GROUP 16u         /* members; half of PHRASE_TEXTS: its own text may pass for boilerplate */

#define PART_THAT_MATTERS 100u /* of the texts */

enum mark { FREE, ABSORBER, ABSORBED };

/* What the rounds share. A node is a group, named by its leader's index. */
struct rounds {
    const struct verifier *verifier;
    struct corpus *corpus;
    const struct pairs *pairs;
    struct groups *groups;
    struct profile *profiles; /* a worker's own */
    struct weigher *weighers; /* a worker's own */
    uint8_t *forgotten;       /* of each text: its shingles were taken out of the counts */
    uint8_t *marked;
    uint8_t *changed; /* of each node: its members are not those of the round before */
    uint8_t *checked; /* of each node: all its members are like it */
    uint8_t *grown;   /* of each node: members of it were taken out of the counts just now */
    uint64_t *keys;   /* candidate or verified: larger node << 32 | smaller node */
    uint8_t *passed;  /* of each key, or of each text */
    size_t key_count, keys_capacity, passed_capacity;
    size_t merged;
    size_t taken_out; /* texts that left the counts after the last round */
};

static enum bowline_status stopped(struct bowline_error *err)
{
    return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while grouping texts");
}

static uint32_t node_size(const struct rounds *r, uint32_t node)
{
    return r->groups->first[node + 1] - r->groups->first[node];
}

/* Lists the members of every node: first[] by leader, a counting sort. */
static void list_members(struct rounds *r)
{
    struct groups *g = r->groups;
    uint32_t count = r->corpus->count;
    memset(g->first, 0, ((size_t)count + 2) * sizeof *g->first);
    for (uint32_t t = 0; t < count; t++)
        g->first[g->leader[t] + 2]++;
    for (uint32_t t = 2; t < count + 2; t++)
        g->first[t] += g->first[t - 1];
    for (uint32_t t = 0; t < count; t++)
        g->members[g->first[g->leader[t] + 1]++] = t;
}

static uint64_t orient(const struct rounds *r, uint32_t a, uint32_t b)
{
    uint32_t size_a = node_size(r, a);
    uint32_t size_b = node_size(r, b);
    bool a_first = size_a != size_b ? size_a > size_b : a < b;
    return a_first ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

static void add_keys(struct rounds *r, const struct pairs *pairs)
{
    const uint32_t *leader = r->groups->leader;
    for (size_t i = 0; i < pairs->count; i++) {
        uint32_t a = leader[pairs->keys[i] >> 32];
        uint32_t b = leader[pairs->keys[i] & UINT32_MAX];
        if (a != b && (r->changed[a] || r->changed[b]))
            r->keys[r->key_count++] = orient(r, a, b);
    }
}

/* Sorts the keys and keeps each once. */
static enum bowline_status sort_once(struct rounds *r, struct bowline_error *err)
{
    enum bowline_status status = sort_keys_parallel(r->keys, r->key_count, r->corpus->parallel);
    size_t kept = 0;
    if (status == BOWLINE_ERROR_MEMORY)
        return error_memory(err);
    if (status != BOWLINE_OK)
        return stopped(err);
    for (size_t i = 0; i < r->key_count; i++)
        if (i == 0 || r->keys[i] != r->keys[i - 1])
            r->keys[kept++] = r->keys[i];
    r->key_count = kept;
    return BOWLINE_OK;
}

/* The pairs of nodes that may have something new in common: those of texts and, once there are groups, those
 * of groups. */
static enum bowline_status list_keys(struct rounds *r, bool groups, struct bowline_error *err)
{
    struct pairs of_groups = {0};
    struct group_list list = {r->groups->first, r->groups->members};
    enum bowline_status status = BOWLINE_OK;
    r->key_count = 0;
    if (groups)
        status = group_pairs_init(&of_groups, r->verifier, list, err);
    size_t need = r->pairs->count + of_groups.count;
    if (status == BOWLINE_OK && (!memory_reserve(&r->keys, &r->keys_capacity, need, SIZE_MAX / 16) ||
                                 !memory_reserve(&r->passed, &r->passed_capacity, need, SIZE_MAX / 16)))
        status = error_memory(err);
    if (status == BOWLINE_OK) {
        add_keys(r, r->pairs);
        add_keys(r, &of_groups);
        status = sort_once(r, err);
    }
    pairs_release(&of_groups);
    return status;
}

static void profile_node(const struct rounds *r, struct profile *profile, uint32_t node)
{
    const struct groups *g = r->groups;
    profile_build(profile, r->corpus, g->members + g->first[node], node_size(r, node));
}

/* Asks for what the keys after this one will read: first where the words are, then the words. */
static void fetch_ahead(const struct rounds *r, size_t at, size_t end)
{
    if (at + 2 * AHEAD < end) {
        __builtin_prefetch(&r->corpus->texts[r->keys[at + 2 * AHEAD] >> 32]);
        __builtin_prefetch(&r->corpus->texts[r->keys[at + 2 * AHEAD] & UINT32_MAX]);
    }
    if (at + AHEAD < end) {
        corpus_fetch(r->corpus, (uint32_t)(r->keys[at + AHEAD] & UINT32_MAX));
        if (r->keys[at + AHEAD] >> 32 != r->keys[at + AHEAD - 1] >> 32)
            corpus_fetch(r->corpus, (uint32_t)(r->keys[at + AHEAD] >> 32));
    }
}

static void verify_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct rounds *r = context;
    struct profile *profile = &r->profiles[worker];
    for (size_t i = begin; i < end; i++) {
        uint32_t node = (uint32_t)(r->keys[i] >> 32);
        fetch_ahead(r, i, end);
        if (i == begin || node != r->keys[i - 1] >> 32)
            profile_node(r, profile, node);
        if (profile->failed)
            return;
        const struct corpus_text *text = &r->corpus->texts[r->keys[i] & UINT32_MAX];
        r->passed[i] = verifier_score(r->verifier, profile, text) != 0;
    }
}

static void keep_passed(struct rounds *r)
{
    size_t kept = 0;
    for (size_t i = 0; i < r->key_count; i++)
        if (r->passed[i])
            r->keys[kept++] = r->keys[i];
    r->key_count = kept;
}

/* Neighbours of each node in both directions. */
struct adjacency {
    uint32_t *first; /* [0 .. nodes] */
    uint32_t *to;
};

static bool adjacency_init(struct adjacency *a, const struct rounds *r)
{
    uint32_t nodes = r->corpus->count;
    a->first = memory_new((size_t)nodes + 2, sizeof *a->first);
    a->to = memory_new(2 * r->key_count, sizeof *a->to);
    if (!a->first || !a->to)
        return false;
    for (size_t i = 0; i < r->key_count; i++) {
        a->first[(r->keys[i] >> 32) + 2]++;
        a->first[(r->keys[i] & UINT32_MAX) + 2]++;
    }
    for (uint32_t n = 2; n < nodes + 2; n++)
        a->first[n] += a->first[n - 1];
    for (size_t i = 0; i < r->key_count; i++) {
        uint32_t x = (uint32_t)(r->keys[i] >> 32);
        uint32_t y = (uint32_t)(r->keys[i] & UINT32_MAX);
        a->to[a->first[x + 1]++] = y;
        a->to[a->first[y + 1]++] = x;
    }
    return true;
}

static void absorb(struct rounds *r, const struct adjacency *a, uint8_t *marks, uint32_t node)
{
    if (marks[node] != FREE)
        return;
    for (uint32_t i = a->first[node]; i < a->first[node + 1]; i++) {
        uint32_t other = a->to[i];
        if (marks[other] != FREE)
            continue;
        marks[other] = ABSORBED;
        marks[node] = ABSORBER;
        r->changed[node] = 1;
        r->checked[node] = 0;
        r->merged++;
        const struct groups *g = r->groups;
        for (uint32_t m = g->first[other]; m < g->first[other + 1]; m++)
            g->leader[g->members[m]] = node;
    }
}

/* Larger nodes first, then those with more neighbours, then in the order of the corpus. */
static bool order_nodes(const struct rounds *r, const struct adjacency *a, struct sort_pair *order,
                        size_t *count)
{
    *count = 0;
    for (uint32_t n = 0; n < r->corpus->count; n++) {
        uint64_t degree = a->first[n + 1] - a->first[n];
        if (degree)
            order[(*count)++] = (struct sort_pair){~((uint64_t)node_size(r, n) << 32 | degree), n};
    }
    return sort_pairs(order, *count);
}

static bool merge_stars(struct rounds *r)
{
    struct adjacency a = {NULL, NULL};
    uint8_t *marks = memory_new(r->corpus->count, 1);
    struct sort_pair *order = memory_new(r->corpus->count, sizeof *order);
    size_t count = 0;
    bool ok = marks && order && adjacency_init(&a, r) && order_nodes(r, &a, order, &count);
    memset(r->changed, 0, r->corpus->count);
    for (size_t i = 0; ok && i < count; i++)
        absorb(r, &a, marks, (uint32_t)order[i].value);
    memory_free(a.first);
    memory_free(a.to);
    memory_free(order);
    memory_free(marks);
    return ok;
}

static bool profiles_failed(const struct rounds *r)
{
    for (unsigned w = 0; w < r->corpus->parallel->workers; w++)
        if (r->profiles[w].failed)
            return true;
    return false;
}

static enum bowline_status run_round(struct rounds *r, bool groups, struct bowline_error *err)
{
    r->merged = 0;
    list_members(r);
    enum bowline_status status = list_keys(r, groups, err);
    if (status != BOWLINE_OK)
        return status;
    if (!parallel_loop(r->corpus->parallel, r->key_count, GRAIN, verify_body, r))
        return stopped(err);
    if (profiles_failed(r))
        return error_memory(err);
    keep_passed(r);
    return merge_stars(r) ? BOWLINE_OK : error_memory(err);
}

/* Members that are not like their group leave it. */
static void check_node(const struct rounds *r, struct profile *profile, uint32_t node)
{
    const struct groups *g = r->groups;
    uint32_t lead = UINT32_MAX;
    profile_node(r, profile, node);
    if (profile->failed)
        return;
    uint32_t passing = 0;
    for (uint32_t m = g->first[node]; m < g->first[node + 1]; m++) {
        uint32_t t = g->members[m];
        if (m + 2 < g->first[node + 1])
            corpus_fetch(r->corpus, g->members[m + 2]);
        r->passed[t] = verifier_score(r->verifier, profile, &r->corpus->texts[t]) != 0;
        passing += r->passed[t];
        if (r->passed[t] && (lead == UINT32_MAX || t == node))
            lead = t;
    }
    bool same = passing == node_size(r, node);
    r->checked[node] = same;
    for (uint32_t m = g->first[node]; m < g->first[node + 1] && !same; m++) {
        uint32_t t = g->members[m];
        g->leader[t] = r->passed[t] ? lead : t;
        r->changed[t] = 1;
    }
}

static void check_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct rounds *r = context;
    for (size_t node = begin; node < end && !r->profiles[worker].failed; node++)
        if (node_size(r, (uint32_t)node) > 1 && !r->checked[node])
            check_node(r, &r->profiles[worker], (uint32_t)node);
}

static enum bowline_status check_groups(struct rounds *r, struct bowline_error *err)
{
    list_members(r);
    if (!parallel_loop(r->corpus->parallel, r->corpus->count, GRAIN, check_body, r))
        return stopped(err);
    return profiles_failed(r) ? error_memory(err) : BOWLINE_OK;
}

static void weigh_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct rounds *r = context;
    for (size_t t = begin; t < end && !r->weighers[worker].failed; t++) {
        if (t + 2 < end && r->marked[t + 2])
            corpus_fetch(r->corpus, (uint32_t)t + 2);
        if (r->marked[t])
            text_weigh(&r->weighers[worker], r->corpus, r->verifier->f, &r->corpus->texts[t]);
    }
}

/* Marks what large groups have gained since the last time, but the leaders. */
static size_t mark_copies(struct rounds *r)
{
    size_t count = 0;
    memset(r->grown, 0, r->corpus->count);
    for (uint32_t t = 0; t < r->corpus->count; t++) {
        uint32_t leader = r->groups->leader[t];
        r->marked[t] = leader != t && !r->forgotten[t] && node_size(r, leader) >= LARGE_GROUP;
        r->forgotten[t] |= r->marked[t];
        r->grown[leader] |= r->marked[t];
        count += r->marked[t];
    }
    return count;
}

/* Marks those groups and the texts that may join them. */
static void mark_neighbours(struct rounds *r)
{
    const uint32_t *leader = r->groups->leader;
    for (uint32_t t = 0; t < r->corpus->count; t++)
        r->marked[t] = r->grown[leader[t]];
    for (size_t i = 0; i < r->pairs->count; i++) {
        uint32_t a = (uint32_t)(r->pairs->keys[i] >> 32);
        uint32_t b = (uint32_t)(r->pairs->keys[i] & UINT32_MAX);
        uint8_t near = r->grown[leader[a]] | r->grown[leader[b]];
        r->marked[a] |= near;
        r->marked[b] |= near;
    }
}

/* Counts a large group as one text and weighs anew what belongs to it or may: what stands in every member of
 * a group, and nowhere else, is the group's own and no boilerplate. */
static enum bowline_status reweigh(struct rounds *r, struct bowline_error *err)
{
    list_members(r);
    r->taken_out = mark_copies(r);
    if (r->taken_out == 0)
        return BOWLINE_OK;
    if (!frequencies_forget(r->verifier->f, r->corpus, r->marked))
        return stopped(err);
    mark_neighbours(r);
    if (!parallel_loop(r->corpus->parallel, r->corpus->count, GRAIN, weigh_body, r))
        return stopped(err);
    for (unsigned w = 0; w < r->corpus->parallel->workers; w++)
        if (r->weighers[w].failed)
            return error_memory(err);
    return BOWLINE_OK;
}

/* Groups are paired by what they have in common in the second round, and later while the counts still change
 * much: a group that is a large part of the corpus shows only when most of it is out of the counts. */
static enum bowline_status run_rounds(struct rounds *r, struct bowline_error *err)
{
    enum bowline_status status = BOWLINE_OK;
    r->merged = 1;
    for (uint32_t i = 0; i < r->corpus->options->rounds && r->merged && status == BOWLINE_OK; i++) {
        status = run_round(r, i == 1 || r->taken_out > r->corpus->count / PART_THAT_MATTERS, err);
        if (status == BOWLINE_OK)
            status = reweigh(r, err);
    }
    if (status == BOWLINE_OK)
        status = check_groups(r, err);
    if (status == BOWLINE_OK)
        status = run_round(r, false, err);
    return status == BOWLINE_OK ? check_groups(r, err) : status;
}

/* Keeps groups of two texts and texts with copies, and gives groups dense numbers. */
static void compact(struct rounds *r)
{
    struct groups *g = r->groups;
    list_members(r);
    uint32_t kept = 0;
    for (uint32_t node = 0; node < r->corpus->count; node++) {
        uint32_t begin = g->first[node];
        uint32_t end = g->first[node + 1];
        const struct corpus_text *text = &r->corpus->texts[node];
        bool alone = end - begin == 1;
        if (end == begin || (alone && (text->copies < 2 || text->bits < r->verifier->least_gain)))
            continue;
        uint32_t at = g->count ? g->first[g->count] : 0;
        memmove(g->members + at, g->members + begin, (end - begin) * sizeof *g->members);
        g->first[g->count++] = at;
        kept = at + (end - begin);
        g->first[g->count] = kept;
    }
    g->first[g->count] = kept;
}

static bool rounds_init(struct rounds *r)
{
    size_t count = r->corpus->count;
    struct groups *g = r->groups;
    *g = (struct groups){0};
    g->first = memory_new(count + 2, sizeof *g->first);
    g->members = memory_new(count, sizeof *g->members);
    g->leader = memory_new(count, sizeof *g->leader);
    r->profiles = memory_new(r->corpus->parallel->workers, sizeof *r->profiles);
    r->weighers = memory_new(r->corpus->parallel->workers, sizeof *r->weighers);
    r->forgotten = memory_new(count, 1);
    r->marked = memory_new(count, 1);
    r->changed = memory_new(count, 1);
    r->checked = memory_new(count, 1);
    r->grown = memory_new(count, 1);
    if (!memory_reserve(&r->passed, &r->passed_capacity, count, SIZE_MAX / 16))
        return false;
    if (!g->first || !g->members || !g->leader || !r->profiles || !r->weighers || !r->forgotten ||
        !r->marked || !r->changed || !r->checked || !r->grown)
        return false;
    for (uint32_t t = 0; t < count; t++)
        g->leader[t] = t;
    memset(r->changed, 1, count);
    return true;
}

static void rounds_release(struct rounds *r)
{
    for (unsigned w = 0; r->profiles && w < r->corpus->parallel->workers; w++)
        profile_release(&r->profiles[w]);
    for (unsigned w = 0; r->weighers && w < r->corpus->parallel->workers; w++)
        weigher_release(&r->weighers[w]);
    memory_free(r->profiles);
    memory_free(r->weighers);
    memory_free(r->forgotten);
    memory_free(r->marked);
    memory_free(r->changed);
    memory_free(r->checked);
    memory_free(r->grown);
    memory_free(r->keys);
    memory_free(r->passed);
}

enum bowline_status groups_init(struct groups *groups, const struct verifier *verifier,
                                const struct pairs *pairs, struct bowline_error *err)
{
    struct rounds r = {.verifier = verifier, .corpus = verifier->corpus, .pairs = pairs, .groups = groups};
    enum bowline_status status = rounds_init(&r) ? run_rounds(&r, err) : error_memory(err);
    if (status == BOWLINE_OK)
        compact(&r);
    else
        groups_release(groups);
    rounds_release(&r);
    return status;
}

void groups_release(struct groups *groups)
{
    memory_free(groups->first);
    memory_free(groups->members);
    memory_free(groups->leader);
    *groups = (struct groups){0};
}
