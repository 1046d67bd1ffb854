/* Circuits and premises. */
#include "render_parts.h"

#include "builder.h"
#include "table.h"

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

enum { PREMISES_SHOWN = 40 };

static void print_circuit(struct screen *screen, const json_t *circuit)
{
    struct builder way = {0};
    for (size_t i = 0; i < field_length(circuit, "places"); i++)
        builder_format(&way, "%s%s", i > 0 ? " > " : "",
                       field_text(field_item(circuit, "places", i), "place"));
    screen_paragraph(screen, 2, "%s, and again.", builder_string(&way));
    screen_paragraph(screen, 4, "%s, about %s days at each place; %s seen to go round, up to %s.",
                     part_span(circuit, "from", "to").text,
                     decimal_text(field_number(circuit, "days_per_place"), 1).text,
                     counted_text(field_count(circuit, "travellers"), "traveller").text,
                     counted_text(field_count(circuit, "rounds"), "round").text);
    screen_paragraph(screen, 4,
                     "%s of %s keep to it. In another order the same visits would fit a round as well with a "
                     "chance of 1 in 2^%s or less.",
                     count_text(field_count(circuit, "kept")).text,
                     counted_text(field_count(circuit, "moves"), "move").text,
                     decimal_text(field_number(circuit, "surprise"), 1).text);
    builder_release(&way);
}

void part_circuits(struct screen *screen, const json_t *object, const char *key)
{
    for (size_t i = 0; i < field_length(object, key); i++)
        print_circuit(screen, field_item(object, key, i));
}

/* "booked, paid" */
static const char *ways_of(const json_t *row)
{
    static const char *const words[] = {"",      "booked",        "paid",        "booked, paid",
                                        "owned", "booked, owned", "paid, owned", "booked, paid, owned"};
    unsigned which = (unsigned)field_flag(row, "booked") | (unsigned)field_flag(row, "paid") << 1 |
                     (unsigned)field_flag(row, "owned") << 2;
    return which == 0 && field_count(row, "ads") > 0 ? "advertised" : words[which];
}

static void add_premises(struct table *table, const json_t *row)
{
    const char *name = field_text(row, "name");
    table_cell(table, "%s", name[0] != '\0' ? name : field_text(row, "address"));
    table_cell(table, "%s", field_text(row, "place"));
    table_cell(table, "%s", ways_of(row));
    table_cell(table, "%s of %s", count_text(field_count(row, "stays")).text,
               count_text(field_count(row, "all_stays")).text);
    table_cell(table, "%s", field_number_text(row, "nights").text);
    table_cell(table, "%s", field_number_text(row, "guests").text);
    table_cell(table, "%s", field_number_text(row, "ads").text);
    table_cell(table, "%s", part_span(row, "from", "to").text);
}

void part_premises(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "premises", .flexible = true},
        {.title = "place"},
        {.title = "how used"},
        {.title = "stays", .right = true},
        {.title = "nights", .right = true},
        {.title = "guests", .right = true},
        {.title = "ads", .right = true},
        {.title = "seen"},
    };
    struct table table;
    size_t count = field_length(object, key);
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < count && i < PREMISES_SHOWN; i++)
        add_premises(&table, field_item(object, key, i));
    table_print(&table, screen, 2);
    table_release(&table);
    if (count > PREMISES_SHOWN)
        screen_line(screen, "  and %s more; --json and the export hold them",
                    count_text(count - PREMISES_SHOWN).text);
}
