/* Conclusions: entities, and the networks that they make. */
#include "store/entity_store.h"

#include "base/memory.h"
#include "store/statement.h"

enum bowline_status entity_store_write(struct store *store, const struct mention_table *mentions,
                                       const struct entity_table *table, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO entity_member VALUES (?, ?, ?)", &statement, err);
    for (mention_id m = 1; m <= table->mention_count && status == BOWLINE_OK; m++) {
        const struct mention *mention = &mentions->mentions[m];
        if (table->of_mention[m])
            status = statement_insert(store, statement, err, "iti", (int64_t)mention->record,
                                      party_name((enum party)mention->party), (int64_t)table->of_mention[m]);
    }
    sqlite3_finalize(statement);
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

static enum bowline_status write_networks(struct store *store, const struct network_table *table,
                                          struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO network VALUES (?, ?, ?, ?)", &statement, err);
    for (network_id id = 1; id <= table->count && status == BOWLINE_OK; id++) {
        const struct network *each = &table->networks[id];
        status = statement_insert(store, statement, err, "iiii", (int64_t)id, (int64_t)each->entities,
                                  (int64_t)each->records, (int64_t)each->bits);
    }
    sqlite3_finalize(statement);
    return status;
}

static enum bowline_status write_entities(struct store *store, const struct entity_table *entities,
                                          const struct network_table *table, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO entity VALUES (?, ?, ?)", &statement, err);
    for (entity_id id = 1; id <= entities->count && status == BOWLINE_OK; id++)
        status = statement_insert(store, statement, err, "iii", (int64_t)id, (int64_t)entities->records[id],
                                  (int64_t)table->of_entity[id]);
    sqlite3_finalize(statement);
    return status;
}

static enum bowline_status write_assignments(struct store *store, const struct entity_table *entities,
                                             const struct network_table *table, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO assignment VALUES (?, ?, ?)", &statement, err);
    for (record_id id = 1; id <= entities->record_count && status == BOWLINE_OK; id++)
        status = statement_insert(store, statement, err, "iii", (int64_t)id, (int64_t)entities->of_record[id],
                                  (int64_t)table->of_record[id]);
    sqlite3_finalize(statement);
    return status;
}

static enum bowline_status write_ties(struct store *store, const struct mention_table *mentions,
                                      const struct network_table *table, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO tie VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", &statement, err);
    for (size_t i = 0; i < table->tie_count && status == BOWLINE_OK; i++) {
        const struct tie *tie = &table->ties[i];
        status =
            statement_insert(store, statement, err, "iiiitiiii", (int64_t)mentions->mentions[tie->a].record,
                             (int64_t)mentions->mentions[tie->b].record, (int64_t)tie->from, (int64_t)tie->to,
                             tie_kind_name((enum tie_kind)tie->kind), (int64_t)tie->records,
                             (int64_t)tie->example, (int64_t)tie->bits, (int64_t)tie->network);
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status network_store_write(struct store *store, const struct mention_table *mentions,
                                        const struct entity_table *entities,
                                        const struct network_table *table, struct bowline_error *err)
{
    enum bowline_status status = write_networks(store, table, err);
    if (status == BOWLINE_OK)
        status = write_entities(store, entities, table, err);
    if (status == BOWLINE_OK)
        status = write_assignments(store, entities, table, err);
    if (status == BOWLINE_OK)
        status = write_ties(store, mentions, table, err);
    return status;
}
