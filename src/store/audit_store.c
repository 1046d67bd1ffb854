/* The log of a case is written and its tree is kept. */
#include "store/audit_store.h"

#include "store/audit_key.h"
#include "store/statement.h"

#include <bowline/version.h>

#include <time.h>

static const char *const verbs[AUDIT_VERBS] = {"collection", "alteration",  "consultation",
                                               "disclosure", "combination", "erasure"};
static const char *const parts[AUDIT_PARTS] = {"object", "parameters", "actor", "purpose"};

enum audit_verb audit_verb_find(struct span word)
{
    unsigned at = 0;
    while (at < AUDIT_VERBS && !span_equal(word, span_of(verbs[at])))
        at++;
    return (enum audit_verb)at;
}

const char *audit_part_name(enum audit_part part)
{
    return parts[part];
}

/* What one append puts together. */
struct appending {
    struct store *store;
    struct bowline_error *err;
    enum bowline_status status;
};

static bool node_of(void *context, unsigned level, uint64_t at, struct merkle_hash *out)
{
    struct appending *a = context;
    sqlite3_stmt *statement;
    bool has_row = false;
    a->status = statement_open(a->store, "SELECT hash FROM audit_node WHERE level = ? AND position = ?",
                               &statement, a->err);
    if (a->status != BOWLINE_OK)
        return false;
    sqlite3_bind_int64(statement, 1, level);
    sqlite3_bind_int64(statement, 2, (int64_t)at);
    a->status = statement_next(a->store, statement, &has_row, a->err);
    bool is_there = has_row && sqlite3_column_bytes(statement, 0) == DIGEST_BYTES;
    if (is_there)
        memcpy(out->bytes, sqlite3_column_blob(statement, 0), DIGEST_BYTES);
    else if (a->status == BOWLINE_OK)
        a->status =
            error_set(a->err, BOWLINE_ERROR_CASE,
                      "%s: the log is damaged: node %llu of level %u is missing; run `bowline verify`",
                      store_path(a->store), (unsigned long long)at, level);
    sqlite3_finalize(statement);
    return is_there;
}

static void put_node(struct appending *a, unsigned level, uint64_t at, const struct merkle_hash *hash)
{
    sqlite3_stmt *statement;
    a->status = statement_open(a->store, "INSERT INTO main.audit_node VALUES (?, ?, ?)", &statement, a->err);
    if (a->status == BOWLINE_OK) {
        sqlite3_bind_int64(statement, 1, level);
        sqlite3_bind_int64(statement, 2, (int64_t)at);
        sqlite3_bind_blob(statement, 3, hash->bytes, DIGEST_BYTES, SQLITE_STATIC);
        a->status = statement_run(a->store, statement, a->err);
    }
    sqlite3_finalize(statement);
}

/* A leaf, and each subtree that it makes whole. */
static void put_leaf(struct appending *a, uint64_t at, const struct merkle_hash *leaf)
{
    struct merkle_hash hash = *leaf;
    struct merkle_hash left;
    put_node(a, 0, at, &hash);
    for (unsigned level = 0; a->status == BOWLINE_OK && (at & 1); level++, at >>= 1) {
        struct merkle_hash right = hash;
        if (!node_of(a, level, at - 1, &left))
            return;
        merkle_join(&left, &right, &hash);
        put_node(a, level + 1, at >> 1, &hash);
    }
}

static void put_note(struct appending *a, uint64_t entry, enum audit_part part,
                     const unsigned char salt[COMMITMENT_SALT], const struct span *text)
{
    sqlite3_stmt *statement;
    if (a->status == BOWLINE_OK)
        a->status = statement_open(
            a->store, "INSERT INTO main.audit_note VALUES (?1, ?2, ?3, seal('audit_note.text', ?1, ?4))",
            &statement, a->err);
    if (a->status != BOWLINE_OK)
        return;
    sqlite3_bind_int64(statement, 1, (int64_t)entry);
    sqlite3_bind_text(statement, 2, parts[part], -1, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 3, salt, COMMITMENT_SALT, SQLITE_STATIC);
    if (text)
        statement_bind_span(statement, 4, *text);
    a->status = statement_run(a->store, statement, a->err);
    sqlite3_finalize(statement);
}

static void put_notes(struct appending *a, const struct audit_entry *entry, struct audit_row *row)
{
    for (unsigned p = 0; p < AUDIT_PARTS; p++) {
        unsigned char salt[COMMITMENT_SALT];
        bool is_kept = p != AUDIT_OBJECT || !entry->is_object_secret;
        commitment_salt(salt);
        commitment_make(salt, entry->texts[p], &row->commitments[p]);
        put_note(a, row->entry, (enum audit_part)p, salt, is_kept ? &entry->texts[p] : NULL);
    }
}

