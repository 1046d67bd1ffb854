/* Our own judgement of plain plans against libphonenumber, on random digits and on such as are in use. */
#include "base/random.h"
#include "identifiers/phone_plan.h"
#include "identifiers/phone_reserved.h"
#include "support/cmocka_all.h"

#include <stdio.h>
#include <string.h>

static struct phone_plan plan;
static unsigned answered;

static int start(void **state)
{
    (void)state;
    return phone_plan_init(&plan, NULL) == BOWLINE_OK ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    phone_plan_release(&plan);
    return 0;
}

static void compare(const char *number, const char *region)
{
    struct phone_answer quick;
    struct phone_answer slow;
    if (!phone_rules_ask(&plan.rules, plan.lengths, number, region, &quick))
        return;
    answered++;
    phone_shim_ask(number, region, &slow);
    if (quick.verdict != slow.verdict || strcmp(quick.e164, slow.e164) != 0)
        fail_msg("%s in '%s': %u %s, but the library says %u %s", number, region, quick.verdict, quick.e164,
                 slow.verdict, slow.e164);
}

static const char *const regions[] = {"US", "GR", "NL", "BE", "FR", "ES", "IT", "RO", "CH",
                                      "AT", "GB", "DK", "SE", "NO", "PL", "DE", "PT", "IE",
                                      "BG", "CZ", "SK", "CA", "LU", "HU", "RU", "AR"};
static const char *const codes[] = {"1",   "30",  "31",  "32",  "33", "34", "39", "40",  "41",
                                    "43",  "44",  "45",  "46",  "47", "48", "49", "351", "353",
                                    "359", "420", "421", "352", "36", "7",  "54", "52"};

static void both_ways_agree(void **state)
{
    (void)state;
    struct random random;
    char number[40];
    random_init(&random, 11);
    for (unsigned i = 0; i < 30000; i++) {
        unsigned p = i % 26;
        char digits[16];
        unsigned length = 6 + random_below(&random, 7);
        for (unsigned d = 0; d < length; d++)
            digits[d] = (char)('0' + random_below(&random, 10));
        digits[length] = 0;
        snprintf(number, sizeof number, "+%s%s", codes[p], digits);
        compare(number, "");
        snprintf(number, sizeof number, "%s%s", i % 3 ? "0" : "", digits);
        compare(number, regions[p]);
        snprintf(number, sizeof number, "%s%s", codes[p], digits);
        compare(number, regions[p]);
    }
    assert_true(answered > 5000);
}

/* Numbers near those in use: the first digits of an example, then any. */
static void numbers_in_use_agree(void **state)
{
    (void)state;
    struct random random;
    random_init(&random, 12);
    answered = 0;
    for (unsigned i = 0; i < 30000; i++) {
        char region[3] = {(char)('A' + i % 26), (char)('A' + i / 26 % 26), 0};
        char number[PHONE_E164_SIZE];
        if (!phone_shim_example(region, i % PHONE_KINDS, number))
            continue;
        size_t length = strlen(number);
        for (size_t d = length - 1 - random_below(&random, 7); d < length; d++)
            number[d] = (char)('0' + random_below(&random, 10));
        compare(number, "");
    }
    assert_true(answered > 500);
}

/* What the library says of its own examples is what we say, whoever judges. */
static void examples_are_valid(void **state)
{
    (void)state;
    struct phone_cache *cache = phone_cache_new();
    unsigned examples = 0;
    assert_non_null(cache);
    for (unsigned i = 0; i < 676 * PHONE_KINDS; i++) {
        char region[3] = {(char)('A' + i % 26), (char)('A' + i / 26 % 26), 0};
        char number[PHONE_E164_SIZE];
        if (!phone_shim_example(region, i / 676, number))
            continue;
        const struct phone_answer *answer = phone_cache_ask(cache, &plan, number, "");
        assert_int_equal(answer->verdict, PHONE_VALID);
        assert_string_equal(answer->e164, number);
        examples++;
    }
    phone_cache_free(cache);
    assert_true(examples > 700);
}

static void lengths_and_codes_are_the_library_s(void **state)
{
    (void)state;
    assert_true(plan.lengths[32] >> 8 & 1 && plan.lengths[32] >> 9 & 1 && !(plan.lengths[32] >> 10 & 1));
    assert_int_equal(plan.lengths[999], 0);
    assert_int_equal(phone_plan_region(&plan, "BE")->calling_code, 32);
    assert_string_equal(phone_plan_region(&plan, "BE")->trunk, "0");
    assert_null(phone_plan_region(&plan, "ZZ"));
    assert_null(phone_plan_region(&plan, ""));
    /* The table of first digits knows each calling code in use. */
    for (unsigned code = 1; code < 1000; code++) {
        char digits[8];
        int length = snprintf(digits, sizeof digits, "%u", code);
        if (plan.lengths[code])
            assert_int_equal(phone_plan_code_length(digits, (unsigned)length + (length < 3)), length);
    }
}

static void numbers_for_fiction_are_known(void **state)
{
    (void)state;
    static const char *const kept[] = {"+447700900000", "+447700900999", "+12025550100",  "+12025550199",
                                       "+33639981234",  "+493023125000", "+353209101234", "+61491570006",
                                       "+46701740605",  "+441632960123"};
    static const char *const others[] = {"+447700901000",
                                         "+447700899999",
                                         "+12025550200",
                                         "+12025560100",
                                         "+33639991234",
                                         "+4930231250000",
                                         "+32470123456",
                                         "+",
                                         ""};
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
        assert_true(phone_is_reserved(kept[i]));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(phone_is_reserved(others[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ways_agree),
        cmocka_unit_test(numbers_in_use_agree),
        cmocka_unit_test(examples_are_valid),
        cmocka_unit_test(lengths_and_codes_are_the_library_s),
        cmocka_unit_test(numbers_for_fiction_are_known),
    };
    return cmocka_run_group_tests_name("phone shim", tests, start, stop);
}
