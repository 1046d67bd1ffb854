/* Entities and networks over a few records: who is joined, who is not, whatever the order of rows. */
#include "entities/inspection.h"
#include "entities/network_table.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "support/tiny_records.h"

#include "base/hash.h"
#include "base/random.h"

struct found {
    struct link_table links;
    struct entity_table entities;
    struct network_table networks;
};

static enum bowline_status find(const struct tiny_case *c, struct found *out)
{
    struct link_inputs in = tiny_inputs(c);
    *out = (struct found){0};
    enum bowline_status status = link_table_build(&in, &link_defaults, &parallel_serial, &out->links, NULL);
    if (status == BOWLINE_OK)
        status = entity_table_build(&out->links, &c->mentions, &c->records, NULL, &out->entities, NULL);
    if (status == BOWLINE_OK)
        status = network_table_build(&in, &out->links, &out->entities, &out->networks, NULL);
    return status;
}

static void found_release(struct found *f)
{
    link_table_release(&f->links);
    entity_table_release(&f->entities);
    network_table_release(&f->networks);
}

static void add_ad(struct tiny_case *c, int64_t day, const char *phone)
{
    tiny_record(c, KIND_AD, day * 86400);
    tiny_use(c, PARTY_CONTACT, IDENTIFIER_PHONE, phone);
}

static void add_operator(struct tiny_case *c, const char *phone, int ads)
{
    for (int i = 0; i < ads; i++)
        add_ad(c, i * 5, phone);
}

/* 30 operators of 4 ads each, and one hotline in all of them. */
static void a_hotline_joins_nobody(void **state)
{
    (void)state;
    struct tiny_case c;
    struct found f;
    char phone[24];
    tiny_init(&c);
    for (int i = 0; i < 120; i++) {
        snprintf(phone, sizeof phone, "+3200%04d", i % 30);
        add_ad(&c, i, phone);
        tiny_use(&c, PARTY_CONTACT, IDENTIFIER_PHONE, "+3299999999");
    }
    tiny_finish(&c, NULL);
    assert_int_equal(find(&c, &f), BOWLINE_OK);
    assert_int_equal(f.entities.count, 30);
    for (entity_id e = 1; e <= 30; e++)
        assert_int_equal(f.entities.records[e], 4);
    found_release(&f);
    tiny_release(&c);
}

static void a_number_of_ones_own_joins_all_its_ads(void **state)
{
    (void)state;
    struct tiny_case c;
    struct found f;
    tiny_init(&c);
    add_operator(&c, "+3211111111", 500);
    tiny_finish(&c, NULL);
    assert_int_equal(find(&c, &f), BOWLINE_OK);
    assert_int_equal(f.entities.count, 1);
    assert_int_equal(f.entities.records[1], 500);
    assert_int_equal(f.networks.count, 0);
    found_release(&f);
    tiny_release(&c);
}

/* Who lodges is no operator, and what a stranger pays is not the payee's record. */
static void records_are_filed_under_who_controls_them(void **state)
{
    (void)state;
    struct tiny_case c;
    struct found f;
    tiny_init(&c);
    add_operator(&c, "+3211111111", 2);
    for (int i = 0; i < 2; i++) {
        tiny_record(&c, KIND_STAY, 0);
        tiny_cell(&c, PARTY_BOOKER, TYPE_NAME, i ? "Ann Rook" : "Bob Quill");
        tiny_use(&c, PARTY_GUEST, IDENTIFIER_DOCUMENT, "X1");
    }
    tiny_record(&c, KIND_CALL, 0);
    tiny_use(&c, PARTY_FROM, IDENTIFIER_PHONE, "+3233333333");
    tiny_use(&c, PARTY_TO, IDENTIFIER_PHONE, "+3211111111");
    tiny_finish(&c, NULL);
    assert_int_equal(find(&c, &f), BOWLINE_OK);
    assert_int_equal(f.entities.count, 1);
    assert_int_equal(f.entities.records[1], 2);
    for (record_id r = 3; r <= 5; r++)
        assert_int_equal(f.entities.of_record[r], 0);
    assert_int_equal(f.entities.of_mention[mention_find(&c.mentions, 5, PARTY_TO)], 1);
    found_release(&f);
    tiny_release(&c);
}

/* Two operators who advertise the same people, call each other and book for each other; and 20 strangers who
 * call one of them once. */
