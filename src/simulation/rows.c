/* What all tables share: cells of things that actors show, and the truth. */
#include "simulation/rows.h"

#include "simulation/owner.h"
#include "simulation/profile.h"

void cell_scratch(struct row_output *out)
{
    if (!buffer_ok(&out->scratch))
        out->table.bytes.failed = true;
    cell_span(&out->table, buffer_all(&out->scratch));
    buffer_reset(&out->scratch);
}

void cell_actor_name(struct row_output *out, uint32_t op)
{
    actor_name_write(&out->scratch, out->world, op);
    cell_scratch(out);
}

void cell_actor_iban(struct row_output *out, uint32_t op, uint32_t which)
{
    actor_iban_write(&out->scratch, out->world, op, which);
    cell_scratch(out);
}

enum bowline_status row_end(struct row_output *out, const char *resource, const char *key_prefix,
                            uint64_t number, uint32_t owner)
{
    struct table_writer *truth = &out->truth;
    uint32_t ring = owner == ACTOR_NONE ? 0 : out->world->actors[owner].ring;
    cell_text(truth, resource);
    cell_key(truth, key_prefix, number);
    if (owner_is_entity(out->world, owner))
        cell_key(truth, "E-", (uint64_t)owner + 1);
    else
        cell_text(truth, "");
    if (ring)
        cell_key(truth, "N-", ring);
    else
        cell_text(truth, "");
    enum bowline_status status = cells_end(truth, out->err);
    return status == BOWLINE_OK ? cells_end(&out->table, out->err) : status;
}

enum bowline_status write_entities(struct row_output *out)
{
    static const char *const kinds[ACTOR_KINDS] = {"ring",    "spam",  "agency",   "independent", "site",
                                                   "company", "hotel", "landlord", "household"};
    const struct world *world = out->world;
    buffer_append_text(&out->table.bytes, "entity,kind,network,records\n");
    for (uint32_t op = 0; op < world->actor_count; op++) {
        if (!owner_is_entity(world, op))
            continue;
        cell_key(&out->table, "E-", (uint64_t)op + 1);
        cell_text(&out->table, kinds[world->actors[op].kind]);
        if (world->actors[op].ring)
            cell_key(&out->table, "N-", world->actors[op].ring);
        else
            cell_text(&out->table, "");
        cell_number(&out->table, world->claimed[op], 1);
        enum bowline_status status = cells_end(&out->table, out->err);
        if (status != BOWLINE_OK)
            return status;
    }
    return BOWLINE_OK;
}
