/* Entities and networks against the true ones. */
#include "reports/score_parts.h"

#include "scoring/matching.h"
#include "scoring/score.h"

#define GROUPS_SHOWN 60 /* true networks that the answer lists, the largest first */

static json_t *triple_json(struct view *v, const struct score_triple *triple)
{
    json_t *out = view_object(v);
    view_put_real(v, out, "precision", triple->precision);
    view_put_real(v, out, "recall", triple->recall);
    view_put_real(v, out, "f1", triple->f1);
    return out;
}

static json_t *found_json(struct view *v, const struct match_table *table)
{
    json_t *out = view_object(v);
    view_put_int(v, out, "matched", (int64_t)table->matched);
    view_put_real(v, out, "recall", table->recall);
    view_put_real(v, out, "precision", table->precision);
    view_put_int(v, out, "mostly_one", (int64_t)table->mostly_one);
    view_put_real(v, out, "mostly_one_share", table->mostly_one_share);
    return out;
}

static json_t *sizes_json(struct view *v, const struct match_table *table)
{
    json_t *list = view_array(v);
    for (unsigned i = 0; i < MATCH_SIZES; i++) {
        if (table->sizes[i].found == 0 && table->sizes[i].truth == 0)
            continue;
        json_t *size = view_object(v);
        view_put_int(v, size, "from", (int64_t)1 << i);
        view_put_int(v, size, "to", ((int64_t)2 << i) - 1);
        view_put_int(v, size, "found", (int64_t)table->sizes[i].found);
        view_put_int(v, size, "true", (int64_t)table->sizes[i].truth);
        view_push(v, list, size);
    }
    return list;
}

static json_t *groups_json(struct view *v, const struct match_table *table)
{
    json_t *list = view_array(v);
    for (size_t i = 0; i < table->groups_true && i < GROUPS_SHOWN; i++) {
        const struct group_match *group = &table->groups[i];
        json_t *item = view_object(v);
        view_put_int(v, item, "records", group->records);
        view_put_int(v, item, "best", group->best);
        view_put_int(v, item, "shared", group->shared);
        view_put(v, item, "matched", group->is_found ? json_true() : json_false());
        view_push(v, list, item);
    }
    return list;
}

static void put_matches(struct view *v, json_t *out, const uint32_t *found, const uint32_t *truth,
                        size_t count)
{
    struct match_table table = {.matched = 0};
    if (v->status == BOWLINE_OK)
        view_try(v, match_table_build(found, truth, count, &table, v->err));
    if (v->status == BOWLINE_OK) {
        view_put(v, out, "found", found_json(v, &table));
        view_put(v, out, "sizes", sizes_json(v, &table));
        view_put(v, out, "groups", groups_json(v, &table));
    }
    match_table_release(&table);
}

static json_t *measures_json(struct view *v, const uint32_t *found, const uint32_t *truth, size_t count)
{
    struct partition_score score = {0};
    json_t *out = view_object(v);
    json_t *largest = view_object(v);
    if (v->status == BOWLINE_OK)
        view_try(v, score_partition(found, truth, count, &score, v->err));
    view_put(v, out, "pairs", triple_json(v, &score.pairs));
    view_put(v, out, "bcubed", triple_json(v, &score.bcubed));
    view_put_real(v, out, "adjusted_rand", score.adjusted_rand);
    view_put_int(v, out, "groups_found", (int64_t)score.groups_found);
    view_put_int(v, out, "groups_true", (int64_t)score.groups_true);
    view_put_int(v, largest, "records", (int64_t)score.largest_found);
    view_put_real(v, largest, "purity", score.largest_purity);
    view_put(v, out, "largest", largest);
    put_matches(v, out, found, truth, count);
    return out;
}

void score_put_groups(struct scored *s, json_t *answer)
{
    const struct sample *sample = &s->sample;
    view_put(s->view, answer, "entities",
             measures_json(s->view, sample->found_entity, sample->entity, sample->count));
    view_put(s->view, answer, "networks",
             measures_json(s->view, sample->found_network, sample->network, sample->count));
}
