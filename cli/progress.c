/* How far a run is. */
#include "progress.h"

#include "display.h"
#include "numbers.h"
#include "screen.h"
#include "signals.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const double DRAW_EVERY = 0.1;       /* seconds */
static const double RATE_KNOWN_AFTER = 0.5; /* before that a rate and the time left are noise */
enum { BAR_MOST = 40, BAR_LEAST = 8, NAME_WIDTH = 12 };

static double steady_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void write_text(const struct progress *progress, const struct builder *text)
{
    const char *data = builder_string(text);
    size_t left = text->length;
    while (left > 0) {
        ssize_t written = write(progress->file, data, left);
        if (written <= 0) {
            return;
        }
        data += written;
        left -= (size_t)written;
    }
}

void progress_init(struct progress *progress, bool quiet)
{
    *progress = (struct progress){
        .file = STDERR_FILENO,
        .quiet = quiet,
        .terminal = terminal_width(STDERR_FILENO) > 0,
        .unicode = terminal_is_utf8(),
        .color = terminal_has_color(STDERR_FILENO),
        .last_seen = steady_seconds(),
    };
}

static bool is_bytes(const char *unit)
{
    return strcmp(unit, "bytes") == 0;
}

static struct number_text amount_text(const char *unit, uint64_t done)
{
    struct number_text out;
    if (is_bytes(unit)) {
        return bytes_text(done);
    }
    snprintf(out.text, sizeof out.text, "%.30s%s%.30s", count_text(done).text, unit[0] != '\0' ? " " : "",
             unit);
    return out;
}

/* A second's amount: 463,000 records; 198 MB */
static struct number_text rate_text(const char *unit, double rate)
{
    uint64_t whole = rate < 1e18 ? (uint64_t)rate : 0;
    if (!is_bytes(unit) && whole >= 10000) {
        whole = whole / 1000 * 1000;
    }
    return amount_text(unit, whole);
}

void progress_stage_line(struct builder *out, const char *stage, const char *unit, uint64_t done,
                         double seconds)
{
    bool counted = unit[0] != '\0';
    builder_format(out, "%s: %s in %s", stage, counted ? amount_text(unit, done).text : "done",
                   seconds_text(seconds).text);
    if (counted && seconds >= 0.05 && done > 0) {
        const char *shown = is_bytes(unit) ? unit : "";
        builder_format(out, " (%s/s)", rate_text(shown, (double)done / seconds).text);
    }
    builder_text(out, "\n");
}

static void add_bar(struct builder *out, double share, unsigned width, bool unicode)
{
    unsigned full = (unsigned)(share * width + 0.5);
    builder_text(out, unicode ? "" : "[");
    builder_repeat(out, unicode ? "\xe2\x96\x88" : "#", full);
    builder_repeat(out, unicode ? "\xe2\x96\x91" : ".", width - full);
    builder_text(out, unicode ? "" : "]");
}

/* What stands right of the bar: percent, rate, time left. */
static void add_figures(struct builder *out, const struct bowline_progress *now, double seconds)
{
    double rate = seconds > 0 ? (double)now->done / seconds : 0;
    if (now->total > 0) {
        uint64_t done = now->done < now->total ? now->done : now->total;
        builder_format(out, " %3u %%", (unsigned)((double)done / (double)now->total * 100));
    } else if (now->unit[0] != '\0') {
        builder_format(out, " %s", amount_text(now->unit, now->done).text);
    }
    if (seconds < RATE_KNOWN_AFTER || now->done == 0) {
        return;
    }
    if (now->unit[0] != '\0') {
        builder_format(out, "  %s/s", rate_text(now->unit, rate).text);
    }
    if (now->total > now->done) {
        double left = (double)(now->total - now->done) / rate;
        builder_format(out, "  %s left", seconds_text(left < 10 ? left : (double)(uint64_t)left).text);
    }
}

void progress_bar(struct builder *out, const struct bowline_progress *now, double seconds, unsigned width,
                  bool unicode)
{
    struct builder head = {0};
    struct builder tail = {0};
    builder_format(&head, "%u/%u %-*s ", now->stage_number, now->stage_count, NAME_WIDTH, now->stage);
    add_figures(&tail, now, seconds);
    size_t used =
        display_width(builder_string(&head)) + display_width(builder_string(&tail)) + (unicode ? 1 : 3);
    unsigned room = width > used ? width - (unsigned)used : 0;
    struct builder line = {0};
    builder_text(&line, builder_string(&head));
    if (now->total > 0 && room >= BAR_LEAST) {
        double share = now->done < now->total ? (double)now->done / (double)now->total : 1;
        add_bar(&line, share, room < BAR_MOST ? room : BAR_MOST, unicode);
    }
    builder_text(&line, builder_string(&tail));
    builder_bytes(out, builder_string(&line), display_fit(builder_string(&line), width > 0 ? width - 1 : 0));
    builder_release(&head);
    builder_release(&tail);
    builder_release(&line);
}

static void clear_line(struct progress *progress)
{
    struct builder text = {0};
    if (progress->drawn) {
        builder_text(&text, "\r\x1b[K");
        write_text(progress, &text);
        builder_release(&text);
    }
    progress->drawn = false;
}

static void finish_stage(struct progress *progress)
{
    struct builder text = {0};
    if (progress->open && !progress->terminal && !progress->quiet) {
        progress_stage_line(&text, progress->stage, progress->unit, progress->done,
                            progress->last_seen - progress->stage_start);
        write_text(progress, &text);
        builder_release(&text);
    }
    progress->open = false;
}

/* A stage begins where the one before ended: some stages are first heard of when they are done. */
static void begin_stage(struct progress *progress, const struct bowline_progress *now)
{
    finish_stage(progress);
    progress->open = true;
    progress->stage_number = now->stage_number;
    progress->stage_start = progress->last_seen;
    progress->stage_count++;
    snprintf(progress->stage, sizeof progress->stage, "%s", now->stage);
}

static void draw(struct progress *progress, const struct bowline_progress *now, double seconds)
{
    struct builder text = {0};
    builder_format(&text, "\r%s", progress->color ? "\x1b[36m" : "");
    progress_bar(&text, now, seconds - progress->stage_start, terminal_width(progress->file),
                 progress->unicode);
    builder_format(&text, "%s\x1b[K", progress->color ? "\x1b[0m" : "");
    write_text(progress, &text);
    builder_release(&text);
    progress->drawn = true;
    progress->last_drawn = seconds;
}

bool progress_show(void *context, const struct bowline_progress *now)
{
    struct progress *progress = context;
    double seconds = steady_seconds();
    if (progress->stage_count == 0 || progress->stage_number != now->stage_number) {
        begin_stage(progress, now);
    }
    progress->done = now->done;
    snprintf(progress->unit, sizeof progress->unit, "%s", now->unit);
    progress->last_seen = seconds;
    if (signals_caught()) {
        return false;
    }
    if (progress->terminal && !progress->quiet && seconds - progress->last_drawn >= DRAW_EVERY) {
        draw(progress, now, seconds);
    }
    if (now->done == now->total && now->total > 0) {
        finish_stage(progress);
    }
    return true;
}

void progress_end(struct progress *progress)
{
    clear_line(progress);
    finish_stage(progress);
}
