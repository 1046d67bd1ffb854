/* Where victims find help: a card of plain text, the first line its heading, blank lines between paragraphs.
 */
#include "reports/html_parts.h"

extern const char reports_referral[];

static struct span next_line(struct span *rest)
{
    const char *end = memchr(rest->at, '\n', rest->length);
    size_t length = end ? (size_t)(end - rest->at) : rest->length;
    struct span line = {rest->at, length};
    rest->at += length + (end != NULL);
    rest->length -= length + (end != NULL);
    return span_trim(line);
}

void html_referral(struct page *p, struct span card)
{
    struct span rest = card.at ? card : span_of(reports_referral);
    bool is_open = false;
    html(p, "<h2 id=referral>");
    html_text(p, next_line(&rest));
    html(p, "</h2>\n");
    while (rest.length) {
        struct span line = next_line(&rest);
        if (line.length) {
            html(p, is_open ? "<br>\n" : "<p>");
            html_text(p, line);
        } else if (is_open) {
            html(p, "</p>\n");
        }
        is_open = line.length > 0;
    }
    html(p, is_open ? "</p>\n" : "");
}
