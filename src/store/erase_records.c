/* Records are taken out of the facts, and what stays is numbered anew. */
#include "base/memory.h"
#include "store/erase_store.h"
#include "store/read_records.h"
#include "store/record_store.h"
#include "store/statement.h"
#include "store/token_store.h"

#include <stdio.h>

/* A cell shorter than this says nothing of a person when it stands in another text ("BE", "2000"). */
static const size_t least_telling = 5;

/* Numbers before and after. */
struct numbering {
    record_id *after;     /* [1 .. count]: 0 for those that go */
    record_id *duplicate; /* [1 .. count]: the new duplicate_of */
};

static bool make_numbering(struct numbering *n, const struct doom *doom)
{
    const struct record_table *t = doom->records;
    record_id *heir = memory_new((size_t)t->count + 1, sizeof *heir); /* of a first record that goes */
    n->after = memory_new((size_t)t->count + 1, sizeof *n->after);
    n->duplicate = memory_new((size_t)t->count + 1, sizeof *n->duplicate);
    record_id next = 0;
    for (record_id r = 1; heir && n->after && n->duplicate && r <= t->count; r++) {
        record_id first = t->records[r].duplicate_of;
        if (doom->is_doomed[r])
            continue;
        n->after[r] = ++next;
        if (first && !doom->is_doomed[first])
            n->duplicate[r] = n->after[first];
        else if (first && heir[first])
            n->duplicate[r] = heir[first];
        else if (first)
            heir[first] = n->after[r];
    }
    bool is_made = heir && n->after && n->duplicate;
    memory_free(heir);
    return is_made;
}

/* The rows that stay, from the copy in memory. */
struct keeping {
    struct store *store;
    const struct numbering *numbering;
    sqlite3_stmt *rows;
    struct bowline_error *err;
    enum bowline_status status;
};

static bool next_kept(void *context, struct record_row *row)
{
    struct keeping *k = context;
    bool has_row = false;
    k->status = statement_next(k->store, k->rows, &has_row, k->err);
    if (!has_row)
        return false;
    record_id before = (record_id)sqlite3_column_int64(k->rows, 0);
    *row = (struct record_row){.record = k->numbering->after[before],
                               .resource = (uint32_t)sqlite3_column_int64(k->rows, 1),
                               .key = statement_span(k->rows, 2),
                               .line = sqlite3_column_int64(k->rows, 3),
                               .byte = sqlite3_column_int64(k->rows, 4),
                               .length = sqlite3_column_int64(k->rows, 5),
                               .duplicate_of = k->numbering->duplicate[before],
                               .source = statement_span(k->rows, 6)};
    return true;
}

static enum bowline_status note_doomed(struct store *store, const struct doom *doom,
                                       struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        store_exec(store, "CREATE TEMP TABLE doomed (record INTEGER PRIMARY KEY)", err);
    if (status == BOWLINE_OK)
        status = statement_open(store, "INSERT INTO temp.doomed VALUES (?)", &statement, err);
    if (status != BOWLINE_OK)
        return status;
    for (record_id r = 1; r <= doom->records->count && status == BOWLINE_OK; r++)
        if (doom->is_doomed[r])
            status = statement_insert(store, statement, err, "i", (int64_t)r);
    sqlite3_finalize(statement);
    return status;
}

/* Temporary tables are in memory: see the settings of a writer. */
static const char copy_kept[] =
    "CREATE TEMP TABLE kept AS SELECT record, resource, key, line, byte, length, source FROM record"
    " WHERE record NOT IN (SELECT record FROM temp.doomed) ORDER BY record;"
    "DELETE FROM main.record; DELETE FROM main.record_token";

static enum bowline_status rewrite_records(struct store *store, const struct numbering *numbering,
                                           struct bowline_error *err)
{
    struct keeping k = {.store = store, .numbering = numbering, .err = err};
    enum bowline_status status = store_exec(store, copy_kept, err);
    if (status == BOWLINE_OK)
        status = statement_open(store, "SELECT * FROM temp.kept ORDER BY record", &k.rows, err);
    if (status == BOWLINE_OK)
        status = record_store_write(store, next_kept, &k, err);
    sqlite3_finalize(k.rows);
    if (status == BOWLINE_OK)
        status = k.status;
    return status == BOWLINE_OK ? token_store_write(store, err) : status;
}

/* Rejects of the row itself, and of rows that were refused because its id stood already. */
static const char drop_rejects[] =
    "DELETE FROM main.reject WHERE (resource, line) IN"
    " (SELECT r.resource, r.line FROM temp.doomed AS d JOIN record AS r ON r.record = d.record)"
    " OR (resource, reason) IN (SELECT r.resource, 'the id ' ||"
    " CAST(substr(CAST(r.key AS BLOB), 1, 100) AS TEXT) || ' stands already in line ' || r.line"
    " FROM temp.doomed AS d JOIN record AS r ON r.record = d.record)";

static const char count_again[] =
    "UPDATE main.resource SET"
    " records = (SELECT count(*) FROM main.record AS r WHERE r.resource = main.resource.resource),"
    " rejected = (SELECT count(*) FROM main.reject AS j WHERE j.resource = main.resource.resource)";

