/* Numbers as words, and contacts that are written to be hidden. */
#include "simulation/disguise.h"

#include "simulation/lexicon.h"
#include "simulation/mojibake.h"
#include "simulation/nation.h"
#include "simulation/numerals.h"
#include "support/cmocka_all.h"

#include <string.h>

static const char *say(struct buffer *out, unsigned language, unsigned number, unsigned variant)
{
    buffer_reset(out);
    numeral_write(out, language, number, variant);
    buffer_append_char(out, '\0');
    assert_true(buffer_ok(out));
    return out->data;
}

static void numerals_are_those_of_the_language(void **state)
{
    (void)state;
    static const struct {
        unsigned language, number, variant;
        const char *word;
    } cases[] = {
        {LANGUAGE_EN, 0, 1, "oh"},
        {LANGUAGE_EN, 45, 0, "forty-five"},
        {LANGUAGE_NL, 22, 0, "tweeëntwintig"},
        {LANGUAGE_NL, 81, 0, "eenentachtig"},
        {LANGUAGE_FR, 21, 0, "vingt-et-un"},
        {LANGUAGE_FR, 71, 0, "soixante-et-onze"},
        {LANGUAGE_FR, 79, 0, "soixante-dix-neuf"},
        {LANGUAGE_FR, 80, 0, "quatre-vingts"},
        {LANGUAGE_FR, 81, 0, "quatre-vingt-un"},
        {LANGUAGE_FR, 97, 0, "quatre-vingt-dix-sept"},
        {LANGUAGE_FR, 70, 1, "septante"},
        {LANGUAGE_FR, 91, 1, "nonante-et-un"},
        {LANGUAGE_DE, 21, 0, "einundzwanzig"},
        {LANGUAGE_DE, 60, 0, "sechzig"},
        {LANGUAGE_ES, 22, 0, "veintidós"},
        {LANGUAGE_ES, 31, 0, "treinta y uno"},
        {LANGUAGE_IT, 21, 0, "ventuno"},
        {LANGUAGE_IT, 38, 0, "trentotto"},
        {LANGUAGE_IT, 53, 0, "cinquantatré"},
        {LANGUAGE_PT, 45, 0, "quarenta e cinco"},
        {LANGUAGE_RO, 16, 0, "șaisprezece"},
        {LANGUAGE_RO, 42, 0, "patruzeci și doi"},
        {LANGUAGE_ZH, 45, 0, "四十五"},
        {LANGUAGE_ZH, 1, 1, "幺"},
        {LANGUAGE_JA, 0, 1, "〇"},
        {LANGUAGE_RU, 99, 0, "девяносто девять"},
    };
    struct buffer out;
    buffer_init(&out, 1000);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(say(&out, cases[i].language, cases[i].number, cases[i].variant), cases[i].word);
    buffer_release(&out);
}

/* In each language and variant a hundred numbers have a hundred names. */
static void numerals_differ(void **state)
{
    (void)state;
    static char names[100][80];
    struct buffer out;
    buffer_init(&out, 1000);
    for (unsigned language = 0; language < LANGUAGE_COUNT; language++)
        for (unsigned variant = 0; variant < NUMERAL_VARIANTS; variant++)
            for (unsigned i = 0; i < 100; i++) {
                const char *name = say(&out, language, i, variant);
                assert_true(strlen(name) < sizeof names[i]);
                memcpy(names[i], name, strlen(name) + 1);
                for (unsigned j = 0; j < i; j++)
                    assert_string_not_equal(names[j], names[i]);
            }
    buffer_release(&out);
}

static const char plain[] = "0450 12 38 56";
static const char abroad[] = "+32 450 12 38 56";

static enum contact_form hide(struct buffer *out, const char *number, enum contact_form form,
                              unsigned language, uint64_t seed)
{
    struct random r;
    random_init(&r, seed);
    buffer_reset(out);
    enum contact_form made = disguise_phone(out, span_of(number), form, language, &r);
    assert_true(buffer_ok(out));
    buffer_append_char(out, '\0');
    return made;
}

