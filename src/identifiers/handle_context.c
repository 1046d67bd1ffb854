/* Handles whose service the words around tell: "my insta is mia.rose", "find me on Telegram, I am @mia_rose",
 * "@mia_rose (tg)", "write to mia_rose on Telegram". */
#include "identifiers/glyph.h"
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define WORDS_MOST 4  /* between the service and the name */
#define NEAR       60 /* bytes between a service and "@name": a sentence */

static bool is_handle_byte(char c)
{
    return is_alnum(c) || c == '_' || c == '.' || c == '-';
}

static bool is_filler(struct span word)
{
    static const char *const words[] = {
        "is",     "name",    "id",       "me",   "my",   "at",    "on",     "username", "user",
        "nick",   "handle",  "account",  "acc",  "naam", "nom",   "nombre", "nome",     "mijn",
        "mon",    "mi",      "mein",     "ist",  "est",  "es",    "e",      "under",    "as",
        "onder",  "sous",    "unter",    "me",   "c",    "konto", "compte", "cuenta",   "conta",
        "profil", "profile", "nickname", "page", "this", "here",  "add",    "op",       "via",
        "als",    "comme",   "como",     "come", "ca",   NULL};
    return word_among(word, words);
}

/* Signs between a service and a name. */
static size_t skip_signs(struct span text, size_t at)
{
    size_t next = at;
    while (next < text.length && next < at + 8) {
        char c = text.at[next];
        unsigned bytes = c != 0 && strchr(" :-=>~|*'\"(", c) ? 1 : glyph_ornament(text, next);
        bytes = bytes ? bytes : glyph_invisible(text, next);
        if (bytes == 0)
            break;
        next += bytes;
    }
    return next;
}

/* Words of Chinese and Japanese between a service and a name, which no space sets apart. */
static size_t skip_unspaced(struct span text, size_t at)
{
    static const char *const words[] = {"\xef\xbc\x9a", "号码", "账号", "帐号", "帳號", "号", "號", "是",
                                        "加我",         "のID", "のid", "の",   "は",   "で", NULL};
    for (const char *const *word = words; *word; word++) {
        size_t length = strlen(*word);
        if (text.length - at >= length && memcmp(text.at + at, *word, length) == 0)
            return skip_unspaced(text, at + length);
    }
    return at;
}

/* The name before a service: "mia_rose on Telegram", "mia_rose (tg)". The word between is one of few, for
 * after a name that is followed by any other word the service may be another's. */
static size_t take_name_before(struct scan *scan, size_t at, size_t end)
{
    static const char *const words[] = {"on", "op", "auf", "sur", "en",  "su",  "no",
                                        "em", "pe", "at",  "by",  "bei", "via", NULL};
    struct span text = scan->text;
    size_t stop = at;
    while (stop > scan->floor && stop + 3 > at && strchr(" (", text.at[stop - 1]))
        stop--;
    struct span between = word_before(text, stop);
    if (stop < at && word_among(between, words)) {
        stop -= between.length;
        while (stop > scan->floor && text.at[stop - 1] == ' ')
            stop--;
    }
    size_t start = stop;
    while (start > scan->floor && stop - start < NEAR && is_handle_byte(text.at[start - 1]))
        start--;
    if (start == stop || stop == at || letter_before(text, start) || char_before(text, start) == '@' ||
        handle_name_end(text, start) != stop)
        return 0;
    bool is_taken = handle_take_named(scan, span_part(text, at, end), span_part(text, start, stop), start,
                                      stop, (struct handle_marks){false, FORM_CONTEXT});
    return is_taken ? end : 0;
}

static size_t take_name_after(struct scan *scan, size_t at, size_t end)
{
    struct span text = scan->text;
    size_t next = skip_unspaced(text, end);
    bool is_unspaced = (unsigned char)text.at[next - 1] >= 0x80;
    for (unsigned words = 0; words <= WORDS_MOST; words++) {
        size_t begin = skip_signs(text, next);
        if ((begin == next && !(is_unspaced && words == 0)) || begin >= text.length)
            return 0;
        bool is_signed = text.at[begin] == '@';
        size_t name = begin + is_signed;
        size_t stop = handle_name_end(text, name);
        struct span value = span_part(text, name, stop);
        if (stop == name)
            return 0;
        if (!is_signed && is_filler(value)) {
            next = stop;
            continue;
        }
        bool is_plain = words == 0 && (is_signed || text.at[end] == ':');
        return handle_take_named(scan, span_part(text, at, end), value, at, stop,
                                 (struct handle_marks){is_signed, is_plain ? FORM_PLAIN : FORM_CONTEXT});
    }
    return 0;
}

size_t handle_word_at(struct scan *scan, size_t at, size_t end)
{
    bool is_host = char_at(scan->text, end) == '.' && is_alnum(char_at(scan->text, end + 1));
    if (is_host || char_at(scan->text, end) == '@')
        return 0;
    size_t after = take_name_after(scan, at, end);
    return after ? after : take_name_before(scan, at, end);
}

/* The service named nearest before `at`, or after `end`, in the same line; empty where there is none. */
static struct span service_near(struct span text, size_t at, size_t end)
{
    size_t floor = at > NEAR ? at - NEAR : 0;
    for (size_t back = at; back > floor && text.at[back - 1] != '\n';) {
        struct span word = word_before(text, back);
        if (handle_is_service(word))
            return word;
        back -= word.length ? word.length : 1;
    }
    size_t most = end + NEAR / 2 < text.length ? end + NEAR / 2 : text.length;
    for (size_t next = end; next < most && text.at[next] != '\n' && text.at[next] != '@';) {
        size_t stop = next;
        while (stop < most && is_letter(text.at[stop]))
            stop++;
        struct span word = span_part(text, next, stop);
        if (handle_is_service(word) && !is_alnum(char_at(text, stop)))
            return word;
        next = stop > next ? stop : next + 1;
    }
    return (struct span){text.at, 0};
}

size_t handle_bare_at(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    if (is_alnum(char_before(text, at)) || letter_before(text, at) || char_before(text, at) == '@' ||
        char_before(text, at) == '.' || char_before(text, at) == '_')
        return 0;
    size_t end = handle_name_end(text, at + 1);
    if (end < at + 4 || char_at(text, end) == '@')
        return 0;
    struct span service = service_near(text, at, end);
    if (service.length == 0)
        return 0;
    return handle_take_named(scan, service, span_part(text, at + 1, end), at, end,
                             (struct handle_marks){true, FORM_CONTEXT});
}
