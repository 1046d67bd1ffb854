/* One ad, composed: who is offered where, by which contacts, in what words. */
#ifndef SIMULATION_ADVERT_H
#define SIMULATION_ADVERT_H

#include "base/buffer.h"
#include "simulation/forms.h"
#include "simulation/world.h"

enum { ADVERT_IMAGES = 3 };

enum advert_part {
    PART_TITLE,
    PART_BODY,
    PART_PHONE,       /* as its column has it */
    PART_PHONE_WORDS, /* as the text has it */
    PART_PHONE_VALUE, /* E.164 */
    PART_SECOND,      /* a number shared with others */
    PART_SECOND_VALUE,
    PART_FOOTER, /* the site's number */
    PART_FOOTER_VALUE,
    PART_MAIL,       /* e-mail, as it is */
    PART_MAIL_WORDS, /* as the text has it */
    PART_HANDLE,
    PART_WEBSITE, /* host/path */
    PART_LINK,    /* as the text has it */
    PART_SCRATCH,
    PARTS
};

struct advert {
    uint32_t op, row, day;
    uint32_t person; /* of those the operator advertises, from 0 */
    uint32_t place;
    uint32_t site; /* 0 to SITE_COUNT - 1 */
    uint32_t text; /* which of the writer's texts */
    uint32_t let;  /* premises it is near, or UINT32_MAX */
    uint32_t language;
    const char *alias; /* the advertised name */
    uint64_t images[ADVERT_IMAGES];
    uint32_t image_count;
    enum contact_form phone_form, mail_form;
    bool hidden; /* its contacts are written to be hidden */
    bool phone_in_column, phone_in_text, mail_in_text;
    bool has_notice, has_hotline; /* what the site adds */
    struct buffer parts[PARTS];   /* empty where not given */
};

void advert_init(struct advert *ad);
void advert_release(struct advert *ad);

/* Composes the ad of event (op, row) on that day. False where memory ended. */
bool advert_compose(struct advert *ad, const struct world *world, uint64_t event, uint32_t day);

/* The words: title and body. */
void advert_write_words(struct advert *ad, const struct world *world, struct random *r);

/* Whom an ad offers, and where: without the rest of it. */
struct subject {
    uint32_t person, place;
    uint32_t text;
};
struct subject advert_subject(const struct world *world, uint32_t op, uint32_t row, uint32_t day);

static inline struct span advert_part(const struct advert *ad, enum advert_part part)
{
    return buffer_all(&ad->parts[part]);
}

#endif
