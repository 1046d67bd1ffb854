/* The stage of movement: sightings, visits, traces, circuits. */
#include "pipeline/stages.h"

#include "base/memory.h"
#include "movement/circuit_table.h"
#include "movement/premises_table.h"
#include "store/circuit_store.h"
#include "store/growth_store.h"
#include "store/movement_store.h"
#include "store/premises_store.h"

struct movement {
    struct sighting_table sightings;
    struct visit_table visits;
    struct trace_table traces;
    struct circuit_table circuits;
    struct premises_table premises;
    struct movement_facts facts;
    uint32_t *network_of;        /* [record] */
    uint32_t *network_of_entity; /* [entity] */
    uint32_t *unit_of;           /* [record]: its network, or above these its entity; 0: none */
    uint32_t networks;
};

static void movement_release(struct movement *m)
{
    sighting_table_release(&m->sightings);
    visit_table_release(&m->visits);
    trace_table_release(&m->traces);
    circuit_table_release(&m->circuits);
    premises_table_release(&m->premises);
    growth_table_release(&m->facts.growth);
    phase_list_release(&m->facts.phases);
    route_list_release(&m->facts.routes);
    conflict_list_release(&m->facts.conflicts);
    meeting_list_release(&m->facts.meetings);
    memory_free(m->network_of);
    memory_free(m->network_of_entity);
    memory_free(m->unit_of);
}

static enum bowline_status find_sightings(struct stage_context *context, struct movement *m,
                                          struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    enum bowline_status status = place_book_open(&t->places, &context->package->package, err);
    if (status == BOWLINE_OK)
        status = sighting_table_build(&t->records, t->places.resolver, &m->sightings, err);
    if (status == BOWLINE_OK)
        status = visit_table_build(&m->sightings, t->entities.of_record, &m->visits, err);
    if (status == BOWLINE_OK)
        status = sighting_store_write(context->store, &m->sightings, err);
    if (status == BOWLINE_OK)
        status = visit_store_write(context->store, &m->visits, err);
    return status;
}

/* Networks and, above them, entities outside networks. */
static enum bowline_status load_units(struct stage_context *context, struct movement *m,
                                      struct bowline_error *err)
{
    const struct case_tables *t = context->tables;
    size_t records = (size_t)t->records.count + 1;
    m->unit_of = memory_new(records, sizeof *m->unit_of);
    m->network_of = memory_new(records, sizeof *m->network_of);
    m->network_of_entity = memory_new((size_t)t->entities.count + 1, sizeof *m->network_of_entity);
    if (!m->unit_of || !m->network_of || !m->network_of_entity)
        return error_memory(err);
    enum bowline_status status =
        network_store_load(context->store, m->network_of, t->records.count, &m->networks, err);
    if (status == BOWLINE_OK)
        status = network_store_load_entities(context->store, m->network_of_entity, t->entities.count, err);
    for (size_t r = 1; status == BOWLINE_OK && r < records; r++) {
        uint32_t entity = t->entities.of_record[r];
        m->unit_of[r] = m->network_of[r] ? m->network_of[r] : entity ? m->networks + entity : 0;
    }
    return status;
}

static enum bowline_status find_circuits(struct stage_context *context, struct movement *m,
                                         struct bowline_error *err)
{
    const struct case_tables *t = context->tables;
    const struct trace_inputs inputs = {.records = &t->records,
                                        .sightings = &m->sightings,
                                        .identifiers = &t->identifiers,
                                        .unit_of = m->unit_of,
                                        .entity_of = t->entities.of_record,
                                        .network_count = m->networks};
    enum bowline_status status = trace_table_build(&inputs, &trace_defaults, &m->traces, err);
    if (status == BOWLINE_OK)
        status = circuit_table_build(&m->traces, &circuit_defaults, context->parallel, &m->circuits, err);
    if (status == BOWLINE_OK)
        status = circuit_store_write(context->store, &m->circuits, m->networks, err);
    return status;
}

static enum bowline_status find_premises(struct stage_context *context, struct movement *m,
                                         struct bowline_error *err)
{
    const struct case_tables *t = context->tables;
    const struct premises_inputs inputs = {.records = &t->records,
                                           .mentions = &t->mentions,
                                           .sightings = &m->sightings,
                                           .identifiers = &t->identifiers,
                                           .entity_of = t->entities.of_mention,
                                           .network_of_record = m->network_of,
                                           .network_of_entity = m->network_of_entity,
                                           .entity_count = t->entities.count};
    enum bowline_status status = premises_table_build(&inputs, &m->premises, err);
    if (status == BOWLINE_OK)
        status = premises_store_write(context->store, &m->premises, err);
    return status;
}

static enum bowline_status find_facts(struct stage_context *context, struct movement *m,
                                      struct bowline_error *err)
{
    const struct case_tables *t = context->tables;
    const uint32_t *entity_of = t->entities.of_record;
    const struct history_inputs history = {&t->records, &t->mentions, t->entities.of_mention,
                                           m->network_of_entity, t->entities.count};
    enum bowline_status status =
        growth_table_build(&m->sightings, m->network_of, &growth_defaults, &m->facts.growth, err);
    if (status == BOWLINE_OK)
        status = phase_list_build(&history, &m->facts.phases, err);
    if (status == BOWLINE_OK)
        status = route_list_build(&m->traces, &m->facts.routes, err);
    if (status == BOWLINE_OK)
        status = conflict_list_build(&m->sightings, entity_of, &conflict_defaults, &m->facts.conflicts, err);
    if (status == BOWLINE_OK)
        status = meeting_list_build(&m->visits, &meeting_defaults, &m->facts.meetings, err);
    if (status == BOWLINE_OK)
        status = growth_store_write(context->store, &m->facts, m->networks, err);
    return status;
}

/* What could not be used is said with what was. */
static void summarise(const struct movement *m, struct buffer *summary)
{
    buffer_format(summary,
                  "%zu sightings at %u places, %zu visits; %zu circuits in %zu groups looked at; %u "
                  "premises, %zu used by networks",
                  m->sightings.count, m->sightings.place_count, m->visits.count, m->circuits.count,
                  m->circuits.tested, m->premises.count, m->premises.used_count);
    size_t unknown = 0;
    for (size_t i = 0; i < m->sightings.count; i++)
        unknown += m->sightings.sightings[i].place &&
                   !m->sightings.places[m->sightings.sightings[i].place].gazetteer;
    if (m->traces.without_time)
        buffer_format(summary, "; %zu without a time", m->traces.without_time);
    if (unknown)
        buffer_format(summary, "; %zu at places that the gazetteer does not know", unknown);
    if (m->sightings.bad_coordinates)
        buffer_format(summary, "; %zu with coordinates that cannot be", m->sightings.bad_coordinates);
    if (m->sightings.swapped_coordinates)
        buffer_format(summary, "; %zu with latitude and longitude exchanged, put right",
                      m->sightings.swapped_coordinates);
}

enum bowline_status stage_movement(struct stage_context *context, struct bowline_error *err)
{
    struct movement m = {.unit_of = NULL};
    sighting_table_init(&m.sightings);
    enum bowline_status status = find_sightings(context, &m, err);
    if (status == BOWLINE_OK)
        status = load_units(context, &m, err);
    if (status == BOWLINE_OK)
        status = find_circuits(context, &m, err);
    if (status == BOWLINE_OK)
        status = find_premises(context, &m, err);
    if (status == BOWLINE_OK)
        status = find_facts(context, &m, err);
    context->items = m.sightings.count;
    summarise(&m, context->summary);
    movement_release(&m);
    return status;
}
