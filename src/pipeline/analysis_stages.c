/* The stages between reading and search: each hands tables to a room, stores what comes back, and says what
 * it did. */
#include "pipeline/stages.h"

#include "entities/inspection.h"

#include "pipeline/name_hiding.h"
#include "pipeline/text_list.h"
#include "store/entity_store.h"
#include "store/identifier_store.h"
#include "store/inspection_store.h"
#include "store/link_store.h"
#include "store/marking_store.h"
#include "store/movement_store.h"
#include "store/observation_store.h"
#include "store/search_store.h"
#include "store/template_store.h"

enum bowline_status stage_identify(struct stage_context *context, struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    enum bowline_status status = place_book_open(&t->places, &context->package->package, err);
    if (status == BOWLINE_OK)
        status = identifier_table_build_in(&t->records, &t->places.gazetteer, context->parallel,
                                           &t->identifiers, err);
    if (status == BOWLINE_OK)
        status = identifier_store_write(context->store, &t->records, &t->identifiers, err);
    context->items = t->records.count;
    uint64_t refused = 0;
    for (int i = REFUSAL_NONE + 1; i < REFUSAL_COUNT; i++)
        refused += t->identifiers.refused[i];
    buffer_format(context->summary, "%u identifiers in %zu places, %zu cells refused, %llu left out of texts",
                  t->identifiers.count, t->identifiers.use_count, t->identifiers.reject_count,
                  (unsigned long long)refused);
    return status;
}

enum bowline_status stage_templates(struct stage_context *context, struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    struct text_list texts;
    enum bowline_status status = text_list_build(&t->records, &texts, err);
    if (status != BOWLINE_OK)
        return status;
    status = template_table_build(texts.items, texts.count, &template_defaults, context->parallel,
                                  &t->templates, err);
    if (status == BOWLINE_OK)
        status = names_hide(&t->records, &t->templates, err);
    if (status == BOWLINE_OK)
        status = template_store_write(context->store, &t->templates, err);
    context->items = texts.count;
    buffer_format(context->summary, "%u templates of %zu among %zu texts", t->templates.count,
                  t->templates.member_count, texts.count);
    text_list_release(&texts);
    return status;
}

/* How many decisions a stage kept to, and how many found nothing to be about. */
static void say_decided(struct buffer *summary, size_t count, size_t lost)
{
    if (count)
        buffer_format(summary, "; %zu decision%s kept to", count - lost, count - lost == 1 ? "" : "s");
    if (lost)
        buffer_format(summary, ", %zu found nothing to be about", lost);
}

enum bowline_status stage_link(struct stage_context *context, struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    struct link_inputs inputs = case_tables_link_inputs(t);
    enum bowline_status status = link_table_build(&inputs, &link_defaults, context->parallel, &t->links, err);
    struct link_choice choice = {0};
    if (status == BOWLINE_OK)
        status = link_choice_make(&t->links, t->mentions.count, &choice, err);
    if (status == BOWLINE_OK)
        status = link_store_write(context->store, &inputs, &t->links, &choice, err);
    if (status == BOWLINE_OK)
        status = decision_store_write_found(context->store, "decided_value", t->decided_values.found,
                                            t->decided_values.found_count, err);
    buffer_format(context->summary, "%zu links from %llu pairs compared, %llu cut; %zu kept to show",
                  t->links.count, (unsigned long long)t->links.pairs_compared,
                  (unsigned long long)t->links.pairs_cut, choice.kept);
    say_decided(context->summary, t->decided_values.found_count, t->decided_values.lost);
    link_choice_release(&choice);
    context->items = t->links.pairs_compared;
    return status;
}

