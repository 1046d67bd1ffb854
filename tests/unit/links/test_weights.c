/* weights: expectation maximisation finds the rates that made the data, and rare agreement weighs more. */
#include "links/weights.h"
#include "support/cmocka_all.h"

#include "base/memory.h"
#include "base/random.h"

#include <math.h>

static uint8_t draw(struct random *r, const double *rates)
{
    double at = random_unit(r);
    for (uint8_t g = 1; g < GRADES; g++) {
        at -= rates[g];
        if (at < 0)
            return g;
    }
    return 1;
}

static void it_learns_the_rates_that_made_the_data(void **state)
{
    (void)state;
    struct weights truth = weights_defaults;
    truth.m[FIELD_BORN][1] = .40;
    truth.m[FIELD_BORN][2] = .36;
    uint32_t *counts = memory_new(PATTERNS, sizeof *counts);
    double matches[FIELD_COUNT][GRADES] = {{0}};
    struct random r;
    random_init(&r, 1);
    for (unsigned i = 0; i < 60000; i++) {
        struct comparison c = {0};
        bool match = i % 4 == 0;
        for (unsigned f = 0; f < FIELD_COUNT; f++)
            c.grade[f] = f == FIELD_ADDRESS ? 0 : draw(&r, match ? truth.m[f] : truth.u[f]);
        counts[weights_pattern(&c)]++;
    }
    struct weights learned = weights_defaults;
    weights_expect(&learned, counts, 1u << FIELD_NAME, matches);
    assert_true(matches[FIELD_NAME][1] + matches[FIELD_NAME][6] < 1e-9);
    weights_learn_m(&learned, matches);
    assert_true(fabs(learned.m[FIELD_BORN][1] - .40) < .02);
    assert_true(fabs(learned.m[FIELD_BORN][2] - .36) < .02);
    memory_free(counts);
}

static void rare_agreement_weighs_more_and_missing_nothing(void **state)
{
    (void)state;
    struct comparison c = {0};
    assert_int_equal(weights_bits(&weights_defaults, &c, FIELD_NAME), 0);
    c.grade[FIELD_NAME] = NAME_EXACT;
    c.rarity[FIELD_NAME] = 4;
    millibits common = weights_bits(&weights_defaults, &c, FIELD_NAME);
    c.rarity[FIELD_NAME] = 12;
    assert_int_equal(weights_bits(&weights_defaults, &c, FIELD_NAME), common + 8000);
    c.grade[FIELD_NAME] = NAME_DIFFERENT;
    c.rarity[FIELD_NAME] = -1;
    assert_true(weights_bits(&weights_defaults, &c, FIELD_NAME) < -2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_learns_the_rates_that_made_the_data),
        cmocka_unit_test(rare_agreement_weighs_more_and_missing_nothing),
    };
    return cmocka_run_group_tests_name("weights", tests, NULL, NULL);
}
