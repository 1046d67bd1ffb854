/* The tree of RFC 6962 against the roots that Certificate Transparency publishes for eight leaves, and
 * against the definition written down as it stands in the RFC. */
#include "sealing/tree_head.h"
#include "support/cmocka_all.h"

#include <stdio.h>

#define MOST_LEAVES 70

static struct merkle_hash leaves[MOST_LEAVES];

/* MTH(D[from : to]) as RFC 6962 defines it. */
static struct merkle_hash naive_root(uint64_t from, uint64_t count)
{
    struct merkle_hash out;
    uint64_t k = 1;
    if (count == 1)
        return leaves[from];
    while (k * 2 < count)
        k *= 2;
    struct merkle_hash left = naive_root(from, k);
    struct merkle_hash right = naive_root(from + k, count - k);
    merkle_join(&left, &right, &out);
    return out;
}

static bool node_of(void *context, unsigned level, uint64_t at, struct merkle_hash *out)
{
    (void)context;
    assert_true(((at + 1) << level) <= MOST_LEAVES);
    *out = naive_root(at << level, (uint64_t)1 << level);
    return true;
}

static const struct merkle_tree tree = {node_of, NULL};

static void fill_leaves(void)
{
    for (unsigned i = 0; i < MOST_LEAVES; i++) {
        char data[16];
        int length = snprintf(data, sizeof data, "leaf %u", i);
        merkle_leaf((struct span){data, (size_t)length}, &leaves[i]);
    }
}

static void the_published_roots_come_out(void **state)
{
    (void)state;
    static const char *const data[] = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    static const char *const roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    for (unsigned i = 0; i < 8; i++) {
        unsigned char raw[16];
        size_t length = 0;
        sodium_hex2bin(raw, sizeof raw, data[i], strlen(data[i]), NULL, &length, NULL);
        merkle_leaf((struct span){(char *)raw, length}, &leaves[i]);
    }
    for (unsigned size = 0; size <= 8; size++) {
        struct merkle_hash root;
        char hex[DIGEST_HEX];
        assert_true(merkle_root(&tree, size, &root));
        sodium_bin2hex(hex, sizeof hex, root.bytes, DIGEST_BYTES);
        assert_string_equal(hex, roots[size]);
    }
}

static void every_leaf_is_proved_in_every_tree(void **state)
{
    (void)state;
    fill_leaves();
    for (uint64_t size = 1; size <= MOST_LEAVES; size++) {
        struct merkle_hash root;
        struct merkle_hash expected = naive_root(0, size);
        assert_true(merkle_root(&tree, size, &root));
        assert_true(merkle_equal(&root, &expected));
        for (uint64_t leaf = 0; leaf < size; leaf++) {
            struct merkle_proof proof;
            assert_true(merkle_prove_leaf(&tree, leaf, size, &proof));
            assert_true(merkle_check_leaf(&leaves[leaf], leaf, size, &proof, &root));
            assert_false(merkle_check_leaf(&leaves[(leaf + 1) % MOST_LEAVES], leaf, size, &proof, &root));
            assert_false(merkle_check_leaf(&leaves[leaf], size, size, &proof, &root));
            if (size > 1)
                assert_false(merkle_check_leaf(&leaves[leaf], leaf ^ 1, size, &proof, &root) &&
                             (leaf ^ 1) < size);
            if (proof.count == 0)
                continue;
            proof.path[proof.count - 1].bytes[0] ^= 1;
            assert_false(merkle_check_leaf(&leaves[leaf], leaf, size, &proof, &root));
            proof.path[proof.count - 1].bytes[0] ^= 1;
            proof.count--;
            assert_false(merkle_check_leaf(&leaves[leaf], leaf, size, &proof, &root));
        }
    }
}

static void every_tree_is_proved_to_grow_from_every_earlier_one(void **state)
{
    (void)state;
    fill_leaves();
    for (uint64_t size = 1; size <= MOST_LEAVES; size++) {
        struct merkle_hash root = naive_root(0, size);
        for (uint64_t earlier = 1; earlier <= size; earlier++) {
            struct merkle_proof proof;
            struct merkle_hash before = naive_root(0, earlier);
            struct merkle_hash wrong = before;
            assert_true(merkle_prove_growth(&tree, earlier, size, &proof));
            assert_true(merkle_check_growth(earlier, size, &before, &root, &proof));
            wrong.bytes[31] ^= 1;
            assert_false(merkle_check_growth(earlier, size, &wrong, &root, &proof));
            wrong = root;
            wrong.bytes[31] ^= 1;
            assert_false(merkle_check_growth(earlier, size, &before, &wrong, &proof));
            assert_false(merkle_check_growth(0, size, &before, &root, &proof));
            assert_false(merkle_check_growth(size + 1, size, &before, &root, &proof));
            if (proof.count == 0)
                continue;
            proof.path[0].bytes[5] ^= 4;
            assert_false(merkle_check_growth(earlier, size, &before, &root, &proof));
        }
    }
}

static void a_head_is_signed_by_one_key_only(void **state)
{
    (void)state;
    unsigned char seed[TREE_HEAD_SEED] = {1, 2, 3};
    unsigned char key[TREE_HEAD_PUBLIC];
    unsigned char other[TREE_HEAD_PUBLIC];
    unsigned char signature[TREE_HEAD_SIGNATURE];
    struct tree_head head = {.size = 3, .time = 1750000000};
    tree_head_public(seed, key);
    tree_head_sign(&head, seed, signature);
    assert_true(tree_head_check(&head, key, signature));
    seed[0] = 9;
    tree_head_public(seed, other);
    assert_false(tree_head_check(&head, other, signature));
    head.size = 4;
    assert_false(tree_head_check(&head, key, signature));
    head.size = 3;
    head.root.bytes[0] = 1;
    assert_false(tree_head_check(&head, key, signature));
}

static void a_commitment_depends_on_salt_and_text(void **state)
{
    (void)state;
    unsigned char salt[COMMITMENT_SALT] = {7};
    struct merkle_hash a;
    struct merkle_hash b;
    commitment_make(salt, span_of("ads/A-1"), &a);
    commitment_make(salt, span_of("ads/A-1"), &b);
    assert_true(merkle_equal(&a, &b));
    commitment_make(salt, span_of("ads/A-2"), &b);
    assert_false(merkle_equal(&a, &b));
    salt[15] = 1;
    commitment_make(salt, span_of("ads/A-1"), &b);
    assert_false(merkle_equal(&a, &b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_roots_come_out),
        cmocka_unit_test(every_leaf_is_proved_in_every_tree),
        cmocka_unit_test(every_tree_is_proved_to_grow_from_every_earlier_one),
        cmocka_unit_test(a_head_is_signed_by_one_key_only),
        cmocka_unit_test(a_commitment_depends_on_salt_and_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
