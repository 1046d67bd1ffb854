/* Links without plain dots: "example dot com", "www[.]example[.]com". */
#include "identifiers/letters.h"
#include "identifiers/readers.h"
#include "identifiers/spelled_name.h"

/* Where the label before the dot at `at` begins, or `at`. */
static size_t label_start(const struct scan *scan, size_t at)
{
    struct span text = scan->text;
    size_t end = at;
    while (end > scan->floor && at - end < 3 && (text.at[end - 1] == ' ' || strchr("[({<", text.at[end - 1])))
        end--;
    size_t start = end;
    while (start > scan->floor && end - start < 63 &&
           (is_alnum(text.at[start - 1]) || text.at[start - 1] == '-'))
        start--;
    bool is_whole = start < end && !letter_before(text, start) && char_before(text, start) != '@';
    return is_whole ? start : at;
}

static bool is_sure(struct span label, const struct spelled_name *name)
{
    if (name->is_fenced || word_equal(label, "www"))
        return true;
    static const char *const tops[] = {".com", ".net", ".org", ".info", ".eu", ".biz", ".xxx", NULL};
    bool is_known = false;
    for (const char *const *top = tops; *top; top++) {
        size_t length = strlen(*top);
        is_known |= name->length > length && memcmp(name->text + name->length - length, *top, length) == 0;
    }
    return is_known && label.length >= 4 && !spelled_is_everyday(label);
}

/* "mia at example dot org" may be an address: then it is no link either. */
static bool follows_name_at(struct span text, size_t at)
{
    size_t end = at;
    while (end > 0 && text.at[end - 1] == ' ')
        end--;
    struct span word = word_before(text, end);
    if (!word_equal(word, "at") || end == at)
        return false;
    end -= word.length;
    while (end > 0 && text.at[end - 1] == ' ')
        end--;
    word = word_before(text, end);
    return word.length > 0 && !spelled_is_everyday(word);
}

/* at: a dot that is a word or stands in brackets. */
size_t url_spelled_at(struct scan *scan, size_t at)
{
    struct span text = scan->text;
    struct spelled_name name;
    size_t start = label_start(scan, at);
    if (start == at || !spelled_name_read(scan->reader, text, start, &name))
        return 0;
    size_t label = start;
    while (is_alnum(char_at(text, label)) || char_at(text, label) == '-')
        label++;
    if (!(name.is_spelled || name.is_fenced) || letter_at(text, name.end) ||
        !is_sure(span_part(text, start, label), &name) ||
        spelled_is_provider((struct span){name.text, name.length}) || follows_name_at(text, start))
        return 0;
    char value[FIND_VALUE_MOST];
    size_t skip = name.length > 4 && memcmp(name.text, "www.", 4) == 0 ? 4 : 0;
    size_t length = name.length - skip;
    memcpy(value, name.text + skip, length);
    size_t end = name.end;
    if (char_at(text, end) == '/')
        end = url_path_end(text, end);
    for (size_t i = name.end; i < end && length < FIND_VALUE_MOST && text.at[i] != '#'; i++)
        value[length++] = text.at[i];
    while (length > 0 && value[length - 1] == '/')
        length--;
    size_t scheme = url_scheme_before(scan, start);
    size_t path = name.end < end ? name.end + 1 : end;
    struct span host = {value, name.length - skip};
    struct find *now = &scan->reader->finds->now;
    uint8_t before = now->form;
    now->form = name.is_fenced ? FORM_DEFANGED : FORM_AT_DOT;
    if (!handle_take_link(scan, host, span_part(text, path, end), scheme, end))
        scan_found(scan, IDENTIFIER_URL, scheme, end, (struct span){value, length});
    now->form = before;
    return end;
}
