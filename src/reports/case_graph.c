/* A case as nodes and edges: a pass over each table, nodes first. */
#include "reports/case_graph.h"

#include "base/memory.h"
#include "base/sort.h"
#include "reports/disclosure.h"
#include "store/read_export.h"
#include "store/read_graph.h"

#include <stdio.h>

#define USES_MOST    ((size_t)1 << 32)
#define RECORD_BIT   (UINT32_C(1) << 31) /* marks a record where else an entity stands */
#define PARTIES_MOST PARTY_COUNT

struct walk {
    struct reader *reader;
    const struct graph_sink *sink;
    struct record_keys keys;
    struct disclosure disclosure;
    bool *is_node; /* [0 .. node_capacity): records that are shown */
    size_t node_capacity;
    uint64_t *uses; /* user << 32 | identifier */
    size_t use_count, use_capacity;
    struct bowline_error *err;
    enum bowline_status status;
    bool is_ended; /* the sink wants no more */
};

/* The parties of one record that belong to entities. */
struct parties {
    struct cursor cursor;
    struct member_row next; /* read and not yet used; its party is copied below */
    enum party next_party;
    bool has_next;
    uint32_t record;
    uint32_t entity[PARTIES_MOST]; /* 0: none */
};

void node_name_format(struct node_name name, char out[NODE_NAME_SIZE])
{
    static const char letters[] = {'n', 'e', 'r', 'i'};
    snprintf(out, NODE_NAME_SIZE, "%c%u", letters[name.kind], name.id);
}

static bool goes_on(const struct walk *w)
{
    return w->status == BOWLINE_OK && !w->is_ended;
}

static void put_node(struct walk *w, const struct graph_node *node)
{
    if (!w->sink->node(w->sink->context, node))
        w->is_ended = true;
}

static void put_edge(struct walk *w, const struct graph_edge *edge)
{
    if (!w->sink->edge(w->sink->context, edge))
        w->is_ended = true;
}

static void close_pass(struct walk *w, struct cursor *c)
{
    enum bowline_status status = cursor_close(c);
    if (w->status == BOWLINE_OK)
        w->status = status;
}

static bool is_shown(const struct walk *w, uint32_t record)
{
    return record < w->node_capacity && w->is_node[record];
}

static void mark_record(struct walk *w, const struct record_row *row)
{
    size_t old = w->node_capacity;
    if (!record_keys_add(&w->keys, row->record, row->resource, row->key) ||
        !memory_reserve(&w->is_node, &w->node_capacity, (size_t)row->record + 1, UINT32_MAX)) {
        w->status = error_memory(w->err);
        return;
    }
    for (size_t i = old; i < w->node_capacity; i++)
        w->is_node[i] = false;
    w->is_node[row->record] = (row->entity || row->network) &&
                              !disclosure_is_victim(&w->disclosure, row->record, &w->status, w->err);
}

static void put_record(struct walk *w, const struct record_row *row)
{
    char label[512];
    const struct resource_row *resource = reader_resource(w->reader, row->resource);
    if (!resource)
        return;
    snprintf(label, sizeof label, "%.*s/%.*s", (int)resource->name.length, resource->name.at,
             (int)row->key.length, row->key.at);
    put_node(w, &(struct graph_node){
                    .name = {NODE_RECORD, row->record},
                    .type = resource->kind,
                    .label = span_of(label),
                    .records = 1,
                    .begin = row->begin,
                    .end = row->end,
                    .place = row->place,
                });
}

static void walk_records(struct walk *w)
{
    struct cursor c;
    struct record_row row;
    read_all_records(w->reader->store, &c, w->err);
    while (goes_on(w) && next_record(&c, &row)) {
        mark_record(w, &row);
        if (goes_on(w) && w->is_node[row.record])
            put_record(w, &row);
    }
    close_pass(w, &c);
}

static void put_group(struct walk *w, enum node_kind kind, uint32_t id, int64_t records, millibits bits)
{
    char label[32];
    const char *type = kind == NODE_NETWORK ? "network" : "entity";
    snprintf(label, sizeof label, "%s %u", kind == NODE_NETWORK ? "Network" : "Entity", id);
    put_node(w, &(struct graph_node){
                    .name = {kind, id},
                    .type = span_of(type),
                    .label = span_of(label),
                    .records = records,
                    .bits = bits,
                    .begin = TIME_NONE,
                    .end = TIME_NONE,
                    .place = span_of(""),
                });
}

