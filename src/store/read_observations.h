/* What reports state, and the records that they speak of. */
#ifndef STORE_READ_OBSERVATIONS_H
#define STORE_READ_OBSERVATIONS_H

#include "store/read_cursor.h"

struct observation_row {
    uint32_t record, field, start, end;
    bool is_count;
    int64_t count;
    struct span kind, value, noun, qualifier, attribution;
    uint32_t origin; /* of the report */
};

struct join_row {
    uint32_t other;
    struct span by, value;
};

struct report_totals {
    int64_t reports, sources, observations;
};

/* Of one report, by byte; of all, by record. */
void read_observations(struct store *store, uint32_t record, struct cursor *out, struct bowline_error *err);
void read_all_observations(struct store *store, struct cursor *out, struct bowline_error *err);
bool next_observation(struct cursor *c, struct observation_row *row);

void read_report_joins(struct store *store, uint32_t record, unsigned limit, struct cursor *out,
                       struct bowline_error *err);
bool next_join(struct cursor *c, struct join_row *row);

/* Reports that state anything, by record. */
void read_reports(struct store *store, unsigned limit, struct cursor *out, struct bowline_error *err);
bool next_report(struct cursor *c, uint32_t *record);

enum bowline_status read_report_totals(struct store *store, struct report_totals *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
