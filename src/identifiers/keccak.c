/* Keccak-f[1600] (Bertoni, Daemen, Peeters, Van Assche 2011), one block. */
#include "identifiers/keccak.h"

#include <assert.h>

#define LANES 25

static uint64_t rotate(uint64_t x, unsigned by)
{
    return by ? x << by | x >> (64 - by) : x;
}

/* The next bit of the sequence from which the round constants are made (x^8 + x^6 + x^5 + x^4 + 1). */
static bool next_bit(uint8_t *state)
{
    bool bit = *state & 1;
    bool high = *state & 0x80;
    *state = (uint8_t)(*state << 1 ^ (high ? 0x71 : 0));
    return bit;
}

static uint64_t round_constant(uint8_t *state)
{
    uint64_t constant = 0;
    for (unsigned j = 0; j < 7; j++)
        if (next_bit(state))
            constant ^= (uint64_t)1 << ((1u << j) - 1);
    return constant;
}

static void mix_columns(uint64_t *a)
{
    uint64_t parity[5];
    for (unsigned x = 0; x < 5; x++)
        parity[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (unsigned i = 0; i < LANES; i++)
        a[i] ^= parity[(i + 4) % 5] ^ rotate(parity[(i + 1) % 5], 1);
}

static void turn_and_move(uint64_t *a)
{
    unsigned x = 1;
    unsigned y = 0;
    uint64_t now = a[1];
    for (unsigned t = 0; t < 24; t++) {
        unsigned next = (2 * x + 3 * y) % 5;
        x = y;
        y = next;
        uint64_t kept = a[x + 5 * y];
        a[x + 5 * y] = rotate(now, (t + 1) * (t + 2) / 2 % 64);
        now = kept;
    }
}

static void mix_rows(uint64_t *a)
{
    for (unsigned y = 0; y < LANES; y += 5) {
        uint64_t row[5];
        for (unsigned x = 0; x < 5; x++)
            row[x] = a[y + x];
        for (unsigned x = 0; x < 5; x++)
            a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
}

void keccak_256(struct span message, uint8_t out[KECCAK_BYTES])
{
    uint8_t block[LANES * 8] = {0};
    uint64_t lanes[LANES] = {0};
    uint8_t state = 1;
    assert(message.length <= KECCAK_MOST);
    memcpy(block, message.at, message.length);
    block[message.length] = 1;
    block[KECCAK_MOST] |= 0x80;
    for (unsigned i = 0; i < LANES * 8; i++)
        lanes[i / 8] |= (uint64_t)block[i] << (8 * (i % 8));
    for (unsigned round = 0; round < 24; round++) {
        mix_columns(lanes);
        turn_and_move(lanes);
        mix_rows(lanes);
        lanes[0] ^= round_constant(&state);
    }
    for (unsigned i = 0; i < KECCAK_BYTES; i++)
        out[i] = (uint8_t)(lanes[i / 8] >> (8 * (i % 8)));
}
