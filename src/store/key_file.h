/* Key files and passphrase files: read whole into memory that is locked and wiped. */
#ifndef STORE_KEY_FILE_H
#define STORE_KEY_FILE_H

#include "base/error.h"
#include "base/span.h"

/* The bytes of a file; bytes.at is given back with key_file_free. BOWLINE_ERROR_NOT_FOUND where there is
 * none, BOWLINE_ERROR_KEY where it is too short or too long for a key. */
enum bowline_status key_file_read(const char *path, struct span *bytes,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The first line of a file, without its end: a passphrase. */
enum bowline_status key_file_read_line(const char *path, struct span *line,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

void key_file_free(struct span bytes); /* wipes; nothing where there is nothing */

/* Makes a key file that only its owner can read, safely on disk when this returns; fails where
 * there is one already. */
enum bowline_status key_file_make(const char *path, struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
