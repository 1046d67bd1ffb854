/* Groups by half-year, and each matched to those of the half-year before by the members that both have. */
#include "movement/history.h"

#include "base/memory.h"
#include "base/sort.h"
#include "graph/union_find.h"

enum { DAY = 86400, NO_GROUP = UINT32_MAX };

/* Two entities of one network have a part in a record. */
struct contact {
    uint32_t network, a, b;
    int32_t half_year;
    record_id record;
};

/* A group of the half-year at hand or of the one before: members[first .. first + count). */
struct group {
    size_t first;
    uint32_t count;
    size_t phase; /* its row */
};

struct window {
    uint32_t *members; /* group after group */
    size_t member_count, member_capacity;
    struct group *groups;
    size_t count, capacity;
    uint32_t network;
    int32_t half_year;
};

struct history {
    const struct history_inputs *in;
    struct phase_list *out;
    struct contact *contacts; /* by network, half-year, record */
    size_t contact_count, contact_capacity, row_capacity;
    uint32_t *parent;   /* [entity]: of the half-year at hand */
    uint32_t *group_of; /* [entity]: of the half-year before, NO_GROUP */
    uint32_t *number;   /* [entity]: of a root, its group */
    uint32_t *shared;   /* [group before]: members that the group at hand has of it */
    size_t shared_capacity;
    struct window windows[2]; /* before, at hand */
};

void phase_list_release(struct phase_list *list)
{
    memory_free(list->rows);
    *list = (struct phase_list){0};
}

const char *phase_event_name(enum phase_event event)
{
    static const char *const names[] = {"born", "goes on", "grows", "shrinks", "merges", "splits"};
    return names[event];
}

static int32_t half_year_of(int64_t seconds)
{
    int64_t days = seconds >= 0 ? seconds / DAY : -((DAY - 1 - seconds) / DAY);
    struct civil date = calendar_civil(days);
    return (int32_t)(date.year * 2 + (date.month > 6));
}

static bool add_contacts(struct history *h, record_id record)
{
    const struct mention_table *mentions = h->in->mentions;
    if (h->in->records->records[record].begin == TIME_NONE)
        return true;
    for (mention_id m = mentions->first[record]; m < mentions->first[record + 1]; m++)
        for (mention_id k = mentions->first[record]; k < m; k++) {
            uint32_t a = h->in->entity_of[k];
            uint32_t b = h->in->entity_of[m];
            uint32_t network = a ? h->in->network_of_entity[a] : 0;
            if (!network || !b || a == b || h->in->network_of_entity[b] != network)
                continue;
            if (!memory_reserve(&h->contacts, &h->contact_capacity, h->contact_count + 1, UINT32_MAX))
                return false;
            h->contacts[h->contact_count++] =
                (struct contact){network, a, b, half_year_of(h->in->records->records[record].begin), record};
        }
    return true;
}

/* Contacts come by record; the sort keeps that. */
static bool sort_contacts(struct history *h)
{
    struct sort_pair *pairs = memory_new(h->contact_count, sizeof *pairs);
    struct contact *sorted = memory_new(h->contact_count, sizeof *sorted);
    bool is_done = pairs && sorted;
    for (size_t i = 0; is_done && i < h->contact_count; i++)
        pairs[i] = (struct sort_pair){
            (uint64_t)h->contacts[i].network << 32 | ((uint32_t)h->contacts[i].half_year ^ 0x80000000U), i};
    is_done = is_done && sort_pairs(pairs, h->contact_count);
    for (size_t i = 0; is_done && i < h->contact_count; i++)
        sorted[i] = h->contacts[pairs[i].value];
    memory_free(pairs);
    memory_free(h->contacts);
    h->contacts = sorted;
    return is_done;
}

static bool add_member(struct history *h, struct window *w, uint32_t entity, record_id record)
{
    uint32_t root = union_find_root(h->parent, entity);
    if (h->number[root] == NO_GROUP) {
        if (!memory_reserve(&w->groups, &w->capacity, w->count + 1, UINT32_MAX) ||
            !memory_reserve(&h->out->rows, &h->row_capacity, h->out->count + 1, UINT32_MAX))
            return false;
        h->number[root] = (uint32_t)w->count;
        w->groups[w->count++] = (struct group){0, 0, h->out->count};
        h->out->rows[h->out->count++] =
            (struct phase){.network = w->network, .half_year = w->half_year, .record = record};
    }
    w->groups[h->number[root]].count++;
    return true;
}

