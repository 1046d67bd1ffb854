/* Resolving: what a pair of name and country can mean is found once and remembered; which of these is meant
 * is decided for each question, as that may depend on what stands beside. */
#include "places/place_resolver.h"

#include "base/intern.h"
#include "base/memory.h"
#include "places/coordinates.h"
#include "places/country.h"
#include "places/fold.h"
#include "places/near_names.h"
#include "places/place_spelling.h"

#include <math.h>

#define MOST_CELL  ((size_t)400) /* bytes; a longer cell is a text */
#define MOST_MEMOS (1u << 22)

const struct place_limits place_limits_default = {
    .sole_town = 5000, .large_town = 100000, .far_larger = 20, .larger = 5, .other_name = 4, .near_km = 60};

/* What a name and a country mean by themselves. */
struct meaning {
    uint32_t name; /* the chain of names to choose from, or 0 */
    struct place_answer by_itself;
    char country[2]; /* that the cells give, or zeros */
};

struct place_resolver {
    const struct gazetteer *gazetteer;
    struct place_limits limits;
    struct near_names near; /* made at the first slip */
    struct intern asked;    /* country, a line end, name */
    struct meaning *meanings;
    size_t meanings_capacity;
    struct buffer question, folded, variant, again;
    bool is_failed;
};

struct place_resolver *place_resolver_new(const struct gazetteer *gazetteer,
                                          const struct place_limits *limits)
{
    struct place_resolver *r = memory_new(1, sizeof *r);
    if (!r)
        return NULL;
    r->gazetteer = gazetteer;
    r->limits = *limits;
    intern_init(&r->asked);
    buffer_init(&r->question, 4 * MOST_CELL);
    buffer_init(&r->folded, 40 * MOST_CELL);
    buffer_init(&r->variant, 40 * MOST_CELL);
    buffer_init(&r->again, 40 * MOST_CELL);
    return r;
}

void place_resolver_free(struct place_resolver *r)
{
    if (!r)
        return;
    near_names_release(&r->near);
    intern_release(&r->asked);
    memory_free(r->meanings);
    buffer_release(&r->question);
    buffer_release(&r->folded);
    buffer_release(&r->variant);
    buffer_release(&r->again);
    memory_free(r);
}

const struct gazetteer *place_resolver_gazetteer(const struct place_resolver *r)
{
    return r->gazetteer;
}

static bool is_in(const struct gazetteer_place *place, const char country[2])
{
    return country[0] == 0 || memcmp(place->country, country, 2) == 0;
}

static double weight_of(const struct place_resolver *r, uint32_t name)
{
    const struct gazetteer_name *n = &r->gazetteer->names[name];
    double people = (double)r->gazetteer->places[n->place].population + 1;
    return n->is_own ? people : people / r->limits.other_name;
}

/* The heaviest and the next of candidates. */
struct contest {
    gazetteer_id first;
    double first_weight, second_weight;
};

static void contest_add(struct contest *c, gazetteer_id place, double weight)
{
    if (place == c->first) {
        c->first_weight = fmax(c->first_weight, weight);
        return;
    }
    if (weight <= c->first_weight) {
        c->second_weight = fmax(c->second_weight, weight);
        return;
    }
    c->second_weight = c->first_weight;
    c->first = place;
    c->first_weight = weight;
}

static enum place_surety judge(const struct place_resolver *r, const struct contest *c, bool has_country)
{
    if (!c->first)
        return PLACE_UNKNOWN;
    bool is_sole = c->second_weight == 0;
    if (has_country && is_sole)
        return PLACE_SURE;
    if (is_sole)
        return r->gazetteer->places[c->first].population >= r->limits.sole_town ? PLACE_SURE : PLACE_LIKELY;
    double ratio = c->first_weight / c->second_weight;
    if (ratio >= r->limits.far_larger)
        return PLACE_SURE;
    return ratio >= r->limits.larger * (has_country ? 1 : 2) ? PLACE_LIKELY : PLACE_UNSURE;
}

/* By the number of people alone, among the chain of a name. */
static bool weigh_chain(const struct place_resolver *r, struct span folded, struct meaning *m)
{
    struct contest contest = {0};
    uint32_t head = gazetteer_find(r->gazetteer, folded);
    for (uint32_t n = head; n; n = r->gazetteer->names[n].next)
        if (is_in(&r->gazetteer->places[r->gazetteer->names[n].place], m->country))
            contest_add(&contest, r->gazetteer->names[n].place, weight_of(r, n));
    if (!contest.first)
        return false;
    m->name = head;
    m->by_itself = (struct place_answer){.place = contest.first,
                                         .surety = (uint8_t)judge(r, &contest, m->country[0] != 0),
                                         .reading = READ_WHOLE};
    return true;
}

