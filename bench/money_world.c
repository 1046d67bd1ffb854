/* A year of payments. All shares, sums and delays are assumed. */
#include "money_world.h"

#include "base/memory.h"
#include "base/random.h"

enum { A_DAY = 86400, DAYS = 365, MOST = 1 << 30 };

struct maker {
    struct money_world *world;
    const struct money_world_options *options;
    struct random random;
    account_id households, landlords, firms, hotels, shops, agents; /* the first of each */
    uint32_t landlord_count, firm_count, hotel_count, shop_count;
    uint32_t shape; /* of what is paid now */
    bool ok;
};

static account_id add_account(struct maker *m, enum true_kind kind)
{
    struct money_world *w = m->world;
    account_id account = w->table.account_count + 1;
    m->ok = m->ok && memory_reserve(&w->table.accounts, &w->accounts_capacity, (size_t)account + 1, MOST) &&
            memory_reserve(&w->kinds, &w->kinds_capacity, (size_t)account + 1, MOST);
    if (!m->ok)
        return 0;
    w->table.accounts[account] = (struct account){account, "EUR"};
    w->kinds[account] = (uint8_t)kind;
    w->table.account_count = account;
    return account;
}

static account_id add_accounts(struct maker *m, uint32_t count, enum true_kind kind)
{
    account_id first = add_account(m, kind);
    for (uint32_t i = 1; i < count; i++)
        add_account(m, kind);
    return first;
}

static uint32_t below(struct maker *m, uint32_t bound)
{
    return random_below(&m->random, bound);
}

static int64_t between(struct maker *m, uint32_t least, uint32_t most)
{
    return least + below(m, most - least + 1);
}

/* Shapes lose some of their payments. */
static void pay(struct maker *m, account_id from, account_id to, int64_t cents, int64_t time)
{
    struct money_world *w = m->world;
    if (m->shape && random_unit(&m->random) < m->options->lost)
        return;
    m->ok = m->ok &&
            memory_reserve(&w->table.payments, &w->payments_capacity, (size_t)w->table.count + 1, MOST) &&
            memory_reserve(&w->shape_of, &w->shapes_of_capacity, (size_t)w->table.count + 2, MOST);
    if (!m->ok)
        return;
    w->table.payments[w->table.count] = (struct payment){.time = time,
                                                         .cents = cents,
                                                         .record = w->table.count + 1,
                                                         .from = from,
                                                         .to = to,
                                                         .is_cash = !from || !to,
                                                         .has_clock = 1};
    w->table.count++;
    w->shape_of[w->table.count] = m->shape;
    if (m->shape)
        w->shapes[m->shape].payments++;
}

static int64_t some_time(struct maker *m)
{
    return between(m, 0, DAYS * A_DAY - 1);
}

/* Seconds of so many tenths of a day. */
static int64_t tenths(struct maker *m, uint32_t least, uint32_t most)
{
    return between(m, least, most) * (A_DAY / 10) + below(m, A_DAY / 10);
}

static int64_t part(struct maker *m, int64_t cents, uint32_t least, uint32_t most)
{
    return cents * between(m, least * 10, most * 10) / 1000;
}

static account_id any_household(struct maker *m)
{
    return m->households + below(m, m->options->households);
}

/* Wages by the same firm, rent to the same landlord, shops, two friends and strangers. */
static void live(struct maker *m, account_id household)
{
    account_id firm = m->firms + below(m, m->firm_count);
    account_id landlord = m->landlords + below(m, m->landlord_count);
    account_id friends[2] = {any_household(m), any_household(m)};
    int64_t wage = between(m, 150000, 330000);
    int64_t rent = between(m, 100, 240) * 500;
    bool is_tenant = below(m, 10) < 6;
    for (uint32_t month = 0; month < 12; month++) {
        int64_t day = (int64_t)month * 30 * A_DAY;
        pay(m, firm, household, wage, day + between(m, 24 * A_DAY, 27 * A_DAY));
        if (is_tenant)
            pay(m, household, landlord, rent, day + between(m, 0, 5 * A_DAY));
        for (uint32_t i = below(m, 14); i > 0; i--)
            pay(m, household, m->shops + below(m, m->shop_count), between(m, 300, 14000),
                day + between(m, 0, 30 * A_DAY));
        if (below(m, 3) == 0)
            pay(m, household, friends[below(m, 2)], between(m, 2, 60) * 500, day + between(m, 0, 30 * A_DAY));
        if (below(m, 6) == 0)
            pay(m, household, any_household(m), between(m, 2, 80) * 500, day + between(m, 0, 30 * A_DAY));
    }
    for (uint32_t i = below(m, 4); i > 0; i--)
        pay(m, household, m->hotels + below(m, m->hotel_count), between(m, 60, 700) * 100 + below(m, 100),
            some_time(m));
}

