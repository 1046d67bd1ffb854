/* Dossiers of a network, an entity and a record. */
#include "render.h"

#include "render_money.h"
#include "render_parts.h"
#include "table.h"
#include "waterfall.h"

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

static void print_places(struct screen *screen, const json_t *object)
{
    struct builder places = {0};
    part_places(&places, object, 12);
    if (places.length > 0) {
        screen_paragraph(screen, 0, "Places: %s.", builder_string(&places));
    }
    builder_release(&places);
}

static void print_movement(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "movement"); i++) {
        const json_t *row = field_item(answer, "movement", i);
        if (field_length(row, "visits") > 0) {
            screen_blank(screen);
            screen_title(screen, "Movement of entity %u (%s)", (unsigned)field_count(row, "entity"),
                         counted_text(field_length(row, "visits"), "visit").text);
            part_visits(screen, row, "visits");
        }
    }
}

static void print_moves(struct screen *screen, const json_t *answer)
{
    if (part_title(screen, answer, "next_places", "From one place to the next, as often as seen")) {
        part_next_places(screen, answer, "next_places");
    }
    if (part_title(screen, answer, "conflicts", "What one person cannot have done")) {
        part_conflicts(screen, answer, "conflicts");
    }
    if (part_title(screen, answer, "meetings", "Arrivals together")) {
        part_meetings(screen, answer, "meetings");
    }
}

void render_network(struct screen *screen, const json_t *answer)
{
    double bits = field_number(answer, "bits");
    struct number_text span = part_span(answer, "first", "last");
    const char *seen = span.text;
    screen_title(screen, "Network %u", (unsigned)field_count(answer, "network"));
    screen_paragraph(screen, 0, "%s, %s%s%s, held together by %s bits (%s).",
                     counted_text(field_count(answer, "entities"), "entity").text,
                     counted_text(field_count(answer, "records"), "record").text,
                     seen[0] != '\0' ? ", seen " : "", seen, bits_text(bits).text, odds_text(bits).text);
    print_places(screen, answer);
    if (part_title(screen, answer, "members", "Members, and records filed with them")) {
        part_entities(screen, answer, "members");
    }
    if (part_title(screen, answer, "ties", "Ties")) {
        part_ties(screen, answer, "ties");
    }
    if (part_title(screen, answer, "weak_ties", "Ties to outside, too weak to join")) {
        part_ties(screen, answer, "weak_ties");
    }
    part_growth(screen, field_object(answer, "growth"));
    if (part_title(screen, answer, "circuits", "Circuits")) {
        part_circuits(screen, answer, "circuits");
    }
    if (part_title(screen, answer, "premises", "Premises that it uses")) {
        part_premises(screen, answer, "premises");
    }
    print_moves(screen, answer);
    print_movement(screen, answer);
    if (part_title(screen, answer, "flows", "Money")) {
        part_flows(screen, answer, "flows");
    }
    render_network_money(screen, answer);
}

