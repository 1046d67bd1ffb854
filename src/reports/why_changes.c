/* Which single piece of evidence decides: without it, or were it everybody's, the sum changes its sign. */
#include "reports/why.h"

#include "base/memory.h"
#include "links/pair_score.h"

#include <math.h>
#include <stdlib.h>

#define EDGES_LOOKED_AT 5000 /* links of an entity whose evidence is read again for each change */

static uint8_t kind_of(struct span word)
{
    uint8_t kind = 0;
    while (kind < EVIDENCE_KIND_COUNT &&
           !span_equal(span_of(evidence_kind_name((enum evidence_kind)kind)), word))
        kind++;
    return kind;
}

static uint32_t summands_shown(const json_t *link, struct evidence out[PAIR_EVIDENCE])
{
    uint32_t count = 0;
    size_t i;
    json_t *item;
    json_array_foreach(json_object_get(link, "evidence"), i, item)
    {
        const char *kind = json_string_value(json_object_get(item, "kind"));
        if (count < PAIR_EVIDENCE)
            out[count++] = (struct evidence){
                .bits = (millibits)lround(1000 * json_real_value(json_object_get(item, "bits"))),
                .kind = kind_of(span_of(kind ? kind : ""))};
    }
    return count;
}

/* The same of a stored link, in the same order, with the values. */
static uint32_t summands_stored(struct view *v, uint32_t link, struct evidence out[PAIR_EVIDENCE])
{
    struct cursor c;
    struct evidence_row row;
    uint32_t count = 0;
    read_evidence(v->store, link, &c, v->err);
    while (v->status == BOWLINE_OK && count < PAIR_EVIDENCE && next_evidence(&c, &row))
        out[count++] = (struct evidence){.bits = row.bits, .value = row.value, .kind = kind_of(row.kind)};
    view_close(v, &c);
    return count;
}

/* What the link of an edge is worth where nothing could be said of the value. */
static millibits worth_without(struct view *v, uint32_t link, const struct evidence *value, millibits bits)
{
    struct evidence summands[PAIR_EVIDENCE];
    uint32_t count = summands_stored(v, link, summands);
    for (uint32_t i = 0; i < count; i++)
        if (summands[i].kind == value->kind && summands[i].value == value->value)
            return pair_score_without(summands, count, i);
    return bits;
}

static int compare_edges(const void *a, const void *b)
{
    const struct path_edge *x = a;
    const struct path_edge *y = b;
    return x->bits != y->bits ? (x->bits < y->bits) - (x->bits > y->bits)
                              : (x->link > y->link) - (x->link < y->link);
}

/* A chain that holds the two together without the summand: the bits of its weakest link; 0 where there is
 * none. A value is taken away from every link, any other summand from the link `without` alone. */
static millibits still_joined(struct view *v, const struct why_pair *pair, const struct why_edges *edges,
                              size_t without, const struct evidence *summand)
{
    const uint32_t ends[2] = {pair->a.record->row.record, pair->b.record->row.record};
    struct path_edge *kept = memory_new(edges->count, sizeof *kept);
    uint32_t *path = memory_new(edges->count, sizeof *path);
    size_t count = 0;
    size_t length = 0;
    millibits weakest = 0;
    if (!kept || !path) {
        view_try(v, error_memory(v->err));
        memory_free(kept);
        memory_free(path);
        return 0;
    }
    for (size_t i = 0; v->status == BOWLINE_OK && i < edges->count; i++) {
        struct path_edge edge = edges->items[i].edge;
        if (summand->value && !edges->items[i].decision)
            edge.bits = worth_without(v, edges->items[i].link, summand, edge.bits);
        if (edge.bits > 0 && i != without)
            kept[count++] = edge;
    }
    if (count)
        qsort(kept, count, sizeof *kept, compare_edges);
    if (v->status == BOWLINE_OK)
        view_try(v, widest_path(kept, count, ends, path, &length, v->err));
    for (size_t i = 0; i < count && length; i++)
        for (size_t k = 0; k < length; k++)
            if (kept[i].link == path[k] && (!weakest || kept[i].bits < weakest))
                weakest = kept[i].bits;
    memory_free(kept);
    memory_free(path);
    return weakest;
}

static void put_still(struct view *v, json_t *row, millibits still)
{
    view_put(v, row, "still", still > 0 && still <= BITS_MOST ? json_real(still / 1000.0) : json_null());
    view_put(v, row, "decided", json_boolean(still > BITS_MOST));
}

static json_t *change_json(struct view *v, const json_t *link, size_t item, millibits left)
{
    json_t *row = view_object(v);
    view_put(v, row, "from", json_incref(json_object_get(link, "from")));
    view_put(v, row, "to", json_incref(json_object_get(link, "to")));
    view_put(v, row, "without", json_incref(json_array_get(json_object_get(link, "evidence"), item)));
    view_put_bits(v, row, "left", left);
    return row;
}

/* The place of the path's weakest link; its length where all steps are decisions. */
static size_t weakest_of(const json_t *path)
{
    size_t count = json_array_size(path);
    size_t weakest = count;
    double least = 0;
    for (size_t i = 0; i < count; i++) {
        const json_t *bits = json_object_get(json_array_get(path, i), "bits");
        if (bits && (weakest == count || json_real_value(bits) < least)) {
            weakest = i;
            least = json_real_value(bits);
        }
    }
    return weakest;
}

static size_t edge_between(const struct why_edges *edges, const struct why_pair *pair)
{
    uint32_t a = pair->a.record->row.record;
    uint32_t b = pair->b.record->row.record;
    for (size_t i = 0; i < edges->count; i++) {
        const struct path_edge *e = &edges->items[i].edge;
        if (!edges->items[i].decision && ((e->from == a && e->to == b) || (e->from == b && e->to == a)))
            return i;
    }
    return edges->count;
}

/* The edge whose link is looked at: the direct one, else the weakest of the path. */
static size_t deciding_edge(struct view *v, const struct why_pair *pair, const struct why_edges *edges,
                            const json_t *link, size_t weakest)
{
    size_t length = 0;
    millibits least = 0;
    if (link)
        return edge_between(edges, pair);
    uint32_t *way = why_find_path(v, pair, edges, edges->count, &length, &least);
    size_t edge = way && weakest < length ? way[weakest] : edges->count;
    memory_free(way);
    return edge;
}

json_t *why_changes_json(struct view *v, const struct why_pair *pair, const struct why_edges *edges,
                         const json_t *link, const json_t *path)
{
    struct evidence summands[PAIR_EVIDENCE];
    json_t *list = view_array(v);
    size_t weakest = weakest_of(path);
    const json_t *shown = link ? link : json_array_get(path, weakest);
    uint32_t count = summands_shown(shown, summands);
    bool is_for = json_real_value(json_object_get(shown, "bits")) > 0;
    size_t edge = edges && count ? deciding_edge(v, pair, edges, link, weakest) : 0;
    bool is_held = edges && edge < edges->count && edges->count <= EDGES_LOOKED_AT;
    if (is_held)
        count = summands_stored(v, edges->items[edge].link, summands);
    for (uint32_t i = 0; v->status == BOWLINE_OK && i < count; i++) {
        millibits left = pair_score_without(summands, count, i);
        bool speaks = is_for ? summands[i].bits > 0 : summands[i].bits < 0;
        if (summands[i].kind == EVIDENCE_PRIOR || !speaks || is_for != (left <= 0))
            continue;
        json_t *row = change_json(v, shown, i, left);
        if (is_held)
            put_still(v, row, still_joined(v, pair, edges, edge, &summands[i]));
        view_push(v, list, row);
    }
    return list;
}
