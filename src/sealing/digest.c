/* Digests of bytes, from libsodium. */
#include "sealing/digest.h"

void digest_init(struct digest *d)
{
    crypto_hash_sha256_init(&d->state);
}

void digest_update(struct digest *d, const void *bytes, size_t length)
{
    crypto_hash_sha256_update(&d->state, bytes, length);
}

void digest_finish(struct digest *d, char hex[DIGEST_HEX])
{
    unsigned char raw[DIGEST_BYTES];
    crypto_hash_sha256_final(&d->state, raw);
    sodium_bin2hex(hex, DIGEST_HEX, raw, sizeof raw);
}

void digest_secret(const struct digest *d, char hex[DIGEST_HEX])
{
    static const char words[] = "bowline: what only the reader of these bytes knows";
    struct digest copy = *d;
    digest_update(&copy, words, sizeof words);
    digest_finish(&copy, hex);
}

void digest_span(struct span s, char hex[DIGEST_HEX])
{
    struct digest d;
    digest_init(&d);
    digest_update(&d, s.at, s.length);
    digest_finish(&d, hex);
}

void digest_pseudonym(struct span key, struct span value, unsigned digits, char out[40])
{
    unsigned char raw[16];
    char hex[33];
    size_t key_length =
        key.length > crypto_generichash_KEYBYTES_MAX ? crypto_generichash_KEYBYTES_MAX : key.length;
    crypto_generichash(raw, sizeof raw, (const unsigned char *)value.at, value.length,
                       (const unsigned char *)key.at, key_length);
    sodium_bin2hex(hex, sizeof hex, raw, sizeof raw);
    hex[digits < 4 ? 4 : digits > 32 ? 32 : digits] = '\0';
    out[0] = 'P';
    out[1] = '-';
    memcpy(out + 2, hex, strlen(hex) + 1);
}
