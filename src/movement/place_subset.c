/* Subsets of candidates. */
#include "movement/place_subset.h"

#include <string.h>

struct subset_index index_subset(const struct subset *subset)
{
    struct subset_index index;
    memset(index.of, NOWHERE, sizeof index.of);
    for (unsigned i = 0; i < subset->count; i++)
        index.of[subset->of[i]] = (uint8_t)i;
    return index;
}

void add_to_subset(struct subset *subset, uint8_t candidate)
{
    unsigned at = subset->count++;
    for (; at > 0 && subset->of[at - 1] > candidate; at--)
        subset->of[at] = subset->of[at - 1];
    subset->of[at] = candidate;
}

bool change_subset(const struct subset *from, unsigned drop, unsigned add, struct subset *out)
{
    bool is_added = add >= CANDIDATES;
    *out = (struct subset){.count = 0};
    for (unsigned i = 0; i <= from->count; i++) {
        bool is_end = i == from->count;
        if (!is_added && (is_end || add < from->of[i])) {
            if (out->count == CIRCUIT_PLACES)
                return false;
            out->of[out->count++] = (uint8_t)add;
            is_added = true;
        }
        if (is_end || from->of[i] == drop)
            continue;
        if (from->of[i] == add || out->count == CIRCUIT_PLACES)
            return false;
        out->of[out->count++] = from->of[i];
    }
    return out->count >= LEAST_PLACES;
}

double count_subsets(unsigned candidates, unsigned count)
{
    double sets = 1;
    for (unsigned i = 0; i < count; i++)
        sets = sets * (candidates - i) / (i + 1);
    return sets;
}
