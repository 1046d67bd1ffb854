/* Why two records are, or are not, held to have one operator. */
#include "reports/json.h"
#include "reports/why.h"

#include "base/memory.h"
#include "store/read_members.h"

#include <math.h>

/* What is told of a pair. */
struct reasons {
    json_t *link, *path, *ties;
    bool of_persons;                    /* the link */
    const struct why_decision *decided; /* that joins or parts the two, directly */
};

static uint32_t entity_of_side(struct view *v, const struct named_party *side)
{
    return side->is_said ? why_entity_of(v, side->record->row.record, span_of(party_name(side->party)))
                         : side->record->row.entity;
}

/* The first entity that both have a part in, by the parties that were named. */
static uint32_t common_entity(struct view *v, const struct why_pair *pair)
{
    struct cursor c;
    struct member_row row;
    uint32_t common = 0;
    if (pair->a.is_said && pair->b.is_said)
        return pair->a_entity == pair->b_entity ? pair->a_entity : 0;
    if (!pair->a.is_said && !pair->b.is_said) {
        view_try(v, read_common_entity(v->store, pair->a.record->row.record, pair->b.record->row.record,
                                       &common, v->err));
        return common;
    }
    uint32_t said = pair->a.is_said ? pair->a_entity : pair->b_entity;
    const struct detail *other = pair->a.is_said ? pair->b.record : pair->a.record;
    read_record_members(v->store, other->row.record, &c, v->err);
    while (v->status == BOWLINE_OK && next_member(&c, &row))
        if (said && row.entity == said)
            common = said;
    view_close(v, &c);
    return common;
}

void why_find_pair(struct view *v, const char *a, const char *b, struct why_pair *out)
{
    *out = (struct why_pair){.a = view_named_party(v, a)};
    if (v->status == BOWLINE_OK)
        out->b = view_named_party(v, b);
    if (v->status != BOWLINE_OK || !out->a.record || !out->b.record)
        return;
    out->a_entity = entity_of_side(v, &out->a);
    out->b_entity = entity_of_side(v, &out->b);
    out->entity = common_entity(v, out);
}

/* Whether the link is one of the parties that were named. */
static bool joins_named(const struct why_pair *pair, const struct link_row *row)
{
    bool is_from = row->from_record == pair->a.record->row.record;
    enum party a = party_find(is_from ? row->from_party : row->to_party);
    enum party b = party_find(is_from ? row->to_party : row->from_party);
    return (!pair->a.is_said || a == pair->a.party) && (!pair->b.is_said || b == pair->b.party);
}

static bool is_of_persons(const struct why_pair *pair, const struct link_row *row)
{
    bool is_from = row->from_record == pair->a.record->row.record;
    return detail_hides(pair->a.record, party_find(is_from ? row->from_party : row->to_party));
}

/* The strongest link of the two: one of operators if there is any, else one of protected persons. */
static json_t *direct_link(struct view *v, const struct why_pair *pair, bool *of_persons)
{
    struct cursor c;
    struct link_row row;
    json_t *link = NULL;
    for (unsigned persons = 0; persons < 2 && !link && v->status == BOWLINE_OK; persons++) {
        read_links_between(v->store, pair->a.record->row.record, pair->b.record->row.record, &c, v->err);
        while (v->status == BOWLINE_OK && !link && next_link(&c, &row))
            if (joins_named(pair, &row) && is_of_persons(pair, &row) == (persons == 1))
                link = link_row_json(v, &row);
        view_close(v, &c);
        *of_persons = link && persons == 1;
    }
    return link;
}

static json_t *ties_between(struct view *v, const struct why_pair *pair)
{
    struct cursor c;
    struct node a = {pair->a_entity, pair->a.record->row.record};
    struct node b = {pair->b_entity, pair->b.record->row.record};
    bool is_one = pair->entity || a.record == b.record;
    read_ties_between(v->store, a, b, is_one ? 0 : ROWS_LINKS, &c, v->err);
    return ties_json(v, &c);
}

static void append_double(struct view *v, double count, char out[48])
{
    struct span text = count < 1e6 ? view_format(v, "%.0f", count) : view_format(v, "2^%.0f", log2(count));
    memcpy(out, text.at, text.length < 47 ? text.length : 47);
}

