/* Links: with a scheme, with "www.", or bare where the name is known or a path follows. A link to a messenger
 * or a profile becomes a handle or a phone. */
#include "identifiers/domain.h"
#include "identifiers/idn.h"
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define URL_MOST 2000

struct url {
    size_t start, end; /* as written */
    size_t host, host_end;
    bool is_wide; /* the host has letters beyond ASCII */
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

static uint8_t form_of(struct span text, const struct url *url)
{
    if (url->is_wide)
        return FORM_HOMOGRAPH;
    return to_lower(text.at[url->start]) == 'h' && to_lower(char_at(text, url->start + 1)) == 'x' &&
                   url->start < url->host
               ? FORM_DEFANGED
               : FORM_PLAIN;
}

static size_t put_host(const struct idn *idn, struct span text, const struct url *url, char *out)
{
    struct span host = span_part(text, url->host, url->host_end);
    if (url->is_wide)
        return idn_to_ascii(idn, host, out);
    for (size_t i = 0; i < host.length; i++)
        out[i] = to_lower(host.at[i]);
    return host.length;
}

/* "host/path" without fragment and closing slashes; 0 where the host is none. */
static size_t normalise(const struct idn *idn, struct span text, const struct url *url, char *out,
                        size_t *host_length)
{
    size_t length = put_host(idn, text, url, out);
    *host_length = length;
    if (length == 0)
        return 0;
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

/* The end of the host, in ASCII or not; 0 where there is none. */
static size_t host_find(struct span text, struct url *url)
{
    size_t end = domain_end(text, url->host);
    if (end > 0 && is_host_end(text, end) &&
        !(char_at(text, end) == '.' && (unsigned char)char_at(text, end + 1) >= 0x80))
        return end;
    end = idn_end(text, url->host);
    url->is_wide = end > 0;
    return end > 0 && char_at(text, end) != '@' ? end : 0;
}

static bool take(struct scan *scan, struct url *url)
{
    struct span text = scan->text;
    url->host = host_skip(text, url->host);
    url->host_end = host_find(text, url);
    if (url->host_end == 0)
        return false;
    char value[FIND_VALUE_MOST];
    bool has_path = char_at(text, url->host_end) == '/' || char_at(text, url->host_end) == ':' ||
                    char_at(text, url->host_end) == '?';
    url->end = has_path ? url_end(text, url->host_end) : url->host_end;
    if (url->end < url->host_end)
        url->end = url->host_end;
    if (url->end - url->host > URL_MOST)
        return false;
    size_t host_length;
    size_t length = normalise(scan->reader->idn, text, url, value, &host_length);
    if (length == 0)
        return false;
    struct find *now = &scan->reader->finds->now;
    uint8_t before = now->form;
    if (before != FORM_COLUMN)
        now->form = form_of(text, url);
    struct span host = {value, host_length};
    if (!handle_take_link(scan, host, path_of(text, url), url->start, url->end))
        scan_found(scan, IDENTIFIER_URL, url->start, url->end, (struct span){value, length});
    now->form = before;
    return true;
}

/* "http" or "https" before "://"; where it begins, or `at`. */
static size_t scheme_start(const struct scan *scan, size_t at)
{
    struct span word = word_before(scan->text, at);
    size_t start = at - word.length;
    static const char *const schemes[] = {"http", "https", "hxxp", "hxxps", "hxtp", NULL};
    return word_among(word, schemes) && start >= scan->floor ? start : at;
}

size_t url_scheme_before(const struct scan *scan, size_t at)
{
    if (at < 4 || memcmp(scan->text.at + at - 3, "://", 3) != 0)
        return at;
    size_t start = scheme_start(scan, at - 3);
    return start < at - 3 ? start : at;
}

size_t url_path_end(struct span text, size_t at)
{
    return url_end(text, at);
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
    /* "https://example[.]com" is read at its dot */
    size_t fence = url.host;
    while (is_alnum(char_at(text, fence)) || char_at(text, fence) == '-')
        fence++;
    if (fence > url.host && char_at(text, fence) != 0 && strchr("[({", char_at(text, fence)) &&
        char_at(text, fence + 1) == '.')
        return url_spelled_at(scan, fence);
    if (take(scan, &url))
        return url.end;
    find_refuse(scan->reader->finds, REFUSAL_LINK);
    return pass_over(scan, at + 3);
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

/* A name with letters beyond ASCII, under a label of the world. */
static size_t bare_wide(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    size_t start = at;
    bool is_wide = false;
    while (start > scan->floor && at - start < 100 &&
           (is_alnum(text.at[start - 1]) || text.at[start - 1] == '-' ||
            (unsigned char)text.at[start - 1] >= 0x80)) {
        start--;
        is_wide |= (unsigned char)text.at[start] >= 0x80;
    }
    if (!is_wide || char_before(text, start) == '@')
        return 0;
    if (char_before(text, start) == '.') {
        if (start < scan->floor + 4 || host_skip(text, start - 4) != start)
            return 0;
        start -= 4;
    }
    struct url url = {.start = start, .host = start};
    size_t end = idn_end(text, host_skip(text, start));
    if (end <= at || !domain_is_known(span_part(text, start, end)))
        return 0;
    return take(scan, &url) ? url.end : 0;
}

/* "[.]" */
static bool is_fenced_dot(struct span text, size_t at)
{
    char before = char_before(text, at);
    return (before == '[' || before == '(' || before == '{') && strchr("])}", char_at(text, at + 1));
}

size_t url_at(struct scan *scan, size_t at)
{
    if (scan->text.at[at] == ':')
        return with_scheme(scan, at);
    if (is_fenced_dot(scan->text, at))
        return url_spelled_at(scan, at - 1);
    char next = char_at(scan->text, at + 1);
    if (!is_alnum(next) && (unsigned char)next < 0x80)
        return 0;
    size_t end = bare(scan, at);
    return end ? end : bare_wide(scan, at);
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
