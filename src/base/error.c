/* Filling a struct bowline_error from inside the library. */
#include "base/error.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char *const status_names[] = {
    [BOWLINE_OK] = "ok",
    [BOWLINE_ERROR_MEMORY] = "memory",
    [BOWLINE_ERROR_ARGUMENT] = "argument",
    [BOWLINE_ERROR_NOT_FOUND] = "not-found",
    [BOWLINE_ERROR_PERMISSION] = "permission",
    [BOWLINE_ERROR_INPUT] = "input",
    [BOWLINE_ERROR_CASE] = "case",
    [BOWLINE_ERROR_VERSION] = "version",
    [BOWLINE_ERROR_BUSY] = "busy",
    [BOWLINE_ERROR_SPACE] = "space",
    [BOWLINE_ERROR_IO] = "io",
    [BOWLINE_ERROR_INTERRUPTED] = "interrupted",
    [BOWLINE_ERROR_REJECTS] = "rejects",
    [BOWLINE_ERROR_KEY] = "key",
};

const char *bowline_status_name(enum bowline_status status)
{
    size_t known = sizeof status_names / sizeof *status_names;
    return (size_t)status < known ? status_names[status] : "unknown";
}

enum bowline_status error_set(struct bowline_error *err, enum bowline_status status, const char *format, ...)
{
    if (err) {
        va_list list;
        va_start(list, format);
        err->status = status;
        vsnprintf(err->message, sizeof err->message, format, list);
        va_end(list);
    }
    return status;
}

enum bowline_status error_memory(struct bowline_error *err)
{
    return error_set(err, BOWLINE_ERROR_MEMORY, "out of memory: close other programs, or split the input");
}

static enum bowline_status status_of_errno(int number)
{
    switch (number) {
    case ENOENT: return BOWLINE_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS: return BOWLINE_ERROR_PERMISSION;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return BOWLINE_ERROR_SPACE;
    case ENOMEM: return BOWLINE_ERROR_MEMORY;
    default: return BOWLINE_ERROR_IO;
    }
}

enum bowline_status error_system(struct bowline_error *err, int number, const char *what, const char *path)
{
    enum bowline_status status = status_of_errno(number);
    const char *hint = status == BOWLINE_ERROR_NOT_FOUND    ? ": check the name and the folder it is in"
                       : status == BOWLINE_ERROR_PERMISSION ? ": ask its owner for access"
                       : status == BOWLINE_ERROR_SPACE      ? ": free space on that disk and run again"
                                                            : "";
    return error_set(err, status, "%s %s: %s%s", what, path, strerror(number), hint);
}

void error_prefix(struct bowline_error *err, const char *format, ...)
{
    char after[sizeof err->message];
    if (!err)
        return;
    memcpy(after, err->message, sizeof after);
    va_list list;
    va_start(list, format);
    vsnprintf(err->message, sizeof err->message, format, list);
    va_end(list);
    size_t used = strlen(err->message);
    size_t room = sizeof err->message - used;
    if (room > 3) {
        memcpy(err->message + used, ": ", 3);
        size_t length = strnlen(after, room - 3);
        memcpy(err->message + used + 2, after, length);
        err->message[used + 2 + length] = '\0';
    }
}
