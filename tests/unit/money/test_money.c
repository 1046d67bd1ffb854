/* Amounts, payments, and flows against a naive simulation cent by cent. */
#include "base/memory.h"
#include "base/random.h"
#include "money/account_kinds.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdio.h>

static void expect_amount(const char *text, enum payment_amount wanted, int64_t cents)
{
    int64_t got;
    enum payment_amount result = payment_amount_read(span_of(text), &got);
    if (result != wanted || got != cents)
        fail_msg("'%s' gives %d, %lld", text, (int)result, (long long)got);
}

static void amounts_are_read_exactly(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t cents;
    } good[] = {
        {"450", 45000},
        {"450.00", 45000},
        {"450.5", 45050},
        {"450,50", 45050},
        {"0", 0},
        {"0.00", 0},
        {"-0", 0},
        {"0.01", 1},
        {".5", 50},
        {"+12.34", 1234},
        {" 7 ", 700},
        {"1,234.50", 123450},
        {"1.234,50", 123450},
        {"1 234.50", 123450},
        {"1'234.50", 123450},
        {"1.234.567", 123456700},
        {"1,234,567", 123456700},
        {"1 234 567,89", 123456789},
        {"450.0000", 45000},
        {"0.100", 10},
        {"12345678901234.56", 1234567890123456},
        {"1000000000000000", 100000000000000000},
    };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        expect_amount(good[i].text, AMOUNT_READ, good[i].cents);
    static const char *const unreadable[] = {
        "",        "-",  "x", "1.234", "1,234",  "1.2.3", "12.34.567", "1,23,4", "0.001", "12.345x", "1e3",
        "450 EUR", "5.", ".", "1.5 0", "1  234", "--5",   "1,234,56",  "nan",    "0x10",  "1.234.56"};
    for (size_t i = 0; i < sizeof unreadable / sizeof unreadable[0]; i++)
        expect_amount(unreadable[i], AMOUNT_UNREADABLE, 0);
    expect_amount("-5", AMOUNT_NEGATIVE, 0);
    expect_amount("-1.234,50", AMOUNT_NEGATIVE, 0);
    expect_amount("1000000000000000.01", AMOUNT_TOO_LARGE, 0);
    expect_amount("99999999999999999999999999999999", AMOUNT_TOO_LARGE, 0);
}

struct fixture {
    struct record_table records;
    resource_id resource;
    field_id from, to, amount, currency;
};

static void fixture_init(struct fixture *f)
{
    record_table_init(&f->records);
    f->resource = record_table_add_resource(&f->records, "payments", KIND_PAYMENT);
    f->from = record_table_add_field(&f->records, f->resource, "from",
                                     (struct role){PARTY_FROM, TYPE_ACCOUNT}, NULL);
    f->to =
        record_table_add_field(&f->records, f->resource, "to", (struct role){PARTY_TO, TYPE_ACCOUNT}, NULL);
    f->amount = record_table_add_field(&f->records, f->resource, "amount",
                                       (struct role){PARTY_FROM, TYPE_AMOUNT}, NULL);
    f->currency = record_table_add_field(&f->records, f->resource, "currency",
                                         (struct role){PARTY_FROM, TYPE_CURRENCY}, NULL);
}

static void cell(struct fixture *f, field_id id, const char *text)
{
    if (text[0])
        assert_true(record_table_add_cell(&f->records, id, span_of(text)));
}

static void pay(struct fixture *f, const char *from, const char *to, const char *amount, int64_t time)
{
    struct record record = {.kind = KIND_PAYMENT, .resource = f->resource, .begin = time, .end = TIME_NONE};
    assert_true(record_table_add(&f->records, &record, span_of("k")));
    cell(f, f->from, from);
    cell(f, f->to, to);
    cell(f, f->amount, amount);
    cell(f, f->currency, "eur");
}

struct built {
    struct identifier_table identifiers;
    struct payment_table payments;
    struct payment_sides sides;
    struct amount_order amounts;
    struct relay_table relays;
    struct flow_table flows;
};

static enum bowline_status compute(const struct record_table *records, const struct flow_options *options,
                                   struct built *out)
{
    const struct money_inputs inputs = {&out->payments, &out->sides, &out->amounts};
    enum bowline_status status = payment_table_build(records, &out->identifiers, &out->payments, NULL);
    if (status == BOWLINE_OK && (!payment_sides_build(&out->payments, &out->sides) ||
                                 !amount_order_build(&out->payments, &out->amounts)))
        status = BOWLINE_ERROR_MEMORY;
    if (status == BOWLINE_OK)
        status = relay_table_build(&inputs, &relay_defaults, &parallel_serial, &out->relays, NULL);
    if (status == BOWLINE_OK)
        status = flow_table_build(&inputs, &out->relays, options, &out->flows, NULL);
    return status;
}

