/* Rows that several answers share. */
#include "render_parts.h"

#include "table.h"

#include <stdio.h>
#include <string.h>

#define TABLE_OF(columns) columns, sizeof(columns) / sizeof(columns)[0]

bool part_title(struct screen *screen, const json_t *object, const char *key, const char *title)
{
    size_t count = field_length(object, key);
    if (count > 0) {
        screen_blank(screen);
        screen_title(screen, "%s (%s)", title, count_text(count).text);
    }
    return count > 0;
}

struct number_text part_membership(const json_t *record)
{
    struct number_text out = {""};
    uint64_t entity = field_count(record, "entity");
    uint64_t network = field_count(record, "network");
    if (entity > 0 && network > 0) {
        snprintf(out.text, sizeof out.text, "entity %u, network %u", (unsigned)entity, (unsigned)network);
    } else if (entity > 0) {
        snprintf(out.text, sizeof out.text, "entity %u", (unsigned)entity);
    } else if (network > 0) {
        snprintf(out.text, sizeof out.text, "network %u", (unsigned)network);
    }
    return out;
}

struct number_text part_span(const json_t *object, const char *first, const char *last)
{
    struct number_text out = {""};
    const char *from = field_text(object, first);
    const char *to = field_text(object, last);
    if (from[0] != '\0' && to[0] != '\0' && strncmp(from, to, 10) != 0) {
        snprintf(out.text, sizeof out.text, "%.10s to %.10s", from, to);
    } else {
        snprintf(out.text, sizeof out.text, "%.10s", from[0] != '\0' ? from : to);
    }
    return out;
}

void part_places(struct builder *out, const json_t *object, size_t most)
{
    size_t count = field_length(object, "places");
    for (size_t i = 0; i < count && i < most; i++) {
        const json_t *place = field_item(object, "places", i);
        builder_format(out, "%s%s %s", i > 0 ? ", " : "", field_text(place, "place"),
                       count_text(field_count(place, "records")).text);
    }
    if (count > most) {
        builder_format(out, " and %s more", count_text(count - most).text);
    }
}

