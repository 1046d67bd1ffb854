/* Decoys that were linked wrongly, by kind, beside all records that truth puts in no network. */
#include "reports/score_parts.h"

#include "base/memory.h"
#include "scoring/company.h"

#define KINDS_MOST 64 /* bits of a mask */

struct decoys {
    struct scored *scored;
    struct truth_file file;
    struct intern kinds;
    uint64_t *mask; /* [record]: the kinds that it is a decoy of */
};

struct counts {
    uint64_t records, in_network, in_entity, merged;
};

/* With whom each record of the sample was put together. */
struct companies {
    uint8_t *by_network, *by_entity; /* against true networks */
    uint8_t *of_entity;              /* against true entities */
};

static enum bowline_status take_decoy(void *context, const struct truth_line *row, struct bowline_error *err)
{
    struct decoys *d = context;
    struct scored *s = d->scored;
    if (row->cells[2].length == 0)
        return truth_line_refuse(row, err, "no kind of decoy");
    uint32_t kind = intern_put(&d->kinds, row->cells[2]);
    if (kind == 0)
        return error_memory(err);
    if (kind > KINDS_MOST)
        return truth_line_refuse(row, err, "more than %d kinds of decoy", KINDS_MOST);
    uint32_t record = truth_find(&s->truth, s->view->reader, row, &d->file);
    uint64_t bit = (uint64_t)1 << (kind - 1);
    if (record == 0)
        return BOWLINE_OK;
    if (d->mask[record] & bit)
        return truth_line_refuse(row, err, "the record is named a second time as a decoy of this kind");
    d->mask[record] |= bit;
    return BOWLINE_OK;
}

static void count_record(struct counts *counts, const struct companies *c, size_t i)
{
    bool in_entity = (c->by_entity[i] & COMPANY_OTHER_GROUP) != 0;
    counts->records++;
    counts->in_entity += in_entity;
    counts->in_network += in_entity || (c->by_network[i] & COMPANY_OTHER_GROUP) != 0;
    counts->merged += (c->of_entity[i] & COMPANY_OTHERS) != 0;
}

static void put_counts(struct view *v, json_t *out, const struct counts *counts)
{
    view_put_int(v, out, "records", (int64_t)counts->records);
    view_put_int(v, out, "in_network", (int64_t)counts->in_network);
    view_put_int(v, out, "in_entity", (int64_t)counts->in_entity);
    view_put_int(v, out, "merged", (int64_t)counts->merged);
    score_put_share(v, out, "in_network_share", counts->in_network, counts->records);
}

static void put_decoys(struct decoys *d, json_t *answer, const struct companies *c)
{
    struct scored *s = d->scored;
    struct counts outside = {0};
    struct counts kinds[KINDS_MOST] = {{0}};
    uint32_t order[KINDS_MOST];
    json_t *out = view_object(s->view);
    json_t *base = view_object(s->view);
    json_t *list = view_array(s->view);
    for (size_t i = 0; i < s->sample.count; i++) {
        uint64_t mask = s->sample.record[i] ? d->mask[s->sample.record[i]] : 0;
        if (s->sample.network[i] == 0)
            count_record(&outside, c, i);
        for (uint32_t kind = 0; mask; kind++, mask >>= 1)
            if (mask & 1)
                count_record(&kinds[kind], c, i);
    }
    put_counts(s->view, base, &outside);
    view_put(s->view, out, "outside", base);
    score_order_words(&d->kinds, order, KINDS_MOST);
    for (uint32_t i = 0; i < d->kinds.count; i++) {
        json_t *item = view_object(s->view);
        view_put_text(s->view, item, "kind", intern_get(&d->kinds, order[i]));
        put_counts(s->view, item, &kinds[order[i] - 1]);
        view_push(s->view, list, item);
    }
    view_put(s->view, out, "kinds", list);
    view_put(s->view, answer, "decoys", out);
}

static bool find_companies(const struct scored *s, struct companies *c)
{
    const struct sample *sample = &s->sample;
    struct bowline_error *err = s->view->err;
    c->by_network = memory_new(sample->count, 1);
    c->by_entity = memory_new(sample->count, 1);
    c->of_entity = memory_new(sample->count, 1);
    if (!c->by_network || !c->by_entity || !c->of_entity)
        return view_try(s->view, error_memory(err));
    return view_try(s->view, score_company(sample->found_network, sample->network, sample->count,
                                           c->by_network, err)) &&
           view_try(s->view,
                    score_company(sample->found_entity, sample->network, sample->count, c->by_entity, err)) &&
           view_try(s->view,
                    score_company(sample->found_entity, sample->entity, sample->count, c->of_entity, err));
}

void score_put_decoys(struct scored *s, json_t *answer)
{
    struct decoys d = {.scored = s, .file.name = "truth-decoys.csv"};
    struct companies c = {0};
    const struct truth_columns columns = {{"resource", "id", "decoy"}, 3, take_decoy, &d};
    intern_init(&d.kinds);
    d.mask = memory_new((size_t)s->truth.records + 1, sizeof *d.mask);
    if (!d.mask)
        view_try(s->view, error_memory(s->view->err));
    score_read_file(s, "decoys", &columns, &d.file);
    if (s->view->status == BOWLINE_OK && find_companies(s, &c))
        put_decoys(&d, answer, &c);
    memory_free(c.by_network);
    memory_free(c.by_entity);
    memory_free(c.of_entity);
    memory_free(d.mask);
    intern_release(&d.kinds);
}
