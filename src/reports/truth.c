/* Known answers as a table, joined to the records of the case. */
#include "reports/truth.h"

#include "base/hash.h"
#include "base/intern.h"
#include "base/memory.h"
#include "pipeline/source.h"
#include "records/csv.h"
#include "reports/record_keys.h"
#include "store/read_export.h"

#define TRUTH_COLUMNS 4

static const char *const column_names[TRUTH_COLUMNS] = {"resource", "id", "entity", "network"};

struct loader {
    struct reader *reader;
    struct truth *truth;
    struct record_keys keys;
    uint32_t *slots; /* records by hash of resource and key */
    size_t slot_count;
    size_t capacity[2];
    struct intern groups[2]; /* names of true entities and networks */
    size_t columns[TRUTH_COLUMNS];
    bool has_header;
    const char *path;
    struct bowline_error *err;
};

void truth_init(struct truth *truth)
{
    *truth = (struct truth){0};
}

void truth_release(struct truth *truth)
{
    memory_free(truth->entity);
    memory_free(truth->network);
    memory_free(truth->is_known);
    memory_free(truth->found_entity);
    memory_free(truth->found_network);
    truth_init(truth);
}

static bool add_found(struct loader *l, const struct record_row *row)
{
    struct truth *t = l->truth;
    size_t need = (size_t)row->record + 1;
    if (!memory_reserve(&t->found_entity, &l->capacity[0], need, UINT32_MAX) ||
        !memory_reserve(&t->found_network, &l->capacity[1], need, UINT32_MAX) ||
        !record_keys_add(&l->keys, row->record, row->resource, row->key))
        return false;
    for (uint32_t r = t->records + 1; r < row->record; r++)
        t->found_entity[r] = t->found_network[r] = 0;
    t->found_entity[row->record] = row->entity;
    t->found_network[row->record] = row->network;
    t->records = row->record;
    return true;
}

static enum bowline_status load_found(struct loader *l)
{
    struct cursor c;
    struct record_row row;
    bool is_kept = true;
    read_all_records(l->reader->store, &c, l->err);
    while (is_kept && next_record(&c, &row))
        is_kept = add_found(l, &row);
    enum bowline_status status = cursor_close(&c);
    return is_kept ? status : error_memory(l->err);
}

static uint64_t key_hash(uint32_t resource, struct span key)
{
    return hash_bytes(key.at, key.length, resource);
}

static enum bowline_status index_keys(struct loader *l)
{
    struct truth *t = l->truth;
    l->slot_count = 64;
    while (l->slot_count < (size_t)t->records * 2)
        l->slot_count *= 2;
    l->slots = memory_new(l->slot_count, sizeof *l->slots);
    t->entity = memory_new((size_t)t->records + 1, sizeof *t->entity);
    t->network = memory_new((size_t)t->records + 1, sizeof *t->network);
    t->is_known = memory_new((size_t)t->records + 1, 1);
    if (!l->slots || !t->entity || !t->network || !t->is_known)
        return error_memory(l->err);
    for (uint32_t r = 1; r <= t->records; r++) {
        uint32_t resource;
        struct span key = record_keys_get(&l->keys, r, &resource);
        size_t slot = key_hash(resource, key) & (l->slot_count - 1);
        while (l->slots[slot])
            slot = (slot + 1) & (l->slot_count - 1);
        l->slots[slot] = r;
    }
    return BOWLINE_OK;
}

static uint32_t find_record(const struct loader *l, struct span name, struct span key)
{
    uint32_t wanted = reader_find_resource(l->reader, name);
    size_t slot = key_hash(wanted, key) & (l->slot_count - 1);
    while (wanted && l->slots[slot]) {
        uint32_t resource;
        struct span other = record_keys_get(&l->keys, l->slots[slot], &resource);
        if (resource == wanted && span_equal(other, key))
            return l->slots[slot];
        slot = (slot + 1) & (l->slot_count - 1);
    }
    return 0;
}

