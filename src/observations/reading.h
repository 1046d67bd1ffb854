/* What the readers of one text share: private to this room. */
#ifndef OBSERVATIONS_READING_H
#define OBSERVATIONS_READING_H

#include "observations/observer.h"

struct reading {
    const struct token_list *tokens;
    const struct vocabulary *words; /* of the text's language */
    struct place_resolver *resolver;
    struct span country; /* of the report */
    int64_t day;
    uint8_t *taken; /* [token]: part of a date or a source, not to be counted or placed again */
    struct observation_list *out;
    bool has_dateline; /* an agency stands at the beginning */
    bool is_failed;
};

enum { TAKEN_NOT, TAKEN_DATE, TAKEN_SOURCE, TAKEN_MEDIA };

/* Appends an observation over tokens [from, to); value may be empty and set later. NULL where memory is
 * short. */
struct observation *reading_add(struct reading *r, enum observation_kind kind, size_t from, size_t to,
                                struct span value);

void reading_dates(struct reading *r);
void reading_sources(struct reading *r);
void reading_counts(struct reading *r);
void reading_places(struct reading *r);

/* A number at token `at`: its thousandfold value, and how many tokens it takes; 0 where there is none or an
 * article. is_round: said as about so many ("a dozen"). */
size_t reading_number(const struct reading *r, size_t at, uint64_t *milli, bool *is_round);

static inline const struct token *token_at(const struct reading *r, size_t at)
{
    return &r->tokens->items[at];
}

static inline bool is_word(const struct reading *r, size_t at, enum word_class class_)
{
    return token_is(r->tokens, at, class_);
}

#endif
