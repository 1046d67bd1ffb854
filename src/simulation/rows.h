/* The rows of each table, and the lines of truth beside each. */
#ifndef SIMULATION_ROWS_H
#define SIMULATION_ROWS_H

#include "simulation/contact.h"
#include "simulation/profile.h"
#include "simulation/row.h"
#include "simulation/table_writer.h"
#include "simulation/values.h"
#include "simulation/world.h"

struct row_output {
    const struct world *world;
    struct table_writer table; /* the one being written */
    struct table_writer truth, identifiers, decoys;
    struct row row;
    struct buffer scratch, value;
    struct bowline_error *err;
};

typedef enum bowline_status write_rows(struct row_output *out);

write_rows write_ads;
write_rows write_stays;
write_rows write_payments;
write_rows write_calls;
write_rows write_premises;
write_rows write_persons;
write_rows write_reports;

/* datapackage.json; truth-entities.csv, truth-circuits.csv, truth-money.csv and truth-premises.csv. */
write_rows write_package;
write_rows write_entities;
write_rows write_circuits;
write_rows write_money;
write_rows write_premises_used;

/* The header of a table, from its plan. */
void rows_begin(struct row_output *out, enum table table);

/* Spoils out->row where chance says so, and writes it, its copy if there is one, and the truth of both. a, b:
 * operator and row, or 0 and the number; owner: the actor that it belongs to, or ACTOR_NONE. */
struct row_source {
    uint64_t a, b;
    uint32_t owner;
};
enum bowline_status row_finish(struct row_output *out, struct row_source source) BOWLINE_WARN_UNUSED;

/* A line of truth.csv. */
enum bowline_status truth_line(struct row_output *out, const char *resource, struct span id,
                               uint32_t owner) BOWLINE_WARN_UNUSED;

/* "E-000007", "N-000001", or an empty cell: where the operator has one row only, and no ring. */
void cell_entity(struct table_writer *table, const struct world *world, uint32_t op);
void cell_network(struct table_writer *table, const struct world *world, uint32_t op);

/* Empties out->scratch and out->value; that one of them failed is told by the row. */
void scratch_reset(struct row_output *out);

/* Cells of what an actor shows, with its mark. use.style counts. */
void add_actor_name(struct row_output *out, uint32_t op);
void add_phone(struct row_output *out, struct phone_use use);
void add_mail(struct row_output *out, uint32_t op, uint32_t which);
void add_account(struct row_output *out, uint32_t op, uint32_t which);
void add_wallet(struct row_output *out, uint32_t op, enum wallet_kind kind);

/* The decoys that all records of an actor are; and a record that shows its phone of a day. */
void row_add_actor_decoys(struct row *row, const struct world *world, uint32_t op);
void row_add_phone_decoys(struct row *row, const struct world *world, uint32_t op, uint32_t day);

/* A cell whose value is what was appended to out->value; written in out->scratch, or the same where that is
 * empty. Both are emptied. */
void add_marked(struct row_output *out, enum mark_type type);

static inline int64_t world_second(const struct world *world, uint64_t second)
{
    return world->first_day * 86400 + (int64_t)second;
}

static inline int64_t world_day(const struct world *world, uint64_t day)
{
    return world->first_day + (int64_t)day;
}

#endif
