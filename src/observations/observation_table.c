/* Observations of a case: texts in chunks, each chunk's list apart, then put together in order. */
#include "observations/observation_table.h"

#include "base/memory.h"

#define CHUNK_TEXTS 32
#define DAY_SECONDS 86400

struct report_text {
    record_id record;
    uint32_t cell; /* within the record */
};

struct worker {
    struct place_resolver *resolver;
    struct observer *observer;
};

struct chunk {
    struct observation_list list;
    uint32_t ends[CHUNK_TEXTS]; /* of each text's observations in the list */
};

struct building {
    const struct record_table *records;
    const struct gazetteer *gazetteer;
    struct report_text *texts;
    size_t text_count, text_capacity;
    struct chunk *chunks;
    size_t chunk_count;
    struct worker *workers;
    unsigned worker_count;
    bool *failed; /* by worker */
};

struct span observation_text(const struct observation_table *table, struct text_ref ref)
{
    return buffer_span(&table->pool, ref);
}

void observation_table_release(struct observation_table *table)
{
    memory_free(table->items);
    memory_free(table->reports);
    buffer_release(&table->pool);
    *table = (struct observation_table){0};
}

static bool collect_texts(struct building *b)
{
    const struct record_table *t = b->records;
    for (uint64_t id = 1; id <= t->count; id++) {
        if (t->records[id].kind != KIND_REPORT)
            continue;
        const struct cell *begin = record_cells_begin(t, (record_id)id);
        for (const struct cell *c = begin; c < record_cells_end(t, (record_id)id); c++) {
            if (cell_field(t, c)->role.type != TYPE_TEXT)
                continue;
            if (!memory_reserve(&b->texts, &b->text_capacity, b->text_count + 1, UINT32_MAX))
                return false;
            b->texts[b->text_count++] = (struct report_text){(record_id)id, (uint32_t)(c - begin)};
        }
    }
    return true;
}

static int64_t day_of(int64_t seconds)
{
    if (seconds == TIME_NONE)
        return INT64_MIN;
    return seconds >= 0 ? seconds / DAY_SECONDS : -((DAY_SECONDS - 1 - seconds) / DAY_SECONDS);
}

static bool read_text(struct building *b, struct worker *w, const struct report_text *text,
                      struct observation_list *out)
{
    static const struct role country = {PARTY_AUTHOR, TYPE_COUNTRY};
    const struct cell *cell = record_cells_begin(b->records, text->record) + text->cell;
    int64_t day = day_of(b->records->records[text->record].begin);
    return observer_read(w->observer, cell_value(b->records, cell), day,
                         record_value(b->records, text->record, country), out);
}

static bool open_worker(struct building *b, struct worker *w)
{
    if (w->observer)
        return true;
    w->resolver = place_resolver_new(b->gazetteer, &place_limits_default);
    return w->resolver && observer_new(w->resolver, &w->observer, NULL) == BOWLINE_OK;
}

static void read_chunks(void *context, size_t begin, size_t end, unsigned worker)
{
    struct building *b = context;
    if (b->failed[worker] || !open_worker(b, &b->workers[worker])) {
        b->failed[worker] = true;
        return;
    }
    for (size_t c = begin; c < end && !b->failed[worker]; c++) {
        struct chunk *chunk = &b->chunks[c];
        for (size_t i = 0; i < CHUNK_TEXTS && c * CHUNK_TEXTS + i < b->text_count && !b->failed[worker];
             i++) {
            if (!read_text(b, &b->workers[worker], &b->texts[c * CHUNK_TEXTS + i], &chunk->list))
                b->failed[worker] = true;
            chunk->ends[i] = (uint32_t)chunk->list.count;
        }
    }
}

static bool make_room(struct building *b, const struct parallel *parallel)
{
    b->chunk_count = (b->text_count + CHUNK_TEXTS - 1) / CHUNK_TEXTS;
    b->chunks = memory_new(b->chunk_count, sizeof *b->chunks);
    b->worker_count = parallel->workers;
    b->workers = memory_new(b->worker_count, sizeof *b->workers);
    b->failed = memory_new(b->worker_count, sizeof *b->failed);
    for (size_t c = 0; b->chunks && c < b->chunk_count; c++)
        observation_list_init(&b->chunks[c].list);
    return b->chunks && b->workers && b->failed;
}

static void building_release(struct building *b)
{
    for (size_t c = 0; b->chunks && c < b->chunk_count; c++)
        observation_list_release(&b->chunks[c].list);
    for (unsigned w = 0; b->workers && w < b->worker_count; w++) {
        observer_free(b->workers[w].observer);
        place_resolver_free(b->workers[w].resolver);
    }
    memory_free(b->chunks);
    memory_free(b->workers);
    memory_free(b->failed);
    memory_free(b->texts);
}

static bool any_failed(const struct building *b)
{
    for (unsigned w = 0; w < b->worker_count; w++)
        if (b->failed[w])
            return true;
    return false;
}

static void put_chunk(const struct building *b, size_t c, struct observation_table *out)
{
    const struct chunk *chunk = &b->chunks[c];
    uint64_t shift = out->pool.length;
    buffer_append_span(&out->pool, buffer_all(&chunk->list.pool));
    for (size_t i = 0, at = 0; i < CHUNK_TEXTS && c * CHUNK_TEXTS + i < b->text_count; i++)
        for (; at < chunk->ends[i]; at++) {
            const struct report_text *text = &b->texts[c * CHUNK_TEXTS + i];
            struct observed *o = &out->items[out->count++];
            *o =
                (struct observed){.record = text->record,
                                  .field = (record_cells_begin(b->records, text->record) + text->cell)->field,
                                  .what = chunk->list.items[at]};
            o->what.value.at += shift;
            o->what.attribution.at += shift;
        }
}

static bool put_together(const struct building *b, struct observation_table *out)
{
    size_t count = 0;
    for (size_t c = 0; c < b->chunk_count; c++)
        count += b->chunks[c].list.count;
    out->items = memory_new(count, sizeof *out->items);
    for (size_t c = 0; out->items && c < b->chunk_count; c++)
        put_chunk(b, c, out);
    return out->items && buffer_ok(&out->pool);
}

enum bowline_status observation_table_build(const struct record_table *records,
                                            const struct template_table *templates,
                                            const struct gazetteer *gazetteer,
                                            const struct parallel *parallel, struct observation_table *out,
                                            struct bowline_error *err)
{
    struct building b = {.records = records, .gazetteer = gazetteer};
    enum bowline_status status = BOWLINE_OK;
    *out = (struct observation_table){0};
    buffer_init(&out->pool, SIZE_MAX / 2);
    if (!collect_texts(&b) || !make_room(&b, parallel))
        status = error_memory(err);
    if (status == BOWLINE_OK && !parallel_loop(parallel, b.chunk_count, 1, read_chunks, &b))
        status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while reading reports");
    if (status == BOWLINE_OK && (any_failed(&b) || !put_together(&b, out) ||
                                 !origins_find(records, templates, &origin_limits_default, out)))
        status = error_memory(err);
    building_release(&b);
    if (status != BOWLINE_OK)
        observation_table_release(out);
    return status;
}
