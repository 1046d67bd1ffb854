/* Finding what opens a case. */
#include "store/key_ring.h"

#include "store/key_file.h"

#include <dirent.h>
#include <sodium.h>
#include <stdio.h>

enum { MOST_PATH = 4096, MOST_TRIES = 3, LEAST_PASSPHRASE = 8 };

static struct bowline_keys keys_in_use;

void bowline_use_keys(const struct bowline_keys *keys)
{
    keys_in_use = keys ? *keys : (struct bowline_keys){0};
}

const struct bowline_keys *key_ring(void)
{
    return &keys_in_use;
}

static void secret_release(struct seal_secret *secret)
{
    key_file_free(secret->first);
    key_file_free(secret->second);
    *secret = (struct seal_secret){{NULL, 0}, {NULL, 0}};
}

static enum bowline_status name_of(const char *case_path, char out[MOST_PATH], struct bowline_error *err)
{
    int length = snprintf(out, MOST_PATH, "%s.key", case_path);
    return length < MOST_PATH ? BOWLINE_OK
                              : error_set(err, BOWLINE_ERROR_ARGUMENT, "%s: too long a name", case_path);
}

/* What a person answers, in memory of its own; length 0 where nothing is. */
static enum bowline_status ask(const struct bowline_keys *keys, const char *case_path, bool is_new,
                               struct span *out, struct bowline_error *err)
{
    char *typed = sodium_init() < 0 ? NULL : sodium_malloc(BOWLINE_PASSPHRASE_MOST);
    if (!typed)
        return error_memory(err);
    typed[0] = '\0';
    bool is_given = keys->ask(keys->context, case_path, is_new, typed);
    *out = (struct span){typed, is_given ? strnlen(typed, BOWLINE_PASSPHRASE_MOST - 1) : 0};
    return BOWLINE_OK;
}

/* The bytes of a key file, which is made where there is none. */
static enum bowline_status read_or_make(const struct bowline_keys *keys, const char *path, struct span *out,
                                        struct bowline_error *err)
{
    enum bowline_status status = key_file_read(path, out, err);
    if (status != BOWLINE_ERROR_NOT_FOUND)
        return status;
    status = key_file_make(path, err);
    if (status == BOWLINE_OK)
        status = key_file_read(path, out, err);
    if (status == BOWLINE_OK && keys->say) {
        char sentence[MOST_PATH + 200];
        snprintf(sentence, sizeof sentence,
                 "made the key file %s: without it nobody can read the case, with it anybody can; keep a "
                 "copy elsewhere",
                 path);
        keys->say(keys->context, sentence);
    }
    return status;
}

static enum bowline_status take_files(const struct bowline_keys *keys, const char *first,
                                      struct seal_secret *out, enum seal_way *way, struct bowline_error *err)
{
    enum bowline_status status = read_or_make(keys, first, &out->first, err);
    *way = keys->second_key_file ? SEAL_BY_TWO_FILES : SEAL_BY_FILE;
    if (status == BOWLINE_OK && keys->second_key_file)
        status = read_or_make(keys, keys->second_key_file, &out->second, err);
    if (status == BOWLINE_OK && keys->second_key_file && span_equal(out->first, out->second))
        status = error_set(err, BOWLINE_ERROR_KEY, "%s and %s are one key: two people need two", first,
                           keys->second_key_file);
    return status;
}

/* What a new lock is to be opened with. */
static enum bowline_status take_new(const struct bowline_keys *keys, const char *case_path,
                                    struct seal_secret *out, enum seal_way *way, struct bowline_error *err)
{
    char beside[MOST_PATH];
    enum bowline_status status = name_of(case_path, beside, err);
    *way = SEAL_BY_PASSPHRASE;
    if (status != BOWLINE_OK)
        return status;
    if (keys->passphrase_file)
        status = key_file_read_line(keys->passphrase_file, &out->first, err);
    else if (!keys->key_file && !keys->second_key_file && keys->ask)
        status = ask(keys, case_path, true, &out->first, err);
    if (status != BOWLINE_OK || out->first.length == 0) {
        key_file_free(out->first);
        out->first = (struct span){NULL, 0};
        return status == BOWLINE_OK
                   ? take_files(keys, keys->key_file ? keys->key_file : beside, out, way, err)
                   : status;
    }
    return out->first.length >= LEAST_PASSPHRASE
               ? BOWLINE_OK
               : error_set(err, BOWLINE_ERROR_KEY, "too short a passphrase: it needs %d characters",
                           LEAST_PASSPHRASE);
}

static struct seal_lock new_lock(const struct bowline_keys *keys, enum seal_way way)
{
    return (struct seal_lock){.way = way,
                              .passes = keys->passes ? keys->passes : seal_passes,
                              .kibibytes = keys->kibibytes ? keys->kibibytes : seal_kibibytes};
}

enum bowline_status key_ring_make(const struct bowline_keys *keys, const char *case_path,
                                  struct seal_lock *lock, struct seal_keys **out, struct bowline_error *err)
{
    struct seal_secret secret = {{NULL, 0}, {NULL, 0}};
    enum seal_way way;
    *out = NULL;
    enum bowline_status status = take_new(keys, case_path, &secret, &way, err);
    if (status == BOWLINE_OK) {
        *lock = new_lock(keys, way);
        status = seal_lock_make(lock, &secret, out, err);
    }
    secret_release(&secret);
    return status;
}

