/* Invents the texts, and counts what was found. */
#include "template_world.h"

#include "base/memory.h"
#include "base/sort.h"

#include <math.h>
#include <stdlib.h>

#define SITES          12u
#define SENTENCES_MOST 12u
#define WORDS_MOST     (SENTENCES_MOST * GENRE_SENTENCE_MOST)
#define PARETO         1.2
#define OWN_WORDS      15u /* one word in so many is an author's own */
#define BORROWED       0.1 /* share of texts alone that have a sentence of some group's text */

struct original {
    uint32_t words[WORDS_MOST];
    uint32_t first[SENTENCES_MOST + 1]; /* of each sentence */
    uint32_t sentences;
};

struct maker {
    struct world *world;
    const struct world_options *options;
    struct genre genre;
    struct random random;
    struct original sites[SITES];
    struct original borrowed; /* a text of some group */
};

static void add_sentence(struct maker *m, struct original *o, uint32_t frame)
{
    uint32_t at = o->first[o->sentences];
    o->first[++o->sentences] = at + genre_sentence(&m->genre, &m->random, frame, o->words + at);
}

/* Four to nine sentences. */
static void make_original(struct maker *m, struct original *o)
{
    uint32_t sentences = 4 + random_below(&m->random, 6);
    o->sentences = 0;
    o->first[0] = 0;
    while (o->sentences < sentences)
        add_sentence(m, o, random_below(&m->random, m->genre.frame_count));
    for (uint32_t i = 0; i < o->first[o->sentences]; i++)
        if (random_below(&m->random, OWN_WORDS) == 0)
            o->words[i] = genre_own_word(&m->genre, &m->random);
}

static void put_word(struct maker *m, uint32_t word)
{
    genre_put(&m->genre, &m->random, m->options->script, word, &m->world->pool);
}

static void put_changed(struct maker *m, uint32_t word)
{
    if (random_unit(&m->random) >= m->options->edit) {
        put_word(m, word);
        return;
    }
    switch (random_below(&m->random, 3)) {
    case 0: put_word(m, genre_word(&m->genre, &m->random)); break;
    case 1: break;
    default: put_word(m, word); put_word(m, genre_word(&m->genre, &m->random));
    }
}

static void put_sentences(struct maker *m, const struct original *o, const uint32_t *order,
                          uint32_t words_most)
{
    uint32_t words = 0;
    for (uint32_t s = 0; s < o->sentences; s++)
        for (uint32_t i = o->first[order[s]]; i < o->first[order[s] + 1] && words < words_most; i++, words++)
            put_changed(m, o->words[i]);
}

static void put_site(struct maker *m)
{
    const struct original *site = &m->sites[random_below(&m->random, SITES)];
    for (uint32_t i = 0; i < site->first[site->sentences]; i++)
        put_word(m, site->words[i]);
}

static void add_text(struct maker *m, const struct original *o, uint32_t group)
{
    struct world *w = m->world;
    uint32_t order[SENTENCES_MOST];
    uint32_t words = o->first[o->sentences];
    size_t begin = w->pool.length;
    bool second = random_below(&m->random, 2);
    for (uint32_t i = 0; i < o->sentences; i++)
        order[i] = i;
    for (uint32_t i = o->sentences; i > 1 && second && m->options->change == CHANGE_ORDER; i--) {
        uint32_t j = random_below(&m->random, i);
        uint32_t swap = order[i - 1];
        order[i - 1] = order[j];
        order[j] = swap;
    }
    if (second && m->options->change == CHANGE_TRUNCATE)
        words = (uint32_t)(words * (0.6 + 0.3 * random_unit(&m->random)));
    put_sentences(m, o, order, words);
    buffer_format(&w->pool, "%u eur +32 555 %04u. ", 50 + 10 * random_below(&m->random, 20),
                  random_below(&m->random, 10000));
    if (random_unit(&m->random) < m->options->boilerplate)
        put_site(m);
    w->refs[w->count] = (struct text_ref){begin, (uint32_t)(w->pool.length - begin)};
    w->truth[w->count++] = group;
}

static void shuffle(struct maker *m)
{
    struct world *w = m->world;
    for (size_t i = w->count; i > 1; i--) {
        size_t j = random_below(&m->random, (uint32_t)i);
        struct text_ref ref = w->refs[i - 1];
        uint32_t truth = w->truth[i - 1];
        w->refs[i - 1] = w->refs[j];
        w->truth[i - 1] = w->truth[j];
        w->refs[j] = ref;
        w->truth[j] = truth;
    }
}

static void make_groups(struct maker *m, size_t texts)
{
    struct world *w = m->world;
    size_t most = m->options->texts / 100 + 2;
    uint32_t group = 0;
    while (w->count < texts) {
        struct original o;
        size_t size = (size_t)(2 / pow(1 - random_unit(&m->random), 1 / PARETO));
        size = size > most ? most : size;
        size = group == 0 && m->options->giant ? m->options->giant : size;
        make_original(m, &o);
        group++;
        m->borrowed = random_below(&m->random, 8) == 0 || group == 1 ? o : m->borrowed;
        for (size_t i = 0; i < size && w->count < m->options->texts; i++)
            add_text(m, &o, group);
    }
}

