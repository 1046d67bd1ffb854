/* Motifs against naive twins: every path is walked, every shape is checked payment by payment; and invented
 * payments whose shapes are known. */
#include "base/memory.h"
#include "base/random.h"
#include "money/motif_table.h"
#include "money/surprise.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <math.h>

enum { A_DAY = 86400, ACCOUNTS = 9, PAYMENTS_MOST = 400 };

struct case_of {
    struct account accounts[64];
    struct payment_table table;
    struct payment_sides sides;
    struct amount_order amounts;
    struct relay_table relays;
    struct motif_table motifs;
};

static void case_init(struct case_of *c, uint32_t accounts)
{
    *c = (struct case_of){.table = {.account_count = accounts, .accounts = c->accounts}};
    c->table.payments = memory_new(PAYMENTS_MOST, sizeof *c->table.payments);
    assert_non_null(c->table.payments);
}

static void pay(struct case_of *c, account_id from, account_id to, int64_t cents, int64_t time)
{
    assert_true(c->table.count < PAYMENTS_MOST);
    c->table.payments[c->table.count] =
        (struct payment){.time = time, .cents = cents, .record = c->table.count + 1, .from = from, .to = to};
    c->table.count++;
}

static enum bowline_status find(struct case_of *c, const struct motif_options *options)
{
    const struct money_inputs inputs = {&c->table, &c->sides, &c->amounts};
    enum bowline_status status = BOWLINE_ERROR_MEMORY;
    if (payment_table_sort(&c->table) && payment_sides_build(&c->table, &c->sides) &&
        amount_order_build(&c->table, &c->amounts))
        status = relay_table_build(&inputs, &relay_defaults, &parallel_serial, &c->relays, NULL);
    if (status == BOWLINE_OK)
        status = motif_table_build(&inputs, &c->relays, &relay_defaults, options, &c->motifs, NULL);
    return status;
}

static void found_release(struct case_of *c)
{
    motif_table_release(&c->motifs);
    relay_table_release(&c->relays);
    amount_order_release(&c->amounts);
    payment_sides_release(&c->sides);
}

static void case_release(struct case_of *c)
{
    found_release(c);
    memory_free(c->table.payments);
}

/* Whatever it is worth. */
static struct motif_options all_motifs(void)
{
    struct motif_options options = motif_defaults;
    options.bits_least = -BITS_MOST * 2;
    options.steps_most = 1000000;
    options.path_most = 8;
    return options;
}

static const struct motif *first_of(const struct case_of *c, enum motif_kind kind)
{
    for (size_t i = 0; i < c->motifs.count; i++)
        if (c->motifs.motifs[i].kind == kind)
            return &c->motifs.motifs[i];
    return NULL;
}

/* One payment may have carried the other on. */
static bool may_carry(const struct payment *in, const struct payment *out)
{
    return in->to && in->to == out->from && out->time >= in->time && out->time - in->time <= 7 * A_DAY &&
           out->cents <= in->cents && out->cents * 100 >= in->cents * 80;
}

/* The naive twin: whether any walk from the last payment of the path comes home. */
static bool comes_home(const struct case_of *c, uint32_t *path, unsigned length)
{
    const struct payment *last = &c->table.payments[path[length - 1]];
    account_id home = c->table.payments[path[0]].from;
    for (uint32_t i = 0; i < c->table.count && length < 8; i++) {
        const struct payment *next = &c->table.payments[i];
        bool is_seen = false;
        if (!may_carry(last, next) || !next->to)
            continue;
        for (unsigned k = 0; k < length; k++)
            is_seen = is_seen || c->table.payments[path[k]].to == next->to;
        path[length] = i;
        if (next->to == home ? length >= 2 : !is_seen && comes_home(c, path, length + 1))
            return true;
    }
    return false;
}

static bool has_cycle(const struct case_of *c)
{
    uint32_t path[16];
    for (uint32_t i = 0; i < c->table.count; i++) {
        path[0] = i;
        if (c->table.payments[i].from && c->table.payments[i].to && comes_home(c, path, 1))
            return true;
    }
    return false;
}

static void check_path(const struct case_of *c, const struct motif *motif, unsigned step)
{
    for (uint32_t i = step; i < motif->count; i += step)
        assert_true(may_carry(&c->table.payments[c->motifs.payments[motif->first + i - 1]],
                              &c->table.payments[c->motifs.payments[motif->first + i]]));
}

