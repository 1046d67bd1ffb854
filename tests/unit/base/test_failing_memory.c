/* The helper that other tests trust: request n fails, no other does, and the end is noticed. */
#include "support/cmocka_all.h"

#include "support/failing_memory.h"

static void fails_request_n_alone(void **state)
{
    (void)state;
    struct failing_memory memory;
    failing_memory_begin(&memory, 2);
    void *first = memory_new(1, 1), *second = memory_new(1, 1), *third = memory_new(1, 1);
    assert_true(failing_memory_end(&memory));
    assert_non_null(first);
    assert_null(second);
    assert_non_null(third);
    memory_free(first);
    memory_free(third);
}

static void says_when_request_n_never_came(void **state)
{
    (void)state;
    struct failing_memory memory;
    failing_memory_begin(&memory, 2);
    memory_free(memory_new(1, 1));
    assert_false(failing_memory_end(&memory));
    void *after = memory_new(1, 1); /* the gate is open again */
    assert_non_null(after);
    memory_free(after);
}

static void keeps_what_a_failed_resize_had(void **state)
{
    (void)state;
    struct failing_memory memory;
    unsigned char *old = memory_new(4, 1);
    assert_non_null(old);
    old[3] = 7;
    failing_memory_begin(&memory, 1);
    assert_null(memory_resize(old, 4000, 1));
    assert_true(failing_memory_end(&memory));
    assert_int_equal(old[3], 7);
    memory_free(old);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fails_request_n_alone),
        cmocka_unit_test(says_when_request_n_never_came),
        cmocka_unit_test(keeps_what_a_failed_resize_had),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
