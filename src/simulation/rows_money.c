/* payments.csv and calls.csv */
#include "simulation/rows.h"

#include "simulation/deals.h"
#include "simulation/on_file.h"
#include "simulation/owner.h"
#include "simulation/payment_text.h"

/* How one end of a payment takes part. */
enum means { BY_BANK, BY_CASH, BY_WALLET };

/* How much of it is cash, and goes by wallet, in percent. All assumed. */
static const struct {
    uint8_t cash, wallet;
} habits[PAY_KINDS] = {
    [PAY_COLLECT] = {35, 0}, [PAY_PASS_ON] = {20, 12}, [PAY_RENT] = {2, 0},
    [PAY_HOTEL] = {12, 0},   [PAY_AD] = {0, 12},       [PAY_GOODS] = {8, 0},
    [PAY_WAGES] = {0, 0},    [PAY_CLIENT] = {70, 3},   [PAY_FAMILY] = {15, 0},
};

/* Both ends have a wallet of one kind: that of who is paid. */
static void add_wallet_end(struct row_output *out, struct deal deal, uint32_t op)
{
    uint64_t kind = world_hash(out->world, FOR_STYLE, deal.to, (uint64_t)9 << 32) % WALLET_KINDS;
    add_wallet(out, op, (enum wallet_kind)kind);
}

/* Name, and what the bank has on file. Who pays in cash shows a document only. */
static void add_holder(struct row_output *out, uint32_t op, uint32_t day, enum means means, bool is_known)
{
    struct phone_use use;
    bool has_file = means == BY_BANK && is_known;
    add_actor_name(out, op);
    if (has_file && file_phone(out->world, op, day, &use))
        add_phone(out, use);
    else
        row_add_text(&out->row, "");
    if (has_file && file_has_mail(out->world, op))
        add_mail(out, op, 0);
    else
        row_add_text(&out->row, "");
    if (is_known && means != BY_WALLET)
        file_document_write(&out->value, out->world, op, day);
    add_marked(out, MARK_DOCUMENT);
}

/* A payment in cash leaves no account of who paid it in. */
static void add_payer(struct row_output *out, struct deal deal, enum means means, uint32_t which)
{
    if (means == BY_CASH)
        row_add_text(&out->row, "");
    else if (means == BY_WALLET)
        add_wallet_end(out, deal, deal.from);
    else
        add_account(out, deal.from, which);
}

static void add_decoys(struct row_output *out, struct deal deal)
{
    const struct world *world = out->world;
    const struct actor *from = &world->actors[deal.from];
    row_add_actor_decoys(&out->row, world, deal.from);
    if (deal.kind == PAY_WAGES)
        row_add_decoy(&out->row, BOWLINE_DECOY_PAYROLL);
    if (deal.kind == PAY_RENT && !from->ring)
        row_add_decoy(&out->row, BOWLINE_DECOY_RENT);
    if (deal.kind == PAY_RENT && world->actors[deal.to].kind == ACTOR_LANDLORD)
        row_add_decoy(&out->row, BOWLINE_DECOY_LANDLORD);
    if (deal.kind == PAY_FAMILY && from->traits & TRAIT_FAMILY)
        row_add_decoy(&out->row, BOWLINE_DECOY_FAMILY);
}

static void write_payment(struct row_output *out, struct deal deal, uint64_t cents, uint32_t i)
{
    const struct world *world = out->world;
    struct sort_pair event = world->events[EVENT_PAYMENT][i];
    struct random r = world_stream(world, FOR_PAYMENT, event.value, (uint64_t)1 << 40);
    struct row *row = &out->row;
    uint32_t day = (uint32_t)(event.key / 86400);
    bool cash = random_below(&r, 100) < habits[deal.kind].cash;
    bool wallet = !cash && random_below(&r, 100) < habits[deal.kind].wallet;
    bool card = !cash && !wallet && (deal.kind == PAY_GOODS || deal.kind == PAY_HOTEL) && random_below(&r, 2);
    bool passes = deal.kind == PAY_PASS_ON; /* money goes on from where it came in */
    row_begin(row, TABLE_PAYMENTS);
    value_key(&row->bytes, "P-", (uint64_t)i + 1);
    row_end_cell(row);
    value_time(&row->bytes, world_second(world, event.key));
    row_end_cell(row);
    enum means from = passes ? BY_BANK : cash ? BY_CASH : wallet ? BY_WALLET : BY_BANK;
    struct ends_known known = ends_by_bank(world, deal.from, deal.to);
    add_payer(out, deal, from, !passes && random_below(&r, 10) == 0);
    add_holder(out, deal.from, day, from, known.from);
    if (wallet)
        add_wallet_end(out, deal, deal.to);
    else
        add_account(out, deal.to, 0);
    add_holder(out, deal.to, day, wallet ? BY_WALLET : BY_BANK, known.to);
    value_cents(&row->bytes, cents);
    row_end_cell(row);
    row_add_text(row, "EUR");
    row_add_text(row, cash ? "cash" : card ? "card" : "transfer");
    add_payment_text(out, deal, day, &r);
    add_decoys(out, deal);
}

