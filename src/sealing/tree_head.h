/* The signed head of a log: how many entries it has, the root over them, and an Ed25519 signature (RFC 8032,
 * libsodium) over both and the time. Also commitments: salted digests that say nothing once the salt is gone.
 */
#ifndef SEALING_TREE_HEAD_H
#define SEALING_TREE_HEAD_H

#include "sealing/merkle.h"

#define TREE_HEAD_SEED      crypto_sign_SEEDBYTES      /* 32: what is kept secret */
#define TREE_HEAD_PUBLIC    crypto_sign_PUBLICKEYBYTES /* 32 */
#define TREE_HEAD_SIGNATURE crypto_sign_BYTES          /* 64 */

struct tree_head {
    uint64_t size;
    int64_t time; /* seconds UTC, of the last entry */
    struct merkle_hash root;
};

/* A new seed, and the public key of a seed. */
void tree_head_make_seed(unsigned char seed[TREE_HEAD_SEED]);
void tree_head_public(const unsigned char seed[TREE_HEAD_SEED], unsigned char key[TREE_HEAD_PUBLIC]);

/* The bytes that are signed: three lines of text that anyone can write again. Gives their length. */
#define TREE_HEAD_TEXT 160
size_t tree_head_text(const struct tree_head *head, char out[TREE_HEAD_TEXT]);

void tree_head_sign(const struct tree_head *head, const unsigned char seed[TREE_HEAD_SEED],
                    unsigned char signature[TREE_HEAD_SIGNATURE]);
bool tree_head_check(const struct tree_head *head, const unsigned char key[TREE_HEAD_PUBLIC],
                     const unsigned char signature[TREE_HEAD_SIGNATURE]);

#define COMMITMENT_SALT 16 /* bytes: 128 bits, so that no text can be guessed without it */

void commitment_salt(unsigned char salt[COMMITMENT_SALT]);
/* SHA-256 of the salt and the text. */
void commitment_make(const unsigned char salt[COMMITMENT_SALT], struct span text, struct merkle_hash *out);

#endif
