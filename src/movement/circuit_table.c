/* Circuits of all units, searched side by side; of what was found, what chance would hardly give. */
#include "movement/circuit_table.h"

#include "base/memory.h"
#include "base/sort.h"
#include "movement/circuit_search.h"

const struct circuit_options circuit_defaults = {.fit = {.stray_percent = 30, .steps_most = 5},
                                                 .candidates = 14,
                                                 .moves_least = 6,
                                                 .permutations = 64,
                                                 .surprise_least = 5000,
                                                 .rounds_least = 2,
                                                 .false_permille = 10};

struct searching {
    const struct trace_table *traces;
    const struct circuit_options *options;
    struct reach_table *reaches;
    struct unit_circuits *units;
    size_t count;
    bool *is_failed; /* [worker] */
};

void circuit_table_release(struct circuit_table *table)
{
    memory_free(table->circuits);
    memory_free(table->stops);
    *table = (struct circuit_table){0};
}

/* Runs of traces of one unit. */
static bool list_units(struct searching *s)
{
    s->units = memory_new(s->traces->count, sizeof *s->units);
    for (size_t i = 0; s->units && i < s->traces->count; i++) {
        const struct trace *t = &s->traces->traces[i];
        if (i == 0 || t->unit != t[-1].unit)
            s->units[s->count++].traces = t;
        s->units[s->count - 1].trace_count++;
    }
    return s->units != NULL;
}

static void search_units(void *context, size_t begin, size_t end, unsigned worker)
{
    struct searching *s = context;
    for (size_t i = begin; i < end; i++)
        if (!circuit_search(s->traces, s->options, s->reaches, &s->units[i]))
            s->is_failed[worker] = true;
}

static bool search_all(struct searching *s, const struct parallel *parallel, bool *is_stopped)
{
    s->is_failed = memory_new(parallel->workers, sizeof *s->is_failed);
    s->reaches = memory_new(1, sizeof *s->reaches);
    if (!s->is_failed || !s->reaches)
        return false;
    reach_table_init(s->reaches, &s->options->fit);
    *is_stopped = !parallel_loop(parallel, s->count, 1, search_units, s);
    bool is_done = true;
    for (unsigned w = 0; w < parallel->workers; w++)
        is_done = is_done && !s->is_failed[w];
    return is_done;
}

/* Benjamini and Hochberg: the k largest surprises stand where the k-th is at least log2(tested / (k q)). */
static int64_t least_surprise(const struct sort_pair *falling, size_t count, size_t tested,
                              unsigned false_permille)
{
    for (size_t k = count; k > 0; k--) {
        int64_t bits = BITS_MOST - (int64_t)falling[k - 1].key;
        if (bits >= bits_of_ratio((double)tested * 1000 / ((double)k * false_permille)))
            return bits;
    }
    return BITS_MOST + 1;
}

static bool find_limit(const struct searching *s, struct circuit_table *out, millibits *limit)
{
    size_t found = 0;
    for (size_t i = 0; i < s->count; i++) {
        found += s->units[i].count;
        out->tested += s->units[i].is_tested;
    }
    struct sort_pair *pairs = memory_new(found, sizeof *pairs);
    if (!pairs)
        return false;
    found = 0;
    for (size_t i = 0; i < s->count; i++)
        for (unsigned c = 0; c < s->units[i].count; c++)
            pairs[found++] = (struct sort_pair){(uint64_t)(BITS_MOST - s->units[i].circuits[c].surprise), 0};
    bool is_done = sort_pairs(pairs, found);
    if (is_done)
        *limit = (millibits)least_surprise(pairs, found, out->tested, s->options->false_permille);
    memory_free(pairs);
    return is_done;
}

static void copy_circuit(const struct unit_circuits *unit, const struct found_circuit *from,
                         struct circuit_table *out)
{
    struct found_circuit *c = &out->circuits[out->count++];
    *c = *from;
    c->first_stop = out->stop_count;
    memcpy(out->stops + out->stop_count, unit->stops + from->first_stop,
           from->stop_count * sizeof *out->stops);
    out->stop_count += from->stop_count;
}

static bool gather(const struct searching *s, struct circuit_table *out)
{
    millibits limit = 0;
    size_t circuits = 0;
    size_t stops = 0;
    if (!find_limit(s, out, &limit))
        return false;
    for (size_t i = 0; i < s->count; i++) {
        circuits += s->units[i].count;
        stops += s->units[i].stop_count;
    }
    out->circuits = memory_new(circuits, sizeof *out->circuits);
    out->stops = memory_new(stops, sizeof *out->stops);
    if (!out->circuits || !out->stops)
        return false;
    for (size_t i = 0; i < s->count; i++)
        for (unsigned c = 0; c < s->units[i].count; c++)
            if (s->units[i].circuits[c].surprise >= limit)
                copy_circuit(&s->units[i], &s->units[i].circuits[c], out);
    return true;
}

enum bowline_status circuit_table_build(const struct trace_table *traces,
                                        const struct circuit_options *options,
                                        const struct parallel *parallel, struct circuit_table *out,
                                        struct bowline_error *err)
{
    struct searching s = {.traces = traces, .options = options};
    bool is_stopped = false;
    *out = (struct circuit_table){0};
    bool is_done = list_units(&s) && search_all(&s, parallel, &is_stopped) && (is_stopped || gather(&s, out));
    for (size_t i = 0; i < s.count; i++) {
        memory_free(s.units[i].circuits);
        memory_free(s.units[i].stops);
    }
    memory_free(s.units);
    memory_free(s.is_failed);
    memory_free(s.reaches);
    if (is_done && !is_stopped)
        return BOWLINE_OK;
    circuit_table_release(out);
    return is_stopped ? error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while looking for circuits")
                      : error_memory(err);
}
