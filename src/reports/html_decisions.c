/* What people decided, in the report: it outranks the evidence, so a reader must see it. */
#include "reports/html_parts.h"
#include "reports/rows.h"

static void subject(struct page *p, const json_t *row)
{
    if (json_text_at(row, "type")) {
        html_string(p, json_text_at(row, "type"));
        html(p, " <span class=id>");
        html_string(p, json_text_at(row, "value"));
        html(p, "</span>");
        return;
    }
    html(p, "<span class=id>");
    html_string(p, json_text_at(row, "a"));
    html(p, "</span> <span class=dim>");
    html_string(p, json_text_at(row, "a_party"));
    html(p, "</span>");
    if (!json_text_at(row, "b") || !*json_text_at(row, "b"))
        return;
    html(p, " and <span class=id>");
    html_string(p, json_text_at(row, "b"));
    html(p, "</span> <span class=dim>");
    html_string(p, json_text_at(row, "b_party"));
    html(p, "</span>");
}

static const char *what_words(const char *what)
{
    static const char *const words[][2] = {{"same", "one operator"},
                                           {"not-same", "different operators"},
                                           {"unsure", "cannot be told"},
                                           {"generic", "used by many, worth nothing"},
                                           {"exclusive", "one operator's own"},
                                           {"compelled", "possibly compelled: no role counts it"}};
    for (size_t i = 0; what && i < sizeof words / sizeof words[0]; i++)
        if (strcmp(what, words[i][0]) == 0)
            return words[i][1];
    return what;
}

static const char *state_words(const json_t *row)
{
    const char *state = json_text_at(row, "state");
    if (state && strcmp(state, "withdrawn") == 0)
        return json_is_true(json_object_get(row, "pending")) ? "withdrawn after this was computed"
                                                             : "withdrawn";
    if (state && strcmp(state, "lost") == 0)
        return "no longer finds what it is about";
    if (state && strcmp(state, "new") == 0)
        return "made after this was computed";
    return "stands";
}

static void decision_row(struct page *p, const json_t *row)
{
    const char *who = json_text_at(row, "by");
    html_format(p, "<tr><th scope=row>%lld</th><td>", (long long)json_int_at(row, "decision"));
    subject(p, row);
    html(p, "</td>");
    html_element(p, "td", what_words(json_text_at(row, "what")));
    html_element(p, "td", json_text_at(row, "because"));
    html(p, "<td>");
    html_string(p, who && *who ? who : "");
    html(p, who && *who ? ", " : "");
    html_day(p, json_text_at(row, "made"));
    html(p, "</td>");
    html_element(p, "td", state_words(row));
    html(p, "</tr>\n");
}

void html_decisions(struct page *p)
{
    struct cursor c;
    size_t i;
    json_t *row;
    read_decisions(p->view->store, false, &c, p->view->err);
    json_t *list = decisions_json(p->view, &c);
    if (json_array_size(list)) {
        html(
            p,
            "<h2 id=decisions>Decisions of people</h2>\n<p>What a person decided outranks the evidence. Each "
            "decision stays here, also when it is withdrawn.</p>\n<div class=wide><table><thead><tr><th "
            "scope=col>No.</th><th scope=col>About</th><th scope=col>Decided</th><th "
            "scope=col>Because</th><th "
            "scope=col>By</th><th scope=col>State</th></tr></thead><tbody>\n");
        json_array_foreach(list, i, row)
        {
            decision_row(p, row);
        }
        html(p, "</tbody></table></div>\n");
    }
    json_decref(list);
}
