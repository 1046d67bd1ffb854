/* Roles, facts of networks and rivals over small made-up networks; shares against a naive twin. */
#include "base/memory.h"
#include "base/random.h"
#include "entities/network_table.h"
#include "roles/indicator_list.h"
#include "roles/rival_list.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <math.h>

enum { MEMBERS = 5 };

/* Records whose parties belong to entities as the test says. */
struct made {
    struct record_table records;
    resource_id ads, stays, payments, persons;
    field_id contact, booker, guest, from, to, category, amount, name;
    struct mention_table mentions;
    struct entity_table entities;
    struct identifier_table identifiers;
    struct payment_table table;
    struct {
        record_id record;
        enum party party;
        entity_id entity;
    } members[600];
    size_t member_count;
    uint32_t network_of[MEMBERS + 2];
    struct member_tie ties[20];
    size_t tie_count;
    uint8_t is_collector[64];
};

static field_id field(struct made *m, resource_id resource, const char *name, enum party party,
                      enum column_type type)
{
    return record_table_add_field(&m->records, resource, name, (struct role){party, type}, NULL);
}

static void made_init(struct made *m)
{
    *m = (struct made){.ads = 0};
    record_table_init(&m->records);
    m->ads = record_table_add_resource(&m->records, "ads", KIND_AD);
    m->contact = field(m, m->ads, "phone", PARTY_CONTACT, TYPE_PHONE);
    m->stays = record_table_add_resource(&m->records, "stays", KIND_STAY);
    m->booker = field(m, m->stays, "booker", PARTY_BOOKER, TYPE_NAME);
    m->guest = field(m, m->stays, "guest", PARTY_GUEST, TYPE_NAME);
    m->payments = record_table_add_resource(&m->records, "payments", KIND_PAYMENT);
    m->from = field(m, m->payments, "from", PARTY_FROM, TYPE_ACCOUNT);
    m->to = field(m, m->payments, "to", PARTY_TO, TYPE_ACCOUNT);
    m->amount = field(m, m->payments, "amount", PARTY_FROM, TYPE_AMOUNT);
    m->persons = record_table_add_resource(&m->records, "persons", KIND_PERSON);
    m->name = field(m, m->persons, "name", PARTY_SELF, TYPE_NAME);
    for (entity_id e = 1; e <= MEMBERS; e++)
        m->network_of[e] = 1;
}

static record_id row(struct made *m, resource_id resource, enum record_kind kind)
{
    struct record record = {.kind = (uint8_t)kind, .resource = resource, .begin = 1000, .end = 1001};
    return record_table_add(&m->records, &record, span_of("k"));
}

static void cell(struct made *m, field_id id, const char *text)
{
    assert_true(record_table_add_cell(&m->records, id, span_of(text)));
}

static void belongs(struct made *m, record_id record, enum party party, entity_id entity)
{
    m->members[m->member_count].record = record;
    m->members[m->member_count].party = party;
    m->members[m->member_count++].entity = entity;
}

static void ad(struct made *m, entity_id entity)
{
    record_id id = row(m, m->ads, KIND_AD);
    cell(m, m->contact, "+32470000001");
    belongs(m, id, PARTY_CONTACT, entity);
}

static void stay(struct made *m, entity_id entity, const char *guest)
{
    record_id id = row(m, m->stays, KIND_STAY);
    cell(m, m->booker, "Bo Booker");
    cell(m, m->guest, guest);
    belongs(m, id, PARTY_BOOKER, entity);
}

static void pay(struct made *m, entity_id from, entity_id to)
{
    static const char *const accounts[] = {"ACC-X0", "ACC-X1", "ACC-X2", "ACC-X3",
                                           "ACC-X4", "ACC-X5", "ACC-X6"};
    record_id id = row(m, m->payments, KIND_PAYMENT);
    cell(m, m->from, accounts[from]);
    cell(m, m->to, accounts[to]);
    cell(m, m->amount, "10");
    belongs(m, id, PARTY_FROM, from);
    belongs(m, id, PARTY_TO, to);
}

static void tie(struct made *m, entity_id from, entity_id to, enum tie_kind kind, uint32_t records)
{
    m->ties[m->tie_count++] = (struct member_tie){1, from, to, records, 1, 2000, (uint8_t)kind};
}

