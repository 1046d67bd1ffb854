/* A source file: opened, decompressed as it is read, and hashed along the way. */
#include "pipeline/source.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "pipeline/hash_behind.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

/* Blocks large enough that calls cost nothing, small enough to stay in the cache while they are parsed. */
enum { BLOCK_BYTES = 1 << 18 };

/* 128 MiB: what `zstd --long` makes; a frame that wants more would let a small file take all memory. */
enum { MOST_WINDOW_LOG = 27 };

struct source {
    char *path;
    int file;
    enum compression compression;
    uint64_t total, done;
    bool at_end;    /* of the bytes on disk */
    bool in_member; /* a compressed member or frame has begun and not ended */
    struct digest digest;
    char secret[DIGEST_HEX];
    bool is_unhashed; /* nobody will ask for the digest */
    z_stream gzip;
    bool gzip_open;
    ZSTD_DStream *zstd;
    size_t input_at, input_length;
    struct hash_behind *behind;  /* NULL: blocks are hashed as they are read */
    char *input;                 /* one of the blocks */
    char blocks[2][BLOCK_BYTES]; /* one is hashed behind while the other is filled */
    char output[BLOCK_BYTES];
};

const char *compression_name(enum compression compression)
{
    static const char *const names[] = {
        [COMPRESSION_NONE] = "none", [COMPRESSION_GZIP] = "gzip", [COMPRESSION_ZSTD] = "zstd"};
    return names[compression];
}

