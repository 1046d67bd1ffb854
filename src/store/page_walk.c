/* Pages as they lie on disk: sqlite.org/fileformat2.html, sections 1.3 (header), 1.5 (freelist), 1.6 (trees).
 */
#include "store/page_walk.h"

#include "base/memory.h"
#include "store/page_stamp.h"

#include <stdio.h>

enum {
    USABLE = PAGE_SIZE_OF_CASE - PAGE_STAMP_BYTES,
    DEEPEST = 20, /* of a tree; SQLite's own limit */
    LOCK_BYTE = 0x40000000
};

enum page_type { INTERIOR_INDEX = 2, INTERIOR_TABLE = 5, LEAF_INDEX = 10, LEAF_TABLE = 13 };

static const char out_of_place[] = "points to a page that is not there, or is another's";
static const char torn[] = "holds a cell that goes beyond its end";
static const char no_page[] = "is no page of a table or an index";

static uint32_t read16(const unsigned char *at)
{
    return (uint32_t)at[0] << 8 | at[1];
}

static uint32_t read32(const unsigned char *at)
{
    return read16(at) << 16 | read16(at + 2);
}

/* A number of one to nine bytes; 0 where it goes beyond the end. */
static unsigned read_varint(const unsigned char *at, const unsigned char *end, uint64_t *out)
{
    uint64_t value = 0;
    for (unsigned i = 0; i < 9 && at + i < end; i++) {
        if (i == 8) {
            *out = value << 8 | at[i];
            return 9;
        }
        value = value << 7 | (at[i] & 0x7f);
        if (!(at[i] & 0x80)) {
            *out = value;
            return i + 1;
        }
    }
    return 0;
}

static bool read_page(struct page_walk *w, uint32_t number, unsigned char *out)
{
    sqlite3_int64 at = (sqlite3_int64)(number - 1) * PAGE_SIZE_OF_CASE;
    int code = w->file->pMethods->xRead(w->file, out, PAGE_SIZE_OF_CASE, at);
    if (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)
        return true;
    w->status = error_set(w->err, BOWLINE_ERROR_IO, "%s: cannot read page %u", store_path(w->store), number);
    return false;
}

/* Takes a page for an owner; false where another has it, or it is not there. */
static bool claim(struct page_walk *w, uint32_t number, unsigned owner)
{
    if (number < 1 || number > w->page_count || w->owners[number] != PAGE_OF_NONE)
        return false;
    w->owners[number] = (uint16_t)owner;
    return true;
}

static enum bowline_status read_trees(struct page_walk *w)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    w->trees[0] = (struct page_tree){.name = "sqlite_schema", .table = "sqlite_schema", .root = 1};
    w->tree_count = 1;
    enum bowline_status status =
        statement_open(w->store,
                       "SELECT name, tbl_name, type = 'index', rootpage FROM sqlite_schema"
                       " WHERE rootpage > 0 ORDER BY rowid",
                       &statement, w->err);
    while (status == BOWLINE_OK && w->tree_count < PAGE_TREES_MOST) {
        status = statement_next(w->store, statement, &has_row, w->err);
        if (status != BOWLINE_OK || !has_row)
            break;
        struct page_tree *tree = &w->trees[w->tree_count++];
        struct span name = statement_span(statement, 0);
        struct span table = statement_span(statement, 1);
        snprintf(tree->name, sizeof tree->name, "%.*s", (int)name.length, name.at);
        snprintf(tree->table, sizeof tree->table, "%.*s", (int)table.length, table.at);
        tree->is_index = sqlite3_column_int(statement, 2);
        tree->root = (uint32_t)sqlite3_column_int64(statement, 3);
    }
    sqlite3_finalize(statement);
    return status;
}

