/* Answers to questions: why, search, stages. */
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
    screen_title(screen, "%s (%s) and %s (%s): %s bits, %s", field_text(link, "from"),
                 field_text(link, "from_party"), field_text(link, "to"), field_text(link, "to_party"),
                 bits_text(bits).text, odds_text(bits).text);
    screen_line(screen, "  probability of one operator: %s",
                share_text(field_number(link, "probability")).text);
    waterfall_print(screen, link, 2);
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
    if (part_title(screen, answer, "ties", "Ties between their entities")) {
        part_ties(screen, answer, "ties");
    }
}

void render_search(struct screen *screen, const json_t *answer)
{
    uint64_t total = field_count(answer, "total");
    size_t shown = field_length(answer, "hits");
    screen_title(screen, "%s with \"%s\"%s", counted_text(total, "record").text, field_text(answer, "words"),
                 total > shown ? ", the best of them:" : "");
    part_records(screen, answer, "hits");
    if (total > shown) {
        screen_line(screen, "  and %s more; --limit shows more of them", count_text(total - shown).text);
    }
}

static void add_names(struct table *table, const json_t *stage, const char *key)
{
    struct builder names = {0};
    for (size_t i = 0; i < field_length(stage, key); i++) {
        const char *name = json_string_value(field_item(stage, key, i));
        builder_format(&names, "%s%s", i > 0 ? ", " : "", name ? name : "");
    }
    table_cell(table, "%s", builder_string(&names));
    builder_release(&names);
}

void render_stages(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "stage"},
        {.title = "state"},
        {.title = "reads", .flexible = true},
        {.title = "writes", .flexible = true},
        {.title = "what it does", .wrapped = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "stages"); i++) {
        const json_t *stage = field_item(answer, "stages", i);
        table_cell(&table, "%s", field_text(stage, "name"));
        table_cell(&table, "%s", field_text(stage, "state"));
        add_names(&table, stage, "reads");
        add_names(&table, stage, "writes");
        table_cell(&table, "%s", field_text(stage, "summary"));
    }
    table_print(&table, screen, 0);
    table_release(&table);
}
