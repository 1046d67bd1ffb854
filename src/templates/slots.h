/* Templates of groups: the consensus with its slots as text, and what each member saves by it. */
#ifndef TEMPLATES_SLOTS_H
#define TEMPLATES_SLOTS_H

#include "templates/consensus.h"

/* What one group came to. */
struct draft {
    struct text_ref text; /* in the chunk's pool */
    int64_t saved;        /* eighths of a bit over all copies, less the template; 0 or less: dissolved */
    uint32_t copies;      /* records */
};

struct draft_chunk {
    struct buffer pool;
    bool failed;
};

struct drafts {
    struct draft *groups;       /* of each group */
    int32_t *member_bits;       /* eighths, beside groups->members; 0 or less: not a member after all */
    struct draft_chunk *chunks; /* of DRAFT_GRAIN groups */
    size_t chunk_count;
};

#define DRAFT_GRAIN 256u

enum bowline_status drafts_init(struct drafts *drafts, const struct verifier *verifier,
                                const struct groups *groups, struct bowline_error *err) BOWLINE_WARN_UNUSED;
void drafts_release(struct drafts *drafts);
struct span draft_text(const struct drafts *drafts, uint32_t group);

#endif
