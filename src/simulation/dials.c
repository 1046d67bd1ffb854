/* What a person sets. Shares and rates of the presets are assumed (docs/methods/simulation.md). */
#include "simulation/dials.h"

#include "base/span.h"
#include "simulation/gazetteer.h"
#include "simulation/lexicon.h"

#include <string.h>

enum { PERCENT_MOST = 100 };
enum { LANGUAGES_ALL = (1u << LANGUAGE_COUNT) - 1 };
enum { LANGUAGES_NEAR = 1u << LANGUAGE_EN | 1u << LANGUAGE_NL | 1u << LANGUAGE_FR | 1u << LANGUAGE_DE };

const char *const bowline_decoy_names[BOWLINE_DECOYS] = {
    "independent", "agency",      "shared-flat", "shared-driver", "safety-phone",       "touring",
    "copied-text", "boilerplate", "spam",        "hotline",       "reassigned-number",  "hotel-desk",
    "landlord",    "payroll",     "rent",        "family",        "business-traveller",
};

#define USUAL_DECOYS                                                                                         \
    {                                                                                                        \
        [BOWLINE_DECOY_INDEPENDENT] = 10000, [BOWLINE_DECOY_AGENCY] = 700,                                   \
        [BOWLINE_DECOY_SHARED_FLAT] = 700, [BOWLINE_DECOY_SHARED_DRIVER] = 300,                              \
        [BOWLINE_DECOY_SAFETY_PHONE] = 200, [BOWLINE_DECOY_TOURING] = 1000,                                  \
        [BOWLINE_DECOY_COPIED_TEXT] = 500, [BOWLINE_DECOY_BOILERPLATE] = 1250, [BOWLINE_DECOY_SPAM] = 200,   \
        [BOWLINE_DECOY_HOTLINE] = 1250, [BOWLINE_DECOY_REASSIGNED_NUMBER] = 400,                             \
        [BOWLINE_DECOY_HOTEL_DESK] = 1000, [BOWLINE_DECOY_LANDLORD] = 6000, [BOWLINE_DECOY_PAYROLL] = 7000,  \
        [BOWLINE_DECOY_RENT] = 2000, [BOWLINE_DECOY_FAMILY] = 8000, [BOWLINE_DECOY_BUSINESS_TRAVELLER] = 800 \
    }

/* More of those who look like rings. */
#define HARD_DECOYS                                                                                          \
    {                                                                                                        \
        [BOWLINE_DECOY_INDEPENDENT] = 10000, [BOWLINE_DECOY_AGENCY] = 800,                                   \
        [BOWLINE_DECOY_SHARED_FLAT] = 1200, [BOWLINE_DECOY_SHARED_DRIVER] = 800,                             \
        [BOWLINE_DECOY_SAFETY_PHONE] = 600, [BOWLINE_DECOY_TOURING] = 1500,                                  \
        [BOWLINE_DECOY_COPIED_TEXT] = 1000, [BOWLINE_DECOY_BOILERPLATE] = 2500, [BOWLINE_DECOY_SPAM] = 300,  \
        [BOWLINE_DECOY_HOTLINE] = 1250, [BOWLINE_DECOY_REASSIGNED_NUMBER] = 800,                             \
        [BOWLINE_DECOY_HOTEL_DESK] = 2000, [BOWLINE_DECOY_LANDLORD] = 6000, [BOWLINE_DECOY_PAYROLL] = 7000,  \
        [BOWLINE_DECOY_RENT] = 2000, [BOWLINE_DECOY_FAMILY] = 8000, [BOWLINE_DECOY_BUSINESS_TRAVELLER] = 800 \
    }

const struct bowline_simulation bowline_simulation_defaults = {
    .seed = 1,
    .ads = 10000,
    .stays = UINT32_MAX,
    .payments = UINT32_MAX,
    .calls = UINT32_MAX,
    .rings = 5,
    .months = 24,
    .languages = LANGUAGES_NEAR,
    .edits = 50,
    .reuse = 56,
    .decoys = USUAL_DECOYS,
};

