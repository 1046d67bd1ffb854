/* The distinct texts of a case as 32-bit word codes, and which items are copies of each. */
#ifndef TEMPLATES_CORPUS_H
#define TEMPLATES_CORPUS_H

#include "base/parallel.h"
#include "base/sort.h"
#include "templates/template_table.h"
#include "text/words.h"

#define WEIGHT_UNIT    8    /* weights are eighths of a bit */
#define WEIGHT_MOST    127u /* nearly 16 bits: one strange word is no proof */
#define WEIGHTS_BEYOND 7u   /* bytes that may be read behind a text's weights */
#define PHRASE_FLAG    128u /* beside a weight: the word follows from a phrase that many texts have */

struct corpus_text {
    const uint32_t *words; /* codes: 30 bits of hash, 2 bits of what kind of word it is */
    uint8_t *weights;      /* what writing each word costs, in eighths of a bit; PHRASE_FLAG beside it */
    uint64_t hash;         /* of the codes */
    uint32_t length;       /* words */
    uint32_t solid;        /* words that are no symbols */
    bool plain;            /* all words are CODE_WORD */
    uint32_t bits;         /* sum of weights */
    uint32_t first_copy;   /* copies[first_copy .. first_copy + copies) */
    uint32_t copies;
};

struct corpus_chunk;

struct corpus {
    const struct text_item *items;
    size_t item_count;
    const struct template_options *options;
    const struct parallel *parallel;
    struct fold_table folds;
    struct corpus_chunk *chunks; /* the words as they were read, and their weights */
    size_t chunk_count;
    struct corpus_text *texts; /* [0 .. count): distinct, none empty */
    uint32_t count;
    uint32_t *copies; /* indices into items; of one text by record */
};

/* Reads all texts and collapses copies; texts are in the order in which they were read. */
enum bowline_status corpus_init(struct corpus *corpus, const struct text_item *items, size_t count,
                                const struct template_options *options, const struct parallel *parallel,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;
void corpus_release(struct corpus *corpus);

/* Puts texts[order[i].value] at place i. */
bool corpus_reorder(struct corpus *corpus, const struct sort_pair *order);

/* Asks for the words and weights of a text that will be read soon: texts that are compared stand anywhere. */
static inline void corpus_fetch(const struct corpus *corpus, uint32_t text)
{
    const struct corpus_text *t = &corpus->texts[text];
    for (uint32_t i = 0; i < t->length && i < 256; i += 16)
        __builtin_prefetch(t->words + i);
    for (uint32_t i = 0; i < t->length && i < 256; i += 64)
        __builtin_prefetch(t->weights + i);
}

enum code_kind { CODE_WORD, CODE_SINGLE, CODE_PIECE, CODE_SYMBOL };

static inline enum code_kind code_kind(uint32_t code)
{
    return (enum code_kind)(code >> 30);
}

static inline uint32_t word_code(const struct word *word)
{
    enum code_kind kind = word->kind == WORD_SINGLE   ? CODE_SINGLE
                          : word->kind == WORD_PIECE  ? CODE_PIECE
                          : word->kind == WORD_SYMBOL ? CODE_SYMBOL
                                                      : CODE_WORD;
    return (uint32_t)(word->hash >> 34) | (uint32_t)kind << 30;
}

/* The code of all words of a type. */
static inline uint32_t typed_code(enum word_kind kind)
{
    return (uint32_t)(word_kind_hash(kind) >> 34);
}

/* Quarters of a word that a code counts for in shingles: 4 for a word, 3 for a Chinese or Japanese character,
 * 2 for a Thai letter, 0 for a symbol: shingles look through emoji. */
static inline uint32_t code_units(uint32_t code)
{
    return 0x0234u >> (code >> 30) * 4 & 15u;
}

#endif
