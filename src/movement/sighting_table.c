/* Sightings: from the cells that say where a record is. */
#include "movement/sighting_table.h"

#include "base/intern.h"
#include "base/memory.h"
#include "base/sort.h"
#include "places/coordinates.h"
#include "places/place_key.h"

#include <math.h>
#include <stdlib.h>

#define MOST_BESIDE 8

struct where {
    struct span place, country, lat, lon;
    struct span others[MOST_BESIDE]; /* places that the record names besides */
    unsigned other_count;
};

void sighting_table_init(struct sighting_table *table)
{
    *table = (struct sighting_table){0};
    buffer_init(&table->pool, SIZE_MAX / 2);
}

void sighting_table_release(struct sighting_table *table)
{
    memory_free(table->places);
    memory_free(table->sightings);
    buffer_release(&table->pool);
    sighting_table_init(table);
}

static void set_first(struct span *at, struct span value)
{
    if (at->length == 0)
        *at = value;
}

/* The first value of each type that the default party has. */
static struct where where_of(const struct record_table *records, record_id id)
{
    struct where where = {0};
    enum party party = kind_default_party((enum record_kind)records->records[id].kind);
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++) {
        struct role role = cell_field(records, c)->role;
        bool is_other = role.party != party || where.place.length;
        if (role.type == TYPE_PLACE && is_other && where.other_count < MOST_BESIDE)
            where.others[where.other_count++] = cell_value(records, c);
        if (role.party != party)
            continue;
        switch (role.type) {
        case TYPE_PLACE: set_first(&where.place, cell_value(records, c)); break;
        case TYPE_COUNTRY: set_first(&where.country, cell_value(records, c)); break;
        case TYPE_LAT: set_first(&where.lat, cell_value(records, c)); break;
        case TYPE_LON: set_first(&where.lon, cell_value(records, c)); break;
        default: break;
        }
    }
    return where;
}

/* Both coordinates or neither. False where one was given and could not be read. */
static bool read_point(const struct where *where, struct sighting *sighting)
{
    sighting->lat = sighting->lon = (double)NAN;
    if (where->lat.length == 0 && where->lon.length == 0)
        return true;
    double lat;
    double lon;
    bool is_point = coordinate_read(where->lat, 90, &lat);
    is_point = coordinate_read(where->lon, 180, &lon) && is_point;
    if (is_point) {
        sighting->lat = lat;
        sighting->lon = lon;
    }
    return is_point;
}

struct collecting {
    struct sighting_table *out;
    struct place_resolver *resolver; /* or NULL */
    const struct gazetteer *gazetteer;
    size_t capacity;
    struct intern keys;
    gazetteer_id *known; /* [key]: of the gazetteer, or 0 */
    size_t known_capacity;
    struct buffer key; /* of the place at hand */
};

/* Asks for the record's place; those beside it that are sure help. False on failure of memory. */
static bool resolve(struct collecting *c, const struct where *where, const struct sighting *sighting,
                    struct place_answer *answer)
{
    gazetteer_id beside[MOST_BESIDE];
    struct place_question q = {
        .country = where->country, .lat = (double)NAN, .lon = (double)NAN, .beside = beside};
    *answer = (struct place_answer){0};
    if (!c->resolver)
        return true;
    for (unsigned i = 0; i < where->other_count; i++) {
        struct place_answer other;
        q.name = where->others[i];
        if (!place_resolve(c->resolver, &q, &other))
            return false;
        if (other.surety == PLACE_SURE)
            beside[q.beside_count++] = other.place;
    }
    q.name = where->place;
    q.lat = sighting->lat;
    q.lon = sighting->lon;
    return place_resolve(c->resolver, &q, answer);
}

/* The id of the place's key, 0 where there is none. False on failure of memory. */
static bool find_place(struct collecting *c, const struct where *where, struct sighting *sighting)
{
    struct place_answer answer;
    if (!resolve(c, where, sighting, &answer))
        return false;
    buffer_reset(&c->key);
    bool is_known = place_is_usable(&answer);
    if (is_known)
        gazetteer_key(c->gazetteer, answer.place, &c->key);
    else
        place_key(where->country, where->place, &c->key);
    sighting->surety = answer.surety;
    if (!buffer_ok(&c->key) || c->key.length == 0)
        return buffer_ok(&c->key);
    sighting->place = intern_put(&c->keys, buffer_all(&c->key));
    if (!sighting->place ||
        !memory_reserve(&c->known, &c->known_capacity, (size_t)sighting->place + 1, UINT32_MAX))
        return false;
    c->known[sighting->place] = is_known ? answer.place : 0;
    return true;
}

/* Latitude and longitude in each other's column: far from where the place is, and near it when exchanged. */
static void unswap_point(struct collecting *c, struct sighting *sighting)
{
    const double far_km = 200; /* beyond the extent of any town, and the slips of a map */
    const double near_km = 50; /* a town with what lies around it */
    gazetteer_id known = sighting->place ? c->known[sighting->place] : 0;
    if (!known || isnan(sighting->lat) || fabs(sighting->lon) > 90)
        return;
    double lat = gazetteer_lat(c->gazetteer, known);
    double lon = gazetteer_lon(c->gazetteer, known);
    if (coordinates_km(lat, lon, sighting->lat, sighting->lon) < far_km ||
        coordinates_km(lat, lon, sighting->lon, sighting->lat) > near_km)
        return;
    double given = sighting->lat;
    sighting->lat = sighting->lon;
    sighting->lon = given;
    c->out->swapped_coordinates++;
}

