/* The index of words: in each segment words become numbers, occurrences are sorted by number by counting, and
 * the words are written in byte order. */
#include "search/search_table.h"

#include "base/intern.h"
#include "base/memory.h"
#include "base/sort.h"
#include "search/postings.h"
#include "search/search_words.h"

/* Bytes of a block: what a look-up has to read, and what a row of the case file costs, are both small. */
static const size_t block_bytes = (size_t)16 << 10;

static const size_t most_words = (size_t)1 << 31; /* of a segment */

struct search_build {
    const struct record_table *records;
    const struct fold_table *folds;
    struct search_table *table;
};

/* A segment while it is made. */
struct draft {
    struct search_segment *segment;
    struct search_words words;
    struct intern known;
    uint32_t *word_ids; /* of each occurrence, in order */
    size_t count, capacity;
    uint32_t ends[SEARCH_SEGMENT]; /* occurrences up to and with each record */
    uint32_t *starts;              /* by word: where its occurrences begin; one more closes the last */
    occurrence *occurrences;       /* by word, then record and position */
    uint32_t *order;               /* words in byte order */
    bool is_short;
};

/* Numbers and codes that nobody searches for would swell the index. */
bool search_field_counts(const struct field *field)
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

static void add_text(struct draft *d, const struct fold_table *folds, struct span text)
{
    search_words_init(&d->words, folds, text);
    while (!d->is_short && search_words_next(&d->words)) {
        uint32_t id = intern_put(&d->known, (struct span){d->words.folded, d->words.size});
        d->is_short = !id || !memory_reserve(&d->word_ids, &d->capacity, d->count + 1, most_words);
        if (!d->is_short)
            d->word_ids[d->count++] = id;
    }
}

static void add_record(struct draft *d, const struct search_build *build, record_id id)
{
    const struct record_table *records = build->records;
    if (records->records[id].is_protected)
        return;
    add_text(d, build->folds, record_key(records, id));
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++)
        if (search_field_counts(cell_field(records, c)))
            add_text(d, build->folds, cell_value(records, c));
}

/* Occurrences by word: a counting sort keeps records and positions in order. */
static void sort_occurrences(struct draft *d, uint32_t records)
{
    uint32_t words = d->known.count;
    d->starts = memory_new((size_t)words + 2, sizeof *d->starts);
    d->occurrences = memory_resize(NULL, d->count, sizeof *d->occurrences);
    d->is_short |= !d->starts || !d->occurrences;
    if (d->is_short)
        return;
    for (size_t i = 0; i < d->count; i++)
        d->starts[d->word_ids[i]]++;
    for (uint32_t w = 1; w <= words; w++)
        d->starts[w] += d->starts[w - 1];
    d->starts[words + 1] = d->starts[words];
    /* From the last down: each word's start then ends where it should. */
    for (uint32_t r = records; r-- > 0;) {
        uint32_t first = r ? d->ends[r - 1] : 0;
        for (uint32_t i = d->ends[r]; i-- > first;)
            d->occurrences[--d->starts[d->word_ids[i]]] = OCCURRENCE(r, i - first);
    }
}

static void order_words(struct draft *d)
{
    d->order = memory_resize(NULL, d->known.count, sizeof *d->order);
    d->is_short |= !d->order;
    for (uint32_t w = 0; w < d->known.count && !d->is_short; w++)
        d->order[w] = w + 1;
    d->is_short = d->is_short || !sort_texts(&d->known.pool, d->known.refs, d->order, d->known.count);
}

static void close_block(struct draft *d, struct buffer *block, struct span last_word)
{
    struct search_segment *s = d->segment;
    d->is_short |= !memory_reserve(&s->blocks, &s->capacity, s->count + 1, most_words);
    if (!d->is_short)
        s->blocks[s->count++] = (struct search_block){buffer_keep(&s->bytes, last_word),
                                                      buffer_keep(&s->bytes, buffer_all(block))};
    d->is_short |= !buffer_ok(&s->bytes) || !buffer_ok(block);
    buffer_reset(block);
}

static void write_blocks(struct draft *d)
{
    struct buffer block;
    struct span before = {"", 0};
    buffer_init(&block, SIZE_MAX / 2);
    for (uint32_t i = 0; i < d->known.count && !d->is_short; i++) {
        uint32_t id = d->order[i];
        struct span word = intern_get(&d->known, id);
        postings_append(&block, before, word, d->occurrences + d->starts[id],
                        d->starts[id + 1] - d->starts[id]);
        before = word;
        if (block.length >= block_bytes || i + 1 == d->known.count || !buffer_ok(&block)) {
            close_block(d, &block, word);
            before = (struct span){"", 0};
        }
    }
    buffer_release(&block);
}

static void fill_segment(struct draft *d, const struct search_build *build, size_t at)
{
    record_id first = (record_id)(at * SEARCH_SEGMENT) + 1;
    uint32_t left = build->records->count - first + 1;
    uint32_t records = left < SEARCH_SEGMENT ? left : SEARCH_SEGMENT;
    for (uint32_t r = 0; r < records && !d->is_short; r++) {
        add_record(d, build, first + r);
        d->ends[r] = (uint32_t)d->count;
    }
    if (!d->is_short)
        sort_occurrences(d, records);
    if (!d->is_short)
        order_words(d);
    if (!d->is_short)
        write_blocks(d);
}

static void build_segments(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct search_build *build = context;
    (void)worker;
    for (size_t at = begin; at < end; at++) {
        struct search_segment *segment = &build->table->segments[at];
        struct draft *d = memory_new(1, sizeof *d);
        segment->is_short = !d;
        if (!d)
            continue;
        d->segment = segment;
        intern_init(&d->known);
        fill_segment(d, build, at);
        segment->is_short = d->is_short;
        intern_release(&d->known);
        memory_free(d->word_ids);
        memory_free(d->starts);
        memory_free(d->occurrences);
        memory_free(d->order);
        memory_free(d);
    }
}

static enum bowline_status build_all(struct search_build *build, const struct parallel *parallel,
                                     struct bowline_error *err)
{
    struct search_table *table = build->table;
    size_t count = (build->records->count + (size_t)SEARCH_SEGMENT - 1) / SEARCH_SEGMENT;
    table->segments = memory_new(count, sizeof *table->segments);
    if (!table->segments)
        return error_memory(err);
    table->count = count;
    for (size_t s = 0; s < count; s++)
        buffer_init(&table->segments[s].bytes, SIZE_MAX / 2);
    if (!parallel_loop(parallel, count, 1, build_segments, build))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while indexing words");
    for (size_t s = 0; s < count; s++)
        if (table->segments[s].is_short)
            return error_memory(err);
    return BOWLINE_OK;
}

enum bowline_status search_table_build(const struct record_table *records, const struct parallel *parallel,
                                       struct search_table *out, struct bowline_error *err)
{
    struct fold_table folds;
    struct search_build build = {records, &folds, out};
    *out = (struct search_table){0};
    enum bowline_status status = fold_table_init(&folds, err);
    if (status != BOWLINE_OK)
        return status;
    status = build_all(&build, parallel, err);
    fold_table_release(&folds);
    if (status != BOWLINE_OK)
        search_table_release(out);
    return status;
}

void search_table_release(struct search_table *table)
{
    for (size_t s = 0; s < table->count; s++) {
        buffer_release(&table->segments[s].bytes);
        memory_free(table->segments[s].blocks);
    }
    memory_free(table->segments);
    *table = (struct search_table){0};
}
