/* Circuits, premises, growth and the map in a dossier, the report and the export; hostile names stay text. */
#include "support/cmocka_all.h"
#include "support/tiny_case.h"

#include <bowline/case.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char made[] =
    "INSERT INTO place VALUES (90, 'be:ghent', 51.05, 3.72, 'records'), (91, 'fr:lille', 50.63, 3.06, "
    "'records'),"
    " (92, 'be:nowhere', NULL, NULL, '');"
    "INSERT OR REPLACE INTO sighting VALUES (1, 90, NULL, NULL, 1700000000, 1700000001, 'sure'),"
    " (2, 91, NULL, NULL, 1700900000, 1700900001, 'sure');"
    "INSERT INTO circuit VALUES (1, 1, 0, 3, 2, 9, 8, 3, 288, 1700000000, 1709000000, 21500, 17250);"
    "INSERT INTO circuit_place VALUES (1, 0, 90), (1, 1, 91), (1, 2, 92);"
    "INSERT INTO circuit_stop VALUES (1, 0, 1, 0, 1700000000, 1700000001, 1, 0, 1, 1),"
    " (1, 1, 1, 1, 1700900000, 1700900001, 2, 1, 1, 2), (1, 2, 2, 2, 1701900000, 1701900001, 1, 0, 1, 3);"
    "INSERT INTO premises VALUES (5, 'Hotel "
    "<b>&' , 'Street, 5', 90, 'hotel', NULL, NULL, 0, 12);"
    "INSERT INTO network_premises VALUES (1, 5, 3, 9, 2, 1, 2, 1, 1, 0, 0, 1700000000, 1701900001);"
    "INSERT INTO premises_use VALUES (1, 5, 1, 0, 0, 0, 1), (1, 5, 2, 1, 0, 0, 0);"
    "INSERT INTO network_year VALUES (1, 0, 12, 2, 90, 8, 90, 14), (1, 2023, 12, 2, 90, 8, 90, 14);"
    "INSERT INTO burst VALUES (1, 24280, 24282, 10, 4, 5200);"
    "INSERT INTO phase VALUES (1, 4046, 0, 2, 'born', 2, 0, 0, 1, 1);"
    "INSERT INTO route VALUES (1, 0, 90, 91, 7, 288);"
    "INSERT INTO conflict VALUES (1, 'twice', 2, 1, 2, 67, -7200);"
    "INSERT INTO meeting VALUES (1, 2, 4, 500, 12000, 90, 1700000000);";

static struct bowline_case *opened;
static json_t *network;

static int open_case(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    struct bowline_text text;
    if (bowline_case_open(tiny_case_make_with(made), &opened, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    if (bowline_case_network(opened, 1, &text, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    network = json_loads(text.data, 0, NULL);
    bowline_text_free(&text);
    return network ? 0 : 1;
}

static int close_case(void **state)
{
    (void)state;
    json_decref(network);
    bowline_case_close(opened);
    tiny_case_remove();
    return 0;
}

static json_t *first(const char *key)
{
    json_t *item = json_array_get(json_object_get(network, key), 0);
    assert_non_null(item);
    return item;
}

static int64_t number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static void word(const json_t *object, const char *key, const char *wanted)
{
    assert_string_equal(json_string_value(json_object_get(object, key)), wanted);
}

static void a_dossier_holds_circuits_and_premises(void **state)
{
    (void)state;
    const json_t *circuit = first("circuits");
    const json_t *places = json_object_get(circuit, "places");
    assert_int_equal(json_array_size(places), 3);
    word(json_array_get(places, 1), "place", "fr:lille");
    assert_true(json_is_null(json_object_get(json_array_get(places, 2), "lat")));
    assert_true(json_real_value(json_object_get(json_array_get(places, 0), "lat")) > 51);
    assert_int_equal(number(circuit, "stops_total"), 3);
    assert_true(json_real_value(json_object_get(circuit, "days_per_place")) == 12);
    word(json_array_get(json_object_get(circuit, "stops"), 1), "place", "fr:lille");
    const json_t *premises = first("premises");
    word(premises, "name", "Hotel <b>&");
    word(premises, "kind", "hotel");
    assert_int_equal(number(premises, "all_stays"), 12);
    assert_int_equal(number(premises, "records_total"), 2);
    assert_true(json_is_true(json_object_get(premises, "booked")));
    assert_true(json_is_null(json_object_get(premises, "record")));
}

static void a_dossier_holds_growth_and_meetings(void **state)
{
    (void)state;
    const json_t *growth = json_object_get(network, "growth");
    word(json_object_get(growth, "all"), "centre", "be:ghent");
    assert_int_equal(number(json_array_get(json_object_get(growth, "years"), 0), "year"), 2023);
    const json_t *burst = json_array_get(json_object_get(growth, "bursts"), 0);
    word(burst, "from", "2023-05");
    word(burst, "to", "2023-07");
    const json_t *phase = json_array_get(json_object_get(growth, "phases"), 0);
    word(phase, "from", "2023-01");
    word(phase, "to", "2023-06");
    assert_true(json_is_true(json_object_get(phase, "ends")));
    assert_int_equal(number(first("next_places"), "moves"), 7);
    word(first("conflicts"), "kind", "twice");
    assert_int_equal(number(first("meetings"), "times"), 4);
}

static char *slurp(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) < (1 << 20) - 1);
    fclose(file);
    return text;
}

static void a_report_draws_the_map_and_escapes_names(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    char path[160];
    snprintf(path, sizeof path, "%s/movement.html", tiny_case_folder());
    if (bowline_case_report(opened, path, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    char *text = slurp(path);
    assert_non_null(strstr(text, "aria-label='The places of the network'"));
    assert_non_null(strstr(text, "<path class=round d='M"));
    assert_non_null(strstr(text, "Hotel &lt;b&gt;&amp;"));
    assert_null(strstr(text, "Hotel <b>"));
    assert_non_null(strstr(text, "3 of 12"));
    free(text);
    remove(path);
}

static void an_export_has_the_tables_and_the_map(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    char folder[160];
    char path[200];
    snprintf(folder, sizeof folder, "%s/tables", tiny_case_folder());
    if (bowline_case_export(opened, "csv", folder, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    snprintf(path, sizeof path, "%s/circuits.csv", folder);
    char *text = slurp(path);
    assert_non_null(strstr(text, "\n1,1,,be:ghent;fr:lille;be:nowhere,"));
    free(text);
    snprintf(path, sizeof path, "%s/premises.csv", folder);
    text = slurp(path);
    assert_non_null(strstr(text, "\n1,5,Hotel <b>&,\"Street, 5\",be:ghent,hotel,,,1,0,0,3,12,9,2,1,2,1,"));
    free(text);
    snprintf(path, sizeof path, "%s/places.geojson", folder);
    json_t *map = json_load_file(path, 0, NULL);
    const json_t *features = json_object_get(map, "features");
    const json_t *line = json_array_get(features, json_array_size(features) - 1);
    assert_int_equal(json_array_size(json_object_get(json_object_get(line, "geometry"), "coordinates")), 3);
    json_decref(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dossier_holds_circuits_and_premises),
        cmocka_unit_test(a_dossier_holds_growth_and_meetings),
        cmocka_unit_test(a_report_draws_the_map_and_escapes_names),
        cmocka_unit_test(an_export_has_the_tables_and_the_map),
    };
    return cmocka_run_group_tests_name("movement in reports", tests, open_case, close_case);
}
