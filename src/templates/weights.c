/* Weights of words. */
#include "templates/weights.h"

#include "base/memory.h"
#include "templates/shingle.h"

#define PHRASE_TEXTS 32u /* a phrase in fewer texts is not taken for boilerplate */

static size_t gather(struct weigher *weigher, const struct corpus *corpus, const struct frequencies *f,
                     const struct corpus_text *text)
{
    struct shingle_reader reader = shingle_read(text, corpus->options->shingle_words * WORD_UNITS);
    struct shingle shingle;
    size_t count = 0;
    if (!memory_reserve(&weigher->shingles, &weigher->capacity, text->length, UINT32_MAX)) {
        weigher->failed = true;
        return 0;
    }
    while (shingle_next(&reader, &shingle)) {
        __builtin_prefetch(&f->shingles[frequencies_slot(f, shingle.hash)]);
        weigher->shingles[count++] = (struct counted_shingle){shingle.hash, shingle.begin, shingle.end, 0};
    }
    for (size_t i = 0; i < count; i++)
        weigher->shingles[i].frequency = shingle_frequency(f, weigher->shingles[i].hash);
    return count;
}

static void weigh_words(const struct frequencies *f, struct corpus_text *text)
{
    for (uint32_t i = 0; i < text->length; i++)
        text->weights[i] = code_kind(text->words[i]) == CODE_SYMBOL ? 0 : word_weight(f, text->words[i]);
}

static void discount(uint8_t *weights, uint32_t begin, uint32_t end, uint32_t weight)
{
    for (uint32_t i = begin; i < end; i++)
        if ((weights[i] & WEIGHT_MOST) > weight)
            weights[i] = (uint8_t)(weight | PHRASE_FLAG);
}

/* The words of a common phrase follow from each other: the phrase costs what its frequency says, its first
 * shingle shared among its words, each further word what the phrase loses in texts by it. */
static void weigh_phrases(const struct frequencies *f, uint8_t *weights,
                          const struct counted_shingle *shingles, size_t count)
{
    const struct counted_shingle *before = NULL;
    for (size_t n = 0; n < count; n++) {
        const struct counted_shingle *now = &shingles[n];
        if (now->frequency < PHRASE_TEXTS) {
            before = NULL;
            continue;
        }
        if (before) {
            uint32_t w = bits_of_frequency(f, before->frequency, now->frequency);
            discount(weights, before->end, now->end, w < 1 ? 1 : w);
        } else {
            uint32_t w = bits_of_frequency(f, f->text_total, now->frequency) / (now->end - now->begin);
            discount(weights, now->begin, now->end, w < 1 ? 1 : w);
        }
        before = now;
    }
}

size_t text_weigh(struct weigher *weigher, const struct corpus *corpus, const struct frequencies *f,
                  struct corpus_text *text)
{
    uint64_t bits = 0;
    size_t count = gather(weigher, corpus, f, text);
    weigh_words(f, text);
    weigh_phrases(f, text->weights, weigher->shingles, count);
    for (uint32_t i = 0; i < text->length; i++)
        bits += text->weights[i] & WEIGHT_MOST;
    text->bits = bits > UINT32_MAX / 4 ? UINT32_MAX / 4 : (uint32_t)bits;
    return count;
}

void weigher_release(struct weigher *weigher)
{
    memory_free(weigher->shingles);
    *weigher = (struct weigher){0};
}
