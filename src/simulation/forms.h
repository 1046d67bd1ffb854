/* How a contact is written. */
#ifndef SIMULATION_FORMS_H
#define SIMULATION_FORMS_H

enum contact_form {
    FORM_COLUMN,     /* in a column of its own */
    FORM_PLAIN,      /* in a text, as most people write it */
    FORM_SEPARATED,  /* signs, words or pictures between digits */
    FORM_SPELLED,    /* numbers as words */
    FORM_LETTERS,    /* O for 0, l for 1 */
    FORM_EMOJI,      /* keycaps */
    FORM_FULLWIDTH,  /* digits of East Asian width */
    FORM_DECORATIVE, /* mathematical and circled digits */
    FORM_HOMOGLYPH,  /* letters of other scripts that look like digits */
    FORM_SPLIT,      /* in two pieces with words between */
    FORM_MIXED,      /* some digits as words */
    FORM_AT_DOT,     /* name at mail dot com */
    FORM_COUNT
};

/* "column", "plain", ...: as truth-identifiers.csv names it. */
const char *form_name(enum contact_form form);

#endif
