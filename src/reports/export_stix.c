/* STIX 2.1 (OASIS): one bundle, case.stix.json. A network is an identity of class group, an entity one of
 * class unknown, an identifier an observable; what joins them is a relationship. Records stay behind: STIX
 * has no object for a stay or a payment, and shared intelligence rarely needs them. Ids are made from what
 * they name, so that two exports agree. */
#include "reports/case_graph.h"
#include "reports/export.h"
#include "reports/json_lines.h"
#include "sealing/digest.h"

#include <math.h>

#define STIX_ID_SIZE 96

struct stix_export {
    struct json_lines lines;
    int64_t latest;      /* of all records: when what is known was known */
    struct buffer types; /* a letter for each identifier: which kind of observable it is */
};

/* A UUID in the shape of version 5 (RFC 9562), from SHA-256 of the case's key and the name. */
static void stix_id(const struct view *v, const char *type, const char *name, char out[STIX_ID_SIZE])
{
    char text[256];
    char hex[DIGEST_HEX];
    int length = snprintf(text, sizeof text, "%s %s %s", v->reader->key, type, name);
    digest_span((struct span){text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1}, hex);
    hex[12] = '5';
    hex[16] = "89ab"[(hex[16] <= '9' ? hex[16] - '0' : hex[16] - 'a' + 10) & 3];
    snprintf(out, STIX_ID_SIZE, "%s--%.8s-%.4s-%.4s-%.4s-%.12s", type, hex, hex + 8, hex + 12, hex + 16,
             hex + 20);
}

enum observable {
    OBSERVABLE_EMAIL = 'e',
    OBSERVABLE_URL = 'u',
    OBSERVABLE_DOMAIN = 'd',
    OBSERVABLE_ACCOUNT = 'a',
};

static enum observable observable_of(const struct graph_node *node)
{
    if (span_equal(node->type, span_of("email")))
        return OBSERVABLE_EMAIL;
    if (!span_equal(node->type, span_of("url")))
        return OBSERVABLE_ACCOUNT;
    return memchr(node->label.at, '/', node->label.length) ? OBSERVABLE_URL : OBSERVABLE_DOMAIN;
}

static const char *observable_type(enum observable what)
{
    switch (what) {
    case OBSERVABLE_EMAIL: return "email-addr";
    case OBSERVABLE_URL: return "url";
    case OBSERVABLE_DOMAIN: return "domain-name";
    default: return "user-account";
    }
}

static const char *node_type(const struct stix_export *x, struct node_name name)
{
    if (name.kind != NODE_IDENTIFIER)
        return "identity";
    return observable_type(name.id < x->types.length ? (enum observable)x->types.data[name.id]
                                                     : OBSERVABLE_ACCOUNT);
}

static void node_id(const struct stix_export *x, struct node_name name, char out[STIX_ID_SIZE])
{
    char text[NODE_NAME_SIZE];
    node_name_format(name, text);
    stix_id(&x->lines.view, node_type(x, name), text, out);
}

static json_t *begin_object(struct view *v, const char *type, const char *id)
{
    json_t *out = view_object(v);
    view_put_text(v, out, "type", span_of(type));
    view_put_text(v, out, "spec_version", span_of("2.1"));
    view_put_text(v, out, "id", span_of(id));
    return out;
}

/* STIX wants the thousandths. */
static void put_times(struct stix_export *x, json_t *object)
{
    char text[40];
    struct view *v = &x->lines.view;
    calendar_format(x->latest == TIME_NONE ? 0 : x->latest, text, sizeof text);
    struct span time = view_format(v, "%.19s.000Z", text);
    view_put_text(v, object, "created", time);
    view_put_text(v, object, "modified", time);
}

static bool put_identity(struct stix_export *x, const struct graph_node *node)
{
    struct view *v = &x->lines.view;
    char id[STIX_ID_SIZE];
    node_id(x, node->name, id);
    json_t *out = begin_object(v, "identity", id);
    put_times(x, out);
    view_put_text(v, out, "name", node->label);
    view_put_text(v, out, "description",
                  view_format(v, "%lld record%s; an assessment, to be checked against its sources",
                              (long long)node->records, node->records == 1 ? "" : "s"));
    view_put_text(v, out, "identity_class", span_of(node->name.kind == NODE_NETWORK ? "group" : "unknown"));
    return json_lines_put(&x->lines, out);
}

