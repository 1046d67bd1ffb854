/* Conclusions: what reports state, which are one source, and the records that they speak of. */
#include "store/observation_store.h"

#include "base/calendar.h"
#include "store/statement.h"

#define DAY_SECONDS  ((int64_t)86400)
#define DAYS_AROUND  3  /* a report often gives the day after */
#define MONTH_LENGTH 7  /* bytes of "2025-03" */
#define CLAIMS_MOST  64 /* days of one sentence that are paired with its places */

static enum bowline_status write_items(struct store *store, const struct observation_table *table,
                                       struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status = statement_open(
        store,
        "INSERT INTO main.observation VALUES (?1, ?2, ?3, ?4, ?5, ?6, seal('observation.value', ?1, ?7), ?8,"
        " seal('observation.noun', ?1, ?9), ?10, seal('observation.attribution', ?1, ?11))",
        &statement, err);
    struct buffer value;
    buffer_init(&value, UINT32_MAX);
    for (size_t i = 0; i < table->count && status == BOWLINE_OK; i++) {
        const struct observed *each = &table->items[i];
        const struct observation *o = &each->what;
        bool is_count = o->kind == OBSERVED_COUNT;
        struct span text = observation_text(table, o->value);
        const char *qualifier = is_count                    ? qualifier_name((enum qualifier)o->qualifier)
                                : o->kind == OBSERVED_PLACE ? place_surety_name((enum place_surety)o->surety)
                                                            : "";
        buffer_reset(&value);
        if (is_count)
            buffer_format(&value, "%lld ", (long long)o->count);
        buffer_append_span(&value, text);
        if (!buffer_ok(&value)) {
            status = error_memory(err);
            break;
        }
        sqlite3_bind_null(statement, 8);
        if (is_count)
            sqlite3_bind_int64(statement, 8, o->count);
        statement_bind_span(statement, 9, is_count ? text : span_of(""));
        sqlite3_bind_text(statement, 10, qualifier, -1, SQLITE_STATIC);
        statement_bind_span(statement, 11, observation_text(table, o->attribution));
        status = statement_insert(store, statement, err, "iiiiits", (int64_t)i + 1, (int64_t)each->record,
                                  (int64_t)each->field, (int64_t)o->start, (int64_t)o->end,
                                  observation_kind_name((enum observation_kind)o->kind), buffer_all(&value));
    }
    buffer_release(&value);
    sqlite3_finalize(statement);
    return status;
}

