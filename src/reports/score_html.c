/* A score as a page: what was measured, each measure with its definition, and drawings. */
#include "reports/score_html.h"

#include <stdio.h>

void html_share(struct page *p, double share)
{
    char text[32];
    snprintf(text, sizeof text, "%.1f %%", share * 100);
    if (share < 1 && strcmp(text, "100.0 %") == 0)
        snprintf(text, sizeof text, share < 0.9999 ? "%.2f %%" : "over 99.99 %%", share * 100);
    html(p, text);
}

static void tile_share(struct page *p, const char *name, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!value)
        return;
    html_format(p, "<div><dt>%s</dt><dd>", name);
    html_share(p, json_number_value(value));
    html(p, "</dd></div>");
}

static void counted(struct page *p, int64_t count, const char *noun)
{
    html_number(p, count);
    html_format(p, " %s%s", noun, plural_of(count));
}

static void lead(struct page *p, const json_t *answer)
{
    const json_t *networks = json_object_get(answer, "networks");
    int64_t matched = json_int_at(json_object_get(networks, "found"), "matched");
    int64_t proposed = json_int_at(networks, "groups_found");
    html(p, "<p class=lead>Measured on ");
    counted(p, json_int_at(answer, "records"), "record");
    html(p, " with a known answer. ");
    if (json_int_at(networks, "groups_true")) {
        html(p, "Of ");
        counted(p, json_int_at(networks, "groups_true"), "true network");
        html(p, ", ");
        html_number(p, matched);
        html(p, matched == 1 ? " was found; " : " were found; ");
    } else {
        html(p, "The answers name no networks; ");
    }
    counted(p, proposed, "network");
    html(p, proposed == 1 ? " was proposed.</p>\n" : " were proposed.</p>\n");
}

static void tiles(struct page *p, const json_t *answer)
{
    const json_t *networks = json_object_get(answer, "networks");
    const json_t *entities = json_object_get(answer, "entities");
    const json_t *identifiers = json_object_get(answer, "identifiers");
    html(p, "<dl class=tiles>");
    if (json_int_at(networks, "groups_true")) {
        tile_share(p, "networks found", json_object_get(networks, "found"), "recall");
        tile_share(p, "of proposed are one true", json_object_get(networks, "found"), "precision");
        tile_share(p, "outsiders linked wrongly",
                   json_object_get(json_object_get(answer, "decoys"), "outside"), "in_network_share");
    } else {
        tile_share(p, "entities found", json_object_get(entities, "found"), "recall");
        tile_share(p, "of proposed are one true", json_object_get(entities, "found"), "precision");
    }
    tile_share(p, "entities, F1 by record", json_object_get(entities, "bcubed"), "f1");
    tile_share(p, "identifiers found", identifiers, "recall");
    tile_share(p, "disguised ones found", json_object_get(identifiers, "obfuscated"), "recall");
    tile_share(p, "calibration error", json_object_get(answer, "reliability"), "expected_error");
    html(p, "</dl>\n");
}

static void largest_sentence(struct page *p, const json_t *measures, const char *what)
{
    const json_t *largest = json_object_get(measures, "largest");
    const json_t *found = json_object_get(measures, "found");
    if (json_int_at(measures, "groups_found") == 0)
        return;
    html_format(p, "<p>The largest proposed %s has ", what);
    counted(p, json_int_at(largest, "records"), "record");
    html(p, "; ");
    html_share(p, json_real_at(largest, "purity"));
    html(p, " of them are of one true group. Of all that were proposed, ");
    html_share(p, json_real_at(found, "mostly_one_share"));
    html_format(p, " are mostly one true %s. Adjusted Rand index: %.3f.</p>\n", what,
                json_real_at(measures, "adjusted_rand"));
}