static void finish(struct made *m)
{
    assert_int_equal(mention_table_build(&m->records, &m->mentions, NULL), BOWLINE_OK);
    assert_int_equal(identifier_table_build(&m->records, &parallel_serial, &m->identifiers, NULL),
                     BOWLINE_OK);
    assert_int_equal(payment_table_build(&m->records, &m->identifiers, &m->table, NULL), BOWLINE_OK);
    entity_table_init(&m->entities);
    m->entities.count = MEMBERS + 1;
    m->entities.mention_count = m->mentions.count;
    m->entities.record_count = m->records.count;
    m->entities.of_mention = memory_new((size_t)m->mentions.count + 1, sizeof *m->entities.of_mention);
    assert_non_null(m->entities.of_mention);
    for (size_t i = 0; i < m->member_count; i++) {
        mention_id mention = mention_find(&m->mentions, m->members[i].record, m->members[i].party);
        assert_true(mention != 0);
        m->entities.of_mention[mention] = m->members[i].entity;
    }
    assert_int_equal(entity_table_file(&m->entities, &m->mentions, &m->records, NULL), BOWLINE_OK);
}

static struct role_inputs inputs_of(const struct made *m)
{
    return (struct role_inputs){.records = &m->records,
                                .mentions = &m->mentions,
                                .entities = &m->entities,
                                .payments = &m->table,
                                .network_of = m->network_of,
                                .network_count = 1,
                                .ties = m->ties,
                                .tie_count = m->tie_count,
                                .is_collector = m->is_collector};
}

static void made_release(struct made *m)
{
    payment_table_release(&m->table);
    identifier_table_release(&m->identifiers);
    entity_table_release(&m->entities);
    mention_table_release(&m->mentions);
    record_table_release(&m->records);
}

static const struct held_role *role_of(const struct role_table *table, enum role_kind kind, entity_id entity)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->roles[i].kind == kind && table->roles[i].entity == entity)
            return &table->roles[i];
    return NULL;
}

static void divided_work(struct made *m)
{
    made_init(m);
    for (unsigned i = 0; i < 24; i++)
        ad(m, 1 + i % 2);
    for (unsigned i = 0; i < 12; i++)
        stay(m, 3, i % 6 ? "Ann Other" : "bo booker");
    for (unsigned i = 0; i < 10; i++)
        pay(m, 1 + i % 3, i < 9 ? 4 : 5);
    tie(m, 1, 4, TIE_PAYMENT, 5);
    tie(m, 2, 4, TIE_PAYMENT, 4);
    tie(m, 3, 4, TIE_CALL, 3);
    tie(m, 4, 5, TIE_PREMISES, 1);
    tie(m, 4, 1, TIE_CALL, 2);
    tie(m, 4, 2, TIE_CALL, 2);
    finish(m);
}

static void who_does_most_has_the_role(void **state)
{
    (void)state;
    struct made m;
    struct role_table roles;
    divided_work(&m);
    struct role_inputs inputs = inputs_of(&m);
    assert_int_equal(role_table_build(&inputs, &role_defaults, &roles, NULL), BOWLINE_OK);
    assert_non_null(role_of(&roles, ROLE_ANSWERS, 1));
    assert_non_null(role_of(&roles, ROLE_ANSWERS, 2));
    assert_null(role_of(&roles, ROLE_ANSWERS, 3));
    const struct held_role *books = role_of(&roles, ROLE_BOOKS, 3);
    assert_non_null(books);
    assert_int_equal(books->count, 12);
    assert_int_equal(books->of, 12);
    assert_int_equal(books->members, MEMBERS);
    assert_int_equal(books->kept, 12);
    assert_string_equal(likelihood_words(bits_probability(books->bits)), "almost certain");
    assert_int_equal(books->confidence, CONFIDENCE_MODERATE);
    const struct held_role *collects = role_of(&roles, ROLE_COLLECTS, 4);
    assert_non_null(collects);
    assert_int_equal(collects->count, 9);
    assert_null(role_of(&roles, ROLE_COLLECTS, 5));
    assert_non_null(role_of(&roles, ROLE_CONNECTS, 4));
    for (uint32_t i = 0; i < books->kept; i++)
        assert_int_equal(m.records.records[roles.evidence[books->first + i]].kind, KIND_STAY);
    role_table_release(&roles);
    made_release(&m);
}

