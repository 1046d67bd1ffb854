/* Sightings and visits against hand-made rows and a naive twin. */
#include "base/memory.h"
#include "base/random.h"
#include "movement/visit_table.h"
#include "places/place_resolver.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct fixture {
    struct record_table records;
    resource_id resource;
    field_id place, country, lat, lon, elsewhere;
};

static field_id field(struct fixture *f, enum party party, enum column_type type)
{
    return record_table_add_field(&f->records, f->resource, type_name(type), (struct role){party, type},
                                  NULL);
}

static void fixture_init(struct fixture *f)
{
    record_table_init(&f->records);
    f->resource = record_table_add_resource(&f->records, "ads", KIND_AD);
    f->place = field(f, PARTY_CONTACT, TYPE_PLACE);
    f->country = field(f, PARTY_CONTACT, TYPE_COUNTRY);
    f->lat = field(f, PARTY_CONTACT, TYPE_LAT);
    f->lon = field(f, PARTY_CONTACT, TYPE_LON);
    f->elsewhere = field(f, PARTY_ADVERTISED, TYPE_PLACE);
}

static void add_cell(struct fixture *f, field_id id, const char *text)
{
    if (text[0])
        assert_true(record_table_add_cell(&f->records, id, span_of(text)));
}

static void add(struct fixture *f, const char *place, const char *lat, const char *lon, int64_t begin)
{
    struct record record = {.kind = KIND_AD,
                            .resource = f->resource,
                            .begin = begin,
                            .end = begin == TIME_NONE ? TIME_NONE : begin + 100};
    assert_true(record_table_add(&f->records, &record, span_of("k")));
    add_cell(f, f->place, place);
    add_cell(f, f->country, "BE");
    add_cell(f, f->lat, lat);
    add_cell(f, f->lon, lon);
}

static void build(const struct fixture *f, struct sighting_table *out)
{
    struct bowline_error err;
    assert_int_equal(sighting_table_build(&f->records, NULL, out, &err), BOWLINE_OK);
}

static void places_are_numbered_by_key_and_located_by_median(void **state)
{
    (void)state;
    struct fixture f;
    struct sighting_table table;
    fixture_init(&f);
    add(&f, "Ghent", "51.05", "3.72", 100);
    add(&f, "ANTWERP", "51.20", "4.40", 200);
    add(&f, "Antwerp", "51.22", "4.44", 300);
    add(&f, "Antwerp", "", "", 400);
    add(&f, "", "50.00", "4.00", 500);
    add(&f, "", "", "", 600);
    add(&f, "Antwerp", "510", "4.40", 700);
    add(&f, "Antwerp", "51.2", "", 800);
    add_cell(&f, f.elsewhere, "Paris");
    build(&f, &table);
    assert_int_equal(table.place_count, 2);
    assert_int_equal(table.count, 7);
    assert_int_equal(table.bad_coordinates, 2);
    assert_true(span_equal(buffer_span(&table.pool, table.places[1].key), span_of("be:antwerp")));
    assert_true(span_equal(buffer_span(&table.pool, table.places[2].key), span_of("be:ghent")));
    assert_true(fabs(table.places[1].lat - 51.21) < 1e-9 && fabs(table.places[1].lon - 4.42) < 1e-9);
    assert_int_equal(table.sightings[0].place, 2);
    assert_int_equal(table.sightings[4].place, 0);
    assert_true(isnan(table.sightings[3].lat));
    assert_int_equal(table.sightings[5].record, 7);
    sighting_table_release(&table);
    record_table_release(&f.records);
}

