/* Red flags: each fires where its numbers are reached and not one payment before; stretches against a naive
 * twin. */
#include "base/memory.h"
#include "base/random.h"
#include "money/flag_table.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdio.h>

enum { DAY = 86400, NOON = 43200 };

struct fixture {
    struct record_table records;
    resource_id payments, stays, ads;
    field_id from, to, amount, currency, channel, payee, place, house, payer, guest, site, text_account;
    struct identifier_table identifiers;
    struct payment_table table;
    struct payment_sides sides;
    struct amount_order amounts;
    struct relay_table relays;
    struct flow_table flows;
    struct flag_table flags;
};

static field_id field(struct fixture *f, resource_id resource, const char *name, enum party party,
                      enum column_type type)
{
    return record_table_add_field(&f->records, resource, name, (struct role){party, type}, NULL);
}

static void fixture_init(struct fixture *f)
{
    *f = (struct fixture){.payments = 0};
    record_table_init(&f->records);
    f->payments = record_table_add_resource(&f->records, "payments", KIND_PAYMENT);
    f->from = field(f, f->payments, "from", PARTY_FROM, TYPE_ACCOUNT);
    f->to = field(f, f->payments, "to", PARTY_TO, TYPE_ACCOUNT);
    f->amount = field(f, f->payments, "amount", PARTY_FROM, TYPE_AMOUNT);
    f->currency = field(f, f->payments, "currency", PARTY_FROM, TYPE_CURRENCY);
    f->channel = field(f, f->payments, "channel", PARTY_FROM, TYPE_CHANNEL);
    f->payee = field(f, f->payments, "payee", PARTY_TO, TYPE_NAME);
    f->place = field(f, f->payments, "place", PARTY_FROM, TYPE_PLACE);
    f->stays = record_table_add_resource(&f->records, "stays", KIND_STAY);
    f->house = field(f, f->stays, "house", PARTY_SELF, TYPE_NAME);
    f->payer = field(f, f->stays, "payer", PARTY_PAYER, TYPE_ACCOUNT);
    f->guest = field(f, f->stays, "guest", PARTY_GUEST, TYPE_NAME);
    f->ads = record_table_add_resource(&f->records, "ads", KIND_AD);
    f->site = field(f, f->ads, "site", PARTY_CONTACT, TYPE_SITE);
    f->text_account = field(f, f->ads, "account", PARTY_CONTACT, TYPE_ACCOUNT);
}

static void row(struct fixture *f, resource_id resource, enum record_kind kind, int64_t time)
{
    struct record record = {.kind = (uint8_t)kind,
                            .resource = resource,
                            .begin = time,
                            .end = time == TIME_NONE ? time : time + 1};
    assert_true(record_table_add(&f->records, &record, span_of("k")));
}

static void cell(struct fixture *f, field_id id, const char *text)
{
    if (text[0])
        assert_true(record_table_add_cell(&f->records, id, span_of(text)));
}

static void pay(struct fixture *f, const char *from, const char *to, unsigned amount, int64_t time)
{
    char text[16];
    row(f, f->payments, KIND_PAYMENT, time);
    snprintf(text, sizeof text, "%u", amount);
    cell(f, f->from, from);
    cell(f, f->to, to);
    cell(f, f->amount, text);
    cell(f, f->currency, "EUR");
    cell(f, f->channel, from[0] ? "transfer" : "Cash");
}

static void stay(struct fixture *f, const char *payer, const char *guest)
{
    row(f, f->stays, KIND_STAY, NOON);
    cell(f, f->house, "Hotel Rosa");
    cell(f, f->payer, payer);
    cell(f, f->guest, guest);
}

static enum bowline_status compute(struct fixture *f)
{
    const struct money_inputs money = {&f->table, &f->sides, &f->amounts};
    const struct flag_inputs inputs = {&money, &f->flows, &f->records, &f->identifiers};
    enum bowline_status status = payment_table_build(&f->records, &f->identifiers, &f->table, NULL);
    if (status == BOWLINE_OK &&
        (!payment_sides_build(&f->table, &f->sides) || !amount_order_build(&f->table, &f->amounts)))
        status = BOWLINE_ERROR_MEMORY;
    if (status == BOWLINE_OK)
        status = relay_table_build(&money, &relay_defaults, &parallel_serial, &f->relays, NULL);
    if (status == BOWLINE_OK)
        status = flow_table_build(&money, &f->relays, &flow_defaults, &f->flows, NULL);
    return status == BOWLINE_OK ? flag_table_build(&inputs, &flag_defaults, &f->flags, NULL) : status;
}

static void computed_release(struct fixture *f)
{
    flag_table_release(&f->flags);
    flow_table_release(&f->flows);
    relay_table_release(&f->relays);
    amount_order_release(&f->amounts);
    payment_sides_release(&f->sides);
    payment_table_release(&f->table);
}