enum bowline_status key_ring_change(const struct bowline_keys *keys, const char *case_path,
                                    struct seal_lock *lock, const struct seal_keys *open,
                                    struct bowline_error *err)
{
    struct seal_secret secret = {{NULL, 0}, {NULL, 0}};
    enum seal_way way;
    enum bowline_status status = take_new(keys, case_path, &secret, &way, err);
    if (status == BOWLINE_OK) {
        *lock = new_lock(keys, way);
        status = seal_lock_change(lock, &secret, open, err);
    }
    secret_release(&secret);
    return status;
}

/* Puts *out where the file opens the lock; one that cannot be read does not. */
static enum bowline_status try_file(const char *path, const struct seal_lock *lock, struct seal_keys **out,
                                    struct bowline_error *err)
{
    struct seal_secret secret = {{NULL, 0}, {NULL, 0}};
    if (key_file_read(path, &secret.first, NULL) != BOWLINE_OK)
        return BOWLINE_OK;
    enum bowline_status status = seal_lock_open(lock, &secret, out, err);
    secret_release(&secret);
    return status;
}

/* A case that was renamed, or copied within its folder, finds its key. */
static enum bowline_status try_folder(const char *case_path, const struct seal_lock *lock,
                                      struct seal_keys **out, struct bowline_error *err)
{
    char path[MOST_PATH];
    const char *slash = strrchr(case_path, '/');
    int length = slash ? (int)(slash - case_path) + 1 : 0;
    if (snprintf(path, sizeof path, "%.*s.", length, case_path) >= (int)sizeof path)
        return BOWLINE_OK;
    DIR *folder = opendir(path);
    enum bowline_status status = BOWLINE_OK;
    for (struct dirent *each; folder && !*out && status == BOWLINE_OK && (each = readdir(folder));) {
        size_t name = strlen(each->d_name);
        if (name > 4 && strcmp(each->d_name + name - 4, ".key") == 0 &&
            snprintf(path, sizeof path, "%.*s%s", length, case_path, each->d_name) < (int)sizeof path)
            status = try_file(path, lock, out, err);
    }
    if (folder)
        closedir(folder);
    return status;
}

static enum bowline_status open_beside(const char *case_path, const struct seal_lock *lock,
                                       struct seal_keys **out, struct bowline_error *err)
{
    char beside[MOST_PATH];
    enum bowline_status status = name_of(case_path, beside, err);
    if (status == BOWLINE_OK)
        status = try_file(beside, lock, out, err);
    if (status == BOWLINE_OK && !*out)
        status = try_folder(case_path, lock, out, err);
    if (status != BOWLINE_OK || *out)
        return status;
    return error_set(
        err, BOWLINE_ERROR_KEY,
        "%s is sealed and its key is not beside it: neither %s nor another *.key file there opens it; "
        "give its key with --key-file",
        case_path, beside);
}

static enum bowline_status open_with_files(const struct bowline_keys *keys, const char *case_path,
                                           const struct seal_lock *lock, struct seal_keys **out,
                                           struct bowline_error *err)
{
    struct seal_secret secret = {{NULL, 0}, {NULL, 0}};
    bool is_double = lock->way == SEAL_BY_TWO_FILES;
    if (is_double && (!keys->key_file || !keys->second_key_file))
        return error_set(
            err, BOWLINE_ERROR_KEY,
            "%s is sealed with two keys, of two people: give both, with --key-file and --second-key-file",
            case_path);
    enum bowline_status status = key_file_read(keys->key_file, &secret.first, err);
    if (status == BOWLINE_OK && is_double)
        status = key_file_read(keys->second_key_file, &secret.second, err);
    if (status == BOWLINE_OK)
        status = seal_lock_open(lock, &secret, out, err);
    secret_release(&secret);
    if (status == BOWLINE_OK && !*out)
        status = error_set(err, BOWLINE_ERROR_KEY, "%s: %s%s%s not open it: it is the key of another case",
                           case_path, keys->key_file, is_double ? " and " : "",
                           is_double ? keys->second_key_file : "");
    return status;
}

static enum bowline_status open_with_words(const struct bowline_keys *keys, const char *case_path,
                                           const struct seal_lock *lock, struct seal_keys **out,
                                           struct bowline_error *err)
{
    enum bowline_status status = BOWLINE_OK;
    int tries = keys->passphrase_file ? 1 : keys->ask ? MOST_TRIES : 0;
    bool is_given = tries > 0;
    for (int i = 0; i < tries && is_given && !*out && status == BOWLINE_OK; i++) {
        struct seal_secret secret = {{NULL, 0}, {NULL, 0}};
        status = keys->passphrase_file ? key_file_read_line(keys->passphrase_file, &secret.first, err)
                                       : ask(keys, case_path, false, &secret.first, err);
        is_given = secret.first.length > 0;
        if (status == BOWLINE_OK && is_given)
            status = seal_lock_open(lock, &secret, out, err);
        secret_release(&secret);
    }
    if (status != BOWLINE_OK || *out)
        return status;
    return is_given
               ? error_set(err, BOWLINE_ERROR_KEY, "%s: the passphrase is wrong", case_path)
               : error_set(
                     err, BOWLINE_ERROR_KEY,
                     "%s is sealed with a passphrase: run this on a terminal, or give the passphrase's file "
                     "with --passphrase-file",
                     case_path);
}

enum bowline_status key_ring_open(const char *case_path, const struct seal_lock *lock, struct seal_keys **out,
                                  struct bowline_error *err)
{
    const struct bowline_keys *keys = key_ring();
    *out = NULL;
    if (lock->way == SEAL_BY_PASSPHRASE)
        return open_with_words(keys, case_path, lock, out, err);
    return keys->key_file || lock->way == SEAL_BY_TWO_FILES ? open_with_files(keys, case_path, lock, out, err)
                                                            : open_beside(case_path, lock, out, err);
}
