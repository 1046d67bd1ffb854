/* Premises: which records name the same house, and what networks have to do with it, against a naive recount.
 */
#include "base/memory.h"
#include "base/random.h"
#include "movement/premises_table.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdio.h>
#include <string.h>

#define DAY  ((int64_t)86400)
#define MOST 400

struct fixture {
    struct record_table records;
    struct mention_table mentions;
    struct identifier_table identifiers;
    struct sighting_table sightings;
    struct gazetteer gazetteer;
    struct place_resolver *resolver;
    field_id name[3], address[3], place[3], lat[3], lon[3]; /* of stays, premises, ads */
    field_id booker, payer, guest, owner;
    uint32_t entity_of[2 * MOST * 4], network_of_record[2 * MOST], network_of_entity[10];
};

static void add_fields(struct fixture *f, int which, const char *resource, enum record_kind kind)
{
    struct record_table *t = &f->records;
    enum party self = kind == KIND_AD ? PARTY_CONTACT : PARTY_SELF;
    resource_id id = record_table_add_resource(t, resource, kind);
    f->name[which] = record_table_add_field(t, id, "name", (struct role){PARTY_SELF, TYPE_NAME}, NULL);
    f->address[which] = record_table_add_field(t, id, "address", (struct role){self, TYPE_ADDRESS}, NULL);
    f->place[which] = record_table_add_field(t, id, "place", (struct role){self, TYPE_PLACE}, NULL);
    f->lat[which] = record_table_add_field(t, id, "lat", (struct role){self, TYPE_LAT}, NULL);
    f->lon[which] = record_table_add_field(t, id, "lon", (struct role){self, TYPE_LON}, NULL);
    if (kind == KIND_STAY) {
        f->booker = record_table_add_field(t, id, "booker", (struct role){PARTY_BOOKER, TYPE_NAME}, NULL);
        f->payer = record_table_add_field(t, id, "payer", (struct role){PARTY_PAYER, TYPE_ACCOUNT}, NULL);
        f->guest = record_table_add_field(t, id, "guest", (struct role){PARTY_GUEST, TYPE_NAME}, NULL);
    }
    if (kind == KIND_PREMISES)
        f->owner = record_table_add_field(t, id, "owner", (struct role){PARTY_OWNER, TYPE_NAME}, NULL);
}

static void fixture_init(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    record_table_init(&f->records);
    add_fields(f, 0, "stays", KIND_STAY);
    add_fields(f, 1, "premises", KIND_PREMISES);
    add_fields(f, 2, "ads", KIND_AD);
    assert_int_equal(gazetteer_open(&f->gazetteer, NULL), BOWLINE_OK);
    f->resolver = place_resolver_new(&f->gazetteer, &place_limits_default);
    assert_non_null(f->resolver);
}

static void cell(struct fixture *f, field_id field, const char *text)
{
    if (text && text[0])
        assert_true(record_table_add_cell(&f->records, field, span_of(text)));
}

static record_id begin(struct fixture *f, int which, int64_t day, int nights)
{
    static const enum record_kind kinds[] = {KIND_STAY, KIND_PREMISES, KIND_AD};
    struct record record = {.kind = (uint8_t)kinds[which], .resource = (resource_id)(which + 1)};
    record.begin = which == 1 ? TIME_NONE : day * DAY;
    record.end = which == 1 ? TIME_NONE : (day + nights + 1) * DAY; /* the day of departure is a whole day */
    record_id id = record_table_add(&f->records, &record, span_of("k"));
    assert_true(id);
    return id;
}

static record_id stay(struct fixture *f, const char *name, const char *address, const char *place)
{
    record_id id = begin(f, 0, f->records.count, 3);
    cell(f, f->name[0], name);
    cell(f, f->address[0], address);
    cell(f, f->place[0], place);
    return id;
}

static void finish(struct fixture *f)
{
    assert_int_equal(mention_table_build(&f->records, &f->mentions, NULL), BOWLINE_OK);
    assert_int_equal(sighting_table_build(&f->records, f->resolver, &f->sightings, NULL), BOWLINE_OK);
    identifier_table_init(&f->identifiers);
}

