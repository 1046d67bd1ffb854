/* How text stands on a terminal: cells taken, and control characters made harmless. Knows no locale. */
#ifndef CLI_DISPLAY_H
#define CLI_DISPLAY_H

#include "builder.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct display_range {
    uint32_t first;
    uint32_t last;
};

extern const struct display_range display_wide[];
extern const size_t display_wide_count;
extern const struct display_range display_zero[];
extern const size_t display_zero_count;

/* Decodes the character at text (length > 0) and returns its bytes. A byte that begins no valid UTF-8 is one
 * byte and gives UINT32_MAX. */
size_t display_decode(const char *text, size_t length, uint32_t *character);

/* Cells that text takes. Invalid bytes count one each. */
size_t display_width(const char *text);

/* The longest start of text that fits into so many cells, in bytes; marks stay with their letter. */
size_t display_fit(const char *text, size_t cells);

/* Adds text so that it can neither steer a terminal nor reorder a line: line breaks and tabs become a space;
 * other control characters, direction overrides, invisible tags and invalid bytes become \x1b or \u202e. */
void display_escape(struct builder *out, const char *text);

/* The same for JSON, whose strings allow \u escapes: everything else is left as it is. */
void display_escape_json(struct builder *out, const char *json, size_t length);

#endif
