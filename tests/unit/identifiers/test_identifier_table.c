/* The table: exact bytes, countries, protection, order, rejects; the same for any order of rows and any
 * number of workers; hostile input; every failure of memory. */
#include "base/memory.h"
#include "base/random.h"
#include "pipeline/pool.h"
#include "places/gazetteer.h"
#include "support/failing_memory.h"
#include "unit/identifiers/finds.h"

#include <stdio.h>
#include <time.h>

static void expect(enum column_type type, const char *country, const char *site, const char *text,
                   const char *wanted)
{
    struct buffer answer;
    buffer_init(&answer, 1u << 16);
    struct given given = {type, country, site, span_of(text), false};
    finds_of(&given, &answer);
    assert_string_equal(answer.data, wanted);
    buffer_release(&answer);
}

static void each_find_keeps_its_bytes(void **state)
{
    (void)state;
    expect(TYPE_TEXT, "BE", NULL, "a 0470/12.34.56 b", "phone=+32470123456[2,15]");
    expect(TYPE_TEXT, "BE", NULL, "(0470) 12 34 56", "phone=+32470123456[0,15]");
    expect(TYPE_TEXT, "BE", NULL, "(0470 12 34 56)", "phone=+32470123456[1,14]");
    expect(TYPE_TEXT, "", NULL, "é +32 470 12 34 56é", "phone=+32470123456[3,19]");
    expect(TYPE_TEXT, "", NULL, "x <Mia@Example.org>", "email=mia@example.org[3,18]");
    expect(TYPE_TEXT, "", NULL, "(https://www.example.com/a/).", "url=example.com/a[1,27]");
    expect(TYPE_TEXT, "", NULL, "IBAN BE68 5390 0754 7034.", "account=BE68539007547034[5,24]");
    expect(TYPE_TEXT, "", NULL, "ig: @mia.rose!", "handle=instagram:mia.rose[0,13]");
    expect(TYPE_PHONE, "BE", NULL, " 0470123456 ; 0471 12 34 56",
           "phone=+32470123456[1,11]; phone=+32471123456[14,27]");
    expect(TYPE_PHONE, "BE", NULL, "bel 0470123456", "phone=+32470123456[4,14]");
    expect(TYPE_EMAIL, "", NULL, "Mia <mia@example.org>", "email=mia@example.org[5,20]");
    expect(TYPE_IMAGE, "", NULL, "sha256:abcdef01", "image=abcdef01[0,15]");
}

static void the_site_stands_in_for_the_country(void **state)
{
    (void)state;
    expect(TYPE_TEXT, "", "https://www.example.be/x", "0470123456", "phone=+32470123456[0,10]");
    expect(TYPE_TEXT, "", "example.co.uk", "07700 900123", "phone=+447700900123[0,12]");
    expect(TYPE_TEXT, "", "example.com", "0470123456", "-");
    expect(TYPE_TEXT, "", "example.me", "0470123456", "-");
    expect(TYPE_TEXT, "NL", "example.be", "0612345678", "phone=+31612345678[0,10]");
    expect(TYPE_PHONE, "", "example.be", "0470123456", "phone=+32470123456[0,10]");
}

static void rejects_say_why(void **state)
{
    (void)state;
    expect(TYPE_PHONE, "BE", NULL, "12", "!not a phone number: too short");
    expect(TYPE_PHONE, "BE", NULL, "later", "!not a phone number: has letters");
    expect(TYPE_PHONE, "BE", NULL, "none", "!a word for no value");
    expect(TYPE_ACCOUNT, "", NULL, "#REF!", "!a word for no value");
    expect(TYPE_ACCOUNT, "", NULL, "See notes", "!a word for no value");
    expect(TYPE_HANDLE, "", NULL, "NULL", "!a word for no value");
    expect(TYPE_PHONE, "", NULL, "0470123456",
           "!not a phone number: no calling code, and the record has no country");
    expect(TYPE_PHONE, "", NULL, "+999123456789", "!not a phone number: no country begins with those digits");
    expect(TYPE_PHONE, "", NULL, "+324701234567890", "!not a phone number: too long");
    expect(TYPE_ACCOUNT, "", NULL, "BE68539007547035",
           "!not an account: the check digits of the IBAN are wrong");
    expect(TYPE_EMAIL, "", NULL, "mia", "!not an e-mail address: no @");
    expect(TYPE_IMAGE, "", NULL, "zzzzzzzz", "!not a hash of an image: not hexadecimal");
    expect(TYPE_URL, "", NULL, ";", "!not a link: no host name");
}

