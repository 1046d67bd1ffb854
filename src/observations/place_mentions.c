/* Places: names of the gazetteer where a place can stand: behind a word such as "in", in a dateline, in a row
 * of places, beside a court or an office. */
#include "observations/reading.h"

#include "places/country.h"

#include <math.h>

#define MOST_NAME_TOKENS 5
#define MOST_BESIDE      16
#define DATELINE_TOKENS  9
#define LEAST_WEAK       10000 /* people of a town behind "of" */
#define LEAST_NOUN       10000 /* and where every noun has a capital */

/* How firmly the words around say that a place stands here. */
enum footing { FOOTING_NONE, FOOTING_WEAK, FOOTING_FIRM };

static bool is_german(const struct reading *r)
{
    return r->words->countries[0][0] == 'D';
}

/* "GHENT, Belgium (AP) -": a dash follows soon in the first sentence. */
static bool is_dateline(const struct reading *r, size_t at)
{
    if (at != 0)
        return false;
    for (size_t i = 1; i < DATELINE_TOKENS && i < r->tokens->count; i++) {
        if (token_at(r, i)->gap == GAP_DASH)
            return true;
        if (token_at(r, i)->gap == GAP_STOP)
            return false;
    }
    return false;
}

static bool is_office(const struct reading *r, size_t at)
{
    return vocabulary_find_ending(r->words, token_phrase(r->tokens, at, 1), CLASS_SOURCE) != NULL;
}

/* Behind another place, with a comma or "and" between. */
static bool goes_on(const struct reading *r, size_t at, size_t last_end)
{
    const struct word_sense *sense;
    if (last_end == 0)
        return false;
    if (at == last_end)
        return token_at(r, at)->gap == GAP_COMMA;
    size_t and = token_match(r->tokens, r->words, last_end, CLASS_AND, &sense);
    return and&&last_end + and == at && token_at(r, last_end)->gap <= GAP_COMMA;
}

static enum footing footing_of(const struct reading *r, size_t from, size_t to, size_t last_end)
{
    const struct token *after = to < r->tokens->count ? token_at(r, to) : NULL;
    bool is_close = after && after->gap <= GAP_SPACE;
    if (is_dateline(r, from))
        return FOOTING_FIRM;
    if (is_close && after->is_capital && !is_german(r) && r->taken[to] != TAKEN_DATE)
        return FOOTING_NONE;
    if (goes_on(r, from, last_end))
        return FOOTING_FIRM;
    if (from == 0 || token_at(r, from)->gap > GAP_QUOTE)
        return FOOTING_NONE;
    if (token_match_before(r->tokens, r->words, from, CLASS_PLACE))
        return FOOTING_FIRM;
    size_t weak = token_match_before(r->tokens, r->words, from, CLASS_WEAK);
    if (weak) {
        bool is_name = from > weak && token_at(r, from - weak - 1)->is_capital && !is_german(r) &&
                       token_at(r, from - weak)->gap <= GAP_SPACE && !is_office(r, from - weak - 1);
        return is_name ? FOOTING_NONE : FOOTING_WEAK;
    }
    bool is_before_office = is_close && !after->is_capital && is_office(r, to);
    bool is_behind_office = token_at(r, from)->gap == GAP_SPACE && is_office(r, from - 1);
    return is_before_office || is_behind_office ? FOOTING_WEAK : FOOTING_NONE;
}

static bool is_other_word(const struct reading *r, size_t at, size_t count)
{
    static const enum word_class others[] = {CLASS_MONTH, CLASS_WEEKDAY, CLASS_DAY,
                                             CLASS_UNIT,  CLASS_NOUN,    CLASS_DET,
                                             CLASS_STOP,  CLASS_SOURCE,  CLASS_REGION};
    for (size_t i = 0; count == 1 && i < sizeof others / sizeof others[0]; i++)
        if (is_word(r, at, others[i]))
            return true;
    return false;
}

static struct span text_of(const struct reading *r, size_t from, size_t to)
{
    size_t begin = token_at(r, from)->start;
    return (struct span){r->tokens->text.at + begin, token_at(r, to - 1)->end - begin};
}

/* "Ghent, Belgium": the country behind the name. */
static struct span country_behind(const struct reading *r, size_t to)
{
    char code[3];
    bool is_there = to < r->tokens->count && token_at(r, to)->gap == GAP_COMMA && token_at(r, to)->is_capital;
    struct span text = is_there ? text_of(r, to, to + 1) : (struct span){NULL, 0};
    return is_there && text.length > 2 && country_code(text, code) ? text : (struct span){NULL, 0};
}

static bool ask(struct reading *r, struct span name, struct span country, const gazetteer_id *beside,
                unsigned beside_count, struct place_answer *answer)
{
    const struct place_question q = {.name = name,
                                     .country = country,
                                     .lat = (double)NAN,
                                     .lon = (double)NAN,
                                     .beside = beside,
                                     .beside_count = beside_count,
                                     .is_whole = true};
    if (!place_resolve(r->resolver, &q, answer)) {
        r->is_failed = true;
        return false;
    }
    return answer->place != 0;
}

