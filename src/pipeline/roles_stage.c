/* The stage of roles: who does what in each network, and what else the network could be. */
#include "pipeline/stages.h"
#include "store/role_store.h"

#include "base/memory.h"

static enum bowline_status write_roles(struct stage_context *context, const struct role_inputs *inputs,
                                       struct bowline_error *err)
{
    struct role_table roles = {0};
    struct rival_list rivals = {0};
    struct network_facts *facts = network_facts_count(inputs);
    enum bowline_status status = facts ? BOWLINE_OK : error_memory(err);
    if (status == BOWLINE_OK)
        status = role_table_build(inputs, &role_defaults, &roles, err);
    if (status == BOWLINE_OK)
        status = rival_list_build(facts, inputs->network_count, &rivals, err);
    if (status == BOWLINE_OK)
        status = role_store_write(context->store, &roles, err);
    if (status == BOWLINE_OK)
        status = rival_store_write(context->store, &rivals, err);
    context->items = roles.count;
    if (status == BOWLINE_OK)
        buffer_format(context->summary, "%zu roles in %u networks", roles.count, inputs->network_count);
    role_table_release(&roles);
    rival_list_release(&rivals);
    memory_free(facts);
    return status;
}

/* [mention]: what a person marked as possibly compelled, which no role counts (Directive (EU) 2024/1712, on
 * not punishing victims for what they were made to do). */
static uint8_t *compelled_mentions(const struct case_tables *t)
{
    uint8_t *marks = memory_new((size_t)t->mentions.count + 1, 1);
    for (size_t i = 0; marks && i < t->decided_records.compelled_count; i++)
        marks[t->decided_records.compelled[i]] = 1;
    return marks;
}

enum bowline_status stage_roles(struct stage_context *context, struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    struct payment_table payments = {0};
    struct role_basis basis = {0};
    enum bowline_status status = payment_table_build(&t->records, &t->identifiers, &payments, err);
    if (status == BOWLINE_OK)
        status = role_basis_load(context->store, t->entities.count, t->identifiers.count, &basis, err);
    uint8_t *compelled = compelled_mentions(t);
    if (status == BOWLINE_OK && !compelled)
        status = error_memory(err);
    const struct role_inputs inputs = {.records = &t->records,
                                       .mentions = &t->mentions,
                                       .entities = &t->entities,
                                       .payments = &payments,
                                       .network_of = basis.network_of,
                                       .network_count = basis.network_count,
                                       .ties = basis.ties,
                                       .tie_count = basis.tie_count,
                                       .is_collector = basis.is_collector,
                                       .is_compelled = compelled};
    if (status == BOWLINE_OK)
        status = write_roles(context, &inputs, err);
    memory_free(compelled);
    role_basis_release(&basis);
    payment_table_release(&payments);
    return status;
}
