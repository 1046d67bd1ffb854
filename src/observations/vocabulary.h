/* The words that reports of one language are read with: phrases by class, from a list that is embedded at
 * build (words_en.txt says how it is written). */
#ifndef OBSERVATIONS_VOCABULARY_H
#define OBSERVATIONS_VOCABULARY_H

#include "base/error.h"
#include "base/intern.h"

enum word_class {
    CLASS_COUNTRIES, /* where the language is spoken: tells places of one name apart */
    CLASS_DECIMAL,   /* "point" or "comma" */
    CLASS_COMMON,    /* tells the language */
    CLASS_NUMBER,
    CLASS_MILLION,
    CLASS_ABOUT, /* the qualifiers stand in the order of enum qualifier */
    CLASS_MORE,
    CLASS_LESS,
    CLASS_LEAST,
    CLASS_MOST,
    CLASS_NOUN,      /* what is counted */
    CLASS_UNIT,      /* what is measured, and so is no noun */
    CLASS_ADJECTIVE, /* may stand between a number and its noun */
    CLASS_CURRENCY,
    CLASS_SAY,
    CLASS_TOLD, /* before a medium: "told the AP" */
    CLASS_PER,  /* "according to" */
    CLASS_WHO,
    CLASS_SOURCE, /* the head of a phrase for somebody who may say something */
    CLASS_POST,   /* may stand behind that head */
    CLASS_TITLE,
    CLASS_MEDIA,
    CLASS_DET,
    CLASS_OF,
    CLASS_MONTH,
    CLASS_WEEKDAY,
    CLASS_DAY,
    CLASS_FUTURE,
    CLASS_PLACE, /* words before a place */
    CLASS_WEAK,  /* words before a place and much else */
    CLASS_AND,
    CLASS_ABBREVIATION,
    CLASS_REGION, /* no town, though one is called so */
    CLASS_STOP,   /* ends a phrase */
    CLASS_COUNT
};

#define VOCABULARY_COUNTRIES    6
#define VOCABULARY_PHRASE_WORDS 6

struct word_sense {
    uint32_t next;  /* of the same phrase */
    uint32_t value; /* id in `values`; 0: the phrase itself */
    int32_t number;
    uint8_t class_; /* enum word_class */
};

struct vocabulary {
    struct intern phrases; /* folded, words with a space between */
    struct intern starts;  /* first words of phrases */
    uint8_t *longest;      /* [start]: words of the longest phrase that begins so */
    size_t longest_capacity;
    struct intern endings; /* of "*..." entries */
    struct intern values;
    uint32_t *first[2]; /* the first sense of a phrase, of an ending */
    size_t first_capacity[2];
    struct word_sense *senses; /* [1 .. sense_count] */
    size_t sense_count, sense_capacity;
    char countries[VOCABULARY_COUNTRIES][2];
    unsigned country_count;
    bool has_decimal_comma;
};

/* list: zero-terminated. A class that is not known is an error. */
enum bowline_status vocabulary_read(struct vocabulary *out, const char *list,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;
void vocabulary_release(struct vocabulary *vocabulary);

/* The sense of the phrase in that class, or NULL. */
const struct word_sense *vocabulary_find(const struct vocabulary *vocabulary, struct span folded,
                                         enum word_class class_);

/* How many words the longest phrase has that begins with this word; 0 where none does. */
unsigned vocabulary_longest(const struct vocabulary *vocabulary, struct span word);

/* The classes of a word as bits, 1 << class. */
uint64_t vocabulary_classes(const struct vocabulary *vocabulary, struct span word);

/* The same, or that of an ending of the word. */
const struct word_sense *vocabulary_find_ending(const struct vocabulary *vocabulary, struct span word,
                                                enum word_class class_);

/* What the entry stands for: "=value", or the phrase. */
struct span vocabulary_value(const struct vocabulary *vocabulary, const struct word_sense *sense,
                             struct span folded);

#endif
