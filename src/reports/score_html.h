/* A score as a page: the answer of docs/json.md, drawn. */
#ifndef REPORTS_SCORE_HTML_H
#define REPORTS_SCORE_HTML_H

#include "reports/html.h"

/* The whole page. */
void score_html(struct page *p, const json_t *answer);

/* Drawings, each a <figure>. */
void chart_precision_recall(struct page *p, const json_t *answer);
void chart_sizes(struct page *p, const json_t *measures, const char *what); /* how many groups of each size */
void chart_true_sizes(struct page *p, const json_t *measures); /* true groups against the best proposed one */
void chart_decoys(struct page *p, const json_t *decoys);
void chart_reliability(struct page *p, const json_t *reliability);

/* "83.4 %"; what is not all is never written as 100. */
void html_share(struct page *p, double share);

#endif
