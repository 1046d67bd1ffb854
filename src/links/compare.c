/* How two portraits agree, field by field. */
#include "links/compare.h"

#include <math.h>

#define RARITY_SMOOTHING 256 /* imagined portraits, none of which has the value */

float compare_rarity(const struct value_set *set, uint32_t id)
{
    return (float)log2((set->total + (double)RARITY_SMOOTHING) / (set->counts[id] + 1.0));
}

static void compare_best_names(const struct portrait_table *t, const struct portrait *a,
                               const struct portrait *b, struct comparison *out)
{
    compare_names(t, a->name, b->name, out);
    const uint32_t more[3][2] = {{a->alias, b->name}, {a->name, b->alias}, {a->alias, b->alias}};
    for (unsigned i = 0; i < 3 && out->grade[FIELD_NAME]; i++) {
        struct comparison other = {0};
        if (more[i][0] && more[i][1])
            compare_names(t, more[i][0], more[i][1], &other);
        if (other.grade[FIELD_NAME] && other.grade[FIELD_NAME] < out->grade[FIELD_NAME]) {
            out->grade[FIELD_NAME] = other.grade[FIELD_NAME];
            out->rarity[FIELD_NAME] = other.rarity[FIELD_NAME];
        }
    }
}

void compare_portraits(const struct portrait_table *t, portrait_id a, portrait_id b, struct comparison *out)
{
    const struct portrait *x = &t->portraits[a];
    const struct portrait *y = &t->portraits[b];
    *out = (struct comparison){0};
    if (x->name && y->name)
        compare_best_names(t, x, y, out);
    if (x->born && y->born)
        compare_births(t, x->born, y->born, out);
    if (x->place && y->place)
        compare_words(&t->place_set, x->place, y->place, FIELD_PLACE, out);
    if (x->postcode && y->postcode)
        compare_postcodes(t, x->postcode, y->postcode, out);
    if (x->address && y->address)
        compare_words(&t->address_set, x->address, y->address, FIELD_ADDRESS, out);
    if (x->attribute && y->attribute)
        compare_words(&t->attribute_set, x->attribute, y->attribute, FIELD_ATTRIBUTE, out);
}

enum evidence_level compare_level(enum compare_field field, uint8_t grade)
{
    static const uint8_t of_name[] = {LEVEL_NONE,    LEVEL_EXACT,   LEVEL_CLOSE,    LEVEL_PARTIAL,
                                      LEVEL_PARTIAL, LEVEL_PARTIAL, LEVEL_DIFFERENT};
    static const uint8_t of_born[] = {LEVEL_NONE,    LEVEL_EXACT,     LEVEL_CLOSE,    LEVEL_PARTIAL,
                                      LEVEL_PARTIAL, LEVEL_DIFFERENT, LEVEL_DIFFERENT};
    static const uint8_t of_value[] = {LEVEL_NONE, LEVEL_EXACT, LEVEL_CLOSE, LEVEL_PARTIAL, LEVEL_DIFFERENT};
    return (enum evidence_level)(field == FIELD_NAME   ? of_name
                                 : field == FIELD_BORN ? of_born
                                                       : of_value)[grade];
}

enum evidence_kind compare_kind(enum compare_field field)
{
    static const uint8_t kinds[] = {EVIDENCE_NAME,     EVIDENCE_BORN,    EVIDENCE_PLACE,
                                    EVIDENCE_POSTCODE, EVIDENCE_ADDRESS, EVIDENCE_ATTRIBUTE};
    return (enum evidence_kind)kinds[field];
}
