/* What claimed probabilities proved to be worth on the case itself (docs/methods/evidence.md), in the shape
 * in which `score` gives its reliability. */
#include "reports/json.h"
#include "reports/rows.h"

#include <math.h>

#define BINS 10

struct sums {
    double pairs, claimed, actual;
};

static json_t *row_json(struct view *v, const struct calibration_row *row)
{
    json_t *out = view_object(v);
    view_put_text(v, out, "type", row->type);
    view_put_real(v, out, "from", row->bin / (double)BINS);
    view_put_int(v, out, "pairs", row->pairs);
    view_put_int(v, out, "agree", row->agree);
    view_put_real(v, out, "claimed", row->claimed);
    view_put(v, out, "actual", row->actual < 0 ? json_null() : json_real(row->actual));
    return out;
}

static void put_bins(struct view *v, json_t *out, const struct sums *sums)
{
    json_t *list = view_array(v);
    double error = 0;
    double pairs = 0;
    for (unsigned b = 0; b < BINS; b++) {
        const struct sums *s = &sums[b];
        json_t *bin = view_object(v);
        view_put_real(v, bin, "from", b / (double)BINS);
        view_put_real(v, bin, "to", (b + 1) / (double)BINS);
        view_put_real(v, bin, "claimed", s->pairs > 0 ? s->claimed / s->pairs : 0);
        view_put_real(v, bin, "actual", s->pairs > 0 ? s->actual / s->pairs : 0);
        view_put_int(v, bin, "count", (int64_t)s->pairs);
        view_push(v, list, bin);
        error += fabs(s->claimed - s->actual);
        pairs += s->pairs;
    }
    view_put_int(v, out, "pairs", (int64_t)pairs);
    view_put_real(v, out, "expected_error", pairs > 0 ? error / pairs : 0);
    view_put(v, out, "bins", list);
}

json_t *calibration_view(struct view *v)
{
    struct cursor c;
    struct calibration_row row;
    struct sums sums[BINS] = {{0}};
    json_t *out = view_object(v);
    json_t *list = view_array(v);
    read_calibration(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_calibration(&c, &row)) {
        view_push(v, list, row_json(v, &row));
        if (row.actual < 0 || row.bin >= BINS)
            continue;
        sums[row.bin].pairs += (double)row.pairs;
        sums[row.bin].claimed += row.claimed * (double)row.pairs;
        sums[row.bin].actual += row.actual * (double)row.pairs;
    }
    view_close(v, &c);
    put_bins(v, out, sums);
    view_put(v, out, "types", list);
    return out;
}

enum bowline_status json_calibration(struct reader *reader, struct bowline_text *json,
                                     struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = calibration_view(&v);
    return view_finish(&v, root, json);
}
