/* Places, addresses, other words, and postcodes. */
#include "links/compare.h"
#include "links/similarity.h"

#define CLOSE_WORDS 0.93 /* Jaro-Winkler of whole values */

static bool is_part(struct span part, struct span whole)
{
    for (size_t at = 0; part.length >= 4 && at + part.length <= whole.length; at++) {
        bool begins = at == 0 || whole.at[at - 1] == ' ';
        bool ends = at + part.length == whole.length || whole.at[at + part.length] == ' ';
        if (begins && ends && memcmp(whole.at + at, part.at, part.length) == 0)
            return true;
    }
    return false;
}

static bool same_digits(struct span a, struct span b)
{
    size_t i = 0;
    size_t j = 0;
    for (;;) {
        while (i < a.length && (a.at[i] < '0' || a.at[i] > '9'))
            i++;
        while (j < b.length && (b.at[j] < '0' || b.at[j] > '9'))
            j++;
        if (i == a.length || j == b.length)
            return i == a.length && j == b.length;
        if (a.at[i++] != b.at[j++])
            return false;
    }
}

/* Neighbouring houses differ in a digit, so digits must agree. */
static bool is_close(struct span a, struct span b)
{
    if (!same_digits(a, b))
        return false;
    return is_part(a, b) || is_part(b, a) || similarity_slips(a, b, 1) <= 1 ||
           similarity_jaro_winkler(a, b) >= CLOSE_WORDS;
}

void compare_words(const struct value_set *set, uint32_t a, uint32_t b, enum compare_field field,
                   struct comparison *out)
{
    bool close = a != b && is_close(intern_get(&set->strings, a), intern_get(&set->strings, b));
    out->grade[field] = a == b ? VALUE_EXACT : close ? VALUE_CLOSE : VALUE_DIFFERENT;
    out->rarity[field] = a == b ? compare_rarity(set, a) : -1;
}

void compare_postcodes(const struct portrait_table *t, uint32_t a, uint32_t b, struct comparison *out)
{
    struct span x = intern_get(&t->postcode_set.strings, a);
    struct span y = intern_get(&t->postcode_set.strings, b);
    bool area = t->areas[a] == t->areas[b];
    enum value_grade grade = VALUE_DIFFERENT;
    if (a == b)
        grade = VALUE_EXACT;
    else if (x.length > 4 && similarity_slips(x, y, 1) <= 1)
        grade = VALUE_CLOSE;
    else if (area)
        grade = VALUE_AREA;
    out->grade[FIELD_POSTCODE] = (uint8_t)grade;
    out->rarity[FIELD_POSTCODE] = grade == VALUE_EXACT  ? compare_rarity(&t->postcode_set, a)
                                  : grade == VALUE_AREA ? compare_rarity(&t->area_set, t->areas[a])
                                                        : -1;
}
