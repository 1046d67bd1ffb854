/* Where a network is: its places on an outline of coasts and borders (Natural Earth, public domain), and its
 * circuits. Mercator, cropped to the places; nothing is loaded. */
#include "reports/html_parts.h"
#include "store/read_movement.h"

#include <math.h>

#define MAP_PLACES 40 /* drawn; labels for the first of them */
#define MAP_LABELS 14
#define MAP_WIDTH  720.0
#define MAP_HEIGHT 520.0 /* at most */
#define MARGIN     0.12  /* of the longer side */
#define LEAST_SPAN 1.2   /* degrees of longitude shown at least: about eighty kilometres */

extern const unsigned char outline_data[];
extern const unsigned char outline_data_end[];

struct spot {
    struct span key;
    double x, y; /* radians of Mercator */
    int64_t records;
};

struct map {
    struct spot spots[MAP_PLACES];
    size_t count;
    size_t left_out, nowhere; /* places beyond the most, and such that nobody says where they are */
    int64_t most;
    double west, east, south, north; /* in x and y */
    double scale, height;
};

static double mercator(double lat)
{
    const double most = 85;
    const double radians = fmax(-most, fmin(most, lat)) * M_PI / 180;
    return log(tan(M_PI / 4 + radians / 2));
}

static void load_spots(struct page *p, uint32_t network, struct map *m)
{
    struct cursor c;
    struct network_place_row row;
    read_network_places(p->view->store, network, &c, p->view->err);
    while (p->view->status == BOWLINE_OK && next_network_place(&c, &row)) {
        if (isnan(row.lat) || isnan(row.lon)) {
            m->nowhere++;
            continue;
        }
        if (m->count == MAP_PLACES) {
            m->left_out++;
            continue;
        }
        struct span key = arena_copy(&p->view->arena, row.key);
        if (!key.at)
            view_try(p->view, error_memory(p->view->err));
        m->spots[m->count++] = (struct spot){key, row.lon * M_PI / 180, mercator(row.lat), row.records};
        m->most = row.records > m->most ? row.records : m->most;
    }
    view_close(p->view, &c);
}

static void crop(struct map *m)
{
    m->west = m->east = m->spots[0].x;
    m->south = m->north = m->spots[0].y;
    for (size_t i = 1; i < m->count; i++) {
        m->west = fmin(m->west, m->spots[i].x);
        m->east = fmax(m->east, m->spots[i].x);
        m->south = fmin(m->south, m->spots[i].y);
        m->north = fmax(m->north, m->spots[i].y);
    }
    double least = LEAST_SPAN * M_PI / 180;
    double width = fmax(m->east - m->west, least);
    double height = fmax(m->north - m->south, least * 0.6);
    double margin = MARGIN * fmax(width, height);
    double middle_x = (m->west + m->east) / 2;
    double middle_y = (m->south + m->north) / 2;
    m->scale = fmin(MAP_WIDTH / (width + 2 * margin), MAP_HEIGHT / (height + 2 * margin));
    m->height = fmin(MAP_HEIGHT, (height + 2 * margin) * m->scale);
    m->west = middle_x - MAP_WIDTH / m->scale / 2;
    m->east = middle_x + MAP_WIDTH / m->scale / 2;
    m->south = middle_y - m->height / m->scale / 2;
    m->north = middle_y + m->height / m->scale / 2;
}

static double map_x(const struct map *m, double x)
{
    return (x - m->west) * m->scale;
}

static double map_y(const struct map *m, double y)
{
    return (m->north - y) * m->scale;
}

static int read_16(const unsigned char *at)
{
    int value = at[0] | at[1] << 8;
    return value >= 32768 ? value - 65536 : value;
}

struct pen {
    double x, y; /* the last point */
    bool is_down, is_moved;
};

/* A stretch of outline where one of its ends is near the map. */
static void draw_to(struct page *p, const struct map *m, struct pen *pen, double x, double y)
{
    double low_x = fmin(x, pen->x);
    double low_y = fmin(y, pen->y);
    bool is_seen = pen->is_moved && low_x < m->east && fmax(x, pen->x) > m->west && low_y < m->north &&
                   fmax(y, pen->y) > m->south;
    if (is_seen && !pen->is_down)
        html_format(p, "M%.1f %.1f", map_x(m, pen->x), map_y(m, pen->y));
    if (is_seen)
        html_format(p, "L%.1f %.1f", map_x(m, x), map_y(m, y));
    *pen = (struct pen){x, y, is_seen, true};
}

