/* Circuits of one unit: the best cycle over the places it visits most, improved by single places; the traces
 * that keep to it; then the same again without these. */
#include "movement/circuit_state.h"

#include "base/memory.h"
#include "base/random.h"
#include "base/sort.h"

enum { HALF_DAY = 43200, REFITS = 2 };

static struct search *search_new(const struct trace_table *table, const struct circuit_options *options,
                                 struct unit_circuits *unit)
{
    struct search *s = memory_new(1, sizeof *s);
    if (!s)
        return NULL;
    s->table = table;
    s->options = options;
    s->unit = unit;
    s->first_step = unit->traces[0].first_step;
    for (size_t i = 0; i < unit->trace_count; i++)
        s->step_count += unit->traces[i].step_count;
    s->candidate = memory_new(s->step_count, 1);
    s->is_in = memory_new(unit->trace_count, sizeof *s->is_in);
    s->is_member = memory_new(unit->trace_count, sizeof *s->is_member);
    s->stays = memory_new(s->step_count, sizeof *s->stays);
    s->moves = memory_new(s->step_count, sizeof *s->moves);
    return s;
}

static void search_free(struct search *s)
{
    if (!s)
        return;
    memory_free(s->candidate);
    memory_free(s->is_in);
    memory_free(s->is_member);
    memory_free(s->stays);
    memory_free(s->moves);
    memory_free(s);
}

struct visited {
    place_id place;
    uint32_t count;
};

/* Most visits first; the smaller id of equal ones. Puts the place where it belongs among the candidates. */
static void keep_visited(struct visited *most, unsigned *count, unsigned limit, struct visited v)
{
    unsigned at = *count;
    while (at > 0 && most[at - 1].count < v.count)
        at--;
    if (at >= limit)
        return;
    if (*count < limit)
        ++*count;
    for (unsigned i = *count - 1; i > at; i--)
        most[i] = most[i - 1];
    most[at] = v;
}

static bool find_candidates(struct search *s)
{
    struct sort_pair *pairs = memory_new(s->step_count, sizeof *pairs);
    struct visited most[CANDIDATES] = {{0, 0}};
    unsigned limit = s->options->candidates < CANDIDATES ? s->options->candidates : CANDIDATES;
    const struct step *steps = s->table->steps + s->first_step;
    for (size_t i = 0; pairs && i < s->step_count; i++)
        pairs[i] = (struct sort_pair){steps[i].place, i};
    bool is_done = pairs && sort_pairs(pairs, s->step_count);
    size_t end;
    for (size_t begin = 0; is_done && begin < s->step_count; begin = end) {
        for (end = begin; end < s->step_count && pairs[end].key == pairs[begin].key; end++)
            s->candidate[pairs[end].value] = NOWHERE;
        struct visited v = {(place_id)pairs[begin].key, (uint32_t)(end - begin)};
        if (v.count >= 2)
            keep_visited(most, &s->place_count, limit, v);
    }
    for (size_t i = 0; is_done && i < s->step_count; i++)
        for (unsigned c = 0; c < s->place_count; c++)
            if (steps[i].place == most[c].place)
                s->candidate[i] = (uint8_t)c;
    for (unsigned c = 0; c < s->place_count; c++)
        s->places[c] = most[c].place;
    memory_free(pairs);
    return is_done;
}

/* The stays of a trace at places of the subset, into s->stays. */
static size_t collect_stays(struct search *s, const struct subset_index *index, size_t trace)
{
    const struct trace *t = &s->unit->traces[trace];
    size_t count = 0;
    for (size_t i = 0; i < t->step_count; i++) {
        const struct step *step = &s->table->steps[t->first_step + i];
        uint8_t candidate = s->candidate[t->first_step - s->first_step + i];
        uint8_t place = candidate == NOWHERE ? NOWHERE : index->of[candidate];
        struct stay *last = count ? &s->stays[count - 1] : NULL;
        if (place == NOWHERE)
            continue;
        if (!last || last->place != place) {
            s->stays[count++] =
                (struct stay){place, step->sightings, step->record, step->begin, step->last, step->end};
            continue;
        }
        last->last = step->last;
        last->end = step->end > last->end ? step->end : last->end;
        last->sightings += step->sightings;
    }
    return count;
}

static struct move move_between(const struct stay *from, const struct stay *to)
{
    int64_t half_days = (to->begin - from->last + HALF_DAY / 2) / HALF_DAY;
    return (struct move){from->place, to->place, (uint16_t)(half_days < UINT16_MAX ? half_days : UINT16_MAX)};
}

