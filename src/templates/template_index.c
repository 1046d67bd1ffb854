/* A case's templates as a corpus of their own: their shingles in one sorted table, their words weighed. */
#include "templates/template_index.h"

#include "base/memory.h"
#include "templates/shingle.h"
#include "templates/verify.h"
#include "templates/weights.h"

#define POSTINGS_MOST 64u /* templates of a shingle that are looked at; commoner shingles propose nobody */
#define CANDIDATES    16u /* that are verified: those with the most shingles in common */

struct candidate {
    uint32_t text, shared;
};

struct template_index {
    struct corpus corpus; /* a text for each template, in the order of ids */
    struct frequencies frequencies;
    struct verifier verifier;
    uint32_t *words; /* of all templates, one after the other, and room for a text that is asked about */
    uint8_t *weights;
    struct sort_pair *postings; /* shingle, text; by shingle */
    size_t posting_count;
    uint32_t *shared;     /* of each template: shingles in common with the text asked about */
    uint32_t *touched;    /* templates whose count is not 0 */
    uint32_t *new_words;  /* of the text asked about */
    uint8_t *new_weights; /* the same */
    size_t shared_room, touched_room, new_words_room, new_weights_room;
    struct profile profile;
    struct weigher weigher;
};

static uint32_t kinds_of(const uint32_t *words, uint32_t count)
{
    uint32_t kinds = 0;
    for (uint32_t i = 0; i < count; i++)
        kinds |= words[i] >> 30;
    return kinds;
}

static void set_words(struct corpus_text *text, const uint32_t *words, uint8_t *weights, uint32_t count)
{
    *text = (struct corpus_text){.words = words, .weights = weights, .length = count, .copies = 1};
    text->plain = kinds_of(words, count) == CODE_WORD;
    for (uint32_t i = 0; i < count; i++)
        text->solid += code_kind(words[i]) != CODE_SYMBOL;
}

/* Reads all templates into one array of words; texts are set when it no longer moves. */
static bool read_templates(struct template_index *x, const struct template_table *table)
{
    struct pattern pattern = {0};
    size_t count = 0;
    size_t room = 0;
    uint32_t *lengths = memory_new(table->count, sizeof *lengths);
    bool ok = lengths != NULL;
    for (template_id id = 1; ok && id <= table->count; id++) {
        ok = pattern_read(&pattern, &x->corpus.folds, template_text(table, id)) &&
             memory_reserve(&x->words, &room, count + pattern.length, SIZE_MAX / 8);
        if (ok && pattern.length)
            memcpy(x->words + count, pattern.words, pattern.length * sizeof *x->words);
        count += ok ? pattern.length : 0;
        lengths[id - 1] = pattern.length;
    }
    x->weights = memory_new(count + WEIGHTS_BEYOND, 1);
    x->corpus.texts = memory_new(table->count, sizeof *x->corpus.texts);
    ok = ok && x->weights && x->corpus.texts;
    for (uint32_t t = 0, at = 0; ok && t < table->count; at += lengths[t++])
        set_words(&x->corpus.texts[t], x->words + at, x->weights + at, lengths[t]);
    x->corpus.count = ok ? table->count : 0;
    memory_free(lengths);
    pattern_release(&pattern);
    return ok;
}

static bool post_shingles(struct template_index *x)
{
    size_t room = 0;
    for (uint32_t t = 0; t < x->corpus.count; t++) {
        size_t count = text_weigh(&x->weigher, &x->corpus, &x->frequencies, &x->corpus.texts[t]);
        if (x->weigher.failed ||
            !memory_reserve(&x->postings, &room, x->posting_count + count, SIZE_MAX / 32))
            return false;
        for (size_t i = 0; i < count; i++)
            x->postings[x->posting_count++] = (struct sort_pair){x->weigher.shingles[i].hash, t};
    }
    return sort_pairs(x->postings, x->posting_count);
}

static enum bowline_status index_build(struct template_index *x, const struct template_table *table,
                                       struct bowline_error *err)
{
    enum bowline_status status = fold_table_init(&x->corpus.folds, err);
    if (status != BOWLINE_OK)
        return status;
    if (!read_templates(x, table))
        return error_memory(err);
    status = frequencies_init(&x->frequencies, &x->corpus, err);
    if (status != BOWLINE_OK)
        return status;
    verifier_init(&x->verifier, &x->corpus, &x->frequencies);
    if (!post_shingles(x) || !memory_reserve(&x->shared, &x->shared_room, x->corpus.count, UINT32_MAX) ||
        !memory_reserve(&x->touched, &x->touched_room, x->corpus.count, UINT32_MAX))
        return error_memory(err);
    if (x->corpus.count)
        memset(x->shared, 0, x->corpus.count * sizeof *x->shared);
    return BOWLINE_OK;
}

