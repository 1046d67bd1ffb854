/* Lengths and calling codes, and a cache of answers. */
#include "identifiers/phone_plan.h"

#include "base/hash.h"
#include "base/memory.h"

#include <assert.h>

#define CACHE_SLOTS 131072u /* a power of two; untouched ones cost no memory */
#define CACHE_WAYS  4u      /* slots in which a number may stand */
#define KEY_SIZE    22      /* 18 characters, the region, zeros */

struct cache_slot {
    char key[KEY_SIZE];
    struct phone_answer answer;
};

struct phone_cache {
    struct phone_answer plain; /* the last that did not need the library */
    struct cache_slot slots[CACHE_SLOTS];
};

enum bowline_status phone_plan_init(struct phone_plan *plan, struct bowline_error *err)
{
    *plan = (struct phone_plan){0};
    if (!phone_shim_start())
        return error_set(
            err, BOWLINE_ERROR_IO,
            "libphonenumber did not start: its metadata is missing or damaged; install it again");
    for (unsigned code = 1; code < 1000; code++)
        plan->lengths[code] = phone_shim_lengths(code);
    for (unsigned i = 0; i < 676; i++) {
        char region[3] = {(char)('A' + i / 26), (char)('A' + i % 26), 0};
        phone_shim_region(region, &plan->regions[i]);
    }
    return phone_rules_init(&plan->rules) ? BOWLINE_OK : error_memory(err);
}

void phone_plan_release(struct phone_plan *plan)
{
    phone_rules_release(&plan->rules);
}

const struct phone_region *phone_plan_region(const struct phone_plan *plan, const char *region)
{
    if (region[0] < 'A' || region[0] > 'Z' || region[1] < 'A' || region[1] > 'Z')
        return NULL;
    const struct phone_region *found = &plan->regions[(region[0] - 'A') * 26 + region[1] - 'A'];
    return found->calling_code ? found : NULL;
}

unsigned phone_plan_code_length(const char *digits, unsigned count)
{
    /* For each first digit: the second digits of the calling codes that have two digits. */
    static const char *const two[10] = {"",         "",        "07", "0123469", "013456789",
                                        "12345678", "0123456", "",   "1246",    "0123458"};
    if (count < 2 || digits[0] == '0')
        return 0;
    if (digits[0] == '1' || digits[0] == '7')
        return 1;
    if (strchr(two[digits[0] - '0'], digits[1]))
        return 2;
    return count < 3 ? 0 : 3;
}

bool phone_plan_is_possible(const struct phone_plan *plan, const char *digits, unsigned count)
{
    unsigned code_length = phone_plan_code_length(digits, count);
    if (code_length == 0 || count - code_length > 17)
        return false;
    unsigned code = 0;
    for (unsigned i = 0; i < code_length; i++)
        code = code * 10 + (unsigned)(digits[i] - '0');
    /* A trunk zero may stand after the code: +32 0470 ... */
    unsigned rest = count - code_length;
    unsigned zero = digits[code_length] == '0';
    return plan->lengths[code] >> rest & 1 || (zero && plan->lengths[code] >> (rest - 1) & 1);
}

struct phone_cache *phone_cache_new(void)
{
    return memory_new(1, sizeof(struct phone_cache));
}

void phone_cache_free(struct phone_cache *cache)
{
    memory_free(cache);
}

const struct phone_answer *phone_cache_ask(struct phone_cache *cache, const struct phone_plan *plan,
                                           const char *number, const char *region)
{
    if (phone_rules_ask(&plan->rules, plan->lengths, number, region, &cache->plain))
        return &cache->plain;
    char key[KEY_SIZE] = {0};
    size_t length = strlen(number);
    assert(length > 0 && length <= 18 && strlen(region) <= 2);
    memcpy(key, number, length);
    memcpy(key + 19, region, strlen(region));
    size_t home = hash_bytes(key, sizeof key, 0) % CACHE_SLOTS;
    struct cache_slot *slot = &cache->slots[home];
    for (unsigned way = 0; way < CACHE_WAYS; way++) {
        struct cache_slot *now = &cache->slots[(home + way) % CACHE_SLOTS];
        if (memcmp(now->key, key, sizeof key) == 0)
            return &now->answer;
        if (now->key[0] == 0) {
            slot = now;
            break;
        }
    }
    phone_shim_ask(number, region, &slot->answer);
    memcpy(slot->key, key, sizeof key);
    return &slot->answer;
}
