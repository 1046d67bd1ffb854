/* Reading a datapackage.json: every word is checked, and an error says where it is and what is allowed. */
#include "records/package.h"

#include "base/memory.h"
#include "records/cell_check.h"
#include "records/dates.h"
#include "records/encoding.h"

#include <jansson.h>
#include <strings.h>

/* Appends the words that a reader may use instead, with commas between them. */
static void list_word(struct buffer *list, const char *word)
{
    if (!*word)
        return;
    if (list->length)
        buffer_append_text(list, ", ");
    buffer_append_text(list, word);
}

static enum bowline_status fail_words(struct bowline_error *err, const char *where, const char *what,
                                      struct span word, struct buffer *allowed)
{
    buffer_append_char(allowed, '\0');
    return error_set(err, BOWLINE_ERROR_INPUT, "%s: unknown %s \"%.*s\"; allowed: %s", where, what,
                     (int)(word.length < 80 ? word.length : 80), word.at,
                     buffer_ok(allowed) ? allowed->data : "");
}

static enum bowline_status fail_kind(const char *where, struct span word, struct bowline_error *err)
{
    struct buffer allowed;
    buffer_init(&allowed, 4096);
    for (int k = 1; k < KIND_COUNT; k++)
        list_word(&allowed, kind_name((enum record_kind)k));
    enum bowline_status status = fail_words(err, where, "kind", word, &allowed);
    buffer_release(&allowed);
    return status;
}

static enum bowline_status fail_type(const char *where, struct span word, struct bowline_error *err)
{
    struct buffer allowed;
    buffer_init(&allowed, 4096);
    for (int t = 1; t < TYPE_COUNT; t++)
        list_word(&allowed, type_name((enum column_type)t));
    enum bowline_status status = fail_words(err, where, "type", word, &allowed);
    buffer_release(&allowed);
    return status;
}

static enum bowline_status fail_party(const char *where, enum record_kind kind, struct span word,
                                      struct bowline_error *err)
{
    struct buffer allowed;
    char what[80];
    buffer_init(&allowed, 4096);
    for (int p = 0; p < PARTY_COUNT; p++)
        if (kind_allows(kind, (enum party)p) && p != PARTY_SELF)
            list_word(&allowed, party_name((enum party)p));
    if (allowed.length == 0)
        buffer_append_text(&allowed, "none: leave the party out");
    snprintf(what, sizeof what, "party of kind %s", kind_name(kind));
    enum bowline_status status = fail_words(err, where, what, word, &allowed);
    buffer_release(&allowed);
    return status;
}

/* A role: "[party.]type". */
static enum bowline_status parse_role(struct span word, enum record_kind kind, const char *where,
                                      struct role *out, struct bowline_error *err)
{
    const char *dot = memchr(word.at, '.', word.length);
    struct span type = word;
    out->party = kind_default_party(kind);
    if (dot) {
        struct span party = {word.at, (size_t)(dot - word.at)};
        type = (struct span){dot + 1, word.length - party.length - 1};
        out->party = party_find(party);
        if (out->party == PARTY_COUNT || out->party == PARTY_SELF || !kind_allows(kind, out->party))
            return fail_party(where, kind, party, err);
    }
    out->type = type_find(type);
    return out->type == TYPE_NONE ? fail_type(where, type, err) : BOWLINE_OK;
}

static struct span string_at(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_string(value))
        return (struct span){NULL, 0};
    return (struct span){json_string_value(value), json_string_length(value)};
}

/* Names stand in messages and file names: they must be text without zeros. */
static const char *name_of(const json_t *object)
{
    struct span name = string_at(object, "name");
    return name.length && strlen(name.at) == name.length ? name.at : NULL;
}

static char *copy_span(struct span s)
{
    char *copy = memory_new(s.length + 1, 1);
    if (copy && s.length)
        memcpy(copy, s.at, s.length);
    return copy;
}

static bool is_time(enum column_type type)
{
    return type == TYPE_TIME || type == TYPE_START || type == TYPE_END;
}

static enum bowline_status parse_time_format(struct span format, struct package_field *field,
                                             const char *where, struct bowline_error *err)
{
    if (format.length == 0 || span_equal(format, span_of("default")))
        return BOWLINE_OK;
    field->format = copy_span(format);
    if (!field->format)
        return error_memory(err);
    const char *reason = date_check_pattern(field->format);
    if (reason)
        return error_set(err, BOWLINE_ERROR_INPUT, "%s: format \"%s\": %s", where, field->format, reason);
    return BOWLINE_OK;
}

