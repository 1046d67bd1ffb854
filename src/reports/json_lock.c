/* How a case is opened, for which nothing of it need be read. */
#include "reports/json.h"

#include "reports/view.h"

#include "store/case_lock.h"

static enum bowline_status lock_json(struct store *store, const struct seal_lock *lock,
                                     struct bowline_text *json, struct bowline_error *err)
{
    struct reader reader = {.store = store};
    struct view v;
    view_init(&v, &reader, err);
    json_t *out = view_object(&v);
    view_put_text(&v, out, "case", span_of(store_path(store)));
    view_put(&v, out, "sealed", json_boolean(lock != NULL));
    if (lock) {
        view_put_text(&v, out, "way", span_of(seal_way_name(lock->way)));
        view_put_int(&v, out, "passes", lock->passes);
        view_put_int(&v, out, "kibibytes", lock->kibibytes);
    }
    return view_finish(&v, out, json);
}

enum bowline_status json_lock(const char *path, struct bowline_text *json, struct bowline_error *err)
{
    struct store *store = NULL;
    struct seal_lock lock;
    bool is_there = false;
    enum bowline_status status = store_open_locked(path, &store, err);
    if (status == BOWLINE_OK)
        status = case_lock_read(store, &lock, &is_there, err);
    if (status == BOWLINE_OK)
        status = lock_json(store, is_there ? &lock : NULL, json, err);
    store_close(store);
    return status;
}

enum bowline_status json_relock(const char *path, const struct bowline_keys *keys, struct bowline_text *json,
                                struct bowline_error *err)
{
    struct store *store = NULL;
    struct seal_lock lock;
    enum bowline_status status = store_open_change(path, &store, err);
    if (status == BOWLINE_OK && !store_is_sealed(store))
        status = error_set(err, BOWLINE_ERROR_ARGUMENT,
                           "%s is not sealed: run again into a new case, without --unsealed", path);
    if (status == BOWLINE_OK)
        status = case_lock_change(store, keys, &lock, err);
    if (status == BOWLINE_OK)
        status = lock_json(store, &lock, json, err);
    store_close(store);
    return status;
}
