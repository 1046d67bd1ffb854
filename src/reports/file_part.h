/* A file that is written under another name beside its own and renamed when it is whole. */
#ifndef REPORTS_FILE_PART_H
#define REPORTS_FILE_PART_H

#include "base/buffer.h"
#include "base/error.h"

struct file_part {
    char *path, *part; /* the name it gets, and the one it is written under */
    int file;
    struct buffer out;
    enum bowline_status status; /* the first failure sticks */
    struct bowline_error *err;
};

/* folder may be NULL. What is appended to f->out is written by file_part_flush, which must be called now and
 * then, and by file_part_close. */
void file_part_open(struct file_part *f, const char *folder, const char *name, struct bowline_error *err);
void file_part_flush(struct file_part *f, size_t least); /* where at least so many bytes wait */

/* Renames the whole file into place, or removes it after a failure: `status`, or its own. Returns the first.
 */
enum bowline_status file_part_close(struct file_part *f, enum bowline_status status) BOWLINE_WARN_UNUSED;

#endif
