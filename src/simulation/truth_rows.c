/* truth-money.csv, truth-circuits.csv and truth-premises.csv */
#include "simulation/rows.h"

#include "base/memory.h"
#include "places/place_key.h"
#include "simulation/advert.h"
#include "simulation/stay.h"

static enum bowline_status write_flow(struct row_output *out, const struct flow *in, const struct flow *from)
{
    struct table_writer *table = &out->table;
    cell_number(table, in->route);
    cell_network(table, out->world, in->account_of);
    struct buffer *iban = &out->scratch;
    actor_iban_write(iban, out->world, in->account_of, 0);
    for (size_t i = 0; i < iban->length; i++)
        if (iban->data[i] != ' ')
            buffer_append_char(&out->value, iban->data[i]);
    cell_span(table, buffer_all(&out->value));
    table->bytes.failed = table->bytes.failed || !buffer_ok(iban) || !buffer_ok(&out->value);
    buffer_reset(iban);
    buffer_reset(&out->value);
    cell_text(table, "payments");
    cell_key(table, "P-", (uint64_t)in->event + 1);
    cell_text(table, "payments");
    cell_key(table, "P-", (uint64_t)from->event + 1);
    return cells_end(table, out->err);
}

enum bowline_status write_money(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    buffer_append_text(&out->table.bytes, "route,network,account,in_resource,in_id,out_resource,out_id\n");
    for (size_t i = 0; i < world->flow_count; i++) {
        const struct flow *from = &world->flows[i];
        if (!from->is_out)
            continue;
        for (uint32_t in = from->previous; in && status == BOWLINE_OK; in = world->flows[in - 1].previous)
            status = write_flow(out, &world->flows[in - 1], from);
    }
    return status;
}

/* Somebody who goes round: a touring independent, or a person whom a ring advertises. */
struct traveller {
    uint32_t op; /* who is seen to move: the independent, or who mostly writes for the person */
    uint32_t person;
    uint32_t first_day, last_day, legs;
    uint8_t place; /* seen last; PLACE_COUNT: never */
};

struct travellers {
    const struct world *world;
    struct traveller *all;
    uint32_t count;
    uint32_t *of_actor; /* by operator: its traveller, or the first of its ring; UINT32_MAX: none */
};

static uint32_t travellers_of(const struct world *world, uint32_t op)
{
    const struct ring *ring = world_ring(world, op);
    if (ring)
        return ring->first == op ? ring->people : 0;
    return actor_has(world, op, TRAIT_TOURING);
}

static bool travellers_init(struct travellers *t, const struct world *world)
{
    uint32_t count = 0;
    *t = (struct travellers){.world = world};
    for (uint32_t op = 0; op < world->actor_count; op++)
        count += travellers_of(world, op);
    t->all = memory_new(count, sizeof *t->all);
    t->of_actor = memory_new(world->actor_count, sizeof *t->of_actor);
    if (!t->all || !t->of_actor)
        return false;
    for (uint32_t op = 0; op < world->actor_count; op++) {
        const struct ring *ring = world_ring(world, op);
        uint32_t more = travellers_of(world, op);
        t->of_actor[op] = ring ? t->of_actor[ring->first] : UINT32_MAX;
        if (more)
            t->of_actor[op] = t->count;
        for (uint32_t i = 0; i < more; i++)
            t->all[t->count++] = (struct traveller){
                .op = ring ? op + i % ring->writers : op, .person = i, .place = PLACE_COUNT};
    }
    return true;
}

static void see(struct travellers *t, uint32_t number, unsigned place, uint32_t day)
{
    struct traveller *who = &t->all[number];
    if (who->place == PLACE_COUNT)
        who->first_day = day;
    else
        who->legs += who->place != place;
    who->place = (uint8_t)place;
    who->last_day = day;
}

static void see_ad(struct travellers *t, struct sort_pair event)
{
    uint32_t op = (uint32_t)(event.value >> 32);
    uint32_t day = (uint32_t)(event.key / 86400);
    if (t->of_actor[op] == UINT32_MAX)
        return;
    struct subject s = advert_subject(t->world, op, (uint32_t)event.value, day);
    see(t, t->of_actor[op] + (t->world->actors[op].ring ? s.person : 0), s.place, day);
}

static void see_stay(struct travellers *t, struct sort_pair event)
{
    uint32_t op = (uint32_t)(event.value >> 32);
    if (t->of_actor[op] == UINT32_MAX)
        return;
    struct stay stay = stay_of(t->world, event);
    see(t, t->of_actor[op] + (stay.person == UINT32_MAX ? 0 : stay.person),
        t->world->premises[stay.premises].place, stay.day);
}

