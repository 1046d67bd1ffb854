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

#define PHONE_KINDS 11 /* the general description, then those of fixed, mobile and other numbers */

/* What makes a national number valid in a region: it fits the first pattern and one of the others. */
struct phone_patterns {
    const char *leading_digits; /* NULL, or the beginning by which the numbers of this region are told */
    struct {
        const char *pattern; /* a regular expression; "" for none */
        uint32_t lengths;    /* bit n: n digits; 0: any length */
    } kinds[PHONE_KINDS];
};

/* The index-th region of a calling code, from 0, in the order in which they are tried. Static strings. False
 * where there are no more. */
bool phone_shim_patterns(unsigned calling_code, unsigned index, struct phone_patterns *out);

/* The library's own example of a number of that kind in that region, as E.164. False where it has none. */
bool phone_shim_example(const char *region, unsigned kind, char e164[PHONE_E164_SIZE]);

/* number: ASCII digits, with or without a leading '+'. region: two capital letters, or "" for none. Costs 5
 * to 20 microseconds, and a lock. */
void phone_shim_ask(const char *number, const char *region, struct phone_answer *out);

#ifdef __cplusplus
}
#endif
#endif
