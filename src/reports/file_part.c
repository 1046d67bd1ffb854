/* A file that is written under another name beside its own and renamed when it is whole. */
#include "reports/file_part.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define WAITING_MOST ((size_t)1 << 30)

static char *joined(const char *folder, const char *name, const char *suffix)
{
    size_t size = (folder ? strlen(folder) + 1 : 0) + strlen(name) + strlen(suffix) + 1;
    char *path = memory_new(size, 1);
    if (path)
        snprintf(path, size, "%s%s%s%s", folder ? folder : "", folder ? "/" : "", name, suffix);
    return path;
}

static bool is_special(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

void file_part_open(struct file_part *f, const char *folder, const char *name, struct bowline_error *err)
{
    *f = (struct file_part){.file = -1, .err = err};
    buffer_init(&f->out, WAITING_MOST);
    f->path = joined(folder, name, "");
    /* A device or a pipe is written as it is: a rename would put a file in its place. */
    f->part = joined(folder, name, f->path && is_special(f->path) ? "" : ".part");
    if (!f->path || !f->part) {
        f->status = error_memory(err);
        return;
    }
    f->file = open(f->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (f->file < 0)
        f->status = error_system(err, errno, "cannot write", f->path);
}

void file_part_flush(struct file_part *f, size_t least)
{
    size_t at = 0;
    if (f->status == BOWLINE_OK && !buffer_ok(&f->out))
        f->status = error_memory(f->err);
    if (f->status != BOWLINE_OK || f->out.length < least)
        return;
    while (at < f->out.length) {
        ssize_t written = write(f->file, f->out.data + at, f->out.length - at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            f->status = error_system(f->err, errno, "cannot write", f->path);
            return;
        }
        at += (size_t)written;
    }
    buffer_reset(&f->out);
}

enum bowline_status file_part_close(struct file_part *f, enum bowline_status status)
{
    if (status == BOWLINE_OK)
        file_part_flush(f, 0);
    if (status == BOWLINE_OK)
        status = f->status;
    if (f->file >= 0) {
        if (close(f->file) != 0 && status == BOWLINE_OK)
            status = error_system(f->err, errno, "cannot write", f->path);
        bool is_own = strcmp(f->part, f->path) != 0;
        if (status == BOWLINE_OK && is_own && rename(f->part, f->path) != 0)
            status = error_system(f->err, errno, "cannot write", f->path);
        if (status != BOWLINE_OK && is_own)
            unlink(f->part);
    }
    buffer_release(&f->out);
    memory_free(f->path);
    memory_free(f->part);
    return status;
}
