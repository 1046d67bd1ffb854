/* Words as the index of words has them. */
#include "search/search_words.h"

/* Lower case of an ASCII letter or digit; 0 for what divides words. As the fold table has them, but without
 * looking there. */
static const unsigned char ascii_fold[128] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7',
    ['8'] = '8', ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f',
    ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n',
    ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v',
    ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd',
    ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l',
    ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
    ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

/* What a character does to the word that is being read. */
enum step {
    STEP_SKIP,  /* nothing */
    STEP_JOIN,  /* part of a run */
    STEP_ALONE, /* a word of its own */
    STEP_SIGN,  /* belongs to the word before it, if there is one */
    STEP_END
};

void search_words_init(struct search_words *words, const struct fold_table *folds, struct span text)
{
    *words = (struct search_words){.folds = folds, .text = text};
}

static enum step step_of(uint8_t kind)
{
    switch ((enum fold_class)kind) {
    case FOLD_DROP:
    case FOLD_ACCENT: return STEP_SKIP;
    case FOLD_LETTER:
    case FOLD_DIGIT: return STEP_JOIN;
    case FOLD_SINGLE:
    case FOLD_PIECE:
    case FOLD_SYMBOL: return STEP_ALONE;
    case FOLD_ATTACH: return STEP_SIGN;
    case FOLD_BREAK:
    case FOLD_SPACE:
    case FOLD_CURRENCY: break;
    }
    return STEP_END;
}

static void append(struct search_words *words, struct span letters)
{
    if (letters.length > FOLD_WORD_MOST - words->size)
        return;
    memcpy(words->folded + words->size, letters.at, letters.length);
    words->size += (uint32_t)letters.length;
}

/* Reads the run of ASCII letters and digits that begins here. Returns its script. */
static unsigned take_ascii(struct search_words *words)
{
    const unsigned char *text = (const unsigned char *)words->text.at;
    size_t at = words->at;
    uint32_t size = words->size;
    unsigned char highest = 0;
    for (; at < words->text.length && text[at] < 0x80 && ascii_fold[text[at]]; at++) {
        unsigned char letter = ascii_fold[text[at]];
        highest = letter > highest ? letter : highest;
        if (size < FOLD_WORD_MOST)
            words->folded[size++] = (char)letter;
    }
    words->at = at;
    words->size = size;
    return highest > '9' ? SCRIPT_LATIN : SCRIPT_OTHER;
}

bool search_words_next(struct search_words *words)
{
    bool is_alone = false;
    unsigned scripts = 0;
    words->size = 0;
    while (words->at < words->text.length) {
        unsigned char c = (unsigned char)words->text.at[words->at];
        if (c < 0x80 && ascii_fold[c] && !is_alone) {
            scripts |= take_ascii(words);
            continue;
        }
        size_t length = 1;
        enum step step = STEP_END;
        struct fold fold = {0};
        if (c >= 0x80) {
            fold =
                fold_next(words->folds, words->text.at + words->at, words->text.length - words->at, &length);
            step = step_of(fold.kind);
        }
        bool is_inside = words->size > 0;
        if (is_inside && (step == STEP_END || step == STEP_ALONE || (step == STEP_JOIN && is_alone) ||
                          (c < 0x80 && is_alone)))
            break;
        words->at += length;
        if (step == STEP_JOIN || step == STEP_ALONE || (step == STEP_SIGN && is_inside)) {
            append(words, fold.to);
            is_alone = is_alone || step == STEP_ALONE;
            scripts |= fold.script;
        }
    }
    /* Letters of two scripts in one word: look-alikes are undone. */
    if (scripts & (scripts - 1))
        words->size = (uint32_t)confusables_fold(words->folded, words->size);
    return words->size > 0;
}
