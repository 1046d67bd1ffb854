/* How much a case holds. */
#include "store/totals.h"

#include "store/statement.h"

enum bowline_status store_totals(struct store *store, struct bowline_run_summary *out,
                                 struct bowline_error *err)
{
    /* Ids are dense, so the largest is the count and needs no scan. */
    const struct {
        const char *sql;
        uint64_t *to;
    } counts[] = {
        {"SELECT coalesce(sum(records), 0) FROM resource", &out->records},
        {"SELECT coalesce(sum(bytes), 0) FROM resource", &out->bytes},
        {"SELECT (SELECT coalesce(max(reject), 0) FROM reject) + (SELECT coalesce(max(rowid), 0) FROM "
         "identifier_reject)",
         &out->rejected},
        {"SELECT coalesce(max(identifier), 0) FROM identifier", &out->identifiers},
        {"SELECT coalesce(max(template), 0) FROM template", &out->templates},
        {"SELECT coalesce(max(link), 0) FROM link", &out->links},
        {"SELECT coalesce(max(entity), 0) FROM entity", &out->entities},
        {"SELECT coalesce(max(network), 0) FROM network", &out->networks},
        {"SELECT count(*) FROM decision WHERE withdrawn IS NULL", &out->decisions},
        {"SELECT count(*) FROM decision WHERE withdrawn IS NULL AND decision IN (SELECT decision FROM "
         "decided_pair WHERE found = 0 UNION ALL SELECT decision FROM decided_value WHERE found = 0)",
         &out->decisions_lost},
    };
    out->sealed = store_is_sealed(store);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        int64_t value = 0;
        enum bowline_status status = statement_count(store, counts[i].sql, &value, err);
        if (status != BOWLINE_OK)
            return status;
        *counts[i].to = (uint64_t)value;
    }
    return BOWLINE_OK;
}
