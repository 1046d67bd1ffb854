/* Why two records are, or are not, held to have one operator. */
#include "reports/json.h"
#include "reports/rows.h"
#include "reports/widest_path.h"

#include "base/memory.h"

#include <math.h>

#define PATH_LINKS_MOST 500000u
#define PATH_MOST       64 /* links of a path that are shown */

struct pair {
    const struct detail *a, *b;
    uint32_t entity; /* that both have a part in, or 0 */
};

static struct edges {
    struct path_edge *items;
    size_t count, capacity;
} load_edges(struct view *v, uint32_t entity)
{
    struct cursor c;
    struct link_row row;
    struct edges edges = {0};
    read_entity_links(v->store, entity, PATH_LINKS_MOST, &c, v->err);
    while (v->status == BOWLINE_OK && next_link(&c, &row)) {
        if (memory_reserve(&edges.items, &edges.capacity, edges.count + 1, PATH_LINKS_MOST))
            edges.items[edges.count++] =
                (struct path_edge){row.from_record, row.to_record, row.link, row.bits};
        else
            view_try(v, error_memory(v->err));
    }
    view_close(v, &c);
    return edges;
}

static void push_link(struct view *v, json_t *list, uint32_t link)
{
    struct cursor c;
    struct link_row row;
    read_link(v->store, link, &c, v->err);
    if (v->status == BOWLINE_OK && next_link(&c, &row))
        view_push(v, list, link_row_json(v, &row));
    view_close(v, &c);
}

static json_t *path_json(struct view *v, const struct pair *pair)
{
    json_t *list = view_array(v);
    size_t length = 0;
    const uint32_t ends[2] = {pair->a->row.record, pair->b->row.record};
    struct edges edges = load_edges(v, pair->entity);
    uint32_t *path = memory_new(edges.count, sizeof *path);
    if (!path)
        view_try(v, error_memory(v->err));
    if (v->status == BOWLINE_OK)
        view_try(v, widest_path(edges.items, edges.count, ends, path, &length, v->err));
    for (size_t i = 0; path && i < length && i < PATH_MOST; i++)
        push_link(v, list, path[i]);
    memory_free(path);
    memory_free(edges.items);
    return list;
}

static json_t *direct_link(struct view *v, const struct pair *pair)
{
    struct cursor c;
    struct link_row row;
    json_t *link = NULL;
    read_links_between(v->store, pair->a->row.record, pair->b->row.record, &c, v->err);
    if (v->status == BOWLINE_OK && next_link(&c, &row))
        link = link_row_json(v, &row);
    view_close(v, &c);
    return link;
}

static json_t *ties_between(struct view *v, const struct pair *pair)
{
    struct cursor c;
    struct node a = {pair->a->row.entity, pair->a->row.record};
    struct node b = {pair->b->row.entity, pair->b->row.record};
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

static struct span path_sentence(struct view *v, const json_t *path)
{
    double least = 0;
    size_t i;
    json_t *item;
    json_array_foreach(path, i, item)
    {
        double bits = json_real_value(json_object_get(item, "bits"));
        if (i == 0 || bits < least)
            least = bits;
    }
    if (json_array_size(path) == 0)
        return span_of("Both are filed under one entity.");
    return view_format(v,
                       "No link joins the two directly; a chain of %zu links inside one entity does, and the "
                       "weakest of them is worth %.1f bits.",
                       json_array_size(path), least);
}

static struct span network_sentence(struct view *v, const struct pair *pair, const json_t *ties)
{
    const json_t *tie = json_array_get(ties, 0);
    if (!tie)
        return view_format(
            v,
            "They have different operators, as far as the evidence goes, within network %u; other "
            "members connect them.",
            pair->a->row.network);
    return view_format(
        v,
        "They have different operators, as far as the evidence goes, but work together in network "
        "%u: %lld record%s tie them by %s.",
        pair->a->row.network, (long long)json_integer_value(json_object_get(tie, "records")),
        json_integer_value(json_object_get(tie, "records")) == 1 ? "" : "s",
        json_string_value(json_object_get(tie, "kind")));
}

struct reasons {
    json_t *link, *path, *ties;
};

static void put_verdict(struct view *v, json_t *out, const struct pair *pair, const struct reasons *why)
{
    bool is_same_record = pair->a == pair->b;
    bool is_one = pair->entity || is_same_record;
    bool is_network = !is_one && pair->a->row.network && pair->a->row.network == pair->b->row.network;
    struct span sentence = span_of("No evidence that was kept joins them.");
    if (is_same_record)
        sentence = span_of("Both names stand for the same record.");
    else if (why->link)
        sentence = link_sentence(v, why->link, is_one);
    else if (is_one)
        sentence = path_sentence(v, why->path);
    else if (is_network)
        sentence = network_sentence(v, pair, why->ties);
    else if (json_array_size(why->ties))
        sentence = span_of("There are ties between them, but they were too weak to join the two.");
    view_put_text(v, out, "verdict",
                  span_of(is_one       ? "same operator"
                          : is_network ? "same network"
                                       : "not joined"));
    view_put(v, out, "link", why->link ? why->link : json_null());
    view_put(v, out, "path", why->path);
    view_put(v, out, "ties", why->ties);
    view_put_text(v, out, "sentence", sentence);
}

json_t *why_view(struct view *v, const char *a, const char *b)
{
    struct pair pair = {.a = view_named(v, a)};
    struct reasons why = {0};
    pair.b = v->status == BOWLINE_OK ? view_named(v, b) : NULL;
    if (v->status == BOWLINE_OK)
        view_try(v,
                 read_common_entity(v->store, pair.a->row.record, pair.b->row.record, &pair.entity, v->err));
    if (v->status != BOWLINE_OK)
        return NULL;
    json_t *out = view_object(v);
    view_put(v, out, "a", record_row_json(v, pair.a));
    view_put(v, out, "b", record_row_json(v, pair.b));
    if (pair.a != pair.b)
        why.link = direct_link(v, &pair);
    why.path = pair.entity && !why.link && pair.a != pair.b ? path_json(v, &pair) : view_array(v);
    why.ties = ties_between(v, &pair);
    put_verdict(v, out, &pair, &why);
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
