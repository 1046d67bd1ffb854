/* Texts with known groups, and how well a table of templates finds them. Groups have Pareto sizes from two;
 * their members are changed copies; the other texts are independent texts of the same genre, some of which
 * borrow a sentence from a group. */
#ifndef BENCH_TEMPLATE_WORLD_H
#define BENCH_TEMPLATE_WORLD_H

#include "genre.h"
#include "templates/template_table.h"

enum world_change {
    CHANGE_WORDS,    /* only word edits */
    CHANGE_ORDER,    /* and every second member has its sentences in another order */
    CHANGE_TRUNCATE, /* and every second member is cut to 60 to 90 in a hundred */
    CHANGE_KINDS
};

struct world_options {
    size_t texts;
    double edit;  /* share of words changed in each member: a third each inserted, deleted, substituted */
    double alone; /* share of texts in no group */
    double boilerplate; /* share of texts with one of twelve sites' own sentences */
    size_t giant;       /* members of the first group, or 0 */
    enum genre_script script;
    enum world_change change;
    uint64_t seed;
};

struct world {
    struct text_item *items; /* record i + 1 is item i */
    uint32_t *truth;         /* group of each text; 0 is none */
    size_t count;
    struct buffer pool;
    struct text_ref *refs;
};

bool world_init(struct world *world, const struct world_options *options);
void world_release(struct world *world);

/* Recall: members that are in the template which holds most of their group. Precision: members of templates
 * that are of the template's largest group, a text alone never. ARI: adjusted Rand index of all texts. */
struct world_measures {
    double recall, precision, ari;
};
struct world_measures world_measure(const struct world *world, const struct template_table *table);

#endif
