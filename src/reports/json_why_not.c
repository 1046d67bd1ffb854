/* Why two parties are not held to have one operator: the pair is looked at anew, by the code of the run. */
#include "reports/json.h"
#include "reports/why.h"

#include "pipeline/case_inquiry.h"
#include "store/read_members.h"

struct answer {
    struct why_pair pair;
    struct case_inquiry asked;
    struct why_decisions decisions;
    const struct why_decision *parted, *joined; /* decisions that stand */
    bool is_one;
};

static struct span value_words(struct view *v, const struct answer *a, const struct shared_value *value)
{
    struct cursor c;
    struct evidence_row row = {0};
    struct span words = span_of("");
    if (value->is_template)
        return view_format(v, "template %u", value->value);
    read_value_evidence(v->store, span_of("identifier"), value->value, &c, v->err);
    if (next_value_evidence(&c, &row)) {
        bool is_hidden = row.is_protected || detail_hides(a->pair.a.record, a->pair.a.party) ||
                         detail_hides(a->pair.b.record, a->pair.b.party);
        struct span shown = view_hide(v, row.text, is_hidden);
        words = view_format(v, "%.*s %.*s", (int)row.type.length, row.type.at, (int)shown.length, shown.at);
    }
    view_close(v, &c);
    return words;
}

/* What a block made of the pair, in words. */
static const char *block_words(struct view *v, const struct link_inquiry *pair,
                               const struct shared_value *value)
{
    if (pair->is_compared)
        return "they were compared";
    if (value->is_common)
        return "so common and worth so little that it makes no pairs";
    return view_format(v, "each is compared with the next %u or so by time; these stand %u apart",
                       pair->window, value->apart)
        .at;
}

static json_t *blocks_json(struct view *v, const struct answer *a)
{
    const struct link_inquiry *pair = &a->asked.pair;
    json_t *list = view_array(v);
    for (uint32_t i = 0; v->status == BOWLINE_OK && i < pair->value_count; i++) {
        const struct shared_value *value = &pair->values[i];
        json_t *row = view_object(v);
        view_put_text(v, row, "by", value_words(v, a, value));
        view_put_int(v, row, "parties", value->records);
        view_put_bits(v, row, "bits", value->bits);
        view_put_text(v, row, "outcome", span_of(block_words(v, pair, value)));
        view_push(v, list, row);
    }
    for (unsigned rule = 0; v->status == BOWLINE_OK && rule < RULE_COUNT; rule++) {
        if (!(pair->rules >> rule & 1))
            continue;
        json_t *row = view_object(v);
        view_put_text(v, row, "by", span_of(blocking_rule_name((enum blocking_rule)rule)));
        view_put_text(
            v, row, "outcome",
            pair->is_compared
                ? span_of("they were compared")
                : view_format(v,
                              "each is compared with the next %u by name, and set aside where a first "
                              "look finds too little",
                              pair->portrait_window));
        view_push(v, list, row);
    }
    return list;
}

static json_t *summand_json(struct view *v, const struct evidence *e, const struct link_sides *sides)
{
    struct cursor c;
    struct evidence_row row = {0};
    json_t *out = NULL;
    const char *kind = evidence_kind_name((enum evidence_kind)e->kind);
    read_value_evidence(v->store, span_of(kind), e->value, &c, v->err);
    if (next_value_evidence(&c, &row)) {
        row.kind = span_of(kind);
        row.level = span_of(evidence_level_name((enum evidence_level)e->level));
        row.value = e->value;
        row.bits = e->bits;
        out = evidence_row_json(v, &row, sides);
    }
    view_close(v, &c);
    return out;
}

/* A LINK_ROW of the sum as it is now, whether or not the run kept it. */
static json_t *scored_json(struct view *v, const struct answer *a)
{
    const struct pair_score *score = &a->asked.pair.score;
    const struct link_sides sides = {a->pair.a.record, a->pair.b.record, span_of(party_name(a->pair.a.party)),
                                     span_of(party_name(a->pair.b.party))};
    json_t *out = view_object(v);
    json_t *list = view_array(v);
    view_put_text(v, out, "from", detail_name(v, sides.a));
    view_put_text(v, out, "to", detail_name(v, sides.b));
    view_put_text(v, out, "from_party", sides.a_party);
    view_put_text(v, out, "to_party", sides.b_party);
    view_put_bits(v, out, "bits", score->bits);
    view_put_real(v, out, "probability", bits_probability(score->bits));
    for (uint32_t i = 0; v->status == BOWLINE_OK && i < score->count; i++)
        view_push(v, list, summand_json(v, &score->evidence[i], &sides));
    view_put(v, out, "evidence", list);
    return out;
}

/* What joining the two groups would have gained where the partition ended. */
static json_t *groups_json(struct view *v, const struct answer *a)
{
    const struct contraction_probe *groups = &a->asked.groups;
    json_t *out = view_object(v);
    view_put(v, out, "connected", json_boolean(groups->is_connected));
    view_put(v, out, "forbidden", json_boolean(groups->is_forbidden));
    view_put(v, out, "compared", json_boolean(groups->has_edge));
    if (groups->has_edge) {
        view_put_bits(v, out, "prior", a->asked.prior);
        view_put_int(v, out, "values", groups->items);
        view_put_bits(v, out, "shared", (millibits)groups->shared);
        view_put_bits(v, out, "fields", (millibits)(groups->mean + groups->added));
        view_put_bits(v, out, "cost", (millibits)-groups->cost);
        view_put_bits(v, out, "partners", (millibits)groups->partners);
        view_put_bits(v, out, "gain", (millibits)groups->gain);
    }
    return out;
}

