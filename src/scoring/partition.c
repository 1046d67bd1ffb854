/* A partition against known answers, from the counts of the contingency table. The table is never built: its
 * cells are the runs of the records sorted by both groups, once in each order, so that cost is that of a
 * sort and no result depends on the order of records. Pair counts are whole numbers. */
#include "scoring/score.h"

#include "base/memory.h"
#include "base/sort.h"

#include <assert.h>

/* One side of the comparison: what its groups hold, and how they meet the other side's. */
struct side {
    uint64_t pairs;      /* within its groups */
    uint64_t both_pairs; /* within groups of both sides */
    double bcubed; /* summed over records: the share of the record's group that is in its other group too */
    size_t groups; /* of two records or more */
    size_t largest;
    double purity; /* of the largest; the lowest where several are as large */
};

static uint64_t pairs_of(uint64_t records)
{
    return records < 2 ? 0 : records % 2 ? (records - 1) / 2 * records : records / 2 * (records - 1);
}

static uint32_t major_of(const struct sort_pair *pair)
{
    return (uint32_t)(pair->key >> 32);
}

static size_t run_end(const struct sort_pair *pairs, size_t from, size_t count, unsigned shift)
{
    size_t at = from + 1;
    while (at < count && pairs[at].key >> shift == pairs[from].key >> shift)
        at++;
    return at;
}

/* The records of one group, sorted by their groups on the other side. */
static void side_add_group(struct side *side, const struct sort_pair *pairs, size_t count)
{
    size_t most = 1;
    double squares = 0;
    for (size_t at = 0; at < count;) {
        size_t end = run_end(pairs, at, count, 0);
        size_t cell = end - at;
        if ((uint32_t)pairs[at].key == 0) {
            squares += (double)cell; /* each alone: it meets itself only */
        } else {
            squares += (double)cell * (double)cell;
            side->both_pairs += pairs_of(cell);
            most = cell > most ? cell : most;
        }
        at = end;
    }
    side->bcubed += squares / (double)count;
    side->pairs += pairs_of(count);
    if (count < 2)
        return;
    double purity = (double)most / (double)count;
    if (count > side->largest || (count == side->largest && purity < side->purity))
        side->purity = purity;
    side->largest = count > side->largest ? count : side->largest;
    side->groups++;
}

static bool side_measure(const uint32_t *major, const uint32_t *minor, size_t count, struct side *side)
{
    *side = (struct side){.purity = 1};
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    if (!pairs)
        return false;
    for (size_t i = 0; i < count; i++)
        pairs[i].key = (uint64_t)major[i] << 32 | minor[i];
    bool sorted = sort_pairs(pairs, count);
    for (size_t at = 0; sorted && at < count;) {
        size_t end = run_end(pairs, at, count, 32);
        if (major_of(&pairs[at]) == 0)
            side->bcubed += (double)(end - at);
        else
            side_add_group(side, pairs + at, end - at);
        at = end;
    }
    memory_free(pairs);
    return sorted;
}

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : 1;
}

static struct score_triple triple_of(double precision, double recall)
{
    double sum = precision + recall;
    return (struct score_triple){precision, recall, sum > 0 ? 2 * precision * recall / sum : 0};
}

/* 1 for equal partitions, 0 expected of one drawn at random with the same group sizes. */
static double adjusted_rand(double both, double found, double truth, double all)
{
    double expected = all > 0 ? found * truth / all : 0;
    double span = (found + truth) / 2 - expected;
    return span != 0 ? (both - expected) / span : 1;
}

enum bowline_status score_partition(const uint32_t *found, const uint32_t *truth, size_t count,
                                    struct partition_score *out, struct bowline_error *err)
{
    struct side claimed;
    struct side real;
    *out = (struct partition_score){.records = count};
    if (!side_measure(found, truth, count, &claimed) || !side_measure(truth, found, count, &real))
        return error_memory(err);
    assert(claimed.both_pairs == real.both_pairs);
    double both = (double)claimed.both_pairs;
    out->pairs = triple_of(share(both, (double)claimed.pairs), share(both, (double)real.pairs));
    out->bcubed = triple_of(share(claimed.bcubed, (double)count), share(real.bcubed, (double)count));
    out->adjusted_rand =
        adjusted_rand(both, (double)claimed.pairs, (double)real.pairs, (double)pairs_of(count));
    out->groups_found = claimed.groups;
    out->groups_true = real.groups;
    out->largest_found = claimed.largest;
    out->largest_purity = claimed.purity;
    return BOWLINE_OK;
}
