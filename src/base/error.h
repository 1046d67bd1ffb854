/* Filling a struct bowline_error from inside the library. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <bowline/error.h>

#include <stdarg.h>

/* Sets *err (where not NULL) and returns status, so that a failure is one statement: return error_set(err,
 * ...). */
enum bowline_status error_set(struct bowline_error *err, enum bowline_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* BOWLINE_ERROR_MEMORY with the standard sentence. */
enum bowline_status error_memory(struct bowline_error *err);

/* The status that fits a system error number, with "<what> <path>: <strerror>" and, where it helps, what to
 * do. */
enum bowline_status error_system(struct bowline_error *err, int number, const char *what, const char *path);

/* Puts "<prefix>: " before the message that is already there, as the failure passes a caller who knows more.
 */
void error_prefix(struct bowline_error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
