/* Phones: runs of digits whose shape and neighbours allow a phone, and that libphonenumber holds valid (or
 * that are kept for fiction). In columns of phones a possible number is enough. */
#include "identifiers/confidence.h"
#include "identifiers/language.h"
#include "identifiers/letters.h"
#include "identifiers/phone_ask.h"
#include "identifiers/phone_context.h"
#include "identifiers/phone_onward.h"
#include "identifiers/phone_shape.h"
#include "identifiers/readers.h"
#include "identifiers/wide_run.h"

#define GAP_WIDEST   18 /* bytes between two groups of a run */
#define LINKED_LEAST 4  /* digits before a linking word: fewer are a price */

struct window {
    struct digit_run run;
    unsigned first, last; /* the groups that may belong to a phone */
    bool is_whole;        /* the window begins at the run's begin, so that unmarked numbers may be tried */
    bool is_wide;         /* the run was read in any form, because plain reading found nothing */
    bool is_guess;        /* the country of the last answer follows from the language */
    enum refusal why;     /* the last reason for which digits were no phone */
};

/* The first reason stands: later ones are those of parts. */
static void note_why(struct window *w, enum refusal why)
{
    if (!w->why)
        w->why = why;
}

/* A stretch of groups as digits. */
struct stretch {
    unsigned first, last;
    unsigned count;
    char digits[DIGITS_MOST + 2];
    bool is_loose, is_linked; /* between its groups */
    uint8_t written;
};

/* digits: zero-terminated. is_marked: with the trunk code that the country has. */
static bool is_national(const struct reader *reader, const char *digits, unsigned count, bool is_marked)
{
    const struct phone_region *region = phone_plan_region(reader->plan, reader->country);
    if (!region)
        return false;
    unsigned trunk = (unsigned)strlen(region->trunk);
    bool has_trunk = trunk > 0 && phone_begins_with(digits, region->trunk) && count > trunk;
    uint32_t lengths = reader->plan->lengths[region->calling_code];
    return (has_trunk && lengths >> (count - trunk) & 1) || (!is_marked && lengths >> count & 1);
}

/* Whether numbers of the country are always written with a trunk code that begins with 0. Where mobile phones
 * are written without, by the national formats of libphonenumber's metadata, they are not. */
static bool has_mark(const struct reader *reader)
{
    static const char *const without[] = {"BR", "CN", "CO", "IN", "MX"};
    const struct phone_region *region = phone_plan_region(reader->plan, reader->country);
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        if (strcmp(reader->country, without[i]) == 0)
            return false;
    return region && region->trunk[0] == '0';
}

static bool stretch_read(const struct scan *scan, const struct window *w, unsigned first, unsigned last,
                         struct stretch *out)
{
    out->first = first;
    out->last = last;
    out->count = phone_run_digits(scan->text, &w->run, first, last, out->digits, DIGITS_MOST);
    if (out->count < DIGITS_LEAST || out->count > DIGITS_MOST)
        return false;
    out->digits[out->count] = 0;
    out->written = phone_run_written(&w->run, first, last);
    out->is_loose = false;
    out->is_linked = false;
    for (unsigned i = first + 1; w->is_wide && i <= last; i++) {
        if (w->run.groups[i].has_plus)
            return false;
        out->is_loose |= w->run.groups[i].is_loose;
        out->is_linked |= w->run.groups[i].is_linked;
    }
    return true;
}

/* "Flug 0151 um 23 45": a numeral that is an everyday word of other languages, alone among digits. */
static bool has_stray_word(const struct scan *scan, const struct window *w, const struct stretch *s)
{
    static const char *const words[] = {"um", "un", "une", "una", "een", "ein", "sei", "oh", "nil", NULL};
    const struct digit_group *only = NULL;
    for (unsigned i = s->first; i <= s->last; i++) {
        const struct digit_group *group = &w->run.groups[i];
        if (!(group->written & WRITTEN_SPELLED))
            continue;
        if (only)
            return false;
        only = group;
    }
    return only && word_among(span_part(scan->text, only->start, only->end), words);
}

