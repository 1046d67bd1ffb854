/* Plain plans. */
#include "identifiers/phone_rules.h"

#include <string.h>

/* Plans in which a national number without the digit `slow` in front is just calling code and digits. */
static const struct plain_plan {
    const char *code;
    const char *region; /* of national numbers; "" where only international ones are plain */
    unsigned calling_code;
    char slow;
    bool has_trunk; /* a leading 0 is dialled inside the country */
} plans[] = {
    {"1", "US", 1, '1', false},     {"30", "GR", 30, '0', false},   {"31", "NL", 31, '0', true},
    {"32", "BE", 32, '0', true},    {"33", "FR", 33, '0', true},    {"34", "ES", 34, '0', false},
    {"36", "", 36, '0', false},     {"39", "IT", 39, '0', false},   {"40", "RO", 40, '0', true},
    {"41", "CH", 41, '0', true},    {"43", "AT", 43, '0', true},    {"44", "GB", 44, '0', true},
    {"45", "DK", 45, '0', false},   {"46", "SE", 46, '0', true},    {"47", "NO", 47, '0', false},
    {"48", "PL", 48, '0', false},   {"49", "DE", 49, '0', true},    {"7", "", 7, '8', false},
    {"81", "", 81, '0', true},      {"351", "PT", 351, '0', false}, {"353", "IE", 353, '0', true},
    {"359", "BG", 359, '0', true},  {"371", "LV", 371, '0', false}, {"380", "UA", 380, '0', true},
    {"420", "CZ", 420, '0', false}, {"421", "SK", 421, '0', true},
};

#define PLAN_COUNT (sizeof plans / sizeof *plans)

_Static_assert(PLAN_COUNT <= RULES_PLANS, "each plan has its regions");

/* False where a pattern cannot be compiled. */
static bool compile_kinds(struct phone_rules *rules, const struct phone_patterns *from,
                          struct region_rule *rule)
{
    rule->leading = SIZE_MAX;
    if (from->leading_digits &&
        !phone_pattern_compile(&rules->patterns, from->leading_digits, &rule->leading))
        return false;
    for (unsigned k = 0; k < PHONE_KINDS; k++) {
        rule->kinds[k].lengths = from->kinds[k].lengths;
        rule->kinds[k].pattern = SIZE_MAX;
        if (from->kinds[k].pattern[0] &&
            !phone_pattern_compile(&rules->patterns, from->kinds[k].pattern, &rule->kinds[k].pattern))
            return false;
    }
    return true;
}

static bool init_plan(struct phone_rules *rules, unsigned plan)
{
    struct phone_patterns patterns;
    unsigned first = rules->region_count;
    for (unsigned i = 0; phone_shim_patterns(plans[plan].calling_code, i, &patterns); i++) {
        if (rules->region_count == RULES_REGIONS ||
            !compile_kinds(rules, &patterns, &rules->regions[rules->region_count]))
            return false;
        rules->region_count++;
    }
    rules->plans[plan].first = first;
    rules->plans[plan].count = rules->region_count - first;
    return true;
}

bool phone_rules_init(struct phone_rules *rules)
{
    *rules = (struct phone_rules){0};
    for (unsigned plan = 0; plan < PLAN_COUNT; plan++) {
        unsigned kept = rules->region_count;
        if (!init_plan(rules, plan))
            rules->region_count = kept;
    }
    return !rules->patterns.failed;
}

void phone_rules_release(struct phone_rules *rules)
{
    phone_pattern_release(&rules->patterns);
}

static bool fits(const struct phone_rules *rules, const struct region_rule *rule, unsigned kind,
                 const char *national, unsigned length)
{
    uint32_t lengths = rule->kinds[kind].lengths;
    return rule->kinds[kind].pattern != SIZE_MAX && (lengths == 0 || lengths >> length & 1) &&
           phone_pattern_match(&rules->patterns, rule->kinds[kind].pattern, national, false);
}

static bool is_of_region(const struct phone_rules *rules, const struct region_rule *rule,
                         const char *national, unsigned length)
{
    if (!fits(rules, rule, 0, national, length))
        return false;
    for (unsigned kind = 1; kind < PHONE_KINDS; kind++)
        if (fits(rules, rule, kind, national, length))
            return true;
    return false;
}

/* A region with leading digits is known by them, and then alone decides. */
static bool is_valid(const struct phone_rules *rules, unsigned plan, const char *national, unsigned length)
{
    unsigned first = rules->plans[plan].first;
    unsigned count = rules->plans[plan].count;
    for (unsigned i = first; i < first + count; i++) {
        const struct region_rule *rule = &rules->regions[i];
        if (count > 1 && rule->leading != SIZE_MAX) {
            if (phone_pattern_match(&rules->patterns, rule->leading, national, true))
                return is_of_region(rules, rule, national, length);
        } else if (is_of_region(rules, rule, national, length)) {
            return true;
        }
    }
    return false;
}

/* Where the national digits of the number begin under that plan, or NULL. */
static const char *national_of(const struct plain_plan *plan, const char *number, const char *region)
{
    size_t length = strlen(plan->code);
    if (number[0] == '+')
        return strncmp(number + 1, plan->code, length) == 0 ? number + 1 + length : NULL;
    if (!plan->region[0] || strcmp(plan->region, region) != 0 || (plan->has_trunk && number[0] != '0'))
        return NULL;
    return number + plan->has_trunk;
}

static void put_e164(const struct plain_plan *plan, const char *national, struct phone_answer *out)
{
    size_t code = strlen(plan->code);
    out->e164[0] = '+';
    memcpy(out->e164 + 1, plan->code, code);
    memcpy(out->e164 + 1 + code, national, strlen(national) + 1);
}

static bool judge(const struct phone_rules *rules, const uint32_t *lengths, unsigned plan,
                  const char *national, bool is_international, struct phone_answer *out)
{
    unsigned length = (unsigned)strlen(national);
    /* Without '+', digits that begin with the calling code may be meant with it: the library decides. */
    bool is_double = !is_international && !plans[plan].has_trunk &&
                     strncmp(national, plans[plan].code, strlen(plans[plan].code)) == 0;
    if (rules->plans[plan].count == 0 || length < 5 || length > 14 || national[0] == plans[plan].slow ||
        national[0] == '0')
        return false;
    bool valid = is_valid(rules, plan, national, length);
    if (!valid && (is_double || !(lengths[plans[plan].calling_code] >> length & 1)))
        return false;
    *out = (struct phone_answer){.verdict = valid ? PHONE_VALID : PHONE_POSSIBLE};
    put_e164(&plans[plan], national, out);
    return true;
}

bool phone_rules_ask(const struct phone_rules *rules, const uint32_t *lengths, const char *number,
                     const char *region, struct phone_answer *out)
{
    for (unsigned plan = 0; plan < PLAN_COUNT; plan++) {
        const char *national = national_of(&plans[plan], number, region);
        if (national)
            return judge(rules, lengths, plan, national, number[0] == '+', out);
    }
    return false;
}