enum bowline_status page_walk_open(struct store *store, struct page_walk *w, struct bowline_error *err)
{
    *w = (struct page_walk){.store = store, .err = err};
    buffer_init(&w->payload, (size_t)1 << 30);
    sqlite3_int64 size = 0;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &w->file);
    if (!w->file || !w->file->pMethods || w->file->pMethods->xFileSize(w->file, &size) != SQLITE_OK)
        return error_set(err, BOWLINE_ERROR_IO, "%s: cannot read the case file", store_path(store));
    if (size / PAGE_SIZE_OF_CASE >= UINT32_MAX)
        return error_set(err, BOWLINE_ERROR_CASE, "%s: the file is too large", store_path(store));
    w->page_count = (uint32_t)(size / PAGE_SIZE_OF_CASE);
    w->odd_bytes = (uint32_t)(size % PAGE_SIZE_OF_CASE);
    w->owners = memory_new((size_t)w->page_count + 1, sizeof *w->owners);
    w->is_damaged = memory_new((size_t)w->page_count + 1, sizeof *w->is_damaged);
    w->trees = memory_new(PAGE_TREES_MOST, sizeof *w->trees);
    if (!w->owners || !w->is_damaged || !w->trees)
        return error_memory(err);
    if (w->page_count > LOCK_BYTE / PAGE_SIZE_OF_CASE)
        w->owners[LOCK_BYTE / PAGE_SIZE_OF_CASE + 1] = PAGE_OF_LOCK;
    return read_trees(w);
}

void page_walk_close(struct page_walk *w)
{
    memory_free(w->owners);
    memory_free(w->is_damaged);
    memory_free(w->trees);
    buffer_release(&w->payload);
    *w = (struct page_walk){0};
}

enum bowline_status page_walk_stamps(struct page_walk *w)
{
    unsigned char page[PAGE_SIZE_OF_CASE];
    for (uint32_t n = 1; n <= w->page_count && w->status == BOWLINE_OK; n++) {
        if (w->owners[n] == PAGE_OF_LOCK || !read_page(w, n, page))
            continue;
        w->is_damaged[n] = !page_stamp_is_right(page, n);
        w->damaged += w->is_damaged[n];
    }
    return w->status;
}

/* One walk through a tree. */
struct walking {
    struct page_walk *walk;
    unsigned owner;
    page_row *row;
    void *context;
    const char *problem;
    uint32_t page; /* of the problem */
    bool is_stopped;
};

static bool fail(struct walking *t, uint32_t page, const char *problem)
{
    if (!t->problem) {
        t->problem = problem;
        t->page = page;
    }
    return false;
}

/* How much of a payload stands in its cell; the rest is in a chain of pages. */
static uint64_t local_part(uint64_t size, bool is_table)
{
    uint64_t most = is_table ? USABLE - 35 : (USABLE - 12) * 64 / 255 - 23;
    uint64_t least = (USABLE - 12) * 32 / 255 - 23;
    if (size <= most)
        return size;
    uint64_t part = least + (size - least) % (USABLE - 4);
    return part <= most ? part : least;
}

/* The payload put together; false where the chain is broken. */
static bool gather(struct walking *t, uint32_t next, uint64_t left)
{
    unsigned char page[PAGE_SIZE_OF_CASE];
    struct buffer *payload = &t->walk->payload;
    while (left > 0) {
        uint64_t part = left < USABLE - 4 ? left : USABLE - 4;
        if (!claim(t->walk, next, t->owner) || !read_page(t->walk, next, page))
            return false;
        buffer_append(payload, page + 4, part);
        left -= part;
        next = read32(page);
    }
    if (!buffer_ok(payload))
        t->walk->status = error_memory(t->walk->err);
    return next == 0 && t->walk->status == BOWLINE_OK;
}

/* A cell from `at`: its key where it is a table's, and its payload. */
static bool take_cell(struct walking *t, uint32_t number, const unsigned char *page, const unsigned char *at,
                      bool is_table)
{
    const unsigned char *end = page + USABLE;
    uint64_t size = 0;
    uint64_t key = 0;
    unsigned length = read_varint(at, end, &size);
    at += length;
    if (length && is_table) {
        length = read_varint(at, end, &key);
        at += length;
    }
    uint64_t part = local_part(size, is_table);
    if (!length || part > (uint64_t)(end - at) || (part < size && part + 4 > (uint64_t)(end - at)) ||
        size > (uint64_t)1 << 30)
        return fail(t, number, torn);
    struct span payload = {(const char *)at, (size_t)size};
    if (part < size) {
        buffer_reset(&t->walk->payload);
        buffer_append(&t->walk->payload, at, part);
        if (!gather(t, read32(at + part), size - part))
            return fail(t, number, out_of_place);
        payload = buffer_all(&t->walk->payload);
    }
    if (t->row && !t->row(t->context, number, (int64_t)key, payload))
        t->is_stopped = true;
    return !t->is_stopped;
}

