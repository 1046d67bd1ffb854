/* Host names with spelled dots. */
#include "identifiers/spelled_name.h"

#include "identifiers/letters.h"

bool spelled_fence(struct span text, size_t *start, size_t *end)
{
    static const char *const fences[] = {"[]", "()", "{}", "<>", "**", "__", "--", "||", NULL};
    char before = char_before(text, *start);
    char after = char_at(text, *end);
    for (const char *const *f = fences; *start > 0 && *end < text.length && *f; f++)
        if (before == (*f)[0] && after == (*f)[1]) {
            --*start;
            ++*end;
            return true;
        }
    return false;
}

bool spelled_is_everyday(struct span word)
{
    static const char *const everyday[] = {
        "me",    "us",      "you",    "look",    "reach", "find",   "it",    "the",    "a",      "an",
        "my",    "our",     "your",   "at",      "is",    "are",    "be",    "here",   "there",  "call",
        "text",  "contact", "mail",   "email",   "e",     "meet",   "see",   "stay",   "home",   "not",
        "all",   "or",      "and",    "i",       "am",    "im",     "only",  "just",   "always", "available",
        "been",  "back",    "based",  "live",    "work",  "online", "also",  "get",    "this",   "that",
        "on",    "in",      "to",     "for",     "with",  "from",   "by",    "of",     "one",    "no",
        "yes",   "arrive",  "starts", "start",   "open",  "opens",  "close", "closed", "good",   "best",
        "write", "visit",   "site",   "website", "web",   "page",   "info",  "de",     "het",    "een",
        "la",    "le",      "el",     "il",      "der",   "die",    "das",   "op",     "bij",    "sur",
        "chez",  "auf",     "bei",    "en",      "du",    "au",     "et",    "und",    NULL};
    return word_among(word, everyday);
}

static bool is_top(struct span label)
{
    static const char *const tops[] = {
        "com", "net", "org",    "info",   "biz",  "eu",      "be",      "nl",   "fr",   "de",   "es",
        "it",  "pt",  "ro",     "ru",     "uk",   "ch",      "at",      "lu",   "ie",   "us",   "cn",
        "jp",  "br",  "me",     "io",     "co",   "pl",      "cz",      "hu",   "bg",   "gr",   "se",
        "dk",  "no",  "fi",     "ua",     "tv",   "xyz",     "online",  "site", "club", "shop", "live",
        "app", "xxx", "dating", "agency", "test", "example", "invalid", NULL};
    return word_among(label, tops);
}

static size_t skip_spaces(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.length && end < at + 3 && text.at[end] == ' ')
        end++;
    return end;
}

/* The end of the dot at `at`: ".", " . ", "[.]", " dot ", "(dot)". `at` where there is none. */
static size_t dot_end(const struct reader *reader, struct span text, size_t at, struct spelled_name *name)
{
    size_t begin = skip_spaces(text, at);
    bool is_open = begin < text.length && strchr("[({<*_-|", text.at[begin]) && text.at[begin] != 0;
    size_t from = skip_spaces(text, begin + is_open);
    size_t end = from;
    bool is_word = false;
    struct token token;
    if (char_at(text, from) == '.') {
        end = from + 1;
    } else if ((from > at || is_open || (unsigned char)char_at(text, from) >= 0xe3) &&
               token_read(reader->lexicon, text, from, false, &token) &&
               token.lexemes[0].kind == LEXEME_SIGN && token.lexemes[0].value == '.') {
        end = token.end;
        is_word = true;
    }
    if (end == from)
        return at;
    size_t start = from;
    bool is_fenced = is_open && spelled_fence(text, &start, &end);
    /* "... at home. Come": a full stop and a space end a sentence. */
    if ((is_open && !is_fenced) || (!is_word && !is_fenced && (from > at) != (char_at(text, end) == ' ')))
        return at;
    name->is_spelled |= is_word;
    name->is_fenced |= is_fenced;
    return is_word || is_fenced || from > at ? skip_spaces(text, end) : end;
}

static size_t label_end(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.length && end - at < 63 && (is_alnum(text.at[end]) || text.at[end] == '-'))
        end++;
    return end > at && text.at[at] != '-' && text.at[end - 1] != '-' && !letter_at(text, end) ? end : at;
}

static bool add_label(struct spelled_name *name, struct span label)
{
    if (name->length + label.length + 1 > SPELLED_MOST)
        return false;
    if (name->labels++ > 0)
        name->text[name->length++] = '.';
    for (size_t i = 0; i < label.length; i++)
        name->text[name->length++] = to_lower(label.at[i]);
    return true;
}

bool spelled_name_read(const struct reader *reader, struct span text, size_t at, struct spelled_name *out)
{
    *out = (struct spelled_name){.end = at};
    struct spelled_name best = {.end = at};
    for (size_t from = at; out->labels < 6;) {
        size_t stop = label_end(text, from);
        if (stop == from || !add_label(out, span_part(text, from, stop)))
            break;
        out->end = stop;
        if (out->labels > 1 && is_top(span_part(text, from, stop)))
            best = *out;
        from = dot_end(reader, text, stop, out);
        if (from == stop)
            break;
    }
    *out = best;
    return best.labels > 1;
}

bool spelled_is_provider(struct span name)
{
    static const char *const providers[] = {"gmail.com",
                                            "hotmail.com",
                                            "yahoo.com",
                                            "outlook.com",
                                            "live.com",
                                            "icloud.com",
                                            "proton.me",
                                            "protonmail.com",
                                            "gmx.de",
                                            "gmx.net",
                                            "gmx.com",
                                            "web.de",
                                            "mail.ru",
                                            "yandex.ru",
                                            "aol.com",
                                            "msn.com",
                                            "tutanota.com",
                                            "orange.fr",
                                            "free.fr",
                                            "laposte.net",
                                            "telenet.be",
                                            "skynet.be",
                                            "ziggo.nl",
                                            "libero.it",
                                            "hotmail.fr",
                                            "hotmail.be",
                                            "live.be",
                                            "live.nl",
                                            "hotmail.es",
                                            "hotmail.it",
                                            "googlemail.com",
                                            "mail.com",
                                            "yahoo.fr",
                                            "yahoo.de",
                                            "outlook.be",
                                            "t-online.de",
                                            "sapo.pt",
                                            "qq.com",
                                            "163.com",
                                            "bk.ru",
                                            NULL};
    return word_among(name, providers);
}
