/* Anchored alignment. */
#include "templates/align.h"

#include "base/memory.h"
#include "templates/shingle.h"

#define STRETCH_UNITS (2 * WORD_UNITS)
#define TWICE         UINT64_MAX /* the place of a stretch that stands more than once */
#define GAP_MOST      24u        /* words of a gap that is aligned exactly */

/* Texts of whole words only, as most are, have their stretches read without looking at what each word is. */
static struct corpus_text text_of(const uint32_t *words, uint32_t length)
{
    uint32_t kinds = 0;
    for (uint32_t i = 0; i < length; i++)
        kinds |= words[i];
    return (struct corpus_text){.words = words, .length = length, .plain = code_kind(kinds) == CODE_WORD};
}

static struct sort_pair *find_slot(const struct aligner *a, uint64_t hash)
{
    size_t at = hash >> 20 & a->mask;
    while (a->slots[at].value && a->slots[at].key != hash)
        at = (at + 1) & a->mask;
    return &a->slots[at];
}

void aligner_set_base(struct aligner *a, const uint32_t *words, uint32_t length)
{
    struct corpus_text text = text_of(words, length);
    struct shingle_reader reader = shingle_read(&text, STRETCH_UNITS);
    struct shingle stretch;
    size_t size = 16;
    while (size < 2 * (size_t)length)
        size *= 2;
    a->base = words;
    a->base_length = length;
    if (!memory_reserve(&a->slots, &a->slots_capacity, size, SIZE_MAX / 32)) {
        a->failed = true;
        return;
    }
    a->mask = size - 1;
    memset(a->slots, 0, size * sizeof *a->slots);
    while (shingle_next(&reader, &stretch)) {
        struct sort_pair *slot = find_slot(a, stretch.hash);
        slot->value = slot->value ? TWICE : (uint64_t)stretch.begin + 1;
        slot->key = stretch.hash;
    }
}

/* The number of tails whose anchor stands before `base` in the base: they ascend, so a binary search. */
static size_t chain_before(const struct aligner *a, size_t tails, uint32_t base)
{
    size_t low = 0;
    if (tails && a->anchors[a->tails[tails - 1]].base < base) /* nearly always */
        return tails;
    while (low < tails) {
        size_t middle = low + (tails - low) / 2;
        if (a->anchors[a->tails[middle]].base < base)
            low = middle + 1;
        else
            tails = middle;
    }
    return low;
}

/* Finds anchors and links them to chains. Returns the last anchor of the longest, or ALIGN_NONE. */
static uint32_t chain_anchors(struct aligner *a, const uint32_t *words, uint32_t length)
{
    struct corpus_text text = text_of(words, length);
    struct shingle_reader reader = shingle_read(&text, STRETCH_UNITS);
    struct shingle stretch;
    uint32_t count = 0;
    size_t tails = 0;
    while (shingle_next(&reader, &stretch)) {
        const struct sort_pair *slot = find_slot(a, stretch.hash);
        if (!slot->value || slot->value == TWICE)
            continue;
        uint32_t base = (uint32_t)slot->value - 1;
        size_t longest = chain_before(a, tails, base);
        a->anchors[count] = (struct anchor){stretch.begin, base, stretch.end - stretch.begin,
                                            longest ? a->tails[longest - 1] : ALIGN_NONE};
        a->tails[longest] = count++;
        tails = longest == tails ? tails + 1 : tails;
    }
    return tails ? a->tails[tails - 1] : ALIGN_NONE;
}

/* Writes the chain's matches from its end; an anchor's words stop where the next anchor begins. */
static void write_chain(struct aligner *a, const uint32_t *words, uint32_t last, uint32_t length)
{
    uint32_t end_at = length;
    uint32_t end_base = a->base_length;
    for (uint32_t n = last; n != ALIGN_NONE; n = a->anchors[n].before) {
        const struct anchor *anchor = &a->anchors[n];
        for (uint32_t i = 0; i < anchor->length && anchor->at + i < end_at && anchor->base + i < end_base;
             i++)
            if (words[anchor->at + i] == a->base[anchor->base + i])
                a->match[anchor->at + i] = anchor->base + i;
        end_at = anchor->at;
        end_base = anchor->base;
    }
}