static void neighbours_at_one_place_are_one_visit(void **state)
{
    (void)state;
    struct fixture f;
    struct sighting_table table;
    struct visit_table visits;
    fixture_init(&f);
    add(&f, "Antwerp", "51.2194", "4.4025", 300);
    add(&f, "Antwerp", "", "", 100);
    add(&f, "Brussels", "50.8503", "4.3517", 500);
    add(&f, "Antwerp", "", "", 700);
    add(&f, "Antwerp", "", "", 200);
    add(&f, "Antwerp", "", "", TIME_NONE);
    add(&f, "Brussels", "", "", 50);
    const uint32_t entity_of[] = {0, 7, 7, 7, 7, 0, 7, 3};
    build(&f, &table);
    assert_int_equal(visit_table_build(&table, entity_of, &visits, NULL), BOWLINE_OK);
    assert_int_equal(visits.count, 4);
    assert_int_equal(visits.visits[0].entity, 3);
    assert_int_equal(visits.visits[1].entity, 7);
    assert_int_equal(visits.visits[1].sightings, 2);
    assert_int_equal(visits.visits[1].begin, 100);
    assert_int_equal(visits.visits[1].end, 400);
    assert_int_equal(visits.visits[1].km_from_previous, 0);
    assert_int_equal(visits.visits[2].km_from_previous, 41);
    assert_int_equal(visits.visits[3].begin, 700);
    visit_table_release(&visits);
    sighting_table_release(&table);
    record_table_release(&f.records);
}

#define MANY 600

struct naive {
    uint32_t entity;
    place_id place;
    int64_t begin, end;
};

static int compare_naive(const void *a, const void *b)
{
    const struct naive *x = a;
    const struct naive *y = b;
    if (x->entity != y->entity)
        return x->entity < y->entity ? -1 : 1;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* The naive twin: sort all, then walk. */
static void check_naively(const struct sighting_table *table, const uint32_t *entity_of,
                          const struct visit_table *visits)
{
    static struct naive all[MANY];
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct sighting *s = &table->sightings[i];
        if (s->place && s->begin != TIME_NONE && entity_of[s->record])
            all[count++] = (struct naive){entity_of[s->record], s->place, s->begin, s->end};
    }
    qsort(all, count, sizeof *all, compare_naive);
    size_t at = 0;
    for (size_t v = 0; v < visits->count; v++) {
        const struct visit *visit = &visits->visits[v];
        int64_t end = INT64_MIN;
        assert_int_equal(visit->begin, all[at].begin);
        for (uint32_t n = 0; n < visit->sightings; n++, at++) {
            assert_true(at < count && all[at].entity == visit->entity && all[at].place == visit->place);
            end = all[at].end > end ? all[at].end : end;
        }
        assert_int_equal(visit->end, end);
        bool goes_on = at < count && all[at].entity == visit->entity && all[at].place == visit->place;
        assert_false(goes_on);
    }
    assert_int_equal(at, count);
}

static void visits_are_those_of_the_naive_twin(void **state)
{
    (void)state;
    static uint32_t entity_of[MANY + 1];
    static const char *const towns[] = {"Antwerp", "Brussels", "Ghent", "", "Namur"};
    for (uint64_t seed = 1; seed <= 30; seed++) {
        struct random random;
        struct fixture f;
        struct sighting_table table;
        struct visit_table visits;
        random_init(&random, seed);
        fixture_init(&f);
        for (unsigned i = 1; i <= MANY; i++) {
            int64_t time = (int64_t)random_below(&random, 400) - 200;
            add(&f, towns[random_below(&random, 5)], "", "", random_below(&random, 20) ? time : TIME_NONE);
            entity_of[i] = random_below(&random, 9);
        }
        build(&f, &table);
        assert_int_equal(visit_table_build(&table, entity_of, &visits, NULL), BOWLINE_OK);
        check_naively(&table, entity_of, &visits);
        visit_table_release(&visits);
        sighting_table_release(&table);
        record_table_release(&f.records);
    }
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    struct fixture f;
    const uint32_t entity_of[] = {0, 1, 1, 1};
    fixture_init(&f);
    add(&f, "Antwerp", "51.2", "4.4", 1);
    add(&f, "Ghent", "51.0", "3.7", 2);
    add(&f, "Namur", "", "", 3);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct sighting_table table;
        struct visit_table visits = {0};
        struct bowline_error err;
        failing_memory_begin(&memory, n);
        enum bowline_status status = sighting_table_build(&f.records, NULL, &table, &err);
        if (status == BOWLINE_OK)
            status = visit_table_build(&table, entity_of, &visits, &err);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        visit_table_release(&visits);
        sighting_table_release(&table);
        if (!has_failed) {
            assert_true(n > 10);
            break;
        }
    }
    record_table_release(&f.records);
}

