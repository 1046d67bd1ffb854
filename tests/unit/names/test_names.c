/* Names taken apart and compared: order, particles, initials, titles, other alphabets, firms. */
#include "base/random.h"
#include "names/parsed_name.h"
#include "names/transliterate.h"
#include "support/cmocka_all.h"

#include <stdlib.h>

static struct name_agreement compare(const char *a, const char *b)
{
    struct parsed_name x;
    struct parsed_name y;
    struct name_agreement there;
    struct name_agreement back;
    name_parse(span_of(a), &x);
    name_parse(span_of(b), &y);
    name_compare(&x, &y, &there);
    name_compare(&y, &x, &back);
    assert_int_equal(there.grade, back.grade);
    assert_int_equal(there.left_a, back.left_b);
    assert_int_equal(there.family, back.family);
    assert_int_equal(there.given, back.given);
    return there;
}

static void pairs_have_their_grades(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        enum names_grade grade;
    } cases[] = {
        {"Jan Peeters", "Jan Peeters", NAMES_EXACT},
        {"Jan Peeters", "PEETERS, Jan", NAMES_EXACT},
        {"Dr. Jan Peeters", "Dhr. Peeters Jan", NAMES_EXACT},
        {"Jürgen Müller", "JURGEN MULLER", NAMES_EXACT},
        {"Jürgen Müller", "Juergen Mueller", NAMES_CLOSE},
        {"Jean-Pierre Dubois", "Jean Pierre Dubois", NAMES_EXACT},
        {"Jean-Pierre Dubois", "Jeanpierre Dubois", NAMES_EXACT},
        {"Els van den Berghe", "Els Vandenberghe", NAMES_EXACT},
        {"Els Van Den Berghe", "Els Berghe", NAMES_EXACT},
        {"Sean O'Brien", "Sean OBrien", NAMES_EXACT},
        {"Liz Taylor", "Elizabeth Taylor", NAMES_CLOSE},
        {"Bill Gates", "William Gates", NAMES_CLOSE},
        {"Piet de Vries", "Pieter de Vries", NAMES_CLOSE},
        {"J. Peeters", "Jan Peeters", NAMES_CLOSE},
        {"J.P. Dubois", "Jean-Pierre Dubois", NAMES_CLOSE},
        {"Jan Peters", "Jan Peeters", NAMES_CLOSE},
        {"Владимир Иванов", "Vladimir Ivanov", NAMES_EXACT},
        {"Тарас Шевченко", "Taras Shevchenko", NAMES_EXACT},
        {"Сергей Михайлов", "Sergey Mikhaylov", NAMES_CLOSE},
        {"Γιώργος Παπαδόπουλος", "Giorgos Papadopoylos", NAMES_EXACT},
        {"Jan Maria Peeters", "Jan Peeters", NAMES_SUBSET},
        {"Peeters", "Jan Peeters", NAMES_ONE_WORD},
        {"Jan Peeters", "Jan Janssens", NAMES_PARTIAL},
        {"Jan Peeters", "An Smit", NAMES_DIFFERENT},
        {"J. P.", "Jan Peeters", NAMES_DIFFERENT},
        {"", "Jan Peeters", NAMES_UNKNOWN},
        {"山田太郎", "山田太郎", NAMES_EXACT},
        {"山田太郎", "山田花子", NAMES_DIFFERENT},
        {"Sunrise Wellness BV", "SUNRISE WELLNESS B.V.", NAMES_EXACT},
        {"Sunrise Wellness BV", "Sunrise Wellness SPRL", NAMES_EXACT},
        {"Sunrise Wellness GmbH", "Sunrise Wellness Ltd.", NAMES_EXACT},
        {"Sunrise Wellness NV", "Sunrise Wellness VZW", NAMES_CLOSE},
        {"Sunrise Wellness", "Sunrise Wellness s.r.l.", NAMES_EXACT},
        {"Brown & Sons Limited", "Brown and Sons Ltd", NAMES_EXACT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct name_agreement a = compare(cases[i].a, cases[i].b);
        if (a.grade != cases[i].grade)
            fail_msg("%s, %s: %s, not %s", cases[i].a, cases[i].b,
                     names_grade_name((enum names_grade)a.grade), names_grade_name(cases[i].grade));
    }
}

static void parts_that_agree_are_named(void **state)
{
    (void)state;
    struct name_agreement a = compare("Jan Peeters", "Jan Janssens");
    assert_true(a.given && !a.family);
    assert_int_equal(a.equal, 1);
    assert_int_equal(a.left_a, 1);
    a = compare("An Peeters", "Peeters, Jan");
    assert_true(a.family && !a.given);
    a = compare("J. Peeters", "Jan Peeters");
    assert_true(a.family && a.given);
    assert_int_equal(a.initials, 1);
    a = compare("Sunrise NV", "Sunrise GmbH");
    assert_true(a.form_differs);
}

static void firms_are_told_from_people(void **state)
{
    (void)state;
    struct parsed_name n;
    name_parse(span_of("Peeters & Zonen B.V."), &n);
    assert_true(n.is_firm);
    assert_int_equal(n.form, FORM_LIMITED);
    name_parse(span_of("Hotel Central"), &n);
    assert_true(n.is_firm);
    assert_int_equal(n.form, FORM_NONE);
    name_parse(span_of("Jan Peeters"), &n);
    assert_false(n.is_firm);
    assert_int_equal(n.count, 2);
    name_parse(span_of("van der Berg, Jan"), &n);
    assert_int_equal(n.family, 3);
    assert_int_equal(n.parts[0].kind, NAME_PART_PARTICLE);
    name_parse(span_of("de la"), &n);
    assert_int_equal(n.parts[0].kind, NAME_PART_WORD);
}

static void broken_and_long_names_are_no_trouble(void **state)
{
    (void)state;
    struct parsed_name n;
    size_t size = 1 << 20;
    char *huge = malloc(size);
    assert_non_null(huge);
    memset(huge, 'x', size);
    name_parse((struct span){huge, size}, &n);
    assert_true(n.count <= NAME_PARTS);
    for (size_t i = 1; i < size; i += 2)
        huge[i] = ' ';
    name_parse((struct span){huge, size}, &n);
    assert_int_equal(n.count, NAME_PARTS);
    free(huge);
    name_parse(span_of("\xff\xfe, \xc3"), &n);
    assert_int_equal(n.count, 0);
    struct random random;
    random_init(&random, 5);
    for (unsigned i = 0; i < 20000; i++) {
        char bytes[40];
        struct parsed_name m;
        struct name_agreement a;
        size_t length = random_below(&random, sizeof bytes);
        for (size_t k = 0; k < length; k++)
            bytes[k] = random_below(&random, 3) ? "abvdn .,-'"[random_below(&random, 10)]
                                                : (char)random_below(&random, 256);
        name_parse((struct span){bytes, length}, &n);
        name_parse((struct span){bytes, length / 2}, &m);
        name_compare(&n, &m, &a);
        assert_true(a.grade <= NAMES_DIFFERENT);
        name_compare(&n, &n, &a);
        assert_true(a.grade == NAMES_EXACT || a.grade == NAMES_UNKNOWN || a.grade == NAMES_DIFFERENT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_have_their_grades),
        cmocka_unit_test(parts_that_agree_are_named),
        cmocka_unit_test(firms_are_told_from_people),
        cmocka_unit_test(broken_and_long_names_are_no_trouble),
    };
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
