/* What each word of a text is worth in bits: what its frequency says or, where it stands in a phrase that
 * many texts share, what the phrase says. The words of boilerplate follow from each other and cost next to
 * nothing, by data, not by list. */
#ifndef TEMPLATES_WEIGHTS_H
#define TEMPLATES_WEIGHTS_H

#include "templates/frequencies.h"

struct counted_shingle {
    uint64_t hash;
    uint32_t begin, end; /* words [begin, end) */
    uint32_t eighths;    /* log2 of its frequency */
};

/* A worker's scratch. */
struct weigher {
    struct counted_shingle *shingles; /* of the text weighed last, in order */
    size_t capacity;
    bool failed; /* for want of memory */
};

/* Sets the text's weights and bits; returns how many shingles it has. */
size_t text_weigh(struct weigher *weigher, const struct corpus *corpus, const struct frequencies *f,
                  struct corpus_text *text);
/* The same; reads the frequencies from a tally, whose reader stands before the text. */
size_t text_weigh_tallied(struct weigher *weigher, const struct corpus *corpus, const struct frequencies *f,
                          struct corpus_text *text, const struct tally_reader *tally);
void weigher_release(struct weigher *weigher);

/* How much rarer than all texts a shingle is, in eighths of a bit. */
static inline uint32_t shingle_bits_of(const struct frequencies *f, uint32_t eighths)
{
    return f->text_eighths > eighths ? f->text_eighths - eighths : 0;
}

#endif
