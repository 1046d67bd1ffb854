/* Tokens of keys and values, made by SQL. */
#include "store/token_store.h"

#include "store/statement.h"

static const char plain[] = "CREATE INDEX IF NOT EXISTS main.record_key ON record (key, resource)";

/* Through the views of value_door.h, which open what they read. */
static const char *const sealed[] = {
    "INSERT INTO record_token SELECT token('record.key', key) AS t, record FROM record ORDER BY t, record",
    "INSERT INTO identifier_token SELECT token('identifier.value', value) AS t, identifier FROM identifier"
    " ORDER BY t, identifier"};

bool token_store_is_made(struct store *store)
{
    int64_t is_made = 0;
    return store->keys &&
           statement_count(store, "SELECT EXISTS (SELECT 1 FROM record_token)", &is_made, NULL) == BOWLINE_OK &&
           is_made;
}

enum bowline_status token_store_make(struct store *store, struct bowline_error *err)
{
    if (!store->keys)
        return store_exec(store, plain, err);
    if (token_store_is_made(store))
        return BOWLINE_OK;
    enum bowline_status status = store_begin(store, err);
    for (int i = 0; i < 2 && status == BOWLINE_OK; i++)
        status = store_exec(store, sealed[i], err);
    if (status == BOWLINE_OK)
        return store_commit(store, err);
    store_undo(store);
    return status;
}

enum bowline_status token_store_drop(struct store *store, struct bowline_error *err)
{
    return store_exec(store, "DELETE FROM record_token; DELETE FROM identifier_token", err);
}
