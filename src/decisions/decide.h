/* Making and withdrawing decisions. Names become words that stay, contradictions are refused with the chain
 * that shows them, and one row is written in one transaction (docs/methods/decisions.md). */
#ifndef DECISIONS_DECIDE_H
#define DECISIONS_DECIDE_H

#include <bowline/decide.h>

enum bowline_status decide_make(const char *path, const struct bowline_decision *decision,
                                struct bowline_text *json, struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status decide_withdraw(const char *path, uint32_t number,
                                    const struct bowline_decision *decision, struct bowline_text *json,
                                    struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
