/* row_reader: each check with its reason, keys, duplicates; and a row that is read again gives the same. */
#include "records/row_reader.h"

#include "base/random.h"
#include "records/csv.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdio.h>

struct fixture {
    struct record_table table;
    struct row_reader *reader;
    struct csv_splitter splitter;
    struct buffer rejects; /* "line column: reason\n" */
    uint32_t line;
};

static void note_reject(void *context, const struct row_place *place, const char *column, const char *reason)
{
    buffer_format(context, "%u %s: %s\n", place->line, column ? column : "-", reason);
}

/* columns: "name=role,...", as a data package writes roles. */
static bool add_fields(struct record_table *table, resource_id resource, enum record_kind kind,
                       const char *const *columns)
{
    for (; *columns; columns++) {
        const char *dot = strchr(*columns, '.');
        struct role role = {kind_default_party(kind), type_find(span_of(dot ? dot + 1 : *columns))};
        if (dot)
            role.party = party_find((struct span){*columns, (size_t)(dot - *columns)});
        if (!record_table_add_field(table, resource, *columns, role, NULL))
            return false;
    }
    return true;
}

static bool fixture_open(struct fixture *f, enum record_kind kind, const char *const *columns)
{
    *f = (struct fixture){.line = 1};
    record_table_init(&f->table);
    csv_splitter_init(&f->splitter);
    buffer_init(&f->rejects, 1 << 20);
    resource_id resource = record_table_add_resource(&f->table, "table", kind);
    return resource && add_fields(&f->table, resource, kind, columns) &&
           row_reader_new(&f->table, resource, note_reject, &f->rejects, &f->reader, NULL) == BOWLINE_OK;
}

static void fixture_close(struct fixture *f)
{
    row_reader_free(f->reader);
    record_table_release(&f->table);
    csv_splitter_release(&f->splitter);
    buffer_release(&f->rejects);
}

static enum bowline_status add(struct fixture *f, const char *row, record_id *id)
{
    struct row_place place = {.line = ++f->line, .byte = f->line, .length = (uint32_t)strlen(row)};
    *id = 0;
    if (!csv_split(&f->splitter, (struct csv_dialect){',', '"'}, span_of(row)))
        return BOWLINE_ERROR_MEMORY;
    return row_reader_add(f->reader, f->splitter.cells, f->splitter.count, &place, id, NULL);
}

static record_id add_ok(struct fixture *f, const char *row)
{
    record_id id;
    assert_int_equal(add(f, row, &id), BOWLINE_OK);
    return id;
}

static const char *rejects(struct fixture *f)
{
    buffer_append_char(&f->rejects, '\0');
    assert_true(buffer_ok(&f->rejects));
    return f->rejects.data;
}

static void each_bad_cell_is_rejected_alone(void **state)
{
    (void)state;
    static const char *const columns[] = {"id",       "time", "lat",   "lon",      "country", "amount",
                                          "currency", "born", "phone", "handling", NULL};
    static const char *const bad[] = {
        "a,,91,,,,,,1,",   "b,,,-180.5,,,,,1,",  "c,,,,Belgium,,,,1,",  "d,,,,,\"4,500\",,,1,",
        "e,,,,,,euro,,1,", "f,,,,,,,17/4/98,1,", "g,3/6/2025,,,,,,,1,", "h,,5x,,,,,,1,",
        "i,,,,,,,,1,red",  "j,,,,,,,,\xff,",
    };
    static const char *const good = "k,2025-06-03,51.21,-4.4,BE,450.00,EUR,1998-04,+32470000001,tlp:AMBER";
    struct fixture f;
    assert_true(fixture_open(&f, KIND_AD, columns));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t before = f.rejects.length;
        record_id id = add_ok(&f, bad[i]);
        assert_int_equal(id, i + 1);
        if (f.rejects.length == before)
            fail_msg("%s was kept whole", bad[i]);
        assert_ptr_equal(memchr(f.rejects.data + before, '\n', f.rejects.length - before),
                         f.rejects.data + f.rejects.length - 1);
    }
    size_t before = f.rejects.length;
    record_id id = add_ok(&f, good);
    assert_int_equal(f.rejects.length, before);
    assert_int_equal(f.table.records[id].end - f.table.records[id].begin, 86400);
    assert_true(
        span_equal(record_value(&f.table, id, (struct role){PARTY_CONTACT, TYPE_AMOUNT}), span_of("450.00")));
    assert_null(record_table_check(&f.table));
    fixture_close(&f);
}