static const struct preset {
    const char *name;
    struct bowline_simulation options;
} presets[] = {
    {"tiny",
     {.ads = 1500,
      .stays = UINT32_MAX,
      .payments = UINT32_MAX,
      .calls = UINT32_MAX,
      .rings = 2,
      .months = 18,
      .languages = LANGUAGES_NEAR,
      .edits = 50,
      .reuse = 56,
      .obfuscation = 10,
      .dirt = 1,
      .decoys = USUAL_DECOYS}},
    {"belgium",
     {.ads = 100000,
      .stays = UINT32_MAX,
      .payments = UINT32_MAX,
      .calls = UINT32_MAX,
      .rings = 1,
      .members = 25,
      .advertised = 24,
      .premises = 26,
      .centre = "Brussels",
      .months = 48,
      .languages = LANGUAGES_ALL,
      .edits = 60,
      .reuse = 45,
      .obfuscation = 15,
      .dirt = 2,
      .decoys = USUAL_DECOYS}},
    {"hard",
     {.ads = 10000,
      .stays = UINT32_MAX,
      .payments = UINT32_MAX,
      .calls = UINT32_MAX,
      .rings = UINT32_MAX,
      .months = 24,
      .languages = LANGUAGES_ALL,
      .edits = 85,
      .reuse = 30,
      .obfuscation = 35,
      .dirt = 6,
      .decoys = HARD_DECOYS}},
};

enum bowline_status dials_preset(struct bowline_simulation *options, const char *name,
                                 struct bowline_error *err)
{
    for (size_t i = 0; i < sizeof presets / sizeof *presets; i++)
        if (strcmp(presets[i].name, name) == 0) {
            uint64_t seed = options->seed;
            *options = presets[i].options;
            options->seed = seed;
            return BOWLINE_OK;
        }
    return error_set(err, BOWLINE_ERROR_ARGUMENT, "there is no preset \"%s\"; there are tiny, belgium, hard",
                     name);
}

/* The next item of a list with commas. */
static bool next_item(const char **at, struct span *item)
{
    if (!**at)
        return false;
    item->at = *at;
    item->length = strcspn(*at, ",");
    *at += item->length;
    *at += **at == ',';
    return true;
}

static bool span_is(struct span s, const char *text)
{
    return span_equal(s, span_of(text));
}

/* "0.07" is 700: at most four digits behind the point, at most 1. */
static bool share_parse(struct span text, uint16_t *share)
{
    uint32_t value = 0;
    uint32_t scale = 0; /* digits may follow, worth scale */
    if (!text.length || text.at[0] < '0' || text.at[0] > '1')
        return false;
    value = (uint32_t)(text.at[0] - '0') * BOWLINE_SHARE_ONE;
    if (text.length > 1 && (text.at[1] != '.' || text.length > 6 || text.length < 3))
        return false;
    scale = BOWLINE_SHARE_ONE;
    for (size_t i = 2; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        scale /= 10;
        value += (uint32_t)(text.at[i] - '0') * scale;
    }
    *share = (uint16_t)value;
    return value <= BOWLINE_SHARE_ONE;
}

static enum bowline_status take_decoy(struct bowline_simulation *options, struct span item,
                                      struct bowline_error *err)
{
    const char *equals = memchr(item.at, '=', item.length);
    struct span name = {item.at, equals ? (size_t)(equals - item.at) : item.length};
    struct span text = {item.at + name.length + 1, equals ? item.length - name.length - 1 : 0};
    uint16_t share = 0;
    bool known = false;
    if (!equals || !share_parse(text, &share))
        return error_set(err, BOWLINE_ERROR_ARGUMENT,
                         "decoys are written NAME=SHARE, a share from 0 to 1 such as 0.07; not \"%.*s\"",
                         (int)item.length, item.at);
    for (int i = 0; i < BOWLINE_DECOYS; i++)
        if (span_is(name, bowline_decoy_names[i]) || span_is(name, "all")) {
            options->decoys[i] = share;
            known = true;
        }
    if (known)
        return BOWLINE_OK;
    return error_set(err, BOWLINE_ERROR_ARGUMENT, "there is no decoy \"%.*s\"", (int)name.length, name.at);
}

