/* Invented contacts: valid to libphonenumber, never twice, with right check digits. */
#include "simulation/contact.h"

#include "identifiers/phone_reserved.h"
#include "identifiers/phone_shim.h"
#include "simulation/gazetteer.h"
#include "support/cmocka_all.h"

#include <stdlib.h>

static void digits_only(struct span text, char *out)
{
    for (size_t i = 0; i < text.length; i++)
        if ((text.at[i] >= '0' && text.at[i] <= '9') || (i == 0 && text.at[i] == '+'))
            *out++ = text.at[i];
    *out = '\0';
}

/* Every way of writing a number is the same number, and a valid one. */
static void phones_are_valid_in_each_style(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 100);
    assert_true(phone_shim_start());
    for (unsigned country = 0; country < COUNTRY_COUNT; country++)
        for (uint64_t ordinal = 0; ordinal < 60000; ordinal += 997) {
            struct phone_answer first = {0};
            for (unsigned style = 0; style < PHONE_STYLES; style++) {
                char digits[40] = "";
                struct phone_answer answer = {0};
                buffer_reset(&out);
                phone_write(&out, country, ordinal, style);
                digits_only(buffer_all(&out), digits);
                if (strncmp(digits, "00", 2) == 0)
                    digits[1] = '+';
                phone_shim_ask(digits[1] == '+' ? digits + 1 : digits, country_name(country), &answer);
                assert_int_equal(answer.verdict, PHONE_VALID);
                first = style == 0 ? answer : first;
                assert_string_equal(answer.e164, first.e164);
            }
        }
    buffer_release(&out);
}

static void first_numbers_are_reserved_for_fiction(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 100);
    for (uint64_t ordinal = 0; ordinal < 5000; ordinal += 7) {
        buffer_reset(&out);
        phone_write(&out, ordinal % 2 ? COUNTRY_FR : COUNTRY_DE, ordinal, PHONE_E164);
        buffer_append_char(&out, '\0');
        assert_true(phone_is_reserved(out.data));
    }
    buffer_release(&out);
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void phones_differ(void **state)
{
    (void)state;
    enum { COUNT = 200000 };
    uint64_t *numbers = malloc(COUNT * sizeof *numbers);
    struct buffer out;
    buffer_init(&out, 100);
    for (unsigned country = 0; country < COUNTRY_COUNT; country++) {
        for (uint64_t i = 0; i < COUNT; i++) {
            buffer_reset(&out);
            phone_write(&out, country, i, PHONE_E164);
            buffer_append_char(&out, '\0');
            numbers[i] = strtoull(out.data + 1, NULL, 10);
        }
        qsort(numbers, COUNT, sizeof *numbers, by_number);
        for (size_t i = 1; i < COUNT; i++)
            assert_true(numbers[i] != numbers[i - 1]);
    }
    buffer_release(&out);
    free(numbers);
}

/* The definition of ISO 13616, digit by digit on the rearranged text. */
static unsigned iban_rest(const char *iban)
{
    char digits[80] = "";
    size_t length = strlen(iban);
    size_t at = 0;
    for (size_t i = 0; i < length; i++) {
        char c = iban[(i + 4) % length];
        if (c >= 'A')
            digits[at++] = (char)('1' + (c - 'A') / 10), c = (char)('0' + (c - 'A') % 10);
        digits[at++] = c;
    }
    unsigned rest = 0;
    for (size_t i = 0; i < at; i++)
        rest = (rest * 10 + (unsigned)(digits[i] - '0')) % 97;
    return rest;
}

static uint64_t number_at(const char *text, size_t from, size_t length)
{
    char part[20] = "";
    memcpy(part, text + from, length);
    return strtoull(part, NULL, 10);
}

static void ibans_check(void **state)
{
    (void)state;
    static const size_t lengths[COUNTRY_COUNT] = {16, 18, 27, 22, 20};
    struct buffer out;
    buffer_init(&out, 100);
    for (unsigned country = 0; country < COUNTRY_COUNT; country++)
        for (uint64_t ordinal = 0; ordinal < 300000; ordinal += 1009) {
            buffer_reset(&out);
            iban_write(&out, country, ordinal, false);
            buffer_append_char(&out, '\0');
            assert_int_equal(strlen(out.data), lengths[country]);
            assert_memory_equal(out.data, country_name(country), 2);
            assert_int_equal(iban_rest(out.data), 1);
        }
    buffer_release(&out);
}

/* Belgium: the first ten digits modulo 97, 0 written as 97. Netherlands: the sum of weighted digits divides
 * by eleven. France: the RIB key. */
