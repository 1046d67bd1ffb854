/* Encodings of text files: recognised, said, and turned into UTF-8 as the bytes stream by. */
#ifndef RECORDS_ENCODING_H
#define RECORDS_ENCODING_H

#include "base/buffer.h"

enum encoding { ENCODING_UTF_8, ENCODING_UTF_16LE, ENCODING_UTF_16BE, ENCODING_WINDOWS_1252, ENCODING_COUNT };

const char *encoding_name(enum encoding encoding); /* "utf-8", as in the schema; static */

/* The encoding that a data package names (any case; latin-1 and iso-8859-1 mean windows-1252, utf-16 goes by
 * its mark). ENCODING_COUNT where unknown. */
enum encoding encoding_find(struct span name);

/* Recognises by a mark at the start, by the pattern of zero bytes, by whether the bytes are UTF-8. `head` is
 * the file's first block (64 KiB or more, or all of it); a sequence cut at its end does not count against
 * UTF-8. */
enum encoding encoding_recognise(struct span head);

/* How many bytes of byte order mark the head begins with in that encoding. */
size_t encoding_mark(enum encoding encoding, struct span head);

/* Turns a stream into UTF-8 block by block. UTF-8 passes as it is, valid or not. */
struct decoder {
    enum encoding encoding;
    unsigned char held[4]; /* of a character that a block's end cut */
    unsigned held_count;
};

void decoder_init(struct decoder *decoder, enum encoding encoding);
/* Appends; at the end of input `is_last` turns what is held into U+FFFD. */
void decoder_feed(struct decoder *decoder, struct span block, bool is_last, struct buffer *out);

/* How many bytes of the source a stretch of decoder output took. */
uint64_t encoding_source_length(enum encoding encoding, struct span decoded);

/* Whether the bytes are valid UTF-8 without NUL. Fast on ASCII. */
bool encoding_is_clean(struct span text);

#endif
