/* The parts of a score, each a member of the answer. A part whose file does not stand beside truth.csv is
 * absent. */
#ifndef REPORTS_SCORE_PARTS_H
#define REPORTS_SCORE_PARTS_H

#include "reports/truth.h"
#include "reports/view.h"

/* The records with a known answer, side by side; those that the case does not hold come last, found nowhere.
 */
struct sample {
    uint32_t *record; /* 0: not in the case */
    uint32_t *found_entity, *found_network, *entity, *network;
    size_t count;
};

struct scored {
    struct view *view;
    struct truth truth;
    struct sample sample;
    json_t *files; /* the list of files that were read */
};

/* Each adds one member to the answer, and its file to the list. */
void score_put_groups(struct scored *s, json_t *answer); /* entities, networks */
void score_put_decoys(struct scored *s, json_t *answer);
void score_put_identifiers(struct scored *s, json_t *answer);
void score_put_circuits(struct scored *s, json_t *answer);
void score_put_premises(struct scored *s, json_t *answer);
void score_put_money(struct scored *s, json_t *answer);
/* Of score_put_money: collectors and controls, into its member. collectors: values of accounts. */
void score_put_accounts(struct scored *s, const struct intern *collectors, json_t *money);
void score_put_claims(struct scored *s, json_t *answer); /* reliability */

/* Reads the file beside truth.csv that `part` names. False where it is not there, or on failure. */
bool score_read_file(struct scored *s, const char *part, const struct truth_columns *columns,
                     struct truth_file *file);
void score_put_file(struct scored *s, const struct truth_file *file);

/* The ids of words in the byte order of the words, `most` of them at most. */
void score_order_words(const struct intern *words, uint32_t *ids, uint32_t most);

/* part / whole; nothing where whole is 0. */
void score_put_share(struct view *v, json_t *object, const char *key, uint64_t part, uint64_t whole);

#endif
