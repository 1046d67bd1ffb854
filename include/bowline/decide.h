/* What people decide: that two records have one operator or two, that a value is everybody's or one
 * operator's. A decision is kept in the case as a fact, outranks every score from the next run on, and can be
 * withdrawn but not deleted (docs/methods/decisions.md). Answers are JSON (docs/json.md). */
#ifndef BOWLINE_DECIDE_H
#define BOWLINE_DECIDE_H

#include <bowline/case.h>

#ifdef __cplusplus
extern "C" {
#endif

struct bowline_decision {
    const char *what; /* of records: "same", "not-same", "unsure"; of a value: "generic", "exclusive"; of
                       * one record, in a alone: "compelled" */
    /* A record: "resource/id", "resource/id:party"; or "entity 7", which a record of it then stands for. A
     * value, in a alone: as it is shown, "+32470123456", "phone +32470123456" or "template 12". */
    const char *a, *b;
    const char *because; /* the reason; not empty */
    const char *who;     /* NULL where nobody is named */
};

/* Writes one decision into a case that is there, which no other program may have open for writing. Refused
 * where it contradicts decisions that stand: the message tells the chain. */
enum bowline_status bowline_decide(const char *case_path, const struct bowline_decision *decision,
                                   struct bowline_text *json, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Withdraws decision `number`; of reason, its because (NULL allowed) and who are read. */
enum bowline_status bowline_decide_undo(const char *case_path, uint32_t number,
                                        const struct bowline_decision *reason, struct bowline_text *json,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* All decisions, withdrawn ones too, and whether the last run kept to each. */
enum bowline_status bowline_case_decisions(struct bowline_case *handle, struct bowline_text *json,
                                           struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