/* One resource with phones of a contact, an advertised person and a text. */
struct fixture {
    struct record_table records;
    resource_id resource;
    field_id contact, advertised, text, country;
};

static void fixture_init(struct fixture *f)
{
    record_table_init(&f->records);
    f->resource = record_table_add_resource(&f->records, "ads", KIND_AD);
    f->contact = record_table_add_field(&f->records, f->resource, "phone",
                                        (struct role){PARTY_CONTACT, TYPE_PHONE}, NULL);
    f->advertised = record_table_add_field(&f->records, f->resource, "her",
                                           (struct role){PARTY_ADVERTISED, TYPE_PHONE}, NULL);
    f->text = record_table_add_field(&f->records, f->resource, "body",
                                     (struct role){PARTY_CONTACT, TYPE_TEXT}, NULL);
    f->country = record_table_add_field(&f->records, f->resource, "country",
                                        (struct role){PARTY_CONTACT, TYPE_COUNTRY}, NULL);
    assert_true(f->resource && f->contact && f->advertised && f->text && f->country);
}

static void fixture_record(struct fixture *f, bool is_protected)
{
    struct record record = {.kind = KIND_AD,
                            .resource = f->resource,
                            .begin = TIME_NONE,
                            .end = TIME_NONE,
                            .is_protected = is_protected};
    char key[16];
    snprintf(key, sizeof key, "%u", f->records.count + 1);
    assert_true(record_table_add(&f->records, &record, span_of(key)));
}

static void fixture_cell(struct fixture *f, field_id field, const char *text)
{
    assert_true(record_table_add_cell(&f->records, field, span_of(text)));
}

static void build(const struct fixture *f, const struct parallel *parallel, struct identifier_table *out)
{
    struct bowline_error err;
    assert_int_equal(identifier_table_build(&f->records, parallel, out, &err), BOWLINE_OK);
    assert_null(identifier_table_check(out));
}

static identifier_id find_value(const struct identifier_table *table, const char *value)
{
    for (identifier_id id = 1; id <= table->count; id++)
        if (span_equal(identifier_value(table, id), span_of(value)))
            return id;
    return 0;
}

static void only_what_protected_parties_alone_use_is_protected(void **state)
{
    (void)state;
    struct fixture f;
    struct identifier_table table;
    fixture_init(&f);
    fixture_record(&f, false);
    fixture_cell(&f, f.contact, "+447700900001");
    fixture_cell(&f, f.advertised, "+447700900002;+447700900003");
    fixture_record(&f, false);
    fixture_cell(&f, f.text, "call +447700900003");
    fixture_record(&f, true);
    fixture_cell(&f, f.contact, "+447700900004");
    build(&f, &parallel_serial, &table);
    assert_int_equal(table.count, 4);
    assert_int_equal(table.identifiers[find_value(&table, "+447700900001")].is_protected, 0);
    assert_int_equal(table.identifiers[find_value(&table, "+447700900002")].is_protected, 1);
    assert_int_equal(table.identifiers[find_value(&table, "+447700900003")].is_protected, 0);
    assert_int_equal(table.identifiers[find_value(&table, "+447700900004")].is_protected, 1);
    assert_int_equal(table.identifiers[find_value(&table, "+447700900003")].records, 2);
    identifier_table_release(&table);
    record_table_release(&f.records);
}

