/* The first words of a record: of its text, else the values that tell it from others. */
#include "reports/detail.h"
#include "reports/utf8.h"

#include "base/buffer.h"

#define SUMMARY_BYTES ((size_t)110)

static bool type_tells(enum column_type type)
{
    switch (type) {
    case TYPE_NAME:
    case TYPE_AMOUNT:
    case TYPE_CURRENCY:
    case TYPE_ACCOUNT:
    case TYPE_PHONE:
    case TYPE_EMAIL:
    case TYPE_ADDRESS:
    case TYPE_PLACE:
    case TYPE_CATEGORY:
    case TYPE_CHANNEL: return true;
    default: return false;
    }
}

/* Appends s with runs of white space as one space. */
static void append_words(struct buffer *out, struct span s)
{
    bool is_gap = false;
    s = span_trim(s);
    for (size_t i = 0; i < s.length; i++) {
        bool is_space = (unsigned char)s.at[i] <= ' ';
        if (is_space && !is_gap)
            buffer_append_char(out, ' ');
        else if (!is_space)
            buffer_append_char(out, s.at[i]);
        is_gap = is_space;
    }
}

static void append_cells(struct buffer *out, const struct detail *d, bool is_text)
{
    for (size_t i = 0; i < d->cell_count && out->length <= SUMMARY_BYTES; i++) {
        enum column_type type = d->cells[i].column->type;
        if (is_text ? type != TYPE_TEXT : !type_tells(type))
            continue;
        if (out->length)
            buffer_append_text(out, type == TYPE_CURRENCY ? " " : is_text ? " / " : ", ");
        append_words(out, utf8_cut(d->cells[i].shown, SUMMARY_BYTES * 4));
    }
}

struct span detail_summary(struct view *v, const struct detail *d)
{
    struct buffer text;
    buffer_init(&text, SUMMARY_BYTES * 8);
    append_cells(&text, d, true);
    if (text.length == 0)
        append_cells(&text, d, false);
    struct span all = buffer_all(&text);
    struct span cut = utf8_cut(all, SUMMARY_BYTES);
    struct span kept = view_format(v, "%.*s%s", (int)cut.length, cut.at, cut.length < all.length ? "…" : "");
    if (!buffer_ok(&text))
        view_try(v, error_memory(v->err));
    buffer_release(&text);
    return kept;
}