/* What makes a number that is not plain too doubtful. */
static enum refusal trap_of_wide(const struct scan *scan, const struct window *w, const struct stretch *s)
{
    bool is_plain = s->written == WRITTEN_ASCII && !s->is_loose && !s->is_linked;
    /* A plain stretch was tried before the run was read again. */
    if (is_plain)
        return REFUSAL_INVALID;
    bool is_all = s->first == w->first && s->last == w->last;
    bool is_whole = w->is_whole && is_all;
    bool has_mark = w->run.groups[s->first].has_plus || s->digits[0] == '0';
    /* Ornaments and words between digits are trusted where the whole run is one number. */
    size_t start = w->run.groups[s->first].start;
    if ((s->is_loose || s->is_linked) && !is_whole &&
        !(has_mark && phone_is_named(scan->reader->lexicon, scan->text, start)))
        return REFUSAL_SHAPE;
    bool is_ornate = false;
    unsigned commas = 0;
    bool is_listed = false;
    for (unsigned i = s->first + 1; i <= s->last; i++) {
        is_ornate |= w->run.groups[i].sign == SIGN_ORNAMENT;
        commas += w->run.groups[i].sign == ',';
        is_listed |= w->run.groups[i].sign == ',' && !(w->run.groups[i].written & WRITTEN_SPELLED);
    }
    /* One or two commas are those of a decimal or of a list. */
    if (is_listed && commas < 3 && !s->is_linked)
        return REFUSAL_AMOUNT;
    bool is_doubtful = (s->is_loose && !is_ornate && s->written != WRITTEN_SPELLED) || s->is_linked;
    if (is_doubtful && !has_mark && !phone_is_named(scan->reader->lexicon, scan->text, start))
        return REFUSAL_SHAPE;
    if (has_stray_word(scan, w, s))
        return REFUSAL_SHAPE;
    return phone_shape_obscure_trap(scan->text, &w->run, s->first, s->last);
}

/* What stands before a list of small groups tells of all of them: "lotto 03 02 31 25 40 49". */
static bool is_named_otherwise(const struct scan *scan, const struct window *w, const struct stretch *s)
{
    const struct lexicon *lexicon = scan->reader->lexicon;
    const struct digit_group *head = &w->run.groups[s->first];
    return phone_is_named_otherwise(lexicon, scan->text, head->start) ||
           (s->first > 0 && head->count < 3 &&
            phone_is_named_otherwise(lexicon, scan->text, w->run.groups[0].start));
}

/* What makes a national number doubtful. */
static enum refusal trap_of_national(const struct scan *scan, const struct window *w, const struct stretch *s,
                                     bool is_marked)
{
    const unsigned odd = WRITTEN_SPELLED | WRITTEN_LETTERS | WRITTEN_HOMOGLYPH;
    enum refusal trap = REFUSAL_NONE;
    if (!(s->written & odd) && !s->is_loose && !s->is_linked)
        trap = phone_shape_trap(&w->run, s->first, s->last);
    if (!trap && !is_marked && !(s->written & odd))
        trap = phone_shape_plain_trap(&w->run, s->first, s->last);
    if (!trap && is_named_otherwise(scan, w, s))
        trap = REFUSAL_NAMED;
    return trap;
}

static const struct phone_answer *judge_in_country(const struct scan *scan, struct window *w,
                                                   const struct stretch *s)
{
    const struct reader *reader = scan->reader;
    bool is_marked = has_mark(reader);
    bool is_whole = w->is_whole && s->first == w->first && s->last == w->last;
    if (!(is_marked || is_whole) || !is_national(reader, s->digits, s->count, is_marked))
        return NULL;
    enum refusal trap = trap_of_national(scan, w, s, is_marked);
    if (trap) {
        note_why(w, trap);
        return NULL;
    }
    return phone_cache_ask(reader->cache, reader->plan, s->digits, reader->country);
}

/* Without a country: the one country of the text's language in which the number is in use, if it is one.
 * Numbers without a trunk code must be called a phone. */
static bool guess_country(struct scan *scan, struct window *w, const struct stretch *s)
{
    struct reader *reader = scan->reader;
    char only[3] = "";
    unsigned fits = 0;
    if (s->digits[0] != '0' && !phone_is_named(reader->lexicon, scan->text, w->run.groups[s->first].start))
        return false;
    if (!scan->countries)
        scan->countries = language_countries(scan->text);
    for (const char *const *country = scan->countries; *country; country++) {
        memcpy(reader->country, *country, 3);
        bool is_told =
            has_mark(reader) || phone_is_named(reader->lexicon, scan->text, w->run.groups[s->first].start);
        if (!is_told || !phone_is_sure(judge_in_country(scan, w, s)))
            continue;
        memcpy(only, *country, 3);
        fits++;
    }
    memcpy(reader->country, fits == 1 ? only : "\0\0", 3);
    return fits == 1;
}

