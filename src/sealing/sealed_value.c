/* Values, tokens and words under the keys of a case. */
#include "sealing/sealed_value.h"

#include "sealing/seal_keys_parts.h"

#include <assert.h>

enum {
    NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
};

static_assert(SEALED_EXTRA == NONCE + TAG, "a sealed value is nonce, ciphertext, tag");
static_assert(SEAL_WRAP_BYTES == SEAL_KEY_BYTES + SEALED_EXTRA, "a wrapped key is a sealed value");

static const unsigned char *bytes_of(struct span s)
{
    return (const unsigned char *)(s.length ? s.at : "");
}

/* The length of the place stands first, so that no place and value run into one another. */
static void make_nonce(const struct seal_keys *keys, struct span place, struct span value,
                       unsigned char out[NONCE])
{
    crypto_generichash_state state;
    unsigned char length = (unsigned char)place.length;
    crypto_generichash_init(&state, keys->nonce, sizeof keys->nonce, NONCE);
    crypto_generichash_update(&state, &length, 1);
    crypto_generichash_update(&state, bytes_of(place), place.length);
    crypto_generichash_update(&state, bytes_of(value), value.length);
    crypto_generichash_final(&state, out, NONCE);
}

void sealed_value_make(const struct seal_keys *keys, struct span place, struct span value, unsigned char *out)
{
    assert(place.length <= 255);
    make_nonce(keys, place, value, out);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + NONCE, NULL, bytes_of(value), value.length,
                                               bytes_of(place), place.length, NULL, out, keys->cipher);
}

bool sealed_value_open(const struct seal_keys *keys, struct span place, struct span sealed,
                       unsigned char *out)
{
    const unsigned char *bytes = bytes_of(sealed);
    return sealed.length >= SEALED_EXTRA && crypto_aead_xchacha20poly1305_ietf_decrypt(
                                                out, NULL, NULL, bytes + NONCE, sealed.length - NONCE,
                                                bytes_of(place), place.length, bytes, keys->cipher) == 0;
}

void sealed_token(const struct seal_keys *keys, struct span kind, struct span value,
                  unsigned char out[TOKEN_BYTES])
{
    crypto_generichash_state state;
    unsigned char length = (unsigned char)kind.length;
    assert(kind.length <= 255);
    crypto_generichash_init(&state, keys->token, sizeof keys->token, TOKEN_BYTES);
    crypto_generichash_update(&state, &length, 1);
    crypto_generichash_update(&state, bytes_of(kind), kind.length);
    crypto_generichash_update(&state, bytes_of(value), value.length);
    crypto_generichash_final(&state, out, TOKEN_BYTES);
}

uint64_t sealed_word(const struct seal_keys *keys, struct span word)
{
    unsigned char hash[crypto_shorthash_BYTES];
    uint64_t bits = 0;
    crypto_shorthash(hash, bytes_of(word), word.length, keys->word);
    for (int i = 0; i < WORD_BYTES; i++)
        bits = bits << 7 | (hash[i] & 0x7f);
    return bits;
}

void sealed_word_spell(uint64_t word, char out[WORD_BYTES])
{
    for (int i = WORD_BYTES - 1; i >= 0; i--, word >>= 7)
        out[i] = (char)(0x80 | (word & 0x7f));
}
