/* GraphML (Brandes et al. 2002) and GEXF 1.3, which yEd, Gephi, Cytoscape and NetworkX read: one file,
 * case.graphml or case.gexf. Both say the same; they differ in how an attribute is written. */
#include "base/calendar.h"
#include "reports/case_graph.h"
#include "reports/csv_writer.h"
#include "reports/export.h"
#include "reports/html.h"

#include <inttypes.h>

#define FLUSH_BYTES ((size_t)1 << 20)

struct xml_graph;

/* How a format spells what every node and edge has. */
struct xml_dialect {
    const char *file_name, *begin, *begin_edges, *end;
    void (*node)(struct xml_graph *g, const struct graph_node *node);
    void (*edge)(struct xml_graph *g, const struct graph_edge *edge);
};

struct xml_graph {
    const struct xml_dialect *dialect;
    struct file_part file;
    uint64_t edges;
};

static struct buffer *out_of(struct xml_graph *g)
{
    return &g->file.out;
}

static void put(struct xml_graph *g, const char *markup)
{
    buffer_append_text(out_of(g), markup);
}

static void put_name(struct xml_graph *g, struct node_name name)
{
    char text[NODE_NAME_SIZE];
    node_name_format(name, text);
    put(g, text);
}

/* One attribute: before, the value escaped, after. */
static void put_text(struct xml_graph *g, const char *before, struct span value, const char *after)
{
    put(g, before);
    html_escape(out_of(g), value);
    put(g, after);
}

static void put_int(struct xml_graph *g, const char *before, int64_t value, const char *after)
{
    put(g, before);
    buffer_format(out_of(g), "%" PRId64, value);
    put(g, after);
}

static void put_bits(struct xml_graph *g, const char *before, millibits bits, const char *after)
{
    put(g, before);
    append_bits(out_of(g), bits);
    put(g, after);
}

static void put_time(struct xml_graph *g, const char *before, int64_t seconds, const char *after)
{
    char text[40];
    calendar_format(seconds, text, sizeof text);
    if (*text)
        put_text(g, before, span_of(text), after);
}

static void put_probability(struct xml_graph *g, const char *before, double value, const char *after)
{
    if (value < 0)
        return;
    put(g, before);
    buffer_format(out_of(g), "%.6f", value);
    put(g, after);
}

static void graphml_node(struct xml_graph *g, const struct graph_node *node)
{
    put(g, "<node id=\"");
    put_name(g, node->name);
    put_text(g, "\"><data key=\"label\">", node->label, "</data>");
    put_text(g, "<data key=\"type\">", node->type, "</data>");
    put_int(g, "<data key=\"records\">", node->records, "</data>");
    if (node->bits)
        put_bits(g, "<data key=\"bits\">", node->bits, "</data>");
    put_time(g, "<data key=\"first\">", node->begin, "</data>");
    put_time(g, "<data key=\"last\">", node->end, "</data>");
    if (node->place.length)
        put_text(g, "<data key=\"place\">", node->place, "</data>");
    put(g, "</node>\n");
}

static void graphml_edge(struct xml_graph *g, const struct graph_edge *edge)
{
    put(g, "<edge source=\"");
    put_name(g, edge->from);
    put(g, "\" target=\"");
    put_name(g, edge->to);
    put_text(g, "\"><data key=\"kind\">", edge->type, "</data>");
    put_int(g, "<data key=\"weight\">", edge->records, "</data>");
    if (edge->bits)
        put_bits(g, "<data key=\"evidence\">", edge->bits, "</data>");
    put_probability(g, "<data key=\"probability\">", edge->probability, "</data>");
    put(g, "</edge>\n");
}

static void gexf_node(struct xml_graph *g, const struct graph_node *node)
{
    put(g, "<node id=\"");
    put_name(g, node->name);
    put_text(g, "\" label=\"", node->label, "\"><attvalues>");
    put_text(g, "<attvalue for=\"type\" value=\"", node->type, "\"/>");
    put_int(g, "<attvalue for=\"records\" value=\"", node->records, "\"/>");
    if (node->bits)
        put_bits(g, "<attvalue for=\"bits\" value=\"", node->bits, "\"/>");
    put_time(g, "<attvalue for=\"first\" value=\"", node->begin, "\"/>");
    put_time(g, "<attvalue for=\"last\" value=\"", node->end, "\"/>");
    if (node->place.length)
        put_text(g, "<attvalue for=\"place\" value=\"", node->place, "\"/>");
    put(g, "</attvalues></node>\n");
}