static void build(struct fixture *f)
{
    assert_int_equal(identifier_table_build(&f->records, &parallel_serial, &f->identifiers, NULL),
                     BOWLINE_OK);
    assert_int_equal(compute(f), BOWLINE_OK);
}

static void fixture_release(struct fixture *f)
{
    computed_release(f);
    identifier_table_release(&f->identifiers);
    record_table_release(&f->records);
}

/* Of the flag at that account, or NULL. */
static const struct flag_hit *hit_of(const struct fixture *f, enum flag_kind flag, const char *account)
{
    for (size_t i = 0; i < f->flags.count; i++)
        if (f->flags.hits[i].flag == flag &&
            span_equal(identifier_value(&f->identifiers, f->flags.hits[i].subject), span_of(account)))
            return &f->flags.hits[i];
    return NULL;
}

static unsigned records_of(const struct fixture *f, enum flag_kind flag, const char *account)
{
    const struct flag_hit *hit = hit_of(f, flag, account);
    return hit ? hit->count : 0;
}

static void cash_that_goes_on_is_a_funnel(void **state)
{
    (void)state;
    struct fixture f;
    fixture_init(&f);
    for (unsigned i = 0; i < 5; i++) {
        pay(&f, "", "TILL", 900, i * 5 * DAY + NOON);
        pay(&f, "TILL", "BOSS", 880, i * 5 * DAY + DAY + NOON);
        if (i < 4)
            pay(&f, "", "OTHER", 900, i * DAY + NOON);
        pay(&f, "", "SAVER", 900, i * DAY + NOON);
        pay(&f, "", "RICH", 10000, i * DAY + NOON);
    }
    pay(&f, "OTHER", "BOSS", 3600, 6 * DAY);
    pay(&f, "RICH", "BOSS", 50000, 6 * DAY);
    build(&f);
    assert_int_equal(records_of(&f, FLAG_FUNNEL, "TILL"), 10);
    assert_int_equal(records_of(&f, FLAG_FUNNEL, "OTHER"), 0);
    assert_int_equal(records_of(&f, FLAG_FUNNEL, "SAVER"), 0);
    assert_int_equal(records_of(&f, FLAG_FUNNEL, "RICH"), 0);
    assert_int_equal(f.flags.tested[FLAG_FUNNEL], 2);
    assert_int_equal(f.flags.fired[FLAG_FUNNEL], 1);
    assert_int_equal(records_of(&f, FLAG_IN_AND_OUT, "TILL"), 10);
    assert_int_equal(records_of(&f, FLAG_IN_AND_OUT, "SAVER"), 0);
    fixture_release(&f);
}

static void amounts_below_the_limit_fire_in_twos(void **state)
{
    (void)state;
    struct fixture f;
    fixture_init(&f);
    pay(&f, "ACC-1", "ACC-2", 9500, DAY);
    pay(&f, "ACC-1", "ACC-3", 9000, 31 * DAY);
    pay(&f, "ACC-4", "ACC-5", 9500, DAY);
    pay(&f, "ACC-4", "ACC-5", 9500, 31 * DAY + 1);
    pay(&f, "ACC-6", "ACC-7", 10000, DAY);
    pay(&f, "ACC-6", "ACC-7", 8999, DAY);
    pay(&f, "ACC-6", "ACC-7", 9999, DAY);
    build(&f);
    assert_int_equal(records_of(&f, FLAG_BELOW_LIMIT, "ACC-1"), 2);
    assert_int_equal(records_of(&f, FLAG_BELOW_LIMIT, "ACC-2"), 0);
    assert_int_equal(records_of(&f, FLAG_BELOW_LIMIT, "ACC-4"), 0);
    assert_int_equal(records_of(&f, FLAG_BELOW_LIMIT, "ACC-6"), 0);
    fixture_release(&f);
}

static void hours_places_and_payees_are_looked_at(void **state)
{
    (void)state;
    struct fixture f;
    char place[16];
    fixture_init(&f);
    stay(&f, "ACC-9", "Ann");
    row(&f, f.ads, KIND_AD, NOON);
    cell(&f, f.site, "Adverts.example");
    cell(&f, f.text_account, "ACC-2");
    for (unsigned i = 0; i < 6; i++) {
        pay(&f, "ACC-1", "ACC-2", 20, (int64_t)i * DAY + (i < 3 ? NOON : 23 * 3600));
        cell(&f, f.payee, i % 2 ? "adverts.example" : "HOTEL ROSA");
        snprintf(place, sizeof place, "Town %u", i / 2);
        cell(&f, f.place, place);
        pay(&f, "ACC-3", "ACC-4", 20, (int64_t)i * DAY + (i < 4 ? NOON : 23 * 3600));
        cell(&f, f.payee, i < 4 ? "hotel rosa" : "");
        cell(&f, f.place, i < 3 ? "Ghent" : "ghent");
    }
    build(&f);
    assert_int_equal(records_of(&f, FLAG_NIGHT, "ACC-1"), 3);
    assert_int_equal(records_of(&f, FLAG_NIGHT, "ACC-3"), 0);
    assert_true(records_of(&f, FLAG_CITIES, "ACC-1") >= 3);
    assert_int_equal(records_of(&f, FLAG_CITIES, "ACC-3"), 0);
    assert_int_equal(records_of(&f, FLAG_AD_SITES, "ACC-1"), 3);
    assert_int_equal(records_of(&f, FLAG_LODGING, "ACC-1"), 0);
    assert_int_equal(records_of(&f, FLAG_LODGING, "ACC-3"), 4);
    assert_int_equal(records_of(&f, FLAG_AD_ACCOUNT, "ACC-2"), 1);
    assert_int_equal(records_of(&f, FLAG_AD_ACCOUNT, "ACC-1"), 0);
    fixture_release(&f);
}

