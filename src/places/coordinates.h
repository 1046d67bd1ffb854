/* Points on the globe: reading them, and how far apart they are. */
#ifndef PLACES_COORDINATES_H
#define PLACES_COORDINATES_H

#include "base/span.h"

/* "51.2194" or "51,2194", at most 17 digits, |value| <= limit (90, 180). False, and NAN, where it is neither.
 */
bool coordinate_read(struct span text, double limit, double *out);

/* Great circle in kilometres by the haversine formula on a sphere of 6371.0088 km (IUGG mean radius); within
 * 0.6 per cent of the ellipsoid. */
double coordinates_km(double lat_a, double lon_a, double lat_b, double lon_b);

#endif
