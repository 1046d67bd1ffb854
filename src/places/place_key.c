/* Keys of towns. */
#include "places/place_key.h"

#include "places/country.h"
#include "places/fold.h"

static void put_country(struct span country, struct buffer *out)
{
    char code[3];
    if (country_code(span_trim(country), code)) {
        buffer_append_char(out, (char)(code[0] + 32));
        buffer_append_char(out, (char)(code[1] + 32));
    }
    buffer_append_char(out, ':');
}

bool place_key(struct span country, struct span name, struct buffer *out)
{
    size_t begin = out->length;
    put_country(country, out);
    size_t middle = out->length;
    place_fold(name, out);
    if (buffer_ok(out) && out->length == middle)
        out->length = begin;
    return buffer_ok(out) && out->length > begin;
}
