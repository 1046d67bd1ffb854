/* Names of hosts (RFC 1035 with the habits of today). */
#include "identifiers/domain.h"

#include "identifiers/letters.h"

#define NAME_MOST  253
#define LABEL_MOST 63

static bool is_label(char c)
{
    return is_alnum(c) || c == '-';
}

/* The end of the label that begins at `at`, or `at` where none does. */
static size_t label_end(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.length && end - at <= LABEL_MOST && is_label(text.at[end]))
        end++;
    if (end == at || end - at > LABEL_MOST || text.at[at] == '-' || text.at[end - 1] == '-')
        return at;
    return end;
}

static bool is_top_label(struct span label)
{
    if (label.length > 4 && word_equal(span_part(label, 0, 4), "xn--"))
        return true;
    if (label.length < 2 || label.length > 24)
        return false;
    for (size_t i = 0; i < label.length; i++)
        if (!is_letter(label.at[i]))
            return false;
    return true;
}

/* "mail.com.Call me": a capital after a name in small letters. */
static bool does_begin_sentence(struct span text, size_t at, size_t label)
{
    return text.at[label] >= 'A' && text.at[label] <= 'Z' && !(text.at[at] >= 'A' && text.at[at] <= 'Z');
}

size_t domain_end(struct span text, size_t at)
{
    size_t end = 0;
    unsigned labels = 0;
    for (size_t from = at; from - at <= NAME_MOST;) {
        size_t stop = label_end(text, from);
        if (stop == from)
            break;
        if (end > 0 && does_begin_sentence(text, at, from))
            break;
        if (labels++ > 0 && is_top_label(span_part(text, from, stop)))
            end = stop;
        if (char_at(text, stop) != '.')
            break;
        from = stop + 1;
    }
    return end;
}

static struct span last_label(struct span name)
{
    size_t start = name.length;
    while (start > 0 && name.at[start - 1] != '.')
        start--;
    return span_part(name, start, name.length);
}

bool domain_is_known(struct span name)
{
    static const char *const tops[] = {"com",    "net",  "org",  "eu",   "biz",  "xxx",    "online",
                                       "agency", "club", "site", "shop", "blog", "dating", NULL};
    return word_among(last_label(name), tops);
}

void domain_country(struct span host, char country[3])
{
    static const char *const worldly[] = {"io", "co", "me", "tv", "ai", "cc", "ly", "to",
                                          "fm", "gg", "ws", "nu", "tk", "ml", "ga", "cf",
                                          "gq", "su", "eu", "ac", "sh", "im", NULL};
    struct span label = last_label(host);
    memset(country, 0, 3);
    if (label.length != 2 || label.length == host.length || !is_letter(label.at[0]) ||
        !is_letter(label.at[1]) || word_among(label, worldly))
        return;
    if (word_equal(label, "uk"))
        label = span_of("GB");
    country[0] = to_upper(label.at[0]);
    country[1] = to_upper(label.at[1]);
}
