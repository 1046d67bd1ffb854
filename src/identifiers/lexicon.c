/* The lexicon: a hash table of folded words, and before it a filter of beginnings, so that an ordinary word
 * of a text costs one bit test. */
#include "identifiers/lexicon.h"

#include "base/hash.h"
#include "identifiers/glyph.h"
#include "identifiers/letters.h"

#include <assert.h>

static void filter_put(uint32_t *filter, unsigned a, unsigned b, unsigned c)
{
    unsigned key = (a & 31) << 10 | (b & 31) << 5 | (c & 31);
    filter[key >> 5] |= 1u << (key & 31);
}

/* A letter, or a digit that stands for it. */
static char leet_of(char letter)
{
    switch (letter) {
    case 'o': return '0';
    case 'i':
    case 'l': return '1';
    case 'e': return '3';
    case 'a': return '4';
    case 's': return '5';
    case 't': return '7';
    default: return letter;
    }
}

/* All beginnings of an ASCII word: letters or digits for them, and Cyrillic look-alikes (lead D0 or D1). */
static void filter_word(uint32_t *filter, const char *word, size_t length)
{
    char at[3];
    for (unsigned i = 0; i < 3; i++)
        at[i] = i < length ? word[i] : 0;
    for (unsigned set = 0; set < 8; set++) {
        unsigned a = (unsigned char)(set & 1 ? leet_of(at[0]) : at[0]);
        unsigned b = (unsigned char)(set & 2 ? leet_of(at[1]) : at[1]);
        unsigned c = (unsigned char)(set & 4 ? leet_of(at[2]) : at[2]);
        for (unsigned any = 0; any < (length < 3 ? 32 : 1); any++)
            for (unsigned more = 0; more < (length < 2 ? 32 : 1); more++)
                filter_put(filter, a, length < 2 ? more : b, length < 3 ? any : c);
    }
    if (length < 3 || (unsigned char)word[0] >= 0x80)
        return;
    for (unsigned any = 0; any < 32; any++)
        for (unsigned lead = 0xd0; lead <= 0xd1; lead++)
            filter_put(filter, (unsigned char)at[0], lead, any);
}

/* Cyrillic capitals: U+0410 to 042F are 32 before their small letters. */
static void filter_capitals(uint32_t *filter, const char *word)
{
    const unsigned char *b = (const unsigned char *)word;
    unsigned lead = 0xd0;
    unsigned first = b[0] == 0xd0 ? b[1] - 0x20u : b[1] + 0x20u;
    unsigned second = b[2];
    filter_put(filter, lead, first, second);
    filter_put(filter, lead, first, 0xd0);
}

#define UNSPACED_BYTES 24 /* of a word in Han or kana: eight signs */
#define BRIEF_MOST     5  /* letters of a word that is looked for whole */

/* ASCII letters, and the digits that stand for them (letter_of_digit), as 1 to 26; 0: anything else. */
static const uint8_t letter_codes[128] = {
    ['0'] = 15, ['1'] = 9,  ['2'] = 26, ['3'] = 5,  ['4'] = 1,  ['5'] = 19, ['6'] = 7,  ['7'] = 20,
    ['8'] = 2,  ['9'] = 7,  ['a'] = 1,  ['b'] = 2,  ['c'] = 3,  ['d'] = 4,  ['e'] = 5,  ['f'] = 6,
    ['g'] = 7,  ['h'] = 8,  ['i'] = 9,  ['j'] = 10, ['k'] = 11, ['l'] = 12, ['m'] = 13, ['n'] = 14,
    ['o'] = 15, ['p'] = 16, ['q'] = 17, ['r'] = 18, ['s'] = 19, ['t'] = 20, ['u'] = 21, ['v'] = 22,
    ['w'] = 23, ['x'] = 24, ['y'] = 25, ['z'] = 26, ['A'] = 1,  ['B'] = 2,  ['C'] = 3,  ['D'] = 4,
    ['E'] = 5,  ['F'] = 6,  ['G'] = 7,  ['H'] = 8,  ['I'] = 9,  ['J'] = 10, ['K'] = 11, ['L'] = 12,
    ['M'] = 13, ['N'] = 14, ['O'] = 15, ['P'] = 16, ['Q'] = 17, ['R'] = 18, ['S'] = 19, ['T'] = 20,
    ['U'] = 21, ['V'] = 22, ['W'] = 23, ['X'] = 24, ['Y'] = 25, ['Z'] = 26,
};

