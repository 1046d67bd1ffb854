/* Stamps on pages: a thin layer between SQLite and the system's file (sqlite.org/vfs.html). */
#include "store/page_stamp.h"

#include "base/hash.h"

#include <sqlite3.h>
#include <string.h>

enum { STAMPED = PAGE_SIZE_OF_CASE - PAGE_STAMP_BYTES };

/* The system's file stands right behind it. */
struct stamped_file {
    sqlite3_file base; /* must be first */
    bool is_stamped;   /* a case of ours, or a file that is going to be one */
};

static sqlite3_vfs *below(sqlite3_vfs *vfs)
{
    return vfs->pAppData;
}

static sqlite3_file *real(sqlite3_file *file)
{
    return (sqlite3_file *)((struct stamped_file *)file + 1);
}

static uint64_t stamp_of(const unsigned char *page, uint32_t number)
{
    return hash_bytes(page, STAMPED, number);
}

bool page_stamp_is_right(const unsigned char page[PAGE_SIZE_OF_CASE], uint32_t number)
{
    uint64_t stamp = stamp_of(page, number);
    return memcmp(page + STAMPED, &stamp, sizeof stamp) == 0;
}

static int file_close(sqlite3_file *file)
{
    return real(file)->pMethods->xClose(real(file));
}

static int file_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), to, amount, at);
}

/* The page is SQLite's own memory, and the bytes at its end are ours: stamping it in place keeps the
 * journal's copies of it right too. */
static int file_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
    const struct stamped_file *stamped = (const struct stamped_file *)file;
    if (stamped->is_stamped && amount == PAGE_SIZE_OF_CASE && at % PAGE_SIZE_OF_CASE == 0) {
        uint64_t stamp = stamp_of(from, (uint32_t)(at / PAGE_SIZE_OF_CASE + 1));
        memcpy((char *)from + STAMPED, &stamp, sizeof stamp);
    }
    return real(file)->pMethods->xWrite(real(file), from, amount, at);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return real(file)->pMethods->xTruncate(real(file), size);
}

static int file_sync(sqlite3_file *file, int flags)
{
    return real(file)->pMethods->xSync(real(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int file_lock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

static int file_unlock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

static int file_check_reserved(sqlite3_file *file, int *out)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
}

static int file_control(sqlite3_file *file, int op, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), op, argument);
}

static int file_sector_size(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

static int file_device(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static int file_fetch(sqlite3_file *file, sqlite3_int64 at, int amount, void **out)
{
    return real(file)->pMethods->xFetch(real(file), at, amount, out);
}

static int file_unfetch(sqlite3_file *file, sqlite3_int64 at, void *page)
{
    return real(file)->pMethods->xUnfetch(real(file), at, page);
}

/* Without shared memory: a case has no write-ahead log. */
static const sqlite3_io_methods methods = {
    .iVersion = 3,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_device,
    .xFetch = file_fetch,
    .xUnfetch = file_unfetch,
};

/* Bytes 16 and 20 of a database: the size of its pages, and how many bytes of each are left free. */
static bool is_case(sqlite3_file *file)
{
    unsigned char head[24];
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK || size == 0)
        return true;
    return file->pMethods->xRead(file, head, sizeof head, 0) == SQLITE_OK &&
           (head[16] << 8 | head[17]) == PAGE_SIZE_OF_CASE && head[20] == PAGE_STAMP_BYTES;
}

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
    struct stamped_file *stamped = (struct stamped_file *)file;
    if (!(flags & SQLITE_OPEN_MAIN_DB))
        return below(vfs)->xOpen(below(vfs), name, file, flags, out);
    stamped->base.pMethods = NULL;
    int code = below(vfs)->xOpen(below(vfs), name, real(file), flags, out);
    if (code != SQLITE_OK)
        return code;
    stamped->is_stamped = is_case(real(file));
    stamped->base.pMethods = &methods;
    return SQLITE_OK;
}

/* Registered once; its other functions are those of the system's own. */
static sqlite3_vfs stamping;
static const char vfs_name[] = "bowline";

const char *page_stamp_vfs(void)
{
    int code = sqlite3_initialize();
    sqlite3_mutex *mutex = code == SQLITE_OK ? sqlite3_mutex_alloc(SQLITE_MUTEX_STATIC_APP1) : NULL;
    sqlite3_mutex_enter(mutex);
    sqlite3_vfs *system = sqlite3_vfs_find(NULL);
    if (code == SQLITE_OK && system && !stamping.zName) {
        stamping = *system;
        stamping.pNext = NULL;
        stamping.pAppData = system;
        stamping.zName = vfs_name;
        stamping.szOsFile = (int)sizeof(struct stamped_file) + system->szOsFile;
        stamping.xOpen = vfs_open;
        if (sqlite3_vfs_register(&stamping, 0) != SQLITE_OK)
            stamping.zName = NULL;
    }
    const char *name = stamping.zName;
    sqlite3_mutex_leave(mutex);
    return name;
}

void page_stamp_reserve(struct sqlite3 *db)
{
    int bytes = PAGE_STAMP_BYTES;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}
