/* The drawings of a score. */
#include "reports/score_html.h"

#include <math.h>
#include <stdio.h>

#define WIDTH 900.0
#define LEFT  200.0 /* of bars */
#define SPAN  560.0 /* of a bar of 100 % */

/* full: the share at the end of the axis. */
static void share_axis(struct page *p, double height, double full)
{
    for (int half = 0; half <= 2; half++) {
        double x = LEFT + SPAN * half / 2;
        html_format(p, "<line class=%s x1='%.1f' y1=22 x2='%.1f' y2='%.1f' />", half ? "g" : "z", x, x,
                    height);
        html_format(p, "<text class=dim x='%.1f' y=14 text-anchor=middle>%g %%</text>", x, full * half * 50);
    }
    html(p, "\n");
}

static void bar(struct page *p, double y, double height, double share, const char *style)
{
    html_format(p, "<rect class=%s x='%.1f' y='%.1f' width='%.1f' height='%.1f' />", style, LEFT, y,
                fmax(SPAN * share, share > 0 ? 1 : 0), height);
}

/* A row of two bars: precision and recall. */
static void precision_recall_row(struct page *p, double y, const char *label, const json_t *row)
{
    static const char *const keys[] = {"precision", "recall"};
    html_format(p, "<text x='%.1f' y='%.1f' text-anchor=end>%s</text>", LEFT - 12, y + 17, label);
    for (int i = 0; i < 2; i++) {
        double share = json_real_at(row, keys[i]);
        bar(p, y + 14 * i, 11, share, i ? "s" : "f");
        html_format(p, "<text class=dim x='%.1f' y='%.1f'>", LEFT + SPAN * share + 7, y + 14 * i + 10);
        html_share(p, share);
        html(p, "</text>");
    }
    html(p, "\n");
}

void chart_precision_recall(struct page *p, const json_t *answer)
{
    static const char *const of[][2] = {{"entities", "Entities"}, {"networks", "Networks"}};
    static const char *const by[][2] = {
        {"pairs", "by pairs"}, {"bcubed", "by record"}, {"found", "by group"}};
    double y = 30;
    int sides = json_int_at(json_object_get(answer, "networks"), "groups_true") ? 2 : 1;
    double height = 12 + 148.0 * sides;
    html_format(
        p,
        "<figure><svg viewBox='0 0 %.0f %.0f' width=%.0f role=img aria-label='Precision and recall of "
        "entities and networks'>\n",
        WIDTH, height, WIDTH);
    share_axis(p, height - 8, 1);
    for (int i = 0; i < sides; i++) {
        for (int j = 0; j < 3; j++) {
            char label[64];
            snprintf(label, sizeof label, "%s %s", of[i][1], by[j][1]);
            precision_recall_row(p, y, label, json_object_get(json_object_get(answer, of[i][0]), by[j][0]));
            y += 44;
        }
        y += 16;
    }
    html(p, "</svg>\n<figcaption><span class=key><i class=kf></i>precision: what was joined rightly</span> "
            "<span class=key><i class=ks></i>recall: what was to be joined and "
            "was</span></figcaption></figure>\n");
}

static int64_t most_of(const json_t *list, const char *key)
{
    int64_t most = 0;
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item) most = json_int_at(item, key) > most ? json_int_at(item, key) : most;
    return most;
}

/* width: of one of the two bars. */
static void size_pair(struct page *p, const json_t *size, double x, double width, double most)
{
    static const char *const keys[][2] = {{"found", "f"}, {"true", "s"}};
    for (int i = 0; i < 2; i++) {
        int64_t count = json_int_at(size, keys[i][0]);
        double height = count ? 2 + 138 * log1p((double)count) / log1p(most) : 0;
        double left = x + (width + 1) * i;
        html_format(p, "<rect class=%s x='%.1f' y='%.1f' width='%.1f' height='%.1f' />", keys[i][1], left,
                    170 - height, width, height);
        if (!count)
            continue;
        html_format(p, "<text class='dim small' x='%.1f' y='%.1f' text-anchor=middle>", left + width / 2,
                    166 - height);
        html_number(p, count);
        html(p, "</text>");
    }
    html_format(p, "<text class=dim x='%.1f' y=188 text-anchor=middle>", x + width);
    html_number(p, json_int_at(size, "from"));
    html(p, "–");
    html_number(p, json_int_at(size, "to"));
    html(p, "</text>\n");
}

