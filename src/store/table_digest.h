/* Digests of the rows of each table, in pieces of 256 rows: BLAKE2b of a piece, and of each row two bytes by
 * which a changed row is found in its piece. They are made in one pass over the pages at the end of a run
 * (docs/methods/verify.md), and the log signs the digest of them all. */
#ifndef STORE_TABLE_DIGEST_H
#define STORE_TABLE_DIGEST_H

#include "sealing/digest.h"
#include "store/page_walk.h"

#define DIGEST_PIECE 256 /* rows: half a page of tags a piece */

/* Makes the digests of all tables anew, in transactions of its own. hex: of them all but case_info, which
 * says where the sources lie and whose key signs: two cases of the same input then have the same. */
enum bowline_status table_digests_make(struct store *store, char hex[DIGEST_HEX],
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* In a transaction, as the tables are about to change. */
enum bowline_status table_digests_forget(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status table_digests_are_there(struct store *store, bool *out,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Of what is kept. */
enum bowline_status table_digests_state(struct store *store, char hex[DIGEST_HEX],
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Whether a table's digests are kept: not of the log, which has its own, of
 * decisions, of what is pending, and of the digests. */
bool table_digest_covers(const char *table);

/* A table's first row that is not as its digest says. */
struct table_change {
    bool is_changed;
    uint64_t row;      /* from 1, in the order of the key; 0: only the piece is known */
    uint64_t from, to; /* the piece */
    int64_t key;       /* its number, or 0 */
    uint64_t rows, rows_kept;
    const char *problem; /* of the walk; static, or NULL */
    uint32_t page;
};

/* Compares a tree of the walk with its digests, noting its pages. */
enum bowline_status table_digest_compare(struct page_walk *walk, unsigned tree, struct table_change *out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* SHA-256 of all values of a small table, read by SQL: for tables that change between runs. */
enum bowline_status table_digest_small(struct store *store, const char *table, char hex[DIGEST_HEX],
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
