/* Spellings of names of places: words and letters put in or left out. */
#include "places/place_spelling.h"

/* Words beside a town's name that say where in it. Folded. */
static const char *const area_words[] = {
    "centre",   "center",     "central",   "centrum",      "centro",
    "zentrum",  "stadtmitte", "mitte",     "city",         "downtown",
    "town",     "ville",      "stad",      "stadt",        "cidade",
    "ciudad",   "citta",      "noord",     "zuid",         "oost",
    "west",     "north",      "south",     "east",         "nord",
    "sud",      "ost",        "est",       "ouest",        "norte",
    "sur",      "sul",        "area",      "region",       "regio",
    "gare",     "station",    "bahnhof",   "airport",      "aeroport",
    "omgeving", "environs",   "umgebung",  "surroundings", "arrondissement",
    "district", "cedex",      "greater",   "inner",        "outer",
    "near",     "and",        "en",        "et",           "und",
    "region",   "province",   "provincie",
};

static const char *const saints[PLACE_SAINTS] = {"saint", "sankt", "sint", "sant"};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_mark(char c)
{
    return c == ',' || c == ';' || c == '/' || c == '(' || c == ')' || c == '[' || c == ']' || c == '|' ||
           c == '\n';
}

static size_t mark_at(struct span cell, size_t at)
{
    if (is_mark(cell.at[at]))
        return 1;
    return cell.length - at >= 3 && memcmp(cell.at + at, " - ", 3) == 0 ? 3 : 0;
}

unsigned place_pieces(struct span cell, struct span pieces[PLACE_PIECES])
{
    unsigned count = 0;
    size_t begin = 0;
    for (size_t at = 0; at <= cell.length && count < PLACE_PIECES;) {
        size_t mark = at < cell.length ? mark_at(cell, at) : 1;
        if (mark == 0) {
            at++;
            continue;
        }
        struct span piece = span_trim((struct span){cell.at + begin, at - begin});
        if (piece.length)
            pieces[count++] = piece;
        at = begin = at + mark;
    }
    return count;
}

static struct span next_word(struct span folded, size_t *at)
{
    const char *gap = memchr(folded.at + *at, ' ', folded.length - *at);
    struct span word = {folded.at + *at, (size_t)((gap ? gap : folded.at + folded.length) - folded.at) - *at};
    *at += word.length + 1;
    return word;
}

static bool has_digit(struct span word)
{
    for (size_t i = 0; i < word.length; i++)
        if (is_digit(word.at[i]))
            return true;
    return false;
}

static bool is_area(struct span word)
{
    for (size_t i = 0; i < sizeof area_words / sizeof area_words[0]; i++)
        if (span_equal(word, span_of(area_words[i])))
            return true;
    return false;
}

/* The words that are not `left_out`. */
static bool put_words(struct span folded, bool left_out(struct span), struct buffer *out)
{
    size_t begin = out->length;
    bool is_changed = false;
    for (size_t at = 0; at < folded.length;) {
        struct span word = next_word(folded, &at);
        if (left_out(word)) {
            is_changed = true;
            continue;
        }
        if (out->length > begin)
            buffer_append_char(out, ' ');
        buffer_append_span(out, word);
    }
    return is_changed && out->length > begin;
}

bool place_without_numbers(struct span folded, struct buffer *out)
{
    return put_words(folded, has_digit, out);
}

bool place_without_area(struct span folded, struct buffer *out)
{
    return put_words(folded, is_area, out);
}

bool place_with_umlauts(struct span folded, struct buffer *out)
{
    bool is_changed = false;
    for (size_t i = 0; i < folded.length; i++) {
        char c = folded.at[i];
        buffer_append_char(out, c);
        bool is_umlaut =
            (c == 'a' || c == 'o' || c == 'u') && i + 1 < folded.length && folded.at[i + 1] == 'e';
        is_changed = is_changed || is_umlaut;
        i += is_umlaut;
    }
    return is_changed;
}

bool place_with_saint(struct span folded, unsigned which, struct buffer *out)
{
    bool is_changed = false;
    for (size_t at = 0; at < folded.length;) {
        bool is_first = at == 0;
        struct span word = next_word(folded, &at);
        if (!is_first)
            buffer_append_char(out, ' ');
        bool is_saint = span_equal(word, span_of("st"));
        bool is_she = span_equal(word, span_of("ste"));
        buffer_append_span(out, is_saint || is_she ? span_of(saints[which]) : word);
        if (is_she)
            buffer_append_char(out, 'e');
        is_changed = is_changed || is_saint || is_she;
    }
    return is_changed;
}