/* The strongest summand for, in words: "phone +32..., worth 14.2 bits". */
static struct span strongest_words(struct view *v, const json_t *link)
{
    const json_t *best = NULL;
    size_t i;
    json_t *item;
    json_array_foreach(json_object_get(link, "evidence"), i, item)
    {
        double bits = json_real_value(json_object_get(item, "bits"));
        if (bits > 0 && (!best || bits > json_real_value(json_object_get(best, "bits"))))
            best = item;
    }
    if (!best)
        return span_of("no single piece of evidence");
    const char *kind = json_string_value(json_object_get(best, "kind"));
    const char *type = json_string_value(json_object_get(best, "type"));
    const char *value = json_string_value(json_object_get(best, "value"));
    double bits = json_real_value(json_object_get(best, "bits"));
    if (type && value)
        return view_format(v, "the %s %s, worth %.1f bits", type, value, bits);
    return view_format(v, "the %s, worth %.1f bits", kind ? kind : "", bits);
}

static struct span link_sentence(struct view *v, const json_t *link, bool is_one)
{
    char odds[48] = "";
    double bits = json_real_value(json_object_get(link, "bits"));
    append_double(v, exp2(fabs(bits)), odds);
    struct span best = strongest_words(v, link);
    return view_format(
        v,
        "The strongest evidence that one operator is behind both is %.*s; all evidence and the "
        "prior make %.1f bits, odds of %s to 1 %s one operator%s.",
        (int)best.length, best.at, bits, odds, bits < 0 ? "against" : "for",
        is_one ? "" : ", but the records were not put together");
}

static struct span persons_sentence(struct view *v, const json_t *link)
{
    return view_format(
        v,
        "A link of %.1f bits says whether the protected persons whom the records name are one. Those "
        "are never made into entities: this says nothing of operators.",
        json_real_value(json_object_get(link, "bits")));
}

static struct span path_sentence(struct view *v, const json_t *path)
{
    double least = 0;
    size_t decided = 0;
    size_t i;
    json_t *item;
    json_array_foreach(path, i, item)
    {
        double bits = json_real_value(json_object_get(item, "bits"));
        if (json_object_get(item, "decision"))
            decided++;
        else if (least == 0 || bits < least)
            least = bits;
    }
    if (json_array_size(path) == 0)
        return span_of("Both are filed under one entity.");
    if (decided == json_array_size(path))
        return view_format(v, "No link joins the two directly; a chain of %zu decisions does.", decided);
    return view_format(
        v,
        "No link joins the two directly; a chain of %zu links inside one entity does%s, and the "
        "weakest of them is worth %.1f bits.",
        json_array_size(path), decided ? ", some of them decided by a person" : "", least);
}

static struct span decided_sentence(struct view *v, const struct why_decision *d)
{
    const char *because = json_string_value(json_object_get(d->row, "because"));
    const char *says = d->is_same ? "that one operator is behind both" : "that they have different operators";
    return view_format(v, "Decision %u says %s%s, because: %s", d->number, says,
                       d->is_kept ? "" : "; it was made since the last run, which does not keep to it yet",
                       because ? because : "");
}

static struct span network_sentence(struct view *v, const struct why_pair *pair, const json_t *ties)
{
    const json_t *tie = json_array_get(ties, 0);
    if (!tie)
        return view_format(
            v,
            "They have different operators, as far as the evidence goes, within network %u; other "
            "members connect them.",
            pair->a.record->row.network);
    return view_format(
        v,
        "They have different operators, as far as the evidence goes, but work together in network "
        "%u: %lld record%s tie them by %s.",
        pair->a.record->row.network, (long long)json_integer_value(json_object_get(tie, "records")),
        json_integer_value(json_object_get(tie, "records")) == 1 ? "" : "s",
        json_string_value(json_object_get(tie, "kind")));
}

static bool is_same_party(const struct why_pair *pair)
{
    return pair->a.record == pair->b.record &&
           (!pair->a.is_said || !pair->b.is_said || pair->a.party == pair->b.party);
}

static bool names_protected(const struct why_pair *pair)
{
    return (pair->a.is_said && detail_hides(pair->a.record, pair->a.party)) ||
           (pair->b.is_said && detail_hides(pair->b.record, pair->b.party));
}

