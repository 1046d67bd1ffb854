/* Two places at once, and travel that is not possible: each sighting against those before it. */
#include "movement/meetings.h"

#include "base/memory.h"
#include "base/sort.h"
#include "places/coordinates.h"

#include <math.h>

const struct conflict_options conflict_defaults = {.kmh_most = 160, .hours_free = 1, .km_least = 30};

enum { DAY = 86400, HOUR = 3600 };

void conflict_list_release(struct conflict_list *list)
{
    memory_free(list->rows);
    *list = (struct conflict_list){0};
}

/* When it must have been there at the latest to leave, and at the earliest to have come. */
static int64_t leaves(const struct sighting *s)
{
    bool is_long = s->end != TIME_NONE && s->end - s->begin > DAY;
    return is_long ? s->end - DAY : s->begin;
}

static int64_t arrives(const struct sighting *s)
{
    int64_t end = s->end == TIME_NONE || s->end < s->begin ? s->begin : s->end;
    return end - s->begin > DAY ? s->begin + DAY : end;
}

struct judging {
    const struct sighting_table *sightings;
    const struct conflict_options *options;
    struct conflict_list *out;
    size_t capacity;
    struct conflict found[2]; /* of the entity at hand */
};

/* a does not begin after b. */
static void judge(struct judging *j, uint32_t entity, const struct sighting *a, const struct sighting *b)
{
    const struct place *from = &j->sightings->places[a->place];
    const struct place *to = &j->sightings->places[b->place];
    if (a->place == b->place || isnan(from->lat) || isnan(to->lat))
        return;
    double km = coordinates_km(from->lat, from->lon, to->lat, to->lon);
    int64_t seconds = arrives(b) - leaves(a);
    double needed = (km / j->options->kmh_most - j->options->hours_free) * HOUR;
    bool is_twice = (double)seconds < -j->options->hours_free * HOUR;
    if (km < j->options->km_least || (!is_twice && (double)seconds >= needed))
        return;
    struct conflict *c = &j->found[is_twice ? CONFLICT_TWICE : CONFLICT_FAST];
    if (c->count++ == 0)
        *c = (struct conflict){entity,    (uint8_t)(is_twice ? CONFLICT_TWICE : CONFLICT_FAST),
                               1,         a->record,
                               b->record, (uint32_t)lround(km),
                               seconds};
}

static bool keep_found(struct judging *j)
{
    for (int k = 0; k < 2; k++) {
        if (j->found[k].count == 0)
            continue;
        if (!memory_reserve(&j->out->rows, &j->capacity, j->out->count + 1, UINT32_MAX))
            return false;
        j->out->rows[j->out->count++] = j->found[k];
        j->found[k].count = 0;
    }
    return true;
}

static bool judge_all(struct judging *j, const struct sort_pair *pairs, size_t count)
{
    const struct sighting *all = j->sightings->sightings;
    const struct sighting *latest = NULL; /* ends last of those before */
    bool is_done = true;
    for (size_t i = 0; is_done && i < count; i++) {
        const struct sighting *s = &all[pairs[i].value];
        bool is_first = i == 0 || pairs[i].key != pairs[i - 1].key;
        if (is_first) {
            is_done = keep_found(j);
            latest = s;
            continue;
        }
        const struct sighting *before = &all[pairs[i - 1].value];
        judge(j, (uint32_t)pairs[i].key, before, s);
        if (latest != before)
            judge(j, (uint32_t)pairs[i].key, latest, s);
        if (leaves(s) >= leaves(latest))
            latest = s;
    }
    return is_done && keep_found(j);
}

enum bowline_status conflict_list_build(const struct sighting_table *sightings, const uint32_t *entity_of,
                                        const struct conflict_options *options, struct conflict_list *out,
                                        struct bowline_error *err)
{
    struct judging j = {.sightings = sightings, .options = options, .out = out};
    struct sort_pair *pairs = memory_new(sightings->count, sizeof *pairs);
    size_t count = 0;
    *out = (struct conflict_list){0};
    for (size_t i = 0; pairs && i < sightings->count; i++) {
        const struct sighting *s = &sightings->sightings[i];
        if (s->place && s->begin != TIME_NONE && entity_of[s->record])
            pairs[count++] = (struct sort_pair){(uint64_t)s->begin ^ (uint64_t)1 << 63, i};
    }
    bool is_done = pairs && sort_pairs(pairs, count);
    for (size_t i = 0; is_done && i < count; i++)
        pairs[i].key = entity_of[sightings->sightings[pairs[i].value].record];
    is_done = is_done && sort_pairs(pairs, count) && judge_all(&j, pairs, count);
    memory_free(pairs);
    if (is_done)
        return BOWLINE_OK;
    conflict_list_release(out);
    return error_memory(err);
}
