/* Conclusions: roles in networks, and what else each network could be. And what they are concluded from. */
#ifndef STORE_ROLE_STORE_H
#define STORE_ROLE_STORE_H

#include "roles/rival_list.h"
#include "store/store.h"

enum bowline_status role_store_write(struct store *store, const struct role_table *table,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status rival_store_write(struct store *store, const struct rival_list *list,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What the case says of networks: of each entity its network, the ties inside, and which accounts collect. */
struct role_basis {
    uint32_t *network_of; /* [1 .. entities] */
    uint32_t network_count;
    struct member_tie *ties;
    size_t tie_count, tie_capacity;
    uint8_t *is_collector; /* [1 .. identifiers] */
};

enum bowline_status role_basis_load(struct store *store, uint32_t entities, uint32_t identifiers,
                                    struct role_basis *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void role_basis_release(struct role_basis *basis);

#endif
