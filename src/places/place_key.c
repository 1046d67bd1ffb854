/* Keys of towns and postcodes. */
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

/* "B-2000", "BE 2000", "F-75001", "NL-1012 AB": one or two letters before the first digit. */
static size_t skip_letters(struct span folded)
{
    size_t at = 0;
    while (at < folded.length && folded.at[at] >= 'a' && folded.at[at] <= 'z')
        at++;
    bool is_prefix = at > 0 && at <= 2 && at + 1 < folded.length && folded.at[at] == ' ' &&
                     folded.at[at + 1] >= '0' && folded.at[at + 1] <= '9';
    return is_prefix ? at : 0;
}

bool place_postcode_key(struct span country, struct span postcode, struct buffer *out)
{
    size_t begin = out->length;
    struct buffer folded;
    buffer_init(&folded, out->most);
    put_country(country, out);
    size_t middle = out->length;
    place_fold(postcode, &folded);
    struct span all = buffer_all(&folded);
    for (size_t i = skip_letters(all); i < all.length; i++)
        if (all.at[i] != ' ')
            buffer_append_char(out, all.at[i]);
    out->failed = out->failed || !buffer_ok(&folded);
    buffer_release(&folded);
    if (buffer_ok(out) && out->length == middle)
        out->length = begin;
    return buffer_ok(out) && out->length > begin;
}
