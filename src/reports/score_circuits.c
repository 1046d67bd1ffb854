/* Circuits and legs found in the visits of proposed entities. */
#include "reports/score_listed.h"

#include "base/memory.h"
#include "records/dates.h"
#include "reports/truth_places.h"
#include "scoring/company.h"
#include "store/read_scores.h"

#define LIST_MOST UINT32_MAX

struct circuits {
    struct scored *scored;
    struct truth_file file;
    struct intern names, places; /* of circuits; keys of places as the case has them */
    struct circuit *items;
    size_t *place_at; /* [circuit]: its first place */
    uint32_t *stops;  /* places of all circuits, one after the other */
    size_t count, items_capacity, at_capacity, stop_count, stops_capacity;
    struct circuit_visit *visits;
    size_t visit_count, visits_capacity;
    uint32_t *place_of; /* [place of the case]: its number among the keys */
    size_t place_capacity;
    uint32_t last_place;
    uint32_t *owner_entity, *owner_network; /* [found entity] */
    uint32_t entity_count;
    struct truth_places keys;
};

static enum bowline_status add_place(struct circuits *d, struct span key, struct bowline_error *err)
{
    if (!memory_reserve(&d->stops, &d->stops_capacity, d->stop_count + 1, LIST_MOST))
        return error_memory(err);
    enum bowline_status status = BOWLINE_OK;
    uint32_t place = intern_find(&d->places, key);
    if (!place) {
        status = truth_place_key(&d->keys, key, &key, err);
        place = intern_find(&d->places, key);
    }
    d->stops[d->stop_count++] = place;
    return status;
}

/* The places of a circuit, joined by semicolons. */
static enum bowline_status take_places(struct circuits *d, const struct truth_line *row, struct span places,
                                       struct bowline_error *err)
{
    struct circuit *circuit = &d->items[d->count];
    while (places.length) {
        const char *end = memchr(places.at, ';', places.length);
        size_t length = end ? (size_t)(end - places.at) : places.length;
        struct span key = span_trim((struct span){places.at, length});
        if (key.length == 0)
            return truth_line_refuse(row, err, "a place without a name among the circuit's");
        enum bowline_status status = add_place(d, key, err);
        if (status != BOWLINE_OK)
            return status;
        circuit->place_count++;
        length += end ? 1 : 0;
        places = (struct span){places.at + length, places.length - length};
    }
    if (circuit->place_count < 2)
        return truth_line_refuse(row, err, "a circuit has two places or more, joined by ;");
    return BOWLINE_OK;
}

static enum bowline_status take_period(struct circuit *circuit, const struct truth_line *row,
                                       struct bowline_error *err)
{
    struct moment from;
    struct moment to;
    const char *problem = date_parse(row->cells[4], NULL, &from);
    problem = problem ? problem : date_parse(row->cells[5], NULL, &to);
    if (problem)
        return truth_line_refuse(row, err, "from and to are ISO dates: %s", problem);
    circuit->begin = from.begin;
    circuit->end = to.end;
    if (circuit->end <= circuit->begin)
        return truth_line_refuse(row, err, "the circuit ends before it begins");
    return BOWLINE_OK;
}

static enum bowline_status add_circuit(struct circuits *d, const struct truth_line *row,
                                       struct bowline_error *err)
{
    uint32_t before = d->names.count;
    uint32_t name = row->cells[0].length ? intern_put(&d->names, row->cells[0]) : 0;
    if (row->cells[0].length == 0)
        return truth_line_refuse(row, err, "no circuit");
    if (name == 0 || !memory_reserve(&d->items, &d->items_capacity, d->count + 1, LIST_MOST) ||
        !memory_reserve(&d->place_at, &d->at_capacity, d->count + 1, LIST_MOST))
        return error_memory(err);
    if (name <= before)
        return truth_line_refuse(row, err, "circuit %.*s is named a second time", (int)row->cells[0].length,
                                 row->cells[0].at);
    d->place_at[d->count] = d->stop_count;
    d->items[d->count] = (struct circuit){
        .entity = intern_find(&d->scored->truth.entities, row->cells[1]),
        .network = intern_find(&d->scored->truth.networks, row->cells[2]),
    };
    return BOWLINE_OK;
}

static enum bowline_status take_circuit(void *context, const struct truth_line *row,
                                        struct bowline_error *err)
{
    struct circuits *d = context;
    enum bowline_status status = add_circuit(d, row, err);
    if (status == BOWLINE_OK)
        status = take_places(d, row, row->cells[3], err);
    if (status == BOWLINE_OK)
        status = take_period(&d->items[d->count], row, err);
    if (status == BOWLINE_OK)
        status = truth_line_number(row, 6, "rounds", &d->items[d->count].rounds, err);
    if (status == BOWLINE_OK)
        status = truth_line_number(row, 7, "legs", &d->items[d->count].legs, err);
    d->count += status == BOWLINE_OK;
    return status;
}

