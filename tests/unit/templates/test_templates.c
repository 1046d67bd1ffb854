/* templates: groups are found under changes, do not depend on order or workers, and bad input ends well. */
#include "base/memory.h"
#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "templates/align.h"
#include "templates/pairs.h"
#include "templates/shingle.h"
#include "templates/template_table.h"

#include <stdio.h>
#include <stdlib.h>

#define TEXTS 300
#define ROOM  900

static char texts[TEXTS][ROOM];
static struct text_item items[TEXTS];

/* Runs ranges from the last to the first, as different workers in turn. */
static bool loop_backwards(const struct parallel *self, size_t count, size_t grain, parallel_body *body,
                           void *context)
{
    unsigned worker = 0;
    for (size_t n = (count + grain - 1) / grain; n-- > 0; worker = (worker + 1) % self->workers) {
        size_t end = (n + 1) * grain < count ? (n + 1) * grain : count;
        size_t middle = n * grain + (end - n * grain) / 2;
        body(context, middle, end, worker);
        if (middle > n * grain)
            body(context, n * grain, middle, worker);
    }
    return true;
}

static bool loop_stopped(const struct parallel *self, size_t count, size_t grain, parallel_body *body,
                         void *context)
{
    (void)self, (void)count, (void)grain, (void)body, (void)context;
    return false;
}

static struct template_table build_with(const struct text_item *list, size_t count,
                                        const struct parallel *parallel)
{
    struct template_table table;
    template_table_init(&table);
    assert_int_equal(template_table_build(list, count, &template_defaults, parallel, &table, NULL),
                     BOWLINE_OK);
    assert_null(template_table_check(&table));
    return table;
}

static struct template_table build(const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        items[i] = (struct text_item){.text = span_of(list[i]), .record = (record_id)(i + 1)};
    return build_with(items, count, &parallel_serial);
}

/* Groups of `size` texts, each word changed with that chance, and texts that stand alone. */
static void invent(struct random *r, unsigned groups, unsigned size, double change)
{
    uint32_t words[60];
    for (unsigned t = 0; t < TEXTS; t++) {
        bool fresh = t >= groups * size || t % size == 0;
        int at = 0;
        for (unsigned w = 0; w < 60; w++) {
            words[w] = fresh ? random_below(r, 3000) : words[w];
            bool changed = t < groups * size && random_unit(r) < change;
            uint32_t spelled = changed ? random_below(r, 3000) : words[w];
            for (unsigned k = 0; k < 3; k++, spelled /= 15)
                texts[t][at++] = (char)('a' + spelled % 15);
            texts[t][at++] = ' ';
        }
        texts[t][at] = 0;
        items[t] = (struct text_item){.text = span_of(texts[t]), .record = t + 1};
    }
}

static void groups_are_found_under_changes(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 3);
    for (unsigned percent = 0; percent <= 12; percent += 4) {
        invent(&r, 20, 6, percent / 100.0);
        struct template_table table = build_with(items, TEXTS, &parallel_serial);
        size_t right = 0;
        for (template_id id = 1; id <= table.count; id++) {
            const struct template_member *m = table.members + table.templates[id].first_member;
            for (uint32_t i = 0; i < table.templates[id].members; i++) {
                assert_true(m[i].record <= 120);
                assert_int_equal((m[i].record - 1) / 6, (m[0].record - 1) / 6);
                assert_true(m[i].bits > 0);
                right++;
            }
        }
        assert_true(right >= 118);
        assert_int_equal(table.count, 20);
        template_table_release(&table);
    }
}

static void assert_same(const struct template_table *a, const struct template_table *b)
{
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->member_count, b->member_count);
    assert_true(span_equal(buffer_all(&a->pool), buffer_all(&b->pool)));
    for (template_id id = 1; id <= a->count; id++) {
        assert_int_equal(a->templates[id].first_member, b->templates[id].first_member);
        assert_int_equal(a->templates[id].members, b->templates[id].members);
        assert_int_equal(a->templates[id].bits_per_text, b->templates[id].bits_per_text);
    }
    for (size_t i = 0; i < a->member_count; i++) {
        assert_int_equal(a->members[i].record, b->members[i].record);
        assert_int_equal(a->members[i].bits, b->members[i].bits);
    }
}

static void order_and_workers_change_nothing(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 5);
    invent(&r, 40, 5, 0.08);
    struct template_table first = build_with(items, TEXTS, &parallel_serial);
    assert_true(first.count > 30);
    for (unsigned workers = 1; workers <= 4; workers++) {
        struct parallel backwards = {.workers = workers, .loop = loop_backwards};
        for (size_t i = TEXTS; i > 1; i--) {
            size_t j = random_below(&r, (uint32_t)i);
            struct text_item item = items[i - 1];
            items[i - 1] = items[j];
            items[j] = item;
        }
        struct template_table again = build_with(items, TEXTS, &backwards);
        assert_same(&first, &again);
        template_table_release(&again);
    }
    template_table_release(&first);
}

#define BASE "quiet flat near the sea with balcony and a fine view ask for Anna "

