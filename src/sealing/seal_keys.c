/* From what a person has to the keys of a case. */
#include "sealing/seal_keys.h"

#include "sealing/seal_keys_parts.h"
#include "sealing/sealed_value.h"

#include <string.h>

const uint32_t seal_passes = crypto_pwhash_argon2id_OPSLIMIT_MODERATE;
const uint32_t seal_kibibytes = crypto_pwhash_argon2id_MEMLIMIT_MODERATE / 1024;

/* Above these a case file that somebody made up would take all memory, or hours. */
enum { MOST_PASSES = 64, MOST_KIBIBYTES = 4 << 20 };

static const char *const way_names[] = {
    [SEAL_BY_PASSPHRASE] = "passphrase", [SEAL_BY_FILE] = "key-file", [SEAL_BY_TWO_FILES] = "two-key-files"};

const char *seal_way_name(enum seal_way way)
{
    return way_names[way];
}

enum seal_way seal_way_find(struct span name)
{
    int way = 0;
    while (way < SEAL_WAY_COUNT && !span_equal(name, span_of(way_names[way])))
        way++;
    return (enum seal_way)way;
}

struct seal_keys *seal_keys_new(const unsigned char key[SEAL_KEY_BYTES])
{
    static const char context[crypto_kdf_CONTEXTBYTES + 1] = "bowlcase";
    /* Not base/memory.h: this memory is locked, guarded, and wiped when it is given back. */
    struct seal_keys *keys = sodium_init() < 0 ? NULL : sodium_malloc(sizeof *keys);
    if (!keys)
        return NULL;
    memcpy(keys->whole, key, sizeof keys->whole);
    crypto_kdf_derive_from_key(keys->cipher, sizeof keys->cipher, 1, context, key);
    crypto_kdf_derive_from_key(keys->nonce, sizeof keys->nonce, 2, context, key);
    crypto_kdf_derive_from_key(keys->token, sizeof keys->token, 3, context, key);
    crypto_kdf_derive_from_key(keys->word, sizeof keys->word, 4, context, key);
    crypto_kdf_derive_from_key(keys->purpose, sizeof keys->purpose, 5, context, key);
    sodium_mprotect_readonly(keys);
    return keys;
}

void seal_keys_free(struct seal_keys *keys)
{
    sodium_free(keys);
}

void seal_file_draw(char out[SEAL_FILE_BYTES])
{
    unsigned char key[SEAL_KEY_BYTES];
    if (sodium_init() < 0)
        return;
    randombytes_buf(key, sizeof key);
    sodium_bin2hex(out, SEAL_FILE_BYTES, key, sizeof key);
    out[SEAL_FILE_BYTES - 1] = '\n';
    sodium_memzero(key, sizeof key);
}

void seal_derive(const struct seal_keys *keys, struct span name, unsigned char out[SEAL_KEY_BYTES])
{
    crypto_generichash(out, SEAL_KEY_BYTES, (const unsigned char *)name.at, name.length, keys->purpose,
                       sizeof keys->purpose);
}

static void hash_file(struct span bytes, unsigned char out[SEAL_KEY_BYTES])
{
    static const unsigned char what[] = "bowline key file";
    crypto_generichash(out, SEAL_KEY_BYTES, (const unsigned char *)bytes.at, bytes.length, what,
                       sizeof what - 1);
}

/* The order in which the two are named does not matter. */
static void hash_two_files(const struct seal_secret *secret, unsigned char out[SEAL_KEY_BYTES])
{
    unsigned char both[2][SEAL_KEY_BYTES];
    hash_file(secret->first, both[0]);
    hash_file(secret->second, both[1]);
    bool is_turned = sodium_compare(both[0], both[1], SEAL_KEY_BYTES) > 0;
    crypto_generichash(out, SEAL_KEY_BYTES, both[is_turned], SEAL_KEY_BYTES, both[!is_turned],
                       SEAL_KEY_BYTES);
    sodium_memzero(both, sizeof both);
}

