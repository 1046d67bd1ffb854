/* Portraits: the comparable fields of the mentions that have any: names, birth, places. Distinct values are
 * held once, with how often they stand, so that a rare one can weigh more. */
#ifndef LINKS_PORTRAITS_H
#define LINKS_PORTRAITS_H

#include "base/intern.h"
#include "links/link_table.h"
#include "names/name_word.h"

typedef uint32_t portrait_id; /* 1 upwards, by mention; 0 is none */

enum portrait_class {
    CLASS_PERSON, /* any party but the two below */
    CLASS_HOUSE,  /* premises */
    CLASS_ADVERT, /* who answers an ad: where the ad stands is not where they live */
    CLASS_COUNT
};

/* Digits as given; 0 where missing. Not checked for being a date: a slip of the pen may have left it none. */
struct birth {
    uint16_t year;
    uint8_t month, day;
};

#define NAME_TOKENS 6 /* of a name; further ones are left out */

struct name {
    uint32_t tokens[NAME_TOKENS]; /* in order */
    uint32_t sorted;              /* id of the name with its words in order: "john smith" and "smith, john" */
    uint8_t count;
};

struct portrait {
    mention_id mention;
    uint32_t name, alias; /* into names */
    uint32_t born;        /* into born strings; births[born] */
    uint32_t place, postcode, address, attribute;
    float lat, lon; /* NAN where not given */
    uint8_t class;
};

/* One kind of value: folded strings, and how many portraits have each. */
struct value_set {
    struct intern strings;
    uint32_t *counts; /* [1 .. strings.count] */
    size_t counts_capacity;
    uint32_t total;
};

struct portrait_table {
    uint32_t count;
    struct portrait *portraits; /* [1 .. count] */
    portrait_id *of_mention;    /* [1 .. mentions] */
    struct value_set name_set, token_set, sorted_set, born_set, year_set, place_set, postcode_set, area_set,
        address_set, attribute_set;
    struct name *names;      /* [1 .. name_set] */
    struct name_word *words; /* [1 .. token_set] */
    struct birth *births;    /* [1 .. born_set] */
    uint32_t *years;         /* [1 .. born_set]: into year_set, 0 where the year is unknown */
    uint32_t *areas;         /* [1 .. postcode_set]: into area_set, the coarser part of the code */
    size_t names_capacity, words_capacity, births_capacity, years_capacity, areas_capacity;
};

enum bowline_status portrait_table_build(const struct link_inputs *inputs, struct portrait_table *out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
void portrait_table_release(struct portrait_table *table);

/* Lower-case ASCII letters, digits and bytes of other scripts; all else becomes one space. */
size_t portrait_fold(struct span value, char *out, size_t size);

/* "1619-03-24", "1619-03", "1619", "24/03/1619", "24.3.1619". */
struct birth portrait_birth(struct span value);

/* How much of a postcode is its area: its first bytes. */
size_t portrait_area(struct span postcode);

#endif
