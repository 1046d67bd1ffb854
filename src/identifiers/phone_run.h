/* Runs of digits as people write numbers: groups with separators between them. */
#ifndef IDENTIFIERS_PHONE_RUN_H
#define IDENTIFIERS_PHONE_RUN_H

#include "identifiers/glyph.h"

#define RUN_MOST      24 /* groups; no way of writing a number has more */
#define GROUP_DIGITS  20 /* digits of a group that are kept; a phone has fewer */
#define RUN_DIGITS    (RUN_MOST * GROUP_DIGITS)
#define SIGN_ORNAMENT '*' /* emoji, stars and what else no machine expects between digits */
#define SIGN_LINE     '\n'

struct digit_group {
    size_t start, end; /* of the digits, or of the '+' before them */
    unsigned count;    /* digits */
    uint16_t at;       /* of its digits in the run's */
    uint8_t written;   /* enum written, flags */
    char sign;         /* what stands before it in the run: ' ', '-', '.', '/', '(', ornaments; 0: first */
    bool is_apart;     /* a number may end before it: a space or slash stands there, or it has a '+' */
    bool has_plus;
    bool is_loose;  /* the sign before it is none that numbers are usually written with */
    bool is_linked; /* words such as "then" stand before it */
};

struct digit_run {
    struct digit_group groups[RUN_MOST];
    unsigned count;
    size_t end;
    bool is_cut; /* more groups follow */
    char digits[RUN_DIGITS];
};

/* Reads the run that begins at `at`, a digit or a '+'. False where no digit follows the '+'. */
bool phone_run_read(struct span text, size_t at, struct digit_run *run);

/* The digits of groups first to last, at most `most` of them; with '+' or 00 in front the "(0)" of a trunk
 * code is left out. Returns their number, or most + 1 where there are more. */
unsigned phone_run_digits(struct span text, const struct digit_run *run, unsigned first, unsigned last,
                          char *out, unsigned most);

/* The flags of how groups first to last are written, together. */
uint8_t phone_run_written(const struct digit_run *run, unsigned first, unsigned last);

/* Bytes of the space or dash beyond ASCII at `at`, and what it is: ' ' or '-'. 0: neither. */
unsigned phone_wide_sign(struct span text, size_t at, char *sign);

#endif
