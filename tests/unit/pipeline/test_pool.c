/* The pool: every item once, the same for any number of threads, and a tick that can stop it. */
#include "pipeline/pool.h"
#include "support/cmocka_all.h"

#include <string.h>

enum { ITEMS = 100003 };

static unsigned char seen[ITEMS];

static void mark(void *context, size_t begin, size_t end, unsigned worker)
{
    (void)context;
    (void)worker;
    for (size_t i = begin; i < end; i++)
        seen[i]++;
}

static void every_item_is_handled_once(void **state)
{
    (void)state;
    for (unsigned threads = 1; threads <= 4; threads++) {
        struct pool *pool = NULL;
        assert_int_equal(pool_new(threads, NULL, NULL, &pool, NULL), BOWLINE_OK);
        for (int round = 0; round < 20; round++) {
            memset(seen, 0, sizeof seen);
            assert_true(parallel_loop(pool_parallel(pool), ITEMS, 97, mark, NULL));
            for (size_t i = 0; i < ITEMS; i++)
                assert_int_equal(seen[i], 1);
        }
        assert_true(parallel_loop(pool_parallel(pool), 0, 1, mark, NULL));
        pool_free(pool);
    }
}

static bool refuse(void *context, uint64_t done, uint64_t total)
{
    (void)done;
    (void)total;
    ++*(unsigned *)context;
    return false;
}

static void a_tick_stops_the_loop(void **state)
{
    (void)state;
    unsigned ticks = 0;
    struct pool *pool = NULL;
    assert_int_equal(pool_new(1, refuse, &ticks, &pool, NULL), BOWLINE_OK);
    memset(seen, 0, sizeof seen);
    assert_false(parallel_loop(pool_parallel(pool), ITEMS, 10, mark, NULL));
    assert_int_equal(ticks, 1);
    assert_int_equal(seen[9], 1);
    assert_int_equal(seen[10], 0);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_item_is_handled_once),
        cmocka_unit_test(a_tick_stops_the_loop),
    };
    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