static struct span parted_words(struct view *v, const struct why_decision *d, const char *says)
{
    const char *because = json_string_value(json_object_get(d->row, "because"));
    return view_format(v, "Decision %u says that they have %s%s, because: %s", d->number, says,
                       d->is_kept ? "" : "; it was made since the last run, which does not keep to it yet",
                       because ? because : "");
}

static struct span compared_words(struct view *v, const struct answer *a)
{
    const struct contraction_probe *groups = &a->asked.groups;
    double bits = bits_real(a->asked.pair.score.bits);
    if (bits <= 0 || !groups->has_edge)
        return view_format(
            v,
            "They were compared, and all evidence and the prior make %.1f bits: more likely two "
            "operators than one.",
            bits);
    return view_format(
        v,
        "They were compared, and their own evidence makes %.1f bits for one operator; but to join the "
        "groups that they are in would gain %.1f bits, all evidence between those and the cost of "
        "joining counted.",
        bits, (double)groups->gain / 1000);
}

static struct span apart_sentence(struct view *v, const struct answer *a)
{
    const struct link_inquiry *pair = &a->asked.pair;
    double bits = bits_real(pair->score.bits);
    if (!pair->may_pair)
        return span_of(
            a->pair.a.record == a->pair.b.record
                ? "Two parties of one record are never compared: only a decision joins them."
                : "One of them is a protected party, and those are compared among themselves only.");
    if (pair->is_compared)
        return compared_words(v, a);
    if (!pair->value_count && !pair->rules)
        return view_format(
            v,
            "They were not compared: they share no value, and nothing else by which records are "
            "brought together. Looked at now, the prior and all evidence make %.1f bits.",
            bits);
    return view_format(
        v,
        "They were not compared, though they have something in common: see the blocks. Looked at "
        "now, the prior and all evidence make %.1f bits.",
        bits);
}

static struct span sentence_of(struct view *v, const struct answer *a)
{
    if (a->pair.a.record == a->pair.b.record && a->pair.a.party == a->pair.b.party)
        return span_of("Both names stand for the same party of a record.");
    if (a->parted)
        return parted_words(v, a->parted, "different operators");
    if (a->is_one)
        return span_of("They are held to have one operator: \"bowline why\" tells the evidence.");
    if (a->joined)
        return parted_words(v, a->joined, "one operator");
    if (detail_hides(a->pair.a.record, a->pair.a.party) && detail_hides(a->pair.b.record, a->pair.b.party))
        return span_of("Both are protected parties, and those are never made into entities.");
    return apart_sentence(v, a);
}

static void put_answer(struct view *v, json_t *out, const struct answer *a)
{
    const struct why_pair *p = &a->pair;
    uint32_t network = p->a.record->row.network;
    bool is_network = network && network == p->b.record->row.network;
    json_t *link = scored_json(v, a);
    view_put_text(v, out, "a_party", span_of(party_name(p->a.party)));
    view_put_text(v, out, "b_party", span_of(party_name(p->b.party)));
    view_put_text(v, out, "verdict",
                  span_of(a->is_one    ? "same operator"
                          : is_network ? "same network"
                                       : "not joined"));
    view_put_text(v, out, "sentence", sentence_of(v, a));
    view_put(v, out, "compared", json_boolean(a->asked.pair.is_compared));
    view_put(v, out, "kept", json_boolean(a->asked.pair.is_kept));
    view_put(v, out, "blocks", blocks_json(v, a));
    view_put(v, out, "changes", why_changes_json(v, p, NULL, link, NULL));
    view_put(v, out, "decisions", why_decisions_json(v, p, &a->decisions, link, NULL));
    view_put(v, out, "link", link);
    view_put(v, out, "groups", groups_json(v, a));
}

/* The parties are always said here: one is asked about, not a record. */
static void find_sides(struct view *v, struct answer *a)
{
    struct named_party *sides[2] = {&a->pair.a, &a->pair.b};
    uint32_t *entities[2] = {&a->pair.a_entity, &a->pair.b_entity};
    for (unsigned i = 0; i < 2; i++) {
        sides[i]->is_said = true;
        *entities[i] = why_entity_of(v, sides[i]->record->row.record, span_of(party_name(sides[i]->party)));
    }
    a->pair.entity = *entities[0] == *entities[1] ? *entities[0] : 0;
    a->is_one = a->pair.entity != 0;
}

static void ask(struct view *v, struct answer *a)
{
    const struct inquiry_side sides[2] = {{a->pair.a.record->row.record, a->pair.a.party},
                                          {a->pair.b.record->row.record, a->pair.b.party}};
    if (v->status == BOWLINE_OK)
        view_try(v, case_inquire(v->store, sides, &a->asked, v->err));
    why_load_decisions(v, &a->decisions);
    a->parted = why_deciding(v, &a->pair, &a->decisions, "not-same");
    a->joined = why_deciding(v, &a->pair, &a->decisions, "same");
}

json_t *why_not_view(struct view *v, const char *a, const char *b)
{
    struct answer answer = {0};
    why_find_pair(v, a, b, &answer.pair);
    if (v->status != BOWLINE_OK || !answer.pair.a.record || !answer.pair.b.record)
        return NULL;
    json_t *out = view_object(v);
    view_put(v, out, "a", record_row_json(v, answer.pair.a.record));
    view_put(v, out, "b", record_row_json(v, answer.pair.b.record));
    find_sides(v, &answer);
    ask(v, &answer);
    if (v->status == BOWLINE_OK)
        put_answer(v, out, &answer);
    why_release_decisions(&answer.decisions);
    return out;
}

enum bowline_status json_why_not(struct reader *reader, const char *a, const char *b,
                                 struct bowline_text *json, struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = why_not_view(&v, a, b);
    return view_finish(&v, root, json);
}
