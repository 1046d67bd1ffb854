/* The records of a case in memory, by column. */
#include "records/record_table.h"

#include "base/memory.h"

void record_table_init(struct record_table *table)
{
    *table = (struct record_table){0};
    buffer_init(&table->pool, SIZE_MAX / 2);
}

void record_table_release(struct record_table *table)
{
    for (unsigned f = 1; f <= table->field_count; f++) {
        memory_free(table->fields[f].name);
        memory_free(table->fields[f].format);
    }
    for (unsigned r = 1; r <= table->resource_count; r++)
        memory_free(table->resources[r].name);
    memory_free(table->fields);
    memory_free(table->resources);
    memory_free(table->records);
    memory_free(table->cells);
    buffer_release(&table->pool);
    record_table_init(table);
}

static char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = memory_new(size, 1);
    return copy ? memcpy(copy, text, size) : NULL;
}

resource_id record_table_add_resource(struct record_table *table, const char *name, enum record_kind kind)
{
    if (table->resource_count == UINT16_MAX)
        return 0;
    size_t need = (size_t)table->resource_count + 2;
    struct resource *grown = memory_resize(table->resources, need, sizeof *grown);
    if (!grown)
        return 0;
    table->resources = grown;
    char *copy = copy_text(name);
    if (!copy)
        return 0;
    grown[need - 1] =
        (struct resource){.name = copy, .kind = kind, .first_field = (field_id)(table->field_count + 1)};
    return ++table->resource_count;
}

field_id record_table_add_field(struct record_table *table, resource_id resource, const char *name,
                                struct role role, const char *format)
{
    if (table->field_count == UINT16_MAX)
        return 0;
    size_t need = (size_t)table->field_count + 2;
    struct field *grown = memory_resize(table->fields, need, sizeof *grown);
    if (!grown)
        return 0;
    table->fields = grown;
    struct field field = {
        .role = role, .resource = resource, .column = table->resources[resource].field_count};
    field.name = copy_text(name);
    field.format = format ? copy_text(format) : NULL;
    if (!field.name || (format && !field.format)) {
        memory_free(field.name);
        memory_free(field.format);
        return 0;
    }
    grown[need - 1] = field;
    table->resources[resource].field_count++;
    return ++table->field_count;
}

record_id record_table_add(struct record_table *table, const struct record *record, struct span key)
{
    size_t need = (size_t)table->count + 3;
    if (!memory_reserve(&table->records, &table->records_capacity, need, UINT32_MAX))
        return 0;
    if (table->count == 0)
        table->records[0] = table->records[1] = (struct record){0};
    struct text_ref kept = buffer_keep(&table->pool, key);
    if (!buffer_ok(&table->pool))
        return 0;
    record_id id = ++table->count;
    table->records[id] = *record;
    table->records[id].key = kept;
    table->records[id].first_cell = table->cell_count;
    table->records[id + 1] = (struct record){.first_cell = table->cell_count};
    return id;
}

bool record_table_add_cell(struct record_table *table, field_id field, struct span value)
{
    if (value.length == 0)
        return true;
    if (!memory_reserve(&table->cells, &table->cells_capacity, table->cell_count + 1, SIZE_MAX / 32))
        return false;
    struct text_ref kept = buffer_keep(&table->pool, value);
    if (!buffer_ok(&table->pool))
        return false;
    table->cells[table->cell_count++] = (struct cell){kept.at, kept.length, field};
    table->records[table->count + 1].first_cell = table->cell_count;
    return true;
}

struct span record_key(const struct record_table *table, record_id id)
{
    return buffer_span(&table->pool, table->records[id].key);
}

struct span cell_value(const struct record_table *table, const struct cell *cell)
{
    return (struct span){table->pool.data + cell->at, cell->length};
}

const struct field *cell_field(const struct record_table *table, const struct cell *cell)
{
    return &table->fields[cell->field];
}

struct span record_value(const struct record_table *table, record_id id, struct role role)
{
    const struct cell *end = record_cells_end(table, id);
    for (const struct cell *c = record_cells_begin(table, id); c < end; c++) {
        const struct field *field = cell_field(table, c);
        if (field->role.type == role.type && field->role.party == role.party)
            return cell_value(table, c);
    }
    return (struct span){"", 0};
}

static const char *check_record(const struct record_table *table, record_id id)
{
    const struct record *r = &table->records[id];
    if (r->resource == 0 || r->resource > table->resource_count)
        return "a record belongs to no resource";
    if (r->kind == KIND_NONE || r->kind >= KIND_COUNT)
        return "a record has no kind";
    if (r->duplicate_of >= id)
        return "a duplicate points forwards";
    if (r->first_cell > r[1].first_cell)
        return "cells are out of order";
    if (r->begin != TIME_NONE && r->end != TIME_NONE && r->begin >= r->end)
        return "a record ends before it begins";
    for (uint64_t c = r->first_cell; c < r[1].first_cell; c++) {
        const struct cell *cell = &table->cells[c];
        if (cell->field == 0 || cell->field > table->field_count)
            return "a cell has no field";
        if (table->fields[cell->field].resource != r->resource)
            return "a cell has a field of another resource";
        if (cell->length == 0 || cell->at + cell->length > table->pool.length)
            return "a cell is empty or outside the pool";
    }
    return NULL;
}

const char *record_table_check(const struct record_table *table)
{
    for (record_id id = 1; id <= table->count; id++) {
        const char *reason = check_record(table, id);
        if (reason)
            return reason;
    }
    if (table->count && table->records[table->count + 1].first_cell != table->cell_count)
        return "cells follow the last record";
    return NULL;
}
