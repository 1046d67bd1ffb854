/* Conclusions: identifiers and where each was read. */
#include "store/identifier_store.h"

#include "base/memory.h"
#include "store/bulk.h"

/* What the rows of all tables of identifiers are made from. */
struct identifier_rows {
    const struct record_table *records;
    const struct identifier_table *table;
    size_t at;
    record_id record; /* of the use before */
    unsigned use;     /* of that record, from 0 */
};

static bool next_value_row(void *context, struct bulk_row *row)
{
    struct identifier_rows *rows = context;
    if (++rows->at > rows->table->count)
        return false;
    const struct identifier *each = &rows->table->identifiers[rows->at];
    bulk_int(row, (int64_t)rows->at);
    bulk_text(row, identifier_type_name((enum identifier_type)each->type));
    bulk_span(row, identifier_value(rows->table, (identifier_id)rows->at));
    bulk_int(row, each->records);
    bulk_int(row, each->is_protected);
    return true;
}

static bool next_use_row(void *context, struct bulk_row *row)
{
    struct identifier_rows *rows = context;
    if (rows->at == rows->table->use_count)
        return false;
    const struct identifier_use *use = &rows->table->uses[rows->at++];
    const struct cell *cell = record_cells_begin(rows->records, use->record) + use->cell;
    rows->use = use->record == rows->record ? rows->use + 1 : 0;
    rows->record = use->record;
    bulk_int(row, use->record);
    bulk_int(row, rows->use);
    bulk_int(row, use->identifier);
    bulk_text(row, party_name((enum party)use->party));
    bulk_int(row, cell->field);
    bulk_int(row, use->start);
    bulk_int(row, use->end);
    bulk_text(row, identifier_form_name((enum identifier_form)use->form));
    bulk_int(row, use->bits);
    return true;
}

static bool next_reject_row(void *context, struct bulk_row *row)
{
    struct identifier_rows *rows = context;
    if (rows->at == rows->table->reject_count)
        return false;
    const struct identifier_reject *reject = &rows->table->rejects[rows->at++];
    bulk_int(row, reject->record);
    bulk_int(row, reject->field);
    bulk_text(row, reject->reason);
    return true;
}

static bool next_refusal_row(void *context, struct bulk_row *row)
{
    struct identifier_rows *rows = context;
    do
        rows->at++;
    while (rows->at < REFUSAL_COUNT && !rows->table->refused[rows->at]);
    if (rows->at >= REFUSAL_COUNT)
        return false;
    bulk_text(row, refusal_name((enum refusal)rows->at));
    bulk_int(row, (int64_t)rows->table->refused[rows->at]);
    return true;
}

static const char note_tokens[] =
    "INSERT INTO main.identifier_token SELECT token('identifier.value', value) AS t, identifier"
    " FROM identifier WHERE protected = 0 ORDER BY t, identifier";

enum bowline_status identifier_store_write(struct store *store, const struct record_table *records,
                                           const struct identifier_table *table, struct bowline_error *err)
{
    static const struct bulk tables[] = {
        {"identifier", 5, NULL, next_value_row},
        {"identifier_use", 9, NULL, next_use_row},
        {"identifier_reject", 3, NULL, next_reject_row},
        {"identifier_refusal", 2, NULL, next_refusal_row},
    };
    enum bowline_status status = BOWLINE_OK;
    for (size_t t = 0; t < sizeof tables / sizeof *tables && status == BOWLINE_OK; t++) {
        struct identifier_rows rows = {.records = records, .table = table};
        struct bulk bulk = tables[t];
        bulk.context = &rows;
        status = bulk_insert(store, &bulk, err);
    }
    if (status == BOWLINE_OK && store->keys)
        status = store_exec(store, note_tokens, err);
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
        each.value = buffer_keep(&out->pool, statement_span(statement, 1));
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
                                 .identifier = (identifier_id)sqlite3_column_int64(row, 2),
                                 .party = (uint8_t)party_find(statement_span(row, 3)),
                                 .start = (uint32_t)sqlite3_column_int64(row, 5),
                                 .end = (uint32_t)sqlite3_column_int64(row, 6),
                                 .form = find_form(statement_span(row, 7)),
                                 .bits = (int16_t)sqlite3_column_int(row, 8)};
    if (use.record && use.record <= records->count)
        use.cell = find_cell(records, use.record, (field_id)sqlite3_column_int(row, 4));
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
        status = statement_open(store, "SELECT * FROM identifier_use ORDER BY record, use", &statement, err);
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
