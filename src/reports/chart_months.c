/* When and where: one row a place, one column a month (or a number of months), a disc as large as the records
 * there and then. */
#include "reports/html_parts.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

#define COLUMNS_MOST 36
#define POINTS_MOST  4096
#define LEFT         170.0
#define ROW_HEIGHT   26.0
#define TOP          26.0
#define WIDTH        900.0

struct point {
    size_t place;
    int month; /* since year 0 */
    int64_t records;
};

struct months {
    struct span places[REPORT_PLACES];
    size_t place_count;
    struct point *points;
    size_t count, capacity;
    int first, last, step; /* months */
    int64_t most;          /* records of a disc */
};

static void load_places(struct page *p, struct group group, struct months *m)
{
    struct cursor c;
    struct place_row row;
    read_places(p->view->store, group, REPORT_PLACES, &c, p->view->err);
    while (m->place_count < REPORT_PLACES && next_place(&c, &row)) {
        m->places[m->place_count] = arena_copy(&p->view->arena, row.place);
        if (!m->places[m->place_count].at)
            view_try(p->view, error_memory(p->view->err));
        m->place_count++;
    }
    view_close(p->view, &c);
}

static size_t find_place(const struct months *m, struct span place)
{
    size_t i = 0;
    while (i < m->place_count && !span_equal(m->places[i], place))
        i++;
    return i;
}

static int month_of(struct span text)
{
    char digits[16] = "";
    memcpy(digits, text.at, text.length < 15 ? text.length : 15);
    char *end = NULL;
    long year = strtol(digits, &end, 10);
    long month = *end == '-' ? strtol(end + 1, NULL, 10) : 1;
    return (int)(year * 12 + month - 1);
}

static void load_points(struct page *p, struct group group, struct months *m)
{
    struct cursor c;
    struct month_row row;
    read_months(p->view->store, group, POINTS_MOST, &c, p->view->err);
    while (p->view->status == BOWLINE_OK && next_month(&c, &row)) {
        size_t place = find_place(m, row.place);
        int month = month_of(row.month);
        if (place == m->place_count || month < 0 || month > 12 * 9999)
            continue;
        if (!memory_reserve(&m->points, &m->capacity, m->count + 1, POINTS_MOST)) {
            view_try(p->view, error_memory(p->view->err));
            break;
        }
        m->points[m->count++] = (struct point){place, month, row.records};
        m->first = m->count == 1 || month < m->first ? month : m->first;
        m->last = m->count == 1 || month > m->last ? month : m->last;
    }
    view_close(p->view, &c);
}

static int64_t records_in(const struct months *m, size_t place, int column)
{
    int64_t sum = 0;
    for (size_t i = 0; i < m->count; i++)
        if (m->points[i].place == place && (m->points[i].month - m->first) / m->step == column)
            sum += m->points[i].records;
    return sum;
}

static void draw_axis(struct page *p, const struct months *m, int columns, double width)
{
    int every = columns > 18 ? 6 : columns > 9 ? 3 : 1;
    for (int i = 0; i < columns; i++) {
        int month = m->first + i * m->step;
        double x = LEFT + width * (i + 0.5);
        html_format(p, "<line class=g x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' />", x, TOP, x,
                    TOP + ROW_HEIGHT * (double)m->place_count);
        if (i % every == 0)
            html_format(p, "<text class=dim x='%.1f' y=16 text-anchor=middle>%04d-%02d</text>", x, month / 12,
                        month % 12 + 1);
    }
    html(p, "\n");
}

static void draw_row(struct page *p, const struct months *m, size_t place, int columns, double width)
{
    double y = TOP + ROW_HEIGHT * ((double)place + 0.5);
    html_format(
        p, "<line class=g x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' /><text x='%.1f' y='%.1f' text-anchor=end>",
        LEFT, y, WIDTH - 4, y, LEFT - 12, y + 4);
    html_place(p, m->places[place].at);
    html(p, "</text>");
    for (int i = 0; i < columns; i++) {
        int64_t records = records_in(m, place, i);
        if (records)
            html_format(p, "<circle class=f cx='%.1f' cy='%.1f' r='%.1f'><title>%lld</title></circle>",
                        LEFT + width * (i + 0.5), y, 2.5 + 8.5 * sqrt((double)records / (double)m->most),
                        (long long)records);
    }
    html(p, "\n");
}

static void draw(struct page *p, struct months *m)
{
    m->step = (m->last - m->first) / COLUMNS_MOST + 1;
    int columns = (m->last - m->first) / m->step + 1;
    double width = fmin((WIDTH - LEFT - 10) / columns, 70.0);
    for (size_t place = 0; place < m->place_count; place++)
        for (int i = 0; i < columns; i++)
            m->most = records_in(m, place, i) > m->most ? records_in(m, place, i) : m->most;
    html_format(
        p,
        "<figure><svg viewBox='0 0 %.0f %.0f' width=%.0f role=img aria-label='Records by place and month'>\n",
        WIDTH, TOP + ROW_HEIGHT * (double)m->place_count + 4, WIDTH);
    draw_axis(p, m, columns, width);
    for (size_t place = 0; place < m->place_count; place++)
        draw_row(p, m, place, columns, width);
    html_format(p, "</svg>\n<figcaption>Records by place and %s; the largest disc is %lld.",
                m->step == 1 ? "month" : "span of months", (long long)m->most);
    if (m->step > 1)
        html_format(p, " A column is %d months.", m->step);
    html(p, "</figcaption></figure>\n");
}

void chart_months(struct page *p, struct group group)
{
    struct months m = {.count = 0};
    load_places(p, group, &m);
    if (p->view->status == BOWLINE_OK)
        load_points(p, group, &m);
    if (m.count && p->view->status == BOWLINE_OK)
        draw(p, &m);
    memory_free(m.points);
}
