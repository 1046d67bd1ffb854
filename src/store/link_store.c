/* Conclusions: links with their evidence, and the ownership of identifiers and templates. */
#include "store/link_store.h"

#include "store/statement.h"

struct link_writer {
    struct store *store;
    const struct link_inputs *inputs;
    const struct link_table *table;
    sqlite3_stmt *link;
    sqlite3_stmt *evidence;
};

static enum bowline_status write_link(struct link_writer *w, size_t at, int64_t id, struct bowline_error *err)
{
    const struct link *link = &w->table->links[at];
    const struct mention *a = &w->inputs->mentions->mentions[link->a];
    const struct mention *b = &w->inputs->mentions->mentions[link->b];
    enum bowline_status status =
        statement_insert(w->store, w->link, err, "iititir", id, (int64_t)a->record,
                         party_name((enum party)a->party), (int64_t)b->record,
                         party_name((enum party)b->party), (int64_t)link->bits, bits_probability(link->bits));
    for (uint32_t e = 0; e < link->evidence_count && status == BOWLINE_OK; e++) {
        const struct evidence *each = &w->table->evidence[link->first_evidence + e];
        status = statement_insert(w->store, w->evidence, err, "iittii", id, (int64_t)e,
                                  evidence_kind_name((enum evidence_kind)each->kind),
                                  evidence_level_name((enum evidence_level)each->level), (int64_t)each->value,
                                  (int64_t)each->bits);
    }
    return status;
}

static enum bowline_status write_ownership(struct store *store, const char *kind,
                                           const struct ownership *rows, uint32_t count,
                                           struct bowline_error *err)
{
    sqlite3_stmt *statement;
    enum bowline_status status =
        statement_open(store, "INSERT INTO ownership VALUES (?, ?, ?, ?, ?, ?, ?)", &statement, err);
    for (uint32_t id = 1; id <= count && status == BOWLINE_OK; id++) {
        const struct ownership *row = &rows[id];
        status = statement_insert(store, statement, err, "tiiiiri", kind, (int64_t)id, (int64_t)row->records,
                                  (int64_t)row->others, (int64_t)row->places, row->per_mille / 1000.0,
                                  (int64_t)row->bits);
    }
    sqlite3_finalize(statement);
    return status;
}

static enum bowline_status write_links(struct store *store, const struct link_inputs *inputs,
                                       const struct link_table *table, const struct link_choice *choice,
                                       struct bowline_error *err)
{
    struct link_writer w = {.store = store, .inputs = inputs, .table = table};
    int64_t id = 0;
    enum bowline_status status =
        statement_open(store, "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", &w.link, err);
    if (status == BOWLINE_OK)
        status = statement_open(store, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)", &w.evidence, err);
    for (size_t i = 0; i < table->count && status == BOWLINE_OK; i++)
        if (choice->is_kept[i])
            status = write_link(&w, i, ++id, err);
    sqlite3_finalize(w.link);
    sqlite3_finalize(w.evidence);
    return status;
}

enum bowline_status link_store_write(struct store *store, const struct link_inputs *inputs,
                                     const struct link_table *table, const struct link_choice *choice,
                                     struct bowline_error *err)
{
    enum bowline_status status = write_links(store, inputs, table, choice, err);
    if (status == BOWLINE_OK)
        status = write_ownership(store, "identifier", table->identifier_ownership, inputs->identifiers->count,
                                 err);
    if (status == BOWLINE_OK)
        status = write_ownership(store, "template", table->template_ownership, inputs->templates->count, err);
    return status;
}
