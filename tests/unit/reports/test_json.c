/* Every JSON answer over the tiny case: what it holds, what it hides, and each allocation failing once. */
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "support/tiny_case.h"

#include <bowline/case.h>

#include <jansson.h>
#include <stdio.h>
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

static enum bowline_status ask_summary(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_summary(opened, json, err);
}

static enum bowline_status ask_network(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_network(opened, 1, json, err);
}

static enum bowline_status ask_entity(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_entity(opened, 1, json, err);
}

static enum bowline_status ask_template(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_template(opened, 1, json, err);
}

static enum bowline_status ask_record(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_record(opened, "ads/A-1", json, err);
}

static enum bowline_status ask_why(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_why(opened, "A-1", "A-4", json, err);
}

static enum bowline_status ask_search(struct bowline_text *json, struct bowline_error *err)
{
    return bowline_case_search(opened, "town cal*", 10, json, err);
}

typedef enum bowline_status ask_function(struct bowline_text *json, struct bowline_error *err);

static ask_function *const questions[] = {ask_summary,  ask_network, ask_entity, ask_record,
                                          ask_template, ask_why,     ask_search};

static json_t *parsed(struct bowline_text *json)
{
    json_t *root = json_loadb(json->data, json->length, 0, NULL);
    assert_non_null(root);
    bowline_text_free(json);
    return root;
}

