/* The grammar of numerals below a thousand in nine languages; other words stand for themselves. */
#include "identifiers/spoken.h"

/* Languages in which "twenty" "one" is 21, and those in which it is so with "and" between. */
#define WITHOUT_JOINER (LANG_EN | LANG_FR | LANG_IT | LANG_RU)
#define WITH_JOINER    (LANG_ES | LANG_PT | LANG_RO | LANG_FR)
#define UNIT_FIRST     (LANG_NL | LANG_DE)

/* What a unit or teen after tens adds, or 0. French counts 70 and 90 in teens (60 + 12, 80 + 17). */
static unsigned after_tens(const struct spoken *s, struct lexeme lexeme, unsigned languages)
{
    unsigned rest = s->value % 100;
    bool is_french = languages & LANG_FR;
    if (lexeme.kind == LEXEME_TEEN)
        return is_french && (rest == 60 || rest == 80) ? lexeme.value : 0;
    if (lexeme.kind != LEXEME_UNIT || lexeme.value == 0)
        return 0;
    if (s->kind == LEXEME_TEEN && is_french && lexeme.value >= 7 && rest % 20 == 10)
        return lexeme.value;
    if (s->kind != LEXEME_TENS)
        return 0;
    bool fits = s->joiner ? s->joiner & WITH_JOINER : s->is_piece || languages & WITHOUT_JOINER;
    return fits ? lexeme.value : 0;
}

/* What follows hundreds: in English a unit only with "and". */
static unsigned after_hundreds(const struct spoken *s, struct lexeme lexeme, unsigned languages)
{
    bool is_hundred = s->kind == LEXEME_HUNDRED || s->kind == LEXEME_HUNDREDS;
    if (!is_hundred || lexeme.kind > LEXEME_TENS)
        return 0;
    if (lexeme.kind == LEXEME_UNIT && languages & LANG_EN && !s->joiner)
        return 0;
    return lexeme.value;
}

/* Tens that follow a unit: "ein und zwanzig", "quatre vingts". */
static unsigned after_unit(const struct spoken *s, struct lexeme lexeme, unsigned languages)
{
    if (s->kind != LEXEME_UNIT || lexeme.kind != LEXEME_TENS || s->value % 10 == 0)
        return 0;
    if (s->joiner & languages & UNIT_FIRST && s->value % 100 < 10)
        return lexeme.value;
    bool is_eighty = languages & LANG_FR && !s->joiner && s->value % 100 == 4 && lexeme.value == 20;
    return is_eighty ? 76 : 0;
}

static void begin(struct spoken *s, struct lexeme lexeme)
{
    *s = (struct spoken){.value = lexeme.value,
                         .languages = lexeme.languages,
                         .kind = lexeme.kind,
                         .is_piece = lexeme.is_piece};
}

static bool extend(struct spoken *s, struct lexeme lexeme, unsigned languages, bool is_spaced_four)
{
    unsigned more = after_tens(s, lexeme, languages);
    if (!more)
        more = after_hundreds(s, lexeme, languages);
    if (!more && !is_spaced_four)
        more = after_unit(s, lexeme, languages);
    if (!more && lexeme.kind == LEXEME_HUNDRED && s->kind == LEXEME_UNIT && s->value >= 1 && s->value <= 9)
        more = s->value * 99;
    if (!more)
        return false;
    s->value += more;
    s->kind = lexeme.kind;
    s->is_piece = lexeme.is_piece;
    s->languages = (uint16_t)languages;
    s->joiner = 0;
    return true;
}

bool spoken_add(struct spoken *s, struct lexeme lexeme, bool is_tight, bool is_hyphen, bool after_zero)
{
    unsigned languages = s->languages & lexeme.languages;
    /* "zero quatre vingt-deux": 04 22, and not 0 82. */
    bool is_spaced_four = after_zero && !is_hyphen && lexeme.value == 20 && languages & LANG_FR;
    if (is_tight && languages && extend(s, lexeme, languages, is_spaced_four)) {
        s->by_hyphen = is_hyphen;
        return true;
    }
    begin(s, lexeme);
    return false;
}

bool spoken_give_back_four(struct spoken *s, struct lexeme lexeme)
{
    if (s->by_hyphen || s->kind != LEXEME_UNIT || s->value <= 10 || s->value % 10 != 4 ||
        s->value % 100 < 20 || !(s->languages & lexeme.languages & LANG_FR))
        return false;
    s->value -= 4;
    return true;
}
