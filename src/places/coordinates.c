/* Points on the globe. */
#include "places/coordinates.h"

#include <math.h>

#define RADIUS_KM   6371.0088
#define DEGREE_KM   (RADIUS_KM * RADIANS)
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

static int64_t row_of(double lat, double km)
{
    return (int64_t)floor((lat + 90) * DEGREE_KM / km);
}

/* How many columns a row has: as many as keep each at least `km` wide one row nearer to the pole. */
static int64_t columns_of(int64_t row, double km)
{
    double south = fabs((double)(row - 1) * km / DEGREE_KM - 90);
    double north = fabs((double)(row + 2) * km / DEGREE_KM - 90);
    double outer = south > north ? south : north;
    if (outer >= 89)
        return 1;
    double columns = floor(360 * DEGREE_KM * cos(outer * RADIANS) / km);
    return columns > 1 ? (int64_t)columns : 1;
}

static int64_t column_of(double lon, int64_t columns)
{
    int64_t column = (int64_t)floor((lon + 180) / 360 * (double)columns) % columns;
    return column < 0 ? column + columns : column;
}

static uint64_t cell_of(int64_t row, int64_t column)
{
    return (uint64_t)row << 32 | (uint64_t)column;
}

uint64_t coordinates_cell(double lat, double lon, double km)
{
    int64_t row = row_of(lat, km);
    return cell_of(row, column_of(lon, columns_of(row, km)));
}

unsigned coordinates_around(double lat, double lon, double km, uint64_t cells[COORDINATES_AROUND])
{
    static const int steps[] = {0, -1, 1};
    unsigned count = 0;
    for (unsigned r = 0; r < 3; r++) {
        int64_t row = row_of(lat, km) + steps[r];
        int64_t columns = columns_of(row, km);
        int64_t column = column_of(lon, columns);
        for (unsigned c = 0; c < 3 && (int64_t)c < columns && row >= 0; c++)
            cells[count++] = cell_of(row, (column + steps[c] + columns) % columns);
    }
    return count;
}
