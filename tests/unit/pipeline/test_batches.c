/* Batches arrive in order, whole, and a failure of either side ends both. */
#include "pipeline/batches.h"
#include "support/cmocka_all.h"

struct script {
    unsigned made, most, fail_fill_at, fail_drain_at;
    unsigned drained;
    bool in_order;
};

static enum bowline_status fill(void *context, void *batch, bool *more, struct bowline_error *err)
{
    struct script *s = context;
    if (++s->made == s->fail_fill_at)
        return error_set(err, BOWLINE_ERROR_INPUT, "fill %u", s->made);
    *(unsigned *)batch = s->made;
    *more = s->made < s->most;
    return BOWLINE_OK;
}

static enum bowline_status drain(void *context, void *batch, struct bowline_error *err)
{
    struct script *s = context;
    s->in_order &= *(unsigned *)batch == ++s->drained;
    if (s->drained == s->fail_drain_at)
        return error_set(err, BOWLINE_ERROR_SPACE, "drain %u", s->drained);
    return BOWLINE_OK;
}

static enum bowline_status run(struct script *s, unsigned threads, struct bowline_error *err)
{
    unsigned slots[2];
    struct batch_work work = {.context = s, .batches = {&slots[0], &slots[1]}, .fill = fill, .drain = drain};
    s->in_order = true;
    return batches_run(&work, threads, err);
}

static void batches_arrive_in_order(void **state)
{
    (void)state;
    for (unsigned threads = 1; threads <= 2; threads++) {
        struct script s = {.most = 1000};
        assert_int_equal(run(&s, threads, NULL), BOWLINE_OK);
        assert_true(s.in_order);
        assert_int_equal(s.drained, 1000);
    }
}

static void a_failure_of_either_side_is_returned(void **state)
{
    (void)state;
    for (unsigned threads = 1; threads <= 2; threads++) {
        struct bowline_error err;
        struct script fails_filling = {.most = 50, .fail_fill_at = 20};
        assert_int_equal(run(&fails_filling, threads, &err), BOWLINE_ERROR_INPUT);
        assert_string_equal(err.message, "fill 20");
        assert_int_equal(fails_filling.drained, 19);
        struct script fails_draining = {.most = 50, .fail_drain_at = 7};
        assert_int_equal(run(&fails_draining, threads, &err), BOWLINE_ERROR_SPACE);
        assert_string_equal(err.message, "drain 7");
        assert_int_equal(fails_draining.drained, 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(batches_arrive_in_order),
        cmocka_unit_test(a_failure_of_either_side_is_returned),
    };
    return cmocka_run_group_tests_name("batches", tests, NULL, NULL);
}
