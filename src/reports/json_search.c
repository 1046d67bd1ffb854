/* Records with all the words, best first. Words go to FTS5 in quotes, so that none of its signs means
 * anything but a star at a word's end. */
#include "reports/json.h"
#include "reports/rows.h"
#include "reports/utf8.h"

#include "base/buffer.h"
#include "store/word_tokenizer.h"

#define WORDS_MOST    4096 /* bytes */
#define QUERY_MOST    65536
#define SNIPPET_BYTES 160
#define LEAD_BYTES    50 /* before the first hit */

static bool is_gap(char c)
{
    return (unsigned char)c <= ' ';
}

/* A word holds something that is searched for: a letter, a digit, or a byte of a character above ASCII. */
static bool word_counts(struct span word)
{
    for (size_t i = 0; i < word.length; i++) {
        unsigned char c = (unsigned char)word.at[i];
        if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0x80)
            return true;
    }
    return false;
}

static struct span next_word(struct span *rest)
{
    while (rest->length && is_gap(rest->at[0]))
        rest->at++, rest->length--;
    struct span word = {rest->at, 0};
    while (word.length < rest->length && !is_gap(word.at[word.length]))
        word.length++;
    rest->at += word.length;
    rest->length -= word.length;
    return word;
}

static void append_quoted(struct buffer *query, struct span word)
{
    bool is_prefix = word.at[word.length - 1] == '*';
    buffer_append_text(query, query->length ? " AND \"" : "\"");
    for (size_t i = 0; i < word.length; i++) {
        if (word.at[i] == '"')
            buffer_append_char(query, '"');
        if (word.at[i] != '*')
            buffer_append_char(query, word.at[i]);
    }
    buffer_append_text(query, is_prefix ? "\" *" : "\"");
}

/* The index of a sealed case knows whole words alone. */
static void append_sealed(struct view *v, struct buffer *query, struct span word)
{
    size_t found = 0;
    if (word.at[word.length - 1] == '*')
        view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT,
                              "%.*s: a sealed case is searched by whole words: leave the star out",
                              (int)(word.length > 100 ? 100 : word.length), word.at));
    else
        view_try(v, word_tokenizer_query(v->store, word, query, &found, v->err));
}

static void make_query(struct view *v, struct span words, struct buffer *query)
{
    bool is_sealed = store_is_sealed(v->store);
    struct span rest = words;
    for (struct span word = next_word(&rest); word.length; word = next_word(&rest))
        if (word_counts(word) && v->status == BOWLINE_OK) {
            if (is_sealed)
                append_sealed(v, query, word);
            else
                append_quoted(query, word);
        }
}

static char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_word_byte(char c)
{
    unsigned char u = (unsigned char)c;
    return (u >= '0' && u <= '9') || ((u | 0x20) >= 'a' && (u | 0x20) <= 'z') || u >= 0x80;
}

/* How many bytes of text at `at` one of the words takes, or 0. */
static size_t match_at(struct span text, size_t at, struct span words)
{
    struct span rest = words;
    if (at > 0 && is_word_byte(text.at[at - 1]))
        return 0;
    for (struct span word = next_word(&rest); word.length; word = next_word(&rest)) {
        bool is_prefix = word.at[word.length - 1] == '*';
        size_t length = word.length - is_prefix;
        size_t i = 0;
        while (i < length && at + i < text.length && folded(word.at[i]) == folded(text.at[at + i]))
            i++;
        if (i < length || length == 0 || !word_counts(word))
            continue;
        while (is_prefix && at + i < text.length && is_word_byte(text.at[at + i]))
            i++;
        if (at + i == text.length || !is_word_byte(text.at[at + i]))
            return i;
    }
    return 0;
}

static size_t first_match(struct span text, struct span words)
{
    for (size_t at = 0; at < text.length; at++)
        if (match_at(text, at, words))
            return at;
    return text.length;
}

/* The stretch of text around the first hit, its hits in brackets. */
static void append_snippet(struct buffer *out, struct span text, struct span words, size_t first)
{
    size_t begin = first > LEAD_BYTES ? first - LEAD_BYTES : 0;
    while (begin > 0 && begin < first && !is_gap(text.at[begin - 1]))
        begin++;
    if (begin > 0)
        buffer_append_text(out, "…");
    struct span part = utf8_cut((struct span){text.at + begin, text.length - begin}, SNIPPET_BYTES);
    for (size_t at = 0; at < part.length;) {
        size_t length = match_at(part, at, words);
        if (length) {
            buffer_append_char(out, '[');
            buffer_append(out, part.at + at, length);
            buffer_append_char(out, ']');
            at += length;
        } else {
            buffer_append_char(out, is_gap(part.at[at]) ? ' ' : part.at[at]);
            at++;
        }
    }
    if (begin + part.length < text.length)
        buffer_append_text(out, "…");
}

static struct span snippet(struct view *v, const struct detail *d, struct span words)
{
    struct buffer out;
    buffer_init(&out, (size_t)SNIPPET_BYTES * 8);
    for (size_t i = 0; i < d->cell_count && out.length == 0; i++) {
        size_t first = first_match(d->cells[i].shown, words);
        if (first < d->cells[i].shown.length)
            append_snippet(&out, d->cells[i].shown, words, first);
    }
    struct span kept = out.length ? arena_copy(&v->arena, buffer_all(&out)) : detail_summary(v, d);
    if (!buffer_ok(&out) || !kept.at)
        view_try(v, error_memory(v->err));
    buffer_release(&out);
    return kept;
}

static json_t *hits_json(struct view *v, struct span query, struct span words, unsigned limit)
{
    struct cursor c;
    uint32_t record;
    json_t *list = view_array(v);
    read_search(v->store, query, limit, &c, v->err);
    while (v->status == BOWLINE_OK && next_found(&c, &record)) {
        const struct detail *d = view_detail(v, record);
        json_t *hit = record_row_json(v, d);
        if (hit)
            view_put_text(v, hit, "snippet", snippet(v, d, words));
        view_push(v, list, hit);
    }
    view_close(v, &c);
    return list;
}

json_t *search_view(struct view *v, const char *words, unsigned limit)
{
    int64_t total = 0;
    struct span all = span_of(words);
    struct buffer query;
    json_t *out = NULL;
    buffer_init(&query, QUERY_MOST);
    if (limit < 1 || limit > 1000)
        view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT, "a limit of %u: say 1 to 1000", limit));
    if (all.length > WORDS_MOST)
        view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT, "too many words: search for fewer"));
    else
        make_query(v, all, &query);
    if (!buffer_ok(&query))
        view_try(v, error_memory(v->err));
    else if (v->status == BOWLINE_OK && query.length == 0)
        view_try(v,
                 error_set(v->err, BOWLINE_ERROR_ARGUMENT, "no word to search for: give a word or a number"));
    if (v->status == BOWLINE_OK)
        view_try(v, read_search_total(v->store, buffer_all(&query), &total, v->err));
    if (v->status == BOWLINE_OK) {
        out = view_object(v);
        view_put_text(v, out, "words", all);
        view_put_int(v, out, "total", total);
        view_put(v, out, "hits", hits_json(v, buffer_all(&query), all, limit));
    }
    buffer_release(&query);
    return out;
}

enum bowline_status json_search(struct reader *reader, const char *words, unsigned limit,
                                struct bowline_text *json, struct bowline_error *err)
{
    struct view v;
    view_init(&v, reader, err);
    json_t *root = search_view(&v, words, limit);
    return view_finish(&v, root, json);
}
