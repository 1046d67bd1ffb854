/* Key files on disk. */
#include "store/key_file.h"

#include "sealing/seal_keys.h"

#include <bowline/key.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

static enum bowline_status read_bytes(int file, char *to, size_t length, size_t *got)
{
    *got = 0;
    while (*got < length) {
        ssize_t n = read(file, to + *got, length - *got);
        if (n == 0)
            break;
        if (n < 0 && errno != EINTR)
            return BOWLINE_ERROR_IO;
        *got += n > 0 ? (size_t)n : 0;
    }
    return BOWLINE_OK;
}

/* At most SEAL_FILE_MOST + 1 bytes, so that too many are seen. Not base/memory.h: keys lie in memory that is
 * locked and wiped. */
static enum bowline_status read_whole(const char *path, struct span *out, struct bowline_error *err)
{
    *out = (struct span){NULL, 0};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return error_system(err, errno, "cannot read the key", path);
    char *bytes = sodium_init() < 0 ? NULL : sodium_malloc(SEAL_FILE_MOST + 1);
    size_t length = 0;
    enum bowline_status status =
        bytes ? read_bytes(file, bytes, SEAL_FILE_MOST + 1, &length) : error_memory(err);
    if (status == BOWLINE_ERROR_IO)
        status = error_system(err, errno, "cannot read the key", path);
    close(file);
    *out = (struct span){bytes, length};
    if (status != BOWLINE_OK) {
        key_file_free(*out);
        *out = (struct span){NULL, 0};
    }
    return status;
}

enum bowline_status key_file_read(const char *path, struct span *bytes, struct bowline_error *err)
{
    enum bowline_status status = read_whole(path, bytes, err);
    if (status != BOWLINE_OK || (bytes->length >= SEAL_FILE_LEAST && bytes->length <= SEAL_FILE_MOST))
        return status;
    key_file_free(*bytes);
    *bytes = (struct span){NULL, 0};
    return error_set(err, BOWLINE_ERROR_KEY, "%s: no key file: one has %d to %d bytes", path, SEAL_FILE_LEAST,
                     SEAL_FILE_MOST);
}

enum bowline_status key_file_read_line(const char *path, struct span *line, struct bowline_error *err)
{
    enum bowline_status status = read_whole(path, line, err);
    if (status != BOWLINE_OK)
        return status;
    const char *end = memchr(line->at, '\n', line->length);
    line->length = end ? (size_t)(end - line->at) : line->length;
    if (line->length && line->at[line->length - 1] == '\r')
        line->length--;
    if (line->length > 0 && line->length < BOWLINE_PASSPHRASE_MOST)
        return BOWLINE_OK;
    key_file_free(*line);
    *line = (struct span){NULL, 0};
    return error_set(err, BOWLINE_ERROR_KEY, "%s: its first line is no passphrase: one has 1 to %d bytes",
                     path, BOWLINE_PASSPHRASE_MOST - 1);
}

void key_file_free(struct span bytes)
{
    sodium_free((void *)(uintptr_t)bytes.at);
}

enum bowline_status key_file_make(const char *path, struct bowline_error *err)
{
    char line[SEAL_FILE_BYTES];
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return error_system(err, errno, "cannot make the key file", path);
    seal_file_draw(line);
    bool is_written = write(file, line, sizeof line) == (ssize_t)sizeof line && fsync(file) == 0;
    int number = errno;
    sodium_memzero(line, sizeof line);
    if (close(file) == 0 && is_written)
        return BOWLINE_OK;
    unlink(path);
    return error_system(err, is_written ? errno : number, "cannot write the key file", path);
}
