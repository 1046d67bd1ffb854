/* The plan: sums, order, who deals with whom, and the count behind the truth. */
#include "simulation/world.h"

#include "simulation/contact.h"
#include "simulation/deals.h"
#include "simulation/owner.h"
#include "support/cmocka_all.h"

#include <stdlib.h>

/* Stays, payments and calls: a number, or UINT32_MAX for an open one. */
static struct bowline_simulation case_of(uint32_t ads, uint32_t stays, uint32_t payments, uint32_t calls,
                                         uint32_t rings)
{
    struct bowline_simulation options = bowline_simulation_defaults;
    options.seed = 11;
    options.ads = ads;
    options.stays = stays;
    options.payments = payments;
    options.calls = calls;
    options.rings = rings;
    return options;
}

static struct world build(struct bowline_simulation options)
{
    struct world world;
    assert_int_equal(world_build(&world, &options, NULL), BOWLINE_OK);
    return world;
}

static struct world build_usual(void)
{
    return build(case_of(3000, 700, 1500, 901, 4));
}

static void sums_are_exact(void **state)
{
    (void)state;
    struct world world = build_usual();
    assert_int_equal(world.event_count[EVENT_AD], 3000);
    assert_int_equal(world.event_count[EVENT_STAY], 700);
    assert_int_equal(world.event_count[EVENT_PAYMENT], 1500);
    assert_int_equal(world.event_count[EVENT_CALL], 901);
    world_release(&world);
}

static void open_numbers_follow_the_ads(void **state)
{
    (void)state;
    struct world world = build(case_of(1000, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX));
    assert_int_equal(world.options.rings, 1);
    assert_int_equal(world.event_count[EVENT_STAY], 200);
    assert_int_equal(world.event_count[EVENT_PAYMENT], 500);
    assert_int_equal(world.event_count[EVENT_CALL], 200);
    world_release(&world);
}

static void odd_sizes_work(void **state)
{
    (void)state;
    static const uint32_t sizes[] = {0, 1, 2, 13, 61, 500};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (uint32_t rings = 0; rings < 8; rings += 3)
            for (uint32_t other = 0; other < 8; other += 7) {
                struct world world = build(case_of(sizes[i], other, other, other, rings));
                assert_int_equal(world.event_count[EVENT_AD], sizes[i]);
                assert_int_equal(world.event_count[EVENT_STAY], other);
                assert_int_equal(world.event_count[EVENT_CALL], other);
                world_release(&world);
            }
}

/* Rings of every size around every town, in the shortest and the longest world, with decoys and without. */
static void odd_rings_work(void **state)
{
    (void)state;
    static const uint32_t sizes[] = {2, 9, 60};
    for (unsigned place = 0; place < PLACE_COUNT; place++)
        for (unsigned i = 0; i < 3; i++) {
            struct bowline_simulation options = case_of(50, 30, 60, 30, 2);
            options.centre = places[place].name;
            options.members = options.premises = sizes[i];
            options.advertised = 1 + i * 90;
            options.months = i % 2 ? 120 : 2;
            if (place % 2)
                memset(options.decoys, 0, sizeof options.decoys);
            struct world world = build(options);
            const struct ring *ring = &world.rings[1];
            assert_int_equal(ring->count, sizes[i]);
            assert_int_equal(ring->let_count, sizes[i]);
            assert_int_equal(ring->places[0], place);
            assert_true(ring->place_count >= 5);
            for (uint32_t a = 0; a < ring->let_count; a++)
                for (uint32_t b = 0; b < a; b++)
                    assert_int_not_equal(world.ring_lets[ring->let_first + a],
                                         world.ring_lets[ring->let_first + b]);
            world_release(&world);
        }
}

static void too_much_is_refused(void **state)
{
    (void)state;
    struct world world;
    struct bowline_error err;
    struct bowline_simulation many = case_of(4000000000u, 1, 1, 1, 1);
    struct bowline_simulation rings = case_of(100, 1, 1, 1, 4000000000u);
    assert_int_equal(world_build(&world, &many, &err), BOWLINE_ERROR_ARGUMENT);
    assert_int_equal(world_build(&world, &rings, &err), BOWLINE_ERROR_ARGUMENT);
}

static void events_stand_in_time(void **state)
{
    (void)state;
    struct world world = build_usual();
    for (int kind = 0; kind < EVENT_KINDS; kind++)
        for (uint32_t i = 0; i < world.event_count[kind]; i++) {
            struct sort_pair event = world.events[kind][i];
            const struct actor *o = &world.actors[event.value >> 32];
            assert_true(i == 0 || world.events[kind][i - 1].key <= event.key);
            assert_true((uint32_t)event.value < o->rows[kind]);
            assert_in_range(event.key / 86400, o->start, o->start + o->days);
            assert_true(event.key / 86400 < world.days);
        }
    world_release(&world);
}

static void kinds_are_ranges(void **state)
{
    (void)state;
    struct world world = build_usual();
    size_t total = 0;
    for (int kind = 0; kind < ACTOR_KINDS; kind++) {
        struct range range = world.kinds[kind];
        total += range.count;
        for (uint32_t i = 0; i < range.count; i++)
            assert_int_equal(world.actors[range.first + i].kind, kind);
    }
    assert_int_equal(total, world.actor_count);
    uint32_t independent_ads = 0;
    struct range range = world.kinds[ACTOR_INDEPENDENT];
    for (uint32_t i = 0; i < range.count; i++) {
        assert_in_range(world.actors[range.first + i].rows[EVENT_AD], 1, 30);
        independent_ads += world.actors[range.first + i].rows[EVENT_AD];
    }
    assert_true(independent_ads > 1500); /* most of the world */
    world_release(&world);
}

