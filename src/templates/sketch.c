/* Sketches of texts. */
#include "templates/sketch.h"

#include "base/memory.h"

#include <assert.h>

struct sketching {
    struct corpus *corpus;
    struct frequencies *f;
    struct sketches *out;
    uint64_t *best;           /* of each text: its first posting's key */
    struct weigher *weighers; /* a worker's own */
    struct sketch *sketches;  /* a worker's own */
    uint32_t **next;          /* a worker's own: for the tally's reader */
};

void sketch_init(struct sketch *s, unsigned most)
{
    s->most = most;
    sketch_reset(s);
    for (uint32_t w = 0; w < 256; w++)
        s->steps[w] = (1u << 30) / (w < 4 ? 16 : w * w);
}

void sketch_reset(struct sketch *s)
{
    s->count = 0;
    s->limit = s->most ? UINT64_MAX : 0;
}

void sketch_put(struct sketch *s, uint64_t rank, uint64_t key)
{
    if (rank >= s->limit)
        return;
    unsigned at = s->count;
    while (at > 0 && s->rank[at - 1] > rank)
        at--;
    for (unsigned i = at; i > 0 && s->rank[i - 1] == rank; i--)
        if (s->key[i - 1] == key)
            return;
    unsigned last = s->count < s->most ? s->count++ : s->most - 1;
    for (; last > at; last--) {
        s->rank[last] = s->rank[last - 1];
        s->key[last] = s->key[last - 1];
    }
    s->rank[at] = rank;
    s->key[at] = key;
    if (s->count == s->most)
        s->limit = s->rank[s->most - 1];
}

static void draw(const struct sketching *s, const struct counted_shingle *shingles, size_t count,
                 struct sketch *out)
{
    unsigned shift = s->out->seat_bits;
    sketch_reset(out);
    for (size_t n = 0; n < count; n++) {
        uint64_t rank = sketch_rank(out, shingles[n].hash, shingle_bits_of(s->f, shingles[n].eighths));
        rank = shingles[n].eighths < WEIGHT_UNIT ? UINT64_MAX : rank; /* stands once */
        if (rank < out->limit)
            sketch_put(out, rank, shingles[n].hash >> shift);
    }
}

struct sketches sketches_for(uint32_t texts, uint32_t most)
{
    struct sketches s = {.texts = texts};
    assert(most <= SKETCH_MOST);
    while (1u << s.most_bits < most)
        s.most_bits++;
    while (sketches_room(&s) >> s.seat_bits)
        s.seat_bits++;
    s.seat_bits += s.seat_bits == 0;
    s.postings = memory_new(sketches_room(&s), sizeof *s.postings);
    return s;
}

void sketches_put(struct sketches *s, uint32_t text, const struct sketch *sketch)
{
    size_t begin = (size_t)text << s->most_bits;
    for (size_t i = 0; i < (size_t)1 << s->most_bits; i++)
        s->postings[begin + i] =
            i < sketch->count ? sketch->key[i] << s->seat_bits | (begin + i) : SKETCH_NONE;
}

void sketches_squeeze(struct sketches *s)
{
    size_t all = sketches_room(s);
    s->count = 0;
    for (size_t i = 0; i < all; i++)
        if (s->postings[i] != SKETCH_NONE)
            s->postings[s->count++] = s->postings[i];
}

static void sketch_block(struct sketching *s, size_t block, unsigned worker)
{
    struct tally *tally = &s->f->tally;
    struct weigher *weigher = &s->weighers[worker];
    struct sketch *sketch = &s->sketches[worker];
    struct tally_reader reader = tally_read(tally, block, s->next[worker]);
    for (uint32_t t = tally->blocks[block].first; t < tally->blocks[block].end && !weigher->failed; t++) {
        struct corpus_text *text = &s->corpus->texts[t];
        size_t count = text_weigh_tallied(weigher, s->corpus, s->f, text, &reader);
        draw(s, weigher->shingles, text->length >= s->corpus->options->least_words ? count : 0, sketch);
        s->best[t] = sketch->count ? sketch->key[0] : SKETCH_NONE;
        sketches_put(s->out, t, sketch);
    }
    tally_forget(tally, block);
}

