/* Tokens of the keys of records. */
#include "store/token_store.h"

#include "base/memory.h"
#include "base/sort.h"
#include "sealing/sealed_value.h"
#include "store/bulk.h"

struct token {
    unsigned char bytes[TOKEN_BYTES];
};

struct token_list {
    struct token *items; /* of record 1 + index */
    size_t count, capacity;
};

void token_store_forget(struct store *store)
{
    if (store->tokens)
        memory_free(store->tokens->items);
    memory_free(store->tokens);
    store->tokens = NULL;
}

bool token_store_note(struct store *store, struct span key)
{
    if (!store->keys)
        return true;
    if (!store->tokens)
        store->tokens = memory_new(1, sizeof *store->tokens);
    struct token_list *list = store->tokens;
    if (!list || !memory_reserve(&list->items, &list->capacity, list->count + 1, UINT32_MAX))
        return false;
    sealed_token(store->keys, span_of("record.key"), key, list->items[list->count++].bytes);
    return true;
}

struct token_rows {
    const struct token *items;
    const struct sort_pair *order;
    size_t at, count;
};

static bool next_row(void *context, struct bulk_row *row)
{
    struct token_rows *rows = context;
    if (rows->at == rows->count)
        return false;
    size_t record = rows->order[rows->at++].value;
    bulk_blob(row, (struct span){(const char *)rows->items[record].bytes, TOKEN_BYTES});
    bulk_int(row, (int64_t)record + 1);
    return true;
}

/* By their first eight bytes, as SQLite would order them. */
static uint64_t first_bytes(const struct token *token)
{
    uint64_t value = 0;
    for (int i = 0; i < 8; i++)
        value = value << 8 | token->bytes[i];
    return value;
}

enum bowline_status token_store_write(struct store *store, struct bowline_error *err)
{
    const struct token_list *list = store->tokens;
    if (!list)
        return BOWLINE_OK;
    struct sort_pair *order = memory_new(list->count, sizeof *order);
    for (size_t i = 0; order && i < list->count; i++)
        order[i] = (struct sort_pair){first_bytes(&list->items[i]), i};
    struct token_rows rows = {list->items, order, 0, list->count};
    enum bowline_status status =
        order && sort_pairs(order, list->count)
            ? bulk_insert(store, &(struct bulk){"record_token", 2, &rows, next_row}, err)
            : error_memory(err);
    memory_free(order);
    token_store_forget(store);
    return status;
}
