/* Who says so: a phrase whose head a list names beside a verb of saying, behind "according to", a medium that
 * is told something, or one in brackets at the text's beginning. */
#include "observations/reading.h"

#define MOST_MODIFIERS 4
#define MOST_NAMES     4
#define MOST_PHRASE    12 /* tokens behind the head */
#define MOST_LEFT      12 /* tokens before a verb in which its subject may begin */
#define DATELINE       12 /* tokens in which the agency of the text stands */

struct phrase {
    size_t from, to; /* tokens; the article left out */
    bool is_media;
};

static bool is_close(const struct reading *r, size_t at)
{
    return at < r->tokens->count && token_at(r, at)->gap <= GAP_SPACE;
}

/* Words between an article and the head: none that begins or ends a phrase. */
static bool may_modify(const struct reading *r, size_t at)
{
    static const enum word_class others[] = {CLASS_STOP, CLASS_SAY,   CLASS_PLACE, CLASS_WEAK,  CLASS_DET,
                                             CLASS_WHO,  CLASS_MONTH, CLASS_TOLD,  CLASS_COMMON};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (is_word(r, at, others[i]))
            return false;
    return !token_at(r, at)->is_number && r->taken[at] != TAKEN_DATE;
}

static size_t head_at(const struct reading *r, size_t at)
{
    const struct word_sense *sense;
    size_t count = token_match(r->tokens, r->words, at, CLASS_SOURCE, &sense);
    if (count)
        return count;
    return vocabulary_find_ending(r->words, token_phrase(r->tokens, at, 1), CLASS_SOURCE) ? 1 : 0;
}

/* "of the city", "in Lille", "de renseignement": 0 where that does not go on. */
static size_t owner_at(const struct reading *r, size_t at)
{
    const struct word_sense *sense;
    size_t of = token_match(r->tokens, r->words, at, CLASS_OF, &sense);
    size_t next = at + of;
    if (!of || !is_close(r, next))
        return 0;
    bool is_where = is_word(r, at, CLASS_PLACE) || is_word(r, at + of - 1, CLASS_PLACE);
    if (!is_where && is_word(r, next, CLASS_DET) && is_close(r, next + 1))
        next++;
    const struct token *t = token_at(r, next);
    if (r->taken[next] == TAKEN_DATE || t->is_number || is_word(r, next, CLASS_MONTH))
        return 0;
    bool is_fit = t->is_capital || head_at(r, next) || (!is_where && may_modify(r, next));
    return is_fit ? next + 1 - at : 0;
}

static size_t phrase_end(const struct reading *r, size_t at)
{
    const struct word_sense *sense;
    unsigned names = 0;
    for (size_t end = at + MOST_PHRASE; at < end && is_close(r, at);) {
        size_t count = head_at(r, at);
        if (!count)
            count = token_match(r->tokens, r->words, at, CLASS_POST, &sense);
        if (!count)
            count = owner_at(r, at);
        bool is_name = token_at(r, at)->is_capital && !is_word(r, at, CLASS_WEEKDAY) &&
                       r->taken[at] != TAKEN_DATE && !is_word(r, at, CLASS_SAY);
        if (!count && is_name && names++ < MOST_NAMES)
            count = 1;
        if (!count)
            break;
        at += count;
    }
    return at;
}

static size_t skip_article(const struct reading *r, size_t at)
{
    const struct word_sense *sense;
    size_t count = token_match(r->tokens, r->words, at, CLASS_DET, &sense);
    return count && at + count < r->tokens->count && token_at(r, at + count)->gap <= GAP_QUOTE ? at + count
                                                                                               : at;
}

/* A phrase for somebody who may say something, from `at` on. */
static bool phrase_at(const struct reading *r, size_t at, struct phrase *p)
{
    const struct word_sense *sense;
    if (at >= r->tokens->count)
        return false;
    size_t media = token_match(r->tokens, r->words, at, CLASS_MEDIA, &sense);
    p->from = media ? at : skip_article(r, at);
    if (!media)
        media = token_match(r->tokens, r->words, p->from, CLASS_MEDIA, &sense);
    p->is_media = media && token_at(r, p->from)->start != token_at(r, p->from)->end &&
                  (token_at(r, p->from)->is_capital || sense->value);
    if (p->is_media) {
        p->to = p->from + media;
        return true;
    }
    for (size_t i = p->from; i <= p->from + MOST_MODIFIERS && i < r->tokens->count; i++) {
        if (i > p->from && token_at(r, i)->gap > GAP_SPACE)
            return false;
        size_t head = head_at(r, i);
        if (head) {
            p->to = phrase_end(r, i + head);
            return true;
        }
        if (!may_modify(r, i))
            return false;
    }
    return false;
}

static void put_source(struct reading *r, const struct phrase *p)
{
    const struct word_sense *sense;
    struct span value = token_phrase(r->tokens, p->from, p->to - p->from);
    if (p->is_media) {
        size_t count = token_match(r->tokens, r->words, p->from, CLASS_MEDIA, &sense);
        value = vocabulary_value(r->words, sense, token_phrase(r->tokens, p->from, count));
    }
    /* "des Gerichts" is the Gericht. */
    bool is_genitive = p->to == p->from + 1 && r->words->countries[0][0] == 'D' && value.length > 4 &&
                       value.at[value.length - 1] == 's';
    if (is_genitive &&
        vocabulary_find_ending(r->words, (struct span){value.at, value.length - 1}, CLASS_SOURCE))
        value.length--;
    for (size_t i = p->from; i < p->to; i++)
        if (r->taken[i] == TAKEN_SOURCE || r->taken[i] == TAKEN_MEDIA)
            return;
    reading_add(r, OBSERVED_SOURCE, p->from, p->to, value);
    for (size_t i = p->from; i < p->to; i++)
        r->taken[i] = p->is_media ? TAKEN_MEDIA : TAKEN_SOURCE;
}

