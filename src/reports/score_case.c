/* A case measured against known answers: partitions of records, and the probabilities that links claim. */
#include "reports/score_case.h"

#include "records/mention_table.h"

#include "base/memory.h"
#include "reports/truth.h"
#include "reports/view.h"
#include "scoring/score.h"
#include "store/read_export.h"

/* The records with a known answer, as the score takes them. */
struct sample {
    uint32_t *found, *truth;
    size_t count;
};

static void gather(const struct truth *t, const uint32_t *found, const uint32_t *truth, struct sample *out)
{
    out->count = 0;
    for (uint32_t r = 1; r <= t->records; r++)
        if (t->is_known[r]) {
            out->found[out->count] = found[r];
            out->truth[out->count++] = truth[r];
        }
}

static json_t *triple_json(struct view *v, const struct score_triple *triple)
{
    json_t *out = view_object(v);
    view_put_real(v, out, "precision", triple->precision);
    view_put_real(v, out, "recall", triple->recall);
    view_put_real(v, out, "f1", triple->f1);
    return out;
}

static json_t *measures_json(struct view *v, const struct sample *sample)
{
    struct partition_score score = {0};
    json_t *out = view_object(v);
    json_t *largest = view_object(v);
    if (v->status == BOWLINE_OK)
        view_try(v, score_partition(sample->found, sample->truth, sample->count, &score, v->err));
    view_put(v, out, "pairs", triple_json(v, &score.pairs));
    view_put(v, out, "bcubed", triple_json(v, &score.bcubed));
    view_put_real(v, out, "adjusted_rand", score.adjusted_rand);
    view_put_int(v, out, "groups_found", (int64_t)score.groups_found);
    view_put_int(v, out, "groups_true", (int64_t)score.groups_true);
    view_put_int(v, largest, "records", (int64_t)score.largest_found);
    view_put_real(v, largest, "purity", score.largest_purity);
    view_put(v, out, "largest", largest);
    return out;
}

static void put_partitions(struct view *v, json_t *out, const struct truth *t)
{
    struct sample sample = {
        .found = memory_new((size_t)t->records + 1, sizeof *sample.found),
        .truth = memory_new((size_t)t->records + 1, sizeof *sample.truth),
    };
    if (!sample.found || !sample.truth) {
        view_try(v, error_memory(v->err));
    } else {
        gather(t, t->found_entity, t->entity, &sample);
        view_put_int(v, out, "records", (int64_t)sample.count);
        view_put_int(v, out, "unknown", (int64_t)t->unknown);
        view_put(v, out, "entities", measures_json(v, &sample));
        gather(t, t->found_network, t->network, &sample);
        view_put(v, out, "networks", measures_json(v, &sample));
    }
    memory_free(sample.found);
    memory_free(sample.truth);
}

struct claims {
    double *claimed;
    uint8_t *is_true;
    size_t count, claimed_capacity, true_capacity;
};

#define CLAIMS_MOST UINT32_MAX

static bool has_answer(const struct truth *t, uint32_t record)
{
    return record <= t->records && t->is_known[record];
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

static void put_reliability(struct view *v, json_t *out, const struct truth *t)
{
    struct claims claims = {0};
    struct reliability reliability = {0};
    json_t *object = view_object(v);
    load_claims(v, t, &claims);
    if (v->status == BOWLINE_OK)
        score_reliability(claims.claimed, claims.is_true, claims.count, &reliability);
    view_put_real(v, object, "expected_error", reliability.expected_error);
    view_put_int(v, object, "pairs", (int64_t)reliability.count);
    view_put(v, object, "bins", bins_json(v, &reliability));
    view_put(v, out, "reliability", object);
    memory_free(claims.claimed);
    memory_free(claims.is_true);
}

enum bowline_status score_case(struct reader *reader, const char *truth_path, struct bowline_text *json,
                               struct bowline_error *err)
{
    struct view v;
    struct truth truth;
    json_t *root = NULL;
    view_init(&v, reader, err);
    truth_init(&truth);
    view_try(&v, truth_read(reader, truth_path, &truth, err));
    if (v.status == BOWLINE_OK) {
        root = view_object(&v);
        put_partitions(&v, root, &truth);
        put_reliability(&v, root, &truth);
    }
    truth_release(&truth);
    return view_finish(&v, root, json);
}
