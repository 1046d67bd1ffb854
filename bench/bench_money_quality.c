/* Rows "data set,measure,value" of how well kinds of accounts and shapes of money are found in invented
 * payments. A shape is found where one of its kind shares more than half of the payments of both (Jaccard),
 * one to one. bench_money_quality [HOUSEHOLDS [SEEDS]] */
#include "base/memory.h"
#include "money_world.h"

#include <stdio.h>
#include <stdlib.h>

struct tally {
    unsigned found, called, wanted;
};

struct tallies {
    struct tally shapes[MOTIF_KIND_COUNT];
    struct tally collectors, mules;
    unsigned controls[TRUE_KIND_COUNT], flagged[TRUE_KIND_COUNT];
};

static void check(bool is_done)
{
    if (!is_done)
        abort();
}

/* The shape that holds more than half of a motif, or 0. */
static uint32_t match_shape(const struct money_world *w, const struct motif_table *motifs,
                            const struct motif *motif, uint32_t *shared)
{
    uint32_t best = 0;
    uint32_t most = 0;
    for (uint32_t i = 0; i < motif->count; i++) {
        uint32_t shape = w->shape_of[w->table.payments[motifs->payments[motif->first + i]].record];
        if (shape && ++shared[shape] > most) {
            most = shared[shape];
            best = shape;
        }
    }
    for (uint32_t i = 0; i < motif->count; i++)
        shared[w->shape_of[w->table.payments[motifs->payments[motif->first + i]].record]] = 0;
    return best && 2 * most > motif->count + w->shapes[best].payments - most ? best : 0;
}

static void count_shapes(const struct money_world *w, const struct motif_table *motifs, struct tallies *t)
{
    uint32_t *shared = memory_new(w->shape_count + 1, sizeof *shared);
    check(shared != NULL);
    for (size_t i = 1; i <= w->shape_count; i++)
        t->shapes[w->shapes[i].kind].wanted += w->shapes[i].payments > 0;
    for (size_t i = 0; i < motifs->count; i++) {
        const struct motif *motif = &motifs->motifs[i];
        uint32_t shape = match_shape(w, motifs, motif, shared);
        t->shapes[motif->kind].called++;
        t->shapes[motif->kind].found += shape && w->shapes[shape].kind == motif->kind;
    }
    memory_free(shared);
}

static void count_kind(struct tally *tally, bool is_called, bool is_true)
{
    tally->called += is_called;
    tally->wanted += is_true;
    tally->found += is_called && is_true;
}

static void count_accounts(const struct money_world *w, const struct flow_table *flows, struct tallies *t)
{
    for (account_id a = 1; a <= flows->count; a++) {
        enum account_kind kind = account_kind_of(&flows->flows[a], &account_defaults);
        bool is_flagged = kind == ACCOUNT_COLLECTOR || kind == ACCOUNT_MULE;
        count_kind(&t->collectors, kind == ACCOUNT_COLLECTOR, w->kinds[a] == TRUE_COLLECTOR);
        count_kind(&t->mules, kind == ACCOUNT_MULE, w->kinds[a] == TRUE_MULE);
        t->controls[w->kinds[a]]++;
        t->flagged[w->kinds[a]] += is_flagged;
    }
}

static void measure(const struct money_world_options *options, struct tallies *t)
{
    struct money_world w;
    struct payment_sides sides;
    struct amount_order amounts;
    struct relay_table relays;
    struct flow_table flows;
    struct motif_table motifs;
    check(money_world_init(&w, options));
    const struct money_inputs inputs = {&w.table, &sides, &amounts};
    check(payment_sides_build(&w.table, &sides) && amount_order_build(&w.table, &amounts));
    check(relay_table_build(&inputs, &relay_defaults, &parallel_serial, &relays, NULL) == BOWLINE_OK);
    check(flow_table_build(&inputs, &relays, &flow_defaults, &flows, NULL) == BOWLINE_OK);
    check(motif_table_build(&inputs, &relays, &relay_defaults, &motif_defaults, &motifs, NULL) == BOWLINE_OK);
    count_shapes(&w, &motifs, t);
    count_accounts(&w, &flows, t);
    motif_table_release(&motifs);
    flow_table_release(&flows);
    relay_table_release(&relays);
    amount_order_release(&amounts);
    payment_sides_release(&sides);
    money_world_release(&w);
}

static void print_tally(const char *set, const char *name, const struct tally *t)
{
    double precision = t->called ? (double)t->found / t->called : 0;
    double recall = t->wanted ? (double)t->found / t->wanted : 0;
    double both = precision + recall;
    printf("%s,%s.precision,%.4f\n", set, name, precision);
    printf("%s,%s.recall,%.4f\n", set, name, recall);
    printf("%s,%s.f1,%.4f\n", set, name, both > 0 ? 2 * precision * recall / both : 0);
}

int main(int argc, char **argv)
{
    static const enum motif_kind kinds[] = {MOTIF_FAN_IN, MOTIF_FAN_OUT, MOTIF_CYCLE, MOTIF_SCATTER_GATHER};
    static const char *const names[TRUE_KIND_COUNT] = {[TRUE_OTHER] = "others",
                                                       [TRUE_LANDLORD] = "landlords",
                                                       [TRUE_FIRM] = "payrolls",
                                                       [TRUE_HOTEL] = "hotel_merchants",
                                                       [TRUE_AGENT] = "remittance_agents"};
    unsigned long households = argc > 1 ? strtoul(argv[1], NULL, 10) : 2000;
    unsigned long seeds = argc > 2 ? strtoul(argv[2], NULL, 10) : 5;
    struct tallies t = {0};
    char set[32];
    snprintf(set, sizeof set, "money-%lu", households);
    for (unsigned long seed = 1; seed <= seeds; seed++) {
        const struct money_world_options options = {.households = (uint32_t)households,
                                                    .shapes = (uint32_t)households / 100,
                                                    .flows = (uint32_t)households / 100,
                                                    .agents = 5,
                                                    .lost = 0.02,
                                                    .seed = seed};
        measure(&options, &t);
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        print_tally(set, motif_kind_name(kinds[i]), &t.shapes[kinds[i]]);
    print_tally(set, "collectors", &t.collectors);
    print_tally(set, "mules", &t.mules);
    for (unsigned k = 0; k < TRUE_KIND_COUNT; k++)
        if (names[k] && t.controls[k])
            printf("%s,%s.flagged_share,%.4f\n", set, names[k], (double)t.flagged[k] / t.controls[k]);
    return 0;
}
