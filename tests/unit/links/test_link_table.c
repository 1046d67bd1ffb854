/* link_table: what is worth how much; windows lose nothing in small blocks; the same bytes for any number of
 * threads; every request for memory may fail. */
#include "links/holdings.h"
#include "links/learning.h"
#include "links/link_table.h"
#include "links/pair_score.h"
#include "support/cmocka_all.h"
#include "support/eager_parallel.h"
#include "support/failing_memory.h"
#include "support/tiny_records.h"

#include "base/random.h"
#include "graph/union_find.h"

static void build(const struct tiny_case *c, struct link_table *out)
{
    struct link_inputs in = tiny_inputs(c);
    assert_int_equal(link_table_build(&in, &link_defaults, &parallel_serial, out, NULL), BOWLINE_OK);
    assert_null(link_table_check(out));
}

static void add_ad(struct tiny_case *c, int64_t day, const char *phone, const char *email,
                   template_id written)
{
    tiny_record(c, KIND_AD, day * 86400);
    if (phone)
        tiny_use(c, PARTY_CONTACT, IDENTIFIER_PHONE, phone);
    if (email)
        tiny_use(c, PARTY_CONTACT, IDENTIFIER_EMAIL, email);
    if (written)
        tiny_template(c, written, 150000);
}

/* 400 ads with one number in common and each with a number of its own. */
static void a_number_of_everybody_is_worth_nothing(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    char own[24];
    tiny_init(&c);
    for (int i = 0; i < 400; i++) {
        snprintf(own, sizeof own, "+3200%04d", i);
        add_ad(&c, i, own, NULL, 0);
        tiny_use(&c, PARTY_CONTACT, IDENTIFIER_PHONE, "+3299999999");
    }
    tiny_finish(&c, NULL);
    build(&c, &links);
    assert_int_equal(links.count, 0);
    const struct ownership *hotline = &links.identifier_ownership[c.identifiers.count];
    assert_int_equal(hotline->records, 400);
    assert_int_equal(hotline->others, 400);
    assert_true(hotline->bits < 500 && hotline->per_mille < 10);
    link_table_release(&links);
    tiny_release(&c);
}

/* A ring's own number stands in 400 ads too, but they hang together by its mails and texts. */
static void a_number_whose_ads_hang_together_is_worth_much(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    char email[24];
    tiny_init(&c);
    for (int i = 0; i < 400; i++) {
        snprintf(email, sizeof email, "m%d@example.org", i % 7);
        add_ad(&c, i, "+3299999999", i % 2 ? email : NULL, (template_id)(1 + i % 5));
    }
    tiny_finish(&c, NULL);
    build(&c, &links);
    assert_true(links.identifier_ownership[1].bits > 10000);
    for (size_t i = 0; i < links.count; i++)
        assert_true(links.links[i].bits > 0);
    assert_true(links.count >= 399);
    link_table_release(&links);
    tiny_release(&c);
}

static void names_alone_never_link(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    tiny_init(&c);
    for (int i = 0; i < 2; i++) {
        tiny_record(&c, KIND_PERSON, TIME_NONE);
        tiny_cell(&c, PARTY_SELF, TYPE_NAME, "Wilhelmina Quackenbush-Featherstonehaugh");
    }
    tiny_finish(&c, NULL);
    build(&c, &links);
    assert_int_equal(links.count, 0);
    link_table_release(&links);
    tiny_release(&c);
}

static void a_rare_name_and_a_birth_link(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    tiny_init(&c);
    for (int i = 0; i < 2; i++) {
        tiny_record(&c, KIND_PERSON, TIME_NONE);
        tiny_cell(&c, PARTY_SELF, TYPE_NAME, i ? "Quackenbush, Mina" : "Mina Quackenbusch");
        tiny_cell(&c, PARTY_SELF, TYPE_BORN, i ? "1985-03-24" : "24.03.1985");
    }
    tiny_finish(&c, NULL);
    build(&c, &links);
    assert_int_equal(links.count, 1);
    assert_int_equal(links.evidence[0].kind, EVIDENCE_PRIOR);
    assert_int_equal(links.evidence[1].kind, EVIDENCE_NAME);
    assert_int_equal(links.evidence[1].level, LEVEL_CLOSE);
    assert_int_equal(links.evidence[2].kind, EVIDENCE_BORN);
    assert_int_equal(links.evidence[2].level, LEVEL_EXACT);
    link_table_release(&links);
    tiny_release(&c);
}

