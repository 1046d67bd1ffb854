/* A stretch of the list of networks. */
#include "reports/json.h"
#include "reports/rows.h"
#include "store/read_views.h"
#include "store/totals.h"

#define NETWORKS_MOST 500

enum bowline_status json_networks(struct reader *reader, uint32_t first, unsigned limit,
                                  struct bowline_text *json, struct bowline_error *err)
{
    struct view v;
    struct cursor c;
    struct bowline_run_summary totals = {0};
    view_init(&v, reader, err);
    json_t *out = view_object(&v);
    if (limit < 1 || limit > NETWORKS_MOST)
        view_try(&v,
                 error_set(err, BOWLINE_ERROR_ARGUMENT, "a limit of %u: say 1 to %d", limit, NETWORKS_MOST));
    if (v.status == BOWLINE_OK)
        view_try(&v, store_totals(v.store, &totals, err));
    view_put_int(&v, out, "total", (int64_t)totals.networks);
    read_networks_from(v.store, first, limit, &c, err);
    view_put(&v, out, "networks", networks_json(&v, &c));
    return view_finish(&v, out, json);
}
