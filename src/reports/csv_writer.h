/* A CSV file as RFC 4180 has it, but with LF line ends: UTF-8, quoted where needed. */
#ifndef REPORTS_CSV_WRITER_H
#define REPORTS_CSV_WRITER_H

#include "base/bits.h"
#include "reports/file_part.h"

struct csv_writer {
    struct file_part file;
    bool is_row_begun;
};

/* The file `name` in folder. header: its first line. */
void csv_open(struct csv_writer *w, const char *folder, const char *name, const char *header,
              struct bowline_error *err);
void csv_text(struct csv_writer *w, struct span value);
void csv_int(struct csv_writer *w, int64_t value);
void csv_id(struct csv_writer *w, uint32_t value);    /* empty for 0 */
void csv_bits(struct csv_writer *w, millibits bits);  /* "14.200" */
void csv_real(struct csv_writer *w, double value);    /* six decimals; value is 0 to 1 */
void csv_time(struct csv_writer *w, int64_t seconds); /* empty for TIME_NONE */
void csv_end_row(struct csv_writer *w);

/* False after a failure: rows that follow are not written. */
static inline bool csv_ok(const struct csv_writer *w)
{
    return w->file.status == BOWLINE_OK;
}

/* As file_part_close. */
enum bowline_status csv_close(struct csv_writer *w, enum bowline_status status) BOWLINE_WARN_UNUSED;

/* Bits without rounding: "-18.000". */
void append_bits(struct buffer *out, millibits bits);

#endif
