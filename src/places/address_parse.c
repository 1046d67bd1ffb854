/* Taking addresses apart: words with the marks between them; then the postcode with its town, the flat, the
 * house number; the rest is the street. */
#include "places/address.h"
#include "places/address_words.h"
#include "places/fold.h"

#include <stdio.h>

#define READ_MOST  400
#define WORDS_MOST 32

struct word {
    struct span text;
    uint8_t piece;   /* which of the parts between commas */
    bool has_slash;  /* before it */
    bool has_hyphen; /* before it, without space */
    bool is_taken;
};

struct words {
    char folded[8 * READ_MOST];
    size_t used;
    struct word items[WORDS_MOST];
    unsigned count;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t count_digits(struct span s)
{
    size_t digits = 0;
    while (digits < s.length && is_digit(s.at[digits]))
        digits++;
    return digits;
}

static bool is_all_digits(struct span s)
{
    return s.length && count_digits(s) == s.length;
}

/* Folds a run of bytes and adds its words. */
static void add_words(struct words *w, struct span run, struct word mark)
{
    struct buffer out = {.data = w->folded + w->used, .capacity = sizeof w->folded - w->used};
    out.most = out.capacity;
    place_fold(run, &out);
    if (!buffer_ok(&out))
        return;
    w->used += out.length;
    for (size_t at = 0; at < out.length && w->count < WORDS_MOST;) {
        const char *gap = memchr(out.data + at, ' ', out.length - at);
        size_t end = gap ? (size_t)(gap - out.data) : out.length;
        mark.text = (struct span){out.data + at, end - at};
        w->items[w->count++] = mark;
        mark.has_slash = mark.has_hyphen = false;
        at = end + 1;
    }
}

static bool is_break(char c)
{
    return c == ',' || c == ';' || c == '\n' || c == '|' || c == '(' || c == ')';
}

/* "P.za" and "c.so": a point within a word that at most two letters follow falls away. */
static size_t drop_points(struct span address, char out[READ_MOST])
{
    size_t length = 0;
    for (size_t i = 0; i < address.length && i < READ_MOST; i++) {
        size_t letters = 0;
        while (i + 1 + letters < address.length && address.at[i + 1 + letters] >= 'a' &&
               address.at[i + 1 + letters] <= 'z')
            letters++;
        bool is_inner =
            address.at[i] == '.' && i > 0 && address.at[i - 1] > ' ' && letters > 0 && letters <= 2;
        if (!is_inner)
            out[length++] = address.at[i];
    }
    return length;
}

/* Cuts at marks that mean something; all else is for the folding. */
static void split(struct span address, struct words *w)
{
    struct word mark = {0};
    size_t begin = 0;
    w->used = 0;
    w->count = 0;
    for (size_t i = 0; i <= address.length; i++) {
        char c = i < address.length ? address.at[i] : ',';
        bool is_hyphen =
            c == '-' && i > 0 && i + 1 < address.length && address.at[i - 1] > ' ' && address.at[i + 1] > ' ';
        if (!is_break(c) && c != '/' && !is_hyphen)
            continue;
        unsigned before = w->count;
        add_words(w, (struct span){address.at + begin, i - begin}, mark);
        begin = i + 1;
        uint8_t piece = (uint8_t)(mark.piece + (is_break(c) && w->count > before));
        mark = (struct word){.piece = piece, .has_slash = c == '/', .has_hyphen = is_hyphen};
    }
}

static void put(char *out, size_t size, struct span text)
{
    size_t used = strlen(out);
    if (used + text.length + 1 < size) {
        memcpy(out + used, text.at, text.length);
        out[used + text.length] = 0;
    }
}

static void put_apart(char *out, size_t size, struct span text)
{
    if (out[0] && strlen(out) + text.length + 2 < size)
        put(out, size, span_of(" "));
    if (strlen(out) + text.length + 1 < size)
        put(out, size, text);
}

/* "2000", "75001"; in the Netherlands with two letters behind; in Britain two halves. 0: no postcode. */
static unsigned postcode_at(const struct words *w, unsigned at, bool is_begin)
{
    struct span a = w->items[at].text;
    struct span b = at + 1 < w->count ? w->items[at + 1].text : (struct span){"", 0};
    if (is_all_digits(a) && (a.length == 4 || a.length == 5)) {
        bool has_letters = a.length == 4 && b.length == 2 && !is_digit(b.at[0]) && !is_digit(b.at[1]) &&
                           w->items[at + 1].piece == w->items[at].piece && !address_is_article(b);
        return has_letters ? 2 : is_begin ? 1 : 0;
    }
    if (a.length == 6 && count_digits(a) == 4 && !is_digit(a.at[4]) && !is_digit(a.at[5]))
        return 1;
    /* "sw1a 1aa": one or two letters, a digit; then a digit and two letters. */
    bool is_outward = a.length >= 2 && a.length <= 4 && !is_digit(a.at[0]) &&
                      (is_digit(a.at[1]) || (a.length > 2 && is_digit(a.at[2])));
    bool is_inward = b.length == 3 && is_digit(b.at[0]) && !is_digit(b.at[1]) && !is_digit(b.at[2]);
    return is_outward && is_inward ? 2 : 0;
}

/* The town stands behind the postcode, or before a British one in its own piece. */
static void take_city(struct words *w, unsigned at, unsigned count, struct parsed_address *out)
{
    uint8_t piece = w->items[at].piece;
    unsigned from = at + count;
    unsigned to = from;
    while (to < w->count && w->items[to].piece == piece)
        to++;
    if (from == to && at > 0) {
        uint8_t before = at && w->items[at - 1].piece == piece ? piece : (uint8_t)(piece - 1);
        to = at;
        from = at;
        while (from > 0 && w->items[from - 1].piece == before && before > 0)
            from--;
    }
    for (unsigned i = from; i < to; i++) {
        if (!out->city[0] || i > from)
            put_apart(out->city, sizeof out->city, w->items[i].text);
        w->items[i].is_taken = true;
    }
}

/* From the second word on, so that a house number that stands first is none; one or two letters of a country
 * may stand before it. */
static void take_postcode(struct words *w, struct parsed_address *out)
{
    for (unsigned i = w->count; i-- > 1;) {
        bool begins_piece = w->items[i].piece != w->items[i - 1].piece;
        bool has_country = i > 1 && w->items[i].has_hyphen && w->items[i - 1].text.length <= 2 &&
                           !is_digit(w->items[i - 1].text.at[0]);
        bool is_behind_number = count_digits(w->items[i - 1].text) > 0 && i + 1 < w->count;
        unsigned count =
            w->items[i].has_slash ? 0 : postcode_at(w, i, begins_piece || has_country || is_behind_number);
        if (!count)
            continue;
        for (unsigned k = i; k < i + count; k++) {
            put(out->postcode, sizeof out->postcode, w->items[k].text);
            w->items[k].is_taken = true;
        }
        if (has_country)
            w->items[i - 1].is_taken = true;
        take_city(w, i, count, out);
        return;
    }
}

static bool is_floor(struct span s)
{
    /* "3o", "2a", "1er" behind the number in its own piece. */
    size_t digits = count_digits(s);
    return digits && digits <= 2 && s.length <= digits + 2;
}

/* A word for a flat and what follows in its piece, at most two words. */
static void take_boxes(struct words *w, struct parsed_address *out)
{
    for (unsigned i = 0; i < w->count; i++) {
        if (w->items[i].is_taken || !address_is_box_word(w->items[i].text) || (i == 0 && w->count < 3))
            continue;
        unsigned next = i + 1;
        bool is_short = next < w->count && w->items[next].piece == w->items[i].piece &&
                        !w->items[next].is_taken &&
                        (count_digits(w->items[next].text) || w->items[next].text.length <= 2);
        if (!is_short)
            continue;
        put_apart(out->box, sizeof out->box, w->items[next].text);
        w->items[i].is_taken = w->items[next].is_taken = true;
    }
}

static bool is_house_number(struct span s)
{
    size_t digits = count_digits(s);
    if (!digits || digits > 5 || s.length - digits > 3)
        return false;
    for (size_t i = digits; i < s.length; i++)
        if (is_digit(s.at[i]))
            return false;
    return true;
}

static bool is_suffix(struct span s)
{
    return (s.length == 1 && !is_digit(s.at[0])) || span_equal(s, span_of("bis")) ||
           span_equal(s, span_of("ter"));
}

static bool is_free(const struct words *w, unsigned at, uint8_t piece)
{
    return at < w->count && !w->items[at].is_taken && w->items[at].piece == piece;
}

/* The number stands first, or last before what was taken. */
static unsigned find_number(const struct words *w)
{
    unsigned first = 0;
    while (first < w->count && w->items[first].is_taken)
        first++;
    if (first < w->count && is_house_number(w->items[first].text) && first + 1 < w->count)
        return first;
    for (unsigned i = w->count; i-- > first + 1;) {
        const struct word *word = &w->items[i];
        bool is_floor_piece = i >= 2 && word->piece > 1 && is_house_number(w->items[i - 1].text) &&
                              w->items[i - 1].piece != word->piece;
        bool is_second = word->has_slash || (word->has_hyphen && is_house_number(w->items[i - 1].text));
        if (!word->is_taken && !is_second && !is_floor_piece && is_house_number(word->text))
            return i;
    }
    return w->count;
}

static void put_number(char *out, struct span text)
{
    size_t zeros = 0;
    while (zeros + 1 < text.length && text.at[zeros] == '0' && is_digit(text.at[zeros + 1]))
        zeros++;
    put(out, ADDRESS_NUMBER_MOST, (struct span){text.at + zeros, text.length - zeros});
}

static void take_number(struct words *w, struct parsed_address *out)
{
    unsigned at = find_number(w);
    if (at == w->count)
        return;
    uint8_t piece = w->items[at].piece;
    bool is_first = at == 0;
    put_number(out->number, w->items[at].text);
    w->items[at].is_taken = true;
    if (at > 0 && !w->items[at - 1].is_taken && address_is_number_word(w->items[at - 1].text))
        w->items[at - 1].is_taken = true;
    unsigned next = at + 1;
    if (is_free(w, next, piece) && w->items[next].has_hyphen && is_house_number(w->items[next].text)) {
        put(out->number, sizeof out->number, span_of("-"));
        put_number(out->number, w->items[next].text);
        w->items[next++].is_taken = true;
    } else if (is_free(w, next, piece) && is_suffix(w->items[next].text) &&
               (!is_first || w->items[next].text.length > 1 || !is_free(w, next + 1, piece) ||
                !address_street_word(w->items[next].text, false))) {
        put(out->number, sizeof out->number, w->items[next].text);
        w->items[next++].is_taken = true;
    }
    /* "12/3", "12 3o b": what follows is a flat. */
    while (next < w->count && !w->items[next].is_taken && !is_first &&
           (w->items[next].has_slash || is_floor(w->items[next].text) ||
            (out->box[0] && w->items[next].text.length == 1))) {
        put_apart(out->box, sizeof out->box, w->items[next].text);
        w->items[next++].is_taken = true;
    }
    bool is_slash =
        is_first && next < w->count && w->items[next].has_slash && is_house_number(w->items[next].text);
    if (is_slash) {
        put_apart(out->box, sizeof out->box, w->items[next].text);
        w->items[next].is_taken = true;
    }
}

static void put_street_word(struct parsed_address *out, struct span word, bool is_last)
{
    const char *form = address_street_word(word, is_last);
    size_t ending = form ? 0 : address_street_ending(word, &form);
    if (!form) {
        put_apart(out->street, sizeof out->street, word);
        return;
    }
    if (ending) {
        put_apart(out->street, sizeof out->street, (struct span){word.at, word.length - ending});
        put(out->street, sizeof out->street, span_of(form));
    } else
        put_apart(out->street, sizeof out->street, span_of(form));
}

/* The words of the first piece that has any; the next one without a number in it is the town. */
static void take_street(struct words *w, struct parsed_address *out)
{
    unsigned last = 0;
    int piece = -1;
    for (unsigned i = 0; i < w->count; i++) {
        if (w->items[i].is_taken)
            continue;
        if (piece < 0)
            piece = w->items[i].piece;
        if (w->items[i].piece == piece)
            last = i;
    }
    for (unsigned i = 0; i < w->count; i++) {
        struct word *word = &w->items[i];
        if (word->is_taken)
            continue;
        if (word->piece == piece) {
            if (!address_is_article(word->text) || i == last)
                put_street_word(out, word->text, i == last);
        } else if (!out->postcode[0] && !count_digits(word->text))
            put_apart(out->city, sizeof out->city, word->text);
    }
}

static void take_cell(struct span cell, char *out, size_t size, bool has_gaps)
{
    char bytes[8 * READ_MOST];
    struct buffer folded = {.data = bytes, .capacity = sizeof bytes, .most = sizeof bytes};
    place_fold((struct span){cell.at, cell.length < READ_MOST ? cell.length : READ_MOST}, &folded);
    if (!buffer_ok(&folded) || folded.length == 0)
        return;
    out[0] = 0;
    size_t from = 0;
    /* "b 2000": letters of a country. */
    if (!has_gaps && folded.length > 3 && !is_digit(bytes[0])) {
        const char *gap = memchr(bytes, ' ', folded.length < 4 ? folded.length : 4);
        from = gap && gap - bytes <= 2 && is_digit(gap[1]) &&
                       count_digits((struct span){gap + 1, folded.length - (size_t)(gap + 1 - bytes)}) >= 4
                   ? (size_t)(gap + 1 - bytes)
                   : 0;
    }
    for (size_t i = from; i < folded.length; i++)
        if (has_gaps || bytes[i] != ' ')
            put(out, size, (struct span){bytes + i, 1});
}

void address_parse(struct span address, struct span postcode, struct span city, struct parsed_address *out)
{
    struct words words;
    char bytes[READ_MOST];
    memset(out, 0, sizeof *out);
    split((struct span){bytes, drop_points(address, bytes)}, &words);
    if (words.count) {
        take_postcode(&words, out);
        take_boxes(&words, out);
        take_number(&words, out);
        take_street(&words, out);
    }
    take_cell(postcode, out->postcode, sizeof out->postcode, false);
    take_cell(city, out->city, sizeof out->city, true);
}

size_t address_house(const struct parsed_address *a, char out[ADDRESS_HOUSE_MOST])
{
    out[0] = 0;
    if (!a->street[0] || !a->number[0])
        return 0;
    return (size_t)snprintf(out, ADDRESS_HOUSE_MOST, "%s %s%s%s", a->street, a->number, a->box[0] ? " " : "",
                            a->box);
}