static void load_places(struct circuits *d)
{
    struct view *v = d->scored->view;
    struct cursor c;
    struct place_key_line row;
    bool is_kept = true;
    read_place_keys(v->store, &c, v->err);
    while (is_kept && next_place_key(&c, &row)) {
        is_kept = memory_reserve(&d->place_of, &d->place_capacity, (size_t)row.place + 1, LIST_MOST);
        for (uint32_t i = d->last_place + 1; is_kept && i < row.place; i++)
            d->place_of[i] = 0;
        if (is_kept)
            d->place_of[row.place] = intern_put(&d->places, row.key);
        is_kept = is_kept && d->place_of[row.place] != 0;
        d->last_place = row.place;
    }
    view_close(v, &c);
    if (!is_kept)
        view_try(v, error_memory(v->err));
}

static void load_visits(struct circuits *d)
{
    struct view *v = d->scored->view;
    struct cursor c;
    struct visited_line row;
    read_visited(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_visited(&c, &row)) {
        if (!memory_reserve(&d->visits, &d->visits_capacity, d->visit_count + 1, LIST_MOST)) {
            view_try(v, error_memory(v->err));
            break;
        }
        uint32_t place = row.place && row.place <= d->last_place ? d->place_of[row.place] : 0;
        d->visits[d->visit_count++] = (struct circuit_visit){row.entity, place, row.begin, row.end};
    }
    view_close(v, &c);
}

static void find_owners(struct circuits *d)
{
    struct view *v = d->scored->view;
    const struct sample *sample = &d->scored->sample;
    for (size_t i = 0; i < sample->count; i++)
        if (sample->found_entity[i] > d->entity_count)
            d->entity_count = sample->found_entity[i];
    d->owner_entity = memory_new((size_t)d->entity_count + 1, sizeof *d->owner_entity);
    d->owner_network = memory_new((size_t)d->entity_count + 1, sizeof *d->owner_network);
    if (!d->owner_entity || !d->owner_network) {
        view_try(v, error_memory(v->err));
        return;
    }
    if (view_try(v,
                 score_owners(sample->found_entity, sample->entity, sample->count, d->owner_entity, v->err)))
        view_try(
            v, score_owners(sample->found_entity, sample->network, sample->count, d->owner_network, v->err));
}

static void put_circuits(struct circuits *d, json_t *answer, const struct circuit_result *results)
{
    struct view *v = d->scored->view;
    json_t *out = view_object(v);
    uint64_t circuits = 0;
    uint64_t found = 0;
    uint64_t legs = 0;
    uint64_t legs_found = 0;
    for (size_t i = 0; i < d->count; i++) {
        bool is_circuit = d->items[i].rounds >= CIRCUIT_ROUNDS;
        circuits += is_circuit;
        found += is_circuit && results[i].rounds >= CIRCUIT_ROUNDS;
        legs += d->items[i].legs;
        legs_found += results[i].legs;
    }
    view_put_int(v, out, "true", (int64_t)circuits);
    view_put_int(v, out, "found", (int64_t)found);
    score_put_share(v, out, "recall", found, circuits);
    view_put_int(v, out, "legs_true", (int64_t)legs);
    view_put_int(v, out, "legs_found", (int64_t)legs_found);
    score_put_share(v, out, "legs_recall", legs_found, legs);
    const struct listed_inputs inputs = {d->items, d->count, d->place_of, d->last_place};
    if (v->status == BOWLINE_OK)
        score_put_listed(d->scored, &inputs, out);
    view_put(v, answer, "circuits", out);
}

static void score_listed(struct circuits *d, json_t *answer)
{
    struct view *v = d->scored->view;
    struct circuit_result *results = memory_new(d->count, sizeof *results);
    if (!results)
        view_try(v, error_memory(v->err));
    for (size_t i = 0; i < d->count; i++)
        d->items[i].places = d->stops + d->place_at[i];
    load_visits(d);
    if (v->status == BOWLINE_OK)
        find_owners(d);
    const struct circuit_world world = {d->visits, d->visit_count, d->owner_entity, d->owner_network,
                                        d->entity_count};
    if (v->status == BOWLINE_OK)
        view_try(v, score_circuits(d->items, d->count, &world, results, v->err));
    if (v->status == BOWLINE_OK)
        put_circuits(d, answer, results);
    memory_free(results);
}

void score_put_circuits(struct scored *s, json_t *answer)
{
    struct circuits d = {.scored = s, .file.name = "truth-circuits.csv"};
    const struct truth_columns columns = {
        {"circuit", "entity", "network", "places", "from", "to", "rounds", "legs"}, 8, take_circuit, &d};
    intern_init(&d.names);
    intern_init(&d.places);
    truth_places_init(&d.keys);
    load_places(&d);
    if (score_read_file(s, "circuits", &columns, &d.file))
        score_listed(&d, answer);
    void *const memory[] = {d.items,    d.place_at,     d.stops,        d.visits,
                            d.place_of, d.owner_entity, d.owner_network};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++)
        memory_free(memory[i]);
    intern_release(&d.names);
    intern_release(&d.places);
    truth_places_release(&d.keys);
}