static enum bowline_status read_header(struct loader *l, const struct csv_row *row)
{
    for (size_t i = 0; i < TRUTH_COLUMNS; i++) {
        size_t at = 0;
        while (at < row->count && !span_equal(span_trim(row->cells[at]), span_of(column_names[i])))
            at++;
        if (at == row->count)
            return error_set(l->err, BOWLINE_ERROR_INPUT,
                             "%s: no column %s: a truth table begins with resource,id,entity,network",
                             l->path, column_names[i]);
        l->columns[i] = at;
    }
    l->has_header = true;
    return BOWLINE_OK;
}

/* The number of a group's name, 0 for an empty one; *is_kept is false where memory is short. */
static uint32_t group_of(struct intern *groups, struct span name, bool *is_kept)
{
    name = span_trim(name);
    if (name.length == 0)
        return 0;
    uint32_t group = intern_put(groups, name);
    *is_kept = *is_kept && group != 0;
    return group;
}

static enum bowline_status read_row(struct loader *l, const struct csv_row *row)
{
    struct span cells[TRUTH_COLUMNS];
    bool is_kept = true;
    if (!l->has_header && !row->problem)
        return read_header(l, row);
    for (size_t i = 0; i < TRUTH_COLUMNS; i++)
        cells[i] = l->columns[i] < row->count ? row->cells[l->columns[i]] : span_of("");
    uint32_t record = row->problem ? 0 : find_record(l, span_trim(cells[0]), span_trim(cells[1]));
    if (record == 0) {
        l->truth->unknown++;
        return BOWLINE_OK;
    }
    l->truth->is_known[record] = 1;
    l->truth->entity[record] = group_of(&l->groups[0], cells[2], &is_kept);
    l->truth->network[record] = group_of(&l->groups[1], cells[3], &is_kept);
    return is_kept ? BOWLINE_OK : error_memory(l->err);
}

/* Gives the reader the next block of the source. */
static enum bowline_status push_block(struct loader *l, struct csv_reader *csv, struct source *source)
{
    struct span block;
    enum bowline_status status = source_read(source, &block, l->err);
    if (status != BOWLINE_OK)
        return status;
    if (block.length == 0)
        csv_reader_finish(csv);
    else if (!csv_reader_push(csv, block))
        return error_memory(l->err);
    return BOWLINE_OK;
}

static enum bowline_status read_rows(struct loader *l, struct csv_reader *csv, struct source *source)
{
    struct csv_row row;
    enum bowline_status status = BOWLINE_OK;
    while (status == BOWLINE_OK) {
        switch (csv_reader_next(csv, &row)) {
        case CSV_ROW: status = read_row(l, &row); break;
        case CSV_MORE: status = push_block(l, csv, source); break;
        case CSV_MEMORY: return error_memory(l->err);
        case CSV_END:
            return l->has_header ? BOWLINE_OK
                                 : error_set(l->err, BOWLINE_ERROR_INPUT,
                                             "%s: an empty file, not a truth table", l->path);
        }
    }
    return status;
}

static enum bowline_status read_table(struct loader *l)
{
    struct source *source = NULL;
    enum bowline_status status = source_open(l->path, &source, l->err);
    if (status != BOWLINE_OK)
        return status;
    struct csv_reader *csv = csv_reader_new((struct csv_dialect){',', '"'}, ENCODING_UTF_8, 0);
    status = csv ? read_rows(l, csv, source) : error_memory(l->err);
    csv_reader_free(csv);
    source_close(source);
    return status;
}

enum bowline_status truth_read(struct reader *reader, const char *path, struct truth *out,
                               struct bowline_error *err)
{
    struct loader l = {.reader = reader, .truth = out, .path = path, .err = err};
    record_keys_init(&l.keys);
    intern_init(&l.groups[0]);
    intern_init(&l.groups[1]);
    enum bowline_status status = load_found(&l);
    if (status == BOWLINE_OK)
        status = index_keys(&l);
    if (status == BOWLINE_OK)
        status = read_table(&l);
    record_keys_release(&l.keys);
    intern_release(&l.groups[0]);
    intern_release(&l.groups[1]);
    memory_free(l.slots);
    return status;
}
