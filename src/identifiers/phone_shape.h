/* Shapes of runs of digits that are not phones. */
#ifndef IDENTIFIERS_PHONE_SHAPE_H
#define IDENTIFIERS_PHONE_SHAPE_H

#include "identifiers/phone_run.h"
#include "identifiers/refusal.h"

/* Whether groups first to last have the shape of something that is not a phone: a date, a time, years, a
 * card. REFUSAL_NONE, or which. */
enum refusal phone_shape_trap(const struct digit_run *run, unsigned first, unsigned last);

/* As above, for numbers that nothing marks as phones: no '+', no trunk code. Measures, amounts. */
enum refusal phone_shape_plain_trap(const struct digit_run *run, unsigned first, unsigned last);

/* As above, for numbers that are not written in plain digits: counting, too many letters. */
enum refusal phone_shape_obscure_trap(struct span text, const struct digit_run *run, unsigned first,
                                      unsigned last);

/* "24/7", "24/24", "7/7" at groups first and the next: when somebody is there. */
bool phone_shape_is_hours(const struct digit_run *run, unsigned first);

#endif
