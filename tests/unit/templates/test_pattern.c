/* templates: a template read back from its text, members laid beside it, new texts tried against an index. */
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "templates/pattern.h"
#include "templates/template_index.h"

#include <stdio.h>
#include <stdlib.h>

static struct fold_table folds;

static int set_up(void **state)
{
    (void)state;
    return fold_table_init(&folds, NULL) == BOWLINE_OK ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    fold_table_release(&folds);
    return 0;
}

/* "kind:text|kind:text": what a comparison says. */
static char *compare(const char *template_text, const char *text)
{
    static char out[1000];
    struct pattern pattern = {0};
    struct comparison c = {0};
    size_t to = 0;
    assert_true(pattern_read(&pattern, &folds, span_of(template_text)));
    comparison_make(&c, &pattern, span_of(template_text), &folds, span_of(text));
    assert_false(c.failed);
    for (size_t i = 0; i < c.count; i++)
        to += (size_t)snprintf(
            out + to, sizeof out - to, "%s%s%s:%.*s", i ? "|" : "", piece_kind_name(c.pieces[i].kind),
            c.pieces[i].kind == PIECE_SLOT ? slot_type_name(pattern.slots[c.pieces[i].slot].type) : "",
            (int)c.pieces[i].text.length, c.pieces[i].text.at);
    pattern_release(&pattern);
    comparison_release(&c);
    return out;
}

#define FLAT "quiet flat near the sea ask for {name} call {phone} only {price} tonight"

static void slots_take_what_differs(void **state)
{
    (void)state;
    assert_string_equal(
        compare(FLAT, "Quiet flat near the sea, ask for Anna! Call 0555 01 02 03, only 80 eur tonight"),
        "same:Quiet flat near the sea, ask for |slotname:Anna! |same:Call |slotphone:0555 01 02 "
        "03, |same:only |slotprice:80 eur |same:tonight");
}

static void insertions_deletions_and_moves_are_told_apart(void **state)
{
    (void)state;
    assert_string_equal(
        compare(FLAT, "quiet large flat near the sea ask for call 0555 01 02 03 only tonight"),
        "same:quiet |added:large |same:flat near the sea ask for call |slotphone:0555 01 02 03 "
        "|same:only |missing:{price}|same:tonight");
    assert_string_equal(
        compare("one two three four five six seven eight nine ten",
                "seven eight nine ten one two three four five six"),
        "moved:seven eight nine ten |same:one two three four five six|missing:seven eight nine ten");
}

static void braces_of_other_kinds_are_no_slots(void **state)
{
    (void)state;
    struct pattern p = {0};
    assert_true(pattern_read(&p, &folds, span_of("a {strange} b {free} c {")));
    assert_int_equal(p.slot_count, 1);
    assert_int_equal(p.length, 3);
    assert_true(pattern_read(&p, &folds, span_of("")));
    assert_int_equal(p.length, 0);
    pattern_release(&p);
}

static const char *const texts[] = {
    "quiet flat near the sea with balcony and a fine view ask for anna tonight from eight to ten",
    "quiet flat near the sea with balcony and a fine view ask for maria tonight from eight to ten",
    "wooden toys for the garden made by hand in our small workshop behind the old mill since spring",
    "wooden toys for the garden made by hand in our small workshop behind the old church since spring",
    "this text stands alone and has nothing in common with any of the others that are written here",
};

static struct template_table build_table(void)
{
    struct text_item items[5];
    struct template_table table;
    template_table_init(&table);
    for (record_id i = 0; i < 5; i++)
        items[i] = (struct text_item){.text = span_of(texts[i]), .record = i + 1};
    assert_int_equal(template_table_build(items, 5, &template_defaults, &parallel_serial, &table, NULL),
                     BOWLINE_OK);
    assert_int_equal(table.count, 2);
    return table;
}

static template_id find(struct template_index *index, const char *text)
{
    struct template_found found;
    assert_int_equal(template_index_find(index, span_of(text), &found, NULL), BOWLINE_OK);
    assert_true(found.share >= 0 && found.share <= 1);
    return found.id;
}

static void new_texts_find_their_template(void **state)
{
    (void)state;
    struct template_table table = build_table();
    struct template_index *index;
    assert_int_equal(template_index_new(&table, &template_defaults, &index, NULL), BOWLINE_OK);
    /* Templates are in the order of their texts: "quiet ..." before "wooden ...". */
    for (unsigned i = 0; i < 4; i++)
        assert_int_equal(find(index, texts[i]), 1 + i / 2);
    assert_int_equal(find(index,
                          "QUIET flat near the s\xD0\xB5\xD0\xB0 with balcony and fine view ask for eva "
                          "tomorrow from eight to ten"),
                     1);
    assert_int_equal(find(index, texts[4]), 0);
    assert_int_equal(find(index, ""), 0);
    assert_int_equal(find(index, "quiet"), 0);
    assert_int_equal(find(index, "\xFF\xFE"), 0);
    template_index_free(index);
    template_table_release(&table);
    template_table_init(&table);
    assert_int_equal(template_index_new(&table, &template_defaults, &index, NULL), BOWLINE_OK);
    assert_int_equal(find(index, texts[0]), 0);
    template_index_free(index);
    template_table_release(&table);
}

static void every_allocation_of_the_index_may_fail(void **state)
{
    (void)state;
    struct template_table table = build_table();
    for (unsigned long n = 1; n < 500; n++) {
        struct failing_memory memory;
        struct template_index *index;
        struct template_found found;
        failing_memory_begin(&memory, n);
        enum bowline_status status = template_index_new(&table, &template_defaults, &index, NULL);
        if (status == BOWLINE_OK)
            status = template_index_find(index, span_of(texts[0]), &found, NULL);
        bool failed = failing_memory_end(&memory);
        template_index_free(index);
        if (!failed) {
            assert_int_equal(status, BOWLINE_OK);
            assert_int_equal(found.id, 1);
            template_table_release(&table);
            return;
        }
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    fail();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slots_take_what_differs),
        cmocka_unit_test(insertions_deletions_and_moves_are_told_apart),
        cmocka_unit_test(braces_of_other_kinds_are_no_slots),
        cmocka_unit_test(new_texts_find_their_template),
        cmocka_unit_test(every_allocation_of_the_index_may_fail),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
