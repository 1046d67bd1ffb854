/* Points on the globe: reading them, how far apart they are, and cells in which near ones meet. */
#ifndef PLACES_COORDINATES_H
#define PLACES_COORDINATES_H

#include "base/span.h"

/* "51.2194" or "51,2194", at most 17 digits, |value| <= limit (90, 180). False, and NAN, where it is neither.
 */
bool coordinate_read(struct span text, double limit, double *out);

/* Great circle in kilometres by the haversine formula on a sphere of 6371.0088 km (IUGG mean radius); within
 * 0.6 per cent of the ellipsoid. */
double coordinates_km(double lat_a, double lon_a, double lat_b, double lon_b);

/* The cell of a grid whose cells are `km` high and, away from the poles, little more than `km` wide. */
uint64_t coordinates_cell(double lat, double lon, double km);

#define COORDINATES_AROUND 9

/* All cells that hold points within `km` of this one, its own first, each once. Returns how many. */
unsigned coordinates_around(double lat, double lon, double km, uint64_t cells[COORDINATES_AROUND]);

#endif
