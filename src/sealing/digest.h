/* Digests of bytes: SHA-256 for what others can check with sha256sum, keyed BLAKE2b for tokens. From
 * libsodium. */
#ifndef SEALING_DIGEST_H
#define SEALING_DIGEST_H

#include "base/span.h"

#include <sodium.h>

#define DIGEST_BYTES 32
#define DIGEST_HEX   65 /* with the closing zero */

struct digest {
    crypto_hash_sha256_state state;
};

void digest_init(struct digest *d);
void digest_update(struct digest *d, const void *bytes, size_t length);
void digest_finish(struct digest *d, char hex[DIGEST_HEX]); /* lower case */

/* SHA-256 of the same bytes and words of ours behind them: who has the bytes can make it, and who has only
 * their digest cannot, as that is of a state that came after these words' place. Before digest_finish. */
void digest_secret(const struct digest *d, char hex[DIGEST_HEX]);

/* The SHA-256 of s in hex. */
void digest_span(struct span s, char hex[DIGEST_HEX]);

/* The name a protected value is shown under: "P-" and the first `digits` (4 to 32) hex digits of
 * BLAKE2b(value), keyed. */
void digest_pseudonym(struct span key, struct span value, unsigned digits, char out[40]);

#endif
