/* A template: its text, its slots, and its members with what differs marked. */
#include "render.h"

#include "render_parts.h"
#include "table.h"

#include <string.h>

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

static void print_slots(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "slot", .right = true},
        {.title = "type"},
        {.title = "values", .right = true},
        {.title = "the most frequent", .wrapped = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "slots"); i++) {
        const json_t *slot = field_item(answer, "slots", i);
        struct builder values = {0};
        for (size_t j = 0; j < field_length(slot, "values"); j++) {
            const json_t *value = field_item(slot, "values", j);
            builder_format(&values, "%s%s (%s)", j > 0 ? ", " : "", field_text(value, "value"),
                           count_text(field_count(value, "records")).text);
        }
        table_cell(&table, "%u", (unsigned)field_count(slot, "slot"));
        table_cell(&table, "%s", field_text(slot, "type"));
        table_cell(&table, "%s", count_text(field_count(slot, "values_total")).text);
        table_cell(&table, "%s", builder_string(&values));
        builder_release(&values);
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void add_piece(struct builder *out, const json_t *piece)
{
    static const struct {
        const char *kind, *open, *close;
    } marks[] = {{"same", "", ""},
                 {"slot", "[", "]"},
                 {"added", "{+", "+}"},
                 {"missing", "{-", "-}"},
                 {"moved", "{~", "~}"}};
    const char *text = field_text(piece, "text");
    size_t length = strlen(text);
    while (length > 0 && (unsigned char)text[length - 1] <= ' ') {
        length--;
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (strcmp(marks[i].kind, field_text(piece, "kind")) == 0) {
            builder_format(out, "%s%.*s%s ", marks[i].open, (int)length, text, marks[i].close);
        }
    }
}

static void print_member(struct screen *screen, const json_t *member)
{
    struct builder text = {0};
    for (size_t i = 0; i < field_length(member, "pieces"); i++) {
        add_piece(&text, field_item(member, "pieces", i));
    }
    screen_line(screen, "  %s, %s bits", field_text(member, "record"),
                bits_text(field_number(member, "bits")).text);
    screen_paragraph(screen, 4, "%s", builder_string(&text));
    builder_release(&text);
}

void render_template(struct screen *screen, const json_t *answer)
{
    uint64_t total = field_count(answer, "records");
    size_t shown = field_length(answer, "members");
    screen_title(screen, "Template %u", (unsigned)field_count(answer, "template"));
    screen_paragraph(screen, 0, "%s; each text after the first saves %s bits.",
                     counted_text(total, "record").text, bits_text(field_number(answer, "bits")).text);
    screen_blank(screen);
    screen_paragraph(screen, 2, "%s", field_text(answer, "text"));
    if (part_title(screen, answer, "slots", "Slots")) {
        print_slots(screen, answer);
    }
    if (part_title(screen, answer, "members", "Texts")) {
        screen_paragraph(screen, 2, "%s", "[in a slot] {+added+} {-missing-} {~moved~}");
        for (size_t i = 0; i < shown; i++) {
            print_member(screen, field_item(answer, "members", i));
        }
    }
    if (total > shown) {
        screen_line(screen, "  and %s more", count_text(total - shown).text);
    }
}
