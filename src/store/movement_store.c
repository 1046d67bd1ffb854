/* Conclusions: places, sightings, visits; and what passed through accounts. */
#include "store/movement_store.h"

#include "store/statement.h"

#include <math.h>

static enum bowline_status write_places(struct store *store, const struct sighting_table *table,
                                        struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO place VALUES (?, ?, ?, ?, ?)", &statement, err);
    for (place_id id = 1; id <= table->place_count && status == BOWLINE_OK; id++) {
        const struct place *place = &table->places[id];
        const char *located_by = place->is_looked_up ? "gazetteer" : isnan(place->lat) ? "" : "records";
        status = statement_insert(store, statement, err, "isrrt", (int64_t)id,
                                  buffer_span(&table->pool, place->key), place->lat, place->lon, located_by);
    }
    sqlite3_finalize(statement);
    return status;
}

static void bind_time(sqlite3_stmt *statement, int at, int64_t seconds)
{
    if (seconds == TIME_NONE)
        sqlite3_bind_null(statement, at);
    else
        sqlite3_bind_int64(statement, at, seconds);
}

enum bowline_status sighting_store_write(struct store *store, const struct sighting_table *table,
                                         struct bowline_error *err)
{
    sqlite3_stmt *statement = NULL;
    enum bowline_status status = write_places(store, table, err);
    if (status == BOWLINE_OK)
        status = statement_open(store, "INSERT INTO sighting VALUES (?1, ?2, ?3, ?4, ?6, ?7, ?5)", &statement,
                                err);
    for (size_t i = 0; i < table->count && status == BOWLINE_OK; i++) {
        const struct sighting *each = &table->sightings[i];
        bind_time(statement, 6, each->begin);
        bind_time(statement, 7, each->end);
        status = statement_insert(store, statement, err, "iirrt", (int64_t)each->record, (int64_t)each->place,
                                  each->lat, each->lon, place_surety_name((enum place_surety)each->surety));
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status visit_store_write(struct store *store, const struct visit_table *table,
                                      struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?)", &statement, err);
    for (size_t i = 0; i < table->count && status == BOWLINE_OK; i++) {
        const struct visit *each = &table->visits[i];
        status = statement_insert(store, statement, err, "iiiiii", (int64_t)each->entity,
                                  (int64_t)each->place, each->begin, each->end, (int64_t)each->sightings,
                                  (int64_t)each->km_from_previous);
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status flow_store_write(struct store *store, const struct flow_table *table,
                                     struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO flow VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", &statement, err);
    for (size_t i = 0; i < table->count && status == BOWLINE_OK; i++) {
        const struct flow *each = &table->flows[i];
        bind_time(statement, 10, each->seconds_dwell);
        status =
            statement_insert(store, statement, err, "itiiiiiii", (int64_t)each->account, each->currency,
                             (int64_t)each->payments_in, (int64_t)each->payments_out, (int64_t)each->payers,
                             (int64_t)each->payees, each->cents_in, each->cents_out, each->cents_passed);
    }
    sqlite3_finalize(statement);
    return status;
}
