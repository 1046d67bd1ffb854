/* Buffers and arenas: growth, declared maxima, sticky failure. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "support/cmocka_all.h"

static void appends_and_formats(void **state)
{
    (void)state;
    struct buffer b;
    buffer_init(&b, 1000);
    buffer_append_text(&b, "one");
    buffer_append_char(&b, ' ');
    buffer_format(&b, "%d-%s", 2, "three");
    assert_true(span_equal(buffer_all(&b), span_of("one 2-three")));
    struct text_ref ref = buffer_keep(&b, span_of("kept"));
    assert_true(span_equal(buffer_span(&b, ref), span_of("kept")));
    buffer_release(&b);
}

static void a_maximum_holds_and_sticks(void **state)
{
    (void)state;
    struct buffer b;
    buffer_init(&b, 10);
    buffer_append_text(&b, "0123456789");
    assert_true(buffer_ok(&b));
    buffer_append_char(&b, 'x');
    assert_false(buffer_ok(&b));
    buffer_append_text(&b, "");
    assert_false(buffer_ok(&b));
    assert_int_equal(b.length, 10);
    buffer_reset(&b);
    buffer_append_char(&b, 'y');
    assert_true(buffer_ok(&b));
    buffer_release(&b);
}

static void spans_trim_and_compare(void **state)
{
    (void)state;
    assert_true(span_equal(span_trim(span_of(" \t a b\r\n")), span_of("a b")));
    assert_int_equal(span_trim(span_of("  ")).length, 0);
    assert_true(span_compare(span_of("a"), span_of("ab")) < 0);
    assert_true(span_compare(span_of("b"), span_of("ab")) > 0);
    assert_int_equal(span_compare(span_of(""), span_of("")), 0);
}

static void arenas_hand_out_zeroed_aligned_pieces(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (int round = 0; round < 3; round++) {
        for (size_t i = 1; i < 3000; i += 7) {
            unsigned char *piece = arena_take(&arena, i, 37);
            assert_non_null(piece);
            assert_int_equal((uintptr_t)piece % 16, 0);
            for (size_t j = 0; j < i * 37; j += 13)
                assert_int_equal(piece[j], 0);
            memset(piece, 0xff, i * 37);
        }
        arena_reset(&arena);
        assert_int_equal(arena.taken, 0);
    }
    assert_null(arena_take(&arena, SIZE_MAX / 2, 4));
    arena_release(&arena);
}

static void memory_reserve_keeps_its_maximum(void **state)
{
    (void)state;
    int *items = NULL;
    size_t capacity = 0;
    assert_true(memory_reserve(&items, &capacity, 5, 20));
    assert_true(capacity >= 5 && capacity <= 20);
    assert_true(memory_reserve(&items, &capacity, 20, 20));
    assert_int_equal(capacity, 20);
    assert_false(memory_reserve(&items, &capacity, 21, 20));
    memory_free(items);
    assert_null(memory_new(SIZE_MAX / 2, 4));
    assert_null(memory_resize(NULL, SIZE_MAX / 2, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appends_and_formats),
        cmocka_unit_test(a_maximum_holds_and_sticks),
        cmocka_unit_test(spans_trim_and_compare),
        cmocka_unit_test(arenas_hand_out_zeroed_aligned_pieces),
        cmocka_unit_test(memory_reserve_keeps_its_maximum),
    };
    return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
