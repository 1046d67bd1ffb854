/* Points on the globe. */
#include "places/coordinates.h"

#include <math.h>

#define RADIUS_KM   6371.0088
#define RADIANS     0.017453292519943295
#define DIGITS_MOST 17

/* Whole digits and a power of ten: exact to the last bit up to fifteen digits (Clinger 1990). */
bool coordinate_read(struct span text, double limit, double *out)
{
    static const double powers[] = {1,   1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,
                                    1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17};
    *out = (double)NAN;
    text = span_trim(text);
    bool is_negative = text.length > 0 && text.at[0] == '-';
    size_t at = is_negative || (text.length > 0 && text.at[0] == '+') ? 1 : 0;
    uint64_t digits = 0;
    unsigned count = 0;
    unsigned after = 0;
    bool has_point = false;
    for (; at < text.length; at++) {
        char c = text.at[at];
        if ((c == '.' || c == ',') && !has_point) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9' || count == DIGITS_MOST)
            return false;
        digits = digits * 10 + (unsigned)(c - '0');
        count++;
        after += has_point;
    }
    double value = (double)digits / powers[after];
    if (count == 0 || value > limit)
        return false;
    *out = is_negative ? -value : value;
    return true;
}

double coordinates_km(double lat_a, double lon_a, double lat_b, double lon_b)
{
    double sin_lat = sin((lat_b - lat_a) * RADIANS / 2);
    double sin_lon = sin((lon_b - lon_a) * RADIANS / 2);
    double h = sin_lat * sin_lat + cos(lat_a * RADIANS) * cos(lat_b * RADIANS) * sin_lon * sin_lon;
    return 2 * RADIUS_KM * asin(sqrt(h < 1 ? h : 1));
}
