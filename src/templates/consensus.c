/* Majority of members over a base text. */
#include "templates/consensus.h"

#include "base/hash.h"
#include "base/memory.h"

static bool push_word(struct consensus *c, uint32_t word, struct origin origin)
{
    size_t need = (size_t)c->length + 1;
    if (!memory_reserve(&c->words, &c->words_capacity, need, UINT32_MAX) ||
        !memory_reserve(&c->origins, &c->origins_capacity, need, UINT32_MAX))
        return false;
    c->words[c->length] = word;
    c->origins[c->length++] = origin;
    return true;
}

static bool push_insertion(struct consensus *c, const struct corpus_text *text, struct insertion insertion)
{
    if (!memory_reserve(&c->insertions, &c->insertions_capacity, c->insertion_count + 1, UINT32_MAX))
        return false;
    insertion.hash = hash_bytes(text->words + insertion.at, insertion.length * sizeof *text->words, 0);
    c->insertions[c->insertion_count++] = insertion;
    return true;
}

/* Counts what one member has of the base, and notes what it has besides. */
static bool count_member(struct consensus *c, const struct corpus *corpus, uint32_t member)
{
    const struct corpus_text *text = &corpus->texts[member];
    aligner_align(&c->aligner, text->words, text->length);
    const uint32_t *match = c->aligner.match;
    if (c->aligner.failed)
        return false;
    for (uint32_t at = 0; at < text->length;) {
        uint32_t end = at;
        if (match[at] != ALIGN_NONE) {
            c->support[match[at++]]++;
            continue;
        }
        while (end < text->length && match[end] == ALIGN_NONE) {
            if (c->aligner.moved[end] != ALIGN_NONE)
                c->support[c->aligner.moved[end]]++;
            end++;
        }
        uint32_t before = end < text->length ? match[end] : c->aligner.base_length;
        if (!push_insertion(c, text, (struct insertion){before, member, at, end - at, 0}))
            return false;
        at = end;
    }
    return true;
}

static void count_leader(struct consensus *c, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++)
        c->support[i]++;
}

/* Puts equal insertions at one place side by side. */
static bool order_insertions(struct consensus *c)
{
    if (!memory_reserve(&c->order, &c->order_capacity, c->insertion_count, UINT32_MAX))
        return false;
    for (size_t i = 0; i < c->insertion_count; i++)
        c->order[i] =
            (struct sort_pair){(uint64_t)c->insertions[i].before << 32 | c->insertions[i].hash >> 32, i};
    return sort_pairs(c->order, c->insertion_count);
}

/* Pushes the insertion before word `place` that most members share, if there is one; *next moves on. */
static bool push_common(struct consensus *c, const struct corpus *corpus, size_t *next, uint32_t place,
                        uint32_t sample)
{
    while (*next < c->insertion_count && c->order[*next].key >> 32 == place) {
        const struct insertion *first = &c->insertions[c->order[*next].value];
        size_t end = *next;
        while (end < c->insertion_count && c->order[end].key >> 32 == place &&
               c->insertions[c->order[end].value].hash == first->hash)
            end++;
        bool common = 2 * (end - *next) > sample;
        for (uint32_t i = 0; common && i < first->length; i++)
            if (!push_word(c, corpus->texts[first->text].words[first->at + i],
                           (struct origin){first->text, first->at + i}))
                return false;
        *next = end;
    }
    return true;
}

static bool elect(struct consensus *c, const struct corpus *corpus, uint32_t leader, uint32_t sample)
{
    const struct corpus_text *base = &corpus->texts[leader];
    size_t next = 0;
    c->length = 0;
    if (!order_insertions(c))
        return false;
    for (uint32_t i = 0; i <= base->length; i++) {
        if (!push_common(c, corpus, &next, i, sample))
            return false;
        if (i < base->length && 2 * c->support[i] > sample &&
            !push_word(c, base->words[i], (struct origin){leader, i}))
            return false;
    }
    return true;
}

static bool vote(struct consensus *c, const struct corpus *corpus, const uint32_t *members, uint32_t sample,
                 uint32_t leader)
{
    const struct corpus_text *base = &corpus->texts[leader];
    if (!memory_reserve(&c->support, &c->support_capacity, base->length, UINT32_MAX))
        return false;
    memset(c->support, 0, base->length * sizeof *c->support);
    c->insertion_count = 0;
    aligner_set_base(&c->aligner, base->words, base->length);
    bool seen = false;
    for (uint32_t i = 0; i < sample; i++) {
        uint32_t member = members[i];
        seen = seen || member == leader;
        if (i + 1 == sample && !seen)
            member = leader;
        if (member == leader)
            count_leader(c, base->length);
        else if (!count_member(c, corpus, member))
            return false;
    }
    return elect(c, corpus, leader, sample);
}

void consensus_build(struct consensus *c, const struct corpus *corpus, const uint32_t *members,
                     uint32_t count, uint32_t leader)
{
    uint32_t sample = count < CONSENSUS_SAMPLE ? count : CONSENSUS_SAMPLE;
    if (!vote(c, corpus, members, sample, leader))
        c->failed = true;
    else
        aligner_set_base(&c->aligner, c->words, c->length);
    c->failed = c->failed || c->aligner.failed;
}

void consensus_release(struct consensus *c)
{
    memory_free(c->words);
    memory_free(c->origins);
    memory_free(c->support);
    memory_free(c->insertions);
    memory_free(c->order);
    aligner_release(&c->aligner);
    *c = (struct consensus){0};
}
