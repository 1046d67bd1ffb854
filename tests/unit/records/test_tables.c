/* roles, record_table, mention_table: the words, what is kept, which parties a record names. */
#include "records/mention_table.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

static void words_are_found_again(void **state)
{
    (void)state;
    for (int k = 1; k < KIND_COUNT; k++)
        assert_int_equal(kind_find(span_of(kind_name((enum record_kind)k))), k);
    for (int p = 0; p < PARTY_COUNT; p++)
        assert_int_equal(party_find(span_of(party_name((enum party)p))), p);
    for (int t = 1; t < TYPE_COUNT; t++)
        assert_int_equal(type_find(span_of(type_name((enum column_type)t))), t);
    assert_int_equal(kind_find(span_of("nothing")), KIND_NONE);
    assert_int_equal(party_find(span_of("nobody")), PARTY_COUNT);
    assert_int_equal(type_find(span_of("")), TYPE_NONE);
}

static void a_kind_allows_its_own_parties(void **state)
{
    (void)state;
    for (int k = 1; k < KIND_COUNT; k++) {
        assert_true(kind_allows((enum record_kind)k, kind_default_party((enum record_kind)k)));
        assert_true(kind_allows((enum record_kind)k, kind_principal((enum record_kind)k)));
    }
    assert_false(kind_allows(KIND_AD, PARTY_BOOKER));
    assert_false(kind_allows(KIND_PAYMENT, PARTY_SELF));
    assert_true(party_is_protected(PARTY_ADVERTISED) && party_is_protected(PARTY_GUEST));
    assert_false(party_is_protected(PARTY_CONTACT));
}

static bool fill(struct record_table *t, field_id fields[3])
{
    resource_id stays = record_table_add_resource(t, "stays", KIND_STAY);
    if (!stays)
        return false;
    static const struct role roles[3] = {
        {PARTY_SELF, TYPE_PLACE}, {PARTY_BOOKER, TYPE_PHONE}, {PARTY_GUEST, TYPE_NAME}};
    static const char *const names[3] = {"place", "tel", "guest"};
    for (unsigned f = 0; f < 3; f++) {
        fields[f] = record_table_add_field(t, stays, names[f], roles[f], f ? NULL : "default");
        if (!fields[f])
            return false;
    }
    struct record record = {.resource = stays, .kind = KIND_STAY, .begin = TIME_NONE, .end = TIME_NONE};
    bool ok = record_table_add(t, &record, span_of("S-1")) &&
              record_table_add_cell(t, fields[0], span_of("Gent")) &&
              record_table_add_cell(t, fields[1], span_of("+32470000001")) &&
              record_table_add_cell(t, fields[2], span_of("A B"));
    return ok && record_table_add(t, &record, span_of("S-2")) &&
           record_table_add_cell(t, fields[0], span_of("")) &&
           record_table_add_cell(t, fields[2], span_of("C"));
}

static void cells_are_kept_by_record(void **state)
{
    (void)state;
    struct record_table t;
    field_id fields[3];
    record_table_init(&t);
    assert_true(fill(&t, fields));
    assert_null(record_table_check(&t));
    assert_int_equal(t.count, 2);
    assert_int_equal(record_cells_end(&t, 1) - record_cells_begin(&t, 1), 3);
    assert_int_equal(record_cells_end(&t, 2) - record_cells_begin(&t, 2), 1);
    assert_true(span_equal(record_key(&t, 2), span_of("S-2")));
    assert_true(span_equal(record_value(&t, 1, (struct role){PARTY_GUEST, TYPE_NAME}), span_of("A B")));
    assert_int_equal(record_value(&t, 2, (struct role){PARTY_BOOKER, TYPE_PHONE}).length, 0);
    t.records[2].duplicate_of = 2;
    assert_non_null(record_table_check(&t));
    record_table_release(&t);
}

static void mentions_are_the_parties_that_are_named(void **state)
{
    (void)state;
    struct record_table t;
    struct mention_table m;
    field_id fields[3];
    record_table_init(&t);
    assert_true(fill(&t, fields));
    assert_int_equal(mention_table_build(&t, &m, NULL), BOWLINE_OK);
    assert_int_equal(m.count, 4); /* booker and guest of each; the place is no party */
    assert_int_equal(mention_principal(&m, &t, 2), m.first[2]);
    mention_id guest = mention_find(&m, 1, PARTY_GUEST);
    assert_true(guest && m.mentions[guest].is_protected && m.mentions[guest].record == 1);
    assert_false(m.mentions[mention_find(&m, 1, PARTY_BOOKER)].is_protected);
    assert_int_equal(mention_find(&m, 1, PARTY_SELF), 0);
    assert_int_equal(m.first[3], 5);
    mention_table_release(&m);
    record_table_release(&t);
}

static void memory_may_fail_anywhere(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct record_table t;
        struct mention_table m = {0};
        field_id fields[3];
        record_table_init(&t);
        failing_memory_begin(&memory, n);
        bool ok = fill(&t, fields) && mention_table_build(&t, &m, NULL) == BOWLINE_OK;
        bool failed = failing_memory_end(&memory);
        mention_table_release(&m);
        record_table_release(&t);
        assert_int_equal(ok, !failed);
        if (!failed) {
            assert_true(n > 8);
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_again),    cmocka_unit_test(a_kind_allows_its_own_parties),
        cmocka_unit_test(cells_are_kept_by_record), cmocka_unit_test(mentions_are_the_parties_that_are_named),
        cmocka_unit_test(memory_may_fail_anywhere),
    };
    return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
