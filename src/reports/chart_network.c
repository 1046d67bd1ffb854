/* A network drawn: its nodes on a circle, most records first from the top; ties between them, the more bits
 * the wider. */
#include "reports/html_parts.h"

#include <math.h>

#define CENTRE_X  360.0
#define CENTRE_Y  205.0
#define RADIUS_X  225.0
#define RADIUS_Y  145.0
#define FULL_TURN 6.283185307179586

struct drawn {
    const char *names[REPORT_NODES]; /* "entity 7", or a record */
    char entities[REPORT_NODES][24];
    int64_t records[REPORT_NODES];
    size_t count;
};

static void choose_nodes(const json_t *network, struct drawn *d)
{
    size_t i;
    json_t *member;
    json_array_foreach(json_object_get(network, "members"), i, member)
    {
        if (d->count == REPORT_NODES)
            break;
        const char *record = json_text_at(member, "record");
        snprintf(d->entities[d->count], sizeof d->entities[0], "entity %lld",
                 (long long)json_int_at(member, "entity"));
        d->names[d->count] = record ? record : d->entities[d->count];
        d->records[d->count] = record ? 1 : json_int_at(member, "records");
        d->count++;
    }
}

static void position(const struct drawn *d, size_t node, double at[2])
{
    double turn = FULL_TURN * (double)node / (double)d->count;
    at[0] = CENTRE_X + RADIUS_X * sin(turn);
    at[1] = CENTRE_Y - RADIUS_Y * cos(turn);
}

static size_t node_of(const struct drawn *d, const char *name)
{
    size_t i = 0;
    while (i < d->count && (!name || strcmp(d->names[i], name) != 0))
        i++;
    return i;
}

static void draw_ties(struct page *p, const json_t *network, const struct drawn *d)
{
    size_t i;
    json_t *tie;
    json_array_foreach(json_object_get(network, "ties"), i, tie)
    {
        double a[2];
        double b[2];
        size_t from = node_of(d, json_text_at(tie, "from"));
        size_t to = node_of(d, json_text_at(tie, "to"));
        if (from == d->count || to == d->count || from == to)
            continue;
        position(d, from, a);
        position(d, to, b);
        double bend = 0.12 * (double)(i % 3);
        html_format(p, "<path class=tie stroke-width='%.1f' d='M%.1f %.1fQ%.1f %.1f %.1f %.1f'><title>",
                    fmin(1.0 + fmax(json_real_at(tie, "bits"), 0) / 5.0, 7.0), a[0], a[1],
                    (a[0] + b[0]) / 2 + (CENTRE_X - (a[0] + b[0]) / 2) * bend,
                    (a[1] + b[1]) / 2 + (CENTRE_Y - (a[1] + b[1]) / 2) * bend, b[0], b[1]);
        html_string(p, json_text_at(tie, "kind"));
        html_format(p, ", %.1f bits</title></path>\n", json_real_at(tie, "bits"));
    }
}

static void draw_node(struct page *p, const struct drawn *d, size_t i)
{
    double at[2];
    bool is_entity = d->names[i] == d->entities[i];
    double radius = is_entity ? fmin(9.0 + 2.2 * sqrt((double)d->records[i]), 34.0) : 7.0;
    position(d, i, at);
    double side = at[0] - CENTRE_X;
    const char *anchor = side > 20 ? "start" : side < -20 ? "end" : "middle";
    double shift = side > 20 ? radius + 7 : side < -20 ? -radius - 7 : 0;
    double drop = fabs(side) > 20 ? 4 : at[1] < CENTRE_Y ? -radius - 8 : radius + 17;
    html_format(p, "<circle class=%s cx='%.1f' cy='%.1f' r='%.1f' />", is_entity ? "node" : "lone", at[0],
                at[1], radius);
    html_format(p, "<text x='%.1f' y='%.1f' text-anchor=%s>", at[0] + shift, at[1] + drop, anchor);
    html_string(p, d->names[i]);
    html(p, "</text>");
    if (is_entity) {
        html_format(p, "<text class=dim x='%.1f' y='%.1f' text-anchor=middle>", at[0], at[1] + 4);
        html_number(p, d->records[i]);
        html(p, "</text>");
    }
    html(p, "\n");
}

void chart_network(struct page *p, const json_t *network)
{
    struct drawn d = {.count = 0};
    choose_nodes(network, &d);
    if (d.count < 2)
        return;
    html(p, "<figure><svg viewBox='0 0 720 410' width=720 role=img aria-label='The members and ties of the "
            "network, "
            "as the tables list them'>\n");
    draw_ties(p, network, &d);
    for (size_t i = 0; i < d.count; i++)
        draw_node(p, &d, i);
    int64_t left = json_int_at(network, "entities") - (int64_t)d.count;
    html(p, "</svg>\n<figcaption>Members, with their number of records; the wider a line, the more bits a "
            "tie has. "
            "Dashed: a record that stands alone.");
    if (left > 0)
        html_format(p, " %lld more are not drawn.", (long long)left);
    html(p, "</figcaption></figure>\n");
}
