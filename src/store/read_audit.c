/* The log of a case is read. */
#include "store/audit_store.h"
#include "store/statement.h"

#include <stdio.h>

static bool take_hash(const struct cursor *c, int column, struct merkle_hash *out)
{
    if (sqlite3_column_bytes(c->statement, column) != DIGEST_BYTES)
        return false;
    memcpy(out->bytes, sqlite3_column_blob(c->statement, column), DIGEST_BYTES);
    return true;
}

void read_audit(struct store *store, uint64_t from, uint64_t count, struct cursor *out,
                struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT entry, time, verb, command, records, version, object, parameters, actor, purpose,"
                " root, signature FROM audit WHERE entry >= ? ORDER BY entry LIMIT ?",
                err);
    cursor_bind(out, 1, (int64_t)from);
    cursor_bind(out, 2, count > INT64_MAX ? INT64_MAX : (int64_t)count);
}

bool next_audit(struct cursor *c, struct audit_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct audit_row){.entry = (uint64_t)cursor_int(c, 0),
                              .time = cursor_int(c, 1),
                              .verb = cursor_span(c, 2),
                              .command = cursor_span(c, 3),
                              .records = cursor_int(c, 4),
                              .version = cursor_span(c, 5),
                              .is_whole = true};
    for (int p = 0; p < AUDIT_PARTS; p++)
        row->is_whole = take_hash(c, 6 + p, &row->commitments[p]) && row->is_whole;
    row->is_whole = take_hash(c, 6 + AUDIT_PARTS, &row->root) && row->is_whole;
    int signature = sqlite3_column_bytes(c->statement, 7 + AUDIT_PARTS);
    row->is_signed = signature == TREE_HEAD_SIGNATURE;
    row->is_whole = row->is_whole && (row->is_signed || signature == 0);
    if (row->is_signed)
        memcpy(row->signature, sqlite3_column_blob(c->statement, 7 + AUDIT_PARTS), TREE_HEAD_SIGNATURE);
    return true;
}

void read_audit_notes(struct store *store, uint64_t entry, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT part, salt, text FROM audit_note WHERE entry = ?", err);
    cursor_bind(out, 1, (int64_t)entry);
}

bool next_audit_note(struct cursor *c, struct audit_note_row *row)
{
    if (!cursor_next(c))
        return false;
    row->has_text = sqlite3_column_type(c->statement, 2) != SQLITE_NULL;
    row->part = cursor_span(c, 0);
    row->salt =
        (struct span){sqlite3_column_blob(c->statement, 1), (size_t)sqlite3_column_bytes(c->statement, 1)};
    row->text = row->has_text ? cursor_value(c, 2) : span_of("");
    return true;
}

/* A damaged case may hold any text. */
static int shown(struct span word)
{
    return word.length < 60 ? (int)word.length : 60;
}

size_t audit_leaf_text(const struct audit_row *row, char out[AUDIT_LEAF_TEXT])
{
    int at = snprintf(out, AUDIT_LEAF_TEXT, "bowline entry 1\n%llu %lld %.*s %.*s %.*s %lld\n",
                      (unsigned long long)row->entry, (long long)row->time, shown(row->verb), row->verb.at,
                      shown(row->command), row->command.at, shown(row->version), row->version.at,
                      (long long)row->records);
    for (unsigned p = 0; p < AUDIT_PARTS; p++) {
        char hex[DIGEST_HEX];
        sodium_bin2hex(hex, sizeof hex, row->commitments[p].bytes, DIGEST_BYTES);
        at += snprintf(out + at, AUDIT_LEAF_TEXT - (size_t)at, "%s %s\n", audit_part_name((enum audit_part)p),
                       hex);
    }
    return (size_t)at;
}

void audit_leaf(const struct audit_row *row, struct merkle_hash *out)
{
    char text[AUDIT_LEAF_TEXT];
    size_t length = audit_leaf_text(row, text);
    merkle_leaf((struct span){text, length}, out);
}

enum bowline_status audit_head(struct store *store, struct tree_head *out, bool *is_signed,
                               struct bowline_error *err)
{
    struct cursor c;
    struct audit_row row;
    *out = (struct tree_head){0};
    cursor_open(&c, store,
                "SELECT entry, time, verb, command, records, version, object, parameters, actor, purpose,"
                " root, signature FROM audit ORDER BY entry DESC LIMIT 1",
                err);
    bool has_row = next_audit(&c, &row);
    if (has_row)
        *out = (struct tree_head){.size = row.entry, .time = row.time, .root = row.root};
    if (is_signed)
        *is_signed = has_row && row.is_signed;
    return cursor_close(&c);
}
