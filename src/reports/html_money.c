/* A network's money and who does what: roles, shapes, red flags, each with what it rests on. */
#include "reports/html_parts.h"

enum { SHOWN_RECORDS = 6, SHOWN_HITS = 8 };

/* The first records, and how many there are. */
static void cell_basis(struct page *p, const json_t *row, int64_t total)
{
    const json_t *records = json_object_get(row, "records");
    size_t count = json_array_size(records);
    html(p, "<td class=id>");
    for (size_t i = 0; i < count && i < SHOWN_RECORDS; i++) {
        html(p, i ? ", " : "");
        html_string(p, json_string_value(json_array_get(records, i)));
    }
    if (total > SHOWN_RECORDS)
        html_format(p, " and %lld more", (long long)(total - SHOWN_RECORDS));
    html(p, "</td>");
}

static void role_row(struct page *p, const json_t *role)
{
    int64_t records = json_int_at(role, "records_total");
    html_format(p, "<tr><td>entity %lld</td>", (long long)json_int_at(role, "entity"));
    html_element(p, "td", json_text_at(role, "role"));
    html_format(p, "<td>%lld of %lld, among %lld members</td>", (long long)records,
                (long long)json_int_at(role, "of"), (long long)json_int_at(role, "members"));
    html_element(p, "td", json_text_at(role, "likelihood"));
    html_element(p, "td", json_text_at(role, "confidence"));
    cell_basis(p, role, records);
    html(p, "</tr>\n");
}

void html_roles(struct page *p, const json_t *network)
{
    size_t i;
    json_t *role;
    const json_t *roles = json_object_get(network, "roles");
    if (json_array_size(roles) == 0)
        return;
    html(p,
         "<h4>Who does what</h4>\n<div class=wide><table><caption>Assessments from structure alone: that a "
         "member does more of something than an equal share. Words of ICD 203; none is of a protected "
         "party.</caption><thead><tr><th scope=col>Member</th><th scope=col>Role</th><th "
         "scope=col>Records</th>"
         "<th scope=col>Likelihood</th><th scope=col>Confidence</th><th scope=col>Rests on</th></tr></thead>"
         "<tbody>\n");
    json_array_foreach(roles, i, role) role_row(p, role);
    html(p, "</tbody></table></div>\n");
}

static void motif_row(struct page *p, const json_t *motif)
{
    html(p, "<tr>");
    html_element(p, "td", json_text_at(motif, "kind"));
    html(p, "<td class=id>");
    html_string(p, json_text_at(motif, "account"));
    if (json_text_at(motif, "to") && *json_text_at(motif, "to")) {
        html(p, " to ");
        html_string(p, json_text_at(motif, "to"));
    }
    html(p, "</td>");
    html_cell_number(p, json_int_at(motif, "accounts"));
    html(p, "<td class=n>");
    html_string(p, json_text_at(motif, "amount"));
    html(p, " ");
    html_string(p, json_text_at(motif, "currency"));
    html(p, "</td><td>");
    html_day(p, json_text_at(motif, "from"));
    html(p, " to ");
    html_day(p, json_text_at(motif, "until"));
    html(p, "</td>");
    html_cell_bits(p, json_real_at(motif, "bits"));
    cell_basis(p, motif, json_int_at(motif, "payments"));
    html(p, "</tr>\n");
}

static void motif_table(struct page *p, const json_t *network)
{
    size_t i;
    json_t *motif;
    const json_t *motifs = json_object_get(network, "motifs");
    if (json_array_size(motifs) == 0)
        return;
    html(p,
         "<div class=wide><table><caption>Shapes of money. Bits: how surprising the shape is where who pays "
         "how "
         "often, and when, stays as it is, and ends and amounts are dealt out anew.</caption><thead><tr><th "
         "scope=col>Shape</th><th scope=col>Account</th><th scope=col class=n>Accounts</th><th scope=col "
         "class=n>Sum of payments</th><th scope=col>When</th><th scope=col class=n>Bits</th><th "
         "scope=col>Payments</th></tr></thead><tbody>\n");
    json_array_foreach(motifs, i, motif) motif_row(p, motif);
    html(p, "</tbody></table></div>\n");
}

static void flag_item(struct page *p, const json_t *flag)
{
    size_t i;
    json_t *hit;
    const json_t *hits = json_object_get(flag, "hits");
    html(p, "<details><summary>");
    html_string(p, json_text_at(flag, "title"));
    html_format(p, " <span class=dim>(%zu here; %lld of %lld accounts of the case)</span></summary><p>",
                json_array_size(hits), (long long)json_int_at(flag, "fired"),
                (long long)json_int_at(flag, "tested"));
    html_string(p, json_text_at(flag, "source"));
    html(p, ". It fires at ");
    html_string(p, json_text_at(flag, "fires"));
    html(p, ". What looks the same: ");
    html_string(p, json_text_at(flag, "innocent"));
    html(p, ".</p>\n<div class=wide><table><tbody>\n");
    json_array_foreach(hits, i, hit)
    {
        if (i == SHOWN_HITS)
            break;
        html(p, "<tr><td class=id>");
        html_string(p, json_text_at(hit, "value"));
        html(p, "</td>");
        html_element(p, "td", json_text_at(hit, "what"));
        cell_basis(p, hit, json_int_at(hit, "records_total"));
        html(p, "</tr>\n");
    }
    html(p, "</tbody></table></div>\n");
    if (json_array_size(hits) > SHOWN_HITS)
        html_format(p, "<p class=note>%zu more are not shown.</p>\n", json_array_size(hits) - SHOWN_HITS);
    html(p, "</details>\n");
}

void html_money(struct page *p, const json_t *network)
{
    size_t i;
    json_t *flag;
    const json_t *flags = json_object_get(network, "flags");
    chart_money(p, network);
    motif_table(p, network);
    if (json_array_size(flags) == 0)
        return;
    html(p,
         "<h4>Red flags</h4>\n<p class=note>Signs that others published. None decides anything alone; lawful "
         "lives show several.</p>\n");
    json_array_foreach(flags, i, flag) flag_item(p, flag);
}
