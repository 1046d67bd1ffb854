/* What may leave the case by a record. */
#include "reports/disclosure.h"

#include "reports/detail.h"

static bool has_category(const struct reader *reader, uint32_t resource)
{
    for (uint32_t i = 1; i <= reader->column_count; i++) {
        const struct column *column = reader_column(reader, i);
        if (column && column->row.resource == resource && column->type == TYPE_CATEGORY)
            return true;
    }
    return false;
}

bool disclosure_is_victim(struct disclosure *d, uint32_t record, enum bowline_status *status,
                          struct bowline_error *err)
{
    uint32_t resource;
    record_keys_get(d->keys, record, &resource);
    if (!has_category(d->reader, resource))
        return false;
    if (d->asked != record) {
        struct view v;
        view_init(&v, d->reader, err);
        const struct detail *detail = view_detail(&v, record);
        d->asked = record;
        d->is_asked_victim = !detail || detail->is_protected;
        if (v.status != BOWLINE_OK)
            *status = v.status;
        view_release(&v);
    }
    return d->is_asked_victim;
}