static unsigned code_bit(uint32_t codes)
{
    return codes * UINT32_C(0x9E3779B1) >> 17;
}

static bool code_is_in(const uint32_t *filter, uint32_t codes)
{
    unsigned bit = code_bit(codes);
    return filter[bit >> 5] >> (bit & 31) & 1;
}

/* The Cyrillic letter of two bytes as a number below 32 (capitals as small ones, a few fall together); -1
 * where there is none. */
static int cyrillic_code(const char *at)
{
    unsigned lead = (unsigned char)at[0];
    unsigned code = (lead & 1) << 6 | ((unsigned)at[1] & 63);
    if (lead != 0xd0 && lead != 0xd1)
        return -1;
    if (code >= 0x10 && code <= 0x2f)
        code += 0x20;
    return (int)(code & 31);
}

static void filter_whole(struct lexicon *lexicon, const char *word, size_t length)
{
    uint32_t codes = 0;
    for (size_t i = 0; i < length && i <= BRIEF_MOST; i++)
        codes = codes << 5 | letter_codes[word[i] & 127];
    unsigned bit = code_bit(codes);
    uint32_t *filter = length > BRIEF_MOST ? lexicon->lengthy : lexicon->brief;
    filter[bit >> 5] |= 1u << (bit & 31);
}

static void filter_cyrillic(struct lexicon *lexicon, const char *word, size_t length)
{
    unsigned codes[3];
    for (unsigned i = 0; i < 3; i++)
        codes[i] = 2 * i + 1 < length ? (unsigned)cyrillic_code(word + (size_t)2 * i) : 0;
    for (unsigned any = 0; any < (length < 6 ? 32 : 1); any++)
        filter_put(lexicon->cyrillic, codes[0], codes[1], length < 6 ? any : codes[2]);
}

/* The code of the letter at `at`, accents left out; 0 where the word ends, above 26 where a code cannot tell.
 * Returns its bytes. A digit ends a word that has letters beyond ASCII, as in token_fold. */
static unsigned read_code(struct span text, size_t at, bool *is_wide, unsigned *code)
{
    unsigned char c = (unsigned char)text.at[at];
    unsigned bytes = 1;
    char folded[4];
    if (c < 0x80) {
        *code = *is_wide && is_digit(text.at[at]) ? 0 : letter_codes[c];
        return bytes;
    }
    *is_wide = true;
    *code = glyph_letter(text, at, folded, &bytes) == 1 ? letter_codes[folded[0] & 127] : bytes ? 27 : 0;
    return bytes;
}

bool lexicon_may_be(const struct lexicon *lexicon, const char *at, size_t left)
{
    if (left >= 6 && (unsigned char)at[0] >= 0x80) {
        int first = cyrillic_code(at);
        int second = cyrillic_code(at + 2);
        int third = cyrillic_code(at + 4);
        if (first < 0 || second < 0 || third < 0)
            return true;
        unsigned key = (unsigned)first << 10 | (unsigned)second << 5 | (unsigned)third;
        return lexicon->cyrillic[key >> 5] >> (key & 31) & 1;
    }
    uint32_t codes = 0;
    unsigned letters = 0;
    bool is_wide = false;
    for (size_t i = 0; letters <= BRIEF_MOST && i < left; letters++) {
        unsigned code;
        unsigned bytes = read_code((struct span){at, left}, i, &is_wide, &code);
        if (code > 26) /* a sign that a word may drop, or another script among these letters */
            return true;
        if (!code)
            break;
        codes = codes << 5 | code;
        i += bytes;
    }
    if (letters <= BRIEF_MOST)
        return code_is_in(lexicon->brief, codes);
    /* six letters and more may also be several numerals */
    unsigned begin = codes >> 15 & 32767;
    return code_is_in(lexicon->lengthy, codes) || lexicon->numerals[begin >> 5] >> (begin & 31) & 1;
}

bool lexicon_may_name(const struct lexicon *lexicon, struct span word)
{
    unsigned codes = 0;
    for (unsigned i = 0; i < 3; i++) {
        unsigned char c = i < word.length ? (unsigned char)word.at[i] : 0;
        if (c >= 0x80)
            return true;
        codes = codes << 5 | letter_codes[c];
    }
    return lexicon->naming[codes >> 5] >> (codes & 31) & 1;
}

