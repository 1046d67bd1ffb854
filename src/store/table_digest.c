/* Digests of rows: made, and compared. */
#include "store/table_digest.h"

#include "base/hash.h"
#include "base/memory.h"

enum { TAG_BYTES = 2 };

/* A piece in the making. Its rows are gathered, so that they are hashed at one go. */
struct piece {
    struct buffer rows;
    unsigned char tags[DIGEST_PIECE * TAG_BYTES];
    int64_t keys[DIGEST_PIECE];
    unsigned count;
    uint64_t number; /* from 0 */
};

static const size_t most_of_piece = (size_t)1 << 32;

static void piece_add(struct piece *p, int64_t key, struct span payload)
{
    uint64_t tag = hash_bytes(payload.at, payload.length, (uint64_t)key);
    uint64_t length = payload.length;
    memcpy(p->tags + (size_t)p->count * TAG_BYTES, &tag, TAG_BYTES);
    p->keys[p->count++] = key;
    buffer_append(&p->rows, &key, sizeof key);
    buffer_append(&p->rows, &length, sizeof length);
    buffer_append_span(&p->rows, payload);
}

static void piece_digest(const struct piece *p, unsigned char out[DIGEST_BYTES])
{
    struct span rows = buffer_all(&p->rows);
    crypto_generichash(out, DIGEST_BYTES, (const unsigned char *)rows.at, rows.length, NULL, 0);
}

static void piece_next(struct piece *p)
{
    buffer_reset(&p->rows);
    p->count = 0;
    p->number++;
}

bool table_digest_covers(const char *table)
{
    return strncmp(table, "audit", 5) != 0 && strcmp(table, "decision") != 0 &&
           strcmp(table, "table_digest") != 0 && strcmp(table, "pending") != 0 &&
           strncmp(table, "sqlite_", 7) != 0;
}

/* What making digests needs. */
struct making {
    struct page_walk walk;
    struct store *store;
    sqlite3_stmt *insert;
    const char *table;
    struct piece piece;
    enum bowline_status status;
    struct bowline_error *err;
};

static bool put_piece(struct making *m)
{
    unsigned char digest[DIGEST_BYTES];
    if (!buffer_ok(&m->piece.rows)) {
        m->status = error_memory(m->err);
        return false;
    }
    piece_digest(&m->piece, digest);
    sqlite3_bind_text(m->insert, 1, m->table, -1, SQLITE_STATIC);
    sqlite3_bind_int64(m->insert, 2, (int64_t)m->piece.number);
    sqlite3_bind_int64(m->insert, 3, m->piece.count);
    sqlite3_bind_blob(m->insert, 4, m->piece.tags, (int)m->piece.count * TAG_BYTES, SQLITE_STATIC);
    sqlite3_bind_blob(m->insert, 5, digest, DIGEST_BYTES, SQLITE_STATIC);
    m->status = statement_run(m->store, m->insert, m->err);
    piece_next(&m->piece);
    return m->status == BOWLINE_OK;
}

static bool make_row(void *context, uint32_t page, int64_t key, struct span payload)
{
    struct making *m = context;
    (void)page;
    piece_add(&m->piece, key, payload);
    return m->piece.count < DIGEST_PIECE || put_piece(m);
}

static void make_table(struct making *m, unsigned tree)
{
    uint32_t page = 0;
    m->table = m->walk.trees[tree].name;
    buffer_reset(&m->piece.rows);
    m->piece.count = 0;
    m->piece.number = 0;
    const char *problem = page_walk_tree(&m->walk, tree, make_row, m, &page);
    if (m->status == BOWLINE_OK)
        m->status = m->walk.status;
    if (m->status == BOWLINE_OK && problem)
        m->status = error_set(m->err, BOWLINE_ERROR_CASE, "%s: table %s is damaged: page %u %s",
                              store_path(m->store), m->table, page, problem);
    if (m->status == BOWLINE_OK && m->piece.count)
        put_piece(m);
}

enum bowline_status table_digests_forget(struct store *store, struct bowline_error *err)
{
    return store_exec(store, "DELETE FROM main.table_digest", err);
}

enum bowline_status table_digests_are_there(struct store *store, bool *out, struct bowline_error *err)
{
    int64_t pieces = 0;
    enum bowline_status status = statement_count(store, "SELECT count(*) FROM table_digest", &pieces, err);
    *out = pieces > 0;
    return status;
}