static void groups_section(struct page *p, const json_t *answer)
{
    html(p, "<h2 id=groups>Entities and networks</h2>\n"
            "<p><b>By pairs</b> weighs a group by the square of its size, so one wrong merger of two large "
            "groups shows. "
            "<b>By record</b> (B-cubed) weighs records alike: what one meets on average. <b>By group</b>: "
            "true groups that "
            "have a proposed group which shares at least half of all their records, one to one; and proposed "
            "groups that "
            "are such a one.</p>\n");
    chart_precision_recall(p, answer);
    if (json_int_at(json_object_get(answer, "networks"), "groups_true"))
        largest_sentence(p, json_object_get(answer, "networks"), "network");
    largest_sentence(p, json_object_get(answer, "entities"), "entity");
    html(p, "<h3 id=sizes>Sizes</h3>\n");
    chart_true_sizes(p, json_object_get(answer, "networks"));
    chart_sizes(p, json_object_get(answer, "networks"), "networks");
    chart_sizes(p, json_object_get(answer, "entities"), "entities");
}

static void decoys_section(struct page *p, const json_t *decoys)
{
    size_t i;
    json_t *kind;
    html(p,
         "<h2 id=decoys>Decoys linked wrongly</h2>\n<p>Decoys look as if they belonged to a network and do "
         "not. "
         "A record that truth itself puts in the network does not count. In the table: records wrongly in a "
         "network with a true one; of them, those that share an entity with it; and records in one entity "
         "with another operator, whoever that is.</p>\n");
    chart_decoys(p, decoys);
    html(p, "<div class=wide><table><thead><tr><th scope=col>Kind</th><th scope=col class=n>Records</th>"
            "<th scope=col class=n>Wrongly in a network</th><th scope=col class=n>In its entity</th>"
            "<th scope=col class=n>With another operator</th></tr></thead><tbody>\n");
    json_array_foreach(json_object_get(decoys, "kinds"), i, kind)
    {
        html(p, "<tr><th scope=row>");
        html_string(p, json_text_at(kind, "kind"));
        html(p, "</th>");
        html_cell_number(p, json_int_at(kind, "records"));
        html_cell_number(p, json_int_at(kind, "in_network"));
        html_cell_number(p, json_int_at(kind, "in_entity"));
        html_cell_number(p, json_int_at(kind, "merged"));
        html(p, "</tr>\n");
    }
    html(p, "</tbody></table></div>\n");
}

static void share_cell(struct page *p, const json_t *row, const char *key)
{
    html(p, "<td class=n>");
    if (json_object_get(row, key))
        html_share(p, json_real_at(row, key));
    else
        html(p, "<span class=dim>–</span>");
    html(p, "</td>");
}

static void type_table(struct page *p, const json_t *identifiers)
{
    size_t i;
    json_t *type;
    html(p,
         "<div class=wide><table><thead><tr><th scope=col>Type</th><th scope=col class=n>In the records</th>"
         "<th scope=col class=n>Found</th><th scope=col class=n>Recall</th><th scope=col class=n>Claimed</th>"
         "<th scope=col class=n>Precision</th></tr></thead><tbody>\n");
    json_array_foreach(json_object_get(identifiers, "types"), i, type)
    {
        html(p, "<tr><th scope=row>");
        html_string(p, json_text_at(type, "type"));
        html(p, "</th>");
        html_cell_number(p, json_int_at(type, "true"));
        html_cell_number(p, json_int_at(type, "found"));
        share_cell(p, type, "recall");
        html_cell_number(p, json_int_at(type, "claimed"));
        share_cell(p, type, "precision");
        html(p, "</tr>\n");
    }
    html(p, "</tbody></table></div>\n");
}

static const json_t *find_cell(const json_t *cells, const char *form, const char *language)
{
    size_t i;
    json_t *cell;
    json_array_foreach(cells, i, cell)
    {
        const char *f = json_text_at(cell, "form");
        const char *l = json_text_at(cell, "language");
        if (f && l && strcmp(f, form) == 0 && strcmp(l, language) == 0)
            return cell;
    }
    return NULL;
}

