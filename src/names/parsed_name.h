/* Names of people and firms, taken apart enough to be compared (docs/methods/names.md). A name alone never
 * says that two records have one operator. */
#ifndef NAMES_PARSED_NAME_H
#define NAMES_PARSED_NAME_H

#include "base/span.h"

#define NAME_PARTS 12  /* more are left out */
#define NAME_BYTES 200 /* of all parts, folded */

enum name_part_kind {
    NAME_PART_WORD,
    NAME_PART_INITIAL,
    NAME_PART_PARTICLE /* "van", "de la", "von": may be left out or run into the next word */
};

enum firm_form {
    FORM_NONE,
    FORM_LIMITED, /* BV, BVBA, SRL, SPRL, GmbH, Ltd, SARL, ...: one form in many countries' words */
    FORM_PUBLIC,  /* NV, SA, AG, plc, SpA, ... */
    FORM_PARTNERS,
    FORM_SOCIETY /* VZW, ASBL, e.V., ... */
};

struct name_part {
    uint8_t at, length; /* in text */
    uint8_t kind;       /* enum name_part_kind */
    uint8_t given[3];   /* groups of short and full forms that it belongs to; 0: none */
    uint64_t hash;      /* of the text */
    uint64_t sound;     /* of the text without what spellings differ in: "y" and "i", "ck" and "k", doubles */
};

struct parsed_name {
    char text[NAME_BYTES];
    struct name_part parts[NAME_PARTS]; /* titles and company forms left out; in the order as given */
    uint8_t count;
    uint8_t family; /* parts [0, family) are the family name, from "Peeters, Jan"; 0: not said */
    uint8_t form;   /* enum firm_form */
    bool is_firm;   /* has a company's form, or a word such as "holding" */
};

/* Cyrillic and Greek letters become Latin ones, accents and capitals fall away. Broken UTF-8 separates words.
 * No memory is taken. Cost: linear, about a microsecond. */
void name_parse(struct span name, struct parsed_name *out);

static inline struct span name_part_text(const struct parsed_name *name, unsigned part)
{
    return (struct span){name->text + name->parts[part].at, name->parts[part].length};
}

enum names_grade {
    NAMES_UNKNOWN,  /* one side says nothing */
    NAMES_EXACT,    /* the same words in any order */
    NAMES_CLOSE,    /* every word has its like: a slip, another spelling, a short form, an initial */
    NAMES_SUBSET,   /* two words or more of the shorter name, all of it, stand in the longer */
    NAMES_ONE_WORD, /* the shorter name is one word, and it stands in the longer */
    NAMES_PARTIAL,  /* a word agrees, another does not */
    NAMES_DIFFERENT
};

struct name_agreement {
    uint8_t grade;                  /* enum names_grade */
    uint8_t equal, close, initials; /* words that agree in that way */
    uint8_t left_a, left_b;         /* words without their like */
    bool family, given;             /* the last word agrees with the last; the first with the first */
    bool form_differs;              /* both are firms, of different forms */
};

/* Symmetric: comparing b with a swaps left_a and left_b alone. No memory is taken. */
void name_compare(const struct parsed_name *a, const struct parsed_name *b, struct name_agreement *out);

const char *names_grade_name(enum names_grade grade);

#endif
