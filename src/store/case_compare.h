/* Two cases beside each other: what people decided and what was erased is copied from one into the other, and
 * tables are compared value by value. */
#ifndef STORE_CASE_COMPARE_H
#define STORE_CASE_COMPARE_H

#include "store/store.h"

/* Copies decisions and erasures into a case that was just made. In a transaction of `to`. */
enum bowline_status case_copy_given(struct store *from, struct store *to,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

struct table_difference {
    bool differs;
    uint64_t row;     /* the first that differs, from 1 in the order of the key */
    uint64_t rows[2]; /* of either table */
    char column[64];  /* of that row; "" where one table is shorter */
};

/* Names of tables come from the schema. Cost: both are read once. */
enum bowline_status case_compare_table(struct store *a, struct store *b, const char *table,
                                       struct table_difference *out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
