/* Which data package a case was made from. */
#include "pipeline/case_package.h"

#include "store/read_case.h"
#include "store/stage_store.h"
#include "store/table_digest.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>

#define PATH_BYTES (PATH_MAX + 1)

void path_between(const char *folder, const char *file, struct buffer *out)
{
    size_t same = 0; /* bytes of whole names that both begin with */
    for (size_t i = 0; folder[i] && folder[i] == file[i]; i++)
        if (folder[i + 1] == '\0' ? file[i + 1] == '/' || folder[i] == '/' : folder[i] == '/')
            same = i + 1;
    for (const char *rest = folder + same; *rest; rest += strcspn(rest, "/")) {
        rest += strspn(rest, "/");
        if (*rest)
            buffer_append_text(out, "../");
    }
    file += same;
    buffer_append_text(out, file + strspn(file, "/"));
}

/* The case's folder, absolute. */
static bool case_folder(const struct store *store, char out[PATH_BYTES])
{
    if (!realpath(store_path(store), out))
        return false;
    char *slash = strrchr(out, '/');
    slash[slash == out] = '\0';
    return true;
}

enum bowline_status case_package_note(struct store *store, const char *package_path,
                                      struct bowline_error *err)
{
    char folder[PATH_BYTES];
    char file[PATH_BYTES];
    char stored[PATH_BYTES] = "";
    struct buffer path;
    if (!case_folder(store, folder) || !realpath(package_path, file))
        return error_system(err, errno, "cannot find", package_path);
    buffer_init(&path, (size_t)PATH_BYTES * 4);
    path_between(folder, file, &path);
    enum bowline_status status = buffer_ok(&path) ? BOWLINE_OK : error_memory(err);
    if (status == BOWLINE_OK)
        status = read_info(store, "package", stored, sizeof stored, err);
    if (status == BOWLINE_OK && !span_equal(span_of(stored), buffer_all(&path))) {
        status = store_begin(store, err);
        if (status == BOWLINE_OK)
            status = table_digests_forget(store, err);
        if (status == BOWLINE_OK)
            status = store_put_info(store, "package", buffer_all(&path), err);
        if (status == BOWLINE_OK)
            status = store_commit(store, err);
        else
            store_undo(store);
    }
    buffer_release(&path);
    return status;
}

enum bowline_status case_package_path(struct store *store, struct buffer *out, struct bowline_error *err)
{
    char folder[PATH_BYTES];
    char stored[PATH_BYTES] = "";
    enum bowline_status status = read_info(store, "package", stored, sizeof stored, err);
    if (status != BOWLINE_OK || !stored[0])
        return status;
    if (!case_folder(store, folder))
        return error_system(err, errno, "cannot find", store_path(store));
    buffer_append_text(out, folder);
    buffer_append_char(out, '/');
    buffer_append_text(out, stored);
    buffer_append_char(out, '\0');
    return buffer_ok(out) ? BOWLINE_OK : error_memory(err);
}
