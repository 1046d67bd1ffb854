/* Shapes of money and red flags, as they were concluded. */
#ifndef STORE_READ_FLAGS_H
#define STORE_READ_FLAGS_H

#include "store/read_groups.h"

struct motif_row {
    uint32_t motif, account, other; /* 0: nobody named */
    struct span kind, value, other_value, currency;
    bool is_protected, is_other_protected;
    int64_t accounts, payments, cents, begin, end;
    millibits bits;
};

struct flag_row {
    uint32_t flag;
    struct span name, title, source, fires, innocent;
    int64_t tested, fired;
};

struct hit_row {
    uint32_t hit, flag, identifier;
    struct span type, value, currency, what;
    bool is_protected;
    int64_t records;
};

/* A record that a motif or a hit rests on. */
struct basis_line {
    uint32_t owner, record; /* owner: the motif or the hit */
};

/* All by number; those of a network: that touch an account of its parties, most bits first. */
void read_motifs(struct store *store, struct cursor *out, struct bowline_error *err);
void read_network_motifs(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                         struct bowline_error *err);
bool next_motif(struct cursor *c, struct motif_row *row);

void read_flags(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_flag(struct cursor *c, struct flag_row *row);

/* All by number; those of a network: of the identifiers that its parties use, by flag, most records first. */
void read_hits(struct store *store, struct cursor *out, struct bowline_error *err);
void read_network_hits(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                       struct bowline_error *err);
bool next_hit(struct cursor *c, struct hit_row *row);

/* By owner, position; owner 0: all, else that one. */
void read_motif_payments(struct store *store, uint32_t motif, unsigned limit, struct cursor *out,
                         struct bowline_error *err);
void read_hit_records(struct store *store, uint32_t hit, unsigned limit, struct cursor *out,
                      struct bowline_error *err);
bool next_basis(struct cursor *c, struct basis_line *row);

#endif
