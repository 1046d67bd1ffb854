/* words and normalise: the same words in any dress, typed slots, and bytes that are no text. */
#include "base/memory.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "text/utf8.h"
#include "text/words.h"

#include <stdio.h>
#include <stdlib.h>

static struct fold_table folds;

static int set_up(void **state)
{
    (void)state;
    return fold_table_init(&folds, NULL) == BOWLINE_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    fold_table_release(&folds);
    return 0;
}

/* Words joined by '|': folded letters, or the kind's name in braces. */
static const char *split(const char *text, size_t length)
{
    static char out[4096];
    struct word_reader reader;
    struct word word;
    size_t at = 0;
    size_t end = 0;
    out[0] = 0;
    word_reader_init(&reader, &folds, (struct span){text, length});
    while (word_next(&reader, &word) && at < sizeof out - 1100) {
        assert_true(word.at >= end && word.length > 0 && word.at + word.length <= length);
        end = word.at + word.length;
        const char *name = word_kind_name(word.kind);
        const char *bar = at ? "|" : "";
        if (name) {
            at += (size_t)snprintf(out + at, sizeof out - at, "%s{%s}", bar, name);
        } else {
            at += (size_t)snprintf(out + at, sizeof out - at, "%s", bar);
            memcpy(out + at, reader.folded, reader.size);
            at += reader.size;
            out[at] = 0;
        }
    }
    return out;
}

static const struct {
    const char *text, *words;
} cases[] = {
    {"", ""},
    {"   \t\n", ""},
    {"Hello", "hello"},
    {"Hello, WORLD!", "hello|world"},
    {"don't DON\xE2\x80\x99T", "dont|dont"},
    {"Caf\xC3\xA9 cafe\xCC\x81", "cafe|cafe"},
    {"Stra\xC3\x9F"
     "e",
     "strasse"},
    {"\xEF\xBC\xB7\xEF\xBD\x89\xEF\xBD\x84\xEF\xBD\x85", "wide"}, /* full width */
    {"\xF0\x9D\x93\x9C\xF0\x9D\x93\xAA", "ma"},                   /* script capitals */
    {"\xF0\x9F\x85\xB0\xF0\x9F\x85\xB1", "ab"},                   /* letters in squares */
    {"\xE1\xB4\x80\xCA\x99", "ab"},                               /* small capitals */
    {"m\xD0\xB0ss\xD0\xB0ge", "massage"},                         /* Cyrillic a in Latin */
    {"\xD0\xBC\xD0\xB0\xD1\x81\xD1\x81\xD0\xB0\xD0\xB6", "\xD0\xBC\xD0\xB0\xD1\x81\xD1\x81\xD0\xB0\xD0\xB6"},
    {"\xD0\xBC"
     "a\xD1\x81\xD1\x81"
     "a\xD0\xB6",
     "\xD0\xBC\xD0\xB0\xD1\x81\xD1\x81\xD0\xB0\xD0\xB6"},
    {"we\xE2\x80\x8Bl\xC2\xADl\xE2\x80\x8Fness", "wellness"}, /* invisible marks */
    {"\xE2\x80\xAE"
     "abc\xE2\x80\xAC",
     "abc"},
    {"\xE6\xB5\xB7\xE6\xBB\xA9", "\xE6\xB5\xB7|\xE6\xBB\xA9"}, /* Chinese */
    {"\xE3\x81\x8B\xE3\x82\x99", "\xE3\x81\x8B\xE3\x82\x99"},  /* kana with its sign */
    {"\xE3\x81\x8C", "\xE3\x81\x8B\xE3\x82\x99"},
    {"\xE0\xB8\x81\xE0\xB8\xB5", "\xE0\xB8\x81\xE0\xB8\xB5"}, /* Thai with its vowel */
    {"\xF0\x9F\x8C\xB9\xEF\xB8\x8F sea", "\xF0\x9F\x8C\xB9|sea"},
    {"\xF0\x9F\x91\x8B\xF0\x9F\x8F\xBD", "\xF0\x9F\x91\x8B"}, /* no skin tone */
    {"\xF0\x9F\x87\xA7\xF0\x9F\x87\xAA", ""},                 /* no flags */
    {"5 rooms", "{number}|rooms"},
    {"\xD9\xA1\xD9\xA2 rooms", "{number}|rooms"},
    {"1,200.50", "{number}"},
    {"2025-06-03", "{number}"},
    {"80 eur, \xE2\x82\xAC 90, 70\xE2\x82\xAC, $60", "{price}|{price}|{price}|{price}"},
    {"call +32 555 01 23 45 now", "call|{phone}|now"},
    {"(555) 010-0199", "{phone}"},
    {"0555/01.02.03", "{phone}"},
    {"write a.b-c@example.org.", "write|{email}"},
    {"see www.example.com/a?b=1, or https://example.org.", "see|{link}|or|{link}"},
    {"end.Next", "end|next"},
    {"follow @some_name!", "follow|{handle}"},
    {"24h open", "#h|open"},
    {"room12b", "room#b"},
    {"\xFF\xFEok\xC3", "ok"},
};

static void words_are_folded_and_typed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(split(cases[i].text, strlen(cases[i].text)), cases[i].words);
    assert_string_equal(split("a\0b", 3), "a|b");
}

static void hashes_depend_on_the_folded_word_alone(void **state)
{
    (void)state;
    const char *same[] = {"wellness", "WELLNESS", "we\xE2\x80\x8Bllness", "w\xC3\xA8llness"};
    uint64_t first = 0;
    for (size_t i = 0; i < 4; i++) {
        struct word_reader reader;
        struct word word;
        word_reader_init(&reader, &folds, span_of(same[i]));
        assert_true(word_next(&reader, &word));
        first = i ? first : word.hash;
        assert_true(word.hash == first);
        assert_int_equal(word.length, strlen(same[i]));
    }
}

