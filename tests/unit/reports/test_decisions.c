/* Decisions in answers and in the report: what stands, what is hidden, what would change, which rivals there
 * are, and each allocation failing once. */
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "support/tiny_case.h"

#include <bowline/bowline.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIDES(a, b) "'ads','" a "','contact','','ads','" b "','contact','','','',0,"
#define ENDING      ",1700000000,NULL,'','');"

static const char decided[] = "INSERT INTO decision VALUES (1,'same'," SIDES(
    "A-1",
    "A-3") "'reason one','Ann'" ENDING
           "INSERT INTO decision VALUES (2,'not-same'," SIDES(
               "A-1",
               "A-5") "'reason two','Ann'" ENDING "INSERT INTO decision VALUES "
                      "(3,'generic','','','','','','','','','phone','+32470000009',1,'reason three',''" ENDING
                      "INSERT INTO decision VALUES "
                      "(4,'exclusive','','','','','','','','','phone','+32470000002',0,'reason "
                      "four',''" ENDING "INSERT INTO decision VALUES (5,'unsure'," SIDES(
                          "A-1", "A-4") "'reason five','',1700000000,1700000100,'Bob','no');"
                                        "INSERT INTO decided_pair VALUES (1,1),(2,1),(5,1);"
                                        "INSERT INTO decided_value VALUES (3,1),(4,0);";

static struct bowline_case *opened;

static int open_case(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    if (bowline_case_open(tiny_case_make_with(decided), &opened, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return 0;
}

static int close_case(void **state)
{
    (void)state;
    bowline_case_close(opened);
    tiny_case_remove();
    return 0;
}

typedef enum bowline_status ask_function(struct bowline_text *json, struct bowline_error *err);

static enum bowline_status ask_list(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_decisions(opened, json, err);
}

static enum bowline_status ask_joined(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_why(opened, "A-1", "A-4", json, err);
}

static enum bowline_status ask_parted(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_why(opened, "ads/A-5:contact", "A-1", json, err);
}

static enum bowline_status ask_linked(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_why(opened, "A-3", "A-4", json, err);
}

static json_t *ask(ask_function *function)
{
    struct bowline_text text = {NULL, 0};
    struct bowline_error err = {0};
    if (function(&text, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    assert_null(strstr(text.data, "+32470000009"));
    json_t *root = json_loadb(text.data, text.length, 0, NULL);
    bowline_text_free(&text);
    assert_non_null(root);
    return root;
}

static const char *text_at(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static const json_t *item(const json_t *object, const char *key, size_t at)
{
    return json_array_get(json_object_get(object, key), at);
}

static void the_list_tells_states_and_hides_the_protected(void **state)
{
    (void)state;
    static const char *const states[] = {"kept", "kept", "kept", "lost", "withdrawn"};
    json_t *root = ask(ask_list);
    assert_int_equal(json_array_size(json_object_get(root, "decisions")), 5);
    for (size_t i = 0; i < 5; i++) {
        const json_t *row = item(root, "decisions", i);
        assert_int_equal(json_integer_value(json_object_get(row, "decision")), i + 1);
        assert_string_equal(text_at(row, "state"), states[i]);
        assert_false(json_is_true(json_object_get(row, "pending")));
    }
    assert_memory_equal(text_at(item(root, "decisions", 2), "value"), "P-", 2);
    assert_string_equal(text_at(item(root, "decisions", 3), "value"), "+32470000002");
    assert_string_equal(text_at(item(root, "decisions", 4), "withdrawn_by"), "Bob");
    json_decref(root);
}

/* A-1 hangs on A-3 by decision 1 alone, where links would go by 1.2 and 3.1 bits. */
static void a_decision_is_a_step_of_the_path(void **state)
{
    (void)state;
    json_t *root = ask(ask_joined);
    assert_string_equal(text_at(root, "verdict"), "same operator");
    assert_int_equal(json_array_size(json_object_get(root, "path")), 2);
    assert_int_equal(json_integer_value(json_object_get(item(root, "path", 0), "decision")), 1);
    assert_string_equal(text_at(item(root, "path", 1), "to"), "ads/A-4");
    assert_int_equal(json_array_size(json_object_get(root, "changes")), 0);
    assert_string_equal(text_at(item(root, "decisions", 0), "because"), "reason one");
    json_decref(root);
}

static void a_decision_that_parts_is_said_first(void **state)
{
    (void)state;
    json_t *root = ask(ask_parted);
    assert_string_equal(text_at(root, "verdict"), "same network");
    assert_non_null(strstr(text_at(root, "sentence"), "Decision 2"));
    assert_non_null(strstr(text_at(root, "sentence"), "reason two"));
    assert_int_equal(json_array_size(json_object_get(root, "decisions")), 1);
    json_decref(root);
}

/* 24.2 bits of 14.2, 22 and 1 over a prior of -13: no summand alone brings them below zero. */
static void no_single_summand_decides_a_strong_link(void **state)
{
    (void)state;
    json_t *root = ask(ask_linked);
    assert_int_equal(json_array_size(json_object_get(root, "changes")), 0);
    assert_int_equal(json_array_size(json_object_get(json_object_get(root, "rivals"), "a")), 0);
    json_decref(root);
}

static void the_report_lists_decisions(void **state)
{
    (void)state;
    char path[256];
    char *text = calloc(1, 1 << 20);
    snprintf(path, sizeof path, "%s/report.html", tiny_case_folder());
    assert_int_equal(bowline_case_report(opened, path, NULL), BOWLINE_OK);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    assert_non_null(strstr(text, "Decisions of people"));
    assert_non_null(strstr(text, "reason four"));
    assert_null(strstr(text, "+32470000009"));
    free(text);
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    ask_function *const functions[] = {ask_list, ask_joined, ask_parted, ask_linked};
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        bool failed = true;
        for (unsigned long n = 1; failed; n++) {
            struct failing_memory memory;
            struct bowline_text text = {NULL, 0};
            failing_memory_begin(&memory, n);
            enum bowline_status status = functions[i](&text, NULL);
            failed = failing_memory_end(&memory);
            assert_int_equal(status, failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
            bowline_text_free(&text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_list_tells_states_and_hides_the_protected),
        cmocka_unit_test(a_decision_is_a_step_of_the_path),
        cmocka_unit_test(a_decision_that_parts_is_said_first),
        cmocka_unit_test(no_single_summand_decides_a_strong_link),
        cmocka_unit_test(the_report_lists_decisions),
        cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests_name("decisions", tests, open_case, close_case);
}
