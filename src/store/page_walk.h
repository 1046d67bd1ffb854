/* Walks the pages of a case file as they lie on disk (sqlite.org/fileformat2.html), past SQLite: which table
 * or index owns each page, and the rows of a table in the order of its key. Trusts nothing that it reads.
 * Inside the store only, and not while a transaction is open: what is not yet written is not seen. */
#ifndef STORE_PAGE_WALK_H
#define STORE_PAGE_WALK_H

#include "base/buffer.h"
#include "store/statement.h"

/* A table or an index: the root of a tree of pages. */
struct page_tree {
    char name[64], table[64];
    bool is_index; /* that SQL made, not the key of a table without row numbers */
    uint32_t root;
};

enum page_owner {
    PAGE_OF_NONE,
    PAGE_OF_FREELIST,
    PAGE_OF_LOCK,
    PAGE_OF_TREES
}; /* a tree's: PAGE_OF_TREES + its number */

#define PAGE_TREES_MOST 512

struct page_walk {
    struct store *store;
    sqlite3_file *file;
    uint32_t page_count, free_count;
    uint32_t odd_bytes;  /* behind the last whole page */
    uint16_t *owners;    /* [1 .. page_count]: enum page_owner */
    uint8_t *is_damaged; /* [1 .. page_count]: its stamp is wrong */
    uint32_t damaged;    /* how many */
    struct page_tree *trees;
    unsigned tree_count;
    struct buffer payload; /* of a row that is spread over pages */
    struct bowline_error *err;
    enum bowline_status status; /* of memory and of the disk; what is damaged is no failure */
};

enum bowline_status page_walk_open(struct store *store, struct page_walk *walk,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;
void page_walk_close(struct page_walk *walk);

/* Looks at every page's stamp. */
enum bowline_status page_walk_stamps(struct page_walk *walk) BOWLINE_WARN_UNUSED;

/* Gets each row; false stops. page: where it stands. key: the row number, or 0. */
typedef bool page_row(void *context, uint32_t page, int64_t key, struct span payload);

/* The rows of a tree in order; notes the pages as its own. NULL where all was as it should be, else a reason
 * (static) and the page. row may be NULL. */
const char *page_walk_tree(struct page_walk *walk, unsigned tree, page_row *row, void *context,
                           uint32_t *page);

/* Notes the pages of the freelist. As page_walk_tree. */
const char *page_walk_freelist(struct page_walk *walk, uint32_t *page);

#endif
