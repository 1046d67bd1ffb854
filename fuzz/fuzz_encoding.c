/* Any bytes in any encoding: blocks of any size decode alike, what is decoded is UTF-8, and its length in the
 * source is that of the source, but for what a cut end leaves. */
#include "records/encoding.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool ok)
{
    if (!ok)
        abort();
}

static void decode(enum encoding encoding, struct span source, size_t block, struct buffer *out)
{
    struct decoder decoder;
    decoder_init(&decoder, encoding);
    buffer_init(out, 1 << 26);
    for (size_t at = 0; at < source.length; at += block) {
        size_t left = source.length - at;
        decoder_feed(&decoder, (struct span){source.at + at, left < block ? left : block}, left <= block,
                     out);
    }
    check(buffer_ok(out));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    struct span source = {(const char *)data + 1, size - 1};
    struct buffer whole;
    struct buffer parts;
    enum encoding seen = encoding_recognise(source);
    check(seen < ENCODING_COUNT && encoding_mark(seen, source) <= source.length);
    for (int e = 0; e < ENCODING_COUNT; e++) {
        decode((enum encoding)e, source, source.length, &whole);
        decode((enum encoding)e, source, 1 + data[0] % 9, &parts);
        check(span_equal(buffer_all(&whole), buffer_all(&parts)));
        if (e != ENCODING_UTF_8)
            check(memchr(source.at, 0, source.length) || encoding_is_clean(buffer_all(&whole)) ||
                  memchr(whole.data, 0, whole.length));
        uint64_t length = encoding_source_length((enum encoding)e, buffer_all(&whole));
        check(length == source.length || (length == source.length + 1 && source.length % 2));
        buffer_release(&whole);
        buffer_release(&parts);
    }
    return 0;
}
