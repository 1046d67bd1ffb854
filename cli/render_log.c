/* The log of a case, proofs from it, what was verified and what was erased. */
#include "render.h"

#include "render_parts.h"
#include "table.h"

static const char *note_text(const json_t *entry, const char *part)
{
    const json_t *text = json_object_get(entry, part);
    return json_is_string(text) ? json_string_value(text) : "(not kept)";
}

static void print_entries(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {{.title = "entry", .right = true},
                                                  {.title = "time"},
                                                  {.title = "verb"},
                                                  {.title = "command"},
                                                  {.title = "records", .right = true},
                                                  {.title = "about", .flexible = true},
                                                  {.title = "by"},
                                                  {.title = "purpose", .flexible = true}};
    struct table table;
    table_init(&table, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < field_length(answer, "entries"); i++) {
        const json_t *entry = field_item(answer, "entries", i);
        table_cell(&table, "%llu", (unsigned long long)field_count(entry, "entry"));
        table_cell(&table, "%s", field_time(entry, "time").text);
        table_cell(&table, "%s", field_text(entry, "verb"));
        table_cell(&table, "%s", field_text(entry, "command"));
        table_cell(&table, "%s", count_text(field_count(entry, "records")).text);
        table_cell(&table, "%s", note_text(entry, "object"));
        table_cell(&table, "%s", note_text(entry, "actor"));
        table_cell(&table, "%s", note_text(entry, "purpose"));
    }
    table_print(&table, screen, 0);
    table_release(&table);
}

static void print_head(struct screen *screen, const json_t *head, const char *words)
{
    const char *signature = field_text(head, "signature");
    screen_line(screen, "%s %llu entries, root %s", words, (unsigned long long)field_count(head, "size"),
                field_text(head, "root"));
    screen_line(screen, "  signed %s",
                signature[0] != '\0' ? signature : "by nobody: the key was not at hand");
}

static void print_path(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "proof"); i++) {
        screen_line(screen, "  %s", json_string_value(field_item(answer, "proof", i)));
    }
}

void render_log(struct screen *screen, const json_t *answer)
{
    const json_t *head = json_object_get(answer, "head");
    if (field_length(answer, "entries") == 0) {
        screen_title(screen, "The log is empty.");
        return;
    }
    print_entries(screen, answer);
    screen_blank(screen);
    print_head(screen, head, "Head:");
    screen_line(screen, "  by the key %s", field_text(head, "key"));
}

void render_log_head(struct screen *screen, const json_t *answer)
{
    const json_t *head = json_object_get(answer, "head");
    if (json_is_object(head)) {
        screen_line(screen, "Log: %llu entries, root %s", (unsigned long long)field_count(head, "size"),
                    field_text(head, "root"));
    }
}

void render_log_proof(struct screen *screen, const json_t *answer)
{
    const json_t *head = json_object_get(answer, "head");
    screen_title(screen, "Entry %llu is in the log.", (unsigned long long)field_count(answer, "entry"));
    screen_line(screen, "Leaf: %s", field_text(answer, "leaf"));
    screen_line(screen, "Hashes from there to the root:");
    print_path(screen, answer);
    print_head(screen, head, "Head:");
}

void render_log_growth(struct screen *screen, const json_t *answer)
{
    const json_t *earlier = json_object_get(answer, "earlier");
    const json_t *later = json_object_get(answer, "later");
    screen_title(screen, "The log of %llu entries begins with that of %llu, unchanged.",
                 (unsigned long long)field_count(later, "size"),
                 (unsigned long long)field_count(earlier, "size"));
    print_head(screen, earlier, "Earlier:");
    print_head(screen, later, "Later:");
    screen_line(screen, "Hashes that join the two:");
    print_path(screen, answer);
}

void render_verified(struct screen *screen, const json_t *answer)
{
    const json_t *checked = json_object_get(answer, "checked");
    uint64_t faults = field_count(answer, "faults");
    screen_paragraph(screen, 0, "Checked %s, %s in %s, %s of the log, %s.",
                     counted_text(field_count(checked, "pages"), "page").text,
                     counted_text(field_count(checked, "rows"), "row").text,
                     counted_text(field_count(checked, "tables"), "table").text,
                     counted_text(field_count(checked, "entries"), "entry").text,
                     counted_text(field_count(checked, "sources"), "source").text);
    for (size_t i = 0; i < field_length(answer, "findings"); i++) {
        const json_t *finding = field_item(answer, "findings", i);
        screen_paragraph(screen, 2, "%s%s",
                         field_flag(finding, "fault") ? "" : "note: ", field_text(finding, "text"));
    }
    if (faults == 0) {
        screen_title(screen, "The case is what it was when it was written.");
    } else {
        screen_title(screen, "%s: the case is not what it was.", counted_text(faults, "fault").text);
    }
}

void render_erased(struct screen *screen, const json_t *answer)
{
    uint64_t records = field_count(answer, "records");
    uint64_t timeless = field_count(answer, "without_time");
    if (records == 0) {
        screen_paragraph(screen, 0, "No record went; what an earlier erasure had left to do is done.");
    } else {
        screen_paragraph(
            screen, 0,
            "Erased %s, with %s and %s that named them. What is concluded was computed again from "
            "the rest, and the file was written anew. Sources, reports and exports outside this file "
            "were not touched; \"bowline log\" tells which were made.",
            counted_text(records, "record").text,
            counted_text(field_count(answer, "decisions"), "decision").text,
            counted_text(field_count(answer, "texts"), "text").text);
    }
    if (timeless > 0) {
        screen_paragraph(screen, 0, "Records without a time: %s; they were left alone.",
                         count_text(timeless).text);
    }
}

static void print_stage_difference(struct screen *screen, const json_t *stage)
{
    screen_paragraph(screen, 0, "%s differs. %s", field_text(stage, "stage"), field_text(stage, "why"));
    for (size_t i = 0; i < field_length(stage, "tables"); i++) {
        const json_t *table = field_item(stage, "tables", i);
        const char *column = field_text(table, "column");
        screen_paragraph(screen, 2, "table %s: first in row %llu%s%s; %s before, %s again",
                         field_text(table, "table"), (unsigned long long)field_count(table, "row"),
                         column[0] != '\0' ? ", column " : "", column,
                         counted_text(field_count(table, "rows"), "row").text,
                         count_text(field_count(table, "rows_again")).text);
    }
}

void render_rerun(struct screen *screen, const json_t *answer)
{
    size_t count = field_length(answer, "stages");
    for (size_t i = 0; i < count; i++) {
        const json_t *stage = field_item(answer, "stages", i);
        if (!field_flag(stage, "same")) {
            print_stage_difference(screen, stage);
        }
    }
    screen_title(screen, "%s",
                 field_flag(answer, "same") ? "Computed again from the sources: every table is the same."
                                            : "Computed again from the sources: it is not the same.");
}
