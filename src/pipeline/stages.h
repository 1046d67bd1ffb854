/* The stage table: what a run does, in order. Progress, staleness, `bowline stages`, help and tests read its
 * rows. */
#ifndef PIPELINE_STAGES_H
#define PIPELINE_STAGES_H

#include "base/buffer.h"
#include "base/parallel.h"
#include "pipeline/case_tables.h"
#include "pipeline/package_file.h"

#include <bowline/run.h>

/* What a stage is handed. */
struct stage_context {
    struct store *store; /* in a transaction; the stage's tables are empty */
    struct case_tables *tables;
    const struct parallel *parallel;
    const struct package_file *package;
    const struct bowline_run_options *options;
    /* Says how far the stage is; false means stop. */
    bool (*tick)(void *context, uint64_t done, uint64_t total);
    void *tick_context;
    struct buffer *summary; /* the stage says here what it did: "12 networks of 40 entities" */
    uint64_t items;         /* the stage says here how many of its unit it handled */
    unsigned threads;
    char *sources_hex; /* the first stage's: a digest of all it read (DIGEST_HEX bytes) */
};

struct stage {
    const char *name;
    const char *purpose; /* one line */
    const char *unit;    /* of progress */
    unsigned
        loops; /* parallel loops it runs, about: how far one of them is is a part of the stage's progress */
    unsigned reads; /* TABLE_BITs; the first stage reads the sources */
    unsigned writes;
    unsigned version; /* raised whenever the method's results change */
    enum bowline_status (*run)(struct stage_context *context, struct bowline_error *err);
};

#define STAGE_COUNT 11
extern const struct stage stages[STAGE_COUNT];

enum bowline_status stage_read(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_identify(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_templates(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_link(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_entities(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_networks(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_movement(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_money(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_roles(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_observe(struct stage_context *context, struct bowline_error *err);
enum bowline_status stage_search(struct stage_context *context, struct bowline_error *err);

#endif
