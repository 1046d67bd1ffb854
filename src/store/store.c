/* Opening, making and closing a case file. */
#include "store/store.h"

#include "base/memory.h"
#include "store/audit_key.h"
#include "store/bulk.h"
#include "store/case_lock.h"
#include "store/key_ring.h"
#include "store/page_stamp.h"
#include "store/summands.h"
#include "store/token_store.h"
#include "store/value_door.h"
#include "store/word_tokenizer.h"

#include <bowline/version.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

extern const char store_schema[];

#define EMPTY_FILE "an empty file, not a case: run `bowline run` first"

static enum bowline_status status_of_sqlite(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM: return BOWLINE_ERROR_MEMORY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return BOWLINE_ERROR_BUSY;
    case SQLITE_FULL: return BOWLINE_ERROR_SPACE;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return BOWLINE_ERROR_CASE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return BOWLINE_ERROR_PERMISSION;
    case SQLITE_TOOBIG: return BOWLINE_ERROR_SPACE;
    case SQLITE_INTERRUPT: return BOWLINE_ERROR_INTERRUPTED;
    default: return BOWLINE_ERROR_IO;
    }
}

static const char *hint_of(enum bowline_status status)
{
    switch (status) {
    case BOWLINE_ERROR_MEMORY: return "out of memory: close other programs, or split the input";
    case BOWLINE_ERROR_BUSY: return "it is open in another program: close that and try again";
    case BOWLINE_ERROR_SPACE: return "the disk is full: free space and run again; what was committed is kept";
    case BOWLINE_ERROR_CASE: return "it is not a Bowline case file, or it is damaged: give another name";
    case BOWLINE_ERROR_PERMISSION: return "no permission to write it: ask its owner, or give another name";
    default: return "";
    }
}

enum bowline_status store_fail(struct store *store, const char *what, struct bowline_error *err)
{
    int code = sqlite3_extended_errcode(store->db);
    int number = sqlite3_system_errno(store->db);
    enum bowline_status status = status_of_sqlite(code);
    if (status == BOWLINE_ERROR_IO && (number == ENOSPC || number == EFBIG || number == EDQUOT))
        status = BOWLINE_ERROR_SPACE;
    const char *hint = hint_of(status);
    return error_set(err, status, "%s: %s: %s%s%s", store->path, what, sqlite3_errmsg(store->db),
                     *hint ? "; " : "", hint);
}

enum bowline_status store_exec(struct store *store, const char *sql, struct bowline_error *err)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return store_fail(store, "cannot change the case file", err);
    return BOWLINE_OK;
}

/* Sets *is_new where the file is an empty database: one that is just made, or whose making was cut short. */
static enum bowline_status check_header(struct store *store, bool *is_new, struct bowline_error *err)
{
    int64_t application = 0;
    int64_t version = 0;
    int64_t pages = 0;
    enum bowline_status status = statement_count(store, "PRAGMA application_id", &application, err);
    if (status == BOWLINE_OK)
        status = statement_count(store, "PRAGMA user_version", &version, err);
    if (status == BOWLINE_OK)
        status = statement_count(store, "PRAGMA page_count", &pages, err);
    if (status != BOWLINE_OK)
        return status;
    /* SQLite takes a file of a few bytes for an empty database, and would write over it. */
    struct stat info;
    *is_new = pages == 0 && stat(store->path, &info) == 0 && info.st_size == 0;
    if (*is_new)
        return BOWLINE_OK;
    if (application != BOWLINE_CASE_APPLICATION)
        return error_set(err, BOWLINE_ERROR_CASE, "%s: not a Bowline case file: give another name",
                         store->path);
    if (version > BOWLINE_CASE_VERSION)
        return error_set(
            err, BOWLINE_ERROR_VERSION,
            "%s: written by a newer Bowline (case version %lld, this one reads up to %d): update Bowline",
            store->path, (long long)version, BOWLINE_CASE_VERSION);
    if (version < BOWLINE_CASE_VERSION)
        return error_set(err, BOWLINE_ERROR_VERSION,
                         "%s: written by an older Bowline (case version %lld, this one reads %d): run again "
                         "into a new case",
                         store->path, (long long)version, BOWLINE_CASE_VERSION);
    return BOWLINE_OK;
}