static void two_at_work_together(struct tiny_case *c)
{
    char text[24];
    tiny_init(c);
    for (int i = 0; i < 8; i++) {
        add_ad(c, i, i % 2 ? "+3211111111" : "+3222222222");
        snprintf(text, sizeof text, "D%d", i / 2);
        tiny_use(c, PARTY_ADVERTISED, IDENTIFIER_DOCUMENT, text);
        tiny_record(c, KIND_CALL, i * 86400);
        tiny_use(c, PARTY_FROM, IDENTIFIER_PHONE, "+3211111111");
        tiny_use(c, PARTY_TO, IDENTIFIER_PHONE, "+3222222222");
        tiny_record(c, KIND_STAY, i * 86400);
        tiny_use(c, PARTY_BOOKER, IDENTIFIER_PHONE, "+3211111111");
        tiny_use(c, PARTY_PAYER, IDENTIFIER_PHONE, "+3222222222");
    }
    for (int i = 0; i < 20; i++) {
        tiny_record(c, KIND_CALL, 0);
        snprintf(text, sizeof text, "+3244%04d", i);
        tiny_use(c, PARTY_FROM, IDENTIFIER_PHONE, text);
        tiny_use(c, PARTY_TO, IDENTIFIER_PHONE, "+3211111111");
    }
}

static void two_who_work_together_are_a_network(void **state)
{
    (void)state;
    struct tiny_case c;
    struct found f;
    two_at_work_together(&c);
    tiny_finish(&c, NULL);
    assert_int_equal(find(&c, &f), BOWLINE_OK);
    assert_int_equal(f.entities.count, 2);
    assert_int_equal(f.networks.count, 1);
    assert_int_equal(f.networks.networks[1].entities, 2);
    assert_int_equal(f.networks.of_entity[1], 1);
    assert_int_equal(f.networks.of_entity[2], 1);
    assert_int_equal(f.networks.of_record[c.records.count], 0);
    for (size_t i = 0; i < f.networks.tie_count; i++)
        if (!f.networks.ties[i].from || !f.networks.ties[i].to)
            assert_int_equal(f.networks.ties[i].network, 0);
    found_release(&f);
    tiny_release(&c);
}

/* Two numbers of five ads each; in each ad an e-mail that stands in one ad of the other number too. Without
 * e-mails it falls into two, without numbers into five. */
static void the_largest_is_held_without_each_type(void **state)
{
    (void)state;
    struct tiny_case c;
    struct found f;
    struct inspection seen;
    char mail[24];
    tiny_init(&c);
    for (int i = 0; i < 10; i++) {
        add_ad(&c, i, i % 2 ? "+3211111111" : "+3222222222");
        snprintf(mail, sizeof mail, "m%d@x.example", i / 2);
        tiny_use(&c, PARTY_CONTACT, IDENTIFIER_EMAIL, mail);
    }
    tiny_finish(&c, NULL);
    assert_int_equal(find(&c, &f), BOWLINE_OK);
    assert_int_equal(f.entities.count, 1);
    assert_int_equal(inspection_make(&f.links, &c.mentions, &c.identifiers, &f.entities, &seen, NULL),
                     BOWLINE_OK);
    assert_int_equal(seen.entity, 1);
    assert_int_equal(seen.records, 10);
    assert_int_equal(seen.mentions, 10);
    assert_int_equal(seen.parts[IDENTIFIER_EMAIL], 2);
    assert_int_equal(seen.kept[IDENTIFIER_EMAIL], 5);
    assert_int_equal(seen.parts[IDENTIFIER_PHONE], 5);
    assert_int_equal(seen.kept[IDENTIFIER_PHONE], 2);
    assert_int_equal(seen.parts[IDENTIFIER_ACCOUNT], 0);
    assert_int_equal(inspection_weakest(&seen), IDENTIFIER_PHONE);
    assert_int_equal(seen.cut_count, WEAK_CUTS);
    for (unsigned i = 0; i < seen.cut_count; i++) {
        const struct inspection_cut *cut = &seen.cuts[i];
        assert_int_equal(f.entities.of_mention[cut->a], 1);
        assert_int_equal(f.entities.of_mention[cut->b], 1);
        assert_in_range(cut->parties, 1, 5);
        assert_true(cut->links >= 1);
        assert_true(cut->bits > 0 && (i == 0 || cut->bits >= seen.cuts[i - 1].bits));
    }
    found_release(&f);
    tiny_release(&c);
}

/* A firm whose account pays for the stays of ten travellers, each of whom calls it: a star. */
static void an_employer_and_its_travellers_are_no_network(void **state)
{
    (void)state;
    struct tiny_case c;
    struct found f;
    char text[24];
    tiny_init(&c);
    for (int i = 0; i < 40; i++) {
        snprintf(text, sizeof text, "+3211%04d", i % 10);
        tiny_record(&c, KIND_STAY, i * 86400);
        tiny_use(&c, PARTY_BOOKER, IDENTIFIER_PHONE, text);
        tiny_use(&c, PARTY_PAYER, IDENTIFIER_ACCOUNT, "BE01");
        tiny_record(&c, KIND_CALL, i * 86400);
        tiny_use(&c, PARTY_FROM, IDENTIFIER_PHONE, text);
        tiny_use(&c, PARTY_TO, IDENTIFIER_ACCOUNT, "BE01");
    }
    tiny_finish(&c, NULL);
    assert_int_equal(find(&c, &f), BOWLINE_OK);
    assert_int_equal(f.entities.count, 11);
    assert_int_equal(f.networks.count, 0);
    found_release(&f);
    tiny_release(&c);
}

