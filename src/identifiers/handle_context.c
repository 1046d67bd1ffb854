/* Handles whose service the words around tell: "my insta is mia.rose", "find me on Telegram, I am @mia_rose",
 * "@mia_rose (tg)". */
#include "identifiers/glyph.h"
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define WORDS_MOST 4  /* between the service and the name */
#define NEAR       60 /* bytes between a service and "@name": a sentence */

static bool is_filler(struct span word)
{
    static const char *const words[] = {
        "is",     "name",    "id",    "me",     "my",     "at",     "on",     "username", "user",     "nick",
        "handle", "account", "acc",   "naam",   "nom",    "nombre", "nome",   "mijn",     "mon",      "mi",
        "mein",   "ist",     "est",   "es",     "e",      "under",  "as",     "onder",    "sous",     "unter",
        "me",     "c",       "konto", "compte", "cuenta", "conta",  "profil", "profile",  "nickname", "page",
        "this",   "here",    "add",   "op",     "via",    NULL};
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

size_t handle_word_at(struct scan *scan, size_t at, size_t end)
{
    struct span text = scan->text;
    size_t next = end;
    if (char_at(text, end) == '.' || char_at(text, end) == '@')
        return 0;
    for (unsigned words = 0; words <= WORDS_MOST; words++) {
        size_t begin = skip_signs(text, next);
        if (begin == next || begin >= text.length)
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
