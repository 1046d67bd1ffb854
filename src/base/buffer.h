/* Bytes that grow, up to a declared maximum. The first failure sticks: later appends do nothing, so that a
 * long composition needs one check at its end (buffer_ok). */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/span.h"

struct buffer {
    char *data;
    size_t length;
    size_t capacity;
    size_t most;
    bool failed;
};

void buffer_init(struct buffer *b, size_t most);
void buffer_release(struct buffer *b);
void buffer_reset(struct buffer *b); /* keeps its memory; forgives an earlier failure */

bool buffer_reserve(struct buffer *b, size_t more);
void buffer_append(struct buffer *b, const void *bytes, size_t length);
void buffer_append_span(struct buffer *b, struct span s);
void buffer_append_text(struct buffer *b, const char *text);
void buffer_append_char(struct buffer *b, char c);
void buffer_format(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends and says where it stands. {0, 0} on failure: check buffer_ok. */
struct text_ref buffer_keep(struct buffer *b, struct span s);

static inline bool buffer_ok(const struct buffer *b)
{
    return !b->failed;
}

static inline struct span buffer_span(const struct buffer *b, struct text_ref ref)
{
    return (struct span){b->data ? b->data + ref.at : "", ref.length};
}

static inline struct span buffer_all(const struct buffer *b)
{
    return (struct span){b->data ? b->data : "", b->length};
}

#endif
