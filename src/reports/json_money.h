/* What a network's dossier says of money and of who does what. */
#ifndef REPORTS_JSON_MONEY_H
#define REPORTS_JSON_MONEY_H

#include "reports/view.h"

/* Puts transfers, motifs, flags, roles and rivals. */
void network_put_money(struct view *v, json_t *out, uint32_t network);

/* Hundredths as text: "1234.50". */
void view_put_cents(struct view *v, json_t *out, const char *key, int64_t cents);

#endif
