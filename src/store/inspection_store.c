/* What the largest entity hangs together by. */
#include "store/inspection_store.h"

#include "store/bulk.h"

struct inspection_rows {
    const struct mention_table *mentions;
    const struct inspection *found;
    unsigned at;
    enum identifier_type types[IDENTIFIER_TYPE_COUNT]; /* in the order of their names; 0: the whole */
    unsigned count;
};

static const char *held_out_name(enum identifier_type type)
{
    return type ? identifier_type_name(type) : "";
}

static void order_types(struct inspection_rows *rows)
{
    for (unsigned t = 0; t < IDENTIFIER_TYPE_COUNT; t++) {
        if (t && !rows->found->parts[t])
            continue;
        unsigned at = rows->count++;
        struct span name = span_of(held_out_name((enum identifier_type)t));
        while (at > 0 && span_compare(name, span_of(held_out_name(rows->types[at - 1]))) < 0) {
            rows->types[at] = rows->types[at - 1];
            at--;
        }
        rows->types[at] = (enum identifier_type)t;
    }
}

static bool next_type_row(void *context, struct bulk_row *row)
{
    struct inspection_rows *rows = context;
    if (rows->at == rows->count)
        return false;
    enum identifier_type type = rows->types[rows->at++];
    bulk_text(row, held_out_name(type));
    bulk_int(row, rows->found->entity);
    bulk_int(row, type ? rows->found->parts[type] : 1);
    bulk_int(row, type ? rows->found->kept[type] : rows->found->mentions);
    return true;
}

static bool next_cut_row(void *context, struct bulk_row *row)
{
    struct inspection_rows *rows = context;
    if (rows->at == rows->found->cut_count)
        return false;
    const struct inspection_cut *cut = &rows->found->cuts[rows->at++];
    const struct mention *a = &rows->mentions->mentions[cut->a];
    const struct mention *b = &rows->mentions->mentions[cut->b];
    bulk_int(row, rows->at);
    bulk_int(row, rows->found->entity);
    bulk_int(row, a->record);
    bulk_text(row, party_name((enum party)a->party));
    bulk_int(row, b->record);
    bulk_text(row, party_name((enum party)b->party));
    bulk_int(row, cut->bits);
    bulk_int(row, cut->parties);
    bulk_int(row, cut->links);
    return true;
}

enum bowline_status inspection_store_write(struct store *store, const struct mention_table *mentions,
                                           const struct inspection *found, struct bowline_error *err)
{
    struct inspection_rows types = {.mentions = mentions, .found = found};
    struct inspection_rows cuts = types;
    if (!found->entity)
        return BOWLINE_OK;
    order_types(&types);
    enum bowline_status status =
        bulk_insert(store, &(struct bulk){"inspection", 4, &types, next_type_row}, err);
    return status == BOWLINE_OK
               ? bulk_insert(store, &(struct bulk){"inspection_cut", 9, &cuts, next_cut_row}, err)
               : status;
}

void read_inspection(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store, "SELECT type, entity, parts, kept FROM inspection ORDER BY type", err);
}

bool next_inspection(struct cursor *c, struct inspection_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct inspection_row){cursor_span(c, 0), cursor_id(c, 1), cursor_int(c, 2), cursor_int(c, 3)};
    return true;
}

void read_inspection_cuts(struct store *store, struct cursor *out, struct bowline_error *err)
{
    cursor_open(out, store,
                "SELECT from_record, from_party, to_record, to_party, bits, parties, links"
                " FROM inspection_cut ORDER BY cut",
                err);
}

bool next_inspection_cut(struct cursor *c, struct inspection_cut_row *row)
{
    if (!cursor_next(c))
        return false;
    *row = (struct inspection_cut_row){
        .from_record = cursor_id(c, 0),
        .from_party = cursor_span(c, 1),
        .to_record = cursor_id(c, 2),
        .to_party = cursor_span(c, 3),
        .bits = (millibits)cursor_int(c, 4),
        .parties = cursor_int(c, 5),
        .links = cursor_int(c, 6),
    };
    return true;
}
