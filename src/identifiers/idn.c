/* International names, by ICU's UTS 46. */
#include "identifiers/idn.h"

#include "identifiers/domain.h"
#include "identifiers/letters.h"
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uidna.h>

struct idn *idn_new(void)
{
    UErrorCode code = U_ZERO_ERROR;
    UIDNA *handle = uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_NONTRANSITIONAL_TO_ASCII, &code);
    return U_SUCCESS(code) ? (struct idn *)handle : NULL;
}

void idn_free(struct idn *idn)
{
    if (idn)
        uidna_close((UIDNA *)idn);
}

size_t idn_to_ascii(const struct idn *idn, struct span host, char *out)
{
    UErrorCode code = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    if (host.length > IDN_MOST)
        return 0;
    int32_t length = uidna_nameToASCII_UTF8((const UIDNA *)idn, host.at, (int32_t)host.length, out, IDN_MOST,
                                            &info, &code);
    return U_SUCCESS(code) && info.errors == 0 && length > 0 && length <= IDN_MOST ? (size_t)length : 0;
}

/* Bytes of the character at `at` where it may stand in a label, else 0. */
static unsigned label_char(struct span text, size_t at)
{
    if (at >= text.length)
        return 0;
    unsigned char c = (unsigned char)text.at[at];
    if (c < 0x80)
        return is_alnum(text.at[at]) || c == '-';
    struct utf8_char now = utf8_decode(text.at + at, text.length - at);
    bool fits = now.code != UTF8_REPLACEMENT &&
                (u_isalnum((UChar32)now.code) || u_charType((UChar32)now.code) <= U_COMBINING_SPACING_MARK);
    return fits && u_charType((UChar32)now.code) != U_UNASSIGNED ? now.length : 0;
}

static size_t label_end(struct span text, size_t at)
{
    size_t end = at;
    for (unsigned bytes; end - at < IDN_MOST && (bytes = label_char(text, end)) > 0;)
        end += bytes;
    return end > at && text.at[at] != '-' && text.at[end - 1] != '-' ? end : at;
}

/* The last label: a top label in ASCII ends where another script begins ("com现在"). */
static size_t top_end(struct span text, size_t at, size_t end)
{
    size_t ascii = at;
    while (ascii < end && is_letter(text.at[ascii]))
        ascii++;
    return ascii > at + 1 && ascii < end && (unsigned char)text.at[ascii] >= 0xe3 ? ascii : end;
}

size_t idn_end(struct span text, size_t at)
{
    size_t end = 0;
    for (size_t from = at; from - at <= IDN_MOST;) {
        size_t stop = label_end(text, from);
        if (stop == from)
            break;
        if (from > at) {
            size_t top = top_end(text, from, stop);
            end = stop - from >= 2 && !is_digit(text.at[from]) ? top : end;
            if (top < stop)
                break;
        }
        if (char_at(text, stop) != '.')
            break;
        from = stop + 1;
    }
    return end;
}
