/* The beginning of a table: how it is written, its columns, some rows. */
#ifndef PIPELINE_TABLE_SAMPLE_H
#define PIPELINE_TABLE_SAMPLE_H

#include "base/buffer.h"
#include "records/guess.h"

/* Opens the file, recognises encoding, format and delimiter, adds its columns to the resource and guesses
 * what they hold. */
enum bowline_status table_sample_describe(const char *path, struct package_resource *resource,
                                          struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
