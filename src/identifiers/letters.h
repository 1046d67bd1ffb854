/* Bytes as letters: ASCII by table-free tests, and for what is beyond ASCII whether it glues to a word. */
#ifndef IDENTIFIERS_LETTERS_H
#define IDENTIFIERS_LETTERS_H

#include "base/span.h"

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool is_alnum(char c)
{
    return is_digit(c) || is_letter(c);
}

static inline bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static inline char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static inline char to_upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

/* The byte at `at`, or a space beyond the end. */
static inline char char_at(struct span s, size_t at)
{
    return at < s.length ? s.at[at] : ' ';
}

static inline char char_before(struct span s, size_t at)
{
    return at > 0 ? s.at[at - 1] : ' ';
}

static inline struct span span_part(struct span s, size_t start, size_t end)
{
    return (struct span){s.at + start, end - start};
}

/* Whether the character that ends before `at` (begins at `at`) is a letter of any script that is written with
 * spaces between words. Emoji, symbols, and the scripts of East Asia do not glue. Invalid UTF-8 does. */
bool letter_before(struct span s, size_t at);
bool letter_at(struct span s, size_t at);

/* Equal to an ASCII word in lower case, whatever the case of s. */
bool word_equal(struct span s, const char *word);

/* Whether s is one of the words, which end with NULL. */
bool word_among(struct span s, const char *const *words);

/* The ASCII word that ends before `at`, at most 20 letters back; empty where there is none. */
struct span word_before(struct span s, size_t at);

#endif
