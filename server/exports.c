/* Exports. */
#include "exports.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool exports_init(struct exports *exports)
{
    memset(exports, 0, sizeof *exports);
    return pthread_mutex_init(&exports->lock, NULL) == 0;
}

/* Exports write files alone, no folders. */
static void remove_files(struct exports *exports)
{
    char path[1024];
    for (size_t i = 0; i < exports->name_count; i++) {
        snprintf(path, sizeof path, "%s/%s", exports->folder, exports->names[i]);
        unlink(path);
        free(exports->names[i]);
    }
    exports->name_count = 0;
    if (exports->folder[0])
        rmdir(exports->folder);
    exports->folder[0] = '\0';
}

void exports_release(struct exports *exports)
{
    remove_files(exports);
    pthread_mutex_destroy(&exports->lock);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static enum bowline_status list_files(struct exports *exports, struct bowline_error *err)
{
    DIR *folder = opendir(exports->folder);
    if (!folder)
        return exchange_fail(err, BOWLINE_ERROR_IO, "cannot read the folder of the export");
    for (struct dirent *entry; (entry = readdir(folder)) && exports->name_count < EXPORT_FILES;) {
        char *name = entry->d_name[0] == '.' ? NULL : strdup(entry->d_name);
        if (name)
            exports->names[exports->name_count++] = name;
    }
    closedir(folder);
    qsort(exports->names, exports->name_count, sizeof *exports->names, compare_names);
    return BOWLINE_OK;
}

static json_t *files_json(const struct exports *exports)
{
    json_t *files = json_array();
    for (size_t i = 0; i < exports->name_count; i++) {
        char path[1024];
        struct stat info;
        snprintf(path, sizeof path, "%s/%s", exports->folder, exports->names[i]);
        if (stat(path, &info) == 0)
            json_array_append_new(
                files, json_pack("{s:s, s:I}", "name", exports->names[i], "bytes", (json_int_t)info.st_size));
    }
    return json_pack("{s:I, s:o}", "export", (json_int_t)exports->number, "files", files);
}

static enum bowline_status make_folder(struct exports *exports, struct bowline_error *err)
{
    const char *parent = getenv("TMPDIR");
    snprintf(exports->folder, sizeof exports->folder, "%s/bowline-export-XXXXXX", parent ? parent : "/tmp");
    if (mkdtemp(exports->folder))
        return BOWLINE_OK;
    exports->folder[0] = '\0';
    return exchange_fail(err, BOWLINE_ERROR_PERMISSION, "cannot make a folder for the export: set TMPDIR");
}

static enum bowline_status write_files(struct exports *exports, struct bowline_case *handle,
                                       const char *format, struct bowline_error *err)
{
    char path[600];
    if (strcmp(format, "report") != 0)
        return bowline_case_export(handle, format, exports->folder, err);
    snprintf(path, sizeof path, "%s/report.html", exports->folder);
    return bowline_case_report(handle, path, err);
}

enum bowline_status exports_make(struct exports *exports, struct bowline_case *handle, const char *format,
                                 json_t **out, struct bowline_error *err)
{
    struct bowline_error ignored;
    pthread_mutex_lock(&exports->lock);
    remove_files(exports);
    enum bowline_status status = make_folder(exports, err);
    if (status == BOWLINE_OK)
        status = write_files(exports, handle, format, err);
    if (exports->folder[0] && list_files(exports, status == BOWLINE_OK ? err : &ignored) != BOWLINE_OK &&
        status == BOWLINE_OK)
        status = err->status;
    if (status != BOWLINE_OK)
        remove_files(exports);
    exports->number += status == BOWLINE_OK;
    *out = status == BOWLINE_OK ? files_json(exports) : NULL;
    pthread_mutex_unlock(&exports->lock);
    return status;
}

enum bowline_status exports_open(struct exports *exports, unsigned number, const char *name, int *file,
                                 uint64_t *size, struct bowline_error *err)
{
    struct stat info;
    *file = -1;
    pthread_mutex_lock(&exports->lock);
    for (size_t i = 0; i < exports->name_count && number == exports->number && *file < 0; i++) {
        char path[1024];
        if (strcmp(exports->names[i], name) != 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", exports->folder, name);
        *file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    }
    pthread_mutex_unlock(&exports->lock);
    if (*file < 0 || fstat(*file, &info) != 0)
        return exchange_fail(err, BOWLINE_ERROR_NOT_FOUND,
                             "there is no such file of an export: make it again");
    *size = (uint64_t)info.st_size;
    return BOWLINE_OK;
}
