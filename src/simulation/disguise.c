/* Contacts and words written so that a machine reads past them. The signs are those of guides to reading such
 * ads and of Unicode's confusables (UTS 39); how often each is used is assumed. */
#include "simulation/disguise.h"

#include "simulation/grammar.h"
#include "simulation/numerals.h"
#include "text/utf8.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void append_code(struct buffer *out, uint32_t code)
{
    char bytes[UTF8_MOST];
    buffer_append(out, bytes, utf8_encode(code, bytes));
}

/* Digits one by one, with "double" for two of a kind in English, or in pairs. */
struct speaker {
    struct buffer *out;
    unsigned language, variant;
    bool pairs, doubles;
    const char *between;
    bool begun;
};

static void say(struct speaker *s, unsigned number)
{
    if (s->begun)
        buffer_append_text(s->out, s->between);
    s->begun = true;
    numeral_write(s->out, s->language, number, s->variant);
}

/* A group of digits: at most so many as stand together. */
static void say_group(struct speaker *s, const char *at, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned digit = (unsigned)(at[i] - '0');
        bool more = i + 1 < length;
        if (s->doubles && more && at[i + 1] == at[i]) {
            buffer_append_text(s->out, s->begun ? s->between : "");
            buffer_append_text(s->out, "double ");
            s->begun = false;
            say(s, digit);
            i++;
        } else if (s->pairs && more && digit) {
            say(s, digit * 10 + (unsigned)(at[++i] - '0'));
        } else {
            say(s, digit);
        }
    }
}

static struct speaker speaker_of(struct buffer *out, unsigned language, struct random *r)
{
    struct speaker s = {.out = out, .language = language, .variant = random_below(r, NUMERAL_VARIANTS)};
    bool far = language == LANGUAGE_ZH || language == LANGUAGE_JA;
    uint32_t habit = random_below(r, 100);
    s.pairs = !far && habit < (language == LANGUAGE_FR ? 80u : language == LANGUAGE_EN ? 15u : 40u);
    s.doubles = !s.pairs && language == LANGUAGE_EN && habit % 2;
    s.between = far ? "" : habit % 10 < 7 ? " " : habit % 10 < 9 ? "-" : ", ";
    return s;
}

static size_t group_length(struct span plain, size_t at)
{
    size_t length = 0;
    while (at + length < plain.length && is_digit(plain.at[at + length]))
        length++;
    return length;
}

/* spelled: every group; mixed: every second, but none right behind a '+'. */
static void write_spoken(struct buffer *out, struct span plain, bool mixed, unsigned language,
                         struct random *r)
{
    struct speaker s = speaker_of(out, language, r);
    uint32_t parity = random_below(r, 2) || plain.at[0] == '+';
    uint32_t group = 0;
    for (size_t i = 0; i < plain.length;) {
        size_t length = group_length(plain, i);
        if (plain.at[i] == '+' && !mixed) {
            buffer_append_text(out, numeral_plus(language));
            s.begun = true;
        } else if (plain.at[i] == '+') {
            buffer_append_char(out, '+');
        } else if (length && (!mixed || group++ % 2 == parity)) {
            say_group(&s, plain.at + i, length);
        } else if (length) {
            buffer_append_text(out, s.begun ? (*s.between ? s.between : " ") : "");
            buffer_append(out, plain.at + i, length);
            s.begun = true;
        }
        i += length ? length : 1;
    }
}

static void write_separated(struct buffer *out, struct span plain, struct random *r)
{
    static const char *const signs[] = {"*", "•", "~",  "_",   " . ",          "✨", "❤", "|", " - ",
                                        "=", "…", "**", " ☎ ", "\xe2\x80\x8b", "^"};
    const char *sign = signs[random_below(r, sizeof signs / sizeof *signs)];
    bool each = random_below(r, 3) == 0; /* between all digits, not only between groups */
    bool wait = false;
    for (size_t i = 0; i < plain.length; i++) {
        char c = plain.at[i];
        bool digit = is_digit(c);
        if (digit && i && (wait || (each && is_digit(plain.at[i - 1]))))
            buffer_append_text(out, sign);
        wait = !digit && c == ' ';
        if (c != ' ')
            buffer_append_char(out, c);
    }
}

static uint32_t decorative_digit(char c, unsigned style)
{
    static const uint32_t zero[] = {0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6};
    uint32_t digit = (uint32_t)(c - '0');
    if (style < 5)
        return zero[style] + digit;
    return digit ? 0x2460 + digit - 1 : 0x24ea; /* circled */
}

/* A look-alike of the digit, or 0. */
static uint32_t look_alike(char c, enum contact_form form, struct random *r)
{
    uint32_t pick = random_below(r, 10);
    if (form == FORM_LETTERS)
        switch (c) {
        case '0': return pick < 7 ? 'O' : 'o';
        case '1': return pick < 5 ? 'l' : pick < 8 ? 'I' : 0;
        case '2': return pick < 3 ? 'Z' : 0;
        case '5': return pick < 5 ? 'S' : 0;
        case '8': return pick < 4 ? 'B' : 0;
        default: return 0;
        }
    switch (c) {
    case '0': return pick < 6 ? 0x41e : pick < 9 ? 0x39f : 0x43e;
    case '1': return pick < 4 ? 0x406 : 0;
    case '3': return pick < 8 ? 0x417 : 0;
    case '4': return pick < 3 ? 0x427 : 0;
    case '6': return pick < 4 ? 0x431 : 0;
    default: return 0;
    }
}

