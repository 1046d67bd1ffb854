/* encoding: recognised by mark, by zeros, by validity; decoded the same however the bytes are cut; and each
 * stretch of UTF-8 knows how many source bytes it took. */
#include "base/random.h"
#include "records/csv.h"
#include "support/cmocka_all.h"

#define AND(s) ((struct span){s, sizeof(s) - 1})

static void encodings_are_recognised(void **state)
{
    (void)state;
    assert_int_equal(encoding_recognise(AND("id,name\n")), ENCODING_UTF_8);
    assert_int_equal(encoding_recognise(AND("\xef\xbb\xbfid")), ENCODING_UTF_8);
    assert_int_equal(encoding_recognise(AND("caf\xc3\xa9")), ENCODING_UTF_8);
    assert_int_equal(encoding_recognise(AND("caf\xc3")), ENCODING_UTF_8); /* cut at the block's end */
    assert_int_equal(encoding_recognise(AND("caf\xe9,1")), ENCODING_WINDOWS_1252);
    assert_int_equal(encoding_recognise(AND("\xff\xfei\0d\0")), ENCODING_UTF_16LE);
    assert_int_equal(encoding_recognise(AND("\xfe\xff\0i\0d")), ENCODING_UTF_16BE);
    assert_int_equal(encoding_recognise(AND("i\0d\0,\0a\0")), ENCODING_UTF_16LE);
    assert_int_equal(encoding_recognise(AND("\0i\0d\0,\0a")), ENCODING_UTF_16BE);
    assert_int_equal(encoding_recognise(AND("")), ENCODING_UTF_8);
}

static void names_are_known(void **state)
{
    (void)state;
    assert_int_equal(encoding_find(span_of("UTF-8")), ENCODING_UTF_8);
    assert_int_equal(encoding_find(span_of("latin-1")), ENCODING_WINDOWS_1252);
    assert_int_equal(encoding_find(span_of("klingon")), ENCODING_COUNT);
    for (int e = 0; e < ENCODING_COUNT; e++)
        assert_int_equal(encoding_find(span_of(encoding_name((enum encoding)e))), e);
}

static void clean_means_utf_8_without_zeros(void **state)
{
    (void)state;
    assert_true(encoding_is_clean(AND("plain ascii, longer than eight")));
    assert_true(encoding_is_clean(AND("12345678\xe2\x82\xac\xf0\x9f\x98\x80")));
    assert_false(encoding_is_clean(AND("12345678\0")));
    assert_false(encoding_is_clean(AND("1234567890123456\xff")));
    assert_false(encoding_is_clean(AND("\xc0\x80")));
    assert_false(encoding_is_clean(AND("\xed\xa0\x80")));
    assert_false(encoding_is_clean(AND("\xf4\x90\x80\x80")));
    assert_false(encoding_is_clean(AND("abc\xe2\x82")));
}

static void decode(enum encoding encoding, struct span source, size_t block, struct buffer *out)
{
    struct decoder decoder;
    decoder_init(&decoder, encoding);
    buffer_reset(out);
    for (size_t at = 0; at < source.length; at += block) {
        size_t left = source.length - at;
        decoder_feed(&decoder, (struct span){source.at + at, left < block ? left : block}, left <= block,
                     out);
    }
}

static void assert_decoded(enum encoding encoding, struct span source, const char *wanted)
{
    struct buffer out;
    buffer_init(&out, 1 << 16);
    for (size_t block = 1; block <= source.length; block++) {
        decode(encoding, source, block, &out);
        assert_true(span_equal(buffer_all(&out), span_of(wanted)));
    }
    buffer_release(&out);
}