static void a_record_counts_once(void **state)
{
    (void)state;
    struct fixture f;
    struct identifier_table table;
    fixture_init(&f);
    fixture_record(&f, false);
    fixture_cell(&f, f.contact, "+447700900001");
    fixture_cell(&f, f.text, "+447700900001 or +44 7700 900 001");
    build(&f, &parallel_serial, &table);
    assert_int_equal(table.count, 1);
    assert_int_equal(table.use_count, 3);
    assert_int_equal(table.identifiers[1].records, 1);
    assert_int_equal(table.uses[0].form, FORM_COLUMN);
    assert_int_equal(table.uses[1].form, FORM_PLAIN);
    identifier_table_release(&table);
    record_table_release(&f.records);
}

static void an_empty_case_has_an_empty_table(void **state)
{
    (void)state;
    struct fixture f;
    struct identifier_table table;
    fixture_init(&f);
    build(&f, &parallel_serial, &table);
    assert_int_equal(table.count + table.use_count + table.reject_count, 0);
    identifier_table_release(&table);
    record_table_release(&f.records);
}

#define MANY 3000

/* Row i of an invented case, the same whatever its place in the table. */
static void add_row(struct fixture *f, unsigned i)
{
    char text[400];
    snprintf(text, sizeof text, "+44 7700 900%03u", i * 7 % 1000);
    fixture_record(f, i % 11 == 0);
    fixture_cell(f, f->contact, i % 13 == 0 ? "unknown" : text);
    if (i % 5 == 0)
        fixture_cell(f, f->advertised, "07700 900999");
    snprintf(text, sizeof text,
             "Row %u, call 07700 900%03u, mail m%u@example.org, 100 euro, t.me/user_%u, www.example.com/%u",
             i, i % 1000, i % 97, i % 53, i % 31);
    fixture_cell(f, f->text, text);
    fixture_cell(f, f->country, "GB");
}

static void shuffled_rows(unsigned *order, uint64_t seed)
{
    struct random random;
    random_init(&random, seed);
    for (unsigned i = 0; i < MANY; i++)
        order[i] = i;
    for (unsigned i = MANY - 1; seed && i > 0; i--) {
        unsigned j = random_below(&random, i + 1);
        unsigned swap = order[i];
        order[i] = order[j];
        order[j] = swap;
    }
}

static void fill_many(struct fixture *f, const unsigned *order)
{
    fixture_init(f);
    for (unsigned i = 0; i < MANY; i++)
        add_row(f, order[i]);
}

static void assert_same_values(const struct identifier_table *a, const struct identifier_table *b)
{
    assert_int_equal(a->count, b->count);
    for (identifier_id id = 1; id <= a->count; id++) {
        assert_true(span_equal(identifier_value(a, id), identifier_value(b, id)));
        assert_int_equal(a->identifiers[id].type, b->identifiers[id].type);
        assert_int_equal(a->identifiers[id].records, b->identifiers[id].records);
        assert_int_equal(a->identifiers[id].is_protected, b->identifiers[id].is_protected);
    }
}

/* By member: the bytes between members are nobody's. */
static void assert_same_use(const struct identifier_use *a, const struct identifier_use *b)
{
    assert_int_equal(a->record, b->record);
    assert_int_equal(a->identifier, b->identifier);
    assert_int_equal(a->start, b->start);
    assert_int_equal(a->end, b->end);
    assert_int_equal(a->cell, b->cell);
    assert_int_equal(a->party, b->party);
    assert_int_equal(a->form, b->form);
}

