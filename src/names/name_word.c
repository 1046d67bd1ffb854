/* Words of names: folding, sound, and the groups of given names. */
#include "names/name_word.h"

#include "base/hash.h"
#include "names/transliterate.h"
#include "places/fold.h"

#include <stdlib.h>

#define RAW_MOST  400 /* bytes of a name that are read */
#define WORD_MOST 60

struct given_name {
    const char *name;
    uint8_t groups[3];
};

/* Short and full forms of given names, in byte order; a number is a group. */
static const struct given_name given_names[] = {
#include "names/given_names.inc"
};

#define GIVEN_COUNT (sizeof given_names / sizeof given_names[0])

static int compare_given(const void *key, const void *row)
{
    return span_compare(*(const struct span *)key, span_of(((const struct given_name *)row)->name));
}

/* What spellings differ in: one letter for each sound that is written in several ways, no doubles, no "h" but
 * at the beginning, no "e" behind a vowel that it may only lengthen ("Mueller"). */
static uint64_t sound_of(struct span word)
{
    char out[WORD_MOST];
    size_t length = 0;
    for (size_t i = 0; i < word.length && length < WORD_MOST; i++) {
        char c = word.at[i];
        char next = i + 1 < word.length ? word.at[i + 1] : 0;
        char last = length ? out[length - 1] : 0;
        if (c == 'p' && next == 'h')
            c = 'f';
        else if (c == 'y' || c == 'j')
            c = 'i';
        else if (c == 'c' || c == 'q' || (c == 'k' && next == 'h'))
            c = 'k';
        else if (c == 'w')
            c = 'v';
        else if (c == 'z')
            c = 's';
        bool is_silent = (c == 'h' && i > 0) || (c == 'e' && (last == 'a' || last == 'o' || last == 'u'));
        if (!is_silent && c != last)
            out[length++] = c;
    }
    return hash_bytes(out, length, 1);
}

void name_word_read(struct span word, struct name_word *out)
{
    *out = (struct name_word){0};
    if (word.length < 3 || word.length > WORD_MOST)
        return;
    const struct given_name *given =
        bsearch(&word, given_names, GIVEN_COUNT, sizeof given_names[0], compare_given);
    if (given)
        memcpy(out->given, given->groups, sizeof out->given);
    out->sound = sound_of(word);
}

bool name_words_alike(const struct name_word *a, const struct name_word *b)
{
    if (a->sound && a->sound == b->sound)
        return true;
    for (unsigned i = 0; i < 3; i++)
        for (unsigned j = 0; j < 3; j++)
            if (a->given[i] && a->given[i] == b->given[j])
                return true;
    return false;
}

/* Apostrophes within a word fall away: "O'Brien" is one word. */
static void drop_apostrophes(struct buffer *b)
{
    size_t kept = 0;
    for (size_t i = 0; i < b->length; i++) {
        bool is_mark =
            b->data[i] == '\'' && i > 0 && i + 1 < b->length && b->data[i - 1] > ' ' && b->data[i + 1] > ' ';
        bool is_curly = b->length - i > 3 && memcmp(b->data + i, "\xe2\x80\x99", 3) == 0 && i > 0;
        if (is_curly)
            i += 2;
        else if (!is_mark)
            b->data[kept++] = b->data[i];
    }
    b->length = kept;
}

size_t name_fold(struct span name, char *out, size_t size)
{
    char raw[3 * RAW_MOST];
    char bytes[8 * RAW_MOST];
    struct buffer latin = {.data = raw, .capacity = sizeof raw, .most = sizeof raw};
    struct buffer folded = {.data = bytes, .capacity = sizeof bytes, .most = sizeof bytes};
    name_transliterate((struct span){name.at, name.length < RAW_MOST ? name.length : RAW_MOST}, &latin);
    if (!buffer_ok(&latin))
        return 0;
    drop_apostrophes(&latin);
    place_fold(buffer_all(&latin), &folded);
    if (!buffer_ok(&folded))
        return 0;
    size_t length = folded.length < size ? folded.length : size;
    memcpy(out, bytes, length);
    return length;
}
