/* The probabilities that links claim, against what is true. */
#include "reports/score_parts.h"

#include "base/memory.h"
#include "records/mention_table.h"
#include "scoring/score.h"
#include "store/read_export.h"

#define CLAIMS_MOST UINT32_MAX

struct claims {
    double *claimed;
    uint8_t *is_true;
    size_t count, claimed_capacity, true_capacity;
};

static bool has_answer(const struct truth *t, uint32_t record)
{
    return record <= t->records && t->line[record] != 0;
}

/* A link's truth is that of its records' entities, so only links between the parties that records are filed
 * under can be held against it; links without both answers are left out. */
static bool is_comparable(const struct truth *t, const struct link_row *row)
{
    return has_answer(t, row->from_record) && has_answer(t, row->to_record) &&
           party_is_principal(party_find(row->from_party)) && party_is_principal(party_find(row->to_party));
}

static void load_claims(struct view *v, const struct truth *t, struct claims *claims)
{
    struct cursor c;
    struct link_row row;
    if (v->status != BOWLINE_OK)
        return;
    read_all_links(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_link(&c, &row)) {
        if (!is_comparable(t, &row))
            continue;
        if (!memory_reserve(&claims->claimed, &claims->claimed_capacity, claims->count + 1, CLAIMS_MOST) ||
            !memory_reserve(&claims->is_true, &claims->true_capacity, claims->count + 1, CLAIMS_MOST)) {
            view_try(v, error_memory(v->err));
            break;
        }
        uint32_t entity = t->entity[row.from_record];
        claims->claimed[claims->count] = row.probability;
        claims->is_true[claims->count++] = entity != 0 && entity == t->entity[row.to_record];
    }
    view_close(v, &c);
}

static json_t *bins_json(struct view *v, const struct reliability *reliability)
{
    json_t *list = view_array(v);
    for (unsigned i = 0; i < SCORE_BINS; i++) {
        if (reliability->bins[i].count == 0)
            continue;
        json_t *bin = view_object(v);
        view_put_real(v, bin, "from", i / (double)SCORE_BINS);
        view_put_real(v, bin, "to", (i + 1) / (double)SCORE_BINS);
        view_put_real(v, bin, "claimed", reliability->bins[i].claimed);
        view_put_real(v, bin, "actual", reliability->bins[i].actual);
        view_put_int(v, bin, "count", (int64_t)reliability->bins[i].count);
        view_push(v, list, bin);
    }
    return list;
}

void score_put_claims(struct scored *s, json_t *answer)
{
    struct view *v = s->view;
    struct claims claims = {0};
    struct reliability reliability = {0};
    json_t *object = view_object(v);
    load_claims(v, &s->truth, &claims);
    if (v->status == BOWLINE_OK)
        score_reliability(claims.claimed, claims.is_true, claims.count, &reliability);
    view_put_real(v, object, "expected_error", reliability.expected_error);
    view_put_real(v, object, "brier", reliability.brier);
    view_put_real(v, object, "log_loss", reliability.log_loss);
    view_put_int(v, object, "pairs", (int64_t)reliability.count);
    view_put(v, object, "bins", bins_json(v, &reliability));
    view_put(v, answer, "reliability", object);
    memory_free(claims.claimed);
    memory_free(claims.is_true);
}