/* Stays in s->stays become moves; neighbours at one place are left out. */
static void add_moves(struct search *s, size_t stays)
{
    size_t before = 0;
    for (size_t i = 1; i < stays; i++) {
        if (s->stays[i].place != s->stays[before].place)
            s->moves[s->move_count++] = move_between(&s->stays[before], &s->stays[i]);
        before = i;
    }
}

struct presence find_presence(const struct search *s, const struct subset_index *index, size_t trace)
{
    const struct trace *t = &s->unit->traces[trace];
    const uint8_t *candidate = s->candidate + (t->first_step - s->first_step);
    struct presence p = {0, 0};
    for (size_t i = 0; i < t->step_count; i++) {
        p.known += candidate[i] != NOWHERE;
        p.inside += candidate[i] != NOWHERE && index->of[candidate[i]] != NOWHERE;
    }
    return p;
}

/* All moves of the traces looked at, and the weights that their visits give. False where a place of the
 * subset is not theirs: they were there less than twice. */
static bool collect_moves(struct search *s, const struct subset *subset)
{
    struct subset_index index = index_subset(subset);
    uint32_t visits[CIRCUIT_PLACES] = {0};
    s->move_count = 0;
    s->astray = 0;
    for (size_t t = 0; t < s->unit->trace_count; t++) {
        if (!s->is_in[t])
            continue;
        struct presence p = find_presence(s, &index, t);
        size_t stays = collect_stays(s, &index, t);
        for (size_t i = 0; i < stays; i++)
            visits[s->stays[i].place]++;
        add_moves(s, stays);
        s->astray += p.known - p.inside;
    }
    fit_weights_init(&s->weights, visits, subset->count, (uint32_t)s->astray, s->reaches);
    for (unsigned i = 0; i < subset->count; i++)
        if (visits[i] < 2)
            return false;
    return true;
}

/* Keeps the subset where its best cycle weighs more than the best so far. */
static bool try_subset(struct search *s, const struct subset *subset, unsigned near)
{
    struct cycle cycle;
    if (!collect_moves(s, subset) || s->move_count < s->options->moves_least)
        return false;
    fit_cycle(&s->weights, s->moves, s->move_count, near, &cycle);
    cycle.bits += (int64_t)s->astray * bits_of_ratio(s->options->fit.stray_percent / 100.0);
    if (s->subset.count && cycle.bits <= s->cycle.bits)
        return false;
    s->subset = *subset;
    s->cycle = cycle;
    return true;
}

/* Drops, adds and exchanges one place, as long as that helps. */
static void improve_subset(struct search *s)
{
    bool is_better = true;
    while (is_better) {
        struct subset from = s->subset;
        struct subset next;
        is_better = false;
        for (unsigned i = 0; i <= from.count; i++)
            for (unsigned add = 0; add <= s->place_count; add++) {
                unsigned drop = i < from.count ? from.of[i] : CANDIDATES;
                unsigned with = add < s->place_count ? add : CANDIDATES;
                if (change_subset(&from, drop, with, &next) && try_subset(s, &next, s->cycle.half_days))
                    is_better = true;
            }
    }
}

/* The candidates where the traces looked at were, most visits first. */
static unsigned list_present(const struct search *s, uint8_t *order)
{
    uint32_t visits[CANDIDATES] = {0};
    unsigned count = 0;
    for (size_t t = 0; t < s->unit->trace_count; t++)
        for (size_t i = 0; s->is_in[t] && i < s->unit->traces[t].step_count; i++) {
            uint8_t c = s->candidate[s->unit->traces[t].first_step - s->first_step + i];
            if (c != NOWHERE)
                visits[c]++;
        }
    for (unsigned c = 0; c < s->place_count; c++) {
        unsigned at = count++;
        for (; at > 0 && visits[order[at - 1]] < visits[c]; at--)
            order[at] = order[at - 1];
        order[at] = (uint8_t)c;
    }
    while (count > 0 && visits[order[count - 1]] < 2)
        count--;
    return count;
}

/* The best cycle of the traces looked at. */
bool find_cycle(struct search *s)
{
    uint8_t order[CANDIDATES];
    struct subset prefix = {.count = 0};
    unsigned count = list_present(s, order);
    s->subset.count = 0;
    for (unsigned c = 0; c < count && c < CIRCUIT_PLACES; c++) {
        add_to_subset(&prefix, order[c]);
        if (prefix.count >= LEAST_PLACES)
            try_subset(s, &prefix, 0);
    }
    if (!s->subset.count)
        return false;
    improve_subset(s);
    return true;
}

