/* The patterns of valid numbers in libphonenumber's metadata, compiled so that they can be asked without the
 * library: it takes a lock and a regular expression of ICU for each question. Only read once they are made.
 */
#ifndef IDENTIFIERS_PHONE_PATTERN_H
#define IDENTIFIERS_PHONE_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A step of a compiled pattern: a set of digits so many times, a choice between the next step and another, a
 * jump, or the end. Offsets are relative. */
struct phone_pattern_step {
    uint16_t digits; /* bit n: the digit n may stand here; 0 for choices and jumps */
    uint8_t count, kind;
    int32_t to;
};

struct phone_pattern_list {
    struct phone_pattern_step *steps;
    size_t count, capacity;
    bool failed; /* memory ran out */
};

/* Appends the pattern, which has digits, \d, sets, groups, alternatives, ?, {n} and {n,m}. False where it has
 * anything else, or memory ran out. *begin: its first step. */
bool phone_pattern_compile(struct phone_pattern_list *list, const char *pattern, size_t *begin);
void phone_pattern_release(struct phone_pattern_list *list);

/* Whether the whole of the digits fits, or with is_prefix their beginning. */
bool phone_pattern_match(const struct phone_pattern_list *list, size_t begin, const char *digits,
                         bool is_prefix);

#endif
