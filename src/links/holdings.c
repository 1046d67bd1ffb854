/* Which identifiers and templates each mention uses, and the reverse. */
#include "links/holdings.h"

#include "links/payers.h"
#include "links/references.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"

#include <stdlib.h>

void holdings_release(struct holdings *h)
{
    memory_free(h->first);
    memory_free(h->held);
    memory_free(h->first_holder);
    memory_free(h->holders);
    memory_free(h->template_bits);
    memory_free(h->keys);
    memory_free(h->by_time);
    *h = (struct holdings){0};
}

/* The row's own id where it has one, else its cells: never its position. */
static uint64_t key_of_record(const struct record_table *records, record_id id)
{
    struct span key = record_key(records, id);
    uint64_t hash = hash_bytes(key.at, key.length, records->records[id].kind);
    if (!key.length) {
        const struct cell *end = record_cells_end(records, id);
        for (const struct cell *c = record_cells_begin(records, id); c < end; c++) {
            struct span value = cell_value(records, c);
            hash = hash_bytes(value.at, value.length, hash);
        }
    }
    struct span name = span_of(records->resources[records->records[id].resource].name);
    return hash_bytes(name.at, name.length, hash);
}

static bool order_by_time(const struct link_inputs *in, struct holdings *out)
{
    uint32_t count = in->mentions->count;
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    if (!pairs)
        return false;
    for (mention_id m = 1; m <= count; m++)
        pairs[m - 1] = (struct sort_pair){out->keys[m], m};
    bool ok = sort_pairs(pairs, count);
    for (uint32_t i = 0; ok && i < count; i++) {
        int64_t begin = in->records->records[in->mentions->mentions[pairs[i].value].record].begin;
        pairs[i].key = (uint64_t)begin ^ (UINT64_C(1) << 63);
    }
    ok = ok && sort_pairs(pairs, count);
    for (uint32_t i = 0; ok && i < count; i++)
        out->by_time[i] = (mention_id)pairs[i].value;
    memory_free(pairs);
    return ok;
}

/* Whoever answers an ad chose its pictures, whomever they show: they speak for the contact too. */
static mention_id agent_of_picture(const struct link_inputs *in, const struct identifier_use *use)
{
    if (use->party != PARTY_ADVERTISED ||
        in->identifiers->identifiers[use->identifier].type != IDENTIFIER_IMAGE)
        return 0;
    return mention_find(in->mentions, use->record, PARTY_CONTACT);
}

/* Each use and each membership, as (mention, value); a value that is none of the record's parties is left
 * out. */
static size_t list_uses(const struct link_inputs *in, const struct holdings *h, struct sort_pair *pairs)
{
    size_t count = 0;
    for (size_t i = 0; i < in->identifiers->use_count; i++) {
        const struct identifier_use *use = &in->identifiers->uses[i];
        mention_id m = mention_find(in->mentions, use->record, (enum party)use->party);
        mention_id agent = agent_of_picture(in, use);
        if (reference_is_open(in, use))
            continue;
        if (m)
            pairs[count++] = (struct sort_pair){(uint64_t)m << 32 | use->identifier, 0};
        if (agent)
            pairs[count++] = (struct sort_pair){(uint64_t)agent << 32 | use->identifier, 0};
    }
    for (template_id t = 1; t <= in->templates->count; t++) {
        const struct text_template *text = &in->templates->templates[t];
        for (uint32_t i = 0; i < text->members; i++) {
            record_id record = in->templates->members[text->first_member + i].record;
            mention_id m = mention_principal(in->mentions, in->records, record);
            if (m)
                pairs[count++] = (struct sort_pair){(uint64_t)m << 32 | (h->identifiers + t), 0};
        }
    }
    return count;
}

static bool fill_held(const struct link_inputs *in, struct holdings *h)
{
    /* Room for what is lent by payers and by pictures, each no more than the uses. */
    size_t most = 3 * in->identifiers->use_count + in->templates->member_count;
    struct sort_pair *pairs = memory_new(most, sizeof *pairs);
    if (!pairs)
        return false;
    size_t count = list_uses(in, h, pairs);
    bool ok = sort_pairs(pairs, count) && payers_lend(in, pairs, &count);
    h->held = ok ? memory_new(count, sizeof *h->held) : NULL;
    size_t kept = 0;
    for (size_t i = 0; h->held && i < count; i++) {
        if (i && pairs[i].key == pairs[i - 1].key)
            continue;
        h->held[kept++] = (value_id)pairs[i].key;
        h->first[(pairs[i].key >> 32) + 1] = kept;
    }
    for (size_t m = 1; m <= (size_t)in->mentions->count + 1; m++)
        if (h->first[m] < h->first[m - 1])
            h->first[m] = h->first[m - 1];
    memory_free(pairs);
    return h->held;
}

static bool fill_holders(const struct link_inputs *in, struct holdings *h)
{
    size_t total = h->first[in->mentions->count + 1];
    h->first_holder = memory_new((size_t)h->values + 3, sizeof *h->first_holder);
    h->holders = memory_new(total, sizeof *h->holders);
    if (!h->first_holder || !h->holders)
        return false;
    for (size_t i = 0; i < total; i++)
        h->first_holder[h->held[i] + 2]++;
    for (size_t v = 2; v < (size_t)h->values + 3; v++)
        h->first_holder[v] += h->first_holder[v - 1];
    for (uint32_t i = 0; i < in->mentions->count; i++) {
        mention_id m = h->by_time[i];
        for (uint64_t at = h->first[m]; at < h->first[m + 1]; at++)
            h->holders[h->first_holder[h->held[at] + 1]++] = m;
    }
    return true;
}

static bool fill_template_bits(const struct link_inputs *in, struct holdings *h)
{
    if (!in->templates->count)
        return true;
    h->template_bits = memory_new((size_t)in->records->count + 1, sizeof *h->template_bits);
    for (size_t i = 0; h->template_bits && i < in->templates->member_count; i++) {
        const struct template_member *member = &in->templates->members[i];
        if (h->template_bits[member->record] < member->bits)
            h->template_bits[member->record] = member->bits;
    }
    return h->template_bits;
}

enum bowline_status holdings_build(const struct link_inputs *inputs, struct holdings *out,
                                   struct bowline_error *err)
{
    uint32_t count = inputs->mentions->count;
    *out = (struct holdings){.identifiers = inputs->identifiers->count};
    if (inputs->templates->count > UINT32_MAX - 2 - out->identifiers)
        return error_set(err, BOWLINE_ERROR_SPACE, "more than 4,294,967,293 identifiers and templates");
    out->values = out->identifiers + inputs->templates->count;
    out->first = memory_new((size_t)count + 2, sizeof *out->first);
    out->keys = memory_new((size_t)count + 1, sizeof *out->keys);
    out->by_time = memory_new(count, sizeof *out->by_time);
    bool ok = out->first && out->keys && out->by_time;
    uint64_t key = 0;
    for (mention_id m = 1; ok && m <= count; m++) {
        const struct mention *mention = &inputs->mentions->mentions[m];
        if (m == 1 || mention->record != mention[-1].record)
            key = key_of_record(inputs->records, mention->record);
        out->keys[m] = hash_mix(key + mention->party);
    }
    if (ok && order_by_time(inputs, out) && fill_held(inputs, out) && fill_holders(inputs, out) &&
        fill_template_bits(inputs, out))
        return BOWLINE_OK;
    holdings_release(out);
    return error_memory(err);
}
