/* The log is whole: entries without gaps, leaves and nodes as the entries say, roots and signatures, texts as
 * the entries commit to. */
#include "base/buffer.h"
#include "store/audit_key.h"
#include "store/audit_store.h"
#include "store/case_check.h"
#include "store/statement.h"
#include "store/table_digest.h"

#include <stdio.h>

#define AUDIT_LEVELS 64

/* The tree put together again from the entries: the whole subtrees on its right edge. */
struct checking {
    struct store *store;
    struct finding_sink *sink;
    struct merkle_hash edge[AUDIT_LEVELS]; /* [level]: where the size has that bit */
    uint64_t size, unsigned_first, unsigned_count;
    unsigned char key[TREE_HEAD_PUBLIC];
    bool has_key;
    bool is_broken; /* an entry is gone: what follows cannot be compared */
};

static struct finding of_entry(const char *table, uint64_t entry)
{
    return (struct finding){.part = "log", .table = table, .row = entry};
}

static void check_node(struct checking *c, unsigned level, uint64_t at, const struct merkle_hash *expected,
                       uint64_t entry)
{
    sqlite3_stmt *statement;
    bool has_row = false;
    if (statement_open(c->store, "SELECT hash FROM audit_node WHERE level = ? AND position = ?", &statement,
                       c->sink->err) != BOWLINE_OK)
        return;
    sqlite3_bind_int64(statement, 1, level);
    sqlite3_bind_int64(statement, 2, (int64_t)at);
    bool is_read = statement_next(c->store, statement, &has_row, c->sink->err) == BOWLINE_OK;
    bool is_same = is_read && has_row && sqlite3_column_bytes(statement, 0) == DIGEST_BYTES &&
                   memcmp(sqlite3_column_blob(statement, 0), expected->bytes, DIGEST_BYTES) == 0;
    if (!is_same)
        finding_add(c->sink, of_entry("audit_node", entry), "the log's node %llu of level %u %s",
                    (unsigned long long)at, level, has_row ? "is not the hash of its entries" : "is missing");
    sqlite3_finalize(statement);
}

static void add_leaf(struct checking *c, const struct merkle_hash *leaf)
{
    struct merkle_hash hash = *leaf;
    uint64_t at = c->size;
    unsigned level = 0;
    check_node(c, 0, at, &hash, at + 1);
    for (; at & 1; at >>= 1, level++) {
        struct merkle_hash right = hash;
        merkle_join(&c->edge[level], &right, &hash);
        check_node(c, level + 1, at >> 1, &hash, c->size + 1);
    }
    c->edge[level] = hash;
    c->size++;
}

static struct merkle_hash root_of(const struct checking *c)
{
    struct merkle_hash root = {{0}};
    bool has_root = false;
    for (unsigned level = 0; level < AUDIT_LEVELS && c->size >> level; level++) {
        struct merkle_hash right = root;
        if (!(c->size >> level & 1))
            continue;
        if (has_root)
            merkle_join(&c->edge[level], &right, &root);
        else
            root = c->edge[level];
        has_root = true;
    }
    return root;
}

static void check_signature(struct checking *c, const struct audit_row *row)
{
    const struct tree_head head = {.size = row->entry, .time = row->time, .root = row->root};
    if (!row->is_signed) {
        c->unsigned_first = c->unsigned_first ? c->unsigned_first : row->entry;
        c->unsigned_count++;
    } else if (c->has_key && !tree_head_check(&head, c->key, row->signature)) {
        finding_add(c->sink, of_entry("audit", row->entry),
                    "the signature of entry %llu is not by the case's key", (unsigned long long)row->entry);
    }
}

static void check_notes(struct checking *c, const struct audit_row *row)
{
    struct cursor cursor;
    struct audit_note_row note;
    read_audit_notes(c->store, row->entry, &cursor, c->sink->err);
    while (next_audit_note(&cursor, &note)) {
        struct merkle_hash commitment;
        unsigned p = 0;
        while (p < AUDIT_PARTS && !span_equal(note.part, span_of(audit_part_name((enum audit_part)p))))
            p++;
        if (p < AUDIT_PARTS && note.salt.length == COMMITMENT_SALT && !note.has_text)
            continue;
        if (p < AUDIT_PARTS && note.salt.length == COMMITMENT_SALT) {
            commitment_make((const unsigned char *)note.salt.at, note.text, &commitment);
            if (merkle_equal(&commitment, &row->commitments[p]))
                continue;
        }
        finding_add(c->sink, of_entry("audit_note", row->entry),
                    "the %s of entry %llu is not what the entry commits to",
                    p < AUDIT_PARTS ? audit_part_name((enum audit_part)p) : "text",
                    (unsigned long long)row->entry);
    }
    if (cursor_close(&cursor) != BOWLINE_OK)
        finding_add(c->sink, of_entry("audit_note", row->entry), "the texts of entry %llu cannot be read",
                    (unsigned long long)row->entry);
}

