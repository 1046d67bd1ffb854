/* Keccak-256 as Ethereum uses it (the padding of 2011, not that of SHA-3): only for the check of capitals in
 * an address (EIP-55), never for secrets. */
#ifndef IDENTIFIERS_KECCAK_H
#define IDENTIFIERS_KECCAK_H

#include "base/span.h"

#define KECCAK_BYTES 32
#define KECCAK_MOST  135 /* bytes of a message: one block */

void keccak_256(struct span message, uint8_t out[KECCAK_BYTES]);

#endif
