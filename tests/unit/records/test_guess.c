/* guess: tables in eight languages, values that contradict their column's name, and dates. */
#include "records/guess.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

enum { MOST_COLUMNS = 12, MOST_ROWS = 6 };

struct table {
    struct package package;
    struct package_resource *resource;
    struct span cells[MOST_COLUMNS * MOST_ROWS];
    struct guess_sample sample;
};

/* Cells of a line, between bars. */
static size_t cut(const char *line, struct span *cells)
{
    size_t count = 0;
    for (const char *at = line; at; count++) {
        const char *bar = strchr(at, '|');
        cells[count] = bar ? (struct span){at, (size_t)(bar - at)} : span_of(at);
        at = bar ? bar + 1 : NULL;
    }
    return count;
}

static bool guess(struct table *t, const char *name, const char *const *lines)
{
    struct span header[MOST_COLUMNS];
    package_init(&t->package);
    t->resource = package_add_resource(&t->package, name, "x.csv");
    t->sample = (struct guess_sample){.cells = t->cells, .columns = cut(lines[0], header)};
    for (size_t c = 0; c < t->sample.columns && t->resource; c++) {
        char text[64] = {0};
        memcpy(text, header[c].at, header[c].length);
        if (!package_add_field(t->resource, text))
            return false;
    }
    for (lines++; *lines; lines++, t->sample.rows++)
        cut(*lines, t->cells + t->sample.rows * t->sample.columns);
    return t->resource && guess_roles(t->resource, &t->sample);
}

/* roles: those of the columns, between bars, as a data package writes them with their party. */
static void assert_guess(const char *name, const char *const *lines, enum record_kind kind, const char *roles)
{
    struct table t = {0};
    struct span wanted[MOST_COLUMNS];
    assert_true(guess(&t, name, lines));
    if (t.resource->kind != kind)
        fail_msg("%s: kind \"%s\"", name, kind_name(t.resource->kind));
    assert_int_equal(cut(roles, wanted), t.sample.columns);
    for (size_t c = 0; c < t.sample.columns; c++) {
        struct role role = t.resource->fields[c].role;
        struct buffer found;
        buffer_init(&found, 100);
        if (role.type != TYPE_NONE && role.party != kind_default_party(kind))
            buffer_format(&found, "%s.", party_name(role.party));
        buffer_append_text(&found, type_name(role.type));
        if (!span_equal(buffer_all(&found), wanted[c]))
            fail_msg("%s, column %s: guessed \"%.*s\"", name, t.resource->fields[c].name, (int)found.length,
                     found.data);
        buffer_release(&found);
    }
    package_release(&t.package);
}

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void tables_in_eight_languages(void **state)
{
    (void)state;
    assert_guess("ads",
                 LINES("id|posted|title|body|contact_phone|e-mail|city|country",
                       "1|2025-06-03|x|y|0470 00 00 01|a@example.org|Gent|BE"),
                 KIND_AD, "id|time|text|text|phone|email|place|country");
    assert_guess("boekingen",
                 LINES("aankomst|vertrek|naam gast|telefoon boeker|adres",
                       "2025-06-03|2025-06-05|A B|+32470000001|Meir 12"),
                 KIND_STAY, "start|end|guest.name|booker.phone|address");
    assert_guess("virements",
                 LINES("date|compte émetteur|compte bénéficiaire|montant|devise",
                       "2025-06-03|BE71096123456769|BE71096123456769|450.00|EUR"),
                 KIND_PAYMENT, "time|account|to.account|amount|currency");
    assert_guess("Personen", LINES("Name|Geburtsdatum|Straße|PLZ", "A B|1998-04-17|Weg 1|10115"), KIND_PERSON,
                 "name|born|address|postcode");
    assert_guess("llamadas",
                 LINES("fecha|llamante|receptor|duración", "2025-06-03T10:00|+34600000001|+34600000002|30"),
                 KIND_CALL, "time|phone|to.phone|duration");
    assert_guess("annunci", LINES("titolo|telefono|città", "x|+39 320 000 0001|Roma"), KIND_AD,
                 "text|phone|place");
    assert_guess("estadias", LINES("chegada|partida|nome hóspede", "2025-06-03|2025-06-05|A B"), KIND_STAY,
                 "start|end|guest.name");
    assert_guess("plăți", LINES("dată|sumă|monedă", "2025-06-03|450.00|RON"), KIND_PAYMENT,
                 "time|amount|currency");
}

static void values_must_agree_with_names(void **state)
{
    (void)state;
    assert_guess("ads", LINES("phone|lat|country|email|time", "none|north|Belgium|x|soon"), KIND_AD, "||||");
    assert_guess("ads", LINES("id|phone", "1|+32470000001", "1|+32470000002"), KIND_AD, "|phone");
    assert_guess("ads", LINES("customer_id|room", "1|2"), KIND_AD, "|");
    assert_guess("ads", LINES("phone|text", "|"), KIND_AD, "|");
}

static void values_speak_where_names_do_not(void **state)
{
    (void)state;
    assert_guess(
        "x",
        LINES("c1|c2|c3|c4|c5", "a@example.org|https://example.org/1|BE71 0961 2345 6769|+32470000001|12"),
        KIND_NONE, "email|url|account|phone|");
}

static void kinds_follow_from_columns(void **state)
{
    (void)state;
    assert_guess("table1", LINES("from|to|amount", "x|y|4.00"), KIND_PAYMENT, "||amount");
    assert_guess("export", LINES("guest name|check in|check out", "A|2025-06-03|2025-06-05"), KIND_STAY,
                 "guest.name|start|end");
}

static const char *format_of(const char *const *lines, char out[32])
{
    struct table t = {0};
    assert_true(guess(&t, "ads", lines));
    out[0] = '\0';
    if (t.resource->fields[0].format)
        memcpy(out, t.resource->fields[0].format, strlen(t.resource->fields[0].format) + 1);
    package_release(&t.package);
    return out;
}

static void dates_get_a_format_where_one_fits(void **state)
{
    (void)state;
    char out[32];
    assert_string_equal(format_of(LINES("date", "2025-06-03"), out), "");
    assert_string_equal(format_of(LINES("date", "23/06/2025 21:40", "01/02/2025 10:00"), out),
                        "%d/%m/%Y %H:%M");
    assert_string_equal(format_of(LINES("date", "06/23/2025", "01/02/2025"), out), "%m/%d/%Y");
    assert_string_equal(format_of(LINES("date", "01/02/2025", "03/04/2025"), out), ""); /* could be either */
    assert_string_equal(format_of(LINES("date", "3 juin 2025", "4 juin 2025"), out), "%d %B %Y");
}

static void memory_may_fail_anywhere(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct table t = {0};
        failing_memory_begin(&memory, n);
        bool ok = guess(&t, "ads", LINES("date|x", "23/06/2025|y"));
        bool failed = failing_memory_end(&memory);
        package_release(&t.package);
        assert_int_equal(ok, !failed);
        if (!failed) {
            assert_true(n > 4);
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_in_eight_languages),         cmocka_unit_test(values_must_agree_with_names),
        cmocka_unit_test(values_speak_where_names_do_not),   cmocka_unit_test(kinds_follow_from_columns),
        cmocka_unit_test(dates_get_a_format_where_one_fits), cmocka_unit_test(memory_may_fail_anywhere),
    };
    return cmocka_run_group_tests_name("guess", tests, NULL, NULL);
}
