/* The sentences of one language: a grammar whose rules are lists of alternatives (grammar.h says how they are
 * written). Bland on purpose: companionship, massage, wellness, company at dinner. No word of nationality,
 * ethnicity, skin or age stands in them. */
#ifndef SIMULATION_LEXICON_H
#define SIMULATION_LEXICON_H

#include <stddef.h>

enum topic {
    TOPIC_TITLE,
    TOPIC_OPENING,
    TOPIC_MANNER,
    TOPIC_OFFER,
    TOPIC_PLACE,
    TOPIC_EXTRA,
    TOPIC_TIMES,
    TOPIC_PRICE,
    TOPIC_RULES,
    TOPIC_PHONE,  /* how to be reached: by telephone */
    TOPIC_MAIL,   /* by e-mail */
    TOPIC_HANDLE, /* by a handle of a chat service */
    TOPIC_SITE,   /* only through the site */
    TOPIC_CLOSING,
    TOPIC_DRIVER, /* a second number, shared with others */
    TOPIC_AGENCY, /* who speaks is a firm */
    TOPIC_SPAM,
    TOPIC_FOOTER, /* what a site adds, with its number */
    TOPIC_NOTICE, /* the same without */
    TOPIC_COUNT
};

enum word_list {
    WORDS_QUALITY,
    WORDS_INTEREST,
    WORDS_TABLE,
    WORDS_NEAR,
    WORDS_SERVICE,
    WORDS_ROOM,
    WORDS_DAY,
    WORDS_COUNT
};

struct phrases {
    const char *const *items;
    size_t count;
};

struct lexicon {
    const char *language; /* ISO 639-1 */
    struct phrases topics[TOPIC_COUNT];
    struct phrases words[WORDS_COUNT];
};

#define PHRASES(list)                                                                                        \
    {                                                                                                        \
        (list), sizeof(list) / sizeof((list)[0])                                                             \
    }

enum { LANGUAGE_EN, LANGUAGE_NL, LANGUAGE_FR, LANGUAGE_DE, LANGUAGE_COUNT };

extern const struct lexicon lexicon_en;
extern const struct lexicon lexicon_nl;
extern const struct lexicon lexicon_fr;
extern const struct lexicon lexicon_de;

const struct lexicon *lexicon_of(unsigned language);

#endif
