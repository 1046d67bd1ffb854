/* Every call of the public API under memory that fails: request n fails, for n = 1, 2, 3, ... as far as the
 * call asks for memory. The call must say so or do without; AddressSanitizer sees what it leaks. A call with
 * very many requests is walked in strides. */
#include "support/cmocka_all.h"

#include <bowline/bowline.h>

#include "support/failing_memory.h"
#include "support/remove_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    ALL_OF_THE_FIRST = 100, /* requests; after them, in strides */
    STRIDES = 200,
};

struct fixture {
    char folder[64];
    char package[128];
    char good[128];    /* a finished case */
    char scratch[128]; /* a case file to break */
    char output[128];
    struct bowline_case *open;
};

typedef enum bowline_status api_call(struct fixture *f, struct bowline_error *err);

static struct bowline_simulation small_simulation(void)
{
    struct bowline_simulation small = bowline_simulation_defaults;
    small.seed = 1;
    small.ads = 300;
    small.rings = 3; /* enough for a network */
    return small;
}

static enum bowline_status run_into(struct fixture *f, const char *path, struct bowline_error *err)
{
    struct bowline_run_options options = bowline_run_defaults;
    options.threads = 2;
    struct bowline_run_summary summary;
    return bowline_run(f->package, path, &options, &summary, err);
}

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    struct bowline_error err;
    struct bowline_simulation small = small_simulation();
    assert_non_null(f);
    snprintf(f->folder, sizeof f->folder, "/tmp/bowline-memory-%ld", (long)getpid());
    remove_tree(f->folder);
    assert_int_equal(bowline_simulate(f->folder, &small, &err), BOWLINE_OK);
    snprintf(f->package, sizeof f->package, "%s/datapackage.json", f->folder);
    snprintf(f->good, sizeof f->good, "%s/good.bowline", f->folder);
    snprintf(f->scratch, sizeof f->scratch, "%s/scratch.bowline", f->folder);
    snprintf(f->output, sizeof f->output, "%s/output", f->folder);
    assert_int_equal(run_into(f, f->good, &err), BOWLINE_OK);
    assert_int_equal(bowline_case_open(f->good, &f->open, &err), BOWLINE_OK);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    bowline_case_close(f->open);
    remove_tree(f->folder);
    free(f);
    return 0;
}

static unsigned long count_requests(api_call *call, struct fixture *f)
{
    struct failing_memory memory;
    struct bowline_error err;
    failing_memory_begin(&memory, 0);
    enum bowline_status status = call(f, &err);
    failing_memory_end(&memory);
    if (status != BOWLINE_OK)
        fail_msg("the call fails with all memory: %s", err.message);
    return atomic_load(&memory.seen);
}

/* Lets the call fail at each request in turn; `after` (NULL allowed) must work once memory is there again. */
static void sweep(struct fixture *f, api_call *call, api_call *after)
{
    unsigned long requests = count_requests(call, f);
    unsigned long stride = requests > ALL_OF_THE_FIRST ? (requests - ALL_OF_THE_FIRST) / STRIDES + 1 : 1;
    unsigned long failed = 0, tried = 0, wrong = 0;
    for (unsigned long n = 1; n <= requests; n += n < ALL_OF_THE_FIRST ? 1 : stride) {
        struct failing_memory memory;
        struct bowline_error err = {.status = BOWLINE_OK, .message = ""};
        failing_memory_begin(&memory, n);
        enum bowline_status status = call(f, &err);
        failing_memory_end(&memory);
        if (status != BOWLINE_OK && status != BOWLINE_ERROR_MEMORY) {
            wrong++;
            print_error("request %lu of %lu failed: status %s, \"%s\"\n", n, requests,
                        bowline_status_name(status), err.message);
        }
        if (status == BOWLINE_ERROR_MEMORY && !err.message[0])
            fail_msg("request %lu of %lu failed without a message", n, requests);
        failed += status == BOWLINE_ERROR_MEMORY;
        tried++;
        if (after && tried % 16 == 0 && after(f, &err) != BOWLINE_OK)
            fail_msg("after request %lu of %lu failed, the next call fails: %s", n, requests, err.message);
    }
    print_message("%lu requests, %lu tried, %lu reported\n", requests, tried, failed);
    assert_true(requests == 0 || failed > 0);
    assert_int_equal(wrong, 0);
}

static enum bowline_status call_run(struct fixture *f, struct bowline_error *err)
{
    unlink(f->scratch);
    return run_into(f, f->scratch, err);
}

static enum bowline_status continue_run(struct fixture *f, struct bowline_error *err)
{
    return run_into(f, f->scratch, err);
}

static void run_and_continue(void **state)
{
    sweep(*state, call_run, continue_run);
}

