/* Asks a finished case about two parties of records. */
#include "pipeline/case_inquiry.h"

#include "pipeline/case_tables.h"
#include "pipeline/pool.h"

#include <unistd.h>

static const unsigned needed = TABLE_BIT(TABLE_RECORDS) | TABLE_BIT(TABLE_IDENTIFIERS) |
                               TABLE_BIT(TABLE_TEMPLATES) | TABLE_BIT(TABLE_DECIDED_VALUES) |
                               TABLE_BIT(TABLE_DECIDED_RECORDS);

static enum bowline_status find_mentions(const struct case_tables *tables, const struct inquiry_side sides[2],
                                         mention_id found[2], struct bowline_error *err)
{
    for (unsigned i = 0; i < 2; i++) {
        bool is_there = sides[i].record >= 1 && sides[i].record <= tables->records.count;
        found[i] = is_there ? mention_find(&tables->mentions, sides[i].record, sides[i].party) : 0;
        if (!found[i])
            return error_set(err, BOWLINE_ERROR_CASE, "record %u is not in the case: it is damaged",
                             sides[i].record);
    }
    return BOWLINE_OK;
}

static enum bowline_status ask(struct case_tables *tables, const struct parallel *parallel,
                               const mention_id mentions[2], struct case_inquiry *out,
                               struct bowline_error *err)
{
    struct link_inputs inputs = case_tables_link_inputs(tables);
    out->pair.a = mentions[0];
    out->pair.b = mentions[1];
    out->groups.a = mentions[0] - 1;
    out->groups.b = mentions[1] - 1;
    out->is_swapped = mentions[0] > mentions[1];
    inputs.inquiry = &out->pair;
    enum bowline_status status = link_table_build(&inputs, &link_defaults, parallel, &tables->links, err);
    if (status == BOWLINE_OK)
        status = entity_table_probe(&tables->links, &tables->mentions, &tables->decided_records.pairs,
                                    &out->groups, err);
    out->prior = tables->links.prior;
    return status;
}

enum bowline_status case_inquire(struct store *store, const struct inquiry_side sides[2],
                                 struct case_inquiry *out, struct bowline_error *err)
{
    struct case_tables tables;
    struct pool *pool = NULL;
    mention_id mentions[2] = {0, 0};
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    *out = (struct case_inquiry){0};
    case_tables_init(&tables);
    enum bowline_status status = pool_new(online > 0 ? (unsigned)online : 1, NULL, NULL, &pool, err);
    if (status == BOWLINE_OK)
        status = case_tables_load(&tables, needed, store, pool_parallel(pool), err);
    if (status == BOWLINE_OK)
        status = find_mentions(&tables, sides, mentions, err);
    if (status == BOWLINE_OK)
        status = ask(&tables, pool_parallel(pool), mentions, out, err);
    case_tables_release(&tables);
    pool_free(pool);
    return status;
}
