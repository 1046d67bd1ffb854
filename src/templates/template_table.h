/* Templates: groups of near-duplicate texts, each with its common words and its slots
 * (docs/methods/templates.md). */
#ifndef TEMPLATES_TEMPLATE_TABLE_H
#define TEMPLATES_TEMPLATE_TABLE_H

#include "base/bits.h"
#include "base/parallel.h"
#include "records/record_table.h"

typedef uint32_t
    template_id; /* 1 upwards, by the template's text in byte order, before names are hidden; 0 is none */

/* A text to group: the text columns of one record, joined by line feeds. */
struct text_item {
    struct span text; /* UTF-8 as given; need not be valid */
    record_id record;
    struct span name, place; /* what the record's own columns call a name and a place, or empty: they tell a
                                slot's type, and have no part in the grouping */
};

struct text_template {
    struct text_ref
        text; /* in the pool: constants as words, a slot as "{type}" (number, phone, link, free, ...) */
    millibits bits_per_text; /* description length saved, for each member after the first, on average */
    uint32_t first_member;   /* members[first_member .. first_member + members) */
    uint32_t members;
};

struct template_member {
    record_id record;
    millibits bits; /* what writing this text from the template saves: how surprising the agreement is; may
                       exceed BITS_MOST */
};

struct template_table {
    uint32_t count;
    struct text_template *templates; /* [1 .. count] */
    struct template_member *members; /* by template, then record */
    size_t member_count;
    struct buffer pool;
};

struct template_options {
    uint32_t shingle_words;   /* words in a shingle; of scripts without spaces as many as carry as much */
    uint32_t sketch_shingles; /* shingles of a text that may propose partners */
    uint32_t window;          /* neighbours in a bucket that a text is compared with */
    uint32_t rounds;          /* of merging groups */
    uint32_t least_words;     /* shorter texts are grouped only with their exact copies */
    double least_overlap; /* share of two texts that they must have in common, 0 to 1: the geometric mean of
                             the shares of their words and of their bits */
    double copied_share; /* share of their words that makes long texts copies, however common the words are */
    double least_bits;   /* by which an agreement must exceed what chance gives among all pairs */
};

extern const struct template_options template_defaults;

/* The result depends neither on the order of `texts` (records keep their ids) nor on the number of workers.
 * Empty texts belong to no template. Time is linear in the bytes; memory about 9 bytes a word. At most
 * 2^26 texts. */
enum bowline_status template_table_build(const struct text_item *texts, size_t count,
                                         const struct template_options *options,
                                         const struct parallel *parallel, struct template_table *out,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
void template_table_init(struct template_table *table);
void template_table_release(struct template_table *table);
struct span template_text(const struct template_table *table, template_id id);
const char *template_table_check(const struct template_table *table);

#endif