static enum bowline_status parse_decimal_char(struct span sign, struct package_field *field,
                                              const char *where, struct bowline_error *err)
{
    if (!sign.at)
        return BOWLINE_OK;
    if (sign.length != 1 || !strchr(".,", sign.at[0]))
        return error_set(err, BOWLINE_ERROR_INPUT, "%s: decimalChar must be \".\" or \",\"", where);
    field->format = copy_span(sign);
    return field->format ? BOWLINE_OK : error_memory(err);
}

static enum bowline_status parse_format(const json_t *json, struct package_field *field, const char *where,
                                        struct bowline_error *err)
{
    if (is_time(field->role.type))
        return parse_time_format(string_at(json, "format"), field, where, err);
    if (type_is_number(field->role.type))
        return parse_decimal_char(string_at(json, "decimalChar"), field, where, err);
    return BOWLINE_OK;
}

static enum bowline_status parse_field(const json_t *json, struct package_resource *resource,
                                       struct bowline_error *err)
{
    char where[300];
    const char *name = name_of(json);
    if (!name)
        return error_set(err, BOWLINE_ERROR_INPUT, "resource %s: field %zu has no name", resource->name,
                         resource->field_count + 1);
    snprintf(where, sizeof where, "resource %.100s, field %.100s", resource->name, name);
    for (size_t f = 0; f < resource->field_count; f++)
        if (strcmp(resource->fields[f].name, name) == 0)
            return error_set(err, BOWLINE_ERROR_INPUT, "%s: two fields have this name; give one another",
                             where);
    struct package_field *field = package_add_field(resource, name);
    if (!field)
        return error_memory(err);
    const json_t *role = json_object_get(json, "bowline");
    if (!role)
        return BOWLINE_OK;
    if (!json_is_string(role))
        return error_set(err, BOWLINE_ERROR_INPUT, "%s: \"bowline\" must be a word such as \"phone\"", where);
    enum bowline_status status =
        parse_role(string_at(json, "bowline"), resource->kind, where, &field->role, err);
    return status == BOWLINE_OK ? parse_format(json, field, where, err) : status;
}

/* A path must stay below the data package's folder, as Frictionless asks. */
static bool is_safe_path(struct span path)
{
    if (path.length == 0 || path.at[0] == '/' || path.at[0] == '~' || strlen(path.at) != path.length)
        return false;
    for (const char *part = path.at; part;) {
        const char *slash = strchr(part, '/');
        size_t length = slash ? (size_t)(slash - part) : strlen(part);
        if (length == 2 && memcmp(part, "..", 2) == 0)
            return false;
        part = slash ? slash + 1 : NULL;
    }
    return true;
}

static bool is_json_lines(struct span word)
{
    return span_equal(word, span_of("jsonl")) || span_equal(word, span_of("ndjson"));
}

/* By `format`, else by the end of the path, a compression's ending left out. */
static enum bowline_status parse_table_format(const json_t *json, struct package_resource *resource,
                                              struct bowline_error *err)
{
    struct span format = string_at(json, "format");
    if (format.length == 0) {
        bool by_name = strstr(resource->path, ".jsonl") || strstr(resource->path, ".ndjson");
        resource->format = by_name ? FORMAT_JSON_LINES : FORMAT_CSV;
        return BOWLINE_OK;
    }
    resource->format = is_json_lines(format) ? FORMAT_JSON_LINES : FORMAT_CSV;
    if (resource->format == FORMAT_CSV && !span_equal(format, span_of("csv")) &&
        !span_equal(format, span_of("tsv")))
        return error_set(err, BOWLINE_ERROR_INPUT,
                         "resource %s: unknown format \"%.40s\"; allowed: csv, tsv, jsonl, ndjson",
                         resource->name, format.at);
    if (span_equal(format, span_of("tsv")))
        resource->delimiter = '\t';
    return BOWLINE_OK;
}

static enum bowline_status parse_dialect(const json_t *json, struct package_resource *resource,
                                         struct bowline_error *err)
{
    const json_t *dialect = json_object_get(json, "dialect");
    struct span delimiter = string_at(dialect, "delimiter");
    if (delimiter.length > 1 || (delimiter.length == 1 && strchr("\"\r\n", delimiter.at[0])))
        return error_set(err, BOWLINE_ERROR_INPUT,
                         "resource %s: the delimiter must be one character and no quote", resource->name);
    if (delimiter.length)
        resource->delimiter = delimiter.at[0];
    resource->is_headless = json_is_false(json_object_get(dialect, "header"));
    struct span encoding = string_at(json, "encoding");
    if (encoding.length == 0)
        return BOWLINE_OK;
    if (encoding_find(encoding) == ENCODING_COUNT)
        return error_set(err, BOWLINE_ERROR_INPUT,
                         "resource %s: unknown encoding \"%.40s\"; allowed: utf-8, utf-16, utf-16le, "
                         "utf-16be, windows-1252",
                         resource->name, encoding.at);
    resource->encoding = copy_span(encoding);
    return resource->encoding ? BOWLINE_OK : error_memory(err);
}

