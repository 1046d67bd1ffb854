/* Pages, tables and indexes are what they were. */
#include "store/case_check.h"

#include "base/memory.h"
#include "store/page_stamp.h"
#include "store/page_walk.h"
#include "store/table_digest.h"

#include <stdio.h>

void finding_add(struct finding_sink *sink, struct finding finding, const char *format, ...)
{
    char text[400];
    va_list arguments;
    if (sink->status != BOWLINE_OK)
        return;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    finding.text = text;
    finding.table = finding.table ? finding.table : "";
    sink->faults += !finding.is_note;
    if (!sink->take(sink->context, &finding))
        sink->status = error_memory(sink->err);
}

struct case_checking {
    struct store *store;
    struct finding_sink *sink;
    struct page_walk walk;
    struct case_checked *out;
    bool has_digests, are_digests_damaged;
    bool is_locked; /* sealed, and its key is not at hand */
};

static const struct page_tree *owner_of(const struct page_walk *walk, uint32_t page)
{
    unsigned owner = walk->owners[page];
    return owner >= PAGE_OF_TREES && owner - PAGE_OF_TREES < walk->tree_count
               ? &walk->trees[owner - PAGE_OF_TREES]
               : NULL;
}

static const char stamp_wrong[] =
    "its checksum is wrong: it is damaged, or another program than Bowline wrote it";

static void tell_page(struct case_checking *c, uint32_t page)
{
    const struct page_tree *tree = owner_of(&c->walk, page);
    struct finding finding = {.part = "page", .table = tree ? tree->table : "", .page = page};
    if (page == 1) {
        finding.part = "header";
        finding_add(c->sink, finding, "page 1, the header of the file and the begin of the schema: %s",
                    stamp_wrong);
    } else if (tree == c->walk.trees) {
        finding.part = "schema";
        finding_add(c->sink, finding, "page %u, of the schema: %s", page, stamp_wrong);
    } else if (tree && strcmp(tree->name, tree->table) != 0) {
        finding.part = "index";
        finding_add(c->sink, finding, "page %u, of index %s of table %s: %s", page, tree->name, tree->table,
                    stamp_wrong);
    } else if (tree) {
        finding_add(c->sink, finding, "page %u, of table %s: %s", page, tree->table, stamp_wrong);
    } else {
        finding.part = c->walk.owners[page] == PAGE_OF_FREELIST ? "freelist" : "page";
        finding_add(c->sink, finding, "page %u, %s: %s", page,
                    c->walk.owners[page] == PAGE_OF_FREELIST ? "a free one"
                                                             : "which no table and no index reaches",
                    stamp_wrong);
    }
}

static void tell_change(struct case_checking *c, const struct page_tree *tree,
                        const struct table_change *change)
{
    struct finding finding = {.part = "table", .table = tree->name, .row = change->row};
    unsigned long long row = change->row;
    if (!change->is_changed)
        return;
    if (!change->row)
        finding_add(c->sink, finding, "table %s: one of the rows %llu to %llu is not as it was stored",
                    tree->name, (unsigned long long)change->from, (unsigned long long)change->to);
    else if (change->row > change->rows)
        finding_add(c->sink, finding,
                    "table %s: row %llu and those after it are gone: %llu rows of %llu are there", tree->name,
                    row, (unsigned long long)change->rows, (unsigned long long)change->rows_kept);
    else if (change->key)
        finding_add(c->sink, finding, "table %s: row %llu, number %lld, is not as it was stored", tree->name,
                    row, (long long)change->key);
    else
        finding_add(c->sink, finding, "table %s: row %llu in the order of its key is not as it was stored",
                    tree->name, row);
}

static bool is_damaged_tree(const struct page_walk *walk, unsigned tree)
{
    for (uint32_t page = 1; page <= walk->page_count; page++)
        if (walk->is_damaged[page] && walk->owners[page] == PAGE_OF_TREES + tree)
            return true;
    return false;
}

static void check_tree(struct case_checking *c, unsigned t, struct bowline_error *err)
{
    const struct page_tree *tree = &c->walk.trees[t];
    struct table_change change = {0};
    bool is_compared =
        !tree->is_index && c->has_digests && !c->are_digests_damaged && table_digest_covers(tree->name);
    enum bowline_status status = BOWLINE_OK;
    if (is_compared)
        status = table_digest_compare(&c->walk, t, &change, err);
    else
        change.problem = page_walk_tree(&c->walk, t, NULL, NULL, &change.page);
    if (status == BOWLINE_ERROR_MEMORY || c->walk.status != BOWLINE_OK) {
        c->sink->status = status != BOWLINE_OK ? status : c->walk.status;
        return;
    }
    c->out->tables += !tree->is_index;
    c->out->rows += change.rows;
    tell_change(c, tree, &change);
    if (change.problem)
        finding_add(
            c->sink,
            (struct finding){
                .part = tree->is_index ? "index" : "table", .table = tree->table, .page = change.page},
            "%s %s: page %u %s", tree->is_index ? "index" : "table", tree->name, change.page, change.problem);
    else if (status != BOWLINE_OK)
        finding_add(c->sink, (struct finding){.part = "table", .table = tree->name},
                    "table %s cannot be compared: %s", tree->name, err->message);
}