/* Three letters of a Cyrillic word, or the three bytes of one sign of Han or kana. */
static unsigned wide_key(const char *at)
{
    if (cyrillic_code(at) >= 0)
        return (unsigned)cyrillic_code(at) << 10 | (unsigned)cyrillic_code(at + 2) << 5 |
               (unsigned)cyrillic_code(at + 4);
    return ((unsigned)at[0] & 31) << 10 | ((unsigned)at[1] & 31) << 5 | ((unsigned)at[2] & 31);
}

static void note_wide_name(struct lexicon *lexicon, const char *name)
{
    unsigned key = wide_key(name);
    lexicon->wide_naming[key >> 5] |= 1u << (key & 31);
}

/* Cyrillic in any case; letters that differ may have one code, so that the filter alone does not tell. */
static bool begins_with(struct span text, size_t at, const char *word)
{
    size_t length = strlen(word);
    if (text.length - at < length)
        return false;
    if ((unsigned char)word[0] >= 0xe0)
        return memcmp(text.at + at, word, length) == 0;
    for (size_t i = 0; i < length; i += 2)
        if (cyrillic_code(text.at + at + i) != cyrillic_code(word + i))
            return false;
    return true;
}

static bool is_wide_name(const struct lexicon *lexicon, struct span text, size_t at, unsigned key)
{
    if (!(lexicon->wide_naming[key >> 5] >> (key & 31) & 1))
        return false;
    for (const char *const *name = lexicon_wide_names; *name; name++)
        if (begins_with(text, at, *name))
            return true;
    return false;
}

bool lexicon_names_within(const struct lexicon *lexicon, struct span text)
{
    unsigned key = 0; /* of the last three Cyrillic letters */
    for (size_t i = 0; i + 1 < text.length;) {
        int code = cyrillic_code(text.at + i);
        if (code >= 0) {
            key = (key << 5 | (unsigned)code) & 32767;
            if (i >= 4 && is_wide_name(lexicon, text, i - 4, key))
                return true;
            i += 2;
        } else if ((unsigned char)text.at[i] >= 0xe3 && i + 3 <= text.length) {
            if (is_wide_name(lexicon, text, i, wide_key(text.at + i)))
                return true;
            i += 3;
        } else {
            i++;
        }
    }
    return false;
}

static struct lexicon_word *word_find(struct lexicon *lexicon, const char *text, size_t length,
                                      uint32_t *slot)
{
    *slot = (uint32_t)hash_bytes(text, length, 0) % LEXICON_SLOTS;
    for (; lexicon->slots[*slot]; *slot = (*slot + 1) % LEXICON_SLOTS) {
        struct lexicon_word *word = &lexicon->words[lexicon->slots[*slot]];
        if (word->length == length && memcmp(word->text, text, length) == 0)
            return word;
    }
    return NULL;
}

static void word_filter(uint32_t *filter, const char *text, size_t length)
{
    filter_word(filter, text, length);
    if ((unsigned char)text[0] == 0xd0 || (unsigned char)text[0] == 0xd1)
        filter_capitals(filter, text);
}

/* Whether a scan of a text stops at words of the row. */
static bool is_trigger(const struct lexicon_row *row)
{
    return !row->is_piece && row->kind != LEXEME_NONE && row->kind != LEXEME_JOINER &&
           row->kind != LEXEME_LINK && !(row->kind == LEXEME_SIGN && row->value != '.');
}

