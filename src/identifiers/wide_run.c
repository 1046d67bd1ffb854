/* Groups are signs that mean digits, or words that do; gaps are what people put between them. */
#include "identifiers/wide_run.h"

#include "identifiers/letters.h"
#include "identifiers/spoken.h"

#define GAP_SIGNS   18 /* signs in one gap */
#define GAP_WORDS   5  /* words in one gap */
#define LONE_MOST   3  /* letters that may stand for digits without a digit beside them */
#define LONE_GROUPS 3  /* of letters alone before the first group that has digits */

struct gap {
    size_t end; /* where the next group begins, or 0 */
    unsigned spaces, signs, words;
    char sign;
    bool has_plus, is_loose, is_linked, has_weak_word;
    uint16_t joiner; /* languages */
};

struct wide_reader {
    const struct lexicon *lexicon;
    struct span text;
    struct digit_run *run;
    struct spoken spoken;
    struct token token;
    unsigned repeat; /* of the next digit */
    char kind;       /* of the signs in this run, once there is one */
    size_t repeat_at;
};

static bool is_lone_letter(char c)
{
    return c == 'O' || c == 'o' || c == 'I' || c == 'l' || c == 'S' || c == 'Z' || c == 'B';
}

/* Puts the digits of a sign into the group. */
static void put_digit(struct digit_run *run, struct digit_group *group, struct glyph glyph)
{
    if (glyph.is_ten)
        put_digit(run, group, (struct glyph){.digit = 1, .written = glyph.written});
    unsigned digit = glyph.is_ten ? 0 : glyph.digit;
    if (group->count < GROUP_DIGITS)
        run->digits[group->at + group->count] = (char)('0' + digit);
    group->count++;
    group->written |= glyph.written;
}

/* Signs from `at` on as digits, with letters for digits if asked. The end; `at` where there are none. */
static size_t read_signs(struct wide_reader *r, size_t at, bool with_letters, struct digit_group *group)
{
    struct span text = r->text;
    size_t end = at;
    unsigned letters = 0;
    bool is_lone = true;
    group->count = 0;
    group->written = 0;
    for (size_t next = at; next < text.length && next - at < 128;) {
        struct glyph glyph = glyph_digit(text, next);
        if (glyph.length == 0 && with_letters) {
            glyph = glyph_lookalike(text, next);
            letters += glyph.length > 0;
            is_lone = is_lone && (glyph.length != 1 || is_lone_letter(text.at[next]));
        }
        unsigned skip = glyph.length ? 0 : glyph_invisible(text, next);
        if (glyph.length == 0 && skip == 0)
            break;
        if (glyph.length)
            put_digit(r->run, group, glyph);
        next += glyph.length + skip;
        end = glyph.length ? next : end;
    }
    bool is_bare = letters == group->count && (letters > LONE_MOST || !is_lone);
    if (letters && (letter_at(text, end) || is_bare)) {
        group->count = 0;
        return at;
    }
    return end;
}

static struct digit_group *new_group(struct wide_reader *r, size_t at, const struct gap *gap)
{
    struct digit_group *group = &r->run->groups[r->run->count];
    bool is_first = r->run->count == 0;
    *group = (struct digit_group){.start = at,
                                  .at = (uint16_t)(r->run->count * GROUP_DIGITS),
                                  .sign = is_first    ? 0
                                          : gap->sign ? gap->sign
                                                      : ' ',
                                  .has_plus = gap->has_plus,
                                  .is_loose = gap->is_loose,
                                  .is_linked = gap->is_linked};
    group->is_apart = is_first || gap->spaces || gap->words || gap->sign == '/' || gap->sign == SIGN_LINE ||
                      gap->sign == SIGN_ORNAMENT || gap->sign == ',' || gap->has_plus;
    return group;
}

static void keep_group(struct wide_reader *r, size_t end)
{
    r->run->groups[r->run->count].end = end;
    r->run->end = end;
    r->run->count++;
}

