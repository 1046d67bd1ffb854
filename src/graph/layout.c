/* Stress majorisation. */
#include "graph/layout.h"

#include "base/memory.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define ROUNDS   150
#define PUSHES   60  /* rounds in which nodes that are too near part */
#define CROWDING 2.4 /* nodes side by side would fill 1 / CROWDING^2 of the drawing */
#define NEAR     1e-9

struct place {
    double x, y;
};

/* Neighbours as one list: those of node n from begin[n] to begin[n + 1]. */
struct neighbours {
    uint32_t *begin;
    uint32_t *nodes;
};

static bool neighbours_make(const struct layout_graph *graph, struct neighbours *out)
{
    out->begin = memory_new(graph->nodes + 2, sizeof *out->begin);
    out->nodes = memory_new(graph->edge_count * 2 + 1, sizeof *out->nodes);
    if (!out->begin || !out->nodes)
        return false;
    uint32_t *next = out->begin + 1; /* where the next neighbour of a node goes */
    for (size_t e = 0; e < graph->edge_count; e++) {
        assert(graph->edges[e].a < graph->nodes && graph->edges[e].b < graph->nodes);
        next[graph->edges[e].a]++;
        next[graph->edges[e].b]++;
    }
    uint32_t sum = 0;
    for (size_t n = 0; n < graph->nodes; n++) {
        uint32_t count = next[n];
        next[n] = sum;
        sum += count;
    }
    for (size_t e = 0; e < graph->edge_count; e++) {
        out->nodes[next[graph->edges[e].a]++] = graph->edges[e].b;
        out->nodes[next[graph->edges[e].b]++] = graph->edges[e].a;
    }
    return true;
}

static void neighbours_release(struct neighbours *list)
{
    memory_free(list->begin);
    memory_free(list->nodes);
}

/* Breadth first. Returns the largest hop that was reached. */
static uint16_t walk_from(const struct neighbours *list, uint32_t from, uint16_t *hops, uint32_t *queue)
{
    size_t head = 0;
    size_t tail = 0;
    hops[from] = 0;
    queue[tail++] = from;
    while (head < tail) {
        uint32_t at = queue[head++];
        for (uint32_t i = list->begin[at]; i < list->begin[at + 1]; i++)
            if (hops[list->nodes[i]] == UINT16_MAX) {
                hops[list->nodes[i]] = (uint16_t)(hops[at] + 1);
                queue[tail++] = list->nodes[i];
            }
    }
    return hops[queue[tail - 1]];
}

bool layout_distances(const struct layout_graph *graph, uint16_t *hops)
{
    size_t n = graph->nodes;
    struct neighbours list = {NULL, NULL};
    uint32_t *queue = memory_new(n + 1, sizeof *queue);
    bool ok = neighbours_make(graph, &list) && queue;
    uint16_t furthest = 0;
    memset(hops, 0xff, n * n * sizeof *hops);
    for (uint32_t i = 0; i < n && ok; i++) {
        uint16_t reached = walk_from(&list, i, hops + i * n, queue);
        furthest = reached > furthest ? reached : furthest;
    }
    for (size_t i = 0; i < n * n && ok; i++)
        if (hops[i] == UINT16_MAX)
            hops[i] = (uint16_t)(furthest / 2 + 2);
    neighbours_release(&list);
    memory_free(queue);
    return ok;
}

/* A spiral with the golden angle, whose cosine and sine are written out: those of the system's library differ
 * between machines in the last bit. */
static void start_on_spiral(struct place *places, size_t count)
{
    const double c = -0.7373688780783197;
    const double s = 0.6754902942615238;
    struct place turn = {1, 0};
    for (size_t i = 0; i < count; i++) {
        double radius = sqrt((double)i + 0.5);
        places[i] = (struct place){turn.x * radius, turn.y * radius};
        turn = (struct place){turn.x * c - turn.y * s, turn.x * s + turn.y * c};
    }
}