/* Ads and stays in the order of time. */
static void see_all(struct travellers *t)
{
    const struct world *world = t->world;
    const struct sort_pair *ads = world->events[EVENT_AD];
    const struct sort_pair *stays = world->events[EVENT_STAY];
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < world->event_count[EVENT_AD] || j < world->event_count[EVENT_STAY]) {
        bool ad = i < world->event_count[EVENT_AD] &&
                  (j == world->event_count[EVENT_STAY] || ads[i].key <= stays[j].key);
        if (ad)
            see_ad(t, ads[i++]);
        else
            see_stay(t, stays[j++]);
    }
}

static void append_place(struct buffer *out, unsigned place)
{
    place_key(span_of(country_name(places[place].country)), span_of(places[place].name), out);
}

/* A round that was gone twice or more, of which the records show as many moves as one round has. */
static enum bowline_status write_circuit(struct row_output *out, const struct traveller *who,
                                         uint32_t *number)
{
    const struct world *world = out->world;
    const struct ring *ring = world_ring(world, who->op);
    uint32_t stops = ring ? ring->place_count : TOUR_STOPS;
    uint32_t dwell = ring ? person_dwell(world, world->actors[who->op].ring, who->person) : TOUR_DWELL;
    uint32_t rounds = who->place == PLACE_COUNT ? 0 : (who->last_day - who->first_day) / (dwell * stops);
    struct table_writer *table = &out->table;
    if (rounds < 2 || who->legs < stops)
        return BOWLINE_OK;
    cell_number(table, ++*number);
    cell_entity(table, world, who->op);
    cell_network(table, world, who->op);
    for (uint32_t i = 0; i < stops; i++) {
        buffer_append_text(&table->bytes, i ? ";" : "");
        append_place(&table->bytes, ring ? ring->places[i] : tour_stop(world, who->op, i));
    }
    buffer_append_char(&table->bytes, ',');
    cell_date(table, world_day(world, who->first_day));
    cell_date(table, world_day(world, who->last_day));
    cell_number(table, rounds);
    cell_number(table, who->legs);
    return cells_end(table, out->err);
}

enum bowline_status write_circuits(struct row_output *out)
{
    struct travellers t;
    enum bowline_status status = BOWLINE_OK;
    uint32_t number = 0;
    buffer_append_text(&out->table.bytes, "circuit,entity,network,places,from,to,rounds,legs\n");
    if (travellers_init(&t, out->world))
        see_all(&t);
    else
        status = error_memory(out->err);
    for (uint32_t i = 0; i < t.count && status == BOWLINE_OK; i++)
        status = write_circuit(out, &t.all[i], &number);
    memory_free(t.all);
    memory_free(t.of_actor);
    return status;
}

/* Premises that rings use: those that are theirs to use, and those of all their stays; key: ring, premises.
 */
static bool list_premises(const struct world *world, struct sort_pair *pairs, size_t *count)
{
    const struct sort_pair *stays = world->events[EVENT_STAY];
    for (uint32_t r = 0; r < world->options.rings; r++)
        for (uint32_t i = 0; i < world->rings[r].let_count; i++)
            pairs[(*count)++] =
                (struct sort_pair){(uint64_t)r << 32 | world->ring_lets[world->rings[r].let_first + i], 0};
    for (uint32_t i = 0; i < world->event_count[EVENT_STAY]; i++) {
        uint32_t ring = world->actors[stays[i].value >> 32].ring;
        if (ring)
            pairs[(*count)++] =
                (struct sort_pair){(uint64_t)(ring - 1) << 32 | stay_of(world, stays[i]).premises, 0};
    }
    return sort_pairs(pairs, *count);
}

static enum bowline_status write_used_premises(struct row_output *out, uint32_t ring, uint32_t premises)
{
    struct table_writer *table = &out->table;
    cell_network(table, out->world, out->world->rings[ring].first);
    cell_text(table, "premises");
    cell_key(table, "H-", (uint64_t)premises + 1);
    append_place(&table->bytes, out->world->premises[premises].place);
    buffer_append_char(&table->bytes, ',');
    return cells_end(table, out->err);
}

enum bowline_status write_premises_used(struct row_output *out)
{
    const struct world *world = out->world;
    size_t count = 0;
    struct sort_pair *pairs =
        memory_new((size_t)world->ring_let_count + world->event_count[EVENT_STAY], sizeof *pairs);
    buffer_append_text(&out->table.bytes, "network,resource,id,place\n");
    enum bowline_status status =
        pairs && list_premises(world, pairs, &count) ? BOWLINE_OK : error_memory(out->err);
    for (size_t i = 0; i < count && status == BOWLINE_OK; i++)
        if (i == 0 || pairs[i].key != pairs[i - 1].key)
            status = write_used_premises(out, (uint32_t)(pairs[i].key >> 32), (uint32_t)pairs[i].key);
    memory_free(pairs);
    return status;
}