static void walk_networks(struct walk *w)
{
    struct cursor c;
    struct network_row row;
    read_all_networks(w->reader->store, &c, w->err);
    while (goes_on(w) && next_network(&c, &row))
        put_group(w, NODE_NETWORK, row.network, row.records, row.bits);
    close_pass(w, &c);
}

static void walk_entities(struct walk *w)
{
    struct cursor c;
    struct entity_row row;
    read_all_entities(w->reader->store, &c, w->err);
    while (goes_on(w) && next_entity(&c, &row))
        put_group(w, NODE_ENTITY, row.entity, row.records, 0);
    close_pass(w, &c);
}

static void parties_next(struct parties *p)
{
    p->has_next = next_member(&p->cursor, &p->next);
    if (p->has_next)
        p->next_party = party_find(p->next.party);
}

static void parties_open(struct parties *p, struct walk *w)
{
    *p = (struct parties){.record = 0};
    read_all_parties(w->reader->store, &p->cursor, w->err);
    parties_next(p);
}

/* The entities of the record's parties; records are asked for in their order. */
static void parties_of(struct parties *p, uint32_t record)
{
    if (p->record == record)
        return;
    p->record = record;
    memset(p->entity, 0, sizeof p->entity);
    while (p->has_next && p->next.record <= record) {
        if (p->next.record == record && p->next_party < PARTY_COUNT)
            p->entity[p->next_party] = p->next.entity;
        parties_next(p);
    }
}

static void keep_use(struct walk *w, struct parties *p, const struct party_use_row *row)
{
    enum party party = party_find(row->party);
    if (!is_shown(w, row->record) || party == PARTY_COUNT || party_is_protected(party))
        return;
    parties_of(p, row->record);
    uint32_t user = p->entity[party] ? p->entity[party] : row->record | RECORD_BIT;
    if (!memory_reserve(&w->uses, &w->use_capacity, w->use_count + 1, USES_MOST))
        w->status = error_memory(w->err);
    else
        w->uses[w->use_count++] = (uint64_t)user << 32 | row->identifier;
}

static void gather_uses(struct walk *w)
{
    struct cursor c;
    struct party_use_row row;
    struct parties parties;
    parties_open(&parties, w);
    read_all_party_uses(w->reader->store, &c, w->err);
    while (goes_on(w) && next_party_use(&c, &row))
        keep_use(w, &parties, &row);
    close_pass(w, &c);
    close_pass(w, &parties.cursor);
    if (w->status == BOWLINE_OK && !sort_keys(w->uses, w->use_count))
        w->status = error_memory(w->err);
}

static void put_identifier(struct walk *w, const struct named_value_row *row, int64_t uses)
{
    if (row->is_protected || uses == 0)
        return;
    put_node(w, &(struct graph_node){
                    .name = {NODE_IDENTIFIER, row->value},
                    .type = row->type,
                    .label = row->text,
                    .records = uses,
                    .begin = TIME_NONE,
                    .end = TIME_NONE,
                    .place = span_of(""),
                });
}

static void walk_identifiers(struct walk *w)
{
    struct cursor c;
    struct named_value_row row;
    uint32_t last = 0;
    for (size_t i = 0; i < w->use_count; i++)
        last = (uint32_t)w->uses[i] > last ? (uint32_t)w->uses[i] : last;
    uint32_t *counts = memory_new((size_t)last + 1, sizeof *counts);
    if (!counts) {
        w->status = error_memory(w->err);
        return;
    }
    for (size_t i = 0; i < w->use_count; i++)
        counts[(uint32_t)w->uses[i]]++;
    read_named_values(w->reader->store, span_of(""), span_of(""), &c, w->err);
    while (goes_on(w) && next_named_value(&c, &row))
        put_identifier(w, &row, row.value <= last ? counts[row.value] : 0);
    close_pass(w, &c);
    memory_free(counts);
}

static void put_plain_edge(struct walk *w, struct node_name from, struct node_name to, const char *type,
                           int64_t records)
{
    put_edge(w, &(struct graph_edge){
                    .from = from, .to = to, .type = span_of(type), .records = records, .probability = -1});
}

static void walk_entity_networks(struct walk *w)
{
    struct cursor c;
    struct entity_row row;
    read_all_entities(w->reader->store, &c, w->err);
    while (goes_on(w) && next_entity(&c, &row))
        if (row.network)
            put_plain_edge(w, (struct node_name){NODE_ENTITY, row.entity},
                           (struct node_name){NODE_NETWORK, row.network}, "part of", row.records);
    close_pass(w, &c);
}