/* Who is advertised or lodges is not who runs it: the two sides never link. */
static void protected_parties_link_among_themselves_only(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    tiny_init(&c);
    tiny_record(&c, KIND_AD, 0);
    tiny_use(&c, PARTY_CONTACT, IDENTIFIER_PHONE, "+3211111111");
    tiny_use(&c, PARTY_ADVERTISED, IDENTIFIER_PHONE, "+3222222222");
    tiny_record(&c, KIND_STAY, 0);
    tiny_use(&c, PARTY_BOOKER, IDENTIFIER_PHONE, "+3222222222");
    tiny_use(&c, PARTY_GUEST, IDENTIFIER_PHONE, "+3222222222");
    tiny_finish(&c, NULL);
    build(&c, &links);
    assert_int_equal(links.count, 1);
    assert_true(c.mentions.mentions[links.links[0].a].is_protected);
    assert_true(c.mentions.mentions[links.links[0].b].is_protected);
    link_table_release(&links);
    tiny_release(&c);
}

static void the_two_parties_of_a_payment_stay_two(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    tiny_init(&c);
    tiny_record(&c, KIND_PAYMENT, 0);
    tiny_use(&c, PARTY_FROM, IDENTIFIER_ACCOUNT, "BE00");
    tiny_use(&c, PARTY_TO, IDENTIFIER_ACCOUNT, "BE00");
    tiny_finish(&c, NULL);
    build(&c, &links);
    assert_int_equal(links.count, 0);
    link_table_release(&links);
    tiny_release(&c);
}

static void random_case(struct tiny_case *c, uint64_t seed, unsigned rows)
{
    static const char *const first[] = {"ann", "bob", "carol", "dave", "eve", "frank"};
    static const char *const last[] = {"smith", "jones", "quill", "rook", "stone", "tarn"};
    struct random r;
    char text[40];
    tiny_init(c);
    random_init(&r, seed);
    for (unsigned i = 0; i < rows; i++) {
        tiny_record(c, i % 3 ? KIND_PERSON : KIND_AD, (int64_t)i * 3600);
        enum party party = i % 3 ? PARTY_SELF : PARTY_CONTACT;
        snprintf(text, sizeof text, "+3200%02u", random_below(&r, rows / 2));
        if (random_below(&r, 2))
            tiny_use(c, party, IDENTIFIER_PHONE, text);
        snprintf(text, sizeof text, "%s %s", first[random_below(&r, 6)], last[random_below(&r, 6)]);
        tiny_cell(c, party, TYPE_NAME, text);
        snprintf(text, sizeof text, "%u-%02u-%02u", 1980 + random_below(&r, 5), 1 + random_below(&r, 12),
                 1 + random_below(&r, 3));
        if (i % 3)
            tiny_cell(c, party, TYPE_BORN, text);
        snprintf(text, sizeof text, "town %u", random_below(&r, 4));
        tiny_cell(c, party, TYPE_PLACE, text);
        if (i % 3 == 0 && random_below(&r, 2))
            tiny_template(c, 1 + random_below(&r, 5), 80000);
    }
}

/* Evidence has padding, so field by field. */
static bool same_evidence(const struct evidence *x, const struct evidence *y)
{
    return x->bits == y->bits && x->value == y->value && x->kind == y->kind && x->level == y->level;
}

static bool same_links(const struct link_table *x, const struct link_table *y)
{
    bool same = x->count == y->count && x->evidence_count == y->evidence_count &&
                memcmp(x->links, y->links, x->count * sizeof *x->links) == 0;
    for (size_t i = 0; same && i < x->evidence_count; i++)
        same = same_evidence(&x->evidence[i], &y->evidence[i]);
    return same;
}

static void threads_change_nothing(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table one;
    random_case(&c, 4, 150);
    tiny_finish(&c, NULL);
    build(&c, &one);
    assert_true(one.count > 10);
    for (unsigned workers = 2; workers <= 4; workers++) {
        struct link_inputs in = tiny_inputs(&c);
        struct parallel parallel = eager_parallel(workers);
        struct link_table many;
        assert_int_equal(link_table_build(&in, &link_defaults, &parallel, &many, NULL), BOWLINE_OK);
        assert_true(same_links(&one, &many));
        link_table_release(&many);
    }
    link_table_release(&one);
    tiny_release(&c);
}

