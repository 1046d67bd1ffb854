/* Conclusions: links with their evidence, and the ownership of identifiers and templates. */
#include "store/link_store.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/sort.h"
#include "store/bulk.h"

#include <math.h>

/* The evidence of one link as text: some tens of bytes a summand. */
static const size_t most_evidence = (size_t)16 << 20;

struct link_rows {
    const struct link_inputs *inputs;
    const struct link_table *table;
    const struct link_choice *choice;
    size_t at;
    int64_t id;
    struct buffer evidence;
    bool is_short; /* of memory */
};

/* As readers want them: the prior, then the strongest first; whatever the table's order. */
static bool is_before(const struct evidence *a, const struct evidence *b)
{
    if ((a->kind == EVIDENCE_PRIOR) != (b->kind == EVIDENCE_PRIOR))
        return a->kind == EVIDENCE_PRIOR;
    if (a->bits != b->bits)
        return a->bits > b->bits;
    if (a->kind != b->kind)
        return strcmp(evidence_kind_name((enum evidence_kind)a->kind),
                      evidence_kind_name((enum evidence_kind)b->kind)) < 0;
    if (a->value != b->value)
        return a->value < b->value;
    return a->level < b->level;
}

static void append_number(struct buffer *out, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        digits[--at] = '-';
    buffer_append(out, digits + at, sizeof digits - at);
}

static void append_summand(struct buffer *out, const struct evidence *each)
{
    buffer_append_text(out, out->length ? ",[\"" : "[[\"");
    buffer_append_text(out, evidence_kind_name((enum evidence_kind)each->kind));
    buffer_append_text(out, "\",\"");
    buffer_append_text(out, evidence_level_name((enum evidence_level)each->level));
    buffer_append_text(out, "\",");
    append_number(out, each->value);
    buffer_append_char(out, ',');
    append_number(out, each->bits);
    buffer_append_char(out, ']');
}

/* The next summand after `last` in the order of readers; equal ones keep the table's order. */
static const struct evidence *next_summand(const struct evidence *first, uint32_t count,
                                           const struct evidence *last)
{
    const struct evidence *next = NULL;
    for (const struct evidence *e = first; e < first + count; e++) {
        bool is_written = last && (is_before(e, last) || (e <= last && !is_before(last, e)));
        if (!is_written && (!next || is_before(e, next)))
            next = e;
    }
    return next;
}

/* Picks one after the other: a link has a handful of summands, and the table is not ours to sort. */
static void write_evidence(struct buffer *out, const struct evidence *first, uint32_t count)
{
    buffer_reset(out);
    if (count == 0)
        buffer_append_char(out, '[');
    for (const struct evidence *e = next_summand(first, count, NULL); e; e = next_summand(first, count, e))
        append_summand(out, e);
    buffer_append_char(out, ']');
}

static bool next_link(void *context, struct bulk_row *row)
{
    struct link_rows *rows = context;
    while (rows->at < rows->table->count && !rows->choice->is_kept[rows->at])
        rows->at++;
    if (rows->at == rows->table->count)
        return false;
    const struct link *link = &rows->table->links[rows->at++];
    const struct mention *a = &rows->inputs->mentions->mentions[link->a];
    const struct mention *b = &rows->inputs->mentions->mentions[link->b];
    bulk_int(row, ++rows->id);
    bulk_int(row, a->record);
    bulk_text(row, party_name((enum party)a->party));
    bulk_int(row, b->record);
    bulk_text(row, party_name((enum party)b->party));
    bulk_int(row, link->bits);
    bulk_real(row, calibration_probability(&rows->table->calibration, link->bits));
    write_evidence(&rows->evidence, rows->table->evidence + link->first_evidence, link->evidence_count);
    bulk_span(row, buffer_all(&rows->evidence));
    rows->is_short |= !buffer_ok(&rows->evidence);
    return !rows->is_short;
}

/* Both ends of each kept link: record << 32 | link. */
struct end_rows {
    uint64_t *ends;
    size_t count, at;
};

static bool next_end(void *context, struct bulk_row *row)
{
    struct end_rows *rows = context;
    if (rows->at == rows->count)
        return false;
    uint64_t end = rows->ends[rows->at++];
    bulk_int(row, (int64_t)(end >> 32));
    bulk_int(row, (uint32_t)end);
    return true;
}

