/* source: plain, gzip and zstd in one or several members, cut and corrupt at every kind of place, and what is
 * no file. */
#include "pipeline/source.h"

#include "base/buffer.h"
#include "base/random.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

static char folder[] = "/tmp/bowline_source_XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char path[200];
    (void)state;
    snprintf(path, sizeof path, "%s/file", folder);
    unlink(path);
    return rmdir(folder);
}

static const char *write_file(struct span bytes)
{
    static char path[200];
    snprintf(path, sizeof path, "%s/file", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
    return path;
}

/* Text that compresses, but not to nothing. */
static void make_text(struct buffer *out, size_t size)
{
    struct random random;
    random_init(&random, 9);
    buffer_init(out, 1 << 24);
    while (out->length < size)
        buffer_format(out, "%u,%s\n", random_below(&random, 1000000),
                      random_below(&random, 2) ? "Gent" : "Aken");
}

static void append_gzip(struct buffer *out, struct span text)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    size_t most = deflateBound(&z, text.length);
    assert_true(buffer_reserve(out, most));
    z.next_in = (Bytef *)(uintptr_t)text.at;
    z.avail_in = (uInt)text.length;
    z.next_out = (Bytef *)out->data + out->length;
    z.avail_out = (uInt)most;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    out->length += z.total_out;
    deflateEnd(&z);
}

static void append_zstd(struct buffer *out, struct span text)
{
    size_t most = ZSTD_compressBound(text.length);
    assert_true(buffer_reserve(out, most));
    size_t length = ZSTD_compress(out->data + out->length, most, text.at, text.length, 1);
    assert_false(ZSTD_isError(length));
    out->length += length;
}

static enum bowline_status read_all(const char *path, struct buffer *out, char hex[DIGEST_HEX],
                                    struct bowline_error *err)
{
    struct source *source = NULL;
    struct span block = {"", 1};
    enum bowline_status status = source_open(path, &source, err);
    while (status == BOWLINE_OK && block.length) {
        status = source_read(source, &block, err);
        if (status == BOWLINE_OK)
            buffer_append_span(out, block);
    }
    if (status == BOWLINE_OK) {
        assert_int_equal(source_bytes_read(source), source_bytes_total(source));
        source_digest(source, hex);
    }
    source_close(source);
    return status;
}

