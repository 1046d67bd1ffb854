/* Kinds of accounts: rules over what a flow counts, the innocent kinds first. */
#include "money/account_kinds.h"

const struct account_options account_defaults = {
    .standing_share = 60,
    .tenants_least = 2,
    .workers_least = 3,
    .merchant_least = 20,
    .once_share = 60,
    .round_share = 50,
    .remitter_least = 5,
    .relay_share = 60,
    .relay_bits = 6000,
    .regular_share = 50,
    .collector_least = 8,
    .sources_least = 3,
    .passed_share = 25,
    .circle_share = 50,
    .lump_share = 50,
    .soon_share = 70,
    .mule_least = 3,
    .mule_payees = 4,
    .balance_share = 20,
};

/* part is at least `percent` of whole, which is not nothing. */
static bool is_share(uint64_t part, uint64_t whole, unsigned percent)
{
    return whole > 0 && (double)part * 100 >= (double)whole * percent;
}

static bool is_money_share(int64_t part, int64_t whole, unsigned percent)
{
    return is_share((uint64_t)part, (uint64_t)whole, percent);
}

static uint32_t named_in(const struct flow *f)
{
    return f->payments_in - f->unnamed_in;
}

static bool is_landlord(const struct flow *f, const struct account_options *o)
{
    return f->standing_payers >= o->tenants_least &&
           is_share(f->standing_in, f->payments_in, o->standing_share);
}

static bool is_payroll(const struct flow *f, const struct account_options *o)
{
    return f->standing_payees >= o->workers_least &&
           is_share(f->standing_out, f->payments_out, o->standing_share);
}

static bool is_remitter(const struct flow *f, const struct account_options *o)
{
    return f->payers >= o->remitter_least && f->payees >= o->remitter_least &&
           is_share(f->relays, f->payments_in, o->relay_share) && f->relay_bits >= o->relay_bits;
}

/* Either most come once, or there are many and they pay prices, which are seldom round. */
static bool is_merchant(const struct flow *f, const struct account_options *o)
{
    bool is_passing = is_share(named_in(f) - f->returning_in, named_in(f), o->once_share);
    bool is_shop = f->payers >= o->merchant_least && !is_share(f->round_in, f->payments_in, o->round_share);
    return named_in(f) >= o->merchant_least && (is_passing || is_shop) &&
           !is_money_share(f->cents_soon, f->cents_in, o->soon_share);
}

/* Its payments out are lumps: on average not much smaller than those in. A firm or a free hand with regular
 * customers spends in many small payments. */
static bool is_lumped(const struct flow *f, const struct account_options *o)
{
    return f->payments_out > 0 && (double)f->cents_out * f->payments_in * 100 >=
                                      (double)f->cents_in * f->payments_out * o->lump_share;
}

static bool is_collector(const struct flow *f, const struct account_options *o)
{
    bool is_circle = is_share(f->returning_in, named_in(f), o->circle_share);
    bool is_funnel = is_money_share(f->cents_soon, f->cents_in, o->soon_share) &&
                     (uint64_t)f->payees * 2 <= f->payers + f->unnamed_in;
    return f->payments_in >= o->collector_least && f->payers + (f->unnamed_in > 0) >= o->sources_least &&
           !is_share(f->standing_in, f->payments_in, o->regular_share) &&
           is_money_share(f->cents_passed, f->cents_in, o->passed_share) && is_lumped(f, o) &&
           (is_circle || is_funnel);
}

static bool is_balanced(const struct flow *f, const struct account_options *o)
{
    return is_money_share(f->cents_out, f->cents_in, 100 - o->balance_share) &&
           is_money_share(f->cents_in, f->cents_out, 100 - o->balance_share);
}

/* Payment by payment, whatever regular life the account has beside. */
static bool is_relay(const struct flow *f, const struct account_options *o)
{
    return f->relays >= o->mule_least && f->relay_payees <= o->mule_payees &&
           f->relay_bits >= o->relay_bits &&
           is_share(f->relays, f->payments_in - f->standing_in, o->relay_share);
}

