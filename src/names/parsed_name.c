/* Taking names apart: letters made comparable, then each word by lists. */
#include "names/parsed_name.h"

#include "base/hash.h"
#include "names/transliterate.h"
#include "places/fold.h"

#include <stdlib.h>

#define RAW_MOST  400 /* bytes of a name that are read */
#define WORD_MOST 60

static const char *const titles[] = {
    "mr",     "mrs",  "ms",     "miss",   "dr",       "prof",   "sir",  "mevr", "mevrouw", "dhr",
    "mw",     "heer", "herr",   "frau",   "mme",      "mlle",   "sr",   "sra",  "srta",    "sig",
    "ing",    "ir",   "drs",    "jr",     "monsieur", "madame", "dipl", "mag",  "doctor",  "senor",
    "senora", "dna",  "domnul", "doamna", "don",      "dona",   "lady", "lord", "esq"};

static const char *const particles[] = {
    "van",   "der", "den",   "de",    "la",  "von", "vom", "zu", "zur", "zum", "di", "da",     "dos",
    "das",   "del", "della", "dello", "ter", "ten", "te",  "du", "des", "het", "vd", "vander", "vanden",
    "vande", "mc",  "mac",   "af",    "av",  "and", "et",  "en", "und", "the", "of", "los",    "las"};

/* These are also words by themselves where they stand first. */
static const char *const inner_particles[] = {"le", "al", "el", "bin", "ibn", "ben", "bint", "op",
                                              "in", "do", "t",  "y",   "e",   "i",   "d"};

static const struct {
    const char *words; /* letters of the form without points */
    enum firm_form form;
} forms[] = {
    {"bv", FORM_LIMITED},        {"bvba", FORM_LIMITED},       {"sprl", FORM_LIMITED},
    {"srl", FORM_LIMITED},       {"gmbh", FORM_LIMITED},       {"ltd", FORM_LIMITED},
    {"limited", FORM_LIMITED},   {"sarl", FORM_LIMITED},       {"llc", FORM_LIMITED},
    {"ug", FORM_LIMITED},        {"eurl", FORM_LIMITED},       {"sl", FORM_LIMITED},
    {"slu", FORM_LIMITED},       {"lda", FORM_LIMITED},        {"kft", FORM_LIMITED},
    {"doo", FORM_LIMITED},       {"spzoo", FORM_LIMITED},      {"sro", FORM_LIMITED},
    {"ood", FORM_LIMITED},       {"eood", FORM_LIMITED},       {"oy", FORM_LIMITED},
    {"aps", FORM_LIMITED},       {"ooo", FORM_LIMITED},        {"sasu", FORM_LIMITED},
    {"nv", FORM_PUBLIC},         {"sa", FORM_PUBLIC},          {"ag", FORM_PUBLIC},
    {"plc", FORM_PUBLIC},        {"spa", FORM_PUBLIC},         {"inc", FORM_PUBLIC},
    {"corp", FORM_PUBLIC},       {"corporation", FORM_PUBLIC}, {"incorporated", FORM_PUBLIC},
    {"sas", FORM_PUBLIC},        {"oyj", FORM_PUBLIC},         {"asa", FORM_PUBLIC},
    {"vof", FORM_PARTNERS},      {"snc", FORM_PARTNERS},       {"cv", FORM_PARTNERS},
    {"cvba", FORM_PARTNERS},     {"scrl", FORM_PARTNERS},      {"commv", FORM_PARTNERS},
    {"scs", FORM_PARTNERS},      {"kg", FORM_PARTNERS},        {"ohg", FORM_PARTNERS},
    {"gbr", FORM_PARTNERS},      {"llp", FORM_PARTNERS},       {"pllc", FORM_PARTNERS},
    {"vzw", FORM_SOCIETY},       {"asbl", FORM_SOCIETY},       {"ev", FORM_SOCIETY},
    {"stichting", FORM_SOCIETY}, {"onlus", FORM_SOCIETY},
};

