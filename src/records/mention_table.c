/* Mentions: one for each party that a record names. */
#include "records/mention_table.h"

#include "base/memory.h"

enum party kind_principal(enum record_kind kind)
{
    switch (kind) {
    case KIND_AD: return PARTY_CONTACT;
    case KIND_STAY: return PARTY_BOOKER;
    case KIND_PAYMENT:
    case KIND_CALL: return PARTY_FROM;
    case KIND_REPORT: return PARTY_AUTHOR;
    case KIND_NONE:
    case KIND_PREMISES:
    case KIND_PERSON:
    case KIND_COUNT: break;
    }
    return PARTY_SELF;
}

bool party_is_principal(enum party party)
{
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
        if (kind_principal((enum record_kind)kind) == party)
            return true;
    return false;
}

/* The parties that have a cell in the record, and its principal, as a set of bits. */
static unsigned parties_of(const struct record_table *records, record_id id)
{
    unsigned set = 1u << kind_principal((enum record_kind)records->records[id].kind);
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++)
        set |= 1u << cell_field(records, c)->role.party;
    /* The place of a stay is where, not who: its house is a tie of networks, not a party. */
    if (records->records[id].kind == KIND_STAY)
        set &= ~(1u << PARTY_SELF);
    return set;
}

static size_t fill(const struct record_table *records, struct mention_table *out)
{
    size_t next = 1;
    for (record_id id = 1; id <= records->count; id++) {
        unsigned set = parties_of(records, id);
        if (out->first)
            out->first[id] = (mention_id)next;
        for (unsigned party = 0; party < PARTY_COUNT; party++) {
            if (!(set >> party & 1))
                continue;
            if (out->mentions) {
                bool hidden = party_is_protected((enum party)party) || records->records[id].is_protected;
                out->mentions[next] =
                    (struct mention){.record = id, .party = (uint8_t)party, .is_protected = hidden};
            }
            next++;
        }
    }
    if (out->first)
        out->first[records->count + 1] = (mention_id)next;
    return next;
}

enum bowline_status mention_table_build(const struct record_table *records, struct mention_table *out,
                                        struct bowline_error *err)
{
    *out = (struct mention_table){0};
    size_t end = fill(records, out);
    if (end > UINT32_MAX)
        return error_set(err, BOWLINE_ERROR_SPACE, "more than 4,294,967,295 parties: split the case");
    out->mentions = memory_new(end, sizeof *out->mentions);
    out->first = memory_new((size_t)records->count + 2, sizeof *out->first);
    if (!out->mentions || !out->first) {
        mention_table_release(out);
        return error_memory(err);
    }
    fill(records, out);
    out->count = (uint32_t)(end - 1);
    return BOWLINE_OK;
}

void mention_table_release(struct mention_table *table)
{
    memory_free(table->mentions);
    memory_free(table->first);
    *table = (struct mention_table){0};
}

mention_id mention_find(const struct mention_table *table, record_id record, enum party party)
{
    for (mention_id m = table->first[record]; m < table->first[record + 1]; m++)
        if (table->mentions[m].party == party)
            return m;
    return 0;
}

mention_id mention_principal(const struct mention_table *table, const struct record_table *records,
                             record_id record)
{
    return mention_find(table, record, kind_principal((enum record_kind)records->records[record].kind));
}
