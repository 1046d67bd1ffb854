/* Addresses as people write them in Belgium, the Netherlands, France, Germany, Austria, Luxembourg, Britain,
 * Spain and Italy, taken apart so that they compare (docs/methods/places.md). */
#ifndef PLACES_ADDRESS_H
#define PLACES_ADDRESS_H

#include "base/buffer.h"

#define ADDRESS_STREET_MOST 96
#define ADDRESS_NUMBER_MOST 16
#define ADDRESS_BOX_MOST    16
#define ADDRESS_CODE_MOST   12
#define ADDRESS_CITY_MOST   64

/* Zero-terminated; "" where it is not said. */
struct parsed_address {
    char street[ADDRESS_STREET_MOST];  /* folded words; the usual words for streets in one form, articles left
                                          out */
    char written[ADDRESS_STREET_MOST]; /* the street's folded words as written, run together */
    char number[ADDRESS_NUMBER_MOST];  /* "12", "12a", "12-14" */
    char box[ADDRESS_BOX_MOST];        /* of a flat, without its word: "3", "2 links" */
    char postcode[ADDRESS_CODE_MOST];  /* folded, no spaces, no country before it */
    char city[ADDRESS_CITY_MOST];      /* folded */
};

/* postcode, city: cells of the same record, or empty; they go before what the address says. No memory is
 * taken. Linear; at most the first 400 bytes are read. */
void address_parse(struct span address, struct span postcode, struct span city, struct parsed_address *out);

/* Appends "str|number|box|postcode|city". False, and nothing, where there is no street with a number. */
bool address_key(const struct parsed_address *address, struct buffer *out);

enum address_grade {
    ADDRESS_UNKNOWN, /* one side has no street */
    ADDRESS_EXACT,   /* street and number, and a postcode or a town on both sides, and no box that differs */
    ADDRESS_CLOSE, /* the same but for a slip, a missing word, a letter behind the number; or no town to check
                    */
    ADDRESS_HOUSE, /* the same house, another flat */
    ADDRESS_STREET, /* the same street, another number or none */
    ADDRESS_TOWN,   /* the same postcode or town, another street */
    ADDRESS_DIFFERENT
};

/* Symmetric. Streets of one name in towns that differ are different. */
enum address_grade address_compare(const struct parsed_address *a, const struct parsed_address *b);

const char *address_grade_name(enum address_grade grade);

#endif
