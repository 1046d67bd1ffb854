/* What a character is and what it becomes so that texts can be compared: compatibility forms, case and width
 * folded (ICU's NFKC_Casefold, fully decomposed), accents of Latin, Greek and Cyrillic letters and vowel
 * points of Hebrew and Arabic removed, ignorable and bidirectional marks and skin tones of emoji dropped,
 * decorative letters undone. The table is built once and then only read, so that threads may share it. */
#ifndef TEXT_NORMALISE_H
#define TEXT_NORMALISE_H

#include "base/buffer.h"
#include "base/error.h"
#include "text/blinding.h"

enum fold_class {
    FOLD_BREAK,    /* punctuation and anything else that only divides words */
    FOLD_SPACE,    /* white space, controls, NUL */
    FOLD_DROP,     /* invisible: as if it were not there */
    FOLD_ACCENT,   /* removed, but only inside a word */
    FOLD_LETTER,   /* part of a word; includes the vowel signs of Indic scripts */
    FOLD_DIGIT,    /* a decimal digit in any script; folded to 0-9 */
    FOLD_SINGLE,   /* a Chinese or Japanese character: a word of its own */
    FOLD_PIECE,    /* a letter of a script without spaces between words: Thai, Lao, Khmer, Burmese */
    FOLD_ATTACH,   /* a sign that belongs to the piece or single before it */
    FOLD_SYMBOL,   /* emoji and other pictures: a word of its own */
    FOLD_CURRENCY, /* euro, dollar, ... */
};

enum fold_script {
    SCRIPT_OTHER = 0,
    SCRIPT_LATIN = 1,
    SCRIPT_CYRILLIC = 2,
    SCRIPT_GREEK = 4, /* flags: a word may mix them */
};

struct fold {
    uint8_t kind;   /* enum fold_class */
    uint8_t script; /* enum fold_script */
    struct span to; /* folded UTF-8; empty for what is dropped */
};

struct fold_table {
    uint32_t *entries; /* by code, up to U+2FFFF */
    struct buffer pool;
    struct blinding blinding;
};

/* About 10 ms and 2 MB. Fails for want of memory, or with BOWLINE_ERROR_IO where ICU has no data. */
enum bowline_status fold_table_init(struct fold_table *table, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void fold_table_release(struct fold_table *table);

/* An entry: class in 4 bits, script in 3, length in 6, place in the pool in 19. */
#define FOLD_IDENTITY 63u /* a fold's length: the character itself */
static inline struct fold fold_of_entry(const struct fold_table *table, uint32_t entry, const char *at,
                                        size_t length)
{
    size_t size = entry >> 7 & 63;
    struct span to = {at, length};
    if (size != FOLD_IDENTITY)
        to = (struct span){table->pool.data + (entry >> 13), size};
    return (struct fold){(uint8_t)(entry & 15), (uint8_t)(entry >> 4 & 7), to};
}

/* fold_next for any bytes. */
struct fold fold_next_any(const struct fold_table *table, const char *at, size_t left, size_t *length);

/* The fold of the character at `at`; sets *length to its bytes there. The span points into the table or to
 * `at` itself. left is 1 or more. Characters of one and two bytes, and nearly all of three, take the short
 * way. */
static inline struct fold fold_next(const struct fold_table *table, const char *at, size_t left,
                                    size_t *length)
{
    const unsigned char *c = (const unsigned char *)at;
    if (c[0] < 0x80) {
        *length = 1;
        return fold_of_entry(table, table->entries[c[0]], at, 1);
    }
    if (c[0] >= 0xC2 && c[0] < 0xE0 && left >= 2 && (c[1] & 0xC0) == 0x80) {
        *length = 2;
        return fold_of_entry(table, table->entries[(c[0] & 0x1Fu) << 6 | (c[1] & 0x3Fu)], at, 2);
    }
    bool plain = (c[0] > 0xE0 && c[0] < 0xED) || c[0] == 0xEE || c[0] == 0xEF; /* whatever trails */
    if (plain && left >= 3 && (c[1] & 0xC0) == 0x80 && (c[2] & 0xC0) == 0x80) {
        *length = 3;
        return fold_of_entry(
            table, table->entries[(c[0] & 0x0Fu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu)], at, 3);
    }
    return fold_next_any(table, at, left, length);
}

#define FOLD_WORD_MOST 512 /* bytes of a folded word that are read */

/* Replaces look-alikes in a folded word of mixed scripts: Cyrillic and Greek letters that look Latin become
 * Latin if that makes the word wholly Latin, else Latin ones become Cyrillic if that makes it wholly
 * Cyrillic, else the word stays. word has room for 2 * FOLD_WORD_MOST bytes, length is at most
 * FOLD_WORD_MOST. Returns the new length. */
size_t confusables_fold(char *word, size_t length);

/* Appends the whole text folded: words with look-alikes undone, runs of white space as one space, punctuation
 * kept. The result is valid UTF-8, at most FOLD_GROWTH times as long. */
#define FOLD_GROWTH 12
void normalise_text(const struct fold_table *table, struct span text, struct buffer *out);

#endif
