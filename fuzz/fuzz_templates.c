/* Any bytes, a text a line, become templates: the table is sound, and the same when the lines come in another
 * order and ranges run backwards; each member laid beside its template joins to its own text. */
#include "base/memory.h"
#include "templates/pattern.h"
#include "templates/template_table.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LINES 256

static bool loop_backwards(const struct parallel *self, size_t count, size_t grain, parallel_body *body,
                           void *context)
{
    for (size_t n = (count + grain - 1) / grain; n-- > 0;)
        body(context, n * grain, (n + 1) * grain < count ? (n + 1) * grain : count,
             (unsigned)(n % self->workers));
    return true;
}

static void build(const struct text_item *items, size_t count, const struct parallel *parallel,
                  struct template_table *out)
{
    template_table_init(out);
    if (template_table_build(items, count, &template_defaults, parallel, out, NULL) != BOWLINE_OK ||
        template_table_check(out))
        abort();
}

static void compare(const struct template_table *a, const struct template_table *b)
{
    if (a->count != b->count || a->member_count != b->member_count ||
        !span_equal(buffer_all(&a->pool), buffer_all(&b->pool)) ||
        memcmp(a->members, b->members, a->member_count * sizeof *a->members) != 0)
        abort();
}

static void lay_beside(const struct fold_table *folds, const struct template_table *table,
                       const struct text_item *items)
{
    struct pattern pattern = {0};
    struct comparison c = {0};
    for (template_id id = 1; id <= table->count; id++) {
        const struct template_member *m = &table->members[table->templates[id].first_member];
        struct span text = items[m->record - 1].text;
        size_t length = 0;
        if (!pattern_read(&pattern, folds, template_text(table, id)))
            abort();
        comparison_make(&c, &pattern, template_text(table, id), folds, text);
        for (size_t i = 0; i < c.count; i++)
            length += c.pieces[i].kind == PIECE_MISSING ? 0 : c.pieces[i].text.length;
        if (c.failed || length > text.length)
            abort();
    }
    pattern_release(&pattern);
    comparison_release(&c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fold_table folds;
    struct text_item items[LINES];
    struct text_item turned[LINES];
    size_t count = 0;
    if (!folds.entries && fold_table_init(&folds, NULL) != BOWLINE_OK)
        abort();
    for (size_t at = 0; at < size && count < LINES;) {
        const uint8_t *end = memchr(data + at, '\n', size - at);
        size_t length = end ? (size_t)(end - data) - at : size - at;
        items[count] =
            (struct text_item){.text = {(const char *)data + at, length}, .record = (record_id)(count + 1)};
        count++;
        at += length + 1;
    }
    for (size_t i = 0; i < count; i++)
        turned[i] = items[count - 1 - i];
    struct template_table first;
    struct template_table second;
    const struct parallel backwards = {.workers = 3, .loop = loop_backwards};
    build(items, count, &parallel_serial, &first);
    build(turned, count, &backwards, &second);
    compare(&first, &second);
    lay_beside(&folds, &first, items);
    template_table_release(&first);
    template_table_release(&second);
    return 0;
}
