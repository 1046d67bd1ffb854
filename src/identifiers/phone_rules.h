/* Numbers whose plan is plain: calling code and digits, with nothing that a parser would have to strip. They
 * are judged here, by the library's patterns and lengths; the library is asked about the rest. A test
 * compares both ways. */
#ifndef IDENTIFIERS_PHONE_RULES_H
#define IDENTIFIERS_PHONE_RULES_H

#include "identifiers/phone_pattern.h"
#include "identifiers/phone_shim.h"

#define RULES_REGIONS 96
#define RULES_PLANS   32

struct region_rule {
    size_t leading; /* pattern of the leading digits; SIZE_MAX: none */
    struct {
        size_t pattern; /* SIZE_MAX: none */
        uint32_t lengths;
    } kinds[PHONE_KINDS];
};

struct phone_rules {
    struct phone_pattern_list patterns;
    struct region_rule regions[RULES_REGIONS];
    unsigned region_count;
    struct {
        unsigned first, count; /* regions of the plan's calling code; no count: ask the library */
    } plans[RULES_PLANS];
};

/* False where memory ran out. Patterns that cannot be compiled leave their plan to the library. */
bool phone_rules_init(struct phone_rules *rules);
void phone_rules_release(struct phone_rules *rules);

/* As phone_shim_ask. lengths: possible ones by calling code. False where the library must be asked. */
bool phone_rules_ask(const struct phone_rules *rules, const uint32_t *lengths, const char *number,
                     const char *region, struct phone_answer *out);

#endif
