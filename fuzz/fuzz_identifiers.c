/* Any bytes as a cell: the first byte picks the column's type, the second the country. */
#include "identifiers/identifier_table.h"

#include <stdlib.h>

static const enum column_type types[] = {TYPE_TEXT,    TYPE_PHONE, TYPE_EMAIL,    TYPE_HANDLE, TYPE_URL,
                                         TYPE_ACCOUNT, TYPE_PLATE, TYPE_DOCUMENT, TYPE_IMAGE};
static const char *const countries[] = {"BE", "US", "IT", "", "DE", "HU", "RU", "LU"};

static bool fill(struct record_table *records, const uint8_t *data, size_t size)
{
    resource_id resource = record_table_add_resource(records, "r", KIND_AD);
    struct role role = {PARTY_CONTACT, types[data[0] % (sizeof types / sizeof types[0])]};
    struct span country = span_of(countries[data[1] % 8]);
    field_id value = record_table_add_field(records, resource, "value", role, NULL);
    role.type = TYPE_COUNTRY;
    field_id of = record_table_add_field(records, resource, "country", role, NULL);
    struct record record = {.kind = KIND_AD, .resource = resource, .begin = TIME_NONE, .end = TIME_NONE};
    return record_table_add(records, &record, span_of("1")) &&
           record_table_add_cell(records, value, (struct span){(const char *)data + 2, size - 2}) &&
           (country.length == 0 || record_table_add_cell(records, of, country));
}

static void check(const struct identifier_table *table, size_t length)
{
    if (identifier_table_check(table))
        abort();
    for (size_t i = 0; i < table->use_count; i++) {
        if (table->uses[i].end > length)
            abort();
        bool is_next = i > 0 && table->uses[i].start < table->uses[i - 1].end;
        if (is_next)
            abort(); /* finds do not overlap */
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct record_table records;
    struct identifier_table table;
    if (size < 3)
        return 0;
    record_table_init(&records);
    if (fill(&records, data, size) &&
        identifier_table_build(&records, &parallel_serial, &table, NULL) == BOWLINE_OK) {
        check(&table, size - 2);
        identifier_table_release(&table);
    }
    record_table_release(&records);
    return 0;
}
