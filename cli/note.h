/* Notes in the log of a case what a command is about to show or give away. */
#ifndef CLI_NOTE_H
#define CLI_NOTE_H

#include "commands.h"

#include <bowline/bowline.h>

/* Who does this: --as, or whoever is logged in. NULL where nobody can tell. */
const char *note_who(const struct arguments *arguments);

/* The options that were given, as the log commits to them: "limit=20 output". Names of files are left out. */
void note_parameters(struct builder *out, const struct arguments *arguments);

/* Notes a consultation of what the operands after the case name. records: that are shown. A case that cannot
 * be written is shown all the same, and that it is not noted is said on standard error. */
void note_consultation(struct bowline_case *handle, const struct arguments *arguments, uint64_t records);

/* The same of something that leaves the case: a report, tables. True where it stands in the log. */
bool note_disclosure(struct bowline_case *handle, const struct arguments *arguments, const char *object);

/* How many records an answer shows, by its own count. */
uint64_t note_records_of(const struct bowline_text *json);

#endif
