/* How two portraits agree, field by field: a grade each, and how rare that is on which they agree. */
#ifndef LINKS_COMPARE_H
#define LINKS_COMPARE_H

#include "links/portraits.h"

enum compare_field {
    FIELD_NAME,
    FIELD_BORN,
    FIELD_PLACE,
    FIELD_POSTCODE,
    FIELD_ADDRESS,
    FIELD_ATTRIBUTE,
    FIELD_COUNT
};

#define GRADE_MISSING 0 /* in every field: one side says nothing, and neither do we */
#define GRADES        7 /* at most, of a field */

enum name_grade {
    NAME_EXACT = 1, /* the same words in any order */
    NAME_FULL,      /* every word has its like, by a slip of the pen or an initial */
    NAME_SUBSET,    /* two words or more of the shorter name, all of it, stand in the longer */
    NAME_WORD,      /* the shorter name is one word, and it stands in the longer */
    NAME_PARTIAL,   /* a word agrees, another does not */
    NAME_DIFFERENT
};

enum born_grade {
    BORN_EXACT = 1,
    BORN_SLIP,  /* one digit, two digits swapped, day and month swapped */
    BORN_VAGUE, /* the year agrees and one side says no more (1 January counts as saying no more) */
    BORN_YEAR,  /* the year agrees, the day does not */
    BORN_NEAR,  /* within two years, or day and month agree */
    BORN_DIFFERENT
};

enum value_grade { VALUE_EXACT = 1, VALUE_CLOSE, VALUE_AREA /* postcodes only */, VALUE_DIFFERENT };

struct comparison {
    uint8_t grade[FIELD_COUNT];
    float rarity[FIELD_COUNT]; /* bits: -log2 of the share of portraits with what agrees; below 0 where the
                                  grade alone counts */
};

void compare_portraits(const struct portrait_table *t, portrait_id a, portrait_id b, struct comparison *out);

void compare_names(const struct portrait_table *t, uint32_t a, uint32_t b, struct comparison *out);
void compare_births(const struct portrait_table *t, uint32_t a, uint32_t b, struct comparison *out);
void compare_words(const struct value_set *set, uint32_t a, uint32_t b, enum compare_field field,
                   struct comparison *out);
void compare_postcodes(const struct portrait_table *t, uint32_t a, uint32_t b, struct comparison *out);

/* -log2 of how common a value is, smoothed so that few data claim little. */
float compare_rarity(const struct value_set *set, uint32_t id);

enum evidence_level compare_level(enum compare_field field, uint8_t grade);
enum evidence_kind compare_kind(enum compare_field field);

#endif
