/* FollowTheMoney, the exchange model of OpenAleph and OpenSanctions: one JSON object a line,
 * entities.ftm.json. A network is an Organization, an entity a LegalEntity, a record an Event, an identifier
 * what it is an identifier of; what joins them is a Membership or an UnknownLink with the role and the bits.
 */
#include "reports/case_graph.h"
#include "reports/export.h"
#include "reports/json_lines.h"

static void put_value(struct view *v, json_t *properties, const char *name, struct span value)
{
    json_t *list = view_array(v);
    view_push(v, list, view_text(v, value));
    view_put(v, properties, name, list);
}

/* FollowTheMoney has times without a zone; ours are all UTC. */
static void put_time(struct view *v, json_t *properties, const char *name, int64_t seconds)
{
    char text[40];
    calendar_format(seconds, text, sizeof text);
    size_t length = strlen(text);
    if (length)
        put_value(v, properties, name, (struct span){text, length - (text[length - 1] == 'Z')});
}

static void put_reference(struct view *v, json_t *properties, const char *name, struct node_name node)
{
    char text[NODE_NAME_SIZE];
    node_name_format(node, text);
    put_value(v, properties, name, view_format(v, "bowline-%s", text));
}

static json_t *begin_object(struct view *v, const char *schema, struct span id, json_t **properties)
{
    json_t *out = view_object(v);
    *properties = view_object(v);
    view_put_text(v, out, "id", id);
    view_put_text(v, out, "schema", span_of(schema));
    return out;
}

static bool end_object(struct json_lines *w, json_t *object, json_t *properties)
{
    view_put(&w->view, object, "properties", properties);
    return json_lines_put(w, object);
}

static const char *node_schema(const struct graph_node *node)
{
    if (node->name.kind == NODE_NETWORK)
        return "Organization";
    if (node->name.kind == NODE_ENTITY)
        return "LegalEntity";
    if (node->name.kind == NODE_RECORD)
        return "Event";
    if (span_equal(node->type, span_of("account")))
        return "BankAccount";
    if (span_equal(node->type, span_of("plate")))
        return "Vehicle";
    return "UserAccount";
}

/* "telegram:anna" is anna's account with telegram; a phone is an account with the word phone. */
static void put_user_account(struct view *v, json_t *properties, const struct graph_node *node)
{
    struct span service = node->type;
    struct span user = node->label;
    for (size_t i = 0; span_equal(node->type, span_of("handle")) && i < node->label.length; i++)
        if (node->label.at[i] == ':') {
            service = (struct span){node->label.at, i};
            user = (struct span){node->label.at + i + 1, node->label.length - i - 1};
            break;
        }
    put_value(v, properties, "service", service);
    put_value(v, properties, "username", user);
    if (span_equal(node->type, span_of("phone")) || span_equal(node->type, span_of("email")))
        put_value(v, properties, node->type.at[0] == 'p' ? "phone" : "email", node->label);
}

static void put_identifier(struct view *v, json_t *properties, const struct graph_node *node)
{
    if (span_equal(node->type, span_of("account")))
        put_value(v, properties, "accountNumber", node->label);
    else if (span_equal(node->type, span_of("plate")))
        put_value(v, properties, "registrationNumber", node->label);
    else
        put_user_account(v, properties, node);
}

static bool take_node(void *context, const struct graph_node *node)
{
    struct json_lines *w = context;
    struct view *v = &w->view;
    char id[NODE_NAME_SIZE];
    json_t *properties;
    node_name_format(node->name, id);
    json_t *object = begin_object(v, node_schema(node), view_format(v, "bowline-%s", id), &properties);
    if (node->name.kind == NODE_IDENTIFIER) {
        put_identifier(v, properties, node);
        return end_object(w, object, properties);
    }
    put_value(v, properties, "name", node->label);
    put_value(v, properties, "summary",
              view_format(v, "%.*s, %lld record%s", (int)node->type.length, node->type.at,
                          (long long)node->records, node->records == 1 ? "" : "s"));
    if (node->name.kind == NODE_RECORD) {
        put_value(v, properties, "recordId", node->label);
        put_time(v, properties, "startDate", node->begin);
        put_time(v, properties, "endDate", node->end);
        if (node->place.length)
            put_value(v, properties, "location", node->place);
    }
    return end_object(w, object, properties);
}

static bool is_membership(const struct graph_edge *edge)
{
    return edge->from.kind == NODE_ENTITY && edge->to.kind == NODE_NETWORK;
}

static bool take_edge(void *context, const struct graph_edge *edge)
{
    struct json_lines *w = context;
    struct view *v = &w->view;
    char from[NODE_NAME_SIZE];
    char to[NODE_NAME_SIZE];
    json_t *properties;
    node_name_format(edge->from, from);
    node_name_format(edge->to, to);
    struct span id = view_format(v, "bowline-%s-%s-%.*s", from, to,
                                 (int)(edge->type.length < 4 ? edge->type.length : 4), edge->type.at);
    json_t *object = begin_object(v, is_membership(edge) ? "Membership" : "UnknownLink", id, &properties);
    put_reference(v, properties, is_membership(edge) ? "member" : "subject", edge->from);
    put_reference(v, properties, is_membership(edge) ? "organization" : "object", edge->to);
    put_value(v, properties, "role", edge->type);
    if (edge->probability >= 0)
        put_value(v, properties, "summary",
                  view_format(v, "%.1f bits, probability %.6f", bits_real(edge->bits), edge->probability));
    return end_object(w, object, properties);
}

enum bowline_status export_ftm(struct reader *reader, const char *folder, struct bowline_error *err)
{
    struct json_lines w;
    json_lines_open(&w, reader, folder, "entities.ftm.json", err);
    enum bowline_status status = case_graph_walk(reader, &(struct graph_sink){&w, take_node, take_edge}, err);
    buffer_append_char(&w.file.out, '\n');
    return json_lines_close(&w, status);
}
