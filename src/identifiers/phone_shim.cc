// The only C++ of Bowline: libphonenumber behind a C interface. No exception leaves this file.
#include "identifiers/phone_shim.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <new>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace
{

uint8_t verdict_of_error(PhoneNumberUtil::ErrorType error)
{
    switch (error) {
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return PHONE_UNKNOWN_COUNTRY;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN: return PHONE_TOO_LONG;
    default: return PHONE_NONE;
    }
}

uint8_t verdict_of_number(const PhoneNumberUtil &util, const PhoneNumber &number)
{
    if (util.IsValidNumber(number))
        return PHONE_VALID;
    switch (util.IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::IS_POSSIBLE: return PHONE_POSSIBLE;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return PHONE_UNKNOWN_COUNTRY;
    case PhoneNumberUtil::TOO_LONG: return PHONE_TOO_LONG;
    default: return PHONE_TOO_SHORT;
    }
}

// Plans in which a national number without the digit `slow` in front is just calling code and digits, so that
// the library's parser, which is most of the cost, has nothing to strip. A test compares both ways.
const struct plain_plan {
    const char *code, *region;
    int calling_code;
    char slow;
    bool has_trunk; // a leading 0 is dialled inside the country
} plain_plans[] = {
    {"1", "US", 1, '1', false},    {"30", "GR", 30, '0', false},   {"31", "NL", 31, '0', true},
    {"32", "BE", 32, '0', true},   {"33", "FR", 33, '0', true},    {"34", "ES", 34, '0', false},
    {"39", "IT", 39, '0', false},  {"40", "RO", 40, '0', true},    {"41", "CH", 41, '0', true},
    {"43", "AT", 43, '0', true},   {"44", "GB", 44, '0', true},    {"45", "DK", 45, '0', false},
    {"46", "SE", 46, '0', true},   {"47", "NO", 47, '0', false},   {"48", "PL", 48, '0', false},
    {"49", "DE", 49, '0', true},   {"351", "PT", 351, '0', false}, {"353", "IE", 353, '0', true},
    {"359", "BG", 359, '0', true}, {"420", "CZ", 420, '0', false}, {"421", "SK", 421, '0', true},
};

// Where the national digits of the text begin under that plan, or NULL.
const char *national_of(const plain_plan &plan, const char *text, const char *region)
{
    size_t length = std::strlen(plan.code);
    if (text[0] == '+')
        return std::strncmp(text + 1, plan.code, length) == 0 ? text + 1 + length : nullptr;
    if (std::strcmp(plan.region, region) != 0 || (plan.has_trunk && text[0] != '0'))
        return nullptr;
    return text + plan.has_trunk;
}

bool take_plain(const plain_plan &plan, const char *national, phone_answer *out)
{
    PhoneNumber number;
    uint64_t value = 0;
    size_t length = std::strlen(national);
    if (length < 5 || length > 14 || national[0] == plan.slow || national[0] == '0')
        return false;
    for (size_t i = 0; i < length; i++)
        value = value * 10 + static_cast<unsigned>(national[i] - '0');
    number.set_country_code(plan.calling_code);
    number.set_national_number(value);
    if (!PhoneNumberUtil::GetInstance()->IsValidNumberForRegion(number, plan.region))
        return false;
    out->verdict = PHONE_VALID;
    std::string e164 = std::string("+") + plan.code + national;
    std::memcpy(out->e164, e164.c_str(), e164.size() + 1);
    return true;
}

// True where the number is valid under a plain plan; the parser decides about the rest.
bool ask_plainly(const char *text, const char *region, phone_answer *out)
{
    for (const plain_plan &plan : plain_plans) {
        const char *national = national_of(plan, text, region);
        if (national)
            return take_plain(plan, national, out);
    }
    return false;
}

void ask(const char *text, const char *region, phone_answer *out)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    PhoneNumberUtil::ErrorType error = util.Parse(text, region[0] ? region : "ZZ", &number);
    if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
        out->verdict = verdict_of_error(error);
        return;
    }
    out->verdict = verdict_of_number(util, number);
    if (out->verdict < PHONE_POSSIBLE)
        return;
    std::string e164;
    util.Format(number, PhoneNumberUtil::E164, &e164);
    if (e164.size() >= sizeof out->e164)
        out->verdict = PHONE_TOO_LONG;
    else
        std::memcpy(out->e164, e164.c_str(), e164.size() + 1);
}

uint32_t lengths_of(int calling_code)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    std::string region;
    util.GetRegionCodeForCountryCode(calling_code, &region);
    if (region == "ZZ")
        return 0;
    uint32_t lengths = 0;
    uint64_t national = 1000;
    for (unsigned n = 4; n <= 17; n++, national *= 10) {
        PhoneNumber number;
        number.set_country_code(calling_code);
        number.set_national_number(national);
        if (util.IsPossibleNumberWithReason(number) == PhoneNumberUtil::IS_POSSIBLE)
            lengths |= 1u << n;
    }
    return lengths;
}

bool start()
{
    static i18n::phonenumbers::NullLogger silence;
    bool is_loaded = PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion("BE") == 32;
    // After GetInstance, which sets a logger that writes to standard output.
    i18n::phonenumbers::Logger::set_logger_impl(&silence);
    return is_loaded;
}

} // namespace

bool phone_shim_start(void)
{
    try {
        static const bool started = start();
        return started;
    } catch (...) {
        return false;
    }
}

bool phone_shim_region(const char *region, struct phone_region *out)
{
    *out = phone_region();
    try {
        const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        int calling_code = util.GetCountryCodeForRegion(region);
        if (calling_code <= 0)
            return false;
        std::string trunk;
        util.GetNddPrefixForRegion(region, true, &trunk);
        if (trunk.size() < sizeof out->trunk)
            std::memcpy(out->trunk, trunk.c_str(), trunk.size() + 1);
        out->calling_code = static_cast<uint16_t>(calling_code);
        return true;
    } catch (...) {
        return false;
    }
}

uint32_t phone_shim_lengths(unsigned calling_code)
{
    try {
        return lengths_of(static_cast<int>(calling_code));
    } catch (...) {
        return 0;
    }
}

void phone_shim_ask(const char *number, const char *region, struct phone_answer *out)
{
    *out = phone_answer();
    try {
        if (!ask_plainly(number, region, out))
            ask(number, region, out);
    } catch (...) {
        *out = phone_answer();
    }
}

void phone_shim_ask_parser(const char *number, const char *region, struct phone_answer *out)
{
    *out = phone_answer();
    try {
        ask(number, region, out);
    } catch (...) {
        *out = phone_answer();
    }
}