/* The traces whose own moves speak for the cycle. Expects the weights of its subset. */
static size_t find_members(struct search *s)
{
    struct subset_index index = index_subset(&s->subset);
    size_t members = 0;
    for (size_t t = 0; t < s->unit->trace_count; t++) {
        int64_t bits = 0;
        s->move_count = 0;
        if (s->is_in[t])
            add_moves(s, collect_stays(s, &index, t));
        for (size_t i = 0; i < s->move_count; i++)
            bits += fit_move(&s->weights, &s->cycle, s->moves[i]);
        s->is_member[t] = bits > 0;
        members += bits > 0;
    }
    return members;
}

/* Traces of others among them blur which places belong: the fit is made again with those that keep to it. */
static bool refine_cycle(struct search *s, bool *all)
{
    size_t traces = s->unit->trace_count;
    memcpy(all, s->is_in, traces);
    bool is_found = true;
    for (int i = 0; is_found && i < REFITS; i++) {
        collect_moves(s, &s->subset);
        if (find_members(s) == 0)
            break;
        memcpy(s->is_in, s->is_member, traces);
        is_found = find_cycle(s);
        memcpy(s->is_in, all, traces);
    }
    return is_found;
}

static void shuffle_stays(struct search *s, size_t count, struct random *random)
{
    for (size_t i = count; i > 1; i--) {
        size_t j = random_below(random, (uint32_t)i);
        uint8_t swap = s->stays[i - 1].place;
        s->stays[i - 1].place = s->stays[j].place;
        s->stays[j].place = swap;
    }
}

static int64_t shuffled_bits(struct search *s, const struct subset_index *index, struct random *random)
{
    struct cycle cycle;
    s->move_count = 0;
    for (size_t t = 0; t < s->unit->trace_count; t++) {
        size_t stays = s->is_in[t] ? collect_stays(s, index, t) : 0;
        shuffle_stays(s, stays, random);
        add_moves(s, stays);
    }
    fit_cycle(&s->weights, s->moves, s->move_count, 0, &cycle);
    return cycle.bits;
}

/* Over all traces looked at, not only those that keep to the cycle: these were chosen because they do. */
static bool weigh_surprise(struct search *s, millibits *out)
{
    int64_t *draws = memory_new(s->options->permutations, sizeof *draws);
    struct subset_index index = index_subset(&s->subset);
    struct cycle cycle;
    struct random random;
    if (!draws)
        return false;
    random_init(&random, s->step_count);
    collect_moves(s, &s->subset);
    fit_cycle(&s->weights, s->moves, s->move_count, 0, &cycle);
    for (unsigned i = 0; i < s->options->permutations; i++)
        draws[i] = shuffled_bits(s, &index, &random);
    *out = gumbel_surprise(draws, s->options->permutations, cycle.bits) -
           bits_of_ratio(count_subsets(s->place_count, s->subset.count));
    memory_free(draws);
    return true;
}

/* Cycle positions count from the place with the smallest id. */
static unsigned first_position(const struct search *s)
{
    unsigned best = 0;
    for (unsigned i = 1; i < s->cycle.places; i++)
        if (s->places[s->subset.of[s->cycle.order[i]]] < s->places[s->subset.of[s->cycle.order[best]]])
            best = i;
    return best;
}

static bool add_stop(struct search *s, struct found_circuit *circuit, const struct stay *stay, unsigned first)
{
    struct unit_circuits *u = s->unit;
    unsigned n = s->cycle.places;
    if (!memory_reserve(&u->stops, &u->stop_capacity, u->stop_count + 1, UINT32_MAX))
        return false;
    u->stops[u->stop_count++] =
        (struct circuit_stop){.traveller = circuit->travellers,
                              .position = (uint8_t)((s->cycle.position[stay->place] + n - first) % n),
                              .is_kept = true,
                              .sightings = stay->sightings,
                              .record = stay->record,
                              .begin = stay->begin,
                              .end = stay->end};
    circuit->stop_count++;
    circuit->begin = stay->begin < circuit->begin ? stay->begin : circuit->begin;
    circuit->end = stay->end > circuit->end ? stay->end : circuit->end;
    return true;
}

/* Not more than there was time for: strays are counted as going on. */
static void count_rounds(const struct search *s, struct found_circuit *circuit, uint32_t steps,
                         int64_t seconds)
{
    uint32_t by_steps = steps / s->cycle.places;
    uint32_t by_time = (uint32_t)(seconds / HALF_DAY / ((int64_t)s->cycle.places * s->cycle.half_days));
    uint32_t rounds = by_steps < by_time ? by_steps : by_time;
    circuit->rounds = rounds > circuit->rounds ? rounds : circuit->rounds;
}

