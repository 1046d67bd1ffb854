/* Word lists: read once, then looked up by hash. */
#include "observations/vocabulary.h"

#include "base/memory.h"
#include "places/fold.h"

#define MOST_SENSES 100000
#define ENDING_MOST 24 /* bytes of the longest ending that is tried */

static const char *const class_names[CLASS_COUNT] = {
    "countries", "decimal", "common", "number",    "million",      "about",  "more",  "less",    "least",
    "most",      "noun",    "unit",   "adjective", "currency",     "say",    "told",  "per",     "who",
    "source",    "post",    "title",  "media",     "det",          "of",     "month", "weekday", "day",
    "future",    "place",   "weak",   "and",       "abbreviation", "region", "stop"};

static int find_class(struct span name)
{
    for (int c = 0; c < CLASS_COUNT; c++)
        if (span_equal(name, span_of(class_names[c])))
            return c;
    return -1;
}

static int32_t read_number(struct span s)
{
    bool is_less = s.length && s.at[0] == '-';
    int32_t value = 0;
    for (size_t i = is_less; i < s.length; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return 0;
        value = value * 10 + (s.at[i] - '0');
    }
    return is_less ? -value : value;
}

/* Adds a sense to a phrase (kind 0) or an ending (kind 1). */
static bool add_sense(struct vocabulary *l, struct span folded, unsigned kind, struct word_sense sense)
{
    struct intern *set = kind ? &l->endings : &l->phrases;
    uint32_t known = set->count;
    uint32_t id = intern_put(set, folded);
    if (!id || !memory_reserve(&l->first[kind], &l->first_capacity[kind], (size_t)id + 1, MOST_SENSES) ||
        !memory_reserve(&l->senses, &l->sense_capacity, l->sense_count + 2, MOST_SENSES))
        return false;
    if (id > known)
        l->first[kind][id] = 0;
    sense.next = l->first[kind][id];
    l->senses[++l->sense_count] = sense;
    l->first[kind][id] = (uint32_t)l->sense_count;
    return true;
}

/* Notes the phrase under its first word. */
static bool add_start(struct vocabulary *l, struct span folded)
{
    const char *gap = memchr(folded.at, ' ', folded.length);
    unsigned words = 1;
    for (size_t i = 0; i < folded.length; i++)
        words += folded.at[i] == ' ';
    uint32_t known = l->starts.count;
    uint32_t id =
        intern_put(&l->starts, (struct span){folded.at, gap ? (size_t)(gap - folded.at) : folded.length});
    if (!id || !memory_reserve(&l->longest, &l->longest_capacity, (size_t)id + 1, MOST_SENSES))
        return false;
    if (id > known || l->longest[id] < words)
        l->longest[id] = (uint8_t)words;
    return true;
}

static bool add_entry(struct vocabulary *l, int class_, struct span entry, struct buffer *folded)
{
    const char *equals = memchr(entry.at, '=', entry.length);
    struct span value = {NULL, 0};
    struct word_sense sense = {.class_ = (uint8_t)class_};
    if (equals) {
        value = span_trim((struct span){equals + 1, (size_t)(entry.at + entry.length - equals) - 1});
        entry = span_trim((struct span){entry.at, (size_t)(equals - entry.at)});
        sense.number = read_number(value);
        sense.value = intern_put(&l->values, value);
        if (!sense.value)
            return false;
    }
    bool is_ending = entry.length > 1 && entry.at[0] == '*';
    buffer_reset(folded);
    place_fold(entry, folded);
    if (!buffer_ok(folded) || folded->length == 0)
        return buffer_ok(folded);
    return (is_ending || add_start(l, buffer_all(folded))) &&
           add_sense(l, buffer_all(folded), is_ending, sense);
}

