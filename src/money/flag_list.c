/* The list of red flags: the table that a person reads. */
#include "money/flag_table.h"

const struct flag_options flag_defaults = {
    .month_seconds = INT64_C(30) * 86400,
    .fortnight_seconds = INT64_C(14) * 86400,
    .quarter_seconds = INT64_C(90) * 86400,
    .limit_cents = 1000000,
    .below_percent = 10,
    .below_least = 2,
    .small_cents = 100000,
    .senders_least = 10,
    .cash_least = 5,
    .soon_percent = 70,
    .empty_percent = 10,
    .in_least = 3,
    .night_least = 5,
    .night_percent = 50,
    .cities_least = 3,
    .lodging_least = 4,
    .ad_cents = 10000,
    .ad_least = 3,
    .guests_least = 3,
};

static const struct flag flags[FLAG_KIND_COUNT] = {
    [FLAG_FUNNEL] = {"funnel", "Cash paid in below the limit, and soon gone again",
                     "FIN-2014-A008 (funnel accounts); FIN-2020-A008",
                     "five payments in as cash or without an account, each below the reporting limit, and "
                     "seven tenths of "
                     "the money gone within a week",
                     "a market stall or a club whose takings pay the next order"},
    [FLAG_MANY_SENDERS] = {"many-senders", "Many small senders to one account",
                           "FIN-2014-A008; FINTRAC-2016-OA003", "ten senders of small sums within a month",
                           "a shop, a landlord, an association, a collection for a present"},
    [FLAG_IN_AND_OUT] =
        {"in-and-out", "In and out within days, and nothing kept", "FIN-2014-A008",
         "three payments in, nine tenths of the money gone within a week, and as much out as in",
         "an account that is used for one purpose, such as rent that is passed on by flatmates"},
    [FLAG_NIGHT] =
        {"night", "Payments between 22:00 and 06:00", "FINTRAC-2016-OA003",
         "half of five payments or more with a time of day are of the night (UTC, which is an hour or two "
         "early for western Europe)",
         "night work, bars and taxis, a bank that books at midnight"},
    [FLAG_CITIES] = {"cities", "Transactions from changing cities", "FIN-2020-A008 no. 11",
                     "payments at three places within a fortnight",
                     "travel for work, lorry drivers, holidays"},
    [FLAG_LODGING] = {"lodging", "Hotels and short lets, again and again", "FIN-2020-A008 no. 12",
                      "four payments within a month to houses where people of this case stay",
                      "business travel, a firm that lodges its workers, families that were moved"},
    [FLAG_AD_SITES] = {"ad-sites", "Small repeated payments to sites of ads", "FINTRAC-2016-OA003",
                       "three small payments within a quarter to a site where ads of this case stand",
                       "anybody who sells or lets through ads, and everybody who works alone"},
    [FLAG_AD_ACCOUNT] = {"ad-account", "The account stands in an ad", "FIN-2020-A008 no. 16",
                         "the account that a payment names is also read in an ad",
                         "anybody who takes deposits for what is advertised"},
    [FLAG_GUESTS] =
        {"guests", "One payer or booker for rooms of several named guests",
         "FATF/APG 2018 (financial flows from human trafficking)",
         "stays of three differently named guests with one payer's account or one booker's contact",
         "a travel agency, an employer, a family, a sports club"},
    [FLAG_BELOW_LIMIT] = {"below-limit", "Amounts just under a reporting limit", "FIN-2020-A008 no. 20",
                          "two payments within a month of nine to ten tenths of 10,000",
                          "a car, a deposit for a house, wages of a small firm"},
};

const struct flag *flag_of(enum flag_kind kind)
{
    return &flags[kind];
}
