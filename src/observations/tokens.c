/* Tokens: one pass over the bytes, with ICU for what is no ASCII. */
#include "observations/tokens.h"

#include "base/memory.h"
#include "places/fold.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define MOST_TOKENS (1u << 28)

void token_list_init(struct token_list *list)
{
    *list = (struct token_list){0};
    buffer_init(&list->pool, UINT32_MAX);
}

void token_list_release(struct token_list *list)
{
    memory_free(list->items);
    buffer_release(&list->pool);
    token_list_init(list);
}

struct scan {
    struct span text;
    size_t at;
    uint8_t gap;
    bool has_space; /* seen since the last token */
    bool has_apostrophe;
    uint8_t lines; /* line ends seen */
    char currency;
};

/* The character at `at`, -1 where the bytes are none; *length is how many bytes it takes. */
static UChar32 char_at(struct span text, size_t at, size_t *length)
{
    int32_t step = 0;
    int32_t rest = text.length - at < U8_MAX_LENGTH ? (int32_t)(text.length - at) : U8_MAX_LENGTH;
    UChar32 c;
    U8_NEXT((const uint8_t *)text.at + at, step, rest, c);
    *length = (size_t)step;
    return c;
}

static bool is_letter(UChar32 c)
{
    return c >= 0 && (u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK);
}

static enum gap gap_of(UChar32 c)
{
    switch (c) {
    case '-':
    case '\'':
    case 0x2019:
    case 0x2010:
    case 0x2011: return GAP_JOIN;
    case ',': return GAP_COMMA;
    case '"':
    case 0xab:
    case 0xbb:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x2018: return GAP_QUOTE;
    case '(':
    case '[': return GAP_OPEN;
    case ')':
    case ']': return GAP_CLOSE;
    case 0x2013:
    case 0x2014: return GAP_DASH;
    case '.':
    case '!':
    case '?':
    case 0x2026: return GAP_STOP;
    default: return GAP_MARK;
    }
}

static char currency_of(UChar32 c)
{
    return c == 0x20ac ? 'E' : c == '$' ? 'D' : c == 0xa3 ? 'P' : 0;
}

/* One character between tokens. */
static void see_gap(struct scan *s, UChar32 c, struct token_list *list)
{
    bool is_space = c >= 0 && u_isspace(c);
    s->lines = (uint8_t)(s->lines + (c == '\n' && s->lines < 2));
    if (is_space) {
        s->has_space = true;
        return;
    }
    if (currency_of(c)) {
        s->currency = currency_of(c);
        bool is_behind = list->count && list->items[list->count - 1].is_number && s->gap == GAP_JOIN;
        if (is_behind && c == 0x20ac)
            list->items[list->count - 1].currency = 'F';
        return;
    }
    enum gap gap = gap_of(c);
    s->has_apostrophe = s->has_apostrophe || c == '\'' || c == 0x2019;
    /* A hyphen between spaces is a dash. */
    size_t next;
    if (c == '-' && s->has_space && s->at + 1 < s->text.length &&
        u_isspace(char_at(s->text, s->at + 1, &next)))
        gap = GAP_DASH;
    if (gap > s->gap)
        s->gap = (uint8_t)gap;
}

/* Digits with separators that a digit follows; letters behind make it a word. */
static size_t number_end(struct span text, size_t at)
{
    while (at < text.length) {
        char c = text.at[at];
        bool is_digit = c >= '0' && c <= '9';
        bool is_inner = (c == '.' || c == ',') && at + 1 < text.length && text.at[at + 1] >= '0' &&
                        text.at[at + 1] <= '9';
        if (!is_digit && !is_inner)
            break;
        at++;
    }
    return at;
}

static size_t word_end(struct span text, size_t at)
{
    for (size_t length; at < text.length; at += length)
        if (!is_letter(char_at(text, at, &length)))
            break;
    return at;
}

static void describe(struct token *t, struct span text)
{
    unsigned capitals = 0;
    unsigned letters = 0;
    size_t length;
    for (size_t at = t->start; at < t->end; at += length) {
        UChar32 c = char_at(text, at, &length);
        letters += u_isalpha(c) != 0;
        capitals += u_isupper(c) != 0;
        if (at == t->start)
            t->is_capital = u_isupper(c);
    }
    t->is_all_capital = letters >= 2 && capitals == letters;
}

