/* Locks open for who has the secret, values open in their place, and nothing else opens anything. */
#include "sealing/digest.h"
#include "sealing/seal_keys.h"
#include "sealing/sealed_value.h"
#include "support/cmocka_all.h"

#include <sodium.h>
#include <string.h>

/* Cheap, so that the test is quick; what users have is seal_passes and seal_kibibytes. */
enum { PASSES = 1, KIBIBYTES = 8 };

static struct seal_keys *keys_of(const char *file)
{
    struct seal_lock lock = {.way = SEAL_BY_FILE};
    const struct seal_secret secret = {.first = span_of(file)};
    struct seal_keys *keys = NULL;
    assert_int_equal(seal_lock_make(&lock, &secret, &keys, NULL), BOWLINE_OK);
    assert_non_null(keys);
    return keys;
}

static void a_value_opens_in_its_place_alone(void **state)
{
    (void)state;
    struct seal_keys *keys = keys_of("the bytes of a key file");
    struct seal_keys *others = keys_of("the bytes of another file");
    unsigned char sealed[300 + SEALED_EXTRA];
    unsigned char again[300 + SEALED_EXTRA];
    unsigned char opened[300];
    char value[300];
    for (size_t length = 0; length <= sizeof value; length += 37) {
        memset(value, 'a' + (int)(length % 26), sizeof value);
        const struct span plain = {value, length};
        const struct span whole = {(const char *)sealed, length + SEALED_EXTRA};
        sealed_value_make(keys, span_of("record.source 1"), plain, sealed);
        sealed_value_make(keys, span_of("record.source 1"), plain, again);
        assert_memory_equal(sealed, again, whole.length);
        assert_true(sealed_value_open(keys, span_of("record.source 1"), whole, opened));
        assert_memory_equal(opened, value, length);
        assert_false(sealed_value_open(keys, span_of("record.source 2"), whole, opened));
        assert_false(sealed_value_open(keys, span_of("record.key 1"), whole, opened));
        assert_false(sealed_value_open(others, span_of("record.source 1"), whole, opened));
        for (size_t cut = 0; cut < whole.length; cut += 7)
            assert_false(sealed_value_open(keys, span_of("record.source 1"),
                                           (struct span){(const char *)sealed, cut}, opened));
        for (size_t bit = 0; bit < whole.length * 8; bit++) {
            sealed[bit / 8] ^= (unsigned char)(1u << bit % 8);
            assert_false(sealed_value_open(keys, span_of("record.source 1"), whole, opened));
            sealed[bit / 8] ^= (unsigned char)(1u << bit % 8);
        }
        sealed_value_make(keys, span_of("record.source 2"), plain, again);
        assert_memory_not_equal(sealed, again, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    }
    seal_keys_free(keys);
    seal_keys_free(others);
}

/* Place and value must not run into one another. */
static void no_two_places_and_values_share_a_nonce(void **state)
{
    (void)state;
    struct seal_keys *keys = keys_of("the bytes of a key file");
    unsigned char a[64];
    unsigned char b[64];
    sealed_value_make(keys, span_of("ab"), span_of("c"), a);
    sealed_value_make(keys, span_of("a"), span_of("bc"), b);
    assert_memory_not_equal(a, b, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    seal_keys_free(keys);
}

static void tokens_and_words_are_keyed(void **state)
{
    (void)state;
    struct seal_keys *keys = keys_of("the bytes of a key file");
    struct seal_keys *others = keys_of("the bytes of another file");
    unsigned char one[TOKEN_BYTES];
    unsigned char two[TOKEN_BYTES];
    sealed_token(keys, span_of("record.key"), span_of("A-1"), one);
    sealed_token(keys, span_of("record.key"), span_of("A-1"), two);
    assert_memory_equal(one, two, TOKEN_BYTES);
    sealed_token(keys, span_of("identifier.value"), span_of("A-1"), two);
    assert_memory_not_equal(one, two, TOKEN_BYTES);
    sealed_token(others, span_of("record.key"), span_of("A-1"), two);
    assert_memory_not_equal(one, two, TOKEN_BYTES);
    assert_true(sealed_word(keys, span_of("massage")) == sealed_word(keys, span_of("massage")));
    assert_true(sealed_word(keys, span_of("massage")) != sealed_word(others, span_of("massage")));
    uint64_t before = 0;
    char spelled[WORD_BYTES];
    char last[WORD_BYTES];
    memset(last, 0, sizeof last);
    for (uint64_t word = 1; word < (uint64_t)1 << 49; word = word * 3 + 1) {
        sealed_word_spell(word, spelled);
        for (int i = 0; i < WORD_BYTES; i++)
            assert_true((unsigned char)spelled[i] >= 0x80);
        assert_true(memcmp(last, spelled, WORD_BYTES) <
                    0); /* the order of the numbers is that of the bytes */
        assert_true(word > before);
        before = word;
        memcpy(last, spelled, WORD_BYTES);
    }
    seal_keys_free(keys);
    seal_keys_free(others);
}

static bool opens(const struct seal_lock *lock, const char *first, const char *second,
                  const struct seal_keys *same)
{
    struct seal_keys *keys = NULL;
    unsigned char a[SEAL_KEY_BYTES];
    unsigned char b[SEAL_KEY_BYTES];
    const struct seal_secret secret = {span_of(first), span_of(second)};
    assert_int_equal(seal_lock_open(lock, &secret, &keys, NULL), BOWLINE_OK);
    if (!keys)
        return false;
    seal_derive(keys, span_of("test"), a);
    seal_derive(same, span_of("test"), b);
    assert_memory_equal(a, b, sizeof a);
    seal_keys_free(keys);
    return true;
}

static void a_lock_opens_for_its_secret_alone(void **state)
{
    (void)state;
    for (int way = 0; way < SEAL_WAY_COUNT; way++) {
        struct seal_lock lock = {.way = (enum seal_way)way, .passes = PASSES, .kibibytes = KIBIBYTES};
        const struct seal_secret secret = {span_of("one long secret"), span_of("another secret")};
        struct seal_keys *keys = NULL;
        bool is_double = way == SEAL_BY_TWO_FILES;
        assert_int_equal(seal_way_find(span_of(seal_way_name(lock.way))), way);
        assert_int_equal(seal_lock_make(&lock, &secret, &keys, NULL), BOWLINE_OK);
        assert_true(opens(&lock, "one long secret", "another secret", keys));
        assert_true(opens(&lock, "another secret", "one long secret", keys) == is_double);
        assert_true(opens(&lock, "one long secret", "a third", keys) != is_double);
        assert_false(opens(&lock, "one long secreT", "another secret", keys));
        lock.wrapped[30] ^= 1;
        assert_false(opens(&lock, "one long secret", "another secret", keys));
        lock.wrapped[30] ^= 1;
        lock.salt[3] ^= 1;
        assert_false(opens(&lock, "one long secret", "another secret", keys));
        struct seal_lock other = {.way = SEAL_BY_FILE};
        const struct seal_secret file = {.first = span_of("a new key file")};
        assert_int_equal(seal_lock_change(&other, &file, keys, NULL), BOWLINE_OK);
        assert_true(opens(&other, "a new key file", "", keys));
        seal_keys_free(keys);
    }
    assert_int_equal(seal_way_find(span_of("magic")), SEAL_WAY_COUNT);
}

static void a_lock_that_asks_too_much_is_refused(void **state)
{
    (void)state;
    struct seal_lock lock = {.way = SEAL_BY_PASSPHRASE, .passes = 1u << 30, .kibibytes = KIBIBYTES};
    const struct seal_secret secret = {.first = span_of("a passphrase")};
    struct seal_keys *keys = NULL;
    assert_int_equal(seal_lock_open(&lock, &secret, &keys, NULL), BOWLINE_ERROR_CASE);
    lock.passes = PASSES;
    lock.kibibytes = UINT32_MAX;
    assert_int_equal(seal_lock_open(&lock, &secret, &keys, NULL), BOWLINE_ERROR_CASE);
    assert_null(keys);
}

static void who_has_the_bytes_alone_knows_their_secret(void **state)
{
    (void)state;
    static const char bytes[] = "id,phone\n1,+32450000000\n";
    static const char words[] = "bowline: what only the reader of these bytes knows";
    struct digest d;
    struct digest naive;
    char secret[DIGEST_HEX];
    char hex[DIGEST_HEX];
    digest_init(&d);
    digest_update(&d, bytes, 9);
    digest_update(&d, bytes + 9, sizeof bytes - 9);
    digest_secret(&d, secret);
    digest_finish(&d, hex);
    digest_init(&naive);
    digest_update(&naive, bytes, sizeof bytes);
    digest_update(&naive, words, sizeof words);
    char expected[DIGEST_HEX];
    digest_finish(&naive, expected);
    assert_string_equal(secret, expected);
    assert_string_not_equal(secret, hex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_opens_in_its_place_alone),
        cmocka_unit_test(no_two_places_and_values_share_a_nonce),
        cmocka_unit_test(tokens_and_words_are_keyed),
        cmocka_unit_test(a_lock_opens_for_its_secret_alone),
        cmocka_unit_test(a_lock_that_asks_too_much_is_refused),
        cmocka_unit_test(who_has_the_bytes_alone_knows_their_secret),
    };
    return cmocka_run_group_tests_name("seal", tests, NULL, NULL);
}