/* Writes the numeral's value as the digits of the group. */
static void put_value(struct wide_reader *r, struct digit_group *group, unsigned repeat)
{
    char digits[4];
    unsigned count = 0;
    for (unsigned value = r->spoken.value; value > 0 || count == 0; value /= 10)
        digits[count++] = (char)('0' + value % 10);
    group->count = 0;
    group->written = WRITTEN_SPELLED;
    for (unsigned again = 0; again < repeat; again++)
        for (unsigned i = count; i-- > 0;)
            r->run->digits[group->at + group->count++] = digits[i];
}

static bool follows_zero(const struct digit_run *run)
{
    if (run->count < 2)
        return false;
    const struct digit_group *group = &run->groups[run->count - 2];
    return group->count == 1 && run->digits[group->at] == '0';
}

/* One word of a token: part of the numeral before it, or a group of its own. */
static void put_lexeme(struct wide_reader *r, struct lexeme lexeme, size_t start, size_t end,
                       const struct gap *gap)
{
    struct digit_run *run = r->run;
    if (lexeme.kind == LEXEME_JOINER) {
        r->spoken.joiner = lexeme.languages;
        return;
    }
    bool is_hyphen = gap->sign == '-';
    /* "quarante quatre-vingt-dix": 40 90, and not 44 20 10 */
    if (is_hyphen && lexeme.value == 20 && spoken_give_back_four(&r->spoken, lexeme)) {
        put_value(r, &run->groups[run->count - 1], 1);
        r->spoken = (struct spoken){0};
        lexeme.value = 80;
    }
    bool is_tight = !r->repeat && !gap->has_plus &&
                    (gap->signs == 0 || (gap->sign == '-' && gap->signs <= 1 + (gap->joiner != 0)));
    if (spoken_add(&r->spoken, lexeme, is_tight, is_hyphen, follows_zero(run))) {
        put_value(r, &run->groups[run->count - 1], 1);
        run->groups[run->count - 1].end = run->end = end;
        return;
    }
    if (run->count == RUN_MOST) {
        run->is_cut = true;
        return;
    }
    unsigned repeat = r->repeat && lexeme.kind == LEXEME_UNIT ? r->repeat : 1;
    struct digit_group *group = new_group(r, r->repeat ? r->repeat_at : start, gap);
    put_value(r, group, repeat);
    keep_group(r, end);
    if (repeat > 1)
        r->spoken = (struct spoken){0};
    r->repeat = 0;
}

static bool is_spoken_japanese(const struct wide_reader *r)
{
    return r->run->count > 0 && r->spoken.languages & LANG_JA;
}

/* A word that means digits, "plus" or "double". The end, or `at`. */
static size_t read_word(struct wide_reader *r, size_t at, const struct gap *gap)
{
    struct token *token = &r->token;
    if (!token_read(r->lexicon, r->text, at, is_spoken_japanese(r), token))
        return at;
    struct lexeme first = token->lexemes[0];
    if (first.kind == LEXEME_REPEAT && !r->repeat) {
        r->repeat = first.value;
        r->repeat_at = at;
        return token->end;
    }
    if (!lexeme_is_numeral(first))
        return at;
    r->spoken.joiner = gap->joiner;
    const struct gap none = {0};
    for (unsigned i = 0; i < token->count && !r->run->is_cut; i++)
        put_lexeme(r, token->lexemes[i], at, token->end, i ? &none : gap);
    return token->end;
}

/* "double 6": the digit again. */
static void repeat_digit(struct wide_reader *r, struct digit_group *group)
{
    if (group->count == 1 && r->repeat) {
        char digit = r->run->digits[group->at];
        while (group->count < r->repeat)
            r->run->digits[group->at + group->count++] = digit;
        group->written |= WRITTEN_SPELLED;
        group->start = r->repeat_at;
    }
    r->repeat = 0;
}

/* A group at `at`; the end, or `at` where there is none. */
static size_t read_group(struct wide_reader *r, size_t at, const struct gap *gap)
{
    if (r->run->count == RUN_MOST)
        return at;
    struct digit_group *group = new_group(r, at, gap);
    size_t end = read_signs(r, at, true, group);
    bool is_glued = end > at && letter_at(r->text, end) && group->written & (WRITTEN_ASCII | WRITTEN_LETTERS);
    if (end == at || is_glued) {
        size_t word = read_word(r, at, gap);
        if (word > at)
            return word;
        end = read_signs(r, at, false, group);
        if (end == at)
            return at;
    }
    r->spoken = (struct spoken){0};
    repeat_digit(r, group);
    keep_group(r, end);
    return end;
}

