/* A score: what was measured, grouped, and what it was measured against. */
#include "json_fields.h"
#include "render.h"
#include "table.h"

#include <string.h>

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

/* The share that a key holds, or "" where it is not there: a share of nothing. */
static struct number_text share_of(const json_t *object, const char *key)
{
    return json_object_get(object, key) ? share_text(field_number(object, key)) : (struct number_text){""};
}

static void add_measures(struct table *table, const char *group, const json_t *measures)
{
    static const char *const names[][2] = {
        {"pairs", "pairs"}, {"bcubed", "records (B-cubed)"}, {"found", "groups"}};
    for (size_t i = 0; i < 3; i++) {
        const json_t *row = field_object(measures, names[i][0]);
        table_cell(table, "%s", i == 0 ? group : "");
        table_cell(table, "%s", names[i][1]);
        table_cell(table, "%s", decimal_text(field_number(row, "precision"), 3).text);
        table_cell(table, "%s", decimal_text(field_number(row, "recall"), 3).text);
        table_cell(table, "%s", i == 2 ? "" : decimal_text(field_number(row, "f1"), 3).text);
    }
}

static void print_groups(struct screen *screen, const char *title, const char *noun, const json_t *measures)
{
    const json_t *largest = field_object(measures, "largest");
    const json_t *found = field_object(measures, "found");
    uint64_t proposed = field_count(measures, "groups_found");
    if (field_count(measures, "groups_true") == 0) {
        screen_paragraph(screen, 2, "%s: the answers name none; %s proposed.", title,
                         count_text(proposed).text);
        return;
    }
    screen_paragraph(
        screen, 2,
        "%s: %s of %s true found, %s proposed, %s of them mostly one true %s; the largest has %s, "
        "%s of one true %s; adjusted Rand index %s.",
        title, count_text(field_count(found, "matched")).text,
        count_text(field_count(measures, "groups_true")).text, count_text(proposed).text,
        count_text(field_count(found, "mostly_one")).text, noun,
        counted_text(field_count(largest, "records"), "record").text,
        share_text(field_number(largest, "purity")).text, noun,
        decimal_text(field_number(measures, "adjusted_rand"), 3).text);
}

