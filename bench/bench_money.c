/* Money at size: relays, flows, shapes and transfers of an invented year, against sorting the same payments
 * by time, which any program that follows money must do. bench_money [HOUSEHOLDS [THREADS]]; a household
 * makes about 125 payments. */
#include "base/memory.h"
#include "money/transfer_table.h"
#include "money_world.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void check(bool is_done)
{
    if (!is_done)
        abort();
}

/* Ranges of a loop, a thread for each half. */
struct half {
    parallel_body *body;
    void *context;
    size_t begin, end, grain;
    unsigned worker;
};

static void *run_half(void *context)
{
    const struct half *half = context;
    for (size_t i = half->begin; i < half->end; i += half->grain)
        half->body(half->context, i, i + half->grain < half->end ? i + half->grain : half->end, half->worker);
    return NULL;
}

static bool loop_on_two(const struct parallel *self, size_t count, size_t grain, parallel_body *body,
                        void *context)
{
    pthread_t thread;
    size_t middle = count / 2 / grain * grain;
    struct half halves[2] = {{body, context, 0, middle, grain, 0}, {body, context, middle, count, grain, 1}};
    (void)self;
    check(pthread_create(&thread, NULL, run_half, &halves[1]) == 0);
    run_half(&halves[0]);
    return pthread_join(thread, NULL) == 0;
}

struct steps {
    double began;
    double total;
};

static void step(struct steps *s, const char *name)
{
    double time = now() - s->began;
    printf("  %-22s %7.3f s\n", name, time);
    s->total += time;
    s->began = now();
}

static long peak_megabytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

static double sort_alone(const struct payment_table *table)
{
    struct payment_table copy = {.count = table->count};
    copy.payments = memory_new(table->count, sizeof *copy.payments);
    check(copy.payments != NULL);
    for (uint32_t i = 0; i < table->count; i++)
        copy.payments[i] = table->payments[(uint64_t)i * 7919 % table->count];
    double begin = now();
    check(payment_table_sort(&copy));
    double time = now() - begin;
    memory_free(copy.payments);
    return time;
}

int main(int argc, char **argv)
{
    const struct parallel two = {.workers = 2, .loop = loop_on_two};
    struct money_world_options options = {.households =
                                              argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 8000,
                                          .agents = 20,
                                          .lost = 0.02,
                                          .seed = 1};
    const struct parallel *parallel = argc > 2 && strtoul(argv[2], NULL, 10) == 1 ? &parallel_serial : &two;
    struct money_world w;
    struct payment_sides sides;
    struct amount_order amounts;
    struct relay_table relays;
    struct flow_table flows;
    struct motif_table motifs;
    struct transfer_table transfers;
    options.shapes = options.flows = options.households / 100;
    check(money_world_init(&w, &options));
    long before = peak_megabytes();
    double limit = sort_alone(&w.table);
    const struct money_inputs inputs = {&w.table, &sides, &amounts};
    printf("%u payments between %u accounts\n", w.table.count, w.table.account_count);
    struct steps s = {.began = now()};
    check(payment_sides_build(&w.table, &sides) && amount_order_build(&w.table, &amounts));
    step(&s, "lists and amounts");
    check(relay_table_build(&inputs, &relay_defaults, parallel, &relays, NULL) == BOWLINE_OK);
    step(&s, "relays");
    check(flow_table_build(&inputs, &relays, &flow_defaults, &flows, NULL) == BOWLINE_OK);
    step(&s, "flows and kinds");
    check(motif_table_build(&inputs, &relays, &relay_defaults, &motif_defaults, &motifs, NULL) == BOWLINE_OK);
    step(&s, "shapes");
    check(transfer_table_build(&w.table, &transfers));
    step(&s, "transfers");
    printf("  %-22s %7.3f s: %.0f payments/s; sorting them alone %.3f s (ratio %.1f)\n", "together", s.total,
           w.table.count / s.total, limit, s.total / limit);
    printf("  %zu shapes, %u transfers; peak %ld MB, of which %ld MB are the payments and their making\n",
           motifs.count, transfers.count, peak_megabytes(), before);
    transfer_table_release(&transfers);
    motif_table_release(&motifs);
    flow_table_release(&flows);
    relay_table_release(&relays);
    amount_order_release(&amounts);
    payment_sides_release(&sides);
    money_world_release(&w);
    return 0;
}
