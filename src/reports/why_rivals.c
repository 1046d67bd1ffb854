/* Which other groups a record has links to: where else it might belong. Links of protected parties are left
 * out, for they tell of persons and not of operators. */
#include "reports/why.h"

#include "store/read_members.h"

#define LINKS_LOOKED_AT 400 /* of the record, the strongest first */
#define RIVALS_SHOWN    5

struct rival {
    uint32_t entity, record; /* the record is that of the strongest link */
    millibits bits;          /* of the strongest link */
    unsigned links;
};

struct seen_link {
    uint32_t other;
    struct span own_party, other_party;
    millibits bits;
};

static size_t load_links(struct view *v, const struct named_party *side, struct seen_link *out)
{
    struct cursor c;
    struct link_row row;
    size_t count = 0;
    uint32_t record = side->record->row.record;
    read_record_links(v->store, record, LINKS_LOOKED_AT, &c, v->err);
    while (v->status == BOWLINE_OK && count < LINKS_LOOKED_AT && next_link(&c, &row) && row.bits > 0) {
        bool is_from = row.from_record == record;
        out[count++] =
            (struct seen_link){.other = is_from ? row.to_record : row.from_record,
                               .own_party = arena_copy(&v->arena, is_from ? row.from_party : row.to_party),
                               .other_party = arena_copy(&v->arena, is_from ? row.to_party : row.from_party),
                               .bits = row.bits};
        if (!out[count - 1].own_party.at || !out[count - 1].other_party.at)
            view_try(v, error_memory(v->err));
    }
    view_close(v, &c);
    return count;
}

static void add_rival(struct rival *rivals, size_t *count, uint32_t entity, const struct seen_link *link)
{
    size_t at = 0;
    while (at < *count &&
           !(entity ? rivals[at].entity == entity : !rivals[at].entity && rivals[at].record == link->other))
        at++;
    if (at == RIVALS_SHOWN)
        return;
    if (at == *count)
        rivals[(*count)++] = (struct rival){entity, link->other, link->bits, 0};
    rivals[at].links++;
}

json_t *why_rivals_json(struct view *v, const struct named_party *side)
{
    json_t *list = view_array(v);
    struct rival rivals[RIVALS_SHOWN];
    size_t rival_count = 0;
    struct seen_link *links = arena_take(&v->arena, LINKS_LOOKED_AT, sizeof *links);
    if (!links)
        view_try(v, error_memory(v->err));
    size_t count = links ? load_links(v, side, links) : 0;
    for (size_t i = 0; v->status == BOWLINE_OK && i < count; i++) {
        enum party party = party_find(links[i].own_party);
        if (detail_hides(side->record, party) || (side->is_said && party != side->party))
            continue;
        uint32_t own = why_entity_of(v, side->record->row.record, links[i].own_party);
        uint32_t other = why_entity_of(v, links[i].other, links[i].other_party);
        if (!own || own != other)
            add_rival(rivals, &rival_count, other, &links[i]);
    }
    for (size_t i = 0; v->status == BOWLINE_OK && i < rival_count; i++) {
        const struct detail *d = view_detail(v, rivals[i].record);
        json_t *row = view_object(v);
        view_put(v, row, "entity", rivals[i].entity ? json_integer(rivals[i].entity) : json_null());
        view_put_text(v, row, "record", d ? detail_name(v, d) : span_of(""));
        view_put_bits(v, row, "bits", rivals[i].bits);
        view_put_int(v, row, "links", rivals[i].links);
        view_push(v, list, row);
    }
    return list;
}
