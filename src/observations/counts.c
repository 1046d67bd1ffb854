/* Counts: a qualifier, a number, adjectives that a list allows, and what is counted. */
#include "observations/reading.h"

#define MOST_ADJECTIVES 2
#define SHORTEST_PLURAL 4

struct counted {
    size_t from, to; /* tokens */
    uint64_t milli;
    enum qualifier qualifier;
    struct span noun;
};

static bool ends_with(struct span word, const char *ending)
{
    struct span e = span_of(ending);
    return word.length > e.length && memcmp(word.at + word.length - e.length, e.at, e.length) == 0;
}

/* A word that no list names and that looks like a plural. German nouns have a capital. */
static bool looks_plural(const struct reading *r, size_t at)
{
    static const enum word_class others[] = {CLASS_STOP,  CLASS_COMMON,  CLASS_ADJECTIVE, CLASS_SAY,
                                             CLASS_DET,   CLASS_PLACE,   CLASS_WEAK,      CLASS_WHO,
                                             CLASS_MONTH, CLASS_WEEKDAY, CLASS_DAY,       CLASS_AND};
    struct span word = token_phrase(r->tokens, at, 1);
    const struct token *t = token_at(r, at);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (is_word(r, at, others[i]))
            return false;
    if (word.length < SHORTEST_PLURAL || t->is_number || t->is_all_capital)
        return false;
    switch (r->words->countries[0][0]) {
    case 'D': return t->is_capital;
    case 'N':
        return !t->is_capital && (ends_with(word, "en") || (ends_with(word, "s") && !ends_with(word, "ss")));
    case 'F': return !t->is_capital && (ends_with(word, "s") || ends_with(word, "x"));
    default: return !t->is_capital && ends_with(word, "s") && !ends_with(word, "ss");
    }
}

/* How many tokens at `at` are a noun that is counted, 0 where they are not. */
static size_t noun_at(const struct reading *r, size_t at, uint64_t milli)
{
    const struct word_sense *sense;
    if (!token_is_unbroken(r->tokens, at - 1, 2) || token_at(r, at)->gap == GAP_JOIN)
        return 0;
    if (token_match(r->tokens, r->words, at, CLASS_UNIT, &sense))
        return 0;
    size_t count = token_match(r->tokens, r->words, at, CLASS_NOUN, &sense);
    if (count)
        return count;
    if (vocabulary_find_ending(r->words, token_phrase(r->tokens, at, 1), CLASS_NOUN))
        return 1;
    return milli >= 2000 && looks_plural(r, at) ? 1 : 0;
}

/* A sign or a word of a currency beside the number. */
static size_t currency_at(const struct reading *r, size_t number, size_t after, struct span *noun)
{
    const struct word_sense *sense;
    switch (token_at(r, number)->currency) {
    case 'E':
    case 'F': *noun = span_of("eur"); return 1;
    case 'D': *noun = span_of("usd"); return 1;
    case 'P': *noun = span_of("gbp"); return 1;
    default: break;
    }
    if (!token_is_unbroken(r->tokens, after - 1, 2))
        return 0;
    size_t skip = span_equal(token_phrase(r->tokens, after, 1), span_of("d")) ? 1 : 0;
    if (skip && !token_is_unbroken(r->tokens, after, 2))
        return 0;
    size_t count = token_match(r->tokens, r->words, after + skip, CLASS_CURRENCY, &sense);
    if (count)
        *noun = vocabulary_value(r->words, sense, token_phrase(r->tokens, after + skip, count));
    return count ? count + skip + 1 : 0;
}

/* Finds what is counted behind the number; false where that is not sure. */
static bool find_noun(const struct reading *r, size_t number, size_t after, struct counted *c)
{
    size_t money = currency_at(r, number, after, &c->noun);
    if (money) {
        c->to = after + money - 1;
        return true;
    }
    for (size_t adjectives = 0; adjectives <= MOST_ADJECTIVES; adjectives++) {
        size_t at = after + adjectives;
        if (at >= r->tokens->count)
            return false;
        size_t noun = noun_at(r, at, c->milli);
        bool is_adjective = is_word(r, at, CLASS_ADJECTIVE);
        /* "bank accounts": the word before the noun may itself be one that is counted. */
        bool goes_on = is_adjective && at + 1 < r->tokens->count && noun_at(r, at + 1, c->milli);
        if (noun && !goes_on) {
            c->noun = token_phrase(r->tokens, at, noun);
            c->to = at + noun;
            return true;
        }
        if (!is_adjective)
            return false;
    }
    return false;
}

static void find_qualifier(const struct reading *r, struct counted *c, bool is_round)
{
    size_t longest = 0;
    c->qualifier = is_round ? QUALIFIER_ABOUT : QUALIFIER_EXACT;
    for (unsigned q = 0; q < 5; q++) {
        size_t count = token_match_before(r->tokens, r->words, c->from, (enum word_class)(CLASS_ABOUT + q));
        if (count > longest) {
            longest = count;
            c->qualifier = (enum qualifier)(QUALIFIER_ABOUT + q);
        }
    }
    c->from -= longest;
}

/* "20 to 30 people": neither is said. A number joined to another word is a name or an age. */
static bool is_apart(const struct reading *r, size_t from, size_t after)
{
    static const char *const links[] = {"to", "a", "tot", "bis", "or", "ou", "of", "oder"};
    uint64_t milli;
    bool is_round;
    const struct token *t = token_at(r, from);
    if (from && t->gap == GAP_JOIN && !t->has_apostrophe && !t->currency)
        return false;
    if (after < r->tokens->count && token_at(r, after)->gap == GAP_JOIN && !token_at(r, from)->currency)
        return false;
    if (from == 0 || t->gap > GAP_SPACE)
        return true;
    bool is_after_date = r->taken[from - 1] == TAKEN_DATE;
    if (!is_after_date && (token_at(r, from - 1)->is_number || is_word(r, from - 1, CLASS_MONTH)))
        return false;
    for (size_t i = 0; from >= 2 && i < sizeof links / sizeof links[0]; i++)
        if (span_equal(token_phrase(r->tokens, from - 1, 1), span_of(links[i])) &&
            reading_number(r, from - 2, &milli, &is_round) == 1)
            return false;
    return true;
}

static bool read_count(struct reading *r, size_t at, struct counted *c)
{
    bool is_round;
    size_t number = reading_number(r, at, &c->milli, &is_round);
    size_t after = at + number;
    if (!number || !is_apart(r, at, after) || c->milli % 1000 || c->milli == 0)
        return false;
    c->from = at;
    c->to = after;
    if (!find_noun(r, at, after, c))
        return false;
    find_qualifier(r, c, is_round);
    return true;
}

void reading_counts(struct reading *r)
{
    for (size_t i = 0; i < r->tokens->count && !r->is_failed;) {
        struct counted c;
        if (r->taken[i] || !read_count(r, i, &c)) {
            i++;
            continue;
        }
        struct observation *o = reading_add(r, OBSERVED_COUNT, c.from, c.to, c.noun);
        if (!o)
            return;
        o->count = (int64_t)(c.milli / 1000);
        o->qualifier = (uint8_t)c.qualifier;
        i = c.to > i ? c.to : i + 1;
    }
}
