/* Texts become word codes, chunk by chunk; equal sequences of codes collapse to one text. */
#include "templates/corpus.h"

#include "base/hash.h"
#include "base/memory.h"

#define FETCH_BYTES 2048u              /* of the next text */
#define CHUNK_LEAST 512u               /* items */
#define CHUNK_BYTES ((size_t)12 << 20) /* of text: its words take as much, and stand in large pages */
#define CHUNKS      16u                /* at least, where there are items enough */

struct corpus_chunk {
    uint32_t *words;
    uint8_t *weights; /* behind the words, in the same piece of memory */
    size_t count, capacity;
    bool failed;
};

struct reading {
    struct corpus *corpus;
    struct corpus_text *texts; /* of each item */
    size_t chunk_items;
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

static void fetch_text(struct span text)
{
    for (size_t i = 0; i < text.length && i < FETCH_BYTES; i += 64)
        __builtin_prefetch(text.at + i);
}

/* A word takes five bytes or more in most texts; the room is trimmed in the end. */
static void read_items(const struct reading *reading, struct corpus_chunk *chunk, size_t begin, size_t end)
{
    const struct text_item *items = reading->corpus->items;
    size_t bytes = 0;
    for (size_t i = begin; i < end; i++)
        bytes += items[i].text.length;
    chunk->capacity = bytes / 4 + 16;
    chunk->words = memory_new(chunk->capacity, sizeof *chunk->words);
    chunk->failed = !chunk->words;
    for (size_t i = begin; i < end && !chunk->failed; i++) {
        struct word_reader reader;
        if (i + 1 < end)
            fetch_text(items[i + 1].text);
        word_reader_init(&reader, &reading->corpus->folds, items[i].text);
        chunk->failed = !read_item(chunk, &reader, &reading->texts[i]);
    }
}

/* To five bytes a word; the weights, which are set later, stand behind the words. */
static void trim(struct corpus_chunk *chunk)
{
    size_t bytes = chunk->count * (sizeof *chunk->words + sizeof *chunk->weights) + WEIGHTS_BEYOND;
    uint32_t *words = memory_resize(chunk->words, bytes, 1);
    chunk->failed = !words;
    if (!words)
        return;
    chunk->words = words;
    chunk->weights = (uint8_t *)(words + chunk->count);
    memset(chunk->weights + chunk->count, 0, WEIGHTS_BEYOND);
}

static void read_chunk(const struct reading *reading, size_t index)
{
    struct corpus *corpus = reading->corpus;
    struct corpus_chunk *chunk = &corpus->chunks[index];
    size_t begin = index * reading->chunk_items;
    size_t end =
        begin + reading->chunk_items < corpus->item_count ? begin + reading->chunk_items : corpus->item_count;
    read_items(reading, chunk, begin, end);
    if (!chunk->failed)
        trim(chunk);
    size_t at = 0;
    for (size_t i = begin; i < end && !chunk->failed; i++) {
        struct corpus_text *text = &reading->texts[i];
        text->words = chunk->words + at;
        text->weights = chunk->weights + at;
        text->hash = hash_bytes(text->words, text->length * sizeof *text->words, text->length);
        at += text->length;
    }
}

static void read_body(void *context, size_t begin, size_t end, unsigned worker)
{
    (void)worker;
    for (size_t i = begin; i < end; i++)
        read_chunk(context, i);
}

static enum bowline_status read_texts(struct corpus *corpus, struct corpus_text *texts, size_t chunk_items,
                                      struct bowline_error *err)
{
    struct reading reading = {corpus, texts, chunk_items};
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

/* Distinct texts in the order in which they were read, so that their words are walked through in memory. */
static void collapse(struct corpus *corpus, struct corpus_text *texts, const struct sort_pair *pairs,
                     size_t count)
{
    struct corpus_text *first = NULL;
    for (size_t i = 0; i < count; i++) {
        corpus->copies[i] = (uint32_t)pairs[i].value;
        if (i == 0 || pairs[i].key != pairs[i - 1].key) {
            first = &texts[pairs[i].value];
            first->first_copy = (uint32_t)i;
        }
        first->copies++;
    }
    for (size_t i = 0; i < corpus->item_count; i++)
        if (texts[i].copies)
            corpus->texts[corpus->count++] = texts[i];
}

static enum bowline_status collapse_copies(struct corpus *corpus, struct corpus_text *texts,
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

static size_t items_of_chunk(const struct text_item *items, size_t count)
{
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        bytes += items[i].text.length;
    size_t chunks = bytes / CHUNK_BYTES > CHUNKS ? bytes / CHUNK_BYTES : CHUNKS;
    return count / chunks > CHUNK_LEAST ? count / chunks : CHUNK_LEAST;
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
    size_t chunk_items = items_of_chunk(items, count);
    corpus->chunk_count = (count + chunk_items - 1) / chunk_items;
    corpus->chunks = memory_new(corpus->chunk_count, sizeof *corpus->chunks);
    texts = memory_new(count, sizeof *texts);
    if (!corpus->chunks || !texts)
        status = error_memory(err);
    else
        status = read_texts(corpus, texts, chunk_items, err);
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
    }
    memory_free(corpus->chunks);
    corpus->chunks = NULL;
}

void corpus_release(struct corpus *corpus)
{
    release_chunks(corpus);
    memory_free(corpus->texts);
    memory_free(corpus->copies);
    fold_table_release(&corpus->folds);
    *corpus = (struct corpus){0};
}

bool corpus_reorder(struct corpus *corpus, const struct sort_pair *order)
{
    struct corpus_text *texts = memory_new(corpus->count, sizeof *texts);
    if (!texts)
        return false;
    for (uint32_t i = 0; i < corpus->count; i++)
        texts[i] = corpus->texts[order[i].value];
    memory_free(corpus->texts);
    corpus->texts = texts;
    return true;
}
