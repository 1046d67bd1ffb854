/* templates: bad input ends well, in linear time, and what no template is made of is left alone. */
#include "support/cmocka_all.h"
#include "templates/template_table.h"

#include <stdlib.h>
#include <time.h>

static struct template_table build(const struct text_item *items, size_t count)
{
    struct template_table table;
    template_table_init(&table);
    assert_int_equal(template_table_build(items, count, &template_defaults, &parallel_serial, &table, NULL),
                     BOWLINE_OK);
    assert_null(template_table_check(&table));
    return table;
}

static double processor_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

#define BODY "quiet flat near the sea with balcony and fine view ask for the garden room every day"

/* Each is a copy of BODY to a reader's eye; together they are one template. */
static void strewn_bytes_hide_no_copy(void **state)
{
    (void)state;
    static const struct {
        const char *at;
        size_t length;
    } bytes[] = {{"", 0},
                 {"\xE2\x80\x8F", 3},       /* right-to-left mark */
                 {"\xE2\x80\x8B", 3},       /* zero-width space */
                 {"\xE2\x80\xAE", 3},       /* right-to-left override */
                 {"\xEF\xBB\xBF", 3},       /* byte order mark */
                 {"\xCC\xB6", 2},           /* struck through */
                 {" \0 ", 3},               /* NUL between words */
                 {" \xF0\x9F\x8C\xB9 ", 6}, /* emoji */
                 {" \xFF\xC0 ", 4}};        /* no UTF-8 */
    char texts[9][400];
    struct text_item items[9];
    const char *body = BODY;
    for (size_t t = 0; t < 9; t++) {
        size_t to = 0;
        bool between = bytes[t].length && bytes[t].at[0] == ' ';
        for (size_t i = 0; body[i]; i++) {
            texts[t][to++] = body[i];
            if (i % 5 == 1 && (!between || body[i] == ' ')) {
                memcpy(texts[t] + to, bytes[t].at, bytes[t].length);
                to += bytes[t].length;
            }
        }
        items[t] = (struct text_item){.text = {texts[t], to}, .record = (record_id)(t + 1)};
    }
    struct template_table table = build(items, 9);
    assert_int_equal(table.count, 1);
    assert_int_equal(table.templates[1].members, 9);
    template_table_release(&table);
}

static void only_emoji_group_as_exact_copies_at_most(void **state)
{
    (void)state;
    const char *roses = "\xF0\x9F\x8C\xB9 \xF0\x9F\x8C\xB4 \xF0\x9F\x8C\xB9 \xF0\x9F\x8C\xB4 "
                        "\xF0\x9F\x8C\xB9 \xF0\x9F\x8C\xB4 "
                        "\xF0\x9F\x8C\xB9";
    struct text_item items[50];
    for (record_id i = 0; i < 50; i++)
        items[i] = (struct text_item){.text = span_of(roses), .record = i + 1};
    struct template_table table = build(items, 50);
    assert_int_equal(table.count, 0);
    template_table_release(&table);
}

static void a_million_equal_texts_are_one_template(void **state)
{
    (void)state;
    size_t count = 1000000;
    struct text_item *items = malloc(count * sizeof *items);
    assert_non_null(items);
    for (size_t i = 0; i < count; i++)
        items[i] = (struct text_item){.text = span_of(BODY), .record = (record_id)(i + 1)};
    struct template_table table = build(items, count);
    assert_int_equal(table.count, 1);
    assert_int_equal(table.templates[1].members, count);
    template_table_release(&table);
    free(items);
}

/* Words of three letters from a cheap generator, so many bytes. */
static char *make_words(size_t size, uint64_t seed)
{
    char *text = malloc(size);
    assert_non_null(text);
    for (size_t i = 0; i < size; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        text[i] = i % 6 == 5 ? ' ' : (char)('a' + (seed >> 33) % 26);
    }
    return text;
}

static double time_long(size_t size)
{
    char *text = make_words(size, 1);
    struct text_item items[] = {{.text = {text, size}, .record = 1},
                                {.text = {text, size - 7}, .record = 2},
                                {.text = {text + size / 2, size / 2}, .record = 3}};
    double begin = processor_seconds();
    struct template_table table = build(items, 3);
    double took = processor_seconds() - begin;
    assert_int_equal(table.count, 1);
    assert_int_equal(table.templates[1].members, 3);
    template_table_release(&table);
    free(text);
    return took;
}

/* Eight times the bytes take at most 30 times as long: quadratic time would take 64 times. */
static void long_texts_take_linear_time(void **state)
{
    (void)state;
    double small = time_long((size_t)1 << 19);
    double large = time_long((size_t)1 << 22);
    assert_true(large < 30 * small + 1);
}

static void a_text_of_fifty_megabytes_is_read(void **state)
{
    (void)state;
    size_t size = (size_t)50 << 20;
    char *text = make_words(size, 3);
    struct text_item items[] = {{.text = {text, size}, .record = 1}, {.text = span_of(BODY), .record = 2}};
    struct template_table table = build(items, 2);
    assert_int_equal(table.count, 0);
    template_table_release(&table);
    free(text);
}

/* One long word, one repeated word: the worst for tables of stretches. */
static void monotonous_texts_take_linear_time(void **state)
{
    (void)state;
    size_t size = (size_t)1 << 20;
    char *same = malloc(2 * size);
    assert_non_null(same);
    memset(same, 'a', size);
    for (size_t i = 0; i < size; i++)
        same[size + i] = i % 2 ? ' ' : 'a';
    struct text_item items[] = {{.text = {same, size}, .record = 1},
                                {.text = {same, size - 1}, .record = 2},
                                {.text = {same + size, size}, .record = 3},
                                {.text = {same + size, size - 2}, .record = 4}};
    double begin = processor_seconds();
    struct template_table table = build(items, 4);
    assert_true(processor_seconds() - begin < 60);
    template_table_release(&table);
    free(same);
}

/* Every text shares a long sentence with all others and has words of its own: no template, and no pile of
 * pairs. */
static void boilerplate_makes_no_template(void **state)
{
    (void)state;
    size_t count = 3000;
    size_t room = 700;
    char *texts = malloc(count * room);
    struct text_item *items = malloc(count * sizeof *items);
    assert_non_null(texts);
    assert_non_null(items);
    uint64_t seed = 5;
    for (size_t t = 0; t < count; t++) {
        char *at = texts + t * room;
        size_t to = 0;
        for (size_t i = 0; i < 300; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            at[to++] = i % 6 == 5 ? ' ' : (char)('a' + (seed >> 33) % 26);
        }
        const char *site = " this site is for adults who agree to its terms and to the use of cookies report "
                           "what breaks the rules with the button below every advert and we will answer";
        memcpy(at + to, site, strlen(site));
        items[t] = (struct text_item){.text = {at, to + strlen(site)}, .record = (record_id)(t + 1)};
    }
    struct template_table table = build(items, count);
    assert_int_equal(table.count, 0);
    template_table_release(&table);
    free(texts);
    free(items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strewn_bytes_hide_no_copy),
        cmocka_unit_test(only_emoji_group_as_exact_copies_at_most),
        cmocka_unit_test(a_million_equal_texts_are_one_template),
        cmocka_unit_test(long_texts_take_linear_time),
        cmocka_unit_test(a_text_of_fifty_megabytes_is_read),
        cmocka_unit_test(monotonous_texts_take_linear_time),
        cmocka_unit_test(boilerplate_makes_no_template),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
