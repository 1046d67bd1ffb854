/* Cells taken on a terminal, and text that must not steer it. */
#include "support/cmocka_all.h"

#include "display.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void widths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t cells;
    } cases[] = {
        {"", 0},
        {"abc", 3},
        {"\xc3\xa9", 1},                 /* e with acute, one character */
        {"e\xcc\x81", 1},                /* the same as letter and mark */
        {"\xe6\x96\xb0\xe3\x81\x97", 4}, /* CJK and kana */
        {"\xea\xb0\x80", 2},             /* Hangul syllable */
        {"\xe1\x84\x80\xe1\x85\xa1", 2}, /* the same from its letters */
        {"\xf0\x9f\x98\x80", 2},         /* emoji */
        {"\xd7\xa9\xd6\xb0", 1},         /* Hebrew letter with a point */
        {"a\xff\xfe"                     /* invalid bytes */
         "b",
         4},
        {"\xe2\x80\x8b", 0}, /* zero-width space */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(display_width(cases[i].text), cases[i].cells);
    }
}

static void ranges_are_sorted(void **state)
{
    (void)state;
    for (size_t i = 0; i < display_wide_count; i++) {
        assert_true(display_wide[i].first <= display_wide[i].last);
        assert_true(i == 0 || display_wide[i - 1].last < display_wide[i].first);
    }
    for (size_t i = 0; i < display_zero_count; i++) {
        assert_true(display_zero[i].first <= display_zero[i].last);
        assert_true(i == 0 || display_zero[i - 1].last < display_zero[i].first);
    }
}

static void fit_keeps_marks_and_cuts_no_letter(void **state)
{
    (void)state;
    assert_int_equal(display_fit("abcdef", 3), 3);
    assert_int_equal(display_fit("e\xcc\x81x", 1), 3);
    assert_int_equal(display_fit("\xe6\x96\xb0\xe3\x81\x97", 3), 3);
    assert_int_equal(display_fit("abc", 99), 3);
    assert_int_equal(display_fit("abc", 0), 0);
}

static void decode_refuses_what_is_not_utf8(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\x80", "\xc3",
        "\xe6\x96", "\xc3(",        "\xff"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        uint32_t character = 0;
        assert_int_equal(display_decode(bad[i], strlen(bad[i]), &character), 1);
        assert_true(character == UINT32_MAX);
    }
}

static void assert_escaped(const char *text, const char *expected)
{
    struct builder out = {0};
    display_escape(&out, text);
    assert_string_equal(builder_string(&out), expected);
    builder_release(&out);
}

static void controls_are_escaped(void **state)
{
    (void)state;
    assert_escaped("a\x1b[31mb", "a\\x1b[31mb");
    assert_escaped("a\nb\tc\rd", "a b c d");
    assert_escaped("\x07\x08\x7f", "\\x07\\x08\\x7f");
    assert_escaped("\xc2\x9b"
                   "31m",
                   "\\u009b31m");
    assert_escaped("\xe2\x80\xae"
                   "evil",
                   "\\u202eevil");
    assert_escaped("\xff", "\\xff");
    assert_escaped("\xe2\x80\xa8", "\\u2028");
    assert_escaped("plain \xc3\xa9 \xe6\x96\xb0", "plain \xc3\xa9 \xe6\x96\xb0");
}

/* Whatever goes in, what comes out holds no control character and is valid UTF-8. */
static void no_byte_pair_passes_raw(void **state)
{
    (void)state;
    for (unsigned pair = 1; pair < 0x10000; pair++) {
        char text[3] = {(char)(pair & 0xff), (char)(pair >> 8), '\0'};
        struct builder out = {0};
        if (text[0] == '\0') {
            continue;
        }
        display_escape(&out, text);
        for (size_t at = 0; at < out.length;) {
            uint32_t character;
            at += display_decode(out.data + at, out.length - at, &character);
            assert_true(character >= 0x20 && character != UINT32_MAX &&
                        !(character >= 0x7f && character < 0xa0));
        }
        builder_release(&out);
    }
}

static void json_is_escaped_and_stays_the_same(void **state)
{
    (void)state;
    const char *value = "a\x7f\xc2\x9b\xe2\x80\xae\xf3\xa0\x81\x81z";
    json_t *before = json_pack("{s:s}", "key", value);
    char *text = json_dumps(before, 0);
    struct builder out = {0};
    display_escape_json(&out, text, strlen(text));
    assert_null(strchr(builder_string(&out), 0x7f));
    assert_null(strstr(builder_string(&out), "\xc2\x9b"));
    assert_null(strstr(builder_string(&out), "\xe2\x80\xae"));
    json_t *after = json_loads(builder_string(&out), 0, NULL);
    assert_non_null(after);
    assert_string_equal(json_string_value(json_object_get(after, "key")), value);
    json_decref(before);
    json_decref(after);
    free(text);
    builder_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths),
        cmocka_unit_test(ranges_are_sorted),
        cmocka_unit_test(fit_keeps_marks_and_cuts_no_letter),
        cmocka_unit_test(decode_refuses_what_is_not_utf8),
        cmocka_unit_test(controls_are_escaped),
        cmocka_unit_test(no_byte_pair_passes_raw),
        cmocka_unit_test(json_is_escaped_and_stays_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