/* A helper who pays one of the two again and again, who has thirty other payers; and a client who pays as
 * many others as often. */
static void who_only_pays_in_hangs_on_the_network(void **state)
{
    (void)state;
    struct tiny_case c;
    struct found f;
    char text[24];
    two_at_work_together(&c);
    for (int i = 0; i < 60; i++) {
        snprintf(text, sizeof text, "C%d", i / 2);
        tiny_record(&c, KIND_PAYMENT, i * 86400);
        tiny_use(&c, PARTY_FROM, IDENTIFIER_ACCOUNT, text);
        tiny_use(&c, PARTY_TO, IDENTIFIER_PHONE, "+3211111111");
        snprintf(text, sizeof text, "S%d", i % 20);
        tiny_record(&c, KIND_PAYMENT, i * 86400);
        tiny_use(&c, PARTY_FROM, IDENTIFIER_ACCOUNT, "C0");
        tiny_use(&c, PARTY_TO, IDENTIFIER_ACCOUNT, text);
    }
    uint32_t client = (uint32_t)c.row_count;
    for (int i = 0; i < 200; i++) {
        snprintf(text, sizeof text, "X%d", i % 50);
        tiny_record(&c, KIND_PAYMENT, i * 86400);
        tiny_use(&c, PARTY_FROM, IDENTIFIER_ACCOUNT, text);
        snprintf(text, sizeof text, "Y%d", i % 7);
        tiny_use(&c, PARTY_TO, IDENTIFIER_ACCOUNT, text);
    }
    for (int i = 0; i < 12; i++) {
        tiny_record(&c, KIND_PAYMENT, i * 86400);
        tiny_use(&c, PARTY_FROM, IDENTIFIER_ACCOUNT, "H");
        tiny_use(&c, PARTY_TO, IDENTIFIER_PHONE, "+3211111111");
    }
    tiny_finish(&c, NULL);
    assert_int_equal(find(&c, &f), BOWLINE_OK);
    assert_int_equal(f.networks.count, 1);
    assert_int_equal(f.networks.networks[1].entities, 3);
    assert_int_equal(f.networks.of_record[c.records.count], 1);
    assert_int_equal(f.networks.of_record[client], 0);
    found_release(&f);
    tiny_release(&c);
}

/* A sum over groups that does not depend on how they are numbered. */
static uint64_t fingerprint(const struct tiny_case *c, const uint32_t *group, uint32_t groups)
{
    uint64_t sum = 0;
    for (uint32_t g = 1; g <= groups; g++) {
        uint64_t members = 0;
        for (record_id r = 1; r <= c->records.count; r++)
            if (group[r] == g)
                members += hash_mix(c->row_of[r] + 1);
        sum += hash_mix(members);
    }
    return sum;
}

static void the_order_of_rows_changes_nothing(void **state)
{
    (void)state;
    struct tiny_case c;
    struct random r;
    uint64_t expected[2] = {0, 0};
    uint32_t order[128];
    random_init(&r, 2);
    two_at_work_together(&c);
    for (unsigned round = 0; round < 10; round++) {
        struct found f;
        for (uint32_t i = 0; i < c.row_count; i++)
            order[i] = i;
        for (uint32_t i = (uint32_t)c.row_count; round && i > 1; i--) {
            uint32_t pick = random_below(&r, i);
            uint32_t swap = order[i - 1];
            order[i - 1] = order[pick];
            order[pick] = swap;
        }
        tiny_finish(&c, order);
        assert_int_equal(find(&c, &f), BOWLINE_OK);
        uint64_t entities = fingerprint(&c, f.entities.of_record, f.entities.count);
        uint64_t networks = fingerprint(&c, f.networks.of_record, f.networks.count);
        assert_true(round == 0 || (entities == expected[0] && networks == expected[1]));
        expected[0] = entities;
        expected[1] = networks;
        found_release(&f);
        tiny_unfinish(&c);
    }
    tiny_release(&c);
}

static void each_request_for_memory_may_fail(void **state)
{
    (void)state;
    struct tiny_case c;
    struct found f;
    two_at_work_together(&c);
    tiny_finish(&c, NULL);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = find(&c, &f);
        bool failed = failing_memory_end(&memory);
        found_release(&f);
        if (!failed)
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    tiny_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hotline_joins_nobody),
        cmocka_unit_test(a_number_of_ones_own_joins_all_its_ads),
        cmocka_unit_test(records_are_filed_under_who_controls_them),
        cmocka_unit_test(two_who_work_together_are_a_network),
        cmocka_unit_test(the_largest_is_held_without_each_type),
        cmocka_unit_test(an_employer_and_its_travellers_are_no_network),
        cmocka_unit_test(who_only_pays_in_hangs_on_the_network),
        cmocka_unit_test(the_order_of_rows_changes_nothing),
        cmocka_unit_test(each_request_for_memory_may_fail),
    };
    return cmocka_run_group_tests_name("entities", tests, NULL, NULL);
}
