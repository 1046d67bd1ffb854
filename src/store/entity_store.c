/* Conclusions: entities, and the networks that they make. */
#include "store/entity_store.h"

#include "base/memory.h"
#include "base/sort.h"
#include "store/bulk.h"

struct member_rows {
    const struct mention_table *mentions;
    const struct entity_table *table;
    mention_id at;
};

static bool next_member_row(void *context, struct bulk_row *row)
{
    struct member_rows *rows = context;
    do
        rows->at++;
    while (rows->at <= rows->table->mention_count && !rows->table->of_mention[rows->at]);
    if (rows->at > rows->table->mention_count)
        return false;
    const struct mention *mention = &rows->mentions->mentions[rows->at];
    bulk_int(row, mention->record);
    bulk_text(row, party_name((enum party)mention->party));
    bulk_int(row, rows->table->of_mention[rows->at]);
    return true;
}

/* What belongs to entities, in their order: entity << 32 | record or mention. */
struct filed_rows {
    const struct mention_table *mentions;
    uint64_t *filed;
    size_t count, at;
};

/* of: [1 .. count], the entity of each, or 0. */
static bool list_filed(const entity_id *of, uint32_t count, struct filed_rows *out)
{
    out->filed = memory_resize(NULL, count, sizeof *out->filed);
    if (!out->filed)
        return false;
    for (uint32_t id = 1; id <= count; id++)
        if (of[id])
            out->filed[out->count++] = (uint64_t)of[id] << 32 | id;
    return sort_keys(out->filed, out->count);
}

static bool next_party_row(void *context, struct bulk_row *row)
{
    struct filed_rows *rows = context;
    if (rows->at == rows->count)
        return false;
    uint64_t filed = rows->filed[rows->at++];
    const struct mention *mention = &rows->mentions->mentions[(uint32_t)filed];
    bulk_int(row, (int64_t)(filed >> 32));
    bulk_int(row, mention->record);
    bulk_text(row, party_name((enum party)mention->party));
    return true;
}

static bool next_filed_record_row(void *context, struct bulk_row *row)
{
    struct filed_rows *rows = context;
    if (rows->at == rows->count)
        return false;
    uint64_t filed = rows->filed[rows->at++];
    bulk_int(row, (int64_t)(filed >> 32));
    bulk_int(row, (uint32_t)filed);
    return true;
}

enum bowline_status entity_store_write(struct store *store, const struct mention_table *mentions,
                                       const struct entity_table *table, struct bowline_error *err)
{
    struct member_rows rows = {mentions, table, 0};
    struct filed_rows parties = {.mentions = mentions};
    enum bowline_status status =
        bulk_insert(store, &(struct bulk){"entity_member", 3, &rows, next_member_row}, err);
    if (status == BOWLINE_OK && !list_filed(table->of_mention, table->mention_count, &parties))
        status = error_memory(err);
    if (status == BOWLINE_OK)
        status = bulk_insert(store, &(struct bulk){"entity_party", 3, &parties, next_party_row}, err);
    memory_free(parties.filed);
    return status;
}

static enum bowline_status write_filed_records(struct store *store, const struct entity_table *table,
                                               struct bowline_error *err)
{
    struct filed_rows rows = {.filed = NULL};
    enum bowline_status status =
        list_filed(table->of_record, table->record_count, &rows)
            ? bulk_insert(store, &(struct bulk){"entity_record", 2, &rows, next_filed_record_row}, err)
            : error_memory(err);
    memory_free(rows.filed);
    return status;
}

static enum bowline_status load_members(struct store *store, const struct mention_table *mentions,
                                        const struct record_table *records, struct entity_table *out,
                                        struct bowline_error *err)
{
    bool has_row = true;
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "SELECT record, party, entity FROM entity_member", &statement, err);
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        int64_t record = sqlite3_column_int64(statement, 0);
        if (record < 1 || record > records->count)
            continue;
        mention_id m = mention_find(mentions, (record_id)record, party_find(statement_span(statement, 1)));
        entity_id entity = (entity_id)sqlite3_column_int64(statement, 2);
        out->of_mention[m] = m ? entity : 0;
        if (entity > out->count)
            out->count = entity;
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status entity_store_load(struct store *store, const struct mention_table *mentions,
                                      const struct record_table *records, struct entity_table *out,
                                      struct bowline_error *err)
{
    entity_table_init(out);
    out->mention_count = mentions->count;
    out->record_count = records->count;
    out->of_mention = memory_new((size_t)mentions->count + 1, sizeof *out->of_mention);
    enum bowline_status status =
        out->of_mention ? load_members(store, mentions, records, out, err) : error_memory(err);
    if (status == BOWLINE_OK)
        status = entity_table_file(out, mentions, records, err);
    if (status != BOWLINE_OK)
        entity_table_release(out);
    return status;
}

/* What the rows of all tables of networks are made from. */
struct network_rows {
    const struct mention_table *mentions;
    const struct entity_table *entities;
    const struct network_table *networks;
    size_t at;
};

static bool next_network_row(void *context, struct bulk_row *row)
{
    struct network_rows *rows = context;
    if (++rows->at > rows->networks->count)
        return false;
    const struct network *each = &rows->networks->networks[rows->at];
    bulk_int(row, (int64_t)rows->at);
    bulk_int(row, each->entities);
    bulk_int(row, each->records);
    bulk_int(row, each->bits);
    return true;
}

static bool next_entity_row(void *context, struct bulk_row *row)
{
    struct network_rows *rows = context;
    if (++rows->at > rows->entities->count)
        return false;
    bulk_int(row, (int64_t)rows->at);
    bulk_int(row, rows->entities->records[rows->at]);
    bulk_int(row, rows->networks->of_entity[rows->at]);
    return true;
}

static bool next_assignment_row(void *context, struct bulk_row *row)
{
    struct network_rows *rows = context;
    if (++rows->at > rows->entities->record_count)
        return false;
    bulk_int(row, (int64_t)rows->at);
    bulk_int(row, rows->entities->of_record[rows->at]);
    bulk_int(row, rows->networks->of_record[rows->at]);
    return true;
}

static bool next_tie_row(void *context, struct bulk_row *row)
{
    struct network_rows *rows = context;
    if (rows->at == rows->networks->tie_count)
        return false;
    const struct tie *tie = &rows->networks->ties[rows->at++];
    bulk_int(row, rows->mentions->mentions[tie->a].record);
    bulk_int(row, rows->mentions->mentions[tie->b].record);
    bulk_int(row, tie->from);
    bulk_int(row, tie->to);
    bulk_text(row, tie_kind_name((enum tie_kind)tie->kind));
    bulk_int(row, tie->records);
    bulk_int(row, tie->example);
    bulk_int(row, tie->bits);
    bulk_int(row, tie->network);
    return true;
}

enum bowline_status network_store_write(struct store *store, const struct mention_table *mentions,
                                        const struct entity_table *entities,
                                        const struct network_table *table, struct bowline_error *err)
{
    static const struct bulk tables[] = {
        {"network", 4, NULL, next_network_row},
        {"entity", 3, NULL, next_entity_row},
        {"assignment", 3, NULL, next_assignment_row},
        {"tie", 9, NULL, next_tie_row},
    };
    enum bowline_status status = BOWLINE_OK;
    for (size_t t = 0; t < sizeof tables / sizeof *tables && status == BOWLINE_OK; t++) {
        struct network_rows rows = {mentions, entities, table, 0};
        struct bulk bulk = tables[t];
        bulk.context = &rows;
        status = bulk_insert(store, &bulk, err);
    }
    return status == BOWLINE_OK ? write_filed_records(store, entities, err) : status;
}
