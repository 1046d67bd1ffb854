/* Where money goes, drawn: accounts that only pay stand left, those that only receive right, all others
 * between; the largest transfers of one currency, the wider the more. */
#include "reports/html_parts.h"

#include <math.h>

enum { NODES_MOST = 18, EDGES_MOST = 22, WIDTH = 760, ROW = 30, TOP = 26, BOX = 168, BOX_HEIGHT = 20 };

static const char nobody[] = "cash, or nobody named";

struct account_node {
    const char *name;
    bool is_inside, has_in, has_out;
    int column; /* 0 left, 1 middle, 2 right */
    double y;
};

struct edge {
    size_t from, to;
    int64_t cents, payments;
    const char *amount;
};

struct money_chart {
    struct account_node nodes[NODES_MOST];
    struct edge edges[EDGES_MOST];
    size_t nodes_count, edges_count, left_out;
    const char *currency;
    int rows; /* of the fullest column */
};

static int64_t cents_of(const char *amount)
{
    int64_t cents = 0;
    for (; amount && *amount; amount++)
        if (*amount >= '0' && *amount <= '9' && cents < INT64_MAX / 10 - 9)
            cents = cents * 10 + (*amount - '0');
    return cents;
}

/* Money that comes from nobody and money that goes to nobody are two nodes. */
static size_t node_of(struct money_chart *m, const char *name, bool is_inside, bool is_payer)
{
    bool is_nobody = !name || !*name;
    for (size_t i = 0; i < m->nodes_count; i++) {
        const struct account_node *node = &m->nodes[i];
        if (is_nobody ? node->name == nobody && node->has_out == is_payer
                      : node->name != nobody && strcmp(node->name, name) == 0)
            return i;
    }
    if (m->nodes_count == NODES_MOST)
        return NODES_MOST;
    m->nodes[m->nodes_count] =
        (struct account_node){.name = is_nobody ? nobody : name, .is_inside = is_inside};
    return m->nodes_count++;
}

static void take_transfer(struct money_chart *m, const json_t *row)
{
    const char *currency = json_text_at(row, "currency");
    if (!m->currency)
        m->currency = currency ? currency : "";
    size_t nodes = m->nodes_count;
    size_t from = NODES_MOST;
    size_t to = NODES_MOST;
    if (m->edges_count < EDGES_MOST && currency && strcmp(currency, m->currency) == 0) {
        from = node_of(m, json_text_at(row, "from"), json_is_true(json_object_get(row, "from_inside")), true);
        to = node_of(m, json_text_at(row, "to"), json_is_true(json_object_get(row, "to_inside")), false);
    }
    if (from == NODES_MOST || to == NODES_MOST) {
        m->nodes_count = nodes;
        m->left_out++;
        return;
    }
    m->nodes[from].has_out = true;
    m->nodes[to].has_in = true;
    const char *amount = json_text_at(row, "amount");
    m->edges[m->edges_count++] =
        (struct edge){from, to, cents_of(amount), json_int_at(row, "payments"), amount ? amount : ""};
}

static void place_nodes(struct money_chart *m)
{
    int used[3] = {0};
    for (size_t i = 0; i < m->nodes_count; i++) {
        struct account_node *node = &m->nodes[i];
        node->column = node->has_in && node->has_out ? 1 : node->has_in ? 2 : 0;
        used[node->column]++;
    }
    for (int c = 0; c < 3; c++)
        m->rows = used[c] > m->rows ? used[c] : m->rows;
    int row[3] = {0};
    for (size_t i = 0; i < m->nodes_count; i++) {
        struct account_node *node = &m->nodes[i];
        double step = (double)m->rows / used[node->column];
        node->y = TOP + ROW * (step * (row[node->column]++ + 0.5) - 0.5);
    }
}

static double left_of(const struct account_node *node)
{
    return node->column * (WIDTH - BOX) / 2.0;
}