/* A reset forgives; the resolver does not. */
static void restart(struct place_resolver *r, struct buffer *b)
{
    r->is_failed = r->is_failed || !buffer_ok(b);
    buffer_reset(b);
}

/* A change to the name that may bring it into the gazetteer; what comes out is a part of what was written. */
static bool weigh_changed(struct place_resolver *r, struct span folded, struct meaning *m)
{
    static bool (*const changes[])(struct span, struct buffer *) = {place_without_numbers,
                                                                    place_without_area};
    restart(r, &r->variant);
    if (place_with_umlauts(folded, &r->variant) && weigh_chain(r, buffer_all(&r->variant), m))
        return true;
    for (unsigned s = 0; s < PLACE_SAINTS; s++) {
        restart(r, &r->variant);
        if (place_with_saint(folded, s, &r->variant) && weigh_chain(r, buffer_all(&r->variant), m))
            return true;
    }
    struct span rest = folded;
    for (unsigned i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        struct buffer *out = i ? &r->again : &r->variant;
        restart(r, out);
        if (!changes[i](rest, out))
            continue;
        rest = buffer_all(out);
        if (weigh_chain(r, rest, m)) {
            m->by_itself.reading = READ_PART;
            return true;
        }
    }
    return false;
}

static bool weigh_piece(struct place_resolver *r, struct span piece, struct meaning *m)
{
    restart(r, &r->folded);
    place_fold(piece, &r->folded);
    struct span folded = buffer_all(&r->folded);
    return folded.length && (weigh_chain(r, folded, m) || weigh_changed(r, folded, m));
}

struct slip_contest {
    const struct place_resolver *resolver;
    const struct meaning *meaning;
    struct span folded;
    struct contest contest;
};

static void visit_slip(void *context, uint32_t name, unsigned slips)
{
    struct slip_contest *s = context;
    (void)slips;
    const struct gazetteer *g = s->resolver->gazetteer;
    const char *country = s->meaning->country;
    for (uint32_t n = name; n; n = g->names[n].next) {
        const struct gazetteer_place *place = &g->places[g->names[n].place];
        bool is_plausible = country[0] ? is_in(place, country)
                                       : place->population >= s->resolver->limits.large_town &&
                                             s->folded.at[0] == gazetteer_text(g, name).at[0];
        if (is_plausible)
            contest_add(&s->contest, g->names[n].place, weight_of(s->resolver, n));
    }
}

/* The least number of slips by which any name can be meant, weighed as equal names are. */
static void weigh_slips(struct place_resolver *r, struct span piece, struct meaning *m)
{
    if (!r->near.parts && !near_names_build(r->gazetteer, &r->near)) {
        r->is_failed = true;
        return;
    }
    restart(r, &r->folded);
    restart(r, &r->variant);
    place_fold(piece, &r->folded);
    struct span folded = buffer_all(&r->folded);
    if (place_without_numbers(folded, &r->variant))
        folded = buffer_all(&r->variant);
    struct slip_contest s = {.resolver = r, .meaning = m, .folded = folded};
    near_names_find(r->gazetteer, &r->near, folded, visit_slip, &s);
    enum place_surety surety = judge(r, &s.contest, m->country[0] != 0);
    if (surety == PLACE_UNKNOWN)
        return;
    m->by_itself = (struct place_answer){.place = s.contest.first,
                                         .surety = surety == PLACE_SURE ? PLACE_LIKELY : surety,
                                         .reading = READ_SLIP};
}

/* "Leuven, Belgium" names its country behind; "Luxembourg" is a town of the country of that name. */
static void read_country(struct span pieces[PLACE_PIECES], unsigned *count, struct meaning *m)
{
    char code[3];
    if (*count > 1 && country_code(pieces[*count - 1], code)) {
        if (!m->country[0])
            memcpy(m->country, code, 2);
        --*count;
    } else if (*count == 1 && !m->country[0] && pieces[0].length > 3 && country_code(pieces[0], code))
        memcpy(m->country, code, 2);
}

