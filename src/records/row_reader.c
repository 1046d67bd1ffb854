/* The piece that turns a parsed row into a record. */
#include "records/row_reader.h"

#include "base/hash.h"
#include "base/intern.h"
#include "base/memory.h"
#include "records/cell_check.h"
#include "records/dates.h"
#include "records/encoding.h"

#include <stdio.h>

struct row_reader {
    struct record_table *table;
    const struct resource *resource;
    resource_id resource_id;
    row_reject *reject;
    row_is_erased *is_erased; /* NULL: none was */
    void *context;
    unsigned id_column; /* 0-based; the number of fields where there is none */
    struct intern keys;
    uint32_t *key_lines; /* [intern id]: where the key was first seen */
    size_t key_lines_capacity;
    uint64_t *row_hashes; /* open addressing beside row_records */
    record_id *row_records;
    uint32_t row_slots, row_count;
    struct span *kept;            /* the row's cells that passed */
    char (*numbers)[NUMBER_SIZE]; /* [column]: of a number that was written in another way */
};

/* What a row's cells say together. */
struct row_facts {
    struct record record;
    struct span key;
    unsigned end_column; /* 1-based, 0 where the row has no end */
};

enum bowline_status row_reader_new(struct record_table *table, resource_id resource, row_reject *reject,
                                   void *context, struct row_reader **out, struct bowline_error *err)
{
    struct row_reader *reader = memory_new(1, sizeof *reader);
    if (!reader)
        return error_memory(err);
    reader->table = table;
    reader->resource_id = resource;
    reader->resource = &table->resources[resource];
    reader->reject = reject;
    reader->context = context;
    intern_init(&reader->keys);
    reader->id_column = reader->resource->field_count;
    for (unsigned c = reader->resource->field_count; c-- > 0;)
        if (table->fields[reader->resource->first_field + c].role.type == TYPE_ID)
            reader->id_column = c;
    reader->kept = memory_new(reader->resource->field_count, sizeof *reader->kept);
    reader->numbers = memory_new(reader->resource->field_count, sizeof *reader->numbers);
    if (!reader->kept || !reader->numbers) {
        row_reader_free(reader);
        return error_memory(err);
    }
    *out = reader;
    return BOWLINE_OK;
}

void row_reader_leave_out(struct row_reader *reader, row_is_erased *is_erased)
{
    reader->is_erased = is_erased;
}

void row_reader_free(struct row_reader *reader)
{
    if (!reader)
        return;
    intern_release(&reader->keys);
    memory_free(reader->key_lines);
    memory_free(reader->row_hashes);
    memory_free(reader->row_records);
    memory_free(reader->kept);
    memory_free(reader->numbers);
    memory_free(reader);
}

static const struct field *field_of(const struct row_reader *reader, unsigned column)
{
    return &reader->table->fields[reader->resource->first_field + column];
}

static const char *read_time(const struct field *field, struct span value, struct record *record)
{
    struct moment moment;
    const char *reason = date_parse(value, field->format, &moment);
    if (reason)
        return reason;
    if (field->role.type != TYPE_END && record->begin == TIME_NONE)
        record->begin = moment.begin;
    if (field->role.type != TYPE_START && record->end == TIME_NONE)
        record->end = moment.end;
    return NULL;
}

/* Checks one cell and gives it the form that is kept. NULL where it may be kept. */
static const char *read_cell(const struct field *field, struct span *value, char room[NUMBER_SIZE],
                             struct row_facts *facts)
{
    if (!encoding_is_clean(*value))
        return memchr(value->at, 0, value->length) ? "holds a zero byte" : "not valid UTF-8";
    switch (field->role.type) {
    case TYPE_TIME:
    case TYPE_START:
    case TYPE_END: return read_time(field, *value, &facts->record);
    case TYPE_AMOUNT:
    case TYPE_DURATION:
    case TYPE_LAT:
    case TYPE_LON: return cell_check_number(*value, field->role.type, field->format, room, value);
    case TYPE_CATEGORY: {
        enum category category = category_find(*value);
        if (category == CATEGORY_POSSIBLE_VICTIM)
            facts->record.is_protected = 1;
        if (category < CATEGORY_COUNT)
            *value = span_of(category_name(category));
        break;
    }
    default: break;
    }
    return cell_check(*value, field->role.type);
}

