/* payments.csv and calls.csv */
#include "simulation/rows.h"

#include "simulation/deals.h"
#include "simulation/owner.h"
#include "simulation/profile.h"

/* Euros, from and span; steps of which amounts are made; what the transfer says: private payments of all
 * kinds draw from the same words, so that no word tells a ring's. All assumed. */
struct tariff {
    uint32_t from, span, step;
    uint8_t cash; /* percent */
    const char *words[5];
};

static const struct tariff tariffs[PAY_KINDS] = {
    [PAY_COLLECT] = {180, 1900, 10, 35, {"", "as agreed", "thanks", "shared costs", "for the week"}},
    [PAY_PASS_ON] = {900, 4200, 50, 20, {"", "as agreed", "thanks", "shared costs", "for the week"}},
    [PAY_RENT] = {420, 900, 5, 2, {"rent", "huur", "loyer", "Miete", "rent flat"}},
    [PAY_HOTEL] = {65, 520, 1, 12, {"booking", "room", "reservation", "stay", "hotel"}},
    [PAY_AD] = {9, 70, 1, 0, {"ad credit", "renewal", "premium listing", "order", "invoice"}},
    [PAY_GOODS] = {4, 260, 1, 8, {"order", "invoice", "purchase", "subscription", ""}},
    [PAY_WAGES] = {900, 2300, 1, 0, {"salary", "wages", "loon", "salaire", "Gehalt"}},
    [PAY_CLIENT] = {60, 260, 10, 70, {"", "as agreed", "thanks", "dinner", "gift card"}},
    [PAY_FAMILY] = {10, 300, 5, 15, {"", "as agreed", "thanks", "shared costs", "for the week"}},
};

/* Rent, and a worker's wages, are the same each month. */
static uint64_t amount_of(const struct world *world, struct deal deal, struct random *r)
{
    const struct tariff *tariff = &tariffs[deal.kind];
    struct random fixed = world_stream(world, FOR_STYLE, deal.from, (uint64_t)7 << 32 | deal.to);
    struct random *draw = deal.kind == PAY_RENT || deal.kind == PAY_WAGES ? &fixed : r;
    uint64_t euros = tariff->from + random_below(draw, tariff->span / tariff->step + 1) * tariff->step;
    return euros * 100 + (tariff->step == 1 ? random_below(draw, 100) : 0);
}

static void write_payment_words(struct row_output *out, struct deal deal, struct random *r)
{
    const char *words = tariffs[deal.kind].words[random_below(r, 5)];
    buffer_append_text(&out->scratch, words);
    if (*words && (deal.kind == PAY_AD || deal.kind == PAY_GOODS || deal.kind == PAY_HOTEL))
        buffer_format(&out->scratch, " %u", 10000 + random_below(r, 80000));
    cell_scratch(out);
}

static void write_payment(struct row_output *out, struct deal deal, struct sort_pair event, uint64_t number)
{
    struct random r = world_stream(out->world, FOR_PAYMENT, event.value, (uint64_t)1 << 40);
    bool cash = random_below(&r, 100) < tariffs[deal.kind].cash;
    bool card = !cash && (deal.kind == PAY_GOODS || deal.kind == PAY_HOTEL) && random_below(&r, 2);
    cell_key(&out->table, "P-", number);
    cell_time(&out->table, event.key);
    if (!cash)
        actor_iban_write(&out->scratch, out->world, deal.from, random_below(&r, 10) == 0);
    cell_scratch(out);
    cell_actor_name(out, deal.from);
    cell_actor_iban(out, deal.to, 0);
    cell_actor_name(out, deal.to);
    cell_cents(&out->table, amount_of(out->world, deal, &r));
    cell_text(&out->table, "EUR");
    cell_text(&out->table, cash ? "cash" : card ? "card" : "transfer");
    write_payment_words(out, deal, &r);
}

enum bowline_status write_payments(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    buffer_append_text(&out->table.bytes,
                       "id,time,from_account,from_name,to_account,to_name,amount,currency,channel,text\n");
    for (uint32_t i = 0; i < world->event_count[EVENT_PAYMENT] && status == BOWLINE_OK; i++) {
        struct sort_pair event = world->events[EVENT_PAYMENT][i];
        struct deal deal = payment_deal(world, (uint32_t)(event.value >> 32), (uint32_t)event.value);
        write_payment(out, deal, event, i + 1);
        status = row_end(out, "payments", "P-", i + 1, payment_owner(world, deal));
    }
    return status;
}

static void cell_phone(struct row_output *out, uint32_t op, uint32_t day)
{
    struct phone_use use = {.op = op, .slot = actor_epoch(out->world, op, day), .country = COUNTRY_COUNT};
    actor_phone_write(&out->scratch, out->world, use);
    cell_scratch(out);
}

static void write_call(struct row_output *out, struct deal deal, struct sort_pair event, uint64_t number)
{
    struct random r = world_stream(out->world, FOR_CALL, event.value, (uint64_t)1 << 40);
    uint32_t day = (uint32_t)(event.key / 86400);
    bool message = random_below(&r, 100) < 40;
    uint32_t minutes = random_below(&r, 12);
    uint32_t seconds = 5 + random_below(&r, 60) * minutes;
    cell_key(&out->table, "C-", number);
    cell_time(&out->table, event.key);
    cell_phone(out, deal.from, day);
    cell_phone(out, deal.to, day);
    cell_number(&out->table, message ? 0 : seconds, 1);
    cell_text(&out->table, message ? "message" : "voice");
}

enum bowline_status write_calls(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    buffer_append_text(&out->table.bytes, "id,time,from_phone,to_phone,seconds,channel\n");
    for (uint32_t i = 0; i < world->event_count[EVENT_CALL] && status == BOWLINE_OK; i++) {
        struct sort_pair event = world->events[EVENT_CALL][i];
        struct deal deal = call_deal(world, (uint32_t)(event.value >> 32), (uint32_t)event.value);
        write_call(out, deal, event, i + 1);
        status = row_end(out, "calls", "C-", i + 1, deal.from);
    }
    return status;
}
