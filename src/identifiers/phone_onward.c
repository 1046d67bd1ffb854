/* A cheap look at what follows plain digits. */
#include "identifiers/phone_onward.h"

#include "identifiers/glyph.h"
#include "identifiers/letters.h"
#include "identifiers/phone_run.h"

/* Whether the token at `at` is of digits and letters that look like digits alone, as far as four characters
 * go. */
static bool is_like_token(struct span text, size_t at)
{
    for (unsigned i = 0; i < 4; i++) {
        unsigned bytes = glyph_digit(text, at).length;
        bytes = bytes ? bytes : glyph_lookalike(text, at).length;
        if (!bytes)
            return i > 0 && !letter_at(text, at);
        at += bytes;
    }
    return true;
}

/* Whether a digit in any form, or what may stand between digits, is at `at`. */
static bool may_follow(const struct lexicon *lexicon, struct span text, size_t at)
{
    char sign;
    if (at >= text.length)
        return false;
    if ((unsigned char)text.at[at] >= 0x80 &&
        (glyph_ornament(text, at) || glyph_invisible(text, at) || phone_wide_sign(text, at, &sign)))
        return true;
    if (is_like_token(text, at))
        return true;
    if (at + 3 > text.length)
        return false;
    bool is_joiner = (to_lower(text.at[at]) == 'y' || to_lower(text.at[at]) == 'e') && text.at[at + 1] == ' ';
    return is_joiner || lexicon_may_begin(lexicon, text.at + at);
}

bool phone_may_go_on(const struct lexicon *lexicon, struct span text, size_t end)
{
    size_t next = end;
    while (next < text.length && next < end + 4 && !is_alnum(text.at[next]) &&
           (unsigned char)text.at[next] < 0x80 && text.at[next] != '@')
        next++;
    return may_follow(lexicon, text, next);
}

/* What may stand between digits and a word that links them to more. */
static size_t skip_link_signs(struct span text, size_t at)
{
    size_t next = at;
    while (next < text.length && next < at + 12) {
        unsigned bytes = strchr(" .,(:;-", text.at[next]) && text.at[next] ? 1 : glyph_ornament(text, next);
        if (bytes == 0)
            break;
        next += bytes;
    }
    return next;
}

bool phone_is_linked_after(const struct lexicon *lexicon, struct span text, size_t at)
{
    struct token token;
    size_t next = skip_link_signs(text, at);
    /* Han and kana follow digits without a space */
    bool is_unspaced = next + 3 <= text.length && (unsigned char)text.at[next] >= 0xe3;
    if ((next == at && !is_unspaced) || next + 3 > text.length)
        return false;
    bool is_joiner =
        (to_lower(text.at[next]) == 'y' || to_lower(text.at[next]) == 'e') && text.at[next + 1] == ' ';
    if (!is_joiner && !lexicon_may_begin(lexicon, text.at + next))
        return false;
    return token_read(lexicon, text, next, false, &token) && token.count == 1 &&
           (token.lexemes[0].kind == LEXEME_LINK || token.lexemes[0].kind == LEXEME_JOINER);
}
