/* similarity: published values, and the plain definitions as oracles on random strings. */
#include "links/similarity.h"
#include "support/cmocka_all.h"

#include "base/random.h"

#include <math.h>
#include <stdlib.h>

static double plain_jaro_winkler(struct span a, struct span b)
{
    bool of_a[64] = {false};
    bool of_b[64] = {false};
    int reach = (int)(a.length > b.length ? a.length : b.length) / 2 - 1;
    double m = 0;
    double t = 0;
    for (int i = 0; i < (int)a.length; i++)
        for (int j = 0; j < (int)b.length; j++)
            if (!of_a[i] && !of_b[j] && a.at[i] == b.at[j] && abs(i - j) <= (reach > 0 ? reach : 0)) {
                of_a[i] = of_b[j] = true;
                m++;
            }
    if (m < 1)
        return a.length == 0 && b.length == 0;
    for (int i = 0, j = 0; i < (int)a.length; i++) {
        if (!of_a[i])
            continue;
        while (!of_b[j])
            j++;
        t += a.at[i] != b.at[j++];
    }
    double jaro = (m / (double)a.length + m / (double)b.length + (m - t / 2) / m) / 3;
    int prefix = 0;
    while (prefix < 4 && prefix < (int)a.length && prefix < (int)b.length && a.at[prefix] == b.at[prefix])
        prefix++;
    return jaro + 0.1 * prefix * (1 - jaro);
}

static unsigned plain_slips(struct span a, struct span b)
{
    unsigned d[16][16];
    for (size_t i = 0; i <= a.length; i++)
        for (size_t j = 0; j <= b.length; j++) {
            if (!i || !j) {
                d[i][j] = (unsigned)(i + j);
                continue;
            }
            unsigned best = d[i - 1][j - 1] + (a.at[i - 1] != b.at[j - 1]);
            best = d[i - 1][j] + 1 < best ? d[i - 1][j] + 1 : best;
            best = d[i][j - 1] + 1 < best ? d[i][j - 1] + 1 : best;
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                best = d[i - 2][j - 2] + 1 < best ? d[i - 2][j - 2] + 1 : best;
            d[i][j] = best;
        }
    return d[a.length][b.length];
}

static struct span random_word(struct random *r, char *out)
{
    size_t length = random_below(r, 10);
    for (size_t i = 0; i < length; i++)
        out[i] = (char)('a' + random_below(r, 4));
    return (struct span){out, length};
}

static void both_give_what_the_definitions_give(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 9);
    for (unsigned round = 0; round < 30000; round++) {
        char x[16];
        char y[16];
        struct span a = random_word(&r, x);
        struct span b = random_word(&r, y);
        assert_true(fabs(similarity_jaro_winkler(a, b) - plain_jaro_winkler(a, b)) < 1e-12);
        unsigned slips = plain_slips(a, b);
        for (unsigned most = 0; most < 4; most++)
            assert_int_equal(similarity_slips(a, b, most), slips <= most ? slips : most + 1);
    }
}

static void published_values_hold(void **state)
{
    (void)state;
    assert_true(fabs(similarity_jaro_winkler(span_of("martha"), span_of("marhta")) - 0.9611) < 1e-4);
    assert_true(fabs(similarity_jaro_winkler(span_of("dwayne"), span_of("duane")) - 0.84) < 1e-4);
    assert_true(fabs(similarity_jaro_winkler(span_of("dixon"), span_of("dicksonx")) - 0.8133) < 1e-4);
    assert_int_equal(similarity_slips(span_of("1958-03-24"), span_of("1985-03-24"), 2), 1);
}

static void long_strings_are_cut_not_overrun(void **state)
{
    (void)state;
    char text[300];
    memset(text, 'x', sizeof text);
    struct span s = {text, sizeof text};
    assert_int_equal(similarity_slips(s, s, 2), 0);
    assert_true(similarity_jaro_winkler(s, s) > 0.999);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_give_what_the_definitions_give),
        cmocka_unit_test(published_values_hold),
        cmocka_unit_test(long_strings_are_cut_not_overrun),
    };
    return cmocka_run_group_tests_name("similarity", tests, NULL, NULL);
}