/* Words [at, end) of the text and [base, base_end) of the base that lie between matches. */
struct gap {
    uint32_t at, end, base, base_end;
};

static void fill_exactly(struct aligner *a, const uint32_t *words, struct gap g)
{
    uint8_t best[GAP_MOST + 1][GAP_MOST + 1] = {{0}};
    uint32_t rows = g.end - g.at;
    uint32_t columns = g.base_end - g.base;
    for (uint32_t i = rows; i-- > 0;)
        for (uint32_t j = columns; j-- > 0;) {
            uint8_t skip = best[i + 1][j] > best[i][j + 1] ? best[i + 1][j] : best[i][j + 1];
            bool same = words[g.at + i] == a->base[g.base + j];
            best[i][j] = same ? (uint8_t)(best[i + 1][j + 1] + 1) : skip;
        }
    for (uint32_t i = 0, j = 0; i < rows && j < columns;) {
        if (words[g.at + i] == a->base[g.base + j])
            a->match[g.at + i++] = g.base + j++;
        else if (best[i + 1][j] >= best[i][j + 1])
            i++;
        else
            j++;
    }
}

static void fill_gap(struct aligner *a, const uint32_t *words, struct gap g)
{
    while (g.at < g.end && g.base < g.base_end && words[g.at] == a->base[g.base])
        a->match[g.at++] = g.base++;
    while (g.at < g.end && g.base < g.base_end && words[g.end - 1] == a->base[g.base_end - 1])
        a->match[--g.end] = --g.base_end;
    if (g.at < g.end && g.base < g.base_end && g.end - g.at <= GAP_MOST && g.base_end - g.base <= GAP_MOST)
        fill_exactly(a, words, g);
}

static void fill_gaps(struct aligner *a, const uint32_t *words, uint32_t length)
{
    uint32_t at = 0;
    uint32_t base = 0;
    while (at < length) {
        uint32_t end = at;
        while (end < length && a->match[end] == ALIGN_NONE)
            end++;
        uint32_t base_end = end < length ? a->match[end] : a->base_length;
        fill_gap(a, words, (struct gap){at, end, base, base_end});
        at = end + 1;
        base = base_end + 1;
    }
}

/* Words without a match whose stretch stands once in the base, at another place: sentences were reordered. */
static void find_moved(struct aligner *a, const uint32_t *words, uint32_t length)
{
    struct corpus_text text = text_of(words, length);
    struct shingle_reader reader = shingle_read(&text, STRETCH_UNITS);
    struct shingle stretch;
    if (length)
        memset(a->moved, 0xff, length * sizeof *a->moved);
    while (shingle_next(&reader, &stretch)) {
        if (a->match[stretch.begin] != ALIGN_NONE && a->match[stretch.end - 1] != ALIGN_NONE)
            continue;
        const struct sort_pair *slot = find_slot(a, stretch.hash);
        if (!slot->value || slot->value == TWICE)
            continue;
        uint32_t base = (uint32_t)slot->value - 1;
        for (uint32_t i = 0; i < stretch.end - stretch.begin && base + i < a->base_length; i++)
            if (a->match[stretch.begin + i] == ALIGN_NONE && words[stretch.begin + i] == a->base[base + i])
                a->moved[stretch.begin + i] = base + i;
    }
}

void aligner_align(struct aligner *a, const uint32_t *words, uint32_t length)
{
    bool ok = memory_reserve(&a->anchors, &a->anchors_capacity, length, UINT32_MAX) &&
              memory_reserve(&a->tails, &a->tails_capacity, length, UINT32_MAX) &&
              memory_reserve(&a->match, &a->match_capacity, length, UINT32_MAX) &&
              memory_reserve(&a->moved, &a->moved_capacity, length, UINT32_MAX);
    if (!ok || a->failed) {
        a->failed = true;
        return;
    }
    if (length)
        memset(a->match, 0xff, length * sizeof *a->match);
    write_chain(a, words, chain_anchors(a, words, length), length);
    fill_gaps(a, words, length);
    find_moved(a, words, length);
}

void aligner_release(struct aligner *a)
{
    memory_free(a->slots);
    memory_free(a->anchors);
    memory_free(a->tails);
    memory_free(a->match);
    memory_free(a->moved);
    *a = (struct aligner){0};
}
