/* Any bytes as a data package: an error with a message, or a package that is written and read again alike. */
#include "records/package.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool ok)
{
    if (!ok)
        abort();
}

static void write_again(const struct package *package)
{
    struct package again;
    struct buffer first;
    struct buffer second;
    buffer_init(&first, 1 << 24);
    buffer_init(&second, 1 << 24);
    package_write(package, &first);
    check(buffer_ok(&first));
    check(package_parse(buffer_all(&first), &again, NULL) == BOWLINE_OK);
    package_write(&again, &second);
    check(span_equal(buffer_all(&first), buffer_all(&second)));
    package_release(&again);
    buffer_release(&first);
    buffer_release(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct package package;
    struct record_table table;
    struct bowline_error err = {0};
    if (package_parse((struct span){(const char *)data, size}, &package, &err) != BOWLINE_OK) {
        check(err.status == BOWLINE_ERROR_INPUT && err.message[0]);
        return 0;
    }
    write_again(&package);
    record_table_init(&table);
    for (size_t r = 0; r < package.resource_count; r++) {
        const struct package_resource *resource = &package.resources[r];
        resource_id id = record_table_add_resource(&table, resource->name, resource->kind);
        check(id && package_describe(resource, &table, id));
    }
    record_table_release(&table);
    package_release(&package);
    return 0;
}
