/* Pairs of perceptual hashes of pictures that are near each other: 64-bit hashes that differ in few bits.
 * Exact hashes (of other lengths) are compared as values and have no business here. Method: multi-index
 * hashing (Norouzi, Punjani, Fleet 2012): hashes within `radius` bits agree within radius / 4 bits in one of
 * four parts of 16 bits, so that each part is an index that is probed near by. */
#ifndef IDENTIFIERS_IMAGE_MATCH_H
#define IDENTIFIERS_IMAGE_MATCH_H

#include "base/error.h"
#include "base/span.h"

#define IMAGE_RADIUS_MOST 11 /* two bits in a part of 16: beyond, probing costs more than it finds */

struct image_hash {
    uint64_t bits;
    uint32_t owner; /* the caller's: an identifier */
};

struct image_pair {
    uint32_t first, second; /* owners, as given: the first stands before the second in the array */
    uint8_t distance;       /* bits in which they differ */
};

struct image_match_options {
    unsigned radius;     /* bits; at most IMAGE_RADIUS_MOST */
    unsigned block_most; /* hashes of one index entry that are compared: more is a picture of nothing */
    unsigned flat_most;  /* hashes with so few bits set, or not set, are of blank pictures and left out */
};

/* Radius 7 of 64: PDQ matches within 31 of 256 bits (Facebook 2019), the same share. Blocks of 4,096: a
 * million hashes spread over 65,536 entries are 15 in each. Flat: 3 bits. */
extern const struct image_match_options image_match_defaults;

struct image_matches {
    struct image_pair *pairs; /* by place of the first, then of the second, in the array */
    size_t count, capacity;
    uint64_t compared; /* pairs */
    uint64_t cut;      /* comparisons that were left out because a block was too large */
    size_t flat;       /* hashes that were left out */
};

/* "a1b2c3d4e5f60718": sixteen hexadecimal digits. False where it is no perceptual hash. */
bool image_hash_read(struct span value, uint64_t *bits);

/* Time grows with the number of hashes and of pairs near each other. Owners need not differ; equal hashes
 * pair with distance 0. Only memory can fail; *out is then empty. */
enum bowline_status image_match(const struct image_hash *hashes, size_t count,
                                const struct image_match_options *options, struct image_matches *out,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;
void image_matches_release(struct image_matches *matches);

#endif
