/* Files of known answers, read strictly: a table with exactly the columns that are asked for, in any order,
 * each row whole. Whatever else it is ends the reading, with the line. Lines that name records which the case
 * does not hold are counted, the first with their line. */
#ifndef REPORTS_TRUTH_FILE_H
#define REPORTS_TRUTH_FILE_H

#include "base/buffer.h"
#include "reports/reader.h"

#define TRUTH_COLUMNS_MOST 8
#define TRUTH_GAPS_SHOWN   5

/* Lines that name no record of the case. */
struct truth_gaps {
    uint64_t count;
    struct {
        uint32_t line;
        char record[96]; /* "ads/A-1", cut */
    } first[TRUTH_GAPS_SHOWN];
};

struct truth_file {
    const char *name; /* "truth.csv", "truth-decoys.csv": static */
    uint64_t lines;   /* rows below the header */
    bool is_there;
    uint32_t last;               /* record that a line named */
    struct truth_gaps missing;   /* the table is in the case, the record is not */
    struct truth_gaps elsewhere; /* the table is not in the case */
};

struct truth_line {
    struct span cells[TRUTH_COLUMNS_MOST]; /* trimmed, in the order in which the columns were asked for */
    uint32_t line;                         /* 1-based */
    const char *path;                      /* for messages */
};

typedef enum bowline_status truth_take(void *context, const struct truth_line *row,
                                       struct bowline_error *err);

struct truth_columns {
    const char *names[TRUTH_COLUMNS_MOST];
    size_t count;
    truth_take *take;
    void *context;
};

/* path: gzip and zstd allowed. */
enum bowline_status truth_file_read(const char *path, const struct truth_columns *columns,
                                    struct truth_file *file, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Reads the file that stands beside truth_path, its name with -part before .csv; the endings .csv, .csv.gz
 * and .csv.zst are tried. Where there is none, file->is_there stays false and nothing is taken. */
enum bowline_status truth_file_read_beside(const char *truth_path, const char *part,
                                           const struct truth_columns *columns, struct truth_file *file,
                                           struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* "truth.csv line 7: ..." */
enum bowline_status truth_line_refuse(const struct truth_line *row, struct bowline_error *err,
                                      const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A whole number of at most nine digits. */
enum bowline_status truth_line_number(const struct truth_line *row, size_t column, const char *name,
                                      uint32_t *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

void truth_gaps_add(struct truth_gaps *gaps, uint32_t line, struct span resource, struct span id);

#endif
