/* Entities by greedy additive edge contraction over links. */
#include "entities/entity_table.h"

#include "graph/contraction.h"

#include "base/memory.h"

/* A join of s and t mentions costs this much for each doubling of s * t: with more chances for a false link,
 * one link proves less (Bonferroni, in bits). */
#define JOIN_COST 1000

void entity_table_init(struct entity_table *table)
{
    *table = (struct entity_table){0};
}

void entity_table_release(struct entity_table *table)
{
    memory_free(table->of_mention);
    memory_free(table->of_record);
    memory_free(table->records);
    *table = (struct entity_table){0};
}

/* What a link weighs in the partition: its sum where that is above zero; else only what speaks against it,
 * for a pair of which little is known says nothing about its group. */
static millibits weight_of(const struct link_table *links, const struct link *l)
{
    if (l->bits > 0)
        return l->bits;
    millibits told = l->bits;
    for (uint32_t i = 0; i < l->evidence_count; i++)
        if (links->evidence[l->first_evidence + i].kind == EVIDENCE_PRIOR)
            told -= links->evidence[l->first_evidence + i].bits;
    return told < 0 ? told : 0;
}

/* Protected persons are not made into entities: they join records only as ties of networks. */
static size_t list_edges(const struct link_table *links, const struct mention_table *mentions,
                         struct contraction_edge *edges)
{
    size_t count = 0;
    for (size_t i = 0; i < links->count; i++) {
        const struct link *l = &links->links[i];
        millibits weight = weight_of(links, l);
        if (weight && !mentions->mentions[l->a].is_protected && !mentions->mentions[l->b].is_protected)
            edges[count++] = (struct contraction_edge){l->a - 1, l->b - 1, weight};
    }
    return count;
}

/* Marks in first[group] the record of the group's first mention, and UINT32_MAX once it has a second record.
 */
static void mark_plural(const struct mention_table *mentions, const uint32_t *group, uint32_t *first)
{
    for (mention_id m = 1; m <= mentions->count; m++) {
        uint32_t *seen = &first[group[m - 1]];
        record_id record = mentions->mentions[m].record;
        *seen = *seen == 0 || *seen == record ? record : UINT32_MAX;
    }
}

static void number_groups(const struct mention_table *mentions, const uint32_t *group, uint32_t *first,
                          struct entity_table *out)
{
    mark_plural(mentions, group, first);
    for (mention_id m = 1; m <= mentions->count; m++) {
        uint32_t g = group[m - 1];
        if (first[g] != UINT32_MAX)
            continue;
        out->of_mention[m] = g == m - 1 ? ++out->count : out->of_mention[g + 1];
    }
}

static bool is_named(const struct record_table *records, record_id id, enum party party)
{
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++)
        if (cell_field(records, c)->role.party == party)
            return true;
    return false;
}

bool record_is_senders(const struct record_table *records, record_id id)
{
    enum record_kind kind = (enum record_kind)records->records[id].kind;
    return (kind == KIND_PAYMENT || kind == KIND_CALL) && is_named(records, id, PARTY_FROM);
}

static void file_records(const struct mention_table *mentions, const struct record_table *records,
                         struct entity_table *out)
{
    for (record_id r = 1; r <= records->count; r++) {
        mention_id principal = mention_principal(mentions, records, r);
        entity_id filed = principal ? out->of_mention[principal] : 0;
        mention_id end = record_is_senders(records, r) ? 0 : mentions->first[r + 1];
        for (mention_id m = mentions->first[r]; !filed && m < end; m++)
            filed = out->of_mention[m];
        out->of_record[r] = filed;
        if (filed)
            out->records[filed]++;
    }
}

static enum bowline_status partition(const struct link_table *links, const struct mention_table *mentions,
                                     uint32_t *group, struct bowline_error *err)
{
    struct contraction_edge *edges = memory_new(links->count, sizeof *edges);
    if (!edges)
        return error_memory(err);
    const struct contraction in = {.edges = edges,
                                   .edge_count = list_edges(links, mentions, edges),
                                   .node_count = mentions->count,
                                   .keys = links->mention_keys ? links->mention_keys + 1 : NULL,
                                   .per_doubling = JOIN_COST};
    enum bowline_status status = contraction_run(&in, group, err);
    memory_free(edges);
    return status;
}

enum bowline_status entity_table_file(struct entity_table *table, const struct mention_table *mentions,
                                      const struct record_table *records, struct bowline_error *err)
{
    table->mention_count = mentions->count;
    table->record_count = records->count;
    table->of_record = memory_new((size_t)records->count + 1, sizeof *table->of_record);
    table->records = memory_new((size_t)table->count + 1, sizeof *table->records);
    if (!table->of_record || !table->records)
        return error_memory(err);
    file_records(mentions, records, table);
    return BOWLINE_OK;
}

enum bowline_status entity_table_build(const struct link_table *links, const struct mention_table *mentions,
                                       const struct record_table *records, struct entity_table *out,
                                       struct bowline_error *err)
{
    entity_table_init(out);
    uint32_t *group = memory_new(mentions->count, sizeof *group);
    uint32_t *first = memory_new(mentions->count, sizeof *first);
    out->of_mention = memory_new((size_t)mentions->count + 1, sizeof *out->of_mention);
    enum bowline_status status = BOWLINE_ERROR_MEMORY;
    if (group && first && out->of_mention) {
        status = partition(links, mentions, group, err);
        if (status == BOWLINE_OK) {
            number_groups(mentions, group, first, out);
            status = entity_table_file(out, mentions, records, err);
        }
    } else {
        error_memory(err);
    }
    memory_free(group);
    memory_free(first);
    if (status != BOWLINE_OK)
        entity_table_release(out);
    return status;
}