/* Contacts begin .. end are of one network and half-year. Groups by their first record. */
static bool make_groups(struct history *h, struct window *w, size_t begin, size_t end)
{
    struct contact *c = h->contacts;
    w->member_count = w->count = 0;
    w->network = c[begin].network;
    w->half_year = c[begin].half_year;
    if (!memory_reserve(&w->members, &w->member_capacity, 2 * (end - begin), UINT32_MAX))
        return false;
    for (size_t i = begin; i < end; i++) { /* each entity once, with itself as its group */
        const uint32_t both[2] = {c[i].a, c[i].b};
        for (int k = 0; k < 2; k++)
            if (h->parent[both[k]] == NO_GROUP) {
                h->parent[both[k]] = both[k];
                h->number[both[k]] = NO_GROUP;
                w->members[w->member_count++] = both[k];
            }
    }
    for (size_t i = begin; i < end; i++)
        union_find_join(h->parent, c[i].a, c[i].b);
    for (size_t i = 0; i < w->member_count; i++)
        if (!add_member(h, w, w->members[i], c[begin].record))
            return false;
    for (size_t i = end; i-- > begin;)
        h->out->rows[w->groups[h->number[union_find_root(h->parent, c[i].a)]].phase].record = c[i].record;
    return true;
}

/* Members of each group together. */
static bool order_members(struct history *h, struct window *w)
{
    struct sort_pair *pairs = memory_new(w->member_count, sizeof *pairs);
    for (size_t i = 0; pairs && i < w->member_count; i++)
        pairs[i] = (struct sort_pair){h->number[union_find_root(h->parent, w->members[i])], w->members[i]};
    bool is_done = pairs && sort_pairs(pairs, w->member_count);
    size_t at = 0;
    for (size_t g = 0; g < w->count; g++) {
        w->groups[g].first = at;
        at += w->groups[g].count;
    }
    for (size_t i = 0; is_done && i < w->member_count; i++)
        w->members[i] = (uint32_t)pairs[i].value;
    for (size_t i = 0; is_done && i < w->member_count; i++)
        h->parent[w->members[i]] = NO_GROUP;
    memory_free(pairs);
    return is_done;
}

/* How many groups at hand have at least half of their members from one group before. */
static unsigned count_parts(const struct history *h, uint32_t before)
{
    const struct window *w = &h->windows[1];
    unsigned parts = 0;
    for (size_t g = 0; g < w->count; g++) {
        uint32_t from = 0;
        for (size_t i = 0; i < w->groups[g].count; i++)
            from += h->group_of[w->members[w->groups[g].first + i]] == before;
        parts += from * 2 >= w->groups[g].count;
    }
    return parts;
}

static void name_event(const struct history *h, const struct group *group, uint32_t best, unsigned whole,
                       struct phase *row)
{
    uint32_t before = best == NO_GROUP ? 0 : h->windows[0].groups[best].count;
    uint32_t both = best == NO_GROUP ? 0 : h->shared[best];
    row->joined = group->count - both;
    row->left = before - both;
    uint32_t either = group->count + before - both;
    row->like = (uint16_t)(either ? (uint64_t)both * 1000 / either : 0);
    row->event = whole >= 2                                              ? PHASE_MERGES
                 : both * 2 >= group->count && count_parts(h, best) >= 2 ? PHASE_SPLITS
                 : row->like < PHASE_LIKE                                ? PHASE_BORN
                 : group->count > before                                 ? PHASE_GROWS
                 : group->count < before                                 ? PHASE_SHRINKS
                                                                         : PHASE_GOES_ON;
    if (row->event == PHASE_BORN)
        row->joined = group->count, row->left = row->like = 0;
}

