/* Answers to why and why-not. */
#include "render.h"

#include "render_parts.h"
#include "table.h"
#include "waterfall.h"

#include <string.h>

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

static void print_pair(struct screen *screen, const json_t *answer)
{
    json_t *pair = json_object();
    json_t *list = json_array();
    json_array_append(list, json_object_get(answer, "a"));
    json_array_append(list, json_object_get(answer, "b"));
    json_object_set_new(pair, "records", list);
    part_records(screen, pair, "records");
    json_decref(pair);
}

static void print_link(struct screen *screen, const json_t *link)
{
    double bits = field_number(link, "bits");
    screen_blank(screen);
    if (field_count(link, "decision") > 0) {
        screen_title(screen, "%s (%s) and %s (%s): decision %u", field_text(link, "from"),
                     field_text(link, "from_party"), field_text(link, "to"), field_text(link, "to_party"),
                     (unsigned)field_count(link, "decision"));
        screen_paragraph(screen, 2, "because: %s", field_text(link, "because"));
        return;
    }
    screen_title(screen, "%s (%s) and %s (%s): %s bits, %s", field_text(link, "from"),
                 field_text(link, "from_party"), field_text(link, "to"), field_text(link, "to_party"),
                 bits_text(bits).text, odds_text(bits).text);
    screen_line(screen, "  probability of one operator: %s",
                share_text(field_number(link, "probability")).text);
    waterfall_print(screen, link, 2);
}

static void add_rival(struct table *table, const char *of, const json_t *row)
{
    uint64_t entity = field_count(row, "entity");
    table_cell(table, "%s", of);
    if (entity > 0) {
        table_cell(table, "entity %u", (unsigned)entity);
    } else {
        table_cell(table, "%s", field_text(row, "record"));
    }
    table_cell(table, "%s", count_text(field_count(row, "links")).text);
    table_cell(table, "%s", bits_text(field_number(row, "bits")).text);
    table_cell(table, "%s", field_text(row, "record"));
}

