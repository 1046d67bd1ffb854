/* A network as a dossier: who belongs to it, what ties them, where and when, and what else it could be. */
#include "reports/html_parts.h"
#include "reports/rows.h"

static void tie_table(struct page *p, const json_t *list, const char *caption)
{
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    html_format(
        p,
        "<div class=wide><table><caption>%s</caption><thead><tr><th scope=col>From</th><th scope=col>To"
        "</th><th scope=col>Tie</th><th scope=col class=n>Records</th><th scope=col class=n>Bits</th>"
        "<th scope=col>Example</th></tr></thead><tbody>\n",
        caption);
    for (size_t i = 0; i < count && i < REPORT_TIES; i++) {
        const json_t *tie = json_array_get(list, i);
        html(p, "<tr>");
        html_element(p, "td", json_text_at(tie, "from"));
        html_element(p, "td", json_text_at(tie, "to"));
        html_element(p, "td", json_text_at(tie, "kind"));
        html_cell_number(p, json_int_at(tie, "records"));
        html_cell_bits(p, json_real_at(tie, "bits"));
        html(p, "<td class=id>");
        html_string(p, json_text_at(tie, "example"));
        html(p, "</td></tr>\n");
    }
    html(p, "</tbody></table></div>\n");
    if (count > REPORT_TIES)
        html_format(p, "<p class=note>%zu weaker ties are not shown.</p>\n", count - REPORT_TIES);
}

static void member_entities(struct page *p, const json_t *network)
{
    size_t i;
    json_t *member;
    size_t shown = 0;
    json_array_foreach(json_object_get(network, "members"), i, member)
    {
        if (json_text_at(member, "record") || shown == REPORT_ENTITIES || p->view->status != BOWLINE_OK)
            continue;
        json_t *entity = entity_view(p->view, (uint32_t)json_int_at(member, "entity"));
        if (entity)
            html_entity(p, entity);
        json_decref(entity);
        shown++;
    }
    int64_t left = json_int_at(network, "entities") - (int64_t)shown;
    if (left > 0)
        html_format(p,
                    "<p class=note>%lld smaller member%s not shown in full: <code>bowline show CASE network "
                    "%lld</code>.</p>\n",
                    (long long)left, left == 1 ? " is" : "s are", (long long)json_int_at(network, "network"));
}

void html_dossier(struct page *p, const json_t *network)
{
    long long id = (long long)json_int_at(network, "network");
    int64_t entities = json_int_at(network, "entities");
    html_format(
        p,
        "<section class=dossier id=n%lld aria-labelledby=n%lldh>\n<p class=over>%.1f bits of ties</p>\n"
        "<h3 id=n%lldh>Network %lld</h3>\n<p>",
        id, id, json_real_at(network, "bits"), id, id);
    html_number(p, entities);
    html(p, entities == 1 ? " member with " : " members with ");
    html_number(p, json_int_at(network, "records"));
    html(p, " records (");
    html_kinds(p, json_object_get(network, "kinds"));
    html(p, "), ");
    html_period(p, network);
    html(p, ", in ");
    html_places(p, json_object_get(network, "places"), 5);
    html(p, ".</p>\n");
    chart_network(p, network);
    html(p, "<h4>What else this could be</h4>\n");
    html_rivals(p, network);
    html(p, "<h4>When and where</h4>\n");
    html_growth(p, json_object_get(network, "growth"));
    chart_months(p, (struct group){SCOPE_NETWORK, (uint32_t)id});
    chart_map(p, network);
    html_circuits(p, json_object_get(network, "circuits"));
    html_premises(p, json_object_get(network, "premises"));
    html_moves(p, network);
    html(p, "<h4>Ties</h4>\n");
    tie_table(p, json_object_get(network, "ties"),
              "What joins its members; ties are weaker than one operator");
    tie_table(p, json_object_get(network, "weak_ties"), "Ties to others that were too weak to join");
    html_roles(p, network);
    html_flows(p, json_object_get(network, "flows"));
    html_money(p, network);
    member_entities(p, network);
    html(p, "</section>\n");
}