static const struct phone_answer *judge_national(struct scan *scan, struct window *w, const struct stretch *s)
{
    struct reader *reader = scan->reader;
    if (reader->country[0])
        return judge_in_country(scan, w, s);
    if (!guess_country(scan, w, s)) {
        note_why(w, REFUSAL_COUNTRY);
        return NULL;
    }
    const struct phone_answer *answer = judge_in_country(scan, w, s);
    reader->country[0] = 0;
    w->is_guess = true;
    return answer;
}

/* The answer for a stretch, or NULL where it is no phone. What is cheap to ask comes first. */
static const struct phone_answer *judge(struct scan *scan, struct window *w, const struct stretch *s)
{
    const struct reader *reader = scan->reader;
    const struct digit_group *head = &w->run.groups[s->first];
    if (w->is_wide) {
        enum refusal trap = trap_of_wide(scan, w, s);
        if (trap) {
            note_why(w, trap);
            return NULL;
        }
    }
    w->is_guess = false;
    if (head->has_plus)
        return phone_ask_international(reader, s->digits, s->count);
    if (phone_begins_with(s->digits, "00") && (head->count > 1 || head->written & WRITTEN_SPELLED))
        return phone_ask_international(reader, s->digits + 2, s->count - 2);
    return judge_national(scan, w, s);
}

/* Whether a number may begin at a group inside a run. Numbers that are not plain begin where the way of
 * writing changes, so that no piece is cut out of a longer one. */
static bool may_start(const struct window *w, unsigned index)
{
    const struct digit_group *group = &w->run.groups[index];
    char first = w->run.digits[group->at];
    if (!group->is_apart || !(group->has_plus || first == '0' || group->sign == 0))
        return false;
    /* "12/05 13/05": the slash of a date */
    if (group->sign == '/' && group->count < 3 && !group->has_plus && w->run.groups[index - 1].count < 6)
        return false;
    return !w->is_wide || group->has_plus || index == 0 ||
           w->run.groups[index - 1].written != group->written || group->count > 2;
}

/* The bracket that opens before the first group belongs to the number where it closes inside. */
static size_t with_bracket(struct span text, size_t start, size_t end)
{
    if (char_before(text, start) != '(')
        return start;
    const char *close = memchr(text.at + start, ')', end - start);
    const char *open = memchr(text.at + start, '(', end - start);
    return close && (!open || close < open) ? start - 1 : start;
}

static enum identifier_form form_of(const struct stretch *s)
{
    static const struct {
        uint8_t written;
        enum identifier_form form;
    } forms[] = {{WRITTEN_SPELLED, FORM_SPELLED},       {WRITTEN_LETTERS, FORM_LETTERS},
                 {WRITTEN_EMOJI, FORM_EMOJI},           {WRITTEN_FULLWIDTH, FORM_FULLWIDTH},
                 {WRITTEN_DECORATIVE, FORM_DECORATIVE}, {WRITTEN_SCRIPT, FORM_SCRIPT},
                 {WRITTEN_HOMOGLYPH, FORM_HOMOGLYPH}};
    unsigned odd = s->written & ~(unsigned)WRITTEN_ASCII;
    /* Look-alikes always stand among digits. */
    bool is_like = odd == WRITTEN_LETTERS || odd == WRITTEN_HOMOGLYPH;
    if (s->is_linked)
        return FORM_SPLIT;
    if ((odd & (odd - 1)) || (odd && s->written & WRITTEN_ASCII && !is_like))
        return FORM_MIXED;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (odd == forms[i].written)
            return forms[i].form;
    return s->is_loose ? FORM_SEPARATED : FORM_PLAIN;
}

/* A plain number with a sign or space between its groups that is more than the usual stays plain. */
static bool take(struct scan *scan, struct window *w, unsigned first, unsigned last)
{
    struct stretch s;
    if (!stretch_read(scan, w, first, last, &s))
        return false;
    const struct phone_answer *answer = judge(scan, w, &s);
    if (!phone_is_sure(answer))
        return false;
    const struct digit_group *head = &w->run.groups[first];
    size_t end = w->run.groups[last].end;
    size_t start = head->start > scan->floor ? with_bracket(scan->text, head->start, end) : head->start;
    struct find_list *finds = scan->reader->finds;
    struct find now = finds->now;
    if (now.form != FORM_COLUMN)
        finds->now.form = (uint8_t)form_of(&s);
    bool is_international = head->has_plus || phone_begins_with(s.digits, "00");
    struct confidence_marks marks = {.is_bare = !is_international && s.digits[0] != '0',
                                     .is_guess = w->is_guess};
    finds->now.bits = (int16_t)confidence_of_phone((enum identifier_form)finds->now.form, marks);
    scan_found(scan, IDENTIFIER_PHONE, start, end, span_of(answer->e164));
    finds->now = now;
    return true;
}

