/* Known answers joined to the records of a case. */
#include "reports/truth.h"

#include "base/memory.h"
#include "store/read_scores.h"

struct joiner {
    struct reader *reader;
    struct truth *truth;
    struct buffer name; /* of a record: scratch */
    uint64_t known;     /* lines that name a record of the case */
};

void truth_init(struct truth *truth)
{
    *truth = (struct truth){.file.name = "truth.csv"};
    record_index_init(&truth->index);
    intern_init(&truth->entities);
    intern_init(&truth->networks);
    intern_init(&truth->absent);
}

void truth_release(struct truth *truth)
{
    record_index_release(&truth->index);
    memory_free(truth->entity);
    memory_free(truth->network);
    memory_free(truth->line);
    memory_free(truth->found_entity);
    memory_free(truth->found_network);
    memory_free(truth->missing);
    intern_release(&truth->entities);
    intern_release(&truth->networks);
    intern_release(&truth->absent);
    truth_init(truth);
}

static enum bowline_status load_found(struct truth *t, struct store *store, struct bowline_error *err)
{
    struct cursor c;
    struct filed_line row;
    uint32_t **const columns[] = {&t->entity, &t->network, &t->line, &t->found_entity, &t->found_network};
    enum bowline_status status = record_index_load(&t->index, store, err);
    if (status != BOWLINE_OK)
        return status;
    t->records = t->index.records;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        *columns[i] = memory_new((size_t)t->records + 1, sizeof **columns[i]);
        if (!*columns[i])
            return error_memory(err);
    }
    read_filed(store, &c, err);
    while (next_filed(&c, &row))
        if (row.record <= t->records) {
            t->found_entity[row.record] = row.entity;
            t->found_network[row.record] = row.network;
        }
    return cursor_close(&c);
}

uint32_t truth_find(const struct truth *truth, const struct reader *reader, const struct truth_line *row,
                    struct truth_file *file)
{
    uint32_t resource = reader_find_resource(reader, row->cells[0]);
    uint32_t record = resource ? record_index_find(&truth->index, resource, row->cells[1], file->last) : 0;
    if (record == 0)
        truth_gaps_add(resource ? &file->missing : &file->elsewhere, row->line, row->cells[0], row->cells[1]);
    file->last = record ? record : file->last;
    return record;
}

/* The number of a group's name, 0 for an empty one; *is_kept is false where memory is short. */
static uint32_t group_of(struct intern *groups, struct span name, bool *is_kept)
{
    if (name.length == 0)
        return 0;
    uint32_t group = intern_put(groups, name);
    *is_kept = *is_kept && group != 0;
    return group;
}

static enum bowline_status add_absent(struct joiner *j, const struct truth_line *row, uint32_t entity,
                                      uint32_t network, struct bowline_error *err)
{
    struct truth *t = j->truth;
    uint32_t before = t->absent.count;
    bool is_missing = reader_find_resource(j->reader, row->cells[0]) != 0;
    buffer_reset(&j->name);
    buffer_append_span(&j->name, row->cells[0]);
    buffer_append_char(&j->name, '\0');
    buffer_append_span(&j->name, row->cells[1]);
    uint32_t id = buffer_ok(&j->name) ? intern_put(&t->absent, buffer_all(&j->name)) : 0;
    if (id == 0 || !memory_reserve(&t->missing, &t->missing_capacity, t->missing_count + 1, UINT32_MAX))
        return error_memory(err);
    if (id <= before)
        return truth_line_refuse(row, err, "%.*s/%.*s is named a second time", (int)row->cells[0].length,
                                 row->cells[0].at, (int)row->cells[1].length, row->cells[1].at);
    if (is_missing) {
        t->missing[t->missing_count].entity = entity;
        t->missing[t->missing_count++].network = network;
    }
    return BOWLINE_OK;
}

static enum bowline_status join_line(void *context, const struct truth_line *row, struct bowline_error *err)
{
    struct joiner *j = context;
    struct truth *t = j->truth;
    bool is_kept = true;
    uint32_t record = truth_find(t, j->reader, row, &t->file);
    uint32_t entity = group_of(&t->entities, row->cells[2], &is_kept);
    uint32_t network = group_of(&t->networks, row->cells[3], &is_kept);
    if (!is_kept)
        return error_memory(err);
    if (record == 0)
        return add_absent(j, row, entity, network, err);
    if (t->line[record])
        return truth_line_refuse(row, err, "%.*s/%.*s is named a second time; the first is line %u",
                                 (int)row->cells[0].length, row->cells[0].at, (int)row->cells[1].length,
                                 row->cells[1].at, t->line[record]);
    t->line[record] = row->line;
    t->entity[record] = entity;
    t->network[record] = network;
    j->known++;
    return BOWLINE_OK;
}

static enum bowline_status check_known(const struct truth *t, const struct joiner *j,
                                       struct bowline_error *err)
{
    const struct truth_gaps *gaps = t->file.missing.count ? &t->file.missing : &t->file.elsewhere;
    if (j->known != 0 || gaps->count == 0)
        return BOWLINE_OK;
    return error_set(err, BOWLINE_ERROR_INPUT,
                     "%s names no record of this case; line %u, for one, names %s: is it the truth of "
                     "another case?",
                     t->path, gaps->first[0].line, gaps->first[0].record);
}

enum bowline_status truth_read(struct reader *reader, const char *path, struct truth *out,
                               struct bowline_error *err)
{
    struct joiner j = {.reader = reader, .truth = out};
    const struct truth_columns columns = {{"resource", "id", "entity", "network"}, 4, join_line, &j};
    out->path = path;
    buffer_init(&j.name, (size_t)1 << 24);
    enum bowline_status status = load_found(out, reader->store, err);
    if (status == BOWLINE_OK)
        status = truth_file_read(path, &columns, &out->file, err);
    if (status == BOWLINE_OK)
        status = check_known(out, &j, err);
    buffer_release(&j.name);
    return status;
}
