/* A data package (Frictionless) as Bowline reads it: tables, their columns and what these hold. Only bytes
 * here; files are the pipeline's. docs/input.md is the contract. */
#ifndef RECORDS_PACKAGE_H
#define RECORDS_PACKAGE_H

#include "base/buffer.h"
#include "base/error.h"
#include "records/record_table.h"

enum table_format { FORMAT_CSV, FORMAT_JSON_LINES };

struct package_field {
    char *name;
    char *format;     /* Frictionless `format` of a time, `decimalChar` of a number; NULL where not given */
    struct role role; /* type TYPE_NONE where the column has no role */
    bool says_party;  /* written out with its party even where that is the kind's default */
};

struct package_resource {
    char *name;
    char *path;     /* beside the data package, checked to stay below its folder */
    char *encoding; /* as given; NULL: recognise it */
    enum table_format format;
    char delimiter;   /* 0: recognise it */
    bool is_headless; /* of CSV: the first row is data, and the fields are the columns in order */
    enum record_kind kind;
    struct package_field *fields;
    size_t field_count;
};

/* What the user calls a place: "bowline": {"places": {"the old docks": "be:antwerp"}}. */
struct package_alias {
    char *name;
    char *place; /* key of a place of the gazetteer; not checked here */
};

struct package {
    char *title; /* never NULL */
    struct package_alias *aliases;
    size_t alias_count;
    struct package_resource *resources;
    size_t resource_count;
};

/* bytes: a datapackage.json. What is unknown or cannot be is an error that names the resource, the field and
 * the words that are allowed. */
enum bowline_status package_parse(struct span bytes, struct package *out,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;
void package_init(struct package *package);
void package_release(struct package *package);

/* Adds an empty resource or field; NULL where memory is short. The names are copied. */
struct package_resource *package_add_resource(struct package *package, const char *name, const char *path);
struct package_field *package_add_field(struct package_resource *resource, const char *name);

bool package_add_alias(struct package *package, const char *name, const char *place);

/* Appends the package as indented JSON. */
void package_write(const struct package *package, struct buffer *out);

/* Adds the resource's fields to a record table, in order. False where memory is short. */
bool package_describe(const struct package_resource *resource, struct record_table *table, resource_id id);

#endif
