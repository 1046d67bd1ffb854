/* A case that is open for reading. */
#include "reports/reader.h"

#define RESOURCES_MOST 65535
#define COLUMNS_MOST   65535

struct span arena_copy(struct arena *arena, struct span s)
{
    char *copy = arena_take(arena, s.length + 1, 1);
    if (!copy)
        return (struct span){NULL, 0};
    if (s.length)
        memcpy(copy, s.at, s.length);
    return (struct span){copy, s.length};
}

/* Copies each span in place. */
static bool keep_spans(struct arena *arena, struct span *const *spans, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        *spans[i] = arena_copy(arena, *spans[i]);
        if (!spans[i]->at)
            return false;
    }
    return true;
}

static bool keep_resource(struct reader *reader, struct resource_row row)
{
    struct span *const spans[] = {&row.name,     &row.kind,        &row.path,      &row.format,
                                  &row.encoding, &row.compression, &row.delimiter, &row.sha256};
    bool is_kept = keep_spans(&reader->arena, spans, sizeof spans / sizeof spans[0]);
    if (is_kept && row.resource >= 1 && row.resource <= reader->resource_count)
        reader->resources[row.resource] = row;
    return is_kept;
}

static bool keep_column(struct reader *reader, struct field_row row)
{
    struct span *const spans[] = {&row.name, &row.party, &row.type, &row.format};
    bool is_kept = keep_spans(&reader->arena, spans, sizeof spans / sizeof spans[0]);
    if (is_kept && row.field >= 1 && row.field <= reader->column_count)
        reader->columns[row.field] = (struct column){row, party_find(row.party), type_find(row.type)};
    return is_kept;
}

/* The largest ids, so that both tables can be taken in one piece. */
static enum bowline_status count_tables(struct reader *reader, struct bowline_error *err)
{
    struct cursor c;
    struct resource_row resource;
    struct field_row field;
    read_resources(reader->store, &c, err);
    while (next_resource(&c, &resource))
        reader->resource_count = resource.resource;
    enum bowline_status status = cursor_close(&c);
    if (status != BOWLINE_OK)
        return status;
    read_fields(reader->store, &c, err);
    while (next_field(&c, &field))
        reader->column_count = field.field;
    status = cursor_close(&c);
    if (status == BOWLINE_OK &&
        (reader->resource_count > RESOURCES_MOST || reader->column_count > COLUMNS_MOST))
        return error_set(err, BOWLINE_ERROR_CASE, "%s: damaged: an id of a resource or a column is too large",
                         store_path(reader->store));
    return status;
}

static enum bowline_status load_tables(struct reader *reader, struct bowline_error *err)
{
    struct cursor c;
    struct resource_row resource;
    struct field_row field;
    bool is_kept = true;
    read_resources(reader->store, &c, err);
    while (is_kept && next_resource(&c, &resource))
        is_kept = keep_resource(reader, resource);
    enum bowline_status status = cursor_close(&c);
    if (status != BOWLINE_OK || !is_kept)
        return is_kept ? status : error_memory(err);
    read_fields(reader->store, &c, err);
    while (is_kept && next_field(&c, &field))
        is_kept = keep_column(reader, field);
    status = cursor_close(&c);
    return is_kept ? status : error_memory(err);
}

/* What the first stage kept (pipeline/stage_read.c); until it ran there is nobody to name. */
static enum bowline_status read_key(struct reader *reader, struct bowline_error *err)
{
    enum bowline_status status = read_info(reader->store, "pseudonyms", reader->key, sizeof reader->key, err);
    struct digest digest;
    if (status != BOWLINE_OK || reader->key[0])
        return status;
    digest_init(&digest);
    for (uint32_t i = 1; i <= reader->resource_count; i++)
        digest_update(&digest, reader->resources[i].sha256.at, reader->resources[i].sha256.length);
    digest_finish(&digest, reader->key);
    return status;
}

enum bowline_status reader_open(const char *path, struct reader *out, struct bowline_error *err)
{
    struct store *store = NULL;
    *out = (struct reader){0};
    enum bowline_status status = store_open_read(path, &store, err);
    return status == BOWLINE_OK ? reader_attach(store, out, err) : status;
}

enum bowline_status reader_attach(struct store *store, struct reader *out, struct bowline_error *err)
{
    *out = (struct reader){.store = store};
    arena_init(&out->arena);
    enum bowline_status status = count_tables(out, err);
    if (status == BOWLINE_OK) {
        out->resources = arena_take(&out->arena, (size_t)out->resource_count + 1, sizeof *out->resources);
        out->columns = arena_take(&out->arena, (size_t)out->column_count + 1, sizeof *out->columns);
        if (!out->resources || !out->columns)
            status = error_memory(err);
    }
    if (status == BOWLINE_OK)
        status = load_tables(out, err);
    if (status == BOWLINE_OK)
        status = read_key(out, err);
    if (status != BOWLINE_OK)
        reader_close(out);
    return status;
}

void reader_close(struct reader *reader)
{
    store_close(reader->store);
    arena_release(&reader->arena);
    fold_table_release(&reader->folds);
    *reader = (struct reader){0};
}

const struct resource_row *reader_resource(const struct reader *reader, uint32_t resource)
{
    bool is_there =
        resource >= 1 && resource <= reader->resource_count && reader->resources[resource].resource;
    return is_there ? &reader->resources[resource] : NULL;
}

const struct column *reader_column(const struct reader *reader, uint32_t field)
{
    bool is_there = field >= 1 && field <= reader->column_count && reader->columns[field].row.field;
    return is_there ? &reader->columns[field] : NULL;
}

uint32_t reader_find_resource(const struct reader *reader, struct span name)
{
    for (uint32_t i = 1; i <= reader->resource_count; i++)
        if (reader->resources[i].resource && span_equal(reader->resources[i].name, name))
            return i;
    return 0;
}

void reader_pseudonym(const struct reader *reader, struct span value, char out[PSEUDONYM_SIZE])
{
    digest_pseudonym(span_of(reader->key), value, 8, out);
}