static bool is_leaf(enum page_type type)
{
    return type == LEAF_INDEX || type == LEAF_TABLE;
}

static bool walk_page(struct walking *t, uint32_t number, unsigned depth);

/* A cell of an inner page: the child before it, and in an index its own row. */
static bool walk_inner(struct walking *t, uint32_t number, const unsigned char *page, uint32_t at,
                       unsigned depth)
{
    bool is_index = page[number == 1 ? 100 : 0] == INTERIOR_INDEX;
    if (at + 4 > USABLE)
        return fail(t, number, torn);
    bool is_well = walk_page(t, read32(page + at), depth + 1);
    if (is_index && !t->is_stopped)
        is_well = take_cell(t, number, page, page + at + 4, false) && is_well;
    return is_well;
}

static bool walk_cells(struct walking *t, uint32_t number, const unsigned char *page, unsigned depth)
{
    const unsigned char *head = page + (number == 1 ? 100 : 0);
    enum page_type type = (enum page_type)head[0];
    uint32_t count = read16(head + 3);
    const unsigned char *pointers = head + (is_leaf(type) ? 8 : 12);
    bool is_well = true;
    for (uint32_t c = 0; c < count && !t->is_stopped && t->walk->status == BOWLINE_OK; c++) {
        if (pointers + (size_t)2 * c + 2 > page + USABLE)
            return fail(t, number, torn);
        uint32_t at = read16(pointers + (size_t)2 * c);
        if (at >= USABLE)
            is_well = fail(t, number, torn);
        else if (is_leaf(type))
            is_well = take_cell(t, number, page, page + at, type == LEAF_TABLE) && is_well;
        else
            is_well = walk_inner(t, number, page, at, depth) && is_well;
    }
    if (!is_leaf(type) && !t->is_stopped)
        is_well = walk_page(t, read32(head + 8), depth + 1) && is_well;
    return is_well;
}

static bool walk_page(struct walking *t, uint32_t number, unsigned depth)
{
    if (depth > DEEPEST || !claim(t->walk, number, t->owner))
        return fail(t, number, out_of_place);
    unsigned char *page = memory_new(1, PAGE_SIZE_OF_CASE);
    bool is_well = false;
    if (!page) {
        t->walk->status = error_memory(t->walk->err);
    } else if (read_page(t->walk, number, page)) {
        unsigned char type = page[number == 1 ? 100 : 0];
        bool is_known =
            type == INTERIOR_INDEX || type == INTERIOR_TABLE || type == LEAF_INDEX || type == LEAF_TABLE;
        is_well = is_known ? walk_cells(t, number, page, depth) : fail(t, number, no_page);
    }
    memory_free(page);
    return is_well;
}

const char *page_walk_tree(struct page_walk *w, unsigned tree, page_row *row, void *context, uint32_t *page)
{
    struct walking t = {.walk = w, .owner = PAGE_OF_TREES + tree, .row = row, .context = context};
    walk_page(&t, w->trees[tree].root, 0);
    *page = t.page;
    return t.problem;
}

const char *page_walk_freelist(struct page_walk *w, uint32_t *page)
{
    unsigned char trunk[PAGE_SIZE_OF_CASE];
    *page = 1;
    if (!read_page(w, 1, trunk))
        return NULL;
    uint32_t next = read32(trunk + 32);
    for (w->free_count = 0; next; next = read32(trunk)) {
        *page = next;
        if (!claim(w, next, PAGE_OF_FREELIST))
            return out_of_place;
        if (!read_page(w, next, trunk))
            return NULL;
        uint32_t count = read32(trunk + 4);
        w->free_count += 1 + count;
        for (uint32_t i = 0; i < count; i++)
            if (8 + 4 * i + 4 > USABLE || !claim(w, read32(trunk + 8 + (size_t)4 * i), PAGE_OF_FREELIST))
                return out_of_place;
    }
    return NULL;
}
