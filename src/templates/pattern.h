/* A template as it is written, "ask for {free} at {phone}", read back, and texts laid beside it: what of a
 * text is the template's, what fills a slot, what was put in, left out or moved. */
#ifndef TEMPLATES_PATTERN_H
#define TEMPLATES_PATTERN_H

#include "templates/align.h"
#include "text/words.h"

enum slot_type {
    SLOT_NONE,
    SLOT_NUMBER,
    SLOT_PRICE,
    SLOT_PHONE,
    SLOT_EMAIL,
    SLOT_LINK,
    SLOT_HANDLE,
    SLOT_ORIGIN, /* any word of nationality or ethnicity */
    SLOT_NAME,   /* words of a name column of the member's own record */
    SLOT_PLACE,  /* words of a place column */
    SLOT_FREE,
    SLOT_TYPES
};
const char *slot_type_name(enum slot_type type); /* "number", ...; "" for none. Static. */

struct pattern_slot {
    enum slot_type type;
    uint32_t gap; /* stands before this word; a typed slot is that word */
};

struct pattern {
    uint32_t *words;        /* codes of constants and of typed slots */
    struct text_ref *names; /* in the template's text; of each word */
    uint32_t length;
    size_t words_capacity, names_capacity;
    struct pattern_slot *slots; /* in order */
    uint32_t slot_count;
    size_t slots_capacity;
};

/* Reads a template's text. False where memory is short. */
bool pattern_read(struct pattern *pattern, const struct fold_table *folds, struct span text)
    __attribute__((warn_unused_result));
void pattern_release(struct pattern *pattern);

enum piece_kind { PIECE_SAME, PIECE_SLOT, PIECE_MOVED, PIECE_ADDED, PIECE_MISSING };
const char *piece_kind_name(enum piece_kind kind); /* "same", "slot", ... Static. */

struct piece {
    enum piece_kind kind;
    uint32_t slot;    /* of PIECE_SLOT: index into the pattern's slots */
    struct span text; /* of the text as given; of PIECE_MISSING: of the template */
};

struct comparison {
    struct piece *
        pieces; /* those that are not missing join to the whole text, but what stands before its first word */
    size_t count, capacity;
    struct aligner aligner;
    uint32_t *words;
    struct text_ref *places; /* of each word in the text */
    size_t words_capacity, places_capacity;
    bool failed; /* for want of memory */
};

/* Lays a text beside the pattern. template_text: what the pattern was read from. */
void comparison_make(struct comparison *comparison, const struct pattern *pattern, struct span template_text,
                     const struct fold_table *folds, struct span text);
void comparison_release(struct comparison *comparison);

#endif
