/* Numbers as people read them. */
#include "support/cmocka_all.h"

#include "numbers.h"

static void counts(void **state)
{
    (void)state;
    assert_string_equal(count_text(0).text, "0");
    assert_string_equal(count_text(999).text, "999");
    assert_string_equal(count_text(1000).text, "1,000");
    assert_string_equal(count_text(1900000).text, "1,900,000");
    assert_string_equal(count_text(UINT64_MAX).text, "18,446,744,073,709,551,615");
    assert_string_equal(counted_text(1, "record").text, "1 record");
    assert_string_equal(counted_text(0, "record").text, "0 records");
    assert_string_equal(counted_text(2000, "entity").text, "2,000 entities");
    assert_string_equal(counted_text(1, "entity").text, "1 entity");
    assert_string_equal(counted_text(4, "stay").text, "4 stays");
}

static void decimals(void **state)
{
    (void)state;
    assert_string_equal(decimal_text(1234.56, 1).text, "1,234.6");
    assert_string_equal(decimal_text(-1234.56, 1).text, "-1,234.6");
    assert_string_equal(decimal_text(-0.01, 1).text, "0.0");
    assert_string_equal(decimal_text(0.5, 3).text, "0.500");
    assert_string_equal(signed_bits_text(14.23).text, "+14.2");
    assert_string_equal(signed_bits_text(-3).text, "-3.0");
    assert_string_equal(signed_bits_text(0.01).text, "0.0");
}

static void shares(void **state)
{
    (void)state;
    assert_string_equal(share_text(0.5).text, "50.0 %");
    assert_string_equal(share_text(1).text, "100.0 %");
    assert_string_equal(share_text(0.9997).text, "99.97 %");
    assert_string_equal(share_text(0.999999).text, "over 99.99 %");
    assert_string_equal(share_text(0.00001).text, "under 0.01 %");
    assert_string_equal(share_text(0).text, "0.0 %");
}

static void sizes_and_durations(void **state)
{
    (void)state;
    assert_string_equal(bytes_text(0).text, "0 bytes");
    assert_string_equal(bytes_text(1).text, "1 byte");
    assert_string_equal(bytes_text(999).text, "999 bytes");
    assert_string_equal(bytes_text(1000).text, "1.0 kB");
    assert_string_equal(bytes_text(812000000).text, "812 MB");
    assert_string_equal(bytes_text(999999).text, "1.0 MB");
    assert_string_equal(bytes_text(UINT64_MAX).text, "18 EB");
    assert_string_equal(seconds_text(4.12).text, "4.1 s");
    assert_string_equal(seconds_text(59.97).text, "1 min 00 s");
    assert_string_equal(seconds_text(125).text, "2 min 05 s");
    assert_string_equal(seconds_text(3725).text, "1 h 02 min");
    assert_string_equal(seconds_text(-1).text, "0.0 s");
}

static void odds(void **state)
{
    (void)state;
    assert_string_equal(odds_text(14.2).text, "about 19,000 to 1");
    assert_string_equal(odds_text(-3).text, "about 8 to 1 against");
    assert_string_equal(odds_text(0).text, "no more likely than not");
    assert_string_equal(odds_text(0.5).text, "about 1.4 to 1");
    assert_string_equal(odds_text(10).text, "about 1,000 to 1");
    assert_string_equal(odds_text(20.2).text, "about 1.2 million to 1");
    assert_string_equal(odds_text(98.2).text, "over 10^29 to 1");
    assert_string_equal(odds_text(-1e9).text, "over 10^301029995 to 1 against");
}

static void times(void **state)
{
    (void)state;
    assert_string_equal(time_text("2025-06-03T21:40:00Z").text, "2025-06-03 21:40");
    assert_string_equal(time_text("2025-06-03").text, "2025-06-03");
    assert_string_equal(time_text("").text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts),
        cmocka_unit_test(decimals),
        cmocka_unit_test(shares),
        cmocka_unit_test(odds),
        cmocka_unit_test(sizes_and_durations),
        cmocka_unit_test(times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
