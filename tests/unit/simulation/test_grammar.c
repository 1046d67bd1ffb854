/* Every pattern of every language expands, and says nothing that it must not say. */
#include "simulation/grammar.h"

#include "simulation/nation.h"
#include "support/cmocka_all.h"

#include <string.h>

static const struct phrase_values values = {
    .name = {"NAME", 4},
    .city = {"CITY", 4},
    .phone = {"PHONE", 5},
    .second = {"SECOND", 6},
    .mail = {"MAIL", 4},
    .handle = {"HANDLE", 6},
    .link = {"LINK", 4},
    .price = 130,
};

static struct span draw(struct buffer *out, unsigned language, unsigned topic, uint64_t seed)
{
    struct random r;
    random_init(&r, seed);
    buffer_reset(out);
    phrase_write(out, lexicon_of(language), (enum topic)topic, &values, &r);
    assert_true(buffer_ok(out));
    buffer_append_char(out, '\0');
    return (struct span){out->data, out->length - 1};
}

static void braces_balance(void **state)
{
    (void)state;
    for (unsigned language = 0; language < LANGUAGE_COUNT; language++)
        for (unsigned topic = 0; topic < TOPIC_COUNT; topic++) {
            struct phrases patterns = lexicon_of(language)->topics[topic];
            assert_true(patterns.count > 0);
            for (size_t i = 0; i < patterns.count; i++) {
                int depth = 0;
                for (const char *c = patterns.items[i]; *c; c++) {
                    depth += (*c == '{') - (*c == '}');
                    assert_in_range(depth, 0, 3);
                    assert_false(*c == '|' && depth == 0);
                }
                assert_int_equal(depth, 0);
            }
        }
}

static void sentences_are_whole(void **state)
{
    (void)state;
    struct buffer out;
    buffer_init(&out, 10000);
    for (unsigned language = 0; language < LANGUAGE_COUNT; language++)
        for (unsigned topic = 0; topic < TOPIC_COUNT; topic++)
            for (uint64_t seed = 0; seed < 300; seed++) {
                struct span s = draw(&out, language, topic, seed);
                assert_true(s.length >= 3);
                assert_null(strpbrk(s.at, "{|}$"));
                assert_null(strstr(s.at, "  "));
            }
    buffer_release(&out);
}

/* A sentence about a contact names it. */
static void contacts_are_named(void **state)
{
    (void)state;
    static const struct {
        enum topic topic;
        const char *word;
    } cases[] = {{TOPIC_PHONE, "PHONE"},   {TOPIC_MAIL, "MAIL"},     {TOPIC_HANDLE, "HANDLE"},
                 {TOPIC_SPAM, "PHONE"},    {TOPIC_DRIVER, "SECOND"}, {TOPIC_FOOTER, "SECOND"},
                 {TOPIC_SAFETY, "SECOND"}, {TOPIC_WEB, "LINK"},      {TOPIC_SPLIT, "PHONE"},
                 {TOPIC_SPLIT, "SECOND"}};
    struct buffer out;
    buffer_init(&out, 10000);
    for (unsigned language = 0; language < LANGUAGE_COUNT; language++)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
            for (uint64_t seed = 0; seed < 100; seed++)
                assert_non_null(strstr(draw(&out, language, cases[i].topic, seed).at, cases[i].word));
    buffer_release(&out);
}