/* A row with an end before its beginning keeps its beginning; one with neither end nor beginning is without
 * time. */
static void settle_times(struct row_reader *reader, const struct row_place *place, struct row_facts *facts)
{
    struct record *record = &facts->record;
    if (record->begin != TIME_NONE && record->end != TIME_NONE && record->end <= record->begin) {
        if (facts->end_column) {
            reader->reject(reader->context, place, field_of(reader, facts->end_column - 1)->name,
                           "the end is not after the beginning");
            reader->kept[facts->end_column - 1] = (struct span){"", 0};
        }
        record->end = TIME_NONE;
    }
    if (record->begin != TIME_NONE && record->end == TIME_NONE)
        record->end = record->begin + 1;
    else if (record->end != TIME_NONE && record->begin == TIME_NONE)
        record->begin = record->end - 1;
}

static void read_cells(struct row_reader *reader, const struct span *cells, const struct row_place *place,
                       struct row_facts *facts)
{
    for (unsigned c = 0; c < reader->resource->field_count; c++) {
        const struct field *field = field_of(reader, c);
        struct span value = span_trim(cells[c]);
        reader->kept[c] = (struct span){"", 0};
        if (value.length == 0)
            continue;
        const char *reason = read_cell(field, &value, reader->numbers[c], facts);
        if (reason) {
            reader->reject(reader->context, place, field->name, reason);
            continue;
        }
        reader->kept[c] = value;
        if (field->role.type == TYPE_END)
            facts->end_column = c + 1;
    }
    settle_times(reader, place, facts);
}

/* Notes the key's first line. False where memory is short; *line is where it stood before, or 0. */
static bool note_key(struct row_reader *reader, struct span key, uint32_t line, uint32_t *before)
{
    uint32_t known = reader->keys.count;
    uint32_t id = intern_put(&reader->keys, key);
    if (!id || !memory_reserve(&reader->key_lines, &reader->key_lines_capacity, (size_t)id + 1, UINT32_MAX))
        return false;
    *before = id > known ? 0 : reader->key_lines[id];
    if (id > known)
        reader->key_lines[id] = line;
    return true;
}

static bool same_cells(const struct record_table *table, record_id a, const struct row_reader *reader)
{
    const struct cell *at = record_cells_begin(table, a);
    const struct cell *end = record_cells_end(table, a);
    for (unsigned c = 0; c < reader->resource->field_count; c++) {
        if (c == reader->id_column || reader->kept[c].length == 0 ||
            field_of(reader, c)->role.type == TYPE_NONE)
            continue;
        if (at == end || !span_equal(cell_value(table, at), reader->kept[c]))
            return false;
        at++;
    }
    return at == end;
}

static uint64_t hash_cells(const struct row_reader *reader)
{
    uint64_t hash = 0;
    for (unsigned c = 0; c < reader->resource->field_count; c++)
        if (c != reader->id_column && reader->kept[c].length)
            hash = hash_bytes(reader->kept[c].at, reader->kept[c].length, hash + c + 1);
    return hash;
}

static bool grow_rows(struct row_reader *reader)
{
    uint32_t slots = reader->row_slots ? reader->row_slots * 2 : 1024;
    uint64_t *hashes = memory_new(slots, sizeof *hashes);
    record_id *records = memory_new(slots, sizeof *records);
    if (!slots || !hashes || !records) {
        memory_free(hashes);
        memory_free(records);
        return false;
    }
    for (uint32_t i = 0; i < reader->row_slots; i++) {
        if (!reader->row_records[i])
            continue;
        uint32_t at = (uint32_t)reader->row_hashes[i] & (slots - 1);
        while (records[at])
            at = (at + 1) & (slots - 1);
        hashes[at] = reader->row_hashes[i];
        records[at] = reader->row_records[i];
    }
    memory_free(reader->row_hashes);
    memory_free(reader->row_records);
    reader->row_hashes = hashes;
    reader->row_records = records;
    reader->row_slots = slots;
    return true;
}

