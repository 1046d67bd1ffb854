/* Reasons in words. */
#include "identifiers/refusal.h"

static const char *const names[REFUSAL_COUNT] = {
    "",
    "a date or time",
    "an amount or measure",
    "a card number, not named as one or with a wrong check digit",
    "named as a number of another kind",
    "groups that phones are not written in",
    "counting",
    "a national number, and no country is known",
    "too many digits",
    "not a valid phone number",
    "part of a word or code",
    "an IBAN with wrong check digits",
    "a wallet with a wrong checksum",
    "an e-mail address without a name or domain",
    "a link without a host",
    "a number plate in no known shape",
};

const char *refusal_name(enum refusal refusal)
{
    return names[refusal];
}