static enum bowline_status build(struct fixture *f, struct premises_table *out)
{
    const struct premises_inputs inputs = {.records = &f->records,
                                           .mentions = &f->mentions,
                                           .sightings = &f->sightings,
                                           .identifiers = &f->identifiers,
                                           .entity_of = f->entity_of,
                                           .network_of_record = f->network_of_record,
                                           .network_of_entity = f->network_of_entity,
                                           .entity_count = 9};
    return premises_table_build(&inputs, out, NULL);
}

static void fixture_release(struct fixture *f)
{
    record_table_release(&f->records);
    mention_table_release(&f->mentions);
    sighting_table_release(&f->sightings);
    place_resolver_free(f->resolver);
    gazetteer_release(&f->gazetteer);
}

static void one_house_is_one(void **state)
{
    (void)state;
    static struct fixture f;
    struct premises_table t;
    fixture_init(&f);
    record_id a = stay(&f, "Hotel Sun", "Rue Haute 5", "Brussels");
    record_id b = stay(&f, "HOTEL SUN", "rue haute, 5", "Bruxelles");
    record_id other_town = stay(&f, "Hotel Sun", "Rue Haute 5", "Namur");
    record_id by_name = stay(&f, "Hotel Sun", "", "Brussels");
    record_id other = stay(&f, "Studio Moon", "Meir 12", "Antwerp");
    record_id no_place = stay(&f, "Studio Moon", "Meir 12", "");
    record_id spoilt = stay(&f, "Studio Moon", "Meir 12", "see notes xyz");
    record_id two_towns = stay(&f, "", "Rue Haute 5", "");
    record_id nothing = stay(&f, "", "", "Brussels");
    record_id lone = stay(&f, "Loft Star", "", "Ghent");
    finish(&f);
    assert_int_equal(build(&f, &t), BOWLINE_OK);
    assert_int_equal(t.of_record[a], t.of_record[b]);
    assert_int_equal(t.of_record[a], t.of_record[by_name]);
    assert_int_not_equal(t.of_record[a], t.of_record[other_town]);
    assert_int_equal(t.of_record[other], t.of_record[no_place]);
    assert_int_equal(t.of_record[other], t.of_record[spoilt]);
    assert_int_not_equal(t.of_record[two_towns], t.of_record[a]);
    assert_int_not_equal(t.of_record[two_towns], t.of_record[other_town]);
    assert_int_equal(t.of_record[nothing], 0);
    assert_int_equal(t.nameless, 1);
    assert_int_equal(t.count, 5);
    assert_int_equal(t.premises[t.of_record[a]].kind, PREMISES_HOTEL);
    assert_int_equal(t.premises[t.of_record[lone]].kind, PREMISES_FLAT);
    assert_int_equal(t.premises[t.of_record[a]].stays, 3);
    assert_int_equal(t.used_count, 0);
    premises_table_release(&t);
    fixture_release(&f);
}

static const char *const houses[][3] = {{"Hotel A", "Meir 1", "Antwerp"},
                                        {"Flat B", "Meir 2", "Antwerp"},
                                        {"Hotel C", "Rue Haute 7", "Namur"},
                                        {"Studio D", "Rue Haute 9", "Liege"}};
static const char *const people[] = {"Ann Ash", "Bea Bell", "Cleo Cole", "ann ash", "Dora Dale"};

/* Entities 1 to 9, of networks 1, 2 or none; entity 0 stands alone. */
static void draw_case(struct fixture *f, struct random *r)
{
    for (uint32_t e = 1; e < 10; e++)
        f->network_of_entity[e] = e % 3;
    for (int i = 0; i < 4; i++) {
        begin(f, 1, 0, 0);
        cell(f, f->name[1], houses[i][0]);
        cell(f, f->address[1], houses[i][1]);
        cell(f, f->place[1], houses[i][2]);
        char lat[24];
        snprintf(lat, sizeof lat, "51.%d001", i);
        cell(f, f->lat[1], lat);
        cell(f, f->lon[1], "4.4000");
        cell(f, f->owner, people[i]);
    }
    for (int i = 0; i < 200; i++) {
        bool is_ad = random_below(r, 4) == 0;
        uint32_t house = random_below(r, 4);
        char lat[24];
        snprintf(lat, sizeof lat, "51.%u001", house);
        record_id id = begin(f, is_ad ? 2 : 0, random_below(r, 300), (int)(1 + random_below(r, 5)));
        if (!is_ad)
            cell(f, f->name[0], houses[house][0]), cell(f, f->address[0], houses[house][1]);
        cell(f, f->place[is_ad ? 2 : 0], houses[house][2]);
        if (is_ad)
            cell(f, f->lat[2], lat), cell(f, f->lon[2], "4.4000");
        f->network_of_record[id] = is_ad ? random_below(r, 3) : 0;
        if (is_ad)
            continue;
        cell(f, f->booker, people[random_below(r, 5)]);
        cell(f, f->payer, random_below(r, 2) ? "BE71 0961 2345 6769" : "BE71096123456769");
        cell(f, f->guest, people[random_below(r, 5)]);
    }
}

