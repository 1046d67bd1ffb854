/* What a character is and what it becomes so that texts can be compared: compatibility forms, case and width
 * folded (ICU's NFKC_Casefold, fully decomposed), accents of Latin, Greek and Cyrillic letters and vowel
 * points of Hebrew and Arabic removed, ignorable and bidirectional marks and skin tones of emoji dropped,
 * decorative letters undone. The table is built once and then only read, so that threads may share it. */
#ifndef TEXT_NORMALISE_H
#define TEXT_NORMALISE_H

#include "base/buffer.h"
#include "base/error.h"

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
};

/* About 10 ms and 1.5 MB. Fails for want of memory, or with BOWLINE_ERROR_IO where ICU has no data. */
enum bowline_status fold_table_init(struct fold_table *table, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void fold_table_release(struct fold_table *table);

/* The fold of the character at `at`; sets *length to its bytes there. The span points into the table or to
 * `at` itself. left is 1 or more. */
struct fold fold_next(const struct fold_table *table, const char *at, size_t left, size_t *length);

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
