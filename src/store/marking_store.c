/* Grades and handling codes are written, and inherited as they are read. */
#include "store/marking_store.h"

#include "store/bulk.h"

struct marking_rows {
    const struct record_table *records;
    record_id record;
    const struct cell *next, *end;
    record_id last; /* that had one */
    uint32_t count;
};

static bool next_row(void *context, struct bulk_row *out)
{
    struct marking_rows *m = context;
    while (m->record <= m->records->count) {
        for (; m->next < m->end; m->next++) {
            struct marking marking;
            enum column_type type = cell_field(m->records, m->next)->role.type;
            struct span value = cell_value(m->records, m->next);
            bool is_handling = type == TYPE_HANDLING;
            if (!(is_handling && !handling_parse(value, &marking)) &&
                !(type == TYPE_GRADE && !grade_parse(value, &marking)))
                continue;
            m->next++;
            m->count += m->last != m->record;
            m->last = m->record;
            bulk_int(out, m->record);
            bulk_text(out, is_handling ? "handling" : "grade");
            bulk_span(out, marking.scheme);
            bulk_span(out, marking.code);
            bulk_int(out, marking.rank);
            return true;
        }
        if (++m->record > m->records->count)
            break;
        m->next = record_cells_begin(m->records, m->record);
        m->end = record_cells_end(m->records, m->record);
    }
    return false;
}

enum bowline_status marking_store_write(struct store *store, const struct record_table *records,
                                        uint32_t *count, struct bowline_error *err)
{
    struct marking_rows rows = {.records = records};
    enum bowline_status status = bulk_insert(store, &(struct bulk){"marking", 5, &rows, next_row}, err);
    *count = rows.count;
    return status;
}

/* SQLite takes the other columns of a max() from the row that has it. */
#define INHERIT(RECORDS)                                                                                     \
    "SELECT m.kind, m.scheme, m.code, max(m.rank) FROM marking AS m WHERE m.record IN (" RECORDS             \
    ") GROUP BY m.kind, m.scheme ORDER BY m.kind, m.scheme"

static const char *const queries[MARKING_OF_KINDS] = {
    [MARKING_OF_RECORD] = INHERIT("?1"),
    [MARKING_OF_ENTITY] = INHERIT("SELECT record FROM entity_party WHERE entity = ?1"),
    [MARKING_OF_NETWORK] = INHERIT("SELECT record FROM assignment WHERE network = ?1 AND network > 0"),
    [MARKING_OF_LINK] =
        INHERIT("SELECT from_record FROM link WHERE link = ?1 UNION SELECT to_record FROM link"
                " WHERE link = ?1"),
    [MARKING_OF_TEMPLATE] = INHERIT("SELECT record FROM template_member WHERE template = ?1"),
};

void read_markings(struct store *store, enum marking_of of, uint32_t id, struct cursor *out,
                   struct bowline_error *err)
{
    cursor_open(out, store, queries[of], err);
    cursor_bind(out, 1, id);
}

bool next_marking(struct cursor *c, struct marking_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct marking_row){cursor_span(c, 0), cursor_span(c, 1), cursor_span(c, 2)};
    return true;
}

void read_handling_totals(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT scheme, code, count(DISTINCT record) FROM marking WHERE kind = 'handling'"
                " GROUP BY scheme, rank ORDER BY scheme, rank DESC",
                err);
}

bool next_handling_total(struct cursor *c, struct marking_total *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct marking_total){cursor_span(c, 0), cursor_span(c, 1), cursor_int(c, 2)};
    return true;
}

#define INHERITED(OF, ID, TABLE)                                                                             \
    "SELECT '" OF "', t." ID ", m.kind, m.scheme, m.code, max(m.rank) FROM " TABLE                           \
    " AS t JOIN marking AS m ON m.record = t.record WHERE t." ID " > 0 GROUP BY t." ID ", m.kind, m.scheme"

void read_all_markings(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(
        out, store,
        "SELECT * FROM (SELECT 'record', s.name || '/' || r.key, m.kind, m.scheme, m.code, m.rank"
        " FROM marking AS m JOIN record AS r ON r.record = m.record JOIN resource AS s"
        " ON s.resource = r.resource ORDER BY m.record, m.kind, m.scheme) UNION ALL " INHERITED("entity", "entity", "entity_party") " UNION ALL " INHERITED(
            "network", "network",
            "assignment") " UNION ALL " INHERITED("template", "template",
                                                  "template_member") " UNION ALL " INHERITED("link", "link",
                                                                                             "link_end"),
        err);
}

bool next_marking_line(struct cursor *c, struct marking_line *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct marking_line){cursor_span(c, 0), cursor_span(c, 1), cursor_span(c, 2), cursor_span(c, 3),
                                 cursor_span(c, 4)};
    return true;
}

enum bowline_status markings_are_there(struct store *store, bool *out, struct bowline_error *err)
{
    int64_t count = 0;
    enum bowline_status status = statement_count(store, "SELECT EXISTS (SELECT 1 FROM marking)", &count, err);
    *out = count > 0;
    return status;
}