static void heat_cell(struct page *p, const json_t *cell)
{
    if (!cell || json_int_at(cell, "true") == 0) {
        html(p, "<td></td>");
        return;
    }
    html_format(p, "<td class=heat style='--h:%.0f%%'>", json_real_at(cell, "recall") * 45);
    html_format(p, "%.0f<small>", json_real_at(cell, "recall") * 100);
    html_number(p, json_int_at(cell, "true"));
    html(p, "</small></td>");
}

static void heat_row(struct page *p, const json_t *identifiers, const json_t *form)
{
    size_t i;
    json_t *language;
    const char *name = json_text_at(form, "form");
    html(p, "<tr><th scope=row>");
    html_string(p, name);
    html(p, "</th>");
    json_array_foreach(json_object_get(identifiers, "languages"), i, language)
    {
        const char *code = json_text_at(language, "language");
        heat_cell(p, find_cell(json_object_get(identifiers, "cells"), name ? name : "", code ? code : ""));
    }
    heat_cell(p, form);
    html(p, "</tr>\n");
}

static void heat_table(struct page *p, const json_t *identifiers)
{
    size_t i;
    json_t *item;
    html(p, "<div class=wide><table class=heats><caption>Of 100 written this way in this language, how many "
            "were found; "
            "small: how many there are.</caption><thead><tr><th scope=col>Written</th>");
    json_array_foreach(json_object_get(identifiers, "languages"), i, item)
    {
        const char *code = json_text_at(item, "language");
        html(p, "<th scope=col>");
        html_string(p, code && *code ? code : "none");
        html(p, "</th>");
    }
    html(p, "<th scope=col>all</th></tr></thead><tbody>\n");
    json_array_foreach(json_object_get(identifiers, "forms"), i, item) heat_row(p, identifiers, item);
    html(p, "</tbody></table></div>\n");
}

static void identifiers_section(struct page *p, const json_t *identifiers)
{
    const json_t *hidden = json_object_get(identifiers, "obfuscated");
    html(p, "<h2 id=identifiers>Identifiers found</h2>\n<p>One is found where the same value was read in the "
            "same "
            "cell. Of ");
    counted(p, json_int_at(identifiers, "true"), "identifier");
    html(p, ", ");
    html_number(p, json_int_at(identifiers, "found"));
    html(p, " were found; of ");
    html_number(p, json_int_at(hidden, "true"));
    html(p, " written in another way than plainly, ");
    html_number(p, json_int_at(hidden, "found"));
    html(p, ". Precision: of those that Bowline read, how many are there.</p>\n");
    type_table(p, identifiers);
    heat_table(p, identifiers);
}

static void route_row(struct page *p, const char *what, const json_t *row, const char *name)
{
    char key[32];
    html_format(p, "<tr><th scope=row>%s</th>", what);
    snprintf(key, sizeof key, "%strue", name);
    html_cell_number(p, json_int_at(row, key));
    snprintf(key, sizeof key, "%sfound", name);
    html_cell_number(p, json_int_at(row, key));
    snprintf(key, sizeof key, "%srecall", name);
    share_cell(p, row, key);
    html(p, "</tr>\n");
}

static void routes_section(struct page *p, const json_t *circuits, const json_t *money)
{
    html(p, "<h2 id=routes>Circuits and money routes</h2>\n<div class=wide><table><thead><tr><th "
            "scope=col>What</th>"
            "<th scope=col class=n>True</th><th scope=col class=n>Found</th><th scope=col class=n>Recall</th>"
            "</tr></thead><tbody>\n");
    if (circuits) {
        route_row(p, "circuits listed of networks", json_object_get(circuits, "networks"), "");
        route_row(p, "circuits listed of others", json_object_get(circuits, "others"), "");
        route_row(p, "circuits seen in visits", circuits, "");
        route_row(p, "legs of circuits", circuits, "legs_");
    }
    if (money) {
        route_row(p, "money routes", money, "routes_");
        route_row(p, "collecting accounts", money, "accounts_");
        route_row(p, "accounts called collectors", json_object_get(money, "collectors"), "");
        html(p, "<tr><th scope=row>money passed on</th><td></td><td></td>");
        share_cell(p, money, "money_recall");
        html(p, "</tr>\n");
    }
    html(
        p,
        "</tbody></table></div>\n<p class=note>A listed circuit is right where its owner went round the same "
        "places in that order, over at least half of the same time. A circuit is seen in visits where one "
        "entity of the same operators went round its places in order twice, a leg where two of its visits "
        "follow each other. A route is found where "
        "as much passed through its account as truth says, an account where all its routes are.</p>\n");
}

