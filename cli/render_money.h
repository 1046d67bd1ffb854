/* A network's money, and who does what, in its dossier. */
#ifndef CLI_RENDER_MONEY_H
#define CLI_RENDER_MONEY_H

#include "json_fields.h"
#include "screen.h"

/* Kinds of accounts, shapes, red flags, roles, rivals: what is there. */
void render_network_money(struct screen *screen, const json_t *answer);

#endif
