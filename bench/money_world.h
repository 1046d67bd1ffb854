/* Payments with known answers: a year of ordinary life (wages, rents, shops, hotels, friends, remittance
 * agents), and in it collectors, mules, and shapes like AMLSim's alert patterns (Suzumura and Kanezashi
 * 2018): fan-in, fan-out, cycle, scatter-gather, each among the other payments of its accounts. */
#ifndef BENCH_MONEY_WORLD_H
#define BENCH_MONEY_WORLD_H

#include "money/account_kinds.h"
#include "money/motif_table.h"

struct money_world_options {
    uint32_t households;
    uint32_t shapes; /* of each pattern */
    uint32_t flows;  /* collectors, and twice as many mules */
    uint32_t agents; /* remittance agents; landlords, hotels and firms follow the households */
    double lost;     /* share of a shape's payments that the case does not have */
    uint64_t seed;
};

/* What an account truly is. */
enum true_kind {
    TRUE_OTHER,
    TRUE_COLLECTOR,
    TRUE_MULE,
    TRUE_LANDLORD,
    TRUE_FIRM,  /* pays wages */
    TRUE_HOTEL, /* merchant account */
    TRUE_AGENT,
    TRUE_KIND_COUNT
};

struct true_shape {
    uint8_t kind; /* enum motif_kind */
    uint32_t payments;
};

struct money_world {
    struct payment_table table; /* record: 1 upwards in no order of time */
    size_t payments_capacity, accounts_capacity;
    uint8_t *kinds; /* [account]: enum true_kind */
    size_t kinds_capacity;
    uint32_t *shape_of; /* [record]: 1 upwards, 0 none */
    size_t shapes_of_capacity;
    struct true_shape *shapes; /* [1 .. shape_count] */
    size_t shape_count, shapes_capacity;
};

bool money_world_init(struct money_world *world, const struct money_world_options *options);
void money_world_release(struct money_world *world);

#endif