static bool list_ends(const struct link_inputs *inputs, const struct link_table *table,
                      const struct link_choice *choice, struct end_rows *out)
{
    out->ends = memory_resize(NULL, choice->kept * 2, sizeof *out->ends);
    if (!out->ends)
        return false;
    uint64_t id = 0;
    for (size_t i = 0; i < table->count; i++) {
        if (!choice->is_kept[i])
            continue;
        const struct link *link = &table->links[i];
        uint64_t from = inputs->mentions->mentions[link->a].record;
        uint64_t to = inputs->mentions->mentions[link->b].record;
        id++;
        out->ends[out->count++] = from << 32 | id;
        if (to != from) /* two parties of one record may be linked */
            out->ends[out->count++] = to << 32 | id;
    }
    return sort_keys(out->ends, out->count);
}

static enum bowline_status write_ends(struct store *store, const struct link_inputs *inputs,
                                      const struct link_table *table, const struct link_choice *choice,
                                      struct bowline_error *err)
{
    struct end_rows rows = {0};
    enum bowline_status status = list_ends(inputs, table, choice, &rows)
                                     ? bulk_insert(store, &(struct bulk){"link_end", 2, &rows, next_end}, err)
                                     : error_memory(err);
    memory_free(rows.ends);
    return status;
}

struct ownership_rows {
    const char *kind;
    const struct ownership *rows;
    uint32_t id, count;
};

static bool next_ownership(void *context, struct bulk_row *row)
{
    struct ownership_rows *rows = context;
    if (++rows->id > rows->count)
        return false;
    const struct ownership *each = &rows->rows[rows->id];
    bulk_text(row, rows->kind);
    bulk_int(row, rows->id);
    bulk_int(row, each->records);
    bulk_int(row, each->others);
    bulk_int(row, each->places);
    bulk_real(row, each->per_mille / 1000.0);
    bulk_int(row, each->bits);
    return true;
}

static enum bowline_status write_ownership(struct store *store, const char *kind,
                                           const struct ownership *ownership, uint32_t count,
                                           struct bowline_error *err)
{
    struct ownership_rows rows = {kind, ownership, 0, count};
    return bulk_insert(store, &(struct bulk){"ownership", 7, &rows, next_ownership}, err);
}

static enum bowline_status write_links(struct store *store, const struct link_inputs *inputs,
                                       const struct link_table *table, const struct link_choice *choice,
                                       struct bowline_error *err)
{
    struct link_rows rows = {.inputs = inputs, .table = table, .choice = choice};
    buffer_init(&rows.evidence, most_evidence);
    enum bowline_status status = bulk_insert(store, &(struct bulk){"link", 8, &rows, next_link}, err);
    if (status == BOWLINE_OK && rows.is_short)
        status = error_memory(err);
    buffer_release(&rows.evidence);
    return status;
}

struct calibration_rows {
    const struct calibration *calibration;
    unsigned at; /* type * CALIBRATION_BINS + bin */
};

static bool next_bin(void *context, struct bulk_row *row)
{
    struct calibration_rows *rows = context;
    const struct calibration *c = rows->calibration;
    const unsigned end = IDENTIFIER_TYPE_COUNT * CALIBRATION_BINS;
    while (rows->at < end && !c->bins[rows->at / CALIBRATION_BINS][rows->at % CALIBRATION_BINS].pairs)
        rows->at++;
    if (rows->at == end)
        return false;
    enum identifier_type type = (enum identifier_type)(rows->at / CALIBRATION_BINS);
    unsigned bin = rows->at++ % CALIBRATION_BINS;
    const struct calibration_bin *b = &c->bins[type][bin];
    double actual = calibration_actual(c, type, bin);
    bulk_text(row, identifier_type_name(type));
    bulk_int(row, bin);
    bulk_int(row, (int64_t)b->pairs);
    bulk_int(row, (int64_t)b->agree);
    bulk_real(row, (double)b->claimed / 1e6 / (double)b->pairs);
    bulk_real(row, actual < 0 ? NAN : actual);
    return true;
}

static enum bowline_status write_calibration(struct store *store, const struct calibration *calibration,
                                             struct bowline_error *err)
{
    struct calibration_rows rows = {calibration, 0};
    return bulk_insert(store, &(struct bulk){"calibration", 6, &rows, next_bin}, err);
}

enum bowline_status link_store_write(struct store *store, const struct link_inputs *inputs,
                                     const struct link_table *table, const struct link_choice *choice,
                                     struct bowline_error *err)
{
    enum bowline_status status = write_links(store, inputs, table, choice, err);
    if (status == BOWLINE_OK)
        status = write_ends(store, inputs, table, choice, err);
    if (status == BOWLINE_OK)
        status = write_ownership(store, "identifier", table->identifier_ownership, inputs->identifiers->count,
                                 err);
    if (status == BOWLINE_OK)
        status = write_ownership(store, "template", table->template_ownership, inputs->templates->count, err);
    if (status == BOWLINE_OK)
        status = write_calibration(store, &table->calibration, err);
    return status;
}