static void assert_reads(struct span bytes, struct span text)
{
    struct buffer found;
    struct bowline_error err = {0};
    char hex[DIGEST_HEX];
    char wanted[DIGEST_HEX];
    const char *path = write_file(bytes);
    buffer_init(&found, 1 << 24);
    if (read_all(path, &found, hex, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    assert_true(span_equal(buffer_all(&found), text));
    struct digest digest;
    digest_init(&digest);
    digest_update(&digest, bytes.at, bytes.length);
    digest_finish(&digest, wanted);
    assert_string_equal(hex, wanted);
    assert_int_equal(source_digest_file(path, hex, &err), BOWLINE_OK);
    assert_string_equal(hex, wanted);
    buffer_release(&found);
}

static void every_compression_gives_the_same_bytes(void **state)
{
    (void)state;
    struct buffer text;
    struct buffer packed;
    make_text(&text, 700000);
    buffer_init(&packed, 1 << 24);
    struct span all = buffer_all(&text);
    struct span first = {all.at, 300000};
    struct span second = {all.at + 300000, all.length - 300000};
    assert_reads(all, all);
    append_gzip(&packed, first);
    append_gzip(&packed, (struct span){"", 0});
    append_gzip(&packed, second);
    assert_reads(buffer_all(&packed), all);
    buffer_reset(&packed);
    append_zstd(&packed, first);
    append_zstd(&packed, second);
    assert_reads(buffer_all(&packed), all);
    buffer_release(&packed);
    buffer_release(&text);
}

static void small_and_empty_files_are_read(void **state)
{
    (void)state;
    assert_reads((struct span){"", 0}, (struct span){"", 0});
    assert_reads(span_of("a"), span_of("a"));
    assert_reads(span_of("\x28\xb5"), span_of("\x28\xb5"));
}

static void assert_fails(struct span bytes, const char *word)
{
    struct buffer found;
    struct bowline_error err = {0};
    char hex[DIGEST_HEX];
    buffer_init(&found, 1 << 24);
    assert_int_equal(read_all(write_file(bytes), &found, hex, &err), BOWLINE_ERROR_INPUT);
    if (!strstr(err.message, word))
        fail_msg("\"%s\" is not in: %s", word, err.message);
    buffer_release(&found);
}

static void cut_and_corrupt_files_say_so(void **state)
{
    (void)state;
    struct buffer text;
    make_text(&text, 20000);
    for (int is_zstd = 0; is_zstd < 2; is_zstd++) {
        struct buffer packed;
        buffer_init(&packed, 1 << 24);
        if (is_zstd)
            append_zstd(&packed, buffer_all(&text));
        else
            append_gzip(&packed, buffer_all(&text));
        const char *name = is_zstd ? "zstd" : "gzip";
        for (size_t length = 5; length < packed.length; length += packed.length / 7 + 1)
            assert_fails((struct span){packed.data, length}, name);
        assert_fails((struct span){packed.data, packed.length - 1}, "ends too soon");
        memset(packed.data + packed.length / 2, 0x5a, 40);
        if (!is_zstd) /* a zstd frame need not have a checksum */
            assert_fails(buffer_all(&packed), "corrupt");
        buffer_reset(&packed);
        buffer_append_text(&packed, is_zstd ? "\x28\xb5\x2f\xfd" : "\x1f\x8b");
        buffer_append_text(&packed, "this is something else altogether");
        assert_fails(buffer_all(&packed), name);
        buffer_release(&packed);
    }
    buffer_release(&text);
}

static void assert_not_opened(const char *path, enum bowline_status status, const char *word)
{
    struct source *source = NULL;
    struct bowline_error err = {0};
    assert_int_equal(source_open(path, &source, &err), status);
    if (!strstr(err.message, word) || !strstr(err.message, path))
        fail_msg("\"%s\" is not in: %s", word, err.message);
}

static void what_is_no_file_is_an_error(void **state)
{
    (void)state;
    char path[200];
    assert_not_opened(folder, BOWLINE_ERROR_INPUT, "folder");
    snprintf(path, sizeof path, "%s/missing", folder);
    assert_not_opened(path, BOWLINE_ERROR_NOT_FOUND, "cannot open");
    snprintf(path, sizeof path, "%s/pipe", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_not_opened(path, BOWLINE_ERROR_INPUT, "pipe");
    unlink(path);
    const char *file = write_file(span_of("x"));
    chmod(file, 0);
    if (access(file, R_OK) != 0) /* root may read all */
        assert_not_opened(file, BOWLINE_ERROR_PERMISSION, "cannot open");
    chmod(file, 0600);
}

static void slurp_has_a_limit(void **state)
{
    (void)state;
    struct buffer out;
    struct bowline_error err;
    const char *path = write_file(span_of("twelve bytes"));
    buffer_init(&out, 12);
    assert_int_equal(source_slurp(path, &out, &err), BOWLINE_OK);
    assert_true(span_equal(buffer_all(&out), span_of("twelve bytes")));
    buffer_release(&out);
    buffer_init(&out, 11);
    assert_int_equal(source_slurp(path, &out, &err), BOWLINE_ERROR_SPACE);
    buffer_release(&out);
}

static void memory_may_fail_anywhere(void **state)
{
    (void)state;
    struct buffer packed;
    buffer_init(&packed, 1 << 16);
    append_gzip(&packed, span_of("some text"));
    const char *path = write_file(buffer_all(&packed));
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct buffer found;
        char hex[DIGEST_HEX];
        buffer_init(&found, 1 << 16);
        failing_memory_begin(&memory, n);
        enum bowline_status status = read_all(path, &found, hex, NULL);
        if (status == BOWLINE_OK && !buffer_ok(&found))
            status = BOWLINE_ERROR_MEMORY;
        bool failed = failing_memory_end(&memory);
        buffer_release(&found);
        assert_int_equal(status, failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        if (!failed) {
            assert_true(n > 3);
            break;
        }
    }
    buffer_release(&packed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_compression_gives_the_same_bytes),
        cmocka_unit_test(small_and_empty_files_are_read),
        cmocka_unit_test(cut_and_corrupt_files_say_so),
        cmocka_unit_test(what_is_no_file_is_an_error),
        cmocka_unit_test(slurp_has_a_limit),
        cmocka_unit_test(memory_may_fail_anywhere),
    };
    return cmocka_run_group_tests_name("source", tests, make_folder, remove_folder);
}
