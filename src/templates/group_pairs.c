/* Sketches of groups. */
#include "templates/group_pairs.h"

#include "base/memory.h"
#include "templates/shingle.h"
#include "templates/weights.h"

#define SAMPLE 8u /* members that are read */

struct group_sketcher {
    const struct verifier *verifier;
    struct group_list groups;
    const uint32_t *nodes; /* groups of two members or more */
    uint64_t *postings;    /* [node * sketch_shingles ..] */
    unsigned place_bits;
    struct profile *profiles; /* a worker's own */
};

/* What most members have ranks first, then what few texts beside them have. */
static void draw_member(const struct group_sketcher *s, const struct profile *profile,
                        const struct corpus_text *text, struct sketch *sketch)
{
    const struct frequencies *f = s->verifier->f;
    struct shingle_reader reader =
        shingle_read(text, s->verifier->corpus->options->shingle_words * WORD_UNITS);
    struct shingle shingle;
    while (shingle_next(&reader, &shingle)) {
        uint64_t support = profile_support(profile, shingle.hash);
        if (support < 2)
            continue;
        uint32_t w = bits_of_frequency(f, f->text_total, shingle_frequency(f, shingle.hash));
        sketch_put(sketch, sketch_rank(shingle.hash, w) / (support * support), shingle.hash >> s->place_bits);
    }
}

static void sketch_nodes(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct group_sketcher *s = context;
    const struct corpus *corpus = s->verifier->corpus;
    struct profile *profile = &s->profiles[worker];
    uint32_t most = corpus->options->sketch_shingles;
    for (size_t n = begin; n < end && !profile->failed; n++) {
        const uint32_t *members = s->groups.members + s->groups.first[s->nodes[n]];
        uint32_t count = s->groups.first[s->nodes[n] + 1] - s->groups.first[s->nodes[n]];
        struct sketch sketch = {.most = most};
        count = count < SAMPLE ? count : SAMPLE;
        profile_build_of(profile, corpus, members, count, corpus->options->shingle_words * WORD_UNITS);
        for (uint32_t m = 0; m < count && !profile->failed; m++)
            draw_member(s, profile, &corpus->texts[members[m]], &sketch);
        for (uint32_t i = 0; i < most; i++)
            s->postings[n * most + i] =
                i < sketch.count ? sketch.key[i] << s->place_bits | s->nodes[n] : SKETCH_NONE;
    }
}

static enum bowline_status sketch_groups(struct group_sketcher *s, size_t nodes, struct bowline_error *err)
{
    const struct parallel *parallel = s->verifier->corpus->parallel;
    enum bowline_status status = BOWLINE_OK;
    if (!parallel_loop(parallel, nodes, 64, sketch_nodes, s))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while comparing groups of texts");
    for (unsigned w = 0; w < parallel->workers; w++)
        if (s->profiles[w].failed)
            status = error_memory(err);
    return status;
}

/* Removes the places that short sketches left empty. */
static size_t squeeze(uint64_t *postings, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (postings[i] != SKETCH_NONE)
            postings[kept++] = postings[i];
    return kept;
}

enum bowline_status group_pairs_init(struct pairs *out, const struct verifier *verifier,
                                     struct group_list groups, struct bowline_error *err)
{
    const struct corpus *corpus = verifier->corpus;
    uint32_t most = corpus->options->sketch_shingles;
    uint32_t *nodes = memory_new(corpus->count, sizeof *nodes);
    size_t count = 0;
    *out = (struct pairs){0};
    for (uint32_t n = 0; nodes && n < corpus->count; n++)
        if (groups.first[n + 1] - groups.first[n] > 1)
            nodes[count++] = n;
    struct group_sketcher s = {verifier,
                               groups,
                               nodes,
                               memory_new(count * most, sizeof *s.postings),
                               place_bits_for(corpus->count),
                               memory_new(corpus->parallel->workers, sizeof *s.profiles)};
    enum bowline_status status = nodes && s.postings && s.profiles ? BOWLINE_OK : error_memory(err);
    if (status == BOWLINE_OK)
        status = sketch_groups(&s, count, err);
    struct sketches sketches = {s.postings, 0, s.place_bits};
    if (status == BOWLINE_OK) {
        sketches.count = squeeze(s.postings, count * most);
        status = pairs_init(out, &sketches, corpus->options->window, err);
    }
    for (unsigned w = 0; s.profiles && w < corpus->parallel->workers; w++)
        profile_release(&s.profiles[w]);
    memory_free(s.profiles);
    memory_free(nodes);
    sketches_release(&sketches);
    return status;
}
