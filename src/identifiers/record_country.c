/* Countries by column, site and place. */
#include "identifiers/record_country.h"

#include "identifiers/domain.h"
#include "identifiers/letters.h"
#include "places/country.h"
#include "places/place_resolver.h"

#include <math.h>

static struct span cell_host(struct span value)
{
    const char *slashes = memmem(value.at, value.length, "://", 3);
    if (slashes)
        value = span_part(value, (size_t)(slashes - value.at) + 3, value.length);
    const char *path = memchr(value.at, '/', value.length);
    return path ? span_part(value, 0, (size_t)(path - value.at)) : value;
}

/* A place tells where it is the only one of its name, or by far the largest. */
static void read_place(const struct reader *reader, struct span name, char out[3])
{
    const struct place_question question = {.name = name, .lat = NAN, .lon = NAN, .is_whole = true};
    struct place_answer answer;
    if (!place_resolve(reader->places, &question, &answer)) {
        reader->finds->failed = true;
        return;
    }
    if (place_is_usable(&answer))
        memcpy(out, place_resolver_gazetteer(reader->places)->places[answer.place].country, 2);
}

void countries_read(const struct reader *reader, const struct record_table *records, record_id record,
                    struct countries *out)
{
    char of_site[3] = "";
    char of_place[3] = "";
    struct span place = {"", 0};
    *out = (struct countries){0};
    const struct cell *end = record_cells_end(records, record);
    for (const struct cell *c = record_cells_begin(records, record); c < end; c++) {
        struct role role = cell_field(records, c)->role;
        char code[3];
        if (role.type == TYPE_SITE && !of_site[0])
            domain_country(span_trim(cell_host(cell_value(records, c))), of_site);
        if (role.type == TYPE_PLACE && !place.length)
            place = cell_value(records, c);
        if (role.type != TYPE_COUNTRY || !country_code(span_trim(cell_value(records, c)), code))
            continue;
        if (!out->any[0])
            memcpy(out->any, code, sizeof code);
        if (!out->of_party[role.party][0])
            memcpy(out->of_party[role.party], code, sizeof code);
    }
    bool is_open = !out->any[0] && !of_site[0] && place.length && reader->places;
    if (is_open)
        read_place(reader, place, of_place);
    if (!out->any[0])
        memcpy(out->any, of_site[0] ? of_site : of_place, sizeof of_site);
}
