/* One text: its language, its tokens, the readers one after the other, and who says what. */
#include "observations/observer.h"

#include "base/memory.h"
#include "observations/reading.h"

#include <stdlib.h>

#define MOST_OBSERVATIONS (1u << 28)
#define LANGUAGE_TOKENS   2000 /* by which a language is told */

extern const char observations_words_de[], observations_words_en[], observations_words_fr[],
    observations_words_nl[];

struct observer {
    struct vocabulary words[OBSERVER_LANGUAGES];
    struct token_list tokens;
    struct place_resolver *resolver;
    uint8_t *taken;
    size_t taken_capacity;
};

const char *observation_kind_name(enum observation_kind kind)
{
    static const char *const names[] = {"count", "date", "place", "source"};
    return names[kind];
}

const char *qualifier_name(enum qualifier qualifier)
{
    static const char *const names[] = {"exact", "about", "more than", "less than", "at least", "up to"};
    return names[qualifier];
}

enum bowline_status observer_new(struct place_resolver *resolver, struct observer **out,
                                 struct bowline_error *err)
{
    const char *const lists[OBSERVER_LANGUAGES] = {observations_words_en, observations_words_nl,
                                                   observations_words_fr, observations_words_de};
    struct observer *o = memory_new(1, sizeof *o);
    enum bowline_status status = o ? BOWLINE_OK : error_memory(err);
    *out = NULL;
    if (o) {
        token_list_init(&o->tokens);
        o->resolver = resolver;
    }
    for (unsigned l = 0; l < OBSERVER_LANGUAGES && status == BOWLINE_OK; l++)
        status = vocabulary_read(&o->words[l], lists[l], err);
    if (status == BOWLINE_OK)
        *out = o;
    else
        observer_free(o);
    return status;
}

void observer_free(struct observer *o)
{
    if (!o)
        return;
    for (unsigned l = 0; l < OBSERVER_LANGUAGES; l++)
        vocabulary_release(&o->words[l]);
    token_list_release(&o->tokens);
    memory_free(o->taken);
    memory_free(o);
}

void observation_list_init(struct observation_list *list)
{
    *list = (struct observation_list){0};
    buffer_init(&list->pool, SIZE_MAX / 2);
}

void observation_list_release(struct observation_list *list)
{
    memory_free(list->items);
    buffer_release(&list->pool);
    observation_list_init(list);
}

struct observation *reading_add(struct reading *r, enum observation_kind kind, size_t from, size_t to,
                                struct span value)
{
    struct observation_list *out = r->out;
    struct text_ref kept = buffer_keep(&out->pool, value);
    if (!buffer_ok(&out->pool) ||
        !memory_reserve(&out->items, &out->capacity, out->count + 1, MOST_OBSERVATIONS)) {
        r->is_failed = true;
        return NULL;
    }
    struct observation *o = &out->items[out->count++];
    *o = (struct observation){.start = token_at(r, from)->start,
                              .end = token_at(r, to - 1)->end,
                              .sentence = token_at(r, from)->sentence,
                              .kind = (uint8_t)kind,
                              .value = kept};
    return o;
}

/* The language with most of its common words in the text; NULL where none has any. */
static const struct vocabulary *language_of(const struct observer *o)
{
    size_t best = 0;
    const struct vocabulary *found = NULL;
    size_t count = o->tokens.count < LANGUAGE_TOKENS ? o->tokens.count : LANGUAGE_TOKENS;
    for (unsigned l = 0; l < OBSERVER_LANGUAGES; l++) {
        size_t hits = 0;
        for (size_t i = 0; i < count; i++)
            hits += vocabulary_find(&o->words[l], token_phrase(&o->tokens, i, 1), CLASS_COMMON) != NULL;
        if (hits > best) {
            best = hits;
            found = &o->words[l];
        }
    }
    return found;
}

static int compare_places(const void *a, const void *b)
{
    const struct observation *x = a;
    const struct observation *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

static uint32_t apart(const struct observation *a, const struct observation *b)
{
    return a->start > b->end ? a->start - b->end : b->start > a->end ? b->start - a->end : 0;
}

static void say_by(struct observation *o, const struct observation *source)
{
    uint32_t distance = apart(o, source);
    if (o->kind == OBSERVED_SOURCE || (o->said_apart && o->said_apart <= distance + 1))
        return;
    o->said_apart = distance + 1;
    o->attribution = source->value;
}

/* Each gets the nearest source of its sentence, else the agency at the text's beginning. Sorted by bytes. */
static void attribute(struct observation *items, size_t count, bool has_dateline)
{
    const struct observation *dateline = NULL;
    const struct observation *last = NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_dateline = has_dateline && !dateline && items[i].kind == OBSERVED_SOURCE;
        if (is_dateline)
            dateline = &items[i];
        else if (items[i].kind == OBSERVED_SOURCE)
            last = &items[i];
        else if (last && last->sentence == items[i].sentence)
            say_by(&items[i], last);
    }
    last = NULL;
    for (size_t i = count; i-- > 0;) {
        if (items[i].kind == OBSERVED_SOURCE && &items[i] != dateline)
            last = &items[i];
        else if (last && last->sentence == items[i].sentence)
            say_by(&items[i], last);
        if (dateline && items[i].kind != OBSERVED_SOURCE && !items[i].said_apart)
            items[i].attribution = dateline->value;
    }
}

static bool make_room(struct observer *o)
{
    if (!memory_reserve(&o->taken, &o->taken_capacity, o->tokens.count + 1, SIZE_MAX / 2))
        return false;
    memset(o->taken, TAKEN_NOT, o->tokens.count + 1);
    return true;
}

bool observer_read(struct observer *o, struct span text, int64_t day, struct span country,
                   struct observation_list *out)
{
    if (text.length >= UINT32_MAX)
        return true;
    if (!token_list_read(&o->tokens, text) || !make_room(o))
        return false;
    const struct vocabulary *words = language_of(o);
    if (!words)
        return true;
    token_list_split(&o->tokens, words);
    size_t first = out->count;
    struct reading r = {.tokens = &o->tokens,
                        .words = words,
                        .resolver = o->resolver,
                        .country = country,
                        .day = day,
                        .taken = o->taken,
                        .out = out};
    reading_dates(&r);
    reading_sources(&r);
    bool has_dateline = out->count > first && r.has_dateline;
    reading_counts(&r);
    reading_places(&r);
    if (r.is_failed)
        return false;
    if (out->count == first)
        return true;
    qsort(out->items + first, out->count - first, sizeof *out->items, compare_places);
    attribute(out->items + first, out->count - first, has_dateline);
    return true;
}