static void write_signs(struct buffer *out, struct span plain, enum contact_form form, struct random *r)
{
    unsigned style = random_below(r, 6);
    for (size_t i = 0; i < plain.length; i++) {
        char c = plain.at[i];
        uint32_t other = is_digit(c) ? look_alike(c, form, r) : 0;
        if (!is_digit(c)) {
            buffer_append_char(out, c);
        } else if (form == FORM_EMOJI) {
            buffer_append_char(out, c);
            append_code(out, 0xfe0f);
            append_code(out, 0x20e3);
        } else if (form == FORM_FULLWIDTH) {
            append_code(out, 0xff10 + (uint32_t)(c - '0'));
        } else if (form == FORM_DECORATIVE) {
            append_code(out, decorative_digit(c, style));
        } else {
            append_code(out, other ? other : (unsigned char)c);
        }
    }
}

/* Two pieces at a space near the middle, in a sentence of the language. */
static void write_split(struct buffer *out, struct span plain, unsigned language, struct random *r)
{
    size_t cut = plain.length / 2;
    while (cut + 1 < plain.length && plain.at[cut] != ' ')
        cut++;
    struct phrase_values values = {.phone = {plain.at, cut}, .second = {plain.at + cut, plain.length - cut}};
    values.second = span_trim(values.second);
    phrase_write(out, lexicon_of(language), TOPIC_SPLIT, &values, r);
}

enum contact_form disguise_phone(struct buffer *out, struct span plain, enum contact_form form,
                                 unsigned language, struct random *r)
{
    size_t begin = out->length;
    switch (form) {
    case FORM_SEPARATED: write_separated(out, plain, r); break;
    case FORM_SPELLED: write_spoken(out, plain, false, language, r); break;
    case FORM_MIXED: write_spoken(out, plain, true, language, r); break;
    case FORM_SPLIT: write_split(out, plain, language, r); break;
    case FORM_LETTERS:
    case FORM_EMOJI:
    case FORM_FULLWIDTH:
    case FORM_DECORATIVE:
    case FORM_HOMOGLYPH: write_signs(out, plain, form, r); break;
    default: buffer_append_span(out, plain);
    }
    struct span made = {out->data ? out->data + begin : "", out->length - begin};
    return buffer_ok(out) && span_equal(made, plain) ? FORM_PLAIN : form;
}

struct mail_words {
    const char *at, *dot;
};

void disguise_mail(struct buffer *out, struct span mail, unsigned language, struct random *r)
{
    static const struct mail_words words[LANGUAGE_COUNT] = {
        [LANGUAGE_EN] = {" at ", " dot "},        [LANGUAGE_NL] = {" at ", " punt "},
        [LANGUAGE_FR] = {" arobase ", " point "}, [LANGUAGE_DE] = {" ät ", " punkt "},
        [LANGUAGE_ES] = {" arroba ", " punto "},  [LANGUAGE_IT] = {" chiocciola ", " punto "},
        [LANGUAGE_PT] = {" arroba ", " ponto "},  [LANGUAGE_RO] = {" arond ", " punct "},
        [LANGUAGE_ZH] = {" 艾特 ", " 点 "},       [LANGUAGE_JA] = {" アット ", " ドット "},
        [LANGUAGE_RU] = {" собака ", " точка "},
    };
    static const struct mail_words signs[] = {
        {"(at)", "(dot)"}, {" [at] ", " [dot] "}, {" AT ", " DOT "}, {"(at)", "."}};
    uint32_t habit = random_below(r, 8);
    struct mail_words w = habit < 4 ? words[language] : signs[habit - 4];
    for (size_t i = 0; i < mail.length; i++)
        if (mail.at[i] == '@')
            buffer_append_text(out, w.at);
        else if (mail.at[i] == '.')
            buffer_append_text(out, w.dot);
        else
            buffer_append_char(out, mail.at[i]);
}

/* Mathematical letters: bold, sans-serif bold, monospace; then the width of East Asian letters. */
static uint32_t decorative_letter(char c, enum letter_style style)
{
    static const uint32_t upper[] = {0x1d400, 0x1d5d4, 0x1d670, 0xff21};
    static const uint32_t lower[] = {0x1d41a, 0x1d5ee, 0x1d68a, 0xff41};
    if (c >= 'A' && c <= 'Z')
        return upper[style] + (uint32_t)(c - 'A');
    if (c >= 'a' && c <= 'z')
        return lower[style] + (uint32_t)(c - 'a');
    return (unsigned char)c;
}

static uint32_t cyrillic_letter(char c)
{
    static const char latin[] = "aceopxyABCEHKMOPTX";
    static const uint16_t cyrillic[] = {0x430, 0x441, 0x435, 0x43e, 0x440, 0x445, 0x443, 0x410, 0x412,
                                        0x421, 0x415, 0x41d, 0x41a, 0x41c, 0x41e, 0x420, 0x422, 0x425};
    const char *at = c ? strchr(latin, c) : NULL;
    return at ? cyrillic[at - latin] : (unsigned char)c;
}

void disguise_letters(struct buffer *text, size_t from, enum letter_style style, struct buffer *scratch,
                      struct random *r)
{
    buffer_reset(scratch);
    for (size_t i = from; i < text->length; i++) {
        char c = text->data[i];
        bool plain = (unsigned char)c >= 0x80 || (style == LETTERS_CYRILLIC && random_below(r, 3));
        if (plain)
            buffer_append_char(scratch, c);
        else
            append_code(scratch,
                        style == LETTERS_CYRILLIC ? cyrillic_letter(c) : decorative_letter(c, style));
    }
    text->length = from;
    buffer_append_span(text, buffer_all(scratch));
    if (!buffer_ok(scratch))
        text->failed = true;
    buffer_reset(scratch);
}
