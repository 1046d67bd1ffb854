/* What the keys are, for the files of this room alone. */
#ifndef SEALING_SEAL_KEYS_PARTS_H
#define SEALING_SEAL_KEYS_PARTS_H

#include "sealing/seal_keys.h"

#include <sodium.h>

struct seal_keys {
    unsigned char whole[crypto_kdf_KEYBYTES];
    unsigned char cipher[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
    unsigned char nonce[crypto_generichash_KEYBYTES];
    unsigned char token[crypto_generichash_KEYBYTES];
    unsigned char purpose[crypto_generichash_KEYBYTES];
    unsigned char word[crypto_shorthash_KEYBYTES];
};

/* NULL where there is no memory. */
struct seal_keys *seal_keys_new(const unsigned char key[SEAL_KEY_BYTES]);

#endif