/* The first record with the same cells, or 0: then this row, the next record, is remembered as the first. */
static bool find_duplicate(struct row_reader *reader, record_id *first)
{
    if ((uint64_t)reader->row_count * 2 >= reader->row_slots && !grow_rows(reader))
        return false;
    uint64_t hash = hash_cells(reader);
    uint32_t mask = reader->row_slots - 1;
    uint32_t at = (uint32_t)hash & mask;
    *first = 0;
    for (; reader->row_records[at]; at = (at + 1) & mask) {
        if (reader->row_hashes[at] == hash && same_cells(reader->table, reader->row_records[at], reader)) {
            *first = reader->row_records[at];
            return true;
        }
    }
    reader->row_hashes[at] = hash;
    reader->row_records[at] = reader->table->count + 1;
    reader->row_count++;
    return true;
}

static enum bowline_status keep_row(struct row_reader *reader, const struct row_facts *facts, record_id *id,
                                    struct bowline_error *err)
{
    struct record record = facts->record;
    if (!find_duplicate(reader, &record.duplicate_of))
        return error_memory(err);
    *id = record_table_add(reader->table, &record, facts->key);
    if (!*id)
        return error_memory(err);
    for (unsigned c = 0; c < reader->resource->field_count; c++) {
        if (c == reader->id_column || field_of(reader, c)->role.type == TYPE_NONE)
            continue;
        if (!record_table_add_cell(reader->table, (field_id)(reader->resource->first_field + c),
                                   reader->kept[c]))
            return error_memory(err);
    }
    return BOWLINE_OK;
}

/* The row's key, or its line where it has none; a key that stands already rejects the row. */
static enum bowline_status settle_key(struct row_reader *reader, const struct row_place *place,
                                      struct row_facts *facts, char line_key[16], bool *is_kept,
                                      struct bowline_error *err)
{
    uint32_t before = 0;
    facts->key = reader->id_column < reader->resource->field_count ? reader->kept[reader->id_column]
                                                                   : (struct span){"", 0};
    if (facts->key.length == 0) {
        snprintf(line_key, 16, "%u", place->line);
        facts->key = span_of(line_key);
    }
    if (!note_key(reader, facts->key, place->line, &before))
        return error_memory(err);
    *is_kept = before == 0;
    if (before) {
        char reason[200];
        int length = facts->key.length < 100 ? (int)facts->key.length : 100;
        snprintf(reason, sizeof reason, "the id %.*s stands already in line %u", length, facts->key.at,
                 before);
        bool has_column = reader->id_column < reader->resource->field_count;
        reader->reject(reader->context, place, has_column ? field_of(reader, reader->id_column)->name : NULL,
                       reason);
    }
    return BOWLINE_OK;
}

enum bowline_status row_reader_add(struct row_reader *reader, const struct span *cells, size_t count,
                                   const struct row_place *place, record_id *id, struct bowline_error *err)
{
    char line_key[16];
    bool is_kept = false;
    struct row_facts facts = {.record = {.begin = TIME_NONE,
                                         .end = TIME_NONE,
                                         .byte = place->byte,
                                         .length = place->length,
                                         .line = place->line,
                                         .resource = reader->resource_id,
                                         .kind = (uint8_t)reader->resource->kind}};
    *id = 0;
    if (count != reader->resource->field_count) {
        char reason[80];
        snprintf(reason, sizeof reason, "%zu cells where there are %u columns", count,
                 reader->resource->field_count);
        reader->reject(reader->context, place, NULL, reason);
        return BOWLINE_OK;
    }
    if (reader->is_erased && reader->id_column < count &&
        reader->is_erased(reader->context, span_trim(cells[reader->id_column])))
        return BOWLINE_OK;
    read_cells(reader, cells, place, &facts);
    enum bowline_status status = settle_key(reader, place, &facts, line_key, &is_kept, err);
    return status == BOWLINE_OK && is_kept ? keep_row(reader, &facts, id, err) : status;
}
