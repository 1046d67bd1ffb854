/* E-mail addresses, of the form that is in use (a subset of RFC 5321): atoms with single dots, and a domain
 * of at least two labels. Lower case: mail systems that tell case apart are a curiosity. */
#include "identifiers/domain.h"
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define LOCAL_MOST 64

static bool is_local(char c)
{
    return is_alnum(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

/* Where the part before the '@' begins, or `at` where there is none. */
static size_t local_start(const struct scan *scan, size_t at)
{
    struct span text = scan->text;
    size_t start = at;
    while (start > scan->floor && at - start <= LOCAL_MOST && is_local(text.at[start - 1]) &&
           !(text.at[start - 1] == '.' && char_at(text, start) == '.'))
        start--;
    while (start < at && !is_alnum(text.at[start]) && text.at[start] != '_')
        start++;
    bool is_whole = at - start <= LOCAL_MOST && char_before(text, at) != '.' && !letter_before(text, start);
    return is_whole ? start : at;
}

static size_t take(struct scan *scan, size_t start, size_t end)
{
    char value[FIND_VALUE_MOST];
    for (size_t i = start; i < end; i++)
        value[i - start] = to_lower(scan->text.at[i]);
    return scan_found(scan, IDENTIFIER_EMAIL, start, end, (struct span){value, end - start});
}

size_t email_at(struct scan *scan, size_t at)
{
    size_t start = local_start(scan, at);
    if (start == at)
        return 0;
    size_t end = domain_end(scan->text, at + 1);
    if (end == 0 || char_at(scan->text, end) == '@' || letter_at(scan->text, end))
        return 0;
    return take(scan, start, end);
}

const char *email_cell(struct scan *scan, size_t start, size_t end)
{
    struct span piece = span_part(scan->text, start, end);
    const char *sign = memchr(piece.at, '@', piece.length);
    if (!sign)
        return "not an e-mail address: no @";
    size_t at = (size_t)(sign - scan->text.at);
    size_t local = local_start(scan, at);
    if (local == at)
        return "not an e-mail address: what stands before the @ is not a name";
    size_t stop = domain_end(scan->text, at + 1);
    if (stop == 0 || stop > end || char_at(scan->text, stop) == '@' || letter_at(scan->text, stop))
        return "not an e-mail address: what stands after the @ is not a domain";
    take(scan, local, stop);
    return NULL;
}
