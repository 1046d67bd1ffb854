/* A network's money, and who does what, in its dossier. */
#include "render_money.h"

#include "render_parts.h"
#include "table.h"

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

enum { RECORDS_SHOWN = 3 };

/* "payments/P-1, payments/P-2 and 7 more" */
static void cell_records(struct table *table, const json_t *row, uint64_t total)
{
    struct builder text = {0};
    size_t shown = 0;
    for (; shown < field_length(row, "records") && shown < RECORDS_SHOWN; shown++) {
        builder_format(&text, "%s%s", shown ? ", " : "",
                       json_string_value(field_item(row, "records", shown)));
    }
    if (total > shown) {
        builder_format(&text, " and %s more", count_text(total - shown).text);
    }
    table_cell(table, "%s", builder_string(&text));
    builder_release(&text);
}

static void print_roles(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "member"},     {.title = "role"},       {.title = "records"},
        {.title = "likelihood"}, {.title = "confidence"}, {.title = "rests on", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "roles"); i++) {
        const json_t *row = field_item(answer, "roles", i);
        table_cell(&table, "entity %u", (unsigned)field_count(row, "entity"));
        table_cell(&table, "%s", field_text(row, "role"));
        table_cell(&table, "%s of %s", count_text(field_count(row, "records_total")).text,
                   count_text(field_count(row, "of")).text);
        table_cell(&table, "%s", field_text(row, "likelihood"));
        table_cell(&table, "%s", field_text(row, "confidence"));
        cell_records(&table, row, field_count(row, "records_total"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_motifs(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "shape"},
        {.title = "account"},
        {.title = "to", .flexible = true},
        {.title = "payments", .right = true},
        {.title = "sum", .right = true},
        {.title = "currency"},
        {.title = "bits", .right = true},
        {.title = "payments", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "motifs"); i++) {
        const json_t *row = field_item(answer, "motifs", i);
        table_cell(&table, "%s", field_text(row, "kind"));
        table_cell(&table, "%s", field_text(row, "account"));
        table_cell(&table, "%s", field_text(row, "to"));
        table_cell(&table, "%s", count_text(field_count(row, "payments")).text);
        table_cell(&table, "%s", field_text(row, "amount"));
        table_cell(&table, "%s", field_text(row, "currency"));
        table_cell(&table, "%s", bits_text(field_number(row, "bits")).text);
        cell_records(&table, row, field_count(row, "payments"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

/* Those kinds that say something, each with its reason. */
static void print_kinds(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "flows"); i++) {
        const json_t *flow = field_item(answer, "flows", i);
        if (field_text(flow, "reason")[0] != '\0') {
            screen_paragraph(screen, 2, "%s looks like a %s account: %s.", field_text(flow, "account"),
                             field_text(flow, "kind"), field_text(flow, "reason"));
        }
    }
}

static void print_hits(struct screen *screen, const json_t *flag)
{
    static const struct table_column columns[] = {
        {.title = ""}, {.title = "", .flexible = true}, {.title = "", .flexible = true}};
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(flag, "hits"); i++) {
        const json_t *hit = field_item(flag, "hits", i);
        table_cell(&table, "%s", field_text(hit, "value"));
        table_cell(&table, "%s", field_text(hit, "what"));
        cell_records(&table, hit, field_count(hit, "records_total"));
    }
    table_print(&table, screen, 4);
    table_release(&table);
}

static void print_flags(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "flags"); i++) {
        const json_t *flag = field_item(answer, "flags", i);
        screen_paragraph(screen, 2, "%s (%s; %s of %s in the whole case). What looks the same: %s.",
                         field_text(flag, "title"), field_text(flag, "source"),
                         count_text(field_count(flag, "fired")).text,
                         count_text(field_count(flag, "tested")).text, field_text(flag, "innocent"));
        print_hits(screen, flag);
    }
}

static void print_points(struct screen *screen, const json_t *rival, const char *side, const char *word)
{
    for (size_t i = 0; i < field_length(rival, side); i++) {
        screen_paragraph(screen, 4, "%s %s", word, json_string_value(field_item(rival, side, i)));
    }
}

static void print_rivals(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "rivals"); i++) {
        const json_t *rival = field_item(answer, "rivals", i);
        screen_paragraph(screen, 2, "%s", field_text(rival, "title"));
        print_points(screen, rival, "for", "For:");
        print_points(screen, rival, "against", "Against:");
        screen_paragraph(screen, 4, "%s", field_text(rival, "note"));
    }
}

static void print_stated(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "stated"); i++) {
        const json_t *find = field_item(answer, "stated", i);
        const char *grade = field_text(find, "grade");
        screen_paragraph(screen, 2, "%s: \"%s\" (%s, %s%s%s)", field_text(find, "indicator"),
                         field_text(find, "quote"), field_text(find, "report"), field_text(find, "source"),
                         grade[0] != '\0' ? ", " : "", grade);
    }
}

void render_network_money(struct screen *screen, const json_t *answer)
{
    print_kinds(screen, answer);
    if (part_title(screen, answer, "motifs", "Shapes of money")) {
        print_motifs(screen, answer);
    }
    if (part_title(screen, answer, "flags", "Red flags; none decides anything alone")) {
        print_flags(screen, answer);
    }
    if (part_title(screen, answer, "roles", "Who does what, as assessed from structure")) {
        print_roles(screen, answer);
    }
    if (part_title(screen, answer, "rivals", "What else it could be")) {
        print_rivals(screen, answer);
    }
    if (part_title(screen, answer, "stated", "Indicators that reports state, quoted and not inferred")) {
        print_stated(screen, answer);
    }
}
