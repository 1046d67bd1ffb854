/* Data packages in memory: made, released, written, and put into a record table. */
#include "records/package.h"

#include "base/memory.h"
#include "records/cell_check.h"

#include <jansson.h>
#include <stdlib.h>

/* A package with more is not one that a person wrote. */
enum { MOST_RESOURCES = 10000, MOST_FIELDS = 10000, MOST_ALIASES = 100000 };

static char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = memory_new(size, 1);
    return copy ? memcpy(copy, text, size) : NULL;
}

void package_init(struct package *package)
{
    *package = (struct package){0};
}

static void release_resource(struct package_resource *resource)
{
    for (size_t f = 0; f < resource->field_count; f++) {
        memory_free(resource->fields[f].name);
        memory_free(resource->fields[f].format);
    }
    memory_free(resource->fields);
    memory_free(resource->name);
    memory_free(resource->path);
    memory_free(resource->encoding);
}

void package_release(struct package *package)
{
    for (size_t r = 0; r < package->resource_count; r++)
        release_resource(&package->resources[r]);
    for (size_t a = 0; a < package->alias_count; a++) {
        memory_free(package->aliases[a].name);
        memory_free(package->aliases[a].place);
    }
    memory_free(package->aliases);
    memory_free(package->resources);
    memory_free(package->title);
    package_init(package);
}

struct package_resource *package_add_resource(struct package *package, const char *name, const char *path)
{
    struct package_resource *grown =
        package->resource_count < MOST_RESOURCES
            ? memory_resize(package->resources, package->resource_count + 1, sizeof *grown)
            : NULL;
    if (!grown)
        return NULL;
    package->resources = grown;
    struct package_resource *added = &grown[package->resource_count];
    *added = (struct package_resource){.name = copy_text(name), .path = copy_text(path)};
    if (!added->name || !added->path) {
        release_resource(added);
        return NULL;
    }
    package->resource_count++;
    return added;
}

struct package_field *package_add_field(struct package_resource *resource, const char *name)
{
    struct package_field *grown =
        resource->field_count < MOST_FIELDS
            ? memory_resize(resource->fields, resource->field_count + 1, sizeof *grown)
            : NULL;
    if (!grown)
        return NULL;
    resource->fields = grown;
    struct package_field *added = &grown[resource->field_count];
    *added = (struct package_field){.name = copy_text(name)};
    if (!added->name)
        return NULL;
    resource->field_count++;
    return added;
}

bool package_add_alias(struct package *package, const char *name, const char *place)
{
    struct package_alias *grown =
        package->alias_count < MOST_ALIASES
            ? memory_resize(package->aliases, package->alias_count + 1, sizeof *grown)
            : NULL;
    if (!grown)
        return false;
    package->aliases = grown;
    struct package_alias *added = &grown[package->alias_count++];
    *added = (struct package_alias){.name = copy_text(name), .place = copy_text(place)};
    return added->name && added->place;
}

static json_t *aliases_json(const struct package *package)
{
    json_t *places = json_object();
    for (size_t a = 0; a < package->alias_count; a++)
        json_object_set_new(places, package->aliases[a].name, json_string(package->aliases[a].place));
    return json_pack("{s:o}", "places", places);
}

static json_t *field_json(const struct package_resource *resource, const struct package_field *field)
{
    json_t *json = json_pack("{s:s, s:s}", "name", field->name, "type", "string");
    if (field->format)
        json_object_set_new(json, type_is_number(field->role.type) ? "decimalChar" : "format",
                            json_string(field->format));
    if (field->role.type == TYPE_NONE)
        return json;
    const char *type = type_name(field->role.type);
    if (field->role.party == kind_default_party(resource->kind) && !field->says_party)
        json_object_set_new(json, "bowline", json_string(type));
    else
        json_object_set_new(json, "bowline", json_sprintf("%s.%s", party_name(field->role.party), type));
    return json;
}

static json_t *resource_json(const struct package_resource *resource)
{
    json_t *fields = json_array();
    for (size_t f = 0; f < resource->field_count; f++)
        json_array_append_new(fields, field_json(resource, &resource->fields[f]));
    json_t *json = json_pack("{s:s, s:s, s:s}", "name", resource->name, "path", resource->path, "format",
                             resource->format == FORMAT_CSV ? "csv" : "jsonl");
    if (resource->encoding)
        json_object_set_new(json, "encoding", json_string(resource->encoding));
    json_t *dialect = json_object();
    if (resource->delimiter)
        json_object_set_new(dialect, "delimiter", json_stringn(&resource->delimiter, 1));
    if (resource->is_headless)
        json_object_set_new(dialect, "header", json_false());
    if (json_object_size(dialect))
        json_object_set(json, "dialect", dialect);
    json_decref(dialect);
    json_object_set_new(json, "bowline", json_pack("{s:s}", "kind", kind_name(resource->kind)));
    json_object_set_new(json, "schema", json_pack("{s:o}", "fields", fields));
    return json;
}

static int append_piece(const char *piece, size_t length, void *out)
{
    buffer_append(out, piece, length);
    return buffer_ok(out) ? 0 : -1;
}

void package_write(const struct package *package, struct buffer *out)
{
    json_t *resources = json_array();
    for (size_t r = 0; r < package->resource_count; r++)
        json_array_append_new(resources, resource_json(&package->resources[r]));
    json_t *json = json_pack("{s:s, s:s, s:o}", "profile", "tabular-data-package", "title",
                             package->title ? package->title : "", "resources", resources);
    if (json && package->alias_count)
        json_object_set_new(json, "bowline", aliases_json(package));
    if (!json || json_dump_callback(json, append_piece, out, JSON_INDENT(2)) != 0)
        out->failed = true;
    buffer_append_char(out, '\n');
    json_decref(json);
}

bool package_describe(const struct package_resource *resource, struct record_table *table, resource_id id)
{
    for (size_t f = 0; f < resource->field_count; f++) {
        const struct package_field *field = &resource->fields[f];
        if (!record_table_add_field(table, id, field->name, field->role, field->format))
            return false;
    }
    return true;
}
