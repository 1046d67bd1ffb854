/* With whom records were put together, against its definition, record by record. */
#include "scoring/company.h"

#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <string.h>

#define MOST   50
#define GROUPS 8

static uint8_t naive_company(const uint32_t *found, const uint32_t *truth, size_t n, size_t i)
{
    uint8_t company = 0;
    for (size_t j = 0; j < n; j++) {
        if (j == i || found[i] == 0 || found[j] != found[i])
            continue;
        bool is_own = truth[i] != 0 && truth[j] == truth[i];
        company |= is_own ? 0 : COMPANY_OTHERS;
        company |= is_own || truth[j] == 0 ? 0 : COMPANY_OTHER_GROUP;
    }
    return company;
}

static uint32_t naive_owner(const uint32_t *found, const uint32_t *truth, size_t n, uint32_t group)
{
    for (uint32_t t = 1; t < GROUPS; t++) {
        size_t size = 0;
        size_t both = 0;
        for (size_t i = 0; i < n; i++) {
            size += found[i] == group;
            both += found[i] == group && truth[i] == t;
        }
        if (both * 2 > size)
            return t;
    }
    return 0;
}

static void agrees_with_definitions(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 5);
    for (int round = 0; round < 1000; round++) {
        uint32_t found[MOST];
        uint32_t truth[MOST];
        uint8_t company[MOST];
        uint32_t owner[GROUPS] = {0};
        size_t n = random_below(&r, MOST + 1);
        for (size_t i = 0; i < n; i++) {
            truth[i] = random_below(&r, GROUPS);
            found[i] = random_below(&r, 4) ? truth[i] : random_below(&r, GROUPS);
        }
        memset(company, 0xff, sizeof company);
        assert_int_equal(score_company(found, truth, n, company, NULL), BOWLINE_OK);
        assert_int_equal(score_owners(found, truth, n, owner, NULL), BOWLINE_OK);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(company[i], naive_company(found, truth, n, i));
        for (uint32_t g = 1; g < GROUPS; g++)
            assert_int_equal(owner[g], naive_owner(found, truth, n, g));
    }
}

/* A record that truth itself puts in the network is no stray; one beside two networks is, whatever its own.
 */
static void what_truth_puts_there_does_not_count(void **state)
{
    (void)state;
    uint32_t truth[] = {1, 1, 0, 2, 2, 2, 0, 0};
    uint32_t found[] = {1, 1, 1, 1, 2, 2, 3, 3};
    uint8_t company[8];
    const uint8_t both = COMPANY_OTHER_GROUP | COMPANY_OTHERS;
    const uint8_t expected[] = {both, both, both, both, 0, 0, COMPANY_OTHERS, COMPANY_OTHERS};
    assert_int_equal(score_company(found, truth, 8, company, NULL), BOWLINE_OK);
    assert_memory_equal(company, expected, 8);
}

static void memory_fails(void **state)
{
    (void)state;
    uint32_t groups[] = {1, 1, 2, 300};
    uint32_t owner[301] = {0};
    uint8_t company[4];
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status a = score_company(groups, groups, 4, company, NULL);
        enum bowline_status b = score_owners(groups, groups, 4, owner, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_true(a == BOWLINE_ERROR_MEMORY || b == BOWLINE_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_definitions),
        cmocka_unit_test(what_truth_puts_there_does_not_count),
        cmocka_unit_test(memory_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
