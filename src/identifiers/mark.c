/* Marks that stand in columns only: plates, documents, hashes of images. */
#include "identifiers/letters.h"
#include "identifiers/readers.h"

#define MARK_MOST  64
#define IMAGE_MOST 256

/* Letters and digits in capitals; letters beyond ASCII stay, those of Latin-1 in capitals too. 0 where it is
 * too long. */
static size_t mark_of(struct span piece, char *out)
{
    size_t length = 0;
    for (size_t i = 0; i < piece.length; i++) {
        char c = piece.at[i];
        unsigned char byte = (unsigned char)c;
        if (byte < 0x80 && !is_alnum(c))
            continue;
        bool is_small_latin = i > 0 && (unsigned char)piece.at[i - 1] == 0xc3 && byte >= 0xa0 && byte <= 0xbe;
        if (length == MARK_MOST)
            return 0;
        out[length++] = is_small_latin && byte != 0xb7 ? (char)(byte - 0x20) : to_upper(c);
    }
    return length;
}

const char *plate_cell(struct scan *scan, size_t start, size_t end)
{
    char value[MARK_MOST];
    size_t length = mark_of(span_part(scan->text, start, end), value);
    if (length < 2 || length > 16)
        return "not a plate: it has 2 to 16 letters and digits";
    scan_found(scan, IDENTIFIER_PLATE, start, end, (struct span){value, length});
    return NULL;
}

const char *document_cell(struct scan *scan, size_t start, size_t end)
{
    char value[MARK_MOST];
    size_t length = mark_of(span_part(scan->text, start, end), value);
    if (length < 4)
        return "not a document number: it has 4 to 64 letters and digits";
    scan_found(scan, IDENTIFIER_DOCUMENT, start, end, (struct span){value, length});
    return NULL;
}

/* After "sha256:" or "0x". */
static size_t skip_scheme(struct span text, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (text.at[i] == ':' || (i == start + 1 && text.at[start] == '0' && to_lower(text.at[i]) == 'x'))
            return i + 1;
    return start;
}

const char *image_cell(struct scan *scan, size_t start, size_t end)
{
    struct span text = scan->text;
    char value[IMAGE_MOST];
    size_t from = skip_scheme(text, start, end);
    if (end - from < 8 || end - from > IMAGE_MOST)
        return "not a hash of an image: it has 8 to 256 hexadecimal digits";
    for (size_t i = from; i < end; i++) {
        if (!is_hex(text.at[i]))
            return "not a hash of an image: not hexadecimal";
        value[i - from] = to_lower(text.at[i]);
    }
    scan_found(scan, IDENTIFIER_IMAGE, start, end, (struct span){value, end - from});
    return NULL;
}
