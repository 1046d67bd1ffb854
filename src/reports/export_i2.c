/* Two tables as importers of link charts (i2 Analyst's Notebook and others) take them: entities.csv, one line
 * an end, and links.csv, one line a connection. */
#include "reports/case_graph.h"
#include "reports/csv_writer.h"
#include "reports/export.h"

struct i2_tables {
    struct csv_writer entities, links;
};

static void put_name(struct csv_writer *w, struct node_name name)
{
    char text[NODE_NAME_SIZE];
    node_name_format(name, text);
    csv_text(w, span_of(text));
}

static bool take_node(void *context, const struct graph_node *node)
{
    struct csv_writer *w = &((struct i2_tables *)context)->entities;
    put_name(w, node->name);
    csv_text(w, node->type);
    csv_text(w, node->label);
    csv_int(w, node->records);
    if (node->bits)
        csv_bits(w, node->bits);
    else
        csv_text(w, span_of(""));
    csv_time(w, node->begin);
    csv_time(w, node->end);
    csv_text(w, node->place);
    csv_end_row(w);
    return csv_ok(w);
}

static bool take_edge(void *context, const struct graph_edge *edge)
{
    struct csv_writer *w = &((struct i2_tables *)context)->links;
    put_name(w, edge->from);
    put_name(w, edge->to);
    csv_text(w, edge->type);
    csv_int(w, edge->records);
    if (edge->probability < 0) {
        csv_text(w, span_of(""));
        csv_text(w, span_of(""));
    } else {
        csv_bits(w, edge->bits);
        csv_real(w, edge->probability);
    }
    csv_end_row(w);
    return csv_ok(w);
}

enum bowline_status export_i2(struct reader *reader, const char *folder, struct bowline_error *err)
{
    struct i2_tables tables;
    csv_open(&tables.entities, folder, "entities.csv", "id,type,label,records,bits,first,last,place", err);
    csv_open(&tables.links, folder, "links.csv", "from,to,type,records,bits,probability", err);
    enum bowline_status status =
        case_graph_walk(reader, &(struct graph_sink){&tables, take_node, take_edge}, err);
    status = csv_close(&tables.entities, status);
    return csv_close(&tables.links, status);
}
