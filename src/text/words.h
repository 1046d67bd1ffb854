/* Words of a text: 64-bit hashes of their folded letters, and where they stand in the text as given.
 * Chinese and Japanese characters and letters of scripts without spaces are words of their own. Numbers,
 * prices, phone numbers, e-mails, links and handles are typed words: all of a type have the same hash, so
 * that they never tell two texts apart. So are words of nationality and ethnicity (blinding.h). Digits inside
 * a word count as one sign. No memory is taken. */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include "text/normalise.h"

enum word_kind {
    WORD_PLAIN,
    WORD_SINGLE, /* a Chinese or Japanese character */
    WORD_PIECE,  /* a Thai, Lao, Khmer or Burmese letter with its signs */
    WORD_SYMBOL, /* an emoji */
    WORD_NUMBER,
    WORD_PRICE,
    WORD_PHONE,
    WORD_EMAIL,
    WORD_LINK,
    WORD_HANDLE,
    WORD_ORIGIN, /* a word of nationality or ethnicity, whichever */
    WORD_KINDS
};

struct word {
    uint64_t hash; /* the same on every machine */
    size_t at;     /* byte in the text as given */
    uint32_t length;
    enum word_kind kind;
};

struct word_reader {
    const struct fold_table *folds;
    struct span text;
    size_t at;
    bool slow;                       /* never take the short way for ASCII: for tests */
    bool has_at;                     /* the text has an '@': look for e-mails and handles */
    uint32_t size;                   /* of folded */
    char folded[2 * FOLD_WORD_MOST]; /* the last word, folded; for typed words its bytes are not set */
};

void word_reader_init(struct word_reader *reader, const struct fold_table *folds, struct span text);

/* The next word, or false at the end. Linear in all: each byte is looked at a bounded number of times. */
bool word_next(struct word_reader *reader, struct word *word);

/* word_next without blinding: for the list of words that are blinded. */
bool word_read(struct word_reader *reader, struct word *word);

/* "number", "price", ... for typed words; NULL for others. Static. */
const char *word_kind_name(enum word_kind kind);

/* The hash of all words of a type. */
uint64_t word_kind_hash(enum word_kind kind);

static inline bool word_is_typed(enum word_kind kind)
{
    return kind >= WORD_NUMBER;
}

#endif
