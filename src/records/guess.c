/* What a table may be: a column's name proposes, its values must agree. */
#include "records/guess.h"

#include "base/memory.h"
#include "records/cell_check.h"
#include "records/dates.h"
#include "records/guess_words.h"

/* Of the values that are there, so many in a hundred must be what the role says. A slip of the pen is
 * forgiven, another kind of column is not. */
enum { ENOUGH_PERCENT = 90, LONG_TEXT = 60 };

typedef bool shape_test(struct span value, const char *pattern);

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_email(struct span value, const char *pattern)
{
    (void)pattern;
    const char *at = memchr(value.at, '@', value.length);
    const char *end = value.at + value.length;
    return at && at > value.at && memchr(at, '.', (size_t)(end - at)) && !memchr(value.at, ' ', value.length);
}

static bool is_phone(struct span value, const char *pattern)
{
    size_t digits = 0;
    bool is_international = value.at[0] == '+' || (value.length > 2 && memcmp(value.at, "00", 2) == 0);
    for (size_t i = 0; i < value.length; i++) {
        if (is_digit(value.at[i]))
            digits++;
        else if (!strchr("+ ()-./", value.at[i]))
            return false;
    }
    /* E.164: fifteen digits at most. Without a name that says so, only the international form is safe. */
    return digits >= 7 && digits <= 17 && (is_international || strcmp(pattern, "any") == 0);
}

static bool begins(struct span value, const char *with)
{
    size_t length = strlen(with);
    return value.length > length && memcmp(value.at, with, length) == 0;
}

static bool is_url(struct span value, const char *pattern)
{
    (void)pattern;
    return begins(value, "http://") || begins(value, "https://") || begins(value, "www.");
}

/* The shape of an IBAN: two letters, two digits, 11 to 30 letters or digits. */
static bool is_iban(struct span value, const char *pattern)
{
    size_t count = 0;
    (void)pattern;
    for (size_t i = 0; i < value.length; i++) {
        char c = value.at[i];
        if (c == ' ')
            continue;
        if (count < 2 ? !(c >= 'A' && c <= 'Z') : count < 4 ? !is_digit(c) : !is_digit(c) && !is_letter(c))
            return false;
        count++;
    }
    return count >= 15 && count <= 34;
}

static bool is_hash(struct span value, const char *pattern)
{
    (void)pattern;
    for (size_t i = 0; i < value.length; i++)
        if (!is_digit(value.at[i]) && !((value.at[i] | 32) >= 'a' && (value.at[i] | 32) <= 'f') &&
            value.at[i] != ';' && value.at[i] != ' ')
            return false;
    return value.length >= 8;
}

static bool is_date(struct span value, const char *pattern)
{
    struct moment moment;
    return !date_parse(value, pattern, &moment);
}

static bool is_born(struct span value, const char *pattern)
{
    (void)pattern;
    return !date_check_born(value);
}

static bool is_long(struct span value, const char *pattern)
{
    (void)pattern;
    return value.length >= LONG_TEXT;
}

static struct span value_at(const struct guess_sample *sample, size_t row, size_t column)
{
    return span_trim(sample->cells[row * sample->columns + column]);
}

/* Whether enough of the values pass. A column without values passes nothing. */
static bool most_pass(const struct guess_sample *sample, size_t column, shape_test *test, const char *pattern)
{
    size_t values = 0;
    size_t passed = 0;
    for (size_t row = 0; row < sample->rows; row++) {
        struct span value = value_at(sample, row, column);
        if (value.length == 0)
            continue;
        values++;
        passed += test(value, pattern);
    }
    return values && passed * 100 >= values * ENOUGH_PERCENT;
}

static bool has_values(const struct guess_sample *sample, size_t column)
{
    for (size_t row = 0; row < sample->rows; row++)
        if (value_at(sample, row, column).length)
            return true;
    return false;
}

/* Whether the values are what the type asks, with that decimal sign where it is a number. */
static bool most_checked(const struct guess_sample *sample, size_t column, enum column_type type,
                         const char *decimal_char)
{
    size_t values = 0;
    size_t passed = 0;
    char room[NUMBER_SIZE];
    struct span plain;
    for (size_t row = 0; row < sample->rows; row++) {
        struct span value = value_at(sample, row, column);
        if (value.length == 0)
            continue;
        values++;
        passed += type_is_number(type) ? !cell_check_number(value, type, decimal_char, room, &plain)
                                       : !cell_check(value, type);
    }
    return values && passed * 100 >= values * ENOUGH_PERCENT;
}

