/* One ad, composed: who is offered where, by which contacts, in what words. */
#ifndef SIMULATION_ADVERT_H
#define SIMULATION_ADVERT_H

#include "base/buffer.h"
#include "simulation/world.h"

enum { ADVERT_IMAGES = 3 };

struct advert {
    uint32_t op, row, day;
    uint32_t person; /* of those the operator advertises, from 0 */
    uint32_t place;
    uint32_t site;     /* 0 to SITE_COUNT - 1 */
    uint32_t text;     /* which of the writer's texts */
    uint32_t let;      /* premises it is near, or UINT32_MAX */
    const char *alias; /* the advertised name */
    uint64_t images[ADVERT_IMAGES];
    uint32_t image_count;
    bool phone_in_column, phone_in_text;
    struct buffer phone, phone_in_words, second, mail, handle, title, body; /* empty where not given */
};

void advert_init(struct advert *ad);
void advert_release(struct advert *ad);

/* Composes the ad of event (op, row) on that day. False where memory ended. */
bool advert_compose(struct advert *ad, const struct world *world, uint64_t event, uint32_t day);

/* The words: title and body. */
void advert_write_words(struct advert *ad, const struct world *world, struct random *r);

#endif
