/* Where the bytes stand that a CSV reader must look at: quotes, delimiters, line ends. The only part of
 * reading CSV that sees every byte, so it comes in three forms that give the same list: plain C, SSE2 and
 * AVX2. */
#ifndef RECORDS_CSV_INDEX_H
#define RECORDS_CSV_INDEX_H

#include <stddef.h>
#include <stdint.h>

#define CSV_INDEX_SLACK 4

enum csv_index_form { CSV_INDEX_PLAIN, CSV_INDEX_SSE2, CSV_INDEX_AVX2, CSV_INDEX_FORMS };

/* Writes the positions in [begin, end) of `text` that hold the delimiter, the quote, CR or LF, in order, and
 * returns how many. out has room for end - begin and CSV_INDEX_SLACK more, which may be written to. end is at
 * most UINT32_MAX. */
typedef size_t csv_index_function(const char *text, size_t begin, size_t end, const char marks[2],
                                  uint32_t *out);

/* NULL where this machine has no such instructions. */
csv_index_function *csv_index_form(enum csv_index_form form);

/* The fastest that this machine has. */
csv_index_function *csv_index_best(void);

#endif