static size_t count_words(const char *text, size_t length)
{
    struct word_reader reader;
    struct word word;
    size_t count = 0;
    word_reader_init(&reader, &folds, (struct span){text, length});
    while (word_next(&reader, &word))
        count++;
    return count;
}

/* Long runs of one kind must not take quadratic time: the test would not end. */
static void long_texts_take_linear_time(void **state)
{
    (void)state;
    const char *pieces[] = {"a",   "7",   "a.", "@", "a@", "+", "\xE2\x80\x8B", "\xCC\x81", "\xE0\xB8\xB5",
                            "- 1", "www."};
    size_t most = 1u << 20;
    char *text = malloc(most);
    assert_non_null(text);
    for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
        size_t size = strlen(pieces[p]);
        for (size_t at = 0; at + size <= most; at += size)
            memcpy(text + at, pieces[p], size);
        assert_true(count_words(text, most / size * size) <= most);
    }
    free(text);
}

static void texts_are_normalised(void **state)
{
    (void)state;
    const char *in = " \xE2\x80\x8FM\xD0\xB0ss\xC3\xA1GE,\t\n\xEF\xBC\x91\xD9\xA2  \xF0\x9F\x8C\xB9! \xFF ";
    struct buffer out;
    buffer_init(&out, 1000);
    normalise_text(&folds, span_of(in), &out);
    assert_true(buffer_ok(&out));
    buffer_append_char(&out, 0);
    assert_string_equal(out.data, "massage, 12 \xF0\x9F\x8C\xB9! \xEF\xBF\xBD");
    buffer_release(&out);
}

static void assert_same_fold(const char *at, size_t left)
{
    size_t length;
    size_t length_any;
    struct fold fold = fold_next(&folds, at, left, &length);
    struct fold any = fold_next_any(&folds, at, left, &length_any);
    assert_int_equal(length, length_any);
    assert_int_equal(fold.kind, any.kind);
    assert_int_equal(fold.script, any.script);
    assert_true(span_equal(fold.to, any.to));
}

/* Every character, and every three bytes whether they are one or not, also where the text ends before them.
 */
static void the_short_way_folds_alike(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[UTF8_MOST];
        size_t size = utf8_encode(code, bytes);
        assert_same_fold(bytes, size);
    }
    for (uint32_t n = 0; n < 1u << 21; n++) {
        const char bytes[3] = {(char)(n >> 13), (char)(n >> 6 & 0xFF), (char)(n << 2)};
        assert_same_fold(bytes, 1 + n % 3);
    }
}

static void utf8_is_strict_about_form(void **state)
{
    (void)state;
    const char *bad[] = {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                         "\xF8",     "\xE2\x82",     "\x80"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct utf8_char c = utf8_decode(bad[i], strlen(bad[i]));
        assert_int_equal(c.code, UTF8_REPLACEMENT);
        assert_int_equal(c.length, 1);
        assert_int_equal(utf8_valid_length(span_of(bad[i])), 0);
    }
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[UTF8_MOST];
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        size_t size = utf8_encode(code, bytes);
        struct utf8_char c = utf8_decode(bytes, size);
        assert_true(c.code == code && c.length == size);
    }
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    for (unsigned long n = 1; n < 100; n++) {
        struct failing_memory memory;
        struct fold_table table;
        failing_memory_begin(&memory, n);
        enum bowline_status status = fold_table_init(&table, NULL);
        if (!failing_memory_end(&memory)) {
            assert_int_equal(status, BOWLINE_OK);
            fold_table_release(&table);
            return;
        }
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    fail();
}

/* Letters, and what may stand beside them, in every order that chance brings: the short way for ASCII reads
 * what the long way reads. */
static void the_short_way_reads_the_same_words(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",    "Zq", "hello",    "wonderful", "incomprehensibilities",
                                         " ",    ". ", ".",        ",",         "-",
                                         "'",    ":",  "/",        "@",         "\n",
                                         "1",    "24", "\xC3\xA9", "\xD0\xB0",  "(",
                                         ")",    "_",  "\0",       "{",         "http://",
                                         "www.", "be", "[",        "`",         "\x7F"};
    uint64_t seed = 1;
    for (unsigned round = 0; round < 20000; round++) {
        char text[200];
        size_t length = 0;
        while (length < 120) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            const char *piece = pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)];
            size_t size = *piece ? strlen(piece) : 1;
            memcpy(text + length, piece, size);
            length += size;
        }
        struct word_reader readers[2];
        struct word words[2];
        for (unsigned i = 0; i < 2; i++)
            word_reader_init(&readers[i], &folds, (struct span){text, length});
        readers[1].slow = true;
        for (bool more = true; more;) {
            more = word_next(&readers[0], &words[0]);
            assert_int_equal(word_next(&readers[1], &words[1]), more);
            if (!more)
                break;
            assert_int_equal(words[0].hash, words[1].hash);
            assert_int_equal(words[0].at, words[1].at);
            assert_int_equal(words[0].length, words[1].length);
            assert_int_equal(words[0].kind, words[1].kind);
            if (!word_is_typed(words[0].kind)) {
                assert_int_equal(readers[0].size, readers[1].size);
                assert_memory_equal(readers[0].folded, readers[1].folded, readers[0].size);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_folded_and_typed),
        cmocka_unit_test(hashes_depend_on_the_folded_word_alone),
        cmocka_unit_test(the_short_way_reads_the_same_words),
        cmocka_unit_test(long_texts_take_linear_time),
        cmocka_unit_test(texts_are_normalised),
        cmocka_unit_test(the_short_way_folds_alike),
        cmocka_unit_test(utf8_is_strict_about_form),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
