/* What people decided. */
#include "render.h"

#include "render_parts.h"

#include <string.h>

static void add_value(struct builder *out, const json_t *row)
{
    const char *type = field_text(row, "type");
    if (strcmp(type, "template") == 0) {
        builder_format(out, "the template of %s: %s", field_text(row, "a"), field_text(row, "value"));
    } else {
        builder_format(out, "%s %s", type, field_text(row, "value"));
    }
}

static void add_subject(struct builder *out, const json_t *row)
{
    if (field_text(row, "type")[0] != '\0') {
        add_value(out, row);
    } else {
        builder_format(out, "%s (%s)", field_text(row, "a"), field_text(row, "a_party"));
        if (field_text(row, "b")[0] != '\0') {
            builder_format(out, ", %s (%s)", field_text(row, "b"), field_text(row, "b_party"));
        }
    }
}

static const char *state_words(const json_t *row)
{
    const char *state = field_text(row, "state");
    if (strcmp(state, "withdrawn") == 0) {
        return json_is_true(json_object_get(row, "pending")) ? "withdrawn; the next run forgets it"
                                                             : "withdrawn";
    }
    if (strcmp(state, "lost") == 0) {
        return "stands, but the case no longer holds what it is about";
    }
    if (strcmp(state, "new") == 0) {
        return "stands; the next run keeps to it";
    }
    return strcmp(state, "kept") == 0 ? "stands" : "noted; it changes nothing";
}

static void print_origin(struct screen *screen, const json_t *row, const char *because, const char *by,
                         const char *made)
{
    struct builder text = {0};
    const char *reason = field_text(row, because);
    const char *who = field_text(row, by);
    if (reason[0] != '\0') {
        builder_format(&text, "because: %s; ", reason);
    }
    if (who[0] != '\0') {
        builder_format(&text, "by %s, ", who);
    }
    builder_format(&text, "%s %s", made, field_time(row, made).text);
    screen_paragraph(screen, 4, "%s", builder_string(&text));
    builder_release(&text);
}

void part_decisions(struct screen *screen, const json_t *object, const char *key)
{
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *row = field_item(object, key, i);
        struct builder subject = {0};
        add_subject(&subject, row);
        screen_paragraph(screen, 2, "%u. %s: %s", (unsigned)field_count(row, "decision"),
                         field_text(row, "what"), builder_string(&subject));
        screen_paragraph(screen, 4, "%s", state_words(row));
        print_origin(screen, row, "because", "by", "made");
        if (strcmp(field_text(row, "state"), "withdrawn") == 0) {
            print_origin(screen, row, "withdrawn_because", "withdrawn_by", "withdrawn");
        }
        builder_release(&subject);
    }
}

void render_decision(struct screen *screen, const json_t *answer)
{
    screen_paragraph(screen, 0, "%s", field_text(answer, "sentence"));
    for (size_t i = 0; i < field_length(answer, "notes"); i++) {
        screen_paragraph(screen, 0, "%s", json_string_value(field_item(answer, "notes", i)));
    }
    screen_paragraph(screen, 0, "%s", field_text(answer, "next"));
}

void render_decisions(struct screen *screen, const json_t *answer)
{
    size_t count = field_length(answer, "decisions");
    screen_title(screen, "%s", count > 0 ? counted_text(count, "decision").text : "Nothing was decided.");
    part_decisions(screen, answer, "decisions");
}
