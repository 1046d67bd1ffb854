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
    char street[ADDRESS_STREET_MOST]; /* folded words; the usual words for streets in one form, articles left
                                         out */
    char number[ADDRESS_NUMBER_MOST]; /* "12", "12a", "12-14" */
    char box[ADDRESS_BOX_MOST];       /* of a flat, without its word: "3", "2 links" */
    char postcode[ADDRESS_CODE_MOST]; /* folded, no spaces, no country before it */
    char city[ADDRESS_CITY_MOST];     /* folded */
};

/* postcode, city: cells of the same record, or empty; they go before what the address says. No memory is
 * taken. Linear; at most the first 400 bytes are read. */
void address_parse(struct span address, struct span postcode, struct span city, struct parsed_address *out);

#define ADDRESS_HOUSE_MOST (ADDRESS_STREET_MOST + ADDRESS_NUMBER_MOST + ADDRESS_BOX_MOST)

/* "rue loi 16 4": street, number and flat, by which one house written in two ways is one value;
 * zero-terminated. Its bytes; 0 and "" where there is no street with a number. Postcode and town are for the
 * caller to compare. */
size_t address_house(const struct parsed_address *address, char out[ADDRESS_HOUSE_MOST]);

#endif