static void the_gazetteer_names_and_locates_places(void **state)
{
    (void)state;
    struct fixture f;
    struct sighting_table table;
    struct gazetteer gazetteer;
    fixture_init(&f);
    add(&f, "Antwerpen", "", "", 100);
    add(&f, "Anvers", "", "", 200);
    add(&f, "Gand", "51.5", "3.5", 300);
    add(&f, "Nowhere at all", "", "", 400);
    assert_int_equal(gazetteer_open(&gazetteer, NULL), BOWLINE_OK);
    struct place_resolver *resolver = place_resolver_new(&gazetteer, &place_limits_default);
    assert_int_equal(sighting_table_build(&f.records, resolver, &table, NULL), BOWLINE_OK);
    assert_int_equal(table.place_count, 3);
    assert_true(span_equal(buffer_span(&table.pool, table.places[1].key), span_of("be:antwerp")));
    assert_true(span_equal(buffer_span(&table.pool, table.places[2].key), span_of("be:gent")));
    assert_true(span_equal(buffer_span(&table.pool, table.places[3].key), span_of("be:nowhere at all")));
    assert_true(table.places[1].is_looked_up && fabs(table.places[1].lat - 51.22) < 0.02);
    assert_true(!table.places[2].is_looked_up && table.places[2].lat == 51.5);
    assert_true(!table.places[3].is_looked_up && isnan(table.places[3].lat));
    assert_int_equal(table.sightings[0].place, table.sightings[1].place);
    assert_int_equal(table.sightings[0].surety, PLACE_SURE);
    assert_int_equal(table.sightings[3].surety, PLACE_UNKNOWN);
    sighting_table_release(&table);
    place_resolver_free(resolver);
    gazetteer_release(&gazetteer);
    record_table_release(&f.records);
}

/* A point that fits its place only when exchanged is put right and counted; one that fits neither way stays.
 */
static void exchanged_coordinates_are_put_right(void **state)
{
    (void)state;
    struct fixture f;
    struct sighting_table table;
    struct gazetteer gazetteer;
    fixture_init(&f);
    add(&f, "Antwerp", "51.22", "4.40", 100);
    add(&f, "Antwerp", "4.40", "51.22", 200);
    add(&f, "Antwerp", "10.00", "20.00", 300);
    add(&f, "Nowhere at all", "4.40", "51.22", 400);
    assert_int_equal(gazetteer_open(&gazetteer, NULL), BOWLINE_OK);
    struct place_resolver *resolver = place_resolver_new(&gazetteer, &place_limits_default);
    assert_int_equal(sighting_table_build(&f.records, resolver, &table, NULL), BOWLINE_OK);
    assert_int_equal(table.swapped_coordinates, 1);
    assert_true(table.sightings[1].lat == 51.22 && table.sightings[1].lon == 4.40);
    assert_true(table.sightings[2].lat == 10.0 && table.sightings[2].lon == 20.0);
    assert_true(table.sightings[3].lat == 4.40 && table.sightings[3].lon == 51.22);
    sighting_table_release(&table);
    place_resolver_free(resolver);
    gazetteer_release(&gazetteer);
    record_table_release(&f.records);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exchanged_coordinates_are_put_right),
        cmocka_unit_test(places_are_numbered_by_key_and_located_by_median),
        cmocka_unit_test(the_gazetteer_names_and_locates_places),
        cmocka_unit_test(neighbours_at_one_place_are_one_visit),
        cmocka_unit_test(visits_are_those_of_the_naive_twin),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("movement", tests, NULL, NULL);
}
