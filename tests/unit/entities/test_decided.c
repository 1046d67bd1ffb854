/* What people decided holds in the entities and in what values are worth, whatever the evidence, the order of
 * rows and the number of threads. */
#include "entities/entity_table.h"
#include "support/cmocka_all.h"
#include "support/eager_parallel.h"
#include "support/tiny_records.h"

#include "base/hash.h"
#include "base/random.h"

#define ADS       60
#define DECISIONS 12

/* Rows, not mentions: rows keep their numbers when they are shuffled. */
struct row_pair {
    uint32_t a, b;
    bool is_same;
};

static mention_id mention_of_row(const struct tiny_case *c, uint32_t row)
{
    record_id r = 1;
    while (c->row_of[r] != row)
        r++;
    return mention_principal(&c->mentions, &c->records, r);
}

static enum bowline_status find(const struct tiny_case *c, const struct decided_pairs *decided,
                                const struct parallel *parallel, struct entity_table *out)
{
    struct link_inputs in = tiny_inputs(c);
    struct link_table links;
    enum bowline_status status = link_table_build(&in, &link_defaults, parallel, &links, NULL);
    if (status == BOWLINE_OK)
        status = entity_table_build(&links, &c->mentions, &c->records, decided, out, NULL);
    link_table_release(&links);
    return status;
}

static void decide_rows(const struct tiny_case *c, const struct row_pair *rows, size_t count,
                        struct decided_pair *out)
{
    for (size_t i = 0; i < count; i++)
        out[i] = (struct decided_pair){mention_of_row(c, rows[i].a), mention_of_row(c, rows[i].b),
                                       rows[i].is_same};
}

static bool are_one(const struct entity_table *t, mention_id a, mention_id b)
{
    return t->of_mention[a] && t->of_mention[a] == t->of_mention[b];
}

/* Ads with one or two of twelve numbers each, so that chains run through all of them. */
static void chained_ads(struct tiny_case *c, struct random *r)
{
    char phone[24];
    tiny_init(c);
    for (int i = 0; i < ADS; i++) {
        tiny_record(c, KIND_AD, i * INT64_C(86400));
        for (int k = 0; k < 2; k++) {
            snprintf(phone, sizeof phone, "+3200%04u", random_below(r, 12));
            tiny_use(c, PARTY_CONTACT, IDENTIFIER_PHONE, phone);
        }
    }
}

static size_t random_pairs(struct random *r, struct row_pair *out)
{
    uint32_t one[ADS];
    size_t count = 0;
    for (uint32_t v = 0; v < ADS; v++)
        one[v] = v;
    for (unsigned i = 0; i < DECISIONS; i++) {
        struct row_pair p = {random_below(r, ADS), random_below(r, ADS), i < DECISIONS / 3};
        uint32_t old = one[p.b];
        if (one[p.a] == one[p.b])
            continue;
        for (uint32_t v = 0; p.is_same && v < ADS; v++)
            if (one[v] == old)
                one[v] = one[p.a];
        out[count++] = p;
    }
    return count;
}

static void shuffle(struct random *r, uint32_t *order, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    for (uint32_t i = count; i > 1; i--) {
        uint32_t pick = random_below(r, i);
        uint32_t swap = order[i - 1];
        order[i - 1] = order[pick];
        order[pick] = swap;
    }
}

/* A sum over groups that does not depend on how they are numbered. */
static uint64_t fingerprint(const struct tiny_case *c, const struct entity_table *t)
{
    uint64_t sum = 0;
    for (entity_id e = 1; e <= t->count; e++) {
        uint64_t members = 0;
        for (record_id r = 1; r <= c->records.count; r++)
            if (t->of_record[r] == e)
                members += hash_mix(c->row_of[r] + 1);
        sum += hash_mix(members);
    }
    return sum;
}

static void check_obeyed(const struct entity_table *t, const struct decided_pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_int_equal(are_one(t, pairs[i].a, pairs[i].b), pairs[i].is_same);
}

