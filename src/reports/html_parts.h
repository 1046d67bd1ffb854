/* The parts of the report, each from the tree of one JSON answer. */
#ifndef REPORTS_HTML_PARTS_H
#define REPORTS_HTML_PARTS_H

#include "reports/html.h"

/* How much of each the report holds: what can be read, not all there is. It says what it leaves out. */
#define REPORT_NETWORKS  50
#define REPORT_ENTITIES  6  /* a network's, in full */
#define REPORT_LINKS     3  /* an entity's, each with its sum */
#define REPORT_TEMPLATES 3  /* an entity's */
#define REPORT_TEXTS     3  /* a template's, laid beside it */
#define REPORT_TIES      14 /* a network's */
#define REPORT_NODES     14 /* drawn */
#define REPORT_PLACES    12 /* drawn */
#define REPORT_ALONE     20 /* entities without a network */
#define REPORT_REPORTS   60 /* articles, tips, notes */

void html_head(struct page *p, const json_t *summary);
void html_network_table(struct page *p, const json_t *summary);
void html_inspection(struct page *p, const json_t *summary);
void html_dossier(struct page *p, const json_t *network);
void html_rivals(struct page *p, const json_t *network);
void html_rivals_short(struct page *p, uint32_t network); /* a phrase each */
void html_roles(struct page *p, const json_t *network);
void html_money(struct page *p, const json_t *network);
void html_entity(struct page *p, const json_t *entity);
void html_link(struct page *p, const json_t *link);
void html_flows(struct page *p, const json_t *flows);
void html_growth(struct page *p, const json_t *growth);
void html_moves(struct page *p, const json_t *object);
void html_circuits(struct page *p, const json_t *circuits);
void html_premises(struct page *p, const json_t *premises);
void html_alone(struct page *p);
void html_reports(struct page *p);
void html_calibration(struct page *p, const json_t *summary);
void html_decisions(struct page *p);
void html_rejects(struct page *p, const json_t *summary);
/* card: NULL for the one that is built in. */
void html_referral(struct page *p, struct span card);
void html_method(struct page *p);
void html_sources(struct page *p, const json_t *summary);
void html_footer(struct page *p, const json_t *summary);

/* Drawings. */
void chart_network(struct page *p, const json_t *network);
void chart_map(struct page *p, const json_t *network);
void chart_months(struct page *p, struct group group);
void chart_money(struct page *p, const json_t *network);
void chart_bar(struct page *p, double from, double to, const double range[2], const char *style);

#endif
