/* How the users of a value hang together without it. */
#include "links/behaviour.h"

#include "graph/union_find.h"

#include "base/memory.h"

#include <string.h>

#define MOST_BESIDE     8  /* contacts that stand beside one; with more it is no operator's own */
#define MOST_COMPANIONS 64 /* values of one record that are looked at */
#define MOST_JOINS      4  /* that count: more records of one group are no news */

/* What a user has beside the value under examination. */
enum mark { MARK_NONE, MARK_TEXT, MARK_ONCE, MARK_CONTACT };

struct scratch {
    uint32_t *seen_by;  /* [value]: the value under examination that saw it last */
    uint32_t *seen_at;  /* [value]: the first user that had it */
    uint32_t *place_by; /* [place]: likewise */
    uint32_t *parent;   /* union-find over the users of the value under examination */
    uint8_t *mark;      /* [user]: enum mark */
    uint32_t *size;     /* [user]: of its group, at the group's first member */
    uint32_t *last;     /* [user]: the last member of its group, likewise */
};

/* The contacts that stand beside each contact in some record, if few: who has one of two that stand together
 * elsewhere hangs together with who has the other. */
struct beside {
    uint64_t *first; /* [value + 1] */
    value_id *others;
};

struct job {
    const struct ownership_inputs *inputs;
    const struct beside *beside;
    struct behaviour *out;
    struct scratch *scratch;
};

static bool is_contact(const struct job *job, value_id v)
{
    if (v > job->inputs->holdings->identifiers)
        return false;
    uint8_t type = job->inputs->in->identifiers->identifiers[v].type;
    return type != IDENTIFIER_URL && type != IDENTIFIER_IMAGE;
}

/* A companion tells something where it is not itself far more common than the value. */
static bool is_telling(const struct job *job, value_id companion, uint64_t users)
{
    const struct holdings *h = job->inputs->holdings;
    if (companion <= h->identifiers && !is_contact(job, companion))
        return false;
    return h->first_holder[companion + 1] - h->first_holder[companion] <= 2 * users + 32;
}

/* A contact that stands nowhere else tells of nobody else: many who hide use one once. */
static uint8_t mark_of(const struct job *job, value_id companion)
{
    const struct holdings *h = job->inputs->holdings;
    if (!is_contact(job, companion))
        return MARK_TEXT;
    return h->first_holder[companion + 1] - h->first_holder[companion] > 1 ? MARK_CONTACT : MARK_ONCE;
}

static void join_at(struct scratch *s, value_id v, value_id companion, uint32_t at)
{
    if (s->seen_by[companion] == v)
        union_find_join(s->parent, s->seen_at[companion], at);
    else
        s->seen_by[companion] = v, s->seen_at[companion] = at;
}

static void look_at_user(const struct job *job, struct scratch *s, value_id v, uint32_t at,
                         struct behaviour *b)
{
    const struct holdings *h = job->inputs->holdings;
    uint64_t users = h->first_holder[v + 1] - h->first_holder[v];
    mention_id m = h->holders[h->first_holder[v] + at];
    uint8_t mark = MARK_NONE;
    uint64_t end =
        h->first[m + 1] - h->first[m] > MOST_COMPANIONS ? h->first[m] + MOST_COMPANIONS : h->first[m + 1];
    s->parent[at] = at;
    for (uint64_t i = h->first[m]; i < end; i++) {
        value_id u = h->held[i];
        if (u == v)
            continue;
        bool again = s->seen_by[u] == v;
        b->others += !again && u <= h->identifiers && is_contact(job, u);
        if (is_telling(job, u, users)) {
            uint8_t shows = mark_of(job, u);
            mark = shows > mark ? shows : mark;
            if (again)
                union_find_join(s->parent, s->seen_at[u], at);
            for (uint64_t k = job->beside->first[u]; k < job->beside->first[u + 1]; k++)
                if (job->beside->others[k] != v)
                    join_at(s, v, job->beside->others[k], at);
        }
        if (!again) {
            s->seen_by[u] = v;
            s->seen_at[u] = at;
        }
    }
    s->mark[at] = mark;
    b->companied += mark != MARK_NONE;
    uint32_t place = job->inputs->place_of[m];
    b->places += place && s->place_by[place] != v;
    s->place_by[place] = v;
}

/* A group is what its best marked member is. Users are in the order of time, and a root is its group's first.
 */
static void gather_groups(struct scratch *s, uint32_t users)
{
    memset(s->size, 0, users * sizeof *s->size);
    for (uint32_t i = 0; i < users; i++) {
        uint32_t root = union_find_root(s->parent, i);
        if (s->mark[root] < s->mark[i])
            s->mark[root] = s->mark[i];
        s->size[root]++;
        s->last[root] = i;
    }
}

/* In turn: the most groups of two or more that follow each other without overlap, by earliest end. */
static void count_groups(struct scratch *s, struct behaviour *b)
{
    uint32_t single = 0;
    uint32_t several = 0;
    uint32_t in_several = 0;
    uint32_t in_turn = 0;
    uint32_t free_from = 0;
    gather_groups(s, b->users);
    for (uint32_t i = 0; i < b->users; i++) {
        uint32_t root = union_find_root(s->parent, i);
        if (s->mark[root] != MARK_NONE && root == i)
            b->joins += s->size[root] - 1;
        if (s->mark[root] == MARK_TEXT)
            b->successors += root == i;
        if (s->mark[root] == MARK_ONCE)
            b->once += root == i;
        if (s->mark[root] != MARK_CONTACT || s->last[root] != i)
            continue;
        if (s->size[root] == 1) {
            single++;
            continue;
        }
        several++;
        in_several += s->size[root];
        if (root >= free_from) {
            in_turn++;
            free_from = i + 1;
        }
    }
    b->joins = b->joins > MOST_JOINS ? MOST_JOINS : b->joins;
    bool in_passing = single <= in_several;
    b->rivals = several - in_turn + (in_passing ? 0 : single);
    b->successors += in_turn + (in_passing ? single : 0);
}

