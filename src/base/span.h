/* Bytes that somebody else owns, and references into a pool of bytes. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct span {
    const char *at;
    size_t length;
};

/* A stretch of a buffer that may still move as it grows. */
struct text_ref {
    uint64_t at;
    uint32_t length;
};

static inline struct span span_of(const char *text)
{
    return (struct span){text, text ? strlen(text) : 0};
}

static inline bool span_equal(struct span a, struct span b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

/* Byte order, the shorter first where one is the other's beginning. */
static inline int span_compare(struct span a, struct span b)
{
    size_t least = a.length < b.length ? a.length : b.length;
    int order = least ? memcmp(a.at, b.at, least) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* Without ASCII white space at both ends. */
static inline struct span span_trim(struct span s)
{
    while (s.length && (unsigned char)s.at[0] <= ' ')
        s.at++, s.length--;
    while (s.length && (unsigned char)s.at[s.length - 1] <= ' ')
        s.length--;
    return s;
}

#endif
