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

enum bowline_status stage_roles(struct stage_context *context, struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    struct payment_table payments = {0};
    struct role_basis basis = {0};
    enum bowline_status status = payment_table_build(&t->records, &t->identifiers, &payments, err);
    if (status == BOWLINE_OK)
        status = role_basis_load(context->store, t->entities.count, t->identifiers.count, &basis, err);
    const struct role_inputs inputs = {.records = &t->records,
                                       .mentions = &t->mentions,
                                       .entities = &t->entities,
                                       .payments = &payments,
                                       .network_of = basis.network_of,
                                       .network_count = basis.network_count,
                                       .ties = basis.ties,
                                       .tie_count = basis.tie_count,
                                       .is_collector = basis.is_collector};
    if (status == BOWLINE_OK)
        status = write_roles(context, &inputs, err);
    role_basis_release(&basis);
    payment_table_release(&payments);
    return status;
}
