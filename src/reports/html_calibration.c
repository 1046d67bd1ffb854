/* How far the claimed probabilities of the case can be trusted, measured on the case itself. */
#include "reports/html_parts.h"
#include "reports/score_html.h"

void html_calibration(struct page *p, const json_t *summary)
{
    const json_t *calibration = json_object_get(summary, "calibration");
    long long pairs = (long long)json_int_at(calibration, "pairs");
    html(p, "<h2 id=calibration>Can the probabilities be trusted?</h2>\n");
    if (pairs == 0) {
        html(p,
             "<p>The case could not tell: too few pairs of records have two types of identifier each.</p>\n");
        return;
    }
    html(
        p,
        "<p>Nobody knows the true answers of this case, but it can test itself: pairs of records were judged "
        "without one type of identifier, and then it was counted how often those that both have that type "
        "share one. Over ");
    html_number(p, pairs);
    html_format(
        p,
        " pairs, claims were off by %.3f on average. The probabilities in this report are corrected by "
        "it.</p>\n",
        json_real_at(calibration, "expected_error"));
    chart_reliability(p, calibration);
}
