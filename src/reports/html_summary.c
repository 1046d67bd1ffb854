/* The first page: what was read, what was rejected, what was found; the list of networks. */
#include "reports/html_parts.h"

static void tile(struct page *p, const char *name, int64_t value)
{
    html_format(p, "<div><dt>%s</dt><dd>", name);
    html_number(p, value);
    html(p, "</dd></div>");
}

static int64_t bytes_of(const json_t *summary)
{
    int64_t bytes = 0;
    size_t i;
    json_t *resource;
    json_array_foreach(json_object_get(summary, "resources"), i, resource) bytes +=
        json_int_at(resource, "bytes");
    return bytes;
}

static void html_size(struct page *p, int64_t bytes)
{
    if (bytes < 10000)
        html_format(p, "%lld bytes", (long long)bytes);
    else if (bytes < 10000000)
        html_format(p, "%.0f kB", (double)bytes / 1e3);
    else
        html_format(p, "%.0f MB", (double)bytes / 1e6);
}

static void counted(struct page *p, int64_t count, const char *one, const char *many)
{
    html_number(p, count);
    html_format(p, " %s", count == 1 ? one : many);
}

static void found_sentences(struct page *p, const json_t *summary, const json_t *totals)
{
    const json_t *first = json_array_get(json_object_get(summary, "networks"), 0);
    html(p, "In them it found ");
    counted(p, json_int_at(totals, "identifiers"), "identifier", "different identifiers");
    html(p, " and ");
    counted(p, json_int_at(totals, "templates"), "text that", "texts that");
    html(p, json_int_at(totals, "templates") == 1 ? " recurs with changes. It holds "
                                                  : " recur with changes. It holds ");
    counted(p, json_int_at(totals, "entities"), "group of records", "groups of records");
    html(p, " to have one operator each, and ");
    counted(p, json_int_at(totals, "networks"), "network", "networks");
    html(p, " of operators that work together. ");
    if (!first)
        return;
    html_format(p, "The strongest, <a href='#n%lld'>network %lld</a>, has ",
                (long long)json_int_at(first, "network"), (long long)json_int_at(first, "network"));
    counted(p, json_int_at(first, "entities"), "member", "members");
    html(p, " with ");
    counted(p, json_int_at(first, "records"), "record", "records");
    html(p, " in ");
    html_places(p, json_object_get(first, "places"), 2);
    html(p, ".");
}

static void lead(struct page *p, const json_t *summary, const json_t *totals)
{
    html(p, "<p class=lead>Bowline read ");
    counted(p, json_int_at(totals, "records"), "record", "records");
    html(p, " from ");
    counted(p, (int64_t)json_size_at(summary, "resources"), "table", "tables");
    html(p, " (");
    html_size(p, bytes_of(summary));
    html(p, ") and set aside ");
    counted(p, json_int_at(totals, "rejected"), "row or cell", "rows and cells");
    html(p, " that could not be read. ");
    found_sentences(p, summary, totals);
    html(p, "</p>\n<p class=note>These are assessments by a computer from the records alone, with the "
            "evidence for each. "
            "They are leads to check, not findings of fact. People who are advertised, lodged or possible "
            "victims "
            "appear under pseudonyms such as <code>P-4f2a91c0</code>.</p>\n");
}

void html_head(struct page *p, const json_t *summary)
{
    const json_t *totals = json_object_get(summary, "totals");
    lead(p, summary, totals);
    html(p, "<dl class=tiles>");
    tile(p, "networks", json_int_at(totals, "networks"));
    tile(p, "entities", json_int_at(totals, "entities"));
    tile(p, "records", json_int_at(totals, "records"));
    tile(p, "identifiers", json_int_at(totals, "identifiers"));
    tile(p, "templates", json_int_at(totals, "templates"));
    tile(p, "links", json_int_at(totals, "links"));
    tile(p, "set aside", json_int_at(totals, "rejected"));
    html(p, "</dl>\n<nav aria-label=Contents><ul><li><a href='#networks'>Networks</a><li><a "
            "href='#dossiers'>Dossiers</a>"
            "<li><a href='#largest'>The largest entity</a>"
            "<li><a href='#alone'>Entities without a network</a><li><a href='#rejects'>Set aside</a>"
            "<li><a href='#calibration'>Trust</a><li><a href='#method'>Method and limits</a><li><a "
            "href='#words'>Words</a>"
            "<li><a href='#sources'>Sources</a></ul></nav>\n");
}

static void network_row(struct page *p, const json_t *network, double most)
{
    double range[2] = {0, most};
    double bits = json_real_at(network, "bits");
    long long id = (long long)json_int_at(network, "network");
    html_format(p, "<tbody class=entry><tr><th scope=rowgroup><a href='#n%lld'>Network %lld</a></th>", id,
                id);
    html_cell_bits(p, bits);
    html(p, "<td class=bar>");
    chart_bar(p, 0, bits, range, "f");
    html(p, "</td>");
    html_cell_number(p, json_int_at(network, "entities"));
    html_cell_number(p, json_int_at(network, "records"));
    html(p, "<td>");
    html_period(p, network);
    html(p, "</td><td>");
    html_places(p, json_object_get(network, "places"), 3);
    html(p, "</td></tr>\n<tr class=what><td colspan=7>");
    html_rivals_short(p, (uint32_t)id);
    html(p, "</td></tr></tbody>\n");
}

void html_network_table(struct page *p, const json_t *summary)
{
    const json_t *list = json_object_get(summary, "networks");
    size_t i;
    json_t *network;
    double most = 1;
    html(p, "<h2 id=networks>Networks</h2>\n");
    if (json_array_size(list) == 0) {
        html(p, "<p>No network was found: no two operators are tied by enough evidence.</p>\n");
        return;
    }
    json_array_foreach(list, i, network) if (json_real_at(network, "bits") > most) most =
        json_real_at(network, "bits");
    html(p,
         "<p>Most evidence first. <a href='#bits'>Bits</a> measure the evidence of the ties inside; they "
         "are no measure "
         "of guilt or of harm. Under each network stand three readings of the same evidence, with how much "
         "speaks for and against each; its dossier has all.</p>\n<div class='wide ledger "
         "list'><table><thead><tr><th scope=col>Network</th>"
         "<th scope=col class=n>Bits</th><th scope=col aria-label='Bits as a bar'></th>"
         "<th scope=col class=n>Members</th><th scope=col class=n>Records</th><th scope=col>Dates</th>"
         "<th scope=col>Places</th></tr></thead>\n");
    json_array_foreach(list, i, network) network_row(p, network, most);
    html(p, "</table></div>\n");
    int64_t total = json_int_at(json_object_get(summary, "totals"), "networks");
    if (total > (int64_t)json_array_size(list))
        html_format(
            p,
            "<p class=note>%lld weaker networks are not shown; <code>bowline export</code> lists all.</p>\n",
            (long long)(total - (int64_t)json_array_size(list)));
}
