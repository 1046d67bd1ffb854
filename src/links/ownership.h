/* Ownership: whether an identifier or a template is one operator's own or everybody's, judged by whether the
 * records that use it hang together without it (docs/methods/evidence.md). */
#ifndef LINKS_OWNERSHIP_H
#define LINKS_OWNERSHIP_H

#include "links/behaviour.h"

/* out: [1 .. holdings->values], zeroed. */
enum bowline_status ownership_build(const struct ownership_inputs *inputs, const struct parallel *parallel,
                                    struct ownership *out, struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Two pictures taken for one: what sharing it would be worth, by the less exclusive of both. */
struct ownership ownership_as_one_picture(const struct ownership *a, const struct ownership *b,
                                          millibits prior);

#endif
