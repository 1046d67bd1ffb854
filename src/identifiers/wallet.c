/* Bitcoin and its kin: base58check (a double SHA-256), bech32 (BIP 173) and bech32m (BIP 350); Tron and
 * Litecoin likewise; Ethereum: 40 hexadecimal digits, whose capitals are a checksum where both cases occur
 * (EIP-55). */
#include "identifiers/wallet.h"

#include "identifiers/keccak.h"
#include "identifiers/letters.h"
#include "identifiers/readers.h"
#include "sealing/digest.h"

#define BASE58_BYTES 25 /* a version, a hash of 20 bytes, four of checksum */
#define BECH32_LEAST 14
#define BECH32_MOST  90

static void sha256(struct span s, uint8_t out[DIGEST_BYTES])
{
    char hex[DIGEST_HEX];
    digest_span(s, hex);
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        unsigned high = (unsigned)(is_digit(hex[2 * i]) ? hex[2 * i] - '0' : hex[2 * i] - 'a' + 10);
        unsigned low =
            (unsigned)(is_digit(hex[2 * i + 1]) ? hex[2 * i + 1] - '0' : hex[2 * i + 1] - 'a' + 10);
        out[i] = (uint8_t)(high << 4 | low);
    }
}

static bool decode_58(struct span token, uint8_t out[BASE58_BYTES])
{
    static const char alphabet[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    memset(out, 0, BASE58_BYTES);
    for (size_t i = 0; i < token.length; i++) {
        const char *sign = memchr(alphabet, token.at[i], sizeof alphabet - 1);
        if (!sign)
            return false;
        unsigned carry = (unsigned)(sign - alphabet);
        for (unsigned b = BASE58_BYTES; b-- > 0;) {
            carry += 58u * out[b];
            out[b] = (uint8_t)carry;
            carry >>= 8;
        }
        if (carry)
            return false;
    }
    return true;
}

static bool is_base58(struct span token)
{
    static const char alphabet[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    for (size_t i = 0; i < token.length; i++)
        if (!memchr(alphabet, token.at[i], sizeof alphabet - 1))
            return false;
    return true;
}

/* Bitcoin 1 and 3, Litecoin L and M, Dogecoin D, Tron T: each first letter with its version byte. */
static bool has_version(char first, uint8_t version)
{
    switch (first) {
    case '1': return version == 0x00;
    case '3': return version == 0x05;
    case 'L': return version == 0x30;
    case 'M': return version == 0x32;
    case 'D': return version == 0x1e;
    case 'T': return version == 0x41;
    default: return false;
    }
}

/* Digits alone, or letters of one case alone, are words and numbers before they are wallets. */
static bool is_mixed(struct span token)
{
    unsigned seen = 0;
    for (size_t i = 0; i < token.length; i++) {
        char c = token.at[i];
        seen |= is_digit(c) ? 1u : c >= 'a' ? 2u : 4u;
    }
    return seen == 7;
}

static enum wallet_verdict read_base58(struct span token, char *out, size_t *length)
{
    uint8_t bytes[BASE58_BYTES];
    uint8_t digest[DIGEST_BYTES];
    if (token.length < 26 || token.length > 35 || !strchr("13LMDT", token.at[0]) || !is_mixed(token) ||
        !is_base58(token))
        return WALLET_NONE;
    if (!decode_58(token, bytes) || !has_version(token.at[0], bytes[0]))
        return WALLET_WRONG;
    sha256((struct span){(const char *)bytes, BASE58_BYTES - 4}, digest);
    sha256((struct span){(const char *)digest, DIGEST_BYTES}, digest);
    if (memcmp(digest, bytes + BASE58_BYTES - 4, 4) != 0)
        return WALLET_WRONG;
    memcpy(out, token.at, token.length);
    *length = token.length;
    return WALLET_RIGHT;
}

static uint32_t polymod(uint32_t sum, unsigned value)
{
    static const uint32_t generators[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    uint32_t top = sum >> 25;
    sum = (sum & 0x1ffffff) << 5 ^ value;
    for (unsigned i = 0; i < 5; i++)
        if (top >> i & 1)
            sum ^= generators[i];
    return sum;
}

/* Bytes of the human-readable part of a network that is known, or 0. */
static size_t human_part(struct span token)
{
    static const char *const parts[] = {"bc", "ltc"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t length = strlen(parts[i]);
        if (token.length > length && token.at[length] == '1' &&
            word_equal(span_part(token, 0, length), parts[i]))
            return length;
    }
    return 0;
}

static bool is_one_case(struct span token)
{
    bool has_small = false;
    bool has_capital = false;
    for (size_t i = 0; i < token.length; i++) {
        has_small |= token.at[i] >= 'a' && token.at[i] <= 'z';
        has_capital |= token.at[i] >= 'A' && token.at[i] <= 'Z';
    }
    return !(has_small && has_capital);
}

static enum wallet_verdict read_bech32(struct span token, char *out, size_t *length)
{
    static const char alphabet[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    size_t human = human_part(token);
    if (!human || token.length < BECH32_LEAST || token.length > BECH32_MOST || !is_one_case(token))
        return WALLET_NONE;
    uint32_t sum = 1;
    unsigned version = 0;
    for (size_t i = 0; i < human; i++)
        sum = polymod(sum, (unsigned)to_lower(token.at[i]) >> 5);
    sum = polymod(sum, 0);
    for (size_t i = 0; i < human; i++)
        sum = polymod(sum, (unsigned)to_lower(token.at[i]) & 31);
    for (size_t i = human + 1; i < token.length; i++) {
        const char *sign = memchr(alphabet, to_lower(token.at[i]), sizeof alphabet - 1);
        if (!sign)
            return WALLET_NONE;
        if (i == human + 1)
            version = (unsigned)(sign - alphabet);
        sum = polymod(sum, (unsigned)(sign - alphabet));
    }
    if (sum != (version ? 0x2bc830a3u : 1u) || version > 16)
        return WALLET_WRONG;
    for (size_t i = 0; i < token.length; i++)
        out[i] = to_lower(token.at[i]);
    *length = token.length;
    return WALLET_RIGHT;
}

/* EIP-55: a letter is a capital where the digit of the hash at its place is 8 or more. */
static bool has_right_capitals(struct span hex)
{
    char small[40];
    uint8_t digest[KECCAK_BYTES];
    for (unsigned i = 0; i < 40; i++)
        small[i] = to_lower(hex.at[i]);
    keccak_256((struct span){small, 40}, digest);
    for (unsigned i = 0; i < 40; i++) {
        bool is_high = (digest[i / 2] >> (i % 2 ? 0 : 4) & 15) >= 8;
        if (is_letter(hex.at[i]) && is_high != (hex.at[i] <= 'Z'))
            return false;
    }
    return true;
}

static enum wallet_verdict read_ethereum(struct span token, char *out, size_t *length)
{
    if (token.length != 42 || token.at[0] != '0' || to_lower(token.at[1]) != 'x')
        return WALLET_NONE;
    struct span hex = span_part(token, 2, 42);
    unsigned letters = 0;
    for (size_t i = 0; i < hex.length; i++) {
        if (!is_hex(hex.at[i]))
            return WALLET_NONE;
        letters += is_letter(hex.at[i]);
    }
    if (letters == 0 || (!is_one_case(hex) && !has_right_capitals(hex)))
        return WALLET_WRONG;
    for (size_t i = 0; i < token.length; i++)
        out[i] = to_lower(token.at[i]);
    *length = token.length;
    return WALLET_RIGHT;
}

enum wallet_verdict wallet_read(struct span token, char *out, size_t *length)
{
    enum wallet_verdict verdict = read_base58(token, out, length);
    if (verdict == WALLET_NONE)
        verdict = read_bech32(token, out, length);
    return verdict == WALLET_NONE ? read_ethereum(token, out, length) : verdict;
}

size_t wallet_at(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    size_t start = at;
    size_t end = at;
    while (start > scan->floor && at - start <= WALLET_MOST && is_letter(text.at[start - 1]))
        start--;
    while (end < text.length && end - start <= WALLET_MOST && is_alnum(text.at[end]))
        end++;
    bool is_whole =
        !is_alnum(char_before(text, start)) && !letter_before(text, start) && !letter_at(text, end);
    if (end - start < 26 || end - start > BECH32_MOST || !is_whole)
        return 0;
    char value[WALLET_MOST];
    size_t length;
    switch (wallet_read(span_part(text, start, end), value, &length)) {
    case WALLET_RIGHT: return scan_found(scan, IDENTIFIER_ACCOUNT, start, end, (struct span){value, length});
    case WALLET_WRONG: find_refuse(scan->reader->finds, REFUSAL_WALLET); return end;
    case WALLET_NONE: break;
    }
    return 0;
}