/* Decisions that name a record that goes, or a value that only such records have. */
static const char drop_decisions[] =
    "CREATE TEMP TABLE lost AS SELECT d.decision FROM decision AS d WHERE EXISTS"
    " (SELECT 1 FROM temp.doomed AS x JOIN record AS r ON r.record = x.record JOIN resource AS s ON"
    " s.resource = r.resource WHERE (s.name = d.a_resource AND r.key = d.a_key)"
    " OR (s.name = d.b_resource AND r.key = d.b_key))"
    " OR EXISTS (SELECT 1 FROM identifier AS i WHERE i.type = d.type AND i.value = d.value AND NOT EXISTS"
    " (SELECT 1 FROM identifier_use AS u WHERE u.identifier = i.identifier"
    " AND u.record NOT IN (SELECT record FROM temp.doomed)));"
    "DELETE FROM main.decision WHERE decision IN (SELECT decision FROM temp.lost)";

static bool holds(struct span text, struct span part)
{
    return part.length >= least_telling && part.length <= text.length &&
           memmem(text.at, text.length, part.at, part.length) != NULL;
}

/* What stands for one person; a place or an amount does not. */
static bool is_telling(enum column_type type)
{
    switch (type) {
    case TYPE_PHONE:
    case TYPE_EMAIL:
    case TYPE_HANDLE:
    case TYPE_URL:
    case TYPE_ACCOUNT:
    case TYPE_PLATE:
    case TYPE_DOCUMENT:
    case TYPE_IMAGE:
    case TYPE_NAME:
    case TYPE_BORN:
    case TYPE_ADDRESS: return true;
    default: return false;
    }
}

/* Whether a text names the record, or says what stands in it. */
static bool tells_of(const struct record_table *t, record_id r, struct span text)
{
    char name[512];
    struct span key = record_key(t, r);
    const char *resource = t->resources[t->records[r].resource].name;
    snprintf(name, sizeof name, "%s/%.*s", resource, (int)key.length, key.at);
    if (holds(text, span_of(name)) || span_equal(text, key))
        return true;
    for (const struct cell *c = record_cells_begin(t, r); c < record_cells_end(t, r); c++)
        if (is_telling(cell_field(t, c)->role.type) && holds(text, cell_value(t, c)))
            return true;
    return false;
}

static bool tells(const struct doom *doom, struct span text)
{
    for (record_id r = 1; r <= doom->records->count; r++)
        if (doom->is_doomed[r] && tells_of(doom->records, r, text))
            return true;
    return false;
}

/* Runs `change` on the first column of each row of `query` whose text, the last column, tells of what goes.
 */
static enum bowline_status change_telling(struct store *store, struct doom *doom, const char *query,
                                          const char *change, uint32_t *changed, struct bowline_error *err)
{
    sqlite3_stmt *rows = NULL;
    sqlite3_stmt *statement = NULL;
    bool has_row = true;
    enum bowline_status status = statement_open(store, query, &rows, err);
    if (status == BOWLINE_OK)
        status = statement_open(store, change, &statement, err);
    while (status == BOWLINE_OK) {
        status = statement_next(store, rows, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        if (!tells(doom, statement_span(rows, 2)))
            continue;
        sqlite3_bind_int64(statement, 1, sqlite3_column_int64(rows, 0));
        statement_bind_span(statement, 2, statement_span(rows, 1));
        status = statement_run(store, statement, err);
        ++*changed;
    }
    sqlite3_finalize(rows);
    sqlite3_finalize(statement);
    return status;
}

/* The log and the reasons of decisions lose the texts that tell of what goes; the log's entries stay. */
static enum bowline_status mute_texts(struct store *store, struct doom *doom, struct bowline_error *err)
{
    enum bowline_status status =
        change_telling(store, doom, "SELECT entry, part, text FROM audit_note WHERE text IS NOT NULL",
                       "DELETE FROM main.audit_note WHERE entry = ?1 AND part = ?2", &doom->notes, err);
    if (status == BOWLINE_OK)
        status = change_telling(
            store, doom, "SELECT decision, what, reason || ' ' || withdrawn_reason FROM decision",
            "UPDATE main.decision SET reason = seal('decision.reason', decision, '(erased)'),"
            " withdrawn_reason = seal('decision.withdrawn_reason', decision, '(erased)')"
            " WHERE decision = ?1 AND what = ?2",
            &doom->notes, err);
    return status;
}

enum bowline_status erase_records(struct store *store, struct doom *doom, struct bowline_error *err)
{
    struct numbering numbering = {NULL, NULL};
    int64_t lost = 0;
    enum bowline_status status = note_doomed(store, doom, err);
    if (status == BOWLINE_OK)
        status = store_exec(store, drop_decisions, err);
    if (status == BOWLINE_OK)
        status = statement_count(store, "SELECT count(*) FROM temp.lost", &lost, err);
    doom->decisions = (uint32_t)lost;
    if (status == BOWLINE_OK)
        status = mute_texts(store, doom, err);
    if (status == BOWLINE_OK)
        status = store_exec(store, drop_rejects, err);
    if (status == BOWLINE_OK && !make_numbering(&numbering, doom))
        status = error_memory(err);
    if (status == BOWLINE_OK)
        status = rewrite_records(store, &numbering, err);
    if (status == BOWLINE_OK)
        status = store_exec(store, count_again, err);
    if (status == BOWLINE_OK)
        status = store_exec(store, "DROP TABLE temp.kept; DROP TABLE temp.lost; DROP TABLE temp.doomed", err);
    memory_free(numbering.after);
    memory_free(numbering.duplicate);
    return status;
}
