/* Growth in a sentence with numbers; next places, what one person cannot have done, who arrives together. */
#include "render_parts.h"

#include "builder.h"
#include "table.h"

#include <string.h>

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

enum { NEXT_SHOWN = 12 };

/* In how many years most sightings are where most of all are. */
static size_t count_leading(const json_t *growth, const char *place)
{
    size_t count = 0;
    for (size_t i = 0; i < field_length(growth, "years"); i++)
        count += strcmp(field_text(field_item(growth, "years", i), "most"), place) == 0;
    return count;
}

static void say_bursts(struct screen *screen, const json_t *growth)
{
    for (size_t i = 0; i < field_length(growth, "bursts"); i++) {
        const json_t *burst = field_item(growth, "bursts", i);
        screen_paragraph(
            screen, 2, "More active than usual from %s to %s: %s where %s would be usual (%s bits).",
            field_text(burst, "from"), field_text(burst, "to"),
            counted_text(field_count(burst, "records"), "sighting").text,
            count_text(field_count(burst, "expected")).text, bits_text(field_number(burst, "bits")).text);
    }
}

static void print_phases(struct screen *screen, const json_t *growth)
{
    static const struct table_column columns[] = {
        {.title = "half-year"},
        {.title = "members", .right = true},
        {.title = "event"},
        {.title = "joined", .right = true},
        {.title = "left", .right = true},
        {.title = "Jaccard", .right = true},
        {.title = "after"},
        {.title = "such as", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(growth, "phases"); i++) {
        const json_t *row = field_item(growth, "phases", i);
        table_cell(&table, "%s to %s", field_text(row, "from"), field_text(row, "to"));
        table_cell(&table, "%s", count_text(field_count(row, "entities")).text);
        table_cell(&table, "%s", field_text(row, "event"));
        table_cell(&table, "%s", field_number_text(row, "joined").text);
        table_cell(&table, "%s", field_number_text(row, "left").text);
        table_cell(&table, "%s", decimal_text(field_number(row, "jaccard"), 2).text);
        table_cell(&table, "%s", field_flag(row, "ends") ? "ends" : "");
        table_cell(&table, "%s", field_text(row, "record"));
    }
    if (field_length(growth, "phases") > 0)
        screen_paragraph(screen, 2, "Members that dealt with each other, half-year by half-year:");
    table_print(&table, screen, 2);
    table_release(&table);
}

void part_growth(struct screen *screen, const json_t *growth)
{
    const json_t *all = field_object(growth, "all");
    size_t years = field_length(growth, "years");
    if (!all || years == 0)
        return;
    uint64_t sightings = field_count(all, "sightings");
    const char *most = field_text(all, "most");
    const char *centre = field_text(all, "centre");
    screen_blank(screen);
    screen_title(screen, "Growth");
    screen_paragraph(
        screen, 2, "%s at %s in %s: %s of them (%s %%) in %s, which leads in %s of them.%s%s%s",
        counted_text(sightings, "sighting").text, counted_text(field_count(all, "places"), "place").text,
        counted_text(years, "year").text, count_text(field_count(all, "there")).text,
        decimal_text(100.0 * (double)field_count(all, "there") / (double)sightings, 0).text, most,
        count_text(count_leading(growth, most)).text, centre[0] != '\0' ? " The centre of gravity is " : "",
        centre, centre[0] != '\0' ? "." : "");
    static const struct table_column columns[] = {
        {.title = "year"},
        {.title = "sightings", .right = true},
        {.title = "places", .right = true},
        {.title = "most in"},
        {.title = "there", .right = true},
        {.title = "centre"},
        {.title = "km from it", .right = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < years; i++) {
        const json_t *row = field_item(growth, "years", i);
        table_cell(&table, "%u", (unsigned)field_count(row, "year"));
        table_cell(&table, "%s", count_text(field_count(row, "sightings")).text);
        table_cell(&table, "%s", count_text(field_count(row, "places")).text);
        table_cell(&table, "%s", field_text(row, "most"));
        table_cell(&table, "%s", count_text(field_count(row, "there")).text);
        table_cell(&table, "%s", field_text(row, "centre"));
        table_cell(&table, "%s", count_text(field_count(row, "km")).text);
    }
    table_print(&table, screen, 2);
    table_release(&table);
    say_bursts(screen, growth);
    print_phases(screen, growth);
}

void part_next_places(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "from"},
        {.title = "next seen in"},
        {.title = "moves", .right = true},
        {.title = "days between", .right = true},
    };
    struct table table;
    size_t count = field_length(object, key);
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < count && i < NEXT_SHOWN; i++) {
        const json_t *row = field_item(object, key, i);
        table_cell(&table, "%s", field_text(row, "from"));
        table_cell(&table, "%s", field_text(row, "to"));
        table_cell(&table, "%s", count_text(field_count(row, "moves")).text);
        table_cell(&table, "%s", decimal_text(field_number(row, "days"), 1).text);
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

void part_conflicts(struct screen *screen, const json_t *object, const char *key)
{
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *row = field_item(object, key, i);
        bool is_twice = strcmp(field_text(row, "kind"), "twice") == 0;
        screen_paragraph(screen, 2, "Entity %u, %s: %s of records, such as %s and %s, %s km apart%s.",
                         (unsigned)field_count(row, "entity"),
                         is_twice ? "two places at once" : "too far for the time",
                         counted_text(field_count(row, "pairs"), "pair").text, field_text(row, "from"),
                         field_text(row, "to"), count_text(field_count(row, "km")).text,
                         is_twice ? "" : " with too little time between");
    }
    screen_paragraph(screen, 2,
                     "Either several people are behind an entity, or records were wrongly put together.");
}

void part_meetings(struct screen *screen, const json_t *object, const char *key)
{
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *row = field_item(object, key, i);
        screen_paragraph(
            screen, 2,
            "Entities %u and %u came to a place in the same week %s times, first %s; %s would be chance "
            "(%s bits).",
            (unsigned)field_count(row, "a"), (unsigned)field_count(row, "b"),
            count_text(field_count(row, "times")).text, field_text(row, "place"),
            decimal_text(field_number(row, "expected"), 1).text, bits_text(field_number(row, "bits")).text);
    }
}