static void put_record_edges(struct walk *w, struct parties *p, const struct record_row *row)
{
    struct node_name record = {NODE_RECORD, row->record};
    bool is_placed = false;
    parties_of(p, row->record);
    for (int i = 0; i < PARTY_COUNT; i++) {
        bool is_seen = false;
        for (int j = 0; j < i; j++)
            is_seen = is_seen || p->entity[j] == p->entity[i];
        if (!p->entity[i] || is_seen)
            continue;
        put_plain_edge(w, record, (struct node_name){NODE_ENTITY, p->entity[i]}, "part of", 1);
        is_placed = true;
    }
    if (!is_placed && row->network)
        put_plain_edge(w, record, (struct node_name){NODE_NETWORK, row->network}, "part of", 1);
}

static void walk_record_groups(struct walk *w)
{
    struct cursor c;
    struct record_row row;
    struct parties parties;
    parties_open(&parties, w);
    read_all_records(w->reader->store, &c, w->err);
    while (goes_on(w) && next_record(&c, &row))
        if (is_shown(w, row.record))
            put_record_edges(w, &parties, &row);
    close_pass(w, &c);
    close_pass(w, &parties.cursor);
}

static void walk_uses(struct walk *w)
{
    for (size_t i = 0, end; goes_on(w) && i < w->use_count; i = end) {
        uint32_t user = (uint32_t)(w->uses[i] >> 32);
        struct node_name from = {user & RECORD_BIT ? NODE_RECORD : NODE_ENTITY, user & ~RECORD_BIT};
        for (end = i + 1; end < w->use_count && w->uses[end] == w->uses[i];)
            end++;
        put_plain_edge(w, from, (struct node_name){NODE_IDENTIFIER, (uint32_t)w->uses[i]}, "uses",
                       (int64_t)(end - i));
    }
}

static void walk_links(struct walk *w)
{
    struct cursor c;
    struct link_row row;
    read_all_links(w->reader->store, &c, w->err);
    while (goes_on(w) && next_link(&c, &row)) {
        bool is_protected =
            party_is_protected(party_find(row.from_party)) || party_is_protected(party_find(row.to_party));
        if (is_protected || row.bits <= 0 || !is_shown(w, row.from_record) || !is_shown(w, row.to_record))
            continue;
        put_edge(w, &(struct graph_edge){.from = {NODE_RECORD, row.from_record},
                                         .to = {NODE_RECORD, row.to_record},
                                         .type = span_of("same"),
                                         .records = 1,
                                         .bits = row.bits,
                                         .probability = row.probability});
    }
    close_pass(w, &c);
}

static struct node_name tie_end(uint32_t entity, uint32_t record)
{
    return entity ? (struct node_name){NODE_ENTITY, entity} : (struct node_name){NODE_RECORD, record};
}

static void walk_ties(struct walk *w)
{
    struct cursor c;
    struct tie_row row;
    read_all_ties(w->reader->store, &c, w->err);
    while (goes_on(w) && next_tie(&c, &row)) {
        if (row.network == 0 || (!row.from_entity && !is_shown(w, row.from_record)) ||
            (!row.to_entity && !is_shown(w, row.to_record)))
            continue;
        put_edge(w, &(struct graph_edge){.from = tie_end(row.from_entity, row.from_record),
                                         .to = tie_end(row.to_entity, row.to_record),
                                         .type = row.kind,
                                         .records = row.records,
                                         .bits = row.bits,
                                         .probability = bits_probability(row.bits)});
    }
    close_pass(w, &c);
}

enum bowline_status case_graph_walk(struct reader *reader, const struct graph_sink *sink,
                                    struct bowline_error *err)
{
    static void (*const passes[])(struct walk * w) = {
        walk_records,         walk_networks,      walk_entities, gather_uses, walk_identifiers,
        walk_entity_networks, walk_record_groups, walk_uses,     walk_links,  walk_ties,
    };
    struct walk w = {.reader = reader, .sink = sink, .err = err};
    record_keys_init(&w.keys);
    w.disclosure = (struct disclosure){.reader = reader, .keys = &w.keys};
    for (size_t i = 0; goes_on(&w) && i < sizeof passes / sizeof *passes; i++)
        passes[i](&w);
    record_keys_release(&w.keys);
    memory_free(w.is_node);
    memory_free(w.uses);
    return w.status;
}