static void check_scatter(const struct case_of *c, const struct motif *motif)
{
    assert_true(motif->count % 2 == 0 && motif->count >= 6);
    for (uint32_t i = 0; i < motif->count; i += 2) {
        const struct payment *in = &c->table.payments[c->motifs.payments[motif->first + i]];
        const struct payment *out = &c->table.payments[c->motifs.payments[motif->first + i + 1]];
        assert_true(may_carry(in, out));
        assert_true(in->from == motif->centre && out->to == motif->other);
    }
}

/* Each funnel is batches of payments in, then the payment out that their sum makes. */
static void check_funnel(const struct case_of *c, const struct motif *motif)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < motif->count; i++) {
        const struct payment *p = &c->table.payments[c->motifs.payments[motif->first + i]];
        if (p->to == motif->centre) {
            sum += p->cents;
            continue;
        }
        assert_true(p->from == motif->centre && p->cents <= sum && p->cents * 100 >= sum * 80 - 100);
        sum = 0;
    }
    assert_int_equal(sum, 0);
}

static void check_all(const struct case_of *c)
{
    uint8_t is_used[PAYMENTS_MOST] = {0};
    for (size_t m = 0; m < c->motifs.count; m++) {
        const struct motif *motif = &c->motifs.motifs[m];
        int64_t cents = 0;
        for (uint32_t i = 0; i < motif->count; i++) {
            uint32_t payment = c->motifs.payments[motif->first + i];
            assert_false(is_used[payment]++);
            cents += c->table.payments[payment].cents;
        }
        assert_int_equal(cents, motif->cents);
        if (motif->kind == MOTIF_CYCLE || motif->kind == MOTIF_CHAIN)
            check_path(c, motif, 1);
        if (motif->kind == MOTIF_SCATTER_GATHER)
            check_scatter(c, motif);
        if (motif->kind == MOTIF_FUNNEL)
            check_funnel(c, motif);
    }
}

static void shapes_are_those_of_the_naive_twin(void **state)
{
    (void)state;
    const struct motif_options options = all_motifs();
    unsigned cyclic = 0;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct random random;
        struct case_of c;
        random_init(&random, seed);
        case_init(&c, ACCOUNTS);
        uint32_t payments = 10 + random_below(&random, 30);
        for (uint32_t i = 0; i < payments; i++) {
            account_id from = random_below(&random, ACCOUNTS + 1);
            account_id to = (from + 1 + random_below(&random, ACCOUNTS)) % (ACCOUNTS + 1);
            pay(&c, from, to, 100 * (90 + random_below(&random, 12)),
                (int64_t)random_below(&random, 25) * A_DAY);
        }
        assert_int_equal(find(&c, &options), BOWLINE_OK);
        check_all(&c);
        assert_int_equal(first_of(&c, MOTIF_CYCLE) != NULL, has_cycle(&c));
        cyclic += first_of(&c, MOTIF_CYCLE) != NULL;
        case_release(&c);
    }
    assert_in_range(cyclic, 20, 180); /* both answers were seen */
}

/* Ordinary payments between strangers, of sums that no shape has. */
static void add_noise(struct case_of *c, struct random *random, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        account_id from = 20 + random_below(random, 30);
        pay(c, from, 20 + (from - 19 + random_below(random, 29)) % 30, 300 + random_below(random, 9000),
            (int64_t)random_below(random, 365) * A_DAY);
    }
}

static void planted_shapes_are_found_with_their_payments(void **state)
{
    (void)state;
    struct case_of c;
    struct random random;
    random_init(&random, 7);
    case_init(&c, 60);
    add_noise(&c, &random, 300);
    for (account_id a = 1; a <= 5; a++) /* a cycle of five, less three in a hundred at each */
        pay(&c, a, a % 5 + 1, 900000 - a * 27000, (int64_t)(100 + 2 * a) * A_DAY);
    for (account_id a = 7; a <= 11; a++) { /* 6 to five accounts, and they to 12 */
        pay(&c, 6, a, 300000 + a * 7000, (int64_t)(50 + a % 3) * A_DAY);
        pay(&c, a, 12, 290000 + a * 6000, (int64_t)(54 + a % 3) * A_DAY);
    }
    for (account_id a = 1; a <= 14; a++) /* strangers pay 55 within a week */
        pay(&c, 20 + a, 55, 20000 + a * 100, 200 * A_DAY + (int64_t)a * A_DAY / 2);
    assert_int_equal(find(&c, &motif_defaults), BOWLINE_OK);
    check_all(&c);
    const struct motif *cycle = first_of(&c, MOTIF_CYCLE);
    const struct motif *scatter = first_of(&c, MOTIF_SCATTER_GATHER);
    const struct motif *fan = first_of(&c, MOTIF_FAN_IN);
    assert_non_null(cycle);
    assert_int_equal(cycle->count, 5);
    assert_int_equal(cycle->accounts, 5);
    assert_non_null(scatter);
    assert_int_equal(scatter->count, 10);
    assert_int_equal(scatter->centre, 6);
    assert_int_equal(scatter->other, 12);
    assert_non_null(fan);
    assert_int_equal(fan->centre, 55);
    assert_int_equal(fan->count, 14);
    assert_int_equal(c.motifs.count, 3);
    case_release(&c);
}

