/* Hashing behind reading gives the digest of the same bytes in the same order. */
#include "base/random.h"
#include "pipeline/hash_behind.h"
#include "support/cmocka_all.h"

static void the_digest_is_that_of_all_blocks_in_order(void **state)
{
    (void)state;
    enum { BLOCK = 70000, BLOCKS = 40 };
    static char blocks[2][BLOCK];
    struct digest behind;
    struct digest plain;
    struct random r;
    random_init(&r, 5);
    digest_init(&behind);
    digest_init(&plain);
    struct hash_behind *hashing = hash_behind_new(&behind);
    assert_non_null(hashing);
    for (unsigned b = 0; b < BLOCKS; b++) {
        char *block = blocks[b % 2]; /* free again: the block before this one was pushed since */
        size_t length = random_below(&r, BLOCK + 1);
        for (size_t i = 0; i < length; i++)
            block[i] = (char)random_next(&r);
        digest_update(&plain, block, length);
        hash_behind_push(hashing, (struct span){block, length});
    }
    hash_behind_free(hashing);
    char expected[DIGEST_HEX];
    char found[DIGEST_HEX];
    digest_finish(&plain, expected);
    digest_finish(&behind, found);
    assert_string_equal(found, expected);
}

static void nothing_pushed_is_the_digest_of_nothing(void **state)
{
    (void)state;
    struct digest digest;
    char hex[DIGEST_HEX];
    digest_init(&digest);
    hash_behind_free(hash_behind_new(&digest));
    digest_finish(&digest, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hash_behind_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_digest_is_that_of_all_blocks_in_order),
        cmocka_unit_test(nothing_pushed_is_the_digest_of_nothing),
    };
    return cmocka_run_group_tests_name("hash_behind", tests, NULL, NULL);
}
