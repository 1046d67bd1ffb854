/* Whether a case file is what it was when it was written: pages, tables, indexes, decisions, log
 * (docs/methods/verify.md). What is wrong is told finding by finding, and is no failure. */
#ifndef STORE_CASE_CHECK_H
#define STORE_CASE_CHECK_H

#include "store/store.h"

struct finding {
    const char *part;  /* file, header, schema, page, freelist, table, index, digests, log, decisions */
    const char *table; /* "" where there is none */
    uint32_t page;     /* 0 where there is none */
    uint64_t row;      /* in the order of the key, from 1; of the log: the entry; 0 where there is none */
    const char *text;  /* a sentence without a full stop; as long as the call */
    bool is_note;      /* worth knowing, and no fault */
};
typedef bool finding_taker(void *context, const struct finding *finding); /* false: stop, memory */

struct case_checked {
    uint32_t pages;
    unsigned tables;
    uint64_t rows, entries;
};

struct finding_sink {
    finding_taker *take;
    void *context;
    struct bowline_error *err;
    enum bowline_status status;
    uint64_t faults;
};

__attribute__((format(printf, 3, 4))) void finding_add(struct finding_sink *sink, struct finding finding,
                                                       const char *format, ...);

/* Everything that SQLite and the pages tell. A file that cannot be opened at all is a finding too. */
enum bowline_status case_check(const char *path, struct finding_sink *sink,
                               struct case_checked *out) BOWLINE_WARN_UNUSED;

/* The log alone. */
void audit_check(struct store *store, struct finding_sink *sink, struct case_checked *out);

#endif
