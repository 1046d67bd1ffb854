/* Alignment of two sequences of words in their order: stretches that stand once in the first are anchors, the
 * longest increasing chain of them is kept, and what lies between is filled from both ends and, where it is
 * short, by the longest common subsequence. Near linear: n log n for n words. */
#ifndef TEMPLATES_ALIGN_H
#define TEMPLATES_ALIGN_H

#include "templates/corpus.h"

#define ALIGN_NONE UINT32_MAX

struct anchor {
    uint32_t at, base; /* word in the text, word in the base */
    uint32_t length;   /* words that match from there */
    uint32_t before;   /* index of the anchor before it in the best chain that ends here */
};

struct aligner {
    const uint32_t *base;
    uint32_t base_length;
    struct sort_pair *slots; /* hash, place + 1 of stretches of the base */
    size_t slots_capacity, mask;
    struct anchor *anchors;
    size_t anchors_capacity;
    uint32_t *tails; /* ends of the best chains by length */
    size_t tails_capacity;
    uint32_t *match; /* [0 .. length of the text): word of the base, or ALIGN_NONE */
    size_t match_capacity;
    uint32_t *moved; /* the same for words that stand elsewhere in the base, in a stretch of two or more */
    size_t moved_capacity;
    bool failed;
};

/* The base must stay where it is while texts are aligned with it. */
void aligner_set_base(struct aligner *aligner, const uint32_t *words, uint32_t length);
/* Fills aligner->match and aligner->moved. Sets failed for want of memory. */
void aligner_align(struct aligner *aligner, const uint32_t *words, uint32_t length);
void aligner_release(struct aligner *aligner);

#endif