static void build(const struct fixture *f, int64_t window, struct built *out)
{
    const struct flow_options options = {.window_seconds = window, .soon_seconds = window / 2};
    *out = (struct built){0};
    assert_int_equal(identifier_table_build(&f->records, &parallel_serial, &out->identifiers, NULL),
                     BOWLINE_OK);
    assert_int_equal(compute(&f->records, &options, out), BOWLINE_OK);
}

static void computed_release(struct built *built)
{
    flow_table_release(&built->flows);
    relay_table_release(&built->relays);
    amount_order_release(&built->amounts);
    payment_sides_release(&built->sides);
    payment_table_release(&built->payments);
}

static void built_release(struct built *built)
{
    computed_release(built);
    identifier_table_release(&built->identifiers);
}

static const struct flow *flow_find(const struct built *built, const char *account)
{
    for (account_id a = 1; a <= built->flows.count; a++)
        if (span_equal(identifier_value(&built->identifiers, built->payments.accounts[a].identifier),
                       span_of(account)))
            return &built->flows.flows[a];
    fail_msg("no flow of %s", account);
    return NULL;
}

static void a_funnel_passes_what_it_gets(void **state)
{
    (void)state;
    struct fixture f;
    struct built built;
    fixture_init(&f);
    pay(&f, "CARD-1", "FUNNEL", "100.00", 1000);
    pay(&f, "CARD-2", "FUNNEL", "200.00", 2000);
    pay(&f, "CARD-1", "FUNNEL", "50.00", 90000);
    pay(&f, "FUNNEL", "BOSS", "250.00", 5000);
    build(&f, 86400, &built);
    const struct flow *funnel = flow_find(&built, "FUNNEL");
    assert_int_equal(funnel->payments_in, 3);
    assert_int_equal(funnel->payments_out, 1);
    assert_int_equal(funnel->payers, 2);
    assert_int_equal(funnel->payees, 1);
    assert_int_equal(funnel->cents_in, 35000);
    assert_int_equal(funnel->cents_passed, 25000);
    /* 100.00 stayed 4000 s and 150.00 stayed 3000 s: the middle cent stayed 3000 s. */
    assert_int_equal(funnel->seconds_dwell, 3000);
    assert_string_equal(built.payments.accounts[funnel->account].currency, "EUR");
    assert_true(flow_find(&built, "BOSS")->seconds_dwell == TIME_NONE);
    built_release(&built);
    build(&f, 3500, &built);
    assert_int_equal(flow_find(&built, "FUNNEL")->cents_passed, 20000);
    built_release(&built);
    record_table_release(&f.records);
}

static void bad_payments_are_counted(void **state)
{
    (void)state;
    struct fixture f;
    struct built built;
    fixture_init(&f);
    pay(&f, "", "", "1", 1);
    pay(&f, "CARD-1", "card-1", "1", 1);
    pay(&f, "CARD-1", "CARD-2", "", 1);
    pay(&f, "CARD-1", "CARD-2", "much", 1);
    pay(&f, "CARD-1", "CARD-2", "-1", 1);
    pay(&f, "CARD-1", "CARD-2", "10000000000000000000000", 1);
    pay(&f, "CARD-1", "CARD-2", "1", TIME_NONE);
    pay(&f, "CARD-1", "CARD-2", "1", 1);
    build(&f, 100, &built);
    const struct payment_counts *c = &built.payments.counts;
    assert_int_equal(c->without_account, 1);
    assert_int_equal(c->to_self, 1);
    assert_int_equal(c->without_amount, 1);
    assert_int_equal(c->unreadable, 1);
    assert_int_equal(c->negative, 1);
    assert_int_equal(c->too_large, 1);
    assert_int_equal(c->without_time, 1);
    assert_int_equal(c->used, 1);
    assert_int_equal(flow_find(&built, "CARD-2")->cents_in, 200);
    built_release(&built);
    record_table_release(&f.records);
}