static void the_order_of_rows_does_not_matter(void **state)
{
    (void)state;
    static unsigned order[MANY];
    static size_t first_use[MANY + 1];
    struct fixture plain;
    struct fixture mixed;
    struct identifier_table a;
    struct identifier_table b;
    shuffled_rows(order, 0);
    fill_many(&plain, order);
    shuffled_rows(order, 42);
    fill_many(&mixed, order);
    build(&plain, &parallel_serial, &a);
    build(&mixed, &parallel_serial, &b);
    assert_same_values(&a, &b);
    assert_int_equal(a.use_count, b.use_count);
    assert_int_equal(a.reject_count, b.reject_count);
    for (size_t i = a.use_count; i-- > 0;)
        first_use[a.uses[i].record - 1] = i;
    unsigned seen = 0;
    for (size_t i = 0; i < b.use_count; i++) {
        struct identifier_use use = b.uses[i];
        seen = i > 0 && b.uses[i - 1].record == use.record ? seen + 1 : 0;
        const struct identifier_use *same = &a.uses[first_use[order[use.record - 1]] + seen];
        use.record = same->record;
        assert_same_use(&use, same);
    }
    identifier_table_release(&a);
    identifier_table_release(&b);
    record_table_release(&plain.records);
    record_table_release(&mixed.records);
}

static void the_number_of_workers_does_not_matter(void **state)
{
    (void)state;
    static unsigned order[MANY];
    struct fixture f;
    struct identifier_table a;
    struct identifier_table b;
    struct pool *pool;
    struct bowline_error err;
    shuffled_rows(order, 0);
    fill_many(&f, order);
    build(&f, &parallel_serial, &a);
    assert_int_equal(pool_new(3, NULL, NULL, &pool, &err), BOWLINE_OK);
    build(&f, pool_parallel(pool), &b);
    assert_same_values(&a, &b);
    assert_int_equal(a.use_count, b.use_count);
    assert_int_equal(a.pool.length, b.pool.length);
    assert_memory_equal(a.pool.data, b.pool.data, a.pool.length);
    for (size_t i = 0; i < a.use_count; i++)
        assert_same_use(&a.uses[i], &b.uses[i]);
    assert_int_equal(a.reject_count, b.reject_count);
    for (size_t i = 0; i < a.reject_count; i++) {
        assert_int_equal(a.rejects[i].record, b.rejects[i].record);
        assert_int_equal(a.rejects[i].field, b.rejects[i].field);
        assert_ptr_equal(a.rejects[i].reason, b.rejects[i].reason);
    }
    pool_free(pool);
    identifier_table_release(&a);
    identifier_table_release(&b);
    record_table_release(&f.records);
}

static bool refuse(const struct parallel *self, size_t count, size_t grain, parallel_body *body,
                   void *context)
{
    (void)self, (void)count, (void)grain, (void)body, (void)context;
    return false;
}

static void a_stop_is_passed_on(void **state)
{
    (void)state;
    const struct parallel stopped = {.workers = 1, .loop = refuse};
    struct fixture f;
    struct identifier_table table;
    struct bowline_error err;
    fixture_init(&f);
    fixture_record(&f, false);
    assert_int_equal(identifier_table_build(&f.records, &stopped, &table, &err), BOWLINE_ERROR_INTERRUPTED);
    assert_int_equal(table.count, 0);
    record_table_release(&f.records);
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    struct fixture f;
    fixture_init(&f);
    for (unsigned i = 0; i < 60; i++)
        add_row(&f, i);
    unsigned long n = 1;
    for (;; n++) {
        struct failing_memory memory;
        struct identifier_table table;
        struct bowline_error err;
        failing_memory_begin(&memory, n);
        enum bowline_status status = identifier_table_build(&f.records, &parallel_serial, &table, &err);
        bool has_failed = failing_memory_end(&memory);
        identifier_table_release(&table);
        if (!has_failed)
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    assert_true(n > 15);
    record_table_release(&f.records);
}

/* Seconds to read a text of `length` bytes made of `unit` again and again. */
static double seconds_for(const char *unit, size_t length, size_t *found)
{
    struct span word = span_of(unit);
    char *text = memory_new(length, 1);
    for (size_t i = 0; i < length; i++)
        text[i] = word.at[i % word.length];
    struct given given = {TYPE_TEXT, "BE", NULL, {text, length}, false};
    struct record_table records;
    struct identifier_table table;
    records_of(&records, &given);
    clock_t begin = clock();
    assert_int_equal(identifier_table_build(&records, &parallel_serial, &table, NULL), BOWLINE_OK);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    *found = table.use_count;
    identifier_table_release(&table);
    record_table_release(&records);
    memory_free(text);
    return seconds;
}

static void hostile_lines_take_linear_time(void **state)
{
    (void)state;
    static const char *const units[] = {"7",
                                        "0",
                                        "0 ",
                                        "1 2 ",
                                        "04 ",
                                        "+",
                                        "+3",
                                        "a.",
                                        "a@",
                                        "@",
                                        ".",
                                        ":",
                                        "❤0",
                                        "1❤",
                                        "0*",
                                        "zero ",
                                        "zero",
                                        "O0 ",
                                        "double ",
                                        "quatre vingt ",
                                        "eenentwintig",
                                        "0️⃣",
                                        "０",
                                        "零",
                                        "に",
                                        "at ",
                                        " dot ",
                                        "a at ",
                                        "[.]",
                                        "tg ",
                                        "insta is ",
                                        "@a ",
                                        "plate ",
                                        "bc1q",
                                        "0x",
                                        "1A1",
                                        "0470 then ",
                                        "Ο0",
                                        "é.",
                                        "O",
                                        "http://",
                                        "www.",
                                        "BE6",
                                        "BE68 5390 ",
                                        "1.1",
                                        "tg:aaa",
                                        "\xff",
                                        "-1",
                                        "((1",
                                        "/0/0",
                                        "é",
                                        "00 "};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        /* Four times the bytes: linear time is four times as long, quadratic time sixteen times. */
        size_t found;
        double few = seconds_for(units[i], 1u << 15, &found);
        double many = seconds_for(units[i], 1u << 17, &found);
        if (many > 10 * few + 0.2)
            fail_msg("32 KB of '%s' took %.2f s, 128 KB took %.2f s", units[i], few, many);
    }
}

