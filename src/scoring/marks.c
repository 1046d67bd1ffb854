/* Marks found: both lists sorted and merged. */
#include "scoring/marks.h"

#include "base/memory.h"
#include "base/sort.h"

#include <string.h>

/* The marks' indices by record, field, value, rank. NULL where memory is short. */
static struct sort_pair *sorted_marks(const struct mark *marks, size_t count)
{
    struct sort_pair *order = memory_new(count, sizeof *order);
    for (size_t i = 0; order && i < count; i++)
        order[i] = (struct sort_pair){(uint64_t)marks[i].value << 8 | marks[i].rank, i};
    bool is_sorted = order && sort_pairs(order, count);
    for (size_t i = 0; is_sorted && i < count; i++) {
        const struct mark *mark = &marks[order[i].value];
        order[i].key = (uint64_t)mark->record << 16 | mark->field;
    }
    if (is_sorted && sort_pairs(order, count))
        return order;
    memory_free(order);
    return NULL;
}

/* Less than, equal to or greater than 0. */
static int compare_places(const struct sort_pair *a, const struct mark_list *found, const struct sort_pair *b,
                          const struct mark_list *truth)
{
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    uint32_t x = found->marks[a->value].value;
    uint32_t y = truth->marks[b->value].value;
    return (x > y) - (x < y);
}

static void merge(const struct sort_pair *a, const struct mark_list *found, const struct sort_pair *b,
                  const struct mark_list *truth)
{
    memset(found->is_matched, 0, found->count);
    memset(truth->is_matched, 0, truth->count);
    for (size_t i = 0, j = 0, met = 0; i < found->count && met < truth->count;) {
        int order = compare_places(&a[i], found, &b[met], truth);
        if (order > 0) {
            met++; /* the first of truth that is not before this find */
            continue;
        }
        if (order == 0 && truth->marks[b[met].value].value != 0) {
            j = j > met ? j : met; /* the first of them that no find has answered for */
            found->is_matched[a[i].value] = 1;
            if (j < truth->count && compare_places(&a[i], found, &b[j], truth) == 0)
                truth->is_matched[b[j++].value] = 1;
        }
        i++;
    }
}

enum bowline_status score_marks(const struct mark_list *found, const struct mark_list *truth,
                                struct bowline_error *err)
{
    struct sort_pair *a = sorted_marks(found->marks, found->count);
    struct sort_pair *b = sorted_marks(truth->marks, truth->count);
    bool is_sorted = a && b;
    if (is_sorted)
        merge(a, found, b, truth);
    memory_free(a);
    memory_free(b);
    return is_sorted ? BOWLINE_OK : error_memory(err);
}
