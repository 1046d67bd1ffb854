/* Numbers for people. Each answer is a small struct, to be used in place: count_text(n).text. */
#ifndef CLI_NUMBERS_H
#define CLI_NUMBERS_H

#include <stdint.h>

struct number_text {
    char text[64];
};

struct number_text count_text(uint64_t count);                /* 1,900,000 */
struct number_text decimal_text(double number, int decimals); /* 1,234.5 */
struct number_text share_text(double share);                  /* 0.9997: 99.97 % */
struct number_text bytes_text(uint64_t bytes);                /* 812 MB */
struct number_text seconds_text(double seconds);              /* 4.1 s; 2 min 05 s; 1 h 02 min */
struct number_text bits_text(double bits);                    /* 14.2 */
struct number_text signed_bits_text(double bits);             /* +14.2, -3.0 */
struct number_text odds_text(double bits); /* 14.2: about 19,000 to 1; -3: about 8 to 1 against */

/* "1 record", "2 records": noun with an s where count is not 1; "entity" gives "entities". */
struct number_text counted_text(uint64_t count, const char *noun);

/* 2025-06-03T21:40:00Z: 2025-06-03 21:40; anything else as it is, cut. */
struct number_text time_text(const char *iso);

#endif