/* How a case is opened for writing. */
struct opening {
    const char *name;       /* where the file is */
    const char *path;       /* where it is going to be */
    bool is_sealed;         /* one that is made */
    struct seal_keys *keys; /* of a case that was just made, taken over; NULL: they are looked for */
    bool are_keys_lent;     /* they stay the caller's */
};

static enum bowline_status make_schema(struct store *store, const struct opening *how,
                                       struct bowline_error *err)
{
    char head[128];
    snprintf(head, sizeof head, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
             BOWLINE_CASE_APPLICATION, BOWLINE_CASE_VERSION);
    enum bowline_status status = store_begin(store, err);
    if (status == BOWLINE_OK)
        status = store_exec(store, head, err);
    if (status == BOWLINE_OK)
        status = store_exec(store, store_schema, err);
    if (status == BOWLINE_OK)
        status = how->is_sealed ? case_lock_make(store, how->path, err) : BOWLINE_OK;
    if (status == BOWLINE_OK)
        status = audit_key_make(store, how->path, err);
    if (status == BOWLINE_OK)
        status = store_commit(store, err);
    return status;
}

/* NOMUTEX: a store is never used by two threads at once, so SQLite need not lock for each value. */
static enum bowline_status open_database(const char *path, int flags, struct store **out,
                                         struct bowline_error *err)
{
    struct store *store = memory_new(1, sizeof *store);
    char *copy = store ? memory_new(strlen(path) + 1, 1) : NULL;
    if (!copy) {
        memory_free(store);
        return error_memory(err);
    }
    store->path = memcpy(copy, path, strlen(path) + 1);
    enum bowline_status status = BOWLINE_OK;
    if (sqlite3_open_v2(path, &store->db, flags | SQLITE_OPEN_NOMUTEX, page_stamp_vfs()) != SQLITE_OK)
        status = store->db ? store_fail(store, "cannot open the case file", err) : error_memory(err);
    if (status == BOWLINE_OK)
        status = bulk_register(store, err);
    if (status == BOWLINE_OK)
        status = summands_register(store, err);
    if (status == BOWLINE_OK)
        status = value_door_register(store, err);
    if (status == BOWLINE_OK)
        status = word_tokenizer_register(store, err);
    if (status != BOWLINE_OK) {
        store_close(store);
        return status;
    }
    *out = store;
    return BOWLINE_OK;
}

/* SQLite's own word for a missing file or a folder is "unable to open"; the system's says why. */
static enum bowline_status check_readable(const char *path, struct bowline_error *err)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return error_system(err, errno, "cannot open the case file", path);
    if (!S_ISREG(info.st_mode))
        return error_set(err, BOWLINE_ERROR_CASE, "%s: not a case file but a folder or a device", path);
    if (access(path, R_OK) != 0)
        return error_system(err, errno, "cannot read the case file", path);
    return BOWLINE_OK;
}

enum bowline_status store_open_unchecked(const char *path, struct store **out, struct bowline_error *err)
{
    enum bowline_status status = check_readable(path, err);
    return status == BOWLINE_OK ? open_database(path, SQLITE_OPEN_READWRITE, out, err) : status;
}

static enum bowline_status open_locked(const char *path, int flags, struct store **out,
                                       struct bowline_error *err)
{
    bool is_new = false;
    struct store *store = NULL;
    enum bowline_status status = check_readable(path, err);
    if (status != BOWLINE_OK)
        return status;
    status = open_database(path, flags, &store, err);
    if (!store)
        return status == BOWLINE_OK ? BOWLINE_ERROR_MEMORY : status;
    sqlite3_busy_timeout(store->db, 2000);
    status = check_header(store, &is_new, err);
    if (status == BOWLINE_OK && is_new)
        status = error_set(err, BOWLINE_ERROR_CASE, "%s: " EMPTY_FILE, path);
    if (status != BOWLINE_OK)
        store_close(store);
    else
        *out = store;
    return status;
}

enum bowline_status store_open_locked(const char *path, struct store **out, struct bowline_error *err)
{
    return open_locked(path, SQLITE_OPEN_READWRITE, out, err);
}

