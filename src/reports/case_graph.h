/* A case as nodes and edges, for programs that draw or join graphs: networks, entities, the records filed
 * under them, and the identifiers that their parties use. Protected parties have no place in it: neither
 * their identifiers, nor records of possible victims, nor edges that would say what such a party uses
 * (docs/protection.md). Records that stand alone are left out. */
#ifndef REPORTS_CASE_GRAPH_H
#define REPORTS_CASE_GRAPH_H

#include "reports/reader.h"

enum node_kind { NODE_NETWORK, NODE_ENTITY, NODE_RECORD, NODE_IDENTIFIER };

struct node_name {
    enum node_kind kind;
    uint32_t id; /* of its table */
};

struct graph_node {
    struct node_name name;
    struct span type;   /* network, entity, the kind of a record, the type of an identifier */
    struct span label;  /* "Network 3", "ads/A-1", the value; as it was given: escape it */
    int64_t records;    /* of a network, an entity, an identifier's users; 1 for a record */
    millibits bits;     /* of a network, else 0 */
    int64_t begin, end; /* of a record; TIME_NONE where not known */
    struct span place;  /* of a record, its key; "" where not known */
};

struct graph_edge {
    struct node_name from, to;
    struct span type;   /* part of (a group), uses (an identifier), same (operator), or the kind of a tie */
    int64_t records;    /* that say so */
    millibits bits;     /* of same and ties, else 0 */
    double probability; /* of same and ties, else -1 */
};

/* All nodes come before the first edge. A sink that returns false ends the walk; it knows why. */
struct graph_sink {
    void *context;
    bool (*node)(void *context, const struct graph_node *node);
    bool (*edge)(void *context, const struct graph_edge *edge);
};

/* Sorted by kind and ids, the same from run to run. Memory: 30 bytes a record, 16 a use of an identifier by a
 * grouped record. */
enum bowline_status case_graph_walk(struct reader *reader, const struct graph_sink *sink,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* "n3", "e12", "r7", "i9": a name without signs that a format might forbid. */
#define NODE_NAME_SIZE 16
void node_name_format(struct node_name name, char out[NODE_NAME_SIZE]);

#endif
