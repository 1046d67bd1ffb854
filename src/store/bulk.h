/* Many rows into one table by one statement. SQLite pulls them from a virtual table, which costs a third of a
 * statement a row (measured: 0.18 against 0.49 us a row of four columns). Inside the store only. */
#ifndef STORE_BULK_H
#define STORE_BULK_H

#include "store/statement.h"

#define BULK_COLUMNS 19 /* of the widest table */

struct bulk_value {
    char kind; /* i, r, s, b, n: integer, real, text, bytes, NULL */
    union {
        int64_t integer;
        double real;
        struct span text;
    };
};

struct bulk_row {
    unsigned count;
    struct bulk_value values[BULK_COLUMNS];
};

/* What is to be written. The bytes of a row's texts must stay until next is called again. */
struct bulk {
    const char *table;
    unsigned columns; /* all that the table has, in order */
    void *context;
    bool (*next)(void *context,
                 struct bulk_row *row); /* puts the columns in order; false after the last row */
};

/* Rows in the order of the table's key are appended; others cost a search each. */
enum bowline_status bulk_insert(struct store *store, const struct bulk *bulk,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Once for each database, before the first bulk_insert. */
enum bowline_status bulk_register(struct store *store, struct bowline_error *err) BOWLINE_WARN_UNUSED;

static inline void bulk_int(struct bulk_row *row, int64_t value)
{
    row->values[row->count++] = (struct bulk_value){.kind = 'i', .integer = value};
}

static inline void bulk_span(struct bulk_row *row, struct span value)
{
    row->values[row->count++] = (struct bulk_value){.kind = 's', .text = value};
}

static inline void bulk_blob(struct bulk_row *row, struct span value)
{
    row->values[row->count++] = (struct bulk_value){.kind = 'b', .text = value};
}

static inline void bulk_text(struct bulk_row *row, const char *value)
{
    bulk_span(row, span_of(value));
}

static inline void bulk_null(struct bulk_row *row)
{
    row->values[row->count++] = (struct bulk_value){.kind = 'n'};
}

void bulk_real(struct bulk_row *row, double value);  /* NAN is NULL */
void bulk_time(struct bulk_row *row, int64_t value); /* TIME_NONE is NULL */

#endif
