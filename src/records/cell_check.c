/* Whether a cell holds what its column says. */
#include "records/cell_check.h"

#include "base/decimal.h"
#include "records/dates.h"
#include "records/marking.h"

static const char *check_degrees(struct span value, double most, const char *reason)
{
    double degrees;
    return decimal_parse(value, &degrees) && degrees >= -most && degrees <= most ? NULL : reason;
}

static bool are_letters(struct span value, size_t count)
{
    if (value.length != count)
        return false;
    for (size_t i = 0; i < count; i++) {
        unsigned char lower = (unsigned char)value.at[i] | 32;
        if (lower < 'a' || lower > 'z')
            return false;
    }
    return true;
}

static const char *const categories[CATEGORY_COUNT] = {[CATEGORY_SUSPECT] = "suspect",
                                                       [CATEGORY_CONVICTED] = "convicted",
                                                       [CATEGORY_POSSIBLE_VICTIM] = "possible-victim",
                                                       [CATEGORY_WITNESS] = "witness",
                                                       [CATEGORY_OTHER] = "other"};

static bool means_word(struct span value, const char *word)
{
    if (value.length != strlen(word))
        return false;
    for (size_t i = 0; i < value.length; i++) {
        char c = value.at[i] == ' ' || value.at[i] == '_' ? '-' : value.at[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c | 32);
        if (c != word[i])
            return false;
    }
    return true;
}

enum category category_find(struct span value)
{
    unsigned c = 0;
    while (c < CATEGORY_COUNT && !means_word(value, categories[c]))
        c++;
    return (enum category)c;
}

const char *category_name(enum category category)
{
    return categories[category];
}

static const char *check_number(struct span value, double least, const char *reason)
{
    double number;
    return decimal_parse(value, &number) && number >= least ? NULL : reason;
}

const char *cell_check(struct span value, enum column_type type)
{
    struct marking marking;
    switch (type) {
    case TYPE_LAT: return check_degrees(value, 90, "not a latitude: degrees from -90 to 90, such as 51.21");
    case TYPE_LON:
        return check_degrees(value, 180, "not a longitude: degrees from -180 to 180, such as 4.40");
    case TYPE_COUNTRY: return are_letters(value, 2) ? NULL : "not a country: two letters, such as BE";
    case TYPE_CURRENCY: return are_letters(value, 3) ? NULL : "not a currency: three letters, such as EUR";
    case TYPE_AMOUNT:
        return check_number(value, -1e18, "not an amount: digits with a point or a comma, such as 450.00");
    case TYPE_DURATION: return check_number(value, 0, "not a duration: seconds, such as 340");
    case TYPE_CATEGORY:
        return category_find(value) < CATEGORY_COUNT
                   ? NULL
                   : "not a category: suspect, convicted, possible-victim, witness or other";
    case TYPE_BORN: return date_check_born(value);
    case TYPE_GRADE: return grade_parse(value, &marking);
    case TYPE_HANDLING: return handling_parse(value, &marking);
    default: return NULL;
    }
}

bool type_is_number(enum column_type type)
{
    return type == TYPE_AMOUNT || type == TYPE_DURATION || type == TYPE_LAT || type == TYPE_LON;
}

const char *cell_check_number(struct span value, enum column_type type, const char *decimal_char,
                              char room[NUMBER_SIZE], struct span *plain)
{
    char sign = decimal_char ? decimal_char[0] : '\0';
    bool is_degrees = type == TYPE_LAT || type == TYPE_LON;
    /* Degrees have no thousands. */
    if (!sign && is_degrees && memchr(value.at, ',', value.length) && !memchr(value.at, '.', value.length))
        sign = ',';
    enum number_result result = number_read(value, sign, room, plain);
    if (result == NUMBER_DOUBTFUL)
        return "could be two numbers, as 1,234 could: say decimalChar of the field in the data package";
    return cell_check(result == NUMBER_READ ? *plain : value, type);
}
