/* Contacts that nobody has. An ordinal is scattered over its block by a multiplication that has an inverse,
 * so that neighbours do not look alike and no two are the same. */
#include "simulation/contact.h"

#include "base/hash.h"
#include "simulation/gazetteer.h"
#include "simulation/values.h"

/* Numbers prefix + `digits` digits. The blocks of a country are used in this order. */
struct phone_block {
    const char *prefix; /* national number without its trunk zero */
    uint32_t size;
    uint8_t country;
    uint8_t digits;
    uint8_t area; /* digits of the first group, as people write them */
};

static const struct phone_block blocks[] = {
    {"45", 4000000, COUNTRY_BE, 7, 3}, /* 0450 to 0453: not assigned */
    {"66", 10000000, COUNTRY_NL, 7, 1},
    {"19900", 10000, COUNTRY_FR, 4, 1}, /* the first five: ARCEP, for fiction */
    {"26191", 10000, COUNTRY_FR, 4, 1},
    {"35301", 10000, COUNTRY_FR, 4, 1},
    {"46571", 10000, COUNTRY_FR, 4, 1},
    {"53649", 10000, COUNTRY_FR, 4, 1},
    {"700", 1000000, COUNTRY_FR, 6, 1},
    {"17139200", 100, COUNTRY_DE, 2, 3}, /* the first seven: Bundesnetzagentur, Mitteilung 148/2021 */
    {"176040690", 100, COUNTRY_DE, 2, 3},
    {"3023125", 1000, COUNTRY_DE, 3, 2},
    {"6990009", 1000, COUNTRY_DE, 3, 2},
    {"4066969", 1000, COUNTRY_DE, 3, 2},
    {"2214710", 1000, COUNTRY_DE, 3, 3},
    {"8999998", 1000, COUNTRY_DE, 3, 2},
    {"158", 100000000, COUNTRY_DE, 8, 3},
    {"681", 1000000, COUNTRY_LU, 6, 3},
};

static const struct phone_block *const blocks_end = blocks + sizeof blocks / sizeof *blocks;

static const char *const codes[COUNTRY_COUNT] = {"32", "31", "33", "49", "352"};

/* All sizes are products of twos and fives, so a factor that ends in 7 has an inverse. */
static uint64_t scatter(uint64_t ordinal, uint64_t size)
{
    return (ordinal % size * 7654327 + 3141593) % size;
}

/* No closing zero: pieces are put together in place. */
static void write_signs(char *out, const char *signs)
{
    while (*signs)
        *out++ = *signs++;
}

static void write_digits(char *out, uint64_t number, unsigned digits)
{
    while (digits--) {
        out[digits] = (char)('0' + number % 10);
        number /= 10;
    }
}

struct national {
    char digits[20]; /* without trunk zero */
    size_t length, area;
};

static struct national national_number(unsigned country, uint64_t ordinal)
{
    const struct phone_block *block = blocks;
    struct national number;
    while (block->country != country)
        block++;
    while (ordinal >= block->size && block + 1 < blocks_end && block[1].country == country)
        ordinal -= block++->size; /* the last block of a country begins again when it is used up */
    size_t length = strlen(block->prefix);
    memcpy(number.digits, block->prefix, length);
    write_digits(number.digits + length, scatter(ordinal, block->size), block->digits);
    number.length = length + block->digits;
    number.area = block->area;
    return number;
}

uint64_t phone_capacity(unsigned country)
{
    uint64_t capacity = 0;
    for (const struct phone_block *block = blocks; block < blocks_end; block++)
        capacity += block->country == country ? block->size : 0;
    return capacity;
}

/* Digits in groups: `first` of them, then pairs (threes where an odd number is left). */
static void write_groups(struct buffer *out, const char *digits, size_t length, size_t first,
                         const char *between)
{
    size_t at = first < length ? first : length;
    buffer_append(out, digits, at);
    while (at < length) {
        size_t group = (length - at) % 2 ? 3 : 2;
        group = group < length - at ? group : length - at;
        buffer_append_text(out, between);
        buffer_append(out, digits + at, group);
        at += group;
    }
}

