/* templates: counts of shingles against a naive count, and sets of stretches against a list, with vector
 * instructions and without. */
#include "base/memory.h"
#include "base/random.h"
#include "support/cmocka_all.h"
#include "templates/frequencies.h"
#include "templates/stretch_set.h"

#include <stdio.h>
#include <stdlib.h>

#define TEXTS 600
#define ROOM  600

static char texts[TEXTS][ROOM];
static struct text_item items[TEXTS];

/* Few words, so that shingles recur; every ninth text is in a script without spaces. */
static void invent(struct random *r)
{
    for (size_t t = 0; t < TEXTS; t++) {
        size_t length = 0;
        size_t words = random_below(r, 80);
        for (size_t i = 0; i < words; i++)
            length += (size_t)snprintf(texts[t] + length, ROOM - length,
                                       t % 9 ? "w%c%c " : "\xE4\xB8%c\xE4\xB9%c", /* both valid UTF-8 */
                                       (t % 9 ? 'a' : 0x80) + (int)random_below(r, 4),
                                       (t % 9 ? 'a' : 0x80) + (int)random_below(r, 5));
        items[t] = (struct text_item){.text = {texts[t], length}, .record = (record_id)(t + 1)};
    }
}

static uint32_t count_naively(const struct corpus *corpus, uint64_t hash)
{
    uint32_t count = 0;
    for (uint32_t t = 0; t < corpus->count; t++) {
        struct shingle_reader reader = shingle_read(&corpus->texts[t], 3 * WORD_UNITS);
        struct shingle shingle;
        while (shingle_next(&reader, &shingle))
            count += shingle.hash == hash;
    }
    return count;
}

/* Two shingles may share a counter: never too low, and right nearly always. */
static void tallied_counts_agree_with_the_naive_count(void **state)
{
    (void)state;
    struct random r;
    struct corpus corpus;
    struct frequencies f;
    random_init(&r, 31);
    invent(&r);
    assert_int_equal(corpus_init(&corpus, items, TEXTS, &template_defaults, &parallel_serial, NULL),
                     BOWLINE_OK);
    assert_int_equal(frequencies_init(&f, &corpus, NULL), BOWLINE_OK);
    uint32_t *next = memory_new(f.tally.ranges, sizeof *next);
    assert_non_null(next);
    uint32_t seen = 0;
    uint32_t right = 0;
    for (size_t b = 0; b < f.tally.block_count; b++) {
        struct tally_reader tally = tally_read(&f.tally, b, next);
        for (uint32_t t = f.tally.blocks[b].first; t < f.tally.blocks[b].end; t++) {
            struct shingle_reader reader = shingle_read(&corpus.texts[t], 3 * WORD_UNITS);
            struct shingle shingle;
            while (shingle_next(&reader, &shingle)) {
                uint32_t eighths = frequency_eighths(&f, count_naively(&corpus, shingle.hash));
                uint32_t tallied = tally_next(&tally, shingle.hash);
                assert_true(tallied >= eighths);
                assert_int_equal(tallied, frequency_eighths(&f, shingle_frequency(&f, shingle.hash)));
                right += tallied == eighths;
                seen++;
            }
        }
    }
    assert_true(seen > 10000);
    assert_true(right * 100.0 > seen * 80.0); /* 8,000 kinds of shingle in 65,536 counters */
    memory_free(next);
    frequencies_release(&f);
    corpus_release(&corpus);
}

static void vectors_and_plain_code_find_the_same_stretches(void **state)
{
    (void)state;
    struct random r;
    struct stretch_set set = {0};
    uint32_t words[STRETCHES_AT_ONCE + 1];
    random_init(&r, 32);
    for (unsigned round = 0; round < 2000; round++) {
        uint32_t left[40];
        uint32_t right[40];
        unsigned size = random_below(&r, 41);
        unsigned kinds = 1 + random_below(&r, 30);
        assert_true(stretch_set_start(&set, round % 5 ? size : 0));
        for (unsigned i = 0; i < size; i++) {
            left[i] = random_below(&r, kinds) * 0x01000193u;
            right[i] = random_below(&r, kinds) * 0x01000193u;
            stretch_set_add(&set, left[i], right[i]);
        }
        for (unsigned i = 0; i <= STRETCHES_AT_ONCE; i++)
            words[i] = random_below(&r, kinds) * 0x01000193u;
        unsigned count = random_below(&r, STRETCHES_AT_ONCE + 1);
        uint64_t expected = 0;
        for (unsigned i = 0; i < count; i++)
            for (unsigned n = 0; n < size; n++)
                if (left[n] == words[i] && right[n] == words[i + 1])
                    expected |= 1ull << i;
        assert_true(stretch_set_find(&set, words, count) == expected);
        assert_true(stretch_set_find_plainly(&set, words, count) == expected);
    }
    stretch_set_release(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tallied_counts_agree_with_the_naive_count),
        cmocka_unit_test(vectors_and_plain_code_find_the_same_stretches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
