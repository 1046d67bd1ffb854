/* The set of blinded words, made from their list. */
#include "text/blinding.h"

#include "base/hash.h"
#include "base/memory.h"
#include "text/words.h"

#include <assert.h>

extern const char text_blinding_words[];

enum { SLOTS = 1 << 15, FILTER_WORDS = 1 << (BLINDING_FILTER_BITS - 6), ENDINGS_MOST = 40, WORD_MOST = 128 };

struct endings {
    struct span items[ENDINGS_MOST];
    unsigned count;
};

uint64_t blinding_join(uint64_t sequence, uint64_t word)
{
    return hash_mix(sequence + 0x9e3779b97f4a7c15u) ^ word;
}

uint64_t blinding_beginning(uint64_t sequence)
{
    return hash_mix(~sequence);
}

static uint32_t slot_of(const struct blinding *b, uint64_t hash)
{
    uint32_t at = (uint32_t)hash & b->mask;
    while (b->slots[at] && b->slots[at] != hash)
        at = (at + 1) & b->mask;
    return at;
}

bool blinding_has(const struct blinding *b, uint64_t hash)
{
    return b->slots[slot_of(b, hash)] == hash;
}

static void put(struct blinding *b, uint64_t hash)
{
    uint64_t bit = hash >> (64 - BLINDING_FILTER_BITS);
    uint32_t at = slot_of(b, hash);
    b->filter[bit >> 6] |= 1ull << (bit & 63);
    b->used += b->slots[at] == 0;
    b->slots[at] = hash;
    assert(b->used <= SLOTS / 4 * 3); /* a longer list needs more slots */
}

/* All beginnings of a sequence lead on to the whole. */
static void put_word(struct blinding *b, const struct fold_table *folds, struct span text)
{
    struct word_reader reader;
    struct word word;
    uint64_t sequence = 0;
    word_reader_init(&reader, folds, text);
    for (bool first = true; word_read(&reader, &word); first = false) {
        if (!first)
            put(b, blinding_beginning(sequence));
        sequence = first ? word.hash : blinding_join(sequence, word.hash);
    }
    put(b, sequence);
}

/* The next part of a line; blanks stand between parts. */
static struct span take_part(struct span *line)
{
    while (line->length && *line->at == ' ')
        *line = (struct span){line->at + 1, line->length - 1};
    const char *blank = line->length ? memchr(line->at, ' ', line->length) : NULL;
    struct span part = {line->at, blank ? (size_t)(blank - line->at) : line->length};
    *line = (struct span){line->at + part.length, line->length - part.length};
    return part;
}

static void put_forms(struct blinding *b, const struct fold_table *folds, struct span stem,
                      const struct endings *endings)
{
    char form[WORD_MOST];
    for (unsigned i = 0; i < endings->count; i++) {
        struct span ending = endings->items[i];
        ending.length = span_equal(ending, span_of("-")) ? 0 : ending.length;
        assert(stem.length + ending.length <= sizeof form);
        memcpy(form, stem.at, stem.length);
        memcpy(form + stem.length, ending.at, ending.length);
        put_word(b, folds, (struct span){form, stem.length + ending.length});
    }
}

/* "language ending ending: stem stem". */
static void put_line(struct blinding *b, const struct fold_table *folds, struct span line)
{
    const char *colon = line.length && *line.at != '#' ? memchr(line.at, ':', line.length) : NULL;
    struct endings endings = {.count = 0};
    if (!colon)
        return;
    struct span head = {line.at, (size_t)(colon - line.at)};
    struct span stems = {colon + 1, line.length - head.length - 1};
    take_part(&head);
    for (struct span part; (part = take_part(&head)).length;) {
        assert(endings.count < ENDINGS_MOST);
        endings.items[endings.count++] = part;
    }
    for (struct span stem; (stem = take_part(&stems)).length;)
        put_forms(b, folds, stem, &endings);
}

enum bowline_status blinding_init(struct blinding *b, const struct fold_table *folds,
                                  struct bowline_error *err)
{
    *b = (struct blinding){.filter = memory_new(FILTER_WORDS, sizeof *b->filter),
                           .slots = memory_new(SLOTS, sizeof *b->slots),
                           .mask = SLOTS - 1};
    if (!b->filter || !b->slots) {
        blinding_release(b);
        return error_memory(err);
    }
    for (const char *at = text_blinding_words; *at;) {
        size_t length = strcspn(at, "\n");
        put_line(b, folds, (struct span){at, length});
        at += length + (at[length] == '\n');
    }
    return BOWLINE_OK;
}

void blinding_release(struct blinding *b)
{
    memory_free(b->filter);
    memory_free(b->slots);
    *b = (struct blinding){0};
}
