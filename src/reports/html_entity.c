/* An entity in a dossier: what it uses, what it writes, its strongest links, its way. */
#include "reports/html_parts.h"
#include "reports/rows.h"

static void identifier_table(struct page *p, const json_t *entity)
{
    size_t i;
    json_t *item;
    if (json_size_at(entity, "identifiers") == 0)
        return;
    html(p,
         "<div class=wide><table><caption>Identifiers and how each behaves</caption><thead><tr><th "
         "scope=col>Type</th>"
         "<th scope=col>Value</th><th scope=col class=n>Records here</th><th scope=col>In the whole case</th>"
         "</tr></thead><tbody>\n");
    json_array_foreach(json_object_get(entity, "identifiers"), i, item)
    {
        html(p, "<tr>");
        html_element(p, "td", json_text_at(item, "type"));
        html(p, "<td class=id>");
        html_string(p, json_text_at(item, "value"));
        html(p, "</td>");
        html_cell_number(p, json_int_at(item, "records"));
        html_element(p, "td", json_text_at(item, "ownership"));
        html(p, "</tr>\n");
    }
    html(p, "</tbody></table></div>\n");
}

/* The text with each {slot} marked. */
static void template_text_marked(struct page *p, const char *text)
{
    while (text && *text) {
        const char *open = strchr(text, '{');
        const char *close = open ? strchr(open, '}') : NULL;
        if (!close || close - open > 24) {
            size_t length = open && !close ? strlen(text) : open ? (size_t)(open - text) + 1 : strlen(text);
            html_text(p, (struct span){text, length});
            text += length;
            continue;
        }
        html_text(p, (struct span){text, (size_t)(open - text)});
        html(p, "<mark>");
        html_text(p, (struct span){open + 1, (size_t)(close - open) - 1});
        html(p, "</mark>");
        text = close + 1;
    }
}

/* A member's text, its differences from the template marked. */
static void member_marked(struct page *p, const json_t *member)
{
    static const struct {
        const char *kind, *open, *close;
    } marks[] = {{"slot", "<mark>", "</mark> "},
                 {"added", "<ins>", "</ins> "},
                 {"missing", "<del>", "</del> "},
                 {"moved", "<em>", "</em> "}};
    const json_t *pieces = json_object_get(member, "pieces");
    html(p, "<p><span class=id>");
    html_string(p, json_text_at(member, "record"));
    html(p, "</span> ");
    for (size_t i = 0; i < json_array_size(pieces); i++) {
        const json_t *piece = json_array_get(pieces, i);
        const char *kind = json_text_at(piece, "kind");
        const char *close = "";
        for (size_t m = 0; kind && m < sizeof marks / sizeof *marks; m++)
            if (strcmp(marks[m].kind, kind) == 0) {
                html(p, marks[m].open);
                close = marks[m].close;
            }
        html_string(p, json_text_at(piece, "text"));
        html(p, close);
    }
    html(p, "</p>\n");
}

static void members_marked(struct page *p, int64_t template_id)
{
    json_t *tree = template_view(p->view, (uint32_t)template_id, REPORT_TEXTS);
    /* A view that failed is not whole. */
    const json_t *members = p->view->status == BOWLINE_OK ? json_object_get(tree, "members") : NULL;
    if (json_array_size(members))
        html(p,
             "<details><summary>Texts from it</summary><p class=note>Marked: what fills a slot; underlined: "
             "added; struck out: left out; slanted: moved.</p>\n");
    for (size_t i = 0; i < json_array_size(members); i++)
        member_marked(p, json_array_get(members, i));
    if (json_array_size(members))
        html(p, "</details>\n");
    json_decref(tree);
}

static void template_list(struct page *p, const json_t *entity)
{
    const json_t *list = json_object_get(entity, "templates");
    size_t count = json_array_size(list);
    for (size_t i = 0; i < count && i < REPORT_TEMPLATES; i++) {
        const json_t *item = json_array_get(list, i);
        int64_t records = json_int_at(item, "records");
        html_format(p, "<p class=note>Template %lld, in ", (long long)json_int_at(item, "template"));
        html_number(p, records);
        html_format(p,
                    " record%s of this entity; each further text from it saves %.1f bits. Marked: what "
                    "changes from text to text.</p>\n<blockquote>",
                    plural_of(records), json_real_at(item, "bits"));
        template_text_marked(p, json_text_at(item, "text"));
        html(p, "</blockquote>\n");
        members_marked(p, json_int_at(item, "template"));
    }
    if (count > REPORT_TEMPLATES)
        html_format(p, "<p class=note>%zu more templates are not shown.</p>\n", count - REPORT_TEMPLATES);
}