/* The decimal sign, where some values are doubtful and others can only be read with one sign; else NULL. */
static const char *find_decimal_char(const struct guess_sample *sample, size_t column)
{
    bool is_doubtful = false;
    bool needs_comma = false;
    bool needs_point = false;
    char room[NUMBER_SIZE];
    struct span plain;
    for (size_t row = 0; row < sample->rows; row++) {
        struct span value = value_at(sample, row, column);
        if (value.length == 0)
            continue;
        bool by_comma = number_read(value, ',', room, &plain) == NUMBER_READ;
        bool by_point = number_read(value, '.', room, &plain) == NUMBER_READ;
        is_doubtful |= by_comma && by_point && memchr(value.at, ',', value.length);
        needs_comma |= by_comma && !by_point;
        needs_point |= by_point && !by_comma;
    }
    if (needs_comma && !needs_point)
        return ",";
    return is_doubtful && needs_point && !needs_comma ? "." : NULL;
}

/* A day before a month and a month before a day look alike until a day above 12 comes by: where both fit, no
 * pattern is safe. */
static const char *find_pattern(const struct guess_sample *sample, size_t column)
{
    static const char *const patterns[] = {
        "%d/%m/%Y",          "%d/%m/%Y %H:%M",    "%d/%m/%Y %H:%M:%S", "%m/%d/%Y",
        "%m/%d/%Y %H:%M",    "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%d-%m-%Y",
        "%d-%m-%Y %H:%M",    "%d-%m-%Y %H:%M:%S", "%m-%d-%Y",          "%m-%d-%Y %H:%M",
        "%m-%d-%Y %H:%M:%S", "%d.%m.%Y",          "%d.%m.%Y %H:%M",    "%d.%m.%Y %H:%M:%S",
        "%Y/%m/%d",          "%Y/%m/%d %H:%M",    "%Y/%m/%d %H:%M:%S", "%d %B %Y",
        "%d %B %Y %H:%M",    "%d/%m/%y",          "%d/%m/%y %H:%M",    "%m/%d/%y",
        "%m/%d/%y %H:%M",    "%d.%m.%y",          "%d.%m.%y %H:%M"};
    const char *found = NULL;
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        if (!most_pass(sample, column, is_date, patterns[p]))
            continue;
        if (found)
            return NULL;
        found = patterns[p];
    }
    return found;
}

/* The type that values show by themselves, whatever the column's name. */
static enum column_type type_of_values(const struct guess_sample *sample, size_t column)
{
    if (most_pass(sample, column, is_email, NULL))
        return TYPE_EMAIL;
    if (most_pass(sample, column, is_url, NULL))
        return TYPE_URL;
    if (most_pass(sample, column, is_iban, NULL))
        return TYPE_ACCOUNT;
    if (most_pass(sample, column, is_phone, ""))
        return TYPE_PHONE;
    return most_pass(sample, column, is_long, NULL) ? TYPE_TEXT : TYPE_NONE;
}

/* Whether the values agree with the type that the name proposes. */
static bool values_agree(const struct guess_sample *sample, size_t column, enum column_type type)
{
    switch (type) {
    case TYPE_EMAIL: return most_pass(sample, column, is_email, NULL);
    case TYPE_URL: return most_pass(sample, column, is_url, NULL);
    case TYPE_PHONE: return most_pass(sample, column, is_phone, "any");
    case TYPE_IMAGE: return most_pass(sample, column, is_hash, NULL);
    case TYPE_BORN: return most_pass(sample, column, is_born, NULL);
    case TYPE_TIME:
    case TYPE_START:
    case TYPE_END: return most_pass(sample, column, is_date, NULL) || find_pattern(sample, column);
    default: break;
    }
    const char *sign = type_is_number(type) ? find_decimal_char(sample, column) : NULL;
    return most_checked(sample, column, type, sign);
}

static bool set_format(struct package_field *field, const char *pattern)
{
    memory_free(field->format);
    field->format = memory_new(strlen(pattern) + 1, 1);
    if (!field->format)
        return false;
    memcpy(field->format, pattern, strlen(pattern));
    return true;
}

static bool is_time(enum column_type type)
{
    return type == TYPE_TIME || type == TYPE_START || type == TYPE_END;
}

