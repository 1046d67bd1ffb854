/* Ads as a whole: how often phones are shared, how texts of one writer and of two compare. */
#include "simulation/advert.h"

#include "simulation/lexicon.h"
#include "support/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

static struct bowline_simulation usual(void)
{
    struct bowline_simulation options = bowline_simulation_defaults;
    options.seed = 2;
    options.ads = 4000;
    options.stays = options.payments = options.calls = 10;
    return options;
}

static struct world build_with(struct bowline_simulation options)
{
    struct world world;
    assert_int_equal(world_build(&world, &options, NULL), BOWLINE_OK);
    return world;
}

static struct world build(void)
{
    return build_with(usual());
}

static void compose(struct advert *ad, const struct world *world, uint32_t i)
{
    struct sort_pair event = world->events[EVENT_AD][i];
    assert_true(advert_compose(ad, world, event.value, (uint32_t)(event.key / 86400)));
}

/* The last eight digits, which no form of writing changes. */
static uint64_t phone_key(const struct advert *ad)
{
    const struct buffer *from = &ad->parts[ad->phone_in_column ? PART_PHONE : PART_PHONE_WORDS];
    uint64_t key = 0;
    for (size_t i = 0; i < from->length; i++)
        if (from->data[i] >= '0' && from->data[i] <= '9')
            key = (key * 10 + (uint64_t)(from->data[i] - '0')) % 100000000;
    return key;
}

/* Of the ads of rings, the share that carries a number of another of them; shared numbers left out. */
static double phones_shared(struct bowline_simulation options)
{
    struct world world = build_with(options);
    struct advert ad;
    advert_init(&ad);
    uint64_t *keys = calloc(world.options.ads, sizeof *keys);
    size_t count = 0;
    size_t sharing = 0;
    for (uint32_t i = 0; i < world.options.ads; i++) {
        compose(&ad, &world, i);
        if (world.actors[ad.op].kind == ACTOR_RING)
            keys[count++] = phone_key(&ad);
    }
    for (size_t i = 0; i < count; i++) {
        bool shared = false;
        for (size_t j = 0; j < count && !shared; j++)
            shared = i != j && keys[i] && keys[i] == keys[j];
        sharing += shared;
    }
    assert_true(count > 500);
    free(keys);
    advert_release(&ad);
    world_release(&world);
    return (double)sharing / (double)count;
}

static void ring_phones_are_shared_as_said(void **state)
{
    (void)state;
    struct bowline_simulation options = usual();
    double share = phones_shared(options);
    print_message("%.3f of ring ads share a phone\n", share);
    assert_true(share > 0.5 && share < 0.65);
    options.reuse = 0;
    assert_true(phones_shared(options) < 0.01);
    options.reuse = 100;
    assert_true(phones_shared(options) > 0.9);
}

static void texts_have_their_length(void **state)
{
    (void)state;
    struct world world = build();
    struct advert ad;
    advert_init(&ad);
    size_t bytes = 0;
    for (uint32_t i = 0; i < world.options.ads; i++) {
        compose(&ad, &world, i);
        bytes += ad.parts[PART_BODY].length;
        assert_in_range(ad.parts[PART_BODY].length, 40, 1600);
        assert_true(ad.parts[PART_TITLE].length > 0);
        assert_true(ad.phone_in_column == (ad.parts[PART_PHONE].length > 0));
        if (ad.phone_in_text)
            assert_non_null(memmem(ad.parts[PART_BODY].data, ad.parts[PART_BODY].length,
                                   ad.parts[PART_PHONE_WORDS].data, ad.parts[PART_PHONE_WORDS].length));
    }
    print_message("%zu bytes in texts\n", bytes);
    assert_in_range(bytes, 420 * (size_t)world.options.ads, 560 * (size_t)world.options.ads);
    advert_release(&ad);
    world_release(&world);
}

/* Distinct runs of eight bytes that two texts have in common, as a share of the shorter one's. */
static double overlap(const char *a, const char *b)
{
    size_t runs = strlen(a) < 8 ? 0 : strlen(a) - 7;
    size_t common = 0;
    for (size_t i = 0; i < runs; i++)
        common += memmem(b, strlen(b), a + i, 8) != NULL;
    return runs ? (double)common / (double)runs : 0;
}

enum { OPERATORS = 4096, TEXT_MOST = 2000 };

struct mean {
    double sum, count;
};

static void mean_add(struct mean *mean, double value)
{
    mean->sum += value;
    mean->count++;
}

/* Two neighbouring ads of one writer and text resemble each other; those of two writers do not. */
static void writers_differ(void **state)
{
    (void)state;
    struct world world = build();
    struct advert ad;
    static char last[OPERATORS][TEXT_MOST];
    static char any[LANGUAGE_COUNT][TEXT_MOST];
    struct mean same = {0};
    struct mean other = {0};
    advert_init(&ad);
    for (uint32_t i = 0; i < world.options.ads; i++) {
        compose(&ad, &world, i);
        const struct actor *o = &world.actors[ad.op];
        if (o->kind != ACTOR_INDEPENDENT || o->text_of != ad.op || ad.text)
            continue;
        assert_true(ad.op < OPERATORS && ad.parts[PART_BODY].length < TEXT_MOST);
        buffer_append_char(&ad.parts[PART_BODY], '\0');
        if (last[ad.op][0])
            mean_add(&same, overlap(ad.parts[PART_BODY].data, last[ad.op]));
        else if (any[o->language][0])
            mean_add(&other, overlap(ad.parts[PART_BODY].data, any[o->language]));
        memcpy(any[o->language], ad.parts[PART_BODY].data, ad.parts[PART_BODY].length);
        memcpy(last[ad.op], ad.parts[PART_BODY].data, ad.parts[PART_BODY].length);
    }
    print_message("overlap: one writer %.2f, two writers %.2f\n", same.sum / same.count,
                  other.sum / other.count);
    assert_true(same.sum > 0.6 * same.count);
    assert_true(other.count > 50 && other.sum < 0.4 * other.count);
    advert_release(&ad);
    world_release(&world);
}