/* The largest group is always looked at: what holds it together, said by what it is without. */
static void say_largest(struct buffer *summary, const struct inspection *found)
{
    enum identifier_type weakest = inspection_weakest(found);
    if (!found->entity)
        return;
    buffer_format(summary, "; the largest, entity %u, has %u records", found->entity, found->records);
    if (weakest)
        buffer_format(summary,
                      " and would keep %u %% of its %u parties in one piece of %u without what %s says",
                      (unsigned)(100ull * found->kept[weakest] / found->mentions), found->mentions,
                      found->parts[weakest], identifier_type_name(weakest));
}

enum bowline_status stage_entities(struct stage_context *context, struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    enum bowline_status status = entity_table_build(&t->links, &t->mentions, &t->records,
                                                    &t->decided_records.pairs, &t->entities, err);
    if (status == BOWLINE_OK)
        status = entity_store_write(context->store, &t->mentions, &t->entities, err);
    if (status == BOWLINE_OK)
        status = decision_store_write_found(context->store, "decided_pair", t->decided_records.found,
                                            t->decided_records.found_count, err);
    struct inspection largest = {0};
    if (status == BOWLINE_OK)
        status = inspection_make(&t->links, &t->mentions, &t->identifiers, &t->entities, &largest, err);
    if (status == BOWLINE_OK)
        status = inspection_store_write(context->store, &t->mentions, &largest, err);
    context->items = t->links.count;
    buffer_format(context->summary, "%u entities of two records or more", t->entities.count);
    say_largest(context->summary, &largest);
    say_decided(context->summary, t->decided_records.found_count, t->decided_records.lost);
    return status;
}

enum bowline_status stage_networks(struct stage_context *context, struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    struct link_inputs inputs = case_tables_link_inputs(t);
    struct network_table networks;
    enum bowline_status status = network_table_build(&inputs, &t->links, &t->entities, &networks, err);
    if (status != BOWLINE_OK)
        return status;
    status = network_store_write(context->store, &t->mentions, &t->entities, &networks, err);
    context->items = networks.tie_count;
    buffer_format(context->summary, "%u networks, %zu ties looked at", networks.count, networks.tie_count);
    network_table_release(&networks);
    return status;
}

enum bowline_status stage_observe(struct stage_context *context, struct bowline_error *err)
{
    struct case_tables *t = context->tables;
    struct observation_table observations;
    int64_t joined = 0;
    enum bowline_status status = place_book_open(&t->places, &context->package->package, err);
    if (status == BOWLINE_OK)
        status = observation_table_build(&t->records, &t->templates, &t->places.gazetteer, context->parallel,
                                         &observations, err);
    if (status != BOWLINE_OK)
        return status;
    status = observation_store_write(context->store, &observations, err);
    if (status == BOWLINE_OK)
        status = report_join_write(context->store, &observations, &joined, err);
    context->items = observations.report_count;
    buffer_format(context->summary, "%zu statements in %zu reports, %lld records that they speak of",
                  observations.count, observations.report_count, (long long)joined);
    observation_table_release(&observations);
    return status;
}

enum bowline_status stage_mark(struct stage_context *context, struct bowline_error *err)
{
    const struct record_table *records = &context->tables->records;
    uint32_t count = 0;
    enum bowline_status status = marking_store_write(context->store, records, &count, err);
    context->items = records->count;
    buffer_format(context->summary, "%u records have a grade or a handling code", count);
    return status;
}

/* Between two looks at the clock and the stop flag. */
enum { SEARCH_STRIDE = 4096 };

enum bowline_status stage_search(struct stage_context *context, struct bowline_error *err)
{
    const struct record_table *records = &context->tables->records;
    struct search_writer *writer = NULL;
    enum bowline_status status = search_writer_new(context->store, &writer, err);
    for (record_id id = 1; id <= records->count && status == BOWLINE_OK; id++) {
        status = search_writer_add(writer, records, id, err);
        if (status == BOWLINE_OK && id % SEARCH_STRIDE == 0 &&
            !context->tick(context->tick_context, id, records->count))
            status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while indexing words");
    }
    search_writer_free(writer);
    context->items = records->count;
    buffer_format(context->summary, "%u records indexed", records->count);
    return status;
}
