/* Conclusions: templates and their members. */
#include "store/template_store.h"

#include "base/memory.h"
#include "store/statement.h"

static enum bowline_status write_members(struct store *store, const struct template_table *table,
                                         struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO template_member VALUES (?, ?, ?)", &statement, err);
    for (template_id id = 1; id <= table->count && status == BOWLINE_OK; id++) {
        const struct text_template *each = &table->templates[id];
        for (uint32_t m = 0; m < each->members && status == BOWLINE_OK; m++) {
            const struct template_member *member = &table->members[each->first_member + m];
            status = statement_insert(store, statement, err, "iii", (int64_t)id, (int64_t)member->record,
                                      (int64_t)member->bits);
        }
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status template_store_write(struct store *store, const struct template_table *table,
                                         struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO template VALUES (?, ?, ?, ?)", &statement, err);
    for (template_id id = 1; id <= table->count && status == BOWLINE_OK; id++) {
        const struct text_template *each = &table->templates[id];
        status = statement_insert(store, statement, err, "iiis", (int64_t)id, (int64_t)each->members,
                                  (int64_t)each->bits_per_text, template_text(table, id));
    }
    sqlite3_finalize(statement);
    return status == BOWLINE_OK ? write_members(store, table, err) : status;
}

static enum bowline_status load_templates(struct store *store, struct template_table *out,
                                          struct bowline_error *err)
{
    int64_t count = 0;
    bool has_row = true;
    uint32_t members = 0;
    sqlite3_stmt *statement = NULL;
    enum bowline_status status = statement_count(store, "SELECT count(*) FROM template", &count, err);
    out->templates = memory_new((size_t)count + 1, sizeof *out->templates);
    if (!out->templates)
        return error_memory(err);
    if (status == BOWLINE_OK)
        status = statement_open(store, "SELECT records, bits, text FROM template ORDER BY template",
                                &statement, err);
    while (status == BOWLINE_OK && out->count < count) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        struct text_template each = {.members = (uint32_t)sqlite3_column_int64(statement, 0),
                                     .first_member = members,
                                     .bits_per_text = sqlite3_column_int(statement, 1)};
        each.text = buffer_keep(&out->pool, statement_span(statement, 2));
        members += each.members;
        out->templates[++out->count] = each;
    }
    sqlite3_finalize(statement);
    return status == BOWLINE_OK && !buffer_ok(&out->pool) ? error_memory(err) : status;
}

static enum bowline_status load_members(struct store *store, struct template_table *out,
                                        struct bowline_error *err)
{
    int64_t count = 0;
    bool has_row = true;
    sqlite3_stmt *statement = NULL;
    enum bowline_status status = statement_count(store, "SELECT count(*) FROM template_member", &count, err);
    out->members = memory_new((size_t)count, sizeof *out->members);
    if (!out->members)
        return error_memory(err);
    if (status == BOWLINE_OK)
        status =
            statement_open(store, "SELECT record, bits FROM template_member ORDER BY rowid", &statement, err);
    while (status == BOWLINE_OK && out->member_count < (size_t)count) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        out->members[out->member_count++] =
            (struct template_member){.record = (record_id)sqlite3_column_int64(statement, 0),
                                     .bits = sqlite3_column_int(statement, 1)};
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status template_store_load(struct store *store, struct template_table *out,
                                        struct bowline_error *err)
{
    template_table_init(out);
    enum bowline_status status = load_templates(store, out, err);
    if (status == BOWLINE_OK)
        status = load_members(store, out, err);
    const char *reason = status == BOWLINE_OK ? template_table_check(out) : NULL;
    if (reason)
        status = error_set(err, BOWLINE_ERROR_CASE,
                           "%s: templates are damaged (%s): run again into a new case", store->path, reason);
    if (status != BOWLINE_OK)
        template_table_release(out);
    return status;
}
