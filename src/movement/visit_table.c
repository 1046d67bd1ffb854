/* Visits: sightings sorted by entity, time and place, and neighbours at the same place made one. */
#include "movement/visit_table.h"

#include "base/memory.h"
#include "base/sort.h"
#include "places/coordinates.h"

#include <math.h>

void visit_table_release(struct visit_table *table)
{
    memory_free(table->visits);
    *table = (struct visit_table){0};
}

/* Times in the order of unsigned numbers. */
static uint64_t time_key(int64_t seconds)
{
    return (uint64_t)seconds ^ (uint64_t)1 << 63;
}

static size_t collect(const struct sighting_table *sightings, const uint32_t *entity_of,
                      struct sort_pair *pairs)
{
    size_t count = 0;
    for (size_t i = 0; i < sightings->count; i++) {
        const struct sighting *s = &sightings->sightings[i];
        if (s->place && s->begin != TIME_NONE && entity_of[s->record])
            pairs[count++] = (struct sort_pair){s->place, i};
    }
    return count;
}

/* A stable sort by the least weighty key first: place, time, entity. */
static bool sort_sightings(const struct sighting_table *sightings, const uint32_t *entity_of,
                           struct sort_pair *pairs, size_t count)
{
    if (!sort_pairs(pairs, count))
        return false;
    for (size_t i = 0; i < count; i++)
        pairs[i].key = time_key(sightings->sightings[pairs[i].value].begin);
    if (!sort_pairs(pairs, count))
        return false;
    for (size_t i = 0; i < count; i++)
        pairs[i].key = entity_of[sightings->sightings[pairs[i].value].record];
    return sort_pairs(pairs, count);
}

static uint32_t km_between(const struct sighting_table *sightings, place_id from, place_id to)
{
    const struct place *a = &sightings->places[from];
    const struct place *b = &sightings->places[to];
    if (isnan(a->lat) || isnan(b->lat))
        return 0;
    return (uint32_t)lround(coordinates_km(a->lat, a->lon, b->lat, b->lon));
}

static void add_sighting(const struct sighting_table *sightings, uint32_t entity, const struct sighting *s,
                         struct visit_table *out)
{
    int64_t end = s->end == TIME_NONE || s->end < s->begin ? s->begin : s->end;
    struct visit *last = out->count ? &out->visits[out->count - 1] : NULL;
    if (last && last->entity != entity)
        last = NULL;
    if (last && last->place == s->place) {
        last->sightings++;
        last->end = end > last->end ? end : last->end;
        return;
    }
    out->visits[out->count++] =
        (struct visit){.entity = entity,
                       .place = s->place,
                       .begin = s->begin,
                       .end = end,
                       .sightings = 1,
                       .km_from_previous = last ? km_between(sightings, last->place, s->place) : 0};
}

enum bowline_status visit_table_build(const struct sighting_table *sightings, const uint32_t *entity_of,
                                      struct visit_table *out, struct bowline_error *err)
{
    *out = (struct visit_table){0};
    struct sort_pair *pairs = memory_resize(NULL, sightings->count, sizeof *pairs);
    size_t count = pairs ? collect(sightings, entity_of, pairs) : 0;
    out->visits = memory_resize(NULL, count, sizeof *out->visits);
    bool is_done = pairs && out->visits && sort_sightings(sightings, entity_of, pairs, count);
    for (size_t i = 0; is_done && i < count; i++) {
        const struct sighting *s = &sightings->sightings[pairs[i].value];
        add_sighting(sightings, entity_of[s->record], s, out);
    }
    memory_free(pairs);
    if (is_done)
        return BOWLINE_OK;
    visit_table_release(out);
    return error_memory(err);
}
