/* The answers of docs/json.md as lines for people. Each function is a render_function. */
#ifndef CLI_RENDER_H
#define CLI_RENDER_H

#include "screen.h"

#include <jansson.h>

void render_init(struct screen *screen, const json_t *answer);
void render_run(struct screen *screen, const json_t *answer);
void render_summary(struct screen *screen, const json_t *answer);
void render_network(struct screen *screen, const json_t *answer);
void render_entity(struct screen *screen, const json_t *answer);
void render_record(struct screen *screen, const json_t *answer);
void render_template(struct screen *screen, const json_t *answer);
void render_why(struct screen *screen, const json_t *answer);
void render_why_not(struct screen *screen, const json_t *answer);
void render_decision(struct screen *screen, const json_t *answer);
void render_decisions(struct screen *screen, const json_t *answer);
void render_search(struct screen *screen, const json_t *answer);
void render_stages(struct screen *screen, const json_t *answer);
void render_reveal(struct screen *screen, const json_t *answer);
void render_lock(struct screen *screen, const json_t *answer);
void render_calibration(struct screen *screen, const json_t *answer);
void render_log(struct screen *screen, const json_t *answer);
void render_log_head(struct screen *screen, const json_t *answer);
void render_log_proof(struct screen *screen, const json_t *answer);
void render_log_growth(struct screen *screen, const json_t *answer);
void render_erased(struct screen *screen, const json_t *answer);
void render_rerun(struct screen *screen, const json_t *answer);
void render_verified(struct screen *screen, const json_t *answer);
void render_score(struct screen *screen, const json_t *answer);

#endif
