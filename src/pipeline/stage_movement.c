/* The stage of movement: sightings, visits, traces, circuits. */
#include "pipeline/stages.h"

#include "base/memory.h"
#include "movement/circuit_table.h"
#include "store/circuit_store.h"
#include "store/movement_store.h"

struct movement {
    struct sighting_table sightings;
    struct visit_table visits;
    struct trace_table traces;
    struct circuit_table circuits;
    uint32_t *unit_of; /* [record]: its network, or above these its entity; 0: none */
    uint32_t networks;
};

static void movement_release(struct movement *m)
{
    sighting_table_release(&m->sightings);
    visit_table_release(&m->visits);
    trace_table_release(&m->traces);
    circuit_table_release(&m->circuits);
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
    m->unit_of = memory_new((size_t)t->records.count + 1, sizeof *m->unit_of);
    if (!m->unit_of)
        return error_memory(err);
    enum bowline_status status =
        network_store_load(context->store, m->unit_of, t->records.count, &m->networks, err);
    for (uint64_t r = 1; status == BOWLINE_OK && r <= t->records.count; r++)
        if (!m->unit_of[r] && t->entities.of_record[r])
            m->unit_of[r] = m->networks + t->entities.of_record[r];
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

static void summarise(const struct movement *m, struct buffer *summary)
{
    buffer_format(summary, "%zu sightings at %u places, %zu visits; %zu circuits in %zu groups looked at",
                  m->sightings.count, m->sightings.place_count, m->visits.count, m->circuits.count,
                  m->circuits.tested);
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
    context->items = m.sightings.count;
    summarise(&m, context->summary);
    movement_release(&m);
    return status;
}
