/* The largest group is always looked at, for over-merging is the practical failure of this field. */
#include "reports/html_parts.h"

static void without_table(struct page *p, const json_t *largest)
{
    size_t i;
    json_t *row;
    int64_t parties = json_int_at(largest, "parties");
    html(p, "<div class=wide><table><caption>What the rest says, each type of identifier held out in "
            "turn</caption><thead><tr><th scope=col>Without</th><th scope=col class=n>Pieces</th>"
            "<th scope=col class=n>Parties in the largest piece</th><th scope=col class=n>Share</th>"
            "</tr></thead><tbody>\n");
    json_array_foreach(json_object_get(largest, "without"), i, row)
    {
        int64_t kept = json_int_at(row, "kept");
        html(p, "<tr>");
        html_element(p, "td", json_text_at(row, "type"));
        html_cell_number(p, json_int_at(row, "parts"));
        html_cell_number(p, kept);
        html_format(p, "<td class=n>%lld %%</td></tr>\n", (long long)(parties ? kept * 100 / parties : 0));
    }
    html(p, "</tbody></table></div>\n");
}

static void cut_end(struct page *p, const json_t *row, const char *key, const char *party_key)
{
    html(p, "<td class=id>");
    html_string(p, json_text_at(row, key));
    html(p, "<br><span class=dim>");
    html_string(p, json_text_at(row, party_key));
    html(p, "</span></td>");
}

static void weakest_table(struct page *p, const json_t *largest)
{
    size_t i;
    json_t *row;
    html(p, "<div class=wide><table><caption>The weakest links that hold it together: without a link, and "
            "all others between the same two sides, the lesser side parts</caption><thead><tr>"
            "<th scope=col>From</th><th scope=col>To</th><th scope=col class=n>Bits</th>"
            "<th scope=col class=n>Parties that part</th><th scope=col class=n>Links between the sides</th>"
            "</tr></thead><tbody>\n");
    json_array_foreach(json_object_get(largest, "weakest"), i, row)
    {
        html(p, "<tr>");
        cut_end(p, row, "from", "from_party");
        cut_end(p, row, "to", "to_party");
        html_cell_bits(p, json_real_at(row, "bits"));
        html_cell_number(p, json_int_at(row, "parties"));
        html_cell_number(p, json_int_at(row, "links"));
        html(p, "</tr>\n");
    }
    html(p, "</tbody></table></div>\n");
}

void html_inspection(struct page *p, const json_t *summary)
{
    const json_t *largest = json_object_get(summary, "largest");
    if (!json_is_object(largest))
        return;
    html(p, "<h2 id=largest>The largest entity</h2>\n<p>Records of two operators that were taken for one "
            "would show here first, so the largest entity is always looked at. ");
    html_format(p, "Entity %lld has ", (long long)json_int_at(largest, "entity"));
    html_number(p, json_int_at(largest, "records"));
    html_format(p, " record%s, in which ", plural_of(json_int_at(largest, "records")));
    html_number(p, json_int_at(largest, "parties"));
    html(p, " parties are held to be one operator.</p>\n");
    if (json_size_at(largest, "without"))
        without_table(p, largest);
    else
        html(p, "<p class=note>No type of identifier speaks for it: it rests on texts and fields "
                "alone.</p>\n");
    if (json_size_at(largest, "weakest"))
        weakest_table(p, largest);
}