static json_t *ask(ask_function *question)
{
    struct bowline_text json = {0};
    struct bowline_error err = {0};
    if (question(&json, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return parsed(&json);
}

/* The member at a path such as "links/0/evidence/1/kind". */
static json_t *at(json_t *root, const char *path)
{
    char name[64];
    while (*path) {
        size_t length = strcspn(path, "/");
        snprintf(name, sizeof name, "%.*s", (int)length, path);
        root = json_is_array(root) ? json_array_get(root, (size_t)strtoul(name, NULL, 10))
                                   : json_object_get(root, name);
        if (!root)
            fail_msg("no member %s", name);
        path += length + (path[length] == '/');
    }
    return root;
}

static const char *text_at(json_t *root, const char *path)
{
    assert_true(json_is_string(at(root, path)));
    return json_string_value(at(root, path));
}

static void the_summary_counts_and_lists(void **state)
{
    (void)state;
    json_t *root = ask(ask_summary);
    assert_string_equal(text_at(root, "title"), "A tiny case");
    assert_int_equal(json_integer_value(at(root, "totals/records")), 8);
    assert_int_equal(json_integer_value(at(root, "totals/rejected")), 3);
    assert_int_equal(json_integer_value(at(root, "totals/networks")), 1);
    assert_int_equal(json_array_size(at(root, "resources")), 3);
    assert_int_equal(json_array_size(at(root, "rejects")), 3);
    assert_string_equal(text_at(root, "rejects/0/column"), "");
    assert_int_equal(json_integer_value(at(root, "rejects/0/line")), 4);
    assert_string_equal(text_at(root, "networks/0/first"), "2025-06-01T00:00:00Z");
    assert_string_equal(text_at(root, "networks/0/places/0/place"), "be:antwerp");
    assert_int_equal(json_array_size(at(root, "entities")), 2);
    assert_string_equal(text_at(root, "entities/0/identifiers/0/value"), "+32470000001");
    json_decref(root);
}

static void a_network_lists_members_ties_and_money(void **state)
{
    (void)state;
    json_t *root = ask(ask_network);
    assert_int_equal(json_array_size(at(root, "members")), 3);
    assert_string_equal(text_at(root, "members/2/record"), "ads/A-5");
    assert_int_equal(json_array_size(at(root, "ties")), 2);
    assert_string_equal(text_at(root, "ties/0/from"), "entity 1");
    assert_string_equal(text_at(root, "ties/0/example"), "payments/P-1");
    assert_string_equal(text_at(root, "ties/1/to"), "ads/A-5");
    assert_int_equal(json_array_size(at(root, "weak_ties")), 1);
    assert_false(json_boolean_value(at(root, "weak_ties/0/joined")));
    assert_string_equal(text_at(root, "movement/0/visits/1/place"), "be:ghent");
    assert_string_equal(text_at(root, "flows/0/in"), "450.00");
    assert_true(json_real_value(at(root, "flows/0/dwell_days")) == 2.5);
    json_decref(root);
}

static void a_network_shows_its_money_roles_and_rivals(void **state)
{
    (void)state;
    json_t *root = ask(ask_network);
    assert_string_equal(text_at(root, "flows/0/kind"), "collector");
    assert_string_equal(text_at(root, "flows/0/reason"), "9 payments in from 4 accounts");
    assert_int_equal(json_array_size(at(root, "transfers")), 2);
    assert_string_equal(text_at(root, "transfers/0/from"), "BE71096123456769");
    assert_string_equal(text_at(root, "transfers/0/amount"), "450.00");
    assert_true(json_is_true(at(root, "transfers/0/to_inside")));
    assert_string_equal(text_at(root, "transfers/1/from"), "");
    assert_string_equal(text_at(root, "motifs/0/kind"), "funnel");
    assert_string_equal(text_at(root, "motifs/0/records/0"), "payments/P-1");
    assert_int_equal(json_array_size(at(root, "flags")), 1);
    assert_string_equal(text_at(root, "flags/0/source"), "FIN-2014-A008");
    assert_int_equal(json_integer_value(at(root, "flags/0/tested")), 9);
    assert_string_equal(text_at(root, "flags/0/hits/0/records/0"), "payments/P-1");
    assert_string_equal(text_at(root, "roles/0/role"), "collects");
    assert_int_equal(json_integer_value(at(root, "roles/0/entity")), 2);
    assert_string_equal(text_at(root, "roles/0/records/0"), "payments/P-1");
    assert_int_equal(json_array_size(at(root, "rivals")), 3);
    assert_string_equal(text_at(root, "rivals/0/against/0"), "No account collects.");
    assert_string_equal(text_at(root, "rivals/2/for/0"), "1 of 2 ties rests on a single record.");
    json_decref(root);
}

static void an_entity_shows_its_links_with_sources(void **state)
{
    (void)state;
    json_t *root = ask(ask_entity);
    assert_int_equal(json_integer_value(at(root, "members_total")), 5);
    assert_int_equal(json_array_size(at(root, "members")), 5);
    assert_int_equal(json_integer_value(at(root, "templates/0/records")), 3);
    assert_true(json_real_value(at(root, "links/0/bits")) == 24.2);
    assert_string_equal(text_at(root, "links/0/evidence/0/kind"), "prior");
    assert_string_equal(text_at(root, "links/0/evidence/1/kind"), "template");
    assert_string_equal(
        text_at(root, "links/0/evidence/2/detail"),
        "in 2 records with 1 other identifier in 2 places: probably exclusive, worth 14.2 bits");
    assert_string_equal(text_at(root, "links/0/evidence/2/sources/1/record"), "ads/A-4");
    json_decref(root);
}

static void a_record_shows_its_cells_and_hides_the_protected(void **state)
{
    (void)state;
    struct bowline_text json = {0};
    assert_int_equal(ask_record(&json, NULL), BOWLINE_OK);
    assert_null(strstr(json.data, "Lola"));
    assert_null(strstr(json.data, "+32470000009"));
    json_t *root = parsed(&json);
    assert_int_equal(json_array_size(at(root, "cells")), 6);
    assert_string_equal(text_at(root, "cells/1/role"), "contact.phone");
    assert_string_equal(text_at(root, "cells/1/value"), "+32470000001");
    assert_memory_equal(text_at(root, "cells/2/value"), "Call P-", 7);
    assert_memory_equal(text_at(root, "cells/3/value"), "P-", 2);
    assert_string_equal(text_at(root, "identifiers/1/value"), text_at(root, "cells/4/value"));
    assert_int_equal(json_integer_value(at(root, "byte")), 20);
    json_decref(root);
}

static void a_possible_victim_is_a_pseudonym(void **state)
{
    (void)state;
    struct bowline_text json = {0};
    assert_int_equal(bowline_case_record(opened, "persons/X-1", &json, NULL), BOWLINE_OK);
    assert_null(strstr(json.data, "Maria"));
    assert_null(strstr(json.data, "+3247"));
    assert_non_null(strstr(json.data, "possible-victim"));
    bowline_text_free(&json);
}

static void a_quoted_row_and_a_json_row_are_split(void **state)
{
    (void)state;
    struct bowline_text json = {0};
    assert_int_equal(bowline_case_record(opened, "A-2", &json, NULL), BOWLINE_OK);
    json_t *root = parsed(&json);
    assert_string_equal(text_at(root, "cells/2/value"), "New in\ntown, call");
    assert_string_equal(text_at(root, "summary"), "New in town, call");
    json_decref(root);
    assert_int_equal(bowline_case_record(opened, "payments/P-1", &json, NULL), BOWLINE_OK);
    root = parsed(&json);
    assert_string_equal(text_at(root, "cells/2/value"), "BE68539007547034");
    json_decref(root);
}

static void names_that_fail_say_why(void **state)
{
    (void)state;
    struct bowline_text json = {0};
    struct bowline_error err = {0};
    assert_int_equal(bowline_case_record(opened, "ads/none", &json, &err), BOWLINE_ERROR_NOT_FOUND);
    assert_non_null(strstr(err.message, "ads/none"));
    assert_int_equal(bowline_case_record(opened, "X-1", &json, &err), BOWLINE_ERROR_ARGUMENT);
    assert_non_null(strstr(err.message, "ads/X-1 or persons/X-1"));
    assert_int_equal(bowline_case_network(opened, 9, &json, &err), BOWLINE_ERROR_NOT_FOUND);
    assert_int_equal(bowline_case_entity(opened, 0, &json, &err), BOWLINE_ERROR_NOT_FOUND);
    assert_int_equal(bowline_case_search(opened, "x", 0, &json, &err), BOWLINE_ERROR_ARGUMENT);
    assert_int_equal(bowline_case_search(opened, " \" ", 5, &json, &err), BOWLINE_ERROR_ARGUMENT);
    assert_null(json.data);
}

static json_t *why(const char *a, const char *b)
{
    struct bowline_text json = {0};
    struct bowline_error err = {0};
    if (bowline_case_why(opened, a, b, &json, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return parsed(&json);
}

static void why_follows_the_path_of_links(void **state)
{
    (void)state;
    json_t *root = ask(ask_why);
    assert_string_equal(text_at(root, "verdict"), "same operator");
    assert_true(json_is_null(at(root, "link")));
    assert_int_equal(json_array_size(at(root, "path")), 3);
    assert_string_equal(text_at(root, "path/1/from"), "ads/A-2");
    assert_non_null(strstr(text_at(root, "sentence"), "chain of 3 links"));
    json_decref(root);
    root = why("A-3", "A-4");
    assert_int_equal(json_array_size(at(root, "link/evidence")), 4);
    assert_string_equal(
        text_at(root, "sentence"),
        "The strongest evidence that one operator is behind both is the template, worth 22.0 "
        "bits; all evidence and the prior make 24.2 bits, odds of 2^24 to 1 for one operator.");
    json_decref(root);
}

static void why_names_ties_and_their_absence(void **state)
{
    (void)state;
    json_t *root = why("A-5", "A-1");
    assert_string_equal(text_at(root, "verdict"), "same network");
    assert_string_equal(text_at(root, "ties/0/kind"), "identifier");
    json_decref(root);
    root = why("ads/X-1", "A-1");
    assert_string_equal(text_at(root, "verdict"), "not joined");
    assert_int_equal(json_array_size(at(root, "ties")), 1);
    json_decref(root);
    root = why("ads/X-1", "persons/X-1");
    assert_string_equal(text_at(root, "sentence"),
                        "No evidence that was kept joins them; \"bowline why-not\" looks at them anew.");
    json_decref(root);
    root = why("A-1", "ads/A-1");
    assert_string_equal(text_at(root, "sentence"), "Both names stand for the same record.");
    json_decref(root);
}

static void search_finds_all_words_and_marks_them(void **state)
{
    (void)state;
    json_t *root = ask(ask_search);
    assert_int_equal(json_integer_value(at(root, "total")), 3);
    assert_string_equal(text_at(root, "hits/1/snippet"), "new in [town] [call] me");
    json_decref(root);
}

static void search_takes_every_sign_literally(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        int total;
    } signs[] = {{"town OR script", 0},
                 {"town\" OR \"script", 0},
                 {"body:town", 0},
                 {"-town call", 3},
                 {"NEAR(town)", 0},
                 {"(town", 3},
                 {"town^2", 0},
                 {"to* \"", 3},
                 {"*a", 5},
                 {"'; DROP", 0},
                 {"CAFE", 1}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct bowline_text json = {0};
        struct bowline_error err = {0};
        if (bowline_case_search(opened, signs[i].words, 10, &json, &err) != BOWLINE_OK)
            fail_msg("%s: %s", signs[i].words, err.message);
        json_t *root = parsed(&json);
        assert_int_equal(json_integer_value(at(root, "total")), signs[i].total);
        json_decref(root);
    }
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

static void each_allocation_may_fail(void **state)
{
    (void)state;
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++) {
        struct bowline_text whole = {0};
        bool is_failed = true;
        unsigned long passed = 0;
        unsigned long n = 0;
        assert_int_equal(questions[q](&whole, NULL), BOWLINE_OK);
        while (is_failed) {
            struct failing_memory memory;
            struct bowline_text json = {0};
            failing_memory_begin(&memory, ++n);
            enum bowline_status status = questions[q](&json, NULL);
            is_failed = failing_memory_end(&memory);
            if (!is_honest(status, &json, &whole))
                fail_msg("question %zu, request %lu: %d", q, n, (int)status);
            passed += is_failed && status != BOWLINE_ERROR_MEMORY;
            bowline_text_free(&json);
        }
        if (n <= 10 || passed > n / 8)
            fail_msg("question %zu: %lu of %lu failures passed", q, passed, n);
        bowline_text_free(&whole);
    }
}

static void *take_gated(size_t size)
{
    return memory_new(1, size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_summary_counts_and_lists),
        cmocka_unit_test(a_network_lists_members_ties_and_money),
        cmocka_unit_test(a_network_shows_its_money_roles_and_rivals),
        cmocka_unit_test(an_entity_shows_its_links_with_sources),
        cmocka_unit_test(a_record_shows_its_cells_and_hides_the_protected),
        cmocka_unit_test(a_possible_victim_is_a_pseudonym),
        cmocka_unit_test(a_quoted_row_and_a_json_row_are_split),
        cmocka_unit_test(names_that_fail_say_why),
        cmocka_unit_test(why_follows_the_path_of_links),
        cmocka_unit_test(why_names_ties_and_their_absence),
        cmocka_unit_test(search_finds_all_words_and_marks_them),
        cmocka_unit_test(search_takes_every_sign_literally),
        cmocka_unit_test(each_allocation_may_fail),
    };
    json_set_alloc_funcs(take_gated, memory_free);
    return cmocka_run_group_tests_name("json", tests, open_case, close_case);
}