/* The digests first: where they are damaged, nothing can be compared with them. */
static void check_trees(struct case_checking *c)
{
    struct bowline_error err = {0};
    int64_t digests = 0;
    unsigned own = 0;
    for (unsigned t = 1; t < c->walk.tree_count; t++)
        if (strcmp(c->walk.trees[t].name, "table_digest") == 0)
            own = t;
    if (own) {
        check_tree(c, own, &err);
        c->are_digests_damaged = is_damaged_tree(&c->walk, own);
    }
    c->has_digests =
        own && statement_count(c->store, "SELECT count(*) FROM table_digest", &digests, &err) == BOWLINE_OK &&
        digests > 0;
    if (!c->has_digests && !c->are_digests_damaged)
        finding_add(c->sink, (struct finding){.part = "digests", .table = "table_digest"},
                    "the tables have no digests: the last run was cut short; run `bowline run` again");
    for (unsigned t = 0; t < c->walk.tree_count && c->sink->status == BOWLINE_OK; t++)
        if (t != own || !own)
            check_tree(c, t, &err);
}

static void check_pages(struct case_checking *c)
{
    uint32_t page = 0;
    const char *problem = page_walk_freelist(&c->walk, &page);
    if (problem)
        finding_add(c->sink, (struct finding){.part = "freelist", .page = page}, "freelist: page %u %s", page,
                    problem);
    for (page = 1; page <= c->walk.page_count; page++) {
        if (c->walk.is_damaged[page])
            tell_page(c, page);
        else if (c->walk.owners[page] == PAGE_OF_NONE && !c->sink->faults)
            finding_add(c->sink, (struct finding){.part = "page", .page = page},
                        "page %u is reached by no table, no index and no freelist", page);
    }
}

static void check_size(struct case_checking *c)
{
    int64_t pages = 0;
    if (c->walk.odd_bytes)
        finding_add(c->sink, (struct finding){.part = "file", .page = c->walk.page_count + 1},
                    "the file ends within page %u", c->walk.page_count + 1);
    if (statement_count(c->store, "PRAGMA main.page_count", &pages, NULL) == BOWLINE_OK && pages > 0 &&
        (uint64_t)pages != c->walk.page_count)
        finding_add(c->sink, (struct finding){.part = "file"},
                    "the file has %u pages where its header says %lld: it is cut short, or was added to",
                    c->walk.page_count, (long long)pages);
}

/* Rows against their indexes, and what else SQLite knows to look for. */
static void check_integrity(struct case_checking *c)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    if (statement_open(c->store, "PRAGMA integrity_check(20)", &statement, NULL) != BOWLINE_OK)
        return;
    while (statement_next(c->store, statement, &has_row, NULL) == BOWLINE_OK && has_row) {
        struct span line = statement_span(statement, 0);
        if (span_equal(line, span_of("ok")))
            break;
        const char *table = "";
        for (unsigned t = 0; t < c->walk.tree_count; t++)
            if (c->walk.trees[t].is_index && strstr(line.at, c->walk.trees[t].name))
                table = c->walk.trees[t].table;
        finding_add(c->sink, (struct finding){.part = "index", .table = table}, "%s%s%s%.*s",
                    *table ? "index of table " : "", table, *table ? ": " : "", (int)line.length, line.at);
    }
    sqlite3_finalize(statement);
}

/* What stands on the pages; the schema may be past reading. */
static void check_file(struct case_checking *c, struct bowline_error *err)
{
    uint32_t page = 0;
    enum bowline_status status = page_walk_open(c->store, &c->walk, err);
    bool has_schema = status == BOWLINE_OK;
    if (status == BOWLINE_ERROR_MEMORY || status == BOWLINE_ERROR_IO) {
        c->sink->status = status;
        return;
    }
    c->out->pages = c->walk.page_count;
    c->sink->status = page_walk_stamps(&c->walk);
    check_size(c);
    if (has_schema)
        check_trees(c);
    else
        page_walk_tree(&c->walk, 0, NULL, NULL, &page);
    check_pages(c);
    if (has_schema && c->sink->status == BOWLINE_OK) {
        check_integrity(c);
        if (!c->is_locked)
            audit_check(c->store, c->sink, c->out);
    }
}

/* A case that is not taken for one is looked at all the same, for what made it so. */
static enum bowline_status open_case(const char *path, struct case_checking *c)
{
    struct bowline_error err = {0};
    struct store **store = &c->store;
    struct finding_sink *sink = c->sink;
    enum bowline_status status = store_open_read(path, store, &err);
    if (status == BOWLINE_ERROR_KEY) {
        c->is_locked = true;
        finding_add(
            sink, (struct finding){.part = "log", .is_note = true},
            "opened without its key: what the log, its signatures and the decisions say was not checked");
        status = store_open_locked(path, store, &err);
    }
    if (status == BOWLINE_ERROR_CASE || status == BOWLINE_ERROR_VERSION) {
        finding_add(sink, (struct finding){.part = "file"}, "%s", err.message);
        status = store_open_unchecked(path, store, &err);
    }
    return status == BOWLINE_OK ? status : error_set(sink->err, status, "%s", err.message);
}

enum bowline_status case_check(const char *path, struct finding_sink *sink, struct case_checked *out)
{
    struct bowline_error err = {0};
    struct case_checking c = {.sink = sink, .out = out};
    *out = (struct case_checked){0};
    enum bowline_status status = open_case(path, &c);
    if (status != BOWLINE_OK)
        return status;
    check_file(&c, &err);
    if (sink->status != BOWLINE_OK && sink->err)
        *sink->err = err;
    page_walk_close(&c.walk);
    store_close(c.store);
    return sink->status;
}
