/* Shapes of money and red flags, read. */
#include "store/read_flags.h"

#define MOTIF_COLUMNS                                                                                        \
    "SELECT m.motif, m.kind, m.account, m.other, coalesce(i.value, ''), coalesce(o.value, ''), m.currency,"  \
    " coalesce(i.protected, 0), coalesce(o.protected, 0), m.accounts, m.payments, m.cents, m.time_begin,"    \
    " m.time_end, m.bits FROM motif AS m LEFT JOIN identifier AS i ON i.identifier = m.account"              \
    " LEFT JOIN identifier AS o ON o.identifier = m.other"

/* The identifiers that the parties of a network's entities use. */
#define OF_NETWORK                                                                                           \
    "(SELECT DISTINCT u.identifier AS identifier FROM entity AS e CROSS JOIN entity_party AS k"              \
    " ON k.entity = e.entity CROSS JOIN identifier_use AS u ON u.record = k.record AND u.party = k.party"    \
    " WHERE e.network = ?1)"

void read_motifs(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, MOTIF_COLUMNS " ORDER BY m.motif", err);
}

void read_network_motifs(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                         struct bowline_error *err)
{
    cursor_open(out, store,
                MOTIF_COLUMNS " WHERE m.account IN " OF_NETWORK " OR m.other IN " OF_NETWORK
                              " OR m.motif IN (SELECT p.motif FROM motif_payment AS p CROSS JOIN"
                              " identifier_use AS u ON u.record = p.record WHERE u.identifier IN " OF_NETWORK
                              " AND u.party IN ('from', 'to'))"
                              " ORDER BY m.bits DESC, m.motif LIMIT ?2",
                err);
    cursor_bind(out, 1, network);
    cursor_bind(out, 2, limit);
}

bool next_motif(struct cursor *c, struct motif_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct motif_row){
        .motif = cursor_id(c, 0),
        .kind = cursor_span(c, 1),
        .account = cursor_id(c, 2),
        .other = cursor_id(c, 3),
        .value = cursor_value(c, 4),
        .other_value = cursor_value(c, 5),
        .currency = cursor_span(c, 6),
        .is_protected = cursor_int(c, 7) != 0,
        .is_other_protected = cursor_int(c, 8) != 0,
        .accounts = cursor_int(c, 9),
        .payments = cursor_int(c, 10),
        .cents = cursor_int(c, 11),
        .begin = cursor_int(c, 12),
        .end = cursor_int(c, 13),
        .bits = (millibits)cursor_int(c, 14),
    };
    return true;
}

void read_flags(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT flag, name, title, source, fires, innocent, tested, fired FROM flag ORDER BY flag",
                err);
}

bool next_flag(struct cursor *c, struct flag_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct flag_row){cursor_id(c, 0),   cursor_span(c, 1), cursor_span(c, 2), cursor_span(c, 3),
                             cursor_span(c, 4), cursor_span(c, 5), cursor_int(c, 6),  cursor_int(c, 7)};
    return true;
}

#define HIT_COLUMNS                                                                                          \
    "SELECT h.hit, h.flag, h.identifier, i.type, i.value, h.currency, h.what, i.protected, h.records"        \
    " FROM flag_hit AS h JOIN identifier AS i ON i.identifier = h.identifier"

void read_hits(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, HIT_COLUMNS " ORDER BY h.hit", err);
}

void read_network_hits(struct store *store, uint32_t network, unsigned limit, struct cursor *out,
                       struct bowline_error *err)
{
    cursor_open(out, store,
                HIT_COLUMNS " WHERE h.identifier IN " OF_NETWORK
                            " ORDER BY h.flag, h.records DESC, h.hit LIMIT ?2",
                err);
    cursor_bind(out, 1, network);
    cursor_bind(out, 2, limit);
}

bool next_hit(struct cursor *c, struct hit_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct hit_row){
        .hit = cursor_id(c, 0),
        .flag = cursor_id(c, 1),
        .identifier = cursor_id(c, 2),
        .type = cursor_span(c, 3),
        .value = cursor_value(c, 4),
        .currency = cursor_span(c, 5),
        .what = cursor_span(c, 6),
        .is_protected = cursor_int(c, 7) != 0,
        .records = cursor_int(c, 8),
    };
    return true;
}

void read_motif_payments(struct store *store, uint32_t motif, unsigned limit, struct cursor *out,
                         struct bowline_error *err)
{
    cursor_open(
        out, store,
        motif ? "SELECT motif, record FROM motif_payment WHERE motif = ?1 ORDER BY position LIMIT ?2"
              : "SELECT motif, record FROM motif_payment WHERE ?1 = 0 ORDER BY motif, position LIMIT ?2",
        err);
    cursor_bind(out, 1, motif);
    cursor_bind(out, 2, limit);
}

void read_hit_records(struct store *store, uint32_t hit, unsigned limit, struct cursor *out,
                      struct bowline_error *err)
{
    cursor_open(out, store,
                hit ? "SELECT hit, record FROM flag_record WHERE hit = ?1 ORDER BY position LIMIT ?2"
                    : "SELECT hit, record FROM flag_record WHERE ?1 = 0 ORDER BY hit, position LIMIT ?2",
                err);
    cursor_bind(out, 1, hit);
    cursor_bind(out, 2, limit);
}

bool next_basis(struct cursor *c, struct basis_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct basis_line){cursor_id(c, 0), cursor_id(c, 1)};
    return true;
}
