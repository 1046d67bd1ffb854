/* The schemes: Admiralty (NATO AJP-2.1), 3x5x2 (College of Policing, 2016), 4x4 and handling codes H0 to H3
 * (Europol), TLP 2.0 (FIRST, 2022), PAP (MISP taxonomies). */
#include "records/marking.h"

#define BIT(audience) (1u << (audience))
#define NAMED         BIT(AUDIENCE_NAMED)
#define OWN           (NAMED | BIT(AUDIENCE_OWN))
#define PARTNER       (OWN | BIT(AUDIENCE_PARTNER))
#define COURT         (PARTNER | BIT(AUDIENCE_COURT))
#define PUBLIC        (COURT | BIT(AUDIENCE_PUBLIC))

static const char *const audiences[AUDIENCES] = {"named", "own", "partner", "court", "public"};

/* In the order of strictness within a scheme. */
static const struct {
    const char *scheme, *code;
    unsigned audiences;
} handlings[] = {
    {"tlp", "CLEAR", PUBLIC},     {"tlp", "GREEN", COURT},     {"tlp", "AMBER", OWN},
    {"tlp", "AMBER+STRICT", OWN}, {"tlp", "RED", NAMED},       {"pap", "WHITE", PUBLIC},
    {"pap", "CLEAR", PUBLIC},     {"pap", "GREEN", PUBLIC},    {"pap", "AMBER", PUBLIC},
    {"pap", "RED", PUBLIC},       {"europol", "H0", COURT},    {"europol", "H1", PARTNER},
    {"europol", "H2", OWN},       {"europol", "H3", NAMED},    {"3x5x2", "P", COURT},
    {"3x5x2", "C", NAMED},        {"unread", "unread", NAMED},
};
enum { HANDLINGS = sizeof handlings / sizeof handlings[0] };

/* First and second characters, weakest last. */
static const struct {
    const char *scheme, *first, *second;
} grades[] = {
    {"admiralty", "ABCDEF", "123456"},
    {"3x5x2", "123", "ABCDE"},
    {"4x4", "ABCX", "1234"},
    {"europol", "ABCX", "1234"},
};
enum { GRADES = sizeof grades / sizeof grades[0] };

const char *audience_name(enum audience audience)
{
    return audiences[audience];
}

enum audience audience_find(struct span word)
{
    unsigned at = 0;
    while (at < AUDIENCES && !span_equal(word, span_of(audiences[at])))
        at++;
    return (enum audience)at;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

/* In any case: RED and red are one code. */
static bool means(struct span value, const char *word)
{
    if (value.length != strlen(word))
        return false;
    for (size_t i = 0; i < value.length; i++)
        if (upper(value.at[i]) != upper(word[i]))
            return false;
    return true;
}

static bool split(struct span value, struct span *scheme, struct span *code)
{
    const char *colon = memchr(value.at, ':', value.length);
    if (!colon)
        return false;
    *scheme = span_trim((struct span){value.at, (size_t)(colon - value.at)});
    *code = span_trim((struct span){colon + 1, value.length - (size_t)(colon + 1 - value.at)});
    return scheme->length && code->length;
}

const char *handling_parse(struct span value, struct marking *out)
{
    struct span scheme;
    struct span code;
    bool is_known = false;
    if (!value.length || !split(value, &scheme, &code))
        return "not scheme:code, such as tlp:AMBER";
    for (unsigned i = 0; i < HANDLINGS; i++) {
        if (!means(scheme, handlings[i].scheme))
            continue;
        is_known = true;
        if (!means(code, handlings[i].code))
            continue;
        *out = (struct marking){span_of(handlings[i].scheme), code, i, handlings[i].audiences};
        return NULL;
    }
    if (!is_known)
        return "not a handling scheme: tlp, pap, europol or 3x5x2";
    return means(scheme, "tlp")       ? "not a code of TLP 2.0: CLEAR, GREEN, AMBER, AMBER+STRICT or RED"
           : means(scheme, "pap")     ? "not a code of PAP: CLEAR, WHITE, GREEN, AMBER or RED"
           : means(scheme, "europol") ? "not a handling code of Europol: H0, H1, H2 or H3"
                                      : "not a handling code of 3x5x2: P or C";
}

static bool find_letter(const char *letters, char c, unsigned *at)
{
    const char *found = c ? strchr(letters, upper(c)) : NULL;
    *at = found ? (unsigned)(found - letters) : 0;
    return found != NULL;
}

const char *grade_parse(struct span value, struct marking *out)
{
    struct span scheme;
    struct span code;
    unsigned first;
    unsigned second;
    if (!value.length || !split(value, &scheme, &code))
        return "not scheme:code, such as admiralty:B2";
    for (unsigned i = 0; i < GRADES; i++) {
        if (!means(scheme, grades[i].scheme))
            continue;
        /* 3x5x2 may carry its handling code behind. */
        bool has_length = code.length == 2 || (i == 1 && code.length == 3 && strchr("PC", upper(code.at[2])));
        if (!has_length || !find_letter(grades[i].first, code.at[0], &first) ||
            !find_letter(grades[i].second, code.at[1], &second))
            return i == 0   ? "not a grade of the Admiralty scheme: A1 to F6"
                   : i == 1 ? "not a grade of 3x5x2: 1A to 3E, with P or C behind it or without"
                            : "not a grade of 4x4: A1 to X4";
        *out = (struct marking){span_of(grades[i].scheme), code, first * 10 + second, 0};
        return NULL;
    }
    return "not a grading scheme: admiralty, 3x5x2, 4x4 or europol";
}
