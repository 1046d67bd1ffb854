/* The functions that the table of routes names: each fills in the answer, or fails. */
#ifndef SERVER_ANSWERS_H
#define SERVER_ANSWERS_H

#include "exchange.h"

typedef enum bowline_status answer_function(struct exchange *x, struct bowline_error *err);

/* The page's files. */
answer_function answer_page, answer_script, answer_style, answer_atlas, answer_licences, answer_openapi;

/* What the case says. */
answer_function answer_summary, answer_networks, answer_network, answer_chart, answer_entity, answer_template,
    answer_record, answer_identifier, answer_search, answer_why, answer_why_not, answer_review,
    answer_decisions, answer_stages, answer_log;

/* What changes something. */
answer_function answer_session, answer_decide, answer_undo, answer_reveal, answer_run, answer_run_state,
    answer_export, answer_export_file;

#endif
