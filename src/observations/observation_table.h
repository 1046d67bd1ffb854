/* What all reports of a case state, and which of them are one source (docs/methods/observations.md). */
#ifndef OBSERVATIONS_OBSERVATION_TABLE_H
#define OBSERVATIONS_OBSERVATION_TABLE_H

#include "base/parallel.h"
#include "observations/observer.h"
#include "records/record_table.h"
#include "templates/template_table.h"

struct observed {
    record_id record;
    field_id field;
    struct observation what; /* texts in the table's pool */
};

/* A report, and the first of the reports that repeat the same source: itself where it repeats none. */
struct report_origin {
    record_id record, origin;
};

struct observation_table {
    struct observed *items; /* by record, cell, byte */
    size_t count;
    struct buffer pool;
    struct report_origin *reports; /* by record: the reports that state anything */
    size_t report_count;
};

struct origin_limits {
    unsigned days;        /* apart at most, where both are dated */
    double least_overlap; /* share of the words around two statements that both have (Jaccard) */
    unsigned window;      /* reports with the same statement that one is compared with */
};

extern const struct origin_limits origin_limits_default;

/* Reads the text columns of reports. templates: near-duplicate texts, which are one source where they name
 * the same one. Results do not depend on the number of workers. Linear in the texts. */
enum bowline_status observation_table_build(const struct record_table *records,
                                            const struct template_table *templates,
                                            const struct gazetteer *gazetteer,
                                            const struct parallel *parallel, struct observation_table *out,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;
void observation_table_release(struct observation_table *table);

struct span observation_text(const struct observation_table *table, struct text_ref ref);

/* Fills `reports`: which reports are one source. */
bool origins_find(const struct record_table *records, const struct template_table *templates,
                  const struct origin_limits *limits, struct observation_table *table);

#endif
