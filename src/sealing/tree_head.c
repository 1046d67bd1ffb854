/* Signed heads and commitments. */
#include "sealing/tree_head.h"

#include <stdio.h>

void tree_head_make_seed(unsigned char seed[TREE_HEAD_SEED])
{
    randombytes_buf(seed, TREE_HEAD_SEED);
}

void tree_head_public(const unsigned char seed[TREE_HEAD_SEED], unsigned char key[TREE_HEAD_PUBLIC])
{
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    crypto_sign_seed_keypair(key, secret, seed);
    sodium_memzero(secret, sizeof secret);
}

size_t tree_head_text(const struct tree_head *head, char out[TREE_HEAD_TEXT])
{
    char hex[DIGEST_HEX];
    sodium_bin2hex(hex, sizeof hex, head->root.bytes, DIGEST_BYTES);
    return (size_t)snprintf(out, TREE_HEAD_TEXT, "bowline log 1\n%llu %lld\n%s\n",
                            (unsigned long long)head->size, (long long)head->time, hex);
}

void tree_head_sign(const struct tree_head *head, const unsigned char seed[TREE_HEAD_SEED],
                    unsigned char signature[TREE_HEAD_SIGNATURE])
{
    char text[TREE_HEAD_TEXT];
    unsigned char key[TREE_HEAD_PUBLIC];
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    size_t length = tree_head_text(head, text);
    crypto_sign_seed_keypair(key, secret, seed);
    crypto_sign_detached(signature, NULL, (const unsigned char *)text, length, secret);
    sodium_memzero(secret, sizeof secret);
}

bool tree_head_check(const struct tree_head *head, const unsigned char key[TREE_HEAD_PUBLIC],
                     const unsigned char signature[TREE_HEAD_SIGNATURE])
{
    char text[TREE_HEAD_TEXT];
    size_t length = tree_head_text(head, text);
    return crypto_sign_verify_detached(signature, (const unsigned char *)text, length, key) == 0;
}

void commitment_salt(unsigned char salt[COMMITMENT_SALT])
{
    randombytes_buf(salt, COMMITMENT_SALT);
}

void commitment_make(const unsigned char salt[COMMITMENT_SALT], struct span text, struct merkle_hash *out)
{
    struct digest d;
    digest_init(&d);
    digest_update(&d, salt, COMMITMENT_SALT);
    digest_update(&d, text.at, text.length);
    crypto_hash_sha256_final(&d.state, out->bytes);
}
