/* The answers of <bowline/case.h> as JSON text (docs/json.md). Owner of *json: the caller. */
#ifndef REPORTS_JSON_H
#define REPORTS_JSON_H

#include "reports/reader.h"

#include <bowline/key.h>
#include <bowline/run.h>

#define JSON_SUMMARY_ROWS 50

/* rows: how many networks and entities it lists. */
enum bowline_status json_summary(struct reader *reader, unsigned rows, struct bowline_text *json,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_network(struct reader *reader, uint32_t network, struct bowline_text *json,
                                 struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_entity(struct reader *reader, uint32_t entity, struct bowline_text *json,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_record(struct reader *reader, const char *name, struct bowline_text *json,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_template(struct reader *reader, uint32_t id, struct bowline_text *json,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_why(struct reader *reader, const char *a, const char *b, struct bowline_text *json,
                             struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_why_not(struct reader *reader, const char *a, const char *b,
                                 struct bowline_text *json, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_decisions(struct reader *reader, struct bowline_text *json,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_search(struct reader *reader, const char *words, unsigned limit,
                                struct bowline_text *json, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_calibration(struct reader *reader, struct bowline_text *json,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Who stands behind a pseudonym of protected parties, or its beginning. */
enum bowline_status json_reveal(struct reader *reader, const char *pseudonym, struct bowline_text *json,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* How the case is opened; and another lock for it. */
enum bowline_status json_lock(const char *path, struct bowline_text *json,
                              struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status json_relock(const char *path, const struct bowline_keys *keys, struct bowline_text *json,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Networks from number `first` on: 1 to 500 of them. */
enum bowline_status json_networks(struct reader *reader, uint32_t first, unsigned limit,
                                  struct bowline_text *json, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The link chart, places and months of a network. */
enum bowline_status json_chart(struct reader *reader, uint32_t network, struct bowline_text *json,
                               struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* name: a value as it is shown, with its type before it or not. */
enum bowline_status json_identifier(struct reader *reader, const char *name, struct bowline_text *json,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* 1 to 200 links whose answer would change most. */
enum bowline_status json_review(struct reader *reader, unsigned limit, struct bowline_text *json,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
