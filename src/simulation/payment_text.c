/* What a payment says in words. Private payments of all kinds draw from the same list, so that no word tells
 * a ring's. Shares are percentages, all assumed. */
#include "simulation/payment_text.h"

enum { WORDS_OF_A_KIND = 5, WORD_LANGUAGES = 4 /* the first four of lexicon.h; others write English */ };

enum remark { REMARK_PRIVATE, REMARK_RENT, REMARK_ROOM, REMARK_AD, REMARK_GOODS, REMARK_WAGES, REMARKS };

/* In the payer's language. */
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

static const uint8_t remark_of[PAY_KINDS] = {
    [PAY_COLLECT] = REMARK_PRIVATE, [PAY_PASS_ON] = REMARK_PRIVATE, [PAY_RENT] = REMARK_RENT,
    [PAY_HOTEL] = REMARK_ROOM,      [PAY_AD] = REMARK_AD,           [PAY_GOODS] = REMARK_GOODS,
    [PAY_WAGES] = REMARK_WAGES,     [PAY_CLIENT] = REMARK_PRIVATE,  [PAY_FAMILY] = REMARK_PRIVATE,
};

enum { AD_PHONE = 35, AD_MAIL = 60, AD_OF_ANOTHER = 12 };
enum { PHONE_BILL = 12, BILL_OF_ANOTHER = 15, PRIVATE_PHONE = 5 };

static uint8_t words_of(const struct world *world, uint32_t payer)
{
    uint8_t language = world->actors[payer].language;
    return language < WORD_LANGUAGES ? language : 0;
}

static void add_written(struct row_output *out, uint32_t payer, enum mark_type type)
{
    struct mark mark = {.cell = (uint8_t)out->row.count, .type = (uint8_t)type, .form = FORM_PLAIN};
    mark.language = words_of(out->world, payer);
    struct span value = buffer_all(&out->value);
    struct span written = out->scratch.length ? buffer_all(&out->scratch) : value;
    row_mark_in(&out->row, mark, value, written);
    buffer_append_char(&out->row.bytes, ' ');
    buffer_append_span(&out->row.bytes, written);
    scratch_reset(out);
}

static void write_phone(struct row_output *out, uint32_t payer, uint32_t op, uint32_t day)
{
    struct phone_use use = {.op = op, .slot = actor_epoch(out->world, op, day), .country = COUNTRY_COUNT};
    use.style = op % 3;
    actor_phone_write(&out->scratch, out->world, use);
    use.style = 0;
    actor_phone_write(&out->value, out->world, use);
    add_written(out, payer, MARK_PHONE);
}

/* Somebody near, for whom one pays: of the ring, the flat, the family. */
static uint32_t one_near(const struct world *world, uint32_t op, struct random *r)
{
    const struct ring *ring = world_ring(world, op);
    return ring ? ring->first + random_below(r, ring->count) : group_mate(world, op, r);
}

/* Who sells ads or lines asks for the customer's number or address in the reference; some pay for others. */
static void write_customer(struct row_output *out, struct deal deal, uint32_t day, struct random *r)
{
    const struct actor *from = &out->world->actors[deal.from];
    uint32_t share = random_below(r, 100);
    uint32_t others = random_below(r, 100);
    uint32_t near = one_near(out->world, deal.from, r);
    if (deal.kind == PAY_AD) {
        uint32_t whose = others < AD_OF_ANOTHER ? near : deal.from;
        if (share < AD_PHONE) {
            write_phone(out, deal.from, whose, day);
        } else if (share < AD_MAIL) {
            actor_mail_write(&out->value, out->world, whose,
                             from->ring ? actor_epoch(out->world, whose, day) / 3 : 0);
            add_written(out, deal.from, MARK_EMAIL);
        }
    } else if (deal.kind == PAY_GOODS && share < PHONE_BILL) {
        write_phone(out, deal.from, others < BILL_OF_ANOTHER ? near : deal.from, day);
    } else if ((deal.kind == PAY_CLIENT || deal.kind == PAY_FAMILY) && share < PRIVATE_PHONE) {
        write_phone(out, deal.from, others < 50 ? deal.to : deal.from, day);
    }
}

void add_payment_text(struct row_output *out, struct deal deal, uint32_t day, struct random *r)
{
    struct buffer *bytes = &out->row.bytes;
    struct random own =
        world_stream(out->world, FOR_FILE, deal.from, (uint64_t)2 << 40 | (uint64_t)deal.to << 8 | day);
    const char *const *list = remarks[remark_of[deal.kind]][words_of(out->world, deal.from)];
    const char *words = list[random_below(r, WORDS_OF_A_KIND)];
    buffer_append_text(bytes, words);
    if (*words && (deal.kind == PAY_AD || deal.kind == PAY_GOODS || deal.kind == PAY_HOTEL))
        buffer_format(bytes, " %u", 10000 + random_below(r, 80000));
    write_customer(out, deal, day, &own);
    row_end_cell(&out->row);
}