static void sums_stay_at_the_greatest_number(void **state)
{
    (void)state;
    struct fixture f;
    struct built built;
    fixture_init(&f);
    for (unsigned i = 0; i < 200; i++) {
        pay(&f, "CARD-1", "CARD-2", "1000000000000000", (int64_t)i * 2);
        pay(&f, "CARD-2", "CARD-3", "1000000000000000", INT64_MAX - i);
    }
    build(&f, INT64_MAX, &built);
    assert_true(flow_find(&built, "CARD-2")->cents_in == INT64_MAX);
    assert_true(flow_find(&built, "CARD-2")->cents_passed == INT64_MAX);
    built_release(&built);
    record_table_release(&f.records);
}

/* The naive twin: every cent by itself. */
#define CENTS_MOST 100000
#define PAYMENTS   60

struct paid {
    unsigned from, to, cents;
    int64_t time;
};

struct cent {
    int64_t time;
    bool is_spent;
};

/* How many cents stayed for so many seconds, of those that were passed on. */
static int64_t naive_passed(const struct paid *payments, unsigned account, int64_t window, int64_t stays[201])
{
    static struct cent cents[CENTS_MOST];
    size_t count = 0;
    int64_t passed = 0;
    memset(stays, 0, 201 * sizeof *stays);
    for (int64_t now = 0; now <= 200; now++) {
        for (unsigned p = 0; p < PAYMENTS; p++)
            for (unsigned c = 0;
                 payments[p].time == now && payments[p].to == account && c < payments[p].cents; c++)
                cents[count++] = (struct cent){now, false};
        for (unsigned p = 0; p < PAYMENTS; p++) {
            unsigned left = payments[p].time == now && payments[p].from == account ? payments[p].cents : 0;
            for (size_t c = 0; c < count && left; c++) {
                if (cents[c].is_spent || now - cents[c].time > window)
                    continue;
                cents[c].is_spent = true;
                stays[now - cents[c].time]++;
                left--;
                passed++;
            }
        }
    }
    return passed;
}

/* The stay of the middle cent, of the earlier of two. */
static int64_t naive_median(const int64_t stays[201], int64_t passed)
{
    int64_t below = 0;
    for (int64_t seconds = 0; seconds <= 200; seconds++) {
        below += stays[seconds];
        if (passed > 0 && below >= (passed + 1) / 2)
            return seconds;
    }
    return TIME_NONE;
}

static void flows_are_those_of_the_naive_twin(void **state)
{
    (void)state;
    static const char *const names[] = {"ACC-0", "ACC-1", "ACC-2", "ACC-3"};
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct random random;
        struct fixture f;
        struct built built;
        struct paid payments[PAYMENTS];
        char amount[32];
        random_init(&random, seed);
        fixture_init(&f);
        for (unsigned p = 0; p < PAYMENTS; p++) {
            unsigned from = random_below(&random, 4);
            payments[p] = (struct paid){from, (from + 1 + random_below(&random, 3)) % 4,
                                        random_below(&random, 300), random_below(&random, 200)};
            snprintf(amount, sizeof amount, "%u.%02u", payments[p].cents / 100, payments[p].cents % 100);
            pay(&f, names[from], names[payments[p].to], amount, payments[p].time);
        }
        build(&f, 40, &built);
        for (unsigned a = 0; a < 4; a++) {
            int64_t stays[201];
            const struct flow *flow = flow_find(&built, names[a]);
            int64_t passed = naive_passed(payments, a, 40, stays);
            assert_int_equal(flow->cents_passed, passed);
            assert_int_equal(flow->seconds_dwell, naive_median(stays, passed));
        }
        built_release(&built);
        record_table_release(&f.records);
    }
}

