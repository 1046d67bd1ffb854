/* Conclusions: places, sightings, visits. */
#include "store/movement_store.h"

#include "store/bulk.h"
#include "store/read_cursor.h"

#include <math.h>

struct place_rows {
    const struct sighting_table *table;
    place_id id;
};

static bool next_place_row(void *context, struct bulk_row *row)
{
    struct place_rows *rows = context;
    if (++rows->id > rows->table->place_count)
        return false;
    const struct place *place = &rows->table->places[rows->id];
    bulk_int(row, rows->id);
    bulk_span(row, buffer_span(&rows->table->pool, place->key));
    bulk_real(row, place->lat);
    bulk_real(row, place->lon);
    bulk_text(row, place->is_looked_up ? "gazetteer" : isnan(place->lat) ? "" : "records");
    return true;
}

struct sighting_rows {
    const struct sighting_table *table;
    size_t at;
};

static bool next_sighting_row(void *context, struct bulk_row *row)
{
    struct sighting_rows *rows = context;
    if (rows->at == rows->table->count)
        return false;
    const struct sighting *each = &rows->table->sightings[rows->at++];
    bulk_int(row, each->record);
    bulk_int(row, each->place);
    bulk_real(row, each->lat);
    bulk_real(row, each->lon);
    bulk_time(row, each->begin);
    bulk_time(row, each->end);
    bulk_text(row, place_surety_name((enum place_surety)each->surety));
    return true;
}

enum bowline_status sighting_store_write(struct store *store, const struct sighting_table *table,
                                         struct bowline_error *err)
{
    struct place_rows places = {table, 0};
    struct sighting_rows sightings = {table, 0};
    enum bowline_status status = bulk_insert(store, &(struct bulk){"place", 5, &places, next_place_row}, err);
    if (status == BOWLINE_OK)
        status = bulk_insert(store, &(struct bulk){"sighting", 7, &sightings, next_sighting_row}, err);
    return status;
}

struct visit_rows {
    const struct visit_table *table;
    size_t at;
};

static bool next_visit_row(void *context, struct bulk_row *row)
{
    struct visit_rows *rows = context;
    if (rows->at == rows->table->count)
        return false;
    const struct visit *each = &rows->table->visits[rows->at++];
    bulk_int(row, each->entity);
    bulk_int(row, each->place);
    bulk_int(row, each->begin);
    bulk_int(row, each->end);
    bulk_int(row, each->sightings);
    bulk_int(row, each->km_from_previous);
    return true;
}

enum bowline_status visit_store_write(struct store *store, const struct visit_table *table,
                                      struct bowline_error *err)
{
    struct visit_rows rows = {table, 0};
    return bulk_insert(store, &(struct bulk){"visit", 6, &rows, next_visit_row}, err);
}

enum bowline_status network_store_load(struct store *store, uint32_t *network_of, uint32_t records,
                                       uint32_t *networks, struct bowline_error *err)
{
    struct cursor c;
    *networks = 0;
    cursor_open(&c, store, "SELECT record, network FROM assignment WHERE network > 0", err);
    while (cursor_next(&c)) {
        uint32_t record = cursor_id(&c, 0);
        uint32_t network = cursor_id(&c, 1);
        if (record < 1 || record > records)
            continue;
        network_of[record] = network;
        *networks = network > *networks ? network : *networks;
    }
    return cursor_close(&c);
}

enum bowline_status network_store_load_entities(struct store *store, uint32_t *of_entity, uint32_t entities,
                                                struct bowline_error *err)
{
    struct cursor c;
    cursor_open(&c, store, "SELECT entity, network FROM entity WHERE network > 0", err);
    while (cursor_next(&c))
        if (cursor_id(&c, 0) >= 1 && cursor_id(&c, 0) <= entities)
            of_entity[cursor_id(&c, 0)] = cursor_id(&c, 1);
    return cursor_close(&c);
}
