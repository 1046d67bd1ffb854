/* Links as edges. */
#include "entities/entity_edges.h"

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

static bool is_left_out(const struct left_out *without, const struct evidence *e)
{
    return without && e->kind == EVIDENCE_IDENTIFIER && e->value &&
           without->identifiers->identifiers[e->value].type == without->type;
}

void entity_edge_read(const struct link_table *links, const struct link *l, const struct left_out *without,
                      struct contraction_edge *edge, struct item *items)
{
    for (uint32_t i = 0; i < l->evidence_count; i++) {
        const struct evidence *e = &links->evidence[l->first_evidence + i];
        if (e->kind == EVIDENCE_PRIOR || is_left_out(without, e))
            continue;
        enum contraction_mean mean = is_lasting(e) ? MEAN_LASTING : MEAN_PASSING;
        if (e->value && edge->item_count < ITEMS_MOST) {
            items[edge->first_item + edge->item_count++] = (struct item){key_of(e), e->bits};
        } else if (!e->value) {
            edge->mean[mean] += e->bits;
            edge->has_mean |= (uint8_t)(1u << mean);
        }
    }
}
