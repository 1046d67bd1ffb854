/* Words for how likely something is and how far the word can be trusted, as the United States' Intelligence
 * Community Directive 203 (Analytic Standards, 2015) defines them. Both are said, and never mixed. */
#ifndef ROLES_LIKELIHOOD_H
#define ROLES_LIKELIHOOD_H

#include "base/bits.h"

#include <stdint.h>

enum analytic_confidence { CONFIDENCE_LOW, CONFIDENCE_MODERATE, CONFIDENCE_HIGH };

/* What a level needs. The directive names no numbers; these are assumed. */
struct confidence_options {
    uint32_t moderate_records; /* fewer are low */
    uint32_t high_records;     /* and, from as many tables as follows, high */
    uint32_t high_resources;
};

extern const struct confidence_options confidence_defaults;

/* "almost no chance" up to 5 %, "very unlikely" 20, "unlikely" 45, "roughly even chance" 55, "likely" 80,
 * "very likely" 95, "almost certain" above. Static. */
const char *likelihood_words(double probability);

/* By how many records it rests on, and from how many tables: two tables are two sources. */
enum analytic_confidence analytic_confidence(uint32_t records, uint32_t resources,
                                             const struct confidence_options *options);
const char *analytic_confidence_words(enum analytic_confidence confidence); /* "low", "moderate", "high" */

#endif
