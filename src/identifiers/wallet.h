/* Wallets of crypto-currencies, by their checksums. */
#ifndef IDENTIFIERS_WALLET_H
#define IDENTIFIERS_WALLET_H

#include "base/span.h"

#define WALLET_MOST 100

enum wallet_verdict {
    WALLET_NONE,  /* no shape of a wallet */
    WALLET_WRONG, /* the shape of one, and a wrong checksum */
    WALLET_RIGHT,
};

/* Writes the value: base58 as given, bech32 and hexadecimal in small letters. out: WALLET_MOST bytes. */
enum wallet_verdict wallet_read(struct span token, char *out, size_t *length);

#endif
