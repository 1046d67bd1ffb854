/* Patterns, and texts laid beside them. */
#include "templates/pattern.h"

#include "base/memory.h"

static const char *const slot_names[SLOT_TYPES] = {"",       "number", "price", "phone", "email", "link",
                                                   "handle", "origin", "name",  "place", "free"};

const char *slot_type_name(enum slot_type type)
{
    return type < SLOT_TYPES ? slot_names[type] : "";
}

const char *piece_kind_name(enum piece_kind kind)
{
    static const char *const names[] = {"same", "slot", "moved", "added", "missing"};
    return names[kind];
}

static enum slot_type slot_type_find(struct span name)
{
    for (unsigned i = 1; i < SLOT_TYPES; i++)
        if (span_equal(name, span_of(slot_names[i])))
            return (enum slot_type)i;
    return SLOT_NONE;
}

static bool push_word(struct pattern *p, uint32_t code, struct text_ref name)
{
    size_t need = (size_t)p->length + 1;
    if (!memory_reserve(&p->words, &p->words_capacity, need, UINT32_MAX) ||
        !memory_reserve(&p->names, &p->names_capacity, need, UINT32_MAX))
        return false;
    p->words[p->length] = code;
    p->names[p->length++] = name;
    return true;
}

static bool push_slot(struct pattern *p, enum slot_type type)
{
    if (!memory_reserve(&p->slots, &p->slots_capacity, (size_t)p->slot_count + 1, UINT32_MAX))
        return false;
    p->slots[p->slot_count++] = (struct pattern_slot){type, p->length};
    return true;
}

/* Constants between two slots: the words of the template's text from `at` to `end`. */
static bool read_constants(struct pattern *p, const struct fold_table *folds, struct span text, size_t at,
                           size_t end)
{
    struct word_reader reader;
    struct word word;
    word_reader_init(&reader, folds, (struct span){text.at + at, end - at});
    while (word_next(&reader, &word))
        if (!push_word(p, word_code(&word), (struct text_ref){at + word.at, word.length}))
            return false;
    return true;
}

/* A slot that is a word of its type is a word of the pattern too. */
static bool read_slot(struct pattern *p, struct span text, size_t at, size_t end)
{
    enum slot_type type = slot_type_find((struct span){text.at + at + 1, end - at - 1});
    if (type == SLOT_NONE)
        return true;
    if (!push_slot(p, type))
        return false;
    return type >= SLOT_NAME || push_word(p, typed_code((enum word_kind)(WORD_NUMBER + type - SLOT_NUMBER)),
                                          (struct text_ref){at, (uint32_t)(end + 1 - at)});
}

bool pattern_read(struct pattern *p, const struct fold_table *folds, struct span text)
{
    p->length = p->slot_count = 0;
    for (size_t at = 0; at < text.length;) {
        const char *open = memchr(text.at + at, '{', text.length - at);
        size_t begin = open ? (size_t)(open - text.at) : text.length;
        if (!read_constants(p, folds, text, at, begin))
            return false;
        const char *close = open ? memchr(open, '}', text.length - begin) : NULL;
        if (!close)
            return true;
        if (!read_slot(p, text, begin, (size_t)(close - text.at)))
            return false;
        at = (size_t)(close - text.at) + 1;
    }
    return true;
}

void pattern_release(struct pattern *p)
{
    memory_free(p->words);
    memory_free(p->names);
    memory_free(p->slots);
    *p = (struct pattern){0};
}

static uint32_t read_words(struct comparison *c, const struct fold_table *folds, struct span text)
{
    struct word_reader reader;
    struct word word;
    uint32_t count = 0;
    word_reader_init(&reader, folds, text);
    while (word_next(&reader, &word)) {
        if (!memory_reserve(&c->words, &c->words_capacity, (size_t)count + 1, UINT32_MAX) ||
            !memory_reserve(&c->places, &c->places_capacity, (size_t)count + 1, UINT32_MAX)) {
            c->failed = true;
            return 0;
        }
        c->words[count] = word_code(&word);
        c->places[count++] = (struct text_ref){word.at, word.length};
    }
    return count;
}

/* Pieces of one kind that follow each other become one. */
static void push_piece(struct comparison *c, struct piece piece)
{
    struct piece *last = c->count ? &c->pieces[c->count - 1] : NULL;
    if (last && last->kind == piece.kind && last->slot == piece.slot &&
        last->text.at + last->text.length == piece.text.at) {
        last->text.length += piece.text.length;
        return;
    }
    if (memory_reserve(&c->pieces, &c->capacity, c->count + 1, SIZE_MAX / 64))
        c->pieces[c->count++] = piece;
    else
        c->failed = true;
}

static void push_missing(struct comparison *c, const struct pattern *p, struct span template_text,
                         uint32_t from, uint32_t to)
{
    if (from >= to)
        return;
    size_t begin = p->names[from].at;
    size_t end = p->names[to - 1].at + p->names[to - 1].length;
    push_piece(c, (struct piece){PIECE_MISSING, 0, {template_text.at + begin, end - begin}});
}

/* The slot before the word `gap`, at or after *next; *next moves on. */
static bool find_slot(const struct pattern *p, uint32_t *next, uint32_t gap)
{
    while (*next < p->slot_count && p->slots[*next].gap < gap)
        ++*next;
    return *next < p->slot_count && p->slots[*next].gap == gap;
}

static struct piece classify(const struct comparison *c, const struct pattern *p, uint32_t *slot, uint32_t at,
                             uint32_t expected)
{
    uint32_t match = c->aligner.match[at];
    if (match != ALIGN_NONE) {
        bool typed = false;
        while (!typed && find_slot(p, slot, match)) {
            typed = p->slots[*slot].type < SLOT_NAME;
            *slot += !typed;
        }
        return (struct piece){typed ? PIECE_SLOT : PIECE_SAME, typed ? *slot : 0, {NULL, 0}};
    }
    if (find_slot(p, slot, expected) && p->slots[*slot].type >= SLOT_NAME)
        return (struct piece){PIECE_SLOT, *slot, {NULL, 0}};
    return (struct piece){c->aligner.moved[at] != ALIGN_NONE ? PIECE_MOVED : PIECE_ADDED, 0, {NULL, 0}};
}

void comparison_make(struct comparison *c, const struct pattern *p, struct span template_text,
                     const struct fold_table *folds, struct span text)
{
    c->count = 0;
    uint32_t count = read_words(c, folds, text);
    aligner_set_base(&c->aligner, p->words, p->length);
    aligner_align(&c->aligner, c->words, count);
    c->failed = c->failed || c->aligner.failed;
    uint32_t expected = 0;
    uint32_t slot = 0;
    for (uint32_t at = 0; at < count && !c->failed; at++) {
        uint32_t match = c->aligner.match[at];
        size_t end = at + 1 < count ? c->places[at + 1].at : text.length;
        if (match != ALIGN_NONE)
            push_missing(c, p, template_text, expected, match);
        struct piece piece = classify(c, p, &slot, at, expected);
        piece.text = (struct span){text.at + c->places[at].at, end - c->places[at].at};
        push_piece(c, piece);
        expected = match != ALIGN_NONE ? match + 1 : expected;
    }
    if (!c->failed)
        push_missing(c, p, template_text, expected, p->length);
}

void comparison_release(struct comparison *c)
{
    memory_free(c->pieces);
    memory_free(c->words);
    memory_free(c->places);
    aligner_release(&c->aligner);
    *c = (struct comparison){0};
}
