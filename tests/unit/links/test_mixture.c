/* mixture: what is learned from values of two kinds tells them apart, and does not hang on their order. */
#include "links/mixture.h"
#include "support/cmocka_all.h"

#include "base/random.h"

#define VALUES 60000

/* Nine in ten are exclusive: their users join or follow; of the others most are rivals. */
static void invent(struct draws *values, bool *exclusive)
{
    struct random r;
    random_init(&r, 11);
    for (unsigned i = 0; i < VALUES; i++) {
        exclusive[i] = random_below(&r, 10) != 0;
        values[i] = (struct draws){{0}};
        unsigned draws = 1 + random_below(&r, 6);
        for (unsigned d = 0; d < draws; d++) {
            uint32_t x = random_below(&r, 100);
            enum draw exclusively = x < 60 ? DRAW_JOIN : x < 98 ? DRAW_SUCCESSOR : DRAW_RIVAL;
            enum draw generically = x < 15 ? DRAW_JOIN : x < 25 ? DRAW_SUCCESSOR : DRAW_RIVAL;
            values[i].count[exclusive[i] ? exclusively : generically]++;
        }
    }
}

static struct mixture learn(const struct draws *values, bool backwards)
{
    struct mixture m = mixture_defaults;
    for (unsigned round = 0; round < 12; round++) {
        struct mixture_sums sums = {0};
        for (unsigned i = 0; i < VALUES; i++)
            mixture_expect(&m, &values[backwards ? VALUES - 1 - i : i], &sums);
        mixture_maximise(&m, &mixture_defaults, &sums);
    }
    return m;
}

static void it_finds_the_rates_of_both_kinds(void **state)
{
    (void)state;
    static struct draws values[VALUES];
    static bool exclusive[VALUES];
    invent(values, exclusive);
    struct mixture m = learn(values, false);
    assert_true(m.exclusive > .80 && m.exclusive < .95);
    assert_true(m.if_exclusive[DRAW_SUCCESSOR] > .30 && m.if_exclusive[DRAW_SUCCESSOR] < .42);
    assert_true(m.if_generic[DRAW_RIVAL] > .50);
    unsigned right = 0;
    for (unsigned i = 0; i < VALUES; i++) {
        struct draws *d = &values[i];
        double bits = mixture_bits(&m, d) + 3.2;
        right += (bits > 0) == exclusive[i];
    }
    assert_true(right > VALUES * 95 / 100);
}

static void it_does_not_hang_on_the_order_of_values(void **state)
{
    (void)state;
    static struct draws values[VALUES];
    static bool exclusive[VALUES];
    invent(values, exclusive);
    struct mixture forth = learn(values, false);
    struct mixture back = learn(values, true);
    assert_memory_equal(&forth, &back, sizeof forth);
}

static void a_few_values_leave_the_defaults(void **state)
{
    (void)state;
    struct mixture m = mixture_defaults;
    struct mixture_sums sums = {0};
    const struct draws rivals = {{0, 0, 2}};
    mixture_expect(&m, &rivals, &sums);
    mixture_maximise(&m, &mixture_defaults, &sums);
    assert_true(m.if_exclusive[DRAW_JOIN] > .78 && m.if_generic[DRAW_RIVAL] < .40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_finds_the_rates_of_both_kinds),
        cmocka_unit_test(it_does_not_hang_on_the_order_of_values),
        cmocka_unit_test(a_few_values_leave_the_defaults),
    };
    return cmocka_run_group_tests_name("mixture", tests, NULL, NULL);
}