void part_records(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "record", .flexible = true},
        {.title = "kind"},
        {.title = "time"},
        {.title = "place"},
        {.title = "belongs to"},
        {.title = "summary", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *record = field_item(object, key, i);
        const char *snippet = field_text(record, "snippet");
        table_cell(&table, "%s", field_text(record, "record"));
        table_cell(&table, "%s", field_text(record, "kind"));
        table_cell(&table, "%s", field_time(record, "time").text);
        table_cell(&table, "%s", field_text(record, "place"));
        table_cell(&table, "%s", part_membership(record).text);
        table_cell(&table, "%s", snippet[0] != '\0' ? snippet : field_text(record, "summary"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void add_kinds(struct builder *out, const json_t *entity)
{
    const char *kind;
    json_t *count;
    json_object_foreach(json_object_get(entity, "kinds"), kind, count)
    {
        builder_format(out, "%s%s", out->length > 0 ? ", " : "",
                       counted_text((uint64_t)json_integer_value(count), kind).text);
    }
}

static void add_first_identifiers(struct builder *out, const json_t *entity)
{
    size_t count = field_length(entity, "identifiers");
    for (size_t i = 0; i < count && i < 2; i++) {
        const json_t *row = field_item(entity, "identifiers", i);
        builder_format(out, "%s%s %s", i > 0 ? ", " : "", field_text(row, "type"), field_text(row, "value"));
    }
}

static void add_entity_row(struct table *table, const json_t *entity)
{
    struct builder kinds = {0};
    struct builder places = {0};
    struct builder identifiers = {0};
    add_kinds(&kinds, entity);
    part_places(&places, entity, 2);
    add_first_identifiers(&identifiers, entity);
    if (field_count(entity, "entity") > 0) {
        table_cell(table, "entity %u", (unsigned)field_count(entity, "entity"));
    } else {
        table_cell(table, "%s", field_text(entity, "record"));
    }
    table_cell(table, "%s", field_number_text(entity, "records").text);
    table_cell(table, "%s", kinds.length > 0 ? builder_string(&kinds) : field_text(entity, "kind"));
    table_cell(table, "%s", part_span(entity, "first", "last").text);
    table_cell(table, "%s", places.length > 0 ? builder_string(&places) : field_text(entity, "place"));
    table_cell(table, "%s",
               identifiers.length > 0 ? builder_string(&identifiers) : field_text(entity, "summary"));
    builder_release(&kinds);
    builder_release(&places);
    builder_release(&identifiers);
}

void part_entities(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "entity"}, {.title = "records", .right = true},   {.title = "of kind", .flexible = true},
        {.title = "seen"},   {.title = "places", .flexible = true}, {.title = "known by", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(object, key); i++) {
        add_entity_row(&table, field_item(object, key, i));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

void part_networks(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "network"},
        {.title = "entities", .right = true},
        {.title = "records", .right = true},
        {.title = "bits", .right = true},
        {.title = "seen"},
        {.title = "places", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *network = field_item(object, key, i);
        struct builder places = {0};
        part_places(&places, network, 3);
        table_cell(&table, "network %u", (unsigned)field_count(network, "network"));
        table_cell(&table, "%s", count_text(field_count(network, "entities")).text);
        table_cell(&table, "%s", count_text(field_count(network, "records")).text);
        table_cell(&table, "%s", bits_text(field_number(network, "bits")).text);
        table_cell(&table, "%s", part_span(network, "first", "last").text);
        table_cell(&table, "%s", builder_string(&places));
        builder_release(&places);
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

void part_identifiers(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "type"},
        {.title = "value", .flexible = true},
        {.title = "records", .right = true},
        {.title = "bits", .right = true},
        {.title = "where it stands", .wrapped = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *row = field_item(object, key, i);
        table_cell(&table, "%s", field_text(row, "type"));
        table_cell(&table, "%s", field_text(row, "value"));
        table_cell(&table, "%s", count_text(field_count(row, "records")).text);
        table_cell(&table, "%s", bits_text(field_number(row, "bits")).text);
        table_cell(&table, "%s", field_text(row, "ownership"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

void part_visits(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "place", .flexible = true},
        {.title = "from"},
        {.title = "to"},
        {.title = "sightings", .right = true},
        {.title = "km before", .right = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *visit = field_item(object, key, i);
        double km = field_number(visit, "km");
        table_cell(&table, "%s", field_text(visit, "place"));
        table_cell(&table, "%s", field_time(visit, "from").text);
        table_cell(&table, "%s", field_time(visit, "to").text);
        table_cell(&table, "%s", field_number_text(visit, "sightings").text);
        table_cell(&table, "%s", km > 0 ? decimal_text(km, 0).text : "");
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

void part_flows(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "account", .flexible = true},
        {.title = "in", .right = true},
        {.title = "payers", .right = true},
        {.title = "out", .right = true},
        {.title = "payees", .right = true},
        {.title = "passed on", .right = true},
        {.title = "currency"},
        {.title = "days held", .right = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *flow = field_item(object, key, i);
        bool passed =
            field_text(flow, "passed")[0] != '\0' && strcmp(field_text(flow, "passed"), "0.00") != 0;
        table_cell(&table, "%s", field_text(flow, "account"));
        table_cell(&table, "%s", field_text(flow, "in"));
        table_cell(&table, "%s", field_number_text(flow, "payers").text);
        table_cell(&table, "%s", field_text(flow, "out"));
        table_cell(&table, "%s", field_number_text(flow, "payees").text);
        table_cell(&table, "%s", field_text(flow, "passed"));
        table_cell(&table, "%s", field_text(flow, "currency"));
        table_cell(&table, "%s", passed ? decimal_text(field_number(flow, "dwell_days"), 1).text : "");
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

void part_evidence_label(struct builder *out, const json_t *evidence)
{
    const char *type = field_text(evidence, "type");
    const char *value = field_text(evidence, "value");
    const char *level = field_text(evidence, "level");
    builder_text(out, type[0] != '\0' ? type : field_text(evidence, "kind"));
    if (field_count(evidence, "template") > 0) {
        builder_format(out, " %u", (unsigned)field_count(evidence, "template"));
    }
    builder_format(out, "%s%s", level[0] != '\0' ? " " : "", level);
    builder_format(out, "%s%s", value[0] != '\0' ? " " : "", value);
    for (size_t i = 0; i < field_length(evidence, "values"); i++) {
        const char *text = json_string_value(field_item(evidence, "values", i));
        builder_format(out, "%s%s", i > 0 ? " ~ " : ": ", text ? text : "");
    }
}

/* The pieces of a link that count for it, strongest first in the answer. */
static void add_reasons(struct builder *out, const json_t *link)
{
    for (size_t i = 0; i < field_length(link, "evidence"); i++) {
        const json_t *evidence = field_item(link, "evidence", i);
        if (strcmp(field_text(evidence, "kind"), "prior") != 0) {
            builder_text(out, out->length > 0 ? ", " : "");
            part_evidence_label(out, evidence);
            builder_format(out, " %s", signed_bits_text(field_number(evidence, "bits")).text);
        }
    }
}

void part_links(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "from", .flexible = true},      {.title = "to", .flexible = true},
        {.title = "bits", .right = true},         {.title = "probability", .right = true},
        {.title = "because of", .wrapped = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *link = field_item(object, key, i);
        struct builder reasons = {0};
        add_reasons(&reasons, link);
        table_cell(&table, "%s", field_text(link, "from"));
        table_cell(&table, "%s", field_text(link, "to"));
        if (field_count(link, "decision") > 0) {
            builder_format(&reasons, "decision %u: %s", (unsigned)field_count(link, "decision"),
                           field_text(link, "because"));
            table_cell(&table, "%s", "");
            table_cell(&table, "%s", "");
        } else {
            table_cell(&table, "%s", bits_text(field_number(link, "bits")).text);
            table_cell(&table, "%s", share_text(field_number(link, "probability")).text);
        }
        table_cell(&table, "%s", builder_string(&reasons));
        builder_release(&reasons);
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

void part_ties(struct screen *screen, const json_t *object, const char *key)
{
    static const struct table_column columns[] = {
        {.title = "from", .flexible = true},
        {.title = "to", .flexible = true},
        {.title = "by"},
        {.title = "records", .right = true},
        {.title = "bits", .right = true},
        {.title = "such as", .flexible = true},
    };
    struct table table;
    table_init(&table, TABLE_OF(columns));
    for (size_t i = 0; i < field_length(object, key); i++) {
        const json_t *tie = field_item(object, key, i);
        table_cell(&table, "%s", field_text(tie, "from"));
        table_cell(&table, "%s", field_text(tie, "to"));
        table_cell(&table, "%s", field_text(tie, "kind"));
        table_cell(&table, "%s", field_number_text(tie, "records").text);
        table_cell(&table, "%s", bits_text(field_number(tie, "bits")).text);
        table_cell(&table, "%s", field_text(tie, "example"));
    }
    table_print(&table, screen, 2);
    table_release(&table);
}

static void print_marks(struct screen *screen, const json_t *object, const char *key, const char *words)
{
    struct builder text = {0};
    for (size_t i = 0; i < field_length(object, key); i++) {
        builder_format(&text, "%s%s", i > 0 ? ", " : "", json_string_value(field_item(object, key, i)));
    }
    if (text.length > 0) {
        screen_paragraph(screen, 0, "%s: %s.", words, builder_string(&text));
    }
    builder_release(&text);
}

void part_marks(struct screen *screen, const json_t *object)
{
    print_marks(screen, object, "handling", "Strictest handling");
    print_marks(screen, object, "grades", "Weakest grade");
}