static enum bowline_status parse_fields(const json_t *json, struct package_resource *resource,
                                        struct bowline_error *err)
{
    const json_t *fields = json_object_get(json_object_get(json, "schema"), "fields");
    if (!json_is_array(fields) || json_array_size(fields) == 0)
        return error_set(err, BOWLINE_ERROR_INPUT,
                         "resource %s: schema.fields is missing: say what each column holds", resource->name);
    enum bowline_status status = BOWLINE_OK;
    for (size_t i = 0; i < json_array_size(fields) && status == BOWLINE_OK; i++)
        status = parse_field(json_array_get(fields, i), resource, err);
    return status;
}

static enum bowline_status parse_resource(const json_t *json, struct package *package,
                                          struct bowline_error *err)
{
    const char *name = name_of(json);
    struct span path = string_at(json, "path");
    if (!name)
        return error_set(err, BOWLINE_ERROR_INPUT, "resource %zu has no name", package->resource_count + 1);
    for (size_t r = 0; r < package->resource_count; r++)
        if (strcmp(package->resources[r].name, name) == 0)
            return error_set(err, BOWLINE_ERROR_INPUT,
                             "resource %s: two resources have this name; give one another", name);
    if (!is_safe_path(path))
        return error_set(err, BOWLINE_ERROR_INPUT,
                         "resource %s: \"path\" must name one file in or below the data package's folder",
                         name);
    struct package_resource *resource = package_add_resource(package, name, path.at);
    if (!resource)
        return error_memory(err);
    struct span kind = string_at(json_object_get(json, "bowline"), "kind");
    char where[200];
    snprintf(where, sizeof where, "resource %.100s", name);
    resource->kind = kind.length ? kind_find(kind) : KIND_NONE;
    if (resource->kind == KIND_NONE)
        return fail_kind(where, kind.length ? kind : span_of(""), err);
    enum bowline_status status = parse_table_format(json, resource, err);
    if (status == BOWLINE_OK)
        status = parse_dialect(json, resource, err);
    return status == BOWLINE_OK ? parse_fields(json, resource, err) : status;
}

static enum bowline_status parse_aliases(const json_t *root, struct package *out, struct bowline_error *err)
{
    const json_t *bowline = json_object_get(root, "bowline");
    json_t *places = json_object_get(bowline, "places");
    if (bowline && !json_is_object(bowline))
        return error_set(err, BOWLINE_ERROR_INPUT, "\"bowline\" must be an object such as {\"places\": {}}");
    if (places && !json_is_object(places))
        return error_set(err, BOWLINE_ERROR_INPUT,
                         "bowline.places must be an object: {\"the old docks\": \"be:antwerp\"}");
    const char *name;
    json_t *place;
    json_object_foreach(places, name, place)
    {
        if (!json_is_string(place))
            return error_set(
                err, BOWLINE_ERROR_INPUT,
                "bowline.places: \"%.80s\" must be given a key of a place, such as \"be:antwerp\"", name);
        if (!package_add_alias(out, name, json_string_value(place)))
            return error_memory(err);
    }
    return BOWLINE_OK;
}

static enum bowline_status parse_root(const json_t *root, struct package *out, struct bowline_error *err)
{
    struct span title = string_at(root, "title");
    if (title.length == 0)
        title = string_at(root, "name");
    out->title = copy_span(title);
    if (!out->title)
        return error_memory(err);
    const json_t *resources = json_object_get(root, "resources");
    if (!json_is_array(resources) || json_array_size(resources) == 0)
        return error_set(
            err, BOWLINE_ERROR_INPUT,
            "not a data package: \"resources\" is missing or empty; `bowline init FILE...` writes one");
    enum bowline_status status = parse_aliases(root, out, err);
    for (size_t i = 0; i < json_array_size(resources) && status == BOWLINE_OK; i++)
        status = parse_resource(json_array_get(resources, i), out, err);
    return status;
}

enum bowline_status package_parse(struct span bytes, struct package *out, struct bowline_error *err)
{
    json_error_t where;
    package_init(out);
    json_t *root = json_loadb(bytes.at, bytes.length, JSON_REJECT_DUPLICATES, &where);
    if (!root)
        return error_set(err, BOWLINE_ERROR_INPUT, "not JSON: line %d, column %d: %s", where.line,
                         where.column, where.text);
    enum bowline_status status = parse_root(root, out, err);
    json_decref(root);
    if (status != BOWLINE_OK)
        package_release(out);
    return status;
}
