/* The circuits that the case lists, each the true owner's of most of its records, against those of truth. */
#include "reports/score_listed.h"

#include "base/memory.h"
#include "base/sort.h"
#include "scoring/listed_circuits.h"
#include "store/read_movement.h"

struct listing {
    struct scored *scored;
    const struct listed_inputs *in;
    struct circuit_claim *claims; /* [circuit - 1] */
    size_t count, capacity;
    uint32_t *places; /* of all claims */
    size_t place_count, places_capacity;
    size_t *first; /* [claim]: its first place */
    size_t first_capacity;
    struct sort_pair *owners; /* claim << 32 | owner, of each record */
    size_t owner_count, owner_capacity;
    bool *is_flagged; /* [true entity]: a record of its stands in a circuit of a network */
};

static void load_claims(struct listing *l)
{
    struct view *v = l->scored->view;
    struct cursor c;
    struct circuit_row row;
    bool is_kept = true;
    read_circuits(v->store, (struct group){SCOPE_NETWORK, 0}, &c, v->err);
    while (is_kept && next_circuit(&c, &row)) {
        is_kept = memory_reserve(&l->claims, &l->capacity, l->count + 1, UINT32_MAX);
        if (is_kept)
            l->claims[l->count++] =
                (struct circuit_claim){.begin = row.begin, .end = row.end, .is_network = row.network != 0};
    }
    view_close(v, &c);
    if (!is_kept)
        view_try(v, error_memory(v->err));
}

static void load_places(struct listing *l)
{
    struct view *v = l->scored->view;
    struct cursor c;
    struct circuit_place_row row;
    bool is_kept = memory_reserve(&l->first, &l->first_capacity, l->count + 1, UINT32_MAX);
    read_circuit_places(v->store, 0, &c, v->err);
    while (is_kept && next_circuit_place(&c, &row)) {
        if (row.circuit < 1 || row.circuit > l->count)
            continue;
        is_kept = memory_reserve(&l->places, &l->places_capacity, l->place_count + 1, UINT32_MAX);
        if (!is_kept)
            break;
        if (l->claims[row.circuit - 1].place_count++ == 0)
            l->first[row.circuit - 1] = l->place_count;
        l->places[l->place_count++] = row.place <= l->in->last_place ? l->in->place_of[row.place] : 0;
    }
    view_close(v, &c);
    if (!is_kept)
        view_try(v, error_memory(v->err));
    for (size_t i = 0; v->status == BOWLINE_OK && i < l->count; i++)
        if (l->claims[i].place_count)
            l->claims[i].places = l->places + l->first[i];
}

static void load_owners(struct listing *l)
{
    struct view *v = l->scored->view;
    const struct truth *t = &l->scored->truth;
    struct cursor c;
    struct circuit_stop_row row;
    bool is_kept = true;
    read_circuit_stops(v->store, 0, &c, v->err);
    while (is_kept && next_circuit_stop(&c, &row)) {
        if (row.circuit < 1 || row.circuit > l->count || row.record < 1 || row.record > t->records)
            continue;
        bool is_network = l->claims[row.circuit - 1].is_network;
        uint32_t owner = is_network ? t->network[row.record] : t->entity[row.record];
        if (is_network)
            l->is_flagged[t->entity[row.record]] = true;
        is_kept = memory_reserve(&l->owners, &l->owner_capacity, l->owner_count + 1, UINT32_MAX);
        if (is_kept)
            l->owners[l->owner_count++] = (struct sort_pair){(uint64_t)(row.circuit - 1) << 32 | owner, 0};
    }
    view_close(v, &c);
    if (!is_kept || !sort_pairs(l->owners, l->owner_count))
        view_try(v, error_memory(v->err));
}

/* A circuit is whose most of its records are: of equal shares the smaller number's, nobody's first. */
static void choose_owners(struct listing *l)
{
    size_t end;
    size_t most = 0;
    for (size_t begin = 0; begin < l->owner_count; begin = end) {
        uint64_t key = l->owners[begin].key;
        for (end = begin; end < l->owner_count && l->owners[end].key == key; end++)
            ;
        if (begin == 0 || l->owners[begin - 1].key >> 32 != key >> 32)
            most = 0;
        if (end - begin > most) {
            most = end - begin;
            l->claims[key >> 32].owner = (uint32_t)key;
        }
    }
}

static void put_tally(struct view *v, json_t *out, const char *name, const struct circuit_tally *tally)
{
    json_t *object = view_object(v);
    view_put_int(v, object, "true", tally->truths);
    view_put_int(v, object, "found", tally->found);
    score_put_share(v, object, "recall", tally->found, tally->truths);
    view_put_int(v, object, "claimed", tally->claims);
    view_put_int(v, object, "right", tally->right);
    score_put_share(v, object, "precision", tally->right, tally->claims);
    view_put(v, out, name, object);
}

/* Those who go round outside networks, and how many of them stand in a circuit of a network. */
static void put_touring(struct listing *l, json_t *out)
{
    struct view *v = l->scored->view;
    uint64_t touring = 0;
    uint64_t flagged = 0;
    for (size_t i = 0; i < l->in->count; i++) {
        const struct circuit *c = &l->in->truth[i];
        if (c->network || !c->entity)
            continue;
        touring++;
        flagged += l->is_flagged[c->entity];
    }
    json_t *object = view_object(v);
    view_put_int(v, object, "true", (int64_t)touring);
    view_put_int(v, object, "flagged", (int64_t)flagged);
    score_put_share(v, object, "share", flagged, touring);
    view_put(v, out, "touring", object);
}

void score_put_listed(struct scored *s, const struct listed_inputs *inputs, json_t *out)
{
    struct view *v = s->view;
    struct listing l = {.scored = s, .in = inputs};
    struct circuit_marks marks;
    l.is_flagged = memory_new((size_t)s->truth.entities.count + 1, sizeof *l.is_flagged);
    if (!l.is_flagged)
        view_try(v, error_memory(v->err));
    if (v->status == BOWLINE_OK)
        load_claims(&l);
    if (v->status == BOWLINE_OK)
        load_places(&l);
    if (v->status == BOWLINE_OK)
        load_owners(&l);
    if (v->status == BOWLINE_OK) {
        choose_owners(&l);
        view_try(v, score_listed_circuits(inputs->truth, inputs->count, l.claims, l.count, &marks, v->err));
    }
    if (v->status == BOWLINE_OK) {
        put_tally(v, out, "networks", &marks.networks);
        put_tally(v, out, "others", &marks.others);
        put_touring(&l, out);
    }
    void *const memory[] = {l.claims, l.places, l.first, l.owners, l.is_flagged};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++)
        memory_free(memory[i]);
}