static void any_bytes_may_come(void **state)
{
    (void)state;
    static const char alphabet[] =
        "0123456789+-./() @:abwtelBE\xc3\xa9\xe2\x82\xac\xff\x00\xf0\x9f\x93\x9e,;";
    struct random random;
    struct buffer answer;
    char text[64];
    random_init(&random, 7);
    buffer_init(&answer, 1u << 20);
    for (unsigned i = 0; i < 300; i++) {
        size_t length = 1 + random_below(&random, sizeof text);
        for (size_t b = 0; b < length; b++)
            text[b] = alphabet[random_below(&random, sizeof alphabet - 1)];
        struct given given = {TYPE_TEXT, "BE", NULL, {text, length}, false};
        finds_of(&given, &answer);
        given.type = (enum column_type)(TYPE_PHONE + random_below(&random, TYPE_IMAGE - TYPE_PHONE + 1));
        finds_of(&given, &answer);
    }
    buffer_release(&answer);
}

static void a_prefix_of_an_iban_is_none(void **state)
{
    (void)state;
    static const char *const whole[] = {"BE68539007547034", "NL91ABNA0417164300",
                                        "MT84MALT011000012345MTLCAST001S"};
    struct buffer answer;
    buffer_init(&answer, 1u << 16);
    for (unsigned i = 0; i < 3; i++)
        for (size_t length = 1; length < strlen(whole[i]); length++) {
            struct given given = {TYPE_TEXT, "BE", NULL, {whole[i], length}, false};
            finds_of(&given, &answer);
            assert_string_equal(answer.data, "-");
        }
    buffer_release(&answer);
}

static int bits_of(enum column_type type, const char *country, const char *text)
{
    struct record_table records;
    struct identifier_table table;
    struct given given = {type, country, NULL, span_of(text), false};
    records_of(&records, &given);
    assert_int_equal(identifier_table_build(&records, &parallel_serial, &table, NULL), BOWLINE_OK);
    assert_int_equal(table.use_count, 1);
    int bits = table.uses[0].bits;
    identifier_table_release(&table);
    record_table_release(&records);
    return bits;
}

