/* Mentions: a party of a record, the thing that links join and entities are made of. A payment names two
 * parties that are different people; its `from` and its `to` are two mentions. Each record has at least its
 * principal mention. */
#ifndef RECORDS_MENTION_TABLE_H
#define RECORDS_MENTION_TABLE_H

#include "records/record_table.h"

typedef uint32_t mention_id; /* 1 upwards, by record and party; 0 is none */

struct mention {
    record_id record;
    uint8_t party; /* enum party */
    uint8_t is_protected;
};

struct mention_table {
    uint32_t count;
    struct mention *mentions; /* [1 .. count] */
    mention_id *first;        /* [1 .. records + 1]: mentions of record r are first[r] .. first[r + 1] - 1 */
};

/* The party that a record is filed under: ad contact, stay booker, payment and call from, report author, else
 * self. */
enum party kind_principal(enum record_kind kind);

/* Whether records are filed under that party; no party is so in one kind and not in another that allows it.
 */
bool party_is_principal(enum party party);

/* A mention for the principal party of each record, and one for each other party with a cell. */
enum bowline_status mention_table_build(const struct record_table *records, struct mention_table *out,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;
void mention_table_release(struct mention_table *table);

/* The record's mention of that party, or 0. */
mention_id mention_find(const struct mention_table *table, record_id record, enum party party);
mention_id mention_principal(const struct mention_table *table, const struct record_table *records,
                             record_id record);

#endif
