/* A value as it stands in a sealed case: XChaCha20-Poly1305 with a nonce that is a keyed BLAKE2b hash of the
 * place and the value (after SIV, RFC 5297), so that the same value at the same place gives the same bytes
 * and no nonce is used for two values. Tokens: keyed hashes by which equal values are found. */
#ifndef SEALING_SEALED_VALUE_H
#define SEALING_SEALED_VALUE_H

#include "sealing/seal_keys.h"

#define SEALED_EXTRA 40 /* bytes by which a sealed value is longer: nonce and tag */
#define TOKEN_BYTES  16
#define WORD_BYTES   7

/* Seals into out, which has room for value.length + SEALED_EXTRA. place: column and row, without which it
 * does not open. About 1 us, and 2 ns a byte. */
void sealed_value_make(const struct seal_keys *keys, struct span place, struct span value,
                       unsigned char *out);

/* Opens into out, which has room for sealed.length - SEALED_EXTRA. False where the bytes were changed, belong
 * to another place, or to another key. */
bool sealed_value_open(const struct seal_keys *keys, struct span place, struct span sealed,
                       unsigned char *out) BOWLINE_WARN_UNUSED;

/* BLAKE2b of a value among those of its kind, keyed. */
void sealed_token(const struct seal_keys *keys, struct span kind, struct span value,
                  unsigned char out[TOKEN_BYTES]);

/* A word of the search index: 49 bits of SipHash, keyed. Two of a million words share one with a chance of 1
 * to 1,100. */
uint64_t sealed_word(const struct seal_keys *keys, struct span word);

/* As it stands in the file, in the same order: seven bits to a byte, with the high bit set, so that no byte
 * is zero or a letter. */
void sealed_word_spell(uint64_t word, char out[WORD_BYTES]);

#endif
