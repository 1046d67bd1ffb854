/* Texts become word codes, chunk by chunk; equal sequences of codes collapse to one text. */
#include "templates/corpus.h"

#include "base/hash.h"
#include "base/memory.h"

#define CHUNK_ITEMS 512u

struct corpus_chunk {
    uint32_t *words;
    uint8_t *weights;
    size_t count, capacity;
    bool failed;
};

struct reading {
    struct corpus *corpus;
    struct corpus_text *texts; /* of each item */
};

static bool read_item(struct corpus_chunk *chunk, struct word_reader *reader, struct corpus_text *text)
{
    size_t begin = chunk->count;
    struct word word;
    uint32_t kinds = 0;
    while (word_next(reader, &word)) {
        if (chunk->count == chunk->capacity &&
            !memory_reserve(&chunk->words, &chunk->capacity, chunk->count + 1, SIZE_MAX / 8))
            return false;
        chunk->words[chunk->count] = word_code(&word);
        kinds |= chunk->words[chunk->count++] >> 30;
        text->solid += word.kind != WORD_SYMBOL;
    }
    text->plain = kinds == CODE_WORD;
    text->length = (uint32_t)(chunk->count - begin);
    return true;
}

static void read_chunk(const struct reading *reading, size_t index)
{
    struct corpus *corpus = reading->corpus;
    struct corpus_chunk *chunk = &corpus->chunks[index];
    size_t begin = index * CHUNK_ITEMS;
    size_t end = begin + CHUNK_ITEMS < corpus->item_count ? begin + CHUNK_ITEMS : corpus->item_count;
    for (size_t i = begin; i < end && !chunk->failed; i++) {
        struct word_reader reader;
        word_reader_init(&reader, &corpus->folds, corpus->items[i].text);
        chunk->failed = !read_item(chunk, &reader, &reading->texts[i]);
    }
    chunk->weights = memory_new(chunk->count, 1);
    if (!chunk->weights)
        chunk->failed = true;
    size_t at = 0;
    for (size_t i = begin; i < end && !chunk->failed; i++) {
        reading->texts[i].words = chunk->words + at;
        reading->texts[i].weights = chunk->weights + at;
        reading->texts[i].hash = hash_bytes(
            chunk->words + at, reading->texts[i].length * sizeof *chunk->words, reading->texts[i].length);
        at += reading->texts[i].length;
    }
}

static void read_body(void *context, size_t begin, size_t end, unsigned worker)
{
    (void)worker;
    for (size_t i = begin; i < end; i++)
        read_chunk(context, i);
}

static enum bowline_status read_texts(struct corpus *corpus, struct corpus_text *texts,
                                      struct bowline_error *err)
{
    struct reading reading = {corpus, texts};
    if (!parallel_loop(corpus->parallel, corpus->chunk_count, 1, read_body, &reading))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while reading texts");
    for (size_t i = 0; i < corpus->chunk_count; i++)
        if (corpus->chunks[i].failed)
            return error_memory(err);
    return BOWLINE_OK;
}

/* The items by hash of their words, equal ones by record. */
static bool sort_items(const struct corpus *corpus, const struct corpus_text *texts, struct sort_pair *pairs,
                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        pairs[i].key = corpus->items[pairs[i].value].record;
    if (!sort_pairs(pairs, count))
        return false;
    for (size_t i = 0; i < count; i++)
        pairs[i].key = texts[pairs[i].value].hash;
    return sort_pairs(pairs, count);
}

static void collapse(struct corpus *corpus, const struct corpus_text *texts, const struct sort_pair *pairs,
                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        corpus->copies[i] = (uint32_t)pairs[i].value;
        if (i == 0 || pairs[i].key != pairs[i - 1].key) {
            corpus->texts[corpus->count] = texts[pairs[i].value];
            corpus->texts[corpus->count].first_copy = (uint32_t)i;
            corpus->texts[corpus->count++].copies = 0;
        }
        corpus->texts[corpus->count - 1].copies++;
    }
}

