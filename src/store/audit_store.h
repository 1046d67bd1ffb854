/* The log of a case: entries, the texts that they commit to, and the Merkle tree over them
 * (docs/methods/log.md). Entries are appended and never changed. */
#ifndef STORE_AUDIT_STORE_H
#define STORE_AUDIT_STORE_H

#include "sealing/tree_head.h"
#include "store/read_cursor.h"

/* Directive (EU) 2016/680, article 25(1). */
enum audit_verb {
    AUDIT_COLLECTION,
    AUDIT_ALTERATION,
    AUDIT_CONSULTATION,
    AUDIT_DISCLOSURE,
    AUDIT_COMBINATION,
    AUDIT_ERASURE,
    AUDIT_VERBS
};

enum audit_verb audit_verb_find(struct span word); /* AUDIT_VERBS where unknown */

enum audit_part { AUDIT_OBJECT, AUDIT_PARAMETERS, AUDIT_ACTOR, AUDIT_PURPOSE, AUDIT_PARTS };

const char *audit_part_name(enum audit_part part);

struct audit_entry {
    enum audit_verb verb;
    const char *command;
    uint64_t records;
    struct span texts[AUDIT_PARTS]; /* of each part; committed to, and kept beside the entry */
    bool is_object_secret;          /* the object's text is committed to and not kept */
};

/* Appends. In a transaction of the caller, with what the entry is about. Cost: O(log entries). */
enum bowline_status audit_append(struct store *store, const struct audit_entry *entry,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same into a case that is open for reading, in a transaction of its own; waits some seconds for another
 * writer. BOWLINE_ERROR_PERMISSION or _BUSY where the case cannot be written. */
enum bowline_status audit_append_reading(struct store *store, const struct audit_entry *entry,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* An entry as it stands. */
struct audit_row {
    uint64_t entry;
    int64_t time;
    struct span verb, command, version;
    int64_t records;
    struct merkle_hash commitments[AUDIT_PARTS];
    struct merkle_hash root;
    unsigned char signature[TREE_HEAD_SIGNATURE];
    bool is_signed;
    bool is_whole; /* its blobs have their lengths */
};

/* From entry `from` on, at most `count`. */
void read_audit(struct store *store, uint64_t from, uint64_t count, struct cursor *out,
                struct bowline_error *err);
bool next_audit(struct cursor *c, struct audit_row *row);

/* The texts of an entry. */
struct audit_note_row {
    struct span part, salt, text;
    bool has_text;
};
void read_audit_notes(struct store *store, uint64_t entry, struct cursor *out, struct bowline_error *err);
bool next_audit_note(struct cursor *c, struct audit_note_row *row);

/* The leaf: the entry as lines of text, which anyone can write and hash again. Gives their length. */
#define AUDIT_LEAF_TEXT 1024
size_t audit_leaf_text(const struct audit_row *row, char out[AUDIT_LEAF_TEXT]);
void audit_leaf(const struct audit_row *row, struct merkle_hash *out);

/* The last head; size 0 where the log is empty. is_signed may be NULL. */
enum bowline_status audit_head(struct store *store, struct tree_head *out, bool *is_signed,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Proofs from the nodes that are kept. BOWLINE_ERROR_CASE where one is missing. */
enum bowline_status audit_prove_entry(struct store *store, uint64_t entry, uint64_t size,
                                      struct merkle_proof *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status audit_prove_growth(struct store *store, uint64_t earlier, uint64_t size,
                                       struct merkle_proof *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status audit_root(struct store *store, uint64_t size, struct merkle_hash *out,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
