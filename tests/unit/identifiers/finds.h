/* Reads one value as a column or a text of one record, and writes what was found as "type=value[start,end];
 * ...".
 */
#ifndef TESTS_UNIT_IDENTIFIERS_FINDS_H
#define TESTS_UNIT_IDENTIFIERS_FINDS_H

#include "identifiers/identifier_table.h"
#include "support/cmocka_all.h"

struct given {
    enum column_type type;
    const char *country; /* "" for none */
    const char *site;    /* NULL for none */
    struct span value;
    bool with_form; /* in the answer, after the bytes: "phone=+32470123456[0,9]/plain" */
};

static inline void records_of(struct record_table *records, const struct given *given)
{
    record_table_init(records);
    resource_id resource = record_table_add_resource(records, "ads", KIND_AD);
    struct record record = {.kind = KIND_AD, .resource = resource, .begin = TIME_NONE, .end = TIME_NONE};
    struct role role = {PARTY_CONTACT, given->type};
    field_id value = record_table_add_field(records, resource, "value", role, NULL);
    field_id country = record_table_add_field(records, resource, "country",
                                              (struct role){PARTY_CONTACT, TYPE_COUNTRY}, NULL);
    field_id site =
        record_table_add_field(records, resource, "site", (struct role){PARTY_CONTACT, TYPE_SITE}, NULL);
    assert_true(record_table_add(records, &record, span_of("1")));
    if (given->value.length)
        assert_true(record_table_add_cell(records, value, given->value));
    if (given->country[0])
        assert_true(record_table_add_cell(records, country, span_of(given->country)));
    if (given->site)
        assert_true(record_table_add_cell(records, site, span_of(given->site)));
}

/* The answer, or "-" where nothing was found, or "!reason". Owner: the caller. */
static inline void finds_of(const struct given *given, struct buffer *out)
{
    struct record_table records;
    struct identifier_table table;
    struct bowline_error err;
    records_of(&records, given);
    assert_int_equal(identifier_table_build(&records, &parallel_serial, &table, &err), BOWLINE_OK);
    assert_null(identifier_table_check(&table));
    buffer_reset(out);
    for (size_t i = 0; i < table.use_count; i++) {
        const struct identifier_use *use = &table.uses[i];
        struct span value = identifier_value(&table, use->identifier);
        const char *type =
            identifier_type_name((enum identifier_type)table.identifiers[use->identifier].type);
        assert_true(use->end <= given->value.length);
        buffer_format(out, "%s%s=%.*s[%u,%u]", i ? "; " : "", type, (int)value.length, value.at, use->start,
                      use->end);
        if (given->with_form)
            buffer_format(out, "/%s", identifier_form_name((enum identifier_form)use->form));
    }
    for (size_t i = 0; i < table.reject_count; i++)
        buffer_format(out, "!%s", table.rejects[i].reason);
    if (table.use_count + table.reject_count == 0)
        buffer_append_text(out, "-");
    buffer_append_char(out, 0);
    assert_true(buffer_ok(out));
    identifier_table_release(&table);
    record_table_release(&records);
}

#endif
