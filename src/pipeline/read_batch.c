/* A batch between the thread that reads rows and the one that stores them. */
#include "pipeline/read_batch.h"

#include "base/memory.h"

/* A batch is full long before; one row may be as large as the reader allows. */
static const size_t most_bytes = (size_t)1 << 30;
static const size_t most_rows = (size_t)1 << 24;

void read_batch_init(struct read_batch *batch)
{
    *batch = (struct read_batch){0};
    buffer_init(&batch->bytes, most_bytes);
}

void read_batch_release(struct read_batch *batch)
{
    buffer_release(&batch->bytes);
    memory_free(batch->rows);
    memory_free(batch->rejects);
    read_batch_init(batch);
}

void read_batch_reset(struct read_batch *batch)
{
    buffer_reset(&batch->bytes);
    batch->row_count = 0;
    batch->reject_count = 0;
}

bool read_batch_add(struct read_batch *batch, const struct record_row *row)
{
    if (!memory_reserve(&batch->rows, &batch->row_capacity, batch->row_count + 1, most_rows))
        return false;
    struct batch_row *kept = &batch->rows[batch->row_count++];
    kept->row = *row;
    kept->key = buffer_keep(&batch->bytes, row->key);
    kept->source = buffer_keep(&batch->bytes, row->source);
    return buffer_ok(&batch->bytes);
}

bool read_batch_reject(struct read_batch *batch, const struct reject_row *row)
{
    if (!memory_reserve(&batch->rejects, &batch->reject_capacity, batch->reject_count + 1, most_rows))
        return false;
    struct batch_reject *kept = &batch->rejects[batch->reject_count++];
    kept->row = *row;
    kept->column = buffer_keep(&batch->bytes, row->column);
    kept->reason = buffer_keep(&batch->bytes, row->reason);
    return buffer_ok(&batch->bytes);
}

struct batch_place {
    const struct read_batch *batch;
    size_t at;
};

static bool take_row(void *context, struct record_row *row)
{
    struct batch_place *place = context;
    if (place->at == place->batch->row_count)
        return false;
    const struct batch_row *kept = &place->batch->rows[place->at++];
    *row = kept->row;
    row->key = buffer_span(&place->batch->bytes, kept->key);
    row->source = buffer_span(&place->batch->bytes, kept->source);
    return true;
}

static bool take_reject(void *context, struct reject_row *row)
{
    struct batch_place *place = context;
    if (place->at == place->batch->reject_count)
        return false;
    const struct batch_reject *kept = &place->batch->rejects[place->at++];
    *row = kept->row;
    row->column = buffer_span(&place->batch->bytes, kept->column);
    row->reason = buffer_span(&place->batch->bytes, kept->reason);
    return true;
}

enum bowline_status read_batch_write(const struct read_batch *batch, struct store *store,
                                     struct bowline_error *err)
{
    struct batch_place rows = {batch, 0};
    struct batch_place rejects = {batch, 0};
    enum bowline_status status = record_store_write(store, take_row, &rows, err);
    if (status == BOWLINE_OK && batch->reject_count)
        status = reject_store_write(store, take_reject, &rejects, err);
    return status;
}
