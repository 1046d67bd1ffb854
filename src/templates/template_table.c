/* Texts to templates, step by step; each step has its file (docs/methods/templates.md). */
#include "templates/template_table.h"

#include "base/memory.h"
#include "templates/slots.h"

#define MILLIBITS_OF_EIGHTH 125
#define TEXTS_MOST          (1u << 26) /* so that postings, 64 of each at most, have 32-bit places */

/* Three words: two leave chance agreements, four break too often under changes. The overlap is what two
 * copies still share when one word in five was changed in each, less a margin. */
const struct template_options template_defaults = {
    .shingle_words = 3,
    .sketch_shingles = 16,
    .window = 2,
    .rounds = 4,
    .least_words = 6,
    .least_overlap = 0.33,
    .copied_share = 0.7,
    .least_bits = 6,
};

void template_table_init(struct template_table *table)
{
    *table = (struct template_table){0};
    buffer_init(&table->pool, (size_t)1 << 36);
}

void template_table_release(struct template_table *table)
{
    memory_free(table->templates);
    memory_free(table->members);
    buffer_release(&table->pool);
    template_table_init(table);
}

struct span template_text(const struct template_table *table, template_id id)
{
    return buffer_span(&table->pool, table->templates[id].text);
}

/* What assembling the table needs. */
struct assembly {
    const struct corpus *corpus;
    const struct groups *groups;
    const struct drafts *drafts;
    uint32_t *order; /* groups that stay, by text */
    uint32_t *spare;
    uint32_t count;
    size_t member_count;
};

static bool text_before(const struct assembly *a, uint32_t left, uint32_t right)
{
    return span_compare(draft_text(a->drafts, left), draft_text(a->drafts, right)) <= 0;
}

/* Merge sort by text; equal texts keep the order of their groups, which is that of the corpus. */
static void sort_groups(struct assembly *a, size_t begin, size_t end)
{
    if (end - begin < 2)
        return;
    size_t middle = begin + (end - begin) / 2;
    sort_groups(a, begin, middle);
    sort_groups(a, middle, end);
    size_t left = begin;
    size_t right = middle;
    for (size_t i = begin; i < end; i++) {
        bool take_left = right == end || (left < middle && text_before(a, a->order[left], a->order[right]));
        a->spare[i] = a->order[take_left ? left++ : right++];
    }
    memcpy(a->order + begin, a->spare + begin, (end - begin) * sizeof *a->order);
}

static bool choose_groups(struct assembly *a)
{
    a->order = memory_new(a->groups->count, sizeof *a->order);
    a->spare = memory_new(a->groups->count, sizeof *a->spare);
    if (!a->order || !a->spare)
        return false;
    for (uint32_t g = 0; g < a->groups->count; g++) {
        const struct draft *draft = &a->drafts->groups[g];
        if (draft->saved <= 0 || draft->copies < 2)
            continue;
        a->order[a->count++] = g;
        a->member_count += draft->copies;
    }
    sort_groups(a, 0, a->count);
    return true;
}

static size_t list_copies(const struct assembly *a, uint32_t group, struct template_member *members)
{
    const struct groups *g = a->groups;
    size_t count = 0;
    for (uint32_t m = g->first[group]; m < g->first[group + 1]; m++) {
        const struct corpus_text *text = &a->corpus->texts[g->members[m]];
        int64_t bits = (int64_t)a->drafts->member_bits[m] * MILLIBITS_OF_EIGHTH;
        for (uint32_t i = 0; i < text->copies && bits > 0; i++)
            members[count++] =
                (struct template_member){a->corpus->items[a->corpus->copies[text->first_copy + i]].record,
                                         (millibits)(bits > INT32_MAX ? INT32_MAX : bits)};
    }
    return count;
}

/* Members of one template by record. */
static bool sort_members(struct template_member *members, size_t count)
{
    struct sort_pair *pairs = memory_new(count, sizeof *pairs);
    if (!pairs)
        return false;
    for (size_t i = 0; i < count; i++)
        pairs[i] = (struct sort_pair){members[i].record, (uint64_t)(uint32_t)members[i].bits};
    bool ok = sort_pairs(pairs, count);
    for (size_t i = 0; i < count; i++)
        members[i] = (struct template_member){(record_id)pairs[i].key, (millibits)pairs[i].value};
    memory_free(pairs);
    return ok;
}

