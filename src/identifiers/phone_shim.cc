// The only C++ of Bowline: libphonenumber behind a C interface. No exception leaves this file.
#include "identifiers/phone_shim.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonemetadata.pb.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <new>
#include <string>

// The metadata that the library holds, as it holds it: exported, but in no header that is installed.
namespace i18n
{
namespace phonenumbers
{
int metadata_size();
const void *metadata_get();
} // namespace phonenumbers
} // namespace i18n

using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneMetadataCollection;
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

const PhoneMetadataCollection &metadata()
{
    static const PhoneMetadataCollection collection = [] {
        PhoneMetadataCollection all;
        all.ParseFromArray(i18n::phonenumbers::metadata_get(), i18n::phonenumbers::metadata_size());
        return all;
    }();
    return collection;
}

// The main region of the code comes first, the others in the order of the metadata, as the library tries
// them.
const PhoneMetadata *nth_region(int calling_code, unsigned index)
{
    unsigned seen = 0;
    for (bool is_main : {true, false})
        for (const PhoneMetadata &region : metadata().metadata())
            if (region.country_code() == calling_code && region.main_country_for_code() == is_main &&
                seen++ == index)
                return &region;
    return nullptr;
}

void describe(const PhoneMetadata &region, phone_patterns *out)
{
    const i18n::phonenumbers::PhoneNumberDesc *const kinds[PHONE_KINDS] = {
        &region.general_desc(), &region.mobile(),      &region.fixed_line(), &region.toll_free(),
        &region.premium_rate(), &region.shared_cost(), &region.voip(),       &region.personal_number(),
        &region.pager(),        &region.uan(),         &region.voicemail()};
    *out = phone_patterns();
    out->leading_digits = region.has_leading_digits() ? region.leading_digits().c_str() : nullptr;
    for (unsigned i = 0; i < PHONE_KINDS; i++) {
        out->kinds[i].pattern = kinds[i]->national_number_pattern().c_str();
        for (int length : kinds[i]->possible_length())
            out->kinds[i].lengths |= length > 0 && length < 32 ? 1u << length : 1u << 31;
    }
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

bool phone_shim_patterns(unsigned calling_code, unsigned index, struct phone_patterns *out)
{
    try {
        const PhoneMetadata *region = nth_region(static_cast<int>(calling_code), index);
        if (region)
            describe(*region, out);
        return region != nullptr;
    } catch (...) {
        return false;
    }
}

bool phone_shim_example(const char *region, unsigned kind, char e164[PHONE_E164_SIZE])
{
    static const PhoneNumberUtil::PhoneNumberType types[PHONE_KINDS] = {
        PhoneNumberUtil::FIXED_LINE, PhoneNumberUtil::MOBILE,          PhoneNumberUtil::FIXED_LINE_OR_MOBILE,
        PhoneNumberUtil::TOLL_FREE,  PhoneNumberUtil::PREMIUM_RATE,    PhoneNumberUtil::SHARED_COST,
        PhoneNumberUtil::VOIP,       PhoneNumberUtil::PERSONAL_NUMBER, PhoneNumberUtil::PAGER,
        PhoneNumberUtil::UAN,        PhoneNumberUtil::VOICEMAIL};
    try {
        const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        PhoneNumber number;
        std::string text;
        if (!util.GetExampleNumberForType(region, types[kind], &number))
            return false;
        util.Format(number, PhoneNumberUtil::E164, &text);
        if (text.size() >= PHONE_E164_SIZE)
            return false;
        std::memcpy(e164, text.c_str(), text.size() + 1);
        return true;
    } catch (...) {
        return false;
    }
}

void phone_shim_ask(const char *number, const char *region, struct phone_answer *out)
{
    *out = phone_answer();
    try {
        ask(number, region, out);
    } catch (...) {
        *out = phone_answer();
    }
}
