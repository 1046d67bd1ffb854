/* A batch between the thread that reads rows and the one that stores them: what was kept, what was rejected.
 */
#ifndef PIPELINE_READ_BATCH_H
#define PIPELINE_READ_BATCH_H

#include "store/record_store.h"

/* The texts of a row stand in the batch's own bytes: first its key, then its source. */
struct batch_row {
    struct record_row row; /* its spans are set when it is taken */
    struct text_ref key, source;
};

struct batch_reject {
    struct reject_row row;
    struct text_ref column, reason;
};

struct read_batch {
    struct buffer bytes;
    struct batch_row *rows;
    size_t row_count, row_capacity;
    struct batch_reject *rejects;
    size_t reject_count, reject_capacity;
};

void read_batch_init(struct read_batch *batch);
void read_batch_release(struct read_batch *batch);
void read_batch_reset(struct read_batch *batch);

/* Both copy what they are given; false where memory is short. */
bool read_batch_add(struct read_batch *batch, const struct record_row *row);
bool read_batch_reject(struct read_batch *batch, const struct reject_row *row);

enum bowline_status read_batch_write(const struct read_batch *batch, struct store *store,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
