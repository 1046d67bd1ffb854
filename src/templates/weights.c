/* Weights of words. */
#include "templates/weights.h"

#include "base/memory.h"
#include "templates/shingle.h"

static bool reserve(struct weigher *weigher, const struct corpus_text *text)
{
    if (!memory_reserve(&weigher->shingles, &weigher->capacity, text->length, UINT32_MAX))
        weigher->failed = true;
    return !weigher->failed;
}

static size_t gather(struct weigher *weigher, const struct corpus *corpus, const struct frequencies *f,
                     const struct corpus_text *text)
{
    size_t count = 0;
    if (!reserve(weigher, text))
        return 0;
    struct counted_shingle *out = weigher->shingles;
    struct shingle_reader reader = shingle_read(text, corpus->options->shingle_words * WORD_UNITS);
    struct shingle shingle;
    while (shingle_next(&reader, &shingle)) {
        __builtin_prefetch(&f->shingles[frequencies_slot(f, shingle.hash)]);
        out[count++] = (struct counted_shingle){shingle.hash, shingle.begin, shingle.end, 0};
    }
    for (size_t i = 0; i < count; i++)
        weigher->shingles[i].eighths = frequency_eighths(f, shingle_frequency(f, weigher->shingles[i].hash));
    return count;
}

static size_t gather_tallied(struct weigher *weigher, const struct corpus *corpus,
                             const struct corpus_text *text, const struct tally_reader *tally)
{
    size_t count = 0;
    if (!reserve(weigher, text))
        return 0;
    struct counted_shingle *out = weigher->shingles;
    struct shingle_reader reader = shingle_read(text, corpus->options->shingle_words * WORD_UNITS);
    struct shingle shingle;
    while (shingle_next(&reader, &shingle))
        out[count++] = (struct counted_shingle){shingle.hash, shingle.begin, shingle.end,
                                                tally_next(tally, shingle.hash)};
    return count;
}

static void weigh_words(const struct frequencies *f, struct corpus_text *text)
{
    const uint8_t *table = f->word_weights;
    const uint32_t *words = text->words;
    uint8_t *weights = text->weights;
    uint32_t mask = (1u << f->word_bits) - 1;
    for (uint32_t i = 0, length = text->length; i < length; i++) {
        uint8_t weight = table[words[i] & mask];
        weights[i] = code_kind(words[i]) == CODE_SYMBOL ? 0 : weight;
    }
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
        if (now->eighths < PHRASE_EIGHTHS) {
            before = NULL;
            continue;
        }
        if (before) {
            uint32_t w = before->eighths > now->eighths ? before->eighths - now->eighths : 0;
            discount(weights, before->end, now->end, w < 1 ? 1 : w);
        } else {
            uint32_t w = shingle_bits_of(f, now->eighths) / (now->end - now->begin);
            discount(weights, now->begin, now->end, w < 1 ? 1 : w);
        }
        before = now;
    }
}

static void weigh(const struct frequencies *f, struct corpus_text *text,
                  const struct counted_shingle *shingles, size_t count)
{
    uint64_t bits = 0;
    weigh_words(f, text);
    weigh_phrases(f, text->weights, shingles, count);
    const uint8_t *weights = text->weights;
    for (uint32_t i = 0, length = text->length; i < length; i++)
        bits += weights[i] & WEIGHT_MOST;
    text->bits = bits > UINT32_MAX / 4 ? UINT32_MAX / 4 : (uint32_t)bits;
}

size_t text_weigh(struct weigher *weigher, const struct corpus *corpus, const struct frequencies *f,
                  struct corpus_text *text)
{
    size_t count = gather(weigher, corpus, f, text);
    weigh(f, text, weigher->shingles, count);
    return count;
}

size_t text_weigh_tallied(struct weigher *weigher, const struct corpus *corpus, const struct frequencies *f,
                          struct corpus_text *text, const struct tally_reader *tally)
{
    size_t count = gather_tallied(weigher, corpus, text, tally);
    weigh(f, text, weigher->shingles, count);
    return count;
}

void weigher_release(struct weigher *weigher)
{
    memory_free(weigher->shingles);
    *weigher = (struct weigher){0};
}