enum bowline_status template_index_new(const struct template_table *table,
                                       const struct template_options *options, struct template_index **out,
                                       struct bowline_error *err)
{
    struct template_index *x = memory_new(1, sizeof *x);
    *out = NULL;
    if (!x)
        return error_memory(err);
    x->corpus.options = options;
    x->corpus.parallel = &parallel_serial;
    x->corpus.item_count = table->count;
    enum bowline_status status = index_build(x, table, err);
    if (status == BOWLINE_OK)
        *out = x;
    else
        template_index_free(x);
    return status;
}

void template_index_free(struct template_index *x)
{
    if (!x)
        return;
    corpus_release(&x->corpus);
    frequencies_release(&x->frequencies);
    profile_release(&x->profile);
    weigher_release(&x->weigher);
    memory_free(x->words);
    memory_free(x->weights);
    memory_free(x->postings);
    memory_free(x->shared);
    memory_free(x->touched);
    memory_free(x->new_words);
    memory_free(x->new_weights);
    memory_free(x);
}

static size_t first_posting(const struct template_index *x, uint64_t hash)
{
    size_t low = 0;
    for (size_t high = x->posting_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (x->postings[middle].key < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void put_candidate(struct candidate *best, uint32_t *count, struct candidate c)
{
    uint32_t at = *count;
    while (at > 0 && (best[at - 1].shared < c.shared ||
                      (best[at - 1].shared == c.shared && best[at - 1].text > c.text)))
        at--;
    if (at == CANDIDATES)
        return;
    uint32_t last = *count < CANDIDATES ? (*count)++ : CANDIDATES - 1;
    memmove(best + at + 1, best + at, (last - at) * sizeof *best);
    best[at] = c;
}

/* The templates with the most shingles in common. */
static uint32_t propose(struct template_index *x, size_t shingles, struct candidate *best)
{
    uint32_t touched = 0;
    uint32_t count = 0;
    for (size_t i = 0; i < shingles; i++) {
        size_t at = first_posting(x, x->weigher.shingles[i].hash);
        size_t end = at;
        while (end < x->posting_count && x->postings[end].key == x->weigher.shingles[i].hash &&
               end - at <= POSTINGS_MOST)
            end++;
        bool rare = end - at <= POSTINGS_MOST;
        for (; rare && at < end; at++) {
            uint32_t t = (uint32_t)x->postings[at].value;
            if (x->shared[t]++ == 0)
                x->touched[touched++] = t;
        }
    }
    for (uint32_t i = 0; i < touched; i++) {
        put_candidate(best, &count, (struct candidate){x->touched[i], x->shared[x->touched[i]]});
        x->shared[x->touched[i]] = 0;
    }
    return count;
}

static bool read_text(struct template_index *x, struct span text, struct corpus_text *out)
{
    struct word_reader reader;
    struct word word;
    uint32_t count = 0;
    word_reader_init(&reader, &x->corpus.folds, text);
    while (word_next(&reader, &word)) {
        if (!memory_reserve(&x->new_words, &x->new_words_room, (size_t)count + 1, UINT32_MAX))
            return false;
        x->new_words[count++] = word_code(&word);
    }
    if (!memory_reserve(&x->new_weights, &x->new_weights_room, (size_t)count + WEIGHTS_BEYOND, UINT32_MAX))
        return false;
    set_words(out, x->new_words, x->new_weights, count);
    return true;
}

enum bowline_status template_index_find(struct template_index *x, struct span text,
                                        struct template_found *found, struct bowline_error *err)
{
    struct corpus_text words;
    struct candidate best[CANDIDATES + 1];
    *found = (struct template_found){0, 0};
    if (!read_text(x, text, &words))
        return error_memory(err);
    size_t shingles = text_weigh(&x->weigher, &x->corpus, &x->frequencies, &words);
    if (x->weigher.failed)
        return error_memory(err);
    uint32_t count = propose(x, shingles, best);
    for (uint32_t i = 0; i < count; i++) {
        const struct corpus_text *mine = &x->corpus.texts[best[i].text];
        profile_build(&x->profile, &x->corpus, &best[i].text, 1);
        if (x->profile.failed)
            return error_memory(err);
        uint32_t shared = verifier_score(&x->verifier, &x->profile, &words);
        double share =
            2.0 * (shared < mine->solid ? shared : mine->solid) / (mine->solid + (double)words.solid);
        bool better = share > found->share || (share == found->share && best[i].text + 1 < found->id);
        if (shared && better)
            *found = (struct template_found){best[i].text + 1, share};
    }
    return BOWLINE_OK;
}
