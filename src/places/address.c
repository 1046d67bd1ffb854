/* Keys of addresses: the words of the street and the house number, best effort. */
#include "places/fold.h"
#include "places/place_key.h"

#define WORDS_MOST 24

struct address {
    struct span words[WORDS_MOST]; /* folded */
    unsigned count;
    unsigned number; /* which word is the house number; count: none */
};

/* Usual words for streets and what they become. */
static const char *const short_words[][2] = {
    {"street", "st"},  {"straat", "str"},   {"strasse", "str"}, {"avenue", "av"},     {"ave", "av"},
    {"avenida", "av"}, {"boulevard", "bd"}, {"blvd", "bd"},     {"bvd", "bd"},        {"bld", "bd"},
    {"road", "rd"},    {"lane", "ln"},      {"square", "sq"},   {"place", "pl"},      {"plein", "pl"},
    {"platz", "pl"},   {"plaza", "pl"},     {"chaussee", "ch"}, {"steenweg", "stwg"}, {"drive", "dr"},
    {"saint", "st"},   {"sint", "st"},
};

/* Words after which the number is that of a flat, not of a house. */
static const char *const unit_words[] = {"bus",  "bte",   "boite",   "box",    "apt",    "app",
                                         "appt", "flat",  "unit",    "floor",  "etage",  "suite",
                                         "room", "kamer", "chambre", "zimmer", "wohnung"};

static bool is_word(struct span word, const char *text)
{
    return span_equal(word, span_of(text));
}

static bool is_unit(struct span word)
{
    for (size_t i = 0; i < sizeof unit_words / sizeof unit_words[0]; i++)
        if (is_word(word, unit_words[i]))
            return true;
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* One to five digits and at most three letters. */
static bool is_number(struct span word)
{
    size_t digits = 0;
    while (digits < word.length && is_digit(word.at[digits]))
        digits++;
    if (digits == 0 || digits > 5 || word.length - digits > 3)
        return false;
    for (size_t i = digits; i < word.length; i++)
        if (is_digit(word.at[i]))
            return false;
    return true;
}

static bool is_suffix(struct span word)
{
    return word.length == 1 ? !is_digit(word.at[0]) : is_word(word, "bis") || is_word(word, "ter");
}

static void split(struct span folded, struct address *address)
{
    address->count = 0;
    for (size_t at = 0; at < folded.length && address->count < WORDS_MOST;) {
        const char *gap = memchr(folded.at + at, ' ', folded.length - at);
        size_t end = gap ? (size_t)(gap - folded.at) : folded.length;
        struct span word = {folded.at + at, end - at};
        if (is_unit(word) && address->count > 0)
            break;
        address->words[address->count++] = word;
        at = end + 1;
    }
}

/* The number stands first, or else last. */
static void find_number(struct address *address)
{
    address->number = address->count;
    if (address->count && is_number(address->words[0])) {
        address->number = 0;
        return;
    }
    for (unsigned i = address->count; i-- > 1;)
        if (is_number(address->words[i])) {
            address->number = i;
            return;
        }
}

/* "bahnhofstrasse" and "kerkstraat" as "...str". */
static void put_word(struct span word, struct buffer *out)
{
    for (size_t i = 0; i < sizeof short_words / sizeof short_words[0]; i++) {
        struct span whole = span_of(short_words[i][0]);
        bool is_ending = (i == 1 || i == 2) && word.length > whole.length &&
                         memcmp(word.at + word.length - whole.length, whole.at, whole.length) == 0;
        if (is_ending || span_equal(word, whole)) {
            buffer_append(out, word.at, word.length - whole.length);
            buffer_append_text(out, short_words[i][1]);
            return;
        }
    }
    buffer_append_span(out, word);
}

static bool has_suffix(const struct address *address)
{
    unsigned next = address->number + 1;
    struct span number = address->words[address->number];
    return next < address->count && is_digit(number.at[number.length - 1]) && is_suffix(address->words[next]);
}

static bool put_key(const struct address *address, struct buffer *out)
{
    bool is_first = address->number == 0;
    bool suffixed = has_suffix(address);
    unsigned from = is_first ? 1 + suffixed : 0;
    unsigned to = is_first ? address->count : address->number;
    if (address->number == address->count || from >= to)
        return false;
    for (unsigned i = from; i < to; i++) {
        put_word(address->words[i], out);
        buffer_append_char(out, ' ');
    }
    buffer_append_span(out, address->words[address->number]);
    if (suffixed)
        buffer_append_span(out, address->words[address->number + 1]);
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Up to the comma by which a number and a word of three letters have been seen, and to a slash behind the
 * number
 * ("Meir 12/3"). */
static struct span first_pieces(struct span address)
{
    size_t letters = 0;
    bool has_word = false;
    bool has_number = false;
    for (size_t i = 0; i < address.length; i++) {
        char c = address.at[i];
        if (has_word && has_number && (c == ',' || (c == '/' && is_digit(address.at[i - 1]))))
            return (struct span){address.at, i};
        letters = is_letter(c) ? letters + 1 : 0;
        has_word = has_word || letters >= 3;
        has_number = has_number || is_digit(c);
    }
    return address;
}

bool place_address_key(struct span address, struct buffer *out)
{
    struct buffer folded;
    struct address parts;
    size_t begin = out->length;
    buffer_init(&folded, out->most);
    place_fold(first_pieces(address), &folded);
    split(buffer_all(&folded), &parts);
    find_number(&parts);
    bool has_key = buffer_ok(&folded) && put_key(&parts, out);
    out->failed = out->failed || !buffer_ok(&folded);
    buffer_release(&folded);
    if (buffer_ok(out) && !has_key)
        out->length = begin;
    return has_key && buffer_ok(out);
}