void chart_sizes(struct page *p, const json_t *measures, const char *what)
{
    const json_t *sizes = json_object_get(measures, "sizes");
    int64_t most =
        most_of(sizes, "found") > most_of(sizes, "true") ? most_of(sizes, "found") : most_of(sizes, "true");
    size_t count = json_array_size(sizes);
    double step = fmin(110, (WIDTH - 40) / (double)(count ? count : 1));
    double width = fmin(40, (step - 8) / 2);
    if (count == 0)
        return;
    html_format(p, "<figure><svg viewBox='0 0 %.0f 214' width=%.0f role=img aria-label='Sizes of %s'>\n",
                WIDTH, WIDTH, what);
    html_format(p, "<line class=z x1=20 y1=170 x2='%.1f' y2=170 />\n", 20 + step * (double)count);
    for (size_t i = 0; i < count; i++)
        size_pair(p, json_array_get(sizes, i), 20 + step * ((double)i + 0.5) - width, width, (double)most);
    html_format(
        p,
        "<text class=dim x='%.1f' y=208 text-anchor=middle>records of a group</text></svg>\n<figcaption>"
        "<span class=key><i class=kf></i>proposed</span> <span class=key><i class=ks></i>true</span> How "
        "many %s "
        "there are of each size; heights are logarithmic.</figcaption></figure>\n",
        20 + step * (double)count / 2, what);
}

/* Where a number of records stands on a logarithmic axis of 340; below 1: beside it. */
static double log_at(double records, double most)
{
    return records < 1 ? -22 : 340 * log(records) / log(most);
}

static void true_size_axes(struct page *p, double most)
{
    html(p, "<line class=z x1=80 y1=362 x2=420 y2=362 /><line class=z x1=80 y1=22 x2=80 y2=362 />"
            "<line class=g x1=80 y1=362 x2=420 y2=22 />\n");
    for (int64_t tick = 1; (double)tick <= most; tick *= 10) {
        double at = log_at((double)tick, most);
        html_format(p, "<text class=dim x='%.1f' y=380 text-anchor=middle>", 80 + at);
        html_number(p, tick);
        html_format(p, "</text><text class=dim x=72 y='%.1f' text-anchor=end>", 366 - at);
        html_number(p, tick);
        html(p, "</text>");
    }
    html(p, "<text class=dim x=72 y=388 text-anchor=end>none</text>"
            "<text class=dim x=250 y=400 text-anchor=middle>records of the true network</text>"
            "<text class=dim x=14 y=192 text-anchor=middle transform='rotate(-90 14 192)'>records of the "
            "proposed</text>\n");
}

void chart_true_sizes(struct page *p, const json_t *measures)
{
    const json_t *groups = json_object_get(measures, "groups");
    double most = fmax((double)most_of(groups, "records"), (double)most_of(groups, "best"));
    size_t i;
    json_t *group;
    most = pow(10, fmax(1, ceil(log10(fmax(most, 10)) * 4 - 1e-9) / 4));
    if (json_array_size(groups) == 0)
        return;
    html(p, "<figure><svg viewBox='0 0 440 406' width=440 role=img aria-label='Sizes of true networks and of "
            "those proposed'>\n");
    true_size_axes(p, most);
    json_array_foreach(groups, i, group)
    {
        int64_t records = json_int_at(group, "records");
        int64_t best = json_int_at(group, "best");
        html_format(p,
                    "<circle class='%s' cx='%.1f' cy='%.1f' r=5><title>%lld true, %lld proposed, %lld of "
                    "both</title></circle>",
                    json_is_true(json_object_get(group, "matched")) ? "hit" : "miss",
                    80 + log_at((double)records, most), 362 - log_at((double)best, most), (long long)records,
                    (long long)best, (long long)json_int_at(group, "shared"));
    }
    html(p, "\n</svg>\n<figcaption><span class=key><i class=khit></i>found</span> <span class=key><i "
            "class=kmiss></i>not found</span> Each ring is a true network, against the proposed one with "
            "most of its records. "
            "On the line both are as large; above it too much was joined.</figcaption></figure>\n");
}

static void decoy_row(struct page *p, double y, const json_t *row, const char *label, double full)
{
    double share = json_real_at(row, "in_network_share");
    double part = share / full;
    html_format(p, "<text x='%.1f' y='%.1f' text-anchor=end>", LEFT - 12, y + 13);
    html_string(p, label);
    html(p, "</text>");
    bar(p, y + 3, 13, part, "a");
    html_format(p, "<text class=dim x='%.1f' y='%.1f'>", LEFT + SPAN + 14, y + 13);
    html_share(p, share);
    html(p, ", ");
    html_number(p, json_int_at(row, "in_network"));
    html(p, " of ");
    html_number(p, json_int_at(row, "records"));
    html(p, "</text>\n");
}

/* The share at the end of the axis: the first of a few that is not below any row's. */
static double axis_end(const json_t *kinds, double most)
{
    static const double ends[] = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};
    size_t i;
    json_t *kind;
    json_array_foreach(kinds, i, kind) most = fmax(most, json_real_at(kind, "in_network_share"));
    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (most <= ends[i])
            return ends[i];
    return 1;
}

