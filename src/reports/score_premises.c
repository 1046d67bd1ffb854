/* Premises that networks use: those that the case lists, against those of truth. A listed one is the true
 * network's that has more than half of the listing network's records. */
#include "reports/score_parts.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/sort.h"
#include "reports/truth_places.h"
#include "scoring/company.h"
#include "store/read_movement.h"

struct lodging {
    struct scored *scored;
    struct truth_file file;
    struct sort_pair *truth,
        *claims; /* network << 32 | record of the premises; value: hash of the place's key */
    size_t truth_count, truth_capacity, claim_count, claim_capacity;
    uint64_t claimed; /* all that the case lists */
    uint32_t *owner;  /* [found network]: the true network, or 0 */
    uint32_t network_count;
    struct truth_places keys;
};

static enum bowline_status take_premises(void *context, const struct truth_line *row,
                                         struct bowline_error *err)
{
    struct lodging *l = context;
    struct truth_line named = *row;
    memcpy(named.cells, row->cells + 1, 2 * sizeof *named.cells);
    if (row->cells[0].length == 0 || row->cells[3].length == 0)
        return truth_line_refuse(row, err, "no %s", row->cells[0].length ? "place" : "network");
    uint32_t network = intern_put(&l->scored->truth.networks, row->cells[0]);
    uint32_t record = truth_find(&l->scored->truth, l->scored->view->reader, &named, &l->file);
    if (!network || !memory_reserve(&l->truth, &l->truth_capacity, l->truth_count + 1, UINT32_MAX))
        return error_memory(err);
    struct span place;
    enum bowline_status status = truth_place_key(&l->keys, row->cells[3], &place, err);
    l->truth[l->truth_count++] = (struct sort_pair){(uint64_t)network << 32 | record, hash_span(place)};
    return status;
}

static void find_owners(struct lodging *l)
{
    struct view *v = l->scored->view;
    const struct sample *sample = &l->scored->sample;
    for (size_t i = 0; i < sample->count; i++)
        if (sample->found_network[i] > l->network_count)
            l->network_count = sample->found_network[i];
    l->owner = memory_new((size_t)l->network_count + 1, sizeof *l->owner);
    if (!l->owner)
        view_try(v, error_memory(v->err));
    else
        view_try(v, score_owners(sample->found_network, sample->network, sample->count, l->owner, v->err));
}

static void load_claims(struct lodging *l)
{
    struct view *v = l->scored->view;
    struct cursor c;
    struct premises_row row;
    bool is_kept = true;
    read_network_premises(v->store, 0, UINT32_MAX, &c, v->err);
    while (is_kept && next_network_premises(&c, &row)) {
        uint32_t owner = row.network <= l->network_count ? l->owner[row.network] : 0;
        l->claimed++;
        if (!owner || !row.record)
            continue;
        is_kept = memory_reserve(&l->claims, &l->claim_capacity, l->claim_count + 1, UINT32_MAX);
        if (is_kept)
            l->claims[l->claim_count++] =
                (struct sort_pair){(uint64_t)owner << 32 | row.record, hash_span(row.place)};
    }
    view_close(v, &c);
    if (!is_kept || !sort_pairs(l->claims, l->claim_count) || !sort_pairs(l->truth, l->truth_count))
        view_try(v, error_memory(v->err));
}

static void put_premises(struct lodging *l, json_t *answer)
{
    struct view *v = l->scored->view;
    uint64_t found = 0;
    uint64_t right = 0;
    uint64_t placed = 0;
    size_t at = 0;
    for (size_t i = 0; i < l->truth_count; i++) {
        while (at < l->claim_count && l->claims[at].key < l->truth[i].key)
            at++;
        bool is_found = false;
        bool is_placed = false;
        for (; at < l->claim_count && l->claims[at].key == l->truth[i].key && (uint32_t)l->truth[i].key;
             at++) {
            is_found = true;
            is_placed = is_placed || l->claims[at].value == l->truth[i].value;
            right++;
        }
        found += is_found;
        placed += is_placed;
    }
    json_t *out = view_object(v);
    view_put_int(v, out, "true", (int64_t)l->truth_count);
    view_put_int(v, out, "found", (int64_t)found);
    score_put_share(v, out, "recall", found, l->truth_count);
    view_put_int(v, out, "placed", (int64_t)placed);
    view_put_int(v, out, "claimed", (int64_t)l->claimed);
    view_put_int(v, out, "right", (int64_t)right);
    score_put_share(v, out, "precision", right, l->claimed);
    view_put(v, answer, "premises", out);
}

void score_put_premises(struct scored *s, json_t *answer)
{
    struct view *v = s->view;
    struct lodging l = {.scored = s, .file.name = "truth-premises.csv"};
    const struct truth_columns columns = {{"network", "resource", "id", "place"}, 4, take_premises, &l};
    truth_places_init(&l.keys);
    if (score_read_file(s, "premises", &columns, &l.file)) {
        find_owners(&l);
        if (v->status == BOWLINE_OK)
            load_claims(&l);
        if (v->status == BOWLINE_OK)
            put_premises(&l, answer);
    }
    truth_places_release(&l.keys);
    memory_free(l.truth);
    memory_free(l.claims);
    memory_free(l.owner);
}
