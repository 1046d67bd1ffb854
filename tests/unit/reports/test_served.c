/* The answers behind the page over the tiny case: what they hold, what they hide, that a guarded handle gives
 * the same, and each allocation failing once. */
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "support/tiny_case.h"

#include <bowline/bowline.h>
#include <jansson.h>
#include <string.h>

static struct bowline_case *opened;
static struct bowline_case *guarded;

/* A record that stands alone is linked to the network's entity by little: a doubt that would move one record.
 */
static const char doubt[] = "INSERT INTO link VALUES (4,4,'contact',6,'contact',-2000,0.2,"
                            "  '[[\"prior\",\"\",0,-13000],[\"identifier\",\"\",4,11000]]');"
                            "INSERT INTO link_end VALUES (4,4),(6,4)";

static int open_case(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    const char *path = tiny_case_make_with(doubt);
    if (bowline_case_open(path, &opened, &err) != BOWLINE_OK ||
        bowline_case_open_guarded(path, &guarded, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return 0;
}

static int close_case(void **state)
{
    (void)state;
    bowline_case_close(opened);
    bowline_case_close(guarded);
    tiny_case_remove();
    return 0;
}

typedef enum bowline_status ask_function(struct bowline_case *handle, struct bowline_text *json,
                                         struct bowline_error *err);

static enum bowline_status ask_networks(struct bowline_case *handle, struct bowline_text *json,
                                        struct bowline_error *err)
{
    return bowline_case_networks(handle, 1, 10, json, err);
}

static enum bowline_status ask_chart(struct bowline_case *handle, struct bowline_text *json,
                                     struct bowline_error *err)
{
    return bowline_case_chart(handle, 1, json, err);
}

static enum bowline_status ask_identifier(struct bowline_case *handle, struct bowline_text *json,
                                          struct bowline_error *err)
{
    return bowline_case_identifier(handle, "+32470000001", json, err);
}

static enum bowline_status ask_review(struct bowline_case *handle, struct bowline_text *json,
                                      struct bowline_error *err)
{
    return bowline_case_review(handle, 20, json, err);
}

static enum bowline_status ask_entity(struct bowline_case *handle, struct bowline_text *json,
                                      struct bowline_error *err)
{
    return bowline_case_entity(handle, 1, json, err);
}

static enum bowline_status ask_search(struct bowline_case *handle, struct bowline_text *json,
                                      struct bowline_error *err)
{
    return bowline_case_search(handle, "town", 10, json, err);
}

static enum bowline_status ask_why(struct bowline_case *handle, struct bowline_text *json,
                                   struct bowline_error *err)
{
    return bowline_case_why(handle, "A-1", "A-4", json, err);
}

static enum bowline_status ask_network(struct bowline_case *handle, struct bowline_text *json,
                                       struct bowline_error *err)
{
    return bowline_case_network(handle, 1, json, err);
}

static ask_function *const questions[] = {
    ask_networks, ask_chart,  ask_identifier, ask_review, bowline_case_summary,
    ask_network,  ask_entity, ask_search,     ask_why,    bowline_case_decisions,
};

static json_t *parse(struct bowline_text *json)
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
    if (question(guarded, &json, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return parse(&json);
}

static const json_t *item(const json_t *root, const char *list, size_t at)
{
    return json_array_get(json_object_get(root, list), at);
}

static const char *text(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static json_int_t number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static void a_guarded_handle_gives_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        struct bowline_text plain = {0};
        struct bowline_text again = {0};
        struct bowline_error err = {0};
        assert_int_equal(questions[i](opened, &plain, &err), BOWLINE_OK);
        if (questions[i](guarded, &again, &err) != BOWLINE_OK)
            fail_msg("%s", err.message);
        assert_string_equal(plain.data, again.data);
        bowline_text_free(&plain);
        bowline_text_free(&again);
    }
}

static void networks_are_listed_from_a_number_on(void **state)
{
    (void)state;
    struct bowline_text json = {0};
    struct bowline_error err = {0};
    json_t *root = ask(ask_networks);
    assert_int_equal(number(root, "total"), 1);
    assert_int_equal(number(item(root, "networks", 0), "network"), 1);
    json_decref(root);
    assert_int_equal(bowline_case_networks(guarded, 2, 10, &json, &err), BOWLINE_OK);
    root = parse(&json);
    assert_int_equal(json_array_size(json_object_get(root, "networks")), 0);
    json_decref(root);
    assert_int_equal(bowline_case_networks(guarded, 1, 0, &json, &err), BOWLINE_ERROR_ARGUMENT);
    assert_int_equal(bowline_case_networks(guarded, 1, 501, &json, &err), BOWLINE_ERROR_ARGUMENT);
}

static void a_chart_has_nodes_with_places_and_ties_between_them(void **state)
{
    (void)state;
    struct bowline_text json = {0};
    struct bowline_error err = {0};
    json_t *root = ask(ask_chart);
    const json_t *nodes = json_object_get(root, "nodes");
    assert_int_equal(json_array_size(nodes), 3);
    assert_string_equal(text(json_array_get(nodes, 0), "node"), "entity 1");
    assert_int_equal(number(json_array_get(nodes, 0), "records"), 4);
    assert_string_equal(text(json_array_get(nodes, 0), "label"), "+32470000001");
    assert_string_equal(text(json_array_get(nodes, 2), "node"), "ads/A-5");
    assert_string_equal(text(json_array_get(nodes, 2), "kind"), "ad");
    assert_int_equal(json_array_size(json_object_get(root, "edges")), 2);
    assert_string_equal(json_string_value(item(item(root, "edges", 0), "kinds", 0)), "payment");
    assert_int_equal(number(item(root, "edges", 0), "from"), 0);
    assert_int_equal(number(item(root, "edges", 0), "to"), 1);
    assert_string_equal(text(item(root, "places", 0), "place"), "be:antwerp");
    assert_string_equal(text(item(root, "months", 0), "month"), "2025-06");
    assert_int_equal(number(item(root, "months", 0), "records"), 2);
    json_decref(root);
    assert_int_equal(bowline_case_chart(guarded, 9, &json, &err), BOWLINE_ERROR_NOT_FOUND);
    assert_int_equal(bowline_case_chart(guarded, 0, &json, &err), BOWLINE_ERROR_NOT_FOUND);
}

/* Record 8 is a possible victim, who uses the number too. */
static void a_value_shows_who_uses_it_and_hides_the_protected(void **state)
{
    (void)state;
    json_t *root = ask(ask_identifier);
    const json_t *found = item(root, "identifiers", 0);
    assert_string_equal(text(found, "type"), "phone");
    assert_string_equal(text(found, "ownership"),
                        "in 2 records with 0 other identifiers in 1 place: exclusive, worth 14.2 bits");
    assert_int_equal(number(item(found, "entities", 0), "entity"), 1);
    assert_int_equal(number(item(found, "entities", 0), "records"), 2);
    assert_int_equal(number(item(found, "entities", 0), "all"), 4);
    assert_int_equal(json_array_size(json_object_get(found, "uses")), 2);
    assert_string_equal(text(item(found, "uses", 1), "record"), "ads/A-2");
    json_decref(root);
}

static void protected_values_are_not_found(void **state)
{
    (void)state;
    static const char *const names[] = {"+32470000007", "phone +32470000007", "email +32470000001", "phone",
                                        "phone ",       "' OR 1=1 --"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct bowline_text json = {0};
        struct bowline_error err = {0};
        assert_int_equal(bowline_case_identifier(guarded, names[i], &json, &err), BOWLINE_ERROR_NOT_FOUND);
    }
}

/* Link 1 alone holds A-1 (0.303 of a record); link 2 holds nothing that others do not; link 4 would move X-1
 * (0.2 of a record). */
static void doubts_come_by_what_they_would_move(void **state)
{
    (void)state;
    struct bowline_text json = {0};
    struct bowline_error err = {0};
    json_t *root = ask(ask_review);
    assert_int_equal(json_array_size(json_object_get(root, "links")), 2);
    assert_string_equal(text(item(root, "links", 0), "from"), "ads/A-1");
    assert_true(json_is_true(json_object_get(item(root, "links", 0), "joined")));
    assert_int_equal(number(item(root, "links", 0), "moved"), 1);
    assert_float_equal(json_real_value(json_object_get(item(root, "links", 0), "expected")), 0.303, 1e-6);
    assert_string_equal(text(item(root, "links", 1), "to"), "ads/X-1");
    assert_false(json_is_true(json_object_get(item(root, "links", 1), "joined")));
    json_decref(root);
    assert_int_equal(bowline_case_review(guarded, 1, &json, &err), BOWLINE_OK);
    root = parse(&json);
    assert_int_equal(json_array_size(json_object_get(root, "links")), 1);
    json_decref(root);
    assert_int_equal(bowline_case_review(guarded, 0, &json, &err), BOWLINE_ERROR_ARGUMENT);
    assert_int_equal(bowline_case_review(guarded, 201, &json, &err), BOWLINE_ERROR_ARGUMENT);
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        bool is_failed = true;
        for (unsigned long n = 1; is_failed; n++) {
            struct bowline_text json = {0};
            struct bowline_error err = {0};
            struct failing_memory memory;
            failing_memory_begin(&memory, n);
            enum bowline_status status = questions[i](opened, &json, &err);
            is_failed = failing_memory_end(&memory);
            assert_int_equal(status, is_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
            bowline_text_free(&json);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_guarded_handle_gives_the_same),
        cmocka_unit_test(networks_are_listed_from_a_number_on),
        cmocka_unit_test(a_chart_has_nodes_with_places_and_ties_between_them),
        cmocka_unit_test(a_value_shows_who_uses_it_and_hides_the_protected),
        cmocka_unit_test(protected_values_are_not_found),
        cmocka_unit_test(doubts_come_by_what_they_would_move),
        cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, open_case, close_case);
}
