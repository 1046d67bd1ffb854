/* Keys of places as truth has them. */
#include "reports/truth_places.h"

#include <math.h>

void truth_places_init(struct truth_places *places)
{
    *places = (struct truth_places){.resolver = NULL};
    buffer_init(&places->key, 1 << 16);
}

void truth_places_release(struct truth_places *places)
{
    place_resolver_free(places->resolver);
    gazetteer_release(&places->gazetteer);
    buffer_release(&places->key);
}

static enum bowline_status open_resolver(struct truth_places *places, struct bowline_error *err)
{
    if (places->resolver)
        return BOWLINE_OK;
    enum bowline_status status = gazetteer_open(&places->gazetteer, err);
    if (status != BOWLINE_OK)
        return status;
    places->resolver = place_resolver_new(&places->gazetteer, &place_limits_default);
    return places->resolver ? BOWLINE_OK : error_memory(err);
}

enum bowline_status truth_place_key(struct truth_places *places, struct span key, struct span *out,
                                    struct bowline_error *err)
{
    const char *colon = memchr(key.at, ':', key.length);
    struct place_answer answer;
    *out = key;
    if (!colon)
        return BOWLINE_OK;
    enum bowline_status status = open_resolver(places, err);
    if (status != BOWLINE_OK)
        return status;
    size_t country = (size_t)(colon - key.at);
    struct place_question q = {.country = {key.at, country},
                               .name = {colon + 1, key.length - country - 1},
                               .lat = (double)NAN,
                               .lon = (double)NAN,
                               .is_whole = true};
    if (!place_resolve(places->resolver, &q, &answer))
        return error_memory(err);
    if (!place_is_usable(&answer))
        return BOWLINE_OK;
    buffer_reset(&places->key);
    gazetteer_key(&places->gazetteer, answer.place, &places->key);
    *out = buffer_all(&places->key);
    return buffer_ok(&places->key) ? BOWLINE_OK : error_memory(err);
}
