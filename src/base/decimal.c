/* Plain decimal numbers, read without a locale. */
#include "base/decimal.h"

bool decimal_parse(struct span text, double *out)
{
    size_t at = text.length && (text.at[0] == '-' || text.at[0] == '+');
    uint64_t digits = 0;
    double scale = 1;
    unsigned count = 0;
    bool has_point = false;
    for (size_t i = at; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == '.' && !has_point && i > at) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++count > 18)
            return false;
        digits = digits * 10 + (c - '0');
        if (has_point)
            scale *= 10;
    }
    if (count == 0 || text.at[text.length - 1] == '.')
        return false;
    *out = (text.at[0] == '-' ? -1.0 : 1.0) * ((double)digits / scale);
    return true;
}
