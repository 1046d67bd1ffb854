/* How often the shingles of a text stand in all texts, found without waiting for memory: shingles are written
 * down by range of hash, each range is counted in a table that stays in the processor's cache, and the counts
 * take the shingles' places, to be read back in the order of the texts (radix partitioning, as in Manegold,
 * Boncz and Kersten 2002). A count is a logarithm in eighths of a bit. */
#ifndef TEMPLATES_TALLY_H
#define TEMPLATES_TALLY_H

#include "templates/corpus.h"
#include "templates/shingle.h"

struct frequencies;

#define TALLY_SLOT_BITS 16u /* counters of a range: 256 KB of them are used at a time */

/* Consecutive texts that one worker handles at a time. */
struct tally_block {
    uint32_t first, end; /* texts */
    uint16_t *notes;     /* slots, later counts, of the block's shingles: by range, then as they stand */
    uint32_t *begins;    /* [0 .. ranges]: a range's first note */
};

struct tally {
    struct tally_block *blocks;
    size_t block_count;
    size_t ranges;
    unsigned bits; /* log2 of all counters */
};

/* Counts, and fills the tables of shingles in f, which has them, zeroed. Two bytes a shingle, until read. */
enum bowline_status tally_init(struct tally *tally, const struct corpus *corpus, struct frequencies *f,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;
void tally_release(struct tally *tally);

/* log2 of the counters that so many words take. */
unsigned tally_bits(uint64_t words);

/* Reading the counts of a block: in the order of its texts and of their shingles, each once. */
struct tally_reader {
    const uint16_t *notes;
    uint32_t *next; /* of each range; the caller's scratch */
    unsigned shift;
};

static inline size_t tally_range(unsigned shift, uint64_t hash)
{
    return hash >> shift >> TALLY_SLOT_BITS;
}

/* scratch: room for tally->ranges numbers. */
struct tally_reader tally_read(const struct tally *tally, size_t block, uint32_t *scratch);
/* log2 of how many texts have the shingle, in eighths. */
static inline uint32_t tally_next(const struct tally_reader *reader, uint64_t hash)
{
    return reader->notes[reader->next[tally_range(reader->shift, hash)]++];
}
/* Ends the reading of a block. */
void tally_forget(struct tally *tally, size_t block);

#endif