static enum bowline_status call_simulate(struct fixture *f, struct bowline_error *err)
{
    struct bowline_simulation small = small_simulation();
    remove_tree(f->output);
    return bowline_simulate(f->output, &small, err);
}

static void simulate(void **state)
{
    sweep(*state, call_simulate, NULL);
}

static enum bowline_status call_init(struct fixture *f, struct bowline_error *err)
{
    char table[160];
    const char *paths[] = {table};
    struct bowline_text json = {NULL, 0};
    snprintf(table, sizeof table, "%s/ads.csv", f->folder);
    unlink(f->output);
    enum bowline_status status = bowline_package_init(paths, 1, f->output, &json, err);
    bowline_text_free(&json);
    return status;
}

static void init(void **state)
{
    struct fixture *f = *state;
    remove_tree(f->output);
    sweep(f, call_init, NULL);
}

static enum bowline_status call_open(struct fixture *f, struct bowline_error *err)
{
    struct bowline_case *handle = NULL;
    enum bowline_status status = bowline_case_open(f->good, &handle, err);
    bowline_case_close(handle);
    return status;
}

static void open_case(void **state)
{
    sweep(*state, call_open, NULL);
}

#define VIEW(name, expression)                                                                               \
    static enum bowline_status call_##name(struct fixture *f, struct bowline_error *err)                     \
    {                                                                                                        \
        struct bowline_text json = {NULL, 0};                                                                \
        enum bowline_status status = expression;                                                             \
        bowline_text_free(&json);                                                                            \
        return status;                                                                                       \
    }                                                                                                        \
    static void view_##name(void **state)                                                                    \
    {                                                                                                        \
        sweep(*state, call_##name, NULL);                                                                    \
    }

static const char *first_ad = "ads/A-000001";
static const char *second_ad = "ads/A-000002";

VIEW(summary, bowline_case_summary(f->open, &json, err))
VIEW(network, bowline_case_network(f->open, 1, &json, err))
VIEW(entity, bowline_case_entity(f->open, 1, &json, err))
VIEW(record, bowline_case_record(f->open, first_ad, &json, err))
VIEW(why, bowline_case_why(f->open, first_ad, second_ad, &json, err))
VIEW(why_not, bowline_case_why_not(f->open, first_ad, second_ad, &json, err))
VIEW(decisions, bowline_case_decisions(f->open, &json, err))
VIEW(search, bowline_case_search(f->open, "a", 20, &json, err))
VIEW(stages, bowline_stages(f->open, &json, err))

static enum bowline_status call_decide(struct fixture *f, struct bowline_error *err)
{
    const struct bowline_decision decision = {
        .what = "unsure", .a = first_ad, .b = "entity 2", .because = "a test", .who = NULL};
    struct bowline_text json = {NULL, 0};
    enum bowline_status status = bowline_decide(f->good, &decision, &json, err);
    bowline_text_free(&json);
    return status;
}

static void decide(void **state)
{
    sweep(*state, call_decide, NULL);
}

static enum bowline_status call_score(struct fixture *f, struct bowline_error *err)
{
    char truth[160];
    struct bowline_text json = {NULL, 0};
    snprintf(truth, sizeof truth, "%s/truth.csv", f->folder);
    enum bowline_status status = bowline_case_score_page(f->open, truth, f->output, &json, err);
    bowline_text_free(&json);
    return status;
}

static void score(void **state)
{
    struct fixture *f = *state;
    remove_tree(f->output);
    sweep(f, call_score, NULL);
}

static enum bowline_status call_report(struct fixture *f, struct bowline_error *err)
{
    return bowline_case_report(f->open, f->output, err);
}

static void report(void **state)
{
    struct fixture *f = *state;
    remove_tree(f->output);
    sweep(f, call_report, NULL);
}

static enum bowline_status call_export(struct fixture *f, struct bowline_error *err)
{
    return bowline_case_export(f->open, "csv", f->output, err);
}

static void export_csv(void **state)
{
    struct fixture *f = *state;
    remove_tree(f->output);
    sweep(f, call_export, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(run_and_continue), cmocka_unit_test(simulate),       cmocka_unit_test(init),
        cmocka_unit_test(open_case),        cmocka_unit_test(view_summary),   cmocka_unit_test(view_network),
        cmocka_unit_test(view_entity),      cmocka_unit_test(view_record),    cmocka_unit_test(view_why),
        cmocka_unit_test(view_why_not),     cmocka_unit_test(view_decisions), cmocka_unit_test(decide),
        cmocka_unit_test(view_search),      cmocka_unit_test(view_stages),    cmocka_unit_test(score),
        cmocka_unit_test(report),           cmocka_unit_test(export_csv),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