/* Back over "on Tuesday" to where the subject of a verb ends. */
static size_t before_date(const struct reading *r, size_t at)
{
    size_t end = at;
    while (end && r->taken[end - 1] == TAKEN_DATE && is_close(r, end))
        end--;
    bool has_word = end < at && end && is_close(r, end) &&
                    token_at(r, end - 1)->end - token_at(r, end - 1)->start <= 3 &&
                    !token_at(r, end - 1)->is_capital;
    return has_word ? end - 1 : end;
}

static size_t after_date(const struct reading *r, size_t at)
{
    size_t count = r->tokens->count;
    if (at + 1 < count && r->taken[at] != TAKEN_DATE && r->taken[at + 1] == TAKEN_DATE &&
        is_close(r, at + 1) && token_at(r, at)->end - token_at(r, at)->start <= 3)
        at++;
    while (at < count && r->taken[at] == TAKEN_DATE && is_close(r, at))
        at++;
    return at;
}

/* Where a phrase may begin: behind a mark, a conjunction, or with an article. */
static bool begins(const struct reading *r, size_t at)
{
    return at == 0 || token_at(r, at)->gap > GAP_SPACE || is_word(r, at - 1, CLASS_STOP) ||
           is_word(r, at, CLASS_DET) || is_word(r, at - 1, CLASS_WHO) || r->taken[at - 1] == TAKEN_DATE;
}

/* The subject that ends where a verb of saying begins: the longest that begins a phrase. A comma before the
 * verb ends the subject only in ", who said". */
static bool subject_before(const struct reading *r, size_t verb, struct phrase *p)
{
    if (verb == 0)
        return false;
    size_t end = before_date(r, verb);
    enum gap gap = (enum gap)token_at(r, verb)->gap;
    bool has_who = is_word(r, verb - 1, CLASS_WHO) && token_at(r, verb - 1)->gap == GAP_COMMA;
    if (has_who)
        end = verb - 1;
    else if (end == verb && gap > GAP_SPACE && gap != GAP_QUOTE)
        return false;
    for (size_t at = end > MOST_LEFT ? end - MOST_LEFT : 0; at < end; at++)
        if (begins(r, at) && phrase_at(r, at, p) && p->to == end)
            return true;
    return false;
}

/* What may stand behind a subject that follows its verb. */
static bool is_closed(const struct reading *r, size_t at)
{
    static const char *const particles[] = {"mit",      "bekannt", "an",  "mee",  "toe",  "weten", "laten",
                                            "schreibt", "bekend",  "dat", "that", "dass", "que",   "qu"};
    if (at >= r->tokens->count || token_at(r, at)->gap > GAP_SPACE || after_date(r, at) > at)
        return true;
    struct span word = token_phrase(r->tokens, at, 1);
    for (size_t i = 0; i < sizeof particles / sizeof particles[0]; i++)
        if (span_equal(word, span_of(particles[i])))
            return true;
    return is_word(r, at, CLASS_SAY) || is_word(r, at, CLASS_STOP) || token_at(r, at)->is_number;
}

static void read_verb(struct reading *r, size_t verb, size_t count)
{
    struct phrase p;
    size_t after = after_date(r, verb + count);
    if (subject_before(r, verb, &p))
        put_source(r, &p);
    else if (is_close(r, verb + count)) {
        bool has_from =
            after < r->tokens->count && span_equal(token_phrase(r->tokens, after, 1), span_of("aus"));
        if (phrase_at(r, after + has_from, &p) && is_closed(r, p.to))
            put_source(r, &p);
    }
    /* "told the AP", "a déclaré à l'AFP": within the next words. */
    for (size_t at = verb; at < verb + count + 3 && at < r->tokens->count; at++)
        if (is_word(r, at, CLASS_TOLD) && phrase_at(r, at + 1, &p) && p.is_media)
            put_source(r, &p);
}

static void read_dateline(struct reading *r)
{
    for (size_t i = 0; i < DATELINE && i + 1 < r->tokens->count; i++) {
        const struct word_sense *sense;
        size_t count = token_match(r->tokens, r->words, i, CLASS_MEDIA, &sense);
        if (!count || token_at(r, i)->gap != GAP_OPEN || i + count >= r->tokens->count ||
            token_at(r, i + count)->gap <= GAP_QUOTE)
            continue;
        const struct phrase p = {i, i + count, true};
        put_source(r, &p);
        r->has_dateline = true;
        return;
    }
}

void reading_sources(struct reading *r)
{
    struct phrase p;
    const struct word_sense *sense;
    read_dateline(r);
    for (size_t i = 0; i < r->tokens->count && !r->is_failed; i++) {
        size_t per = token_match(r->tokens, r->words, i, CLASS_PER, &sense);
        if (per && is_close(r, i + per) && phrase_at(r, i + per, &p)) {
            put_source(r, &p);
            continue;
        }
        size_t say = token_match(r->tokens, r->words, i, CLASS_SAY, &sense);
        if (!say && is_word(r, i, CLASS_TOLD) && token_at(r, i)->end - token_at(r, i)->start > 3)
            say = 1;
        if (say) {
            read_verb(r, i, say);
            i += say - 1;
        }
    }
}
