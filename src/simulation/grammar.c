/* Patterns become sentences: a recursive expansion that draws each choice from the caller's random stream. */
#include "simulation/grammar.h"

#include "simulation/nation.h"

#include <assert.h>

struct expansion {
    struct buffer *out;
    const struct lexicon *lexicon;
    const struct phrase_values *values;
    struct random *random;
    /* The two words drawn last from each list, from 1: a sentence does not repeat them. */
    size_t last[WORDS_COUNT][2];
};

static const struct lexicon *const lexicons[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = &lexicon_en, [LANGUAGE_NL] = &lexicon_nl, [LANGUAGE_FR] = &lexicon_fr,
    [LANGUAGE_DE] = &lexicon_de, [LANGUAGE_ES] = &lexicon_es, [LANGUAGE_IT] = &lexicon_it,
    [LANGUAGE_PT] = &lexicon_pt, [LANGUAGE_RO] = &lexicon_ro, [LANGUAGE_ZH] = &lexicon_zh,
    [LANGUAGE_JA] = &lexicon_ja, [LANGUAGE_RU] = &lexicon_ru,
};

const struct lexicon *lexicon_of(unsigned language)
{
    return lexicons[language % LANGUAGE_COUNT];
}

/* The next '|' or '}' of this depth. */
static const char *choice_end(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++) {
        if (*at == '{')
            depth++;
        else if (depth == 0 && (*at == '|' || *at == '}'))
            break;
        else if (*at == '}')
            depth--;
    }
    assert(at < end);
    return at;
}

static void write_number(struct buffer *out, unsigned number)
{
    char digits[10];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    buffer_append(out, digits + at, sizeof digits - at);
}

static void write_hour(struct expansion *x, unsigned from, unsigned span)
{
    write_number(x->out, from + random_below(x->random, span));
    buffer_append_text(x->out, x->lexicon->hour);
}

static const char *draw_word(struct expansion *x, enum word_list list)
{
    const struct phrases *words = &x->lexicon->words[list];
    size_t *last = x->last[list];
    size_t word = random_below(x->random, (uint32_t)words->count) + 1;
    while (word == last[0] || word == last[1])
        word = word % words->count + 1;
    last[1] = last[0];
    last[0] = word;
    return words->items[word - 1];
}

/* "an elegant", where "a " stands before. */
static void write_word(struct expansion *x, enum word_list list)
{
    const char *word = draw_word(x, list);
    struct buffer *out = x->out;
    bool vowel = strchr("aeiou", *word) != NULL;
    if (x->lexicon == &lexicon_en && vowel && out->length >= 2 &&
        memcmp(out->data + out->length - 2, "a ", 2) == 0 &&
        (out->length == 2 || out->data[out->length - 3] == ' ')) {
        out->length--;
        buffer_append_text(out, "n ");
    }
    buffer_append_text(out, word);
}

static unsigned language_of(const struct lexicon *lexicon)
{
    unsigned language = 0;
    while (lexicons[language] != lexicon)
        language++;
    return language;
}

static void write_nation(struct expansion *x)
{
    uint32_t words = (uint32_t)x->lexicon->words[WORDS_NATION].count;
    nation_mark(x->out, language_of(x->lexicon), random_below(x->random, words));
}

static void write_value(struct expansion *x, char which)
{
    const struct phrase_values *v = x->values;
    switch (which) {
    case 'n': buffer_append_span(x->out, v->name); break;
    case 'c': buffer_append_span(x->out, v->city); break;
    case 'p': buffer_append_span(x->out, v->phone); break;
    case 'q': buffer_append_span(x->out, v->second); break;
    case 'm': buffer_append_span(x->out, v->mail); break;
    case 'l': buffer_append_span(x->out, v->link); break;
    case 'g': write_nation(x); break;
    case 'h': buffer_append_span(x->out, v->handle); break;
    case 'e': write_number(x->out, v->price); break;
    case 'f': write_number(x->out, v->price * 6 / 100 * 10); break;
    case 't': write_hour(x, 8, 6); break;
    case 'u': write_hour(x, 18, 6); break;
    case 'd': write_number(x->out, 2 + random_below(x->random, 8)); break;
    case 'x': write_number(x->out, 10 + random_below(x->random, 12)); break;
    case 'w': write_word(x, WORDS_DAY); break;
    default: assert(which >= '1' && which < '1' + WORDS_DAY); write_word(x, (enum word_list)(which - '1'));
    }
}

static void expand(struct expansion *x, const char *at, const char *end);

/* at: behind the '{'. Returns what follows the '}'. */
static const char *expand_choice(struct expansion *x, const char *at, const char *end)
{
    uint32_t choices = 1;
    const char *stop = choice_end(at, end);
    for (; *stop == '|'; stop = choice_end(stop + 1, end))
        choices++;
    uint32_t chosen = random_below(x->random, choices);
    while (chosen--)
        at = choice_end(at, end) + 1;
    expand(x, at, choice_end(at, end));
    return stop + 1;
}

static void expand(struct expansion *x, const char *at, const char *end)
{
    while (at < end) {
        const char *plain = at;
        while (at < end && *at != '{' && *at != '$')
            at++;
        buffer_append(x->out, plain, (size_t)(at - plain));
        if (at == end)
            return;
        if (*at == '{') {
            at = expand_choice(x, at + 1, end);
        } else {
            write_value(x, at[1]);
            at += 2;
        }
    }
}

uint32_t phrase_pattern(const struct lexicon *lexicon, enum topic topic, struct random *r)
{
    return random_below(r, (uint32_t)lexicon->topics[topic].count);
}

void phrase_write(struct buffer *out, const struct lexicon *lexicon, enum topic topic,
                  const struct phrase_values *values, struct random *r)
{
    struct expansion x = {.out = out, .lexicon = lexicon, .values = values, .random = r};
    size_t begin = out->length;
    uint32_t chosen = phrase_pattern(lexicon, topic, r);
    if (values->other_than == chosen + 1)
        chosen = (chosen + 1) % (uint32_t)lexicon->topics[topic].count;
    const char *pattern = lexicon->topics[topic].items[chosen];
    expand(&x, pattern, pattern + strlen(pattern));
    if (out->length > begin && out->data[begin] >= 'a' && out->data[begin] <= 'z')
        out->data[begin] = (char)(out->data[begin] - 'a' + 'A');
}