/* The oracle: every pair scored, no blocks. Which of them are above zero and not connected by links found. */
static size_t count_lost_pairs(const struct tiny_case *c, const struct link_table *found, uint32_t *parent)
{
    struct link_inputs in = tiny_inputs(c);
    struct pair_list pairs = {0};
    struct weights weights[CLASS_COUNT];
    struct holdings holdings;
    struct portrait_table portraits;
    struct profiles profiles;
    struct ownership *own = memory_new(c->identifiers.count + c->templates.count + 1, sizeof *own);
    assert_int_equal(holdings_build(&in, &holdings, NULL), BOWLINE_OK);
    assert_int_equal(portrait_table_build(&in, &portraits, NULL), BOWLINE_OK);
    assert_int_equal(profiles_build(&holdings, &portraits, &profiles, &pairs, NULL), BOWLINE_OK);
    memcpy(own, found->identifier_ownership, (c->identifiers.count + 1) * sizeof *own);
    memcpy(own + c->identifiers.count + 1, found->template_ownership + 1, c->templates.count * sizeof *own);
    const struct learning learning = {.in = &in,
                                      .portraits = &portraits,
                                      .profiles = &profiles,
                                      .window = link_defaults.portrait_window,
                                      .parallel = &parallel_serial,
                                      .prior = found->prior,
                                      .least_hope = link_defaults.least_hope};
    assert_int_equal(learning_run(&learning, weights, &pairs, NULL), BOWLINE_OK);
    const struct near_pictures none = {0};
    const struct pair_scorer scorer = {&in, &holdings, own, &none, &portraits, weights, found->prior};
    size_t lost = 0;
    for (mention_id a = 1; a <= c->mentions.count; a++)
        for (mention_id b = a + 1; b <= c->mentions.count; b++) {
            struct pair_score score;
            pair_score(&scorer, a, b, &score);
            lost += score.bits > 0 && union_find_root(parent, a) != union_find_root(parent, b);
        }
    pair_list_release(&pairs);
    holdings_release(&holdings);
    portrait_table_release(&portraits);
    profiles_release(&profiles);
    memory_free(own);
    return lost;
}

static void blocks_lose_nothing_where_windows_are_wide(void **state)
{
    (void)state;
    struct link_options options = link_defaults;
    options.window = 256;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct tiny_case c;
        struct link_table links;
        random_case(&c, seed, 24);
        tiny_finish(&c, NULL);
        struct link_inputs in = tiny_inputs(&c);
        assert_int_equal(link_table_build(&in, &options, &parallel_serial, &links, NULL), BOWLINE_OK);
        uint32_t parent[256];
        assert_true(c.mentions.count < 256);
        union_find_init(parent, 256);
        for (size_t i = 0; i < links.count; i++)
            if (links.links[i].bits > 0)
                union_find_join(parent, links.links[i].a, links.links[i].b);
        assert_int_equal(count_lost_pairs(&c, &links, parent), 0);
        link_table_release(&links);
        tiny_release(&c);
    }
}

static void each_request_for_memory_may_fail(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    random_case(&c, 4, 30);
    tiny_finish(&c, NULL);
    struct link_inputs in = tiny_inputs(&c);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = link_table_build(&in, &link_defaults, &parallel_serial, &links, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
        assert_null(links.links);
    }
    link_table_release(&links);
    tiny_release(&c);
}

static void nothing_gives_nothing(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    tiny_init(&c);
    tiny_finish(&c, NULL);
    build(&c, &links);
    assert_int_equal(links.count, 0);
    link_table_release(&links);
    tiny_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_of_everybody_is_worth_nothing),
        cmocka_unit_test(a_number_whose_ads_hang_together_is_worth_much),
        cmocka_unit_test(names_alone_never_link),
        cmocka_unit_test(a_rare_name_and_a_birth_link),
        cmocka_unit_test(protected_parties_link_among_themselves_only),
        cmocka_unit_test(the_two_parties_of_a_payment_stay_two),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(blocks_lose_nothing_where_windows_are_wide),
        cmocka_unit_test(each_request_for_memory_may_fail),
        cmocka_unit_test(nothing_gives_nothing),
    };
    return cmocka_run_group_tests_name("link_table", tests, NULL, NULL);
}
