/* Asking about digits. */
#include "identifiers/phone_ask.h"

#include "identifiers/phone_reserved.h"

const struct phone_answer *phone_ask_international(const struct reader *reader, const char *digits,
                                                   unsigned count)
{
    char number[DIGITS_MOST + 2] = "+";
    if (!phone_plan_is_possible(reader->plan, digits, count))
        return NULL;
    memcpy(number + 1, digits, count);
    return phone_cache_ask(reader->cache, reader->plan, number, "");
}

bool phone_is_sure(const struct phone_answer *answer)
{
    return answer && (answer->verdict == PHONE_VALID ||
                      (answer->verdict == PHONE_POSSIBLE && phone_is_reserved(answer->e164)));
}