static uint32_t network_of_party(const struct fixture *f, record_id r, enum party party)
{
    mention_id m = mention_find(&f->mentions, r, party);
    return m ? f->network_of_entity[f->entity_of[m]] : 0;
}

static void counts_are_those_of_the_naive_recount(void **state)
{
    (void)state;
    static struct fixture f;
    struct premises_table t;
    struct random r;
    random_init(&r, 5);
    fixture_init(&f);
    draw_case(&f, &r);
    finish(&f);
    for (uint32_t m = 1; m <= f.mentions.count; m++)
        f.entity_of[m] = random_below(&r, 10);
    assert_int_equal(build(&f, &t), BOWLINE_OK);
    assert_int_equal(t.count, 4);
    assert_int_equal(t.used_count, 8);
    for (size_t i = 0; i < t.used_count; i++) {
        const struct network_premises *n = &t.used[i];
        uint32_t stays = 0;
        uint32_t ads = 0;
        uint32_t nights = 0;
        unsigned guests = 0;
        bool is_owned = false;
        for (record_id id = 1; id <= f.records.count; id++) {
            const struct record *record = &f.records.records[id];
            uint32_t network = n->network;
            if (record->kind == KIND_AD) {
                struct span lat = record_value(&f.records, id, (struct role){PARTY_CONTACT, TYPE_LAT});
                uint32_t house = (uint32_t)(lat.at[3] - '0');
                ads += f.network_of_record[id] == network && t.of_record[house + 1] == n->premises;
                continue;
            }
            if (t.of_record[id] != n->premises)
                continue;
            if (record->kind == KIND_PREMISES) {
                is_owned = network_of_party(&f, id, PARTY_OWNER) == network;
                continue;
            }
            if (network_of_party(&f, id, PARTY_BOOKER) != network &&
                network_of_party(&f, id, PARTY_PAYER) != network)
                continue;
            struct span guest = record_value(&f.records, id, (struct role){PARTY_GUEST, TYPE_NAME});
            stays++;
            nights += (uint32_t)((record->end - record->begin) / DAY) - 1;
            guests |= 1u << (guest.at[0] & 31); /* no two begin with one letter; a and A are one */
        }
        assert_int_equal(n->stays, stays);
        assert_int_equal(n->nights, nights);
        assert_int_equal(n->ads, ads);
        assert_int_equal(n->guests, __builtin_popcount(guests));
        assert_int_equal((n->roles & PREMISES_OWNED) != 0, is_owned);
        assert_true(n->payers <= 1);
    }
    premises_table_release(&t);
    fixture_release(&f);
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    static struct fixture f;
    fixture_init(&f);
    for (uint32_t e = 1; e < 10; e++)
        f.network_of_entity[e] = 1;
    record_id id = stay(&f, "Hotel A", "Meir 1", "Antwerp");
    cell(&f, f.booker, "Ann Ash");
    cell(&f, f.guest, "Bea Bell");
    f.network_of_record[id] = 1;
    finish(&f);
    f.entity_of[mention_find(&f.mentions, id, PARTY_BOOKER)] = 1;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct premises_table t;
        failing_memory_begin(&memory, n);
        enum bowline_status status = build(&f, &t);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        premises_table_release(&t);
        if (!has_failed) {
            assert_true(n > 15);
            break;
        }
    }
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_house_is_one),
        cmocka_unit_test(counts_are_those_of_the_naive_recount),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("premises", tests, NULL, NULL);
}
