/* The key that signs the log. */
#include "store/audit_key.h"

#include "sealing/seal_keys.h"
#include "store/stage_store.h"
#include "store/statement.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SEED_HEX = TREE_HEAD_SEED * 2 + 1 };

static char *key_path(const char *path)
{
    return sqlite3_mprintf("%s.log-key", path);
}

/* A key that stands there already is kept: it may be that of a case of this name whose making was cut short.
 */
static enum bowline_status write_seed(const char *name, const unsigned char seed[TREE_HEAD_SEED],
                                      struct bowline_error *err)
{
    char hex[SEED_HEX + 1];
    sodium_bin2hex(hex, SEED_HEX, seed, TREE_HEAD_SEED);
    hex[SEED_HEX - 1] = '\n';
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    bool is_whole = file >= 0 && write(file, hex, SEED_HEX) == SEED_HEX;
    int number = errno;
    if (file >= 0 && close(file) != 0 && is_whole) {
        is_whole = false;
        number = errno;
    }
    sodium_memzero(hex, sizeof hex);
    return is_whole ? BOWLINE_OK : error_system(err, number, "cannot make the key of the log", name);
}

/* In a sealed case whoever can open it can sign. */
static void derive_seed(const struct store *store, unsigned char seed[TREE_HEAD_SEED])
{
    seal_derive(store->keys, span_of("log"), seed);
}

enum bowline_status audit_key_make(struct store *store, const char *path, struct bowline_error *err)
{
    unsigned char seed[TREE_HEAD_SEED];
    unsigned char key[TREE_HEAD_PUBLIC];
    char hex[TREE_HEAD_PUBLIC * 2 + 1];
    char *name = key_path(path);
    if (!name)
        return error_memory(err);
    if (store->keys)
        derive_seed(store, seed);
    else
        tree_head_make_seed(seed);
    tree_head_public(seed, key);
    sodium_bin2hex(hex, sizeof hex, key, sizeof key);
    enum bowline_status status = store_put_info(store, "log_key", span_of(hex), err);
    if (status == BOWLINE_OK && !store->keys)
        status = write_seed(name, seed, err);
    sodium_memzero(seed, sizeof seed);
    sqlite3_free(name);
    return status;
}

static bool read_seed(const char *name, unsigned char seed[TREE_HEAD_SEED])
{
    char hex[SEED_HEX];
    size_t length = 0;
    int file = open(name, O_RDONLY | O_CLOEXEC);
    bool is_read = file >= 0 && read(file, hex, SEED_HEX) >= SEED_HEX - 1 &&
                   sodium_hex2bin(seed, TREE_HEAD_SEED, hex, SEED_HEX - 1, NULL, &length, NULL) == 0 &&
                   length == TREE_HEAD_SEED;
    if (file >= 0)
        close(file);
    sodium_memzero(hex, sizeof hex);
    return is_read;
}

bool audit_key_load(struct store *store, unsigned char seed[TREE_HEAD_SEED])
{
    unsigned char kept[TREE_HEAD_PUBLIC];
    unsigned char key[TREE_HEAD_PUBLIC];
    if (store->keys) {
        derive_seed(store, seed);
        return true;
    }
    char *name = key_path(store_path(store));
    bool is_ours = name && audit_key_public(store, kept) && read_seed(name, seed);
    sqlite3_free(name);
    if (!is_ours)
        return false;
    tree_head_public(seed, key);
    return memcmp(key, kept, sizeof key) == 0;
}

bool audit_key_public(struct store *store, unsigned char key[TREE_HEAD_PUBLIC])
{
    sqlite3_stmt *statement;
    bool has_row = false;
    size_t length = 0;
    if (statement_open(store, "SELECT value FROM case_info WHERE name = 'log_key'", &statement, NULL) !=
        BOWLINE_OK)
        return false;
    if (statement_next(store, statement, &has_row, NULL) != BOWLINE_OK)
        has_row = false;
    struct span hex = statement_span(statement, 0);
    bool is_key = has_row &&
                  sodium_hex2bin(key, TREE_HEAD_PUBLIC, hex.at, hex.length, NULL, &length, NULL) == 0 &&
                  length == TREE_HEAD_PUBLIC;
    sqlite3_finalize(statement);
    return is_key;
}