static void sketch_body(void *context, size_t begin, size_t end, unsigned worker)
{
    for (size_t block = begin; block < end; block++)
        sketch_block(context, block, worker);
}

struct seating {
    struct sketches *sketches;
    const uint32_t *place; /* of each text in the new order */
};

static void seat_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct seating *seating = context;
    struct sketches *s = seating->sketches;
    uint64_t mask = (1ull << s->seat_bits) - 1;
    (void)worker;
    for (size_t i = begin << s->most_bits; i < end << s->most_bits; i++) {
        uint64_t rank = i & ((1u << s->most_bits) - 1);
        uint64_t seat = (uint64_t)seating->place[i >> s->most_bits] << s->most_bits | rank;
        if (s->postings[i] != SKETCH_NONE)
            s->postings[i] = (s->postings[i] & ~mask) | seat;
    }
}

/* Orders the corpus by best shingle, then by hash, and gives the postings the new places. */
static enum bowline_status arrange(struct sketching *s, struct bowline_error *err)
{
    struct corpus *corpus = s->corpus;
    struct sort_pair *order = memory_new(corpus->count, sizeof *order);
    uint32_t *place = memory_new(corpus->count, sizeof *place);
    struct seating seating = {s->out, place};
    enum bowline_status status = BOWLINE_OK;
    bool ok = order && place;
    for (uint32_t i = 0; ok && i < corpus->count; i++)
        order[i] = (struct sort_pair){corpus->texts[i].hash, i};
    ok = ok && sort_pairs(order, corpus->count);
    for (uint32_t i = 0; ok && i < corpus->count; i++)
        order[i].key = s->best[order[i].value];
    ok = ok && sort_pairs(order, corpus->count) && corpus_reorder(corpus, order);
    for (uint32_t i = 0; ok && i < corpus->count; i++)
        place[order[i].value] = i;
    if (!ok)
        status = error_memory(err);
    else if (!parallel_loop(corpus->parallel, corpus->count, 4096, seat_body, &seating))
        status = error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while sketching texts");
    else
        sketches_squeeze(s->out);
    memory_free(order);
    memory_free(place);
    return status;
}

static enum bowline_status sketch_all(struct sketching *s, struct bowline_error *err)
{
    const struct parallel *parallel = s->corpus->parallel;
    for (unsigned i = 0; i < parallel->workers; i++) {
        sketch_init(&s->sketches[i], s->corpus->options->sketch_shingles);
        s->next[i] = memory_new(s->f->tally.ranges, sizeof *s->next[i]);
        if (!s->next[i])
            return error_memory(err);
    }
    if (!parallel_loop(parallel, s->f->tally.block_count, 1, sketch_body, s))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while sketching texts");
    for (unsigned i = 0; i < parallel->workers; i++)
        if (s->weighers[i].failed)
            return error_memory(err);
    tally_release(&s->f->tally);
    return arrange(s, err);
}

enum bowline_status sketches_init(struct sketches *sketches, struct corpus *corpus, struct frequencies *f,
                                  struct bowline_error *err)
{
    unsigned workers = corpus->parallel->workers;
    struct sketching s = {.corpus = corpus, .f = f, .out = sketches};
    *sketches = sketches_for(corpus->count, corpus->options->sketch_shingles);
    s.best = memory_new(corpus->count, sizeof *s.best);
    s.weighers = memory_new(workers, sizeof *s.weighers);
    s.sketches = memory_new(workers, sizeof *s.sketches);
    s.next = memory_new(workers, sizeof *s.next);
    enum bowline_status status = sketches->postings && s.best && s.weighers && s.sketches && s.next
                                     ? sketch_all(&s, err)
                                     : error_memory(err);
    for (unsigned i = 0; s.weighers && i < workers; i++)
        weigher_release(&s.weighers[i]);
    for (unsigned i = 0; s.next && i < workers; i++)
        memory_free(s.next[i]);
    memory_free(s.next);
    memory_free(s.sketches);
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