enum bowline_status write_payments(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    size_t flow = 0;
    rows_begin(out, TABLE_PAYMENTS);
    for (uint32_t i = 0; i < world->event_count[EVENT_PAYMENT] && status == BOWLINE_OK; i++) {
        uint64_t value = world->events[EVENT_PAYMENT][i].value;
        struct deal deal = payment_deal(world, (uint32_t)(value >> 32), (uint32_t)value);
        uint64_t cents = payment_cents(world, deal, value);
        if (flow < world->flow_count && world->flows[flow].event == i)
            cents = world->flows[flow++].cents;
        write_payment(out, deal, cents, i);
        struct row_source source = {value >> 32, (uint32_t)value, payment_owner(world, deal)};
        status = row_finish(out, source);
    }
    return status;
}

static void add_caller(struct row_output *out, uint32_t op, uint32_t day, struct random *random,
                       bool is_known)
{
    struct phone_use use = {.op = op, .slot = actor_epoch(out->world, op, day), .country = COUNTRY_COUNT};
    add_phone(out, use);
    if (is_known)
        handset_write(&out->value, out->world, op, day, random);
    add_marked(out, MARK_HANDLE);
}

static void write_call(struct row_output *out, struct deal deal, struct sort_pair event, uint64_t number)
{
    struct random r = world_stream(out->world, FOR_CALL, event.value, (uint64_t)1 << 40);
    struct row *row = &out->row;
    uint32_t day = (uint32_t)(event.key / 86400);
    bool message = random_below(&r, 100) < 40;
    uint32_t minutes = random_below(&r, 12);
    uint32_t seconds = 5 + random_below(&r, 60) * minutes;
    row_begin(row, TABLE_CALLS);
    value_key(&row->bytes, "C-", number);
    row_end_cell(row);
    value_time(&row->bytes, world_second(out->world, event.key));
    row_end_cell(row);
    struct random handsets = world_stream(out->world, FOR_FILE, event.value, (uint64_t)1 << 40);
    struct ends_known known = ends_by_carrier(out->world, deal.from, deal.to);
    add_caller(out, deal.from, day, &handsets, known.from);
    add_caller(out, deal.to, day, &handsets, known.to);
    value_number(&row->bytes, message ? 0 : seconds, 1);
    row_end_cell(row);
    row_add_text(row, message ? "message" : "voice");
    row_add_actor_decoys(row, out->world, deal.from);
    row_add_phone_decoys(row, out->world, deal.from, day);
    row_add_phone_decoys(row, out->world, deal.to, day);
    const struct actor *from = &out->world->actors[deal.from];
    if (from->traits & TRAIT_FAMILY && from->group == out->world->actors[deal.to].group)
        row_add_decoy(row, BOWLINE_DECOY_FAMILY);
}

enum bowline_status write_calls(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    rows_begin(out, TABLE_CALLS);
    for (uint32_t i = 0; i < world->event_count[EVENT_CALL] && status == BOWLINE_OK; i++) {
        struct sort_pair event = world->events[EVENT_CALL][i];
        struct deal deal = call_deal(world, (uint32_t)(event.value >> 32), (uint32_t)event.value);
        write_call(out, deal, event, i + 1);
        status = row_finish(out, (struct row_source){deal.from, (uint32_t)event.value, deal.from});
    }
    return status;
}
