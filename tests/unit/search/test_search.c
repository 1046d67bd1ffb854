/* The index of words by itself: what a word is, and bytes that say where it stands. */
#include "base/random.h"
#include "search/occurrences.h"
#include "search/search_query.h"
#include "search/search_words.h"
#include "support/cmocka_all.h"

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

/* The words joined by '|'. */
static const char *split(struct span text)
{
    static char out[4096];
    struct search_words words;
    size_t at = 0;
    search_words_init(&words, &folds, text);
    while (search_words_next(&words) && at + words.size + 2 < sizeof out) {
        if (at)
            out[at++] = '|';
        memcpy(out + at, words.folded, words.size);
        at += words.size;
    }
    out[at] = '\0';
    return out;
}

static void words_are_folded_runs(void **state)
{
    (void)state;
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", ""},
        {" -.*\" ", ""},
        {"Hello, WORLD", "hello|world"},
        {"+32 470-12", "32|470|12"},
        {"luna.09@example.com", "luna|09|example|com"},
        {"Caf\xC3\xA9 cafe\xCC\x81 STRASSE stra\xC3\x9F"
         "e",
         "cafe|cafe|strasse|strasse"},
        {"p\xD0\xB0ypal", "paypal"},  /* a Cyrillic letter that looks Latin */
        {"24\xD1\x87", "24\xD1\x87"}, /* digits are of no script */
        {"\xE4\xBD\xA0\xE5\xA5\xBD"
         "ab",
         "\xE4\xBD\xA0|\xE5\xA5\xBD|ab"}, /* each character by itself */
        {"in\xE2\x80\x8Bvisible", "invisible"},
        {"a\xFF"
         "b",
         "a|b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(split(span_of(cases[i].text)), cases[i].words);
}

static void a_long_word_is_cut_and_takes_no_more(void **state)
{
    (void)state;
    char text[3000];
    memset(text, 'x', sizeof text);
    text[2998] = ' ';
    text[2999] = 'y';
    struct search_words words;
    search_words_init(&words, &folds, (struct span){text, sizeof text});
    assert_true(search_words_next(&words));
    assert_int_equal(words.size, FOLD_WORD_MOST);
    assert_true(search_words_next(&words));
    assert_int_equal(words.size, 1);
    assert_false(search_words_next(&words));
}

/* The short way for ASCII says what the table says. */
static void ascii_is_read_as_the_table_has_it(void **state)
{
    (void)state;
    for (int c = 1; c < 128; c++) {
        char text[] = {(char)c, '\0'};
        size_t length;
        struct fold fold = fold_next(&folds, text, 1, &length);
        bool is_part = fold.kind == FOLD_LETTER || fold.kind == FOLD_DIGIT;
        struct search_words words;
        search_words_init(&words, &folds, (struct span){text, 1});
        assert_int_equal(search_words_next(&words), is_part);
        if (is_part)
            assert_true(span_equal((struct span){words.folded, words.size}, fold.to));
    }
}

static size_t make_occurrences(struct random *r, occurrence *out, size_t most)
{
    size_t count = 0;
    uint32_t record = random_below(r, 3);
    uint32_t position = random_below(r, 5);
    while (count < most) {
        out[count++] = OCCURRENCE(record, position);
        if (random_below(r, 2)) {
            position += 1 + random_below(r, random_below(r, 8) ? 9 : 100000);
        } else {
            record += 1 + random_below(r, random_below(r, 8) ? 5 : 30000);
            position = random_below(r, 400);
        }
    }
    return count;
}

static void a_block_gives_back_what_was_put_in(void **state)
{
    (void)state;
    static const char *const words[] = {"a", "ab", "abc", "abd", "b", "zz"};
    enum { WORDS = 6, MOST = 300 };
    static occurrence at[WORDS][MOST];
    size_t counts[WORDS];
    struct random r;
    struct buffer block;
    random_init(&r, 7);
    buffer_init(&block, 1 << 20);
    for (size_t w = 0; w < WORDS; w++) {
        counts[w] = make_occurrences(&r, at[w], 1 + random_below(&r, MOST));
        postings_append(&block, span_of(w ? words[w - 1] : ""), span_of(words[w]), at[w], counts[w]);
    }
    assert_true(buffer_ok(&block));
    for (size_t w = 0; w < WORDS; w++) {
        struct occurrences found = {0};
        bool more;
        assert_true(occurrences_gather(&found, buffer_all(&block), span_of(words[w]), false, &more));
        assert_int_equal(more, w + 1 == WORDS);
        assert_int_equal(found.count, counts[w]);
        assert_memory_equal(found.items, at[w], counts[w] * sizeof **at);
        occurrences_release(&found);
    }
    struct occurrences found = {0};
    bool more;
    assert_true(occurrences_gather(&found, buffer_all(&block), span_of("ab"), true, &more));
    assert_int_equal(found.count, counts[1] + counts[2] + counts[3]);
    assert_false(more);
    assert_true(occurrences_sort(&found));
    for (size_t i = 1; i < found.count; i++)
        assert_true(found.items[i - 1] <= found.items[i]);
    occurrences_release(&found);
    buffer_release(&block);
}

/* A block that was changed on the disk gives fewer or other occurrences, and reads nothing outside itself. */
static void a_damaged_block_is_read_to_its_end(void **state)
{
    (void)state;
    static occurrence at[64];
    struct random r;
    random_init(&r, 9);
    for (unsigned round = 0; round < 2000; round++) {
        struct buffer block;
        buffer_init(&block, 1 << 16);
        postings_append(&block, span_of(""), span_of("one"), at, make_occurrences(&r, at, 40));
        postings_append(&block, span_of("one"), span_of("other"), at, make_occurrences(&r, at, 9));
        size_t length = random_below(&r, (uint32_t)block.length + 1);
        char *copy =
            malloc(length ? length : 1); /* exactly as long, so that a sanitizer sees a step beyond */
        memcpy(copy, block.data, length);
        for (unsigned flips = random_below(&r, 4); length && flips; flips--)
            copy[random_below(&r, (uint32_t)length)] = (char)random_next(&r);
        struct occurrences found = {0};
        bool more;
        if (occurrences_gather(&found, (struct span){copy, length}, span_of("o"), true, &more))
            assert_true(found.count <= length);
        occurrences_release(&found);
        free(copy);
        buffer_release(&block);
    }
}

static void a_phrase_keeps_those_that_are_followed(void **state)
{
    (void)state;
    occurrence first[] = {OCCURRENCE(1, 4), OCCURRENCE(1, 9), OCCURRENCE(3, 0), OCCURRENCE(3, 7)};
    occurrence next[] = {OCCURRENCE(1, 5), OCCURRENCE(1, 11), OCCURRENCE(3, 8), OCCURRENCE(4, 1)};
    struct occurrences a = {first, 4, 4};
    struct occurrences b = {next, 4, 4};
    occurrences_follow(&a, &b, 1);
    assert_int_equal(a.count, 2);
    assert_true(a.items[0] == OCCURRENCE(1, 4) && a.items[1] == OCCURRENCE(3, 7));
}

static void the_best_come_first_and_equals_by_record(void **state)
{
    (void)state;
    struct search_match common[] = {{1, 1}, {2, 1}, {3, 1}, {4, 5}, {7, 1}, {9, 1}};
    struct search_match rare[] = {{2, 1}, {4, 1}, {9, 3}, {11, 1}};
    struct search_matches phrases[] = {{common, 6, 6}, {rare, 4, 4}};
    struct search_answer answer;
    assert_int_equal(search_rank(phrases, 2, 100, 10, &answer, NULL), BOWLINE_OK);
    assert_int_equal(answer.total, 3);
    assert_int_equal(answer.count, 3);
    /* The common word, five times, says more than the rare one three times. */
    assert_int_equal(answer.records[0], 4);
    assert_int_equal(answer.records[1], 9);
    assert_int_equal(answer.records[2], 2);
    search_answer_release(&answer);
    assert_int_equal(search_rank(phrases, 1, 100, 3, &answer, NULL), BOWLINE_OK);
    assert_int_equal(answer.total, 6);
    assert_int_equal(answer.count, 3);
    assert_int_equal(answer.records[0], 4);
    assert_int_equal(answer.records[1], 1);
    assert_int_equal(answer.records[2], 2);
    search_answer_release(&answer);
}

static void a_question_is_words_phrases_and_stars(void **state)
{
    (void)state;
    struct search_query query;
    assert_int_equal(search_query_parse(span_of("  Near a.b@c  \" sun* "), &query, NULL), BOWLINE_OK);
    assert_int_equal(query.phrase_count, 3);
    assert_int_equal(query.phrases[0].words, 1);
    assert_int_equal(query.phrases[1].words, 3);
    assert_false(query.phrases[1].is_prefix);
    assert_int_equal(query.phrases[2].words, 1);
    assert_true(query.phrases[2].is_prefix);
    assert_true(span_equal(buffer_span(&query.pool, query.words[0]), span_of("near")));
    assert_true(span_equal(buffer_span(&query.pool, query.words[4]), span_of("sun")));
    search_query_release(&query);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_folded_runs),
        cmocka_unit_test(a_long_word_is_cut_and_takes_no_more),
        cmocka_unit_test(ascii_is_read_as_the_table_has_it),
        cmocka_unit_test(a_block_gives_back_what_was_put_in),
        cmocka_unit_test(a_damaged_block_is_read_to_its_end),
        cmocka_unit_test(a_phrase_keeps_those_that_are_followed),
        cmocka_unit_test(the_best_come_first_and_equals_by_record),
        cmocka_unit_test(a_question_is_words_phrases_and_stars),
    };
    return cmocka_run_group_tests_name("search", tests, set_up, tear_down);
}
