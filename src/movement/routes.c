/* Next places: how often those whom a unit moves went from one place to another, and after how long. */
#include "movement/meetings.h"

#include "base/memory.h"
#include "base/sort.h"

enum { HALF_DAY = 43200 };

void route_list_release(struct route_list *list)
{
    memory_free(list->rows);
    *list = (struct route_list){0};
}

struct leg {
    uint32_t unit;
    place_id from, to;
    uint32_t half_days;
};

static size_t collect_legs(const struct trace_table *traces, struct leg *legs)
{
    size_t count = 0;
    for (size_t t = 0; t < traces->count; t++)
        for (size_t i = 1; i < traces->traces[t].step_count; i++) {
            const struct step *s = &traces->steps[traces->traces[t].first_step + i];
            legs[count++] = (struct leg){traces->traces[t].unit, s[-1].place, s->place,
                                         (uint32_t)((s->begin - s[-1].last + HALF_DAY / 2) / HALF_DAY)};
        }
    return count;
}

/* By unit, from, to, time: the least weighty key first. */
static bool order_legs(const struct leg *legs, struct sort_pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pairs[i] = (struct sort_pair){legs[i].half_days, i};
    if (!sort_pairs(pairs, count))
        return false;
    for (size_t i = 0; i < count; i++)
        pairs[i].key = (uint64_t)legs[pairs[i].value].from << 32 | legs[pairs[i].value].to;
    if (!sort_pairs(pairs, count))
        return false;
    for (size_t i = 0; i < count; i++)
        pairs[i].key = legs[pairs[i].value].unit;
    return sort_pairs(pairs, count);
}

static bool is_alike(const struct leg *a, const struct leg *b)
{
    return a->unit == b->unit && a->from == b->from && a->to == b->to;
}

enum bowline_status route_list_build(const struct trace_table *traces, struct route_list *out,
                                     struct bowline_error *err)
{
    struct leg *legs = memory_new(traces->step_count, sizeof *legs);
    struct sort_pair *pairs = memory_new(traces->step_count, sizeof *pairs);
    *out = (struct route_list){.rows = memory_new(traces->step_count, sizeof *out->rows)};
    size_t count = legs ? collect_legs(traces, legs) : 0;
    bool is_done = legs && pairs && out->rows && order_legs(legs, pairs, count);
    size_t end;
    for (size_t begin = 0; is_done && begin < count; begin = end) {
        const struct leg *first = &legs[pairs[begin].value];
        for (end = begin; end < count && is_alike(first, &legs[pairs[end].value]); end++)
            ;
        out->rows[out->count++] =
            (struct route_row){first->unit, first->from, first->to, (uint32_t)(end - begin),
                               legs[pairs[begin + (end - begin - 1) / 2].value].half_days};
    }
    memory_free(legs);
    memory_free(pairs);
    if (is_done)
        return BOWLINE_OK;
    route_list_release(out);
    return error_memory(err);
}
