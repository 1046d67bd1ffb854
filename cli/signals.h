/* Ctrl-C and a request to end, as a question that the progress function asks. */
#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

#include <stdbool.h>

/* A closed pipe becomes a failed write instead of a killed program. */
void signals_ignore_pipe(void);

/* From here on the first SIGINT or SIGTERM is only noted; the second one ends the program at once (exit 3).
 */
void signals_catch(void);
bool signals_caught(void);

#endif