static void word_add(struct lexicon *lexicon, const struct lexicon_row *row, const char *text, size_t length)
{
    uint32_t slot;
    struct lexicon_word *word = word_find(lexicon, text, length, &slot);
    if (row->kind == LEXEME_NONE && row->value & CONTEXT_PHONE)
        filter_put(lexicon->naming, letter_codes[text[0] & 127], letter_codes[text[1] & 127],
                   length > 2 ? letter_codes[text[2] & 127] : 0);
    if (word) {
        word->lexeme.context |= row->kind == LEXEME_NONE ? (uint8_t)row->value : 0;
        return;
    }
    assert(lexicon->count + 1 < LEXICON_WORDS);
    lexicon->slots[slot] = (uint16_t)++lexicon->count;
    struct lexeme lexeme = {.kind = row->kind,
                            .is_piece = row->is_piece,
                            .value = row->value,
                            .languages = row->languages,
                            .context = row->kind == LEXEME_NONE ? (uint8_t)row->value : 0};
    lexicon->words[lexicon->count] = (struct lexicon_word){text, (uint8_t)length, lexeme};
    /* a single letter ("e", "y") joins the parts of a numeral, and is looked for there alone */
    if (row->kind == LEXEME_NONE || length == 1)
        return;
    word_filter(lexicon->all, text, length);
    if (is_trigger(row)) {
        word_filter(lexicon->triggers, text, length);
        if ((unsigned char)text[0] < 0x80)
            filter_whole(lexicon, text, length);
        if (cyrillic_code(text) >= 0)
            filter_cyrillic(lexicon, text, length);
    }
    bool is_part = lexeme_is_numeral(lexeme) || row->kind == LEXEME_JOINER;
    for (unsigned any = 0; is_part && length > 1 && any < (length > 2 ? 1 : 32); any++)
        filter_put(lexicon->numerals, (unsigned char)text[0], (unsigned char)text[1],
                   length > 2 ? (unsigned char)text[2] : any);
}

void lexicon_init(struct lexicon *lexicon)
{
    *lexicon = (struct lexicon){0};
    for (size_t r = 0; r < lexicon_row_count; r++) {
        const char *at = lexicon_rows[r].words;
        while (*at) {
            size_t length = strcspn(at, " ");
            word_add(lexicon, &lexicon_rows[r], at, length);
            at += length + (at[length] == ' ');
        }
    }
    for (const char *const *name = lexicon_wide_names; *name; name++)
        note_wide_name(lexicon, *name);
    for (const char *const *b = lexicon_beginnings; *b; b++) {
        filter_put(lexicon->triggers, (unsigned char)(*b)[0], (unsigned char)(*b)[1], (unsigned char)(*b)[2]);
        filter_put(lexicon->all, (unsigned char)(*b)[0], (unsigned char)(*b)[1], (unsigned char)(*b)[2]);
    }
}

struct lexeme lexicon_find(const struct lexicon *lexicon, struct span folded)
{
    uint32_t slot = (uint32_t)hash_bytes(folded.at, folded.length, 0) % LEXICON_SLOTS;
    for (; lexicon->slots[slot]; slot = (slot + 1) % LEXICON_SLOTS) {
        const struct lexicon_word *word = &lexicon->words[lexicon->slots[slot]];
        if (word->length == folded.length && memcmp(word->text, folded.at, folded.length) == 0)
            return word->lexeme;
    }
    return (struct lexeme){0};
}

unsigned lexicon_context(const struct lexicon *lexicon, struct span word)
{
    char folded[24];
    if (word.length == 0 || word.length > sizeof folded)
        return 0;
    for (size_t i = 0; i < word.length; i++)
        folded[i] = to_lower(word.at[i]);
    return lexicon_find(lexicon, (struct span){folded, word.length}).context;
}

/* Cyrillic letters that look Latin, in order of the Latin ones: i-th character of two bytes. */
static const char look_cyrillic[] = "аеорсухтвнкми";
static const char look_latin[] = "aeopcyxtbhkmu";

/* A word that mixes Latin with Cyrillic letters is Latin with look-alikes. */
static void undo_lookalikes(struct token *token)
{
    bool has_latin = false;
    bool has_cyrillic = false;
    for (unsigned i = 0; i < token->length; i++) {
        has_latin |= is_letter(token->folded[i]);
        has_cyrillic |= (unsigned char)token->folded[i] >= 0xd0;
    }
    if (!has_latin || !has_cyrillic)
        return;
    unsigned length = 0;
    for (unsigned i = 0; i < token->length; i++) {
        char now = token->folded[i];
        if ((unsigned char)now < 0x80 || i + 1 == token->length) {
            token->folded[length++] = now;
            continue;
        }
        for (unsigned l = 0; look_latin[l]; l++)
            if (memcmp(look_cyrillic + (size_t)2 * l, token->folded + i, 2) == 0)
                now = look_latin[l];
        token->folded[length++] = now;
        i++;
    }
    token->length = length;
}

static char letter_of_digit(char digit)
{
    static const char letters[] = "oizeasgtbg";
    return letters[digit - '0'];
}

/* Whether kana or Han stand at `at`: words of theirs need no spaces, beside letters of others. */
static bool is_unspaced_at(struct span text, size_t at)
{
    return at < text.length && (unsigned char)text.at[at] >= 0xe3 && (unsigned char)text.at[at] <= 0xe9;
}