static bool add_line(struct vocabulary *l, int class_, struct span entries, struct buffer *folded)
{
    for (size_t at = 0; at <= entries.length;) {
        const char *comma = at < entries.length ? memchr(entries.at + at, ',', entries.length - at) : NULL;
        size_t end = comma ? (size_t)(comma - entries.at) : entries.length;
        struct span entry = span_trim((struct span){entries.at + at, end - at});
        at = end + 1;
        if (entry.length == 0)
            continue;
        if (class_ == CLASS_COUNTRIES && entry.length == 2 && l->country_count < VOCABULARY_COUNTRIES)
            memcpy(l->countries[l->country_count++], entry.at, 2);
        else if (class_ == CLASS_DECIMAL)
            l->has_decimal_comma = span_equal(entry, span_of("comma"));
        else if (!add_entry(l, class_, entry, folded))
            return false;
    }
    return true;
}

static enum bowline_status read_lines(struct vocabulary *l, const char *list, struct buffer *folded,
                                      struct bowline_error *err)
{
    for (const char *at = list; *at;) {
        const char *end = strchrnul(at, '\n');
        struct span line = {at, (size_t)(end - at)};
        at = *end ? end + 1 : end;
        const char *colon = memchr(line.at, ':', line.length);
        if (line.length == 0 || line.at[0] == '#')
            continue;
        struct span name = {line.at, colon ? (size_t)(colon - line.at) : line.length};
        int class_ = find_class(name);
        if (class_ < 0 || !colon)
            return error_set(err, BOWLINE_ERROR_INPUT, "word list: unknown class \"%.*s\"",
                             (int)(name.length < 40 ? name.length : 40), name.at);
        struct span entries = {colon + 1, (size_t)(line.at + line.length - colon) - 1};
        if (!add_line(l, class_, entries, folded))
            return error_memory(err);
    }
    return BOWLINE_OK;
}

enum bowline_status vocabulary_read(struct vocabulary *out, const char *list, struct bowline_error *err)
{
    struct buffer folded;
    *out = (struct vocabulary){0};
    intern_init(&out->phrases);
    intern_init(&out->starts);
    intern_init(&out->endings);
    intern_init(&out->values);
    buffer_init(&folded, 1 << 16);
    enum bowline_status status = read_lines(out, list, &folded, err);
    buffer_release(&folded);
    if (status != BOWLINE_OK)
        vocabulary_release(out);
    return status;
}

void vocabulary_release(struct vocabulary *l)
{
    intern_release(&l->phrases);
    intern_release(&l->starts);
    memory_free(l->longest);
    intern_release(&l->endings);
    intern_release(&l->values);
    memory_free(l->first[0]);
    memory_free(l->first[1]);
    memory_free(l->senses);
    *l = (struct vocabulary){0};
}

static const struct word_sense *sense_of(const struct vocabulary *l, unsigned kind, uint32_t id,
                                         enum word_class class_)
{
    for (uint32_t s = id ? l->first[kind][id] : 0; s; s = l->senses[s].next)
        if (l->senses[s].class_ == class_)
            return &l->senses[s];
    return NULL;
}

const struct word_sense *vocabulary_find(const struct vocabulary *l, struct span folded,
                                         enum word_class class_)
{
    return sense_of(l, 0, intern_find(&l->phrases, folded), class_);
}

unsigned vocabulary_longest(const struct vocabulary *l, struct span word)
{
    uint32_t id = intern_find(&l->starts, word);
    return id ? l->longest[id] : 0;
}

uint64_t vocabulary_classes(const struct vocabulary *l, struct span word)
{
    uint64_t classes = 0;
    uint32_t id = intern_find(&l->phrases, word);
    for (uint32_t s = id ? l->first[0][id] : 0; s; s = l->senses[s].next)
        classes |= (uint64_t)1 << l->senses[s].class_;
    return classes;
}

const struct word_sense *vocabulary_find_ending(const struct vocabulary *l, struct span word,
                                                enum word_class class_)
{
    const struct word_sense *sense = vocabulary_find(l, word, class_);
    size_t longest = word.length < ENDING_MOST ? word.length : ENDING_MOST;
    for (size_t n = longest; n >= 3 && !sense && l->endings.count; n--)
        sense = sense_of(l, 1, intern_find(&l->endings, (struct span){word.at + word.length - n, n}), class_);
    return sense;
}

struct span vocabulary_value(const struct vocabulary *l, const struct word_sense *sense, struct span folded)
{
    return sense->value ? intern_get(&l->values, sense->value) : folded;
}
