/* A link as a ledger: each summand with its bar, and where in the sources it stands. */
#include "reports/html_parts.h"
#include "reports/rows.h"

#include <math.h>

void chart_bar(struct page *p, double from, double to, const double range[2], const char *style)
{
    double scale = 300.0 / fmax(range[1] - range[0], 1.0);
    double left = (fmin(from, to) - range[0]) * scale;
    double zero = -range[0] * scale;
    html(p, "<svg viewBox='0 0 302 20' preserveAspectRatio=none aria-hidden=true>");
    html_format(p, "<line class=z x1='%.1f' y1=0 x2='%.1f' y2=20 />", zero + 1, zero + 1);
    html_format(p, "<rect class=%s x='%.1f' y=4 width='%.1f' height=12 /></svg>", style, left + 1,
                fmax(fabs(to - from) * scale, 1.0));
}

static void find_range(const json_t *evidence, double range[2])
{
    double sum = 0;
    size_t i;
    json_t *item;
    range[0] = range[1] = 0;
    json_array_foreach(evidence, i, item)
    {
        sum += json_real_at(item, "bits");
        range[0] = fmin(range[0], sum);
        range[1] = fmax(range[1], sum);
    }
}

static void evidence_words(struct page *p, const json_t *item)
{
    const char *kind = json_text_at(item, "kind");
    const char *type = json_text_at(item, "type");
    const json_t *values = json_object_get(item, "values");
    if (kind && strcmp(kind, "prior") == 0) {
        html(p, "Prior <span class=dim>how rarely two records taken at random have one operator</span>");
        return;
    }
    html_string(p, type ? type : kind);
    if (type) {
        html(p, " <span class=id>");
        html_string(p, json_text_at(item, "value"));
        html(p, "</span>");
    }
    if (json_int_at(item, "template"))
        html_format(p, " %lld", (long long)json_int_at(item, "template"));
    if (json_text_at(item, "level") && *json_text_at(item, "level")) {
        html(p, " <span class=dim>");
        html_string(p, json_text_at(item, "level"));
        html(p, "</span>");
    }
    if (json_array_size(values) == 2) {
        html(p, ": ");
        html_string(p, json_string_value(json_array_get(values, 0)));
        html(p, " · ");
        html_string(p, json_string_value(json_array_get(values, 1)));
    }
    const char *detail = json_text_at(item, "detail");
    if (detail && *detail) {
        html(p, "<br><span class='dim note'>");
        html_string(p, detail);
        html(p, "</span>");
    }
}

static void evidence_rows(struct page *p, const json_t *link, const double range[2])
{
    double sum = 0;
    size_t i;
    json_t *item;
    json_array_foreach(json_object_get(link, "evidence"), i, item)
    {
        double bits = json_real_at(item, "bits");
        html(p, "<tr><td>");
        evidence_words(p, item);
        html(p, "</td>");
        html_cell_bits(p, bits);
        html(p, "<td class=bar>");
        chart_bar(p, sum, sum + bits, range, bits < 0 ? "a" : "f");
        html(p, "</td></tr>\n");
        sum += bits;
    }
    double bits = json_real_at(link, "bits");
    html(p, "<tr class=total><th scope=row>Sum <span class=dim>odds of ");
    html_odds(p, bits);
    html(p, " that one operator is behind both</span></th>");
    html_cell_bits(p, bits);
    html(p, "<td class=bar>");
    chart_bar(p, 0, bits, range, "s");
    html(p, "</td></tr>\n");
}

/* File, line, byte, length and digest of the row that a name stands for. */
static void source_line(struct page *p, const char *name)
{
    const struct detail *d = name ? view_named(p->view, name) : NULL;
    if (!d || !d->resource)
        return;
    struct span digest = d->resource->sha256;
    html(p, "<span class=id>");
    html_string(p, name);
    html(p, "</span>: ");
    html_text(p, d->resource->path);
    html_format(p, ", line %lld, byte %lld, %lld bytes, SHA-256 <span class=id>", (long long)d->row.line,
                (long long)d->row.byte, (long long)d->row.length);
    html_text(p, (struct span){digest.at, digest.length < 12 ? digest.length : 12});
    html(p, "…</span>");
}

void html_link(struct page *p, const json_t *link)
{
    double range[2];
    find_range(json_object_get(link, "evidence"), range);
    html(p, "<details><summary><span class=id>");
    html_string(p, json_text_at(link, "from"));
    html(p, "</span> and <span class=id>");
    html_string(p, json_text_at(link, "to"));
    html_format(p, "</span> <span class=dim>%.1f bits, ", json_real_at(link, "bits"));
    html_odds(p, json_real_at(link, "bits"));
    html(p, "</span></summary>\n<div class=wide><table class=ledger><thead><tr><th scope=col>Evidence</th>"
            "<th scope=col class=n>Bits</th><th scope=col>Running sum</th></tr></thead><tbody>\n");
    evidence_rows(p, link, range);
    html(p, "</tbody></table></div>\n<p class=note>");
    source_line(p, json_text_at(link, "from"));
    html(p, "<br>");
    source_line(p, json_text_at(link, "to"));
    html(p, "</p></details>\n");
}
