/* What a text has in common with a group: the words of it that stand in a stretch of two words that the
 * group has too. Sentences in another order, words put in, left out or exchanged cost only what they touch;
 * words that two texts share here and there cost as if they were not shared. */
#ifndef TEMPLATES_VERIFY_H
#define TEMPLATES_VERIFY_H

#include "templates/frequencies.h"
#include "templates/stretch_set.h"

#define PROFILE_SAMPLE 31u /* members of a group that its profile is made of */

/* How many members of a group have each of its stretches. A hash set; a slot of another generation is empty,
 * so that nothing need be cleared between two groups. */
struct support {
    uint64_t *slots; /* hash (38 bits), generation (16), last member (5), members that have it (5) */
    uint64_t generation;
    size_t capacity; /* of slots, for reuse */
    size_t mask;
};

/* What a group has in common: the stretches that a third of its members have. */
struct profile {
    struct support support;
    struct stretch_set common;
    uint32_t members; /* in the sample */
    uint64_t bits;    /* of all sampled members */
    uint64_t words;
    bool failed;
};

/* members: indices of texts, the first PROFILE_SAMPLE are read. Sets failed for want of memory. */
void profile_build(struct profile *profile, const struct corpus *corpus, const uint32_t *members,
                   size_t count);
/* Only the support, of stretches of another length. */
void profile_count(struct profile *profile, const struct corpus *corpus, const uint32_t *members,
                   size_t count, uint32_t units);
/* Members that have the stretch with that hash; after profile_count. */
uint32_t profile_support(const struct profile *profile, uint64_t hash);
void profile_release(struct profile *profile);

/* What a text shares with a group. */
struct overlap {
    uint32_t words;
    uint32_t bits;     /* of the words, in eighths */
    uint64_t evidence; /* the same, less what naming the place of each separate stretch costs */
};
/* place_cost: eighths of a bit for naming a place in the group's text. */
struct overlap profile_overlap(const struct profile *profile, const struct corpus_text *text,
                               uint32_t place_cost);

/* How much text and group must share. */
struct verifier {
    struct corpus *corpus;
    uint32_t least_gain; /* eighths of a bit beyond what chance gives among all pairs of texts */
    double least_overlap[PROFILE_SAMPLE + 1]; /* squared; by members of the sample */
    double copied_share[PROFILE_SAMPLE + 1];  /* of words, by members of the sample */
    uint32_t copied_words;                    /* so many words, if they are that share, are a copy */
    struct frequencies *f;
};
void verifier_init(struct verifier *verifier, struct corpus *corpus, struct frequencies *f);

/* The words that the text shares with the group, or 0 where that is too little. */
uint32_t verifier_score(const struct verifier *verifier, const struct profile *profile,
                        const struct corpus_text *text);

#endif
