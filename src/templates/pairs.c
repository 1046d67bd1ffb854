/* The join of sketches into candidate pairs: postings are sorted into buckets, each tells its text where it
 * came to stand, and each text looks at those before it in its buckets. */
#include "templates/pairs.h"

#include "base/memory.h"

#define GRAIN         4096u
#define PART_TEXTS    ((uint32_t)GRAIN << 9) /* that are joined at a time: 256 MB of seats */
#define SEAT_GRAIN    ((size_t)1 << 18)
#define FETCHED_AHEAD 2u /* texts */

/* Where a posting stands, and where its bucket begins. Alike where nothing stands before it. */
struct seat {
    uint32_t at, first;
};

/* Texts that shared shingles propose to one text. A slot of another stamp is empty. */
struct proposed {
    uint32_t text, stamp;
    bool repeated;
};

struct found {
    uint64_t *keys;
    size_t count, capacity;
};

/* A worker's own. */
struct joiner {
    struct proposed *slots;
    uint32_t stamp;
    bool failed;
};

struct joining {
    const struct sketches *sketches;
    const uint64_t *postings; /* sorted */
    uint32_t window;
    struct seat *seats; /* of the texts from part_first on */
    uint32_t part_first, part_end;
    struct joiner *joiners;
    size_t mask;         /* of a joiner's slots */
    struct found *found; /* of each GRAIN texts */
};

static bool same_bucket(const struct joining *j, size_t a, size_t b)
{
    return (j->postings[a] ^ j->postings[b]) >> j->sketches->seat_bits == 0;
}

static void seat_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct joining *j = context;
    uint64_t mask = (1ull << j->sketches->seat_bits) - 1;
    uint64_t part = (uint64_t)j->part_first << j->sketches->most_bits;
    uint64_t size = (uint64_t)(j->part_end - j->part_first) << j->sketches->most_bits;
    size_t first = begin;
    (void)worker;
    while (first > 0 && same_bucket(j, first - 1, begin))
        first--;
    for (size_t i = begin; i < end; i++) {
        if (!same_bucket(j, first, i))
            first = i;
        uint64_t seat = (j->postings[i] & mask) - part;
        if (seat < size)
            j->seats[seat] = (struct seat){(uint32_t)i, (uint32_t)first};
    }
}

/* True at the second time that the text is proposed: what two texts share by chance is mostly one shingle. */
static bool propose(const struct joining *j, struct joiner *joiner, uint32_t text)
{
    struct proposed *slots = joiner->slots;
    size_t at = text * 0x9E3779B1u >> 8 & j->mask;
    while (slots[at].stamp == joiner->stamp && slots[at].text != text)
        at = (at + 1) & j->mask;
    if (slots[at].stamp != joiner->stamp) {
        slots[at] = (struct proposed){text, joiner->stamp, false};
        return false;
    }
    bool second = !slots[at].repeated;
    slots[at].repeated = true;
    return second;
}

static uint32_t text_at(const struct joining *j, size_t at)
{
    uint64_t seat = j->postings[at] & ((1ull << j->sketches->seat_bits) - 1);
    return (uint32_t)(seat >> j->sketches->most_bits);
}

/* The neighbours before a text in each of its buckets, and the first of the bucket. */
static void join_text(const struct joining *j, uint32_t text, struct found *found, struct joiner *joiner)
{
    const struct seat *seats = j->seats + ((size_t)(text - j->part_first) << j->sketches->most_bits);
    joiner->stamp++;
    for (size_t k = 0; k < (size_t)1 << j->sketches->most_bits; k++) {
        size_t near = seats[k].at - seats[k].first;
        bool far = near > j->window;
        size_t count = far ? j->window : near;
        for (size_t back = 0; back < count + far; back++) {
            uint32_t other = text_at(j, back < count ? seats[k].at - 1 - back : seats[k].first);
            if (propose(j, joiner, other))
                found->keys[found->count++] = (uint64_t)other << 32 | text;
        }
    }
}

static void fetch_text(const struct joining *j, size_t text)
{
    if (text >= j->part_end)
        return;
    const struct seat *seats = j->seats + ((text - j->part_first) << j->sketches->most_bits);
    for (size_t k = 0; k < (size_t)1 << j->sketches->most_bits; k++) {
        if (seats[k].at == seats[k].first)
            continue;
        __builtin_prefetch(&j->postings[seats[k].at - 1]);
        __builtin_prefetch(&j->postings[seats[k].first]);
    }
}

