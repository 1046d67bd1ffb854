/* The index of words in a case file answers as FTS5 does over the same texts. */
#include "base/random.h"
#include "store/search_store.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* More than one segment. */
enum { RECORDS = SEARCH_SEGMENT + 3000 };

static char path[] = "/tmp/bowline-search-XXXXXX";
static struct record_table records;
static sqlite3 *oracle;
static struct store *store;

static const char *const vocabulary[] = {"near",   "the",         "station", "sun",   "sunny",
                                         "sunday", "caf\xC3\xA9", "Cafe",    "07700", "900",
                                         "900111", "don't",       "a.b@c",   "x",     "xx"};

static void make_text(struct random *r, char *out, size_t size)
{
    size_t at = 0;
    for (unsigned words = random_below(r, 9); words; words--) {
        /* The last words are rarer. */
        uint32_t most = 1 + random_below(r, sizeof vocabulary / sizeof *vocabulary);
        at += (size_t)snprintf(out + at, size - at, "%s%s", vocabulary[random_below(r, most)],
                               random_below(r, 4) ? " " : "-");
    }
    out[at] = '\0';
}

static bool fill(sqlite3_stmt *insert)
{
    struct random r;
    random_init(&r, 3);
    resource_id resource = record_table_add_resource(&records, "ads", KIND_AD);
    struct role role = {.party = PARTY_CONTACT, .type = TYPE_TEXT};
    field_id field = record_table_add_field(&records, resource, "body", role, NULL);
    for (int i = 0; i < RECORDS; i++) {
        char text[256];
        char body[300];
        struct record record = {.resource = resource, .kind = KIND_AD};
        make_text(&r, text, sizeof text);
        if (!record_table_add(&records, &record, span_of("k")) ||
            !record_table_add_cell(&records, field, span_of(text)))
            return false;
        snprintf(body, sizeof body, "k\n%s\n", text);
        sqlite3_bind_int(insert, 1, i + 1);
        sqlite3_bind_text(insert, 2, body, -1, SQLITE_TRANSIENT);
        if (sqlite3_step(insert) != SQLITE_DONE)
            return false;
        sqlite3_reset(insert);
    }
    return true;
}

static bool write_index(void)
{
    struct search_table table;
    sqlite3 *raw;
    if (search_table_build(&records, &parallel_serial, &table, NULL) != BOWLINE_OK ||
        store_open_write(path, &store, NULL) != BOWLINE_OK || store_begin(store, NULL) != BOWLINE_OK ||
        search_store_write(store, &table, NULL) != BOWLINE_OK || store_commit(store, NULL) != BOWLINE_OK)
        return false;
    search_table_release(&table);
    store_close(store);
    /* The index asks the resources how many records there are. */
    char sql[160];
    snprintf(sql, sizeof sql,
             "INSERT INTO resource VALUES (1, 'ads', 'ad', '', 'csv', '', '', ',', '', 0, %d, 0)", RECORDS);
    bool is_done =
        sqlite3_open(path, &raw) == SQLITE_OK && sqlite3_exec(raw, sql, NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(raw);
    return is_done && store_open_read(path, &store, NULL) == BOWLINE_OK;
}

static int set_up(void **state)
{
    (void)state;
    sqlite3_stmt *insert = NULL;
    int file = mkstemp(path);
    if (file < 0)
        return -1;
    close(file);
    record_table_init(&records);
    sqlite3_open(":memory:", &oracle);
    sqlite3_exec(
        oracle,
        "CREATE VIRTUAL TABLE f USING fts5(body, content = '', tokenize = 'unicode61 remove_diacritics 2')",
        NULL, NULL, NULL);
    sqlite3_prepare_v2(oracle, "INSERT INTO f (rowid, body) VALUES (?, ?)", -1, &insert, NULL);
    bool is_done = insert && fill(insert) && write_index();
    sqlite3_finalize(insert);
    return is_done ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    record_table_release(&records);
    sqlite3_close(oracle);
    store_close(store);
    return unlink(path);
}

/* Compares which records answer; the order is another matter. */
static void check_same(const char *words, const char *fts)
{
    struct search_answer answer;
    struct bowline_error err;
    if (search_store_find(store, span_of(words), RECORDS, &answer, &err) != BOWLINE_OK)
        fail_msg("%s: %s", words, err.message);
    bool *found = calloc(RECORDS + 1, sizeof *found);
    for (size_t i = 0; i < answer.count; i++)
        found[answer.records[i]] = true;
    sqlite3_stmt *query;
    size_t total = 0;
    assert_int_equal(sqlite3_prepare_v2(oracle, "SELECT rowid FROM f WHERE f MATCH ?", -1, &query, NULL),
                     SQLITE_OK);
    sqlite3_bind_text(query, 1, fts, -1, SQLITE_STATIC);
    for (; sqlite3_step(query) == SQLITE_ROW; total++)
        if (!found[sqlite3_column_int(query, 0)])
            fail_msg("%s: record %d is not found", words, sqlite3_column_int(query, 0));
    sqlite3_finalize(query);
    free(found);
    assert_int_equal(answer.total, total);
    assert_int_equal(answer.count, total);
    search_answer_release(&answer);
}

static void answers_are_those_of_fts5(void **state)
{
    (void)state;
    static const struct {
        const char *words, *fts;
    } cases[] = {
        {"station", "\"station\""},
        {"STATION the", "\"station\" AND \"the\""},
        {"nothing", "\"nothing\""},
        {"near nothing", "\"near\" AND \"nothing\""},
        {"cafe", "\"cafe\""},
        {"sun", "\"sun\""},
        {"sun*", "\"sun\" *"},
        {"s* near", "\"s\" * AND \"near\""},
        {"x*", "\"x\" *"},
        {"07700-900111", "\"07700-900111\""},
        {"07700-900*", "\"07700-900\" *"},
        {"don't", "\"don't\""},
        {"a.b@c", "\"a.b@c\""},
        {"b@c-near* sunny", "\"b@c-near\" * AND \"sunny\""},
        {"x-x-x", "\"x x x\""},
        {"k", "\"k\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_same(cases[i].words, cases[i].fts);
}

static void signs_alone_find_nothing(void **state)
{
    (void)state;
    struct search_answer answer;
    assert_int_equal(search_store_find(store, span_of("\" * -"), 5, &answer, NULL), BOWLINE_OK);
    assert_int_equal(answer.total, 0);
    search_answer_release(&answer);
}

static void each_failed_request_is_said(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct search_answer answer = {0};
        failing_memory_begin(&memory, n);
        enum bowline_status status = search_store_find(store, span_of("sun* x-x"), 5, &answer, NULL);
        search_answer_release(&answer);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    uint32_t count = records.count;
    records.count = 200;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct search_table table;
        failing_memory_begin(&memory, n);
        enum bowline_status status = search_table_build(&records, &parallel_serial, &table, NULL);
        search_table_release(&table);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    records.count = count;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_those_of_fts5),
        cmocka_unit_test(signs_alone_find_nothing),
        cmocka_unit_test(each_failed_request_is_said),
    };
    return cmocka_run_group_tests_name("search_store", tests, set_up, tear_down);
}