static void draw_outline(struct page *p, const struct map *m)
{
    html(p, "<path class=coast d='");
    for (const unsigned char *at = outline_data; at + 2 <= outline_data_end;) {
        unsigned points = (unsigned)(at[0] | at[1] << 8);
        struct pen pen = {.is_moved = false};
        at += 2;
        for (; points > 0 && at + 4 <= outline_data_end; points--, at += 4)
            draw_to(p, m, &pen, read_16(at) * M_PI / 18000, mercator(read_16(at + 2) / 100.0));
    }
    html(p, "'/>\n");
}

static void draw_circuits(struct page *p, const struct map *m, const json_t *circuits)
{
    size_t i;
    json_t *circuit;
    json_array_foreach(circuits, i, circuit)
    {
        const json_t *places = json_object_get(circuit, "places");
        unsigned points = 0;
        html(p, "<path class=round d='");
        for (size_t k = 0; k < json_array_size(places); k++) {
            const json_t *place = json_array_get(places, k);
            if (!json_is_number(json_object_get(place, "lat")))
                continue;
            html_format(p, "%c%.1f %.1f", points++ ? 'L' : 'M',
                        map_x(m, json_real_at(place, "lon") * M_PI / 180),
                        map_y(m, mercator(json_real_at(place, "lat"))));
        }
        html_format(p, "%s'/>\n", points > 2 ? "Z" : "");
    }
}

static void draw_spots(struct page *p, const struct map *m)
{
    for (size_t i = m->count; i-- > 0;) {
        const struct spot *s = &m->spots[i];
        double x = map_x(m, s->x);
        double y = map_y(m, s->y);
        bool is_left = x > MAP_WIDTH - 130;
        html_format(p, "<circle class=f fill-opacity=.8 cx='%.1f' cy='%.1f' r='%.1f'><title>", x, y,
                    2.5 + 10 * sqrt((double)s->records / (double)m->most));
        html_place(p, s->key.at);
        html_format(p, ": %lld records</title></circle>", (long long)s->records);
        if (i >= MAP_LABELS)
            continue;
        html_format(p, "<text class=name x='%.1f' y='%.1f' text-anchor=%s>", is_left ? x - 10 : x + 10, y + 4,
                    is_left ? "end" : "start");
        html_place(p, s->key.at);
        html(p, "</text>\n");
    }
}

void chart_map(struct page *p, const json_t *network)
{
    struct map m = {.count = 0};
    const json_t *circuits = json_object_get(network, "circuits");
    load_spots(p, (uint32_t)json_int_at(network, "network"), &m);
    if (m.count == 0 || p->view->status != BOWLINE_OK)
        return;
    crop(&m);
    html_format(
        p,
        "<figure><svg viewBox='0 0 %.0f %.0f' width=%.0f role=img aria-label='The places of the network'>\n",
        MAP_WIDTH, m.height, MAP_WIDTH);
    draw_outline(p, &m);
    draw_circuits(p, &m, circuits);
    draw_spots(p, &m);
    html_format(p,
                "</svg>\n<figcaption>A disc is a place, as large as its records are many, the largest %lld.",
                (long long)m.most);
    if (json_array_size(circuits))
        html(p, " Lines are its circuits.");
    if (m.count > MAP_LABELS)
        html_format(p, " The %zu with the most records are named.", (size_t)MAP_LABELS);
    if (m.left_out)
        html_format(p, " %zu more place%s with fewer records %s not drawn.", m.left_out,
                    plural_of((int64_t)m.left_out), m.left_out == 1 ? "is" : "are");
    if (m.nowhere)
        html_format(p, " Of %zu place%s nobody says where %s.", m.nowhere, plural_of((int64_t)m.nowhere),
                    m.nowhere == 1 ? "it is" : "they are");
    html(p, " Coasts and borders: Natural Earth.</figcaption></figure>\n");
}
