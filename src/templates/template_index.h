/* The templates of a case, ready to be tried against new texts: which template, if any, is a text made from?
 * The same tests as when groups are formed, with a template in place of a group. */
#ifndef TEMPLATES_TEMPLATE_INDEX_H
#define TEMPLATES_TEMPLATE_INDEX_H

#include "templates/pattern.h"

struct template_index;

/* Reads the texts of all templates, which need not stay. About 40 bytes a word of them. */
enum bowline_status template_index_new(const struct template_table *table,
                                       const struct template_options *options, struct template_index **out,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;
void template_index_free(struct template_index *index); /* NULL allowed */

struct template_found {
    template_id id; /* 0: none */
    double share;   /* of the words of text and template that both have, 0 to 1 */
};

/* The template that shares most words with the text, the lower id of equals. Linear in the text. The index
 * holds scratch: one call at a time. */
enum bowline_status template_index_find(struct template_index *index, struct span text,
                                        struct template_found *found,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
