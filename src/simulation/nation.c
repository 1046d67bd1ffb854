/* Words of nationality: U+E000 + 16 * language + word. */
#include "simulation/nation.h"

#include "simulation/lexicon.h"

enum { LENGTH = 3, WORDS_MOST = 16, SWAP_STEP = 5 };

void nation_mark(struct buffer *out, unsigned language, unsigned word)
{
    unsigned code = language * WORDS_MOST + word;
    char bytes[LENGTH] = {(char)0xee, (char)(0x80 | code >> 6), (char)(0x80 | (code & 0x3f))};
    buffer_append(out, bytes, LENGTH);
}

size_t nation_length(struct span text, size_t at)
{
    return text.length - at >= LENGTH && text.at[at] == (char)0xee ? LENGTH : 0;
}

/* A step that has no divisor with the number of words (12): a permutation without a fixed word. */
static const char *word_of(struct span text, size_t at, bool swapped)
{
    unsigned code = ((unsigned)text.at[at + 1] & 0x3f) << 6 | ((unsigned)text.at[at + 2] & 0x3f);
    struct phrases words = lexicon_of(code / WORDS_MOST)->words[WORDS_NATION];
    return words.items[(code % WORDS_MOST + (swapped ? SWAP_STEP : 0)) % words.count];
}

void nation_write(struct buffer *out, struct span text, bool swapped)
{
    size_t from = 0;
    for (const char *at = text.at; (at = memchr(at, 0xee, text.length - (size_t)(at - text.at))); at++) {
        size_t here = (size_t)(at - text.at);
        if (!nation_length(text, here))
            continue;
        buffer_append(out, text.at + from, here - from);
        buffer_append_text(out, word_of(text, here, swapped));
        from = here + LENGTH;
    }
    buffer_append(out, text.at + from, text.length - from);
}
