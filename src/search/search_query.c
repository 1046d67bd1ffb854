/* What is asked of the index of words, and the order of the answer. */
#include "search/search_query.h"

#include "base/memory.h"
#include "base/sort.h"
#include "search/search_words.h"

#include <math.h>

/* A query is what a person types. */
enum { MOST_WORDS = 4096 };

static const size_t most_matches = (size_t)1 << 32;
static const double saturation = 1.2; /* k1 */

static bool add_word(struct search_query *query, const struct search_words *words)
{
    if (!memory_reserve(&query->words, &query->word_capacity, query->word_count + 1, MOST_WORDS))
        return false;
    query->words[query->word_count++] = buffer_keep(&query->pool, (struct span){words->folded, words->size});
    return buffer_ok(&query->pool);
}

/* Signs alone ask for nothing. */
static bool add_phrase(struct search_query *query, const struct fold_table *folds, struct span text)
{
    struct search_words words;
    size_t first = query->word_count;
    search_words_init(&words, folds, text);
    while (search_words_next(&words))
        if (!add_word(query, &words))
            return false;
    if (query->word_count == first)
        return true;
    if (!memory_reserve(&query->phrases, &query->phrase_capacity, query->phrase_count + 1, MOST_WORDS))
        return false;
    query->phrases[query->phrase_count++] =
        (struct search_phrase){.first_word = first,
                               .words = query->word_count - first,
                               .is_prefix = text.at[text.length - 1] == '*'};
    return true;
}

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ';
}

static bool add_phrases(struct search_query *query, const struct fold_table *folds, struct span text)
{
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && !is_blank(text.at[end]))
            end++;
        if (end > at && !add_phrase(query, folds, (struct span){text.at + at, end - at}))
            return false;
        at = end + 1;
    }
    return true;
}

enum bowline_status search_query_parse(struct span text, struct search_query *out, struct bowline_error *err)
{
    struct fold_table folds;
    *out = (struct search_query){0};
    buffer_init(&out->pool, (size_t)MOST_WORDS * FOLD_WORD_MOST);
    enum bowline_status status = fold_table_init(&folds, err);
    if (status != BOWLINE_OK)
        return status;
    if (!add_phrases(out, &folds, text))
        status = error_memory(err);
    fold_table_release(&folds);
    if (status != BOWLINE_OK)
        search_query_release(out);
    return status;
}

void search_query_release(struct search_query *query)
{
    buffer_release(&query->pool);
    memory_free(query->words);
    memory_free(query->phrases);
    *query = (struct search_query){0};
}

void search_matches_release(struct search_matches *matches)
{
    memory_free(matches->items);
    *matches = (struct search_matches){0};
}

bool search_matches_add(struct search_matches *matches, const struct occurrences *at, uint32_t first)
{
    for (size_t i = 0, end = 0; i < at->count; i = end) {
        uint32_t record = (uint32_t)(at->items[i] >> 32);
        while (end < at->count && at->items[end] >> 32 == record)
            end++;
        if (!memory_reserve(&matches->items, &matches->capacity, matches->count + 1, most_matches))
            return false;
        matches->items[matches->count++] = (struct search_match){first + record, (uint32_t)(end - i)};
    }
    return true;
}

/* How much a phrase says that so many records hold. */
static double phrase_weight(size_t holders, uint32_t records)
{
    double weight = log(((double)records - (double)holders + 0.5) / ((double)holders + 0.5));
    return weight > 1e-6 ? weight : 1e-6; /* one that half of all hold says next to nothing */
}

/* Scores the records of the first phrase that stand in all others: key, the higher the score the smaller;
 * value, the record. Returns how many. */
static size_t score_all(const struct search_matches *phrases, size_t count, uint32_t records, size_t *cursors,
                        struct sort_pair *out)
{
    size_t total = 0;
    for (size_t i = 0; i < phrases[0].count; i++) {
        uint32_t record = phrases[0].items[i].record;
        double score = 0;
        size_t held = 0;
        for (; held < count; held++) {
            const struct search_matches *each = &phrases[held];
            size_t *at = &cursors[held];
            while (*at < each->count && each->items[*at].record < record)
                ++*at;
            if (*at == each->count || each->items[*at].record != record)
                break;
            double times = each->items[*at].count;
            score += phrase_weight(each->count, records) * times * (saturation + 1) / (times + saturation);
        }
        if (held < count)
            continue;
        uint64_t bits;
        memcpy(&bits, &score, sizeof bits); /* doubles above zero are ordered as their bits are */
        out[total++] = (struct sort_pair){~bits, record};
    }
    return total;
}

enum bowline_status search_rank(const struct search_matches *phrases, size_t count, uint32_t records,
                                size_t limit, struct search_answer *out, struct bowline_error *err)
{
    *out = (struct search_answer){0};
    if (count == 0)
        return BOWLINE_OK;
    size_t *cursors = memory_new(count, sizeof *cursors);
    struct sort_pair *scored = memory_resize(NULL, phrases[0].count, sizeof *scored);
    size_t total = cursors && scored ? score_all(phrases, count, records, cursors, scored) : 0;
    out->records = memory_new(limit, sizeof *out->records);
    bool is_done = cursors && scored && out->records && sort_pairs(scored, total);
    if (is_done) {
        out->total = total;
        out->count = total < limit ? total : limit;
        for (size_t i = 0; i < out->count; i++)
            out->records[i] = (uint32_t)scored[i].value;
    }
    memory_free(cursors);
    memory_free(scored);
    if (is_done)
        return BOWLINE_OK;
    search_answer_release(out);
    return error_memory(err);
}

void search_answer_release(struct search_answer *answer)
{
    memory_free(answer->records);
    *answer = (struct search_answer){0};
}
