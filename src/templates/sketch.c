/* Sketches of texts. */
#include "templates/sketch.h"

#include "base/memory.h"

#include <assert.h>

struct sketching {
    struct corpus *corpus;
    const struct frequencies *f;
    uint64_t *postings; /* [text * sketch_shingles ..] */
    unsigned place_bits;
    uint64_t *best;           /* of each text: its first posting's key */
    struct weigher *weighers; /* a worker's own */
};

void sketch_put(struct sketch *s, uint64_t rank, uint64_t key)
{
    if (s->most == 0 || (s->count == s->most && rank >= s->rank[s->most - 1]))
        return;
    unsigned at = s->count;
    while (at > 0 && s->rank[at - 1] > rank)
        at--;
    for (unsigned i = at; i > 0 && s->rank[i - 1] == rank; i--)
        if (s->key[i - 1] == key)
            return;
    unsigned last = s->count < s->most ? s->count++ : s->most - 1;
    memmove(s->rank + at + 1, s->rank + at, (last - at) * sizeof *s->rank);
    memmove(s->key + at + 1, s->key + at, (last - at) * sizeof *s->key);
    s->rank[at] = rank;
    s->key[at] = key;
}

static void draw(const struct sketching *s, const struct counted_shingle *shingles, size_t count,
                 struct sketch *out)
{
    out->count = 0;
    out->most = s->corpus->options->sketch_shingles;
    for (size_t n = 0; n < count; n++) {
        if (shingles[n].frequency < 2)
            continue;
        uint32_t w = bits_of_frequency(s->f, s->f->text_total, shingles[n].frequency);
        sketch_put(out, sketch_rank(shingles[n].hash, w), shingles[n].hash >> s->place_bits);
    }
}

static void sketch_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct sketching *s = context;
    struct weigher *weigher = &s->weighers[worker];
    unsigned most = s->corpus->options->sketch_shingles;
    for (size_t t = begin; t < end && !weigher->failed; t++) {
        struct corpus_text *text = &s->corpus->texts[t];
        struct sketch sketch;
        size_t count = text_weigh(weigher, s->corpus, s->f, text);
        draw(s, weigher->shingles, text->length >= s->corpus->options->least_words ? count : 0, &sketch);
        s->best[t] = sketch.count ? sketch.key[0] : SKETCH_NONE;
        for (unsigned i = 0; i < most; i++)
            s->postings[t * most + i] = i < sketch.count ? sketch.key[i] << s->place_bits | t : SKETCH_NONE;
    }
}

/* Orders the corpus by best shingle and gives the postings the new places. */
static bool arrange(struct sketching *s, struct sketches *out)
{
    struct corpus *corpus = s->corpus;
    struct sort_pair *order = memory_new(corpus->count, sizeof *order);
    uint32_t *place = memory_new(corpus->count, sizeof *place);
    size_t all = (size_t)corpus->count * corpus->options->sketch_shingles;
    uint64_t mask = (1ull << s->place_bits) - 1;
    bool ok = order && place;
    for (uint32_t i = 0; ok && i < corpus->count; i++)
        order[i] = (struct sort_pair){s->best[i], i};
    ok = ok && sort_pairs(order, corpus->count) && corpus_reorder(corpus, order);
    for (uint32_t i = 0; ok && i < corpus->count; i++)
        place[order[i].value] = i;
    out->count = 0;
    for (size_t i = 0; ok && i < all; i++) {
        uint64_t posting = s->postings[i];
        if (posting != SKETCH_NONE)
            s->postings[out->count++] = (posting & ~mask) | place[posting & mask];
    }
    memory_free(order);
    memory_free(place);
    return ok;
}

static enum bowline_status sketch_all(struct sketching *s, struct sketches *out, struct bowline_error *err)
{
    const struct parallel *parallel = s->corpus->parallel;
    if (!parallel_loop(parallel, s->corpus->count, 1024, sketch_body, s))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while sketching texts");
    for (unsigned i = 0; i < parallel->workers; i++)
        if (s->weighers[i].failed)
            return error_memory(err);
    return arrange(s, out) ? BOWLINE_OK : error_memory(err);
}

unsigned place_bits_for(uint32_t count)
{
    unsigned bits = 1;
    while (count >> bits)
        bits++;
    return bits;
}

enum bowline_status sketches_init(struct sketches *sketches, struct corpus *corpus,
                                  const struct frequencies *f, struct bowline_error *err)
{
    size_t all = (size_t)corpus->count * corpus->options->sketch_shingles;
    struct sketching s = {.corpus = corpus, .f = f, .place_bits = place_bits_for(corpus->count)};
    assert(corpus->options->sketch_shingles <= SKETCH_MOST);
    sketches->place_bits = s.place_bits;
    sketches->postings = s.postings = memory_new(all, sizeof *s.postings);
    s.best = memory_new(corpus->count, sizeof *s.best);
    s.weighers = memory_new(corpus->parallel->workers, sizeof *s.weighers);
    enum bowline_status status = BOWLINE_OK;
    if (s.postings && s.best && s.weighers)
        status = sketch_all(&s, sketches, err);
    else
        status = error_memory(err);
    for (unsigned i = 0; s.weighers && i < corpus->parallel->workers; i++)
        weigher_release(&s.weighers[i]);
    memory_free(s.weighers);
    memory_free(s.best);
    if (status != BOWLINE_OK)
        sketches_release(sketches);
    return status;
}

void sketches_release(struct sketches *sketches)
{
    memory_free(sketches->postings);
    *sketches = (struct sketches){0};
}
