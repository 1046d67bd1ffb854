/* Bytes as letters. */
#include "identifiers/letters.h"

/* Lead bytes E2 (punctuation, symbols), E3 to E9 (kana, Han), EA to ED (Hangul among them), EF (full-width
 * forms) and F0 (emoji) do not glue; all other bytes above 127 belong to alphabets or to nothing valid. */
static bool does_lead_glue(unsigned char lead)
{
    return lead < 0xe2 || (lead > 0xed && lead != 0xef && lead != 0xf0);
}

bool letter_at(struct span s, size_t at)
{
    if (at >= s.length)
        return false;
    unsigned char c = (unsigned char)s.at[at];
    if (c < 0x80)
        return is_letter(s.at[at]);
    /* Latin-1 signs: no-break space, section, degree and the like. */
    if (c == 0xc2)
        return false;
    return does_lead_glue(c);
}

bool letter_before(struct span s, size_t at)
{
    if (at == 0)
        return false;
    if ((unsigned char)s.at[at - 1] < 0x80)
        return is_letter(s.at[at - 1]);
    size_t lead = at - 1;
    while (lead > 0 && at - lead < 4 && ((unsigned char)s.at[lead] & 0xc0) == 0x80)
        lead--;
    return letter_at(s, lead);
}

bool word_equal(struct span s, const char *word)
{
    for (size_t i = 0; i < s.length; i++)
        if (!word[i] || to_lower(s.at[i]) != word[i])
            return false;
    return word[s.length] == 0;
}

bool word_among(struct span s, const char *const *words)
{
    if (s.length == 0)
        return false;
    char first = to_lower(s.at[0]);
    for (; *words; words++)
        if ((*words)[0] == first && word_equal(s, *words))
            return true;
    return false;
}

struct span word_before(struct span s, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < 20 && is_letter(s.at[start - 1]))
        start--;
    return span_part(s, start, at);
}
