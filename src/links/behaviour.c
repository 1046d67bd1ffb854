/* How the users of a value hang together without it. */
#include "links/behaviour.h"

#include "graph/union_find.h"

#include "base/memory.h"

#include <string.h>

#define MOST_COMPANIONS 64 /* values of one record that are looked at */
#define MOST_JOINS      4  /* that count: more records of one group are no news */

/* What a user has beside the value under examination. */
enum mark { MARK_NONE, MARK_TEXT, MARK_CONTACT };

struct scratch {
    uint32_t *seen_by;  /* [value]: the value under examination that saw it last */
    uint32_t *seen_at;  /* [value]: the first user that had it */
    uint32_t *place_by; /* [place]: likewise */
    uint32_t *parent;   /* union-find over the users of the value under examination */
    uint8_t *mark;      /* [user]: enum mark */
    uint32_t *size;     /* [user]: of its group, at the group's first member */
    uint32_t *last;     /* [user]: the last member of its group, likewise */
};

struct job {
    const struct ownership_inputs *inputs;
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
    return h->first_holder[companion + 1] - h->first_holder[companion] <= 8 * users + 32;
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
            mark = is_contact(job, u) ? MARK_CONTACT : mark == MARK_NONE ? MARK_TEXT : mark;
            if (again)
                union_find_join(s->parent, s->seen_at[u], at);
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

enum bowline_status behaviour_observe(const struct ownership_inputs *inputs, const struct parallel *parallel,
                                      struct behaviour *out, struct bowline_error *err)
{
    struct scratch *scratch = scratch_new(inputs, parallel->workers);
    if (!scratch)
        return error_memory(err);
    struct job job = {inputs, out, scratch};
    bool finished = parallel_loop(parallel, inputs->holdings->values, 4096, observe_range, &job);
    scratch_release(scratch, parallel->workers);
    return finished ? BOWLINE_OK : error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped");
}
