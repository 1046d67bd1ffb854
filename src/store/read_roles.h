/* Roles in networks, and what else each network could be, as they were concluded. */
#ifndef STORE_READ_ROLES_H
#define STORE_READ_ROLES_H

#include "store/read_cursor.h"

struct role_row {
    uint32_t role, network, entity;
    struct span what, likelihood, confidence;
    int64_t records, of, members;
    millibits bits;
};

struct rival_row {
    uint32_t network;
    struct span title, side, what;
};

/* By number; network 0: of all. */
void read_roles(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err);
bool next_role(struct cursor *c, struct role_row *row);

/* The records that a role rests on; role 0: all, by role. A line's owner is the role. */
void read_role_records(struct store *store, uint32_t role, unsigned limit, struct cursor *out,
                       struct bowline_error *err);

void read_rivals(struct store *store, uint32_t network, struct cursor *out, struct bowline_error *err);
bool next_rival(struct cursor *c, struct rival_row *row);

/* Reports that are filed with the network, or speak of a record that is: by record. */
void read_network_reports(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                          struct bowline_error *err);
bool next_network_report(struct cursor *c, uint32_t *record);

#endif
