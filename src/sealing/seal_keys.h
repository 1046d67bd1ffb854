/* The keys of a case: one key, and from it one for each purpose (libsodium's crypto_kdf), in memory that is
 * locked, guarded and wiped (sodium_malloc). How a passphrase or a key file opens a case:
 * docs/methods/sealing.md. */
#ifndef SEALING_SEAL_KEYS_H
#define SEALING_SEAL_KEYS_H

#include "base/error.h"
#include "base/span.h"

#include <stdint.h>

#define SEAL_KEY_BYTES  32
#define SEAL_SALT_BYTES 16
#define SEAL_WRAP_BYTES 72 /* nonce, case key, tag */

/* Key files: below this it is no secret, above it no key. */
#define SEAL_FILE_LEAST 16
#define SEAL_FILE_MOST  65536

enum seal_way { SEAL_BY_PASSPHRASE, SEAL_BY_FILE, SEAL_BY_TWO_FILES, SEAL_WAY_COUNT };

const char *seal_way_name(enum seal_way way);  /* passphrase, key-file, two-key-files */
enum seal_way seal_way_find(struct span name); /* SEAL_WAY_COUNT where there is none */

/* How a case is opened: kept in the case, and no secret. */
struct seal_lock {
    enum seal_way way;
    unsigned char salt[SEAL_SALT_BYTES]; /* of the passphrase; zero for files */
    uint32_t passes, kibibytes;          /* of Argon2id; zero for files */
    unsigned char wrapped[SEAL_WRAP_BYTES];
};

/* What a person has: a passphrase, or the bytes of one or two key files. */
struct seal_secret {
    struct span first, second; /* second: of the other key file, in any order */
};

struct seal_keys; /* shared by threads that only read it */

/* Argon2id as libsodium calls it "moderate" (crypto_pwhash_argon2id.h, after RFC 9106): 3 passes over 256
 * MiB, about half a second. */
extern const uint32_t seal_passes, seal_kibibytes;

/* A lock for a case that is new, and its keys. A case that is opened by files gets its key from them, so that
 * the same input under the same key file gives the same bytes; one that is opened by a passphrase draws it.
 * lock: way, passes and kibibytes are read, the rest is filled. */
enum bowline_status seal_lock_make(struct seal_lock *lock, const struct seal_secret *secret,
                                   struct seal_keys **out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same keys behind another lock. */
enum bowline_status seal_lock_change(struct seal_lock *lock, const struct seal_secret *secret,
                                     const struct seal_keys *keys,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* *out is NULL where the secret does not fit, which is no failure. Cost: Argon2id for a passphrase, else
 * microseconds. */
enum bowline_status seal_lock_open(const struct seal_lock *lock, const struct seal_secret *secret,
                                   struct seal_keys **out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

void seal_keys_free(struct seal_keys *keys); /* NULL allowed */

/* A new key file: one line of hex from the system's randomness. */
#define SEAL_FILE_BYTES 65 /* with its line end */
void seal_file_draw(char out[SEAL_FILE_BYTES]);

/* A secret for another purpose of the case, such as signing: 32 bytes, which the caller wipes. name: of the
 * purpose. */
void seal_derive(const struct seal_keys *keys, struct span name, unsigned char out[SEAL_KEY_BYTES]);

#endif
