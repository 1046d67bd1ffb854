/* Near pairs of hashes against comparing all with all, for each radius; blocks that are cut; linear growth;
 * every failure of memory. */
#include "base/memory.h"
#include "base/random.h"
#include "identifiers/image_match.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdlib.h>

#define FEW 600

static uint64_t any(struct random *random)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < 4; i++)
        bits = bits << 16 | random_below(random, 65536);
    return bits;
}

/* Families of pictures: each hash is a random one or an earlier one with up to twelve bits changed. */
static void fill(struct image_hash *hashes, size_t count, uint64_t seed)
{
    struct random random;
    random_init(&random, seed);
    for (size_t i = 0; i < count; i++) {
        uint64_t bits = i > 0 && random_below(&random, 3) ? hashes[random_below(&random, (uint32_t)i)].bits
                                                          : any(&random);
        for (unsigned change = random_below(&random, 13); change > 0; change--)
            bits ^= (uint64_t)1 << random_below(&random, 64);
        hashes[i] = (struct image_hash){bits, (uint32_t)i + 1};
    }
}

/* The naive way. */
static void check_all(const struct image_hash *hashes, size_t count, unsigned radius,
                      const struct image_matches *found)
{
    size_t at = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = i + 1; j < count; j++) {
            unsigned distance = (unsigned)__builtin_popcountll(hashes[i].bits ^ hashes[j].bits);
            if (distance > radius)
                continue;
            assert_true(at < found->count);
            assert_int_equal(found->pairs[at].first, i + 1);
            assert_int_equal(found->pairs[at].second, j + 1);
            assert_int_equal(found->pairs[at].distance, distance);
            at++;
        }
    assert_int_equal(at, found->count);
}

static void all_near_pairs_are_found_once(void **state)
{
    (void)state;
    static struct image_hash hashes[FEW];
    for (unsigned radius = 0; radius <= IMAGE_RADIUS_MOST; radius++) {
        struct image_matches found;
        struct image_match_options options = {.radius = radius, .block_most = FEW, .flat_most = 0};
        fill(hashes, FEW, radius + 1);
        assert_int_equal(image_match(hashes, FEW, &options, &found, NULL), BOWLINE_OK);
        check_all(hashes, FEW, radius, &found);
        assert_true(radius == 0 || found.count > 20);
        assert_int_equal(found.cut, 0);
        image_matches_release(&found);
    }
}

static void nothing_gives_nothing(void **state)
{
    (void)state;
    struct image_matches found;
    assert_int_equal(image_match(NULL, 0, &image_match_defaults, &found, NULL), BOWLINE_OK);
    assert_int_equal(found.count, 0);
    image_matches_release(&found);
}

static void blank_pictures_are_left_out(void **state)
{
    (void)state;
    const struct image_hash hashes[] = {
        {0, 1}, {0, 2}, {UINT64_MAX, 3}, {7, 4}, {0xf0f0f0f0f0f0f0f0, 5}, {0xf0f0f0f0f0f0f0f1, 6}};
    struct image_matches found;
    assert_int_equal(image_match(hashes, 6, &image_match_defaults, &found, NULL), BOWLINE_OK);
    assert_int_equal(found.flat, 4);
    assert_int_equal(found.count, 1);
    assert_int_equal(found.pairs[0].first, 5);
    assert_int_equal(found.pairs[0].second, 6);
    assert_int_equal(found.pairs[0].distance, 1);
    image_matches_release(&found);
}

static void large_blocks_are_cut_and_counted(void **state)
{
    (void)state;
    static struct image_hash hashes[FEW];
    struct image_matches found;
    struct image_match_options options = {.radius = 3, .block_most = 10, .flat_most = 3};
    for (unsigned i = 0; i < FEW; i++)
        hashes[i] = (struct image_hash){0x0123456789abcdef, i + 1};
    assert_int_equal(image_match(hashes, FEW, &options, &found, NULL), BOWLINE_OK);
    assert_true(found.cut > 0);
    assert_int_equal(found.count, (FEW - 10) * 10 + 45);
    image_matches_release(&found);
}

static void a_hundred_thousand_take_few_comparisons(void **state)
{
    (void)state;
    const uint32_t many = 100000;
    struct image_hash *hashes = memory_new(many, sizeof *hashes);
    struct random random;
    struct image_matches found;
    random_init(&random, 5);
    for (uint32_t i = 0; i < many; i++)
        hashes[i] = (struct image_hash){any(&random), i + 1};
    assert_int_equal(image_match(hashes, many, &image_match_defaults, &found, NULL), BOWLINE_OK);
    /* 68 probes a hash, of entries with 1.5 hashes, half of them behind it; all pairs are five thousand
     * million */
    assert_true(found.compared < (uint64_t)many * 68);
    image_matches_release(&found);
    memory_free(hashes);
}

static void only_sixteen_digits_are_a_perceptual_hash(void **state)
{
    (void)state;
    uint64_t bits;
    assert_true(image_hash_read(span_of("a1B2c3d4e5f60718"), &bits));
    assert_true(bits == 0xa1b2c3d4e5f60718);
    assert_false(image_hash_read(span_of("a1b2c3d4e5f6071"), &bits));
    assert_false(image_hash_read(span_of("a1b2c3d4e5f60718a1b2c3d4e5f60718"), &bits));
    assert_false(image_hash_read(span_of("a1b2c3d4e5f6071x"), &bits));
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    static struct image_hash hashes[FEW];
    unsigned long n = 1;
    fill(hashes, FEW, 3);
    for (;; n++) {
        struct failing_memory memory;
        struct image_matches found;
        failing_memory_begin(&memory, n);
        enum bowline_status status = image_match(hashes, FEW, &image_match_defaults, &found, NULL);
        bool has_failed = failing_memory_end(&memory);
        image_matches_release(&found);
        if (!has_failed)
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    assert_true(n > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_near_pairs_are_found_once),
        cmocka_unit_test(nothing_gives_nothing),
        cmocka_unit_test(blank_pictures_are_left_out),
        cmocka_unit_test(large_blocks_are_cut_and_counted),
        cmocka_unit_test(a_hundred_thousand_take_few_comparisons),
        cmocka_unit_test(only_sixteen_digits_are_a_perceptual_hash),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("image match", tests, NULL, NULL);
}