static void the_order_of_rows_does_not_matter(void **state)
{
    (void)state;
    struct fixture plain;
    struct fixture turned;
    struct built a;
    struct built b;
    char amount[32];
    char name[2][16];
    fixture_init(&plain);
    fixture_init(&turned);
    for (unsigned turn = 0; turn < 2; turn++)
        for (unsigned n = 0; n < 500; n++) {
            unsigned i = turn ? 499 - n : n;
            snprintf(amount, sizeof amount, "%u", i * 37 % 91);
            snprintf(name[0], sizeof name[0], "ACC-%u", i % 7);
            snprintf(name[1], sizeof name[1], "ACC-%u", (i * 3 + 1) % 7);
            pay(turn ? &turned : &plain, name[0], name[1], amount, i * 13 % 50);
        }
    build(&plain, 20, &a);
    build(&turned, 20, &b);
    assert_int_equal(a.flows.count, b.flows.count);
    assert_memory_equal(a.flows.flows, b.flows.flows, (a.flows.count + 1) * sizeof *a.flows.flows);
    built_release(&a);
    built_release(&b);
    record_table_release(&plain.records);
    record_table_release(&turned.records);
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    struct fixture f;
    struct built built = {0};
    fixture_init(&f);
    for (unsigned i = 0; i < 20; i++)
        pay(&f, i % 2 ? "ACC-1" : "ACC-2", i % 2 ? "ACC-2" : "ACC-3", "10", i);
    assert_int_equal(identifier_table_build(&f.records, &parallel_serial, &built.identifiers, NULL),
                     BOWLINE_OK);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = compute(&f.records, &flow_defaults, &built);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        computed_release(&built);
        if (!has_failed) {
            assert_true(n > 20);
            break;
        }
    }
    identifier_table_release(&built.identifiers);
    record_table_release(&f.records);
}

static void an_unnamed_hand_counts_on_one_side(void **state)
{
    (void)state;
    struct fixture f;
    struct built built;
    fixture_init(&f);
    pay(&f, "", "TILL", "500", 1000);
    pay(&f, "", "TILL", "300", 2000);
    pay(&f, "TILL", "", "700", 3000);
    build(&f, 86400, &built);
    const struct flow *till = flow_find(&built, "TILL");
    assert_int_equal(built.payments.counts.unnamed, 3);
    assert_int_equal(till->payments_in, 2);
    assert_int_equal(till->unnamed_in, 2);
    assert_int_equal(till->payers, 0);
    assert_int_equal(till->unnamed_out, 1);
    assert_int_equal(till->cents_passed, 70000);
    built_release(&built);
    record_table_release(&f.records);
}

/* The naive twin: every pair of payments. */
static unsigned naive_relays(const struct payment_table *table, uint32_t in, uint32_t choices[RELAY_CHOICES])
{
    unsigned found = 0;
    const struct payment *p = &table->payments[in];
    for (uint32_t out = 0; out < table->count && found < RELAY_CHOICES; out++) {
        const struct payment *o = &table->payments[out];
        if (p->to && o->from == p->to && o->time >= p->time && o->time - p->time <= 50 &&
            o->cents <= p->cents && o->cents * 100 >= p->cents * 80 && p->cents)
            choices[found++] = out;
    }
    return found;
}

static void relays_are_those_of_the_naive_twin(void **state)
{
    (void)state;
    const struct relay_options options = {.window_seconds = 50, .keep_percent = 20, .looks_most = 1000};
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct random random;
        struct account accounts[8] = {{0}};
        struct payment_table table = {.account_count = 6, .count = 80, .accounts = accounts};
        struct payment_sides sides;
        struct amount_order amounts;
        struct relay_table relays;
        random_init(&random, seed);
        table.payments = memory_new(table.count, sizeof *table.payments);
        assert_non_null(table.payments);
        for (uint32_t i = 0; i < table.count; i++) {
            uint32_t from = random_below(&random, 7);
            table.payments[i] = (struct payment){.time = random_below(&random, 400),
                                                 .cents = random_below(&random, 60) * 5,
                                                 .record = i + 1,
                                                 .from = from,
                                                 .to = (from + 1 + random_below(&random, 6)) % 7};
        }
        const struct money_inputs inputs = {&table, &sides, &amounts};
        assert_true(payment_table_sort(&table) && payment_sides_build(&table, &sides) &&
                    amount_order_build(&table, &amounts));
        assert_int_equal(relay_table_build(&inputs, &options, &parallel_serial, &relays, NULL), BOWLINE_OK);
        for (uint32_t in = 0; in < table.count; in++) {
            uint32_t wanted[RELAY_CHOICES];
            unsigned count = naive_relays(&table, in, wanted);
            for (unsigned c = 0; c < RELAY_CHOICES; c++)
                assert_int_equal(relays.of[in][c].out, c < count ? wanted[c] : RELAY_NONE);
            assert_true(count == 0 || relays.of[in][0].bits >= 0);
        }
        relay_table_release(&relays);
        amount_order_release(&amounts);
        payment_sides_release(&sides);
        memory_free(table.payments);
    }
}

static enum account_kind kind_of(const struct fixture *f, const char *account)
{
    struct built built;
    build(f, flow_defaults.window_seconds, &built);
    enum account_kind kind = account_kind_of(flow_find(&built, account), &account_defaults);
    built_release(&built);
    return kind;
}

