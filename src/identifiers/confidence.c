/* Tables of bits. Forms of phones: by how many ways there are to read the same signs otherwise. Types with
 * check digits: what the check leaves to chance (97 to one for an IBAN is 6.6 bits, and its letters and
 * length are as rare again). */
#include "identifiers/confidence.h"

static const millibits of_form[FORM_COUNT] = {
    [FORM_COLUMN] = 12000, [FORM_PLAIN] = 9000,     [FORM_SEPARATED] = 8000, [FORM_SPELLED] = 9000,
    [FORM_LETTERS] = 6000, [FORM_EMOJI] = 10000,    [FORM_FULLWIDTH] = 9000, [FORM_DECORATIVE] = 9000,
    [FORM_SCRIPT] = 8000,  [FORM_HOMOGLYPH] = 7000, [FORM_SPLIT] = 5000,     [FORM_MIXED] = 7000,
    [FORM_AT_DOT] = 7000,  [FORM_DEFANGED] = 9000,  [FORM_HOMOGRAPH] = 9000, [FORM_CONTEXT] = 6000,
};

static const millibits of_type[IDENTIFIER_TYPE_COUNT] = {
    [IDENTIFIER_EMAIL] = 3000,   [IDENTIFIER_HANDLE] = 1000, [IDENTIFIER_URL] = 3000,
    [IDENTIFIER_ACCOUNT] = 6000, [IDENTIFIER_PLATE] = -2000, [IDENTIFIER_DOCUMENT] = -2000,
    [IDENTIFIER_IMAGE] = 6000,
};

millibits confidence_of_phone(enum identifier_form form, struct confidence_marks marks)
{
    millibits bits = of_form[form];
    if (marks.is_international)
        bits += 3000;
    else if (!marks.has_trunk)
        bits -= 2000;
    if (marks.is_named)
        bits += 2000;
    if (marks.is_guess)
        bits -= 3000;
    if (marks.is_reserved)
        bits -= 1000;
    if (marks.is_possible)
        bits -= 6000;
    return bits;
}

millibits confidence_of(enum identifier_type type, enum identifier_form form)
{
    return of_form[form] + of_type[type];
}