/* Where a group comes from: the one before with the largest Jaccard index; the first of equal ones. */
static void trace_group(struct history *h, const struct group *group)
{
    const struct window *before = &h->windows[0];
    struct phase *row = &h->out->rows[group->phase];
    uint32_t best = NO_GROUP;
    unsigned whole = 0;
    memset(h->shared, 0, before->count * sizeof *h->shared);
    row->entities = group->count;
    for (size_t i = 0; i < group->count; i++) {
        uint32_t from = h->group_of[h->windows[1].members[group->first + i]];
        if (from != NO_GROUP)
            h->shared[from]++;
    }
    for (uint32_t g = 0; g < before->count; g++) {
        uint64_t both = h->shared[g];
        uint64_t either = (uint64_t)group->count + before->groups[g].count - both;
        uint64_t best_both = best == NO_GROUP ? 0 : h->shared[best];
        uint64_t best_either =
            best == NO_GROUP ? 1 : (uint64_t)group->count + before->groups[best].count - best_both;
        whole += both * 2 >= before->groups[g].count;
        if (both * best_either > best_both * either)
            best = g;
    }
    name_event(h, group, best, whole, row);
    if (row->event != PHASE_BORN)
        for (uint32_t g = 0; g < before->count; g++)
            if (g == best || (row->event == PHASE_MERGES && h->shared[g] * 2 >= before->groups[g].count))
                h->out->rows[before->groups[g].phase].ends = 0;
}

static void mark_members(struct history *h, const struct window *w, bool is_set)
{
    for (size_t g = 0; g < w->count; g++)
        for (size_t i = 0; i < w->groups[g].count; i++)
            h->group_of[w->members[w->groups[g].first + i]] = is_set ? (uint32_t)g : NO_GROUP;
}

/* The window at hand follows the one before where the network is the same and the half-year the next. */
static bool trace_window(struct history *h)
{
    struct window *before = &h->windows[0];
    const struct window *w = &h->windows[1];
    bool is_next = before->count && before->network == w->network && before->half_year + 1 == w->half_year;
    if (!is_next)
        before->count = 0;
    if (!memory_reserve(&h->shared, &h->shared_capacity, before->count + 1, UINT32_MAX))
        return false;
    mark_members(h, before, true);
    for (size_t g = 0; g < before->count; g++)
        h->out->rows[before->groups[g].phase].ends = 1;
    for (size_t g = 0; g < w->count; g++)
        trace_group(h, &w->groups[g]);
    mark_members(h, before, false);
    return true;
}

static bool walk(struct history *h)
{
    bool is_done = true;
    size_t end;
    for (size_t begin = 0; is_done && begin < h->contact_count; begin = end) {
        const struct contact *first = &h->contacts[begin];
        for (end = begin; end < h->contact_count && h->contacts[end].network == first->network &&
                          h->contacts[end].half_year == first->half_year;
             end++)
            ;
        is_done =
            make_groups(h, &h->windows[1], begin, end) && order_members(h, &h->windows[1]) && trace_window(h);
        struct window swap = h->windows[0];
        h->windows[0] = h->windows[1];
        h->windows[1] = swap;
    }
    return is_done;
}

static bool take_memory(struct history *h)
{
    size_t entities = (size_t)h->in->entity_count + 1;
    h->parent = memory_new(entities, sizeof *h->parent);
    h->number = memory_new(entities, sizeof *h->number);
    h->group_of = memory_new(entities, sizeof *h->group_of);
    for (size_t e = 0; h->parent && h->number && h->group_of && e < entities; e++)
        h->parent[e] = h->group_of[e] = NO_GROUP;
    return h->parent && h->number && h->group_of;
}

enum bowline_status phase_list_build(const struct history_inputs *inputs, struct phase_list *out,
                                     struct bowline_error *err)
{
    struct history h = {.in = inputs, .out = out};
    *out = (struct phase_list){0};
    bool is_done = take_memory(&h);
    for (uint64_t r = 1; is_done && r <= inputs->records->count; r++)
        is_done = add_contacts(&h, (record_id)r);
    is_done = is_done && sort_contacts(&h) && walk(&h);
    for (int i = 0; i < 2; i++) {
        memory_free(h.windows[i].members);
        memory_free(h.windows[i].groups);
    }
    void *const memory[] = {h.contacts, h.parent, h.number, h.group_of, h.shared};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++)
        memory_free(memory[i]);
    if (is_done)
        return BOWLINE_OK;
    phase_list_release(out);
    return error_memory(err);
}
