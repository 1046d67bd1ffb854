/* The reports of the case: what each states and who says so. */
#include "reports/html_parts.h"
#include "reports/rows.h"
#include "store/read_observations.h"

static void statement_row(struct page *p, const json_t *item)
{
    const char *qualifier = json_text_at(item, "qualifier");
    html(p, "<tr>");
    html_element(p, "td", json_text_at(item, "kind"));
    html_element(p, "td", json_text_at(item, "value"));
    html_element(p, "td", qualifier ? qualifier : "");
    html_element(p, "td", json_text_at(item, "attribution"));
    html(p, "<td>“");
    html_string(p, json_text_at(item, "quote"));
    html_format(p, "” <span class=dim>bytes %lld–%lld</span></td></tr>\n",
                (long long)json_int_at(item, "start"), (long long)json_int_at(item, "end"));
}

static void joined_sentence(struct page *p, const json_t *report)
{
    const json_t *list = json_object_get(report, "speaks_of");
    size_t i;
    json_t *item;
    if (json_array_size(list) == 0)
        return;
    html(p, "<p class=note>It may speak of: ");
    json_array_foreach(list, i, item)
    {
        html(p, i ? ", " : "");
        html_string(p, json_text_at(item, "record"));
        html(p, " (");
        html_string(p, json_text_at(item, "by"));
        html(p, ")");
    }
    html(p, ".</p>\n");
}

static void report_part(struct page *p, const json_t *report)
{
    const json_t *list = json_object_get(report, "observations");
    const char *same = json_text_at(report, "same_source_as");
    size_t i;
    json_t *item;
    html(p, "<h3>");
    html_string(p, json_text_at(report, "record"));
    html(p, "</h3>\n");
    if (same) {
        html(p, "<p class=note>Repeats the source of ");
        html_string(p, same);
        html(p, ": both count as one.</p>\n");
    }
    html(p, "<div class=wide><table><thead><tr><th scope=col>What</th><th scope=col>Value</th><th "
            "scope=col></th><th scope=col>Who says so</th><th scope=col>Quote</th></tr></thead><tbody>\n");
    json_array_foreach(list, i, item) statement_row(p, item);
    html(p, "</tbody></table></div>\n");
    joined_sentence(p, report);
}

static bool list_reports(struct view *v, uint32_t ids[REPORT_REPORTS], unsigned *count)
{
    struct cursor c;
    *count = 0;
    read_reports(v->store, REPORT_REPORTS, &c, v->err);
    while (*count < REPORT_REPORTS && next_report(&c, &ids[*count]))
        ++*count;
    view_close(v, &c);
    return v->status == BOWLINE_OK;
}

void html_reports(struct page *p)
{
    struct report_totals totals;
    uint32_t ids[REPORT_REPORTS];
    unsigned count;
    struct view *v = p->view;
    if (!view_try(v, read_report_totals(v->store, &totals, v->err)) || totals.reports == 0 ||
        !list_reports(v, ids, &count))
        return;
    html(p, "<h2 id=reports>Reports</h2>\n<p>What articles, tips and notes state, in their own words. ");
    html_number(p, totals.reports);
    html_format(p, " report%s from ", plural_of(totals.reports));
    html_number(p, totals.sources);
    html_format(p, " source%s; reports that repeat one source count once. Nothing here is inferred.</p>\n",
                plural_of(totals.sources));
    for (unsigned i = 0; i < count && v->status == BOWLINE_OK; i++) {
        const struct detail *d = view_detail(v, ids[i]);
        json_t *report = record_row_json(v, d);
        if (report)
            report_put(v, report, d);
        if (v->status == BOWLINE_OK)
            report_part(p, report);
        json_decref(report);
    }
    if (totals.reports > REPORT_REPORTS)
        html_format(p, "<p class=note>The first %d; <code>bowline export</code> lists all.</p>\n",
                    REPORT_REPORTS);
}
