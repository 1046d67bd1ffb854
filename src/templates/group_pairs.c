/* Sketches of groups. */
#include "templates/group_pairs.h"

#include "base/memory.h"
#include "templates/shingle.h"
#include "templates/weights.h"

#define SAMPLE 8u /* members that are read */
#define BATCH  64u

struct group_sketcher {
    const struct verifier *verifier;
    struct group_list groups;
    const uint32_t *nodes;    /* groups of two members or more */
    struct sketches sketches; /* of nodes, by their place in the list */
    struct profile *profiles; /* a worker's own */
};

struct supported {
    uint64_t hash, support;
};

/* What most members have ranks first, then what few texts beside them have. */
static void draw_batch(const struct group_sketcher *s, const struct supported *batch, unsigned count,
                       struct sketch *sketch)
{
    const struct frequencies *f = s->verifier->f;
    for (unsigned i = 0; i < count; i++) {
        uint64_t hash = batch[i].hash;
        uint64_t support = batch[i].support;
        uint32_t w = shingle_bits_of(f, frequency_eighths(f, shingle_frequency(f, hash)));
        sketch_put(sketch, sketch_rank(sketch, hash, w) / (support * support), hash >> s->sketches.seat_bits);
    }
}

/* In batches, so that the frequencies are fetched ahead. */
static void draw_member(const struct group_sketcher *s, const struct profile *profile,
                        const struct corpus_text *text, struct sketch *sketch)
{
    const struct frequencies *f = s->verifier->f;
    struct shingle_reader reader =
        shingle_read(text, s->verifier->corpus->options->shingle_words * WORD_UNITS);
    struct shingle shingle;
    struct supported batch[BATCH] = {{0, 0}};
    unsigned count = 0;
    while (shingle_next(&reader, &shingle)) {
        batch[count] = (struct supported){shingle.hash, profile_support(profile, shingle.hash)};
        if (batch[count].support < 2)
            continue;
        __builtin_prefetch(&f->shingles[frequencies_slot(f, shingle.hash)]);
        if (++count == BATCH) {
            draw_batch(s, batch, count, sketch);
            count = 0;
        }
    }
    draw_batch(s, batch, count, sketch);
}

static void sketch_nodes(void *context, size_t begin, size_t end, unsigned worker)
{
    struct group_sketcher *s = context;
    const struct corpus *corpus = s->verifier->corpus;
    struct profile *profile = &s->profiles[worker];
    struct sketch sketch;
    sketch_init(&sketch, corpus->options->sketch_shingles);
    for (size_t n = begin; n < end && !profile->failed; n++) {
        const uint32_t *members = s->groups.members + s->groups.first[s->nodes[n]];
        uint32_t count = s->groups.first[s->nodes[n] + 1] - s->groups.first[s->nodes[n]];
        sketch_reset(&sketch);
        count = count < SAMPLE ? count : SAMPLE;
        profile_count(profile, corpus, members, count, corpus->options->shingle_words * WORD_UNITS);
        for (uint32_t m = 0; m + 1 < count && !profile->failed; m++) /* what the last shares, another has */
            draw_member(s, profile, &corpus->texts[members[m]], &sketch);
        sketches_put(&s->sketches, (uint32_t)n, &sketch);
    }
}

static enum bowline_status sketch_groups(struct group_sketcher *s, struct bowline_error *err)
{
    const struct parallel *parallel = s->verifier->corpus->parallel;
    enum bowline_status status = BOWLINE_OK;
    if (!parallel_loop(parallel, s->sketches.texts, 64, sketch_nodes, s))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while comparing groups of texts");
    for (unsigned w = 0; w < parallel->workers; w++)
        if (s->profiles[w].failed)
            status = error_memory(err);
    return status;
}

/* From places in the list to names of groups. Both ascend, so the lower stays the lower. */
static void name_pairs(struct pairs *pairs, const uint32_t *nodes)
{
    for (size_t i = 0; i < pairs->count; i++)
        pairs->keys[i] = (uint64_t)nodes[pairs->keys[i] >> 32] << 32 | nodes[pairs->keys[i] & UINT32_MAX];
}

enum bowline_status group_pairs_init(struct pairs *out, const struct verifier *verifier,
                                     struct group_list groups, struct bowline_error *err)
{
    const struct corpus *corpus = verifier->corpus;
    uint32_t *nodes = memory_new(corpus->count, sizeof *nodes);
    uint32_t count = 0;
    *out = (struct pairs){0};
    for (uint32_t n = 0; nodes && n < corpus->count; n++)
        if (groups.first[n + 1] - groups.first[n] > 1)
            nodes[count++] = n;
    struct group_sketcher s = {verifier, groups, nodes, sketches_for(count, corpus->options->sketch_shingles),
                               memory_new(corpus->parallel->workers, sizeof *s.profiles)};
    enum bowline_status status = nodes && s.sketches.postings && s.profiles ? BOWLINE_OK : error_memory(err);
    if (status == BOWLINE_OK)
        status = sketch_groups(&s, err);
    if (status == BOWLINE_OK) {
        sketches_squeeze(&s.sketches);
        status = pairs_init(out, &s.sketches, corpus->options->window, corpus->parallel, err);
    }
    if (status == BOWLINE_OK && nodes)
        name_pairs(out, nodes);
    for (unsigned w = 0; s.profiles && w < corpus->parallel->workers; w++)
        profile_release(&s.profiles[w]);
    memory_free(s.profiles);
    memory_free(nodes);
    sketches_release(&s.sketches);
    return status;
}
