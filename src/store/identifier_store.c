/* Conclusions: identifiers and where each was read. */
#include "store/identifier_store.h"

#include "base/memory.h"
#include "store/statement.h"
#include "store/value_door.h"

static enum bowline_status write_values(struct store *store, const struct identifier_table *table,
                                        struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO identifier VALUES (?, ?, ?, ?, ?)", &statement, err);
    for (identifier_id id = 1; id <= table->count && status == BOWLINE_OK; id++) {
        const struct identifier *each = &table->identifiers[id];
        sqlite3_bind_int64(statement, 1, id);
        sqlite3_bind_text(statement, 2, identifier_type_name((enum identifier_type)each->type), -1,
                          SQLITE_STATIC);
        value_door_in(statement, 3, identifier_value(table, id));
        sqlite3_bind_int64(statement, 4, each->records);
        sqlite3_bind_int64(statement, 5, each->is_protected);
        status = statement_run(store, statement, err);
    }
    sqlite3_finalize(statement);
    return status;
}

static enum bowline_status write_uses(struct store *store, const struct record_table *records,
                                      const struct identifier_table *table, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO identifier_use VALUES (?, ?, ?, ?, ?, ?, ?, ?)", &statement, err);
    for (size_t i = 0; i < table->use_count && status == BOWLINE_OK; i++) {
        const struct identifier_use *use = &table->uses[i];
        const struct cell *cell = record_cells_begin(records, use->record) + use->cell;
        status = statement_insert(store, statement, err, "iitiiiti", (int64_t)use->record,
                                  (int64_t)use->identifier, party_name((enum party)use->party),
                                  (int64_t)cell->field, (int64_t)use->start, (int64_t)use->end,
                                  identifier_form_name((enum identifier_form)use->form), (int64_t)use->bits);
    }
    sqlite3_finalize(statement);
    return status;
}

static enum bowline_status write_rejects(struct store *store, const struct identifier_table *table,
                                         struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO identifier_reject VALUES (?, ?, ?)", &statement, err);
    for (size_t i = 0; i < table->reject_count && status == BOWLINE_OK; i++) {
        const struct identifier_reject *reject = &table->rejects[i];
        status = statement_insert(store, statement, err, "iit", (int64_t)reject->record,
                                  (int64_t)reject->field, reject->reason);
    }
    sqlite3_finalize(statement);
    return status;
}

static enum bowline_status write_refusals(struct store *store, const struct identifier_table *table,
                                          struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO identifier_refusal VALUES (?, ?)", &statement, err);
    for (int i = REFUSAL_NONE + 1; i < REFUSAL_COUNT && status == BOWLINE_OK; i++)
        if (table->refused[i])
            status = statement_insert(store, statement, err, "ti", refusal_name((enum refusal)i),
                                      (int64_t)table->refused[i]);
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status identifier_store_write(struct store *store, const struct record_table *records,
                                           const struct identifier_table *table, struct bowline_error *err)
{
    enum bowline_status status = write_values(store, table, err);
    if (status == BOWLINE_OK)
        status = write_uses(store, records, table, err);
    if (status == BOWLINE_OK)
        status = write_rejects(store, table, err);
    if (status == BOWLINE_OK)
        status = write_refusals(store, table, err);
    return status;
}

/* An unknown word means a newer or a damaged case; the type 0 is refused by the caller. */
static uint8_t find_type(struct span word)
{
    for (int t = IDENTIFIER_PHONE; t < IDENTIFIER_TYPE_COUNT; t++)
        if (span_equal(word, span_of(identifier_type_name((enum identifier_type)t))))
            return (uint8_t)t;
    return 0;
}

static uint8_t find_form(struct span word)
{
    for (int f = 0; f < FORM_COUNT; f++)
        if (span_equal(word, span_of(identifier_form_name((enum identifier_form)f))))
            return (uint8_t)f;
    return FORM_COLUMN;
}

static enum bowline_status load_values(struct store *store, struct identifier_table *out,
                                       struct bowline_error *err)
{
    int64_t count = 0;
    sqlite3_stmt *statement = NULL;
    bool has_row = true;
    enum bowline_status status = statement_count(store, "SELECT count(*) FROM identifier", &count, err);
    out->identifiers = memory_new((size_t)count + 1, sizeof *out->identifiers);
    if (!out->identifiers)
        return error_memory(err);
    if (status == BOWLINE_OK)
        status = statement_open(store,
                                "SELECT type, value, records, protected FROM identifier ORDER BY identifier",
                                &statement, err);
    while (status == BOWLINE_OK && out->count < count) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        struct identifier each = {.type = find_type(statement_span(statement, 0))};
        each.value = buffer_keep(&out->pool, value_door_out(statement, 1));
        each.records = (uint32_t)sqlite3_column_int64(statement, 2);
        each.is_protected = (uint8_t)sqlite3_column_int(statement, 3);
        out->identifiers[++out->count] = each;
    }
    sqlite3_finalize(statement);
    return status == BOWLINE_OK && !buffer_ok(&out->pool) ? error_memory(err) : status;
}

/* Which cell of the record has that field. */
static uint32_t find_cell(const struct record_table *records, record_id record, field_id field)
{
    const struct cell *begin = record_cells_begin(records, record);
    const struct cell *end = record_cells_end(records, record);
    const struct cell *at = begin;
    while (at < end && at->field != field)
        at++;
    return (uint32_t)(at - begin);
}

static struct identifier_use read_use(sqlite3_stmt *row, const struct record_table *records)
{
    struct identifier_use use = {.record = (record_id)sqlite3_column_int64(row, 0),
                                 .identifier = (identifier_id)sqlite3_column_int64(row, 1),
                                 .party = (uint8_t)party_find(statement_span(row, 2)),
                                 .start = (uint32_t)sqlite3_column_int64(row, 4),
                                 .end = (uint32_t)sqlite3_column_int64(row, 5),
                                 .form = find_form(statement_span(row, 6)),
                                 .bits = (int16_t)sqlite3_column_int(row, 7)};
    if (use.record && use.record <= records->count)
        use.cell = find_cell(records, use.record, (field_id)sqlite3_column_int(row, 3));
    return use;
}

static enum bowline_status load_uses(struct store *store, const struct record_table *records,
                                     struct identifier_table *out, struct bowline_error *err)
{
    int64_t count = 0;
    sqlite3_stmt *statement = NULL;
    bool has_row = true;
    enum bowline_status status = statement_count(store, "SELECT count(*) FROM identifier_use", &count, err);
    out->uses = memory_new((size_t)count, sizeof *out->uses);
    if (!out->uses)
        return error_memory(err);
    if (status == BOWLINE_OK)
        status = statement_open(store, "SELECT * FROM identifier_use ORDER BY rowid", &statement, err);
    while (status == BOWLINE_OK && out->use_count < (size_t)count) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        out->uses[out->use_count++] = read_use(statement, records);
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status identifier_store_load(struct store *store, const struct record_table *records,
                                          struct identifier_table *out, struct bowline_error *err)
{
    identifier_table_init(out);
    enum bowline_status status = load_values(store, out, err);
    if (status == BOWLINE_OK)
        status = load_uses(store, records, out, err);
    const char *reason = status == BOWLINE_OK ? identifier_table_check(out) : NULL;
    if (reason)
        status =
            error_set(err, BOWLINE_ERROR_CASE, "%s: identifiers are damaged (%s): run again into a new case",
                      store->path, reason);
    if (status != BOWLINE_OK)
        identifier_table_release(out);
    return status;
}
