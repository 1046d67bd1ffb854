/* A stay: who booked which premises for whom. A pure function of the world. */
#ifndef SIMULATION_STAY_H
#define SIMULATION_STAY_H

#include "simulation/world.h"

struct stay {
    uint32_t op, row, day, nights, premises;
    uint32_t payer;  /* whose account */
    uint32_t person; /* a ring's; UINT32_MAX: the booker or kin is the guest */
    bool by_desk;    /* booked at the desk: the hotel's own number stands there */
    bool gives_mail;
    bool payer_is_ring;
    bool with_family; /* known when the guest is written */
};

struct stay stay_of(const struct world *world, struct sort_pair event);

#endif
