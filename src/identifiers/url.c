/* Links: with a scheme, with "www.", or bare where the name is known or a path follows. A link to a messenger
 * or a profile becomes a handle or a phone. */
#include "identifiers/domain.h"
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define URL_MOST 2000

struct url {
    size_t start, end; /* as written */
    size_t host, host_end;
};

static size_t host_skip(struct span text, size_t at)
{
    return at + 4 < text.length && word_equal(span_part(text, at, at + 4), "www.") ? at + 4 : at;
}

static bool is_url_byte(struct span text, size_t at)
{
    unsigned char c = (unsigned char)text.at[at];
    if (c >= 0x80)
        return (c & 0xc0) == 0x80 || letter_at(text, at);
    return c > ' ' && c != 0x7f && !strchr("<>\"`{}|\\^", c);
}

/* Full stops, commas and closing marks that end the sentence, not the link. */
static size_t trim_end(struct span text, size_t start, size_t end)
{
    while (end > start) {
        char c = text.at[end - 1];
        bool is_closing = c == ')' || c == ']';
        if (is_closing && memchr(text.at + start, c == ')' ? '(' : '[', end - start))
            break;
        if (!is_closing && !strchr(".,;:!?'*_~", c))
            break;
        end--;
    }
    return end;
}

static size_t url_end(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.length && is_url_byte(text, end))
        end++;
    return trim_end(text, at, end);
}

/* After the host: ":port", which is skipped where it is a usual one. */
static size_t skip_port(struct span text, size_t at, size_t end)
{
    static const char *const usual[] = {":80", ":443"};
    for (unsigned i = 0; i < 2; i++) {
        size_t length = strlen(usual[i]);
        if (end - at >= length && memcmp(text.at + at, usual[i], length) == 0 &&
            (end - at == length || !is_digit(text.at[at + length])))
            return at + length;
    }
    return at;
}

/* "host/path" without fragment and closing slashes. */
static size_t normalise(struct span text, const struct url *url, char *out)
{
    size_t length = 0;
    for (size_t i = url->host; i < url->host_end; i++)
        out[length++] = to_lower(text.at[i]);
    size_t path = skip_port(text, url->host_end, url->end);
    for (size_t i = path; i < url->end && text.at[i] != '#'; i++)
        out[length++] = text.at[i];
    while (length > 0 && (out[length - 1] == '/' || out[length - 1] == '?'))
        length--;
    return length;
}

static struct span path_of(struct span text, const struct url *url)
{
    size_t from = url->host_end < url->end ? url->host_end + 1 : url->end;
    return span_part(text, from, url->end);
}

/* Whether what follows a host may follow a host. */
static bool is_host_end(struct span text, size_t at)
{
    char c = char_at(text, at);
    return !letter_at(text, at) && c != '@' && c != '_' && c != '-' && !is_digit(c);
}

static bool take(struct scan *scan, struct url *url)
{
    struct span text = scan->text;
    url->host = host_skip(text, url->host);
    url->host_end = domain_end(text, url->host);
    if (url->host_end == 0 || !is_host_end(text, url->host_end))
        return false;
    char value[FIND_VALUE_MOST];
    bool has_path = char_at(text, url->host_end) == '/' || char_at(text, url->host_end) == ':' ||
                    char_at(text, url->host_end) == '?';
    url->end = has_path ? url_end(text, url->host) : url->host_end;
    if (url->end < url->host_end)
        url->end = url->host_end;
    if (url->end - url->host > URL_MOST)
        return false;
    size_t length = normalise(text, url, value);
    struct span host = {value, url->host_end - url->host};
    if (!handle_take_link(scan, host, path_of(text, url), url->start, url->end))
        scan_found(scan, IDENTIFIER_URL, url->start, url->end, (struct span){value, length});
    return true;
}

/* "http" or "https" before "://"; where it begins, or `at`. */
static size_t scheme_start(const struct scan *scan, size_t at)
{
    struct span word = word_before(scan->text, at);
    size_t start = at - word.length;
    bool is_known = word_equal(word, "http") || word_equal(word, "https");
    return is_known && start >= scan->floor ? start : at;
}

/* A link that was refused is passed over whole, so that its digits do not become phones. */
static size_t pass_over(struct scan *scan, size_t at)
{
    size_t end = url_end(scan->text, at);
    return end > at ? end : at + 1;
}

static size_t with_scheme(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    if (char_at(text, at + 1) != '/' || char_at(text, at + 2) != '/')
        return 0;
    struct url url = {.start = scheme_start(scan, at), .host = at + 3};
    if (url.start == at)
        return 0;
    return take(scan, &url) ? url.end : pass_over(scan, at + 3);
}

/* Where the label that ends at `at` begins, if the name begins with it; else `at`. */
static size_t name_start(const struct scan *scan, size_t at)
{
    struct span text = scan->text;
    size_t start = at;
    while (start > scan->floor && at - start <= 63 &&
           (is_alnum(text.at[start - 1]) || text.at[start - 1] == '-'))
        start--;
    char before = char_before(text, start);
    bool is_first = before != '.' && before != '@' && before != '/' && before != '_' && before != '-' &&
                    !is_alnum(before) && !letter_before(text, start);
    return is_first && start < at && text.at[start] != '-' ? start : at;
}

/* Without a scheme: "www.", a name in small letters under a label of the world, or a path that follows. */
static size_t bare(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    size_t start = name_start(scan, at);
    if (start == at || !is_alnum(char_at(text, at + 1)))
        return 0;
    struct url url = {.start = start, .host = start};
    size_t end = domain_end(text, start);
    if (end == 0)
        return 0;
    bool has_path =
        char_at(text, end) == '/' && is_alnum(char_at(text, end + 1)) && !is_digit(text.at[start]);
    bool is_link = word_equal(span_part(text, start, at), "www") || has_path ||
                   domain_is_known(span_part(text, start, end));
    if (char_at(text, end) == '/' && char_at(text, end + 1) == '+')
        is_link = true; /* t.me/+32... */
    return is_link && take(scan, &url) ? url.end : 0;
}

size_t url_at(struct scan *scan, size_t at)
{
    return scan->text.at[at] == ':' ? with_scheme(scan, at) : bare(scan, at);
}

const char *url_cell(struct scan *scan, size_t start, size_t end)
{
    struct span piece = span_part(scan->text, start, end);
    struct scan part = {.reader = scan->reader, .text = {scan->text.at, end}, .floor = start};
    const char *colon = memmem(piece.at, piece.length, "://", 3);
    struct url url = {.start = start, .host = colon ? (size_t)(colon - scan->text.at) + 3 : start};
    if (memchr(piece.at, ' ', piece.length))
        return "not a link: has a space";
    if (piece.length > URL_MOST)
        return "not a link: too long";
    return take(&part, &url) ? NULL : "not a link: no host name";
}
