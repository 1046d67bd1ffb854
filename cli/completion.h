/* Completions for shells, from the command table. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "builder.h"

/* shell: "bash", "zsh" or "fish". */
void completion_script(struct builder *out, const char *shell);

#endif