static bool is_plain_sign(char c)
{
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
}

static bool is_loose_sign(char c)
{
    return c != 0 && strchr("*_~|\\^<>[]{}!,'`#\n\r\t\"=", c) != NULL;
}

/* The sign at `at` and its bytes, or 0. */
static unsigned read_sign(struct span text, size_t at, char *sign, bool *is_loose)
{
    char c = text.at[at];
    *sign = c;
    *is_loose = false;
    if (is_plain_sign(c))
        return 1;
    if (c == '\t') {
        *sign = ' ';
        return 1;
    }
    *is_loose = is_loose_sign(c);
    if (*is_loose) {
        *sign = c == '\n' || c == '\r' ? SIGN_LINE : c == ',' ? ',' : SIGN_ORNAMENT;
        return 1;
    }
    unsigned bytes = phone_wide_sign(text, at, sign);
    if (bytes)
        return bytes;
    /* the full stop of East Asia ends a sentence, its comma is one */
    if (at + 3 <= text.length && memcmp(text.at + at, "\xe3\x80\x82", 3) == 0)
        return 0;
    if (at + 3 <= text.length && memcmp(text.at + at, "\xef\xbc\x8c", 3) == 0) {
        *is_loose = true;
        *sign = ',';
        return 3;
    }
    bytes = glyph_invisible(text, at);
    if (bytes) {
        *sign = 0;
        return bytes;
    }
    *is_loose = true;
    *sign = SIGN_ORNAMENT;
    return glyph_ornament(text, at);
}

/* Notes a sign; false where it ends the run: brackets apart, a number keeps to one kind of sign. */
static bool gap_add(struct gap *gap, char sign, bool is_loose, char kind)
{
    if (sign == 0)
        return true;
    if (sign == ' ') {
        gap->spaces++;
        return true;
    }
    if (is_loose && kind && kind != sign)
        return false;
    if (sign != '(' && sign != ')')
        gap->signs++;
    if (gap->sign == 0 || gap->sign == '(' || gap->sign == ')')
        gap->sign = sign;
    gap->is_loose |= is_loose;
    return true;
}

/* A word between two groups. False where it does not belong there. */
static bool gap_add_word(struct gap *gap, const struct token *token)
{
    struct lexeme lexeme = token->lexemes[0];
    if (token->count != 1 || token->has_digits || ++gap->words > GAP_WORDS)
        return false;
    switch (lexeme.kind) {
    case LEXEME_PLUS: gap->has_plus = true; return true;
    case LEXEME_JOINER:
        gap->joiner = lexeme.languages;
        gap->has_weak_word = true;
        return true;
    case LEXEME_LINK:
        gap->is_linked |= lexeme.value == 1;
        gap->has_weak_word = true;
        return true;
    case LEXEME_SIGN:
        if (lexeme.languages == LANG_ZH)
            return false;
        gap->is_loose = true;
        gap->signs++;
        gap->sign = lexeme.value == ' ' ? SIGN_ORNAMENT : (char)lexeme.value;
        return true;
    default: return false;
    }
}

/* Whether a group may begin at `at`: cheap, so that a gap ends where reading should be tried. */
static bool begins_group(struct wide_reader *r, size_t at)
{
    struct span text = r->text;
    if (glyph_digit(text, at).length)
        return true;
    struct glyph like = glyph_lookalike(text, at);
    /* "I am", "o resto": a letter before a word is a word */
    if (like.length == 1 && char_at(text, at + 1) == ' ' && is_letter(char_at(text, at + 2)) &&
        letter_at(text, at + 3))
        return false;
    if (like.length && !letter_at(text, at + like.length))
        return true;
    if (like.length &&
        (glyph_digit(text, at + like.length).length || glyph_lookalike(text, at + like.length).length))
        return true;
    return false;
}