enum bowline_status dials_decoys(struct bowline_simulation *options, const char *text,
                                 struct bowline_error *err)
{
    enum bowline_status status = BOWLINE_OK;
    struct span item;
    while (status == BOWLINE_OK && next_item(&text, &item))
        status = take_decoy(options, item, err);
    return status;
}

enum bowline_status dials_languages(struct bowline_simulation *options, const char *text,
                                    struct bowline_error *err)
{
    uint32_t taken = 0;
    struct span item;
    while (next_item(&text, &item)) {
        uint32_t before = taken;
        for (unsigned i = 0; i < LANGUAGE_COUNT; i++)
            if (span_is(item, lexicon_of(i)->language) || span_is(item, "all"))
                taken |= 1u << i;
        if (taken == before)
            return error_set(
                err, BOWLINE_ERROR_ARGUMENT,
                "there is no language \"%.*s\", or it is named twice; there are en nl fr de es it "
                "pt ro zh ja ru",
                (int)item.length, item.at);
    }
    if (!taken)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "a world has one language at least");
    options->languages = taken;
    return BOWLINE_OK;
}

static uint32_t number_or(uint32_t given, uint32_t otherwise)
{
    return given == UINT32_MAX ? otherwise : given;
}

struct limit {
    const char *what;
    uint32_t value, least, most;
    bool may_be_open; /* 0 is allowed */
};

static enum bowline_status check_limits(const struct bowline_simulation *o, struct bowline_error *err)
{
    enum { ROWS_MOST = 20000000, RINGS_MOST = 10000 };
    const struct limit limits[] = {
        {"ads", o->ads, 0, ROWS_MOST, true},
        {"stays", o->stays, 0, ROWS_MOST, true},
        {"payments", o->payments, 0, ROWS_MOST, true},
        {"calls", o->calls, 0, ROWS_MOST, true},
        {"rings", o->rings, 0, RINGS_MOST, true},
        {"members of a ring", o->members, 2, 60, true},
        {"advertised people of a ring", o->advertised, 1, 200, true},
        {"premises of a ring", o->premises, 1, 60, true},
        {"months", o->months, 2, 120, false},
        {"languages", o->languages, 1, LANGUAGES_ALL, false},
        {"percent of edits", o->edits, 0, PERCENT_MOST, true},
        {"percent of reuse", o->reuse, 0, PERCENT_MOST, true},
        {"percent of obfuscation", o->obfuscation, 0, PERCENT_MOST, true},
        {"percent of dirt", o->dirt, 0, PERCENT_MOST, true},
    };
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        const struct limit *l = &limits[i];
        if ((l->value < l->least || l->value > l->most) && !(l->may_be_open && l->value == 0))
            return error_set(err, BOWLINE_ERROR_ARGUMENT, "a simulated case has %u to %u %s, not %u",
                             l->least, l->most, l->what, l->value);
    }
    return BOWLINE_OK;
}

enum bowline_status dials_settle(struct bowline_simulation *options, struct bowline_error *err)
{
    struct bowline_simulation *o = options;
    o->stays = number_or(o->stays, o->ads / 5);
    o->payments = number_or(o->payments, o->ads / 2);
    o->calls = number_or(o->calls, o->ads / 5);
    o->rings = number_or(o->rings, o->ads / 1000 + (o->ads > 0 && o->ads < 1000));
    for (int i = 0; i < BOWLINE_DECOYS; i++)
        if (o->decoys[i] > BOWLINE_SHARE_ONE)
            return error_set(err, BOWLINE_ERROR_ARGUMENT, "the share of decoy %s is above 1",
                             bowline_decoy_names[i]);
    if (o->centre && place_find(o->centre) == PLACE_COUNT)
        return error_set(err, BOWLINE_ERROR_ARGUMENT, "the world has no town \"%s\"", o->centre);
    return check_limits(o, err);
}
