/* What else a network could be: three readings of the same evidence, each with what speaks for and against
 * it. */
#include "reports/html_parts.h"
#include "reports/rows.h"

static void points(struct page *p, const json_t *rival, const char *side, const char *word)
{
    size_t i;
    json_t *point;
    json_array_foreach(json_object_get(rival, side), i, point)
    {
        html_format(p, "<p><b class=%s>%s</b> ", side, word);
        html_string(p, json_string_value(point));
        html(p, "</p>\n");
    }
}

/* What reports state, which is another thing than what the numbers suggest. */
static void stated(struct page *p, const json_t *network)
{
    size_t i;
    json_t *find;
    const json_t *list = json_object_get(network, "stated");
    if (json_array_size(list) == 0)
        return;
    html(
        p,
        "<h5>Stated in reports</h5><p class=note>Sentences with an indicator of forced labour (ILO 2012), as "
        "they were written. Nothing of this is inferred.</p>\n");
    json_array_foreach(list, i, find)
    {
        html(p, "<blockquote><p>");
        html_string(p, json_text_at(find, "quote"));
        html(p, "</p><p class=note>");
        html_string(p, json_text_at(find, "indicator"));
        html(p, ": ");
        html_string(p, json_text_at(find, "report"));
        html(p, " ");
        html_string(p, json_text_at(find, "source"));
        html(p, " ");
        html_string(p, json_text_at(find, "grade"));
        html(p, "</p></blockquote>\n");
    }
}

void html_rivals(struct page *p, const json_t *network)
{
    size_t i;
    json_t *rival;
    html(p, "<div class=rivals>\n");
    json_array_foreach(json_object_get(network, "rivals"), i, rival)
    {
        html(p, "<div>");
        html_element(p, "h5", json_text_at(rival, "title"));
        points(p, rival, "for", "For:");
        points(p, rival, "against", "Against:");
        html(p, "<p class=note>");
        html_string(p, json_text_at(rival, "note"));
        html(p, "</p></div>\n");
    }
    html(p, "</div>\n");
    stated(p, network);
}

/* How much is said on each side, and the first sentence for it, else against it. No sum is made of sentences
 * (docs/methods/roles.md), so none is called the strongest. */
static void rival_phrase(struct page *p, const json_t *rival)
{
    const json_t *sides[2] = {json_object_get(rival, "for"), json_object_get(rival, "against")};
    bool is_for = json_array_size(sides[0]) > 0;
    html(p, "<div><b>");
    html_string(p, json_text_at(rival, "title"));
    html_format(p,
                "</b> <span class=counts><span class=for>%zu for</span>, <span class=against>%zu against"
                "</span></span>",
                json_array_size(sides[0]), json_array_size(sides[1]));
    const json_t *first = json_array_get(sides[!is_for], 0);
    if (first) {
        html(p, is_for ? "<br>" : "<br>Against: ");
        html_string(p, json_string_value(first));
    }
    html(p, "</div>");
}

void html_rivals_short(struct page *p, uint32_t network)
{
    size_t i;
    json_t *rival;
    json_t *list = rivals_json(p->view, network);
    html(p, "<div class=brief>");
    json_array_foreach(list, i, rival) rival_phrase(p, rival);
    html(p, "</div>");
    json_decref(list);
}
