/* The index of words: written, and asked. */
#include "store/search_store.h"

#include "base/memory.h"
#include "store/bulk.h"
#include "store/read_cursor.h"

struct block_rows {
    const struct search_table *table;
    size_t segment, block;
};

static bool next_block_row(void *context, struct bulk_row *row)
{
    struct block_rows *rows = context;
    while (rows->segment < rows->table->count && rows->block == rows->table->segments[rows->segment].count) {
        rows->segment++;
        rows->block = 0;
    }
    if (rows->segment == rows->table->count)
        return false;
    const struct search_segment *segment = &rows->table->segments[rows->segment];
    const struct search_block *block = &segment->blocks[rows->block++];
    bulk_int(row, (int64_t)rows->segment);
    bulk_span(row, buffer_span(&segment->bytes, block->last_word));
    bulk_blob(row, buffer_span(&segment->bytes, block->postings));
    return true;
}

enum bowline_status search_store_write(struct store *store, const struct search_table *table,
                                       struct bowline_error *err)
{
    struct block_rows rows = {table, 0, 0};
    return bulk_insert(store, &(struct bulk){"search", 3, &rows, next_block_row}, err);
}

/* A question under way. */
struct search_pass {
    struct store *store;
    const struct search_query *query;
    struct search_matches *matches; /* of each phrase */
    struct occurrences first, next; /* of the first word of a phrase, and of another */
    uint32_t segment;
};

static enum bowline_status gather(struct search_pass *pass, struct span word, bool is_prefix,
                                  struct occurrences *out, struct bowline_error *err)
{
    struct cursor c;
    bool more = true;
    bool is_done = true;
    out->count = 0;
    cursor_open(&c, pass->store,
                "SELECT postings FROM search WHERE segment = ?1 AND last_word >= ?2 ORDER BY last_word", err);
    cursor_bind(&c, 1, pass->segment);
    cursor_bind_text(&c, 2, word);
    while (is_done && more && cursor_next(&c))
        is_done = occurrences_gather(out, cursor_span(&c, 0), word, is_prefix, &more);
    enum bowline_status status = cursor_close(&c);
    if (is_done && is_prefix)
        is_done = occurrences_sort(out);
    return status == BOWLINE_OK && !is_done ? error_memory(err) : status;
}

static enum bowline_status find_phrase(struct search_pass *pass, size_t at, struct bowline_error *err)
{
    const struct search_phrase *phrase = &pass->query->phrases[at];
    enum bowline_status status = BOWLINE_OK;
    for (size_t w = 0; w < phrase->words && status == BOWLINE_OK; w++) {
        struct span word = buffer_span(&pass->query->pool, pass->query->words[phrase->first_word + w]);
        bool is_prefix = phrase->is_prefix && w + 1 == phrase->words;
        struct occurrences *list = w ? &pass->next : &pass->first;
        status = gather(pass, word, is_prefix, list, err);
        if (w)
            occurrences_follow(&pass->first, &pass->next, (uint32_t)w);
        if (pass->first.count == 0)
            break;
    }
    if (status == BOWLINE_OK &&
        !search_matches_add(&pass->matches[at], &pass->first, pass->segment * SEARCH_SEGMENT + 1))
        status = error_memory(err);
    return status;
}

static enum bowline_status find_all(struct search_pass *pass, uint32_t records, struct bowline_error *err)
{
    enum bowline_status status = BOWLINE_OK;
    for (; (uint64_t)pass->segment * SEARCH_SEGMENT < records && status == BOWLINE_OK; pass->segment++)
        for (size_t p = 0; p < pass->query->phrase_count && status == BOWLINE_OK; p++)
            status = find_phrase(pass, p, err);
    return status;
}

static enum bowline_status find_and_rank(struct search_pass *pass, size_t limit, struct search_answer *out,
                                         struct bowline_error *err)
{
    int64_t records = 0;
    size_t phrases = pass->query->phrase_count;
    enum bowline_status status =
        statement_count(pass->store, "SELECT coalesce(sum(records), 0) FROM resource", &records, err);
    pass->matches = memory_new(phrases, sizeof *pass->matches);
    if (status == BOWLINE_OK && !pass->matches)
        status = error_memory(err);
    if (status == BOWLINE_OK)
        status = find_all(pass, (uint32_t)records, err);
    if (status == BOWLINE_OK)
        status = search_rank(pass->matches, phrases, (uint32_t)records, limit, out, err);
    for (size_t p = 0; pass->matches && p < phrases; p++)
        search_matches_release(&pass->matches[p]);
    memory_free(pass->matches);
    occurrences_release(&pass->first);
    occurrences_release(&pass->next);
    return status;
}

enum bowline_status search_store_find(struct store *store, struct span words, size_t limit,
                                      struct search_answer *out, struct bowline_error *err)
{
    struct search_query query;
    struct search_pass pass = {.store = store, .query = &query};
    *out = (struct search_answer){0};
    enum bowline_status status = search_query_parse(words, &query, err);
    if (status != BOWLINE_OK)
        return status;
    status = find_and_rank(&pass, limit, out, err);
    search_query_release(&query);
    return status;
}
