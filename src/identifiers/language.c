/* Common words by language; scripts by their letters. */
#include "identifiers/language.h"

#include "identifiers/letters.h"

#define LOOKED_AT 1024
#define HITS      3 /* fewer common words say nothing */

struct language {
    const char *words[14];
    const char *countries[LANGUAGE_COUNTRIES];
};

static const struct language languages[] = {
    {{"the", "and", "for", "with", "you", "me", "my", "call", "am", "is", "are", NULL},
     {"GB", "IE", "AU", NULL}},
    {{"het", "een", "ik", "van", "voor", "met", "niet", "ook", "bel", "maar", "je", "naar", "ben", NULL},
     {"NL", "BE", NULL}},
    {{"je", "suis", "pour", "avec", "vous", "dans", "est", "une", "les", "des", "moi", "sur", "au", NULL},
     {"FR", "BE", "CH", "LU", NULL}},
    {{"ich", "und", "der", "die", "das", "nicht", "mit", "bei", "auf", "dich", "mir", "bin", "ein", NULL},
     {"DE", "AT", "CH", NULL}},
    {{"soy", "para", "con", "los", "las", "una", "por", "llama", "chica", "muy", "mi", "al", "el", NULL},
     {"ES", NULL}},
    {{"sono", "per", "con", "una", "che", "ragazza", "della", "chiama", "chiamami", "il", "mi", "al", NULL},
     {"IT", NULL}},
    {{"sou", "para", "com", "uma", "menina", "mais", "em", "ligue", "um", "seu", "me", "o", NULL},
     {"PT", NULL}},
    {{"sunt", "pentru", "cu", "sau", "fata", "este", "din", "suna", "la", "pe", "te", "o", NULL},
     {"RO", NULL}},
};

#define LANGUAGES (sizeof languages / sizeof *languages)

static const char *const none[] = {NULL};
static const char *const russian[] = {"RU", NULL};
static const char *const chinese[] = {"CN", NULL};
static const char *const japanese[] = {"JP", NULL};

/* Letters of each script: kana tells Japanese from Chinese. */
static const char *const *by_script(struct span text)
{
    unsigned cyrillic = 0;
    unsigned kana = 0;
    unsigned han = 0;
    unsigned latin = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        cyrillic += c == 0xd0 || c == 0xd1;
        kana += c == 0xe3;
        han += c >= 0xe4 && c <= 0xe9;
        latin += is_letter(text.at[i]);
    }
    unsigned most = latin + HITS;
    if (cyrillic > most)
        return russian;
    if (kana > HITS && kana + han > most / 2)
        return japanese;
    return han > most / 2 ? chinese : none;
}

/* The first letters and lengths of the common words, so that most others need no comparison. */
struct beginnings {
    uint32_t lengths[27]; /* [letter]: bit n for n letters */
};

static void note_beginnings(struct beginnings *out)
{
    *out = (struct beginnings){{0}};
    for (size_t l = 0; l < LANGUAGES; l++)
        for (const char *const *word = languages[l].words; *word; word++)
            out->lengths[(*word)[0] & 31] |= 1u << strlen(*word);
}

static void count_words(struct span text, unsigned *hits)
{
    struct beginnings common;
    note_beginnings(&common);
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && is_letter(text.at[end]))
            end++;
        size_t length = end - at;
        bool may_be = length > 0 && length < 32 && common.lengths[text.at[at] & 31] >> length & 1;
        for (size_t l = 0; may_be && l < LANGUAGES; l++)
            hits[l] += word_among(span_part(text, at, end), languages[l].words);
        at = end > at ? end : at + 1;
    }
}

const char *const *language_countries(struct span text)
{
    unsigned hits[LANGUAGES] = {0};
    size_t best = 0;
    if (text.length > LOOKED_AT)
        text.length = LOOKED_AT;
    const char *const *script = by_script(text);
    if (script[0])
        return script;
    count_words(text, hits);
    for (size_t l = 1; l < LANGUAGES; l++)
        if (hits[l] > hits[best])
            best = l;
    for (size_t l = 0; l < LANGUAGES; l++)
        if (hits[best] < HITS || (l != best && hits[l] * 2 > hits[best]))
            return none;
    return languages[best].countries;
}
