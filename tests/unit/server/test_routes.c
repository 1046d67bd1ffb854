/* The table of routes: what it finds, and that the OpenAPI file tells the same. */
#include "routes.h"

#include "support/cmocka_all.h"

#include <ctype.h>
#include <string.h>

extern const unsigned char asset_openapi[];
extern const unsigned char asset_openapi_end[];

static json_t *load_api(void)
{
    json_t *api =
        json_loadb((const char *)asset_openapi, (size_t)(asset_openapi_end - asset_openapi), 0, NULL);
    assert_non_null(api);
    return api;
}

static const json_t *operation_of(const json_t *api, const struct route *route)
{
    char method[8] = "";
    for (size_t i = 0; route->method[i] && i < sizeof method - 1; i++)
        method[i] = (char)tolower((unsigned char)route->method[i]);
    return json_object_get(json_object_get(json_object_get(api, "paths"), route->path), method);
}

static const json_t *parameter_of(const json_t *operation, const char *name)
{
    size_t i;
    const json_t *parameter;
    json_array_foreach(json_object_get(operation, "parameters"), i, parameter)
    {
        if (strcmp(json_string_value(json_object_get(parameter, "name")), name) == 0)
            return parameter;
    }
    return NULL;
}

static void every_row_is_in_the_file(void **state)
{
    (void)state;
    json_t *api = load_api();
    for (size_t i = 0; i < route_count; i++) {
        const json_t *operation = operation_of(api, &routes[i]);
        assert_non_null(operation);
        const json_t *security = json_object_get(operation, "security");
        assert_int_equal(routes[i].access == ACCESS_OPEN, security != NULL && json_array_size(security) == 0);
        assert_int_equal(routes[i].body_most > 0, json_object_get(operation, "requestBody") != NULL);
        assert_int_equal(strstr(routes[i].path, "{number}") != NULL,
                         parameter_of(operation, "number") != NULL);
        const json_t *limit = json_object_get(parameter_of(operation, "limit"), "schema");
        assert_int_equal(routes[i].rows_most > 0, limit != NULL);
        if (limit) {
            assert_int_equal(json_integer_value(json_object_get(limit, "maximum")), routes[i].rows_most);
            assert_int_equal(json_integer_value(json_object_get(limit, "default")), routes[i].rows_usual);
        }
    }
    json_decref(api);
}

static void every_operation_of_the_file_is_a_row(void **state)
{
    (void)state;
    json_t *api = load_api();
    const char *path;
    json_t *methods;
    size_t count = 0;
    json_object_foreach(json_object_get(api, "paths"), path, methods)
    {
        const char *method;
        json_t *operation;
        json_object_foreach(methods, method, operation)
        {
            size_t at = 0;
            while (at < route_count && operation_of(api, &routes[at]) != operation)
                at++;
            assert_true(at < route_count);
            assert_non_null(json_object_get(operation, "summary"));
            count++;
        }
    }
    assert_int_equal(count, route_count);
    json_decref(api);
}

static void get_takes_no_body_and_writes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < route_count; i++) {
        bool is_get = strcmp(routes[i].method, "GET") == 0;
        assert_true(is_get || strcmp(routes[i].method, "POST") == 0);
        assert_int_equal(is_get, routes[i].body_most == 0);
        assert_true(routes[i].body_most <= 16384);
        assert_true(routes[i].rows_most <= 500 && routes[i].rows_usual <= routes[i].rows_most);
        assert_non_null(routes[i].answer);
    }
}

static void only_whole_paths_are_found(void **state)
{
    (void)state;
    uint32_t number = 0;
    char allowed[32];
    const struct route *found = route_find("GET", "/api/networks/17/chart", &number, allowed);
    assert_non_null(found);
    assert_string_equal(found->path, "/api/networks/{number}/chart");
    assert_int_equal(number, 17);
    assert_non_null(route_find("GET", "/api/entities/4294967295", &number, allowed));
    assert_true(number == UINT32_MAX);
    static const char *const missing[] = {"",
                                          "/api",
                                          "/api/networks/",
                                          "/api/networks/0",
                                          "/api/networks/01",
                                          "/api/networks/4294967296",
                                          "/api/networks/18446744073709551617",
                                          "/api/networks/1x",
                                          "/api/networks/1/",
                                          "/api/networks/1/charts",
                                          "/api/networks/{number}"};
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        assert_null(route_find("GET", missing[i], &number, allowed));
        assert_string_equal(allowed, "");
    }
    assert_null(route_find("DELETE", "/api/decisions", &number, allowed));
    assert_string_equal(allowed, "GET, POST");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_in_the_file),
        cmocka_unit_test(every_operation_of_the_file_is_a_row),
        cmocka_unit_test(get_takes_no_body_and_writes_nothing),
        cmocka_unit_test(only_whole_paths_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
