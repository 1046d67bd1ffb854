/* Counts of right and wrong finds, and the odds that they give (Laplace's rule of succession: one of each
 * more than was seen). tools/calibrate-identifiers prints them. */
#include "identifiers/confidence.h"

/* What counting may claim at most: real texts hold traps that no invented ones have. */
#define MOST 12000

/* Written in a way that no invented text has: by judgement. Check digits vouch for an account: of 97 wrong
 * IBANs one passes. */
#define UNCOUNTED         4000
#define UNCOUNTED_ACCOUNT 6600

/* By judgement too: a number that three countries of a language share, one in four of which is meant; a
 * grouping that anything may have; a range that is not in use. */
#define LESS_GUESS    3000
#define LESS_BARE     2000
#define LESS_POSSIBLE 6000

static const struct {
    uint8_t type, form;
    uint32_t right, wrong;
} counts[] = {
    {IDENTIFIER_ACCOUNT, FORM_COLUMN, 92585, 0},  {IDENTIFIER_DOCUMENT, FORM_COLUMN, 5386, 0},
    {IDENTIFIER_EMAIL, FORM_AT_DOT, 3111, 1},     {IDENTIFIER_EMAIL, FORM_COLUMN, 17611, 0},
    {IDENTIFIER_EMAIL, FORM_PLAIN, 4719, 10},     {IDENTIFIER_HANDLE, FORM_COLUMN, 12389, 0},
    {IDENTIFIER_HANDLE, FORM_CONTEXT, 6366, 1},   {IDENTIFIER_HANDLE, FORM_PLAIN, 5739, 2},
    {IDENTIFIER_IMAGE, FORM_COLUMN, 120891, 0},   {IDENTIFIER_PHONE, FORM_COLUMN, 93127, 0},
    {IDENTIFIER_PHONE, FORM_DECORATIVE, 2104, 0}, {IDENTIFIER_PHONE, FORM_EMOJI, 1840, 0},
    {IDENTIFIER_PHONE, FORM_FULLWIDTH, 2018, 0},  {IDENTIFIER_PHONE, FORM_HOMOGLYPH, 2049, 0},
    {IDENTIFIER_PHONE, FORM_LETTERS, 2098, 6},    {IDENTIFIER_PHONE, FORM_MIXED, 1826, 1},
    {IDENTIFIER_PHONE, FORM_PLAIN, 48427, 0},     {IDENTIFIER_PHONE, FORM_SEPARATED, 1852, 0},
    {IDENTIFIER_PHONE, FORM_SPELLED, 2016, 3},    {IDENTIFIER_PHONE, FORM_SPLIT, 2202, 0},
    {IDENTIFIER_PLATE, FORM_COLUMN, 2412, 0},     {IDENTIFIER_URL, FORM_COLUMN, 7294, 0},
    {IDENTIFIER_URL, FORM_PLAIN, 7251, 9},
};

millibits confidence_of(enum identifier_type type, enum identifier_form form)
{
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i].type == type && counts[i].form == form) {
            millibits bits = bits_of_ratio((counts[i].right + 1.0) / (counts[i].wrong + 1.0));
            return bits < MOST ? bits : MOST;
        }
    return type == IDENTIFIER_ACCOUNT ? UNCOUNTED_ACCOUNT : UNCOUNTED;
}

millibits confidence_of_phone(enum identifier_form form, struct confidence_marks marks)
{
    millibits bits = confidence_of(IDENTIFIER_PHONE, form);
    bits -= marks.is_bare ? LESS_BARE : 0;
    bits -= marks.is_guess ? LESS_GUESS : 0;
    bits -= marks.is_possible ? LESS_POSSIBLE : 0;
    return bits;
}