/* Numbers are kept as plain decimals, however they were written. */
static void decimal_commas_are_read(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "amount", "lat", "lon", NULL};
    static const struct role roles[] = {
        {PARTY_CONTACT, TYPE_AMOUNT}, {PARTY_CONTACT, TYPE_LAT}, {PARTY_CONTACT, TYPE_LON}};
    static const char *const plain[] = {"1450.00", "51.210", "-4.4"};
    struct fixture f;
    assert_true(fixture_open(&f, KIND_AD, columns));
    record_id id = add_ok(&f, "a,\"1.450,00\",\"51,210\",\"-4,4\"");
    assert_int_equal(f.rejects.length, 0);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        assert_true(span_equal(record_value(&f.table, id, roles[i]), span_of(plain[i])));
    fixture_close(&f);
}

static void rows_of_another_length_are_rejected(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "text", NULL};
    struct fixture f;
    assert_true(fixture_open(&f, KIND_AD, columns));
    assert_int_equal(add_ok(&f, "1,x"), 1);
    assert_int_equal(add_ok(&f, "2"), 0);
    assert_int_equal(add_ok(&f, "3,x,y"), 0);
    assert_string_equal(rejects(&f),
                        "3 -: 1 cells where there are 2 columns\n4 -: 3 cells where there are 2 columns\n");
    fixture_close(&f);
}

static void keys_are_unique_and_lines_stand_in(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "text", NULL};
    struct fixture f;
    assert_true(fixture_open(&f, KIND_AD, columns));
    assert_int_equal(add_ok(&f, "A-1,x"), 1);
    assert_int_equal(add_ok(&f, ",x"), 2);
    assert_int_equal(add_ok(&f, "A-1,y"), 0);
    assert_true(span_equal(record_key(&f.table, 1), span_of("A-1")));
    assert_true(span_equal(record_key(&f.table, 2), span_of("3")));
    assert_string_equal(rejects(&f), "4 id: the id A-1 stands already in line 2\n");
    fixture_close(&f);
}

static void duplicates_are_kept_and_marked(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "text", "", NULL};
    struct fixture f;
    assert_true(fixture_open(&f, KIND_AD, columns));
    add_ok(&f, "1,x,n");
    add_ok(&f, "2,y,n");
    add_ok(&f, "3,x,n");
    add_ok(&f, "4,x,m");
    add_ok(&f, "5,x,n");
    assert_int_equal(f.table.records[2].duplicate_of, 0);
    assert_int_equal(f.table.records[3].duplicate_of, 1);
    assert_int_equal(f.table.records[4].duplicate_of, 0); /* a column without a role differs */
    assert_int_equal(f.table.records[5].duplicate_of, 1);
    fixture_close(&f);
}

static void an_end_before_its_start_is_rejected(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "start", "end", NULL};
    struct fixture f;
    assert_true(fixture_open(&f, KIND_STAY, columns));
    record_id id = add_ok(&f, "1,2025-06-03,2025-06-01");
    assert_string_equal(rejects(&f), "2 end: the end is not after the beginning\n");
    assert_int_equal(record_value(&f.table, id, (struct role){PARTY_SELF, TYPE_END}).length, 0);
    id = add_ok(&f, "2,2025-06-03,2025-06-05");
    assert_int_equal(f.table.records[id].end - f.table.records[id].begin, 3 * 86400);
    fixture_close(&f);
}

static void a_victim_is_protected_however_the_word_is_written(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "category", NULL};
    static const char *const rows[] = {"1,possible-victim", "2,Possible Victim", "3,POSSIBLE_VICTIM"};
    struct fixture f;
    assert_true(fixture_open(&f, KIND_PERSON, columns));
    for (size_t i = 0; i < 3; i++) {
        record_id id = add_ok(&f, rows[i]);
        assert_true(f.table.records[id].is_protected);
        assert_true(span_equal(record_value(&f.table, id, (struct role){PARTY_SELF, TYPE_CATEGORY}),
                               span_of("possible-victim")));
    }
    record_id id = add_ok(&f, "4,suspect");
    assert_false(f.table.records[id].is_protected);
    assert_string_equal(rejects(&f), "");
    fixture_close(&f);
}