static void print_templates(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "template", .right = true},
        {.title = "records", .right = true},
        {.title = "bits", .right = true},
        {.title = "text", .wrapped = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "templates"); i++) {
        const json_t *row = field_item(answer, "templates", i);
        table_cell(&table, "%u", (unsigned)field_count(row, "template"));
        table_cell(&table, "%s", count_text(field_count(row, "records")).text);
        table_cell(&table, "%s", bits_text(field_number(row, "bits")).text);
        table_cell(&table, "%s", field_text(row, "text"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_more(struct screen *screen, const json_t *answer)
{
    uint64_t total = field_count(answer, "members_total");
    size_t shown = field_length(answer, "members");
    if (total > shown) {
        screen_line(screen, "  and %s more", count_text(total - shown).text);
    }
}

void render_entity(struct screen *screen, const json_t *answer)
{
    struct number_text span = part_span(answer, "first", "last");
    uint64_t network = field_count(answer, "network");
    screen_title(screen, "Entity %u", (unsigned)field_count(answer, "entity"));
    screen_paragraph(screen, 0, "%s%s%s%s%s.", counted_text(field_count(answer, "records"), "record").text,
                     span.text[0] != '\0' ? ", seen " : "", span.text, network > 0 ? ", in network " : "",
                     network > 0 ? count_text(network).text : "");
    print_places(screen, answer);
    if (part_title(screen, answer, "identifiers", "Identifiers")) {
        part_identifiers(screen, answer, "identifiers");
    }
    if (part_title(screen, answer, "templates", "Texts")) {
        print_templates(screen, answer);
    }
    if (part_title(screen, answer, "members", "Records")) {
        part_records(screen, answer, "members");
        print_more(screen, answer);
    }
    if (part_title(screen, answer, "links", "Strongest links")) {
        part_links(screen, answer, "links");
    }
    if (part_title(screen, answer, "circuits", "Circuits")) {
        part_circuits(screen, answer, "circuits");
    }
    print_moves(screen, answer);
    if (part_title(screen, answer, "visits", "Movement")) {
        part_visits(screen, answer, "visits");
    }
    if (part_title(screen, answer, "flows", "Money")) {
        part_flows(screen, answer, "flows");
    }
}

static void print_cells(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "column"},
        {.title = "role"},
        {.title = "value", .wrapped = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "cells"); i++) {
        const json_t *cell = field_item(answer, "cells", i);
        table_cell(&table, "%s", field_text(cell, "column"));
        table_cell(&table, "%s", field_text(cell, "role"));
        table_cell(&table, "%s", field_text(cell, "value"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_found(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "type"},   {.title = "value", .flexible = true}, {.title = "party"},
        {.title = "column"}, {.title = "bytes", .right = true},    {.title = "written", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "identifiers"); i++) {
        const json_t *row = field_item(answer, "identifiers", i);
        uint64_t end = field_count(row, "end");
        table_cell(&table, "%s", field_text(row, "type"));
        table_cell(&table, "%s", field_text(row, "value"));
        table_cell(&table, "%s", field_text(row, "party"));
        table_cell(&table, "%s", field_text(row, "column"));
        if (end > 0) {
            table_cell(&table, "%u-%u", (unsigned)field_count(row, "start"), (unsigned)end);
        } else {
            table_cell(&table, "%s", "");
        }
        table_cell(&table, "%s", field_text(row, "form"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_statements(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "what"},
        {.title = "value", .flexible = true},
        {.title = ""},
        {.title = "who says so", .flexible = true},
        {.title = "bytes", .right = true},
        {.title = "quote", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "observations"); i++) {
        const json_t *row = field_item(answer, "observations", i);
        table_cell(&table, "%s", field_text(row, "kind"));
        table_cell(&table, "%s", field_text(row, "value"));
        table_cell(&table, "%s", field_text(row, "qualifier"));
        table_cell(&table, "%s", field_text(row, "attribution"));
        table_cell(&table, "%u-%u", (unsigned)field_count(row, "start"), (unsigned)field_count(row, "end"));
        table_cell(&table, "%s", field_text(row, "quote"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_report(struct screen *screen, const json_t *answer)
{
    const char *same = field_text(answer, "same_source_as");
    if (part_title(screen, answer, "observations", "What it states")) {
        print_statements(screen, answer);
    }
    if (same[0] != '\0') {
        screen_paragraph(screen, 0, "It repeats the source of %s: both count as one.", same);
    }
    if (part_title(screen, answer, "speaks_of", "Records that it may speak of")) {
        part_records(screen, answer, "speaks_of");
    }
}

static void print_record_rejects(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "rejects"); i++) {
        const json_t *row = field_item(answer, "rejects", i);
        screen_paragraph(screen, 2, "%s: %s", field_text(row, "column"), field_text(row, "reason"));
    }
}

static void print_origin(struct screen *screen, const json_t *answer)
{
    struct number_text member = part_membership(answer);
    const char *duplicate = field_text(answer, "duplicate_of");
    const char *unsure = field_flag(answer, "place_unsure") ? " (one of several of that name)" : "";
    screen_paragraph(screen, 0, "%s%s%s%s%s%s", field_text(answer, "kind"),
                     field_text(answer, "time")[0] ? ", " : "", field_time(answer, "time").text,
                     field_text(answer, "place")[0] ? ", " : "", field_text(answer, "place"), unsure);
    screen_paragraph(screen, 0, "Line %s of %s: %s bytes from byte %s; SHA-256 of the file: %s",
                     count_text(field_count(answer, "line")).text, field_text(answer, "resource"),
                     count_text(field_count(answer, "length")).text,
                     count_text(field_count(answer, "byte")).text, field_text(answer, "sha256"));
    if (duplicate[0] != '\0') {
        screen_paragraph(screen, 0, "The same row as %s.", duplicate);
    }
    screen_paragraph(screen, 0, "%s%s.", member.text[0] != '\0' ? "Belongs to " : "Stands alone",
                     member.text);
}

void render_record(struct screen *screen, const json_t *answer)
{
    const json_t *template = field_object(answer, "template");
    screen_title(screen, "%s", field_text(answer, "record"));
    print_origin(screen, answer);
    if (part_title(screen, answer, "cells", "Cells")) {
        print_cells(screen, answer);
    }
    if (part_title(screen, answer, "rejects", "Rejected")) {
        print_record_rejects(screen, answer);
    }
    if (part_title(screen, answer, "identifiers", "Identifiers found")) {
        print_found(screen, answer);
    }
    print_report(screen, answer);
    if (template) {
        screen_blank(screen);
        screen_title(screen, "Text of template %u (%s)", (unsigned)field_count(template, "template"),
                     counted_text(field_count(template, "records"), "record").text);
        screen_paragraph(screen, 2, "%s", field_text(template, "text"));
    }
    if (part_title(screen, answer, "links", "Strongest links")) {
        part_links(screen, answer, "links");
    }
}
