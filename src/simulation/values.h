/* Numbers, dates and amounts as they stand in a cell. */
#ifndef SIMULATION_VALUES_H
#define SIMULATION_VALUES_H

#include "base/buffer.h"

void value_number(struct buffer *out, uint64_t number, unsigned digits); /* padded with zeroes */
void value_key(struct buffer *out, const char *prefix, uint64_t number);
void value_date(struct buffer *out, int64_t day);    /* since 1970-01-01 */
void value_time(struct buffer *out, int64_t second); /* since 1970-01-01 */
void value_degrees(struct buffer *out, int32_t ten_thousandths);
void value_cents(struct buffer *out, uint64_t cents);
void value_hex(struct buffer *out, uint64_t bits); /* sixteen digits */

#endif