static enum bowline_status write_origins(struct store *store, const struct observation_table *table,
                                         struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO report_origin VALUES (?, ?)", &statement, err);
    for (size_t i = 0; i < table->report_count && status == BOWLINE_OK; i++)
        status = statement_insert(store, statement, err, "ii", (int64_t)table->reports[i].record,
                                  (int64_t)table->reports[i].origin);
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status observation_store_write(struct store *store, const struct observation_table *table,
                                            struct bowline_error *err)
{
    enum bowline_status status = write_items(store, table, err);
    return status == BOWLINE_OK ? write_origins(store, table, err) : status;
}

static enum bowline_status run_once(struct store *store, const char *sql, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status = statement_open(store, sql, &statement, err);
    if (status == BOWLINE_OK)
        status = statement_run(store, statement, err);
    sqlite3_finalize(statement);
    return status;
}

/* The seconds that a date stands for, with days around a day. */
static void range_of(const struct observation *date, int64_t *since, int64_t *until)
{
    bool is_month = date->value.length == MONTH_LENGTH;
    struct civil next = calendar_civil(date->count);
    next.month = next.month == 12 ? 1 : next.month + 1;
    next.year += next.month == 1;
    *since = (date->count - (is_month ? 0 : DAYS_AROUND)) * DAY_SECONDS;
    *until = (is_month ? calendar_days(next) : date->count + 1 + DAYS_AROUND) * DAY_SECONDS;
}

/* Each place of a sentence with each day of it. */
static enum bowline_status write_sentence(struct store *store, sqlite3_stmt *statement,
                                          const struct observation_table *table, size_t begin, size_t end,
                                          struct bowline_error *err)
{
    enum bowline_status status = BOWLINE_OK;
    end = end - begin > CLAIMS_MOST ? begin + CLAIMS_MOST : end;
    for (size_t p = begin; p < end; p++)
        for (size_t d = begin; d < end && status == BOWLINE_OK; d++) {
            const struct observation *place = &table->items[p].what;
            const struct observation *date = &table->items[d].what;
            int64_t since;
            int64_t until;
            if (place->kind != OBSERVED_PLACE || date->kind != OBSERVED_DATE)
                continue;
            range_of(date, &since, &until);
            status = statement_insert(store, statement, err, "isii", (int64_t)table->items[p].record,
                                      observation_text(table, place->value), since, until);
        }
    return status;
}

static bool is_same_sentence(const struct observed *a, const struct observed *b)
{
    return a->record == b->record && a->field == b->field && a->what.sentence == b->what.sentence;
}

static enum bowline_status write_claims(struct store *store, const struct observation_table *table,
                                        struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO temp.claim VALUES (?, ?, ?, ?)", &statement, err);
    for (size_t begin = 0, end; begin < table->count && status == BOWLINE_OK; begin = end) {
        end = begin + 1;
        while (end < table->count && is_same_sentence(&table->items[begin], &table->items[end]))
            end++;
        status = write_sentence(store, statement, table, begin, end, err);
    }
    sqlite3_finalize(statement);
    return status;
}

/* The first of each report only: a city has thousands of records a week. */
#define FIRST_OF_EACH(inner)                                                                                 \
    "INSERT INTO main.report_join SELECT record, other, by, seal('report_join.value', record, value) FROM "  \
    "(SELECT *, row_number() OVER"                                                                           \
    " (PARTITION BY record, by ORDER BY other) AS n FROM (" inner ")) WHERE n <= 50"                         \
    " ORDER BY record, by, other"

/* CROSS JOIN keeps SQLite to this order: the long table is read once, from front to back, and the few wanted
 * things are looked up; where nothing is wanted it is not read at all. */
static const char *const by_identifier[] = {
    "CREATE TEMP TABLE wanted (identifier INTEGER, record INTEGER, PRIMARY KEY (identifier, record)) WITHOUT "
    "ROWID",
    "INSERT INTO temp.wanted SELECT DISTINCT u.identifier, o.record FROM report_origin AS o"
    " CROSS JOIN identifier_use AS u ON u.record = o.record",
    FIRST_OF_EACH("SELECT w.record AS record, v.record AS other, 'identifier' AS by, min(i.type) AS value"
                  " FROM identifier_use AS v CROSS JOIN temp.wanted AS w ON w.identifier = v.identifier"
                  " CROSS JOIN identifier AS i ON i.identifier = v.identifier"
                  " WHERE EXISTS (SELECT 1 FROM temp.wanted) AND v.record <> w.record GROUP BY 1, 2"),
    "DROP TABLE temp.wanted"};

static const char *const by_place[] = {
    "CREATE TEMP TABLE wanted (place INTEGER, record INTEGER, since INTEGER, until INTEGER, key TEXT)",
    "INSERT INTO temp.wanted SELECT p.place, c.record, c.since, c.until, c.key FROM temp.claim AS c"
    " CROSS JOIN place AS p ON p.key = c.key",
    "CREATE INDEX temp.wanted_place ON wanted (place)",
    FIRST_OF_EACH(
        "SELECT w.record AS record, s.record AS other, 'place and date' AS by, min(w.key) AS value"
        " FROM sighting AS s CROSS JOIN temp.wanted AS w ON w.place = s.place"
        " WHERE EXISTS (SELECT 1 FROM temp.wanted) AND s.time_begin < w.until AND s.time_end > w.since"
        " AND s.record <> w.record GROUP BY 1, 2"),
    "DROP TABLE temp.wanted"};

static enum bowline_status run_all(struct store *store, const char *const *sql, size_t count,
                                   struct bowline_error *err)
{
    enum bowline_status status = BOWLINE_OK;
    for (size_t i = 0; i < count && status == BOWLINE_OK; i++)
        status = run_once(store, sql[i], err);
    return status;
}

enum bowline_status report_join_write(struct store *store, const struct observation_table *table,
                                      int64_t *joined, struct bowline_error *err)
{
    *joined = 0;
    if (table->report_count == 0)
        return BOWLINE_OK;
    enum bowline_status status = run_once(
        store, "CREATE TEMP TABLE claim (record INTEGER, key TEXT, since INTEGER, until INTEGER)", err);
    if (status != BOWLINE_OK)
        return status;
    status = write_claims(store, table, err);
    if (status == BOWLINE_OK)
        status = run_all(store, by_identifier, sizeof by_identifier / sizeof *by_identifier, err);
    if (status == BOWLINE_OK)
        status = run_all(store, by_place, sizeof by_place / sizeof *by_place, err);
    if (status == BOWLINE_OK)
        status = statement_count(store, "SELECT count(*) FROM report_join", joined, err);
    enum bowline_status dropped = run_once(store, "DROP TABLE temp.claim", status == BOWLINE_OK ? err : NULL);
    return status == BOWLINE_OK ? dropped : status;
}
