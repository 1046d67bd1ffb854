/* Customers' files. Shares are percentages, all assumed. */
#include "simulation/on_file.h"

#include "base/hash.h"
#include "simulation/contact.h"
#include "simulation/deals.h"
#include "simulation/values.h"

enum { BANK_ANSWERS = 70, PHONE_GIVEN = 90, MAIL_GIVEN = 55, BRANCH_PHONE = 3, HEAD_OF_FAMILY = 20 };
enum { DOCUMENT_NOTED = 85, RENEWED = 20 };
enum { CARRIER_ANSWERS = 60, BORROWED = 8, SECOND_HAND = 6, HANDSET_DAYS = 420, YEAR = 365 };

/* A number from 0 to 99 that an actor keeps. */
static uint32_t lot(const struct world *world, uint32_t op, uint32_t what)
{
    return (uint32_t)(world_hash(world, FOR_FILE, op, what) % 100);
}

static struct ends_known ends(const struct world *world, uint32_t from, uint32_t to, uint32_t what,
                              uint32_t most)
{
    struct ends_known known = {lot(world, from, what) < most, lot(world, to, what) < most};
    known.from = known.from || !known.to;
    return known;
}

struct ends_known ends_by_bank(const struct world *world, uint32_t from, uint32_t to)
{
    return ends(world, from, to, 0, BANK_ANSWERS);
}

struct ends_known ends_by_carrier(const struct world *world, uint32_t from, uint32_t to)
{
    return ends(world, from, to, 6, CARRIER_ANSWERS);
}

/* Of the few who give none, the branch's own number stands in the file; of some families the same for all. */
bool file_phone(const struct world *world, uint32_t op, uint32_t day, struct phone_use *out)
{
    const struct actor *o = &world->actors[op];
    struct range firms = world->kinds[ACTOR_COMPANY];
    if (lot(world, op, 1) >= PHONE_GIVEN)
        return false;
    *out = (struct phone_use){
        .op = op, .country = COUNTRY_COUNT, .slot = actor_epoch(world, op, day / YEAR * YEAR)};
    if (lot(world, op, 2) < BRANCH_PHONE)
        *out = (struct phone_use){.op = firms.first + o->place % firms.count, .country = COUNTRY_COUNT};
    else if (o->traits & TRAIT_FAMILY && lot(world, o->group, 3) < HEAD_OF_FAMILY)
        *out = (struct phone_use){.op = o->group, .country = COUNTRY_COUNT};
    return true;
}

bool file_has_mail(const struct world *world, uint32_t op)
{
    return lot(world, op, 4) < MAIL_GIVEN;
}

/* Who stays at a hotel shows the same document there, as long as it is not renewed. */
void file_document_write(struct buffer *out, const struct world *world, uint32_t op, uint32_t day)
{
    enum actor_kind kind = (enum actor_kind)world->actors[op].kind;
    uint64_t person = world_hash(world, FOR_NAME, op, 0);
    bool is_firm = kind == ACTOR_AGENCY || kind == ACTOR_COMPANY || kind == ACTOR_HOTEL || kind == ACTOR_SITE;
    bool renewed = lot(world, op, 7) < RENEWED && day > world_hash(world, FOR_FILE, op, 8) % world->days;
    if (!is_firm && lot(world, op, 9) < DOCUMENT_NOTED)
        document_write(out, renewed ? hash_mix(person + 1) : person);
}

/* Bought second-hand: what somebody of the same kind used before. */
static uint64_t handset_of(const struct world *world, uint32_t op, uint32_t day)
{
    uint32_t first = (uint32_t)(world_hash(world, FOR_FILE, op, 5) % HANDSET_DAYS);
    uint32_t which = (day + first) / HANDSET_DAYS;
    uint32_t before = op - 1;
    bool bought = which && op && world->actors[before].kind == world->actors[op].kind &&
                  world_hash(world, FOR_FILE, op, 10 + which) % 100 < SECOND_HAND;
    return bought ? world_hash(world, FOR_FILE, before, 20 + which - 1)
                  : world_hash(world, FOR_FILE, op, 20 + which);
}

/* The check digit of Luhn over fourteen digits. */
static unsigned check_digit(uint64_t digits)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < 14; i++, digits /= 10) {
        unsigned digit = (unsigned)(digits % 10) * (i % 2 ? 1 : 2);
        sum += digit / 10 + digit % 10;
    }
    return (10 - sum % 10) % 10;
}

void handset_write(struct buffer *out, const struct world *world, uint32_t op, uint32_t day,
                   struct random *random)
{
    const struct ring *ring = world_ring(world, op);
    bool borrowed = random_below(random, 100) < BORROWED;
    uint32_t lender = ring ? ring->first + random_below(random, ring->count)
                      : world->actors[op].group_size > 1 || world->actors[op].group != op
                          ? group_mate(world, op, random)
                          : op;
    uint64_t digits = handset_of(world, borrowed ? lender : op, day) % 1000000000000;
    buffer_format(out, "imei:%014llu%u", (unsigned long long)digits, check_digit(digits));
}