static void draw_edge(struct page *p, const struct money_chart *m, const struct edge *edge)
{
    const struct account_node *from = &m->nodes[edge->from];
    const struct account_node *to = &m->nodes[edge->to];
    double x = left_of(from) + BOX;
    double end = left_of(to);
    double bend = fmax(fabs(end - x) / 2, 50);
    html_format(p, "<path class=tie stroke-width='%.1f' d='M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f'><title>",
                1 + 6 * sqrt((double)edge->cents / fmax(1, (double)m->edges[0].cents)), x, from->y, x + bend,
                from->y, end - bend, to->y, end, to->y);
    html_string(p, from->name);
    html(p, " to ");
    html_string(p, to->name);
    html_format(p, ": ");
    html_string(p, edge->amount);
    html(p, " ");
    html_string(p, m->currency);
    html_format(p, " in %lld payment%s</title></path>\n", (long long)edge->payments,
                plural_of(edge->payments));
}

/* A value too long for its box keeps both its ends. */
static void node_name(struct page *p, const char *name)
{
    enum { WHOLE = 27, HEAD = 16, TAIL = 8 };
    size_t length = strlen(name);
    if (length <= WHOLE) {
        html_string(p, name);
        return;
    }
    html_text(p, (struct span){name, HEAD});
    html(p, "&hellip;");
    html_text(p, (struct span){name + length - TAIL, TAIL});
}

static void draw_node(struct page *p, const struct account_node *node)
{
    html_format(p, "<rect class=%s x='%.1f' y='%.1f' width='%d' height='%d' rx=4 />",
                node->is_inside ? "node" : "lone", left_of(node), node->y - BOX_HEIGHT / 2.0, (int)BOX,
                (int)BOX_HEIGHT);
    html_format(p, "<text class=small x='%.1f' y='%.1f' text-anchor=middle>", left_of(node) + BOX / 2.0,
                node->y + 3.5);
    node_name(p, node->name);
    html(p, "</text>\n");
}

static void list_edges(struct page *p, const struct money_chart *m)
{
    html(
        p,
        "<details><summary>These transfers as a table</summary><div class=wide><table><thead><tr><th "
        "scope=col>From</th><th scope=col>To</th><th scope=col class=n>Payments</th><th scope=col class=n>Sum"
        "</th></tr></thead><tbody>\n");
    for (size_t e = 0; e < m->edges_count; e++) {
        html(p, "<tr><td class=id>");
        html_string(p, m->nodes[m->edges[e].from].name);
        html(p, "</td><td class=id>");
        html_string(p, m->nodes[m->edges[e].to].name);
        html(p, "</td>");
        html_cell_number(p, m->edges[e].payments);
        html(p, "<td class=n>");
        html_string(p, m->edges[e].amount);
        html(p, "</td></tr>\n");
    }
    html(p, "</tbody></table></div></details>\n");
}

void chart_money(struct page *p, const json_t *network)
{
    struct money_chart m = {.edges_count = 0};
    size_t i;
    json_t *row;
    json_array_foreach(json_object_get(network, "transfers"), i, row) take_transfer(&m, row);
    if (m.edges_count == 0)
        return;
    place_nodes(&m);
    html_format(p,
                "<figure><svg viewBox='0 0 %d %d' width=%d role=img aria-label='Where money goes between "
                "accounts, as the largest transfers have it'>\n",
                (int)WIDTH, TOP * 2 + ROW * (m.rows - 1) + 4, (int)WIDTH);
    for (size_t e = 0; e < m.edges_count; e++)
        draw_edge(p, &m, &m.edges[e]);
    for (size_t n = 0; n < m.nodes_count; n++)
        draw_node(p, &m.nodes[n]);
    html(p, "</svg>\n<figcaption>Where money goes, from left to right: the largest transfers in ");
    html_string(p, *m.currency ? m.currency : "an unnamed currency");
    html(p, ", the wider the more. Dashed: accounts of others. ");
    if (m.left_out)
        html_format(p, "At least %zu smaller or other transfers are not drawn. ", m.left_out);
    html(p, "</figcaption></figure>\n");
    list_edges(p, &m);
}
