/* The phrases: words that reports use, one list an indicator. Abuse of vulnerability has none: its signs are
 * who a person is. */
#include "roles/indicator_list.h"

enum { PHRASES_MOST = 9 };

static const struct {
    const char *name;
    const char *phrases[PHRASES_MOST];
} indicators[] = {
    {"deception",
     {"false promise", "false promises", "promised a job", "promised work", "were deceived", "was deceived"}},
    {"restriction of movement",
     {"not allowed to leave", "could not leave", "forbidden to leave", "locked in", "kept under guard"}},
    {"isolation",
     {"cut off from", "no contact with their families", "phones were taken", "took their phones"}},
    {"physical violence", {"were beaten", "was beaten", "were assaulted", "was assaulted"}},
    {"intimidation and threats", {"threatened", "threats against", "intimidated"}},
    {"retention of identity documents",
     {"passports were taken", "passport was taken", "took their passports", "kept their passports",
      "confiscated passports", "documents were taken", "kept their documents", "withheld passports"}},
    {"withholding of wages",
     {"were not paid", "was not paid", "hand over their earnings", "hand over the money",
      "kept their earnings", "took their earnings", "withheld wages"}},
    {"debt bondage", {"debt bondage", "pay off a debt", "pay off debts", "repay a debt", "work off a debt"}},
    {"abusive working and living conditions", {"overcrowded", "slept in shifts", "degrading conditions"}},
    {"excessive overtime", {"without a day off", "seven days a week", "around the clock"}},
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_letter(char c)
{
    return (lower(c) >= 'a' && lower(c) <= 'z') || (unsigned char)c >= 128;
}

static bool stands_at(struct span text, size_t at, const char *phrase)
{
    size_t i = 0;
    if (at > 0 && is_letter(text.at[at - 1]))
        return false;
    for (; phrase[i]; i++)
        if (at + i >= text.length || lower(text.at[at + i]) != phrase[i])
            return false;
    return at + i == text.length || !is_letter(text.at[at + i]);
}

static const char *name_in(struct span sentence)
{
    for (size_t k = 0; k < sizeof indicators / sizeof *indicators; k++)
        for (size_t p = 0; p < PHRASES_MOST && indicators[k].phrases[p]; p++)
            for (size_t at = 0; at < sentence.length; at++)
                if (stands_at(sentence, at, indicators[k].phrases[p]))
                    return indicators[k].name;
    return NULL;
}

static bool ends_sentence(struct span text, size_t at)
{
    char c = text.at[at];
    bool is_last = at + 1 == text.length || text.at[at + 1] == ' ' || text.at[at + 1] == '\n';
    return c == '\n' || ((c == '.' || c == '!' || c == '?') && is_last);
}

bool indicator_next(struct span text, size_t *at, struct indicator_find *out)
{
    while (*at < text.length) {
        size_t begin = *at;
        size_t end = begin;
        while (end < text.length && !ends_sentence(text, end))
            end++;
        end += end < text.length;
        *at = end;
        while (begin < end && (unsigned char)text.at[begin] <= ' ')
            begin++;
        while (end > begin && (unsigned char)text.at[end - 1] <= ' ')
            end--;
        const char *name = name_in((struct span){text.at + begin, end - begin});
        if (name) {
            *out = (struct indicator_find){name, begin, end};
            return true;
        }
    }
    return false;
}
