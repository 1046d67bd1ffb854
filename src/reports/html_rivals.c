/* What else a network could be: three readings of the same evidence, each with what speaks for and against
 * it. */
#include "reports/html_parts.h"

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
}