static const char *const firm_words[] = {
    "hotel",         "hotels",   "restaurant", "holding",   "holdings", "group",  "groep",
    "groupe",        "services", "service",    "transport", "company",  "co",     "cie",
    "agency",        "agence",   "agentur",    "bureau",    "trading",  "invest", "consulting",
    "studio",        "salon",    "massage",    "wellness",  "bank",     "immo",   "solutions",
    "international", "gebruder", "freres",     "sons",      "zonen",    "fils",   "verhuur"};

struct given_name {
    const char *name;
    uint8_t groups[3];
};

/* Short and full forms of given names, in byte order; a number is a group. */
static const struct given_name given_names[] = {
#include "names/given_names.inc"
};

#define COUNT_OF(list) (sizeof(list) / sizeof(list)[0])

static bool is_listed(const char *const *list, size_t count, struct span word)
{
    for (size_t i = 0; i < count; i++)
        if (span_equal(word, span_of(list[i])))
            return true;
    return false;
}

static enum firm_form form_of(struct span word)
{
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (span_equal(word, span_of(forms[i].words)))
            return forms[i].form;
    return FORM_NONE;
}

static int compare_given(const void *key, const void *row)
{
    return span_compare(*(const struct span *)key, span_of(((const struct given_name *)row)->name));
}

/* What spellings differ in: one letter for each sound that is written in several ways, no doubles, no "h" but
 * at the beginning, no "e" behind a vowel that it may only lengthen ("Mueller"). */
static uint64_t sound_of(struct span word)
{
    char out[WORD_MOST];
    size_t length = 0;
    for (size_t i = 0; i < word.length && length < WORD_MOST; i++) {
        char c = word.at[i];
        char next = i + 1 < word.length ? word.at[i + 1] : 0;
        char last = length ? out[length - 1] : 0;
        if (c == 'p' && next == 'h')
            c = 'f';
        else if (c == 'y' || c == 'j')
            c = 'i';
        else if (c == 'c' || c == 'q' || (c == 'k' && next == 'h'))
            c = 'k';
        else if (c == 'w')
            c = 'v';
        else if (c == 'z')
            c = 's';
        bool is_silent = (c == 'h' && i > 0) || (c == 'e' && (last == 'a' || last == 'o' || last == 'u'));
        if (!is_silent && c != last)
            out[length++] = c;
    }
    return hash_bytes(out, length, 1);
}

static void put_part(struct parsed_name *out, size_t *used, struct span word)
{
    if (out->count == NAME_PARTS || word.length > WORD_MOST || *used + word.length > NAME_BYTES)
        return;
    struct name_part *part = &out->parts[out->count++];
    memcpy(out->text + *used, word.at, word.length);
    *part = (struct name_part){.at = (uint8_t)*used, .length = (uint8_t)word.length};
    *used += word.length;
    const struct given_name *given =
        bsearch(&word, given_names, COUNT_OF(given_names), sizeof given_names[0], compare_given);
    if (given)
        memcpy(part->given, given->groups, sizeof part->given);
    bool is_inner = out->count > 1 && is_listed(inner_particles, COUNT_OF(inner_particles), word);
    bool is_particle = is_inner || is_listed(particles, COUNT_OF(particles), word);
    part->kind = is_particle ? NAME_PART_PARTICLE : word.length == 1 ? NAME_PART_INITIAL : NAME_PART_WORD;
    part->hash = hash_span(word);
    part->sound = sound_of(word);
}

/* "b v" and "s p r l": single letters that together are a company's form. Returns the bytes that they take.
 */
static size_t dotted_form(struct span folded, size_t at, enum firm_form *form)
{
    char letters[8];
    size_t count = 0;
    size_t end = at;
    *form = FORM_NONE;
    while (count < sizeof letters && end < folded.length &&
           (end + 1 == folded.length || folded.at[end + 1] == ' ')) {
        letters[count++] = folded.at[end];
        end += 2;
        enum firm_form found = count >= 2 ? form_of((struct span){letters, count}) : FORM_NONE;
        bool is_last = end >= folded.length || (end + 1 < folded.length && folded.at[end + 1] != ' ');
        if (found && is_last) {
            *form = found;
            return end - at;
        }
    }
    return 0;
}