/* What it says is never the number as it is; where it is, the form says so. */
static void hidden_numbers_are_hidden(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 10000);
    for (unsigned form = FORM_SEPARATED; form <= FORM_MIXED; form++)
        for (unsigned language = 0; language < LANGUAGE_COUNT; language++)
            for (uint64_t seed = 0; seed < 40; seed++) {
                const char *number = seed % 2 ? plain : abroad;
                enum contact_form made = hide(&out, number, (enum contact_form)form, language, seed);
                assert_true(made == (enum contact_form)form || made == FORM_PLAIN);
                assert_int_equal(made == FORM_PLAIN, strcmp(out.data, number) == 0);
                assert_null(strstr(out.data, "  "));
                if (form != FORM_LETTERS && form != FORM_HOMOGLYPH)
                    assert_int_equal(made, form);
            }
    buffer_release(&out);
}

/* Signs keep every digit in its place: those of one byte that are left are the number's, in order. */
static void separators_keep_the_digits(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 10000);
    for (uint64_t seed = 0; seed < 100; seed++) {
        char digits[20] = "";
        size_t count = 0;
        hide(&out, plain, seed % 2 ? FORM_SEPARATED : FORM_EMOJI, LANGUAGE_EN, seed);
        for (const char *c = out.data; *c; c++)
            if (*c >= '0' && *c <= '9')
                digits[count++] = *c;
        assert_string_equal(digits, "0450123856");
    }
    buffer_release(&out);
}

static void spelled_numbers_can_be_read(void **state)
{
    (void)state;
    struct buffer out;
    bool doubled = false;
    buffer_init(&out, 10000);
    for (uint64_t seed = 0; seed < 200; seed++) {
        hide(&out, "0455 12 38 56", FORM_SPELLED, LANGUAGE_EN, seed);
        assert_null(strpbrk(out.data, "0123456789"));
        doubled = doubled || strstr(out.data, "double five");
    }
    assert_true(doubled);
    buffer_release(&out);
}

static void mails_are_spoken(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 10000);
    for (unsigned language = 0; language < LANGUAGE_COUNT; language++)
        for (uint64_t seed = 0; seed < 30; seed++) {
            struct random r;
            random_init(&r, seed);
            buffer_reset(&out);
            disguise_mail(&out, span_of("lena.4k1f9@example.org"), language, &r);
            buffer_append_char(&out, '\0');
            assert_null(strchr(out.data, '@'));
            assert_non_null(strstr(out.data, "lena"));
            assert_non_null(strstr(out.data, "example"));
        }
    buffer_release(&out);
}

static void letters_are_replaced(void **state)
{
    (void)state;
    struct buffer text;
    struct buffer scratch;
    buffer_init(&text, 1000);
    buffer_init(&scratch, 1000);
    struct random r;
    random_init(&r, 1);
    buffer_append_text(&text, "Ab é 1");
    disguise_letters(&text, 1, LETTERS_FULLWIDTH, &scratch, &r);
    buffer_append_char(&text, '\0');
    assert_string_equal(text.data, "Aｂ é 1");
    buffer_reset(&text);
    buffer_append_text(&text, "Az");
    disguise_letters(&text, 0, LETTERS_BOLD, &scratch, &r);
    buffer_append_char(&text, '\0');
    assert_string_equal(text.data, "𝐀𝐳");
    buffer_release(&text);
    buffer_release(&scratch);
}

static void wrong_encodings_are_the_usual_ones(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 1000);
    mojibake_write(&out, span_of("café 10 € ü"));
    buffer_append_char(&out, '\0');
    assert_string_equal(out.data, "cafÃ© 10 â‚¬ Ã¼");
    buffer_reset(&out);
    nation_mark(&out, LANGUAGE_FR, 3);
    size_t length = out.length;
    struct buffer again;
    buffer_init(&again, 1000);
    mojibake_write(&again, buffer_all(&out));
    assert_int_equal(again.length, length);
    assert_memory_equal(again.data, out.data, length);
    buffer_release(&again);
    buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numerals_are_those_of_the_language),
        cmocka_unit_test(numerals_differ),
        cmocka_unit_test(hidden_numbers_are_hidden),
        cmocka_unit_test(separators_keep_the_digits),
        cmocka_unit_test(spelled_numbers_can_be_read),
        cmocka_unit_test(mails_are_spoken),
        cmocka_unit_test(letters_are_replaced),
        cmocka_unit_test(wrong_encodings_are_the_usual_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