static void decisions_hold_in_any_order_of_rows(void **state)
{
    (void)state;
    struct random r;
    random_init(&r, 11);
    const struct parallel threads = eager_parallel(4);
    unsigned changed = 0;
    for (unsigned round = 0; round < 40; round++) {
        struct tiny_case c;
        struct row_pair rows[DECISIONS];
        uint32_t order[ADS];
        uint64_t expected = 0;
        chained_ads(&c, &r);
        size_t count = random_pairs(&r, rows);
        for (unsigned turn = 0; turn < 3; turn++) {
            struct decided_pair pairs[DECISIONS];
            struct entity_table found;
            struct entity_table undecided;
            shuffle(&r, order, ADS);
            tiny_finish(&c, turn ? order : NULL);
            decide_rows(&c, rows, count, pairs);
            const struct decided_pairs decided = {pairs, count};
            assert_int_equal(find(&c, &decided, turn == 2 ? &threads : &parallel_serial, &found), BOWLINE_OK);
            check_obeyed(&found, pairs, count);
            assert_true(turn == 0 || fingerprint(&c, &found) == expected);
            expected = fingerprint(&c, &found);
            assert_int_equal(find(&c, NULL, &parallel_serial, &undecided), BOWLINE_OK);
            changed += fingerprint(&c, &undecided) != expected;
            entity_table_release(&found);
            entity_table_release(&undecided);
            tiny_unfinish(&c);
        }
        tiny_release(&c);
    }
    assert_true(changed > 60);
}

static void a_protected_party_is_left_out(void **state)
{
    (void)state;
    struct tiny_case c;
    struct entity_table found;
    tiny_init(&c);
    for (int i = 0; i < 2; i++) {
        tiny_record(&c, KIND_AD, i);
        tiny_use(&c, PARTY_ADVERTISED, IDENTIFIER_PHONE, i ? "+3211111111" : "+3222222222");
    }
    tiny_finish(&c, NULL);
    struct decided_pair pair = {mention_find(&c.mentions, 1, PARTY_ADVERTISED),
                                mention_find(&c.mentions, 2, PARTY_ADVERTISED), true};
    const struct decided_pairs decided = {&pair, 1};
    assert_int_equal(find(&c, &decided, &parallel_serial, &found), BOWLINE_OK);
    assert_int_equal(found.count, 0);
    entity_table_release(&found);
    tiny_release(&c);
}

/* Two ads with one number: one operator, unless the number is said to be everybody's. */
static void a_value_is_worth_what_was_decided(void **state)
{
    (void)state;
    struct tiny_case c;
    tiny_init(&c);
    for (int i = 0; i < 2; i++) {
        tiny_record(&c, KIND_AD, i);
        tiny_use(&c, PARTY_CONTACT, IDENTIFIER_PHONE, "+3211111111");
        tiny_template(&c, 1, 30000);
    }
    tiny_finish(&c, NULL);
    millibits worth[3][2];
    for (unsigned k = 0; k < 3; k++) {
        const struct decided_value decided[2] = {{1, false, k == 1}, {1, true, k == 1}};
        struct link_inputs in = tiny_inputs(&c);
        struct link_table links;
        struct entity_table found;
        in.decided = k ? decided : NULL;
        in.decided_count = k ? 2 : 0;
        assert_int_equal(link_table_build(&in, &link_defaults, &parallel_serial, &links, NULL), BOWLINE_OK);
        assert_int_equal(entity_table_build(&links, &c.mentions, &c.records, NULL, &found, NULL), BOWLINE_OK);
        assert_int_equal(found.count, k < 2);
        assert_int_equal(links.identifier_ownership[1].records, 2);
        worth[k][0] = links.identifier_ownership[1].bits;
        worth[k][1] = links.template_ownership[1].bits;
        link_table_release(&links);
        entity_table_release(&found);
    }
    for (unsigned i = 0; i < 2; i++) {
        assert_true(worth[1][i] > worth[0][i]);
        assert_int_equal(worth[2][i], 0);
    }
    tiny_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decisions_hold_in_any_order_of_rows),
        cmocka_unit_test(a_protected_party_is_left_out),
        cmocka_unit_test(a_value_is_worth_what_was_decided),
    };
    return cmocka_run_group_tests_name("decided", tests, NULL, NULL);
}