static void bytes_are_decoded_however_they_are_cut(void **state)
{
    (void)state;
    assert_decoded(ENCODING_UTF_8, AND("caf\xc3\xa9"), "caf\u00e9");
    assert_decoded(ENCODING_WINDOWS_1252, AND("caf\xe9 \x80\x9f"), "caf\u00e9 \u20ac\u0178");
    assert_decoded(ENCODING_UTF_16LE, AND("a\0\xac\x20\x3d\xd8\x00\xde"), "a\u20ac\U0001f600");
    assert_decoded(ENCODING_UTF_16BE, AND("\0a\x20\xac\xd8\x3d\xde\x00"), "a\u20ac\U0001f600");
    assert_decoded(ENCODING_UTF_16LE,
                   AND("\x3d\xd8"
                       "a\0"),
                   "\ufffd"
                   "a");
    assert_decoded(ENCODING_UTF_16LE, AND("a\0b"), "a\ufffd");
}

static void encode(enum encoding encoding, const uint32_t *points, size_t count, struct buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t units[2] = {points[i], 0};
        size_t unit_count = 1;
        if (points[i] > 0xffff) {
            units[0] = 0xd800 + ((points[i] - 0x10000) >> 10);
            units[1] = 0xdc00 + ((points[i] - 0x10000) & 0x3ff);
            unit_count = 2;
        }
        for (size_t u = 0; u < unit_count; u++) {
            if (encoding == ENCODING_WINDOWS_1252) {
                buffer_append_char(out, (char)units[u]);
                continue;
            }
            bool is_big = encoding == ENCODING_UTF_16BE;
            buffer_append_char(out, (char)(is_big ? units[u] >> 8 : units[u]));
            buffer_append_char(out, (char)(is_big ? units[u] : units[u] >> 8));
        }
    }
}

/* Rows cut from the source at their byte and length decode to the rows' text. */
static void assert_offsets(enum encoding encoding, struct span source, size_t block)
{
    struct buffer decoded;
    struct csv_row row;
    struct decoder decoder;
    unsigned rows = 0;
    buffer_init(&decoded, 1 << 16);
    struct csv_reader *reader = csv_reader_new((struct csv_dialect){',', '"'}, encoding, 0);
    struct decoder stream;
    struct buffer part;
    buffer_init(&part, 1 << 16);
    decoder_init(&stream, encoding);
    for (size_t at = 0; at <= source.length; at += block) {
        size_t left = source.length - at;
        buffer_reset(&part);
        decoder_feed(&stream, (struct span){source.at + at, left < block ? left : block}, left < block,
                     &part);
        assert_true(csv_reader_push(reader, buffer_all(&part)));
        if (left < block)
            csv_reader_finish(reader);
        while (csv_reader_next(reader, &row) == CSV_ROW) {
            assert_true(row.byte + row.length <= source.length);
            buffer_reset(&decoded);
            decoder_init(&decoder, encoding);
            decoder_feed(&decoder, (struct span){source.at + row.byte, row.length}, true, &decoded);
            assert_true(span_equal(buffer_all(&decoded), row.text));
            rows++;
        }
    }
    assert_true(rows > 0);
    csv_reader_free(reader);
    buffer_release(&part);
    buffer_release(&decoded);
}

static void rows_are_found_again_in_the_source(void **state)
{
    (void)state;
    static const uint32_t letters[] = {'a', 'b', ',', '\n', '\r', '"', 0xe9, 0x20ac, 0x1f600};
    struct random random;
    struct buffer source;
    random_init(&random, 11);
    buffer_init(&source, 1 << 16);
    for (unsigned round = 0; round < 500; round++) {
        enum encoding encoding = (enum encoding)(ENCODING_UTF_16LE + round % 3);
        uint32_t points[60];
        for (size_t i = 0; i < 60; i++)
            points[i] = letters[random_below(&random, encoding == ENCODING_WINDOWS_1252 ? 7 : 9)];
        points[0] = 'x';
        buffer_reset(&source);
        encode(encoding, points, 60, &source);
        assert_offsets(encoding, buffer_all(&source), 1 + random_below(&random, 130));
    }
    buffer_release(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encodings_are_recognised),
        cmocka_unit_test(names_are_known),
        cmocka_unit_test(clean_means_utf_8_without_zeros),
        cmocka_unit_test(bytes_are_decoded_however_they_are_cut),
        cmocka_unit_test(rows_are_found_again_in_the_source),
    };
    return cmocka_run_group_tests_name("encoding", tests, NULL, NULL);
}
