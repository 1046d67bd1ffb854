/* Circuits in words, with a line of time for each traveller; the premises of a network as a table. */
#include "reports/html_parts.h"

#include "base/calendar.h"

#include <math.h>
#include <stdlib.h>

#define TIMELINE_WIDTH 900.0
#define TIMELINE_LEFT  110.0
#define TRAVELLERS     12 /* drawn */
#define PREMISES_ROWS  60 /* shown */

static int64_t day_of(const char *time)
{
    struct civil date = {0, 1, 1};
    if (!time || strlen(time) < 10)
        return 0;
    date.year = (int)strtol(time, NULL, 10);
    date.month = (int)strtol(time + 5, NULL, 10);
    date.day = (int)strtol(time + 8, NULL, 10);
    return calendar_is_valid(date) ? calendar_days(date) : 0;
}

static void say_circuit(struct page *p, const json_t *circuit)
{
    const json_t *places = json_object_get(circuit, "places");
    html(p, "<p><strong>");
    for (size_t i = 0; i < json_array_size(places); i++) {
        html(p, i ? " → " : "");
        html_place(p, json_text_at(json_array_get(places, i), "place"));
    }
    html(p, "</strong>, and again: from ");
    html_day(p, json_text_at(circuit, "from"));
    html(p, " to ");
    html_day(p, json_text_at(circuit, "to"));
    int64_t travellers = json_int_at(circuit, "travellers");
    int64_t rounds = json_int_at(circuit, "rounds");
    html_format(
        p,
        ", about %.1f days at each place. %lld traveller%s %s seen to go round, up to %lld round%s; %lld of "
        "%lld "
        "moves keep to it. The same visits in another order would fit a round as well with a chance of 1 in "
        "2<sup>%.0f</sup> or less.</p>\n",
        json_real_at(circuit, "days_per_place"), (long long)travellers, plural_of(travellers),
        travellers == 1 ? "is" : "are", (long long)rounds, plural_of(rounds),
        (long long)json_int_at(circuit, "kept"), (long long)json_int_at(circuit, "moves"),
        floor(json_real_at(circuit, "surprise")));
}

static size_t position_of(const json_t *circuit, const char *place)
{
    const json_t *places = json_object_get(circuit, "places");
    size_t i = 0;
    for (; place && i < json_array_size(places); i++) {
        const char *other = json_text_at(json_array_get(places, i), "place");
        if (other && strcmp(other, place) == 0)
            break;
    }
    return i;
}

struct timeline {
    const json_t *circuit;
    int64_t from, days;
    size_t places;
    double row; /* height */
};

/* In a drawing an element of HTML has no place. */
static void draw_day(struct page *p, const char *time)
{
    size_t length = time ? strlen(time) : 0;
    html_text(p, (struct span){time, length < 10 ? length : 10});
}

static double time_x(const struct timeline *t, int64_t day)
{
    return TIMELINE_LEFT + (TIMELINE_WIDTH - TIMELINE_LEFT - 8) * (double)(day - t->from) / (double)t->days;
}

static double place_y(const struct timeline *t, size_t position)
{
    return 8 + t->row * ((double)position + 0.5);
}

/* Places as lines, a stop of a traveller as a mark, the way between two stops as a line. */
static void draw_stops(struct page *p, const struct timeline *t, int64_t *left_out)
{
    size_t i;
    json_t *stop;
    int64_t before = 0;
    double x = 0;
    double y = 0;
    *left_out = 0;
    json_array_foreach(json_object_get(t->circuit, "stops"), i, stop)
    {
        int64_t traveller = json_int_at(stop, "traveller");
        if (traveller > TRAVELLERS) {
            *left_out = json_int_at(t->circuit, "travellers") - TRAVELLERS;
            return;
        }
        int64_t day = day_of(json_text_at(stop, "from"));
        double next_x = time_x(t, day);
        double next_y = place_y(t, position_of(t->circuit, json_text_at(stop, "place")));
        if (traveller == before && json_is_true(json_object_get(stop, "kept")))
            html_format(p, "<line class=way x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>", x, y, next_x, next_y);
        html_format(p, "<circle class=f cx='%.1f' cy='%.1f' r=2.5><title>traveller %lld, ", next_x, next_y,
                    (long long)traveller);
        draw_day(p, json_text_at(stop, "from"));
        html(p, ", ");
        html_string(p, json_text_at(stop, "record"));
        html(p, "</title></circle>\n");
        before = traveller;
        x = next_x;
        y = next_y;
    }
}

