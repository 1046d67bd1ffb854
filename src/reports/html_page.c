/* What every page begins and ends with: a policy that lets nothing be loaded, and the style. */
#include "reports/html.h"

extern const char reports_style[];

static const char head[] =
    "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
    "<meta name=viewport content='width=device-width,initial-scale=1'>\n"
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=robots content=noindex>\n<title>";

void html_begin(struct page *p, const char *title, const char *kind)
{
    html(p, head);
    html_string(p, title && *title ? title : "A case");
    html_format(p, " – %s</title>\n<style>\n", kind);
    html(p, reports_style);
    html(p, "</style>\n</head>\n<body>\n<a class=skip href='#main'>To the contents</a>\n<main id=main>\n"
            "<p class=over>");
    html(p, kind);
    html(p, "</p>\n<h1>");
    html_string(p, title && *title ? title : "A case");
    html(p, "</h1>\n");
    if (!store_is_sealed(p->view->store))
        html(p,
             "<p class='note against'><strong>The case is not sealed:</strong> whoever has its file can read "
             "everything in it.</p>\n");
}

void html_end(struct page *p)
{
    html(p, "</main>\n</body>\n</html>\n");
}
