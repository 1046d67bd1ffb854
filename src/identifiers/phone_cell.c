/* Cells of columns of phones: a possible number is enough there. And numbers that links and services give. */
#include "identifiers/confidence.h"
#include "identifiers/letters.h"
#include "identifiers/phone_ask.h"
#include "identifiers/phone_reserved.h"
#include "identifiers/readers.h"

/* The digits of a piece, zero-terminated; "(0)" after a calling code is left out. most + 1 where there are
 * more.
 */
static unsigned piece_digits(struct span piece, char *out, unsigned most)
{
    unsigned count = 0;
    bool has_plus = memchr(piece.at, '+', piece.length) != NULL;
    for (size_t i = 0; i < piece.length; i++) {
        if (has_plus && piece.length - i >= 3 && memcmp(piece.at + i, "(0)", 3) == 0)
            i += 2;
        else if (is_digit(piece.at[i])) {
            if (count == most)
                return most + 1;
            out[count++] = piece.at[i];
        }
    }
    out[count] = 0;
    return count;
}

bool phone_take_international(struct scan *scan, struct span piece, size_t start, size_t end)
{
    char digits[DIGITS_MOST + 2] = "";
    unsigned count = piece_digits(piece, digits, DIGITS_MOST);
    if (count < DIGITS_LEAST || count > DIGITS_MOST)
        return false;
    unsigned skip = phone_begins_with(digits, "00") ? 2 : 0;
    const struct phone_answer *answer = phone_ask_international(scan->reader, digits + skip, count - skip);
    if (!answer || answer->verdict < PHONE_POSSIBLE)
        return false;
    scan_found(scan, IDENTIFIER_PHONE, start, end, span_of(answer->e164));
    return true;
}

static const char *reason_of(enum phone_verdict verdict)
{
    switch (verdict) {
    case PHONE_UNKNOWN_COUNTRY: return "not a phone number: no country begins with those digits";
    case PHONE_TOO_SHORT: return "not a phone number: too short";
    case PHONE_TOO_LONG: return "not a phone number: too long";
    case PHONE_NONE:
    case PHONE_POSSIBLE:
    case PHONE_VALID: break;
    }
    return "not a phone number";
}

static const char *take_cell(struct scan *scan, const struct phone_answer *answer, size_t start, size_t end)
{
    if (answer->verdict < PHONE_POSSIBLE)
        return reason_of((enum phone_verdict)answer->verdict);
    struct find *now = &scan->reader->finds->now;
    struct confidence_marks marks = {.is_possible = !phone_is_sure(answer)};
    now->bits = (int16_t)confidence_of_phone((enum identifier_form)now->form, marks);
    scan_found(scan, IDENTIFIER_PHONE, start, end, span_of(answer->e164));
    now->bits = 0;
    return NULL;
}

/* Digits without '+' or 00: national where the country is known and finds it valid, else with a calling code.
 */
static const char *cell_without_plus(struct scan *scan, const char *digits, size_t start, size_t end)
{
    struct reader *reader = scan->reader;
    struct phone_answer national = {.verdict = PHONE_UNKNOWN_COUNTRY};
    if (phone_plan_region(reader->plan, reader->country))
        national = *phone_cache_ask(reader->cache, reader->plan, digits, reader->country);
    unsigned count = (unsigned)strlen(digits);
    if (national.verdict == PHONE_VALID || count < 10)
        return national.verdict == PHONE_UNKNOWN_COUNTRY
                   ? "not a phone number: no calling code, and the record has no country"
                   : take_cell(scan, &national, start, end);
    const struct phone_answer *answer = phone_ask_international(reader, digits, count);
    bool is_better = answer && (phone_is_sure(answer) || national.verdict < PHONE_POSSIBLE) &&
                     answer->verdict >= PHONE_POSSIBLE && !phone_is_reserved(national.e164);
    if (is_better)
        return take_cell(scan, answer, start, end);
    return national.verdict == PHONE_UNKNOWN_COUNTRY
               ? "not a phone number: no calling code, and the record has no country"
               : take_cell(scan, &national, start, end);
}

/* With words beside the number: as in running text. */
static const char *cell_with_words(struct scan *scan, size_t start, size_t end)
{
    struct scan part = {.reader = scan->reader, .text = {scan->text.at + start, end - start}};
    struct find_list *finds = scan->reader->finds;
    size_t before = finds->count;
    for (size_t at = 0; at < part.text.length;) {
        char c = part.text.at[at];
        size_t next = is_digit(c) || c == '+' ? phone_at(&part, at) : 0;
        at = next > at ? next : at + 1;
    }
    for (size_t i = before; i < finds->count; i++) {
        finds->items[i].start += (uint32_t)start;
        finds->items[i].end += (uint32_t)start;
    }
    return finds->count > before ? NULL : "not a phone number: has letters";
}

const char *phone_cell(struct scan *scan, size_t start, size_t end)
{
    struct span piece = span_part(scan->text, start, end);
    char digits[DIGITS_MOST + 2] = "";
    for (size_t i = 0; i < piece.length; i++)
        if (is_letter(piece.at[i]))
            return cell_with_words(scan, start, end);
    unsigned count = piece_digits(piece, digits, DIGITS_MOST);
    if (count < 5)
        return count ? "not a phone number: too short" : "not a phone number: no digits";
    if (count > DIGITS_MOST)
        return "not a phone number: too long";
    bool has_zeros = phone_begins_with(digits, "00");
    if (piece.at[0] != '+' && !(piece.at[0] == '(' && piece.length > 1 && piece.at[1] == '+') && !has_zeros)
        return cell_without_plus(scan, digits, start, end);
    char number[DIGITS_MOST + 2] = "+";
    memcpy(number + 1, digits + (has_zeros ? 2 : 0), count - (has_zeros ? 2 : 0) + 1);
    return take_cell(scan, phone_cache_ask(scan->reader->cache, scan->reader->plan, number, ""), start, end);
}
