/* The data package as a file: its description, and where the tables that it names lie. */
#ifndef PIPELINE_PACKAGE_FILE_H
#define PIPELINE_PACKAGE_FILE_H

#include "base/buffer.h"
#include "records/package.h"
#include "sealing/digest.h"

struct package_file {
    struct package package;
    struct buffer bytes; /* of datapackage.json */
    char *folder;        /* that it lies in, with a closing slash, or "" */
};

enum bowline_status package_file_read(const char *path, struct package_file *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
void package_file_release(struct package_file *file);

/* A resource's path from here. Appends to out, with a closing zero. */
void package_file_path(const struct package_file *file, const char *resource_path, struct buffer *out);

/* How many bytes its tables have on disk; a missing one is an error that names the resource. */
enum bowline_status package_file_bytes(const struct package_file *file, uint64_t *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* A digest of the data package and of all files that it names. */
enum bowline_status package_file_digest(const struct package_file *file, char hex[DIGEST_HEX],
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same from the digests of the files, in order, where they are known. */
void package_file_digest_known(const struct package_file *file, const char (*sha256)[DIGEST_HEX],
                               char hex[DIGEST_HEX]);

#endif
