/* Comparing addresses that were taken apart. */
#include "places/address.h"
#include "places/address_words.h"
#include "places/near_names.h"

enum agreement { SAYS_NOTHING, AGREES, NEARLY, DIFFERS };

/* The street without spaces, so that "Haupt Strasse" is "Hauptstrasse"; is_bare: without its usual words. */
static size_t join(const char *street, bool is_bare, char out[ADDRESS_STREET_MOST])
{
    size_t length = 0;
    while (*street) {
        const char *end = strchrnul(street, ' ');
        struct span word = {street, (size_t)(end - street)};
        char form[ADDRESS_STREET_MOST];
        memcpy(form, word.at, word.length);
        form[word.length] = 0;
        if (!is_bare || !address_is_street_word(form)) {
            memcpy(out + length, word.at, word.length);
            length += word.length;
        }
        street = *end ? end + 1 : end;
    }
    return length;
}

static bool has_usual_word(const char *street, size_t joined)
{
    char bare[ADDRESS_STREET_MOST];
    return join(street, true, bare) < joined;
}

static bool is_near(struct span a, struct span b)
{
    unsigned slips = a.length < NEAR_SHORTEST || b.length < NEAR_SHORTEST               ? 0
                     : a.length < NEAR_SHORTEST_TWICE || b.length < NEAR_SHORTEST_TWICE ? 1
                                                                                        : 2;
    return slips && near_slips(a, b, slips) <= slips;
}

static enum agreement compare_streets(const struct parsed_address *a, const struct parsed_address *b)
{
    char x[ADDRESS_STREET_MOST];
    char y[ADDRESS_STREET_MOST];
    struct span s = {x, join(a->street, false, x)};
    struct span t = {y, join(b->street, false, y)};
    if (!s.length || !t.length)
        return SAYS_NOTHING;
    if (span_equal(s, t))
        return AGREES;
    if (is_near(s, t) || is_near(span_of(a->written), span_of(b->written)))
        return NEARLY;
    /* "Loi 16" and "rue de la Loi 16": a usual word is missing on one side; two that differ are two streets.
     */
    if (has_usual_word(a->street, s.length) == has_usual_word(b->street, t.length))
        return DIFFERS;
    s.length = join(a->street, true, x);
    t.length = join(b->street, true, y);
    return s.length && span_equal(s, t) ? NEARLY : DIFFERS;
}

static unsigned leading(const char *number)
{
    unsigned value = 0;
    for (unsigned i = 0; i < 5 && number[i] >= '0' && number[i] <= '9'; i++)
        value = value * 10 + (unsigned)(number[i] - '0');
    return value;
}

/* "12" and "12a" nearly agree; "12-14" agrees nearly with what stands between. */
static enum agreement compare_numbers(const char *a, const char *b)
{
    if (!a[0] || !b[0])
        return SAYS_NOTHING;
    if (strcmp(a, b) == 0)
        return AGREES;
    const char *to_a = strchr(a, '-');
    const char *to_b = strchr(b, '-');
    unsigned low_a = leading(a);
    unsigned low_b = leading(b);
    unsigned high_a = to_a ? leading(to_a + 1) : low_a;
    unsigned high_b = to_b ? leading(to_b + 1) : low_b;
    bool is_suffix_missing =
        low_a == low_b && (strspn(a, "0123456789") == strlen(a) || strspn(b, "0123456789") == strlen(b));
    bool overlaps = (to_a || to_b) && low_a <= high_b && low_b <= high_a;
    return is_suffix_missing || overlaps ? NEARLY : DIFFERS;
}

static enum agreement compare_texts(const char *a, const char *b)
{
    struct span s = span_of(a);
    struct span t = span_of(b);
    if (!s.length || !t.length)
        return SAYS_NOTHING;
    return span_equal(s, t) ? AGREES : is_near(s, t) ? NEARLY : DIFFERS;
}

/* The postcode decides before the town's name, which has many spellings. */
static enum agreement compare_towns(const struct parsed_address *a, const struct parsed_address *b)
{
    enum agreement code = compare_texts(a->postcode, b->postcode);
    enum agreement city = compare_texts(a->city, b->city);
    if (code == AGREES || (code == SAYS_NOTHING && city != SAYS_NOTHING))
        return code == AGREES ? AGREES : city;
    if (code == NEARLY || (code == DIFFERS && city == AGREES))
        return city == DIFFERS ? DIFFERS : NEARLY;
    return code;
}

enum address_grade address_compare(const struct parsed_address *a, const struct parsed_address *b)
{
    enum agreement street = compare_streets(a, b);
    enum agreement number = compare_numbers(a->number, b->number);
    enum agreement town = compare_towns(a, b);
    if (street == SAYS_NOTHING)
        return ADDRESS_UNKNOWN;
    if (town == DIFFERS)
        return ADDRESS_DIFFERENT;
    if (street == DIFFERS)
        return town == SAYS_NOTHING ? ADDRESS_DIFFERENT : ADDRESS_TOWN;
    if (number == DIFFERS || number == SAYS_NOTHING)
        return ADDRESS_STREET;
    if (a->box[0] && b->box[0] && strcmp(a->box, b->box) != 0)
        return ADDRESS_HOUSE;
    return street == AGREES && number == AGREES && town == AGREES ? ADDRESS_EXACT : ADDRESS_CLOSE;
}

const char *address_grade_name(enum address_grade grade)
{
    static const char *const names[] = {"unknown", "exact", "close", "house", "street", "town", "different"};
    return names[grade];
}
