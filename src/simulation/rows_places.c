/* premises.csv, persons.csv and reports.jsonl */
#include "simulation/rows.h"

#include "simulation/contact.h"
#include "simulation/deals.h"
#include "simulation/names.h"
#include "simulation/owner.h"
#include "simulation/profile.h"

static void add_own_phone(struct row_output *out, uint32_t op)
{
    struct phone_use use = {.op = op, .country = COUNTRY_COUNT, .style = 1};
    use.slot = actor_epoch(out->world, op, out->world->days - 1);
    add_phone(out, use);
}

static void write_premise(struct row_output *out, uint32_t i)
{
    const struct world *world = out->world;
    const struct premises *premises = &world->premises[i];
    const struct place *place = &places[premises->place];
    struct spot spot = premises_spot(world, i);
    struct row *row = &out->row;
    row_begin(row, TABLE_PREMISES);
    value_key(&row->bytes, "H-", (uint64_t)i + 1);
    row_end_cell(row);
    premises_name_write(&row->bytes, world, i);
    row_end_cell(row);
    premises_address_write(&row->bytes, world, i);
    row_end_cell(row);
    row_add_text(row, place->postcode);
    row_add_text(row, place->name);
    row_add_text(row, country_name(place->country));
    value_degrees(&row->bytes, spot.lat);
    row_end_cell(row);
    value_degrees(&row->bytes, spot.lon);
    row_end_cell(row);
    add_actor_name(out, premises->owner);
    add_own_phone(out, premises->owner);
    if (world->actors[premises->owner].kind == ACTOR_LANDLORD)
        row_add_decoy(row, BOWLINE_DECOY_LANDLORD);
}

enum bowline_status write_premises(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    rows_begin(out, TABLE_PREMISES);
    for (uint32_t i = 0; i < world->premises_count && status == BOWLINE_OK; i++) {
        write_premise(out, i);
        status = row_finish(out, (struct row_source){0, i, world->premises[i].owner});
    }
    return status;
}

static const char *category_of(const struct person *person, struct random *r)
{
    static const char *const others[] = {"witness", "other", "other", "other"};
    uint32_t chance = random_below(r, 8);
    if (person->role == PERSON_ADVERTISED)
        return "possible-victim";
    if (person->role == PERSON_ORGANISER)
        return chance ? "suspect" : "convicted";
    return others[chance % 4];
}

static void write_person(struct row_output *out, const struct person *person, uint32_t number)
{
    struct random r = world_stream(out->world, FOR_PERSON, number, 1);
    struct row *row = &out->row;
    row_begin(row, TABLE_PERSONS);
    value_key(&row->bytes, "Q-", number);
    row_end_cell(row);
    if (person->role == PERSON_ADVERTISED)
        full_name_write(&row->bytes, person->name);
    else
        actor_name_write(&row->bytes, out->world, person->op);
    row_end_cell(row);
    value_number(&row->bytes, 1962 + random_below(&r, 40), 4);
    row_end_cell(row);
    row_add_text(row, category_of(person, &r));
    if (person->has_phone)
        add_own_phone(out, person->op);
    else
        row_add_text(row, "");
    if (random_below(&r, 100) < 40)
        document_write(&out->value, person->name);
    add_marked(out, MARK_DOCUMENT);
    row_add_text(row, places[person->place].name);
}

enum bowline_status write_persons(struct row_output *out)
{
    enum bowline_status status = BOWLINE_OK;
    rows_begin(out, TABLE_PERSONS);
    for (uint32_t i = 0; i < person_count(out->world) && status == BOWLINE_OK; i++) {
        struct person person = person_of(out->world, i);
        write_person(out, &person, i + 1);
        status = row_finish(out, (struct row_source){0, i, person_owner(&person)});
    }
    return status;
}

/* $p: a place, $s: an address. None of these texts holds a sign that JSON would have escaped. */
static const char *const report_texts[] = {
    "The city council of $p extended the registration of short lets. Owners have until the end of the "
    "quarter to "
    "hand in their papers, a spokesman said.",
    "Inspectors visited a holiday home at $s in $p on Tuesday. They checked the register of guests and left "
    "after "
    "two hours. The owner was not available for comment.",
    "Hotels in $p counted more nights than a year ago. The trade fair in spring filled most rooms, the "
    "association "
    "of hotel keepers reports.",
    "Neighbours in $p asked the town for more checks on flats that are let by the week. A house at $s was "
    "named "
    "three times at the meeting.",
    "A wellness centre at $s in $p opens again after works of six months. It employs eleven people.",
    "The labour inspectorate announced visits to massage salons in $p. Salons that keep their papers in "
    "order have "
    "nothing to fear, it wrote.",
    "Police in $p ask for witnesses of a traffic accident near $s. Nobody was seriously hurt.",
    "A court in $p heard a case about unpaid rent of a flat at $s. Judgment follows in three weeks.",
};

static void write_report_text(struct buffer *out, const struct world *world, const char *pattern,
                              uint32_t premises)
{
    for (; *pattern; pattern++) {
        if (*pattern != '$')
            buffer_append_char(out, *pattern);
        else if (*++pattern == 'p')
            buffer_append_text(out, places[world->premises[premises].place].name);
        else
            premises_address_write(out, world, premises);
    }
}

static void write_report(struct row_output *out, uint32_t i, uint32_t reports)
{
    static const char *const sources[] = {"Daily Courier", "Evening Post", "Regional News Desk",
                                          "City Herald"};
    const struct world *world = out->world;
    struct buffer *bytes = &out->table.bytes;
    struct random r = world_stream(world, FOR_REPORT, i, 0);
    bool about_ring = world->options.rings && i % 3 == 1;
    uint32_t premises = random_below(&r, world->premises_count);
    if (about_ring)
        premises = world->ring_lets[world->rings[random_below(&r, world->options.rings)].let_first];
    buffer_append_text(bytes, "{\"id\":\"");
    value_key(bytes, "R-", (uint64_t)i + 1);
    buffer_append_text(bytes, "\",\"date\":\"");
    value_date(bytes, world_day(world, (uint64_t)i * (world->days / reports) + random_below(&r, 30)));
    buffer_format(bytes, "\",\"source\":\"%s\",\"text\":\"", sources[random_below(&r, 4)]);
    write_report_text(bytes, world, report_texts[random_below(&r, 8)], premises);
    buffer_format(bytes, "\",\"place\":\"%s\"}\n", places[world->premises[premises].place].name);
}

enum bowline_status write_reports(struct row_output *out)
{
    enum { REPORTS = 12 };
    enum bowline_status status = BOWLINE_OK;
    for (uint32_t i = 0; i < REPORTS && status == BOWLINE_OK; i++) {
        write_report(out, i, REPORTS);
        value_key(&out->scratch, "R-", (uint64_t)i + 1);
        status = buffer_ok(&out->scratch) ? truth_line(out, "reports", buffer_all(&out->scratch), ACTOR_NONE)
                                          : error_memory(out->err);
        buffer_reset(&out->scratch);
    }
    return status == BOWLINE_OK ? table_flush(&out->table, 0, out->err) : status;
}