/* In sums that are not those that came in, but nothing stays. */
static bool is_conduit(const struct flow *f, const struct account_options *o)
{
    return f->payments_in >= o->mule_least && f->payments_out <= 2 * f->payments_in &&
           f->payees + (f->unnamed_out > 0) <= o->mule_payees &&
           !is_share(f->standing_in, f->payments_in, o->regular_share) && is_balanced(f, o) &&
           is_money_share(f->cents_soon, f->cents_in, o->soon_share);
}

enum account_kind account_kind_of(const struct flow *flow, const struct account_options *options)
{
    static const struct {
        enum account_kind kind;
        bool (*test)(const struct flow *flow, const struct account_options *options);
    } rules[] = {
        {ACCOUNT_LANDLORD, is_landlord}, {ACCOUNT_PAYROLL, is_payroll}, {ACCOUNT_REMITTER, is_remitter},
        {ACCOUNT_MERCHANT, is_merchant}, {ACCOUNT_MULE, is_relay},      {ACCOUNT_COLLECTOR, is_collector},
        {ACCOUNT_MULE, is_conduit},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].test(flow, options))
            return rules[i].kind;
    return ACCOUNT_ORDINARY;
}

const char *account_kind_name(enum account_kind kind)
{
    static const char *const names[ACCOUNT_KIND_COUNT] = {
        "ordinary", "collector", "mule", "landlord", "payroll", "merchant", "remittance agent"};
    return names[kind];
}

static unsigned percent(double part, double whole)
{
    return whole > 0 ? (unsigned)(part * 100 / whole + 0.5) : 0;
}

static void explain_collector(const struct flow *f, struct buffer *out)
{
    buffer_format(out, "%u payments in from %u account%s", f->payments_in, f->payers,
                  f->payers == 1 ? "" : "s");
    if (f->unnamed_in)
        buffer_format(out, " and %u without one", f->unnamed_in);
    buffer_format(out,
                  "; %u %% of those with a name by payers who pay again, %u %% of all the same amount again",
                  percent(f->returning_in, named_in(f)), percent(f->standing_in, f->payments_in));
    buffer_format(out, "; %u %% of the money left within a month, in %u payments to %u account%s",
                  percent((double)f->cents_passed, (double)f->cents_in), f->payments_out, f->payees,
                  f->payees == 1 ? "" : "s");
}

static void explain_mule(const struct flow *f, struct buffer *out)
{
    buffer_format(out,
                  "%u %% of the money that came in left within a week, %u of %u payments went on one by one, "
                  "a little less, to %u account%s",
                  percent((double)f->cents_soon, (double)f->cents_in), f->relays, f->payments_in, f->payees,
                  f->payees == 1 ? "" : "s");
    if (f->unnamed_out)
        buffer_format(out, " and %u times to nobody named", f->unnamed_out);
}

void account_kind_explain(const struct flow *f, enum account_kind kind, struct buffer *out)
{
    switch (kind) {
    case ACCOUNT_COLLECTOR: explain_collector(f, out); break;
    case ACCOUNT_MULE: explain_mule(f, out); break;
    case ACCOUNT_LANDLORD:
        buffer_format(out, "%u %% of %u payments in repeat an amount of the same payer, as rents do",
                      percent(f->standing_in, f->payments_in), f->payments_in);
        break;
    case ACCOUNT_PAYROLL:
        buffer_format(out, "%u payees get the same amount again, in %u %% of %u payments, as wages do",
                      f->standing_payees, percent(f->standing_out, f->payments_out), f->payments_out);
        break;
    case ACCOUNT_MERCHANT:
        buffer_format(out,
                      "%u payments by %u payers, %u %% of them by somebody who pays once; %u %% of the money "
                      "left within a week",
                      f->payments_in, f->payers, percent(named_in(f) - f->returning_in, named_in(f)),
                      percent((double)f->cents_soon, (double)f->cents_in));
        break;
    case ACCOUNT_REMITTER:
        buffer_format(out, "%u of %u payments by %u payers went on one by one, to %u payees, as orders do",
                      f->relays, f->payments_in, f->payers, f->payees);
        break;
    case ACCOUNT_ORDINARY:
    case ACCOUNT_KIND_COUNT: break;
    }
}