/* The walk sees what is on disk: the old digests are taken away first, in a transaction of their own. */
static enum bowline_status forget(struct store *store, struct bowline_error *err)
{
    enum bowline_status status = store_begin(store, err);
    if (status != BOWLINE_OK)
        return status;
    status = table_digests_forget(store, err);
    if (status == BOWLINE_OK)
        return store_commit(store, err);
    store_undo(store);
    return status;
}

enum bowline_status table_digests_make(struct store *store, char hex[DIGEST_HEX], struct bowline_error *err)
{
    struct making *m = memory_new(1, sizeof *m);
    if (!m)
        return error_memory(err);
    m->store = store;
    m->err = err;
    buffer_init(&m->piece.rows, most_of_piece);
    m->status = forget(store, err);
    if (m->status == BOWLINE_OK)
        m->status = page_walk_open(store, &m->walk, err);
    if (m->status == BOWLINE_OK)
        m->status = store_begin(store, err);
    if (m->status == BOWLINE_OK)
        m->status =
            statement_open(store, "INSERT INTO main.table_digest VALUES (?, ?, ?, ?, ?)", &m->insert, err);
    for (unsigned t = 0; t < m->walk.tree_count && m->status == BOWLINE_OK; t++)
        if (!m->walk.trees[t].is_index && table_digest_covers(m->walk.trees[t].name))
            make_table(m, t);
    sqlite3_finalize(m->insert);
    if (m->status == BOWLINE_OK)
        m->status = store_commit(store, err);
    else
        store_undo(store);
    enum bowline_status status = m->status;
    page_walk_close(&m->walk);
    buffer_release(&m->piece.rows);
    memory_free(m);
    return status == BOWLINE_OK ? table_digests_state(store, hex, err) : status;
}

enum bowline_status table_digests_state(struct store *store, char hex[DIGEST_HEX], struct bowline_error *err)
{
    sqlite3_stmt *statement;
    struct digest d;
    bool has_row = true;
    digest_init(&d);
    enum bowline_status status =
        statement_open(store,
                       "SELECT table_name, rows, digest FROM table_digest WHERE table_name <> 'case_info'"
                       " ORDER BY table_name, piece",
                       &statement, err);
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        struct span table = statement_span(statement, 0);
        int64_t rows = sqlite3_column_int64(statement, 1);
        digest_update(&d, table.at, table.length);
        digest_update(&d, &rows, sizeof rows);
        digest_update(&d, sqlite3_column_blob(statement, 2), (size_t)sqlite3_column_bytes(statement, 2));
    }
    sqlite3_finalize(statement);
    digest_finish(&d, hex);
    return status;
}

/* What comparing needs. */
struct comparing {
    struct store *store;
    sqlite3_stmt *kept;
    struct piece piece;
    struct table_change *out;
    enum bowline_status status;
    struct bowline_error *err;
};

/* Which row of a piece that differs is the one: the first whose tag differs. */
static void name_row(struct comparing *c, uint64_t from, const unsigned char *tags, unsigned tag_count)
{
    unsigned at = 0;
    unsigned most = c->piece.count < tag_count ? c->piece.count : tag_count;
    while (at < most &&
           memcmp(tags + (size_t)at * TAG_BYTES, c->piece.tags + (size_t)at * TAG_BYTES, TAG_BYTES) == 0)
        at++;
    bool is_named = at < c->piece.count || at < tag_count;
    c->out->is_changed = true;
    c->out->from = from;
    c->out->to = from + (c->piece.count > tag_count ? c->piece.count : tag_count) - 1;
    c->out->row = is_named ? from + at : 0;
    c->out->key = at < c->piece.count ? c->piece.keys[at] : 0;
}

