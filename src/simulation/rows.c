/* What all tables share: cells of things that actors show, and writing a row with its truth. */
#include "simulation/rows.h"

#include "simulation/dirt.h"
#include "simulation/lexicon.h"
#include "simulation/nation.h"
#include "simulation/owner.h"

void rows_begin(struct row_output *out, enum table table)
{
    for (const struct column *column = table_plans[table].columns; column->name; column++)
        cell_text(&out->table, column->name);
    if (buffer_ok(&out->table.bytes))
        out->table.bytes.data[out->table.bytes.length - 1] = '\n';
}

void cell_entity(struct table_writer *table, const struct world *world, uint32_t op)
{
    if (owner_is_entity(world, op))
        cell_key(table, "E-", (uint64_t)op + 1);
    else
        cell_text(table, "");
}

void cell_network(struct table_writer *table, const struct world *world, uint32_t op)
{
    uint32_t ring = op == ACTOR_NONE ? 0 : world->actors[op].ring;
    if (ring)
        cell_key(table, "N-", ring);
    else
        cell_text(table, "");
}

enum bowline_status truth_line(struct row_output *out, const char *resource, struct span id, uint32_t owner)
{
    cell_text(&out->truth, resource);
    cell_span(&out->truth, id);
    cell_entity(&out->truth, out->world, owner);
    cell_network(&out->truth, out->world, owner);
    return cells_end(&out->truth, out->err);
}

/* The marks whose bytes still stand in their cell. */
static enum bowline_status write_marks(struct row_output *out, struct span id)
{
    static const char *const types[MARK_TYPES] = {"phone",   "email", "handle",   "url",
                                                  "account", "plate", "document", "image"};
    const struct row *row = &out->row;
    const struct table_plan *plan = &table_plans[row->table];
    enum bowline_status status = BOWLINE_OK;
    for (unsigned i = 0; i < row->mark_count && status == BOWLINE_OK; i++) {
        const struct mark *mark = &row->marks[i];
        struct table_writer *table = &out->identifiers;
        struct span cell = row_cell(row, mark->cell);
        struct span written = buffer_span(&row->noted, mark->written);
        if (!written.length || !memmem(cell.at, cell.length, written.at, written.length))
            continue;
        cell_text(table, plan->name);
        cell_span(table, id);
        cell_text(table, plan->columns[mark->cell].name);
        cell_text(table, types[mark->type]);
        cell_span(table, buffer_span(&row->noted, mark->value));
        cell_text(table, form_name((enum contact_form)mark->form));
        cell_text(table, mark->language == LANGUAGE_NONE ? "" : lexicon_of(mark->language)->language);
        cell_span(table, written);
        status = cells_end(table, out->err);
    }
    return status;
}

static enum bowline_status write_decoys(struct row_output *out, struct span id)
{
    enum bowline_status status = BOWLINE_OK;
    for (int i = 0; i < BOWLINE_DECOYS && status == BOWLINE_OK; i++) {
        if (!(out->row.decoys >> i & 1))
            continue;
        cell_text(&out->decoys, table_plans[out->row.table].name);
        cell_span(&out->decoys, id);
        cell_text(&out->decoys, bowline_decoy_names[i]);
        status = cells_end(&out->decoys, out->err);
    }
    return status;
}

static void write_cells(struct row_output *out, struct span id)
{
    cell_span(&out->table, id);
    for (unsigned i = 1; i < out->row.count; i++) {
        struct span cell = row_cell(&out->row, i);
        if (out->row.table != TABLE_ADS || !memchr(cell.at, 0xee, cell.length)) {
            cell_span(&out->table, cell);
            continue;
        }
        buffer_reset(&out->scratch);
        nation_write(&out->scratch, cell, out->world->options.swap_nationality);
        cell_span(&out->table, buffer_all(&out->scratch));
        out->table.bytes.failed = out->table.bytes.failed || !buffer_ok(&out->scratch);
        buffer_reset(&out->scratch);
    }
}

static enum bowline_status write_row(struct row_output *out, struct span id, uint32_t owner)
{
    write_cells(out, id);
    enum bowline_status status = cells_end(&out->table, out->err);
    if (status == BOWLINE_OK)
        status = truth_line(out, table_plans[out->row.table].name, id, owner);
    if (status == BOWLINE_OK)
        status = write_marks(out, id);
    return status == BOWLINE_OK ? write_decoys(out, id) : status;
}

