/* Asking about digits: what phones in texts and in columns share. */
#ifndef IDENTIFIERS_PHONE_ASK_H
#define IDENTIFIERS_PHONE_ASK_H

#include "identifiers/find.h"
#include "identifiers/phone_plan.h"

#define DIGITS_LEAST 7
#define DIGITS_MOST  17

/* digits: count of them, with the calling code in front. NULL where code or length is impossible. */
const struct phone_answer *phone_ask_international(const struct reader *reader, const char *digits,
                                                   unsigned count);

/* Valid, or kept for fiction. NULL is not. */
bool phone_is_sure(const struct phone_answer *answer);

static inline bool phone_begins_with(const char *digits, const char *prefix)
{
    return strncmp(digits, prefix, strlen(prefix)) == 0;
}

#endif