static enum bowline_status collapse_copies(struct corpus *corpus, const struct corpus_text *texts,
                                           struct bowline_error *err)
{
    struct sort_pair *pairs = memory_new(corpus->item_count, sizeof *pairs);
    size_t count = 0;
    if (!pairs)
        return error_memory(err);
    for (size_t i = 0; i < corpus->item_count; i++)
        if (texts[i].length)
            pairs[count++].value = i;
    corpus->copies = memory_new(count, sizeof *corpus->copies);
    corpus->texts = memory_new(count, sizeof *corpus->texts);
    bool ok = corpus->copies && corpus->texts && sort_items(corpus, texts, pairs, count);
    if (ok)
        collapse(corpus, texts, pairs, count);
    memory_free(pairs);
    return ok ? BOWLINE_OK : error_memory(err);
}

enum bowline_status corpus_init(struct corpus *corpus, const struct text_item *items, size_t count,
                                const struct template_options *options, const struct parallel *parallel,
                                struct bowline_error *err)
{
    *corpus = (struct corpus){.items = items, .item_count = count, .options = options, .parallel = parallel};
    enum bowline_status status = fold_table_init(&corpus->folds, err);
    struct corpus_text *texts = NULL;
    if (status != BOWLINE_OK)
        return status;
    corpus->chunk_count = (count + CHUNK_ITEMS - 1) / CHUNK_ITEMS;
    corpus->chunks = memory_new(corpus->chunk_count, sizeof *corpus->chunks);
    texts = memory_new(count, sizeof *texts);
    if (!corpus->chunks || !texts)
        status = error_memory(err);
    else
        status = read_texts(corpus, texts, err);
    if (status == BOWLINE_OK && texts)
        status = collapse_copies(corpus, texts, err);
    memory_free(texts);
    if (status != BOWLINE_OK)
        corpus_release(corpus);
    return status;
}

static void release_chunks(struct corpus *corpus)
{
    for (size_t i = 0; corpus->chunks && i < corpus->chunk_count; i++) {
        memory_free(corpus->chunks[i].words);
        memory_free(corpus->chunks[i].weights);
    }
    memory_free(corpus->chunks);
    corpus->chunks = NULL;
}

void corpus_release(struct corpus *corpus)
{
    release_chunks(corpus);
    memory_free(corpus->words);
    memory_free(corpus->weights);
    memory_free(corpus->texts);
    memory_free(corpus->copies);
    fold_table_release(&corpus->folds);
    *corpus = (struct corpus){0};
}

struct moving {
    struct corpus_text *texts; /* in the new order, their words still where they were */
    uint32_t *words;
    uint8_t *weights;
    size_t *first; /* of each text: where its words go */
};

static void move_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct moving *m = context;
    (void)worker;
    for (size_t i = begin; i < end; i++) {
        struct corpus_text *text = &m->texts[i];
        memcpy(m->words + m->first[i], text->words, text->length * sizeof *text->words);
        memcpy(m->weights + m->first[i], text->weights, text->length);
        text->words = m->words + m->first[i];
        text->weights = m->weights + m->first[i];
    }
}

static bool move_words(struct corpus *corpus, struct moving *m, size_t count)
{
    m->words = memory_new(count, sizeof *m->words);
    m->weights = memory_new(count, 1);
    if (!m->words || !m->weights || !parallel_loop(corpus->parallel, corpus->count, 1024, move_body, m)) {
        memory_free(m->words);
        memory_free(m->weights);
        return false;
    }
    release_chunks(corpus);
    memory_free(corpus->words);
    memory_free(corpus->weights);
    corpus->words = m->words;
    corpus->weights = m->weights;
    return true;
}

bool corpus_reorder(struct corpus *corpus, const struct sort_pair *order)
{
    struct moving m = {.texts = memory_new(corpus->count, sizeof *m.texts),
                       .first = memory_new(corpus->count, sizeof *m.first)};
    size_t count = 0;
    bool ok = m.texts && m.first;
    for (uint32_t i = 0; ok && i < corpus->count; i++) {
        m.texts[i] = corpus->texts[order[i].value];
        m.first[i] = count;
        count += m.texts[i].length;
    }
    ok = ok && move_words(corpus, &m, count);
    memory_free(m.first);
    memory_free(ok ? corpus->texts : m.texts);
    if (ok)
        corpus->texts = m.texts;
    return ok;
}
