/* The common text of a group: the leader's words that most members have, and what most members have in place
 * of the others. */
#ifndef TEMPLATES_CONSENSUS_H
#define TEMPLATES_CONSENSUS_H

#include "templates/align.h"
#include "templates/groups.h"

#define CONSENSUS_SAMPLE 16u /* members whose majority counts */

/* Where a word of the consensus was taken from. */
struct origin {
    uint32_t text, at;
};

struct insertion {
    uint32_t before; /* word of the base that it stands before */
    uint32_t text, at, length;
    uint64_t hash;
};

struct consensus {
    uint32_t *words;
    struct origin *origins;
    uint32_t length;
    size_t words_capacity, origins_capacity;
    uint32_t *support; /* of each word of the base: members that have it */
    size_t support_capacity;
    struct insertion *insertions;
    size_t insertion_count, insertions_capacity;
    struct sort_pair *order;
    size_t order_capacity;
    struct aligner aligner; /* after consensus_build its base is the consensus */
    bool failed;
};

/* Members of the group are texts; leader is one of them. Sets failed for want of memory. */
void consensus_build(struct consensus *consensus, const struct corpus *corpus, const uint32_t *members,
                     uint32_t count, uint32_t leader);
void consensus_release(struct consensus *consensus);

#endif