static bool add_record(struct collecting *c, const struct record_table *records, record_id id)
{
    struct where where = where_of(records, id);
    struct sighting sighting = {
        .record = id, .begin = records->records[id].begin, .end = records->records[id].end};
    if (!read_point(&where, &sighting))
        c->out->bad_coordinates++;
    if (!find_place(c, &where, &sighting))
        return false;
    unswap_point(c, &sighting);
    if (!sighting.place && isnan(sighting.lat))
        return true;
    if (!memory_reserve(&c->out->sightings, &c->capacity, c->out->count + 1, UINT32_MAX))
        return false;
    c->out->sightings[c->out->count++] = sighting;
    return true;
}

/* Gives the places their numbers by key. */
static bool rank_places(struct collecting *c)
{
    uint32_t count = c->keys.count;
    uint32_t *order = memory_new((size_t)count + 1, sizeof *order);
    uint32_t *rank = memory_new((size_t)count + 1, sizeof *rank);
    struct place *places = memory_new((size_t)count + 1, sizeof *places);
    bool is_done = order && rank && places;
    for (uint32_t i = 0; is_done && i < count; i++)
        order[i] = i + 1;
    is_done = is_done && sort_texts(&c->keys.pool, c->keys.refs, order, count);
    for (uint32_t i = 0; is_done && i < count; i++) {
        rank[order[i]] = i + 1;
        places[i + 1] =
            (struct place){c->keys.refs[order[i]], (double)NAN, (double)NAN, c->known[order[i]], false};
    }
    for (size_t i = 0; is_done && i < c->out->count; i++)
        if (c->out->sightings[i].place)
            c->out->sightings[i].place = rank[c->out->sightings[i].place];
    c->out->places = places;
    c->out->place_count = is_done ? count : 0;
    c->out->pool = c->keys.pool;
    buffer_init(&c->keys.pool, SIZE_MAX / 2);
    memory_free(order);
    memory_free(rank);
    return is_done;
}

static int compare_reals(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t count)
{
    if (count == 0)
        return (double)NAN;
    qsort(values, count, sizeof *values, compare_reals);
    size_t half = count / 2;
    return count % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/* Points by place: next[p] .. are the places in `values` for place p. */
static void place_medians(struct sighting_table *table, size_t *next, double *values, bool is_lat)
{
    memset(next, 0, ((size_t)table->place_count + 2) * sizeof *next);
    for (size_t i = 0; i < table->count; i++)
        if (table->sightings[i].place && !isnan(table->sightings[i].lat))
            next[table->sightings[i].place + 1]++;
    for (uint32_t p = 1; p <= table->place_count; p++)
        next[p + 1] += next[p];
    for (size_t i = 0; i < table->count; i++) {
        const struct sighting *s = &table->sightings[i];
        if (s->place && !isnan(s->lat))
            values[next[s->place]++] = is_lat ? s->lat : s->lon;
    }
    for (uint32_t p = 1; p <= table->place_count; p++) {
        size_t begin = p > 1 ? next[p - 1] : 0;
        double middle = median(values + begin, next[p] - begin);
        *(is_lat ? &table->places[p].lat : &table->places[p].lon) = middle;
    }
}

/* Where no record says where a place is, the gazetteer does. */
static void look_up_places(struct sighting_table *table, const struct gazetteer *gazetteer)
{
    for (uint32_t p = 1; p <= table->place_count; p++) {
        struct place *place = &table->places[p];
        if (!place->gazetteer || !isnan(place->lat))
            continue;
        place->lat = gazetteer_lat(gazetteer, place->gazetteer);
        place->lon = gazetteer_lon(gazetteer, place->gazetteer);
        place->is_looked_up = true;
    }
}

static bool locate_places(struct sighting_table *table)
{
    size_t *next = memory_new((size_t)table->place_count + 2, sizeof *next);
    double *values = memory_new(table->count, sizeof *values);
    bool is_done = next && values;
    if (is_done) {
        place_medians(table, next, values, true);
        place_medians(table, next, values, false);
    }
    memory_free(next);
    memory_free(values);
    return is_done;
}

enum bowline_status sighting_table_build(const struct record_table *records, struct place_resolver *resolver,
                                         struct sighting_table *out, struct bowline_error *err)
{
    const struct gazetteer *gazetteer = resolver ? place_resolver_gazetteer(resolver) : NULL;
    struct collecting collecting = {.out = out, .resolver = resolver, .gazetteer = gazetteer};
    sighting_table_init(out);
    intern_init(&collecting.keys);
    buffer_init(&collecting.key, UINT32_MAX);
    bool is_done = true;
    for (uint64_t id = 1; is_done && id <= records->count; id++)
        is_done = add_record(&collecting, records, (record_id)id);
    is_done = is_done && rank_places(&collecting) && locate_places(out);
    if (is_done && gazetteer)
        look_up_places(out, gazetteer);
    intern_release(&collecting.keys);
    memory_free(collecting.known);
    buffer_release(&collecting.key);
    if (is_done)
        return BOWLINE_OK;
    sighting_table_release(out);
    return error_memory(err);
}