static void slots_are_shown_by_type(void **state)
{
    (void)state;
    const char *list[] = {BASE "call +32 555 01 01 01 only 80 eur tonight",
                          BASE "call 0555 02 02 02 only 95 eur tonight",
                          "a text of something else that has nothing in common with the others"};
    struct template_table table = build(list, 3);
    assert_int_equal(table.count, 1);
    struct span text = template_text(&table, 1);
    assert_int_equal(table.templates[1].members, 2);
    assert_non_null(memmem(text.at, text.length, "call {phone} only {price} tonight", 33));
    template_table_release(&table);
}

static void free_slots_stand_where_members_differ(void **state)
{
    (void)state;
    const char *list[] = {"quiet flat near the sea with balcony ask for anna and enjoy a relaxing evening",
                          "quiet flat near the sea with balcony ask for maria and enjoy a relaxing evening",
                          "quiet flat near the sea with balcony ask for elena and enjoy a relaxing evening"};
    struct template_table table = build(list, 3);
    assert_int_equal(table.count, 1);
    struct span text = template_text(&table, 1);
    const char *want = "quiet flat near the sea with balcony ask for {free} and enjoy a relaxing evening";
    assert_true(span_equal(text, span_of(want)));
    template_table_release(&table);
}

static void look_alikes_do_not_hide_a_copy(void **state)
{
    (void)state;
    const char *list[] = {
        "relaxing massage in the city centre every day from ten with warm oil",
        "r\xD0\xB5l\xD0\xB0xing m\xD0\xB0ssage in the CITY c\xD0\xB5ntre every d\xE2\x80\x8B"
        "ay from ten with w\xD0\xB0rm oil"};
    struct template_table table = build(list, 2);
    assert_int_equal(table.count, 1);
    assert_int_equal(table.templates[1].members, 2);
    template_table_release(&table);
}

static void chinese_texts_are_grouped(void **state)
{
    (void)state;
    const char *list[] = {"海边安静的公寓带阳台步行五分钟到海滩欢迎预订全年开放价格优惠",
                          "海边安静的公寓有阳台步行五分钟到海滩欢迎预订全年开放价格优惠"};
    struct template_table table = build(list, 2);
    assert_int_equal(table.count, 1);
    assert_non_null(memmem(template_text(&table, 1).at, template_text(&table, 1).length, "阳台步行", 12));
    template_table_release(&table);
}

static void texts_without_matter_belong_to_no_template(void **state)
{
    (void)state;
    const char *list[] = {"",
                          " ",
                          "hello",
                          "hello",
                          "\xF0\x9F\x8C\xB9\xF0\x9F\x8C\xB9",
                          "\xF0\x9F\x8C\xB9\xF0\x9F\x8C\xB9",
                          "\xFF\xFE",
                          "\xE2\x80\x8F",
                          "12 34"};
    struct template_table table = build(list, 9);
    assert_int_equal(table.count, 0);
    template_table_release(&table);
    table = build(list, 0);
    assert_int_equal(table.count, 0);
    template_table_release(&table);
}

static void many_copies_are_one_template(void **state)
{
    (void)state;
    const char *text = "cosy studio for two in the old town with kitchen and garden from friday to monday";
    size_t count = 50000;
    struct text_item *copies = malloc(count * sizeof *copies);
    assert_non_null(copies);
    for (size_t i = 0; i < count; i++)
        copies[i] = (struct text_item){.text = span_of(text), .record = (record_id)(i + 1)};
    struct template_table table = build_with(copies, count, &parallel_serial);
    assert_int_equal(table.count, 1);
    assert_int_equal(table.templates[1].members, count);
    assert_true(span_equal(template_text(&table, 1), span_of(text)));
    template_table_release(&table);
    free(copies);
}

static void a_very_long_text_is_read_whole(void **state)
{
    (void)state;
    size_t size = 5u << 20;
    char *longest = malloc(2 * size);
    assert_non_null(longest);
    for (size_t i = 0; i < size; i++)
        longest[i] = i % 7 == 6 ? ' ' : (char)('a' + (i * i / 7 + i / 91) % 26);
    memcpy(longest + size, longest, size);
    for (size_t i = 0; i < 5; i++)
        longest[size + 700 + i] = 'z';
    struct text_item list[] = {{.text = {longest, size}, .record = 1},
                               {.text = {longest + size, size}, .record = 2},
                               {.text = {"a\0b", 3}, .record = 3}};
    struct template_table table = build_with(list, 3, &parallel_serial);
    assert_int_equal(table.count, 1);
    assert_int_equal(table.members[1].record, 2);
    template_table_release(&table);
    free(longest);
}

