/* The first stage: the tables of the data package become records in memory and rows of the case file. */
#include "pipeline/stages.h"

#include "base/memory.h"
#include "pipeline/batches.h"
#include "pipeline/table_reader.h"
#include "store/stage_store.h"
#include "store/token_store.h"

struct reading {
    struct stage_context *context;
    struct read_batch batches[2];
    struct table_reader *table;         /* that is being read */
    uint64_t bytes_before, bytes_total; /* on disk, of the tables before this one and of all */
    uint64_t rejects_before;
    uint64_t erased;
    struct erasures erasures;
    char (*sha256)[DIGEST_HEX];
    struct digest secret; /* of all tables, for pseudonyms */
};

static enum bowline_status check_rejects(const struct reading *r, struct bowline_error *err)
{
    uint64_t rejects = r->rejects_before + table_reader_rejects(r->table);
    if (rejects <= r->context->options->most_rejects)
        return BOWLINE_OK;
    return error_set(err, BOWLINE_ERROR_REJECTS,
                     "more than %llu rows and cells were rejected by resource %s: correct the table or its "
                     "data package, or "
                     "allow more with --max-rejects",
                     (unsigned long long)r->context->options->most_rejects,
                     table_reader_resource(r->table).name.at);
}

static enum bowline_status fill(void *context, void *batch, bool *more, struct bowline_error *err)
{
    struct reading *r = context;
    read_batch_reset(batch);
    enum bowline_status status = table_reader_fill(r->table, batch, more, err);
    if (status == BOWLINE_OK)
        status = check_rejects(r, err);
    uint64_t done = r->bytes_before + table_reader_bytes(r->table);
    if (status == BOWLINE_OK && !r->context->tick(r->context->tick_context, done, r->bytes_total))
        status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while reading; run again to begin anew");
    return status;
}

static enum bowline_status drain(void *context, void *batch, struct bowline_error *err)
{
    struct reading *r = context;
    return read_batch_write(batch, r->context->store, err);
}

/* Words of what was recognised and not given. */
static void say_encoding(struct buffer *summary, const struct resource_row *row)
{
    if (!span_equal(row->encoding, span_of("utf-8")))
        buffer_format(summary, "; %.60s is %s", row->name.at, row->encoding.at);
}

static enum bowline_status read_table(struct reading *r, size_t at, struct bowline_error *err)
{
    struct batch_work work = {
        .context = r, .batches = {&r->batches[0], &r->batches[1]}, .fill = fill, .drain = drain};
    enum bowline_status status = table_reader_new(r->context->package, at, &r->context->tables->records,
                                                  r->context->threads, &r->table, err);
    if (status != BOWLINE_OK)
        return status;
    table_reader_leave_out(r->table, &r->erasures);
    status = batches_run(&work, r->context->threads, err);
    if (status == BOWLINE_OK) {
        struct resource_row row = table_reader_resource(r->table);
        status = resource_store_write(r->context->store, &row, err);
        memcpy(r->sha256[at], row.sha256.at, DIGEST_HEX);
        digest_update(&r->secret, table_reader_secret(r->table), DIGEST_HEX);
        r->bytes_before += (uint64_t)row.bytes;
        r->rejects_before += (uint64_t)row.rejected;
        r->erased += table_reader_erased(r->table);
        say_encoding(r->context->summary, &row);
    }
    table_reader_free(r->table);
    r->table = NULL;
    return status;
}

/* Pseudonyms are keyed by what only those know who have the sources, so that a case made again from them has
 * the same pseudonyms, and who has the report but not the sources learns nothing from them. */
static enum bowline_status keep_secret(struct reading *r, struct bowline_error *err)
{
    char key[DIGEST_HEX];
    digest_finish(&r->secret, key);
    return store_put_info(r->context->store, "pseudonyms", span_of(key), err);
}

static enum bowline_status read_tables(struct reading *r, struct bowline_error *err)
{
    const struct package *package = &r->context->package->package;
    struct record_table *records = &r->context->tables->records;
    enum bowline_status status = package_file_bytes(r->context->package, &r->bytes_total, err);
    if (status == BOWLINE_OK)
        status = erasures_load(r->context->store, &r->erasures, err);
    for (size_t at = 0; at < package->resource_count && status == BOWLINE_OK; at++)
        status = read_table(r, at, err);
    if (status == BOWLINE_OK)
        status = field_store_write(r->context->store, records, err);
    if (status == BOWLINE_OK)
        status = token_store_write(r->context->store, err);
    if (status == BOWLINE_OK)
        status = store_put_info(r->context->store, "title", span_of(package->title), err);
    if (status == BOWLINE_OK)
        status =
            store_put_info(r->context->store, "description", buffer_all(&r->context->package->bytes), err);
    if (status == BOWLINE_OK)
        status = keep_secret(r, err);
    if (status == BOWLINE_OK)
        status = mention_table_build(records, &r->context->tables->mentions, err);
    return status;
}

enum bowline_status stage_read(struct stage_context *context, struct bowline_error *err)
{
    struct reading r = {.context = context};
    struct buffer encodings;
    struct buffer *summary = context->summary;
    buffer_init(&encodings, 600);
    context->summary = &encodings;
    digest_init(&r.secret);
    read_batch_init(&r.batches[0]);
    read_batch_init(&r.batches[1]);
    r.sha256 = memory_new(context->package->package.resource_count, sizeof *r.sha256);
    enum bowline_status status = r.sha256 ? read_tables(&r, err) : error_memory(err);
    if (status == BOWLINE_OK)
        package_file_digest_known(context->package, (const char(*)[DIGEST_HEX])r.sha256,
                                  context->sources_hex);
    context->summary = summary;
    context->items = r.bytes_before;
    buffer_format(summary, "%u records from %u tables, %llu rows and cells rejected",
                  context->tables->records.count, context->tables->records.resource_count,
                  (unsigned long long)r.rejects_before);
    if (r.erased)
        buffer_format(summary, ", %llu left out as erased", (unsigned long long)r.erased);
    buffer_append_span(summary, buffer_all(&encodings));
    erasures_release(&r.erasures);
    buffer_release(&encodings);
    read_batch_release(&r.batches[0]);
    read_batch_release(&r.batches[1]);
    memory_free(r.sha256);
    return status;
}
