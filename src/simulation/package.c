/* datapackage.json: the tables and the roles of their columns. */
#include "simulation/rows.h"

static void write_resource(struct buffer *out, const struct table_plan *resource)
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
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        write_resource(bytes, &table_plans[i]);
        buffer_append_text(bytes, i + 1 < TABLE_COUNT ? ",\n" : "\n");
    }
    buffer_append_text(bytes, "  ]\n}\n");
    return table_flush(&out->table, 0, out->err);
}
