/* The tables of a case in memory, each held from when a stage makes it or first reads it until the run ends.
 */
#ifndef PIPELINE_CASE_TABLES_H
#define PIPELINE_CASE_TABLES_H

#include "entities/network_table.h"
#include "pipeline/decided.h"
#include "pipeline/place_book.h"
#include "store/store.h"

/* What stages read and write, each after what it needs. Each is one or more tables of the case file. */
enum case_table {
    TABLE_RECORDS,
    TABLE_IDENTIFIERS,
    TABLE_TEMPLATES,
    TABLE_DECIDED_VALUES, /* what people decided of values: given, and written by no stage */
    TABLE_LINKS,
    TABLE_DECIDED_RECORDS, /* likewise of records */
    TABLE_ENTITIES,
    TABLE_NETWORKS,
    TABLE_MOVEMENT,
    TABLE_MONEY,
    TABLE_REPORTS,
    TABLE_SEARCH,
    TABLE_ROLES,
    CASE_TABLE_COUNT
};

#define TABLE_BIT(table) (1u << (table))

/* What no stage writes. */
#define TABLES_GIVEN (TABLE_BIT(TABLE_DECIDED_VALUES) | TABLE_BIT(TABLE_DECIDED_RECORDS))

struct case_tables {
    unsigned held; /* TABLE_BITs of those in memory */
    struct record_table records;
    struct mention_table mentions; /* comes with the records */
    struct identifier_table identifiers;
    struct template_table templates;
    struct link_table links;
    struct entity_table entities;
    struct decided_values decided_values;
    struct decided_records decided_records;
    struct place_book places; /* opened by the first stage that needs it */
};

const char *case_table_name(enum case_table table);

/* The tables of the case file behind it; a NULL ends the list. */
const char *const *case_table_sql(enum case_table table);

void case_tables_init(struct case_tables *tables);
void case_tables_release(struct case_tables *tables);
struct link_inputs case_tables_link_inputs(const struct case_tables *tables);

/* Reads those of `wanted` (TABLE_BITs) from the case file that are not held. */
enum bowline_status case_tables_load(struct case_tables *tables, unsigned wanted, struct store *store,
                                     const struct parallel *parallel,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
