/* Describing tables that nobody has described: `bowline init`. */
#include "pipeline/package_init.h"

#include "base/memory.h"
#include "pipeline/table_sample.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* "Ads 2025.csv.gz" becomes "ads-2025": lower case, what is no letter or digit a dash, endings left out. */
static void name_of(const char *path, char *out, size_t size)
{
    const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    size_t length = 0;
    for (const char *p = base; *p && *p != '.' && length + 1 < size; p++) {
        unsigned char c = (unsigned char)*p;
        if (c >= 'A' && c <= 'Z')
            c |= 32;
        bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
        out[length++] = is_kept ? (char)c : '-';
    }
    out[length] = '\0';
    if (length == 0)
        snprintf(out, size, "table");
}

static bool is_taken(const struct package *package, const char *name)
{
    for (size_t r = 0; r < package->resource_count; r++)
        if (strcmp(package->resources[r].name, name) == 0)
            return true;
    return false;
}

static void name_uniquely(const struct package *package, const char *path, char *out, size_t size)
{
    char base[80];
    name_of(path, base, sizeof base);
    snprintf(out, size, "%s", base);
    for (unsigned n = 2; is_taken(package, out); n++)
        snprintf(out, size, "%s-%u", base, n);
}

/* The folder that the output lies in, with all links resolved and a closing slash. */
static enum bowline_status resolve_folder(const char *output, char *out, struct bowline_error *err)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(output, '/');
    int length = slash ? (int)(slash + 1 - output) : 0;
    if ((size_t)length >= sizeof folder)
        return error_system(err, ENAMETOOLONG, "cannot write", output);
    snprintf(folder, sizeof folder, "%.*s", length, output);
    if (!realpath(length ? folder : ".", out))
        return error_system(err, errno, "cannot write", output);
    size_t end = strlen(out);
    if (end > 1 && end + 1 < PATH_MAX)
        memcpy(out + end, "/", 2);
    return BOWLINE_OK;
}

static enum bowline_status add_file(struct package *package, const char *path, const char *folder,
                                    struct bowline_error *err)
{
    char real[PATH_MAX];
    char name[100];
    if (!realpath(path, real))
        return error_system(err, errno, "cannot open", path);
    size_t length = strlen(folder);
    if (strncmp(real, folder, length) != 0)
        return error_set(
            err, BOWLINE_ERROR_ARGUMENT,
            "%s is not in or below %s, where the data package goes: give a folder above the tables with -o",
            path, folder);
    name_uniquely(package, path, name, sizeof name);
    struct package_resource *resource = package_add_resource(package, name, real + length);
    return resource ? table_sample_describe(path, resource, err) : error_memory(err);
}

static enum bowline_status write_new(const char *path, struct span bytes, struct bowline_error *err)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0 && errno == EEXIST)
        return error_set(err, BOWLINE_ERROR_ARGUMENT,
                         "%s is there already: remove it, or give another name with -o", path);
    if (file < 0)
        return error_system(err, errno, "cannot write", path);
    size_t done = 0;
    while (done < bytes.length) {
        ssize_t n = write(file, bytes.at + done, bytes.length - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            break;
        done += (size_t)n;
    }
    int number = errno;
    if (close(file) == 0 && done == bytes.length)
        return BOWLINE_OK;
    unlink(path);
    return error_system(err, number, "cannot write", path);
}

static enum bowline_status finish(const struct package *package, const char *output,
                                  struct bowline_text *json, struct bowline_error *err)
{
    struct buffer text;
    buffer_init(&text, (size_t)64 << 20);
    package_write(package, &text);
    enum bowline_status status =
        buffer_ok(&text) ? write_new(output, buffer_all(&text), err) : error_memory(err);
    buffer_append_char(&text, '\0');
    if (status == BOWLINE_OK && json && buffer_ok(&text)) {
        json->data = text.data;
        json->length = text.length - 1;
        return BOWLINE_OK;
    }
    buffer_release(&text);
    return status;
}

enum bowline_status package_init_files(const char *const *paths, size_t count, const char *output,
                                       struct bowline_text *json, struct bowline_error *err)
{
    char folder[PATH_MAX];
    struct package package;
    package_init(&package);
    enum bowline_status status = resolve_folder(output, folder, err);
    for (size_t i = 0; i < count && status == BOWLINE_OK; i++)
        status = add_file(&package, paths[i], folder, err);
    if (status == BOWLINE_OK)
        status = finish(&package, output, json, err);
    package_release(&package);
    return status;
}
