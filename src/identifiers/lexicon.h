/* The words that a scan of a text stops at: numerals of eleven languages, "plus", "dot", "at", services,
 * words for a number plate. Built once, then only read, so that threads may share it. */
#ifndef IDENTIFIERS_LEXICON_H
#define IDENTIFIERS_LEXICON_H

#include "base/span.h"

enum lexeme_kind {
    LEXEME_NONE,
    LEXEME_UNIT,     /* 0 to 9 */
    LEXEME_TEEN,     /* 10 to 19, whole */
    LEXEME_TENS,     /* 20 to 90: a unit may follow, or stand before it with a joiner */
    LEXEME_HUNDRED,  /* multiplies what stands before it */
    LEXEME_HUNDREDS, /* 200 to 900 in one word */
    LEXEME_JOINER,   /* "and" between the parts of a numeral */
    LEXEME_REPEAT,   /* double, triple */
    LEXEME_PLUS,
    LEXEME_SIGN, /* dot, dash, slash; value: the ASCII sign */
    LEXEME_LINK, /* "then"; value 1 where it links parts of a number by itself, else 0 */
    LEXEME_AT,
    LEXEME_SERVICE, /* of handles */
    LEXEME_PLATE,   /* announces a number plate */
};

enum lexeme_language {
    LANG_EN = 1,
    LANG_NL = 2,
    LANG_FR = 4,
    LANG_DE = 8,
    LANG_ES = 16,
    LANG_IT = 32,
    LANG_PT = 64,
    LANG_RO = 128,
    LANG_RU = 256,
    LANG_JA = 512,
    LANG_ZH = 1024,
    LANG_ALL = 2047,
};

/* What a word says of the digits beside it: flags. */
enum lexeme_context {
    CONTEXT_PHONE = 1, /* "tel": they are a phone */
    CONTEXT_UNIT = 2,  /* "euro", "kg", after them: they are an amount */
    CONTEXT_CURRENCY = 4,
    CONTEXT_OTHER = 8, /* "ref": they are a number of another kind */
};

struct lexeme {
    uint8_t kind;     /* enum lexeme_kind */
    uint8_t context;  /* enum lexeme_context */
    uint8_t is_piece; /* only inside a word: "ventuno" */
    uint16_t value;
    uint16_t languages;
};

struct lexicon_word {
    const char *text; /* folded */
    uint8_t length;
    struct lexeme lexeme;
};

#define LEXICON_WORDS 1536
#define LEXICON_SLOTS 4096u

struct lexicon {
    /* A bit for each beginning of three bytes, five bits of each: of words that a scan stops at, of all that
     * may stand in a number, and of numerals as they are folded. */
    uint32_t triggers[1024], all[1024], numerals[1024];
    /* The same for hashes of words that a scan stops at: ASCII ones of up to five letters, whole; the first
     * six letters of longer ones; and three letters of Cyrillic ones. */
    uint32_t brief[1024], lengthy[1024], cyrillic[1024];
    uint32_t naming[1024];      /* likewise the first three letters of words that announce a phone */
    uint32_t wide_naming[1024]; /* and such words in other scripts */
    uint16_t slots[LEXICON_SLOTS];
    struct lexicon_word words[LEXICON_WORDS];
    unsigned count;
};

void lexicon_init(struct lexicon *lexicon);

static inline bool beginning_is_in(const uint32_t *filter, const char *at)
{
    unsigned key = ((unsigned)at[0] & 31) << 10 | ((unsigned)at[1] & 31) << 5 | ((unsigned)at[2] & 31);
    return filter[key >> 5] >> (key & 31) & 1;
}

/* Whether a word that a scan stops at, or any, may begin with these three bytes: never false where one does.
 */
static inline bool lexicon_may_trigger(const struct lexicon *lexicon, const char *at)
{
    return beginning_is_in(lexicon->triggers, at);
}

static inline bool lexicon_may_begin(const struct lexicon *lexicon, const char *at)
{
    return beginning_is_in(lexicon->all, at);
}

/* A closer look where lexicon_may_trigger says yes. left: bytes at `at`. */
bool lexicon_may_be(const struct lexicon *lexicon, const char *at, size_t left);

/* What a word says of digits beside it, in any case; 0 where it is unknown. */
unsigned lexicon_context(const struct lexicon *lexicon, struct span word);

/* Whether a word may announce a phone: never false where it does. Letters alone, of any script. */
bool lexicon_may_name(const struct lexicon *lexicon, struct span word);

/* Whether a part of such a word in Cyrillic, Han or kana stands anywhere in the text. */
bool lexicon_names_within(const struct lexicon *lexicon, struct span text);

/* The lexeme of a folded word; kind LEXEME_NONE where it is unknown. */
struct lexeme lexicon_find(const struct lexicon *lexicon, struct span folded);

#define TOKEN_BYTES  96 /* longest word that is read, folded */
#define TOKEN_PIECES 24

/* A word of a text. */
struct token {
    size_t end; /* in the text; begin where there is no word */
    char folded[TOKEN_BYTES];
    unsigned length; /* of folded */
    bool has_digits; /* "f1ve": digits that stand for letters */
    unsigned count;  /* of lexemes: several where numerals are written as one word */
    struct lexeme lexemes[TOKEN_PIECES];
};

/* Reads the word that begins at `at` and looks it up. False where no word of the lexicon stands there;
 * with_pieces: parts of words count as words. */
bool token_read(const struct lexicon *lexicon, struct span text, size_t at, bool with_pieces,
                struct token *out);

static inline bool lexeme_is_numeral(struct lexeme lexeme)
{
    return lexeme.kind >= LEXEME_UNIT && lexeme.kind <= LEXEME_HUNDREDS;
}

/* The raw words: lexicon_words.c. Words are divided by spaces. Where there is no kind, value has the flags of
 * enum lexeme_context. */
struct lexicon_row {
    uint8_t kind, is_piece;
    uint16_t value, languages;
    const char *words;
};
extern const struct lexicon_row lexicon_rows[];
extern const size_t lexicon_row_count;

/* Parts of words that announce a phone, in Cyrillic (small letters), Han and kana. Ends with NULL. */
extern const char *const lexicon_wide_names[];

/* Words in Han and kana that end before a number of another kind. Ends with NULL. */
extern const char *const lexicon_wide_others[];

/* Ways to begin a word that folding changes, for the filter: "z\xc3\xa9". Ends with NULL. */
extern const char *const lexicon_beginnings[];

#endif
