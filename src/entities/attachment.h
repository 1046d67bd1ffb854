/* Attachment: entities that hang on a network by what they begin. Who pays in to a network again and again,
 * or calls it, and does little else, belongs to it, though each of those it pays has many payers. */
#ifndef ENTITIES_ATTACHMENT_H
#define ENTITIES_ATTACHMENT_H

#include "entities/tie_list.h"

/* network_of: [node], 0 where none; that of nodes that attach is set. Only entities attach, each once; least:
 * bits of surprise that it takes. Time O(ties log ties). */
bool attachment_find(const struct tie_inputs *in, const struct network_table *table, millibits least,
                     network_id *network_of);

#endif
