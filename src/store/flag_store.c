/* Conclusions: red flags of accounts, and how common each is. */
#include "store/flag_store.h"

#include "store/bulk.h"

struct flag_rows {
    const struct flag_table *table;
    size_t at;
    uint32_t position;
};

static bool next_flag_row(void *context, struct bulk_row *row)
{
    struct flag_rows *rows = context;
    if (rows->at == FLAG_KIND_COUNT)
        return false;
    const struct flag *each = flag_of((enum flag_kind)rows->at);
    bulk_int(row, (int64_t)rows->at + 1);
    bulk_text(row, each->name);
    bulk_text(row, each->title);
    bulk_text(row, each->source);
    bulk_text(row, each->fires);
    bulk_text(row, each->innocent);
    bulk_int(row, rows->table->tested[rows->at]);
    bulk_int(row, rows->table->fired[rows->at]);
    rows->at++;
    return true;
}

static bool next_hit_row(void *context, struct bulk_row *row)
{
    struct flag_rows *rows = context;
    if (rows->at == rows->table->count)
        return false;
    const struct flag_hit *each = &rows->table->hits[rows->at++];
    bulk_int(row, (int64_t)rows->at);
    bulk_int(row, each->flag + 1);
    bulk_int(row, each->subject);
    bulk_text(row, each->currency);
    bulk_span(row, buffer_span(&rows->table->pool, each->what));
    bulk_int(row, each->count);
    return true;
}

static bool next_hit_record_row(void *context, struct bulk_row *row)
{
    struct flag_rows *rows = context;
    while (rows->at < rows->table->count && rows->position == rows->table->hits[rows->at].count) {
        rows->at++;
        rows->position = 0;
    }
    if (rows->at == rows->table->count)
        return false;
    bulk_int(row, (int64_t)rows->at + 1);
    bulk_int(row, rows->position);
    bulk_int(row, rows->table->records[rows->table->hits[rows->at].first + rows->position++]);
    return true;
}

enum bowline_status flag_store_write(struct store *store, const struct flag_table *table,
                                     struct bowline_error *err)
{
    static const struct bulk tables[] = {
        {"flag", 8, NULL, next_flag_row},
        {"flag_hit", 6, NULL, next_hit_row},
        {"flag_record", 3, NULL, next_hit_record_row},
    };
    enum bowline_status status = BOWLINE_OK;
    for (size_t t = 0; t < sizeof tables / sizeof *tables && status == BOWLINE_OK; t++) {
        struct flag_rows rows = {.table = table};
        struct bulk bulk = tables[t];
        bulk.context = &rows;
        status = bulk_insert(store, &bulk, err);
    }
    return status;
}
