/* Drafts: slots between the words of a consensus, bits of members, and the template written out. */
#include "templates/slots.h"

#include "base/memory.h"

#define CELL_WORDS       16u /* of a name or a place that are read */
#define FILL_WORDS       8u  /* of a fill that may be one */
#define VOTERS           8u  /* members that are asked for a slot's type */
#define SLOT_TYPES_VOTED 2
#define LOG2_E           12u /* log2 of e, in eighths of a bit */
#define POOL_MOST        ((size_t)1 << 32)

struct fill {
    uint32_t gap, words;
    uint32_t at;   /* the first of its words in the text */
    bool replaces; /* words of the template */
};

struct noted_member {
    size_t fills; /* the first of its fills */
    uint32_t skips;
    int64_t taken; /* eighths of a bit */
};

struct drafter {
    struct consensus consensus;
    uint32_t *filled; /* of each gap of the consensus: members with words there */
    size_t filled_capacity;
    uint32_t slot_count;
    struct fill *fills; /* of all members, one after the other */
    size_t fill_count, fills_capacity;
    struct noted_member *noted;
    size_t noted_capacity;
    uint8_t
        *votes[SLOT_TYPES_VOTED]; /* of each gap: sampled members whose fill is their record's name, place */
    size_t votes_capacity[SLOT_TYPES_VOTED];
    uint8_t *voters; /* of each gap: sampled members that fill it */
    size_t voters_capacity;
    struct text_ref *names; /* of each word of the consensus, in `letters` */
    size_t names_capacity;
    struct buffer letters;
};

struct drafting {
    struct drafts *drafts;
    const struct verifier *verifier;
    const struct corpus *corpus;
    const struct groups *groups;
    struct drafter *drafters; /* a worker's own */
};

/* What saying a number of 1 or more costs: its Elias gamma code. */
static uint32_t number_cost(const struct frequencies *f, uint32_t n)
{
    return WEIGHT_UNIT + 2 * (log2_eighths(f, n) / WEIGHT_UNIT * WEIGHT_UNIT);
}

/* What choosing k of n places costs, and saying k: log2 of n over k is at most k log2(e n / k). */
static uint32_t places_cost(const struct frequencies *f, uint32_t n, uint32_t k)
{
    uint32_t each = log2_eighths(f, (uint64_t)n + k) - log2_eighths(f, k) + LOG2_E;
    return number_cost(f, k + 1) + k * each;
}

/* The words of [begin, end) that stand elsewhere in the template, less what naming each such stretch costs.
 */
static uint32_t moved_saving(const struct drafting *d, const struct drafter *drafter,
                             const struct corpus_text *text, uint32_t begin, uint32_t end)
{
    const uint32_t *moved = drafter->consensus.aligner.moved;
    const struct frequencies *f = d->verifier->f;
    uint32_t saving = 0;
    for (uint32_t at = begin; at < end;) {
        uint32_t first = at;
        uint32_t bits = text->weights[at] & WEIGHT_MOST;
        if (moved[at++] == ALIGN_NONE)
            continue;
        while (at < end && moved[at] == moved[at - 1] + 1)
            bits += text->weights[at++] & WEIGHT_MOST;
        uint32_t cost = log2_eighths(f, drafter->consensus.length + 1) + number_cost(f, at - first);
        saving += bits > cost ? bits - cost : 0;
    }
    return saving;
}

/* Words of [begin, end) that are no symbols: emoji cost nothing, here or there, and make no slot. */
static uint32_t count_solid(const uint32_t *words, uint32_t begin, uint32_t end)
{
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; i++)
        count += code_kind(words[i]) != CODE_SYMBOL;
    return count;
}

/* Notes where a member differs from the template: the gaps that it fills, and how often it skips words of the
 * template. */
static bool note_member(const struct drafting *d, struct drafter *drafter, const struct corpus_text *text,
                        struct noted_member *noted)
{
    const uint32_t *match = drafter->consensus.aligner.match;
    uint32_t expected = 0;
    *noted = (struct noted_member){.fills = drafter->fill_count};
    for (uint32_t at = 0; at <= text->length; at++) {
        uint32_t begin = at;
        while (at < text->length && match[at] == ALIGN_NONE)
            at++;
        uint32_t next = at < text->length ? match[at] : drafter->consensus.length;
        uint32_t filled = count_solid(text->words, begin, at);
        bool skips = next > expected && count_solid(drafter->consensus.words, expected, next) > 0;
        noted->skips += skips;
        noted->taken += at < text->length ? text->weights[at] & WEIGHT_MOST : 0;
        if (filled) {
            if (!memory_reserve(&drafter->fills, &drafter->fills_capacity, drafter->fill_count + 1,
                                SIZE_MAX / 32))
                return false;
            drafter->fills[drafter->fill_count++] = (struct fill){expected, filled, begin, skips};
            drafter->filled[expected]++;
            noted->taken += moved_saving(d, drafter, text, begin, at);
        }
        expected = next + 1;
    }
    return true;
}