static bool assemble(struct assembly *a, struct template_table *out)
{
    size_t at = 0;
    if (!choose_groups(a))
        return false;
    out->templates = memory_new((size_t)a->count + 1, sizeof *out->templates);
    out->members = memory_new(a->member_count, sizeof *out->members);
    if (!out->templates || !out->members)
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        const struct draft *draft = &a->drafts->groups[a->order[i]];
        int64_t each = draft->saved * MILLIBITS_OF_EIGHTH / (draft->copies - 1);
        size_t count = list_copies(a, a->order[i], out->members + at);
        if (!sort_members(out->members + at, count))
            return false;
        out->templates[++out->count] = (struct text_template){
            buffer_keep(&out->pool, draft_text(a->drafts, a->order[i])),
            (millibits)(each > INT32_MAX ? INT32_MAX : each), (uint32_t)at, (uint32_t)count};
        at += count;
    }
    out->member_count = at;
    return buffer_ok(&out->pool);
}

static enum bowline_status write_table(const struct verifier *verifier, const struct groups *groups,
                                       struct template_table *out, struct bowline_error *err)
{
    struct drafts drafts;
    enum bowline_status status = drafts_init(&drafts, verifier, groups, err);
    if (status != BOWLINE_OK)
        return status;
    struct assembly assembly = {.corpus = verifier->corpus, .groups = groups, .drafts = &drafts};
    if (!assemble(&assembly, out))
        status = error_memory(err);
    memory_free(assembly.order);
    memory_free(assembly.spare);
    drafts_release(&drafts);
    return status;
}

static enum bowline_status group_texts(struct corpus *corpus, struct frequencies *f,
                                       struct template_table *out, struct bowline_error *err)
{
    struct sketches sketches;
    struct pairs pairs = {0};
    struct groups groups;
    struct verifier verifier;
    enum bowline_status status = sketches_init(&sketches, corpus, f, err);
    if (status != BOWLINE_OK)
        return status;
    status = pairs_init(&pairs, &sketches, corpus->options->window, corpus->parallel, err);
    if (status != BOWLINE_OK)
        return status;
    verifier_init(&verifier, corpus, f);
    status = groups_init(&groups, &verifier, &pairs, err);
    pairs_release(&pairs);
    if (status == BOWLINE_OK) {
        status = write_table(&verifier, &groups, out, err);
        groups_release(&groups);
    }
    return status;
}

enum bowline_status template_table_build(const struct text_item *texts, size_t count,
                                         const struct template_options *options,
                                         const struct parallel *parallel, struct template_table *out,
                                         struct bowline_error *err)
{
    struct corpus corpus;
    struct frequencies f;
    if (count > TEXTS_MOST)
        return error_set(err, BOWLINE_ERROR_SPACE, "%zu texts are too many: at most %u can be compared",
                         count, TEXTS_MOST);
    enum bowline_status status = corpus_init(&corpus, texts, count, options, parallel, err);
    if (status != BOWLINE_OK)
        return status;
    status = frequencies_init(&f, &corpus, err);
    if (status == BOWLINE_OK) {
        status = group_texts(&corpus, &f, out, err);
        frequencies_release(&f);
    }
    corpus_release(&corpus);
    if (status != BOWLINE_OK)
        template_table_release(out);
    return status;
}

const char *template_table_check(const struct template_table *table)
{
    size_t at = 0;
    for (template_id id = 1; id <= table->count; id++) {
        const struct text_template *t = &table->templates[id];
        if (t->text.at + t->text.length > table->pool.length)
            return "a template's text stands outside the pool";
        if (t->first_member != at || t->members < 2)
            return "a template has fewer than two members or not its own";
        if (t->bits_per_text <= 0)
            return "a template does not pay for itself";
        at += t->members;
        for (size_t m = t->first_member + 1; m < at && m < table->member_count; m++)
            if (table->members[m - 1].record > table->members[m].record)
                return "members are not in the order of their records";
    }
    return at == table->member_count ? NULL : "members belong to no template";
}