/* The last group up to which there are not too many digits, from group `first` on. */
static unsigned furthest(const struct window *w, unsigned first)
{
    unsigned last = first;
    unsigned digits = w->run.groups[first].count;
    while (last < w->last && digits <= DIGITS_MOST + 1)
        digits += w->run.groups[++last].count;
    return last;
}

/* The first phone of the window, the longest there. Its last group, or -1. */
static int take_first(struct scan *scan, struct window *w, unsigned *first)
{
    for (unsigned i = *first; i <= w->last; i++) {
        if (i != w->first && !may_start(w, i))
            continue;
        for (unsigned j = furthest(w, i) + 1; j-- > i;) {
            if (j < w->last && !w->run.groups[j + 1].is_apart)
                continue;
            if (take(scan, w, i, j)) {
                *first = j + 1;
                return (int)j;
            }
        }
    }
    return -1;
}

/* Leaves out groups at the end that belong to an amount, word or time. False where nothing remains. */
static bool trim_last(struct window *w)
{
    while (w->last > w->first && !w->run.groups[w->last].is_apart)
        w->last--;
    if (w->last == w->first)
        return false;
    w->last--;
    return true;
}

static bool trim_first(struct window *w)
{
    do {
        if (w->first == w->last)
            return false;
        w->first++;
    } while (!w->run.groups[w->first].is_apart);
    return true;
}

/* "030 23 12 57 59, 24/7": what follows a number whose length may vary would be swallowed. */
static void trim_hours(struct window *w)
{
    for (unsigned i = w->first + 1; i < w->last; i++)
        if (phone_shape_is_hours(&w->run, i)) {
            w->last = i - 1;
            return;
        }
}

static bool window_trim(struct window *w, const struct scan *scan)
{
    trim_hours(w);
    struct span text = scan->text;
    const struct digit_group *g = w->run.groups;
    bool has_plus = g[0].has_plus && !is_digit(char_before(text, g[0].start));
    /* "0470123456/0471123456": what stands before is another phone, and no longer glues. */
    bool is_next = scan->floor > 0 && g[0].start - scan->floor <= 3;
    if (!has_plus && !is_next && phone_is_glued_before(scan->reader->lexicon, text, g[0].start) &&
        !trim_first(w))
        return false;
    return !phone_is_glued_after(text, g[w->last].end) || trim_last(w);
}

/* A unit after the last group makes it an amount; but "u" and "m" are also words. */
static bool without_unit(struct scan *scan, struct window *w)
{
    unsigned last = w->last;
    unsigned first = w->first;
    bool is_found = phone_has_unit_after(scan->reader->lexicon, scan->text, w->run.groups[last].end) &&
                    w->run.groups[last].count <= 4 && trim_last(w) && take_first(scan, w, &first) >= 0;
    w->last = last;
    return is_found;
}

/* "+32 470 12 34 56whatsapp": a number with '+' may be glued to a word, if nothing shorter is a phone. */
static void read_glued(struct scan *scan, struct window *w)
{
    w->first = 0;
    w->last = w->run.count - 1;
    w->is_whole = false;
    if (!letter_at(scan->text, w->run.end))
        return;
    for (unsigned first = 0; first <= w->last; first++)
        if (w->run.groups[first].has_plus && take_first(scan, w, &first) >= 0)
            return;
}

static void read_window(struct scan *scan, struct window *w)
{
    if (!window_trim(w, scan)) {
        note_why(w, REFUSAL_GLUED);
        return;
    }
    unsigned first = w->first;
    if (without_unit(scan, w))
        return;
    /* An amount that nothing marks as a phone is an amount. */
    if (phone_has_unit_after(scan->reader->lexicon, scan->text, w->run.groups[w->last].end)) {
        w->is_whole = false;
        note_why(w, REFUSAL_AMOUNT);
    }
    take_first(scan, w, &first);
}

