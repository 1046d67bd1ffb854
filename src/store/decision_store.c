/* Facts: what people decided. */
#include "store/decision_store.h"

#include "store/statement.h"

#include <stdio.h>

#define DECISION_COLUMNS                                                                                     \
    "SELECT d.decision, d.what, d.a_resource, d.a_key, d.a_party, d.a_row, d.b_resource, d.b_key,"           \
    " d.b_party, d.b_row, d.type, d.value, d.hidden, d.reason, d.who, d.made, d.withdrawn, d.withdrawn_by,"  \
    " d.withdrawn_reason, coalesce(p.found, v.found) FROM decision AS d"                                     \
    " LEFT JOIN decided_pair AS p ON p.decision = d.decision"                                                \
    " LEFT JOIN decided_value AS v ON v.decision = d.decision"

void read_decisions(struct store *store, bool standing_only, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                standing_only ? DECISION_COLUMNS " WHERE d.withdrawn IS NULL ORDER BY d.decision"
                              : DECISION_COLUMNS " ORDER BY d.decision",
                err);
}

static struct decision_side side_at(const struct cursor *c, int column)
{
    return (struct decision_side){.resource = cursor_span(c, column),
                                  .key = cursor_span(c, column + 1),
                                  .party = cursor_span(c, column + 2),
                                  .row = cursor_span(c, column + 3)};
}

bool next_decision(struct cursor *c, struct decision_row *row)
{
    if (!cursor_next(c))
        return false;
    bool has_effect = cursor_time(c, 19) != TIME_NONE;
    *row = (struct decision_row){.decision = cursor_id(c, 0),
                                 .what = cursor_span(c, 1),
                                 .a = side_at(c, 2),
                                 .b = side_at(c, 6),
                                 .type = cursor_span(c, 10),
                                 .value = cursor_value(c, 11),
                                 .is_hidden = cursor_int(c, 12) != 0,
                                 .reason = cursor_span(c, 13),
                                 .who = cursor_span(c, 14),
                                 .made = cursor_int(c, 15),
                                 .withdrawn = cursor_time(c, 16),
                                 .withdrawn_by = cursor_span(c, 17),
                                 .withdrawn_reason = cursor_span(c, 18),
                                 .effect = !has_effect         ? EFFECT_NONE
                                           : cursor_int(c, 19) ? EFFECT_FOUND
                                                               : EFFECT_LOST};
    return true;
}

static void bind_side(sqlite3_stmt *statement, int at, const struct decision_side *side)
{
    statement_bind_span(statement, at, side->resource);
    statement_bind_span(statement, at + 1, side->key);
    statement_bind_span(statement, at + 2, side->party);
    statement_bind_span(statement, at + 3, side->row);
}

/* What names somebody or was written by a person goes through the door (value_door.h). */
static const char add_sql[] =
    "INSERT INTO main.decision SELECT n, ?1, ?2, seal('decision.a_key', n, ?3), ?4, seal('decision.a_row', "
    "n, ?5), ?6,"
    " seal('decision.b_key', n, ?7), ?8, seal('decision.b_row', n, ?9), ?10, seal('decision.value', n, ?11),"
    " ?12, seal('decision.reason', n, ?13), seal('decision.who', n, ?14), ?15, NULL, '', ''"
    " FROM (SELECT 1 + coalesce(max(decision), 0) AS n FROM main.decision)";

enum bowline_status decision_store_add(struct store *store, const struct decision_row *row, uint32_t *number,
                                       struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status = statement_open(store, add_sql, &statement, err);
    if (status == BOWLINE_OK) {
        statement_bind_span(statement, 1, row->what);
        bind_side(statement, 2, &row->a);
        bind_side(statement, 6, &row->b);
        statement_bind_span(statement, 10, row->type);
        statement_bind_span(statement, 11, row->value);
        sqlite3_bind_int64(statement, 12, row->is_hidden);
        statement_bind_span(statement, 13, row->reason);
        statement_bind_span(statement, 14, row->who);
        sqlite3_bind_int64(statement, 15, row->made);
        status = statement_run(store, statement, err);
    }
    sqlite3_finalize(statement);
    *number = (uint32_t)sqlite3_last_insert_rowid(store->db);
    return status;
}

enum bowline_status decision_store_withdraw(struct store *store, const struct decision_row *row,
                                            struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status = statement_open(
        store,
        "UPDATE main.decision SET withdrawn = ?1, withdrawn_by = seal('decision.withdrawn_by', decision, ?2),"
        " withdrawn_reason = seal('decision.withdrawn_reason', decision, ?3) WHERE decision = ?4",
        &statement, err);
    if (status == BOWLINE_OK)
        status = statement_insert(store, statement, err, "issi", row->withdrawn, row->withdrawn_by,
                                  row->withdrawn_reason, (int64_t)row->decision);
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status decision_store_write_found(struct store *store, const char *table,
                                               const struct decision_found *rows, size_t count,
                                               struct bowline_error *err)
{
    char sql[64];
    sqlite3_stmt *statement;
    snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?, ?)", table);
    enum bowline_status status = statement_open(store, sql, &statement, err);
    for (size_t i = 0; i < count && status == BOWLINE_OK; i++)
        status = statement_insert(store, statement, err, "ii", (int64_t)rows[i].decision,
                                  (int64_t)rows[i].is_found);
    sqlite3_finalize(statement);
    return status;
}
