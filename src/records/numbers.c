/* Numbers as tables write them become plain decimals. */
#include "records/numbers.h"

#include "base/decimal.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t count_of(struct span text, char c)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.at[i] == c;
    return count;
}

static size_t last_of(struct span text, char c)
{
    size_t at = text.length;
    while (at > 0 && text.at[at - 1] != c)
        at--;
    return at ? at - 1 : text.length;
}

/* Where a comma that stands alone groups or divides: "1,234" could be either, "0,234", "1,23" and "1234,567"
 * not. */
static bool is_doubtful(struct span text, size_t comma)
{
    return text.length - comma == 4 && comma >= 1 && comma <= 3 && text.at[0] != '0';
}

/* Finds the decimal sign, the text's length where there is none. False where it could be two. */
static bool find_point(struct span text, char sign, size_t *point)
{
    size_t dots = count_of(text, '.');
    size_t commas = count_of(text, ',');
    if (!sign && dots && commas)
        sign = last_of(text, '.') > last_of(text, ',') ? '.' : ',';
    else if (!sign)
        sign = commas ? ',' : '.';
    *point = last_of(text, sign);
    bool is_alone = sign == ',' ? commas == 1 && !dots : dots == 1 && !commas;
    size_t same = sign == ',' ? commas : dots;
    /* Only a sign that stands by itself may stand twice: it then groups. */
    if (same > 1 && same == dots + commas)
        *point = text.length;
    return !(sign == ',' && is_alone && is_doubtful(text, *point));
}

/* How many bytes a sign that groups digits takes here: blank, apostrophe, no-break space (wide or narrow),
 * and the point or comma that is not decimal. */
static size_t group_sign(struct span rest)
{
    static const char *const signs[] = {" ", "'", ".", ",", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x99"};
    for (size_t s = 0; s < sizeof signs / sizeof *signs; s++) {
        size_t length = strlen(signs[s]);
        if (rest.length >= length && memcmp(rest.at, signs[s], length) == 0)
            return length;
    }
    return 0;
}

/* Copies digits; groups are of three, the first of one to three. False where they are not. */
static bool copy_whole(struct span whole, char *room, size_t *length)
{
    size_t run = 0;
    bool is_grouped = false;
    for (size_t i = 0; i < whole.length;) {
        if (is_digit(whole.at[i])) {
            if (*length + 2 >= NUMBER_SIZE)
                return false;
            room[(*length)++] = whole.at[i++];
            run++;
            continue;
        }
        size_t sign = group_sign((struct span){whole.at + i, whole.length - i});
        if (sign == 0 || run == 0 || run > 3 || (is_grouped && run != 3))
            return false;
        is_grouped = true;
        run = 0;
        i += sign;
    }
    return run > 0 && (!is_grouped || run == 3);
}

static bool copy_part(struct span part, char *room, size_t *length)
{
    if (part.length == 0 || *length + part.length + 1 > NUMBER_SIZE)
        return false;
    room[(*length)++] = '.';
    for (size_t i = 0; i < part.length; i++) {
        if (!is_digit(part.at[i]))
            return false;
        room[(*length)++] = part.at[i];
    }
    return true;
}

enum number_result number_read(struct span text, char decimal_sign, char room[NUMBER_SIZE],
                               struct span *plain)
{
    double value;
    size_t length = 0;
    size_t point;
    *plain = text;
    if (decimal_sign != ',' && decimal_parse(text, &value))
        return NUMBER_READ;
    if (text.length && (text.at[0] == '-' || text.at[0] == '+')) {
        room[length++] = text.at[0];
        text.at++;
        text.length--;
    }
    bool is_sure = find_point(text, decimal_sign, &point) || decimal_sign;
    if (!copy_whole((struct span){text.at, point}, room, &length))
        return NUMBER_NONE;
    if (point < text.length &&
        !copy_part((struct span){text.at + point + 1, text.length - point - 1}, room, &length))
        return NUMBER_NONE;
    if (!is_sure)
        return NUMBER_DOUBTFUL;
    *plain = (struct span){room, length};
    return decimal_parse(*plain, &value) ? NUMBER_READ : NUMBER_NONE;
}
