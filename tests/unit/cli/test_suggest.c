/* Distances of words, against the plain recursive definition, and what is suggested. */
#include "support/cmocka_all.h"

#include "suggest.h"

#include <string.h>

static unsigned naive(const char *a, size_t i, const char *b, size_t j)
{
    if (i == 0 || j == 0) {
        return (unsigned)(i + j);
    }
    unsigned best = naive(a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
    unsigned other = naive(a, i - 1, b, j) + 1;
    best = other < best ? other : best;
    other = naive(a, i, b, j - 1) + 1;
    best = other < best ? other : best;
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        other = naive(a, i - 2, b, j - 2) + 1;
        best = other < best ? other : best;
    }
    return best;
}

static void distance_is_the_definition(void **state)
{
    (void)state;
    static const char *const words[] = {"",    "a",    "ab",   "ba",   "run", "runn",
                                        "urn", "show", "shwo", "abcd", "badc"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        for (size_t j = 0; j < sizeof words / sizeof words[0]; j++) {
            assert_int_equal(word_distance(words[i], words[j]),
                             naive(words[i], strlen(words[i]), words[j], strlen(words[j])));
        }
    }
}

static void assert_suggested(const char *typed, const char *expected)
{
    static const char *const words[] = {"run", "report", "show", "search", "simulate", "why"};
    struct suggestion suggestion = {.typed = typed};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        suggestion_offer(&suggestion, words[i]);
    }
    if (expected) {
        assert_non_null(suggestion.nearest);
        assert_string_equal(suggestion.nearest, expected);
    } else {
        assert_null(suggestion.nearest);
    }
}

static void near_words_are_suggested(void **state)
{
    (void)state;
    assert_suggested("rnu", "run");
    assert_suggested("serach", "search");
    assert_suggested("simul", "simulate");
    assert_suggested("zebra", NULL);
    assert_suggested("", NULL);
    assert_suggested("averyveryveryveryveryveryveryveryveryveryveryveryveryverylongword", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distance_is_the_definition),
        cmocka_unit_test(near_words_are_suggested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
