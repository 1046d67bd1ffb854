/* Words of names: folding over alphabets, sounds, short forms of given names; hostile bytes. */
#include "base/random.h"
#include "names/name_word.h"
#include "support/cmocka_all.h"

static void names_fold_over_alphabets(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Jan PEETERS", "jan peeters"},
        {"Peeters, Jan", "peeters jan"},
        {"Jürgen Müller", "jurgen muller"},
        {"Jean-Pierre Dubois", "jean pierre dubois"},
        {"Sean O'Brien", "sean obrien"},
        {"Sean O’Brien", "sean obrien"},
        {"Владимир Иванов", "vladimir ivanov"},
        {"Тарас Шевченко", "taras shevchenko"},
        {"Γιώργος", "giorgos"},
        {"山田太郎", "山田太郎"},
        {" - ", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[200];
        struct span folded = {out, name_fold(span_of(cases[i][0]), out, sizeof out)};
        if (!span_equal(folded, span_of(cases[i][1])))
            fail_msg("%s: \"%.*s\", not \"%s\"", cases[i][0], (int)folded.length, folded.at, cases[i][1]);
    }
}

static bool are_alike(const char *a, const char *b)
{
    struct name_word x;
    struct name_word y;
    name_word_read(span_of(a), &x);
    name_word_read(span_of(b), &y);
    assert_int_equal(name_words_alike(&x, &y), name_words_alike(&y, &x));
    return name_words_alike(&x, &y);
}

static void words_are_alike_by_sound_and_short_form(void **state)
{
    (void)state;
    static const char *const alike[][2] = {
        {"liz", "elizabeth"}, {"bill", "william"},        {"piet", "pieter"},     {"mueller", "muller"},
        {"philip", "filip"},  {"mikhaylov", "mikhailov"}, {"wouters", "vouters"}, {"jan", "jan"},
    };
    static const char *const unlike[][2] = {
        {"jan", "piet"}, {"maria", "mario"}, {"de", "te"}, {"j", "i"}, {"", ""}, {"peeters", "janssens"},
    };
    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++)
        if (!are_alike(alike[i][0], alike[i][1]))
            fail_msg("%s and %s are not alike", alike[i][0], alike[i][1]);
    for (size_t i = 0; i < sizeof unlike / sizeof unlike[0]; i++)
        if (are_alike(unlike[i][0], unlike[i][1]))
            fail_msg("%s and %s are alike", unlike[i][0], unlike[i][1]);
}

/* Nothing is written beyond the room; words of bytes never crash. */
static void hostile_bytes_do_no_harm(void **state)
{
    (void)state;
    struct random random;
    random_init(&random, 9);
    for (unsigned i = 0; i < 20000; i++) {
        char bytes[600];
        char once[64];
        size_t length = random_below(&random, sizeof bytes);
        for (size_t b = 0; b < length; b++)
            bytes[b] =
                (char)(random_below(&random, 3) ? random_below(&random, 128) : random_below(&random, 256));
        assert_true(name_fold((struct span){bytes, length}, once, sizeof once) <= sizeof once);
        struct name_word word;
        name_word_read((struct span){bytes, length}, &word);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_fold_over_alphabets),
                                       cmocka_unit_test(words_are_alike_by_sound_and_short_form),
                                       cmocka_unit_test(hostile_bytes_do_no_harm)};
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
