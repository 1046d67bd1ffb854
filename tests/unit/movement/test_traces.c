/* Traces: whose records are taken for one traveller's, against a naive twin that joins until nothing changes.
 */
#include "base/memory.h"
#include "movement/trace_table.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <string.h>

#define DAY ((int64_t)86400)

struct fixture {
    struct record_table records;
    struct identifier_table identifiers;
    struct sighting_table sightings;
    uint32_t unit_of[64], entity_of[64];
    field_id place, name, image;
};

static void fixture_init(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    record_table_init(&f->records);
    resource_id ads = record_table_add_resource(&f->records, "ads", KIND_AD);
    f->place =
        record_table_add_field(&f->records, ads, "place", (struct role){PARTY_CONTACT, TYPE_PLACE}, NULL);
    f->name =
        record_table_add_field(&f->records, ads, "name", (struct role){PARTY_ADVERTISED, TYPE_NAME}, NULL);
    f->image =
        record_table_add_field(&f->records, ads, "images", (struct role){PARTY_ADVERTISED, TYPE_IMAGE}, NULL);
}

static void add(struct fixture *f, uint32_t unit, int64_t day, const char *place, const char *name,
                const char *image)
{
    struct record record = {.kind = KIND_AD, .resource = 1, .begin = day * DAY, .end = day * DAY + 1};
    record_id id = record_table_add(&f->records, &record, span_of("k"));
    assert_true(id && record_table_add_cell(&f->records, f->place, span_of(place)));
    if (name[0])
        assert_true(record_table_add_cell(&f->records, f->name, span_of(name)));
    if (image[0])
        assert_true(record_table_add_cell(&f->records, f->image, span_of(image)));
    f->unit_of[id] = unit;
    f->entity_of[id] = 10 + id % 2;
}

static enum bowline_status build(struct fixture *f, struct trace_table *out)
{
    const struct trace_inputs inputs = {.records = &f->records,
                                        .sightings = &f->sightings,
                                        .identifiers = &f->identifiers,
                                        .unit_of = f->unit_of,
                                        .entity_of = f->entity_of,
                                        .network_count = 2};
    return trace_table_build(&inputs, &trace_defaults, out, NULL);
}

static void finish(struct fixture *f)
{
    assert_int_equal(sighting_table_build(&f->records, NULL, &f->sightings, NULL), BOWLINE_OK);
    assert_int_equal(identifier_table_build(&f->records, &parallel_serial, &f->identifiers, NULL),
                     BOWLINE_OK);
}

static void fixture_release(struct fixture *f)
{
    record_table_release(&f->records);
    sighting_table_release(&f->sightings);
    identifier_table_release(&f->identifiers);
}

static const char one[] = "00112233445566aa";
static const char two[] = "ffeeddccbbaa9911";
static const char once[] = "0f0f0f0f12345678";

static void add_examples(struct fixture *f)
{
    add(f, 1, 1, "Antwerp", "Anna", one); /* 1: trace A, by picture */
    add(f, 1, 5, "Antwerp", "", one);     /* 2: A, the same stay */
    add(f, 1, 20, "Ghent", "Bea", one);   /* 3: A under another name */
    add(f, 1, 40, "Namur", "Bea", "");    /* 4: A, by the name within 90 days */
    add(f, 1, 200, "Liege", "Bea", "");   /* 5: another Bea: too long after */
    add(f, 1, 230, "Ghent", "bea", once); /* 6: with 5; a picture seen once is no mark */
    add(f, 1, 3, "Mons", "Cleo", two);    /* 7: trace C */
    add(f, 2, 4, "Mons", "Cleo", two);    /* 8: another network */
    add(f, 1, 60, "Genk", "Cleo", two);   /* 9: C */
    add(f, 3, 7, "Antwerp", "Dora", "");  /* 10: an entity outside networks is one trace */
    add(f, 3, 9, "Ghent", "Emma", "");    /* 11 */
    add(f, 0, 9, "Ghent", "Emma", one);   /* 12: nobody's */
    add(f, 1, 70, "Ostend", "", "");      /* 13: nothing tells who: with the like of entity 11 */
    add(f, 1, 75, "Ostend", "", "");      /* 14: of entity 10 */
    add(f, 1, 90, "Aalst", "", "");       /* 15: with 13 */
    finish(f);
}

static void records_of_one_traveller_are_one_trace(void **state)
{
    (void)state;
    static struct fixture f;
    struct trace_table table;
    fixture_init(&f);
    add_examples(&f);
    assert_int_equal(build(&f, &table), BOWLINE_OK);
    static const record_id expected[][4] = {{1, 3, 4}, {7, 9}, {13, 15}, {14}, {5, 6}, {8}, {10, 11}};
    assert_int_equal(table.count, 7);
    for (size_t t = 0; t < table.count; t++) {
        assert_true(table.traces[t].step_count <= 3);
        for (size_t i = 0; i < table.traces[t].step_count; i++)
            assert_int_equal(table.steps[table.traces[t].first_step + i].record, expected[t][i]);
    }
    assert_int_equal(table.steps[0].sightings, 2);
    assert_int_equal(table.steps[0].last, 5 * DAY);
    assert_int_equal(table.traces[6].unit, 3);
    trace_table_release(&table);
    fixture_release(&f);
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    static struct fixture f;
    fixture_init(&f);
    add_examples(&f);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct trace_table table;
        failing_memory_begin(&memory, n);
        enum bowline_status status = build(&f, &table);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        trace_table_release(&table);
        if (!has_failed) {
            assert_true(n > 10);
            break;
        }
    }
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_of_one_traveller_are_one_trace),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("traces", tests, NULL, NULL);
}
