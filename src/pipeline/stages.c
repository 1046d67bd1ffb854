/* The stage table. A stage reads only what stages above it write, and what people decided (a test walks
 * the rows). */
#include "pipeline/stages.h"

#define RECORDS     TABLE_BIT(TABLE_RECORDS)
#define IDENTIFIERS TABLE_BIT(TABLE_IDENTIFIERS)
#define TEMPLATES   TABLE_BIT(TABLE_TEMPLATES)
#define ON_VALUES   TABLE_BIT(TABLE_DECIDED_VALUES)
#define LINKS       TABLE_BIT(TABLE_LINKS)
#define ON_RECORDS  TABLE_BIT(TABLE_DECIDED_RECORDS)
#define ENTITIES    TABLE_BIT(TABLE_ENTITIES)
#define NETWORKS    TABLE_BIT(TABLE_NETWORKS)
#define MOVEMENT    TABLE_BIT(TABLE_MOVEMENT)
#define MONEY       TABLE_BIT(TABLE_MONEY)
#define REPORTS     TABLE_BIT(TABLE_REPORTS)
#define SEARCH      TABLE_BIT(TABLE_SEARCH)
#define MARKINGS    TABLE_BIT(TABLE_MARKINGS)
#define ROLES       TABLE_BIT(TABLE_ROLES)

const struct stage stages[STAGE_COUNT] = {
    {"read", "tables become records; what cannot be read is rejected", "bytes", 1, 0, RECORDS, 2, stage_read},
    {"identify", "contacts and marks are found and normalised", "records", 3, RECORDS, IDENTIFIERS, 1,
     stage_identify},
    {"templates", "near-duplicate texts are grouped", "texts", 8, RECORDS, TEMPLATES, 1, stage_templates},
    {"link", "pairs of mentions get bits for and against", "pairs", 6,
     RECORDS | IDENTIFIERS | TEMPLATES | ON_VALUES, LINKS, 1, stage_link},
    {"entities", "mentions that one operator controls", "links", 4,
     RECORDS | IDENTIFIERS | LINKS | ON_RECORDS, ENTITIES, 1, stage_entities},
    {"networks", "entities that work together", "ties", 3,
     RECORDS | IDENTIFIERS | TEMPLATES | LINKS | ENTITIES, NETWORKS, 1, stage_networks},
    {"movement", "sightings, visits and circuits", "sightings", 3,
     RECORDS | IDENTIFIERS | ENTITIES | NETWORKS, MOVEMENT, 2, stage_movement},
    {"money", "what passed through each account", "accounts", 3, RECORDS | IDENTIFIERS, MONEY, 1,
     stage_money},
    {"roles", "who does what in a network, and what else it could be", "roles", 1,
     RECORDS | IDENTIFIERS | ENTITIES | NETWORKS | MONEY | ON_RECORDS, ROLES, 1, stage_roles},
    {"observe", "what reports state, and who says so", "texts", 1,
     RECORDS | IDENTIFIERS | TEMPLATES | MOVEMENT, REPORTS, 1, stage_observe},
    {"mark", "grades and handling codes", "records", 1, RECORDS, MARKINGS, 1, stage_mark},
    {"search", "the index of words", "records", 1, RECORDS, SEARCH, 2, stage_search},
};
