/* The places that the binary knows: GeoNames' towns with their names in many languages
 * (docs/methods/places.md says which; CC BY 4.0). Opened once a run, then read by any thread. */
#ifndef PLACES_GAZETTEER_H
#define PLACES_GAZETTEER_H

#include "base/buffer.h"
#include "base/error.h"

typedef uint32_t gazetteer_id; /* 1 upwards, by country, region, population; 0 is none */

struct gazetteer_place {
    uint32_t name;      /* its own, an index of names; the others follow it */
    uint32_t region_at; /* GeoNames' code of the region, in the pool */
    uint32_t population;
    int16_t lat, lon; /* hundredths of a degree */
    char country[2];  /* ISO 3166-1, capital letters */
    uint8_t region_length;
};

/* That a place is called so. Names that are alike form a chain. */
struct gazetteer_name {
    uint32_t at; /* folded (places/fold.h), in the pool */
    uint32_t next;
    gazetteer_id place;
    uint8_t length;
    uint8_t is_own; /* the place's own name, not another one of it */
};

struct gazetteer {
    struct buffer pool;
    struct gazetteer_place *places; /* [1 .. place_count] */
    struct gazetteer_name *names;   /* [1 .. name_count] */
    uint32_t *slots;                /* heads of chains, by hash; 0 is empty */
    uint32_t place_count, name_count, slot_count;
    size_t places_capacity, names_capacity;
};

/* Cost: some 20 ms and 12 MB. */
enum bowline_status gazetteer_open(struct gazetteer *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void gazetteer_release(struct gazetteer *gazetteer);

/* The first of the names that are this text (folded), or 0; names[].next leads on. One hash look-up. */
uint32_t gazetteer_find(const struct gazetteer *gazetteer, struct span folded);

/* Calls a place by one more name, folded: a nickname, a district. One that it has already stays one. */
bool gazetteer_add_name(struct gazetteer *gazetteer, struct span folded, gazetteer_id place);

struct span gazetteer_text(const struct gazetteer *gazetteer, uint32_t name);
struct span gazetteer_region(const struct gazetteer *gazetteer, gazetteer_id place);
double gazetteer_lat(const struct gazetteer *gazetteer, gazetteer_id place);
double gazetteer_lon(const struct gazetteer *gazetteer, gazetteer_id place);

/* Appends the place's key: "be:antwerp". Where its country has a larger place of that name, the region stands
 * behind it ("us:springfield.il"), and the rank where that does not tell them apart ("us:union.nj.2"). */
void gazetteer_key(const struct gazetteer *gazetteer, gazetteer_id place, struct buffer *out);

/* The place of a key as gazetteer_key writes it, or 0. */
gazetteer_id gazetteer_of_key(const struct gazetteer *gazetteer, struct span key);

#endif