static void check_entry(struct checking *c, const struct audit_row *row)
{
    struct merkle_hash leaf;
    struct merkle_hash root;
    if (row->entry != c->size + 1 && !c->is_broken) {
        finding_add(c->sink, of_entry("audit", c->size + 1), "entry %llu of the log is missing",
                    (unsigned long long)c->size + 1);
        c->is_broken = true;
    }
    if (!row->is_whole)
        finding_add(c->sink, of_entry("audit", row->entry), "entry %llu of the log is damaged",
                    (unsigned long long)row->entry);
    check_signature(c, row);
    check_notes(c, row);
    if (c->is_broken)
        return;
    audit_leaf(row, &leaf);
    add_leaf(c, &leaf);
    root = root_of(c);
    if (!merkle_equal(&root, &row->root))
        finding_add(c->sink, of_entry("audit", row->entry),
                    "entry %llu of the log, or one before it, was changed: the root is another",
                    (unsigned long long)row->entry);
}

/* Nodes beyond the entries are those of entries that were taken away from the end. */
static void check_end(struct checking *c)
{
    int64_t leaves = 0;
    if (statement_count(c->store, "SELECT count(*) FROM audit_node WHERE level = 0", &leaves, c->sink->err) ==
            BOWLINE_OK &&
        leaves > 0 && (uint64_t)leaves > c->size && !c->is_broken)
        finding_add(c->sink, of_entry("audit", c->size + 1),
                    "entry %llu of the log is missing: its leaf is there", (unsigned long long)c->size + 1);
    if (c->unsigned_count) {
        struct finding note = of_entry("audit", c->unsigned_first);
        note.is_note = true;
        finding_add(c->sink, note,
                    "%llu entries of the log are not signed, the first is %llu: the key was not at hand",
                    (unsigned long long)c->unsigned_count, (unsigned long long)c->unsigned_first);
    }
}

/* The options of the last entry with one of the verbs; false where there is none. */
static bool last_parameters(struct store *store, const char *verb, const char *other, char *out, size_t size)
{
    struct cursor c;
    cursor_open(&c, store,
                "SELECT n.text FROM audit AS a JOIN audit_note AS n ON n.entry = a.entry AND n.part = "
                "'parameters' WHERE a.verb IN (?1, ?2) ORDER BY a.entry DESC LIMIT 1",
                NULL);
    cursor_bind_text(&c, 1, span_of(verb));
    cursor_bind_text(&c, 2, span_of(other));
    bool has_row = cursor_next(&c);
    struct span text = has_row ? cursor_value(&c, 0) : span_of("");
    snprintf(out, size, "%.*s", (int)text.length, text.at);
    return cursor_close(&c) == BOWLINE_OK && has_row;
}

/* What the log signed of the tables and of the decisions is what they are. */
static void check_signed_states(struct checking *c)
{
    char text[200];
    char hex[DIGEST_HEX];
    if (last_parameters(c->store, "combination", "combination", text, sizeof text) &&
        table_digests_state(c->store, hex, c->sink->err) == BOWLINE_OK && !strstr(text, hex))
        finding_add(c->sink, (struct finding){.part = "digests", .table = "table_digest"},
                    "the digests of the tables are not those that the log signed at the end of the last run");
    int64_t decisions = 0;
    bool was_decided = last_parameters(c->store, "alteration", "erasure", text, sizeof text);
    bool is_read =
        statement_count(c->store, "SELECT count(*) FROM decision", &decisions, c->sink->err) == BOWLINE_OK &&
        table_digest_small(c->store, "decision", hex, c->sink->err) == BOWLINE_OK;
    if (!is_read || (was_decided ? !strstr(text, hex) : decisions > 0))
        finding_add(c->sink, (struct finding){.part = "decisions", .table = "decision"},
                    "the decisions are not those that the log knows: one was changed, added or taken away");
}

void audit_check(struct store *store, struct finding_sink *sink, struct case_checked *out)
{
    struct checking c = {.store = store, .sink = sink};
    struct cursor cursor;
    struct audit_row row;
    c.has_key = audit_key_public(store, c.key);
    if (!c.has_key)
        finding_add(sink, of_entry("case_info", 0), "the public key of the log is missing");
    read_audit(store, 1, UINT64_MAX, &cursor, sink->err);
    while (sink->status == BOWLINE_OK && next_audit(&cursor, &row)) {
        check_entry(&c, &row);
        out->entries++;
    }
    if (cursor_close(&cursor) != BOWLINE_OK)
        finding_add(sink, of_entry("audit", out->entries + 1), "the log cannot be read from entry %llu on",
                    (unsigned long long)out->entries + 1);
    check_end(&c);
    check_signed_states(&c);
}
