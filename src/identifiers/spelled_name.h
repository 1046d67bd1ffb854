/* Names of hosts whose dots are written out or fenced: "example dot com", "example[.]com". */
#ifndef IDENTIFIERS_SPELLED_NAME_H
#define IDENTIFIERS_SPELLED_NAME_H

#include "identifiers/find.h"

#define SPELLED_MOST 253

struct spelled_name {
    char text[SPELLED_MOST + 1]; /* lower case, plain dots */
    size_t length;
    size_t end; /* in the text */
    unsigned labels;
    bool is_spelled; /* a dot is a word */
    bool is_fenced;  /* a dot stands in brackets */
};

/* Reads the name that begins at `at`. False where fewer than two labels stand there, or the last is not a
 * top label in wide use. */
bool spelled_name_read(const struct reader *reader, struct span text, size_t at, struct spelled_name *out);

/* Whether brackets or stars fence the bytes from start to end; *start and *end then move out to them. */
bool spelled_fence(struct span text, size_t *start, size_t *end);

/* Whether an everyday word, so that it is no name before "at" or "dot". */
bool spelled_is_everyday(struct span word);

/* Whether everybody has mail there: "gmail.com". */
bool spelled_is_provider(struct span name);

#endif