/* Reads the next block from disk behind what is not consumed yet, which is nothing. */
static enum bowline_status fill_input(struct source *s, struct bowline_error *err)
{
    size_t got = 0;
    s->input = s->blocks[s->input == s->blocks[0]];
    while (got < BLOCK_BYTES && !s->at_end) {
        ssize_t n = read(s->file, s->input + got, BLOCK_BYTES - got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_system(err, errno, "cannot read", s->path);
        s->at_end = n == 0;
        got += (size_t)n;
    }
    if (s->behind)
        hash_behind_push(s->behind, (struct span){s->input, got});
    else if (!s->is_unhashed)
        digest_update(&s->digest, s->input, got);
    s->done += got;
    s->input_at = 0;
    s->input_length = got;
    return BOWLINE_OK;
}

static enum compression recognise(const char *head, size_t length)
{
    if (length >= 2 && memcmp(head, "\x1f\x8b", 2) == 0)
        return COMPRESSION_GZIP;
    if (length >= 4 && memcmp(head, "\x28\xb5\x2f\xfd", 4) == 0)
        return COMPRESSION_ZSTD;
    return COMPRESSION_NONE;
}

static voidpf zlib_new(voidpf opaque, uInt items, uInt size)
{
    (void)opaque;
    return memory_new(items, size);
}

static void zlib_free(voidpf opaque, voidpf at)
{
    (void)opaque;
    memory_free(at);
}

static enum bowline_status open_decompressor(struct source *s, struct bowline_error *err)
{
    s->compression = recognise(s->input, s->input_length);
    if (s->compression == COMPRESSION_GZIP) {
        s->gzip.zalloc = zlib_new;
        s->gzip.zfree = zlib_free;
        /* 16: gzip alone, no bare zlib. */
        if (inflateInit2(&s->gzip, 16 + MAX_WBITS) != Z_OK)
            return error_memory(err);
        s->gzip_open = true;
    } else if (s->compression == COMPRESSION_ZSTD) {
        s->zstd = ZSTD_createDStream();
        if (!s->zstd || ZSTD_isError(ZSTD_DCtx_setParameter(s->zstd, ZSTD_d_windowLogMax, MOST_WINDOW_LOG)))
            return error_memory(err);
    }
    return BOWLINE_OK;
}

static enum bowline_status open_file(struct source *s, struct bowline_error *err)
{
    struct stat info;
    s->file = open(s->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (s->file < 0 || fstat(s->file, &info) != 0)
        return error_system(err, errno, "cannot open", s->path);
    if (!S_ISREG(info.st_mode))
        return error_set(err, BOWLINE_ERROR_INPUT,
                         "%s is not a file but a folder, a pipe or a device: copy it to a file", s->path);
    s->total = (uint64_t)info.st_size;
    posix_fadvise(s->file, 0, 0, POSIX_FADV_SEQUENTIAL);
    return BOWLINE_OK;
}

enum bowline_status source_open(const char *path, struct source **out, struct bowline_error *err)
{
    struct source *s = memory_new(1, sizeof *s);
    if (!s)
        return error_memory(err);
    s->file = -1;
    digest_init(&s->digest);
    s->path = memory_new(strlen(path) + 1, 1);
    enum bowline_status status = s->path ? BOWLINE_OK : error_memory(err);
    if (s->path) {
        memcpy(s->path, path, strlen(path) + 1);
        status = open_file(s, err);
    }
    if (status == BOWLINE_OK)
        status = fill_input(s, err);
    if (status == BOWLINE_OK)
        status = open_decompressor(s, err);
    if (status == BOWLINE_OK)
        *out = s;
    else
        source_close(s);
    return status;
}

void source_hash_behind(struct source *source)
{
    if (!source->behind)
        source->behind = hash_behind_new(&source->digest);
}

void source_close(struct source *source)
{
    if (!source)
        return;
    hash_behind_free(source->behind);
    if (source->gzip_open)
        inflateEnd(&source->gzip);
    ZSTD_freeDStream(source->zstd);
    if (source->file >= 0)
        close(source->file);
    memory_free(source->path);
    memory_free(source);
}

static enum bowline_status fail_corrupt(const struct source *s, const char *why, struct bowline_error *err)
{
    uint64_t at = s->done - (s->input_length - s->input_at);
    return error_set(err, BOWLINE_ERROR_INPUT,
                     "%s: the %s data %s at byte %llu: get the file again from where it came", s->path,
                     compression_name(s->compression), why, (unsigned long long)at);
}

/* One step of inflate. *made: bytes of output. A member's end is followed by another, or by the end of the
 * file. */
static enum bowline_status step_gzip(struct source *s, size_t *made, struct bowline_error *err)
{
    if (!s->in_member)
        inflateReset(&s->gzip);
    s->in_member = true;
    s->gzip.next_in = (Bytef *)s->input + s->input_at;
    s->gzip.avail_in = (uInt)(s->input_length - s->input_at);
    s->gzip.next_out = (Bytef *)s->output;
    s->gzip.avail_out = BLOCK_BYTES;
    int code = inflate(&s->gzip, Z_NO_FLUSH);
    s->input_at = s->input_length - s->gzip.avail_in;
    *made = BLOCK_BYTES - s->gzip.avail_out;
    if (code == Z_STREAM_END)
        s->in_member = false;
    else if (code == Z_MEM_ERROR)
        return error_memory(err);
    else if (code != Z_OK && code != Z_BUF_ERROR)
        return fail_corrupt(s, "is corrupt", err);
    return BOWLINE_OK;
}

static enum bowline_status step_zstd(struct source *s, size_t *made, struct bowline_error *err)
{
    ZSTD_inBuffer in = {s->input, s->input_length, s->input_at};
    ZSTD_outBuffer out = {s->output, BLOCK_BYTES, 0};
    size_t code = ZSTD_decompressStream(s->zstd, &out, &in);
    s->input_at = in.pos;
    *made = out.pos;
    if (ZSTD_isError(code))
        return fail_corrupt(s, "is corrupt", err);
    s->in_member = code != 0;
    return BOWLINE_OK;
}

static enum bowline_status read_compressed(struct source *s, struct span *out, struct bowline_error *err)
{
    size_t made = 0;
    while (made == 0) {
        enum bowline_status status = BOWLINE_OK;
        if (s->input_at == s->input_length && !s->at_end)
            status = fill_input(s, err);
        bool is_empty = s->input_at == s->input_length;
        if (status == BOWLINE_OK && is_empty && !s->in_member)
            break;
        if (status == BOWLINE_OK)
            status = s->compression == COMPRESSION_GZIP ? step_gzip(s, &made, err) : step_zstd(s, &made, err);
        if (status != BOWLINE_OK)
            return status;
        if (is_empty && made == 0 && s->in_member)
            return fail_corrupt(s, "ends too soon", err);
    }
    *out = (struct span){s->output, made};
    return BOWLINE_OK;
}

enum bowline_status source_read(struct source *source, struct span *out, struct bowline_error *err)
{
    if (source->compression != COMPRESSION_NONE)
        return read_compressed(source, out, err);
    if (source->input_at == source->input_length && !source->at_end) {
        enum bowline_status status = fill_input(source, err);
        if (status != BOWLINE_OK)
            return status;
    }
    *out = (struct span){source->input + source->input_at, source->input_length - source->input_at};
    source->input_at = source->input_length;
    return BOWLINE_OK;
}

enum compression source_compression(const struct source *source)
{
    return source->compression;
}

uint64_t source_bytes_read(const struct source *source)
{
    return source->done;
}

uint64_t source_bytes_total(const struct source *source)
{
    return source->total;
}

void source_skip_digest(struct source *source)
{
    source->is_unhashed = true;
}

void source_digest(struct source *source, char hex[DIGEST_HEX])
{
    hash_behind_free(source->behind);
    source->behind = NULL;
    digest_secret(&source->digest, source->secret);
    digest_finish(&source->digest, hex);
}

const char *source_secret(const struct source *source)
{
    return source->secret;
}

enum bowline_status source_digest_file(const char *path, char hex[DIGEST_HEX], struct bowline_error *err)
{
    struct source *source = NULL;
    enum bowline_status status = source_open(path, &source, err);
    while (status == BOWLINE_OK && source && !source->at_end)
        status = fill_input(source, err);
    if (status == BOWLINE_OK && source)
        source_digest(source, hex);
    source_close(source);
    return status;
}

enum bowline_status source_slurp(const char *path, struct buffer *out, struct bowline_error *err)
{
    struct source *source = NULL;
    struct span block = {"", 1};
    enum bowline_status status = source_open(path, &source, err);
    while (status == BOWLINE_OK && source && block.length) {
        status = source_read(source, &block, err);
        if (status == BOWLINE_OK)
            buffer_append_span(out, block);
        if (!buffer_ok(out) && block.length <= out->most - out->length)
            status = error_memory(err);
        else if (!buffer_ok(out))
            status = error_set(err, BOWLINE_ERROR_SPACE,
                               "%s is larger than %zu bytes: it is not what it should be", path, out->most);
    }
    source_close(source);
    return status;
}
