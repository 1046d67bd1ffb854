/* The only door to libphonenumber (C++): what a string of digits is worth as a phone number. The metadata is
 * Google's libphonenumber as Debian packages it. Safe for threads once phone_shim_start has returned. */
#ifndef IDENTIFIERS_PHONE_SHIM_H
#define IDENTIFIERS_PHONE_SHIM_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum phone_verdict {
    PHONE_NONE,            /* nothing that looks like a number */
    PHONE_UNKNOWN_COUNTRY, /* no such calling code, or a national number without a country */
    PHONE_TOO_SHORT,
    PHONE_TOO_LONG,
    PHONE_POSSIBLE, /* the length is right, the range is not in use */
    PHONE_VALID
};

#define PHONE_E164_SIZE 20 /* "+" and at most 17 digits as the library counts, and a zero */

struct phone_answer {
    char e164[PHONE_E164_SIZE]; /* "" below PHONE_POSSIBLE */
    uint8_t verdict;            /* enum phone_verdict */
};

struct phone_region {
    uint16_t calling_code; /* 32 */
    char trunk[6];         /* digits dialled before a national number, "" where there are none */
};

/* Loads the metadata. Call it before threads start. False where it cannot be loaded. */
bool phone_shim_start(void);

/* region: two capital letters. False where libphonenumber does not know it. */
bool phone_shim_region(const char *region, struct phone_region *out);

/* Possible lengths of the national numbers of a calling code: bit n for n digits. 0 where it is not in use.
 */
uint32_t phone_shim_lengths(unsigned calling_code);

/* number: ASCII digits, with or without a leading '+'. region: two capital letters, or "" for none. Costs 1
 * to 5 microseconds where the country's plan is plain and the number valid, else 5 to 20. */
void phone_shim_ask(const char *number, const char *region, struct phone_answer *out);

/* The same by the library's parser alone: what phone_shim_ask is tested against. */
void phone_shim_ask_parser(const char *number, const char *region, struct phone_answer *out);

#ifdef __cplusplus
}
#endif
#endif
