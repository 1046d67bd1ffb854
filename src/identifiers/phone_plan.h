/* What is asked of libphonenumber once, so that most strings of digits need not be asked: possible lengths by
 * calling code and region. Read-only after phone_plan_init, so that threads may share it. */
#ifndef IDENTIFIERS_PHONE_PLAN_H
#define IDENTIFIERS_PHONE_PLAN_H

#include "base/error.h"
#include "identifiers/phone_rules.h"

struct phone_plan {
    uint32_t lengths[1000];           /* by calling code */
    struct phone_region regions[676]; /* by two letters */
    struct phone_rules rules;
};

enum bowline_status phone_plan_init(struct phone_plan *plan, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void phone_plan_release(struct phone_plan *plan);

/* NULL where the region is "" or unknown. */
const struct phone_region *phone_plan_region(const struct phone_plan *plan, const char *region);

/* How many of the digits are the calling code; 0 where none begins so (ITU-T E.164 annex). */
unsigned phone_plan_code_length(const char *digits, unsigned count);

/* Whether calling code and length of the rest are possible. digits: without '+'. */
bool phone_plan_is_possible(const struct phone_plan *plan, const char *digits, unsigned count);

/* The answers of the library so far, one cache a worker: where it is full, the newest answer takes an older
 * one's place. */
struct phone_cache;
struct phone_cache *phone_cache_new(void); /* NULL on failure */
void phone_cache_free(struct phone_cache *cache);

/* As phone_shim_ask, at most 18 characters and a region of at most two. The answer stands until the next. */
const struct phone_answer *phone_cache_ask(struct phone_cache *cache, const struct phone_plan *plan,
                                           const char *number, const char *region);

#endif
