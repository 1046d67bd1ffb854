/* A link's evidence as a waterfall. */
#include "waterfall.h"

#include "display.h"
#include "render_parts.h"

#include <math.h>

enum { BAR_WIDTH = 30, LABEL_MOST = 44, SOURCES_SHOWN = 6 };

static unsigned cell_of(const struct waterfall_scale *scale, double sum)
{
    double share = scale->high > scale->low ? (sum - scale->low) / (scale->high - scale->low) : 0;
    double cell = floor(share * scale->width + 0.5);
    return cell <= 0 ? 0 : cell >= scale->width ? scale->width : (unsigned)cell;
}

void waterfall_bar(struct builder *out, const struct waterfall_scale *scale, double from, double to)
{
    unsigned start = cell_of(scale, fmin(from, to));
    unsigned end = cell_of(scale, fmax(from, to));
    unsigned zero = cell_of(scale, 0);
    const char *full =
        to >= from ? (scale->unicode ? "\xe2\x96\x88" : "#") : (scale->unicode ? "\xe2\x96\x92" : "-");
    if (start == end && from != to) {
        start -= start == scale->width;
        end = start + 1;
    }
    for (unsigned cell = 0; cell <= scale->width; cell++) {
        if (cell >= start && cell < end) {
            builder_text(out, full);
        } else if (cell == zero) {
            builder_text(out, scale->unicode ? "\xe2\x94\x82" : "|");
        } else {
            builder_text(out, " ");
        }
    }
    while (out->length > 0 && out->data[out->length - 1] == ' ') {
        out->data[--out->length] = '\0';
    }
}

static struct waterfall_scale find_scale(const struct screen *screen, const json_t *link)
{
    struct waterfall_scale scale = {.width = BAR_WIDTH, .unicode = screen->unicode};
    double sum = 0;
    for (size_t i = 0; i < field_length(link, "evidence"); i++) {
        sum += field_number(field_item(link, "evidence", i), "bits");
        scale.low = fmin(scale.low, sum);
        scale.high = fmax(scale.high, sum);
    }
    return scale;
}

/* The label escaped and cut; the caller frees it. */
static struct builder make_label(const struct screen *screen, const json_t *evidence)
{
    struct builder raw = {0};
    struct builder label = {0};
    part_evidence_label(&raw, evidence);
    display_escape(&label, builder_string(&raw));
    builder_release(&raw);
    if (display_width(builder_string(&label)) > LABEL_MOST) {
        label.length = display_fit(builder_string(&label), LABEL_MOST - 3);
        builder_text(&label, screen->unicode ? "\xe2\x80\xa6" : "...");
    }
    return label;
}

static size_t widest_label(const struct screen *screen, const json_t *link)
{
    size_t widest = 8;
    for (size_t i = 0; i < field_length(link, "evidence"); i++) {
        struct builder label = make_label(screen, field_item(link, "evidence", i));
        size_t width = display_width(builder_string(&label));
        widest = width > widest ? width : widest;
        builder_release(&label);
    }
    return widest;
}

static void print_sources(struct screen *screen, const json_t *evidence, unsigned indent)
{
    struct builder text = {0};
    size_t count = field_length(evidence, "sources");
    for (size_t i = 0; i < count && i < SOURCES_SHOWN; i++) {
        const json_t *source = field_item(evidence, "sources", i);
        builder_format(&text, "%s%s %s", i > 0 ? "; " : "read from ", field_text(source, "record"),
                       field_text(source, "column"));
        if (field_count(source, "end") > 0) {
            builder_format(&text, " bytes %u-%u", (unsigned)field_count(source, "start"),
                           (unsigned)field_count(source, "end"));
        }
    }
    if (count > SOURCES_SHOWN) {
        builder_format(&text, " and %s more", count_text(count - SOURCES_SHOWN).text);
    }
    if (count > 0) {
        screen_paragraph(screen, indent, "%s", builder_string(&text));
    }
    builder_release(&text);
}

/* bar: NULL for a line without one. */
static void print_line(struct screen *screen, const char *label, size_t label_width, const char *bits,
                       const char *bar)
{
    size_t bits_width = display_width(bits);
    builder_text(&screen->out, label);
    builder_repeat(&screen->out, " ", label_width - display_width(label) + 2);
    builder_repeat(&screen->out, " ", bits_width < 7 ? 7 - bits_width : 0);
    screen_styled(screen, bits[0] == '-' ? STYLE_AGAINST : STYLE_FOR, bits);
    builder_format(&screen->out, "%s%s\n", bar ? "  " : "", bar ? bar : "");
}

void waterfall_print(struct screen *screen, const json_t *link, unsigned indent)
{
    struct waterfall_scale scale = find_scale(screen, link);
    size_t label_width = widest_label(screen, link);
    double sum = 0;
    for (size_t i = 0; i < field_length(link, "evidence"); i++) {
        const json_t *evidence = field_item(link, "evidence", i);
        double bits = field_number(evidence, "bits");
        struct builder label = make_label(screen, evidence);
        struct builder bar = {0};
        waterfall_bar(&bar, &scale, sum, sum + bits);
        sum += bits;
        builder_repeat(&screen->out, " ", indent);
        print_line(screen, builder_string(&label), label_width, signed_bits_text(bits).text,
                   builder_string(&bar));
        if (field_text(evidence, "detail")[0] != '\0') {
            screen_paragraph(screen, indent + 4, "%s", field_text(evidence, "detail"));
        }
        print_sources(screen, evidence, indent + 4);
        builder_release(&label);
        builder_release(&bar);
    }
    builder_repeat(&screen->out, " ", indent);
    print_line(screen, "together", label_width, signed_bits_text(field_number(link, "bits")).text, NULL);
}
