/* The digits at the end of one cell and at the begin of the next are read as one text: what is found must use
 * all of them, and must be valid. */
#include "identifiers/split_cells.h"

#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define HALF_MOST 24 /* bytes */

static bool is_part(char c)
{
    return is_digit(c) || c == '+' || c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
}

/* The digits and signs at the end, without what stands around them; empty where there are too many. */
static struct span tail_of(struct span text)
{
    size_t end = span_trim(text).at + span_trim(text).length - text.at;
    while (end > 0 && (text.at[end - 1] == '.' || text.at[end - 1] == '-'))
        end--;
    size_t start = end;
    while (start > 0 && end - start <= HALF_MOST && is_part(text.at[start - 1]))
        start--;
    while (start < end && !is_digit(text.at[start]) && text.at[start] != '+')
        start++;
    bool is_whole =
        end - start <= HALF_MOST && !letter_before(text, start) && end > start && is_digit(text.at[end - 1]);
    return is_whole ? span_part(text, start, end) : (struct span){text.at, 0};
}

static struct span head_of(struct span text)
{
    size_t start = 0;
    while (start < text.length && start < 8 && !is_digit(text.at[start]) &&
           (is_part(text.at[start]) || (unsigned char)text.at[start] <= ' '))
        start++;
    size_t end = start;
    while (end < text.length && end - start <= HALF_MOST && is_part(text.at[end]))
        end++;
    bool is_whole = end - start <= HALF_MOST;
    while (end > start && !is_digit(text.at[end - 1]))
        end--;
    is_whole = is_whole && !letter_at(text, end);
    return is_whole && end > start && is_digit(text.at[start]) ? span_part(text, start, end)
                                                               : (struct span){text.at, 0};
}

static unsigned digits_in(struct span s)
{
    unsigned digits = 0;
    for (size_t i = 0; i < s.length; i++)
        digits += is_digit(s.at[i]);
    return digits;
}

/* Whether the halves have so many digits that neither is a number, and the first begins like one. */
static bool may_join(const struct read_cell *first, struct span tail, struct span head)
{
    unsigned before = digits_in(tail);
    unsigned after = digits_in(head);
    bool is_marked = tail.length > 0 && (tail.at[0] == '+' || tail.at[0] == '0');
    return before >= 2 && before <= 9 && after >= 3 && after <= 9 && (is_marked || !first->is_text);
}

static void place(struct find *find, const struct read_cell *cell, struct span half)
{
    find->cell = cell->cell;
    find->start = (uint32_t)(half.at - cell->text.at);
    find->end = find->start + (uint32_t)half.length;
    find->form = FORM_SPLIT;
}

bool split_cells_join(struct reader *reader, const struct read_cell *first, const struct read_cell *second)
{
    struct span tail = tail_of(first->text);
    struct span head = head_of(second->text);
    struct find_list *finds = reader->finds;
    if (!may_join(first, tail, head) || first->found_end > (size_t)(tail.at - first->text.at) ||
        second->found_begin < (size_t)(head.at - second->text.at) + head.length)
        return false;
    char joined[2 * HALF_MOST + 1];
    memcpy(joined, tail.at, tail.length);
    joined[tail.length] = ' ';
    memcpy(joined + tail.length + 1, head.at, head.length);
    struct scan scan = {.reader = reader, .text = {joined, tail.length + 1 + head.length}};
    size_t before = finds->count;
    finds->now.form = FORM_SPLIT;
    phone_at(&scan, 0);
    bool is_one = finds->count == before + 1 && !finds->failed && finds->items[before].start == 0 &&
                  finds->items[before].end == scan.text.length;
    finds->count = before;
    if (!is_one || !find_again(finds))
        return false;
    place(&finds->items[before], first, tail);
    place(&finds->items[before + 1], second, head);
    return true;
}