static void observe(const struct job *job, struct scratch *s, value_id v)
{
    const struct holdings *h = job->inputs->holdings;
    struct behaviour *b = &job->out[v];
    *b = (struct behaviour){.users = (uint32_t)(h->first_holder[v + 1] - h->first_holder[v])};
    for (uint32_t i = 0; i < b->users; i++)
        look_at_user(job, s, v, i, b);
    count_groups(s, b);
}

static void observe_range(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct job *job = context;
    for (size_t v = begin + 1; v <= end; v++)
        observe(job, &job->scratch[worker], (value_id)v);
}

static void scratch_release(struct scratch *scratch, unsigned workers)
{
    for (unsigned w = 0; scratch && w < workers; w++) {
        memory_free(scratch[w].seen_by);
        memory_free(scratch[w].seen_at);
        memory_free(scratch[w].place_by);
        memory_free(scratch[w].parent);
        memory_free(scratch[w].mark);
        memory_free(scratch[w].size);
        memory_free(scratch[w].last);
    }
    memory_free(scratch);
}

static struct scratch *scratch_new(const struct ownership_inputs *in, unsigned workers)
{
    const struct holdings *h = in->holdings;
    uint64_t most_users = 0;
    uint32_t most_place = 0;
    for (value_id v = 1; v <= h->values; v++)
        if (most_users < h->first_holder[v + 1] - h->first_holder[v])
            most_users = h->first_holder[v + 1] - h->first_holder[v];
    for (mention_id m = 1; m <= in->in->mentions->count; m++)
        if (most_place < in->place_of[m])
            most_place = in->place_of[m];
    struct scratch *scratch = memory_new(workers, sizeof *scratch);
    for (unsigned w = 0; scratch && w < workers; w++) {
        struct scratch *s = &scratch[w];
        s->seen_by = memory_new((size_t)h->values + 1, sizeof *s->seen_by);
        s->seen_at = memory_new((size_t)h->values + 1, sizeof *s->seen_at);
        s->place_by = memory_new((size_t)most_place + 1, sizeof *s->place_by);
        s->parent = memory_new(most_users, sizeof *s->parent);
        s->mark = memory_new(most_users, sizeof *s->mark);
        s->size = memory_new(most_users, sizeof *s->size);
        s->last = memory_new(most_users, sizeof *s->last);
        if (!s->seen_by || !s->seen_at || !s->place_by || !s->parent || !s->mark || !s->size || !s->last) {
            scratch_release(scratch, workers);
            return NULL;
        }
    }
    return scratch;
}

static bool is_kept(const struct job *job, value_id v)
{
    const struct holdings *h = job->inputs->holdings;
    return is_contact(job, v) && h->first_holder[v + 1] - h->first_holder[v] > 1;
}

/* Those beside contact v, each once; more than MOST_BESIDE: none. */
static unsigned list_beside(const struct job *job, value_id v, value_id *out)
{
    const struct holdings *h = job->inputs->holdings;
    unsigned count = 0;
    for (uint64_t i = h->first_holder[v]; i < h->first_holder[v + 1]; i++) {
        mention_id m = h->holders[i];
        for (uint64_t k = h->first[m]; k < h->first[m + 1]; k++) {
            unsigned at = 0;
            if (h->held[k] == v || !is_kept(job, h->held[k]))
                continue;
            while (at < count && out[at] != h->held[k])
                at++;
            if (at == MOST_BESIDE)
                return 0;
            out[at] = h->held[k];
            count += at == count;
        }
    }
    return count;
}

static bool beside_build(const struct job *job, struct beside *out)
{
    const struct holdings *h = job->inputs->holdings;
    size_t capacity = 0;
    out->first = memory_new((size_t)h->values + 2, sizeof *out->first);
    out->others = NULL;
    uint64_t total = 0;
    for (value_id v = 1; out->first && v <= h->values; v++) {
        value_id found[MOST_BESIDE];
        unsigned count = is_kept(job, v) ? list_beside(job, v, found) : 0;
        if (!memory_reserve(&out->others, &capacity, total + count, SIZE_MAX / sizeof *found))
            return false;
        if (count)
            memcpy(out->others + total, found, count * sizeof *found);
        total += count;
        out->first[v + 1] = total;
    }
    return out->first;
}

enum bowline_status behaviour_observe(const struct ownership_inputs *inputs, const struct parallel *parallel,
                                      struct behaviour *out, struct bowline_error *err)
{
    struct scratch *scratch = scratch_new(inputs, parallel->workers);
    if (!scratch)
        return error_memory(err);
    struct beside beside = {0};
    struct job job = {inputs, &beside, out, scratch};
    enum bowline_status status = beside_build(&job, &beside) ? BOWLINE_OK : error_memory(err);
    if (status == BOWLINE_OK && !parallel_loop(parallel, inputs->holdings->values, 4096, observe_range, &job))
        status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped");
    memory_free(beside.first);
    memory_free(beside.others);
    scratch_release(scratch, parallel->workers);
    return status;
}