static enum bowline_status open_reader(const char *path, int flags, struct store **out,
                                       struct bowline_error *err)
{
    struct store *store = NULL;
    enum bowline_status status = open_locked(path, flags, &store, err);
    if (status != BOWLINE_OK)
        return status;
    status = case_lock_open(store, err);
    if (status == BOWLINE_OK)
        status = store_exec(
            store, "PRAGMA query_only = ON; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -65536", err);
    if (status != BOWLINE_OK)
        store_close(store);
    else
        *out = store;
    return status;
}

enum bowline_status store_open_read(const char *path, struct store **out, struct bowline_error *err)
{
    /* Writing where that is allowed: what a killed run left behind is rolled back by whoever opens next. */
    return open_reader(path, SQLITE_OPEN_READWRITE, out, err);
}

enum bowline_status store_open_read_only(const char *path, struct store **out, struct bowline_error *err)
{
    return open_reader(path, SQLITE_OPEN_READONLY, out, err);
}

/* The journal is a file beside the case that exists only while a transaction is open: a kill at any moment
 * leaves the case as it was at its last commit. Locking is exclusive, so that two runs cannot write one case.
 */
static const char writer_settings[] =
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;"
    "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072;"
    "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA threads = 2";

static enum bowline_status open_writer(const struct opening *how, struct store **out,
                                       struct bowline_error *err)
{
    bool is_new = false;
    struct store *store = NULL;
    enum bowline_status status = open_database(how->name, SQLITE_OPEN_READWRITE, &store, err);
    if (!store) {
        seal_keys_free(how->are_keys_lent ? NULL : how->keys);
        return status == BOWLINE_OK ? BOWLINE_ERROR_MEMORY : status;
    }
    store->keys = how->keys;
    store->are_keys_lent = how->are_keys_lent;
    page_stamp_reserve(store->db);
    status = store_exec(store, "PRAGMA page_size = 8192", err);
    if (status == BOWLINE_OK)
        status = check_header(store, &is_new, err);
    if (status == BOWLINE_OK)
        status = store_exec(store, writer_settings, err);
    /* A new file must not be committed to before it has its schema. */
    if (status == BOWLINE_OK)
        status = is_new ? make_schema(store, how, err) : store_exec(store, "BEGIN IMMEDIATE; COMMIT", err);
    if (status == BOWLINE_OK)
        status = case_lock_open(store, err);
    if (status != BOWLINE_OK)
        store_close(store);
    else
        *out = store;
    return status;
}

/* An empty file in which the case is made, so that a refusal comes with the system's own reason. */
static enum bowline_status make_file(const char *name, const char *path, struct bowline_error *err)
{
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return error_system(err, errno, "cannot make the case file", path);
    close(file);
    return BOWLINE_OK;
}

/* Makes the case under another name and gives it its own when it is whole: a run that is killed meanwhile
 * leaves no case, and what it leaves under the other name the next run takes over. keys: NULL for a case that
 * is not to be sealed; else its keys go there, so that nobody is asked for them twice. */
static enum bowline_status make_case(const char *path, struct seal_keys **keys, struct bowline_error *err)
{
    struct store *store = NULL;
    char *name = sqlite3_mprintf("%s.new", path);
    if (!name)
        return error_memory(err);
    enum bowline_status status = make_file(name, path, err);
    if (status == BOWLINE_OK)
        status = open_writer(&(struct opening){.name = name, .path = path, .is_sealed = keys}, &store, err);
    if (status == BOWLINE_OK && keys) {
        *keys = store->keys;
        store->keys = NULL;
    }
    store_close(store);
    if (status == BOWLINE_OK && rename(name, path) != 0)
        status = error_system(err, errno, "cannot make the case file", path);
    if (status != BOWLINE_OK) {
        unlink(name);
        seal_keys_free(keys ? *keys : NULL);
    }
    sqlite3_free(name);
    return status;
}

enum bowline_status store_open_write(const char *path, struct store **out, struct bowline_error *err)
{
    struct stat info;
    enum bowline_status status =
        stat(path, &info) == 0 ? check_readable(path, err) : make_case(path, NULL, err);
    return status == BOWLINE_OK ? open_writer(&(struct opening){.name = path, .path = path}, out, err)
                                : status;
}