/* Folds the word at `at`. Digits belong to it where letters stand beside them. */
static void token_fold(struct span text, size_t at, struct token *token)
{
    token->length = 0;
    token->has_digits = false;
    bool has_letters = false;
    bool has_wide = false;
    bool is_kana = is_unspaced_at(text, at);
    while (at < text.length && token->length + 4 <= TOKEN_BYTES) {
        char c = text.at[at];
        if (is_kana != is_unspaced_at(text, at))
            break;
        if (is_letter(c) || (is_digit(c) && !has_wide)) {
            token->has_digits |= is_digit(c);
            has_letters |= is_letter(c);
            token->folded[token->length++] = is_digit(c) ? letter_of_digit(c) : to_lower(c);
            at++;
            continue;
        }
        unsigned bytes = 0;
        if ((unsigned char)c >= 0x80)
            token->length += glyph_letter(text, at, token->folded + token->length, &bytes);
        if (bytes == 0)
            break;
        has_wide = true;
        at += bytes;
    }
    token->end = at;
    if (!has_letters && !has_wide)
        token->length = 0;
    if (has_wide)
        undo_lookalikes(token);
}

struct segmentation {
    const struct lexicon *lexicon;
    struct token *token;
    unsigned steps; /* left: no word is worth more */
};

/* Cuts the word from `from` on into numerals of one language, the longest first. */
static bool segment(struct segmentation *s, unsigned from, unsigned languages)
{
    struct token *token = s->token;
    if (from == token->length)
        return true;
    unsigned most = token->length - from < 16 ? token->length - from : 16;
    if (most > 2 && !beginning_is_in(s->lexicon->numerals, token->folded + from))
        return false;
    for (unsigned length = most; length >= 2 && s->steps > 0; length--) {
        s->steps--;
        struct lexeme lexeme = lexicon_find(s->lexicon, (struct span){token->folded + from, length});
        bool fits = lexeme_is_numeral(lexeme) || lexeme.kind == LEXEME_JOINER;
        if (!fits || !(lexeme.languages & languages) || token->count == TOKEN_PIECES)
            continue;
        token->lexemes[token->count++] = lexeme;
        if (segment(s, from + length, lexeme.languages & languages))
            return true;
        token->count--;
    }
    return false;
}

/* Han and kana are written without spaces: the longest word of the lexicon that begins at `at`, but for
 * numerals. */
static bool token_read_unspaced(const struct lexicon *lexicon, struct span text, size_t at, struct token *out)
{
    unsigned most = 0;
    for (; most < UNSPACED_BYTES && at + most < text.length; most++)
        out->folded[most] = to_lower(text.at[at + most]);
    for (unsigned length = most; length >= 3; length--) {
        bool is_whole = length == most || ((unsigned char)out->folded[length] & 0xc0) != 0x80;
        struct lexeme lexeme = {0};
        if (is_whole)
            lexeme = lexicon_find(lexicon, (struct span){out->folded, length});
        if (lexeme.kind == LEXEME_NONE || lexeme.is_piece || lexeme_is_numeral(lexeme))
            continue;
        out->length = length;
        out->end = at + length;
        out->has_digits = false;
        out->lexemes[out->count++] = lexeme;
        return true;
    }
    return false;
}

bool token_read(const struct lexicon *lexicon, struct span text, size_t at, bool with_pieces,
                struct token *out)
{
    out->count = 0;
    token_fold(text, at, out);
    bool is_unspaced = is_unspaced_at(text, at);
    if (out->length == 0 || out->length + 4 > TOKEN_BYTES)
        return is_unspaced && token_read_unspaced(lexicon, text, at, out);
    struct lexeme lexeme = lexicon_find(lexicon, (struct span){out->folded, out->length});
    if (lexeme.kind != LEXEME_NONE && (with_pieces || !lexeme.is_piece)) {
        out->lexemes[out->count++] = lexeme;
        return !out->has_digits || lexeme_is_numeral(lexeme);
    }
    struct segmentation s = {lexicon, out, 400};
    if (out->length >= 6 && segment(&s, 0, LANG_ALL) && out->count > 1)
        return true;
    out->count = 0;
    return is_unspaced && token_read_unspaced(lexicon, text, at, out);
}
