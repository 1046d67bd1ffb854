/* What an inquiry says of a pair is what the run did with it. */
#include "links/inquiry.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "support/tiny_records.h"

#include "base/random.h"

#define ADS 30

static void make_case(struct tiny_case *c)
{
    struct random r;
    char text[24];
    random_init(&r, 4);
    tiny_init(c);
    for (int i = 0; i < ADS; i++) {
        tiny_record(c, i % 5 ? KIND_AD : KIND_PERSON, i * INT64_C(86400));
        enum party party = i % 5 ? PARTY_CONTACT : PARTY_SELF;
        snprintf(text, sizeof text, "+3200%04u", random_below(&r, 8));
        tiny_use(c, party, IDENTIFIER_PHONE, text);
        snprintf(text, sizeof text, "Ann Rook%u", random_below(&r, 3));
        tiny_cell(c, party, TYPE_NAME, text);
        if (i % 5 == 0)
            tiny_cell(c, party, TYPE_BORN, i % 2 ? "1980-04-03" : "1981-05-06");
    }
    tiny_finish(c, NULL);
}

static enum bowline_status ask(const struct tiny_case *c, struct link_inquiry *inquiry,
                               struct link_table *links)
{
    struct link_inputs in = tiny_inputs(c);
    in.inquiry = inquiry;
    return link_table_build(&in, &link_defaults, &parallel_serial, links, NULL);
}

static const struct link *link_of(const struct link_table *links, mention_id a, mention_id b)
{
    for (size_t i = 0; i < links->count; i++)
        if (links->links[i].a == a && links->links[i].b == b)
            return &links->links[i];
    return NULL;
}

static unsigned shared_by_hand(const struct tiny_case *c, mention_id a, mention_id b)
{
    unsigned count = 0;
    for (size_t i = 0; i < c->identifiers.use_count; i++)
        for (size_t j = 0; j < c->identifiers.use_count; j++) {
            const struct identifier_use *x = &c->identifiers.uses[i];
            const struct identifier_use *y = &c->identifiers.uses[j];
            count += x->identifier == y->identifier && x->record == c->mentions.mentions[a].record &&
                     y->record == c->mentions.mentions[b].record;
        }
    return count;
}

static void each_pair_is_told_as_the_run_had_it(void **state)
{
    (void)state;
    struct tiny_case c;
    uint64_t compared = 0;
    uint64_t expected = 0;
    size_t kept = 0;
    size_t links_made = 0;
    make_case(&c);
    for (mention_id a = 1; a <= c.mentions.count; a++)
        for (mention_id b = a + 1; b <= c.mentions.count; b++) {
            struct link_inquiry inquiry = {.a = b, .b = a};
            struct link_table links;
            assert_int_equal(ask(&c, &inquiry, &links), BOWLINE_OK);
            const struct link *link = link_of(&links, a, b);
            assert_true(inquiry.a == a && inquiry.b == b && inquiry.may_pair);
            assert_int_equal(inquiry.is_kept, link != NULL);
            assert_true(!inquiry.is_kept || inquiry.is_compared);
            assert_true(!link ||
                        (link->bits == inquiry.score.bits && link->evidence_count == inquiry.score.count));
            assert_int_equal(inquiry.value_count, shared_by_hand(&c, a, b));
            compared += inquiry.is_compared;
            kept += inquiry.is_kept;
            expected = links.pairs_compared;
            links_made = links.count;
            link_table_release(&links);
        }
    assert_int_equal(compared, expected);
    assert_int_equal(kept, links_made);
    assert_true(kept > 10 && compared < (uint64_t)c.mentions.count * (c.mentions.count - 1) / 2);
    tiny_release(&c);
}

static void persons_of_one_birth_share_a_rule(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    make_case(&c);
    struct link_inquiry same = {.a = 1, .b = 11};
    assert_int_equal(ask(&c, &same, &links), BOWLINE_OK);
    assert_true(same.rules >> RULE_BORN & 1);
    link_table_release(&links);
    struct link_inquiry other = {.a = 1, .b = 6};
    assert_int_equal(ask(&c, &other, &links), BOWLINE_OK);
    assert_false(other.rules >> RULE_BORN & 1);
    link_table_release(&links);
    tiny_release(&c);
}

/* A name that is left alone counts no more than leaves the sum below zero. */
static void a_sum_without_a_summand_keeps_the_rules(void **state)
{
    (void)state;
    const struct evidence e[] = {{.bits = -8000, .kind = EVIDENCE_PRIOR},
                                 {.bits = 12000, .kind = EVIDENCE_IDENTIFIER, .value = 1},
                                 {.bits = 11000, .kind = EVIDENCE_NAME},
                                 {.bits = -500, .kind = EVIDENCE_PLACE}};
    assert_int_equal(pair_score_without(e, 4, 4), 14500);
    assert_int_equal(pair_score_without(e, 4, 2), 3500);
    assert_int_equal(pair_score_without(e, 4, 3), 15000);
    assert_int_equal(pair_score_without(e, 4, 1), -1000);
}

static void each_request_for_memory_may_fail(void **state)
{
    (void)state;
    struct tiny_case c;
    bool failed = true;
    make_case(&c);
    for (unsigned long n = 1; failed; n++) {
        struct failing_memory memory;
        struct link_inquiry inquiry = {.a = 1, .b = 11};
        struct link_table links;
        failing_memory_begin(&memory, n);
        enum bowline_status status = ask(&c, &inquiry, &links);
        failed = failing_memory_end(&memory);
        assert_int_equal(status, failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        link_table_release(&links);
    }
    tiny_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_pair_is_told_as_the_run_had_it),
        cmocka_unit_test(persons_of_one_birth_share_a_rule),
        cmocka_unit_test(a_sum_without_a_summand_keeps_the_rules),
        cmocka_unit_test(each_request_for_memory_may_fail),
    };
    return cmocka_run_group_tests_name("inquiry", tests, NULL, NULL);
}