static void print_measures(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "of"},
        {.title = "by"},
        {.title = "precision", .right = true},
        {.title = "recall", .right = true},
        {.title = "F1", .right = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    add_measures(&table, "entities", field_object(answer, "entities"));
    if (field_count(field_object(answer, "networks"), "groups_true") > 0) {
        add_measures(&table, "networks", field_object(answer, "networks"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
    screen_blank(screen);
    print_groups(screen, "Entities", "entity", field_object(answer, "entities"));
    print_groups(screen, "Networks", "network", field_object(answer, "networks"));
}

static void add_decoy(struct table *table, const char *kind, const json_t *row)
{
    table_cell(table, "%s", kind);
    table_cell(table, "%s", count_text(field_count(row, "records")).text);
    table_cell(table, "%s", count_text(field_count(row, "in_network")).text);
    table_cell(table, "%s", share_of(row, "in_network_share").text);
    table_cell(table, "%s", count_text(field_count(row, "in_entity")).text);
    table_cell(table, "%s", count_text(field_count(row, "merged")).text);
}

static void print_decoys(struct screen *screen, const json_t *decoys)
{
    static const struct table_column columns[] = {
        {.title = "decoy"},
        {.title = "records", .right = true},
        {.title = "wrongly in a network", .right = true},
        {.title = "share", .right = true},
        {.title = "in its entity", .right = true},
        {.title = "with another operator", .right = true},
    };
    struct table table;
    const json_t *outside = field_object(decoys, "outside");
    if (field_length(decoys, "kinds") == 0 && field_count(outside, "in_network") == 0) {
        return;
    }
    screen_blank(screen);
    screen_title(screen, "Linked wrongly: put together with a network that is not theirs");
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(decoys, "kinds"); i++) {
        const json_t *row = field_item(decoys, "kinds", i);
        add_decoy(&table, field_text(row, "kind"), row);
    }
    add_decoy(&table, "all outside networks", outside);
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_found(struct screen *screen, const json_t *identifiers, const char *list, const char *key)
{
    const struct table_column columns[] = {
        {.title = key},
        {.title = "true", .right = true},
        {.title = "found", .right = true},
        {.title = "recall", .right = true},
        {.title = "claimed", .right = true},
        {.title = "precision", .right = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(identifiers, list); i++) {
        const json_t *row = field_item(identifiers, list, i);
        const char *name = field_text(row, key);
        table_cell(&table, "%s", name[0] ? name : "none");
        table_cell(&table, "%s", count_text(field_count(row, "true")).text);
        table_cell(&table, "%s", count_text(field_count(row, "found")).text);
        table_cell(&table, "%s", share_of(row, "recall").text);
        table_cell(&table, "%s",
                   json_object_get(row, "claimed") ? count_text(field_count(row, "claimed")).text : "");
        table_cell(&table, "%s", share_of(row, "precision").text);
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_languages(struct screen *screen, const json_t *identifiers)
{
    struct builder list = {0};
    for (size_t i = 0; i < field_length(identifiers, "languages"); i++) {
        const json_t *row = field_item(identifiers, "languages", i);
        const char *name = field_text(row, "language");
        builder_format(&list, "%s%s %s", i > 0 ? ", " : "", name[0] ? name : "none",
                       share_of(row, "recall").text);
    }
    screen_paragraph(screen, 2, "Recall by language of the text: %s.", builder_string(&list));
    builder_release(&list);
}

static void print_identifiers(struct screen *screen, const json_t *identifiers)
{
    const json_t *hidden = field_object(identifiers, "obfuscated");
    if (!identifiers) {
        return;
    }
    screen_blank(screen);
    screen_title(screen, "Identifiers found: %s of %s; of those that are disguised, %s of %s",
                 count_text(field_count(identifiers, "found")).text,
                 count_text(field_count(identifiers, "true")).text,
                 count_text(field_count(hidden, "found")).text, count_text(field_count(hidden, "true")).text);
    print_found(screen, identifiers, "types", "type");
    screen_blank(screen);
    print_found(screen, identifiers, "forms", "form");
    screen_blank(screen);
    print_languages(screen, identifiers);
}

static void print_accounts(struct screen *screen, const json_t *money)
{
    const json_t *collectors = field_object(money, "collectors");
    const json_t *controls = field_object(money, "controls");
    const json_t *payroll = controls ? field_object(controls, "payroll") : NULL;
    const json_t *landlord = controls ? field_object(controls, "landlord") : NULL;
    if (!collectors) {
        return;
    }
    screen_paragraph(screen, 2, "%s of %s collecting accounts are called so, with %s others.",
                     count_text(field_count(collectors, "found")).text,
                     count_text(field_count(collectors, "true")).text,
                     count_text(field_count(collectors, "called") - field_count(collectors, "found")).text);
    if (payroll && landlord) {
        screen_paragraph(screen, 2,
                         "Taken for collectors or mules: %s of %s that pay wages, %s of %s landlords.",
                         count_text(field_count(payroll, "flagged")).text,
                         count_text(field_count(payroll, "accounts")).text,
                         count_text(field_count(landlord, "flagged")).text,
                         count_text(field_count(landlord, "accounts")).text);
    }
}

/* The circuits that the case lists, against the true ones. */
static void print_listed(struct screen *screen, const json_t *circuits, const char *key, const char *whose)
{
    const json_t *listed = field_object(circuits, key);
    screen_paragraph(
        screen, 2, "Listed circuits %s: %s right of %s listed, %s found of %s true.", whose,
        count_text(field_count(listed, "right")).text, count_text(field_count(listed, "claimed")).text,
        count_text(field_count(listed, "found")).text, count_text(field_count(listed, "true")).text);
}

static void print_routes(struct screen *screen, const json_t *answer)
{
    const json_t *circuits = field_object(answer, "circuits");
    const json_t *money = field_object(answer, "money");
    if (circuits || money) {
        screen_blank(screen);
        screen_title(screen, "Circuits and money routes");
    }
    if (circuits) {
        screen_paragraph(screen, 2, "%s of %s circuits can be seen in visits, and %s of their %s legs.",
                         count_text(field_count(circuits, "found")).text,
                         count_text(field_count(circuits, "true")).text,
                         count_text(field_count(circuits, "legs_found")).text,
                         count_text(field_count(circuits, "legs_true")).text);
        print_listed(screen, circuits, "networks", "of networks");
        print_listed(screen, circuits, "others", "of others");
        const json_t *touring = field_object(circuits, "touring");
        screen_paragraph(screen, 2, "Of %s who go round outside networks, %s stand in a network's circuit.",
                         count_text(field_count(touring, "true")).text,
                         count_text(field_count(touring, "flagged")).text);
    }
    const json_t *premises = field_object(answer, "premises");
    if (premises)
        screen_paragraph(
            screen, 2,
            "%s of %s premises of networks found, %s in the right place; %s of %s listed are right.",
            count_text(field_count(premises, "found")).text, count_text(field_count(premises, "true")).text,
            count_text(field_count(premises, "placed")).text, count_text(field_count(premises, "right")).text,
            count_text(field_count(premises, "claimed")).text);
    if (money) {
        struct number_text share = share_of(money, "money_recall");
        screen_paragraph(screen, 2, "%s of %s money routes found, through %s of %s accounts%s%s%s.",
                         count_text(field_count(money, "routes_found")).text,
                         count_text(field_count(money, "routes_true")).text,
                         count_text(field_count(money, "accounts_found")).text,
                         count_text(field_count(money, "accounts_true")).text, share.text[0] ? "; " : "",
                         share.text, share.text[0] ? " of the money" : "");
        print_accounts(screen, money);
    }
}

/* Bins that hold pairs: what they claim beside what is true. */
static void print_bins(struct screen *screen, const json_t *reliability)
{
    static const struct table_column columns[] = {
        {.title = "probability"},
        {.title = "claimed", .right = true},
        {.title = "actual", .right = true},
        {.title = "pairs", .right = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(reliability, "bins"); i++) {
        const json_t *bin = field_item(reliability, "bins", i);
        if (field_count(bin, "count") > 0) {
            table_cell(&table, "%s to %s", decimal_text(field_number(bin, "from"), 2).text,
                       decimal_text(field_number(bin, "to"), 2).text);
            table_cell(&table, "%s", share_text(field_number(bin, "claimed")).text);
            table_cell(&table, "%s", share_text(field_number(bin, "actual")).text);
            table_cell(&table, "%s", count_text(field_count(bin, "count")).text);
        }
    }
    screen_title(screen, "How far probabilities can be trusted: expected error %s over %s",
                 decimal_text(field_number(reliability, "expected_error"), 3).text,
                 counted_text(field_count(reliability, "pairs"), "pair").text);
    table_print(&table, screen, 2);
    table_release(&table);
}

void render_calibration(struct screen *screen, const json_t *answer)
{
    static const struct table_column columns[] = {
        {.title = "held out"},
        {.title = "claims from", .right = true},
        {.title = "pairs", .right = true},
        {.title = "share one", .right = true},
        {.title = "claimed", .right = true},
        {.title = "actual", .right = true},
    };
    struct table table;
    print_bins(screen, answer);
    if (field_length(answer, "types") == 0) {
        screen_paragraph(screen, 2, "No pair has two types of identifier, so nothing could be held out.");
        return;
    }
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(answer, "types"); i++) {
        const json_t *row = field_item(answer, "types", i);
        table_cell(&table, "%s", field_text(row, "type"));
        table_cell(&table, "%s", decimal_text(field_number(row, "from"), 1).text);
        table_cell(&table, "%s", count_text(field_count(row, "pairs")).text);
        table_cell(&table, "%s", count_text(field_count(row, "agree")).text);
        table_cell(&table, "%s", share_text(field_number(row, "claimed")).text);
        bool is_known = json_is_number(json_object_get(row, "actual"));
        table_cell(&table, "%s", is_known ? share_text(field_number(row, "actual")).text : "");
    }
    screen_blank(screen);
    screen_title(screen, "By the type of identifier that was held out");
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_reliability(struct screen *screen, const json_t *reliability)
{
    screen_blank(screen);
    print_bins(screen, reliability);
    screen_paragraph(screen, 2, "Brier score %s; logarithmic loss %s bits a pair.",
                     decimal_text(field_number(reliability, "brier"), 4).text,
                     decimal_text(field_number(reliability, "log_loss"), 3).text);
}

/* "truth.csv: 3 lines name records that the case does not hold: line 7 (ads/A-9), ..." */
static void print_gaps(struct screen *screen, const char *file, const json_t *gaps, const char *what)
{
    struct builder list = {0};
    uint64_t lines = field_count(gaps, "lines");
    if (lines == 0) {
        return;
    }
    for (size_t i = 0; i < field_length(gaps, "first"); i++) {
        const json_t *item = field_item(gaps, "first", i);
        builder_format(&list, "%sline %s (%s)", i > 0 ? ", " : "", count_text(field_count(item, "line")).text,
                       field_text(item, "record"));
    }
    screen_paragraph(screen, 2, "%s: %s %s: %s%s", file, counted_text(lines, "line").text, what,
                     builder_string(&list), lines > field_length(gaps, "first") ? ", ..." : "");
    builder_release(&list);
}

static void print_files(struct screen *screen, const json_t *answer)
{
    for (size_t i = 0; i < field_length(answer, "truth"); i++) {
        const json_t *file = field_item(answer, "truth", i);
        print_gaps(screen, field_text(file, "file"), field_object(file, "missing"),
                   "not in the case, which counts as not found");
        print_gaps(screen, field_text(file, "file"), field_object(file, "other_tables"),
                   "of tables that are not in the case, left out");
    }
}

void render_score(struct screen *screen, const json_t *answer)
{
    uint64_t unanswered = field_count(answer, "unanswered");
    struct number_text left_out = counted_text(unanswered, "record");
    screen_title(screen, "%s scored%s%s%s", counted_text(field_count(answer, "records"), "record").text,
                 unanswered ? "; " : "", unanswered ? left_out.text : "",
                 unanswered ? " of the case without a known answer left out" : "");
    print_files(screen, answer);
    print_measures(screen, answer);
    print_decoys(screen, field_object(answer, "decoys"));
    print_identifiers(screen, field_object(answer, "identifiers"));
    print_routes(screen, answer);
    print_reliability(screen, field_object(answer, "reliability"));
}