static void gexf_edge(struct xml_graph *g, const struct graph_edge *edge)
{
    put_int(g, "<edge id=\"", (int64_t)g->edges, "\" source=\"");
    put_name(g, edge->from);
    put(g, "\" target=\"");
    put_name(g, edge->to);
    put_int(g, "\" weight=\"", edge->records, "\"><attvalues>");
    put_text(g, "<attvalue for=\"kind\" value=\"", edge->type, "\"/>");
    if (edge->bits)
        put_bits(g, "<attvalue for=\"evidence\" value=\"", edge->bits, "\"/>");
    put_probability(g, "<attvalue for=\"probability\" value=\"", edge->probability, "\"/>");
    put(g, "</attvalues></edge>\n");
}

static const struct xml_dialect graphml = {
    .file_name = "case.graphml",
    .begin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
             " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
             " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
             " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
             "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
             "<key id=\"type\" for=\"node\" attr.name=\"type\" attr.type=\"string\"/>\n"
             "<key id=\"records\" for=\"node\" attr.name=\"records\" attr.type=\"long\"/>\n"
             "<key id=\"bits\" for=\"node\" attr.name=\"bits\" attr.type=\"double\"/>\n"
             "<key id=\"first\" for=\"node\" attr.name=\"first\" attr.type=\"string\"/>\n"
             "<key id=\"last\" for=\"node\" attr.name=\"last\" attr.type=\"string\"/>\n"
             "<key id=\"place\" for=\"node\" attr.name=\"place\" attr.type=\"string\"/>\n"
             "<key id=\"kind\" for=\"edge\" attr.name=\"kind\" attr.type=\"string\"/>\n"
             "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"long\"/>\n"
             "<key id=\"evidence\" for=\"edge\" attr.name=\"bits\" attr.type=\"double\"/>\n"
             "<key id=\"probability\" for=\"edge\" attr.name=\"probability\" attr.type=\"double\"/>\n"
             "<graph id=\"case\" edgedefault=\"undirected\">\n",
    .begin_edges = "",
    .end = "</graph>\n</graphml>\n",
    .node = graphml_node,
    .edge = graphml_edge,
};

static const struct xml_dialect gexf = {
    .file_name = "case.gexf",
    .begin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
             "<meta><creator>Bowline</creator></meta>\n"
             "<graph defaultedgetype=\"undirected\" mode=\"static\">\n"
             "<attributes class=\"node\">"
             "<attribute id=\"type\" title=\"type\" type=\"string\"/>"
             "<attribute id=\"records\" title=\"records\" type=\"long\"/>"
             "<attribute id=\"bits\" title=\"bits\" type=\"double\"/>"
             "<attribute id=\"first\" title=\"first\" type=\"string\"/>"
             "<attribute id=\"last\" title=\"last\" type=\"string\"/>"
             "<attribute id=\"place\" title=\"place\" type=\"string\"/></attributes>\n"
             "<attributes class=\"edge\">"
             "<attribute id=\"kind\" title=\"kind\" type=\"string\"/>"
             "<attribute id=\"evidence\" title=\"bits\" type=\"double\"/>"
             "<attribute id=\"probability\" title=\"probability\" type=\"double\"/></attributes>\n"
             "<nodes>\n",
    .begin_edges = "</nodes>\n<edges>\n",
    .end = "</edges>\n</graph>\n</gexf>\n",
    .node = gexf_node,
    .edge = gexf_edge,
};

static bool take_node(void *context, const struct graph_node *node)
{
    struct xml_graph *g = context;
    g->dialect->node(g, node);
    file_part_flush(&g->file, FLUSH_BYTES);
    return g->file.status == BOWLINE_OK;
}

static bool take_edge(void *context, const struct graph_edge *edge)
{
    struct xml_graph *g = context;
    if (g->edges == 0)
        put(g, g->dialect->begin_edges);
    g->edges++;
    g->dialect->edge(g, edge);
    file_part_flush(&g->file, FLUSH_BYTES);
    return g->file.status == BOWLINE_OK;
}

static enum bowline_status export_xml(struct reader *reader, const char *folder,
                                      const struct xml_dialect *dialect, struct bowline_error *err)
{
    struct xml_graph g = {.dialect = dialect};
    file_part_open(&g.file, folder, dialect->file_name, err);
    put(&g, dialect->begin);
    enum bowline_status status = case_graph_walk(reader, &(struct graph_sink){&g, take_node, take_edge}, err);
    if (g.edges == 0)
        put(&g, dialect->begin_edges);
    put(&g, dialect->end);
    return file_part_close(&g.file, status);
}

enum bowline_status export_graphml(struct reader *reader, const char *folder, struct bowline_error *err)
{
    return export_xml(reader, folder, &graphml, err);
}

enum bowline_status export_gexf(struct reader *reader, const char *folder, struct bowline_error *err)
{
    return export_xml(reader, folder, &gexf, err);
}
