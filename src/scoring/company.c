/* With whom a record was put together, from the runs of records sorted by proposed and true group. */
#include "scoring/company.h"

#include "base/memory.h"
#include "base/sort.h"

static struct sort_pair *sorted_pairs(const uint32_t *found, const uint32_t *truth, size_t count)
{
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    for (size_t i = 0; pairs && i < count; i++)
        pairs[i] = (struct sort_pair){(uint64_t)found[i] << 32 | truth[i], i};
    if (pairs && sort_pairs(pairs, count))
        return pairs;
    memory_free(pairs);
    return NULL;
}

static size_t run_end(const struct sort_pair *pairs, size_t from, size_t count, unsigned shift)
{
    size_t at = from + 1;
    while (at < count && pairs[at].key >> shift == pairs[from].key >> shift)
        at++;
    return at;
}

/* The records of one proposed group. */
static void judge_group(const struct sort_pair *pairs, size_t count, uint8_t *out)
{
    size_t groups = 0;
    for (size_t at = 0; at < count; at = run_end(pairs, at, count, 0))
        groups += (uint32_t)pairs[at].key != 0;
    for (size_t at = 0; at < count;) {
        size_t end = run_end(pairs, at, count, 0);
        size_t own = (uint32_t)pairs[at].key ? 1 : 0;
        size_t mine = own ? end - at : 1;
        uint8_t company = groups > own ? COMPANY_OTHER_GROUP | COMPANY_OTHERS : 0;
        company |= count > mine ? COMPANY_OTHERS : 0;
        for (; at < end; at++)
            out[pairs[at].value] = company;
    }
}

enum bowline_status score_company(const uint32_t *found, const uint32_t *truth, size_t count, uint8_t *out,
                                  struct bowline_error *err)
{
    struct sort_pair *pairs = sorted_pairs(found, truth, count);
    if (!pairs)
        return error_memory(err);
    for (size_t at = 0; at < count;) {
        size_t end = run_end(pairs, at, count, 32);
        if (pairs[at].key >> 32)
            judge_group(pairs + at, end - at, out);
        else
            for (size_t i = at; i < end; i++)
                out[pairs[i].value] = 0;
        at = end;
    }
    memory_free(pairs);
    return BOWLINE_OK;
}

enum bowline_status score_owners(const uint32_t *found, const uint32_t *truth, size_t count, uint32_t *owner,
                                 struct bowline_error *err)
{
    struct sort_pair *pairs = sorted_pairs(found, truth, count);
    if (!pairs)
        return error_memory(err);
    for (size_t at = 0; at < count;) {
        size_t end = run_end(pairs, at, count, 32);
        for (size_t cell = at; pairs[at].key >> 32 && cell < end;) {
            size_t cell_end = run_end(pairs, cell, end, 0);
            if ((uint32_t)pairs[cell].key && 2 * (cell_end - cell) > end - at)
                owner[pairs[at].key >> 32] = (uint32_t)pairs[cell].key;
            cell = cell_end;
        }
        at = end;
    }
    memory_free(pairs);
    return BOWLINE_OK;
}
