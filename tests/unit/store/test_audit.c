/* Entries are appended, keep their place, are signed, and prove themselves; a log that was changed does not.
 */
#include "store/audit_key.h"
#include "store/audit_store.h"
#include "support/cmocka_all.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/bowline-audit-XXXXXX";
static char path[64];
static char key_path[80];

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/a.bowline", folder);
    snprintf(key_path, sizeof key_path, "%s.log-key", path);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static int remove_case(void **state)
{
    (void)state;
    unlink(path);
    unlink(key_path);
    return 0;
}

static struct store *open_case(void)
{
    struct store *store = NULL;
    assert_int_equal(store_open_write(path, &store, NULL), BOWLINE_OK);
    return store;
}

static void append(struct store *store, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        struct audit_entry entry = {
            .verb = (enum audit_verb)(i % AUDIT_VERBS),
            .command = "test",
            .records = i,
            .texts = {span_of("ads/A-1"), span_of("limit=2"), span_of("ann"), span_of("enquiry 12")},
            .is_object_secret = i == 1};
        assert_int_equal(store_begin(store, NULL), BOWLINE_OK);
        assert_int_equal(audit_append(store, &entry, NULL), BOWLINE_OK);
        assert_int_equal(store_commit(store, NULL), BOWLINE_OK);
    }
}

static void entries_are_signed_and_proved(void **state)
{
    (void)state;
    struct store *store = open_case();
    struct cursor c;
    struct audit_row row;
    struct tree_head head;
    unsigned char key[TREE_HEAD_PUBLIC];
    uint64_t count = 0;
    append(store, 37);
    assert_true(audit_key_public(store, key));
    assert_int_equal(audit_head(store, &head, NULL, NULL), BOWLINE_OK);
    assert_int_equal(head.size, 37);
    read_audit(store, 1, UINT64_MAX, &c, NULL);
    while (next_audit(&c, &row)) {
        struct merkle_hash leaf;
        struct merkle_hash root;
        struct merkle_proof proof;
        const struct tree_head own = {.size = row.entry, .time = row.time, .root = row.root};
        assert_int_equal(row.entry, ++count);
        assert_true(row.is_whole && row.is_signed);
        assert_true(tree_head_check(&own, key, row.signature));
        audit_leaf(&row, &leaf);
        assert_int_equal(audit_root(store, count, &root, NULL), BOWLINE_OK);
        assert_true(merkle_equal(&root, &row.root));
        assert_int_equal(audit_prove_entry(store, count, 37, &proof, NULL), BOWLINE_OK);
        assert_true(merkle_check_leaf(&leaf, count - 1, 37, &proof, &head.root));
        assert_int_equal(audit_prove_growth(store, count, 37, &proof, NULL), BOWLINE_OK);
        assert_true(merkle_check_growth(count, 37, &root, &head.root, &proof));
    }
    assert_int_equal(cursor_close(&c), BOWLINE_OK);
    assert_int_equal(count, 37);
    store_close(store);
}

static unsigned texts_of(struct store *store, uint64_t entry)
{
    struct cursor c;
    struct audit_note_row note;
    unsigned texts = 0;
    read_audit_notes(store, entry, &c, NULL);
    while (next_audit_note(&c, &note))
        texts += note.has_text;
    assert_int_equal(cursor_close(&c), BOWLINE_OK);
    return texts;
}

static void a_secret_object_is_not_kept(void **state)
{
    (void)state;
    struct store *store = open_case();
    append(store, 2);
    assert_int_equal(texts_of(store, 1), 4);
    assert_int_equal(texts_of(store, 2), 3);
    store_close(store);
}

static void without_its_key_the_log_grows_unsigned(void **state)
{
    (void)state;
    struct store *store = open_case();
    struct tree_head head;
    bool is_signed = true;
    append(store, 1);
    unlink(key_path);
    append(store, 1);
    assert_int_equal(audit_head(store, &head, &is_signed, NULL), BOWLINE_OK);
    assert_int_equal(head.size, 2);
    assert_false(is_signed);
    store_close(store);
}

static void a_case_that_is_open_for_reading_is_noted_in(void **state)
{
    (void)state;
    struct store *store = open_case();
    struct tree_head head;
    const struct audit_entry entry = {.verb = AUDIT_CONSULTATION, .command = "show"};
    store_close(store);
    assert_int_equal(store_open_read(path, &store, NULL), BOWLINE_OK);
    assert_int_equal(audit_append_reading(store, &entry, NULL), BOWLINE_OK);
    assert_int_equal(audit_head(store, &head, NULL, NULL), BOWLINE_OK);
    assert_int_equal(head.size, 1);
    store_close(store);
}

static void a_missing_node_is_said(void **state)
{
    (void)state;
    struct store *store = open_case();
    struct merkle_proof proof;
    struct bowline_error err;
    sqlite3 *raw = NULL;
    append(store, 5);
    store_close(store);
    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw, "DELETE FROM audit_node WHERE level = 1", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(raw);
    store = open_case();
    assert_int_equal(audit_prove_entry(store, 1, 5, &proof, &err), BOWLINE_ERROR_CASE);
    assert_non_null(strstr(err.message, "the log is damaged"));
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(entries_are_signed_and_proved, remove_case),
        cmocka_unit_test_teardown(a_secret_object_is_not_kept, remove_case),
        cmocka_unit_test_teardown(without_its_key_the_log_grows_unsigned, remove_case),
        cmocka_unit_test_teardown(a_case_that_is_open_for_reading_is_noted_in, remove_case),
        cmocka_unit_test_teardown(a_missing_node_is_said, remove_case),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
