/* The data package as a file. */
#include "pipeline/package_file.h"

#include "base/memory.h"
#include "pipeline/source.h"

#include <errno.h>
#include <sys/stat.h>

/* A description is written by a person or a program for one case; more is not one. */
static const size_t most_bytes = (size_t)64 << 20;

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash + 1 - path) : 0;
    char *folder = memory_new(length + 1, 1);
    return folder ? memcpy(folder, path, length) : NULL;
}

enum bowline_status package_file_read(const char *path, struct package_file *out, struct bowline_error *err)
{
    *out = (struct package_file){0};
    buffer_init(&out->bytes, most_bytes);
    package_init(&out->package);
    out->folder = folder_of(path);
    enum bowline_status status = out->folder ? source_slurp(path, &out->bytes, err) : error_memory(err);
    if (status == BOWLINE_OK) {
        status = package_parse(buffer_all(&out->bytes), &out->package, err);
        if (status != BOWLINE_OK)
            error_prefix(err, "%s", path);
    }
    if (status != BOWLINE_OK)
        package_file_release(out);
    return status;
}

void package_file_release(struct package_file *file)
{
    package_release(&file->package);
    buffer_release(&file->bytes);
    memory_free(file->folder);
    file->folder = NULL;
}

void package_file_path(const struct package_file *file, const char *resource_path, struct buffer *out)
{
    buffer_append_text(out, file->folder);
    buffer_append_text(out, resource_path);
    buffer_append_char(out, '\0');
}

void package_file_digest_known(const struct package_file *file, const char (*sha256)[DIGEST_HEX],
                               char hex[DIGEST_HEX])
{
    struct digest d;
    digest_init(&d);
    digest_update(&d, file->bytes.data, file->bytes.length);
    for (size_t r = 0; r < file->package.resource_count; r++)
        digest_update(&d, sha256[r], DIGEST_HEX);
    digest_finish(&d, hex);
}

static enum bowline_status digest_resource(const struct package_file *file, size_t r, char hex[DIGEST_HEX],
                                           struct bowline_error *err)
{
    struct buffer path;
    buffer_init(&path, 1 << 16);
    package_file_path(file, file->package.resources[r].path, &path);
    enum bowline_status status =
        buffer_ok(&path) ? source_digest_file(path.data, hex, err) : error_memory(err);
    buffer_release(&path);
    return status;
}

enum bowline_status package_file_digest(const struct package_file *file, char hex[DIGEST_HEX],
                                        struct bowline_error *err)
{
    char(*sha256)[DIGEST_HEX] = memory_new(file->package.resource_count, sizeof *sha256);
    enum bowline_status status = sha256 ? BOWLINE_OK : error_memory(err);
    for (size_t r = 0; r < file->package.resource_count && status == BOWLINE_OK; r++)
        status = digest_resource(file, r, sha256[r], err);
    if (status == BOWLINE_OK)
        package_file_digest_known(file, (const char(*)[DIGEST_HEX])sha256, hex);
    memory_free(sha256);
    return status;
}

enum bowline_status package_file_bytes(const struct package_file *file, uint64_t *out,
                                       struct bowline_error *err)
{
    enum bowline_status status = BOWLINE_OK;
    *out = 0;
    for (size_t r = 0; r < file->package.resource_count && status == BOWLINE_OK; r++) {
        struct buffer path;
        struct stat info;
        buffer_init(&path, 1 << 16);
        package_file_path(file, file->package.resources[r].path, &path);
        if (!buffer_ok(&path))
            status = error_memory(err);
        else if (stat(path.data, &info) != 0)
            status = error_system(err, errno, "cannot open", path.data);
        else
            *out += (uint64_t)info.st_size;
        if (status != BOWLINE_OK)
            error_prefix(err, "resource %s", file->package.resources[r].name);
        buffer_release(&path);
    }
    return status;
}