static unsigned window_digits(const struct window *w)
{
    unsigned digits = 0;
    for (unsigned i = 0; i < w->run.count; i++)
        digits += w->run.groups[i].count;
    return digits;
}

/* Counts what looked like a phone and is none: seven digits or more. */
static void refuse(struct scan *scan, const struct window *w)
{
    unsigned digits = window_digits(w);
    if (digits < DIGITS_LEAST)
        return;
    bool is_long = w->run.count == 1 && digits > DIGITS_MOST;
    find_refuse(scan->reader->finds, is_long ? REFUSAL_LENGTH : w->why ? w->why : REFUSAL_INVALID);
}

/* Reads the run at `start` in any form. True where a phone was found. */
static bool read_wide(struct scan *scan, size_t start)
{
    struct window w;
    char c = scan->text.at[start];
    /* What lies in a run that was read in vain is not read again from every group of it. */
    bool is_marked = c == '0' || c == '+' || c == 'O' || c == 'o' || to_lower(c) == 'z';
    bool is_inside = is_alnum(char_before(scan->text, start)) || letter_before(scan->text, start);
    if (start < scan->wide_end && (!is_marked || is_inside))
        return false;
    if (!wide_run_read(scan->reader->lexicon, scan->text, start, &w.run))
        return false;
    w.first = 0;
    w.last = w.run.count - 1;
    w.is_whole = !w.run.is_cut && start >= scan->wide_end;
    w.is_wide = true;
    w.why = REFUSAL_NONE;
    size_t floor = scan->floor;
    read_window(scan, &w);
    if (scan->floor == floor)
        read_glued(scan, &w);
    if (scan->floor > floor)
        return true;
    if (w.run.end > scan->wide_end) {
        scan->wide_end = w.run.end;
        if (phone_run_written(&w.run, 0, w.run.count - 1) != WRITTEN_ASCII)
            refuse(scan, &w);
    }
    return false;
}

/* Plain digits first: they are most of what there is. */
static bool read_plain(struct scan *scan, struct window *w, size_t at)
{
    w->first = 0;
    w->last = w->run.count - 1;
    w->is_wide = false;
    w->why = REFUSAL_NONE;
    /* The rest of a run that was cut is not whole either. */
    w->is_whole = !w->run.is_cut && (scan->run_end == 0 || at > scan->run_end + GAP_WIDEST);
    size_t floor = scan->floor;
    if (window_digits(w) < DIGITS_LEAST)
        return false;
    read_window(scan, w);
    if (scan->floor == floor)
        read_glued(scan, w);
    return scan->floor > floor;
}

/* Whether a number may begin at the digit at `at` at all: where the country dials a trunk code, only with it.
 */
static bool may_begin_number(const struct scan *scan, size_t start, size_t at)
{
    char c = scan->text.at[at];
    if (start < at || c == '0' || c == '+')
        return true;
    return scan->reader->country[0] && !has_mark(scan->reader);
}

size_t phone_at(struct scan *scan, size_t at)
{
    struct window w;
    const struct lexicon *lexicon = scan->reader->lexicon;
    size_t start = wide_run_start(scan->text, at, scan->floor);
    if (!phone_run_read(scan->text, at, &w.run))
        return read_wide(scan, at) ? scan->floor : 0;
    bool is_long = window_digits(&w) >= LINKED_LEAST;
    if ((is_long && phone_is_linked_after(lexicon, scan->text, w.run.end) && read_wide(scan, start)) ||
        read_plain(scan, &w, at))
        return scan->floor;
    if ((start < at || phone_may_go_on(lexicon, scan->text, w.run.end)) &&
        may_begin_number(scan, start, at) && read_wide(scan, start))
        return scan->floor;
    if (w.run.end > scan->wide_end)
        refuse(scan, &w);
    if (w.run.is_cut)
        scan->run_end = w.run.end;
    return w.run.end;
}

size_t phone_word_at(struct scan *scan, size_t at)
{
    return read_wide(scan, at) ? scan->floor : 0;
}

size_t phone_sign_at(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    static const char *const pluses[] = {"\xef\xbc\x8b", "\xe2\x9e\x95"};
    bool is_plus = false;
    for (unsigned i = 0; i < 2 && at + 3 <= text.length; i++)
        is_plus |= memcmp(text.at + at, pluses[i], 3) == 0;
    if (!is_plus && !glyph_digit(text, at).length)
        return 0;
    return read_wide(scan, at) ? scan->floor : 0;
}
