/* Phones: runs of digits whose shape and neighbours allow a phone, and that libphonenumber holds valid (or
 * that are kept for fiction). In columns of phones a possible number is enough. */
#include "identifiers/letters.h"
#include "identifiers/phone_context.h"
#include "identifiers/phone_plan.h"
#include "identifiers/phone_reserved.h"
#include "identifiers/phone_run.h"
#include "identifiers/readers.h"

#define DIGITS_LEAST 7
#define DIGITS_MOST  17
#define GAP_WIDEST   18 /* bytes between two groups of a run */

struct window {
    struct digit_run run;
    unsigned first, last; /* the groups that may belong to a phone */
    bool is_whole;        /* the window begins at the run's begin, so that unmarked numbers may be tried */
};

static const struct phone_answer *ask_international(const struct reader *reader, const char *digits,
                                                    unsigned count)
{
    char number[DIGITS_MOST + 2] = "+";
    if (!phone_plan_is_possible(reader->plan, digits, count))
        return NULL;
    memcpy(number + 1, digits, count);
    return phone_cache_ask(reader->cache, number, "");
}

static bool begins_with(const char *digits, const char *prefix)
{
    return strncmp(digits, prefix, strlen(prefix)) == 0;
}

/* digits: zero-terminated. is_marked: with the trunk code that the country has. */
static bool is_national(const struct reader *reader, const char *digits, unsigned count, bool is_marked)
{
    const struct phone_region *region = phone_plan_region(reader->plan, reader->country);
    if (!region)
        return false;
    unsigned trunk = (unsigned)strlen(region->trunk);
    bool has_trunk = trunk > 0 && begins_with(digits, region->trunk) && count > trunk;
    uint32_t lengths = reader->plan->lengths[region->calling_code];
    return (has_trunk && lengths >> (count - trunk) & 1) || (!is_marked && lengths >> count & 1);
}

/* Whether numbers of the country are always written with a trunk code that begins with 0. */
static bool has_mark(const struct reader *reader)
{
    const struct phone_region *region = phone_plan_region(reader->plan, reader->country);
    return region && region->trunk[0] == '0';
}

static bool is_sure(const struct phone_answer *answer)
{
    return answer && (answer->verdict == PHONE_VALID ||
                      (answer->verdict == PHONE_POSSIBLE && phone_is_reserved(answer->e164)));
}

/* The answer for groups first to last, or NULL where they are no phone. */
static const struct phone_answer *judge(const struct scan *scan, const struct window *w, unsigned first,
                                        unsigned last)
{
    char digits[DIGITS_MOST + 2] = "";
    const struct reader *reader = scan->reader;
    unsigned count = phone_run_digits(scan->text, &w->run, first, last, digits, DIGITS_MOST);
    if (count < DIGITS_LEAST || count > DIGITS_MOST)
        return NULL;
    digits[count] = 0;
    if (w->run.groups[first].has_plus)
        return ask_international(reader, digits, count);
    if (begins_with(digits, "00") && w->run.groups[first].count > 1)
        return ask_international(reader, digits + 2, count - 2);
    /* What is cheap to ask comes first. */
    bool is_marked = has_mark(reader);
    bool is_whole = w->is_whole && first == w->first && last == w->last;
    if (!(is_marked || is_whole) || !is_national(reader, digits, count, is_marked) ||
        phone_run_is_trap(scan->text, &w->run, first, last) ||
        (!is_marked && phone_run_is_plain_trap(scan->text, &w->run, first, last)) ||
        phone_is_named_otherwise(scan->text, w->run.groups[first].start))
        return NULL;
    return phone_cache_ask(reader->cache, digits, reader->country);
}

