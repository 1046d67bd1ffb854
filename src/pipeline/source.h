/* A source file: opened, decompressed as it is read, and its bytes on disk hashed along the way. */
#ifndef PIPELINE_SOURCE_H
#define PIPELINE_SOURCE_H

#include "base/error.h"
#include "base/span.h"
#include "sealing/digest.h"

enum compression { COMPRESSION_NONE, COMPRESSION_GZIP, COMPRESSION_ZSTD };

struct source;

const char *compression_name(enum compression compression); /* "none", "gzip", "zstd" */

/* Recognises compression by the first bytes, not by the name. */
enum bowline_status source_open(const char *path, struct source **out,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;
void source_close(struct source *source); /* NULL allowed */

/* From here on another thread hashes, where one can be had. */
void source_hash_behind(struct source *source);

/* The next decompressed bytes, in the source's own memory until the next call; *length 0 at the end. A
 * corrupt or cut compressed file is BOWLINE_ERROR_INPUT, with the byte where. */
enum bowline_status source_read(struct source *source, struct span *out,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

enum compression source_compression(const struct source *source);
uint64_t source_bytes_read(const struct source *source);  /* on disk, so far */
uint64_t source_bytes_total(const struct source *source); /* on disk */

/* Of all bytes on disk; valid after the end was read. */
void source_digest(struct source *source, char hex[DIGEST_HEX]);

/* What only those know who have the bytes (digest_secret); valid after source_digest. */
const char *source_secret(const struct source *source);

/* What is read from now on is not hashed, and source_digest must not be asked: for files that no record leads
 * back to. SHA-256 costs more than reading does. */
void source_skip_digest(struct source *source);

/* Hashes a file without decompressing it. */
enum bowline_status source_digest_file(const char *path, char hex[DIGEST_HEX],
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Reads a whole small file (at most `most` bytes) into a fresh buffer's bytes. */
struct buffer;
enum bowline_status source_slurp(const char *path, struct buffer *out,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