/* A gap is a slot of the template where two members in five fill it. */
static bool is_slot(const struct drafter *drafter, uint32_t gap, uint32_t members)
{
    return 5 * drafter->filled[gap] >= 2 * members;
}

/* What a member saves: the words that it takes from the template, less naming the template, what it puts into
 * each slot, and each place where it leaves the template. */
static int64_t member_saving(const struct drafting *d, const struct drafter *drafter,
                             const struct noted_member *noted, size_t end, uint32_t members)
{
    const struct frequencies *f = d->verifier->f;
    uint32_t edits = noted->skips;
    int64_t saving = noted->taken - log2_eighths(f, (uint64_t)d->groups->count + 1) -
                     (int64_t)drafter->slot_count * WEIGHT_UNIT;
    for (size_t i = noted->fills; i < end; i++) {
        const struct fill *fill = &drafter->fills[i];
        edits += !is_slot(drafter, fill->gap, members) && !fill->replaces;
        saving -= number_cost(f, fill->words);
    }
    return saving - places_cost(f, drafter->consensus.length + 1, edits);
}

/* The template itself: its constants, and where its slots are. */
static int64_t template_cost(const struct drafting *d, const struct drafter *drafter)
{
    const struct consensus *c = &drafter->consensus;
    int64_t cost = places_cost(d->verifier->f, c->length + 1, drafter->slot_count);
    for (uint32_t i = 0; i < c->length; i++)
        cost += d->corpus->texts[c->origins[i].text].weights[c->origins[i].at] & WEIGHT_MOST;
    return cost;
}

/* The letters of the consensus' words that come from one text. Places ascend, so one reading is enough. */
static bool name_words(const struct drafting *d, struct drafter *drafter, uint32_t source)
{
    const struct consensus *c = &drafter->consensus;
    const struct corpus *corpus = d->corpus;
    struct word_reader reader;
    struct word word;
    uint32_t at = 0;
    word_reader_init(&reader, &corpus->folds,
                     corpus->items[corpus->copies[corpus->texts[source].first_copy]].text);
    for (uint32_t i = 0; i < c->length; i++) {
        if (c->origins[i].text != source)
            continue;
        while (at <= c->origins[i].at && word_next(&reader, &word))
            at++;
        if (word_is_typed(word.kind)) {
            uint64_t begin = drafter->letters.length;
            buffer_format(&drafter->letters, "{%s}", word_kind_name(word.kind));
            drafter->names[i] = (struct text_ref){begin, (uint32_t)(drafter->letters.length - begin)};
        } else {
            drafter->names[i] = buffer_keep(&drafter->letters, (struct span){reader.folded, reader.size});
        }
    }
    return buffer_ok(&drafter->letters);
}

static bool name_all(const struct drafting *d, struct drafter *drafter, const uint32_t *members,
                     uint32_t count)
{
    const struct consensus *c = &drafter->consensus;
    buffer_reset(&drafter->letters);
    if (!memory_reserve(&drafter->names, &drafter->names_capacity, c->length, UINT32_MAX))
        return false;
    for (uint32_t m = 0; m < count; m++) {
        bool used = false;
        for (uint32_t i = 0; i < c->length && !used; i++)
            used = c->origins[i].text == members[m];
        if (used && !name_words(d, drafter, members[m]))
            return false;
    }
    return true;
}

/* Words of scripts without spaces stand side by side. */
static bool needs_space(const struct consensus *c, uint32_t at)
{
    uint32_t left = c->words[at - 1] >> 30;
    uint32_t right = c->words[at] >> 30;
    return !((left == 1 || left == 2) && (right == 1 || right == 2));
}

/* Whether the words of a fill, symbols aside, all stand in the cell. */
static bool fill_is_from(const struct drafting *d, const struct corpus_text *text, const struct fill *fill,
                         struct span cell)
{
    uint32_t found = 0;
    struct word_reader reader;
    struct word word;
    word_reader_init(&reader, &d->corpus->folds, cell);
    for (uint32_t n = 0; n < CELL_WORDS && word_next(&reader, &word); n++)
        for (uint32_t i = 0; i < fill->words; i++)
            found |= text->words[fill->at + i] == word_code(&word) ? 1u << i : 0;
    return found + 1 == 1u << fill->words;
}

