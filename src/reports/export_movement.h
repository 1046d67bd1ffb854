/* movement.csv, circuits.csv, circuit_stops.csv, premises.csv and places.geojson. */
#ifndef REPORTS_EXPORT_MOVEMENT_H
#define REPORTS_EXPORT_MOVEMENT_H

#include "reports/record_keys.h"

/* keys: of all records. */
enum bowline_status export_movement(struct reader *reader, const char *folder, const struct record_keys *keys,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