static void draw_timeline(struct page *p, const json_t *circuit)
{
    const json_t *places = json_object_get(circuit, "places");
    struct timeline t = {.circuit = circuit, .places = json_array_size(places), .row = 24};
    int64_t left_out;
    t.from = day_of(json_text_at(circuit, "from"));
    t.days = day_of(json_text_at(circuit, "to")) - t.from;
    if (t.days <= 0)
        return;
    double height = 8 + t.row * (double)t.places + 18;
    html_format(
        p,
        "<figure><svg viewBox='0 0 %.0f %.0f' width=%.0f role=img aria-label='Who was seen where on the "
        "circuit'>\n",
        TIMELINE_WIDTH, height, TIMELINE_WIDTH);
    for (size_t i = 0; i < t.places; i++) {
        html_format(
            p,
            "<line class=g x1='%.0f' y1='%.1f' x2='%.0f' y2='%.1f'/><text x='%.0f' y='%.1f' text-anchor=end>",
            TIMELINE_LEFT, place_y(&t, i), TIMELINE_WIDTH - 8, place_y(&t, i), TIMELINE_LEFT - 8,
            place_y(&t, i) + 4);
        html_place(p, json_text_at(json_array_get(places, i), "place"));
        html(p, "</text>\n");
    }
    draw_stops(p, &t, &left_out);
    html_format(p, "<text class=dim x='%.0f' y='%.0f'>", TIMELINE_LEFT, height - 4);
    draw_day(p, json_text_at(circuit, "from"));
    html_format(p, "</text><text class=dim x='%.0f' y='%.0f' text-anchor=end>", TIMELINE_WIDTH - 8,
                height - 4);
    draw_day(p, json_text_at(circuit, "to"));
    html(p, "</text>\n</svg>\n<figcaption>Time from left to right; a mark is somebody seen at a place, a "
            "line a move that "
            "keeps to the round. Travellers are numbers: who they are is not said.");
    int64_t stops = (int64_t)json_size_at(circuit, "stops");
    if (left_out > 0)
        html_format(p, " %lld more traveller%s not drawn.", (long long)left_out,
                    left_out == 1 ? " is" : "s are");
    else if (json_int_at(circuit, "stops_total") > stops)
        html_format(p, " The last %lld sightings are not drawn.",
                    (long long)(json_int_at(circuit, "stops_total") - stops));
    html(p, "</figcaption></figure>\n");
}

void html_circuits(struct page *p, const json_t *circuits)
{
    size_t i;
    json_t *circuit;
    if (json_array_size(circuits) == 0)
        return;
    html(p, "<h4>Circuits</h4>\n");
    json_array_foreach(circuits, i, circuit)
    {
        say_circuit(p, circuit);
        draw_timeline(p, circuit);
    }
}

static void premises_row(struct page *p, const json_t *row)
{
    static const char *const ways[] = {"booked", "paid", "owned"};
    const char *name = json_text_at(row, "name");
    bool is_first = true;
    html(p, "<tr><th scope=row>");
    html_string(p, name && *name ? name : json_text_at(row, "address"));
    html(p, "</th><td>");
    html_string(p, name && *name ? json_text_at(row, "address") : "");
    html(p, "</td><td>");
    html_place(p, json_text_at(row, "place"));
    html(p, "</td>");
    html_element(p, "td", json_text_at(row, "kind"));
    html(p, "<td>");
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++)
        if (json_is_true(json_object_get(row, ways[w]))) {
            html(p, is_first ? "" : ", ");
            html(p, ways[w]);
            is_first = false;
        }
    html(p, "</td><td class=n>");
    html_number(p, json_int_at(row, "stays"));
    html(p, " of ");
    html_number(p, json_int_at(row, "all_stays"));
    html(p, "</td>");
    html_cell_number(p, json_int_at(row, "nights"));
    html_cell_number(p, json_int_at(row, "guests"));
    html_cell_number(p, json_int_at(row, "ads"));
    html(p, "<td class=day>");
    html_day(p, json_text_at(row, "from"));
    html(p, "</td><td class=day>");
    html_day(p, json_text_at(row, "to"));
    html(p, "</td><td class=id>");
    const json_t *records = json_object_get(row, "records");
    html_string(p, json_string_value(json_array_get(records, 0)));
    if (json_int_at(row, "records_total") > 1)
        html_format(p, " and %lld more", (long long)json_int_at(row, "records_total") - 1);
    const json_t *grades = json_object_get(row, "grades");
    for (size_t g = 0; g < json_array_size(grades); g++) {
        html(p, g ? ", " : " (");
        html_string(p, json_string_value(json_array_get(grades, g)));
    }
    html(p, json_array_size(grades) ? ")</td></tr>\n" : "</td></tr>\n");
}

void html_premises(struct page *p, const json_t *premises)
{
    size_t count = json_array_size(premises);
    if (count == 0)
        return;
    html(p, "<h4>Premises</h4>\n<div class=wide><table><caption>Houses that it booked, paid, owns or "
            "advertises from; "
            "guests are counted by name and not named</caption><thead><tr><th scope=col>Premises</th><th "
            "scope=col>Address</th><th scope=col>Place</th><th scope=col>Kind</th><th scope=col>How</th><th "
            "scope=col "
            "class=n>Stays, of all</th><th scope=col class=n>Nights</th><th scope=col class=n>Guests</th><th "
            "scope=col "
            "class=n>Ads</th><th scope=col>From</th><th scope=col>To</th><th scope=col>Rests "
            "on</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count && i < PREMISES_ROWS; i++)
        premises_row(p, json_array_get(premises, i));
    html(p, "</tbody></table></div>\n");
    if (count > PREMISES_ROWS)
        html_format(p, "<p class=note>%zu more are in premises.csv of the export.</p>\n",
                    count - PREMISES_ROWS);
}