enum { DAY = 86400 };

static void name_of(char out[16], const char *stem, unsigned number)
{
    snprintf(out, 16, "%s-%u", stem, number);
}

/* Four hands and cash pay in, again and again, in other amounts; two days later most of it goes to one. */
static void a_collector_is_told_from_a_landlord_and_a_shop(void **state)
{
    (void)state;
    struct fixture f;
    char other[16];
    char amount[16];
    fixture_init(&f);
    for (unsigned i = 0; i < 24; i++) {
        name_of(other, "HAND", i % 4);
        snprintf(amount, sizeof amount, "%u", 300 + i * 37 % 90 * 10);
        pay(&f, i % 5 ? other : "", "COLLECT", amount, (int64_t)i * 3 * DAY);
        if (i % 2)
            pay(&f, "COLLECT", "BOSS", "900", ((int64_t)i * 3 + 2) * DAY);
        name_of(other, "TENANT", i % 4);
        pay(&f, other, "LANDLORD", i % 4 > 1 ? "640" : "780", (int64_t)(i / 4) * 30 * DAY);
        pay(&f, "LANDLORD", "BANK", "600", ((int64_t)(i / 4) * 30 + 2) * DAY);
        name_of(other, "GUEST", i);
        snprintf(amount, sizeof amount, "%u.%02u", 80 + i * 7, i);
        pay(&f, other, "HOTEL", amount, (int64_t)i * 2 * DAY);
    }
    pay(&f, "HOTEL", "BAKER", "200", (int64_t)50 * DAY);
    assert_int_equal(kind_of(&f, "COLLECT"), ACCOUNT_COLLECTOR);
    assert_int_equal(kind_of(&f, "LANDLORD"), ACCOUNT_LANDLORD);
    assert_int_equal(kind_of(&f, "HOTEL"), ACCOUNT_MERCHANT);
    assert_int_equal(kind_of(&f, "BANK"), ACCOUNT_ORDINARY);
    record_table_release(&f.records);
}

static void a_mule_is_told_from_an_agent_and_a_payroll(void **state)
{
    (void)state;
    struct fixture f;
    char other[16];
    char amount[16];
    fixture_init(&f);
    for (unsigned i = 0; i < 18; i++) {
        int64_t time = (int64_t)i * 9 * DAY;
        snprintf(amount, sizeof amount, "%u", 1000 + i * 53);
        name_of(other, "SENDER", i % 9);
        pay(&f, i % 2 ? "COLLECT" : other, "MULE", amount, time);
        pay(&f, other, "AGENT", amount, time + 7);
        snprintf(amount, sizeof amount, "%u", 930 + i * 49);
        pay(&f, "MULE", "ABROAD", amount, time + DAY);
        name_of(other, "HOME", i % 9);
        pay(&f, "AGENT", other, amount, time + DAY);
        name_of(other, "WORKER", i % 6);
        pay(&f, "FIRM", other, i % 6 > 2 ? "2100" : "1900", (int64_t)(i / 6) * 30 * DAY);
        pay(&f, "CLIENT", "FIRM", "2500", (int64_t)(i / 6) * 30 * DAY - DAY);
    }
    assert_int_equal(kind_of(&f, "MULE"), ACCOUNT_MULE);
    assert_int_equal(kind_of(&f, "AGENT"), ACCOUNT_REMITTER);
    assert_int_equal(kind_of(&f, "FIRM"), ACCOUNT_PAYROLL);
    assert_int_equal(kind_of(&f, "WORKER-1"), ACCOUNT_ORDINARY);
    record_table_release(&f.records);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_read_exactly),
        cmocka_unit_test(a_funnel_passes_what_it_gets),
        cmocka_unit_test(bad_payments_are_counted),
        cmocka_unit_test(sums_stay_at_the_greatest_number),
        cmocka_unit_test(flows_are_those_of_the_naive_twin),
        cmocka_unit_test(the_order_of_rows_does_not_matter),
        cmocka_unit_test(an_unnamed_hand_counts_on_one_side),
        cmocka_unit_test(relays_are_those_of_the_naive_twin),
        cmocka_unit_test(a_collector_is_told_from_a_landlord_and_a_shop),
        cmocka_unit_test(a_mule_is_told_from_an_agent_and_a_payroll),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("money", tests, NULL, NULL);
}
