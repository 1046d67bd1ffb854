/* payments.csv and calls.csv */
#include "simulation/rows.h"

#include "simulation/deals.h"
#include "simulation/owner.h"

enum { WORDS_OF_A_KIND = 5, WORD_LANGUAGES = 4 /* the first four of lexicon.h; others write English */ };

enum remark { REMARK_PRIVATE, REMARK_RENT, REMARK_ROOM, REMARK_AD, REMARK_GOODS, REMARK_WAGES, REMARKS };

/* What a transfer says, in the payer's language: private payments of all kinds draw from the same words, so
 * that no word tells a ring's. */
static const char *const remarks[REMARKS][WORD_LANGUAGES][WORDS_OF_A_KIND] = {
    [REMARK_PRIVATE] = {{"", "as agreed", "thanks", "shared costs", "for the week"},
                        {"", "zoals afgesproken", "bedankt", "gedeelde kosten", "voor de week"},
                        {"", "comme convenu", "merci", "frais partagés", "pour la semaine"},
                        {"", "wie besprochen", "danke", "geteilte Kosten", "für die Woche"}},
    [REMARK_RENT] = {{"rent", "rent flat", "monthly rent", "rent and charges", "rent this month"},
                     {"huur", "huur flat", "maandhuur", "huur en kosten", "huur deze maand"},
                     {"loyer", "loyer appartement", "loyer du mois", "loyer et charges", "loyer mensuel"},
                     {"Miete", "Miete Wohnung", "Monatsmiete", "Miete und Nebenkosten", "Warmmiete"}},
    [REMARK_ROOM] = {{"booking", "room", "reservation", "stay", "hotel"},
                     {"boeking", "kamer", "reservatie", "verblijf", "hotel"},
                     {"réservation", "chambre", "séjour", "hôtel", "acompte séjour"},
                     {"Buchung", "Zimmer", "Reservierung", "Aufenthalt", "Hotel"}},
    [REMARK_AD] = {{"ad credit", "renewal", "premium listing", "order", "invoice"},
                   {"advertentie", "verlenging", "plaatsing", "bestelling", "factuur"},
                   {"annonce", "renouvellement", "mise en avant", "commande", "facture"},
                   {"Anzeige", "Verlängerung", "Platzierung", "Bestellung", "Rechnung"}},
    [REMARK_GOODS] = {{"order", "invoice", "purchase", "subscription", ""},
                      {"bestelling", "factuur", "aankoop", "abonnement", ""},
                      {"commande", "facture", "achat", "abonnement", ""},
                      {"Bestellung", "Rechnung", "Einkauf", "Abo", ""}},
    [REMARK_WAGES] = {{"salary", "wages", "pay", "salary this month", "payroll"},
                      {"loon", "wedde", "maandloon", "loon en premie", "uitbetaling"},
                      {"salaire", "rémunération", "paie", "salaire du mois", "traitement"},
                      {"Gehalt", "Lohn", "Monatslohn", "Gehalt und Zulage", "Lohnzahlung"}},
};

/* How much of it is cash, and goes by wallet, in percent. All assumed. */
static const struct {
    uint8_t cash, wallet, remark;
} habits[PAY_KINDS] = {
    [PAY_COLLECT] = {35, 0, REMARK_PRIVATE}, [PAY_PASS_ON] = {20, 12, REMARK_PRIVATE},
    [PAY_RENT] = {2, 0, REMARK_RENT},        [PAY_HOTEL] = {12, 0, REMARK_ROOM},
    [PAY_AD] = {0, 12, REMARK_AD},           [PAY_GOODS] = {8, 0, REMARK_GOODS},
    [PAY_WAGES] = {0, 0, REMARK_WAGES},      [PAY_CLIENT] = {70, 3, REMARK_PRIVATE},
    [PAY_FAMILY] = {15, 0, REMARK_PRIVATE},
};

static void add_words(struct row_output *out, struct deal deal, struct random *r)
{
    struct buffer *bytes = &out->row.bytes;
    unsigned language = out->world->actors[deal.from].language;
    const char *const *list = remarks[habits[deal.kind].remark][language < WORD_LANGUAGES ? language : 0];
    const char *words = list[random_below(r, WORDS_OF_A_KIND)];
    buffer_append_text(bytes, words);
    if (*words && (deal.kind == PAY_AD || deal.kind == PAY_GOODS || deal.kind == PAY_HOTEL))
        buffer_format(bytes, " %u", 10000 + random_below(r, 80000));
    row_end_cell(&out->row);
}

/* Both ends have a wallet of one kind: that of who is paid. */
static void add_wallet_end(struct row_output *out, struct deal deal, uint32_t op)
{
    uint64_t kind = world_hash(out->world, FOR_STYLE, deal.to, (uint64_t)9 << 32) % WALLET_KINDS;
    add_wallet(out, op, (enum wallet_kind)kind);
}

/* A payment in cash leaves no account of who paid it in. */
static void add_payer(struct row_output *out, struct deal deal, bool cash, bool wallet, uint32_t which)
{
    if (cash)
        row_add_text(&out->row, "");
    else if (wallet)
        add_wallet_end(out, deal, deal.from);
    else
        add_account(out, deal.from, which);
    add_actor_name(out, deal.from);
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
    bool cash = random_below(&r, 100) < habits[deal.kind].cash;
    bool wallet = !cash && random_below(&r, 100) < habits[deal.kind].wallet;
    bool card = !cash && !wallet && (deal.kind == PAY_GOODS || deal.kind == PAY_HOTEL) && random_below(&r, 2);
    bool passes = deal.kind == PAY_PASS_ON; /* money goes on from where it came in */
    row_begin(row, TABLE_PAYMENTS);
    value_key(&row->bytes, "P-", (uint64_t)i + 1);
    row_end_cell(row);
    value_time(&row->bytes, world_second(world, event.key));
    row_end_cell(row);
    add_payer(out, deal, cash && !passes, wallet && !passes, !passes && random_below(&r, 10) == 0);
    if (wallet)
        add_wallet_end(out, deal, deal.to);
    else
        add_account(out, deal.to, 0);
    add_actor_name(out, deal.to);
    value_cents(&row->bytes, cents);
    row_end_cell(row);
    row_add_text(row, "EUR");
    row_add_text(row, cash ? "cash" : card ? "card" : "transfer");
    add_words(out, deal, &r);
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

static void add_caller(struct row_output *out, uint32_t op, uint32_t day)
{
    struct phone_use use = {.op = op, .slot = actor_epoch(out->world, op, day), .country = COUNTRY_COUNT};
    add_phone(out, use);
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
    add_caller(out, deal.from, day);
    add_caller(out, deal.to, day);
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
