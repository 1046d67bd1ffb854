/* What cannot be a line of a file: numbers over two cells, countries by language, what is refused and
 * counted, and the library's own example numbers, plain and spelled out in each language. */
#include "identifiers/phone_shim.h"
#include "unit/identifiers/finds.h"

#include <stdio.h>

struct column {
    enum column_type type;
    const char *value;
};

/* The finds of a record with those cells, as "type=value[cell:start,end]/form; ...", and "!n" for n rejects.
 */
static void read_record(const char *country, const struct column *columns, unsigned count, struct buffer *out)
{
    struct record_table records;
    struct identifier_table table;
    record_table_init(&records);
    resource_id resource = record_table_add_resource(&records, "ads", KIND_AD);
    field_id fields[4];
    for (unsigned i = 0; i < count; i++) {
        char name[16];
        snprintf(name, sizeof name, "c%u", i);
        fields[i] = record_table_add_field(&records, resource, name,
                                           (struct role){PARTY_CONTACT, columns[i].type}, NULL);
    }
    field_id of = record_table_add_field(&records, resource, "country",
                                         (struct role){PARTY_CONTACT, TYPE_COUNTRY}, NULL);
    struct record record = {.kind = KIND_AD, .resource = resource, .begin = TIME_NONE, .end = TIME_NONE};
    assert_true(record_table_add(&records, &record, span_of("1")));
    for (unsigned i = 0; i < count; i++)
        assert_true(record_table_add_cell(&records, fields[i], span_of(columns[i].value)));
    if (country[0])
        assert_true(record_table_add_cell(&records, of, span_of(country)));
    assert_int_equal(identifier_table_build(&records, &parallel_serial, &table, NULL), BOWLINE_OK);
    assert_null(identifier_table_check(&table));
    buffer_reset(out);
    for (size_t i = 0; i < table.use_count; i++) {
        const struct identifier_use *use = &table.uses[i];
        struct span value = identifier_value(&table, use->identifier);
        buffer_format(out, "%s%.*s[%u:%u,%u]/%s", i ? "; " : "", (int)value.length, value.at, use->cell,
                      use->start, use->end, identifier_form_name((enum identifier_form)use->form));
    }
    if (table.reject_count)
        buffer_format(out, "!%zu", table.reject_count);
    buffer_append_char(out, 0);
    identifier_table_release(&table);
    record_table_release(&records);
}

static void expect_two(const char *country, enum column_type type, const char *first, const char *second,
                       const char *wanted)
{
    struct buffer answer;
    const struct column columns[] = {{type, first}, {type, second}};
    buffer_init(&answer, 1u << 16);
    read_record(country, columns, 2, &answer);
    assert_string_equal(answer.data, wanted);
    buffer_release(&answer);
}

static void a_number_may_stand_in_two_columns(void **state)
{
    (void)state;
    expect_two("BE", TYPE_PHONE, "0470", "12 34 56", "+32470123456[0:0,4]/split; +32470123456[1:0,8]/split");
    expect_two("ES", TYPE_PHONE, "612", "345678", "+34612345678[0:0,3]/split; +34612345678[1:0,6]/split");
    expect_two("", TYPE_PHONE, "+32", "470123456", "+32470123456[0:0,3]/split; +32470123456[1:0,9]/split");
    expect_two("BE", TYPE_PHONE, "0470123456", "0471123456",
               "+32470123456[0:0,10]/column; +32471123456[1:0,10]/column");
    expect_two("BE", TYPE_PHONE, "0470", "12", "!2");
    expect_two("BE", TYPE_PHONE, "none", "12 34 56", "!2");
    expect_two("BE", TYPE_PHONE, "0470 12", "3456789012345678", "!2");
}

static void a_number_may_stand_in_two_texts(void **state)
{
    (void)state;
    expect_two("BE", TYPE_TEXT, "Mia, call 0470 12", "34 56 any time",
               "+32470123456[0:10,17]/split; +32470123456[1:0,5]/split");
    expect_two("GB", TYPE_TEXT, "new: 07700", "900 123",
               "+447700900123[0:5,10]/split; +447700900123[1:0,7]/split");
    expect_two("BE", TYPE_TEXT, "Mia 0470 12 34 56", "20 years", "+32470123456[0:4,17]/plain");
    expect_two("BE", TYPE_TEXT, "open 0900", "100 euro", "");
    expect_two("BE", TYPE_TEXT, "room 12", "34 56 78 90", "");
    expect_two("BE", TYPE_TEXT, "from 10 to 22", "150 200 250", "");
}

static void expect(const char *country, const char *text, const char *wanted)
{
    struct buffer answer;
    const struct column column = {TYPE_TEXT, text};
    buffer_init(&answer, 1u << 16);
    read_record(country, &column, 1, &answer);
    if (strcmp(answer.data, wanted) != 0)
        print_error("'%s'\n", text);
    assert_string_equal(answer.data, wanted);
    buffer_release(&answer);
}

