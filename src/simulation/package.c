/* datapackage.json: the tables and the roles of their columns. */
#include "simulation/rows.h"

struct column {
    const char *name, *type, *role;
};

struct resource_text {
    const char *name, *path, *format, *kind;
    const struct column *columns;
};

static const struct column ads[] = {
    {"id", "string", "id"},
    {"posted", "datetime", "time"},
    {"site", "string", "site"},
    {"title", "string", "text"},
    {"text", "string", "text"},
    {"phone", "string", "contact.phone"},
    {"email", "string", "contact.email"},
    {"handle", "string", "contact.handle"},
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
    {0},
};

static const struct column payments[] = {
    {"id", "string", "id"},
    {"time", "datetime", "time"},
    {"from_account", "string", "from.account"},
    {"from_name", "string", "from.name"},
    {"to_account", "string", "to.account"},
    {"to_name", "string", "to.name"},
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
    {"to_phone", "string", "to.phone"},
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
    {"id", "string", "id"},
    {"name", "string", "name"},
    {"born", "string", "born"},
    {"category", "string", "category"},
    {"phone", "string", "phone"},
    {"place", "string", "place"},
    {0},
};

static const struct column reports[] = {
    {"id", "string", "id"},     {"date", "date", "time"},     {"source", "string", "source"},
    {"text", "string", "text"}, {"place", "string", "place"}, {0},
};

static const struct resource_text resources[] = {
    {"ads", "ads.csv", "csv", "ad", ads},
    {"stays", "stays.csv", "csv", "stay", stays},
    {"payments", "payments.csv", "csv", "payment", payments},
    {"calls", "calls.csv", "csv", "call", calls},
    {"premises", "premises.csv", "csv", "premises", premises},
    {"persons", "persons.csv", "csv", "person", persons},
    {"reports", "reports.jsonl", "jsonl", "report", reports},
};

enum { RESOURCES = sizeof resources / sizeof *resources };

static void write_resource(struct buffer *out, const struct resource_text *resource)
{
    buffer_format(out,
                  "    {\n      \"name\": \"%s\",\n      \"path\": \"%s\",\n      \"format\": \"%s\",\n"
                  "      \"encoding\": \"utf-8\",\n      \"bowline\": {\"kind\": \"%s\"},\n"
                  "      \"schema\": {\n        \"fields\": [\n",
                  resource->name, resource->path, resource->format, resource->kind);
    for (const struct column *column = resource->columns; column->name; column++)
        buffer_format(out, "          {\"name\": \"%s\", \"type\": \"%s\", \"bowline\": \"%s\"}%s\n",
                      column->name, column->type, column->role, column[1].name ? "," : "");
    buffer_append_text(out, "        ]\n      }\n    }");
}

enum bowline_status write_package(struct row_output *out)
{
    struct buffer *bytes = &out->table.bytes;
    buffer_append_text(bytes, "{\n  \"name\": \"simulated-case\",\n");
    buffer_append_text(bytes,
                       "  \"title\": \"An invented case: no person, number or account in it is real\",\n");
    buffer_append_text(bytes, "  \"resources\": [\n");
    for (size_t i = 0; i < RESOURCES; i++) {
        write_resource(bytes, &resources[i]);
        buffer_append_text(bytes, i + 1 < RESOURCES ? ",\n" : "\n");
    }
    buffer_append_text(bytes, "  ]\n}\n");
    return table_flush(&out->table, 0, out->err);
}