enum bowline_status store_open_change(const char *path, struct store **out, struct bowline_error *err)
{
    struct stat info;
    enum bowline_status status = check_readable(path, err);
    if (status == BOWLINE_OK && stat(path, &info) == 0 && info.st_size == 0)
        status = error_set(err, BOWLINE_ERROR_CASE, "%s: " EMPTY_FILE, path);
    return status == BOWLINE_OK ? open_writer(&(struct opening){.name = path, .path = path}, out, err)
                                : status;
}

static enum bowline_status refuse_sealed(const char *path, struct bowline_error *err)
{
    struct store *store = NULL;
    struct seal_lock lock;
    bool is_sealed = false;
    enum bowline_status status = store_open_locked(path, &store, err);
    if (status == BOWLINE_OK)
        status = case_lock_read(store, &lock, &is_sealed, err);
    store_close(store);
    if (status != BOWLINE_OK || !is_sealed)
        return status;
    return error_set(err, BOWLINE_ERROR_ARGUMENT,
                     "%s is sealed, and stays so: run into a new case for one that is not", path);
}

enum bowline_status store_open_run(const char *path, struct store **out, struct bowline_error *err)
{
    struct stat info;
    struct seal_keys *keys = NULL;
    bool is_unsealed = key_ring()->unsealed;
    enum bowline_status status;
    if (stat(path, &info) != 0)
        status = make_case(path, is_unsealed ? NULL : &keys, err);
    else
        status = is_unsealed && info.st_size > 0 ? refuse_sealed(path, err) : check_readable(path, err);
    return status == BOWLINE_OK
               ? open_writer(&(struct opening){.name = path, .path = path, .keys = keys}, out, err)
               : status;
}

/* The lock of the other, so that it is opened by what opens that. */
static enum bowline_status take_lock(struct store *like, struct store *twin, struct bowline_error *err)
{
    struct seal_lock lock;
    bool is_there = false;
    enum bowline_status status = case_lock_read(like, &lock, &is_there, err);
    if (status != BOWLINE_OK || !is_there)
        return status;
    status = store_begin(twin, err);
    if (status == BOWLINE_OK)
        status = case_lock_take(twin, &lock, err);
    if (status == BOWLINE_OK)
        status = store_commit(twin, err);
    return status == BOWLINE_OK ? case_lock_open(twin, err) : status;
}

enum bowline_status store_make_twin(struct store *like, const char *path, struct store **out,
                                    struct bowline_error *err)
{
    struct store *twin = NULL;
    const struct opening how = {.name = path, .path = path, .keys = like->keys, .are_keys_lent = true};
    enum bowline_status status = make_file(path, path, err);
    if (status == BOWLINE_OK)
        status = open_writer(&how, &twin, err);
    if (status != BOWLINE_OK)
        return status;
    status = take_lock(like, twin, err);
    if (status != BOWLINE_OK)
        store_close(twin);
    else
        *out = twin;
    return status;
}

bool store_is_sealed(const struct store *store)
{
    return store->keys != NULL;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    statements_forget(store);
    sqlite3_close(store->db);
    seal_keys_free(store->are_keys_lent ? NULL : store->keys);
    token_store_forget(store);
    memory_free(store->path);
    memory_free(store);
}

void store_set_tick(struct store *store, store_tick *tick, void *context)
{
    store->tick = tick;
    store->tick_context = context;
}

const char *store_library(void)
{
    return sqlite3_libversion();
}

const char *store_path(const struct store *store)
{
    return store->path;
}

enum bowline_status store_begin(struct store *store, struct bowline_error *err)
{
    enum bowline_status status = store_exec(store, "BEGIN IMMEDIATE", err);
    store->in_transaction = status == BOWLINE_OK;
    return status;
}

enum bowline_status store_commit(struct store *store, struct bowline_error *err)
{
    enum bowline_status status = store_exec(store, "COMMIT", err);
    if (status != BOWLINE_OK)
        store_undo(store);
    store->in_transaction = false;
    return status;
}

void store_undo(struct store *store)
{
    if (store->in_transaction)
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    store->in_transaction = false;
}
