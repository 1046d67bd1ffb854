/* What the readers of each type share: where finds go, and what a reader may know of the record at hand. */
#ifndef IDENTIFIERS_FIND_H
#define IDENTIFIERS_FIND_H

#include "identifiers/identifier_table.h"
#include "identifiers/lexicon.h"
#include "identifiers/refusal.h"

#define FIND_VALUE_MOST 2048 /* bytes of a normalised value */

struct find {
    record_id record;
    uint32_t cell; /* of the record */
    uint32_t start, end;
    uint32_t value_at; /* in the list's values */
    uint16_t value_length;
    uint8_t type, party, form;
    int16_t bits; /* thousandths */
};

/* Finds in the order of their records and cells. */
struct find_list {
    struct find *items;
    size_t count, capacity;
    struct buffer values;
    struct identifier_reject *rejects;
    size_t reject_count, rejects_capacity;
    bool failed;                     /* memory ran out: everything later is dropped */
    uint64_t refused[REFUSAL_COUNT]; /* in running texts, by reason */
    struct find now;                 /* record, cell, party, form, bits of the cell that is being read */
};

void find_list_init(struct find_list *list);
void find_list_release(struct find_list *list);

void find_add(struct find_list *list, enum identifier_type type, size_t start, size_t end, struct span value);
/* Takes back in the find that was just taken out of the list, twice: once for each of two cells. */
bool find_again(struct find_list *list);

void find_refuse(struct find_list *list, enum refusal refusal);
void find_reject(struct find_list *list, field_id field, const char *reason);

struct phone_plan;
struct phone_cache;
struct idn;
struct place_resolver;

/* One a worker. */
struct reader {
    const struct phone_plan *plan;
    struct phone_cache *cache;
    const struct lexicon *lexicon;
    const struct idn *idn;
    struct place_resolver *places; /* NULL: places tell no country */
    struct find_list *finds;
    char country[3]; /* of the record at hand, two capital letters, or "" */
};

/* A text that is being scanned: nothing before floor may be claimed again. */
struct scan {
    struct reader *reader;
    struct span text;
    size_t floor;
    const char *const *countries; /* by the language of the text; NULL: not looked for yet */
    size_t wide_end;              /* where a run of digits in any form ended in which no phone was, or 0 */
    size_t run_end;               /* where a run of digits that was too long for one window was cut, or 0 */
};

/* Records a find, moves the floor and returns the end. */
size_t scan_found(struct scan *scan, enum identifier_type type, size_t start, size_t end, struct span value);

/* The same, where it is written in that form. */
size_t scan_found_as(struct scan *scan, enum identifier_type type, size_t start, size_t end,
                     struct span value, enum identifier_form form);

#endif
