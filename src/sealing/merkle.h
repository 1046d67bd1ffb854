/* The Merkle tree of RFC 6962, section 2.1, over any number of leaves: root, inclusion proofs, consistency
 * proofs, and checking both. A leaf is hashed with a 0 before it and a node with a 1, so that neither can be
 * taken for the other. Hashes of whole subtrees are asked of the caller, who keeps them. */
#ifndef SEALING_MERKLE_H
#define SEALING_MERKLE_H

#include "sealing/digest.h"

struct merkle_hash {
    unsigned char bytes[DIGEST_BYTES];
};

/* Proofs are at most so long: two hashes a level of a tree of 2^63 leaves. */
#define MERKLE_PROOF_MOST 128

struct merkle_proof {
    unsigned count;
    struct merkle_hash path[MERKLE_PROOF_MOST];
};

/* Gives the hash of the whole subtree over leaves [at << level, (at + 1) << level); false where that fails.
 */
typedef bool merkle_node_of(void *context, unsigned level, uint64_t at, struct merkle_hash *out);

struct merkle_tree {
    merkle_node_of *node;
    void *context;
};

void merkle_leaf(struct span data, struct merkle_hash *out);
void merkle_join(const struct merkle_hash *left, const struct merkle_hash *right, struct merkle_hash *out);

/* The root over the first `size` leaves; that of none is the hash of nothing. False where a node is missing.
 * Cost: O(log^2 size) nodes. */
bool merkle_root(const struct merkle_tree *tree, uint64_t size, struct merkle_hash *out);

/* That leaf `leaf` (from 0) is in the tree of `size` leaves. leaf < size. */
bool merkle_prove_leaf(const struct merkle_tree *tree, uint64_t leaf, uint64_t size,
                       struct merkle_proof *out);

/* That the tree of `size` leaves begins with that of `earlier`. 0 < earlier <= size. */
bool merkle_prove_growth(const struct merkle_tree *tree, uint64_t earlier, uint64_t size,
                         struct merkle_proof *out);

/* The checks of RFC 9162, sections 2.1.3.2 and 2.1.4.2; they need nothing but what is given. */
bool merkle_check_leaf(const struct merkle_hash *leaf, uint64_t at, uint64_t size,
                       const struct merkle_proof *proof, const struct merkle_hash *root);
bool merkle_check_growth(uint64_t earlier, uint64_t size, const struct merkle_hash *earlier_root,
                         const struct merkle_hash *root, const struct merkle_proof *proof);

static inline bool merkle_equal(const struct merkle_hash *a, const struct merkle_hash *b)
{
    return memcmp(a->bytes, b->bytes, DIGEST_BYTES) == 0;
}

#endif