/* No word of ethnicity, skin or age; of nationality only placeholders. LANGUAGE_COUNT: in all languages. */
static void words_are_bland(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        unsigned language;
    } banned[] = {
        {"asian", LANGUAGE_COUNT},    {"asiat", LANGUAGE_COUNT},    {"afric", LANGUAGE_COUNT},
        {"latin", LANGUAGE_COUNT},    {"russ", LANGUAGE_COUNT},     {"polish", LANGUAGE_COUNT},
        {"romania", LANGUAGE_COUNT},  {"thai", LANGUAGE_COUNT},     {"chines", LANGUAGE_COUNT},
        {"blond", LANGUAGE_COUNT},    {"brunette", LANGUAGE_COUNT}, {"young", LANGUAGE_COUNT},
        {" jeune ", LANGUAGE_COUNT},  {"jong", LANGUAGE_NL},        {"jung", LANGUAGE_DE},
        {"black", LANGUAGE_COUNT},    {"white", LANGUAGE_COUNT},    {"year old", LANGUAGE_COUNT},
        {"jaar oud", LANGUAGE_COUNT}, {"ans,", LANGUAGE_FR},        {"exotic", LANGUAGE_COUNT},
        {"sexy", LANGUAGE_COUNT},     {"nude", LANGUAGE_COUNT},     {"joven", LANGUAGE_ES},
        {"giovan", LANGUAGE_IT},      {"jovem", LANGUAGE_PT},       {"tân", LANGUAGE_RO},
        {"молод", LANGUAGE_RU},       {"лет,", LANGUAGE_RU},        {"年轻", LANGUAGE_ZH},
        {"岁", LANGUAGE_ZH},          {"若い", LANGUAGE_JA},        {"歳", LANGUAGE_JA},
    };
    struct buffer out;
    buffer_init(&out, 10000);
    for (unsigned language = 0; language < LANGUAGE_COUNT; language++)
        for (unsigned topic = 0; topic < TOPIC_COUNT; topic++)
            for (uint64_t seed = 0; seed < 200; seed++) {
                struct span s = draw(&out, language, topic, seed);
                for (size_t i = 0; i < sizeof banned / sizeof *banned; i++)
                    if (banned[i].language == language || banned[i].language == LANGUAGE_COUNT)
                        assert_null(strcasestr(s.at, banned[i].word));
            }
    buffer_release(&out);
}

/* Twelve words in each language, so that a swap is a permutation without a fixed word. */
static void nations_are_swapped(void **state)
{
    (void)state;
    struct buffer out;
    struct buffer plain;
    struct buffer swapped;
    buffer_init(&out, 10000);
    buffer_init(&plain, 10000);
    buffer_init(&swapped, 10000);
    for (unsigned language = 0; language < LANGUAGE_COUNT; language++) {
        assert_int_equal(lexicon_of(language)->words[WORDS_NATION].count, 12);
        for (uint64_t seed = 0; seed < 50; seed++) {
            struct span s = draw(&out, language, TOPIC_TASTE, seed);
            assert_non_null(memchr(s.at, 0xee, s.length));
            buffer_reset(&plain);
            buffer_reset(&swapped);
            nation_write(&plain, s, false);
            nation_write(&swapped, s, true);
            assert_null(memchr(plain.data, 0xee, plain.length));
            assert_false(span_equal(buffer_all(&plain), buffer_all(&swapped)));
        }
    }
    buffer_release(&out);
    buffer_release(&plain);
    buffer_release(&swapped);
}

static void same_stream_same_words(void **state)
{
    (void)state;
    struct buffer a;
    struct buffer b;
    size_t same = 0;
    buffer_init(&a, 10000);
    buffer_init(&b, 10000);
    for (uint64_t seed = 0; seed < 200; seed++) {
        assert_string_equal(draw(&a, LANGUAGE_NL, TOPIC_OFFER, seed).at,
                            draw(&b, LANGUAGE_NL, TOPIC_OFFER, seed).at);
        same += span_equal(draw(&a, LANGUAGE_NL, TOPIC_OFFER, seed),
                           draw(&b, LANGUAGE_NL, TOPIC_OFFER, seed + 1000));
    }
    assert_true(same <= 2); /* two writers rarely write the same */
    buffer_release(&a);
    buffer_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(braces_balance),         cmocka_unit_test(sentences_are_whole),
        cmocka_unit_test(contacts_are_named),     cmocka_unit_test(words_are_bland),
        cmocka_unit_test(same_stream_same_words), cmocka_unit_test(nations_are_swapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