static void rings_hang_together(void **state)
{
    (void)state;
    struct world world = build_usual();
    for (uint32_t i = 0; i < world.options.rings; i++) {
        const struct ring *ring = &world.rings[i];
        assert_in_range(ring->count, 3, 7);
        assert_in_range(ring->place_count, 3, 5);
        for (uint32_t j = 0; j < ring->count; j++)
            assert_int_equal(world.actors[ring->first + j].ring, i + 1);
        for (unsigned j = 0; j < ring->place_count; j++)
            assert_int_equal(world.premises[world.ring_lets[ring->let_first + j]].place, ring->places[j]);
        uint32_t moves = 0;
        for (uint32_t day = 1; day < 100; day++)
            moves += person_place(&world, i + 1, 0, day) != person_place(&world, i + 1, 0, day - 1);
        assert_in_range(moves, 6, 15); /* a circuit: one to two weeks a town */
    }
    world_release(&world);
}

static void ring_money_flows_to_the_collector(void **state)
{
    (void)state;
    struct world world = build_usual();
    uint32_t inside = 0;
    uint32_t all = 0;
    struct range range = world.kinds[ACTOR_RING];
    for (uint32_t op = range.first; op < range.first + range.count; op++)
        for (uint32_t row = 0; row < world.actors[op].rows[EVENT_PAYMENT]; row++) {
            struct deal deal = payment_deal(&world, op, row);
            inside += deal.kind == PAY_COLLECT && deal.to == world_ring(&world, op)->first;
            all++;
        }
    assert_true(inside * 4 > all);
    world_release(&world);
}

static void nobody_deals_with_themselves(void **state)
{
    (void)state;
    struct world world = build_usual();
    for (uint32_t op = 0; op < world.actor_count; op++) {
        for (uint32_t row = 0; row < world.actors[op].rows[EVENT_PAYMENT]; row++)
            assert_int_not_equal(payment_deal(&world, op, row).to, op);
        for (uint32_t row = 0; row < world.actors[op].rows[EVENT_CALL]; row++)
            assert_int_not_equal(call_deal(&world, op, row).to, op);
    }
    world_release(&world);
}

/* The count behind the truth, by a plain walk over the rows. */
static void claims_match_rows(void **state)
{
    (void)state;
    struct world world = build_usual();
    uint32_t *count = calloc(world.actor_count, sizeof *count);
    for (int kind = 0; kind < EVENT_KINDS; kind++)
        for (uint32_t i = 0; i < world.event_count[kind]; i++) {
            uint64_t value = world.events[kind][i].value;
            uint32_t op = (uint32_t)(value >> 32);
            count[kind == EVENT_PAYMENT ? payment_owner(&world, payment_deal(&world, op, (uint32_t)value))
                                        : op]++;
        }
    for (uint32_t i = 0; i < world.premises_count; i++)
        count[world.premises[i].owner]++;
    for (uint32_t i = 0; i < person_count(&world); i++) {
        struct person person = person_of(&world, i);
        assert_false(person.role == PERSON_ADVERTISED && person.has_phone);
        if (person_owner(&person) != ACTOR_NONE)
            count[person.op]++;
    }
    assert_memory_equal(count, world.claimed, world.actor_count * sizeof *count);
    free(count);
    world_release(&world);
}

/* A million ads with all tables: every actor still has phones, accounts and names of its own. */
static void a_million_ads_have_their_own_numbers(void **state)
{
    (void)state;
    enum { EACH = 4 /* accounts and names of an actor: profile.c */ };
    struct bowline_simulation options = bowline_simulation_defaults;
    options.ads = 1000000;
    options.rings = 1000;
    struct world world = build(options);
    for (unsigned country = 0; country < COUNTRY_COUNT; country++)
        assert_true(world.phones[country] <= phone_capacity(country));
    assert_true(world.actor_count * EACH <= IBAN_CAPACITY && world.actor_count * EACH <= NAME_CAPACITY);
    world_release(&world);
}

static void streams_do_not_meet(void **state)
{
    (void)state;
    struct world world = {.options.seed = 3};
    assert_int_not_equal(world_hash(&world, FOR_AD, 1, 2), world_hash(&world, FOR_AD, 2, 1));
    assert_int_not_equal(world_hash(&world, FOR_AD, 1, 2), world_hash(&world, FOR_TEXT, 1, 2));
    uint64_t before = world_hash(&world, FOR_AD, 1, 2);
    world.options.seed = 4;
    assert_int_not_equal(world_hash(&world, FOR_AD, 1, 2), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_exact),
        cmocka_unit_test(open_numbers_follow_the_ads),
        cmocka_unit_test(odd_sizes_work),
        cmocka_unit_test(odd_rings_work),
        cmocka_unit_test(too_much_is_refused),
        cmocka_unit_test(events_stand_in_time),
        cmocka_unit_test(kinds_are_ranges),
        cmocka_unit_test(rings_hang_together),
        cmocka_unit_test(ring_money_flows_to_the_collector),
        cmocka_unit_test(nobody_deals_with_themselves),
        cmocka_unit_test(claims_match_rows),
        cmocka_unit_test(a_million_ads_have_their_own_numbers),
        cmocka_unit_test(streams_do_not_meet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