static void find_meaning(struct place_resolver *r, const struct place_question *q, struct meaning *m)
{
    struct span pieces[PLACE_PIECES];
    char code[3];
    *m = (struct meaning){0};
    if (country_code(span_trim(q->country), code))
        memcpy(m->country, code, 2);
    unsigned count = place_pieces(q->name, pieces);
    read_country(pieces, &count, m);
    if (count == 0)
        return;
    if (q->is_whole) {
        restart(r, &r->folded);
        place_fold(q->name, &r->folded);
        weigh_chain(r, buffer_all(&r->folded), m);
        return;
    }
    const char *end = pieces[count - 1].at + pieces[count - 1].length;
    if (weigh_piece(r, (struct span){pieces[0].at, (size_t)(end - pieces[0].at)}, m))
        return;
    for (unsigned i = 0; i < count; i++)
        if (weigh_piece(r, pieces[i], m)) {
            if (count > 1)
                m->by_itself.reading = READ_PART;
            return;
        }
    for (unsigned i = 0; i < count && !m->by_itself.place && !r->is_failed; i++)
        weigh_slips(r, pieces[i], m);
}

static const struct meaning *remember(struct place_resolver *r, const struct place_question *q)
{
    restart(r, &r->question);
    buffer_append_span(&r->question, q->country);
    buffer_append_char(&r->question, q->is_whole ? '\r' : '\n');
    buffer_append_span(&r->question, q->name);
    uint32_t known = r->asked.count;
    uint32_t id = buffer_ok(&r->question) ? intern_put(&r->asked, buffer_all(&r->question)) : 0;
    /* A failure sticks: what was asked then has no meaning that may be read. */
    r->is_failed = r->is_failed || !id ||
                   !memory_reserve(&r->meanings, &r->meanings_capacity, (size_t)id + 1, MOST_MEMOS + 1);
    if (r->is_failed)
        return NULL;
    if (id > known)
        find_meaning(r, q, &r->meanings[id]);
    restart(r, &r->folded);
    restart(r, &r->variant);
    restart(r, &r->again);
    return r->is_failed ? NULL : &r->meanings[id];
}

/* Kilometres from what the record says elsewhere to the place; infinite where it says nothing. */
static double distance_of(const struct place_resolver *r, const struct place_question *q, gazetteer_id place)
{
    const struct gazetteer *g = r->gazetteer;
    double lat = gazetteer_lat(g, place);
    double lon = gazetteer_lon(g, place);
    if (!isnan(q->lat) && !isnan(q->lon))
        return coordinates_km(q->lat, q->lon, lat, lon);
    double nearest = (double)INFINITY;
    for (unsigned i = 0; i < q->beside_count; i++)
        nearest = fmin(nearest, coordinates_km(gazetteer_lat(g, q->beside[i]), gazetteer_lon(g, q->beside[i]),
                                               lat, lon));
    return nearest;
}

/* The nearest of the chain, where it is near and the next is several times as far. */
static void decide_by_distance(const struct place_resolver *r, const struct place_question *q,
                               const struct meaning *m, struct place_answer *out)
{
    double first = (double)INFINITY;
    double second = (double)INFINITY;
    gazetteer_id nearest = 0;
    for (uint32_t n = m->name; n; n = r->gazetteer->names[n].next) {
        gazetteer_id place = r->gazetteer->names[n].place;
        if (place == nearest || !is_in(&r->gazetteer->places[place], m->country))
            continue;
        double km = distance_of(r, q, place);
        if (km < first) {
            second = first;
            first = km;
            nearest = place;
        } else
            second = fmin(second, km);
    }
    if (first > r->limits.near_km || second < 3 * first + 1)
        return;
    out->place = nearest;
    out->surety = PLACE_LIKELY;
}

bool place_resolve(struct place_resolver *r, const struct place_question *q, struct place_answer *out)
{
    *out = (struct place_answer){0};
    if (q->name.length == 0 || q->name.length > MOST_CELL || q->country.length > MOST_CELL ||
        r->asked.count >= MOST_MEMOS)
        return true;
    const struct meaning *m = remember(r, q);
    if (!m)
        return false;
    *out = m->by_itself;
    bool has_context = q->beside_count || (!isnan(q->lat) && !isnan(q->lon));
    if (m->name && out->surety != PLACE_SURE && has_context)
        decide_by_distance(r, q, m, out);
    return true;
}

const char *place_surety_name(enum place_surety surety)
{
    static const char *const names[] = {"unknown", "unsure", "likely", "sure"};
    return names[surety];
}
