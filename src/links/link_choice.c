/* Which links a case file keeps: a maximum spanning forest (Kruskal 1956) and the strongest of each mention.
 */
#include "links/link_choice.h"

#include "base/memory.h"
#include "base/sort.h"
#include "graph/union_find.h"

/* Beyond the one that the forest needs, so that a person sees that a mention does not hang on a single
 * thread. */
enum { STRONGEST_OF_EACH = 2 };

/* Strongest first; equal ones in the order of the table. */
static bool order_links(const struct link_table *table, struct sort_pair *order)
{
    for (size_t i = 0; i < table->count; i++)
        order[i] = (struct sort_pair){(uint64_t)((int64_t)2 * BITS_MOST - table->links[i].bits), i};
    return sort_pairs(order, table->count);
}

static void choose(const struct link_table *table, const struct sort_pair *order, uint32_t *parent,
                   uint8_t *shown, uint8_t *is_kept)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct link *link = &table->links[order[i].value];
        bool is_new = union_find_root(parent, link->a) != union_find_root(parent, link->b);
        bool is_strong = shown[link->a] < STRONGEST_OF_EACH || shown[link->b] < STRONGEST_OF_EACH;
        if (link->bits > 0 && is_new)
            union_find_join(parent, link->a, link->b);
        if (link->bits > 0 && !is_new && !is_strong)
            continue;
        is_kept[order[i].value] = 1;
        shown[link->a] += shown[link->a] < STRONGEST_OF_EACH;
        shown[link->b] += shown[link->b] < STRONGEST_OF_EACH;
    }
}

enum bowline_status link_choice_make(const struct link_table *table, uint32_t mentions,
                                     struct link_choice *out, struct bowline_error *err)
{
    size_t nodes = (size_t)mentions + 1;
    struct sort_pair *order = memory_new(table->count, sizeof *order);
    uint32_t *parent = memory_new(nodes, sizeof *parent);
    uint8_t *shown = memory_new(nodes, 1);
    *out = (struct link_choice){.is_kept = memory_new(table->count, 1)};
    bool ok = order && parent && shown && out->is_kept && order_links(table, order);
    if (ok) {
        union_find_init(parent, nodes);
        choose(table, order, parent, shown, out->is_kept);
        for (size_t i = 0; i < table->count; i++)
            out->kept += out->is_kept[i];
    }
    memory_free(order);
    memory_free(parent);
    memory_free(shown);
    if (!ok)
        link_choice_release(out);
    return ok ? BOWLINE_OK : error_memory(err);
}

void link_choice_release(struct link_choice *choice)
{
    memory_free(choice->is_kept);
    *choice = (struct link_choice){0};
}
