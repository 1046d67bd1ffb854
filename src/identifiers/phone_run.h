/* Runs of digits as people write numbers: groups with separators between them. */
#ifndef IDENTIFIERS_PHONE_RUN_H
#define IDENTIFIERS_PHONE_RUN_H

#include "base/span.h"

#define RUN_MOST 24 /* groups; no way of writing a number has more */

struct digit_group {
    size_t start, end; /* of the digits, or of the '+' before them */
    unsigned count;    /* digits */
    char sign;         /* what stands before it in the run: ' ', '-', '.', '/', '('; 0 for the first */
    bool is_apart;     /* a number may end before it: a space or slash stands there, or it has a '+' */
    bool has_plus;
};

struct digit_run {
    struct digit_group groups[RUN_MOST];
    unsigned count;
    size_t end;
    bool is_cut; /* more groups follow */
};

/* Reads the run that begins at `at`, a digit or a '+'. False where no digit follows the '+'. */
bool phone_run_read(struct span text, size_t at, struct digit_run *run);

/* The digits of groups first to last, at most `most` of them; with '+' or 00 in front the "(0)" of a trunk
 * code is left out. Returns their number, or most + 1 where there are more. */
unsigned phone_run_digits(struct span text, const struct digit_run *run, unsigned first, unsigned last,
                          char *out, unsigned most);

/* Whether groups first to last have the shape of something that is not a phone: a date, a time, years, a
 * card, a measure, an amount. */
bool phone_run_is_trap(struct span text, const struct digit_run *run, unsigned first, unsigned last);

/* As above, for numbers that nothing marks as phones: no '+', no trunk code. */
bool phone_run_is_plain_trap(struct span text, const struct digit_run *run, unsigned first, unsigned last);

#endif