/* Whether the word at `at` is of letters that look like digits, and of digits. */
static bool begins_like(struct span text, size_t at)
{
    unsigned bytes;
    while ((bytes = glyph_digit(text, at).length) > 0 || (bytes = glyph_lookalike(text, at).length) > 0)
        at += bytes;
    return !letter_at(text, at);
}

/* "63 IS 12", "63 Il,": letters that look like digits, a capital among them, where no word follows. */
static bool is_capital_group(struct span text, size_t at)
{
    size_t end = at;
    bool has_capital = false;
    for (; end < text.length && glyph_lookalike(text, end).length == 1; end++)
        has_capital |= text.at[end] >= 'A' && text.at[end] <= 'Z';
    if (!has_capital || letter_at(text, end))
        return false;
    return char_at(text, end) != ' ' || !letter_at(text, end + 1) || begins_like(text, end + 1);
}

/* Whether a word of two letters or more stands at `at` that may stand between groups, even if it looks like
 * digits: "il". */
static bool at_gap_word(struct wide_reader *r, size_t at)
{
    return is_letter(r->text.at[at]) && !is_capital_group(r->text, at) &&
           token_read(r->lexicon, r->text, at, false, &r->token) && r->token.count == 1 &&
           r->token.length > 1 && !r->token.has_digits &&
           (r->token.lexemes[0].kind == LEXEME_LINK || r->token.lexemes[0].kind == LEXEME_JOINER);
}

static bool gap_is_sound(const struct gap *gap)
{
    if (gap->has_weak_word && !gap->is_linked && !gap->joiner)
        return false;
    /* two full stops, or a full stop and a comma, are no separator; "cinquante-et-un" has two hyphens */
    return gap->signs <= 1 || gap->is_loose || gap->is_linked || (gap->joiner && gap->sign == '-');
}

static bool at_plus(struct span text, size_t at)
{
    char next = char_at(text, at + 1);
    return text.at[at] == '+' &&
           (is_digit(next) || next == '(' || next == ' ' || (unsigned char)next >= 0x80);
}

static unsigned read_colon(struct span text, size_t at)
{
    if (text.at[at] == ':')
        return 1;
    return at + 3 <= text.length && memcmp(text.at + at, "\xef\xbc\x9a", 3) == 0 ? 3 : 0;
}

static struct gap read_gap(struct wide_reader *r, size_t at)
{
    struct gap gap = {0};
    struct span text = r->text;
    for (unsigned i = 0; i < GAP_SIGNS && at < text.length; i++) {
        char sign;
        bool is_loose;
        if (!at_gap_word(r, at) && begins_group(r, at)) {
            gap.end = at;
            break;
        }
        unsigned bytes = at_plus(text, at) ? 1 : 0;
        gap.has_plus |= bytes;
        if (!bytes && (bytes = read_sign(text, at, &sign, &is_loose)) > 0 &&
            !gap_add(&gap, sign, is_loose, r->kind))
            break;
        /* "and the rest: 12 34" */
        if (!bytes && gap.words > 0)
            bytes = read_colon(text, at);
        if (bytes) {
            at += bytes;
            continue;
        }
        if (!token_read(r->lexicon, text, at, is_spoken_japanese(r), &r->token))
            break;
        if (!gap_add_word(&gap, &r->token)) {
            gap.end = at;
            break;
        }
        at = r->token.end;
    }
    if (!gap_is_sound(&gap))
        gap.end = 0;
    /* "... 47. I am", "... 47. 20 years": a full stop and a space end a sentence, but for digits in words */
    bool is_spelled = r->run->count > 0 && r->run->groups[r->run->count - 1].written == WRITTEN_SPELLED;
    if (gap.sign == '.' && gap.signs > 1 && !gap.is_linked)
        gap.end = 0;
    if (gap.end && gap.sign == '.' && gap.spaces == 1 && !gap.is_loose && !gap.is_linked &&
        (!is_spelled || begins_group(r, gap.end)))
        gap.end = 0;
    /* "04 . 70": a full stop with spaces around is no end of a sentence, and no usual sign either */
    gap.is_loose |= gap.sign == '.' && gap.spaces > 1;
    return gap;
}