static bool compare_piece(struct comparing *c)
{
    unsigned char digest[DIGEST_BYTES];
    bool has_row = false;
    if (!buffer_ok(&c->piece.rows)) {
        c->status = error_memory(c->err);
        return false;
    }
    piece_digest(&c->piece, digest);
    c->status = statement_next(c->store, c->kept, &has_row, c->err);
    if (c->status != BOWLINE_OK)
        return false;
    uint64_t from = c->piece.number * DIGEST_PIECE + 1;
    unsigned rows = has_row ? (unsigned)sqlite3_column_int64(c->kept, 1) : 0;
    unsigned tag_count = has_row ? (unsigned)sqlite3_column_bytes(c->kept, 2) / TAG_BYTES : 0;
    bool is_same = has_row && sqlite3_column_int64(c->kept, 0) == (int64_t)c->piece.number &&
                   rows == c->piece.count && sqlite3_column_bytes(c->kept, 3) == DIGEST_BYTES &&
                   memcmp(sqlite3_column_blob(c->kept, 3), digest, DIGEST_BYTES) == 0;
    c->out->rows_kept += rows;
    if (!is_same && !c->out->is_changed)
        name_row(c, from, has_row ? sqlite3_column_blob(c->kept, 2) : NULL, tag_count);
    piece_next(&c->piece);
    return true;
}

static bool compare_row(void *context, uint32_t page, int64_t key, struct span payload)
{
    struct comparing *c = context;
    (void)page;
    c->out->rows++;
    piece_add(&c->piece, key, payload);
    return c->piece.count < DIGEST_PIECE || compare_piece(c);
}

/* Rows that are digested and not there any more. */
static void count_lost(struct comparing *c)
{
    bool has_row = true;
    while (c->status == BOWLINE_OK) {
        c->status = statement_next(c->store, c->kept, &has_row, c->err);
        if (c->status != BOWLINE_OK || !has_row)
            break;
        c->out->rows_kept += (uint64_t)sqlite3_column_int64(c->kept, 1);
    }
    if (c->status == BOWLINE_OK && c->out->rows != c->out->rows_kept && !c->out->is_changed) {
        c->out->is_changed = true;
        c->out->row = c->out->rows + 1;
    }
}

enum bowline_status table_digest_compare(struct page_walk *walk, unsigned tree, struct table_change *out,
                                         struct bowline_error *err)
{
    struct comparing *c = memory_new(1, sizeof *c);
    *out = (struct table_change){0};
    if (!c)
        return error_memory(err);
    c->store = walk->store;
    c->err = err;
    c->out = out;
    buffer_init(&c->piece.rows, most_of_piece);
    c->status = statement_open(
        walk->store, "SELECT piece, rows, tags, digest FROM table_digest WHERE table_name = ? ORDER BY piece",
        &c->kept, err);
    if (c->status == BOWLINE_OK) {
        sqlite3_bind_text(c->kept, 1, walk->trees[tree].name, -1, SQLITE_STATIC);
        out->problem = page_walk_tree(walk, tree, compare_row, c, &out->page);
        if (c->status == BOWLINE_OK)
            c->status = walk->status;
    }
    if (c->status == BOWLINE_OK && c->piece.count)
        compare_piece(c);
    if (c->status == BOWLINE_OK)
        count_lost(c);
    sqlite3_finalize(c->kept);
    enum bowline_status status = c->status;
    buffer_release(&c->piece.rows);
    memory_free(c);
    return status;
}

static void digest_value(struct digest *d, sqlite3_stmt *statement, int column)
{
    int type = sqlite3_column_type(statement, column);
    int64_t number = sqlite3_column_int64(statement, column);
    uint64_t length = 0;
    digest_update(d, &type, sizeof type);
    if (type == SQLITE_INTEGER) {
        digest_update(d, &number, sizeof number);
    } else if (type != SQLITE_NULL) {
        const void *at = sqlite3_column_blob(statement, column);
        length = (uint64_t)sqlite3_column_bytes(statement, column);
        digest_update(d, &length, sizeof length);
        digest_update(d, at, length);
    }
}

enum bowline_status table_digest_small(struct store *store, const char *table, char hex[DIGEST_HEX],
                                       struct bowline_error *err)
{
    sqlite3_stmt *statement = NULL;
    struct digest d;
    bool has_row = true;
    digest_init(&d);
    char *sql = sqlite3_mprintf("SELECT * FROM main.\"%w\" ORDER BY 1", table);
    enum bowline_status status = sql ? statement_open(store, sql, &statement, err) : error_memory(err);
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        for (int column = 0; column < sqlite3_column_count(statement); column++)
            digest_value(&d, statement, column);
    }
    sqlite3_finalize(statement);
    sqlite3_free(sql);
    digest_finish(&d, hex);
    return status;
}
