/* The texts of a case: the text cells of each record that has any, joined by line feeds where there are
 * several. */
#ifndef PIPELINE_TEXT_LIST_H
#define PIPELINE_TEXT_LIST_H

#include "templates/template_table.h"

struct text_list {
    struct text_item *items; /* by record; spans into the record table's pool or into `joined` */
    size_t count;
    struct buffer joined;
};

enum bowline_status text_list_build(const struct record_table *records, struct text_list *out,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;
void text_list_release(struct text_list *list);

#endif