/* "+" or "plus" before the first group. */
static size_t skip_plus(struct wide_reader *r, size_t at, struct gap *gap)
{
    size_t next = at;
    bool is_wide = at + 3 <= r->text.length && (memcmp(r->text.at + at, "\xef\xbc\x8b", 3) == 0 ||
                                                memcmp(r->text.at + at, "\xe2\x9e\x95", 3) == 0);
    if (is_wide)
        next = at + 3;
    else if (at_plus(r->text, at))
        next = at + 1;
    else if (token_read(r->lexicon, r->text, at, false, &r->token) && r->token.lexemes[0].kind == LEXEME_PLUS)
        next = r->token.end;
    if (next == at)
        return at;
    gap->has_plus = true;
    for (unsigned i = 0; i < 3 && next < r->text.length && strchr(" (-:,", r->text.at[next]); i++)
        next++;
    return next;
}

static void note_kind(struct wide_reader *r, const struct gap *gap)
{
    if (gap->is_loose && gap->sign)
        r->kind = gap->sign;
}

bool wide_run_read(const struct lexicon *lexicon, struct span text, size_t at, struct digit_run *run)
{
    struct wide_reader r; /* without its token, which is written before it is read */
    r.lexicon = lexicon;
    r.text = text;
    r.run = run;
    r.spoken = (struct spoken){0};
    r.repeat = 0;
    r.kind = 0;
    r.repeat_at = 0;
    struct gap gap = {0};
    run->count = 0;
    run->is_cut = false;
    run->end = at;
    size_t begin = at;
    at = skip_plus(&r, at, &gap);
    for (;;) {
        unsigned before = run->count;
        size_t end = read_group(&r, at, &gap);
        if (end == at)
            break;
        if (before == 0 && run->count > 0)
            run->groups[0].start = begin;
        if (run->count > before)
            note_kind(&r, &gap);
        bool has_plus = gap.has_plus && run->count == before;
        gap = read_gap(&r, end);
        gap.has_plus |= has_plus;
        if (gap.end == 0 || run->is_cut)
            break;
        at = gap.end;
    }
    run->is_cut |= run->count == RUN_MOST;
    return run->count > 0;
}

/* Bytes of the look-alike letter that ends before `at`, or 0. */
static unsigned lookalike_before(struct span text, size_t at, size_t floor)
{
    if (at > floor && (unsigned char)text.at[at - 1] < 0x80)
        return glyph_lookalike(text, at - 1).length;
    return at >= floor + 2 && glyph_lookalike(text, at - 2).length == 2 ? 2 : 0;
}

size_t wide_run_start(struct span text, size_t at, size_t floor)
{
    size_t start = at;
    char letter = char_before(text, at > 0 && text.at[at - 1] == ' ' ? at - 1 : at);
    if (text.at[at] == '+' || !(is_letter(letter) || (unsigned char)letter >= 0x80))
        return at;
    for (unsigned i = 0, bytes; i < 4 && (bytes = lookalike_before(text, start, floor)) > 0; i++)
        start -= bytes;
    if (start < at && (letter_before(text, start) || is_digit(char_before(text, start))))
        start = at;
    /* "O 47O", "Ol 7I": letters by themselves before the group, the first of them a zero */
    for (size_t lone, begin = start, groups = 0; groups < LONE_GROUPS; groups++) {
        lone = begin > floor && text.at[begin - 1] == ' ' ? begin - 1 : floor;
        begin = lone;
        for (unsigned i = 0, bytes; i < 4 && (bytes = lookalike_before(text, begin, floor)) > 0; i++)
            begin -= bytes;
        if (begin == lone || letter_before(text, begin) || is_digit(char_before(text, begin)))
            break;
        /* "o" is a word in Portuguese and Italian: it is a zero where single digits follow */
        bool is_word = lone == begin + 1 && text.at[begin] == 'o' && char_at(text, at + 1) != ' ';
        if (!is_word && glyph_lookalike(text, begin).digit == 0)
            start = begin;
    }
    return start;
}
