/* Erasures are kept as commitments. */
#include "store/erase_store.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "store/stage_store.h"
#include "store/statement.h"
#include "store/value_door.h"

#include <stdlib.h>
#include <time.h>

static const char *const kinds[] = {"key", "row"};

static int compare_hashes(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(struct merkle_hash));
}

static enum bowline_status load_salt(struct store *store, struct erasures *out, struct bowline_error *err)
{
    struct buffer hex;
    size_t length = 0;
    buffer_init(&hex, 1 << 10);
    enum bowline_status status = store_get_info(store, "erasure_salt", &hex, err);
    out->has_salt =
        status == BOWLINE_OK && hex.length == 2 * sizeof out->salt &&
        sodium_hex2bin(out->salt, sizeof out->salt, hex.data, hex.length, NULL, &length, NULL) == 0;
    buffer_release(&hex);
    return status;
}

static bool keep_hash(struct erasures *e, const void *bytes, int length)
{
    if (length != DIGEST_BYTES)
        return true;
    if (!memory_reserve(&e->known, &e->capacity, e->count + 1, UINT32_MAX))
        return false;
    memcpy(e->known[e->count++].bytes, bytes, DIGEST_BYTES);
    return true;
}

enum bowline_status erasures_load(struct store *store, struct erasures *out, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    *out = (struct erasures){.known = NULL};
    enum bowline_status status = load_salt(store, out, err);
    if (status == BOWLINE_OK)
        status = statement_open(store, "SELECT commitment FROM erasure", &statement, err);
    if (status != BOWLINE_OK)
        return status;
    while (status == BOWLINE_OK) {
        status = statement_next(store, statement, &has_row, err);
        if (status != BOWLINE_OK || !has_row)
            break;
        if (!keep_hash(out, sqlite3_column_blob(statement, 0), sqlite3_column_bytes(statement, 0)))
            status = error_memory(err);
    }
    sqlite3_finalize(statement);
    if (status == BOWLINE_OK && out->count)
        qsort(out->known, out->count, sizeof *out->known, compare_hashes);
    else if (status != BOWLINE_OK)
        erasures_release(out);
    return status;
}

void erasures_release(struct erasures *e)
{
    memory_free(e->known);
    *e = (struct erasures){.known = NULL};
}

/* The lengths keep one text from running into the next. */
static void commit_to(const struct erasures *e, enum erasure_kind kind, struct span resource,
                      struct span text, struct merkle_hash *out)
{
    struct digest d;
    uint64_t lengths[2] = {resource.length, text.length};
    digest_init(&d);
    digest_update(&d, e->salt, sizeof e->salt);
    digest_update(&d, kinds[kind], 3);
    digest_update(&d, lengths, sizeof lengths);
    digest_update(&d, resource.at, resource.length);
    digest_update(&d, text.at, text.length);
    crypto_hash_sha256_final(&d.state, out->bytes);
}

bool erasures_have(const struct erasures *e, enum erasure_kind kind, struct span resource, struct span text)
{
    struct merkle_hash hash;
    if (!e || e->count == 0)
        return false;
    commit_to(e, kind, resource, text, &hash);
    return bsearch(&hash, e->known, e->count, sizeof hash, compare_hashes) != NULL;
}

static enum bowline_status make_salt(struct store *store, struct erasures *e, struct bowline_error *err)
{
    char hex[2 * ERASURE_SALT + 1];
    randombytes_buf(e->salt, sizeof e->salt);
    sodium_bin2hex(hex, sizeof hex, e->salt, sizeof e->salt);
    e->has_salt = true;
    return store_put_info(store, "erasure_salt", span_of(hex), err);
}

enum bowline_status erasure_add(struct store *store, struct erasures *e, enum erasure_kind kind,
                                struct span resource, struct span text, struct bowline_error *err)
{
    struct merkle_hash hash;
    sqlite3_stmt *statement;
    enum bowline_status status = e->has_salt ? BOWLINE_OK : make_salt(store, e, err);
    if (status == BOWLINE_OK)
        status = statement_open(store, "INSERT INTO main.erasure VALUES (NULL, ?, ?, ?, ?)", &statement, err);
    if (status != BOWLINE_OK)
        return status;
    commit_to(e, kind, resource, text, &hash);
    statement_bind_span(statement, 1, resource);
    sqlite3_bind_text(statement, 2, kinds[kind], -1, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 3, hash.bytes, DIGEST_BYTES, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 4, (int64_t)time(NULL));
    status = statement_run(store, statement, err);
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status erasure_is_open(struct store *store, bool *out, struct bowline_error *err)
{
    int64_t count = 0;
    enum bowline_status status = statement_count(store, "SELECT count(*) FROM pending", &count, err);
    *out = count > 0;
    return status;
}

enum bowline_status erasure_set_open(struct store *store, struct bowline_error *err)
{
    return store_exec(store, "INSERT OR IGNORE INTO main.pending VALUES ('erasing')", err);
}

enum bowline_status erasure_clean(struct store *store, struct bowline_error *err)
{
    /* VACUUM makes the indexes anew by the names of their tables, before which must stand no view. */
    enum bowline_status status = store->keys ? value_door_close(store, err) : BOWLINE_OK;
    if (status == BOWLINE_OK)
        status = store_exec(store, "VACUUM", err);
    return status == BOWLINE_OK && store->keys ? value_door_open(store, err) : status;
}

enum bowline_status erasure_close(struct store *store, struct bowline_error *err)
{
    return store_exec(store, "DELETE FROM main.pending", err);
}