/* The booker's own record says possible victim: then none of that entity's deeds make a role. */
static void a_protected_party_never_has_a_role(void **state)
{
    (void)state;
    for (unsigned is_protected = 0; is_protected < 2; is_protected++) {
        struct made m;
        struct role_table roles;
        made_init(&m);
        for (unsigned i = 0; i < 20; i++) {
            ad(&m, 2);
            stay(&m, 2, "Ann Other");
            pay(&m, 1, 2);
        }
        record_id person = row(&m, m.persons, KIND_PERSON);
        cell(&m, m.name, "Bo Booker");
        m.records.records[person].is_protected = (uint8_t)is_protected;
        belongs(&m, person, PARTY_SELF, 2);
        tie(&m, 1, 2, TIE_CALL, 9);
        tie(&m, 3, 2, TIE_CALL, 9);
        tie(&m, 4, 2, TIE_CALL, 9);
        finish(&m);
        struct role_inputs inputs = inputs_of(&m);
        assert_int_equal(role_table_build(&inputs, &role_defaults, &roles, NULL), BOWLINE_OK);
        unsigned held = 0;
        for (size_t i = 0; i < roles.count; i++)
            held += roles.roles[i].entity == 2;
        assert_int_equal(held, is_protected ? 0 : 3);
        role_table_release(&roles);
        made_release(&m);
    }
}

/* The naive twin: the chances of each record in turn, multiplied. */
static double naive_bits(uint32_t count, uint32_t of, uint32_t members)
{
    long double ratio = 1;
    for (uint32_t i = 0; i < of; i++) {
        double own = (double)count / of;
        ratio *= i < count ? own * members : (1 - own) * members / (members - 1.0);
    }
    return (double)log2l(ratio) - log2(members);
}

static void a_share_is_weighed_as_the_naive_twin_does(void **state)
{
    (void)state;
    for (uint32_t of = 1; of <= 40; of++)
        for (uint32_t count = 0; count <= of; count++)
            for (uint32_t members = 2; members <= 9; members++) {
                bool is_larger = count * members > of;
                double wanted = is_larger ? naive_bits(count, of, members) : 0;
                wanted = wanted > 60 ? 60 : wanted;
                assert_true(fabs(bits_real(share_bits(count, of, members)) - wanted) < 0.002);
            }
    assert_int_equal(share_bits(5, 5, 1), 0);
}

static void facts_are_counted(void **state)
{
    (void)state;
    struct made m;
    divided_work(&m);
    struct role_inputs inputs = inputs_of(&m);
    struct network_facts *facts = network_facts_count(&inputs);
    assert_non_null(facts);
    const struct network_facts *f = &facts[1];
    assert_int_equal(f->members, MEMBERS);
    assert_int_equal(f->ads, 24);
    assert_int_equal(f->ads_most, 12);
    assert_int_equal(f->answering, 2);
    assert_int_equal(f->stays, 12);
    assert_int_equal(f->stays_for_others, 10);
    assert_int_equal(f->payments, 10);
    assert_int_equal(f->paid_most, 9);
    assert_int_equal(f->ties, 6);
    assert_int_equal(f->tie_kinds, 3);
    assert_int_equal(f->single, 1);
    assert_int_equal(f->deeds, 16);
    assert_int_equal(f->shared, 1);
    assert_int_equal(f->loose, 1);
    assert_int_equal(f->resources, 3);
    assert_true(f->bits == 12000);
    memory_free(facts);
    made_release(&m);
}

static bool says(const struct rival_list *list, enum rival rival, bool is_for, const char *words)
{
    for (size_t i = 0; i < list->count; i++) {
        struct span text = buffer_span(&list->pool, list->points[i].text);
        if (list->points[i].rival == rival && list->points[i].is_for == is_for &&
            memmem(text.at, text.length, words, strlen(words)))
            return true;
    }
    return false;
}

