/* Pictures that are near but not equal: two ads are compared and get bits, fewer than for an equal one, and
 * none beyond the radius, however many lie between; the list against all pairs; every request for memory may
 * fail. */
#include "links/near_pictures.h"
#include "support/cmocka_all.h"
#include "support/eager_parallel.h"
#include "support/failing_memory.h"
#include "support/tiny_records.h"

#include "base/random.h"

#include <stdio.h>

#define FAMILY 200

static void build(const struct tiny_case *c, struct link_table *out)
{
    struct link_inputs in = tiny_inputs(c);
    assert_int_equal(link_table_build(&in, &link_defaults, &parallel_serial, out, NULL), BOWLINE_OK);
    assert_null(link_table_check(out));
}

static void add_ad(struct tiny_case *c, int64_t day, uint64_t picture)
{
    char hash[24];
    snprintf(hash, sizeof hash, "%016llx", (unsigned long long)picture);
    tiny_record(c, KIND_AD, day * 86400);
    tiny_use(c, PARTY_CONTACT, IDENTIFIER_IMAGE, hash);
}

/* The bits of the picture between two ads whose hashes differ so, or 0; their level. */
static millibits bits_of(uint64_t difference, uint8_t *level)
{
    struct tiny_case c;
    struct link_table links;
    millibits bits = 0;
    tiny_init(&c);
    add_ad(&c, 0, 0x0123456789abcdef);
    add_ad(&c, 3, 0x0123456789abcdef ^ difference);
    tiny_finish(&c, NULL);
    struct link_inputs in = tiny_inputs(&c);
    struct link_options all = link_defaults;
    all.least_bits = -BITS_MOST;
    assert_int_equal(link_table_build(&in, &all, &parallel_serial, &links, NULL), BOWLINE_OK);
    for (size_t i = 0; i < links.evidence_count; i++)
        if (evidence_is_picture(&links.evidence[i])) {
            bits += links.evidence[i].bits;
            *level = links.evidence[i].level;
        }
    link_table_release(&links);
    tiny_release(&c);
    return bits;
}

static void near_pictures_speak_less_than_equal_ones(void **state)
{
    (void)state;
    uint8_t level = 0;
    millibits equal = bits_of(0, &level);
    assert_int_equal(level, LEVEL_PARTIAL);
    assert_true(equal > 0);
    uint64_t difference = 0;
    for (unsigned d = 1; d <= 10; d++) {
        difference |= UINT64_C(1) << (6 * d);
        millibits bits = bits_of(difference, &level);
        if (d > 7) {
            assert_int_equal(bits, 0);
            continue;
        }
        assert_int_equal(level, LEVEL_CLOSE);
        assert_true(bits > 0 && bits < equal);
        equal = bits; /* less the further they are apart */
    }
}

/* A row of pictures each three bits from the next: the outer ones are nine apart. */
static void nearness_is_not_passed_on(void **state)
{
    (void)state;
    struct tiny_case c;
    struct link_table links;
    tiny_init(&c);
    uint64_t picture = 0x0123456789abcdef;
    for (unsigned i = 0; i < 4; i++) {
        tiny_record(&c, KIND_AD, i * 86400);
        char hash[24];
        snprintf(hash, sizeof hash, "%016llx", (unsigned long long)picture);
        tiny_use(&c, PARTY_CONTACT, IDENTIFIER_IMAGE, hash);
        for (unsigned b = 0; b < 3; b++)
            picture ^= UINT64_C(1) << (12 * i + 4 * b);
    }
    tiny_finish(&c, NULL);
    build(&c, &links);
    for (size_t i = 0; i < links.count; i++)
        assert_true(links.links[i].b - links.links[i].a <= 2);
    link_table_release(&links);
    tiny_release(&c);
}

/* Families of pictures, each a random one or an earlier one with some bits changed. */
static void fill_family(struct tiny_case *c, uint64_t *pictures)
{
    struct random random;
    random_init(&random, 5);
    tiny_init(c);
    for (unsigned i = 0; i < FAMILY; i++) {
        uint64_t bits =
            i && random_below(&random, 3) ? pictures[random_below(&random, i)] : random_next(&random);
        for (unsigned change = random_below(&random, 6); change > 0; change--)
            bits ^= UINT64_C(1) << random_below(&random, 64);
        pictures[i] = bits;
        char hash[24];
        snprintf(hash, sizeof hash, "%016llx", (unsigned long long)bits);
        tiny_record(c, KIND_AD, i * 86400);
        tiny_use(c, PARTY_CONTACT, IDENTIFIER_IMAGE, hash);
    }
    tiny_finish(c, NULL);
}

static uint64_t hash_of(const struct tiny_case *c, identifier_id id)
{
    uint64_t bits = 0;
    struct span value = identifier_value(&c->identifiers, id);
    for (size_t i = 0; i < value.length; i++)
        bits = bits << 4 | (unsigned)(value.at[i] <= '9' ? value.at[i] - '0' : value.at[i] - 'a' + 10);
    return bits;
}

static void the_list_is_that_of_all_pairs(void **state)
{
    (void)state;
    static uint64_t pictures[FAMILY];
    struct tiny_case c;
    struct near_pictures near;
    fill_family(&c, pictures);
    assert_int_equal(near_pictures_build(&c.identifiers, &near, NULL), BOWLINE_OK);
    assert_int_equal(near.base, 1);
    assert_int_equal(near.end, c.identifiers.count + 1);
    for (value_id v = 1; v < near.end; v++) {
        size_t wanted = 0;
        for (value_id w = 1; w < near.end; w++) {
            unsigned distance = (unsigned)__builtin_popcountll(hash_of(&c, v) ^ hash_of(&c, w));
            wanted += w != v && distance <= 7;
        }
        size_t listed = near.first[v] - near.first[v - 1];
        assert_int_equal(listed, wanted > 16 ? 16 : wanted);
        for (uint64_t i = near.first[v - 1]; i < near.first[v]; i++) {
            unsigned distance =
                (unsigned)__builtin_popcountll(hash_of(&c, v) ^ hash_of(&c, near.list[i].other));
            assert_int_equal(near.list[i].distance, distance);
            assert_true(i == near.first[v - 1] || near.list[i - 1].distance <= distance);
        }
    }
    near_pictures_release(&near);
    tiny_release(&c);
}

static void every_request_for_memory_may_fail(void **state)
{
    (void)state;
    static uint64_t pictures[FAMILY];
    struct tiny_case c;
    struct near_pictures near;
    fill_family(&c, pictures);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = near_pictures_build(&c.identifiers, &near, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
        assert_true(!near.first && !near.list);
    }
    near_pictures_release(&near);
    tiny_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_pictures_speak_less_than_equal_ones),
        cmocka_unit_test(nearness_is_not_passed_on),
        cmocka_unit_test(the_list_is_that_of_all_pairs),
        cmocka_unit_test(every_request_for_memory_may_fail),
    };
    return cmocka_run_group_tests_name("near pictures", tests, NULL, NULL);
}