static void read_words(struct span folded, bool may_be_title, size_t *used, struct parsed_name *out)
{
    for (size_t at = 0; at < folded.length;) {
        enum firm_form form;
        size_t dotted = dotted_form(folded, at, &form);
        const char *gap = memchr(folded.at + at, ' ', folded.length - at);
        struct span word = {folded.at + at,
                            (size_t)((gap ? gap : folded.at + folded.length) - folded.at) - at};
        if (!dotted)
            form = at || !may_be_title ? form_of(word) : FORM_NONE;
        at += dotted ? dotted : word.length + 1;
        if (form) {
            out->form = (uint8_t)form;
            out->is_firm = true;
            continue;
        }
        out->is_firm = out->is_firm || is_listed(firm_words, COUNT_OF(firm_words), word);
        /* A title that is all there is, is a name. */
        if (is_listed(titles, COUNT_OF(titles), word) && at < folded.length)
            continue;
        put_part(out, used, word);
    }
}

/* Apostrophes within a word fall away: "O'Brien" is one word. */
static void drop_apostrophes(struct buffer *b)
{
    size_t kept = 0;
    for (size_t i = 0; i < b->length; i++) {
        bool is_mark =
            b->data[i] == '\'' && i > 0 && i + 1 < b->length && b->data[i - 1] > ' ' && b->data[i + 1] > ' ';
        bool is_curly = b->length - i > 3 && memcmp(b->data + i, "\xe2\x80\x99", 3) == 0 && i > 0;
        if (is_curly)
            i += 2;
        else if (!is_mark)
            b->data[kept++] = b->data[i];
    }
    b->length = kept;
}

static size_t comma_of(const struct buffer *b)
{
    const char *comma = memchr(b->data, ',', b->length);
    return comma ? (size_t)(comma - b->data) : b->length;
}

/* A single letter at the end is an initial; a name of particles alone is made of words. */
static void settle_particles(struct parsed_name *out)
{
    unsigned words = 0;
    for (unsigned i = 0; i < out->count; i++) {
        struct name_part *part = &out->parts[i];
        if (part->length == 1 && i + 1 == out->count)
            part->kind = NAME_PART_INITIAL;
        words += part->kind != NAME_PART_PARTICLE;
    }
    for (unsigned i = 0; !words && i < out->count; i++)
        out->parts[i].kind = NAME_PART_WORD;
}

static void read_name(struct span name, struct parsed_name *out)
{
    char raw[3 * RAW_MOST];
    char bytes[8 * RAW_MOST];
    struct buffer latin = {.data = raw, .capacity = sizeof raw, .most = sizeof raw};
    struct buffer folded = {.data = bytes, .capacity = sizeof bytes, .most = sizeof bytes};
    size_t used = 0;
    name_transliterate((struct span){name.at, name.length < RAW_MOST ? name.length : RAW_MOST}, &latin);
    if (!buffer_ok(&latin))
        return;
    drop_apostrophes(&latin);
    size_t comma = comma_of(&latin);
    place_fold((struct span){raw, comma}, &folded);
    if (buffer_ok(&folded))
        read_words(buffer_all(&folded), comma < latin.length, &used, out);
    if (comma >= latin.length)
        return;
    unsigned before = out->count;
    buffer_reset(&folded);
    place_fold((struct span){raw + comma, latin.length - comma}, &folded);
    if (buffer_ok(&folded))
        read_words(buffer_all(&folded), true, &used, out);
    /* "Peeters BV, Gent" is no family name first. */
    out->family = !out->is_firm && out->count > before ? (uint8_t)before : 0;
}

void name_parse(struct span name, struct parsed_name *out)
{
    memset(out, 0, sizeof *out);
    read_name(name, out);
    settle_particles(out);
}