static void domestic_digits_check(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 100);
    for (uint64_t ordinal = 0; ordinal < 5000; ordinal++) {
        buffer_reset(&out);
        iban_write(&out, COUNTRY_BE, ordinal, false);
        uint64_t key = number_at(out.data, 4, 10) % 97;
        assert_int_equal(number_at(out.data, 14, 2), key ? key : 97);
        buffer_reset(&out);
        iban_write(&out, COUNTRY_NL, ordinal, false);
        unsigned sum = 0;
        for (unsigned i = 0; i < 10; i++)
            sum += (10 - i) * (unsigned)(out.data[8 + i] - '0');
        assert_int_equal(sum % 11, 0);
        buffer_reset(&out);
        iban_write(&out, COUNTRY_FR, ordinal, false);
        uint64_t sum_fr = 89 * number_at(out.data, 4, 5) + 15 * number_at(out.data, 9, 5) +
                          3 * number_at(out.data, 14, 11) + number_at(out.data, 25, 2);
        assert_int_equal(sum_fr % 97, 0);
    }
    buffer_release(&out);
}

static void grouping_only_adds_spaces(void **state)
{
    (void)state;
    struct buffer plain;
    struct buffer grouped;
    buffer_init(&plain, 100);
    buffer_init(&grouped, 100);
    iban_write(&plain, COUNTRY_FR, 5, false);
    iban_write(&grouped, COUNTRY_FR, 5, true);
    assert_int_equal(grouped.length, plain.length + 6);
    size_t at = 0;
    for (size_t i = 0; i < grouped.length; i++)
        if (grouped.data[i] != ' ')
            assert_int_equal(grouped.data[i], plain.data[at++]);
    assert_int_equal(at, plain.length);
    buffer_release(&plain);
    buffer_release(&grouped);
}

static void mails_stay_in_reserved_domains(void **state)
{
    (void)state;
    struct buffer a;
    struct buffer b;
    buffer_init(&a, 100);
    buffer_init(&b, 100);
    for (uint64_t i = 0; i < 3000; i++) {
        buffer_reset(&a);
        buffer_reset(&b);
        mail_write(&a, "Zoë", i);
        mail_write(&b, "Zoë", i + 1);
        assert_false(span_equal(buffer_all(&a), buffer_all(&b)));
        buffer_append_char(&a, '\0');
        assert_non_null(strstr(a.data, "@example."));
        assert_memory_equal(a.data, "zo.", 3);
    }
    buffer_release(&a);
    buffer_release(&b);
}

/* BIP 173 by its definition: over the prefix and all values the polynomial's remainder is 1. */
static uint32_t bech32_rest(const char *address)
{
    static const char signs[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    static const uint32_t generators[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    unsigned values[60] = {'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31};
    size_t count = 5;
    uint32_t rest = 1;
    for (const char *c = address + 3; *c; c++)
        values[count++] = (unsigned)(strchr(signs, *c) - signs);
    for (size_t i = 0; i < count; i++) {
        uint32_t top = rest >> 25;
        rest = (rest & 0x1ffffff) << 5 ^ values[i];
        for (int bit = 0; bit < 5; bit++)
            rest ^= top >> bit & 1 ? generators[bit] : 0;
    }
    return rest;
}

static void wallets_check(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 100);
    for (uint64_t i = 0; i < 500; i++) {
        buffer_reset(&out);
        wallet_write(&out, i * 0x9e3779b97f4a7c15u, i % 2 ? WALLET_BITCOIN : WALLET_ETHEREUM);
        buffer_append_char(&out, '\0');
        if (i % 2) {
            assert_true(strncmp(out.data, "bc1q", 4) == 0);
            assert_int_equal(strlen(out.data), 42);
            assert_int_equal(bech32_rest(out.data), 1);
        } else {
            assert_int_equal(strlen(out.data), 42);
            assert_true(strncmp(out.data, "0x", 2) == 0);
            assert_int_equal(strspn(out.data + 2, "0123456789abcdef"), 40);
        }
    }
    buffer_release(&out);
}

static void marks_have_their_shape(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 100);
    plate_write(&out, 12345);
    buffer_append_char(&out, '\0');
    assert_int_equal(strlen(out.data), 9);
    assert_true(strncmp(out.data, "0-", 2) == 0 && out.data[5] == '-');
    buffer_reset(&out);
    document_write(&out, UINT64_MAX);
    buffer_append_char(&out, '\0');
    assert_int_equal(strlen(out.data), 12);
    assert_int_equal(strspn(out.data + 2, "0123456789"), 10);
    buffer_reset(&out);
    website_write(&out, "Ma\xc3\xafs", 7);
    buffer_append_char(&out, '\0');
    assert_non_null(strstr(out.data, ".example"));
    assert_memory_equal(out.data, "mas-", 4);
    buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phones_are_valid_in_each_style),
        cmocka_unit_test(first_numbers_are_reserved_for_fiction),
        cmocka_unit_test(phones_differ),
        cmocka_unit_test(ibans_check),
        cmocka_unit_test(domestic_digits_check),
        cmocka_unit_test(grouping_only_adds_spaces),
        cmocka_unit_test(mails_stay_in_reserved_domains),
        cmocka_unit_test(wallets_check),
        cmocka_unit_test(marks_have_their_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
