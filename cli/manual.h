/* Manual pages as man source, from the command table and docs/json.md. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "commands.h"

void manual_overview(struct builder *out);                                  /* bowline.1 */
void manual_of_command(struct builder *out, const struct command *command); /* bowline-run.1 */

/* bowline-json.5. markdown: headings, paragraphs, and lines indented by four blanks. */
void manual_of_json(struct builder *out, const char *markdown);

#endif