static bool may_start(const struct digit_group *group, struct span text)
{
    char c = text.at[group->start];
    return group->is_apart && (c == '+' || c == '0' || group->sign == 0);
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

static bool take(struct scan *scan, const struct window *w, unsigned first, unsigned last)
{
    const struct phone_answer *answer = judge(scan, w, first, last);
    if (!is_sure(answer))
        return false;
    size_t end = w->run.groups[last].end;
    size_t start = w->run.groups[first].start;
    if (start > scan->floor)
        start = with_bracket(scan->text, start, end);
    scan_found(scan, IDENTIFIER_PHONE, start, end, span_of(answer->e164));
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
static int take_first(struct scan *scan, const struct window *w, unsigned *first)
{
    for (unsigned i = *first; i <= w->last; i++) {
        if (i != w->first && !may_start(&w->run.groups[i], scan->text))
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

static bool window_trim(struct window *w, const struct scan *scan)
{
    struct span text = scan->text;
    const struct digit_group *g = w->run.groups;
    bool has_plus = g[0].has_plus && !is_digit(char_before(text, g[0].start));
    /* "0470123456/0471123456": what stands before is another phone, and no longer glues. */
    bool is_next = scan->floor > 0 && g[0].start - scan->floor <= 3;
    if (!has_plus && !is_next && phone_is_glued_before(text, g[0].start) && !trim_first(w))
        return false;
    return !phone_is_glued_after(text, g[w->last].end) || trim_last(w);
}

/* A unit after the last group makes it an amount; but "u" and "m" are also words. */
static bool without_unit(struct scan *scan, struct window *w)
{
    struct window shorter = *w;
    unsigned first = w->first;
    return phone_has_unit_after(scan->text, w->run.groups[w->last].end) &&
           w->run.groups[w->last].count <= 4 && trim_last(&shorter) &&
           take_first(scan, &shorter, &first) >= 0;
}

/* "+32 470 12 34 56whatsapp": a number with '+' may be glued to a word, if nothing shorter is a phone. */
static void read_glued(struct scan *scan, const struct digit_run *run)
{
    struct window w = {.run = *run, .last = run->count - 1};
    if (!letter_at(scan->text, run->end))
        return;
    for (unsigned first = 0; first <= w.last; first++)
        if (run->groups[first].has_plus && take_first(scan, &w, &first) >= 0)
            return;
}

static void read_window(struct scan *scan, struct window *w)
{
    if (!window_trim(w, scan))
        return;
    unsigned first = w->first;
    if (without_unit(scan, w))
        return;
    /* An amount that nothing marks as a phone is an amount. */
    if (phone_has_unit_after(scan->text, w->run.groups[w->last].end))
        w->is_whole = false;
    take_first(scan, w, &first);
}

size_t phone_at(struct scan *scan, size_t at)
{
    struct window w = {.first = 0};
    if (!phone_run_read(scan->text, at, &w.run))
        return 0;
    w.last = w.run.count - 1;
    /* The rest of a run that was cut is not whole either. */
    w.is_whole = !w.run.is_cut && (scan->run_end == 0 || at > scan->run_end + GAP_WIDEST);
    size_t floor = scan->floor;
    read_window(scan, &w);
    if (scan->floor == floor)
        read_glued(scan, &w.run);
    if (scan->floor > floor)
        return scan->floor;
    if (w.run.is_cut)
        scan->run_end = w.run.end;
    return w.run.end;
}

/* The digits of a piece, zero-terminated; "(0)" after a calling code is left out. most + 1 where there are
 * more.
 */
static unsigned piece_digits(struct span piece, char *out, unsigned most)
{
    unsigned count = 0;
    bool has_plus = memchr(piece.at, '+', piece.length) != NULL;
    for (size_t i = 0; i < piece.length; i++) {
        if (has_plus && piece.length - i >= 3 && memcmp(piece.at + i, "(0)", 3) == 0)
            i += 2;
        else if (is_digit(piece.at[i])) {
            if (count == most)
                return most + 1;
            out[count++] = piece.at[i];
        }
    }
    out[count] = 0;
    return count;
}

bool phone_take_international(struct scan *scan, struct span piece, size_t start, size_t end)
{
    char digits[DIGITS_MOST + 2] = "";
    unsigned count = piece_digits(piece, digits, DIGITS_MOST);
    if (count < DIGITS_LEAST || count > DIGITS_MOST)
        return false;
    unsigned skip = begins_with(digits, "00") ? 2 : 0;
    const struct phone_answer *answer = ask_international(scan->reader, digits + skip, count - skip);
    if (!answer || answer->verdict < PHONE_POSSIBLE)
        return false;
    scan_found(scan, IDENTIFIER_PHONE, start, end, span_of(answer->e164));
    return true;
}

static const char *reason_of(enum phone_verdict verdict)
{
    switch (verdict) {
    case PHONE_UNKNOWN_COUNTRY: return "not a phone number: no country begins with those digits";
    case PHONE_TOO_SHORT: return "not a phone number: too short";
    case PHONE_TOO_LONG: return "not a phone number: too long";
    case PHONE_NONE:
    case PHONE_POSSIBLE:
    case PHONE_VALID: break;
    }
    return "not a phone number";
}

static const char *take_cell(struct scan *scan, const struct phone_answer *answer, size_t start, size_t end)
{
    if (answer->verdict < PHONE_POSSIBLE)
        return reason_of((enum phone_verdict)answer->verdict);
    scan_found(scan, IDENTIFIER_PHONE, start, end, span_of(answer->e164));
    return NULL;
}

/* Digits without '+' or 00: national where the country is known and finds it valid, else with a calling code.
 */
static const char *cell_without_plus(struct scan *scan, const char *digits, size_t start, size_t end)
{
    struct reader *reader = scan->reader;
    struct phone_answer national = {.verdict = PHONE_UNKNOWN_COUNTRY};
    if (phone_plan_region(reader->plan, reader->country))
        national = *phone_cache_ask(reader->cache, digits, reader->country);
    unsigned count = (unsigned)strlen(digits);
    if (national.verdict == PHONE_VALID || count < 10)
        return national.verdict == PHONE_UNKNOWN_COUNTRY
                   ? "not a phone number: no calling code, and the record has no country"
                   : take_cell(scan, &national, start, end);
    const struct phone_answer *answer = ask_international(reader, digits, count);
    bool is_better = answer && (is_sure(answer) || national.verdict < PHONE_POSSIBLE) &&
                     answer->verdict >= PHONE_POSSIBLE && !phone_is_reserved(national.e164);
    if (is_better)
        return take_cell(scan, answer, start, end);
    return national.verdict == PHONE_UNKNOWN_COUNTRY
               ? "not a phone number: no calling code, and the record has no country"
               : take_cell(scan, &national, start, end);
}

/* With words beside the number: as in running text. */
static const char *cell_with_words(struct scan *scan, size_t start, size_t end)
{
    struct scan part = {.reader = scan->reader, .text = {scan->text.at + start, end - start}};
    struct find_list *finds = scan->reader->finds;
    size_t before = finds->count;
    for (size_t at = 0; at < part.text.length;) {
        char c = part.text.at[at];
        size_t next = is_digit(c) || c == '+' ? phone_at(&part, at) : 0;
        at = next > at ? next : at + 1;
    }
    for (size_t i = before; i < finds->count; i++) {
        finds->items[i].start += (uint32_t)start;
        finds->items[i].end += (uint32_t)start;
    }
    return finds->count > before ? NULL : "not a phone number: has letters";
}

const char *phone_cell(struct scan *scan, size_t start, size_t end)
{
    struct span piece = span_part(scan->text, start, end);
    char digits[DIGITS_MOST + 2] = "";
    for (size_t i = 0; i < piece.length; i++)
        if (is_letter(piece.at[i]))
            return cell_with_words(scan, start, end);
    unsigned count = piece_digits(piece, digits, DIGITS_MOST);
    if (count < 5)
        return count ? "not a phone number: too short" : "not a phone number: no digits";
    if (count > DIGITS_MOST)
        return "not a phone number: too long";
    bool has_zeros = begins_with(digits, "00");
    if (piece.at[0] != '+' && !(piece.at[0] == '(' && piece.length > 1 && piece.at[1] == '+') && !has_zeros)
        return cell_without_plus(scan, digits, start, end);
    char number[DIGITS_MOST + 2] = "+";
    memcpy(number + 1, digits + (has_zeros ? 2 : 0), count - (has_zeros ? 2 : 0) + 1);
    return take_cell(scan, phone_cache_ask(scan->reader->cache, number, ""), start, end);
}