static struct span verdict_sentence(struct view *v, const struct why_pair *pair, const struct reasons *why,
                                    bool is_network)
{
    bool is_one = pair->entity || is_same_party(pair);
    if (is_same_party(pair))
        return span_of("Both names stand for the same record.");
    if (names_protected(pair))
        return why->link ? persons_sentence(v, why->link)
                         : span_of("A protected party is named, and those are never made into entities.");
    if (why->decided)
        return decided_sentence(v, why->decided);
    if (why->link && !why->of_persons)
        return link_sentence(v, why->link, is_one);
    if (why->link && !is_one && !is_network)
        return persons_sentence(v, why->link);
    if (is_one)
        return path_sentence(v, why->path);
    if (is_network)
        return network_sentence(v, pair, why->ties);
    if (json_array_size(why->ties))
        return span_of("There are ties between them, but they were too weak to join the two.");
    return span_of("No evidence that was kept joins them; \"bowline why-not\" looks at them anew.");
}

static void put_verdict(struct view *v, json_t *out, const struct why_pair *pair, const struct reasons *why)
{
    bool is_one = pair->entity || is_same_party(pair);
    bool is_network = !is_one && !names_protected(pair) && pair->a.record->row.network &&
                      pair->a.record->row.network == pair->b.record->row.network;
    view_put_text(v, out, "verdict",
                  span_of(is_one       ? "same operator"
                          : is_network ? "same network"
                                       : "not joined"));
    view_put_text(v, out, "sentence", verdict_sentence(v, pair, why, is_network));
}

static void put_rivals(struct view *v, json_t *out, const struct why_pair *pair)
{
    json_t *rivals = view_object(v);
    view_put(v, rivals, "a", why_rivals_json(v, &pair->a));
    view_put(v, rivals, "b", why_rivals_json(v, &pair->b));
    view_put(v, out, "rivals", rivals);
}

/* Link, path, what would change them, and the decisions. */
static void put_evidence(struct view *v, json_t *out, const struct why_pair *pair, struct reasons *why)
{
    struct why_decisions decisions;
    struct why_edges edges = {0};
    size_t length = 0;
    millibits weakest;
    uint32_t *path = NULL;
    why_load_decisions(v, &decisions);
    if (pair->entity && v->status == BOWLINE_OK)
        why_load_edges(v, pair, &decisions, &edges);
    if (pair->entity && (!why->link || why->of_persons) && v->status == BOWLINE_OK)
        path = why_find_path(v, pair, &edges, edges.count, &length, &weakest);
    why->path = why_path_json(v, &edges, path, length);
    why->decided = why_deciding(v, pair, &decisions, "same");
    if (!why->decided)
        why->decided = why_deciding(v, pair, &decisions, "not-same");
    why->ties = ties_between(v, pair);
    put_verdict(v, out, pair, why);
    view_put(v, out, "changes",
             why_changes_json(v, pair, pair->entity ? &edges : NULL, why->of_persons ? NULL : why->link,
                              why->path));
    view_put(v, out, "decisions", why_decisions_json(v, pair, &decisions, why->link, why->path));
    view_put(v, out, "link", why->link ? why->link : json_null());
    view_put(v, out, "path", why->path);
    view_put(v, out, "ties", why->ties);
    memory_free(path);
    why_release_edges(&edges);
    why_release_decisions(&decisions);
}

json_t *why_view(struct view *v, const char *a, const char *b)
{
    struct why_pair pair;
    struct reasons why = {0};
    why_find_pair(v, a, b, &pair);
    if (v->status != BOWLINE_OK || !pair.a.record || !pair.b.record)
        return NULL;
    json_t *out = view_object(v);
    view_put(v, out, "a", record_row_json(v, pair.a.record));
    view_put(v, out, "b", record_row_json(v, pair.b.record));
    if (!is_same_party(&pair))
        why.link = direct_link(v, &pair, &why.of_persons);
    else
        pair.entity = 0;
    put_evidence(v, out, &pair, &why);
    put_rivals(v, out, &pair);
    return out;
}

enum bowline_status json_why(struct reader *reader, const char *a, const char *b, struct bowline_text *json,
                             struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = why_view(&v, a, b);
    return view_finish(&v, root, json);
}
