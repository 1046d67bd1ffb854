/* intern: the same string has the same id, ids are dense, and growth keeps both. */
#include "base/intern.h"
#include "support/cmocka_all.h"

#include <stdio.h>

static void ids_are_dense_and_stable(void **state)
{
    (void)state;
    struct intern set;
    char text[16];
    intern_init(&set);
    for (uint32_t i = 1; i <= 5000; i++) {
        snprintf(text, sizeof text, "value %u", i);
        assert_int_equal(intern_put(&set, span_of(text)), i);
    }
    for (uint32_t i = 1; i <= 5000; i++) {
        snprintf(text, sizeof text, "value %u", i);
        assert_int_equal(intern_find(&set, span_of(text)), i);
        assert_true(span_equal(intern_get(&set, i), span_of(text)));
    }
    assert_int_equal(intern_find(&set, span_of("value 5001")), 0);
    intern_release(&set);
}

static void the_empty_string_is_a_value(void **state)
{
    (void)state;
    struct intern set;
    intern_init(&set);
    assert_int_equal(intern_find(&set, span_of("")), 0);
    assert_int_equal(intern_put(&set, span_of("")), 1);
    assert_int_equal(intern_find(&set, span_of("")), 1);
    intern_release(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_dense_and_stable),
        cmocka_unit_test(the_empty_string_is_a_value),
    };
    return cmocka_run_group_tests_name("intern", tests, NULL, NULL);
}