static void link_list(struct page *p, const json_t *entity)
{
    const json_t *list = json_object_get(entity, "links");
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    html(p, "<p class=note>The strongest links inside, each with its sum:</p>\n");
    for (size_t i = 0; i < count && i < REPORT_LINKS; i++)
        html_link(p, json_array_get(list, i));
}

static void visit_table(struct page *p, const json_t *entity)
{
    const json_t *list = json_object_get(entity, "visits");
    size_t count = json_array_size(list);
    if (count < 2)
        return;
    html_format(
        p,
        "<details><summary>Its way <span class=dim>%zu visits</span></summary><div "
        "class=wide><table><thead><tr>"
        "<th scope=col>From</th><th scope=col>To</th><th scope=col>Place</th>"
        "<th scope=col class=n>Sightings</th><th scope=col class=n>km from before</th></tr></thead><tbody>\n",
        count);
    for (size_t i = 0; i < count && i < 60; i++) {
        const json_t *visit = json_array_get(list, i);
        html(p, "<tr><td>");
        html_day(p, json_text_at(visit, "from"));
        html(p, "</td><td>");
        html_day(p, json_text_at(visit, "to"));
        html(p, "</td><td>");
        html_place(p, json_text_at(visit, "place"));
        html(p, "</td>");
        html_cell_number(p, json_int_at(visit, "sightings"));
        html_cell_number(p, json_int_at(visit, "km"));
        html(p, "</tr>\n");
    }
    html(p, "</tbody></table></div>");
    if (count > 60)
        html_format(p, "<p class=note>%zu later visits are not shown.</p>", count - 60);
    html(p, "</details>\n");
}

void html_entity(struct page *p, const json_t *entity)
{
    int64_t records = json_int_at(entity, "records");
    html_format(p, "<h4 id=e%lld>Entity %lld</h4>\n<p>", (long long)json_int_at(entity, "entity"),
                (long long)json_int_at(entity, "entity"));
    html_number(p, records);
    html_format(p, " record%s (", plural_of(records));
    html_kinds(p, json_object_get(entity, "kinds"));
    html(p, "), ");
    html_period(p, entity);
    html(p, ", ");
    html_places(p, json_object_get(entity, "places"), 6);
    html(p, ".</p>\n");
    identifier_table(p, entity);
    template_list(p, entity);
    link_list(p, entity);
    html_circuits(p, json_object_get(entity, "circuits"));
    visit_table(p, entity);
}

void html_flows(struct page *p, const json_t *flows)
{
    size_t i;
    json_t *flow;
    if (json_array_size(flows) == 0)
        return;
    html(p, "<h4>Money</h4>\n<div class=wide><table><caption>What passed through its accounts. Kinds are "
            "assessments of accounts, by how money behaves in them.</caption><thead><tr><th "
            "scope=col>Account</th><th "
            "scope=col>Currency</th>"
            "<th scope=col class=n>In</th><th scope=col class=n>Payers</th><th scope=col class=n>Out</th>"
            "<th scope=col class=n>Payees</th><th scope=col class=n>Passed on</th><th scope=col class=n>Days "
            "between</th><th scope=col>Kind</th>"
            "</tr></thead><tbody>\n");
    json_array_foreach(flows, i, flow)
    {
        html(p, "<tr><td class=id>");
        html_string(p, json_text_at(flow, "account"));
        html(p, "</td>");
        html_element(p, "td", json_text_at(flow, "currency"));
        html(p, "<td class=n>");
        html_string(p, json_text_at(flow, "in"));
        html(p, "</td>");
        html_cell_number(p, json_int_at(flow, "payers"));
        html(p, "<td class=n>");
        html_string(p, json_text_at(flow, "out"));
        html(p, "</td>");
        html_cell_number(p, json_int_at(flow, "payees"));
        html(p, "<td class=n>");
        html_string(p, json_text_at(flow, "passed"));
        html(p, "</td><td class=n>");
        if (json_is_number(json_object_get(flow, "dwell_days")))
            html_format(p, "%.1f", json_real_at(flow, "dwell_days"));
        html(p, "</td>");
        html_element(p, "td", json_text_at(flow, "kind"));
        html(p, "</tr>\n");
    }
    html(p, "</tbody></table></div>\n");
}
