/* Groups found, from the cells of the contingency table in the order of their true groups.
 *
 * One to one needs no search. Groups that share half of their union or more are stars with at most two
 * leaves: two groups of one side can reach 1/2 with the same group of the other only where each is exactly
 * one half of it, and then they reach it with no other. So the first that is free is as good as any. */
#include "scoring/matching.h"

#include "base/memory.h"
#include "base/sort.h"

/* Records that have both groups. Groups are numbered from 1; 0 stands alone. */
struct cell {
    uint32_t found, truth, both;
};

struct cells {
    struct cell *items; /* by true group */
    size_t count;
    uint32_t *true_size, *found_size; /* [group] */
    uint32_t true_count, found_count; /* the largest group */
};

static void cells_release(struct cells *c)
{
    memory_free(c->items);
    memory_free(c->true_size);
    memory_free(c->found_size);
}

/* Runs of equal (truth, found) become cells, runs of equal truth numbers. */
static void add_cells(struct cells *c, const struct sort_pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t truth = (uint32_t)(pairs[i].key >> 32);
        if (truth != 0 && (i == 0 || pairs[i - 1].key >> 32 != truth))
            c->true_count++;
        if (i == 0 || pairs[i - 1].key != pairs[i].key)
            c->items[c->count++] =
                (struct cell){.found = (uint32_t)pairs[i].key, .truth = truth ? c->true_count : 0};
        c->items[c->count - 1].both++;
        c->true_size[truth ? c->true_count : 0]++;
    }
}

/* Proposed groups get numbers in the place of their names. pairs: room for the cells. */
static bool number_found(struct cells *c, struct sort_pair *pairs)
{
    for (size_t i = 0; i < c->count; i++)
        pairs[i] = (struct sort_pair){c->items[i].found, i};
    if (!sort_pairs(pairs, c->count))
        return false;
    for (size_t i = 0; i < c->count; i++) {
        struct cell *cell = &c->items[pairs[i].value];
        c->found_count += pairs[i].key != 0 && (i == 0 || pairs[i - 1].key != pairs[i].key);
        cell->found = pairs[i].key ? c->found_count : 0;
        c->found_size[cell->found] += cell->both;
    }
    return true;
}

static bool cells_build(struct cells *c, const uint32_t *found, const uint32_t *truth, size_t count)
{
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    c->items = memory_new(count, sizeof *c->items);
    c->true_size = memory_new(count + 1, sizeof *c->true_size);
    c->found_size = memory_new(count + 1, sizeof *c->found_size);
    bool is_built = pairs && c->items && c->true_size && c->found_size;
    for (size_t i = 0; is_built && i < count; i++)
        pairs[i].key = (uint64_t)truth[i] << 32 | found[i];
    is_built = is_built && sort_pairs(pairs, count);
    if (is_built)
        add_cells(c, pairs, count);
    is_built = is_built && number_found(c, pairs);
    memory_free(pairs);
    return is_built;
}

/* |A and B| / |A or B| >= 1/2, in whole numbers. */
static bool reaches_half(const struct cells *c, const struct cell *cell)
{
    uint64_t sum = (uint64_t)c->true_size[cell->truth] + c->found_size[cell->found];
    return cell->found != 0 && cell->truth != 0 && c->true_size[cell->truth] > 1 &&
           c->found_size[cell->found] > 1 && 3 * (uint64_t)cell->both >= sum;
}

static unsigned size_class(uint32_t records)
{
    unsigned class = 0;
    while (records >> (class + 1))
        class ++;
    return class;
}

/* is_taken: of proposed groups, all false. groups: [true group - 1], those of one record too. */
static void match_cells(const struct cells *c, struct match_table *out, uint8_t *is_taken)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct cell *cell = &c->items[i];
        if (cell->truth == 0)
            continue;
        struct group_match *group = &out->groups[cell->truth - 1];
        uint32_t best = cell->found ? c->found_size[cell->found] : 0;
        group->records = c->true_size[cell->truth];
        if (cell->found &&
            (cell->both > group->shared || (cell->both == group->shared && best < group->best))) {
            group->shared = cell->both;
            group->best = best;
        }
        if (reaches_half(c, cell) && !group->is_found && !is_taken[cell->found]) {
            group->is_found = true;
            is_taken[cell->found] = 1;
            out->matched++;
        }
    }
}

/* most: of proposed groups, all 0. */
static void count_groups(const struct cells *c, struct match_table *out, uint32_t *most)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->items[i].truth && c->items[i].both > most[c->items[i].found])
            most[c->items[i].found] = c->items[i].both;
    for (uint32_t group = 1; group <= c->found_count; group++)
        if (c->found_size[group] > 1) {
            out->groups_found++;
            out->mostly_one += 2 * (uint64_t)most[group] >= c->found_size[group];
            out->sizes[size_class(c->found_size[group])].found++;
        }
    for (uint32_t group = 1; group <= c->true_count; group++)
        if (c->true_size[group] > 1) {
            out->groups_true++;
            out->sizes[size_class(c->true_size[group])].truth++;
        }
}

/* The largest first; those of equal size so that no name counts. Groups of one record go. */
static bool order_groups(struct match_table *out, size_t count)
{
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    struct group_match *sorted = memory_new(count, sizeof *sorted);
    bool is_sorted = pairs && sorted;
    for (size_t i = 0; is_sorted && i < count; i++)
        pairs[i] = (struct sort_pair){~((uint64_t)out->groups[i].shared << 32 | out->groups[i].best), i};
    is_sorted = is_sorted && sort_pairs(pairs, count);
    for (size_t i = 0; is_sorted && i < count; i++)
        pairs[i].key = ~(uint64_t)out->groups[pairs[i].value].records;
    is_sorted = is_sorted && sort_pairs(pairs, count);
    for (size_t i = 0; is_sorted && i < out->groups_true; i++)
        sorted[i] = out->groups[pairs[i].value];
    memory_free(pairs);
    memory_free(is_sorted ? out->groups : sorted);
    out->groups = is_sorted ? sorted : out->groups;
    return is_sorted;
}

static double share(size_t part, size_t whole)
{
    return whole ? (double)part / (double)whole : 1;
}

static bool match(const struct cells *c, struct match_table *out)
{
    uint32_t *most = memory_new((size_t)c->found_count + 1, sizeof *most);
    uint8_t *is_taken = memory_new((size_t)c->found_count + 1, 1);
    out->groups = memory_new(c->true_count, sizeof *out->groups);
    bool is_matched = most && is_taken && out->groups;
    if (is_matched) {
        match_cells(c, out, is_taken);
        count_groups(c, out, most);
        is_matched = order_groups(out, c->true_count);
    }
    memory_free(most);
    memory_free(is_taken);
    return is_matched;
}

enum bowline_status match_table_build(const uint32_t *found, const uint32_t *truth, size_t count,
                                      struct match_table *out, struct bowline_error *err)
{
    struct cells cells = {.count = 0};
    *out = (struct match_table){.matched = 0};
    bool is_built = cells_build(&cells, found, truth, count) && match(&cells, out);
    out->recall = share(out->matched, out->groups_true);
    out->precision = share(out->matched, out->groups_found);
    out->mostly_one_share = share(out->mostly_one, out->groups_found);
    cells_release(&cells);
    return is_built ? BOWLINE_OK : error_memory(err);
}

void match_table_release(struct match_table *table)
{
    memory_free(table->groups);
    *table = (struct match_table){.matched = 0};
}
