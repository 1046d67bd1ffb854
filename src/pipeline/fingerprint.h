/* Fingerprints: what a stage's result depends on, as a SHA-256: its name and version, the fingerprints of the
 * stages whose tables it reads, and the decisions that it reads. A stage whose stored fingerprint is the same
 * is fresh. */
#ifndef PIPELINE_FINGERPRINT_H
#define PIPELINE_FINGERPRINT_H

#include "pipeline/stages.h"
#include "sealing/digest.h"

struct fingerprints {
    char hex[STAGE_COUNT][DIGEST_HEX];
};

/* sources: a digest of all that the first stage reads. */
void fingerprints_make(const char *sources, const struct decided_digests *decided, struct fingerprints *out);

/* The same from the first stage's own fingerprint: what the other stages' are where the sources are as they
 * were read. */
void fingerprints_follow(const char *first, const struct decided_digests *decided, struct fingerprints *out);

#endif
