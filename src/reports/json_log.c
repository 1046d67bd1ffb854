/* The log as JSON: entries, the head, and proofs that are checked before they are given. */
#include "reports/json_log.h"

#include "reports/view.h"
#include "store/audit_key.h"
#include "store/audit_store.h"

static void put_hash(struct view *v, json_t *object, const char *key, const struct merkle_hash *hash)
{
    char hex[DIGEST_HEX];
    sodium_bin2hex(hex, sizeof hex, hash->bytes, DIGEST_BYTES);
    view_put_text(v, object, key, span_of(hex));
}

static void put_path(struct view *v, json_t *object, const struct merkle_proof *proof)
{
    json_t *path = view_array(v);
    for (unsigned i = 0; i < proof->count; i++) {
        char hex[DIGEST_HEX];
        sodium_bin2hex(hex, sizeof hex, proof->path[i].bytes, DIGEST_BYTES);
        view_push(v, path, view_text(v, span_of(hex)));
    }
    view_put(v, object, "proof", path);
}

static void put_signature(struct view *v, json_t *object, const struct audit_row *row)
{
    char hex[TREE_HEAD_SIGNATURE * 2 + 1] = "";
    if (row->is_signed)
        sodium_bin2hex(hex, sizeof hex, row->signature, TREE_HEAD_SIGNATURE);
    view_put_text(v, object, "signature", span_of(hex));
}

/* The head after an entry: what was signed, and by which key. */
static json_t *head_json(struct view *v, const struct audit_row *row)
{
    unsigned char key[TREE_HEAD_PUBLIC];
    char hex[TREE_HEAD_PUBLIC * 2 + 1] = "";
    json_t *head = view_object(v);
    view_put_int(v, head, "size", (int64_t)row->entry);
    view_put_time(v, head, "time", row->time);
    put_hash(v, head, "root", &row->root);
    put_signature(v, head, row);
    if (audit_key_public(v->store, key))
        sodium_bin2hex(hex, sizeof hex, key, sizeof key);
    view_put_text(v, head, "key", span_of(hex));
    return head;
}

static void put_notes(struct view *v, json_t *out, uint64_t entry)
{
    struct cursor c;
    struct audit_note_row note;
    for (unsigned p = 0; p < AUDIT_PARTS; p++)
        view_put(v, out, audit_part_name((enum audit_part)p), json_null());
    read_audit_notes(v->store, entry, &c, v->err);
    while (v->status == BOWLINE_OK && next_audit_note(&c, &note))
        for (unsigned p = 0; p < AUDIT_PARTS; p++)
            if (note.has_text && span_equal(note.part, span_of(audit_part_name((enum audit_part)p))))
                view_put_text(v, out, audit_part_name((enum audit_part)p), note.text);
    view_close(v, &c);
}

static json_t *entry_json(struct view *v, const struct audit_row *row)
{
    json_t *out = view_object(v);
    view_put_int(v, out, "entry", (int64_t)row->entry);
    view_put_time(v, out, "time", row->time);
    view_put_text(v, out, "verb", row->verb);
    view_put_text(v, out, "command", row->command);
    view_put_int(v, out, "records", row->records);
    view_put_text(v, out, "version", row->version);
    view_put(v, out, "signed", json_boolean(row->is_signed));
    put_notes(v, out, row->entry);
    return out;
}

json_t *log_head_view(struct view *v)
{
    struct cursor c;
    struct audit_row row = {0};
    struct tree_head head;
    json_t *out = NULL;
    if (!view_try(v, audit_head(v->store, &head, NULL, v->err)) || head.size == 0)
        return json_null();
    read_audit(v->store, head.size, 1, &c, v->err);
    if (next_audit(&c, &row))
        out = head_json(v, &row);
    view_close(v, &c);
    return out ? out : json_null();
}

enum bowline_status json_log(struct reader *reader, struct bowline_text *json, struct bowline_error *err)
{
    struct view v;
    struct cursor c;
    struct audit_row row = {0};
    view_init(&v, reader, err);
    json_t *out = view_object(&v);
    json_t *list = view_array(&v);
    read_audit(v.store, 1, UINT64_MAX, &c, err);
    while (v.status == BOWLINE_OK && next_audit(&c, &row))
        view_push(&v, list, entry_json(&v, &row));
    view_close(&v, &c);
    view_put(&v, out, "entries", list);
    view_put(&v, out, "head", log_head_view(&v));
    return view_finish(&v, out, json);
}