static void reliability_section(struct page *p, const json_t *reliability)
{
    html(p, "<h2 id=reliability>Can the probabilities be trusted?</h2>\n<p>Each link claims a probability "
            "that one "
            "operator is behind both records. Over ");
    counted(p, json_int_at(reliability, "pairs"), "pair");
    html_format(
        p,
        " with a known answer the claims miss what is true by %.3f on average (expected calibration error). "
        "Brier score: %.4f; saying one half always gives 0.25. Logarithmic loss: %.3f bits a pair; one half "
        "always loses 1.</p>\n",
        json_real_at(reliability, "expected_error"), json_real_at(reliability, "brier"),
        json_real_at(reliability, "log_loss"));
    chart_reliability(p, reliability);
}

static void gap_sentence(struct page *p, const json_t *gaps, const char *what)
{
    size_t i;
    json_t *item;
    if (json_int_at(gaps, "lines") == 0)
        return;
    html(p, " <span class=against>");
    html_number(p, json_int_at(gaps, "lines"));
    html_format(p, " %s</span>: ", what);
    json_array_foreach(json_object_get(gaps, "first"), i, item)
    {
        html_format(p, "%sline %lld (", i ? ", " : "", (long long)json_int_at(item, "line"));
        html_string(p, json_text_at(item, "record"));
        html(p, ")");
    }
    html(p, json_int_at(gaps, "lines") > (int64_t)json_size_at(gaps, "first") ? ", ..." : "");
}

static void files_section(struct page *p, const json_t *answer)
{
    size_t i;
    json_t *file;
    html(p, "<h2 id=files>What it was measured against</h2>\n<ul>\n");
    json_array_foreach(json_object_get(answer, "truth"), i, file)
    {
        html(p, "<li><code>");
        html_string(p, json_text_at(file, "file"));
        html(p, "</code>, ");
        counted(p, json_int_at(file, "lines"), "line");
        html(p, ".");
        gap_sentence(p, json_object_get(file, "missing"), "name records that the case does not hold");
        gap_sentence(p, json_object_get(file, "other_tables"), "name tables that are not in the case");
        html(p, "</li>\n");
    }
    html(p, "</ul>\n<p class=note>");
    if (json_int_at(answer, "unanswered")) {
        counted(p, json_int_at(answer, "unanswered"), "record");
        html(p, " of the case without a known answer left out. ");
    }
    html(p, "Records that the case does not hold count as not found. How each measure is defined, and why, "
            "is in docs/methods/scoring.md.</p>\n");
}

void score_html(struct page *p, const json_t *answer)
{
    const json_t *decoys = json_object_get(answer, "decoys");
    const json_t *identifiers = json_object_get(answer, "identifiers");
    const json_t *circuits = json_object_get(answer, "circuits");
    const json_t *money = json_object_get(answer, "money");
    html_begin(p, json_text_at(answer, "title"), "Bowline score");
    lead(p, answer);
    tiles(p, answer);
    groups_section(p, answer);
    if (json_size_at(decoys, "kinds"))
        decoys_section(p, decoys);
    if (identifiers)
        identifiers_section(p, identifiers);
    if (circuits || money)
        routes_section(p, circuits, money);
    reliability_section(p, json_object_get(answer, "reliability"));
    files_section(p, answer);
    html_end(p);
}