/* Shops and hotels buy from firms. */
static void trade(struct maker *m, account_id first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 20 + below(m, 40); k > 0; k--)
            pay(m, first + i, m->firms + below(m, m->firm_count), between(m, 5000, 500000), some_time(m));
}

/* Orders go out one by one, less a fee of 3 to 6 percent, to homes that come again. */
static void remit(struct maker *m, account_id agent)
{
    for (uint32_t i = 150 + below(m, 250); i > 0; i--) {
        int64_t cents = between(m, 5, 90) * 1000;
        int64_t time = some_time(m);
        account_id sender = any_household(m);
        pay(m, sender, agent, cents, time);
        pay(m, agent, any_household(m), part(m, cents, 94, 97), time + tenths(m, 1, 20));
    }
}

/* A circle of four to ten and cash pay in; every few days 80 to 96 percent goes on, to one or two. */
static void collect(struct maker *m, account_id collector, const account_id beyond[2])
{
    account_id circle[10];
    uint32_t size = 4 + below(m, 7);
    int64_t held = 0;
    for (uint32_t i = 0; i < size; i++)
        circle[i] = any_household(m);
    for (int64_t time = tenths(m, 0, 100); time < (int64_t)DAYS * A_DAY; time += tenths(m, 20, 70)) {
        int64_t cents = between(m, 15, 190) * 1000;
        pay(m, below(m, 3) ? circle[below(m, size)] : 0, collector, cents, time);
        held += cents;
        if (below(m, 3))
            continue;
        pay(m, collector, beyond[below(m, 3) == 0], part(m, held, 80, 96), time + tenths(m, 2, 40));
        held = 0;
    }
    for (uint32_t i = below(m, 20); i > 0; i--)
        pay(m, collector, m->shops + below(m, m->shop_count), between(m, 500, 20000), some_time(m));
}

/* 85 to 97 percent of each goes on within four days, to one account or as cash; half of them have a life. */
static void relay(struct maker *m, account_id mule)
{
    account_id boss = any_household(m);
    bool has_life = below(m, 2) == 0;
    for (uint32_t i = 4 + below(m, 9); i > 0; i--) {
        int64_t cents = between(m, 40, 400) * 1000 + below(m, 1000) * 10;
        int64_t time = some_time(m);
        pay(m, any_household(m), mule, cents, time);
        pay(m, mule, below(m, 4) ? boss : 0, part(m, cents, 85, 97), time + tenths(m, 1, 40));
    }
    if (has_life)
        live(m, mule);
}

static void begin_shape(struct maker *m, enum motif_kind kind)
{
    struct money_world *w = m->world;
    m->ok = m->ok && memory_reserve(&w->shapes, &w->shapes_capacity, w->shape_count + 2, MOST);
    if (!m->ok)
        return;
    m->shape = (uint32_t)++w->shape_count;
    w->shapes[m->shape] = (struct true_shape){.kind = (uint8_t)kind};
}

/* Eight to twenty strangers within one to ten days. */
static void fan(struct maker *m, bool is_out)
{
    account_id centre = any_household(m);
    int64_t begin = some_time(m);
    int64_t lasts = tenths(m, 10, 100);
    begin_shape(m, is_out ? MOTIF_FAN_OUT : MOTIF_FAN_IN);
    for (uint32_t i = 8 + below(m, 13); i > 0; i--) {
        account_id other = any_household(m);
        int64_t cents = between(m, 100, 1500) * 100;
        int64_t time = begin + (int64_t)(random_unit(&m->random) * (double)lasts);
        if (is_out)
            pay(m, centre, other, cents, time);
        else
            pay(m, other, centre, cents, time);
    }
    m->shape = 0;
}

