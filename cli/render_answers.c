/* Answers to questions: search, stages. */
#include "render.h"

#include "render_parts.h"
#include "table.h"

#include <string.h>

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

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

void render_lock(struct screen *screen, const json_t *answer)
{
    const char *way = field_text(answer, "way");
    const char *name = field_text(answer, "case");
    if (!field_flag(answer, "sealed")) {
        screen_line(screen, "%s is not sealed: whoever has the file can read it.", name);
    } else if (strcmp(way, "passphrase") == 0) {
        screen_line(screen, "%s is sealed; a passphrase opens it (Argon2id, %s over %s KiB).", name,
                    counted_text(field_count(answer, "passes"), "pass").text,
                    count_text(field_count(answer, "kibibytes")).text);
    } else {
        screen_line(screen, "%s is sealed; %s it.", name,
                    strcmp(way, "key-file") == 0 ? "a key file opens" : "two key files together open");
    }
}

void render_reveal(struct screen *screen, const json_t *answer)
{
    screen_line(screen, "%s is the %s %s.", field_text(answer, "pseudonym"), field_text(answer, "type"),
                field_text(answer, "value"));
    for (size_t i = 0; i < field_length(answer, "places"); i++) {
        const json_t *place = field_item(answer, "places", i);
        const char *column = field_text(place, "column");
        screen_line(screen, "  %s, %s%s%s", field_text(place, "record"), field_text(place, "party"),
                    column[0] != '\0' ? ", column " : "", column);
    }
    screen_line(screen, "This is noted in the log.");
}