static void one_payer_of_several_guests_is_flagged(void **state)
{
    (void)state;
    struct fixture f;
    fixture_init(&f);
    stay(&f, "PAYER-1", "Ann");
    stay(&f, "PAYER-1", "Bea");
    stay(&f, "PAYER-1", "Ann");
    stay(&f, "PAYER-2", "Ann");
    stay(&f, "PAYER-2", "Bea");
    stay(&f, "PAYER-2", "Cleo");
    stay(&f, "PAYER-2", "");
    build(&f);
    assert_int_equal(records_of(&f, FLAG_GUESTS, "PAYER-1"), 0);
    assert_int_equal(records_of(&f, FLAG_GUESTS, "PAYER-2"), 3);
    assert_int_equal(f.flags.tested[FLAG_GUESTS], 2);
    fixture_release(&f);
}

/* The naive twin: from each payment on, the distinct senders of the month after it. */
static unsigned naive_senders(const struct payment_table *table, account_id account)
{
    unsigned most = 0;
    for (uint32_t i = 0; i < table->count; i++) {
        bool seen[32] = {false};
        unsigned distinct = 0;
        for (uint32_t k = i;
             k < table->count && table->payments[k].time - table->payments[i].time <= 30 * DAY; k++) {
            const struct payment *p = &table->payments[k];
            if (p->to == account && p->cents <= 100000 && !seen[p->from]) {
                seen[p->from] = true;
                distinct++;
            }
        }
        most = distinct > most ? distinct : most;
    }
    return most;
}

static void senders_are_those_of_the_naive_twin(void **state)
{
    (void)state;
    unsigned fired = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct random random;
        struct fixture f;
        char name[16];
        random_init(&random, seed);
        fixture_init(&f);
        for (unsigned i = 0; i < 60; i++) {
            snprintf(name, sizeof name, "SENDER-%u", random_below(&random, 14));
            pay(&f, name, "HUB-ONE", 600 + random_below(&random, 500),
                (int64_t)random_below(&random, 130) * DAY + NOON);
        }
        build(&f);
        for (account_id a = 1; a <= f.table.account_count; a++) {
            struct span value = identifier_value(&f.identifiers, f.table.accounts[a].identifier);
            if (!span_equal(value, span_of("HUB-ONE")))
                continue;
            bool is_wanted = naive_senders(&f.table, a) >= flag_defaults.senders_least;
            assert_int_equal(hit_of(&f, FLAG_MANY_SENDERS, "HUB-ONE") != NULL, is_wanted);
            fired += is_wanted;
        }
        fixture_release(&f);
    }
    assert_in_range(fired, 2, 38); /* both answers were seen */
}

static void every_flag_says_who_published_it(void **state)
{
    (void)state;
    for (unsigned flag = 0; flag < FLAG_KIND_COUNT; flag++) {
        const struct flag *f = flag_of((enum flag_kind)flag);
        assert_non_null(f->name);
        assert_true(strlen(f->title) > 5 && strlen(f->source) > 5 && strlen(f->fires) > 20 &&
                    strlen(f->innocent) > 20);
    }
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    struct fixture f;
    fixture_init(&f);
    for (unsigned i = 0; i < 6; i++) {
        pay(&f, "", "TILL", 900, i * DAY + NOON);
        pay(&f, "TILL", "BOSS", 880, i * DAY + DAY);
        stay(&f, "TILL", i % 2 ? "Ann" : "Bea");
    }
    assert_int_equal(identifier_table_build(&f.records, &parallel_serial, &f.identifiers, NULL), BOWLINE_OK);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = compute(&f);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        if (!has_failed) {
            assert_true(n > 30);
            break;
        }
        computed_release(&f);
    }
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cash_that_goes_on_is_a_funnel),
        cmocka_unit_test(amounts_below_the_limit_fire_in_twos),
        cmocka_unit_test(hours_places_and_payees_are_looked_at),
        cmocka_unit_test(one_payer_of_several_guests_is_flagged),
        cmocka_unit_test(senders_are_those_of_the_naive_twin),
        cmocka_unit_test(every_flag_says_who_published_it),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("flags", tests, NULL, NULL);
}
