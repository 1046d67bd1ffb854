/* Dates of birth: slips of the pen, and dates of which only the year is known. */
#include "links/compare.h"
#include "links/similarity.h"

#include <stdlib.h>

static bool is_vague(struct birth b)
{
    return !b.month || !b.day || (b.month == 1 && b.day == 1);
}

static bool is_slip(struct birth x, struct birth y, struct span a, struct span b)
{
    if (x.year == y.year && x.month == y.day && x.day == y.month)
        return true;
    return similarity_slips(a, b, 1) <= 1;
}

static enum born_grade grade_of(struct birth x, struct birth y, struct span a, struct span b)
{
    if (span_equal(a, b))
        return x.month && x.day ? BORN_EXACT : BORN_VAGUE;
    if (x.year == y.year && (is_vague(x) || is_vague(y)))
        return BORN_VAGUE;
    if (is_slip(x, y, a, b))
        return BORN_SLIP;
    if (x.year == y.year)
        return BORN_YEAR;
    bool same_day = !is_vague(x) && x.month == y.month && x.day == y.day;
    return same_day || abs(x.year - y.year) <= 2 ? BORN_NEAR : BORN_DIFFERENT;
}

void compare_births(const struct portrait_table *t, uint32_t a, uint32_t b, struct comparison *out)
{
    enum born_grade grade = grade_of(t->births[a], t->births[b], intern_get(&t->born_set.strings, a),
                                     intern_get(&t->born_set.strings, b));
    out->grade[FIELD_BORN] = (uint8_t)grade;
    out->rarity[FIELD_BORN] = grade == BORN_EXACT   ? compare_rarity(&t->born_set, a)
                              : grade == BORN_VAGUE ? compare_rarity(&t->year_set, t->years[a])
                                                    : -1;
}