static void the_language_may_tell_the_country(void **state)
{
    (void)state;
    expect("", "je suis dans le centre pour vous, 06 39 98 12 34", "+33639981234[0:34,48]/plain");
    expect("", "bel mij voor een massage, ik ben lief 06 12345678", "+31612345678[0:38,49]/plain");
    /* German, but a number of Vienna as well as of a German mobile phone */
    expect("", "ich bin neu und bei dir, ruf an 0151 23456789", "");
    expect("", "call me for a chat and you are welcome, 07700 900123", "+447700900123[0:40,52]/plain");
    expect("", "0151 23456789", "");
    expect("", "soy para los que llaman con calma, 612 345 678", "");
    expect("", "soy una chica muy mona, llama con calma al 612 345 678", "+34612345678[0:43,54]/plain");
}

static uint64_t refused(const char *text, enum refusal reason)
{
    struct record_table records;
    struct identifier_table table;
    struct given given = {TYPE_TEXT, "BE", NULL, span_of(text), false};
    records_of(&records, &given);
    assert_int_equal(identifier_table_build(&records, &parallel_serial, &table, NULL), BOWLINE_OK);
    uint64_t count = table.refused[reason];
    identifier_table_release(&table);
    record_table_release(&records);
    return count;
}

static void what_is_refused_is_counted(void **state)
{
    (void)state;
    assert_int_equal(refused("ref 0470123456", REFUSAL_NAMED), 1);
    assert_int_equal(refused("BE68 5390 0754 7035", REFUSAL_IBAN), 1);
    assert_int_equal(refused("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", REFUSAL_WALLET), 1);
    assert_int_equal(refused("12345678901234567890123456789012345678901234567890", REFUSAL_LENGTH), 1);
    assert_int_equal(refused("one two three four five six seven eight", REFUSAL_COUNTING), 1);
    assert_int_equal(refused("0999 12 34 98", REFUSAL_INVALID), 1);
    assert_int_equal(refused("100 euro, 20 years", REFUSAL_INVALID), 0);
    for (int r = REFUSAL_NONE + 1; r < REFUSAL_COUNT; r++)
        assert_true(strlen(refusal_name((enum refusal)r)) > 3);
}

static const char *const spelled[][10] = {
    {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"},
    {"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"},
    {"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"},
    {"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"},
    {"cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"},
    {"zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"},
    {"zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"},
    {"zero", "unu", "doi", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă"},
    {"ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"},
    {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
    {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"},
    {"𝟎", "𝟏", "𝟐", "𝟑", "𝟒", "𝟓", "𝟔", "𝟕", "𝟖", "𝟗"},
    {"⓪", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"},
    {"0️⃣", "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣",
     "9️⃣"},
    {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"},
};

/* French reads "quatre vingt" and the like together only where tens follow; digit by digit nothing merges. */
static void write_spelled(const char *e164, unsigned how, struct buffer *out)
{
    buffer_reset(out);
    buffer_append_text(out, "+ ");
    for (const char *d = e164 + 1; *d; d++) {
        buffer_append_text(out, spelled[how][*d - '0']);
        if (how < 10)
            buffer_append_char(out, ' ');
    }
}

/* Whether every digit of the number is the same, or they count: such are refused on purpose. */
static bool is_counting(const char *e164)
{
    bool is_same = true;
    bool is_up = true;
    for (const char *d = e164 + 2; *d; d++) {
        is_same &= d[0] == d[-1];
        is_up &= d[0] == d[-1] + 1;
    }
    return is_same || is_up;
}

static void examples_are_read_however_they_are_written(void **state)
{
    (void)state;
    struct buffer text;
    struct buffer answer;
    unsigned count = 0;
    buffer_init(&text, 1u << 12);
    buffer_init(&answer, 1u << 16);
    assert_true(phone_shim_start());
    for (unsigned i = 0; i < 676; i++) {
        char region[3] = {(char)('A' + i / 26), (char)('A' + i % 26), 0};
        char number[PHONE_E164_SIZE];
        char wanted[64];
        if (!phone_shim_example(region, i % 2, number) || strlen(number) < 8 || is_counting(number))
            continue;
        snprintf(wanted, sizeof wanted, "phone=%s", number);
        for (unsigned how = 0; how < sizeof spelled / sizeof *spelled; how++, count++) {
            write_spelled(number, how, &text);
            struct given given = {TYPE_TEXT, "", NULL, buffer_all(&text), false};
            finds_of(&given, &answer);
            answer.data[strcspn(answer.data, "[")] = 0;
            if (strcmp(answer.data, wanted) != 0)
                fail_msg("'%.*s' gives '%s', not '%s'", (int)text.length, text.data, answer.data, wanted);
        }
    }
    assert_true(count > 3000);
    buffer_release(&text);
    buffer_release(&answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_may_stand_in_two_columns),
        cmocka_unit_test(a_number_may_stand_in_two_texts),
        cmocka_unit_test(the_language_may_tell_the_country),
        cmocka_unit_test(what_is_refused_is_counted),
        cmocka_unit_test(examples_are_read_however_they_are_written),
    };
    return cmocka_run_group_tests_name("hidden numbers", tests, NULL, NULL);
}