/* Where the node stands best while all others stay. */
static struct place best_place(const struct place *places, const uint16_t *hops, size_t count, size_t node)
{
    struct place sum = {0, 0};
    double weights = 0;
    for (size_t j = 0; j < count; j++) {
        if (j == node)
            continue;
        double wanted = hops[j];
        double weight = 1 / (wanted * wanted);
        double dx = places[node].x - places[j].x;
        double dy = places[node].y - places[j].y;
        double length = sqrt(dx * dx + dy * dy);
        double scale = length > NEAR ? wanted / length : 0;
        sum.x += weight * (places[j].x + dx * scale);
        sum.y += weight * (places[j].y + dy * scale);
        weights += weight;
    }
    return weights > 0 ? (struct place){sum.x / weights, sum.y / weights} : places[node];
}

/* Turns the drawing so that it is widest from left to right: the first principal axis, by square roots. */
static void turn_wide(struct place *places, size_t count)
{
    struct place mean = {0, 0};
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (size_t i = 0; i < count; i++) {
        mean.x += places[i].x / (double)count;
        mean.y += places[i].y / (double)count;
    }
    for (size_t i = 0; i < count; i++) {
        places[i].x -= mean.x;
        places[i].y -= mean.y;
        xx += places[i].x * places[i].x;
        xy += places[i].x * places[i].y;
        yy += places[i].y * places[i].y;
    }
    double half = (xx - yy) / 2;
    double root = sqrt(half * half + xy * xy);
    struct place axis = half >= 0 ? (struct place){half + root, xy} : (struct place){xy, root - half};
    double length = sqrt(axis.x * axis.x + axis.y * axis.y);
    if (length <= NEAR)
        return;
    double c = axis.x / length;
    double s = axis.y / length;
    for (size_t i = 0; i < count; i++)
        places[i] = (struct place){places[i].x * c + places[i].y * s, places[i].y * c - places[i].x * s};
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static double side_of(const struct place *places, size_t count)
{
    double side = NEAR;
    for (size_t i = 0; i < count; i++)
        side = larger(side, larger(fabs(places[i].x), fabs(places[i].y)));
    return side;
}

/* Two that are nearer than the spacing part by half of what is missing, each to its side; two on one point
 * part along a direction of their own. */
static void part_pair(struct place *a, struct place *b, size_t number, double spacing)
{
    struct place way = {b->x - a->x, b->y - a->y};
    double length = sqrt(way.x * way.x + way.y * way.y);
    if (length >= spacing)
        return;
    if (length <= NEAR) {
        way = (struct place){1, (double)(number % 7) - 3};
        length = sqrt(way.x * way.x + way.y * way.y);
    }
    double push = (spacing - (length <= NEAR ? 0 : length)) / 2 / length;
    *a = (struct place){a->x - way.x * push, a->y - way.y * push};
    *b = (struct place){b->x + way.x * push, b->y + way.y * push};
}

/* Stress brings the neighbours of a hub so near that they cover each other. */
static void part_nodes(struct place *places, size_t count)
{
    if (count < 2)
        return;
    double spacing = 2 * side_of(places, count) / (CROWDING * sqrt((double)count));
    for (unsigned round = 0; round < PUSHES; round++)
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < i; j++)
                part_pair(&places[j], &places[i], i * count + j, spacing);
}

static void put_points(const struct place *places, size_t count, struct layout_point *points)
{
    double side = side_of(places, count);
    for (size_t i = 0; i < count; i++)
        points[i] = (struct layout_point){(int32_t)floor(places[i].x / side * LAYOUT_SIDE + 0.5),
                                          (int32_t)floor(places[i].y / side * LAYOUT_SIDE + 0.5)};
}

bool layout_stress(const struct layout_graph *graph, struct layout_point *points)
{
    size_t n = graph->nodes;
    assert(n <= LAYOUT_NODES);
    uint16_t *hops = memory_new(n * n + 1, sizeof *hops);
    struct place *places = memory_new(n + 1, sizeof *places);
    bool ok = hops && places && layout_distances(graph, hops);
    if (ok) {
        start_on_spiral(places, n);
        for (unsigned round = 0; round < ROUNDS; round++)
            for (size_t i = 0; i < n; i++)
                places[i] = best_place(places, hops + i * n, n, i);
        turn_wide(places, n);
        part_nodes(places, n);
        put_points(places, n, points);
    }
    memory_free(hops);
    memory_free(places);
    return ok;
}
