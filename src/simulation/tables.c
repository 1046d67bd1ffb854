/* The tables of a case and the roles of their columns. */
#include "simulation/tables.h"

static const struct column ads[] = {
    {"id", "string", "id"},
    {"posted", "datetime", "time"},
    {"site", "string", "site"},
    {"title", "string", "text"},
    {"text", "string", "text"},
    {"phone", "string", "contact.phone"},
    {"email", "string", "contact.email"},
    {"handle", "string", "contact.handle"},
    {"website", "string", "contact.url"},
    {"place", "string", "place"},
    {"country", "string", "country"},
    {"lat", "number", "lat"},
    {"lon", "number", "lon"},
    {"images", "string", "advertised.image"},
    {"name", "string", "advertised.name"},
    {0},
};

static const struct column stays[] = {
    {"id", "string", "id"},
    {"arrival", "date", "start"},
    {"departure", "date", "end"},
    {"premises", "string", "name"},
    {"address", "string", "address"},
    {"place", "string", "place"},
    {"country", "string", "country"},
    {"booker", "string", "booker.name"},
    {"booker_phone", "string", "booker.phone"},
    {"booker_email", "string", "booker.email"},
    {"payer_account", "string", "payer.account"},
    {"guest", "string", "guest.name"},
    {"guest_document", "string", "guest.document"},
    {"plate", "string", "booker.plate"},
    {0},
};

static const struct column payments[] = {
    {"id", "string", "id"},
    {"time", "datetime", "time"},
    {"from_account", "string", "from.account"},
    {"from_name", "string", "from.name"},
    {"from_phone", "string", "from.phone"},
    {"from_email", "string", "from.email"},
    {"from_document", "string", "from.document"},
    {"to_account", "string", "to.account"},
    {"to_name", "string", "to.name"},
    {"to_phone", "string", "to.phone"},
    {"to_email", "string", "to.email"},
    {"to_document", "string", "to.document"},
    {"amount", "number", "amount"},
    {"currency", "string", "currency"},
    {"channel", "string", "channel"},
    {"text", "string", "text"},
    {0},
};

static const struct column calls[] = {
    {"id", "string", "id"},
    {"time", "datetime", "time"},
    {"from_phone", "string", "from.phone"},
    {"from_handset", "string", "from.handle"},
    {"to_phone", "string", "to.phone"},
    {"to_handset", "string", "to.handle"},
    {"seconds", "integer", "duration"},
    {"channel", "string", "channel"},
    {0},
};

static const struct column premises[] = {
    {"id", "string", "id"},
    {"name", "string", "name"},
    {"address", "string", "address"},
    {"postcode", "string", "postcode"},
    {"place", "string", "place"},
    {"country", "string", "country"},
    {"lat", "number", "lat"},
    {"lon", "number", "lon"},
    {"owner", "string", "owner.name"},
    {"manager_phone", "string", "manager.phone"},
    {0},
};

static const struct column persons[] = {
    {"id", "string", "id"},       {"name", "string", "name"},
    {"born", "string", "born"},   {"category", "string", "category"},
    {"phone", "string", "phone"}, {"document", "string", "document"},
    {"place", "string", "place"}, {0},
};

static const struct column reports[] = {
    {"id", "string", "id"},     {"date", "date", "time"},     {"source", "string", "source"},
    {"text", "string", "text"}, {"place", "string", "place"}, {0},
};

const struct table_plan table_plans[TABLE_COUNT] = {
    [TABLE_ADS] = {"ads", "ads.csv", "csv", "ad", ads},
    [TABLE_STAYS] = {"stays", "stays.csv", "csv", "stay", stays},
    [TABLE_PAYMENTS] = {"payments", "payments.csv", "csv", "payment", payments},
    [TABLE_CALLS] = {"calls", "calls.csv", "csv", "call", calls},
    [TABLE_PREMISES] = {"premises", "premises.csv", "csv", "premises", premises},
    [TABLE_PERSONS] = {"persons", "persons.csv", "csv", "person", persons},
    [TABLE_REPORTS] = {"reports", "reports.jsonl", "jsonl", "report", reports},
};