static bool put_observable(struct stix_export *x, const struct graph_node *node)
{
    struct view *v = &x->lines.view;
    char id[STIX_ID_SIZE];
    enum observable what = observable_of(node);
    while (buffer_ok(&x->types) && x->types.length <= node->name.id)
        buffer_append_char(&x->types, OBSERVABLE_ACCOUNT);
    if (!buffer_ok(&x->types))
        return view_try(v, error_memory(v->err));
    x->types.data[node->name.id] = (char)what;
    node_id(x, node->name, id);
    json_t *out = begin_object(v, observable_type(what), id);
    if (what == OBSERVABLE_ACCOUNT) {
        view_put_text(v, out, "account_login", node->label);
        view_put_text(v, out, "account_type", node->type);
    } else if (what == OBSERVABLE_URL) {
        view_put_text(v, out, "value",
                      view_format(v, "https://%.*s", (int)node->label.length, node->label.at));
    } else {
        view_put_text(v, out, "value", node->label);
    }
    return json_lines_put(&x->lines, out);
}

static bool take_node(void *context, const struct graph_node *node)
{
    struct stix_export *x = context;
    if (node->name.kind == NODE_IDENTIFIER)
        return put_observable(x, node);
    if (node->name.kind != NODE_RECORD)
        return put_identity(x, node);
    if (node->begin != TIME_NONE && node->begin > x->latest)
        x->latest = node->begin;
    return true;
}

static bool take_edge(void *context, const struct graph_edge *edge)
{
    struct stix_export *x = context;
    struct view *v = &x->lines.view;
    char from[STIX_ID_SIZE];
    char to[STIX_ID_SIZE];
    char id[STIX_ID_SIZE];
    if (edge->from.kind == NODE_RECORD || edge->to.kind == NODE_RECORD)
        return true;
    node_id(x, edge->from, from);
    node_id(x, edge->to, to);
    struct span name =
        view_format(v, "%s %s %.*s", from + strlen(node_type(x, edge->from)) + 2,
                    to + strlen(node_type(x, edge->to)) + 2, (int)edge->type.length, edge->type.at);
    stix_id(v, "relationship", name.at ? name.at : "", id);
    json_t *out = begin_object(v, "relationship", id);
    put_times(x, out);
    view_put_text(v, out, "relationship_type", span_of("related-to"));
    view_put_text(v, out, "description",
                  edge->probability < 0 ? edge->type
                                        : view_format(v, "%.*s, %.1f bits", (int)edge->type.length,
                                                      edge->type.at, bits_real(edge->bits)));
    view_put_text(v, out, "source_ref", span_of(from));
    view_put_text(v, out, "target_ref", span_of(to));
    if (edge->probability >= 0)
        view_put_int(v, out, "confidence", llround(edge->probability * 100));
    return json_lines_put(&x->lines, out);
}

#define TYPES_MOST ((size_t)UINT32_MAX + 1)

enum bowline_status export_stix(struct reader *reader, const char *folder, struct bowline_error *err)
{
    struct stix_export x = {.latest = TIME_NONE};
    char id[STIX_ID_SIZE];
    buffer_init(&x.types, TYPES_MOST);
    json_lines_open(&x.lines, reader, folder, "case.stix.json", err);
    x.lines.between = ",\n";
    stix_id(&x.lines.view, "bundle", "case", id);
    buffer_format(&x.lines.file.out, "{\"type\":\"bundle\",\"id\":\"%s\",\"objects\":[\n", id);
    enum bowline_status status = case_graph_walk(reader, &(struct graph_sink){&x, take_node, take_edge}, err);
    buffer_append_text(&x.lines.file.out, "\n]}\n");
    buffer_release(&x.types);
    return json_lines_close(&x.lines, status);
}