/* Four to eight accounts, each passes on 90 to 100 percent within half a day to five. */
static void cycle(struct maker *m)
{
    account_id first = any_household(m);
    account_id from = first;
    int64_t cents = between(m, 300, 9000) * 100;
    int64_t time = some_time(m);
    begin_shape(m, MOTIF_CYCLE);
    for (uint32_t i = 3 + below(m, 5); i > 0; i--) {
        account_id to = any_household(m);
        pay(m, from, to, cents, time);
        cents = part(m, cents, 90, 100);
        time += tenths(m, 5, 50);
        from = to;
    }
    pay(m, from, first, cents, time);
    m->shape = 0;
}

/* Three to ten middles, within five days; each passes on 90 to 100 percent within four. */
static void scatter(struct maker *m)
{
    account_id from = any_household(m);
    account_id to = any_household(m);
    int64_t begin = some_time(m);
    begin_shape(m, MOTIF_SCATTER_GATHER);
    for (uint32_t i = 3 + below(m, 8); i > 0; i--) {
        account_id middle = any_household(m);
        int64_t cents = between(m, 200, 5000) * 100;
        int64_t time = begin + tenths(m, 0, 50);
        pay(m, from, middle, cents, time);
        pay(m, middle, to, part(m, cents, 90, 100), time + tenths(m, 5, 40));
    }
    m->shape = 0;
}

static void settle(struct maker *m)
{
    uint32_t n = m->options->households;
    m->landlord_count = n / 20 + 2;
    m->firm_count = n / 25 + 2;
    m->hotel_count = n / 100 + 2;
    m->shop_count = n / 20 + 4;
    m->households = add_accounts(m, n, TRUE_OTHER);
    m->landlords = add_accounts(m, m->landlord_count, TRUE_LANDLORD);
    m->firms = add_accounts(m, m->firm_count, TRUE_FIRM);
    m->hotels = add_accounts(m, m->hotel_count, TRUE_HOTEL);
    m->shops = add_accounts(m, m->shop_count, TRUE_OTHER);
    m->agents = add_accounts(m, m->options->agents, TRUE_AGENT);
}

static void pay_all(struct maker *m)
{
    const struct money_world_options *o = m->options;
    for (uint32_t i = 0; i < o->households; i++)
        live(m, m->households + i);
    trade(m, m->hotels, m->hotel_count);
    trade(m, m->shops, m->shop_count);
    for (uint32_t i = 0; i < o->agents; i++)
        remit(m, m->agents + i);
    for (uint32_t i = 0; i < o->flows; i++) {
        const account_id beyond[2] = {any_household(m), any_household(m)};
        collect(m, add_account(m, TRUE_COLLECTOR), beyond);
        relay(m, add_account(m, TRUE_MULE));
        relay(m, add_account(m, TRUE_MULE));
    }
    for (uint32_t i = 0; i < o->shapes; i++) {
        fan(m, false);
        fan(m, true);
        cycle(m);
        scatter(m);
    }
}

/* Nobody pays themselves. */
static void drop_own(struct money_world *world)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < world->table.count; i++)
        if (world->table.payments[i].from != world->table.payments[i].to)
            world->table.payments[kept++] = world->table.payments[i];
    world->table.count = kept;
}

bool money_world_init(struct money_world *world, const struct money_world_options *options)
{
    struct maker m = {.world = world, .options = options, .ok = true};
    *world = (struct money_world){0};
    random_init(&m.random, options->seed);
    settle(&m);
    pay_all(&m);
    drop_own(world);
    return m.ok && payment_table_sort(&world->table);
}

void money_world_release(struct money_world *world)
{
    payment_table_release(&world->table);
    memory_free(world->kinds);
    memory_free(world->shape_of);
    memory_free(world->shapes);
    *world = (struct money_world){0};
}