/* By member: the bytes between members are nobody's. */
static bool same_record(const struct record *a, const struct record *b)
{
    return a->byte == b->byte && a->first_cell == b->first_cell && a->begin == b->begin && a->end == b->end &&
           a->length == b->length && a->line == b->line && a->key.at == b->key.at &&
           a->key.length == b->key.length && a->duplicate_of == b->duplicate_of &&
           a->resource == b->resource && a->kind == b->kind && a->is_protected == b->is_protected;
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
    return a->at == b->at && a->length == b->length && a->field == b->field;
}

static bool same_table(const struct record_table *a, const struct record_table *b)
{
    bool same = a->count == b->count && a->cell_count == b->cell_count && a->pool.length == b->pool.length &&
                memcmp(a->pool.data, b->pool.data, a->pool.length) == 0;
    for (record_id id = 1; same && id <= a->count; id++)
        same = same_record(&a->records[id], &b->records[id]);
    for (size_t c = 0; same && c < a->cell_count; c++)
        same = same_cell(&a->cells[c], &b->cells[c]);
    return same;
}

/* The rows that were kept, read again from their text in the same places, make the same table. */
static void reading_again_gives_the_same_table(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "time", "text", "advertised.phone", "lat", "", NULL};
    static const char *const words[] = {"",   "x",    "2025-06-03", "31/02",     "5.5",
                                        "95", "\xff", "A-1",        "\"q\"\"q\""};
    struct random random;
    struct fixture first;
    struct fixture second;
    random_init(&random, 3);
    assert_true(fixture_open(&first, KIND_AD, columns));
    assert_true(fixture_open(&second, KIND_AD, columns));
    for (unsigned row = 0; row < 2000; row++) {
        char text[256];
        int length = snprintf(text, sizeof text, "%u", random_below(&random, 1500));
        for (unsigned c = 1; c < 6; c++)
            length += snprintf(text + length, sizeof text - (size_t)length, ",%s",
                               words[random_below(&random, sizeof words / sizeof *words)]);
        if (add_ok(&first, text)) {
            second.line = first.line - 1;
            assert_true(add_ok(&second, text) != 0);
        }
    }
    assert_true(first.table.count > 500 && first.table.count < 2000);
    assert_null(record_table_check(&first.table));
    assert_true(same_table(&first.table, &second.table));
    fixture_close(&first);
    fixture_close(&second);
}

static void memory_may_fail_anywhere(void **state)
{
    (void)state;
    static const char *const columns[] = {"id", "text", NULL};
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct fixture f;
        record_id id;
        failing_memory_begin(&memory, n);
        bool ok = fixture_open(&f, KIND_AD, columns);
        for (unsigned row = 0; ok && row < 700; row++) {
            char text[32];
            snprintf(text, sizeof text, "%u,text %u", row, row % 600);
            ok = add(&f, text, &id) == BOWLINE_OK && id;
        }
        bool failed = failing_memory_end(&memory);
        fixture_close(&f);
        assert_int_equal(ok, !failed);
        if (!failed) {
            assert_true(n > 10);
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_bad_cell_is_rejected_alone),
        cmocka_unit_test(decimal_commas_are_read),
        cmocka_unit_test(rows_of_another_length_are_rejected),
        cmocka_unit_test(keys_are_unique_and_lines_stand_in),
        cmocka_unit_test(duplicates_are_kept_and_marked),
        cmocka_unit_test(an_end_before_its_start_is_rejected),
        cmocka_unit_test(a_victim_is_protected_however_the_word_is_written),
        cmocka_unit_test(reading_again_gives_the_same_table),
        cmocka_unit_test(memory_may_fail_anywhere),
    };
    return cmocka_run_group_tests_name("row_reader", tests, NULL, NULL);
}
