/* The Merkle tree of RFC 6962. */
#include "sealing/merkle.h"

#include <assert.h>

static const unsigned char leaf_prefix = 0;
static const unsigned char node_prefix = 1;

void merkle_leaf(struct span data, struct merkle_hash *out)
{
    struct digest d;
    digest_init(&d);
    digest_update(&d, &leaf_prefix, 1);
    digest_update(&d, data.at, data.length);
    crypto_hash_sha256_final(&d.state, out->bytes);
}

void merkle_join(const struct merkle_hash *left, const struct merkle_hash *right, struct merkle_hash *out)
{
    struct digest d;
    digest_init(&d);
    digest_update(&d, &node_prefix, 1);
    digest_update(&d, left->bytes, DIGEST_BYTES);
    digest_update(&d, right->bytes, DIGEST_BYTES);
    crypto_hash_sha256_final(&d.state, out->bytes);
}

/* The largest power of two below n, as its exponent. n > 1. */
static unsigned split_level(uint64_t n)
{
    return 63u - (unsigned)__builtin_clzll(n - 1);
}

/* The hash over leaves [from, from + count): a node that is kept where the range is whole, else two joined.
 */
static bool range_hash(const struct merkle_tree *tree, uint64_t from, uint64_t count, struct merkle_hash *out)
{
    struct merkle_hash stack[64];
    unsigned depth = 0;
    while (count & (count - 1)) {
        unsigned level = split_level(count);
        if (!tree->node(tree->context, level, from >> level, &stack[depth++]))
            return false;
        from += (uint64_t)1 << level;
        count -= (uint64_t)1 << level;
    }
    unsigned level = (unsigned)__builtin_ctzll(count);
    if (!tree->node(tree->context, level, from >> level, out))
        return false;
    while (depth) {
        struct merkle_hash right = *out;
        merkle_join(&stack[--depth], &right, out);
    }
    return true;
}

bool merkle_root(const struct merkle_tree *tree, uint64_t size, struct merkle_hash *out)
{
    if (size)
        return range_hash(tree, 0, size, out);
    crypto_hash_sha256(out->bytes, (const unsigned char *)"", 0);
    return true;
}

static void reverse(struct merkle_proof *proof)
{
    for (unsigned i = 0; i < proof->count / 2; i++) {
        struct merkle_hash kept = proof->path[i];
        proof->path[i] = proof->path[proof->count - 1 - i];
        proof->path[proof->count - 1 - i] = kept;
    }
}

bool merkle_prove_leaf(const struct merkle_tree *tree, uint64_t leaf, uint64_t size, struct merkle_proof *out)
{
    uint64_t from = 0;
    uint64_t count = size;
    assert(leaf < size);
    out->count = 0;
    while (count > 1) {
        uint64_t left = (uint64_t)1 << split_level(count);
        bool is_left = leaf - from < left;
        uint64_t other = is_left ? from + left : from;
        if (!range_hash(tree, other, is_left ? count - left : left, &out->path[out->count++]))
            return false;
        from = is_left ? from : from + left;
        count = is_left ? left : count - left;
    }
    reverse(out);
    return true;
}

bool merkle_prove_growth(const struct merkle_tree *tree, uint64_t earlier, uint64_t size,
                         struct merkle_proof *out)
{
    uint64_t from = 0;
    uint64_t count = size;
    bool is_known = true; /* the earlier tree's own root, which whoever checks has */
    assert(earlier > 0 && earlier <= size);
    out->count = 0;
    while (earlier < count) {
        uint64_t left = (uint64_t)1 << split_level(count);
        bool is_left = earlier <= left;
        uint64_t other = is_left ? from + left : from;
        if (!range_hash(tree, other, is_left ? count - left : left, &out->path[out->count++]))
            return false;
        is_known = is_known && is_left;
        from = is_left ? from : from + left;
        count = is_left ? left : count - left;
        earlier = is_left ? earlier : earlier - left;
    }
    if (!is_known && !range_hash(tree, from, count, &out->path[out->count++]))
        return false;
    reverse(out);
    return true;
}

bool merkle_check_leaf(const struct merkle_hash *leaf, uint64_t at, uint64_t size,
                       const struct merkle_proof *proof, const struct merkle_hash *root)
{
    if (at >= size)
        return false;
    uint64_t first = at;
    uint64_t last = size - 1;
    struct merkle_hash hash = *leaf;
    for (unsigned i = 0; i < proof->count; i++) {
        struct merkle_hash before = hash;
        if (last == 0)
            return false;
        if ((first & 1) || first == last) {
            merkle_join(&proof->path[i], &before, &hash);
            for (; !(first & 1) && first; first >>= 1)
                last >>= 1;
        } else {
            merkle_join(&before, &proof->path[i], &hash);
        }
        first >>= 1;
        last >>= 1;
    }
    return last == 0 && merkle_equal(&hash, root);
}

/* The walk of a consistency proof: both roots are put together from the same hashes. */
static bool join_both(uint64_t first, uint64_t last, struct merkle_hash *early, struct merkle_hash *late,
                      const struct merkle_hash *path, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        struct merkle_hash before = *late;
        if (last == 0)
            return false;
        if ((first & 1) || first == last) {
            struct merkle_hash early_before = *early;
            merkle_join(&path[i], &early_before, early);
            merkle_join(&path[i], &before, late);
            for (; !(first & 1) && first; first >>= 1)
                last >>= 1;
        } else {
            merkle_join(&before, &path[i], late);
        }
        first >>= 1;
        last >>= 1;
    }
    return last == 0;
}

bool merkle_check_growth(uint64_t earlier, uint64_t size, const struct merkle_hash *earlier_root,
                         const struct merkle_hash *root, const struct merkle_proof *proof)
{
    if (earlier == 0 || earlier > size)
        return false;
    if (earlier == size)
        return proof->count == 0 && merkle_equal(earlier_root, root);
    bool is_whole = (earlier & (earlier - 1)) == 0;
    unsigned at = is_whole ? 0 : 1;
    if (proof->count < 1)
        return false;
    struct merkle_hash early = is_whole ? *earlier_root : proof->path[0];
    struct merkle_hash late = early;
    uint64_t first = earlier - 1;
    uint64_t last = size - 1;
    for (; first & 1; first >>= 1)
        last >>= 1;
    return join_both(first, last, &early, &late, proof->path + at, proof->count - at) &&
           merkle_equal(&early, earlier_root) && merkle_equal(&late, root);
}