void chart_decoys(struct page *p, const json_t *decoys)
{
    const json_t *kinds = json_object_get(decoys, "kinds");
    const json_t *outside = json_object_get(decoys, "outside");
    double height = 34 + 25.0 * (double)(json_array_size(kinds) + 1);
    double full = axis_end(kinds, json_real_at(outside, "in_network_share"));
    double base = LEFT + SPAN * json_real_at(outside, "in_network_share") / full;
    size_t i;
    json_t *kind;
    html_format(
        p, "<figure><svg viewBox='0 0 %.0f %.0f' width=%.0f role=img aria-label='Decoys linked wrongly'>\n",
        WIDTH, height, WIDTH);
    share_axis(p, height - 4, full);
    html_format(p, "<line class=base x1='%.1f' y1=22 x2='%.1f' y2='%.1f' />\n", base, base, height - 4);
    json_array_foreach(kinds, i, kind)
        decoy_row(p, 28 + 25.0 * (double)i, kind, json_text_at(kind, "kind"), full);
    decoy_row(p, 28 + 25.0 * (double)json_array_size(kinds), outside, "all outside networks", full);
    html(p, "</svg>\n<figcaption>Records that were put together with a record of a true network that is not "
            "their own. The dashed line is the share of all records outside true "
            "networks.</figcaption></figure>\n");
}

#define PLOT      340.0
#define PLOT_LEFT 70.0
#define PLOT_TOP  16.0

static void reliability_axes(struct page *p)
{
    for (int i = 0; i <= 10; i += 2) {
        double x = PLOT_LEFT + PLOT * i / 10;
        double y = PLOT_TOP + PLOT * (10 - i) / 10;
        html_format(p, "<line class=g x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' />", x, PLOT_TOP, x,
                    PLOT_TOP + PLOT);
        html_format(p, "<line class=g x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' />", PLOT_LEFT, y,
                    PLOT_LEFT + PLOT, y);
        html_format(p, "<text class=dim x='%.1f' y='%.1f' text-anchor=end>%d %%</text>", PLOT_LEFT - 8, y + 4,
                    i * 10);
        html_format(p, "<text class=dim x='%.1f' y='%.1f' text-anchor=middle>%d %%</text>", x,
                    PLOT_TOP + PLOT + 92, i * 10);
    }
    html_format(p, "<line class=z x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' />\n", PLOT_LEFT, PLOT_TOP + PLOT,
                PLOT_LEFT + PLOT, PLOT_TOP);
    html_format(p, "<text class=dim x='%.1f' y='%.1f' text-anchor=middle>claimed probability</text>\n",
                PLOT_LEFT + PLOT / 2, PLOT_TOP + PLOT + 112);
    html_format(p,
                "<text class=dim x=14 y='%.1f' text-anchor=middle transform='rotate(-90 14 %.1f)'>share that "
                "is true</text>\n",
                PLOT_TOP + PLOT / 2, PLOT_TOP + PLOT / 2);
}

static void reliability_bin(struct page *p, const json_t *bin, double most)
{
    int64_t count = json_int_at(bin, "count");
    double x = PLOT_LEFT + PLOT * json_real_at(bin, "claimed");
    double y = PLOT_TOP + PLOT * (1 - json_real_at(bin, "actual"));
    double line = PLOT_TOP + PLOT * (1 - json_real_at(bin, "claimed"));
    double height = 2 + 46 * log1p((double)count) / log1p(most);
    double from = PLOT_LEFT + PLOT * json_real_at(bin, "from");
    html_format(p, "<line class=miss x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' />", x, line, x, y);
    html_format(p, "<circle class=f cx='%.1f' cy='%.1f' r=5><title>%lld pairs</title></circle>", x, y,
                (long long)count);
    html_format(p, "<rect class=s x='%.1f' y='%.1f' width='%.1f' height='%.1f' />", from + 2,
                PLOT_TOP + PLOT + 76 - height, PLOT / 10 - 4, height);
    html_format(p, "<text class='dim small' x='%.1f' y='%.1f' text-anchor=middle>", from + PLOT / 20,
                PLOT_TOP + PLOT + 72 - height);
    html_number(p, count);
    html(p, "</text>\n");
}

void chart_reliability(struct page *p, const json_t *reliability)
{
    const json_t *bins = json_object_get(reliability, "bins");
    double most = (double)most_of(bins, "count");
    size_t i;
    json_t *bin;
    if (json_array_size(bins) == 0)
        return;
    html(p, "<figure><svg viewBox='0 0 440 478' width=440 role=img aria-label='Claimed probabilities against "
            "what is true'>\n");
    reliability_axes(p);
    json_array_foreach(bins, i, bin) reliability_bin(p, bin, most);
    html(p, "</svg>\n<figcaption>Above: claims in ten bins; on the diagonal, as many are true as are "
            "claimed. Below: "
            "pairs in each bin; heights are logarithmic.</figcaption></figure>\n");
}
