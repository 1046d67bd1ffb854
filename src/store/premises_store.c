/* Conclusions: premises, and which of them networks use. */
#include "store/premises_store.h"

#include "store/bulk.h"

struct premises_rows {
    const struct premises_table *table;
    size_t at;
};

static bool next_premises_row(void *context, struct bulk_row *row)
{
    struct premises_rows *rows = context;
    if (++rows->at > rows->table->count)
        return false;
    const struct premises *each = &rows->table->premises[rows->at];
    bulk_int(row, (int64_t)rows->at);
    bulk_span(row, buffer_span(&rows->table->pool, each->name));
    bulk_span(row, buffer_span(&rows->table->pool, each->address));
    bulk_int(row, each->place);
    bulk_text(row, premises_kind_name((enum premises_kind)each->kind));
    bulk_real(row, each->lat);
    bulk_real(row, each->lon);
    bulk_int(row, each->record);
    bulk_int(row, each->stays);
    return true;
}

static bool next_used_row(void *context, struct bulk_row *row)
{
    struct premises_rows *rows = context;
    if (rows->at == rows->table->used_count)
        return false;
    const struct network_premises *each = &rows->table->used[rows->at++];
    bulk_int(row, each->network);
    bulk_int(row, each->premises);
    bulk_int(row, each->stays);
    bulk_int(row, each->nights);
    bulk_int(row, each->bookers);
    bulk_int(row, each->payers);
    bulk_int(row, each->guests);
    bulk_int(row, each->ads);
    bulk_int(row, (each->roles & PREMISES_BOOKED) != 0);
    bulk_int(row, (each->roles & PREMISES_PAID) != 0);
    bulk_int(row, (each->roles & PREMISES_OWNED) != 0);
    bulk_time(row, each->begin);
    bulk_time(row, each->end);
    return true;
}

static bool next_use_row(void *context, struct bulk_row *row)
{
    struct premises_rows *rows = context;
    if (rows->at == rows->table->use_count)
        return false;
    const struct premises_use *each = &rows->table->uses[rows->at++];
    bulk_int(row, each->network);
    bulk_int(row, each->premises);
    bulk_int(row, each->record);
    bulk_int(row, (each->roles & PREMISES_BOOKED) != 0);
    bulk_int(row, (each->roles & PREMISES_PAID) != 0);
    bulk_int(row, (each->roles & PREMISES_OWNED) != 0);
    bulk_int(row, (each->roles & PREMISES_ADVERTISED) != 0);
    return true;
}

enum bowline_status premises_store_write(struct store *store, const struct premises_table *table,
                                         struct bowline_error *err)
{
    static const struct bulk tables[] = {
        {"premises", 9, NULL, next_premises_row},
        {"network_premises", 13, NULL, next_used_row},
        {"premises_use", 7, NULL, next_use_row},
    };
    enum bowline_status status = BOWLINE_OK;
    for (size_t t = 0; t < sizeof tables / sizeof *tables && status == BOWLINE_OK; t++) {
        struct premises_rows rows = {table, 0};
        struct bulk bulk = tables[t];
        bulk.context = &rows;
        status = bulk_insert(store, &bulk, err);
    }
    return status;
}
