/* Sealed cases: what opens them. A case is sealed when it is made, unless that is refused aloud; every
 * function that opens one then looks here for its key (docs/methods/sealing.md). */
#ifndef BOWLINE_KEY_H
#define BOWLINE_KEY_H

#include <bowline/error.h>
#include <bowline/run.h>

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define BOWLINE_PASSPHRASE_MOST 1024 /* bytes, with the closing zero */

/* Asks a person for the passphrase of a case; is_new: for one to be made, and then none, or an empty one,
 * means a key file. False: none was given. */
typedef bool bowline_ask_function(void *context, const char *case_path, bool is_new,
                                  char passphrase[BOWLINE_PASSPHRASE_MOST]);

/* Told of a key file that was made, in one sentence. */
typedef void bowline_say_function(void *context, const char *sentence);

struct bowline_keys {
    const char *key_file;        /* NULL: CASE.key, or another file *.key beside the case that fits */
    const char *second_key_file; /* of the two-person rule: both open the case together; NULL: none */
    const char *passphrase_file; /* its first line is the passphrase; NULL: ask */
    bool unsealed;               /* a case that is made is not sealed */
    uint32_t passes, kibibytes;  /* of Argon2id, for a passphrase that is set; 0: 3 over 256 MiB */
    bowline_ask_function *ask;   /* NULL: nobody can be asked */
    bowline_say_function *say;   /* NULL: nobody is told */
    void *context;
};

/* What all cases are opened and made with from now on, in the whole program. NULL: key files beside the
 * cases. What it points to must stay. Call it while no other thread opens a case. */
void bowline_use_keys(const struct bowline_keys *keys);

/* Puts another lock on a sealed case, which is opened with the keys in use: a passphrase, a key file or two,
 * as `lock` says. What stands in the case stays as it is sealed. json: as of bowline_case_lock. */
enum bowline_status bowline_case_relock(const char *case_path, const struct bowline_keys *lock,
                                        struct bowline_text *json,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* How the case is opened: {"case", "sealed", "way", "passes", "kibibytes"}. Needs no key. */
enum bowline_status bowline_case_lock(const char *case_path, struct bowline_text *json,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
