/* The full-text index over what records say. */
#include "store/search_store.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "store/statement.h"

/* A record's words above this are not indexed: 64 MiB, as no row is longer. */
static const size_t most_body = (size_t)64 << 20;

/* Words gathered in memory before they are written: 64 MiB instead of 1, so that few parts have to be merged.
 */
static const char larger_blocks[] = "INSERT INTO search (search, rank) VALUES ('hashsize', 67108864)";

struct search_writer {
    struct store *store;
    sqlite3_stmt *statement;
    struct buffer body;
};

enum bowline_status search_writer_new(struct store *store, struct search_writer **out,
                                      struct bowline_error *err)
{
    struct search_writer *writer = memory_new(1, sizeof *writer);
    if (!writer)
        return error_memory(err);
    writer->store = store;
    buffer_init(&writer->body, most_body);
    enum bowline_status status = store_exec(store, larger_blocks, err);
    if (status == BOWLINE_OK)
        status =
            statement_open(store, "INSERT INTO search (rowid, body) VALUES (?, ?)", &writer->statement, err);
    if (status != BOWLINE_OK)
        search_writer_free(writer);
    else
        *out = writer;
    return status;
}

void search_writer_free(struct search_writer *writer)
{
    if (!writer)
        return;
    sqlite3_finalize(writer->statement);
    buffer_release(&writer->body);
    memory_free(writer);
}

/* Numbers and codes that nobody searches for would swell the index. */
static bool is_searched(const struct field *field)
{
    switch (field->role.type) {
    case TYPE_LAT:
    case TYPE_LON:
    case TYPE_AMOUNT:
    case TYPE_DURATION:
    case TYPE_TIME:
    case TYPE_START:
    case TYPE_END: return false;
    default: return !party_is_protected(field->role.party);
    }
}

enum bowline_status search_writer_add(struct search_writer *writer, const struct record_table *records,
                                      record_id record, struct bowline_error *err)
{
    buffer_reset(&writer->body);
    if (!records->records[record].is_protected) {
        const struct cell *end = record_cells_end(records, record);
        buffer_append_span(&writer->body, record_key(records, record));
        buffer_append_char(&writer->body, '\n');
        for (const struct cell *c = record_cells_begin(records, record); c < end; c++) {
            if (!is_searched(cell_field(records, c)))
                continue;
            buffer_append_span(&writer->body, cell_value(records, c));
            buffer_append_char(&writer->body, '\n');
        }
    }
    if (!buffer_ok(&writer->body))
        return error_memory(err);
    return statement_insert(writer->store, writer->statement, err, "is", (int64_t)record,
                            buffer_all(&writer->body));
}