static void stopping_is_reported(void **state)
{
    (void)state;
    struct parallel stopped = {.workers = 1, .loop = loop_stopped};
    struct template_table table;
    template_table_init(&table);
    items[0] = (struct text_item){.text = span_of("a"), .record = 1};
    assert_int_equal(template_table_build(items, 1, &template_defaults, &stopped, &table, NULL),
                     BOWLINE_ERROR_INTERRUPTED);
    template_table_release(&table);
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 9);
    invent(&r, 4, 3, 0.1);
    for (unsigned long n = 1; n < 2000; n++) {
        struct failing_memory memory;
        struct template_table table;
        template_table_init(&table);
        failing_memory_begin(&memory, n);
        enum bowline_status status =
            template_table_build(items, 14, &template_defaults, &parallel_serial, &table, NULL);
        bool failed = failing_memory_end(&memory);
        template_table_release(&table);
        if (!failed) {
            assert_int_equal(status, BOWLINE_OK);
            assert_true(n > 20);
            return;
        }
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    fail();
}

static uint32_t longest_common(const uint32_t *a, uint32_t n, const uint32_t *b, uint32_t m)
{
    uint32_t best[41][41] = {{0}};
    for (uint32_t i = 1; i <= n; i++)
        for (uint32_t j = 1; j <= m; j++) {
            uint32_t skip = best[i - 1][j] > best[i][j - 1] ? best[i - 1][j] : best[i][j - 1];
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : skip;
        }
    return best[n][m];
}

/* Matches ascend and are equal words; under few changes nearly as many as the naive longest subsequence. */
static void alignment_is_close_to_the_longest_subsequence(void **state)
{
    (void)state;
    struct aligner aligner = {0};
    struct random r;
    random_init(&r, 1);
    size_t found = 0;
    size_t most = 0;
    for (unsigned round = 0; round < 500; round++) {
        uint32_t a[40];
        uint32_t b[40];
        uint32_t m = 0;
        for (uint32_t i = 0; i < 40; i++) {
            a[i] = random_below(&r, 60);
            if (random_below(&r, 6))
                b[m++] = random_below(&r, 6) ? a[i] : random_below(&r, 60);
        }
        aligner_set_base(&aligner, a, 40);
        aligner_align(&aligner, b, m);
        assert_false(aligner.failed);
        int64_t last = -1;
        for (uint32_t j = 0; j < m; j++) {
            if (aligner.match[j] == ALIGN_NONE)
                continue;
            assert_true((int64_t)aligner.match[j] > last && aligner.match[j] < 40);
            assert_int_equal(a[aligner.match[j]], b[j]);
            last = aligner.match[j];
            found++;
        }
        most += longest_common(a, 40, b, m);
    }
    assert_true(found <= most && found * 100 >= most * 97);
    aligner_release(&aligner);
}

static bool share_shingle(const struct corpus_text *a, const struct corpus_text *b, uint32_t shared)
{
    struct shingle_reader outer = shingle_read(a, 3 * WORD_UNITS);
    struct shingle x;
    uint32_t count = 0;
    while (shingle_next(&outer, &x)) {
        struct shingle_reader inner = shingle_read(b, 3 * WORD_UNITS);
        struct shingle y;
        while (shingle_next(&inner, &y))
            count += x.hash == y.hash;
    }
    return count >= shared;
}

/* Against all pairs: each pair that shares half of its shingles is proposed, each proposed one shares one. */
static void pairs_agree_with_the_naive_join(void **state)
{
    (void)state;
    struct random r;
    struct corpus corpus;
    struct frequencies f;
    struct sketches sketches;
    struct pairs pairs;
    random_init(&r, 21);
    invent(&r, 30, 3, 0.05);
    assert_int_equal(corpus_init(&corpus, items, TEXTS, &template_defaults, &parallel_serial, NULL),
                     BOWLINE_OK);
    assert_int_equal(frequencies_init(&f, &corpus, NULL), BOWLINE_OK);
    assert_int_equal(sketches_init(&sketches, &corpus, &f, NULL), BOWLINE_OK);
    assert_int_equal(pairs_init(&pairs, &sketches, 2, &parallel_serial, NULL), BOWLINE_OK);
    assert_true(sort_keys(pairs.keys, pairs.count));
    size_t next = 0;
    for (uint32_t i = 0; i < corpus.count; i++)
        for (uint32_t j = i + 1; j < corpus.count; j++) {
            bool proposed = next < pairs.count && pairs.keys[next] == ((uint64_t)i << 32 | j);
            next += proposed;
            if (proposed)
                assert_true(share_shingle(&corpus.texts[i], &corpus.texts[j], 1));
            else
                assert_false(share_shingle(&corpus.texts[i], &corpus.texts[j], 30));
        }
    assert_int_equal(next, pairs.count);
    pairs_release(&pairs);
    frequencies_release(&f);
    corpus_release(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_found_under_changes),
        cmocka_unit_test(order_and_workers_change_nothing),
        cmocka_unit_test(slots_are_shown_by_type),
        cmocka_unit_test(free_slots_stand_where_members_differ),
        cmocka_unit_test(look_alikes_do_not_hide_a_copy),
        cmocka_unit_test(chinese_texts_are_grouped),
        cmocka_unit_test(texts_without_matter_belong_to_no_template),
        cmocka_unit_test(many_copies_are_one_template),
        cmocka_unit_test(a_very_long_text_is_read_whole),
        cmocka_unit_test(stopping_is_reported),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(alignment_is_close_to_the_longest_subsequence),
        cmocka_unit_test(pairs_agree_with_the_naive_join),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