static void a_funnel_sums_up_what_came_in(void **state)
{
    (void)state;
    struct case_of c;
    struct random random;
    random_init(&random, 8);
    case_init(&c, 60);
    add_noise(&c, &random, 250);
    for (unsigned batch = 0; batch < 5; batch++) {
        int64_t sum = 0;
        for (unsigned i = 0; i < 4; i++) {
            int64_t cents = 100000 + (batch * 4 + i) * 3100;
            pay(&c, 1 + i, 9, cents, (int64_t)(batch * 20 + i) * A_DAY);
            sum += cents;
        }
        pay(&c, 9, 10, sum * 92 / 100, (int64_t)(batch * 20 + 6) * A_DAY);
    }
    assert_int_equal(find(&c, &motif_defaults), BOWLINE_OK);
    check_all(&c);
    const struct motif *funnel = first_of(&c, MOTIF_FUNNEL);
    assert_non_null(funnel);
    assert_int_equal(funnel->centre, 9);
    assert_int_equal(funnel->count, 25);
    case_release(&c);
}

static void ordinary_payments_have_no_shape(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct case_of c;
        struct random random;
        random_init(&random, seed);
        case_init(&c, 60);
        add_noise(&c, &random, PAYMENTS_MOST);
        assert_int_equal(find(&c, &motif_defaults), BOWLINE_OK);
        assert_true(c.motifs.count <= 1);
        case_release(&c);
    }
}

/* The chance of `least` or more, summed up from the terms below it. */
static double naive_tail(double mean, unsigned least)
{
    double below = 0;
    for (unsigned i = 0; i < least; i++)
        below += exp(i * log(mean) - mean - lgamma(i + 1.0));
    return 1 - below;
}

static void surprise_is_the_tail_of_poisson(void **state)
{
    (void)state;
    static const double means[] = {0.01, 0.3, 1, 2.5, 7, 20};
    for (size_t m = 0; m < sizeof means / sizeof *means; m++)
        for (unsigned least = (unsigned)means[m] + 1; least < means[m] + 12; least++) {
            double tail = naive_tail(means[m], least);
            if (tail > 1e-9)
                assert_true(fabs(bits_real(surprise_bits(means[m], least)) + log2(tail)) < 0.002);
        }
    assert_int_equal(surprise_bits(5, 5), 0);
    assert_int_equal(surprise_bits(0, 0), 0);
    assert_int_equal(surprise_bits(0, 30), BITS_MOST);
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    struct case_of c;
    struct random random;
    const struct motif_options options = all_motifs();
    random_init(&random, 3);
    case_init(&c, ACCOUNTS);
    for (uint32_t i = 0; i < 60; i++) {
        account_id from = 1 + random_below(&random, ACCOUNTS);
        pay(&c, from, from % ACCOUNTS + 1, 100 * (90 + random_below(&random, 12)),
            (int64_t)random_below(&random, 40) * A_DAY);
    }
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = find(&c, &options);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        found_release(&c);
        if (!has_failed) {
            assert_true(n > 20);
            break;
        }
    }
    case_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_are_those_of_the_naive_twin),
        cmocka_unit_test(planted_shapes_are_found_with_their_payments),
        cmocka_unit_test(a_funnel_sums_up_what_came_in),
        cmocka_unit_test(ordinary_payments_have_no_shape),
        cmocka_unit_test(surprise_is_the_tail_of_poisson),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("motifs", tests, NULL, NULL);
}
