/* The summary of a case, of a run and of a package. */
#include "render.h"

#include "render_parts.h"
#include "table.h"

#include <string.h>

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

static void print_totals(struct screen *screen, const json_t *totals)
{
    screen_paragraph(screen, 0, "%s, %s rejected, %s, %s, %s.",
                     counted_text(field_count(totals, "records"), "record").text,
                     count_text(field_count(totals, "rejected")).text,
                     counted_text(field_count(totals, "identifiers"), "identifier").text,
                     counted_text(field_count(totals, "templates"), "template").text,
                     counted_text(field_count(totals, "links"), "link").text);
    screen_paragraph(screen, 0, "%s in %s.", counted_text(field_count(totals, "entities"), "entity").text,
                     counted_text(field_count(totals, "networks"), "network").text);
}

static void print_resources(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "name"},
        {.title = "kind"},
        {.title = "path", .flexible = true},
        {.title = "format"},
        {.title = "encoding"},
        {.title = "size", .right = true},
        {.title = "records", .right = true},
        {.title = "rejected", .right = true},
        {.title = "sha256"},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "resources"); i++) {
        const json_t *row = field_item(answer, "resources", i);
        const char *compression = field_text(row, "compression");
        bool plain = compression[0] == '\0' || strcmp(compression, "none") == 0;
        table_cell(&table, "%s", field_text(row, "name"));
        table_cell(&table, "%s", field_text(row, "kind"));
        table_cell(&table, "%s", field_text(row, "path"));
        table_cell(&table, "%s%s%s", field_text(row, "format"), plain ? "" : ", ", plain ? "" : compression);
        table_cell(&table, "%s", field_text(row, "encoding"));
        table_cell(&table, "%s", bytes_text(field_count(row, "bytes")).text);
        table_cell(&table, "%s", count_text(field_count(row, "records")).text);
        table_cell(&table, "%s", field_number_text(row, "rejected").text);
        table_cell(&table, "%.12s", field_text(row, "sha256"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_rejects(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "resource"},
        {.title = "column"},
        {.title = "count", .right = true},
        {.title = "first in line", .right = true},
        {.title = "reason", .wrapped = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "rejects"); i++) {
        const json_t *row = field_item(answer, "rejects", i);
        table_cell(&table, "%s", field_text(row, "resource"));
        table_cell(&table, "%s", field_text(row, "column"));
        table_cell(&table, "%s", count_text(field_count(row, "count")).text);
        table_cell(&table, "%s", field_number_text(row, "line").text);
        table_cell(&table, "%s", field_text(row, "reason"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_without(struct screen *screen, const json_t *largest)
{
    static const struct table_column columns[] = {
        {.title = "without"},
        {.title = "pieces", .right = true},
        {.title = "parties in the largest", .right = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(largest, "without"); i++) {
        const json_t *row = field_item(largest, "without", i);
        table_cell(&table, "%s", field_text(row, "type"));
        table_cell(&table, "%s", count_text(field_count(row, "parts")).text);
        table_cell(&table, "%s", count_text(field_count(row, "kept")).text);
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_weakest(struct screen *screen, const json_t *largest)
{
    static const struct table_column columns[] = {
        {.title = "weakest link"},
        {.title = "to"},
        {.title = "bits", .right = true},
        {.title = "parties that part", .right = true},
        {.title = "links between", .right = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(largest, "weakest"); i++) {
        const json_t *row = field_item(largest, "weakest", i);
        table_cell(&table, "%s:%s", field_text(row, "from"), field_text(row, "from_party"));
        table_cell(&table, "%s:%s", field_text(row, "to"), field_text(row, "to_party"));
        table_cell(&table, "%s", bits_text(field_number(row, "bits")).text);
        table_cell(&table, "%s", count_text(field_count(row, "parties")).text);
        table_cell(&table, "%s", count_text(field_count(row, "links")).text);
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

/* What the largest entity rests on: records that were joined too freely show here first. */
static void print_largest(struct screen *screen, const json_t *largest)
{
    screen_blank(screen);
    screen_title(screen, "The largest entity");
    screen_paragraph(screen, 0,
                     "Entity %u has %s and %s. What stays together without each type of identifier:",
                     (unsigned)field_count(largest, "entity"),
                     counted_text(field_count(largest, "records"), "record").text,
                     counted_text(field_count(largest, "parties"), "party").text);
    print_without(screen, largest);
    print_weakest(screen, largest);
}

void render_summary(struct screen *screen, const json_t *answer)
{
    const char *title = field_text(answer, "title");
    screen_title(screen, "%s", title[0] != '\0' ? title : "case");
    screen_blank(screen);
    print_totals(screen, field_object(answer, "totals"));
    if (!field_flag(answer, "sealed")) {
        screen_paragraph(screen, 0, "Not sealed: whoever has the case file can read it.");
    }
    if (part_title(screen, answer, "resources", "Sources")) {
        print_resources(screen, answer);
    }
    if (part_title(screen, answer, "rejects", "Rejected, by reason")) {
        print_rejects(screen, answer);
    }
    if (part_title(screen, answer, "networks", "Networks")) {
        part_networks(screen, answer, "networks");
    }
    if (part_title(screen, answer, "entities", "Entities")) {
        part_entities(screen, answer, "entities");
    }
    if (field_object(answer, "largest") != NULL) {
        print_largest(screen, field_object(answer, "largest"));
    }
}

static void add_decisions(struct builder *text, const json_t *answer, const char *path)
{
    uint64_t decisions = field_count(answer, "decisions");
    uint64_t lost = field_count(answer, "decisions_lost");
    if (decisions > 0) {
        builder_format(text, " %s of people %s.", counted_text(decisions, "decision").text,
                       decisions == 1 ? "stands" : "stand");
    }
    if (lost > 0) {
        builder_format(
            text, " %s no longer %s what to be about in the case: \"bowline decide %s list\" says which.",
            counted_text(lost, "decision").text, lost == 1 ? "finds" : "find", path);
    }
}

void render_run(struct screen *screen, const json_t *answer)
{
    const char *path = field_text(answer, "case");
    uint64_t rejected = field_count(answer, "rejected");
    struct builder text = {0};
    builder_format(&text, "Found %s and %s in %s (%s) in %s.",
                   counted_text(field_count(answer, "networks"), "network").text,
                   counted_text(field_count(answer, "entities"), "entity").text,
                   counted_text(field_count(answer, "records"), "record").text,
                   bytes_text(field_count(answer, "bytes")).text,
                   seconds_text(field_number(answer, "seconds")).text);
    if (field_count(answer, "stages_run") == 0 && field_count(answer, "stages_fresh") > 0) {
        builder_text(&text, " Nothing had changed since the last run.");
    }
    if (rejected > 0) {
        builder_format(&text, " %s rows or cells could not be read: \"bowline show %s\" lists the reasons.",
                       count_text(rejected).text, path);
    }
    add_decisions(&text, answer, path);
    if (!field_flag(answer, "sealed")) {
        builder_text(&text, " The case is not sealed: whoever has its file can read it.");
    }
    builder_format(&text,
                   " Next: \"bowline report %s -o report.html\" writes a page to read, \"bowline show %s\" "
                   "lists what was found.",
                   path, path);
    screen_paragraph(screen, 0, "%s", builder_string(&text));
    builder_release(&text);
}

static const char *resource_kind(const json_t *resource)
{
    const json_t *extra = field_object(resource, "bowline");
    return extra ? field_text(extra, "kind") : field_text(resource, "kind");
}

static void print_fields(struct screen *screen, const json_t *resource)
{
    static const struct table_column columns[] = {
        {.title = "column", .flexible = true},
        {.title = "type"},
        {.title = "role"},
        {.title = "example", .flexible = true},
    };
    const json_t *schema = field_object(resource, "schema");
    const json_t *holder = schema ? schema : resource;
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(holder, "fields"); i++) {
        const json_t *field = field_item(holder, "fields", i);
        const char *role = field_text(field, "bowline");
        role = role[0] != '\0' ? role : field_text(field, "role");
        table_cell(&table, "%s", field_text(field, "name"));
        table_cell(&table, "%s", field_text(field, "type"));
        table_cell(&table, "%s", role[0] != '\0' ? role : "none");
        table_cell(&table, "%s", field_text(field, "example"));
    }
    table_print(&table, screen, 4);
    table_release(&table);
}

void render_init(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "resources"); i++) {
        const json_t *resource = field_item(answer, "resources", i);
        const char *kind = resource_kind(resource);
        screen_title(screen, "%s: %s, %s, %s", field_text(resource, "path"),
                     kind[0] != '\0' ? kind : "kind not recognised", field_text(resource, "format"),
                     field_text(resource, "encoding"));
        print_fields(screen, resource);
        screen_blank(screen);
    }
}
