/* Fingerprints: what a stage's result depends on. */
#include "pipeline/fingerprint.h"

#include <stdio.h>

static void digest_text(struct digest *d, const char *text)
{
    digest_update(d, text, strlen(text) + 1);
}

static void digest_stage(struct digest *d, const struct stage *stage)
{
    char version[16];
    snprintf(version, sizeof version, "%u", stage->version);
    digest_text(d, stage->name);
    digest_text(d, version);
}

/* Where nothing was decided, nothing is added. */
static void digest_decided(struct digest *d, unsigned reads, const struct decided_digests *decided)
{
    if ((reads & TABLE_BIT(TABLE_DECIDED_VALUES)) && *decided->values)
        digest_text(d, decided->values);
    if ((reads & TABLE_BIT(TABLE_DECIDED_RECORDS)) && *decided->pairs)
        digest_text(d, decided->pairs);
}

static void finish_stage(unsigned s, const char *sources, const struct decided_digests *decided,
                         struct fingerprints *out)
{
    struct digest d;
    digest_init(&d);
    digest_stage(&d, &stages[s]);
    if (sources)
        digest_text(&d, sources);
    for (unsigned earlier = 0; earlier < s; earlier++)
        if (stages[earlier].writes & stages[s].reads)
            digest_text(&d, out->hex[earlier]);
    digest_decided(&d, stages[s].reads, decided);
    digest_finish(&d, out->hex[s]);
}

void fingerprints_make(const char *sources, const struct decided_digests *decided, struct fingerprints *out)
{
    finish_stage(0, sources, decided, out);
    fingerprints_follow(out->hex[0], decided, out);
}

void fingerprints_follow(const char *first, const struct decided_digests *decided, struct fingerprints *out)
{
    memmove(out->hex[0], first, strnlen(first, DIGEST_HEX - 1) + 1);
    for (unsigned s = 1; s < STAGE_COUNT; s++)
        finish_stage(s, NULL, decided, out);
}
