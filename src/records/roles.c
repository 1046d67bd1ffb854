/* The words of the contract. */
#include "records/roles.h"

static const char *const kinds[KIND_COUNT] = {
    [KIND_NONE] = "",           [KIND_AD] = "ad",         [KIND_STAY] = "stay",
    [KIND_PAYMENT] = "payment", [KIND_CALL] = "call",     [KIND_PREMISES] = "premises",
    [KIND_PERSON] = "person",   [KIND_REPORT] = "report",
};

static const char *const parties[PARTY_COUNT] = {
    [PARTY_SELF] = "self",       [PARTY_CONTACT] = "contact", [PARTY_ADVERTISED] = "advertised",
    [PARTY_BOOKER] = "booker",   [PARTY_PAYER] = "payer",     [PARTY_GUEST] = "guest",
    [PARTY_FROM] = "from",       [PARTY_TO] = "to",           [PARTY_OWNER] = "owner",
    [PARTY_MANAGER] = "manager", [PARTY_AUTHOR] = "author",
};

static const char *const types[TYPE_COUNT] = {
    [TYPE_NONE] = "",
    [TYPE_ID] = "id",
    [TYPE_TIME] = "time",
    [TYPE_START] = "start",
    [TYPE_END] = "end",
    [TYPE_TEXT] = "text",
    [TYPE_PHONE] = "phone",
    [TYPE_EMAIL] = "email",
    [TYPE_HANDLE] = "handle",
    [TYPE_URL] = "url",
    [TYPE_ACCOUNT] = "account",
    [TYPE_PLATE] = "plate",
    [TYPE_DOCUMENT] = "document",
    [TYPE_IMAGE] = "image",
    [TYPE_NAME] = "name",
    [TYPE_BORN] = "born",
    [TYPE_ADDRESS] = "address",
    [TYPE_POSTCODE] = "postcode",
    [TYPE_PLACE] = "place",
    [TYPE_COUNTRY] = "country",
    [TYPE_LAT] = "lat",
    [TYPE_LON] = "lon",
    [TYPE_ATTRIBUTE] = "attribute",
    [TYPE_AMOUNT] = "amount",
    [TYPE_CURRENCY] = "currency",
    [TYPE_DURATION] = "duration",
    [TYPE_CATEGORY] = "category",
    [TYPE_CHANNEL] = "channel",
    [TYPE_SITE] = "site",
    [TYPE_SOURCE] = "source",
    [TYPE_GRADE] = "grade",
    [TYPE_HANDLING] = "handling",
};

/* Which parties a kind of record may name, as a set of bits. */
#define BIT(party) (1u << (party))
static const unsigned allowed[KIND_COUNT] = {
    [KIND_AD] = BIT(PARTY_CONTACT) | BIT(PARTY_ADVERTISED),
    [KIND_STAY] = BIT(PARTY_SELF) | BIT(PARTY_BOOKER) | BIT(PARTY_PAYER) | BIT(PARTY_GUEST),
    [KIND_PAYMENT] = BIT(PARTY_FROM) | BIT(PARTY_TO),
    [KIND_CALL] = BIT(PARTY_FROM) | BIT(PARTY_TO),
    [KIND_PREMISES] = BIT(PARTY_SELF) | BIT(PARTY_OWNER) | BIT(PARTY_MANAGER),
    [KIND_PERSON] = BIT(PARTY_SELF),
    [KIND_REPORT] = BIT(PARTY_AUTHOR),
};

const char *kind_name(enum record_kind kind)
{
    return kinds[kind];
}

const char *party_name(enum party party)
{
    return parties[party];
}

const char *type_name(enum column_type type)
{
    return types[type];
}

static unsigned find_word(const char *const *words, unsigned count, struct span word)
{
    unsigned at = 0;
    while (at < count && !span_equal(span_of(words[at]), word))
        at++;
    return at;
}

enum record_kind kind_find(struct span word)
{
    unsigned at = find_word(kinds, KIND_COUNT, word);
    return at < KIND_COUNT ? (enum record_kind)at : KIND_NONE;
}

enum party party_find(struct span word)
{
    return (enum party)find_word(parties, PARTY_COUNT, word);
}

enum column_type type_find(struct span word)
{
    unsigned at = find_word(types, TYPE_COUNT, word);
    return at < TYPE_COUNT ? (enum column_type)at : TYPE_NONE;
}

bool kind_allows(enum record_kind kind, enum party party)
{
    return allowed[kind] & BIT(party);
}

enum party kind_default_party(enum record_kind kind)
{
    switch (kind) {
    case KIND_AD: return PARTY_CONTACT;
    case KIND_REPORT: return PARTY_AUTHOR;
    case KIND_PAYMENT:
    case KIND_CALL: return PARTY_FROM;
    case KIND_NONE:
    case KIND_STAY:
    case KIND_PREMISES:
    case KIND_PERSON:
    case KIND_COUNT: break;
    }
    return PARTY_SELF;
}

bool party_is_protected(enum party party)
{
    return party == PARTY_ADVERTISED || party == PARTY_GUEST;
}
