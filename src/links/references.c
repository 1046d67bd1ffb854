/* Whose is a number that a payment's words name. */
#include "links/references.h"

#define SELLS_TO 8 /* records with an account from which its holder is taken to sell to many; assumed */

static bool in_words(const struct record_table *records, const struct identifier_use *use)
{
    const struct cell *cell = record_cells_begin(records, use->record) + use->cell;
    return cell_field(records, cell)->role.type == TYPE_TEXT;
}

/* How many records use an account of who is paid. */
static uint32_t dealings(const struct link_inputs *in, const struct identifier_use *use)
{
    const struct identifier_table *t = in->identifiers;
    const struct identifier_use *first = use;
    uint32_t most = 0;
    while (first > t->uses && first[-1].record == use->record)
        first--;
    for (; first < t->uses + t->use_count && first->record == use->record; first++) {
        const struct identifier *found = &t->identifiers[first->identifier];
        if (first->party == PARTY_TO && found->type == IDENTIFIER_ACCOUNT && found->records > most)
            most = found->records;
    }
    return most;
}

bool reference_is_open(const struct link_inputs *in, const struct identifier_use *use)
{
    return in->records->records[use->record].kind == KIND_PAYMENT && in_words(in->records, use) &&
           dealings(in, use) < SELLS_TO;
}
