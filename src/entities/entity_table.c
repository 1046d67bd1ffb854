/* Entities by greedy additive edge contraction over links. */
#include "entities/entity_table.h"

#include "base/memory.h"

/* A join of groups with s and t chances for a false link costs this much for each doubling of s * t: with
 * more chances, one link proves less (Bonferroni, in bits; a third of it, for the values of a group are not
 * independent).
 */
#define JOIN_COST 350

/* Who work together share far more than strangers do: against that rival, that two are partners, a shared
 * value speaks with a twelfth of its bits. Assumed; it matters only where names or births speak against. */
#define PARTNERS 12

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

/* Under which key a shared value counts once between two groups. All pictures have one: those of one person
 * tell no more of who answers for the person than one does. */
static uint32_t key_of(const struct evidence *e)
{
    if (evidence_is_picture(e))
        return 0;
    return e->kind == EVIDENCE_TEMPLATE ? UINT32_MAX - e->value : e->value;
}

/* One has one name and one birth; places and numbers come and go. */
static bool is_lasting(const struct evidence *e)
{
    return e->kind == EVIDENCE_NAME || e->kind == EVIDENCE_BORN;
}

/* Shared values become items of the edge, each counted once however many pairs of two groups share it; what
 * fields say is averaged over the pairs. The prior is the edge's base. */
static void read_evidence(const struct link_table *links, const struct link *l, struct contraction_edge *edge,
                          struct item *items)
{
    for (uint32_t i = 0; i < l->evidence_count; i++) {
        const struct evidence *e = &links->evidence[l->first_evidence + i];
        if (e->kind == EVIDENCE_PRIOR)
            continue;
        enum contraction_mean mean = is_lasting(e) ? MEAN_LASTING : MEAN_PASSING;
        if (e->value && edge->item_count < ITEMS_MOST)
            items[edge->first_item + edge->item_count++] = (struct item){key_of(e), e->bits};
        else if (!e->value) {
            edge->mean[mean] += e->bits;
            edge->has_mean |= (uint8_t)(1u << mean);
        }
    }
}

/* Protected persons are not made into entities: they join records only as ties of networks. */
static bool may_join(const struct mention_table *mentions, mention_id a, mention_id b)
{
    return !mentions->mentions[a].is_protected && !mentions->mentions[b].is_protected;
}

static size_t list_edges(const struct link_table *links, const struct mention_table *mentions,
                         const struct decided_pairs *decided, struct contraction_edge *edges,
                         struct item *items)
{
    size_t count = 0;
    size_t item = 0;
    for (size_t i = 0; i < links->count; i++) {
        const struct link *l = &links->links[i];
        if (!may_join(mentions, l->a, l->b))
            continue;
        edges[count] = (struct contraction_edge){.a = l->a - 1, .b = l->b - 1, .first_item = (uint32_t)item};
        read_evidence(links, l, &edges[count], items);
        item += edges[count++].item_count;
    }
    for (size_t i = 0; decided && i < decided->count; i++) {
        const struct decided_pair *p = &decided->pairs[i];
        int32_t weight = p->is_same ? CONTRACTION_ALWAYS : CONTRACTION_NEVER;
        if (may_join(mentions, p->a, p->b))
            edges[count++] = (struct contraction_edge){.a = p->a - 1, .b = p->b - 1, .weight = weight};
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

/* Of premises it is who owns or else manages them that controls the record, and not the house. */
static entity_id entity_of_house(const struct mention_table *mentions, const struct entity_table *table,
                                 record_id record)
{
    entity_id owner = table->of_mention[mention_find(mentions, record, PARTY_OWNER)];
    return owner ? owner : table->of_mention[mention_find(mentions, record, PARTY_MANAGER)];
}

static void file_records(const struct mention_table *mentions, const struct record_table *records,
                         struct entity_table *out)
{
    for (record_id r = 1; r <= records->count; r++) {
        mention_id principal = mention_principal(mentions, records, r);
        entity_id filed = records->records[r].kind == KIND_PREMISES ? entity_of_house(mentions, out, r) : 0;
        if (!filed && principal)
            filed = out->of_mention[principal];
        mention_id end = record_is_senders(records, r) ? 0 : mentions->first[r + 1];
        for (mention_id m = mentions->first[r]; !filed && m < end; m++)
            filed = out->of_mention[m];
        out->of_record[r] = filed;
        if (filed)
            out->records[filed]++;
    }
}

static enum bowline_status partition(const struct link_table *links, const struct mention_table *mentions,
                                     const struct decided_pairs *decided, struct contraction_probe *probe,
                                     uint32_t *group, struct bowline_error *err)
{
    struct contraction_edge *edges = memory_new(links->count + (decided ? decided->count : 0), sizeof *edges);
    struct item *items = memory_new(links->evidence_count, sizeof *items);
    enum bowline_status status = BOWLINE_ERROR_MEMORY;
    if (edges && items) {
        const struct contraction in = {.edges = edges,
                                       .edge_count = list_edges(links, mentions, decided, edges, items),
                                       .node_count = mentions->count,
                                       .keys = links->mention_keys ? links->mention_keys + 1 : NULL,
                                       .per_doubling = JOIN_COST,
                                       .base = links->prior,
                                       .partners = PARTNERS,
                                       .items = items,
                                       .sizes = links->chances ? links->chances + 1 : NULL,
                                       .probe = probe};
        status = contraction_run(&in, group, err);
    } else {
        error_memory(err);
    }
    memory_free(edges);
    memory_free(items);
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
                                       const struct record_table *records,
                                       const struct decided_pairs *decided, struct entity_table *out,
                                       struct bowline_error *err)
{
    entity_table_init(out);
    uint32_t *group = memory_new(mentions->count, sizeof *group);
    uint32_t *first = memory_new(mentions->count, sizeof *first);
    out->of_mention = memory_new((size_t)mentions->count + 1, sizeof *out->of_mention);
    enum bowline_status status = BOWLINE_ERROR_MEMORY;
    if (group && first && out->of_mention) {
        status = partition(links, mentions, decided, NULL, group, err);
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

enum bowline_status entity_table_probe(const struct link_table *links, const struct mention_table *mentions,
                                       const struct decided_pairs *decided, struct contraction_probe *probe,
                                       struct bowline_error *err)
{
    uint32_t *group = memory_new(mentions->count, sizeof *group);
    if (!group)
        return error_memory(err);
    enum bowline_status status = partition(links, mentions, decided, probe, group, err);
    memory_free(group);
    return status;
}
