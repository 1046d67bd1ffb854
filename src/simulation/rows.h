/* The rows of each table, and the line of truth beside each. */
#ifndef SIMULATION_ROWS_H
#define SIMULATION_ROWS_H

#include "simulation/table_writer.h"
#include "simulation/world.h"

struct row_output {
    const struct world *world;
    struct table_writer table; /* the one being written */
    struct table_writer truth;
    struct buffer scratch;
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

/* datapackage.json and truth-entities.csv (entity, kind of actor, network). */
write_rows write_package;
write_rows write_entities;

/* Ends the row, and writes its truth: the actor that it belongs to, or ACTOR_NONE. */
enum bowline_status row_end(struct row_output *out, const char *resource, const char *key_prefix,
                            uint64_t number, uint32_t owner) BOWLINE_WARN_UNUSED;

/* A cell of what has been written into out->scratch, which is emptied. */
void cell_scratch(struct row_output *out);
void cell_actor_name(struct row_output *out, uint32_t op);
void cell_actor_iban(struct row_output *out, uint32_t op, uint32_t which);

#endif
