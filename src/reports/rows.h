/* The rows that answers are made of (docs/json.md): RECORD_ROW, LINK_ROW and so on. NULL on failure, which
 * the view notes. */
#ifndef REPORTS_ROWS_H
#define REPORTS_ROWS_H

#include "reports/detail.h"
#include "store/decision_store.h"

/* How much of each an answer holds. */
#define ROWS_TOP         50
#define ROWS_MEMBERS     200
#define ROWS_IDENTIFIERS 12
#define ROWS_PLACES      12
#define ROWS_TIES        200
#define ROWS_VISITS      500
#define ROWS_LINKS       20
#define ROWS_STOPS       300 /* of a circuit */
#define ROWS_PREMISES    200
#define ROWS_NEXT        40 /* moves from a place to the next */
#define ROWS_USES        8  /* records that a line rests on, by name; all are in premises.csv */

json_t *record_row_json(struct view *v, const struct detail *d);
json_t *link_row_json(struct view *v, const struct link_row *row);
/* Whose evidence it is. */
struct link_sides {
    const struct detail *a, *b;
    struct span a_party, b_party;
};
json_t *evidence_row_json(struct view *v, const struct evidence_row *row, const struct link_sides *sides);
json_t *network_row_json(struct view *v, const struct network_row *row);
json_t *entity_row_json(struct view *v, const struct entity_row *row);
json_t *template_json(struct view *v, uint32_t template_id, int64_t records, millibits bits,
                      struct span text);
json_t *tie_json(struct view *v, const struct tie_row *row);
json_t *identifier_json(struct view *v, const struct identifier_row *row);

/* Takes the open cursor to its end and closes it. */
json_t *links_json(struct view *v, struct cursor *c);
json_t *ties_json(struct view *v, struct cursor *c);
json_t *networks_json(struct view *v, struct cursor *c);
json_t *entities_json(struct view *v, struct cursor *c);
json_t *records_json(struct view *v, struct cursor *c);

json_t *visits_json(struct view *v, uint32_t entity);
json_t *circuits_json(struct view *v, struct group group);
json_t *premises_json(struct view *v, uint32_t network);
json_t *growth_json(struct view *v, uint32_t network);
json_t *next_places_json(struct view *v, struct group group);
json_t *conflicts_json(struct view *v, struct group group);
json_t *meetings_json(struct view *v, struct group group);
json_t *flows_json(struct view *v, struct group group);
json_t *templates_json(struct view *v, struct group group);
json_t *rivals_json(struct view *v, uint32_t network);

/* "in 12 records with 2 other identifiers in 3 places: exclusive, worth 14.2 bits" */
struct span ownership_words(struct view *v, const struct ownership_row *row);

/* Puts what a report states, and the records that it speaks of. */
void report_put(struct view *v, json_t *out, const struct detail *d);

/* The record that a name stands for: "resource/id", or "id" alone where one resource has it. view_find: NULL
 * where there is none, which is no failure. */
const struct detail *view_named(struct view *v, const char *name);
const struct detail *view_find(struct view *v, const char *name);

/* A party of a record, as people name it: "ads/A-1:contact", or without the party, which is then the one that
 * the record is filed under. Says why a name cannot be decided or asked about. */
struct named_party {
    const struct detail *record;
    enum party party;
    bool is_said; /* the name names the party */
};
struct named_party view_named_party(struct view *v, const char *name);

/* A decision of a person (docs/json.md: DECISION_ROW), and all or those that stand. */
json_t *decision_row_json(struct view *v, const struct decision_row *row);
json_t *decisions_json(struct view *v, struct cursor *c);

/* The trees behind the answers, for the report. Each takes a view that is initialised. */
json_t *summary_view(struct view *v, unsigned rows); /* so many networks, and entities */
json_t *network_view(struct view *v, uint32_t network);
json_t *entity_view(struct view *v, uint32_t entity);
json_t *record_view(struct view *v, const char *name);
json_t *template_view(struct view *v, uint32_t id, unsigned limit); /* so many members */
json_t *why_view(struct view *v, const char *a, const char *b);
json_t *calibration_view(struct view *v);
json_t *inspection_json(struct view *v); /* of the largest entity; JSON null where there is none */
json_t *why_not_view(struct view *v, const char *a, const char *b);
json_t *search_view(struct view *v, const char *words, unsigned limit);

#endif
