/* The tables of a case in memory. */
#include "pipeline/case_tables.h"

#include "pipeline/record_loader.h"
#include "store/entity_store.h"
#include "store/identifier_store.h"
#include "store/template_store.h"

struct load_context {
    struct store *store;
    const struct parallel *parallel;
};

static enum bowline_status load_records(struct case_tables *t, const struct load_context *from,
                                        struct bowline_error *err)
{
    enum bowline_status status = record_loader_load(from->store, &t->records, err);
    return status == BOWLINE_OK ? mention_table_build(&t->records, &t->mentions, err) : status;
}

static enum bowline_status load_identifiers(struct case_tables *t, const struct load_context *from,
                                            struct bowline_error *err)
{
    return identifier_store_load(from->store, &t->records, &t->identifiers, err);
}

static enum bowline_status load_templates(struct case_tables *t, const struct load_context *from,
                                          struct bowline_error *err)
{
    return template_store_load(from->store, &t->templates, err);
}

/* Links are made again: what contraction needs of them is more than the case file keeps, and making is as
 * exact as reading. */
static enum bowline_status load_links(struct case_tables *t, const struct load_context *from,
                                      struct bowline_error *err)
{
    struct link_inputs inputs = case_tables_link_inputs(t);
    return link_table_build(&inputs, &link_defaults, from->parallel, &t->links, err);
}

static enum bowline_status load_entities(struct case_tables *t, const struct load_context *from,
                                         struct bowline_error *err)
{
    return entity_store_load(from->store, &t->mentions, &t->records, &t->entities, err);
}

static enum bowline_status load_decided_values(struct case_tables *t, const struct load_context *from,
                                               struct bowline_error *err)
{
    struct link_inputs inputs = case_tables_link_inputs(t);
    return decided_values_load(from->store, &inputs, &t->decided_values, err);
}

static enum bowline_status load_decided_records(struct case_tables *t, const struct load_context *from,
                                                struct bowline_error *err)
{
    return decided_records_load(from->store, &t->records, &t->mentions, &t->decided_records, err);
}

/* `needs` are loaded before; a table that no stage reads has no load. */
static const struct {
    const char *name;
    const char *sql[16];
    unsigned needs;
    enum bowline_status (*load)(struct case_tables *tables, const struct load_context *from,
                                struct bowline_error *err);
} rows[CASE_TABLE_COUNT] = {
    [TABLE_RECORDS] = {"records", {"resource", "field", "record", "record_token", "reject"}, 0, load_records},
    [TABLE_IDENTIFIERS] = {"identifiers",
                           {"identifier", "identifier_use", "identifier_reject", "identifier_refusal",
                            "identifier_token"},
                           TABLE_BIT(TABLE_RECORDS),
                           load_identifiers},
    [TABLE_TEMPLATES] = {"templates", {"template", "template_member"}, 0, load_templates},
    [TABLE_LINKS] = {"links",
                     {"link", "link_end", "ownership", "calibration", "decided_value"},
                     TABLE_BIT(TABLE_RECORDS) | TABLE_BIT(TABLE_IDENTIFIERS) | TABLE_BIT(TABLE_TEMPLATES) |
                         TABLE_BIT(TABLE_DECIDED_VALUES),
                     load_links},
    [TABLE_ENTITIES] = {"entities",
                        {"entity_member", "entity_party", "decided_pair", "inspection", "inspection_cut"},
                        TABLE_BIT(TABLE_RECORDS),
                        load_entities},
    [TABLE_NETWORKS] = {"networks", {"network", "entity", "assignment", "entity_record", "tie"}, 0, NULL},
    [TABLE_MOVEMENT] = {"movement",
                        {"place", "sighting", "visit", "circuit", "circuit_place", "circuit_stop", "premises",
                         "network_premises", "premises_use", "network_year", "phase", "burst", "route",
                         "conflict", "meeting"},
                        0,
                        NULL},
    [TABLE_MONEY] = {"money",
                     {"flow", "account_kind", "transfer", "motif", "motif_payment", "flag", "flag_hit",
                      "flag_record"},
                     0,
                     NULL},
    [TABLE_REPORTS] = {"reports", {"observation", "report_origin", "report_join"}, 0, NULL},
    [TABLE_SEARCH] = {"search", {"search"}, 0, NULL},
    [TABLE_MARKINGS] = {"markings", {"marking"}, 0, NULL},
    [TABLE_ROLES] = {"roles", {"role", "role_record", "rival"}, 0, NULL},
    [TABLE_DECIDED_VALUES] = {"decisions on values",
                              {"decision"},
                              TABLE_BIT(TABLE_RECORDS) | TABLE_BIT(TABLE_IDENTIFIERS) |
                                  TABLE_BIT(TABLE_TEMPLATES),
                              load_decided_values},
    [TABLE_DECIDED_RECORDS] = {"decisions on records",
                               {"decision"},
                               TABLE_BIT(TABLE_RECORDS),
                               load_decided_records},
};

const char *case_table_name(enum case_table table)
{
    return rows[table].name;
}

const char *const *case_table_sql(enum case_table table)
{
    return rows[table].sql;
}

void case_tables_init(struct case_tables *tables)
{
    *tables = (struct case_tables){0};
    record_table_init(&tables->records);
    identifier_table_init(&tables->identifiers);
    template_table_init(&tables->templates);
    link_table_init(&tables->links);
    entity_table_init(&tables->entities);
}

void case_tables_release(struct case_tables *tables)
{
    record_table_release(&tables->records);
    mention_table_release(&tables->mentions);
    identifier_table_release(&tables->identifiers);
    template_table_release(&tables->templates);
    link_table_release(&tables->links);
    entity_table_release(&tables->entities);
    decided_values_release(&tables->decided_values);
    decided_records_release(&tables->decided_records);
    place_book_release(&tables->places);
    case_tables_init(tables);
}

struct link_inputs case_tables_link_inputs(const struct case_tables *tables)
{
    return (struct link_inputs){.records = &tables->records,
                                .mentions = &tables->mentions,
                                .identifiers = &tables->identifiers,
                                .templates = &tables->templates,
                                .decided = tables->decided_values.values,
                                .decided_count = tables->decided_values.count};
}

static unsigned with_needs(unsigned wanted)
{
    for (unsigned t = CASE_TABLE_COUNT; t-- > 0;)
        if (wanted & TABLE_BIT(t))
            wanted |= rows[t].needs;
    return wanted;
}

enum bowline_status case_tables_load(struct case_tables *tables, unsigned wanted, struct store *store,
                                     const struct parallel *parallel, struct bowline_error *err)
{
    const struct load_context from = {store, parallel};
    enum bowline_status status = BOWLINE_OK;
    unsigned missing = with_needs(wanted) & ~tables->held;
    for (unsigned t = 0; t < CASE_TABLE_COUNT && status == BOWLINE_OK; t++) {
        if (!(missing & TABLE_BIT(t)) || !rows[t].load)
            continue;
        status = rows[t].load(tables, &from, err);
        if (status == BOWLINE_OK)
            tables->held |= TABLE_BIT(t);
    }
    return status;
}
