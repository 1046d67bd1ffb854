/* What people looked at: each thing once, within bounds. */
#include "consulted.h"

#include "support/cmocka_all.h"

#include <stdio.h>
#include <string.h>

static void each_thing_is_listed_once(void **state)
{
    (void)state;
    struct consulted consulted;
    assert_true(consulted_init(&consulted));
    assert_false(consulted.is_any);
    consulted_add(&consulted, "network", "1", 40);
    consulted_add(&consulted, "network", "12", 3);
    consulted_add(&consulted, "network", "1", 40);
    consulted_add(&consulted, "", "ads/A-1", 1);
    consulted_add(&consulted, "", "ads/A-1", 1);
    assert_string_equal(consulted.objects, "network 1, network 12, ads/A-1");
    assert_int_equal(consulted.records, 44);
    assert_true(consulted.is_any);
    consulted_release(&consulted);
}

static void the_list_stays_within_its_bounds(void **state)
{
    (void)state;
    struct consulted consulted;
    char name[400];
    assert_true(consulted_init(&consulted));
    for (unsigned i = 0; i < 3000; i++) {
        snprintf(name, sizeof name, "ads/A-%u", i);
        consulted_add(&consulted, "", name, 1);
    }
    memset(name, 'x', sizeof name);
    name[sizeof name - 1] = '\0';
    consulted_add(&consulted, "", name, 1);
    assert_true(consulted.length < CONSULTED_BYTES);
    assert_int_equal(strlen(consulted.objects), consulted.length);
    assert_int_equal(consulted.records, 3001);
    consulted_release(&consulted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_thing_is_listed_once),
        cmocka_unit_test(the_list_stays_within_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
