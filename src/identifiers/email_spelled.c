/* E-mail addresses whose signs are written out: "name at mail dot com", "name [at] mail.com", "name(arroba)
 * mail punto com". A bare "at" is an everyday word: there something else must say that an address stands. */
#include "identifiers/letters.h"
#include "identifiers/readers.h"
#include "identifiers/spelled_name.h"

#define LOCAL_MOST   64
#define NAMED_WITHIN 32 /* bytes before, in which "mail" may announce an address */

struct local {
    size_t start; /* in the text */
    char text[LOCAL_MOST + 1];
    size_t length;
};

static bool is_local(char c)
{
    return is_alnum(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

static size_t back_over_spaces(struct span text, size_t at, size_t floor)
{
    size_t end = at;
    while (end > floor && at - end < 3 && text.at[end - 1] == ' ')
        end--;
    return end;
}

/* Puts the part from start to end, and a sign after it, before what is there. */
static bool put_before(struct local *local, struct span part, char sign)
{
    size_t more = part.length + (sign != 0);
    if (local->length + more > LOCAL_MOST)
        return false;
    memmove(local->text + more, local->text, local->length);
    for (size_t i = 0; i < part.length; i++)
        local->text[i] = to_lower(part.at[i]);
    if (sign)
        local->text[part.length] = sign;
    local->length += more;
    return true;
}

/* The sign that the word before `at` names ("dot", "[dot]"), and where it begins, fence and all; 0 where it
 * names none. */
static char sign_before(const struct scan *scan, size_t at, size_t *start)
{
    struct span text = scan->text;
    struct token token;
    size_t end = at;
    if (end > scan->floor && strchr(")]}>*", text.at[end - 1]) && text.at[end - 1])
        end--;
    bool is_fenced = end < at;
    size_t begin = end;
    while (begin > scan->floor && end - begin < 24 &&
           (is_letter(text.at[begin - 1]) || (unsigned char)text.at[begin - 1] >= 0x80))
        begin--;
    *start = begin;
    if (is_fenced && !spelled_fence(text, start, &end))
        return 0;
    struct span word = span_part(text, begin, end - is_fenced);
    if (word_equal(word, "underscore"))
        return '_';
    if (word.length == 0 || !token_read(scan->reader->lexicon, text, begin, false, &token) ||
        token.end != begin + word.length || token.lexemes[0].kind != LEXEME_SIGN)
        return 0;
    char sign = (char)token.lexemes[0].value;
    return sign == '.' || sign == '-' ? sign : 0;
}

/* Reads back from `at`, where the name before the "at" ends: "mia", "mia.rose", "mia dot rose". */
static bool local_read(const struct scan *scan, size_t at, struct local *local)
{
    struct span text = scan->text;
    *local = (struct local){.start = at};
    char sign = 0;
    for (unsigned parts = 0; parts < 3; parts++) {
        size_t start = at;
        while (start > scan->floor && at - start < LOCAL_MOST && is_local(text.at[start - 1]))
            start--;
        if (start == at || !is_alnum(text.at[at - 1]) || letter_before(text, start))
            return parts > 0 && sign == 0;
        while (start < at && !is_alnum(text.at[start]))
            start++;
        if (!put_before(local, span_part(text, start, at), sign))
            return false;
        local->start = start;
        size_t word;
        size_t end = back_over_spaces(text, start, scan->floor);
        bool is_apart = end < start || (start > scan->floor && strchr(")]}>*", text.at[start - 1]));
        sign = is_apart ? sign_before(scan, end, &word) : 0;
        if (!sign)
            return true;
        at = back_over_spaces(text, word, scan->floor);
        if (at == scan->floor || spelled_is_everyday(word_before(text, at)))
            return true;
    }
    return true;
}

static bool is_chosen(const struct local *local)
{
    for (size_t i = 0; i < local->length; i++)
        if (!is_letter(local->text[i]))
            return true;
    return false;
}

static bool is_named(struct span text, size_t at)
{
    static const char *const words[] = {"mail",  "email",  "emails",  "mailadres", "courriel",
                                        "mel",   "correo", "posta",   "adresse",   "address",
                                        "adres", "gmail",  "contact", NULL};
    size_t floor = at > NAMED_WITHIN ? at - NAMED_WITHIN : 0;
    for (size_t end = at; end > floor;) {
        struct span word = word_before(text, end);
        if (word_among(word, words))
            return true;
        end -= word.length ? word.length : 1;
    }
    return false;
}

/* is_strong: no everyday word stands for the sign. */
static size_t take(struct scan *scan, size_t sign_start, size_t sign_end, bool is_strong)
{
    struct span text = scan->text;
    struct local local;
    struct spelled_name name;
    size_t from = sign_end;
    while (from < text.length && from < sign_end + 3 && text.at[from] == ' ')
        from++;
    if (!spelled_name_read(scan->reader, text, from, &name) || letter_at(text, name.end))
        return 0;
    if (!local_read(scan, back_over_spaces(text, sign_start, scan->floor), &local) || local.length < 2)
        return 0;
    struct span word = {local.text, local.length};
    struct span host = {name.text, name.length};
    bool has_plain_dots = !name.is_spelled && !name.is_fenced;
    bool is_told =
        is_chosen(&local) || spelled_is_provider(host) || (!has_plain_dots && is_named(text, local.start));
    if (!is_strong && (spelled_is_everyday(word) || !is_told))
        return 0;
    if (name.length > 4 && memcmp(name.text, "www.", 4) == 0)
        return 0;
    if (local.length < 3 && spelled_is_everyday(word))
        return 0;
    char value[LOCAL_MOST + SPELLED_MOST + 2];
    memcpy(value, local.text, local.length);
    value[local.length] = '@';
    memcpy(value + local.length + 1, name.text, name.length);
    return scan_found_as(scan, IDENTIFIER_EMAIL, local.start, name.end,
                         (struct span){value, local.length + 1 + name.length}, FORM_AT_DOT);
}

size_t email_word_at(struct scan *scan, size_t at, size_t end)
{
    size_t start = at;
    bool is_plain = end - at == 2;
    bool is_fenced = spelled_fence(scan->text, &start, &end);
    if (!is_fenced) {
        /* "( at )" */
        size_t inner = start;
        size_t outer = end;
        while (inner > scan->floor && start - inner < 2 && scan->text.at[inner - 1] == ' ')
            inner--;
        while (outer < scan->text.length && outer < end + 2 && scan->text.at[outer] == ' ')
            outer++;
        is_fenced = spelled_fence(scan->text, &inner, &outer) && strchr("[({<", scan->text.at[inner]);
        start = is_fenced ? inner : start;
        end = is_fenced ? outer : end;
    }
    return start >= scan->floor ? take(scan, start, end, is_fenced || !is_plain) : 0;
}

size_t email_sign_at(struct scan *scan, size_t at)
{
    size_t start = at;
    size_t end = at + 1;
    spelled_fence(scan->text, &start, &end);
    return take(scan, start, end, true);
}
