/* What follows the dossiers: entities without a network, what was set aside, method, words, sources. */
#include "reports/html_parts.h"
#include "reports/json_log.h"
#include "reports/rows.h"

static void alone_rows(struct page *p, const json_t *list)
{
    size_t i;
    json_t *entity;
    html(p, "<div class=wide><table><thead><tr><th scope=col>Entity</th><th scope=col class=n>Records</th>"
            "<th scope=col>Dates</th><th scope=col>Places</th><th scope=col>Most used "
            "identifier</th></tr></thead><tbody>\n");
    json_array_foreach(list, i, entity)
    {
        const json_t *used = json_array_get(json_object_get(entity, "identifiers"), 0);
        html_format(p, "<tr><th scope=row>Entity %lld</th>", (long long)json_int_at(entity, "entity"));
        html_cell_number(p, json_int_at(entity, "records"));
        html(p, "<td>");
        html_period(p, entity);
        html(p, "</td><td>");
        html_places(p, json_object_get(entity, "places"), 3);
        html(p, "</td><td class=id>");
        html_string(p, json_text_at(used, "value"));
        html(p, "</td></tr>\n");
    }
    html(p, "</tbody></table></div>\n");
}

void html_alone(struct page *p)
{
    struct cursor c;
    html(p, "<h2 id=alone>Entities without a network</h2>\n");
    read_network_entities(p->view->store, 0, REPORT_ALONE, &c, p->view->err);
    json_t *list = entities_json(p->view, &c);
    if (json_array_size(list) == 0) {
        html(p, "<p>There are none.</p>\n");
    } else {
        html(p, "<p>Groups of records that one operator seems to control, with no ties to others that were "
                "strong enough. "
                "Working alone is what most people in such records do.</p>\n");
        alone_rows(p, list);
        if (json_array_size(list) == REPORT_ALONE)
            html_format(p, "<p class=note>The %d largest; <code>bowline export</code> lists all.</p>\n",
                        REPORT_ALONE);
    }
    json_decref(list);
}

static const char *path_of(const json_t *summary, const char *resource)
{
    size_t i;
    json_t *item;
    json_array_foreach(json_object_get(summary, "resources"), i,
                       item) if (resource && json_text_at(item, "name") &&
                                 strcmp(json_text_at(item, "name"), resource) ==
                                     0) return json_text_at(item, "path");
    return resource;
}

void html_rejects(struct page *p, const json_t *summary)
{
    const json_t *list = json_object_get(summary, "rejects");
    size_t i;
    json_t *row;
    html(p, "<h2 id=rejects>Set aside</h2>\n");
    if (json_array_size(list) == 0) {
        html(p, "<p>Every row and every cell could be read.</p>\n");
        return;
    }
    html(p, "<p>Rows and cells that could not be read. A cell that is set aside does not take its row with "
            "it.</p>\n"
            "<div class=wide><table><thead><tr><th scope=col>Reason</th><th scope=col class=n>How often</th>"
            "<th scope=col>Column</th><th scope=col>File</th><th scope=col class=n>First at "
            "line</th></tr></thead><tbody>\n");
    json_array_foreach(list, i, row)
    {
        const char *column = json_text_at(row, "column");
        html(p, "<tr>");
        html_element(p, "td", json_text_at(row, "reason"));
        html_cell_number(p, json_int_at(row, "count"));
        html_element(p, "td", column && *column ? column : "the whole row");
        html_element(p, "td", path_of(summary, json_text_at(row, "resource")));
        html_cell_number(p, json_int_at(row, "line"));
        html(p, "</tr>\n");
    }
    html(p, "</tbody></table></div>\n");
}

static const char method_text[] =
    "<h2 id=method>Method and limits</h2>\n"
    "<p>Each record is read with its place in its file. Phone numbers, addresses, accounts and other "
    "identifiers are found in "
    "columns and in texts and written in one form. Texts that differ in a few words become one template with "
    "slots. Two "
    "records that share something are compared, and every thing that speaks for or against one operator is "
    "worth a number "
    "of bits; a link is their sum, and begins below zero because two records taken at random rarely have one "
    "operator. What "
    "a shared identifier is worth follows from how it behaves: a number that always stands with the same "
    "other marks is "
    "one operator's, one that stands with many is a hotel desk or a hotline and worth little.</p>\n"
    "<p>Entities are the groups of records with the largest sum of bits, never mere chains: two groups are "
    "kept apart where "
    "what speaks against them outweighs the link between them. Networks join entities by weaker ties: "
    "payments, calls, "
    "bookings, shared premises.</p>\n"
    "<p>What it cannot do: it knows only these records. It does not see what was never recorded, cannot tell "
    "a borrowed phone "
    "from an owned one, and can be misled on purpose. Nationality, ethnicity, skin and language of a person "
    "are never used. "
    "Nobody in this report is judged; each network lists what else it could be.</p>\n";