static void bind_hash(sqlite3_stmt *statement, int at, const struct merkle_hash *hash)
{
    sqlite3_bind_blob(statement, at, hash->bytes, DIGEST_BYTES, SQLITE_STATIC);
}

static void put_row(struct appending *a, const struct audit_row *row)
{
    sqlite3_stmt *statement;
    a->status = statement_open(a->store, "INSERT INTO main.audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               &statement, a->err);
    if (a->status == BOWLINE_OK) {
        sqlite3_bind_int64(statement, 1, (int64_t)row->entry);
        sqlite3_bind_int64(statement, 2, row->time);
        statement_bind_span(statement, 3, row->verb);
        statement_bind_span(statement, 4, row->command);
        sqlite3_bind_int64(statement, 5, row->records);
        statement_bind_span(statement, 6, row->version);
        for (int p = 0; p < AUDIT_PARTS; p++)
            bind_hash(statement, 7 + p, &row->commitments[p]);
        bind_hash(statement, 7 + AUDIT_PARTS, &row->root);
        sqlite3_bind_blob(statement, 8 + AUDIT_PARTS, row->signature,
                          row->is_signed ? TREE_HEAD_SIGNATURE : 0, SQLITE_STATIC);
        a->status = statement_run(a->store, statement, a->err);
    }
    sqlite3_finalize(statement);
}

static void sign_row(struct store *store, struct audit_row *row)
{
    unsigned char seed[TREE_HEAD_SEED];
    const struct tree_head head = {.size = row->entry, .time = row->time, .root = row->root};
    row->is_signed = audit_key_load(store, seed);
    if (row->is_signed)
        tree_head_sign(&head, seed, row->signature);
    sodium_memzero(seed, sizeof seed);
}

enum bowline_status audit_append(struct store *store, const struct audit_entry *entry,
                                 struct bowline_error *err)
{
    struct appending a = {.store = store, .err = err};
    struct audit_row row = {.time = (int64_t)time(NULL),
                            .verb = span_of(verbs[entry->verb]),
                            .command = span_of(entry->command),
                            .version = span_of(BOWLINE_VERSION),
                            .records = (int64_t)entry->records};
    const struct merkle_tree tree = {node_of, &a};
    struct merkle_hash leaf;
    int64_t last = 0;
    a.status = statement_count(store, "SELECT coalesce(max(entry), 0) FROM audit", &last, err);
    row.entry = (uint64_t)last + 1;
    if (a.status == BOWLINE_OK)
        put_notes(&a, entry, &row);
    if (a.status == BOWLINE_OK) {
        audit_leaf(&row, &leaf);
        put_leaf(&a, row.entry - 1, &leaf);
    }
    if (a.status == BOWLINE_OK && merkle_root(&tree, row.entry, &row.root)) {
        sign_row(store, &row);
        put_row(&a, &row);
    }
    return a.status;
}

/* A person waits: other commands write for some milliseconds, a run for minutes. */
static const int wait_for_writer = 5000;

enum bowline_status audit_append_reading(struct store *store, const struct audit_entry *entry,
                                         struct bowline_error *err)
{
    sqlite3_busy_timeout(store->db, wait_for_writer);
    enum bowline_status status = store_exec(
        store, "PRAGMA query_only = OFF; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON", err);
    if (status == BOWLINE_OK)
        status = store_begin(store, err);
    if (status == BOWLINE_OK)
        status = audit_append(store, entry, err);
    if (status == BOWLINE_OK)
        status = store_commit(store, err);
    else
        store_undo(store);
    enum bowline_status again =
        store_exec(store, "PRAGMA query_only = ON", status == BOWLINE_OK ? err : NULL);
    return status == BOWLINE_OK ? again : status;
}

enum bowline_status audit_prove_entry(struct store *store, uint64_t entry, uint64_t size,
                                      struct merkle_proof *out, struct bowline_error *err)
{
    struct appending a = {.store = store, .err = err};
    const struct merkle_tree tree = {node_of, &a};
    merkle_prove_leaf(&tree, entry - 1, size, out);
    return a.status;
}

enum bowline_status audit_prove_growth(struct store *store, uint64_t earlier, uint64_t size,
                                       struct merkle_proof *out, struct bowline_error *err)
{
    struct appending a = {.store = store, .err = err};
    const struct merkle_tree tree = {node_of, &a};
    merkle_prove_growth(&tree, earlier, size, out);
    return a.status;
}

enum bowline_status audit_root(struct store *store, uint64_t size, struct merkle_hash *out,
                               struct bowline_error *err)
{
    struct appending a = {.store = store, .err = err};
    const struct merkle_tree tree = {node_of, &a};
    merkle_root(&tree, size, out);
    return a.status;
}