static bool add_token(struct token_list *list, struct scan *s, size_t end, bool is_number)
{
    if (!memory_reserve(&list->items, &list->capacity, list->count + 1, MOST_TOKENS))
        return false;
    struct token *t = &list->items[list->count];
    enum gap gap = s->lines > 1 ? GAP_STOP : s->gap == GAP_JOIN && s->has_space ? GAP_SPACE : s->gap;
    *t = (struct token){.start = (uint32_t)s->at,
                        .end = (uint32_t)end,
                        .gap = (uint8_t)(list->count ? gap : GAP_STOP),
                        .is_number = is_number,
                        .has_apostrophe = s->has_apostrophe,
                        .currency = s->currency};
    describe(t, list->text);
    if (list->count)
        buffer_append_char(&list->pool, ' ');
    size_t begin = list->pool.length;
    place_fold((struct span){list->text.at + s->at, end - s->at}, &list->pool);
    t->folded = (struct text_ref){begin, (uint32_t)(list->pool.length - begin)};
    t->is_accented = t->folded.length != end - s->at;
    list->count++;
    *s = (struct scan){.text = s->text, .at = end};
    return buffer_ok(&list->pool);
}

bool token_list_read(struct token_list *list, struct span text)
{
    list->text = text;
    list->count = 0;
    buffer_reset(&list->pool);
    struct scan s = {.text = text};
    while (s.at < text.length) {
        size_t length;
        UChar32 c = char_at(text, s.at, &length);
        if (!is_letter(c)) {
            see_gap(&s, c, list);
            s.at += length;
            continue;
        }
        bool is_digit = c >= '0' && c <= '9';
        size_t digits = is_digit ? number_end(text, s.at) : s.at;
        size_t end = word_end(text, digits);
        if (!add_token(list, &s, end, is_digit && end == digits))
            return false;
    }
    return true;
}

struct span token_phrase(const struct token_list *list, size_t at, size_t count)
{
    const struct token *last = &list->items[at + count - 1];
    size_t begin = list->items[at].folded.at;
    return (struct span){list->pool.data + begin, last->folded.at + last->folded.length - begin};
}

bool token_is_unbroken(const struct token_list *list, size_t at, size_t count)
{
    if (at + count > list->count)
        return false;
    for (size_t i = at + 1; i < at + count; i++)
        if (list->items[i].gap > GAP_SPACE)
            return false;
    return true;
}

size_t token_match(const struct token_list *list, const struct vocabulary *vocabulary, size_t at,
                   enum word_class class_, const struct word_sense **sense)
{
    size_t most = 0;
    *sense = NULL;
    if (at >= list->count)
        return 0;
    while (most < list->items[at].longest && at + most < list->count &&
           (most == 0 || list->items[at + most].gap <= GAP_SPACE))
        most++;
    for (size_t n = most; n > 0; n--) {
        if (n == 1 && !token_is(list, at, class_))
            break;
        *sense = vocabulary_find(vocabulary, token_phrase(list, at, n), class_);
        if (*sense)
            return n;
    }
    return 0;
}

size_t token_match_before(const struct token_list *list, const struct vocabulary *vocabulary, size_t at,
                          enum word_class class_)
{
    if (at == 0 || at >= list->count || list->items[at].gap > GAP_SPACE)
        return 0;
    for (size_t n = at < VOCABULARY_PHRASE_WORDS ? at : VOCABULARY_PHRASE_WORDS; n > 0; n--)
        if (list->items[at - n].longest >= n && (n > 1 || token_is(list, at - 1, class_)) &&
            token_is_unbroken(list, at - n, n) &&
            vocabulary_find(vocabulary, token_phrase(list, at - n, n), class_))
            return n;
    return 0;
}

/* What a full stop is. Behind a letter, an abbreviation, or a number before a month it ends nothing. */
static enum gap point_gap(const struct token_list *list, size_t next)
{
    const struct token *before = &list->items[next - 1];
    const struct token *after = &list->items[next];
    bool is_point = list->text.at[before->end] == '.';
    if (is_point && (before->end - before->start == 1 || token_is(list, next - 1, CLASS_ABBREVIATION)))
        return GAP_SPACE;
    if (is_point && before->is_number && before->end - before->start <= 2 &&
        token_is(list, next, CLASS_MONTH))
        return GAP_SPACE;
    return after->is_capital || after->is_number || after->currency ? GAP_STOP : GAP_MARK;
}

void token_list_split(struct token_list *list, const struct vocabulary *vocabulary)
{
    uint32_t sentence = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct span word = token_phrase(list, i, 1);
        list->items[i].longest = (uint8_t)vocabulary_longest(vocabulary, word);
        list->items[i].classes = list->items[i].longest ? vocabulary_classes(vocabulary, word) : 0;
    }
    for (size_t i = 0; i < list->count; i++) {
        struct token *t = &list->items[i];
        bool is_line = i && t->gap == GAP_STOP && list->text.at[list->items[i - 1].end] == '\n';
        if (i && t->gap == GAP_STOP && !is_line)
            t->gap = (uint8_t)point_gap(list, i);
        if (i && t->gap == GAP_STOP)
            sentence++;
        t->sentence = sentence;
    }
}