static unsigned people(const struct reading *r, gazetteer_id place)
{
    return place_resolver_gazetteer(r->resolver)->places[place].population;
}

/* Whether the town is large enough for what the words around say. */
static bool is_large_enough(const struct reading *r, gazetteer_id place, enum footing footing)
{
    unsigned least = footing == FOOTING_WEAK ? LEAST_WEAK : is_german(r) ? LEAST_NOUN : 0;
    return people(r, place) >= least;
}

/* The longest name of a place that begins here; the tokens that it takes, or 0. */
static size_t name_at(struct reading *r, size_t from, size_t last_end, struct place_answer *answer)
{
    const struct token *t = token_at(r, from);
    if (!t->is_capital || t->is_number || r->taken[from] == TAKEN_DATE || r->taken[from] == TAKEN_MEDIA)
        return 0;
    for (size_t count = MOST_NAME_TOKENS; count > 0; count--) {
        size_t to = from + count;
        if (!token_is_unbroken(r->tokens, from, count) || !token_at(r, to - 1)->is_capital ||
            is_other_word(r, from, count))
            continue;
        if (!ask(r, text_of(r, from, to), country_behind(r, to), NULL, 0, answer)) {
            if (r->is_failed)
                return 0;
            continue;
        }
        enum footing footing = footing_of(r, from, to, last_end);
        return footing && is_large_enough(r, answer->place, footing) ? count : 0;
    }
    return 0;
}

static void add_places(struct reading *r)
{
    size_t last_end = 0;
    for (size_t i = 0; i < r->tokens->count && !r->is_failed;) {
        struct place_answer answer;
        size_t count = name_at(r, i, last_end, &answer);
        if (!count) {
            i++;
            continue;
        }
        struct observation *o = reading_add(r, OBSERVED_PLACE, i, i + count, (struct span){NULL, 0});
        if (!o)
            return;
        o->place = answer.place;
        o->surety = answer.surety;
        i += count;
        last_end = i;
        if (country_behind(r, i).length)
            last_end = i + 1;
    }
}

struct context {
    gazetteer_id beside[MOST_BESIDE];
    unsigned beside_count;
    char country[3]; /* of most sure places, or "" */
};

static void see_context(const struct reading *r, size_t first, struct context *c)
{
    unsigned best = 0;
    *c = (struct context){0};
    for (size_t i = first; i < r->out->count; i++) {
        const struct observation *o = &r->out->items[i];
        if (o->kind == OBSERVED_PLACE && o->surety == PLACE_SURE && c->beside_count < MOST_BESIDE)
            c->beside[c->beside_count++] = o->place;
    }
    const struct gazetteer_place *places = place_resolver_gazetteer(r->resolver)->places;
    for (unsigned i = 0; i < c->beside_count; i++) {
        unsigned alike = 0;
        for (unsigned j = 0; j < c->beside_count; j++)
            alike += memcmp(places[c->beside[i]].country, places[c->beside[j]].country, 2) == 0;
        if (alike > best) {
            best = alike;
            memcpy(c->country, places[c->beside[i]].country, 2);
        }
    }
}

/* Asks again with what the rest of the text says: neighbours, the report's country, the country of most
 * places, those in which the language is spoken. */
static void ask_again(struct reading *r, const struct context *c, struct observation *o)
{
    struct span name = {r->tokens->text.at + o->start, o->end - o->start};
    struct span countries[VOCABULARY_COUNTRIES + 2];
    unsigned count = 0;
    struct place_answer answer;
    if (ask(r, name, (struct span){NULL, 0}, c->beside, c->beside_count, &answer) &&
        place_is_usable(&answer)) {
        o->place = answer.place;
        o->surety = answer.surety;
        return;
    }
    countries[count++] = r->country;
    countries[count++] = span_of(c->country);
    for (unsigned i = 0; i < r->words->country_count; i++)
        countries[count++] = (struct span){r->words->countries[i], 2};
    for (unsigned i = 0; i < count && !r->is_failed; i++)
        if (countries[i].length && ask(r, name, countries[i], NULL, 0, &answer) && place_is_usable(&answer)) {
            o->place = answer.place;
            o->surety = PLACE_LIKELY;
            return;
        }
}

static bool put_key(struct reading *r, struct observation *o)
{
    size_t begin = r->out->pool.length;
    gazetteer_key(place_resolver_gazetteer(r->resolver), o->place, &r->out->pool);
    o->value = (struct text_ref){begin, (uint32_t)(r->out->pool.length - begin)};
    r->is_failed = r->is_failed || !buffer_ok(&r->out->pool);
    return !r->is_failed;
}

void reading_places(struct reading *r)
{
    struct context context;
    size_t first = r->out->count;
    add_places(r);
    see_context(r, first, &context);
    size_t kept = first;
    for (size_t i = first; i < r->out->count && !r->is_failed; i++) {
        struct observation o = r->out->items[i];
        if (o.surety < PLACE_LIKELY)
            ask_again(r, &context, &o);
        if (o.surety >= PLACE_LIKELY && put_key(r, &o))
            r->out->items[kept++] = o;
    }
    r->out->count = kept;
}