static void join_chunk(const struct joining *j, size_t chunk, struct joiner *joiner)
{
    struct found *found = &j->found[j->part_first / GRAIN + chunk];
    size_t most = ((size_t)j->window + 1) << j->sketches->most_bits;
    size_t begin = j->part_first + chunk * GRAIN;
    size_t end = begin + GRAIN < j->part_end ? begin + GRAIN : j->part_end;
    for (size_t t = begin; t < end && !joiner->failed; t++) {
        fetch_text(j, t + FETCHED_AHEAD);
        if (memory_reserve(&found->keys, &found->capacity, found->count + most, SIZE_MAX / 16))
            join_text(j, (uint32_t)t, found, joiner);
        else
            joiner->failed = true;
    }
}

static void join_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct joining *j = context;
    for (size_t chunk = begin; chunk < end; chunk++)
        join_chunk(j, chunk, &j->joiners[worker]);
}

static bool gather(struct pairs *pairs, const struct found *found, size_t chunks)
{
    size_t count = 0;
    for (size_t c = 0; c < chunks; c++)
        count += found[c].count;
    pairs->keys = memory_new(count, sizeof *pairs->keys);
    for (size_t c = 0; pairs->keys && c < chunks; c++) {
        if (found[c].count)
            memcpy(pairs->keys + pairs->count, found[c].keys, found[c].count * sizeof *pairs->keys);
        pairs->count += found[c].count;
    }
    return pairs->keys != NULL;
}

static bool joining_init(struct joining *j, const struct parallel *parallel, size_t chunks)
{
    size_t most = ((size_t)j->window + 1) << j->sketches->most_bits;
    size_t size = 16;
    while (size < 2 * most)
        size *= 2;
    j->mask = size - 1;
    j->seats = memory_new((size_t)(j->sketches->texts < PART_TEXTS ? j->sketches->texts : PART_TEXTS)
                              << j->sketches->most_bits,
                          sizeof *j->seats);
    j->found = memory_new(chunks, sizeof *j->found);
    j->joiners = memory_new(parallel->workers, sizeof *j->joiners);
    bool ok = j->seats && j->found && j->joiners;
    for (unsigned w = 0; ok && w < parallel->workers; w++) {
        j->joiners[w].slots = memory_new(size, sizeof *j->joiners[w].slots);
        ok = j->joiners[w].slots != NULL;
    }
    return ok;
}

static void joining_release(struct joining *j, const struct parallel *parallel, size_t chunks)
{
    for (unsigned w = 0; j->joiners && w < parallel->workers; w++)
        memory_free(j->joiners[w].slots);
    for (size_t c = 0; j->found && c < chunks; c++)
        memory_free(j->found[c].keys);
    memory_free(j->joiners);
    memory_free(j->found);
    memory_free(j->seats);
}

/* Joins the texts of one part. Seats of the part before are cleared: not every text has all its seats. */
static bool join_part(struct joining *j, const struct parallel *parallel, uint32_t first)
{
    uint32_t left = j->sketches->texts - first;
    j->part_first = first;
    j->part_end = first + (left < PART_TEXTS ? left : PART_TEXTS);
    if (first)
        memset(j->seats, 0, ((size_t)PART_TEXTS << j->sketches->most_bits) * sizeof *j->seats);
    size_t chunks = (j->part_end - first + (size_t)GRAIN - 1) / GRAIN;
    return parallel_loop(parallel, j->sketches->count, SEAT_GRAIN, seat_body, j) &&
           parallel_loop(parallel, chunks, 1, join_body, j);
}

static enum bowline_status join_all(struct joining *j, const struct parallel *parallel)
{
    for (uint64_t first = 0; first < j->sketches->texts; first += PART_TEXTS)
        if (!join_part(j, parallel, (uint32_t)first))
            return BOWLINE_ERROR_INTERRUPTED;
    for (unsigned w = 0; w < parallel->workers; w++)
        if (j->joiners[w].failed)
            return BOWLINE_ERROR_MEMORY;
    return BOWLINE_OK;
}

enum bowline_status pairs_init(struct pairs *pairs, struct sketches *sketches, uint32_t window,
                               const struct parallel *parallel, struct bowline_error *err)
{
    size_t chunks = (sketches->texts + (size_t)GRAIN - 1) / GRAIN;
    struct joining j = {.sketches = sketches, .postings = sketches->postings, .window = window};
    *pairs = (struct pairs){0};
    enum bowline_status status = sort_keys_parallel(sketches->postings, sketches->count, parallel);
    if (status == BOWLINE_OK)
        status = joining_init(&j, parallel, chunks) ? join_all(&j, parallel) : BOWLINE_ERROR_MEMORY;
    if (status == BOWLINE_OK && !gather(pairs, j.found, chunks))
        status = BOWLINE_ERROR_MEMORY;
    joining_release(&j, parallel, chunks);
    sketches_release(sketches);
    if (status == BOWLINE_ERROR_MEMORY)
        return error_memory(err);
    return status ? error_set(err, status, "stopped while pairing texts") : BOWLINE_OK;
}

void pairs_release(struct pairs *pairs)
{
    memory_free(pairs->keys);
    *pairs = (struct pairs){0};
}
