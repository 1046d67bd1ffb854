/* The score of the tiny case: each file of known answers, what is refused, the page, and each allocation
 * failing once. */
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "support/tiny_case.h"

#include <bowline/case.h>

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct bowline_case *opened;

static int open_case(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    if (bowline_case_open(tiny_case_make(), &opened, &err) != BOWLINE_OK)
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

static json_t *parsed(struct bowline_text *json)
{
    json_t *root = json_loadb(json->data, json->length, 0, NULL);
    assert_non_null(root);
    bowline_text_free(json);
    return root;
}

/* The member that a path names, or NULL. */
static json_t *at(json_t *root, const char *path)
{
    char name[64];
    while (root && *path) {
        size_t length = strcspn(path, "/");
        snprintf(name, sizeof name, "%.*s", (int)length, path);
        root = json_is_array(root) ? json_array_get(root, (size_t)strtoul(name, NULL, 10))
                                   : json_object_get(root, name);
        path += length + (path[length] == '/');
    }
    return root;
}

/* The JSON parser does not always say that it was memory: then a kept row passes for damaged; nor does it
 * need all it asks for: then the answer must be whole. */
static bool is_honest(enum bowline_status status, const struct bowline_text *json,
                      const struct bowline_text *whole)
{
    if (status == BOWLINE_OK)
        return json->length == whole->length && memcmp(json->data, whole->data, whole->length) == 0;
    return !json->data && (status == BOWLINE_ERROR_MEMORY || status == BOWLINE_ERROR_CASE);
}

/* Writes a file of known answers into the case's folder and gives the path of truth.csv. */
static const char *answers(const char *name, const char *text)
{
    static char truth[128];
    char path[128];
    snprintf(path, sizeof path, "%s/%s", tiny_case_folder(), name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    snprintf(truth, sizeof truth, "%s/truth.csv", tiny_case_folder());
    return truth;
}

static json_t *scored(const char *truth)
{
    struct bowline_text json = {0};
    struct bowline_error err = {0};
    if (bowline_case_score(opened, truth, &json, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return parsed(&json);
}

static void the_score_joins_by_resource_and_id(void **state)
{
    (void)state;
    struct bowline_text json = {0};
    struct bowline_error err = {0};
    json_t *root =
        scored(answers("truth.csv", "\xef\xbb\xbfid,resource,network,entity\nA-1,ads,n,e1\nA-2,ads,n,e1\n"
                                    "A-3,ads,n,e1\nA-4,ads,n,e2\nX-1,ads,,\nX-1,none,,\nA-9,ads,,\n"));
    assert_int_equal(json_integer_value(at(root, "records")), 6);
    assert_int_equal(json_integer_value(at(root, "missing")), 1);
    assert_int_equal(json_integer_value(at(root, "unanswered")), 3);
    assert_int_equal(json_integer_value(at(root, "truth/0/missing/first/0/line")), 8);
    assert_string_equal(json_string_value(at(root, "truth/0/missing/first/0/record")), "ads/A-9");
    assert_int_equal(json_integer_value(at(root, "truth/0/other_tables/first/0/line")), 7);
    assert_true(json_real_value(at(root, "entities/pairs/precision")) == 0.5);
    assert_true(json_real_value(at(root, "entities/pairs/recall")) == 1.0);
    assert_true(json_real_value(at(root, "networks/pairs/f1")) == 1.0);
    assert_true(json_real_value(at(root, "networks/found/recall")) == 1.0);
    assert_int_equal(json_integer_value(at(root, "reliability/pairs")), 3);
    assert_null(at(root, "identifiers"));
    assert_non_null(at(root, "decoys/outside"));
    json_decref(root);
    assert_int_equal(bowline_case_score(opened, "/none/truth.csv", &json, &err), BOWLINE_ERROR_NOT_FOUND);
}

/* A record that the case lost counts as standing alone: its network has one record less than it should. */
static void lost_records_count_against_the_score(void **state)
{
    (void)state;
    json_t *root = scored(
        answers("truth.csv", "resource,id,entity,network\nads,A-1,e1,n\nads,A-2,e1,n\nads,B-1,e1,n\n"));
    assert_true(fabs(json_real_value(at(root, "entities/pairs/recall")) - 1.0 / 3) < 1e-6);
    json_decref(root);
}

/* All files beside truth.csv. Of four marks one was read in another field than truth says, which does not
 * count; the case has more that truth does not know. */
static const char *all_answers(void)
{
    answers("truth-decoys.csv", "resource,id,decoy\nads,A-3,copied-text\nads,A-3,spam\nads,X-1,spam\n");
    answers("truth-identifiers.csv",
            "resource,id,field,type,value,form,language,written\n"
            "ads,A-1,phone,phone,+32470000001,column,,x\nads,A-1,text,phone,+32470000009,spelled,nl,x\n"
            "ads,A-2,text,phone,+32470000001,plain,nl,x\nads,A-3,phone,phone,+32470000002,column,,x\n");
    answers("truth-circuits.csv", "circuit,entity,network,places,from,to,rounds,legs\n"
                                  "1,e1,n,be:antwerp;be:ghent,2025-05-01,2025-08-01,2,3\n"
                                  "2,e1,n,be:antwerp;xx:nowhere,2025-05-01,2025-08-01,2,2\n");
    answers("truth-money.csv", "route,network,account,in_resource,in_id,out_resource,out_id\n"
                               "1,n,BE68539007547034,payments,P-1,payments,P-1\n"
                               "2,n,BE68539007547034,payments,P-1,payments,P-2\n");
    return answers("truth.csv",
                   "resource,id,entity,network\nads,A-1,e1,n\nads,A-2,e1,n\nads,A-3,,\nads,A-4,e1,n\n"
                   "ads,X-1,,\npayments,P-1,e1,n\n");
}

static void each_file_adds_its_measures(void **state)
{
    (void)state;
    json_t *root = scored(all_answers());
    assert_string_equal(json_string_value(at(root, "decoys/kinds/1/kind")), "spam");
    assert_int_equal(json_integer_value(at(root, "decoys/kinds/1/records")), 2);
    assert_int_equal(json_integer_value(at(root, "decoys/kinds/1/in_network")), 1);
    assert_int_equal(json_integer_value(at(root, "decoys/kinds/1/merged")), 1);
    assert_int_equal(json_integer_value(at(root, "decoys/outside/records")), 2);
    assert_int_equal(json_integer_value(at(root, "identifiers/true")), 4);
    assert_int_equal(json_integer_value(at(root, "identifiers/found")), 3);
    assert_int_equal(json_integer_value(at(root, "identifiers/claimed")), 6);
    assert_int_equal(json_integer_value(at(root, "identifiers/obfuscated/true")), 1);
    assert_int_equal(json_integer_value(at(root, "identifiers/obfuscated/found")), 1);
    assert_string_equal(json_string_value(at(root, "identifiers/cells/2/form")), "spelled");
    assert_int_equal(json_integer_value(at(root, "circuits/true")), 2);
    assert_int_equal(json_integer_value(at(root, "circuits/found")), 0);
    assert_int_equal(json_integer_value(at(root, "circuits/legs_true")), 5);
    assert_int_equal(json_integer_value(at(root, "circuits/legs_found")), 1);
    assert_int_equal(json_integer_value(at(root, "money/routes_true")), 2);
    assert_int_equal(json_integer_value(at(root, "money/routes_found")), 0);
    assert_int_equal(json_integer_value(at(root, "money/accounts_true")), 1);
    assert_true(json_real_value(at(root, "money/money_recall")) == 0);
    assert_int_equal(json_array_size(at(root, "truth")), 5);
    json_decref(root);
}

/* What a file must not be, and what is said then. */
static void a_truth_that_is_not_whole_is_refused(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"truth.csv", "resource,id,entity,network,note\n", "line 1: unknown column \"note\""},
        {"truth.csv", "resource,id,entity\n", "line 1: no column \"network\""},
        {"truth.csv", "id,resource,id,entity,network\n", "line 1: twice the column \"id\""},
        {"truth.csv", "", "empty"},
        {"truth.csv", "resource,id,entity,network\nads,A-1,,\nads,A-2,\n", "line 3: 3 cells"},
        {"truth.csv", "resource,id,entity,network\nads,A-1,,\nads,A-1,,\n",
         "line 3: ads/A-1 is named a second"},
        {"truth.csv", "resource,id,entity,network\nads,A-1,,\nads,B-1,,\nads,B-1,,\n", "line 4: ads/B-1"},
        {"truth.csv", "resource,id,entity,network\nads,B-1,,\n", "line 2, for one, names ads/B-1"},
        {"truth-decoys.csv", "resource,id,decoy\nads,A-1,\n", "line 2: no kind of decoy"},
        {"truth-decoys.csv", "resource,id,decoy\nads,A-1,spam\nads,A-1,spam\n",
         "line 3: the record is named"},
        {"truth-identifiers.csv",
         "resource,id,field,type,value,form,language,written\nads,A-1,no,phone,+1,plain,,\n",
         "line 2: ads has no column \"no\""},
        {"truth-identifiers.csv",
         "resource,id,field,type,value,form,language,written\nads,A-1,text,phone,,plain,,\n",
         "line 2: no value"},
        {"truth-circuits.csv",
         "circuit,entity,network,places,from,to,rounds,legs\n1,,,be:a,2025-01-01,2025-02-01,2,2\n",
         "line 2: a circuit has two places"},
        {"truth-circuits.csv",
         "circuit,entity,network,places,from,to,rounds,legs\n1,,,be:a;be:b,2025-13-01,2025-02-01,2,2\n",
         "line 2: from and to are ISO dates"},
        {"truth-circuits.csv",
         "circuit,entity,network,places,from,to,rounds,legs\n1,,,be:a;be:b,2025-01-01,2025-02-01,2,x\n",
         "line 2: legs is a whole number"},
        {"truth-money.csv",
         "route,network,account,in_resource,in_id,out_resource,out_id\n1,n,,payments,P-1,payments,P-1\n",
         "line 2: no account"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bowline_text json = {0};
        struct bowline_error err = {0};
        all_answers();
        assert_int_equal(bowline_case_score(opened, answers(cases[i][0], cases[i][1]), &json, &err),
                         BOWLINE_ERROR_INPUT);
        if (!strstr(err.message, cases[i][2]) || !strstr(err.message, cases[i][0]))
            fail_msg("case %zu: %s", i, err.message);
    }
}

static enum bowline_status ask_scores(struct bowline_text *json, struct bowline_error *err)
{
    char truth[128];
    char page[128];
    snprintf(truth, sizeof truth, "%s/truth.csv", tiny_case_folder());
    snprintf(page, sizeof page, "%s/score.html", tiny_case_folder());
    return bowline_case_score_page(opened, truth, page, json, err);
}

static void each_allocation_of_a_score_may_fail(void **state)
{
    (void)state;
    struct bowline_text whole = {0};
    bool is_failed = true;
    all_answers();
    assert_int_equal(ask_scores(&whole, NULL), BOWLINE_OK);
    for (unsigned long n = 1; is_failed; n++) {
        struct failing_memory memory;
        struct bowline_text json = {0};
        failing_memory_begin(&memory, n);
        enum bowline_status status = ask_scores(&json, NULL);
        is_failed = failing_memory_end(&memory);
        if (!is_honest(status, &json, &whole))
            fail_msg("request %lu: %d", n, (int)status);
        bowline_text_free(&json);
    }
    bowline_text_free(&whole);
}

/* The page holds each part, loads nothing, and what truth says stays text. */
static void the_page_is_whole(void **state)
{
    (void)state;
    static const char *const parts[] = {"<!doctype html>", "id=groups", "id=decoys",
                                        "id=identifiers",  "id=routes", "id=reliability",
                                        "id=files",        "&lt;b&gt;", "</html>\n"};
    struct bowline_text json = {0};
    char page[128];
    static char text[1 << 18];
    all_answers();
    answers("truth-decoys.csv", "resource,id,decoy\nads,A-3,<b>\n");
    assert_int_equal(ask_scores(&json, NULL), BOWLINE_OK);
    bowline_text_free(&json);
    snprintf(page, sizeof page, "%s/score.html", tiny_case_folder());
    FILE *file = fopen(page, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = '\0';
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i]))
            fail_msg("no %s", parts[i]);
    assert_null(strstr(text, "<script"));
    assert_null(strstr(text, "http:"));
    assert_null(strstr(text, "<b>\n"));
    assert_null(strstr(text, ">nan"));
}

static void *take_gated(size_t size)
{
    return memory_new(1, size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_score_joins_by_resource_and_id),
        cmocka_unit_test(lost_records_count_against_the_score),
        cmocka_unit_test(each_file_adds_its_measures),
        cmocka_unit_test(a_truth_that_is_not_whole_is_refused),
        cmocka_unit_test(each_allocation_of_a_score_may_fail),
        cmocka_unit_test(the_page_is_whole),
    };
    json_set_alloc_funcs(take_gated, memory_free);
    return cmocka_run_group_tests_name("score", tests, open_case, close_case);
}
