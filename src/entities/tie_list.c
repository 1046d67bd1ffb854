/* Events become ties with bits: rarer company weighs more. */
#include "entities/tie_list.h"

#include "base/memory.h"
#include "base/sort.h"

#include <math.h>

/* Bits of one event between two nodes that deal with nobody else, before the partners that each of them has
 * are taken off; what each doubling of events adds, and at most how much. */
static const struct {
    millibits once, doubling, most;
} counted[TIE_KIND_COUNT] = {
    [TIE_PAYMENT] = {1000, 1500, 8000},
    [TIE_CALL] = {500, 1500, 8000},
    [TIE_BOOKING] = {4000, 1500, 8000},
};
#define MOST_SHARED 10000 /* what things of one kind may tie at most, however many are shared */
#define BOTH_KNOWN  2000  /* two entities, not an entity and a stranger */

void tie_list_release(struct tie_list *list)
{
    memory_free(list->events);
    *list = (struct tie_list){0};
}

bool tie_list_add(const struct tie_inputs *in, struct tie_list *list, struct tie_event event)
{
    const struct mention *mentions = in->in->mentions->mentions;
    bool alone = !in->entities->of_mention[event.a] && !in->entities->of_mention[event.b];
    if (event.a == event.b || (alone && mentions[event.a].record == mentions[event.b].record))
        return true;
    if (!memory_reserve(&list->events, &list->capacity, list->count + 1, SIZE_MAX / sizeof event))
        return false;
    if (event.a > event.b) {
        uint32_t swap = event.a;
        event.a = event.b;
        event.b = swap;
        event.there = !event.there;
    }
    list->events[list->count++] = event;
    return true;
}

/* By (a, b, kind, record). */
static bool sort_events(struct tie_list *list)
{
    struct sort_pair *pairs = memory_new(list->count, sizeof *pairs);
    struct tie_event *sorted = memory_new(list->count, sizeof *sorted);
    bool ok = pairs && sorted;
    for (size_t i = 0; ok && i < list->count; i++)
        pairs[i] = (struct sort_pair){(uint64_t)list->events[i].kind << 32 | list->events[i].record, i};
    ok = ok && sort_pairs(pairs, list->count);
    for (size_t i = 0; ok && i < list->count; i++) {
        const struct tie_event *e = &list->events[pairs[i].value];
        pairs[i].key = (uint64_t)e->a << 32 | e->b;
    }
    ok = ok && sort_pairs(pairs, list->count);
    for (size_t i = 0; ok && i < list->count; i++)
        sorted[i] = list->events[pairs[i].value];
    memory_free(pairs);
    if (!ok) {
        memory_free(sorted);
        return false;
    }
    memory_free(list->events);
    list->events = sorted;
    list->capacity = list->count;
    return true;
}

static void gather(const struct tie_inputs *in, const struct tie_list *list, struct network_table *out)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct tie_event *e = &list->events[i];
        struct tie *last = out->tie_count ? &out->ties[out->tie_count - 1] : NULL;
        if (!last || last->a != e->a || last->b != e->b || last->kind != e->kind) {
            last = &out->ties[out->tie_count++];
            *last = (struct tie){.a = e->a,
                                 .b = e->b,
                                 .from = in->entities->of_mention[e->a],
                                 .to = in->entities->of_mention[e->b],
                                 .example = e->record,
                                 .kind = e->kind};
        }
        last->records += i == 0 || last->records == 0 || list->events[i - 1].record != e->record;
        last->there += !e->thing && e->there;
        last->back += !e->thing && !e->there;
        last->bits = last->bits + e->bits > MOST_SHARED ? MOST_SHARED : last->bits + e->bits;
    }
}

/* partners: [kind][mention]. */
static millibits counted_bits(const struct tie *t, const uint32_t *partners, size_t mentions)
{
    const uint32_t *of_kind = partners + t->kind * mentions;
    double more = counted[t->kind].doubling * log2(t->records);
    double popular = log2(of_kind[t->a]) + log2(of_kind[t->b]);
    double known = t->from && t->to ? BOTH_KNOWN : 0;
    return (millibits)lround(counted[t->kind].once + known + fmin(more, counted[t->kind].most) -
                             1000 * popular);
}

static void add_counted(struct tie *t, const uint32_t *partners, size_t mentions)
{
    t->counted = counted_bits(t, partners, mentions);
    t->bits += t->counted;
}

bool tie_list_weigh(const struct tie_inputs *in, struct tie_list *list, struct network_table *out)
{
    size_t mentions = (size_t)in->in->mentions->count + 1;
    uint32_t *partners = memory_new((TIE_BOOKING + 1) * mentions, sizeof *partners);
    out->ties = memory_new(list->count, sizeof *out->ties);
    bool ok = partners && out->ties && sort_events(list);
    if (ok)
        gather(in, list, out);
    for (size_t i = 0; ok && i < out->tie_count; i++) {
        const struct tie *t = &out->ties[i];
        if (!counted[t->kind].once)
            continue;
        partners[t->kind * mentions + t->a]++;
        partners[t->kind * mentions + t->b]++;
    }
    for (size_t i = 0; ok && i < out->tie_count; i++)
        if (counted[out->ties[i].kind].once)
            add_counted(&out->ties[i], partners, mentions);
    memory_free(partners);
    return ok;
}
