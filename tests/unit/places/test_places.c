/* Places: folding, countries, keys, coordinates and the grid. */
#include "base/random.h"
#include "places/coordinates.h"
#include "places/country.h"
#include "places/fold.h"
#include "places/place_key.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <math.h>

static void expect_fold(const char *name, const char *wanted)
{
    struct buffer out;
    buffer_init(&out, 1u << 16);
    place_fold(span_of(name), &out);
    buffer_append_char(&out, 0);
    assert_string_equal(out.data, wanted);
    buffer_release(&out);
}

static void names_fold(void **state)
{
    (void)state;
    expect_fold("Antwerp", "antwerp");
    expect_fold("  ANTWERP  ", "antwerp");
    expect_fold("Liège", "liege");
    expect_fold("LIÈGE", "liege");
    expect_fold("Lie\xcc\x80ge", "liege");
    expect_fold("München", "munchen");
    expect_fold("'s-Hertogenbosch", "s hertogenbosch");
    expect_fold("Saint-Gilles / Sint-Gillis", "saint gilles sint gillis");
    expect_fold("Łódź", "lodz");
    expect_fold("Straße", "strasse");
    expect_fold("Ørestad", "orestad");
    expect_fold("Αθήνα", "αθηνα");
    expect_fold("МОСКВА", "москва");
    expect_fold("東京", "東京");
    expect_fold("Zürich\xffWest", "zurich west");
    expect_fold("A\xc3", "a");
    expect_fold("", "");
    expect_fold("--", "");
    expect_fold("Ａｎｔｗｅｒｐ", "antwerp");
}

static void expect_country(const char *given, const char *wanted)
{
    char code[3];
    assert_int_equal(country_code(span_of(given), code), wanted[0] != 0);
    assert_string_equal(code, wanted);
}

static void countries_are_known_by_code_and_name(void **state)
{
    (void)state;
    expect_country("BE", "BE");
    expect_country("be", "BE");
    expect_country("BEL", "BE");
    expect_country("Belgium", "BE");
    expect_country("België", "BE");
    expect_country("BELGIQUE", "BE");
    expect_country("Deutschland", "DE");
    expect_country("UK", "GB");
    expect_country("United Kingdom", "GB");
    expect_country("Pays-Bas", "NL");
    expect_country("Țările de Jos", "NL");
    expect_country("USA", "US");
    expect_country("România", "RO");
    expect_country("ZZ", "");
    expect_country("Atlantis", "");
    expect_country("", "");
    expect_country("this name is much longer than any name of a country could ever be in any language", "");
}

typedef bool key_function(struct span country, struct span value, struct buffer *out);

static void expect_key(key_function *make, const char *country, const char *value, const char *wanted)
{
    struct buffer out;
    buffer_init(&out, 1u << 16);
    buffer_append_text(&out, ">");
    assert_int_equal(make(span_of(country), span_of(value), &out), wanted[0] != 0);
    buffer_append_char(&out, 0);
    assert_string_equal(out.data + 1, wanted);
    buffer_release(&out);
}

static void towns_have_keys(void **state)
{
    (void)state;
    expect_key(place_key, "BE", "Antwerp", "be:antwerp");
    expect_key(place_key, "Belgium", " ANTWERP ", "be:antwerp");
    expect_key(place_key, "", "Antwerp", ":antwerp");
    expect_key(place_key, "BE", " - ", "");
    expect_key(place_key, "BE", "", "");
}

static void a_failure_of_memory_stands_in_the_buffer(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct buffer out;
        buffer_init(&out, 1u << 16);
        failing_memory_begin(&memory, n);
        bool has_key = place_key(span_of("BE"), span_of("Antwerp"), &out);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(buffer_ok(&out), !has_failed);
        buffer_release(&out);
        if (!has_failed) {
            assert_true(has_key && n > 1);
            break;
        }
    }
}

static void coordinates_are_read_exactly(void **state)
{
    (void)state;
    double value;
    assert_true(coordinate_read(span_of("51.2194"), 90, &value));
    assert_true(value == 51.2194);
    assert_true(coordinate_read(span_of(" -4,4025 "), 180, &value));
    assert_true(value == -4.4025);
    assert_true(coordinate_read(span_of("+0"), 90, &value));
    assert_true(coordinate_read(span_of("90"), 90, &value));
    static const char *const bad[] = {
        "", "-", ".", "90.1", "x", "1e1", "1.2.3", "4 5", "1234567890123456789", "nan"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(coordinate_read(span_of(bad[i]), 90, &value));
        assert_true(isnan(value));
    }
}

static void distances_are_great_circles(void **state)
{
    (void)state;
    /* A quarter of the sphere, and two towns. */
    assert_true(fabs(coordinates_km(0, 0, 0, 90) - 10007.557) < 0.01);
    assert_true(fabs(coordinates_km(0, 0, 90, 0) - 10007.557) < 0.01);
    assert_true(fabs(coordinates_km(51.2194, 4.4025, 50.8503, 4.3517) - 41.2) < 0.5);
    assert_true(coordinates_km(10, 20, 10, 20) == 0);
    assert_true(fabs(coordinates_km(0, 179.9, 0, -179.9) - 22.24) < 0.01);
    assert_true(fabs(coordinates_km(0, 0, 0, 180) - 20015.115) < 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_fold),
        cmocka_unit_test(countries_are_known_by_code_and_name),
        cmocka_unit_test(towns_have_keys),
        cmocka_unit_test(a_failure_of_memory_stands_in_the_buffer),
        cmocka_unit_test(coordinates_are_read_exactly),
        cmocka_unit_test(distances_are_great_circles),
    };
    return cmocka_run_group_tests_name("places", tests, NULL, NULL);
}
