/* premises.csv, persons.csv and reports.jsonl */
#include "simulation/rows.h"

#include "simulation/deals.h"
#include "simulation/names.h"
#include "simulation/owner.h"
#include "simulation/profile.h"

static void cell_own_phone(struct row_output *out, uint32_t op)
{
    struct phone_use use = {.op = op, .country = COUNTRY_COUNT, .style = 1};
    use.slot = actor_epoch(out->world, op, WORLD_DAYS - 1);
    actor_phone_write(&out->scratch, out->world, use);
    cell_scratch(out);
}

enum bowline_status write_premises(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    buffer_append_text(&out->table.bytes,
                       "id,name,address,postcode,place,country,lat,lon,owner,manager_phone\n");
    for (uint32_t i = 0; i < world->premises_count && status == BOWLINE_OK; i++) {
        const struct premises *premises = &world->premises[i];
        const struct place *place = &places[premises->place];
        struct spot spot = premises_spot(world, i);
        cell_key(&out->table, "H-", i + 1);
        premises_name_write(&out->scratch, world, i);
        cell_scratch(out);
        premises_address_write(&out->scratch, world, i);
        cell_scratch(out);
        cell_text(&out->table, place->postcode);
        cell_text(&out->table, place->name);
        cell_text(&out->table, country_name(place->country));
        cell_degrees(&out->table, spot.lat);
        cell_degrees(&out->table, spot.lon);
        cell_actor_name(out, premises->owner);
        cell_own_phone(out, premises->owner);
        status = row_end(out, "premises", "H-", i + 1, premises->owner);
    }
    return status;
}

static void write_person(struct row_output *out, const struct person *person, uint32_t number)
{
    static const char *const others[] = {"witness", "other", "other", "other"};
    struct random r = world_stream(out->world, FOR_PERSON, number, 1);
    const char *category =
        person->role == PERSON_ADVERTISED ? "possible-victim" : others[random_below(&r, 4)];
    if (person->role == PERSON_ORGANISER)
        category = random_below(&r, 8) ? "suspect" : "convicted";
    cell_key(&out->table, "Q-", number);
    if (person->role == PERSON_ADVERTISED)
        full_name_write(&out->scratch, person->name);
    else
        actor_name_write(&out->scratch, out->world, person->op);
    cell_scratch(out);
    cell_number(&out->table, 1962 + random_below(&r, 40), 4);
    cell_text(&out->table, category);
    if (person->has_phone)
        cell_own_phone(out, person->op);
    else
        cell_text(&out->table, "");
    cell_text(&out->table, places[person->place].name);
}

enum bowline_status write_persons(struct row_output *out)
{
    enum bowline_status status = BOWLINE_OK;
    buffer_append_text(&out->table.bytes, "id,name,born,category,phone,place\n");
    for (uint32_t i = 0; i < person_count(out->world) && status == BOWLINE_OK; i++) {
        struct person person = person_of(out->world, i);
        write_person(out, &person, i + 1);
        status = row_end(out, "persons", "Q-", i + 1, person_owner(&person));
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

enum bowline_status write_reports(struct row_output *out)
{
    static const char *const sources[] = {"Daily Courier", "Evening Post", "Regional News Desk",
                                          "City Herald"};
    enum { REPORTS = 12 };
    const struct world *world = out->world;
    struct buffer *bytes = &out->table.bytes;
    enum bowline_status status = BOWLINE_OK;
    for (uint32_t i = 0; i < REPORTS && status == BOWLINE_OK; i++) {
        struct random r = world_stream(world, FOR_REPORT, i, 0);
        bool about_ring = world->options.rings && i % 3 == 1;
        uint32_t premises = random_below(&r, world->premises_count);
        if (about_ring)
            premises = world->rings[random_below(&r, world->options.rings)].lets[0];
        buffer_format(bytes, "{\"id\":\"R-%06u\",\"date\":\"", i + 1);
        cell_date(&out->table, (uint64_t)i * (WORLD_DAYS / REPORTS) + random_below(&r, 30));
        bytes->length -= bytes->length > 0; /* the comma behind a cell */
        buffer_format(bytes, "\",\"source\":\"%s\",\"text\":\"", sources[random_below(&r, 4)]);
        write_report_text(bytes, world, report_texts[random_below(&r, 8)], premises);
        buffer_format(bytes, "\",\"place\":\"%s\"} ", places[world->premises[premises].place].name);
        status = row_end(out, "reports", "R-", i + 1, ACTOR_NONE);
    }
    return status;
}
