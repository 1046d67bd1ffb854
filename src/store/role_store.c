/* Conclusions: roles in networks, and what else each network could be. */
#include "store/role_store.h"

#include "base/memory.h"
#include "entities/network_table.h"
#include "money/account_kinds.h"
#include "store/bulk.h"
#include "store/read_cursor.h"

struct role_rows {
    const struct role_table *table;
    size_t at;
    uint32_t position;
};

static bool next_role_row(void *context, struct bulk_row *row)
{
    struct role_rows *rows = context;
    if (rows->at == rows->table->count)
        return false;
    const struct held_role *each = &rows->table->roles[rows->at++];
    bulk_int(row, (int64_t)rows->at);
    bulk_int(row, each->network);
    bulk_int(row, each->entity);
    bulk_text(row, role_kind_name((enum role_kind)each->kind));
    bulk_int(row, each->count);
    bulk_int(row, each->of);
    bulk_int(row, each->members);
    bulk_int(row, each->bits);
    bulk_text(row, likelihood_words(bits_probability(each->bits)));
    bulk_text(row, analytic_confidence_words((enum analytic_confidence)each->confidence));
    return true;
}

static bool next_role_record_row(void *context, struct bulk_row *row)
{
    struct role_rows *rows = context;
    while (rows->at < rows->table->count && rows->position == rows->table->roles[rows->at].kept) {
        rows->at++;
        rows->position = 0;
    }
    if (rows->at == rows->table->count)
        return false;
    bulk_int(row, (int64_t)rows->at + 1);
    bulk_int(row, rows->position);
    bulk_int(row, rows->table->evidence[rows->table->roles[rows->at].first + rows->position++]);
    return true;
}

enum bowline_status role_store_write(struct store *store, const struct role_table *table,
                                     struct bowline_error *err)
{
    struct role_rows roles = {.table = table};
    struct role_rows records = {.table = table};
    enum bowline_status status = bulk_insert(store, &(struct bulk){"role", 10, &roles, next_role_row}, err);
    if (status == BOWLINE_OK)
        status = bulk_insert(store, &(struct bulk){"role_record", 3, &records, next_role_record_row}, err);
    return status;
}

struct rival_rows {
    const struct rival_list *list;
    size_t at;
};

static bool next_rival_row(void *context, struct bulk_row *row)
{
    struct rival_rows *rows = context;
    if (rows->at == rows->list->count)
        return false;
    const struct rival_point *each = &rows->list->points[rows->at++];
    bulk_int(row, (int64_t)rows->at);
    bulk_int(row, each->network);
    bulk_text(row, rival_title((enum rival)each->rival));
    bulk_text(row, each->is_for ? "for" : "against");
    bulk_span(row, buffer_span(&rows->list->pool, each->text));
    return true;
}

enum bowline_status rival_store_write(struct store *store, const struct rival_list *list,
                                      struct bowline_error *err)
{
    struct rival_rows rows = {list, 0};
    return bulk_insert(store, &(struct bulk){"rival", 5, &rows, next_rival_row}, err);
}

void role_basis_release(struct role_basis *basis)
{
    memory_free(basis->network_of);
    memory_free(basis->ties);
    memory_free(basis->is_collector);
    *basis = (struct role_basis){0};
}

static enum bowline_status load_networks(struct store *store, uint32_t entities, struct role_basis *out,
                                         struct bowline_error *err)
{
    struct cursor c;
    cursor_open(&c, store, "SELECT entity, network FROM entity WHERE network > 0", err);
    while (cursor_next(&c)) {
        uint32_t entity = cursor_id(&c, 0);
        uint32_t network = cursor_id(&c, 1);
        if (entity > entities)
            continue;
        out->network_of[entity] = network;
        out->network_count = network > out->network_count ? network : out->network_count;
    }
    return cursor_close(&c);
}

static uint8_t tie_kind_of(struct span name)
{
    for (unsigned kind = TIE_PAYMENT; kind < TIE_KIND_COUNT; kind++)
        if (span_equal(name, span_of(tie_kind_name((enum tie_kind)kind))))
            return (uint8_t)kind;
    return 0;
}

static enum bowline_status load_ties(struct store *store, uint32_t entities, struct role_basis *out,
                                     struct bowline_error *err)
{
    struct cursor c;
    bool ok = true;
    cursor_open(&c, store,
                "SELECT network, from_entity, to_entity, records, example, bits, kind FROM tie"
                " WHERE network > 0 ORDER BY rowid",
                err);
    while (ok && cursor_next(&c)) {
        struct member_tie tie = {cursor_id(&c, 0),
                                 cursor_id(&c, 1),
                                 cursor_id(&c, 2),
                                 cursor_id(&c, 3),
                                 cursor_id(&c, 4),
                                 (millibits)cursor_int(&c, 5),
                                 tie_kind_of(cursor_span(&c, 6))};
        if (tie.network > out->network_count || tie.from > entities || tie.to > entities)
            continue;
        ok = memory_reserve(&out->ties, &out->tie_capacity, out->tie_count + 1, UINT32_MAX);
        if (ok)
            out->ties[out->tie_count++] = tie;
    }
    enum bowline_status status = cursor_close(&c);
    return status == BOWLINE_OK && !ok ? error_memory(err) : status;
}

static enum bowline_status load_collectors(struct store *store, uint32_t identifiers, struct role_basis *out,
                                           struct bowline_error *err)
{
    struct cursor c;
    cursor_open(&c, store, "SELECT account FROM account_kind WHERE kind = ?1", err);
    cursor_bind_text(&c, 1, span_of(account_kind_name(ACCOUNT_COLLECTOR)));
    while (cursor_next(&c))
        if (cursor_id(&c, 0) <= identifiers)
            out->is_collector[cursor_id(&c, 0)] = 1;
    return cursor_close(&c);
}

enum bowline_status role_basis_load(struct store *store, uint32_t entities, uint32_t identifiers,
                                    struct role_basis *out, struct bowline_error *err)
{
    *out = (struct role_basis){.network_of = memory_new((size_t)entities + 1, sizeof *out->network_of),
                               .is_collector = memory_new((size_t)identifiers + 1, 1)};
    enum bowline_status status = out->network_of && out->is_collector ? BOWLINE_OK : error_memory(err);
    if (status == BOWLINE_OK)
        status = load_networks(store, entities, out, err);
    if (status == BOWLINE_OK)
        status = load_ties(store, entities, out, err);
    if (status == BOWLINE_OK)
        status = load_collectors(store, identifiers, out, err);
    if (status != BOWLINE_OK)
        role_basis_release(out);
    return status;
}