static enum bowline_status hash_passphrase(const struct seal_lock *lock, struct span passphrase,
                                           unsigned char out[SEAL_KEY_BYTES], struct bowline_error *err)
{
    if (lock->passes < crypto_pwhash_argon2id_OPSLIMIT_MIN || lock->passes > MOST_PASSES ||
        lock->kibibytes < crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024 || lock->kibibytes > MOST_KIBIBYTES)
        return error_set(err, BOWLINE_ERROR_CASE, "damaged: its passphrase would take %u passes over %u KiB",
                         lock->passes, lock->kibibytes);
    if (crypto_pwhash(out, SEAL_KEY_BYTES, passphrase.at, passphrase.length, lock->salt, lock->passes,
                      (size_t)lock->kibibytes * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return error_memory(err);
    return BOWLINE_OK;
}

/* The key that the case's key is wrapped with. */
static enum bowline_status open_secret(const struct seal_lock *lock, const struct seal_secret *secret,
                                       struct seal_keys **out, struct bowline_error *err)
{
    unsigned char key[SEAL_KEY_BYTES];
    enum bowline_status status = BOWLINE_OK;
    *out = NULL;
    if (sodium_init() < 0)
        return error_set(err, BOWLINE_ERROR_IO, "the system gives no randomness");
    if (lock->way == SEAL_BY_PASSPHRASE)
        status = hash_passphrase(lock, secret->first, key, err);
    else if (lock->way == SEAL_BY_FILE)
        hash_file(secret->first, key);
    else
        hash_two_files(secret, key);
    if (status == BOWLINE_OK) {
        *out = seal_keys_new(key);
        status = *out ? BOWLINE_OK : error_memory(err);
    }
    sodium_memzero(key, sizeof key);
    return status;
}

/* What a lock says of itself is bound to what it holds. */
static struct span place_of(const struct seal_lock *lock, unsigned char out[SEAL_SALT_BYTES + 16])
{
    static const unsigned char mark[4] = {'l', 'o', 'c', 'k'};
    memset(out, 0, SEAL_SALT_BYTES + 16);
    memcpy(out, mark, sizeof mark);
    out[4] = (unsigned char)lock->way;
    for (int i = 0; i < 4; i++) {
        out[5 + i] = (unsigned char)(lock->passes >> 8 * i);
        out[9 + i] = (unsigned char)(lock->kibibytes >> 8 * i);
    }
    memcpy(out + 16, lock->salt, SEAL_SALT_BYTES);
    return (struct span){(const char *)out, SEAL_SALT_BYTES + 16};
}

static void wrap(struct seal_lock *lock, const struct seal_keys *outer, const unsigned char *key)
{
    unsigned char place[SEAL_SALT_BYTES + 16];
    sealed_value_make(outer, place_of(lock, place), (struct span){(const char *)key, SEAL_KEY_BYTES},
                      lock->wrapped);
}

static void prepare(struct seal_lock *lock)
{
    if (lock->way == SEAL_BY_PASSPHRASE) {
        randombytes_buf(lock->salt, sizeof lock->salt);
        return;
    }
    memset(lock->salt, 0, sizeof lock->salt);
    lock->passes = lock->kibibytes = 0;
}

enum bowline_status seal_lock_make(struct seal_lock *lock, const struct seal_secret *secret,
                                   struct seal_keys **out, struct bowline_error *err)
{
    unsigned char key[SEAL_KEY_BYTES];
    struct seal_keys *outer = NULL;
    *out = NULL;
    if (sodium_init() < 0)
        return error_set(err, BOWLINE_ERROR_IO, "the system gives no randomness");
    prepare(lock);
    enum bowline_status status = open_secret(lock, secret, &outer, err);
    if (status != BOWLINE_OK)
        return status;
    if (lock->way == SEAL_BY_PASSPHRASE)
        randombytes_buf(key, sizeof key);
    else
        seal_derive(outer, span_of("case"), key);
    wrap(lock, outer, key);
    *out = seal_keys_new(key);
    sodium_memzero(key, sizeof key);
    seal_keys_free(outer);
    return *out ? BOWLINE_OK : error_memory(err);
}

enum bowline_status seal_lock_change(struct seal_lock *lock, const struct seal_secret *secret,
                                     const struct seal_keys *keys, struct bowline_error *err)
{
    struct seal_keys *outer = NULL;
    prepare(lock);
    enum bowline_status status = open_secret(lock, secret, &outer, err);
    if (status == BOWLINE_OK)
        wrap(lock, outer, keys->whole);
    seal_keys_free(outer);
    return status;
}

enum bowline_status seal_lock_open(const struct seal_lock *lock, const struct seal_secret *secret,
                                   struct seal_keys **out, struct bowline_error *err)
{
    unsigned char place[SEAL_SALT_BYTES + 16];
    unsigned char key[SEAL_KEY_BYTES];
    struct seal_keys *outer = NULL;
    *out = NULL;
    enum bowline_status status = open_secret(lock, secret, &outer, err);
    if (status != BOWLINE_OK)
        return status;
    if (sealed_value_open(outer, place_of(lock, place),
                          (struct span){(const char *)lock->wrapped, sizeof lock->wrapped}, key)) {
        *out = seal_keys_new(key);
        status = *out ? BOWLINE_OK : error_memory(err);
    }
    sodium_memzero(key, sizeof key);
    seal_keys_free(outer);
    return status;
}