static bool add_traveller(struct search *s, struct found_circuit *circuit, size_t stays, unsigned first)
{
    uint32_t steps = 0;
    circuit->travellers++;
    for (size_t i = 0; i < stays; i++) {
        if (!add_stop(s, circuit, &s->stays[i], first))
            return false;
        if (i == 0)
            continue;
        struct move move = move_between(&s->stays[i - 1], &s->stays[i]);
        struct circuit_stop *stop = &s->unit->stops[s->unit->stop_count - 1];
        int32_t bits = fit_move(&s->weights, &s->cycle, move);
        stop->is_kept = bits > 0;
        stop->steps = fit_steps(&s->cycle, move);
        steps += stop->steps;
        circuit->moves++;
        circuit->kept += bits > 0;
        circuit->bits += bits;
    }
    if (stays)
        count_rounds(s, circuit, steps, s->stays[stays - 1].last - s->stays[0].begin);
    return true;
}

/* Writes the circuit of the members down. False on failure of memory. */
static bool write_circuit(struct search *s, millibits surprise)
{
    struct unit_circuits *u = s->unit;
    struct subset_index index = index_subset(&s->subset);
    unsigned first = first_position(s);
    struct found_circuit c = {.unit = u->traces[0].unit,
                              .place_count = s->cycle.places,
                              .half_days = s->cycle.half_days,
                              .begin = INT64_MAX,
                              .end = INT64_MIN,
                              .surprise = surprise,
                              .first_stop = u->stop_count};
    for (unsigned i = 0; i < c.place_count; i++)
        c.places[i] = s->places[s->subset.of[s->cycle.order[(first + i) % c.place_count]]];
    for (size_t t = 0; t < u->trace_count; t++)
        if (s->is_member[t] && !add_traveller(s, &c, collect_stays(s, &index, t), first))
            return false;
    if (c.rounds < s->options->rounds_least) {
        u->stop_count = c.first_stop;
        return true;
    }
    if (!u->circuits)
        u->circuits = memory_new(CIRCUITS_OF_UNIT, sizeof *u->circuits);
    if (!u->circuits)
        return false;
    u->circuits[u->count++] = c;
    return true;
}

/* One more circuit; *is_found: there may be another. False on failure of memory. */
static bool search_once(struct search *s, bool *all, bool *is_found)
{
    millibits surprise;
    *is_found = false;
    if (!find_cycle(s) || !refine_cycle(s, all))
        return true;
    if (!weigh_surprise(s, &surprise))
        return false;
    collect_moves(s, &s->subset);
    *is_found = surprise >= s->options->surprise_least && find_members(s) > 0;
    if (*is_found && !write_circuit(s, surprise))
        return false;
    for (size_t t = 0; t < s->unit->trace_count; t++)
        s->is_in[t] = s->is_in[t] && !s->is_member[t];
    return true;
}

/* Whether the unit made moves enough between three places or more. */
static bool has_moves(struct search *s)
{
    struct subset all = {.count = 0};
    for (; all.count < s->place_count && all.count < CIRCUIT_PLACES; all.count++)
        all.of[all.count] = (uint8_t)all.count;
    collect_moves(s, &all);
    return all.count >= LEAST_PLACES && s->move_count >= s->options->moves_least;
}

static bool search_groups(struct search *s, bool *all, uint8_t *group)
{
    bool is_done = true;
    uint8_t groups = choose_groups(s, group);
    for (uint8_t g = 1; is_done && g <= groups; g++) {
        bool is_found = true;
        look_at_group(s, group, g);
        while (is_done && is_found && s->unit->count < CIRCUITS_OF_UNIT)
            is_done = search_once(s, all, &is_found);
    }
    return is_done;
}

bool circuit_search(const struct trace_table *table, const struct circuit_options *options,
                    const struct reach_table *reaches, struct unit_circuits *unit)
{
    struct search *s = search_new(table, options, unit);
    bool *all = memory_new(unit->trace_count, sizeof *all);
    uint8_t *group = memory_new(unit->trace_count, 1);
    bool is_done = s && all && group && s->candidate && s->is_in && s->is_member && s->stays && s->moves &&
                   find_candidates(s);
    if (is_done) {
        s->reaches = reaches;
        memset(s->is_in, true, unit->trace_count);
        unit->is_tested = has_moves(s);
    }
    if (is_done && unit->is_tested)
        is_done = search_groups(s, all, group);
    memory_free(all);
    memory_free(group);
    search_free(s);
    return is_done;
}
