/* The stage table. A stage reads only what stages above it write (a test walks the rows). */
#include "pipeline/stages.h"

#define RECORDS     TABLE_BIT(TABLE_RECORDS)
#define IDENTIFIERS TABLE_BIT(TABLE_IDENTIFIERS)
#define TEMPLATES   TABLE_BIT(TABLE_TEMPLATES)
#define LINKS       TABLE_BIT(TABLE_LINKS)
#define ENTITIES    TABLE_BIT(TABLE_ENTITIES)
#define NETWORKS    TABLE_BIT(TABLE_NETWORKS)
#define MOVEMENT    TABLE_BIT(TABLE_MOVEMENT)
#define MONEY       TABLE_BIT(TABLE_MONEY)
#define SEARCH      TABLE_BIT(TABLE_SEARCH)

const struct stage stages[STAGE_COUNT] = {
    {"read", "tables become records; what cannot be read is rejected", "bytes", 1, 0, RECORDS, 1, stage_read},
    {"identify", "contacts and marks are found and normalised", "records", 2, RECORDS, IDENTIFIERS, 1,
     stage_identify},
    {"templates", "near-duplicate texts are grouped", "texts", 5, RECORDS, TEMPLATES, 1, stage_templates},
    {"link", "pairs of mentions get bits for and against", "pairs", 3, RECORDS | IDENTIFIERS | TEMPLATES,
     LINKS, 1, stage_link},
    {"entities", "mentions that one operator controls", "links", 1, RECORDS | LINKS, ENTITIES, 1,
     stage_entities},
    {"networks", "entities that work together", "ties", 1,
     RECORDS | IDENTIFIERS | TEMPLATES | LINKS | ENTITIES, NETWORKS, 1, stage_networks},
    {"movement", "sightings, and the visits of each entity", "sightings", 1, RECORDS | ENTITIES, MOVEMENT, 1,
     stage_movement},
    {"money", "what passed through each account", "accounts", 1, RECORDS | IDENTIFIERS, MONEY, 1,
     stage_money},
    {"search", "the index of words", "records", 1, RECORDS, SEARCH, 1, stage_search},
};

unsigned stage_of_table(enum case_table table)
{
    unsigned s = 0;
    while (s < STAGE_COUNT && !(stages[s].writes & TABLE_BIT(table)))
        s++;
    return s;
}
