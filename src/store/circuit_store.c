/* Conclusions: circuits with their places and stops. */
#include "store/circuit_store.h"

#include "store/bulk.h"

struct circuit_rows {
    const struct circuit_table *table;
    uint32_t networks;
    size_t at, inner;
};

static bool next_circuit_row(void *context, struct bulk_row *row)
{
    struct circuit_rows *rows = context;
    if (rows->at == rows->table->count)
        return false;
    const struct found_circuit *each = &rows->table->circuits[rows->at++];
    bool is_network = each->unit <= rows->networks;
    bulk_int(row, (int64_t)rows->at);
    bulk_int(row, is_network ? each->unit : 0);
    bulk_int(row, is_network ? 0 : each->unit - rows->networks);
    bulk_int(row, each->place_count);
    bulk_int(row, each->travellers);
    bulk_int(row, each->moves);
    bulk_int(row, each->kept);
    bulk_int(row, each->rounds);
    bulk_int(row, (int64_t)each->half_days * 12);
    bulk_int(row, each->begin);
    bulk_int(row, each->end);
    bulk_int(row, each->bits);
    bulk_int(row, each->surprise);
    return true;
}

static bool next_place_row(void *context, struct bulk_row *row)
{
    struct circuit_rows *rows = context;
    if (rows->at < rows->table->count && rows->inner == rows->table->circuits[rows->at].place_count) {
        rows->at++;
        rows->inner = 0;
    }
    if (rows->at == rows->table->count)
        return false;
    bulk_int(row, (int64_t)rows->at + 1);
    bulk_int(row, (int64_t)rows->inner);
    bulk_int(row, rows->table->circuits[rows->at].places[rows->inner++]);
    return true;
}

static bool next_stop_row(void *context, struct bulk_row *row)
{
    struct circuit_rows *rows = context;
    if (rows->at < rows->table->count && rows->inner == rows->table->circuits[rows->at].stop_count) {
        rows->at++;
        rows->inner = 0;
    }
    if (rows->at == rows->table->count)
        return false;
    const struct found_circuit *circuit = &rows->table->circuits[rows->at];
    const struct circuit_stop *each = &rows->table->stops[circuit->first_stop + rows->inner];
    bulk_int(row, (int64_t)rows->at + 1);
    bulk_int(row, (int64_t)rows->inner++);
    bulk_int(row, each->traveller);
    bulk_int(row, each->position);
    bulk_int(row, each->begin);
    bulk_int(row, each->end);
    bulk_int(row, each->sightings);
    bulk_int(row, each->steps);
    bulk_int(row, each->is_kept);
    bulk_int(row, each->record);
    return true;
}

enum bowline_status circuit_store_write(struct store *store, const struct circuit_table *table,
                                        uint32_t networks, struct bowline_error *err)
{
    static const struct bulk tables[] = {
        {"circuit", 13, NULL, next_circuit_row},
        {"circuit_place", 3, NULL, next_place_row},
        {"circuit_stop", 10, NULL, next_stop_row},
    };
    enum bowline_status status = BOWLINE_OK;
    for (size_t t = 0; t < sizeof tables / sizeof *tables && status == BOWLINE_OK; t++) {
        struct circuit_rows rows = {table, networks, 0, 0};
        struct bulk bulk = tables[t];
        bulk.context = &rows;
        status = bulk_insert(store, &bulk, err);
    }
    return status;
}
