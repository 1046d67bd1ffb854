/* A tokenizer for FTS5 around its own (sqlite.org/fts5.html, "Custom Tokenizers"). */
#include "store/word_tokenizer.h"

#include "base/memory.h"
#include "base/sort.h"
#include "sealing/sealed_value.h"
#include "store/statement.h"

/* Words of a text of 64 MiB, and more. */
static const size_t most_words = (size_t)1 << 26;

struct word_list {
    const struct seal_keys *keys;
    uint64_t *items; /* sealed words */
    size_t count, capacity;
};

struct Fts5Tokenizer {
    struct store *store;
    fts5_tokenizer plain; /* unicode61 */
    Fts5Tokenizer *inner;
    struct word_list words; /* of the text at hand */
};

static enum bowline_status find_api(struct store *store, fts5_api **out, struct bowline_error *err)
{
    sqlite3_stmt *statement;
    *out = NULL;
    enum bowline_status status = statement_open(store, "SELECT fts5(?1)", &statement, err);
    if (status != BOWLINE_OK)
        return status;
    sqlite3_bind_pointer(statement, 1, (void *)out, "fts5_api_ptr", NULL);
    bool has_row;
    status = statement_next(store, statement, &has_row, err);
    sqlite3_finalize(statement);
    return status == BOWLINE_OK && !*out ? store_fail(store, "there is no full-text search", err) : status;
}

static int make_tokenizer(void *context, const char **arguments, int count, Fts5Tokenizer **out)
{
    static const char *options[] = {"remove_diacritics", "2"};
    (void)arguments;
    (void)count;
    void *inner_context = NULL;
    Fts5Tokenizer *made = memory_new(1, sizeof *made);
    if (!made)
        return SQLITE_NOMEM;
    made->store = context;
    fts5_api *api = made->store->full_text;
    int code = api->xFindTokenizer(api, "unicode61", &inner_context, &made->plain);
    if (code == SQLITE_OK)
        code = made->plain.xCreate(inner_context, options, 2, &made->inner);
    if (code != SQLITE_OK) {
        memory_free(made);
        return code;
    }
    *out = made;
    return SQLITE_OK;
}

static void free_tokenizer(Fts5Tokenizer *t)
{
    t->plain.xDelete(t->inner);
    memory_free(t->words.items);
    memory_free(t);
}

static int keep_word(void *context, int flags, const char *word, int length, int begin, int end)
{
    struct word_list *list = context;
    (void)begin;
    (void)end;
    if (flags & FTS5_TOKEN_COLOCATED)
        return SQLITE_OK;
    if (!memory_reserve(&list->items, &list->capacity, list->count + 1, most_words))
        return SQLITE_NOMEM;
    list->items[list->count++] = sealed_word(list->keys, (struct span){word, (size_t)length});
    return SQLITE_OK;
}

/* Few words by insertion, which needs no memory: most records have a hundred at most. */
static bool sort_words(uint64_t *items, size_t count)
{
    if (count > 200)
        return sort_keys(items, count);
    for (size_t i = 1; i < count; i++) {
        uint64_t item = items[i];
        size_t at = i;
        for (; at > 0 && items[at - 1] > item; at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
    return true;
}

typedef int give_word(void *context, int flags, const char *word, int length, int begin, int end);

static int tokenize(Fts5Tokenizer *t, void *context, int flags, const char *text, int length, give_word *give)
{
    /* A query holds hashes already: word_tokenizer_query made it. */
    if (flags & FTS5_TOKENIZE_QUERY)
        return give(context, 0, text, length, 0, length);
    if (!t->store->keys)
        return SQLITE_AUTH;
    t->words.keys = t->store->keys;
    t->words.count = 0;
    int code = t->plain.xTokenize(t->inner, &t->words, flags, text, length, keep_word);
    if (code == SQLITE_OK && !sort_words(t->words.items, t->words.count))
        code = SQLITE_NOMEM;
    for (size_t i = 0; i < t->words.count && code == SQLITE_OK; i++) {
        char word[WORD_BYTES];
        sealed_word_spell(t->words.items[i], word);
        code = give(context, 0, word, WORD_BYTES, 0, 0);
    }
    return code;
}

enum bowline_status word_tokenizer_register(struct store *store, struct bowline_error *err)
{
    static fts5_tokenizer tokenizer = {make_tokenizer, free_tokenizer, tokenize};
    fts5_api *api;
    enum bowline_status status = find_api(store, &api, err);
    store->full_text = api; /* a guarded connection may not ask again */
    if (status == BOWLINE_OK &&
        api->xCreateTokenizer(api, WORD_TOKENIZER, store, &tokenizer, NULL) != SQLITE_OK)
        status = store_fail(store, "cannot open the case file", err);
    return status;
}

enum bowline_status word_tokenizer_query(struct store *store, struct span text, struct buffer *query,
                                         size_t *found, struct bowline_error *err)
{
    Fts5Tokenizer *t = NULL;
    *found = 0;
    int code = make_tokenizer(store, NULL, 0, &t);
    if (code != SQLITE_OK)
        return error_memory(err);
    t->words.keys = store->keys;
    code = t->plain.xTokenize(t->inner, &t->words, FTS5_TOKENIZE_QUERY, text.at, (int)text.length, keep_word);
    for (size_t i = 0; i < t->words.count && code == SQLITE_OK; i++) {
        char word[WORD_BYTES];
        sealed_word_spell(t->words.items[i], word);
        buffer_append_text(query, query->length ? " AND \"" : "\"");
        buffer_append(query, word, WORD_BYTES);
        buffer_append_char(query, '"');
    }
    *found = t->words.count;
    free_tokenizer(t);
    return code == SQLITE_OK && buffer_ok(query) ? BOWLINE_OK : error_memory(err);
}
