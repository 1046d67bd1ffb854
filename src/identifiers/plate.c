/* Number plates in running text: only after a word that says so, and only in the shape of a country. */
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define PLATE_MOST   10 /* letters and digits */
#define FILLERS_MOST 4  /* words between "plate" and the plate */

/* A is a letter, 9 a digit, '-' stands for one separator that may be left out, '|' for one that may not. */
static const char *const shapes[] = {
    "9-AAA-999", "AAA-999",    "999-AAA",                              /* Belgium */
    "AA-99-99",  "99-99-AA",   "99-AA-99",  "AA-99-AA",   "AA-AA-99",  /* Netherlands */
    "99-AA-AA",  "99-AAA-9",   "9-AAA-99",  "AA-999-A",   "A-999-AA",  /* and */
    "AAA-99-A",  "A-99-AAA",   "9-AA-999",  "999-AA-9",                /* later series */
    "AA-999-AA",                                                       /* France, Italy */
    "A|AA|9",    "A|AA|99",    "A|AA|999",  "A|AA|9999",  "A|A|9999",  /* Germany */
    "AA|AA|99",  "AA|AA|999",  "AA|A|999",  "AA|AA|9999", "AAA|AA|99", /* and */
    "AA|A|9999", "A|A|999",    "AAA|A|999", "AAA|AA|999",              /* longer districts */
    "9999-AAA",                                                        /* Spain */
    "AA-99-AAA", "A-999-AAA",                                          /* Romania; Bucharest */
    "AA99-AAA",                                                        /* Great Britain */
    "AA-9999A",  "AA-99999",   "AAA-9999",                             /* Poland and others */
    "A999AA-99", "A999AA-999",                                         /* Russia, in Latin letters */
    "9AA-9999",  "AA-9999",                                            /* Czech Republic, Denmark */
    "AA-999999", "AA-9999-AA",                                         /* Switzerland, Bulgaria */
};

static bool is_separator(char c)
{
    return c == ' ' || c == '-' || c == '.' || c == '*';
}

/* The end of a plate of that shape at `at`, or 0. */
static size_t match(struct span text, size_t at, const char *shape, char *out, size_t *length)
{
    *length = 0;
    for (; *shape; shape++) {
        char c = char_at(text, at);
        if (*shape == '-' || *shape == '|') {
            if (is_separator(c) && at < text.length)
                at++;
            else if (*shape == '|')
                return 0;
            continue;
        }
        if (at >= text.length || !(*shape == 'A' ? is_letter(c) : is_digit(c)))
            return 0;
        out[(*length)++] = to_upper(c);
        at++;
    }
    bool is_whole = !is_alnum(char_at(text, at)) && !letter_at(text, at) &&
                    !(char_at(text, at) == '-' && is_alnum(char_at(text, at + 1)));
    return is_whole ? at : 0;
}

/* The longest that fits. */
static size_t read_plate(struct scan *scan, size_t at)
{
    char value[PLATE_MOST];
    char best[PLATE_MOST];
    size_t length;
    size_t best_length = 0;
    size_t best_end = 0;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        size_t end = match(scan->text, at, shapes[i], value, &length);
        if (end > best_end) {
            best_end = end;
            best_length = length;
            memcpy(best, value, length);
        }
    }
    if (best_end == 0)
        return 0;
    return scan_found_as(scan, IDENTIFIER_PLATE, at, best_end, (struct span){best, best_length},
                         FORM_CONTEXT);
}

static bool is_filler(struct span word)
{
    static const char *const words[] = {
        "number",    "nr",  "no",   "num", "numero", "nummer", "is",    "the",    "van",
        "de",        "der", "del",  "d",   "est",    "es",     "ist",   "la",     "le",
        "en",        "car", "auto", "of",  "plate",  "plates", "plaat", "plaque", "immatriculation",
        "matricula", "din", "e",    "da",  "do",     "di",     "vom",   "her",    "his",
        NULL};
    return word_among(word, words);
}

/* Over signs and at most one filler word; `at` where neither stands there. */
static size_t skip_filler(struct span text, size_t at)
{
    size_t next = at;
    while (next < text.length && next < at + 4 && strchr(" :.#'=-(\"", text.at[next]) && text.at[next] != 0)
        next++;
    if (next + 2 <= text.length && memcmp(text.at + next, "\xc2\xb0", 2) == 0)
        next += 2;
    size_t end = next;
    while (end < text.length && end - next < 16 && is_letter(text.at[end]))
        end++;
    bool is_word = end > next && !is_digit(char_at(text, end)) && !letter_at(text, end);
    return is_word && is_filler(span_part(text, next, end)) ? end : next;
}

size_t plate_word_at(struct scan *scan, size_t at, size_t end)
{
    (void)at;
    size_t next = end;
    for (unsigned i = 0; i < FILLERS_MOST; i++) {
        size_t found = next > end && !is_alnum(char_before(scan->text, next)) ? read_plate(scan, next) : 0;
        if (found)
            return found;
        size_t more = skip_filler(scan->text, next);
        if (more == next)
            break;
        next = more;
    }
    return 0;
}