static void write_international(struct buffer *out, unsigned country, const struct national *number,
                                unsigned style)
{
    buffer_append_text(out, style == 2 ? "00" : "+");
    buffer_append_text(out, codes[country]);
    if (style == 1) {
        buffer_append_char(out, ' ');
        write_groups(out, number->digits, number->length, number->area, " ");
    } else {
        buffer_append(out, number->digits, number->length);
    }
}

static void write_national(struct buffer *out, const struct national *number, unsigned style)
{
    const char *rest = number->digits + number->area;
    size_t rest_length = number->length - number->area;
    switch (style) {
    case 3: write_groups(out, number->digits, number->length, number->area, " "); break;
    case 4: buffer_append(out, number->digits, number->length); break;
    case 5: write_groups(out, number->digits, number->length, number->area, "."); break;
    case 6:
        buffer_append(out, number->digits, number->area);
        buffer_append_char(out, '/');
        write_groups(out, rest, rest_length, 2, ".");
        break;
    default:
        buffer_append(out, number->digits, number->area);
        buffer_append_char(out, '-');
        buffer_append(out, rest, rest_length);
    }
}

void phone_write(struct buffer *out, unsigned country, uint64_t ordinal, unsigned style)
{
    struct national number = national_number(country, ordinal);
    if (style < PHONE_NATIONAL) {
        write_international(out, country, &number, style);
        return;
    }
    if (country != COUNTRY_LU)
        buffer_append_char(out, '0');
    write_national(out, &number, style);
}

/* ISO 7064 MOD 97-10 over digits and letters (A is 10). */
static unsigned mod97(const char *text, size_t length)
{
    unsigned rest = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] >= 'A')
            rest = (rest * 100 + (unsigned)(text[i] - 'A') + 10) % 97;
        else
            rest = (rest * 10 + (unsigned)(text[i] - '0')) % 97;
    }
    return rest;
}

static unsigned number_mod97(uint64_t number)
{
    return (unsigned)(number % 97);
}

/* The smallest account number, from ten times the seed on, that passes the eleven-test of Dutch accounts. */
static uint64_t eleven_proof(uint64_t seed)
{
    uint64_t number = seed * 100;
    for (;; number++) {
        unsigned sum = 0;
        uint64_t rest = number;
        for (unsigned weight = 1; weight <= 10; weight++, rest /= 10)
            sum += weight * (unsigned)(rest % 10);
        if (sum % 11 == 0)
            return number;
    }
}

/* Bank and account number of the country: its own check digits included. Returns the length. */
static size_t domestic_account(char *out, unsigned country, uint64_t ordinal)
{
    uint64_t number = scatter(ordinal, IBAN_CAPACITY);
    switch (country) {
    case COUNTRY_BE:
        write_digits(out, 999, 3);
        write_digits(out + 3, number, 7);
        write_digits(out + 10, number_mod97(9990000000 + number) ? number_mod97(9990000000 + number) : 97, 2);
        return 12;
    case COUNTRY_NL:
        write_signs(out, "ZZZZ");
        write_digits(out + 4, eleven_proof(number + 1), 10);
        return 14;
    case COUNTRY_FR:
        write_signs(out, "9999999999");
        write_digits(out + 10, number, 11);
        write_digits(out + 21, 97 - (89 * 99999ull + 15 * 99999ull + 3 * number) % 97, 2);
        return 23;
    case COUNTRY_DE:
        write_signs(out, "99999999");
        write_digits(out + 8, number, 10);
        return 18;
    default:
        write_signs(out, "999");
        write_digits(out + 3, number, 13);
        return 16;
    }
}

void iban_write(struct buffer *out, unsigned country, uint64_t ordinal, bool grouped)
{
    char account[34];
    char iban[40];
    size_t length = domestic_account(account, country, ordinal);
    write_signs(account + length, country_name(country));
    write_signs(account + length + 2, "00");
    unsigned check = 98 - mod97(account, length + 4);
    write_signs(iban, country_name(country));
    write_digits(iban + 2, check, 2);
    memcpy(iban + 4, account, length);
    for (size_t at = 0; at < length + 4; at += 4) {
        size_t piece = length + 4 - at < 4 ? length + 4 - at : 4;
        if (grouped && at)
            buffer_append_char(out, ' ');
        buffer_append(out, iban + at, piece);
    }
}