static void rivals_speak_both_ways(void **state)
{
    (void)state;
    const struct network_facts organised[2] = {[1] = {.members = 6,
                                                      .payments = 40,
                                                      .paid_most = 35,
                                                      .collectors = 1,
                                                      .stays = 20,
                                                      .stays_for_others = 18,
                                                      .ads = 50,
                                                      .ads_most = 30,
                                                      .answering = 4,
                                                      .self_reliant = 1,
                                                      .ties = 9,
                                                      .tie_kinds = 3,
                                                      .deeds = 80,
                                                      .resources = 4}};
    const struct network_facts flat[2] = {[1] = {.members = 3,
                                                 .stays = 4,
                                                 .ads = 9,
                                                 .ads_most = 4,
                                                 .answering = 3,
                                                 .self_reliant = 3,
                                                 .ties = 2,
                                                 .tie_kinds = 1,
                                                 .shared = 2,
                                                 .single = 2,
                                                 .loose = 2,
                                                 .resources = 1}};
    struct rival_list list;
    assert_int_equal(rival_list_build(organised, 1, &list, NULL), BOWLINE_OK);
    assert_true(says(&list, RIVAL_ORGANISED, true, "40 payments between members are known; 35 of them"));
    assert_true(says(&list, RIVAL_ORGANISED, true, "18 of 20 stays"));
    assert_true(says(&list, RIVAL_INDEPENDENT, false, "35 of 40 payments"));
    assert_true(says(&list, RIVAL_ARTEFACT, false, "from 4 tables"));
    assert_false(says(&list, RIVAL_ORGANISED, false, ""));
    rival_list_release(&list);
    assert_int_equal(rival_list_build(flat, 1, &list, NULL), BOWLINE_OK);
    assert_true(says(&list, RIVAL_ORGANISED, false, "No payment between members is known"));
    assert_true(says(&list, RIVAL_INDEPENDENT, true, "Of 3 members who answer ads, 3 also book or pay"));
    assert_true(says(&list, RIVAL_INDEPENDENT, true, "2 records only show a shared address"));
    assert_true(says(&list, RIVAL_ARTEFACT, true, "2 of 2 ties rest on a single record"));
    assert_false(says(&list, RIVAL_ORGANISED, true, ""));
    rival_list_release(&list);
}

static void words_are_those_of_the_directive(void **state)
{
    (void)state;
    assert_string_equal(likelihood_words(0.01), "almost no chance");
    assert_string_equal(likelihood_words(0.05), "very unlikely");
    assert_string_equal(likelihood_words(0.3), "unlikely");
    assert_string_equal(likelihood_words(0.5), "roughly even chance");
    assert_string_equal(likelihood_words(0.55), "likely");
    assert_string_equal(likelihood_words(0.8), "very likely");
    assert_string_equal(likelihood_words(0.99), "almost certain");
    assert_int_equal(analytic_confidence(4, 2, &confidence_defaults), CONFIDENCE_LOW);
    assert_int_equal(analytic_confidence(500, 1, &confidence_defaults), CONFIDENCE_MODERATE);
    assert_int_equal(analytic_confidence(20, 2, &confidence_defaults), CONFIDENCE_HIGH);
}

static void only_stated_indicators_are_found_and_quoted_whole(void **state)
{
    (void)state;
    static const char text[] =
        "A flat was searched on Monday. PASSPORTS WERE TAKEN, a witness said!  Rent was 1.500 euros.\n"
        "They had to hand over their earnings each night. Nobody was unbeaten.";
    struct indicator_find find;
    size_t at = 0;
    assert_true(indicator_next(span_of(text), &at, &find));
    assert_string_equal(find.name, "retention of identity documents");
    assert_memory_equal(text + find.begin, "PASSPORTS WERE TAKEN, a witness said!", find.end - find.begin);
    assert_true(indicator_next(span_of(text), &at, &find));
    assert_string_equal(find.name, "withholding of wages");
    assert_memory_equal(text + find.begin, "They had to hand over their earnings each night.",
                        find.end - find.begin);
    assert_false(indicator_next(span_of(text), &at, &find));
    at = 0;
    assert_false(indicator_next(span_of(""), &at, &find));
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    struct made m;
    divided_work(&m);
    struct role_inputs inputs = inputs_of(&m);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct role_table roles = {0};
        struct rival_list rivals = {0};
        failing_memory_begin(&memory, n);
        struct network_facts *facts = network_facts_count(&inputs);
        enum bowline_status status =
            facts ? role_table_build(&inputs, &role_defaults, &roles, NULL) : BOWLINE_ERROR_MEMORY;
        if (status == BOWLINE_OK)
            status = rival_list_build(facts, 1, &rivals, NULL);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        memory_free(facts);
        role_table_release(&roles);
        rival_list_release(&rivals);
        if (!has_failed) {
            assert_true(n > 12);
            break;
        }
    }
    made_release(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_does_most_has_the_role),
        cmocka_unit_test(a_protected_party_never_has_a_role),
        cmocka_unit_test(a_share_is_weighed_as_the_naive_twin_does),
        cmocka_unit_test(facts_are_counted),
        cmocka_unit_test(rivals_speak_both_ways),
        cmocka_unit_test(words_are_those_of_the_directive),
        cmocka_unit_test(only_stated_indicators_are_found_and_quoted_whole),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("roles", tests, NULL, NULL);
}