static bool reserve_votes(struct drafter *drafter, size_t gaps)
{
    for (unsigned k = 0; k < SLOT_TYPES_VOTED; k++) {
        if (!memory_reserve(&drafter->votes[k], &drafter->votes_capacity[k], gaps, UINT32_MAX))
            return false;
        memset(drafter->votes[k], 0, gaps);
    }
    if (!memory_reserve(&drafter->voters, &drafter->voters_capacity, gaps, UINT32_MAX))
        return false;
    memset(drafter->voters, 0, gaps);
    return true;
}

/* Asks a few members whether a slot holds what their record's columns call a name or a place. */
static bool vote_types(const struct drafting *d, struct drafter *drafter, const uint32_t *members,
                       uint32_t count)
{
    uint32_t voters = count < VOTERS ? count : VOTERS;
    if (!reserve_votes(drafter, (size_t)drafter->consensus.length + 1))
        return false;
    for (uint32_t m = 0; m < voters; m++) {
        const struct corpus_text *text = &d->corpus->texts[members[m]];
        const struct text_item *item = &d->corpus->items[d->corpus->copies[text->first_copy]];
        const struct span cells[SLOT_TYPES_VOTED] = {item->name, item->place};
        size_t end = m + 1 < count ? drafter->noted[m + 1].fills : drafter->fill_count;
        for (size_t i = drafter->noted[m].fills; i < end; i++) {
            const struct fill *fill = &drafter->fills[i];
            drafter->voters[fill->gap]++;
            for (unsigned k = 0; k < SLOT_TYPES_VOTED; k++)
                if (fill->words <= FILL_WORDS && cells[k].length)
                    drafter->votes[k][fill->gap] += fill_is_from(d, text, fill, cells[k]);
        }
    }
    return true;
}

/* What most of the asked members say. */
static const char *slot_mark(const struct drafter *drafter, uint32_t gap)
{
    if (2 * drafter->votes[0][gap] > drafter->voters[gap])
        return "{name}";
    return 2 * drafter->votes[1][gap] > drafter->voters[gap] ? "{place}" : "{free}";
}

static void write_template(const struct drafter *drafter, uint32_t members, struct buffer *out)
{
    const struct consensus *c = &drafter->consensus;
    for (uint32_t i = 0; i <= c->length; i++) {
        bool slot = is_slot(drafter, i, members);
        if (i > 0 && (slot || (i < c->length && needs_space(c, i))))
            buffer_append_char(out, ' ');
        if (slot)
            buffer_append_text(out, slot_mark(drafter, i));
        if (slot && i < c->length)
            buffer_append_char(out, ' ');
        if (i < c->length)
            buffer_append_span(out, buffer_span(&drafter->letters, drafter->names[i]));
    }
}

static bool note_members(const struct drafting *d, struct drafter *drafter, const uint32_t *members,
                         uint32_t count)
{
    struct consensus *c = &drafter->consensus;
    size_t gaps = (size_t)c->length + 1;
    drafter->fill_count = 0;
    if (!memory_reserve(&drafter->filled, &drafter->filled_capacity, gaps, UINT32_MAX) ||
        !memory_reserve(&drafter->noted, &drafter->noted_capacity, count, UINT32_MAX))
        return false;
    memset(drafter->filled, 0, gaps * sizeof *drafter->filled);
    for (uint32_t m = 0; m < count; m++) {
        const struct corpus_text *text = &d->corpus->texts[members[m]];
        aligner_align(&c->aligner, text->words, text->length);
        if (c->aligner.failed || !note_member(d, drafter, text, &drafter->noted[m]))
            return false;
    }
    drafter->slot_count = 0;
    for (uint32_t i = 0; i < gaps; i++)
        drafter->slot_count += is_slot(drafter, i, count);
    return true;
}

static bool save_members(const struct drafting *d, struct drafter *drafter, uint32_t group)
{
    const struct groups *g = d->groups;
    struct draft *draft = &d->drafts->groups[group];
    const uint32_t *members = g->members + g->first[group];
    uint32_t count = g->first[group + 1] - g->first[group];
    if (!note_members(d, drafter, members, count))
        return false;
    draft->saved = -template_cost(d, drafter);
    for (uint32_t m = 0; m < count; m++) {
        const struct corpus_text *text = &d->corpus->texts[members[m]];
        size_t end = m + 1 < count ? drafter->noted[m + 1].fills : drafter->fill_count;
        int64_t saving = member_saving(d, drafter, &drafter->noted[m], end, count);
        d->drafts->member_bits[g->first[group] + m] = saving > 0 ? (int32_t)saving : 0;
        draft->saved += saving > 0 ? saving * text->copies : 0;
        draft->copies += saving > 0 ? text->copies : 0;
    }
    return true;
}

