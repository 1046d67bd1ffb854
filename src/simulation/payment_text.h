/* What a payment says in words, and which number or address stands among them. */
#ifndef SIMULATION_PAYMENT_TEXT_H
#define SIMULATION_PAYMENT_TEXT_H

#include "simulation/deals.h"
#include "simulation/rows.h"

/* Ends the cell. r: draws the words. */
void add_payment_text(struct row_output *out, struct deal deal, uint32_t day, struct random *r);

#endif
