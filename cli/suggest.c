/* What a mistyped word may have been: the distance of Damerau and Levenshtein with swapped neighbours. */
#include "suggest.h"

#include <string.h>

enum { WORD_MOST = 64 };

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned word_distance(const char *a, const char *b)
{
    unsigned rows[3][WORD_MOST + 1];
    size_t a_length = strlen(a);
    size_t b_length = strlen(b);
    if (a_length >= WORD_MOST || b_length >= WORD_MOST) {
        return (unsigned)(a_length > b_length ? a_length : b_length);
    }
    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = (unsigned)j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *row = rows[i % 3];
        const unsigned *above = rows[(i - 1) % 3];
        const unsigned *before = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_length; j++) {
            unsigned change = above[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = least(change, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = least(row[j], before[j - 2] + 1);
            }
        }
    }
    return rows[a_length % 3][b_length];
}

void suggestion_offer(struct suggestion *suggestion, const char *word)
{
    size_t typed = strlen(suggestion->typed);
    unsigned distance = word_distance(suggestion->typed, word);
    if (typed >= 3 && strncmp(suggestion->typed, word, typed) == 0) {
        distance = 1;
    }
    if (distance > 1 + strlen(word) / 4 || distance >= strlen(word)) {
        return;
    }
    if (!suggestion->nearest || distance < suggestion->distance) {
        suggestion->nearest = word;
        suggestion->distance = distance;
    }
}

void suggestion_add(const struct suggestion *suggestion, const char *prefix, struct builder *out)
{
    if (suggestion->nearest) {
        builder_format(out, "; did you mean %s%s?", prefix, suggestion->nearest);
    }
}