enum bowline_status row_finish(struct row_output *out, struct row_source source)
{
    struct row *row = &out->row;
    row_spoil(row, out->world, source.a, source.b, &out->scratch);
    if (!row_ok(row) || !buffer_ok(&out->scratch) || !buffer_ok(&out->value))
        return error_memory(out->err);
    enum bowline_status status = write_row(out, row_cell(row, 0), source.owner);
    if (status != BOWLINE_OK || !row_is_doubled(out->world, row->table, source.a, source.b))
        return status;
    buffer_append_span(&out->value, row_cell(row, 0));
    buffer_append_text(&out->value, "-2");
    status = buffer_ok(&out->value) ? write_row(out, buffer_all(&out->value), source.owner)
                                    : error_memory(out->err);
    buffer_reset(&out->value);
    return status;
}

void add_actor_name(struct row_output *out, uint32_t op)
{
    actor_name_write(&out->row.bytes, out->world, op);
    row_end_cell(&out->row);
}

void scratch_reset(struct row_output *out)
{
    if (!buffer_ok(&out->value) || !buffer_ok(&out->scratch))
        out->row.bytes.failed = true;
    buffer_reset(&out->value);
    buffer_reset(&out->scratch);
}

void add_marked(struct row_output *out, enum mark_type type)
{
    struct span value = buffer_all(&out->value);
    struct span written = out->scratch.length ? buffer_all(&out->scratch) : value;
    if (value.length)
        row_mark(&out->row, type, FORM_COLUMN, value, written);
    row_add(&out->row, written);
    scratch_reset(out);
}

void add_phone(struct row_output *out, struct phone_use use)
{
    actor_phone_write(&out->scratch, out->world, use);
    use.style = 0;
    actor_phone_write(&out->value, out->world, use);
    add_marked(out, MARK_PHONE);
}

void add_mail(struct row_output *out, uint32_t op, uint32_t which)
{
    actor_mail_write(&out->value, out->world, op, which);
    add_marked(out, MARK_EMAIL);
}

void add_account(struct row_output *out, uint32_t op, uint32_t which)
{
    actor_iban_write(&out->scratch, out->world, op, which);
    for (size_t i = 0; i < out->scratch.length; i++)
        if (out->scratch.data[i] != ' ')
            buffer_append_char(&out->value, out->scratch.data[i]);
    add_marked(out, MARK_ACCOUNT);
}

void add_wallet(struct row_output *out, uint32_t op, enum wallet_kind kind)
{
    wallet_write(&out->value, world_hash(out->world, FOR_NAME, op, 200 + kind), kind);
    add_marked(out, MARK_ACCOUNT);
}

void row_add_actor_decoys(struct row *row, const struct world *world, uint32_t op)
{
    const struct actor *o = &world->actors[op];
    if (o->kind == ACTOR_AGENCY)
        row_add_decoy(row, BOWLINE_DECOY_AGENCY);
    if (o->kind != ACTOR_INDEPENDENT)
        return;
    row_add_decoy(row, BOWLINE_DECOY_INDEPENDENT);
    if (o->traits & TRAIT_FLAT)
        row_add_decoy(row, BOWLINE_DECOY_SHARED_FLAT);
    if (o->traits & TRAIT_TOURING)
        row_add_decoy(row, BOWLINE_DECOY_TOURING);
}

/* A number of the first epoch is the one that may have been, or become, another's. */
void row_add_phone_decoys(struct row *row, const struct world *world, uint32_t op, uint32_t day)
{
    if (actor_has(world, op, TRAIT_REASSIGNED) && actor_epoch(world, op, day) == 0)
        row_add_decoy(row, BOWLINE_DECOY_REASSIGNED_NUMBER);
}

enum bowline_status write_entities(struct row_output *out)
{
    const struct world *world = out->world;
    buffer_append_text(&out->table.bytes, "entity,kind,network,records\n");
    for (uint32_t op = 0; op < world->actor_count; op++) {
        if (!owner_is_entity(world, op))
            continue;
        cell_entity(&out->table, world, op);
        cell_text(&out->table, owner_kind(world, op));
        cell_network(&out->table, world, op);
        cell_number(&out->table, world->claimed[op]);
        enum bowline_status status = cells_end(&out->table, out->err);
        if (status != BOWLINE_OK)
            return status;
    }
    return BOWLINE_OK;
}