/* Whether a column is the rows' own key: named so, a value in each row, none twice. */
static bool is_key(const struct package_resource *resource, const struct guess_sample *sample, size_t column,
                   const struct guess_name *name)
{
    static const char *const words[] = {"id", "uid", "uuid", "ref", "reference", "key"};
    bool is_named = false;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        is_named |= strcmp(name->whole, words[w]) == 0;
    is_named |= name->count == 2 && strcmp(name->words[1], "id") == 0 &&
                guess_kind_word(name) == resource->kind && resource->kind != KIND_NONE;
    for (size_t row = 0; is_named && row < sample->rows; row++) {
        struct span value = value_at(sample, row, column);
        if (value.length == 0)
            return false;
        for (size_t before = 0; before < row; before++)
            if (span_equal(value, value_at(sample, before, column)))
                return false;
    }
    return is_named;
}

static enum party find_party(enum record_kind kind, const struct guess_name *name)
{
    enum party party = guess_party_word(name);
    return party < PARTY_COUNT && kind_allows(kind, party) ? party : kind_default_party(kind);
}

/* What a column whose name is a party alone holds: the account of a payment, the number of a call, a name. */
static enum column_type type_of_party(enum record_kind kind, const struct guess_name *name,
                                      const struct guess_sample *sample, size_t column)
{
    if (name->count != 1 || guess_party_word(name) == PARTY_COUNT ||
        !kind_allows(kind, guess_party_word(name)))
        return TYPE_NONE;
    if (kind == KIND_CALL)
        return most_pass(sample, column, is_phone, "any") ? TYPE_PHONE : TYPE_NONE;
    return kind == KIND_STAY || kind == KIND_PREMISES || kind == KIND_REPORT ? TYPE_NAME : TYPE_NONE;
}

static bool guess_field(struct package_resource *resource, const struct guess_sample *sample, size_t column,
                        bool *has_key)
{
    struct package_field *field = &resource->fields[column];
    struct guess_name name;
    guess_name_read(span_of(field->name), &name);
    field->role = (struct role){kind_default_party(resource->kind), TYPE_NONE};
    if (!*has_key && is_key(resource, sample, column, &name)) {
        *has_key = true;
        field->role.type = TYPE_ID;
        return true;
    }
    if (!has_values(sample, column))
        return true;
    enum column_type type = guess_type_word(&name);
    if (type != TYPE_NONE && !values_agree(sample, column, type))
        type = TYPE_NONE;
    if (type == TYPE_NONE)
        type = type_of_values(sample, column);
    if (type == TYPE_NONE)
        type = type_of_party(resource->kind, &name, sample, column);
    field->role = (struct role){find_party(resource->kind, &name), type};
    field->says_party = guess_party_word(&name) == field->role.party;
    if (type_is_number(type)) {
        const char *sign = find_decimal_char(sample, column);
        return !sign || set_format(field, sign);
    }
    if (!is_time(type) || most_pass(sample, column, is_date, NULL))
        return true;
    const char *pattern = find_pattern(sample, column);
    return !pattern || set_format(field, pattern);
}

/* What the columns are named after, where the table's own name does not tell. */
static enum record_kind kind_of_columns(const struct package_resource *resource)
{
    bool types[TYPE_COUNT] = {false};
    bool parties[PARTY_COUNT + 1] = {false};
    for (size_t f = 0; f < resource->field_count; f++) {
        struct guess_name name;
        guess_name_read(span_of(resource->fields[f].name), &name);
        types[guess_type_word(&name)] = true;
        parties[guess_party_word(&name)] = true;
    }
    bool has_ends = parties[PARTY_FROM] && parties[PARTY_TO];
    if (has_ends && types[TYPE_AMOUNT])
        return KIND_PAYMENT;
    if (has_ends && types[TYPE_DURATION])
        return KIND_CALL;
    if (types[TYPE_START] && types[TYPE_END] && (parties[PARTY_GUEST] || parties[PARTY_BOOKER]))
        return KIND_STAY;
    if (types[TYPE_BORN] && types[TYPE_NAME])
        return KIND_PERSON;
    if (types[TYPE_TEXT] && types[TYPE_PHONE])
        return KIND_AD;
    return types[TYPE_TEXT] && parties[PARTY_AUTHOR] ? KIND_REPORT : KIND_NONE;
}

bool guess_roles(struct package_resource *resource, const struct guess_sample *sample)
{
    struct guess_name name;
    bool has_key = false;
    guess_name_read(span_of(resource->name), &name);
    resource->kind = guess_kind_word(&name);
    if (resource->kind == KIND_NONE)
        resource->kind = kind_of_columns(resource);
    for (size_t f = 0; f < resource->field_count && f < sample->columns; f++)
        if (!guess_field(resource, sample, f, &has_key))
            return false;
    return true;
}