enum bowline_status json_log_head(struct reader *reader, struct bowline_text *json, struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *out = view_object(&v);
    view_put(&v, out, "head", log_head_view(&v));
    return view_finish(&v, out, json);
}

/* The entry's row, and the size of the log. */
static bool find_entry(struct view *v, uint64_t entry, struct cursor *c, struct audit_row *row,
                       uint64_t *size)
{
    struct tree_head head;
    if (!view_try(v, audit_head(v->store, &head, NULL, v->err)))
        return false;
    *size = head.size;
    if (entry == 0 || entry > head.size)
        return view_try(v, error_set(v->err, BOWLINE_ERROR_NOT_FOUND,
                                     "%s: there is no entry %llu: the log has %llu", store_path(v->store),
                                     (unsigned long long)entry, (unsigned long long)head.size));
    read_audit(v->store, entry, 1, c, v->err);
    if (next_audit(c, row) && row->entry == entry)
        return true;
    view_close(v, c);
    return view_try(v, error_set(v->err, BOWLINE_ERROR_CASE,
                                 "%s: the log is damaged: entry %llu is missing; run `bowline verify`",
                                 store_path(v->store), (unsigned long long)entry));
}

/* A proof that does not lead to the root that was kept says that the log was changed. */
static void refuse_proof(struct view *v)
{
    view_try(v, error_set(v->err, BOWLINE_ERROR_CASE,
                          "%s: the log is damaged: its hashes do not lead to its head; run `bowline verify`",
                          store_path(v->store)));
}

enum bowline_status json_log_proof(struct reader *reader, uint64_t entry, struct bowline_text *json,
                                   struct bowline_error *err)
{
    struct view v;
    struct cursor c;
    struct audit_row row = {0};
    struct merkle_proof proof;
    struct merkle_hash leaf;
    uint64_t size = 0;
    view_init(&v, reader, err);
    json_t *out = view_object(&v);
    if (find_entry(&v, entry, &c, &row, &size)) {
        char text[AUDIT_LEAF_TEXT];
        size_t length = audit_leaf_text(&row, text);
        audit_leaf(&row, &leaf);
        view_put_int(&v, out, "entry", (int64_t)entry);
        view_put_text(&v, out, "text", (struct span){text, length});
        view_close(&v, &c);
        put_hash(&v, out, "leaf", &leaf);
        view_try(&v, audit_prove_entry(v.store, entry, size, &proof, err));
    }
    struct audit_row last = {0};
    if (v.status == BOWLINE_OK && find_entry(&v, size, &c, &last, &size)) {
        put_path(&v, out, &proof);
        view_put(&v, out, "head", head_json(&v, &last));
        view_close(&v, &c);
        if (!merkle_check_leaf(&leaf, entry - 1, size, &proof, &last.root))
            refuse_proof(&v);
    }
    return view_finish(&v, out, json);
}

static bool put_root(struct view *v, json_t *out, const char *key, uint64_t size, struct merkle_hash *root)
{
    struct cursor c;
    struct audit_row row = {0};
    uint64_t all = 0;
    if (!find_entry(v, size, &c, &row, &all))
        return false;
    *root = row.root;
    view_put(v, out, key, head_json(v, &row));
    view_close(v, &c);
    return v->status == BOWLINE_OK;
}

enum bowline_status json_log_growth(struct reader *reader, uint64_t earlier, uint64_t size,
                                    struct bowline_text *json, struct bowline_error *err)
{
    struct view v;
    struct merkle_hash before;
    struct merkle_hash after;
    struct merkle_proof proof;
    view_init(&v, reader, err);
    json_t *out = view_object(&v);
    if (earlier == 0 || earlier > size)
        view_try(&v,
                 error_set(err, BOWLINE_ERROR_ARGUMENT, "a log of %llu entries cannot begin with one of %llu",
                           (unsigned long long)size, (unsigned long long)earlier));
    if (v.status == BOWLINE_OK && put_root(&v, out, "earlier", earlier, &before) &&
        put_root(&v, out, "later", size, &after) &&
        view_try(&v, audit_prove_growth(v.store, earlier, size, &proof, err))) {
        put_path(&v, out, &proof);
        if (!merkle_check_growth(earlier, size, &before, &after, &proof))
            refuse_proof(&v);
    }
    return view_finish(&v, out, json);
}