static bool draft_group(const struct drafting *d, struct drafter *drafter, uint32_t group)
{
    const struct groups *g = d->groups;
    const uint32_t *members = g->members + g->first[group];
    uint32_t count = g->first[group + 1] - g->first[group];
    struct draft *draft = &d->drafts->groups[group];
    struct buffer *pool = &d->drafts->chunks[group / DRAFT_GRAIN].pool;
    consensus_build(&drafter->consensus, d->corpus, members, count, g->leader[members[0]]);
    if (drafter->consensus.failed || !save_members(d, drafter, group))
        return false;
    if (draft->saved <= 0 || draft->copies < 2)
        return true;
    if (!name_all(d, drafter, members, count) || !vote_types(d, drafter, members, count))
        return false;
    size_t begin = pool->length;
    write_template(drafter, count, pool);
    draft->text = (struct text_ref){begin, (uint32_t)(pool->length - begin)};
    return buffer_ok(pool);
}

static void draft_body(void *context, size_t begin, size_t end, unsigned worker)
{
    const struct drafting *d = context;
    for (size_t chunk = begin; chunk < end; chunk++) {
        size_t last =
            (chunk + 1) * DRAFT_GRAIN < d->groups->count ? (chunk + 1) * DRAFT_GRAIN : d->groups->count;
        for (size_t g = chunk * DRAFT_GRAIN; g < last && !d->drafts->chunks[chunk].failed; g++)
            d->drafts->chunks[chunk].failed = !draft_group(d, &d->drafters[worker], (uint32_t)g);
    }
}

static void drafter_release(struct drafter *drafter)
{
    consensus_release(&drafter->consensus);
    memory_free(drafter->filled);
    memory_free(drafter->fills);
    memory_free(drafter->noted);
    memory_free(drafter->voters);
    for (unsigned k = 0; k < SLOT_TYPES_VOTED; k++)
        memory_free(drafter->votes[k]);
    memory_free(drafter->names);
    buffer_release(&drafter->letters);
}

static enum bowline_status draft_all(struct drafting *d, struct bowline_error *err)
{
    const struct parallel *parallel = d->corpus->parallel;
    for (unsigned w = 0; w < parallel->workers; w++)
        buffer_init(&d->drafters[w].letters, POOL_MOST);
    for (size_t i = 0; i < d->drafts->chunk_count; i++)
        buffer_init(&d->drafts->chunks[i].pool, POOL_MOST);
    if (!parallel_loop(parallel, d->drafts->chunk_count, 1, draft_body, d))
        return error_set(err, BOWLINE_ERROR_INTERRUPTED, "stopped while writing templates");
    for (size_t i = 0; i < d->drafts->chunk_count; i++)
        if (d->drafts->chunks[i].failed)
            return error_memory(err);
    return BOWLINE_OK;
}

enum bowline_status drafts_init(struct drafts *drafts, const struct verifier *verifier,
                                const struct groups *groups, struct bowline_error *err)
{
    const struct corpus *corpus = verifier->corpus;
    struct drafting d = {drafts, verifier, corpus, groups, NULL};
    enum bowline_status status;
    *drafts = (struct drafts){.chunk_count = (groups->count + DRAFT_GRAIN - 1) / DRAFT_GRAIN};
    drafts->groups = memory_new(groups->count, sizeof *drafts->groups);
    drafts->member_bits = memory_new(groups->first[groups->count], sizeof *drafts->member_bits);
    drafts->chunks = memory_new(drafts->chunk_count, sizeof *drafts->chunks);
    d.drafters = memory_new(corpus->parallel->workers, sizeof *d.drafters);
    if (drafts->groups && drafts->member_bits && drafts->chunks && d.drafters)
        status = draft_all(&d, err);
    else
        status = error_memory(err);
    for (unsigned w = 0; d.drafters && w < corpus->parallel->workers; w++)
        drafter_release(&d.drafters[w]);
    memory_free(d.drafters);
    if (status != BOWLINE_OK)
        drafts_release(drafts);
    return status;
}

void drafts_release(struct drafts *drafts)
{
    for (size_t i = 0; drafts->chunks && i < drafts->chunk_count; i++)
        buffer_release(&drafts->chunks[i].pool);
    memory_free(drafts->chunks);
    memory_free(drafts->groups);
    memory_free(drafts->member_bits);
    *drafts = (struct drafts){0};
}

struct span draft_text(const struct drafts *drafts, uint32_t group)
{
    return buffer_span(&drafts->chunks[group / DRAFT_GRAIN].pool, drafts->groups[group].text);
}
