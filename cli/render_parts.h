/* The rows that several answers share: records, entities, networks, identifiers, visits, flows, links. Each
 * takes the object and the key of a list, and prints nothing for an empty one. */
#ifndef CLI_RENDER_PARTS_H
#define CLI_RENDER_PARTS_H

#include "json_fields.h"
#include "screen.h"

/* A blank line and "title (count)" where the list has something in it. Whether it has. */
bool part_title(struct screen *screen, const json_t *object, const char *key, const char *title);

void part_records(struct screen *screen, const json_t *object, const char *key);
void part_entities(struct screen *screen, const json_t *object, const char *key);
void part_networks(struct screen *screen, const json_t *object, const char *key);
void part_identifiers(struct screen *screen, const json_t *object, const char *key);
void part_visits(struct screen *screen, const json_t *object, const char *key);
void part_growth(struct screen *screen, const json_t *growth);
void part_next_places(struct screen *screen, const json_t *object, const char *key);
void part_conflicts(struct screen *screen, const json_t *object, const char *key);
void part_meetings(struct screen *screen, const json_t *object, const char *key);
void part_circuits(struct screen *screen, const json_t *object, const char *key);
void part_premises(struct screen *screen, const json_t *object, const char *key);
void part_flows(struct screen *screen, const json_t *object, const char *key);
void part_links(struct screen *screen, const json_t *object, const char *key); /* one line each */
void part_ties(struct screen *screen, const json_t *object, const char *key);
void part_decisions(struct screen *screen, const json_t *object, const char *key); /* in full */

/* "entity 7, network 1", "entity 7" or "". */
struct number_text part_membership(const json_t *record);

/* "2025-01-03 to 2025-06-03", one time, or "". */
struct number_text part_span(const json_t *object, const char *first, const char *last);

/* Adds "be:antwerp 40, be:ghent 12", at most so many places. */
void part_places(struct builder *out, const json_t *object, size_t most);

/* Adds what a piece of evidence compares: "phone +32...", "name close: Jan Peeters ~ J. Peeters". */
void part_evidence_label(struct builder *out, const json_t *evidence);

#endif
