/* Networks that are several rings: traces by the places that they keep to. */
#include "movement/circuit_state.h"

#include <string.h>

/* The candidates that a trace was at twice or more: what its circuit would be made of. */
static struct subset subset_of_trace(const struct search *s, size_t trace)
{
    const struct trace *t = &s->unit->traces[trace];
    unsigned visits[CANDIDATES + 1] = {0};
    struct subset out = {.count = 0};
    for (size_t i = 0; i < t->step_count; i++) {
        uint8_t candidate = s->candidate[t->first_step - s->first_step + i];
        visits[candidate == NOWHERE ? CANDIDATES : candidate]++;
    }
    for (unsigned c = 0; c < CANDIDATES && out.count < CIRCUIT_PLACES; c++)
        if (visits[c] >= 2)
            out.of[out.count++] = (uint8_t)c;
    return out;
}

/* The longest trace without a group that was at three places twice or more; SIZE_MAX where there is none. */
static size_t find_seed(const struct search *s, const uint8_t *group, struct subset *places)
{
    size_t seed = SIZE_MAX;
    for (size_t t = 0; t < s->unit->trace_count; t++) {
        struct subset of_trace = subset_of_trace(s, t);
        if (group[t] || of_trace.count < LEAST_PLACES)
            continue;
        if (seed != SIZE_MAX && s->unit->traces[t].step_count <= s->unit->traces[seed].step_count)
            continue;
        seed = t;
        *places = of_trace;
    }
    return seed;
}

/* Groups from 1: traces that keep by two thirds to the places of a long one; the others go with the first. */
static uint8_t group_traces(const struct search *s, uint8_t *group)
{
    struct subset places;
    uint8_t groups = 0;
    while (groups < CIRCUITS_OF_UNIT && find_seed(s, group, &places) != SIZE_MAX) {
        struct subset_index index = index_subset(&places);
        groups++;
        for (size_t t = 0; t < s->unit->trace_count; t++) {
            struct presence p = find_presence(s, &index, t);
            if (!group[t] && p.inside * 3 >= p.known * 2)
                group[t] = groups;
        }
    }
    for (size_t t = 0; t < s->unit->trace_count; t++)
        group[t] = group[t] ? group[t] : 1;
    return groups ? groups : 1;
}

void look_at_group(struct search *s, const uint8_t *group, uint8_t which)
{
    for (size_t t = 0; t < s->unit->trace_count; t++)
        s->is_in[t] = which == 0 || group[t] == which;
}

static int64_t bits_of_group(struct search *s, const uint8_t *group, uint8_t which)
{
    look_at_group(s, group, which);
    return find_cycle(s) ? s->cycle.bits : 0;
}

/* What knowing the group tells of the places visited, less what naming each group's shares of places costs
 * (half the log2 of the visits for each, as minimum description length counts). Without it one long cycle
 * over the places of all would seem to tell what in truth the group does. */
static int64_t bits_of_grouping(const struct search *s, const uint8_t *group, uint8_t groups)
{
    uint32_t visits[CIRCUITS_OF_UNIT + 1][CANDIDATES + 1] = {{0}};
    int64_t bits = 0;
    for (size_t t = 0; t < s->unit->trace_count; t++)
        for (size_t i = 0; i < s->unit->traces[t].step_count; i++) {
            uint8_t c = s->candidate[s->unit->traces[t].first_step - s->first_step + i];
            for (uint8_t g = 0; c != NOWHERE && g <= group[t]; g += group[t]) {
                visits[g][c]++;
                visits[g][CANDIDATES]++;
            }
        }
    double all = visits[0][CANDIDATES];
    for (uint8_t g = 1; g <= groups; g++)
        for (unsigned c = 0; c < s->place_count; c++)
            if (visits[g][c])
                bits += (int64_t)visits[g][c] *
                        bits_of_ratio(visits[g][c] * all / ((double)visits[g][CANDIDATES] * visits[0][c]));
    return all > 0 ? bits - (int64_t)(groups - 1) * (s->place_count - 1) * bits_of_ratio(all) / 2 : 0;
}

/* Several rings that were made one network go round several cycles: whether one for each group weighs more
 * than one for all. Returns how many groups to look at. */
uint8_t choose_groups(struct search *s, uint8_t *group)
{
    uint8_t groups = s->unit->trace_count > 1 ? group_traces(s, group) : 1;
    if (groups > 1) {
        int64_t apart = bits_of_grouping(s, group, groups);
        for (uint8_t g = 1; g <= groups; g++)
            apart += bits_of_group(s, group, g);
        if (apart > bits_of_group(s, group, 0))
            return groups;
    }
    memset(group, 1, s->unit->trace_count);
    return 1;
}
