/* A record as an answer shows it: its cells by column, the identifiers found in them, and every value of a
 * protected party under its pseudonym. */
#ifndef REPORTS_DETAIL_H
#define REPORTS_DETAIL_H

#include "reports/view.h"

struct shown_cell {
    uint32_t field;
    const struct column *column;
    struct span value; /* as it stood: never leaves */
    struct span shown;
};

struct detail {
    struct record_row row;
    const struct resource_row *resource;
    struct use_row *uses;
    size_t use_count;
    struct shown_cell *cells; /* by column; empty ones are left out */
    size_t cell_count;
    bool is_protected; /* a person whose category is possible-victim */
};

/* The record, kept until the view is released. NULL on failure, which the view notes. */
const struct detail *view_detail(struct view *v, uint32_t record);

/* The same from a row that is already read. */
const struct detail *view_detail_of(struct view *v, const struct record_row *row);

struct span detail_name(struct view *v, const struct detail *d);    /* "ads/A-1" */
struct span detail_summary(struct view *v, const struct detail *d); /* the first words */
bool detail_hides(const struct detail *d, enum party party);

/* Whether a column of that type is shown as it is, whoever its party is. */
bool type_is_open(enum column_type type);

/* value, or its pseudonym where hidden. */
struct span view_hide(struct view *v, struct span value, bool is_hidden);

#endif
