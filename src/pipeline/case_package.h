/* Which data package a case was made from: kept in the case as a path from the case's own folder, so that the
 * two can be moved together and the same input gives the same bytes. */
#ifndef PIPELINE_CASE_PACKAGE_H
#define PIPELINE_CASE_PACKAGE_H

#include "base/buffer.h"
#include "store/store.h"

/* Writes it where it is not so already. The store is open for writing and in no transaction. */
enum bowline_status case_package_note(struct store *store, const char *package_path,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Appends the path from here, with a closing zero; nothing where the case does not say. */
enum bowline_status case_package_path(struct store *store, struct buffer *out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The way from a folder to a file, both absolute without "." and "..": appended without a closing zero. */
void path_between(const char *folder, const char *file, struct buffer *out);

#endif