/* Where else each of the two has links to. */
static void print_rivals(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "record", .flexible = true}, {.title = "might belong to"},
        {.title = "links", .right = true},     {.title = "bits of the best", .right = true},
        {.title = "with", .flexible = true},
    };
    static const char *const sides[] = {"a", "b"};
    const json_t *rivals = field_object(answer, "rivals");
    struct table table;
    if (field_length(rivals, "a") + field_length(rivals, "b") == 0) {
        return;
    }
    screen_blank(screen);
    screen_title(screen, "Rivals: other groups that they have links to");
    table_init(&table, TABLE_OF(columns));
    for (size_t s = 0; s < 2; s++) {
        for (size_t i = 0; i < field_length(rivals, sides[s]); i++) {
            add_rival(&table, field_text(field_object(answer, sides[s]), "record"),
                      field_item(rivals, sides[s], i));
        }
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_change(struct screen *screen, const json_t *row)
{
    struct builder label = {0};
    const char *still = "";
    struct number_text bits = {""};
    part_evidence_label(&label, field_object(row, "without"));
    if (json_object_get(row, "still")) {
        bits = bits_text(field_number(row, "still"));
        still = "; nothing else would hold the two together";
        if (json_is_true(json_object_get(row, "decided"))) {
            still = "; decisions would still hold the two together";
        } else if (!json_is_null(json_object_get(row, "still"))) {
            still = "; a chain of other links would still hold the two together, the weakest of ";
        }
    }
    screen_paragraph(screen, 2, "Without %s: %s bits%s%s%s.", builder_string(&label),
                     signed_bits_text(field_number(row, "left")).text, still,
                     strstr(still, "weakest") ? bits.text : "", strstr(still, "weakest") ? " bits" : "");
    builder_release(&label);
}

static void print_changes(struct screen *screen, const json_t *answer)
{
    const json_t *first = field_item(answer, "changes", 0);
    if (!first) {
        return;
    }
    screen_blank(screen);
    screen_title(screen, "What alone would change the link of %s and %s", field_text(first, "from"),
                 field_text(first, "to"));
    for (size_t i = 0; i < field_length(answer, "changes"); i++) {
        print_change(screen, field_item(answer, "changes", i));
    }
}

static void print_decisions(struct screen *screen, const json_t *answer)
{
    if (part_title(screen, answer, "decisions", "Decisions that stand")) {
        part_decisions(screen, answer, "decisions");
    }
}

void render_why(struct screen *screen, const json_t *answer)
{
    const json_t *link = field_object(answer, "link");
    screen_title(screen, "%s and %s: %s", field_text(field_object(answer, "a"), "record"),
                 field_text(field_object(answer, "b"), "record"), field_text(answer, "verdict"));
    screen_paragraph(screen, 0, "%s", field_text(answer, "sentence"));
    screen_blank(screen);
    print_pair(screen, answer);
    if (link) {
        print_link(screen, link);
    }
    if (part_title(screen, answer, "path", "Path of links between them")) {
        part_links(screen, answer, "path");
    }
    for (size_t i = 0; i < field_length(answer, "path"); i++) {
        print_link(screen, field_item(answer, "path", i));
    }
    print_changes(screen, answer);
    if (part_title(screen, answer, "ties", "Ties between their entities")) {
        part_ties(screen, answer, "ties");
    }
    print_rivals(screen, answer);
    print_decisions(screen, answer);
}

static void print_blocks(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "in common", .flexible = true},
        {.title = "parties", .right = true},
        {.title = "bits", .right = true},
        {.title = "what the run made of it", .wrapped = true},
    };
    struct table table;
    if (!part_title(screen, answer, "blocks", "What might have brought them together")) {
        return;
    }
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "blocks"); i++) {
        const json_t *row = field_item(answer, "blocks", i);
        bool is_value = json_object_get(row, "parties") != NULL;
        table_cell(&table, "%s", field_text(row, "by"));
        table_cell(&table, "%s", field_number_text(row, "parties").text);
        table_cell(&table, "%s", is_value ? bits_text(field_number(row, "bits")).text : "");
        table_cell(&table, "%s", field_text(row, "outcome"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_groups(struct screen *screen, const json_t *answer)
{
    const json_t *groups = field_object(answer, "groups");
    uint64_t values = field_count(groups, "values");
    if (strcmp(field_text(answer, "verdict"), "same operator") == 0) {
        return;
    }
    screen_blank(screen);
    screen_title(screen, "Between the groups that they are in");
    if (json_is_true(json_object_get(groups, "forbidden"))) {
        screen_paragraph(screen, 2, "A decision forbids joining them, whatever else is said.");
    }
    if (!json_is_true(json_object_get(groups, "compared"))) {
        screen_paragraph(screen, 2,
                         json_is_true(json_object_get(groups, "connected"))
                             ? "No pair of their members was compared with a result that counts."
                             : "No chain of links above zero connects them.");
        return;
    }
    double partners = field_number(groups, "partners");
    screen_paragraph(
        screen, 2,
        "Prior %s bits, %s shared %s, compared fields %s on average, cost of joining %s%s%s: a gain of "
        "%s bits. Groups join where there is one.",
        signed_bits_text(field_number(groups, "prior")).text, counted_text(values, "value").text,
        signed_bits_text(field_number(groups, "shared")).text,
        signed_bits_text(field_number(groups, "fields")).text,
        signed_bits_text(field_number(groups, "cost")).text,
        partners < 0 ? ", partners would share as much " : "",
        partners < 0 ? signed_bits_text(partners).text : "",
        signed_bits_text(field_number(groups, "gain")).text);
}

void render_why_not(struct screen *screen, const json_t *answer)
{
    const json_t *link = field_object(answer, "link");
    screen_title(screen, "%s (%s) and %s (%s): %s", field_text(field_object(answer, "a"), "record"),
                 field_text(answer, "a_party"), field_text(field_object(answer, "b"), "record"),
                 field_text(answer, "b_party"), field_text(answer, "verdict"));
    screen_paragraph(screen, 0, "%s", field_text(answer, "sentence"));
    screen_blank(screen);
    print_pair(screen, answer);
    print_link(screen, link);
    print_changes(screen, answer);
    print_blocks(screen, answer);
    print_groups(screen, answer);
    print_decisions(screen, answer);
}
