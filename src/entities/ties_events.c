/* Ties that a record states itself: who pays whom, who calls whom, who books for whom. */
#include "entities/tie_list.h"

static bool add_between(const struct tie_inputs *in, record_id record, enum party from, enum party to,
                        enum tie_kind kind, struct tie_list *out)
{
    mention_id a = mention_find(in->in->mentions, record, from);
    mention_id b = mention_find(in->in->mentions, record, to);
    if (!a || !b)
        return true;
    return tie_list_add(in, out,
                        (struct tie_event){.a = in->node_of[a],
                                           .b = in->node_of[b],
                                           .record = record,
                                           .kind = (uint8_t)kind,
                                           .there = true});
}

bool ties_from_events(const struct tie_inputs *in, struct tie_list *out)
{
    const struct record_table *records = in->in->records;
    for (record_id r = 1; r <= records->count; r++) {
        bool ok = true;
        switch (records->records[r].kind) {
        case KIND_PAYMENT: ok = add_between(in, r, PARTY_FROM, PARTY_TO, TIE_PAYMENT, out); break;
        case KIND_CALL: ok = add_between(in, r, PARTY_FROM, PARTY_TO, TIE_CALL, out); break;
        case KIND_STAY: ok = add_between(in, r, PARTY_BOOKER, PARTY_PAYER, TIE_BOOKING, out); break;
        default: break;
        }
        if (!ok)
            return false;
    }
    return true;
}
