/* Conclusions: templates and their members. */
#include "store/template_store.h"

#include "base/memory.h"
#include "base/sort.h"
#include "store/bulk.h"

struct template_rows {
    const struct template_table *table;
    template_id id;
};

static bool next_template_row(void *context, struct bulk_row *row)
{
    struct template_rows *rows = context;
    if (++rows->id > rows->table->count)
        return false;
    const struct text_template *each = &rows->table->templates[rows->id];
    bulk_int(row, rows->id);
    bulk_int(row, each->members);
    bulk_int(row, each->bits_per_text);
    bulk_span(row, template_text(rows->table, rows->id));
    return true;
}

/* A member, by its record: where it stands among the members, and its template. */
struct member_rows {
    const struct template_table *table;
    struct sort_pair *order;
    size_t at;
};

static bool next_member_row(void *context, struct bulk_row *row)
{
    struct member_rows *rows = context;
    if (rows->at == rows->table->member_count)
        return false;
    const struct sort_pair *pair = &rows->order[rows->at++];
    bulk_int(row, (int64_t)pair->key);
    bulk_int(row, (int64_t)(pair->value >> 32));
    bulk_int(row, rows->table->members[(uint32_t)pair->value].bits);
    return true;
}

static bool order_members(const struct template_table *table, struct sort_pair *order)
{
    for (template_id id = 1; id <= table->count; id++) {
        const struct text_template *each = &table->templates[id];
        for (uint32_t m = each->first_member; m < each->first_member + each->members; m++)
            order[m] = (struct sort_pair){table->members[m].record, (uint64_t)id << 32 | m};
    }
    return sort_pairs(order, table->member_count);
}

static enum bowline_status write_members(struct store *store, const struct template_table *table,
                                         struct bowline_error *err)
{
    struct member_rows rows = {.table = table};
    rows.order = memory_new(table->member_count, sizeof *rows.order);
    bool is_done = rows.order && order_members(table, rows.order);
    enum bowline_status status =
        is_done ? bulk_insert(store, &(struct bulk){"template_member", 3, &rows, next_member_row}, err)
                : error_memory(err);
    memory_free(rows.order);
    return status;
}

enum bowline_status template_store_write(struct store *store, const struct template_table *table,
                                         struct bowline_error *err)
{
    struct template_rows rows = {table, 0};
    enum bowline_status status =
        bulk_insert(store, &(struct bulk){"template", 4, &rows, next_template_row}, err);
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
        status = statement_open(store, "SELECT record, bits FROM template_member ORDER BY template, record",
                                &statement, err);
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
