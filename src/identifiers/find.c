/* Lists of finds: one for each range of records, so that ranges can be read in any order. */
#include "identifiers/find.h"

#include "base/memory.h"
#include "identifiers/confidence.h"

#include <assert.h>

void find_list_init(struct find_list *list)
{
    *list = (struct find_list){0};
    buffer_init(&list->values, UINT32_MAX);
}

void find_list_release(struct find_list *list)
{
    memory_free(list->items);
    memory_free(list->rejects);
    buffer_release(&list->values);
    find_list_init(list);
}

void find_add(struct find_list *list, enum identifier_type type, size_t start, size_t end, struct span value)
{
    assert(value.length > 0 && value.length <= FIND_VALUE_MOST && start < end);
    if (list->failed || !memory_reserve(&list->items, &list->capacity, list->count + 1, UINT32_MAX)) {
        list->failed = true;
        return;
    }
    struct text_ref ref = buffer_keep(&list->values, value);
    if (!buffer_ok(&list->values)) {
        list->failed = true;
        return;
    }
    struct find find = list->now;
    find.type = (uint8_t)type;
    find.start = (uint32_t)start;
    find.end = (uint32_t)end;
    find.value_at = (uint32_t)ref.at;
    find.value_length = (uint16_t)value.length;
    if (find.bits == 0)
        find.bits = (int16_t)confidence_of(type, (enum identifier_form)find.form);
    list->items[list->count++] = find;
}

bool find_again(struct find_list *list)
{
    if (!memory_reserve(&list->items, &list->capacity, list->count + 2, UINT32_MAX)) {
        list->failed = true;
        return false;
    }
    list->items[list->count + 1] = list->items[list->count];
    list->count += 2;
    return true;
}

void find_refuse(struct find_list *list, enum refusal refusal)
{
    list->refused[refusal]++;
}

void find_reject(struct find_list *list, field_id field, const char *reason)
{
    if (list->failed ||
        !memory_reserve(&list->rejects, &list->rejects_capacity, list->reject_count + 1, UINT32_MAX)) {
        list->failed = true;
        return;
    }
    list->rejects[list->reject_count++] =
        (struct identifier_reject){.record = list->now.record, .field = field, .reason = reason};
}

size_t scan_found(struct scan *scan, enum identifier_type type, size_t start, size_t end, struct span value)
{
    find_add(scan->reader->finds, type, start, end, value);
    scan->floor = end;
    return end;
}

size_t scan_found_as(struct scan *scan, enum identifier_type type, size_t start, size_t end,
                     struct span value, enum identifier_form form)
{
    struct find *now = &scan->reader->finds->now;
    uint8_t before = now->form;
    now->form = before == FORM_COLUMN ? before : (uint8_t)form;
    scan_found(scan, type, start, end, value);
    now->form = before;
    return end;
}