static void an_ad_is_the_same_whenever_it_is_composed(void **state)
{
    (void)state;
    struct world world = build();
    struct advert a;
    struct advert b;
    advert_init(&a);
    advert_init(&b);
    for (uint32_t i = 0; i < 50; i++) {
        compose(&a, &world, i);
        compose(&b, &world, world.options.ads - 1 - i);
        compose(&b, &world, i);
        assert_true(span_equal(advert_part(&a, PART_BODY), advert_part(&b, PART_BODY)));
        assert_true(span_equal(advert_part(&a, PART_PHONE), advert_part(&b, PART_PHONE)));
    }
    advert_release(&a);
    advert_release(&b);
    world_release(&world);
}

/* How alike two neighbouring ads of one ring writer and text are. */
static double ring_likeness(uint32_t edits)
{
    struct bowline_simulation options = usual();
    options.edits = edits;
    options.languages = 1u << LANGUAGE_NL;
    struct world world = build_with(options);
    struct advert ad;
    static char last[OPERATORS][TEXT_MOST];
    struct mean same = {0};
    advert_init(&ad);
    memset(last, 0, sizeof last);
    for (uint32_t i = 0; i < world.options.ads; i++) {
        compose(&ad, &world, i);
        assert_int_equal(ad.language, LANGUAGE_NL);
        if (world.actors[ad.op].kind != ACTOR_RING || ad.text)
            continue;
        assert_true(ad.op < OPERATORS && ad.parts[PART_BODY].length < TEXT_MOST);
        buffer_append_char(&ad.parts[PART_BODY], '\0');
        if (last[ad.op][0])
            mean_add(&same, overlap(ad.parts[PART_BODY].data, last[ad.op]));
        memcpy(last[ad.op], ad.parts[PART_BODY].data, ad.parts[PART_BODY].length);
    }
    advert_release(&ad);
    world_release(&world);
    assert_true(same.count > 100);
    return same.sum / same.count;
}

static void edits_drive_texts_apart(void **state)
{
    (void)state;
    double none = ring_likeness(0);
    double some = ring_likeness(50);
    double many = ring_likeness(100);
    print_message("likeness with edits of 0, 50, 100: %.2f %.2f %.2f\n", none, some, many);
    assert_true(none > some + 0.05 && some > many + 0.05);
}

/* What every kind of writer does as often: words of nationality, hidden contacts. */
static void kinds_of_writers_do_not_differ(void **state)
{
    (void)state;
    enum { TRAITS = 2, LEAST = 300, OFF_BY = 4 };
    struct bowline_simulation options = bowline_simulation_defaults;
    struct world world;
    struct advert ad;
    uint32_t ads[ACTOR_KINDS] = {0};
    uint32_t seen[ACTOR_KINDS][TRAITS] = {0};
    uint32_t all[TRAITS] = {0};
    assert_int_equal(bowline_simulation_take_preset(&options, "hard", NULL), BOWLINE_OK);
    options.ads = 20000;
    assert_int_equal(world_build(&world, &options, NULL), BOWLINE_OK);
    advert_init(&ad);
    for (uint32_t i = 0; i < options.ads; i++) {
        compose(&ad, &world, i);
        unsigned kind = world.actors[ad.op].kind;
        struct span body = advert_part(&ad, PART_BODY);
        const bool traits[TRAITS] = {memchr(body.at, 0xee, body.length) != NULL, ad.hidden};
        ads[kind]++;
        for (int t = 0; t < TRAITS; t++) {
            seen[kind][t] += traits[t];
            all[t] += traits[t];
        }
    }
    for (unsigned kind = 0; kind < ACTOR_KINDS; kind++)
        for (int t = 0; t < TRAITS && ads[kind] >= LEAST; t++) {
            int percent = (int)(seen[kind][t] * 100 / ads[kind]);
            int usual = (int)(all[t] * 100 / options.ads);
            assert_in_range(percent + OFF_BY, usual, usual + 2 * OFF_BY);
        }
    assert_true(ads[ACTOR_RING] >= LEAST && ads[ACTOR_AGENCY] >= LEAST && ads[ACTOR_SPAM] >= LEAST);
    advert_release(&ad);
    world_release(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ring_phones_are_shared_as_said),
        cmocka_unit_test(texts_have_their_length),
        cmocka_unit_test(writers_differ),
        cmocka_unit_test(an_ad_is_the_same_whenever_it_is_composed),
        cmocka_unit_test(edits_drive_texts_apart),
        cmocka_unit_test(kinds_of_writers_do_not_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