static void bits_tell_how_sure_a_find_is(void **state)
{
    (void)state;
    int plain = bits_of(TYPE_TEXT, "BE", "0470 12 34 56");
    int letters = bits_of(TYPE_TEXT, "BE", "O47O 12 34 56");
    int bare = bits_of(TYPE_TEXT, "ES", "612 345 679");
    int guessed =
        bits_of(TYPE_TEXT, "", "bel mij voor het beste, ik ben er niet op 06 12345678 maar wel met je");
    int possible = bits_of(TYPE_PHONE, "BE", "0999 12 34 56");
    assert_true(letters < plain);
    assert_int_equal(bare, plain - 2000);
    assert_int_equal(guessed, plain - 3000);
    assert_true(possible < letters);
}

/* The phone that a text gives where its record says a place and perhaps a country, or "". */
static void expect_in_place(const struct gazetteer *gazetteer, const char *place, const char *country,
                            const char *wanted)
{
    struct record_table records;
    struct identifier_table table;
    record_table_init(&records);
    resource_id ads = record_table_add_resource(&records, "ads", KIND_AD);
    field_id text =
        record_table_add_field(&records, ads, "text", (struct role){PARTY_CONTACT, TYPE_TEXT}, NULL);
    field_id where =
        record_table_add_field(&records, ads, "place", (struct role){PARTY_CONTACT, TYPE_PLACE}, NULL);
    field_id land =
        record_table_add_field(&records, ads, "country", (struct role){PARTY_CONTACT, TYPE_COUNTRY}, NULL);
    struct record record = {.kind = KIND_AD, .resource = ads, .begin = TIME_NONE, .end = TIME_NONE};
    assert_true(record_table_add(&records, &record, span_of("1")));
    assert_true(record_table_add_cell(&records, text, span_of("0470 12 34 56")));
    assert_true(record_table_add_cell(&records, where, span_of(place)));
    if (country[0])
        assert_true(record_table_add_cell(&records, land, span_of(country)));
    assert_int_equal(identifier_table_build_in(&records, gazetteer, &parallel_serial, &table, NULL),
                     BOWLINE_OK);
    struct span value = table.count ? identifier_value(&table, 1) : span_of("");
    assert_true(span_equal(value, span_of(wanted)));
    identifier_table_release(&table);
    record_table_release(&records);
}

static void a_place_tells_the_country(void **state)
{
    (void)state;
    struct gazetteer gazetteer;
    assert_int_equal(gazetteer_open(&gazetteer, NULL), BOWLINE_OK);
    expect_in_place(&gazetteer, "Antwerpen", "", "+32470123456");
    expect_in_place(&gazetteer, "Anvers", "", "+32470123456");
    expect_in_place(&gazetteer, "Antwerpen", "FR", "+33470123456");
    expect_in_place(&gazetteer, "Antwerpen", "unknown", "+32470123456");
    expect_in_place(&gazetteer, "Nowhere at all", "", "");
    expect_in_place(NULL, "Antwerpen", "", "");
    /* one of several places of that name: nothing is told */
    expect_in_place(&gazetteer, "Union", "", "");
    gazetteer_release(&gazetteer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_find_keeps_its_bytes),
        cmocka_unit_test(the_site_stands_in_for_the_country),
        cmocka_unit_test(rejects_say_why),
        cmocka_unit_test(a_place_tells_the_country),
        cmocka_unit_test(bits_tell_how_sure_a_find_is),
        cmocka_unit_test(only_what_protected_parties_alone_use_is_protected),
        cmocka_unit_test(a_record_counts_once),
        cmocka_unit_test(an_empty_case_has_an_empty_table),
        cmocka_unit_test(the_order_of_rows_does_not_matter),
        cmocka_unit_test(the_number_of_workers_does_not_matter),
        cmocka_unit_test(a_stop_is_passed_on),
        cmocka_unit_test(every_failure_of_memory_is_returned),
        cmocka_unit_test(hostile_lines_take_linear_time),
        cmocka_unit_test(any_bytes_may_come),
        cmocka_unit_test(a_prefix_of_an_iban_is_none),
    };
    return cmocka_run_group_tests_name("identifier table", tests, NULL, NULL);
}
