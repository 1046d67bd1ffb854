/* The words of the contract: kinds of record, parties, types of column. docs/input.md explains each. */
#ifndef RECORDS_ROLES_H
#define RECORDS_ROLES_H

#include "base/span.h"

enum record_kind {
    KIND_NONE,
    KIND_AD,
    KIND_STAY,
    KIND_PAYMENT,
    KIND_CALL,
    KIND_PREMISES,
    KIND_PERSON,
    KIND_REPORT,
    KIND_COUNT
};

/* PARTY_SELF is the record's own subject: the person of a person record, the place of premises or a stay. */
enum party {
    PARTY_SELF,
    PARTY_CONTACT,
    PARTY_ADVERTISED,
    PARTY_BOOKER,
    PARTY_PAYER,
    PARTY_GUEST,
    PARTY_FROM,
    PARTY_TO,
    PARTY_OWNER,
    PARTY_MANAGER,
    PARTY_AUTHOR,
    PARTY_COUNT
};

enum column_type {
    TYPE_NONE, /* no role: kept with the record and shown, never analysed */
    TYPE_ID,
    TYPE_TIME,
    TYPE_START,
    TYPE_END,
    TYPE_TEXT,
    TYPE_PHONE,
    TYPE_EMAIL,
    TYPE_HANDLE,
    TYPE_URL,
    TYPE_ACCOUNT,
    TYPE_PLATE,
    TYPE_DOCUMENT,
    TYPE_IMAGE,
    TYPE_NAME,
    TYPE_BORN,
    TYPE_ADDRESS,
    TYPE_POSTCODE,
    TYPE_PLACE,
    TYPE_COUNTRY,
    TYPE_LAT,
    TYPE_LON,
    TYPE_ATTRIBUTE,
    TYPE_AMOUNT,
    TYPE_CURRENCY,
    TYPE_DURATION,
    TYPE_CATEGORY,
    TYPE_CHANNEL,
    TYPE_SITE,
    TYPE_SOURCE,
    TYPE_GRADE,
    TYPE_HANDLING,
    TYPE_COUNT
};

struct role {
    enum party party;
    enum column_type type;
};

/* The contract's words, static. */
const char *kind_name(enum record_kind kind);
const char *party_name(enum party party);
const char *type_name(enum column_type type);

enum record_kind kind_find(struct span word); /* KIND_NONE where unknown */
enum party party_find(struct span word);      /* PARTY_COUNT where unknown */
enum column_type type_find(struct span word); /* TYPE_NONE where unknown */
bool kind_allows(enum record_kind kind, enum party party);
enum party kind_default_party(enum record_kind kind); /* of a role that names no party */

/* Whether the party's identifiers may be shown only as pseudonyms (docs/protection.md). A person record is
 * protected by its category, which record_is_protected reads. */
bool party_is_protected(enum party party);

#endif
