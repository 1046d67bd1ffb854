/* The sentences of one language: a grammar whose rules are lists of alternatives (grammar.h says how they are
 * written). Bland on purpose: companionship, massage, wellness, company at dinner. No word of ethnicity, skin
 * or age stands in them; words of nationality are food, music and languages (nation.h). */
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
    TOPIC_SAFETY, /* a second number, shared for safety */
    TOPIC_WEB,    /* a website */
    TOPIC_TASTE,  /* a word of nationality: of food, music, language */
    TOPIC_SPLIT,  /* words between two pieces of a number: $p and $q */
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
    WORDS_NATION, /* 12, all of one grammatical form */
    WORDS_COUNT
};

struct phrases {
    const char *const *items;
    size_t count;
};

struct lexicon {
    const char *language; /* ISO 639-1 */
    const char *hour;     /* what stands behind a full hour */
    struct phrases topics[TOPIC_COUNT];
    struct phrases words[WORDS_COUNT];
};

#define PHRASES(list)                                                                                        \
    {                                                                                                        \
        (list), sizeof(list) / sizeof((list)[0])                                                             \
    }

enum {
    LANGUAGE_EN,
    LANGUAGE_NL,
    LANGUAGE_FR,
    LANGUAGE_DE,
    LANGUAGE_ES,
    LANGUAGE_IT,
    LANGUAGE_PT,
    LANGUAGE_RO,
    LANGUAGE_ZH,
    LANGUAGE_JA,
    LANGUAGE_RU,
    LANGUAGE_COUNT
};

extern const struct lexicon lexicon_en, lexicon_nl, lexicon_fr, lexicon_de, lexicon_es, lexicon_it,
    lexicon_pt, lexicon_ro, lexicon_zh, lexicon_ja, lexicon_ru;

const struct lexicon *lexicon_of(unsigned language);

#endif