/* Lower-case ASCII letters of a name, then a separator and five signs of base 36. */
static void write_account_name(struct buffer *out, const char *name, char separator, uint64_t ordinal)
{
    static const char signs[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    uint64_t code =
        ordinal % NAME_CAPACITY * 5123477 % NAME_CAPACITY; /* the factor shares no divisor with 36 */
    for (; *name; name++) {
        char lower = (char)(*name | 0x20);
        if (lower >= 'a' && lower <= 'z')
            buffer_append_char(out, lower);
    }
    buffer_append_char(out, separator);
    for (int i = 0; i < 5; i++, code /= 36)
        buffer_append_char(out, signs[code % 36]);
}

void website_write(struct buffer *out, const char *name, uint64_t ordinal)
{
    write_account_name(out, name, '-', ordinal);
    buffer_append_text(out, ".example");
}

/* 26^3 * 1000 plates; the factor shares no divisor with them. */
void plate_write(struct buffer *out, uint64_t ordinal)
{
    uint64_t code = ordinal % 17576000 * 5123477 % 17576000;
    char plate[] = "0-AAA-000";
    for (int i = 0; i < 3; i++, code /= 26)
        plate[2 + i] = (char)('A' + code % 26);
    write_digits(plate + 6, code, 3);
    buffer_append(out, plate, sizeof plate - 1);
}

void document_write(struct buffer *out, uint64_t hash)
{
    char document[] = "ZZ0000000000";
    write_digits(document + 2, hash % 10000000000, 10);
    buffer_append(out, document, sizeof document - 1);
}

/* The checksum of BIP 173 over five-bit values. */
static uint32_t bech32_step(uint32_t check, unsigned value)
{
    static const uint32_t generators[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    uint32_t top = check >> 25;
    check = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < 5; i++)
        check ^= top >> i & 1 ? generators[i] : 0;
    return check;
}

/* Version 0, a program of 20 bytes: 32 values of five bits. */
static void write_bech32(struct buffer *out, uint64_t hash)
{
    static const char signs[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    static const unsigned prefix[] = {3, 3, 0, 2, 3}; /* of "bc" */
    unsigned values[39] = {0};
    uint32_t check = 1;
    for (int i = 0; i < 32; i++)
        values[1 + i] = (unsigned)(hash_mix(hash + (uint64_t)i) & 31);
    for (int i = 0; i < 5; i++)
        check = bech32_step(check, prefix[i]);
    for (int i = 0; i < 39; i++)
        check = bech32_step(check, values[i]);
    check ^= 1;
    for (int i = 0; i < 6; i++)
        values[33 + i] = check >> (25 - 5 * i) & 31;
    buffer_append_text(out, "bc1");
    for (int i = 0; i < 39; i++)
        buffer_append_char(out, signs[values[i]]);
}

void wallet_write(struct buffer *out, uint64_t hash, enum wallet_kind kind)
{
    if (kind == WALLET_BITCOIN) {
        write_bech32(out, hash);
        return;
    }
    buffer_append_text(out, "0x");
    value_hex(out, hash_mix(hash + 1));
    value_hex(out, hash_mix(hash + 2));
    size_t length = out->length;
    value_hex(out, hash_mix(hash + 3));
    if (buffer_ok(out))
        out->length = length + 8;
}

void mail_write(struct buffer *out, const char *name, uint64_t ordinal)
{
    static const char *const domains[] = {"@example.com", "@example.org", "@example.net"};
    write_account_name(out, name, '.', ordinal);
    buffer_append_text(out, domains[ordinal % 3]);
}

void handle_write(struct buffer *out, const char *name, uint64_t ordinal)
{
    write_account_name(out, name, '_', ordinal);
}