static const char words_text[] =
    "<h2 id=words>Words</h2>\n<dl class=words>\n"
    "<dt id=bits>Bits</dt><dd>How much evidence weighs. 1 bit: twice as likely if one operator is behind "
    "both; 10 bits: a "
    "thousand times; 20 bits: a million times. Negative bits speak against. Bits add up.</dd>\n"
    "<dt>Odds</dt><dd>2 to the power of the bits. 0 bits: 1 to 1, as likely as not; 3.3 bits: 10 to 1; 6.6 "
    "bits: 100 to 1; "
    "−3.3 bits: 1 to 10.</dd>\n"
    "<dt>Record</dt><dd>One row of a table.</dd>\n"
    "<dt>Identifier</dt><dd>A contact or mark by which records can be told to belong together.</dd>\n"
    "<dt>Template</dt><dd>A text that recurs with changes; the places that change are slots.</dd>\n"
    "<dt>Link</dt><dd>Two records and the evidence that one operator is behind both.</dd>\n"
    "<dt>Entity</dt><dd>Records that one operator seems to control.</dd>\n"
    "<dt>Tie</dt><dd>What connects two operators that are not the same: a payment, a call, a booking, a "
    "shared address.</dd>\n"
    "<dt>Network</dt><dd>Entities that seem to work together.</dd>\n"
    "<dt>Exclusive</dt><dd>One operator's own, as opposed to shared by many.</dd>\n"
    "<dt>Pseudonym</dt><dd>The same person or contact has the same pseudonym throughout this case, and "
    "another in any "
    "other.</dd>\n</dl>\n";

void html_method(struct page *p)
{
    html(p, method_text);
    html(p, words_text);
}

void html_sources(struct page *p, const json_t *summary)
{
    size_t i;
    json_t *row;
    html(p, "<h2 id=sources>Sources</h2>\n<p>Every conclusion leads back to bytes of these files. "
            "<code>sha256sum</code> gives "
            "the same digests where the files are unchanged.</p>\n<div class=wide><table><thead><tr><th "
            "scope=col>File</th>"
            "<th scope=col>One row is</th><th scope=col>Read as</th><th scope=col class=n>Bytes</th>"
            "<th scope=col class=n>Records</th><th scope=col class=n>Set aside</th><th "
            "scope=col>SHA-256</th></tr></thead>"
            "<tbody>\n");
    json_array_foreach(json_object_get(summary, "resources"), i, row)
    {
        const char *compression = json_text_at(row, "compression");
        html(p, "<tr>");
        html_element(p, "td", json_text_at(row, "path"));
        html_element(p, "td", json_text_at(row, "kind"));
        html(p, "<td>");
        html_string(p, json_text_at(row, "format"));
        html(p, ", ");
        html_string(p, json_text_at(row, "encoding"));
        if (compression && strcmp(compression, "none") != 0) {
            html(p, ", ");
            html_string(p, compression);
        }
        html(p, "</td>");
        html_cell_number(p, json_int_at(row, "bytes"));
        html_cell_number(p, json_int_at(row, "records"));
        html_cell_number(p, json_int_at(row, "rejected"));
        html(p, "<td class=id>");
        html_string(p, json_text_at(row, "sha256"));
        html(p, "</td></tr>\n");
    }
    html(p, "</tbody></table></div>\n");
}

/* On a line of its own: it is the one thing that differs between two reports of one case. */
static void html_log_head(struct page *p)
{
    json_t *head = log_head_view(p->view);
    if (json_is_object(head)) {
        html_format(p, "\n<p class=id>Log: %lld entries, root ", (long long)json_int_at(head, "size"));
        html_string(p, json_text_at(head, "root"));
        html(p, "</p>\n");
    }
    json_decref(head);
}

void html_footer(struct page *p, const json_t *summary)
{
    html(p, "<footer>Made by Bowline ");
    html_string(p, json_text_at(summary, "version"));
    html(p, ". The same case file gives the same report, byte for byte, but for the log, which notes each. "
            "This file holds everything it needs and loads nothing.");
    html_log_head(p);
    html(p, "</footer>\n");
}