static void make_alone(struct maker *m)
{
    struct original o;
    make_original(m, &o);
    if (m->borrowed.sentences && random_unit(&m->random) < BORROWED) {
        const struct original *from = &m->borrowed;
        uint32_t s = random_below(&m->random, from->sentences);
        for (uint32_t i = from->first[s]; i < from->first[s + 1]; i++)
            o.words[o.first[o.sentences] + i - from->first[s]] = from->words[i];
        o.first[o.sentences + 1] = o.first[o.sentences] + from->first[s + 1] - from->first[s];
        o.sentences++;
    }
    add_text(m, &o, 0);
}

static void world_fill(struct maker *m)
{
    struct world *w = m->world;
    for (uint32_t s = 0; s < SITES; s++) {
        m->sites[s].sentences = m->sites[s].first[0] = 0;
        for (uint32_t i = 0; i < 1 + s % 3; i++)
            add_sentence(m, &m->sites[s], random_below(&m->random, m->genre.frame_count));
    }
    make_groups(m, (size_t)((double)m->options->texts * (1 - m->options->alone)));
    while (w->count < m->options->texts)
        make_alone(m);
    shuffle(m);
    for (size_t i = 0; i < w->count; i++)
        w->items[i] =
            (struct text_item){.text = buffer_span(&w->pool, w->refs[i]), .record = (record_id)(i + 1)};
}

bool world_init(struct world *w, const struct world_options *options)
{
    struct maker *m = memory_new(1, sizeof *m);
    *w = (struct world){0};
    buffer_init(&w->pool, (size_t)1 << 36);
    w->truth = memory_new(options->texts, sizeof *w->truth);
    w->items = memory_new(options->texts, sizeof *w->items);
    w->refs = memory_new(options->texts, sizeof *w->refs);
    bool ok = m && w->truth && w->items && w->refs;
    if (ok) {
        m->world = w;
        m->options = options;
        random_init(&m->random, options->seed);
        ok = genre_init(&m->genre);
        if (ok)
            world_fill(m);
        genre_release(&m->genre);
    }
    memory_free(m);
    return ok && buffer_ok(&w->pool);
}

void world_release(struct world *w)
{
    buffer_release(&w->pool);
    memory_free(w->truth);
    memory_free(w->items);
    memory_free(w->refs);
}

/* Sums over cells of (template, true group), sorted by template. */
struct tally {
    uint32_t *most;  /* by true group: members in the template that has most of them */
    uint32_t *sizes; /* by true group */
    double together, right, members, pairs_found;
    uint32_t main_size;
};

static void tally_cell(struct tally *t, uint64_t key, uint32_t size, bool last)
{
    uint32_t group = (uint32_t)key;
    t->sizes[group] += size;
    if (!(key >> 32))
        return;
    if (group) {
        t->together += size * (size - 1.0) / 2;
        t->most[group] = size > t->most[group] && size > 1 ? size : t->most[group];
        t->main_size = size > t->main_size ? size : t->main_size;
    }
    if (last) {
        t->right += t->main_size > 1 ? t->main_size : 0;
        t->main_size = 0;
    }
}

static void tally_cells(struct tally *t, const struct sort_pair *cells, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && cells[end].key == cells[i].key;)
            end++;
        tally_cell(t, cells[i].key, (uint32_t)(end - i),
                   end == count || cells[end].key >> 32 != cells[i].key >> 32);
    }
}

struct world_measures world_measure(const struct world *w, const struct template_table *table)
{
    struct sort_pair *cells = memory_new(w->count, sizeof *cells);
    struct tally t = {.most = memory_new(w->count + 2, sizeof *t.most),
                      .sizes = memory_new(w->count + 2, sizeof *t.sizes)};
    if (!cells || !t.most || !t.sizes)
        abort();
    for (size_t i = 0; i < w->count; i++)
        cells[i].key = w->truth[i];
    for (template_id id = 1; id <= table->count; id++) {
        double members = table->templates[id].members;
        for (uint32_t i = 0; i < table->templates[id].members; i++)
            cells[table->members[table->templates[id].first_member + i].record - 1].key |= (uint64_t)id << 32;
        t.members += members;
        t.pairs_found += members * (members - 1) / 2;
    }
    if (!sort_pairs(cells, w->count))
        abort();
    tally_cells(&t, cells, w->count);
    double hits = 0, grouped = 0, pairs_true = 0;
    for (size_t g = 1; g <= w->count; g++) {
        hits += t.sizes[g] > 1 ? t.most[g] : 0;
        grouped += t.sizes[g] > 1 ? t.sizes[g] : 0;
        pairs_true += t.sizes[g] * (t.sizes[g] - 1.0) / 2;
    }
    double expected = pairs_true * t.pairs_found / ((double)w->count * ((double)w->count - 1) / 2);
    struct world_measures m = {hits / grouped, t.members > 0 ? t.right / t.members : 0,
                               (t.together - expected) / ((pairs_true + t.pairs_found) / 2 - expected)};
    memory_free(cells);
    memory_free(t.most);
    memory_free(t.sizes);
    return m;
}
