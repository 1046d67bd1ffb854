/* One pass over a running text: bytes that cannot begin or betray an identifier are skipped by a table, eight
 * at a time; each other byte is shown to the readers of its row, in order. */
#include "identifiers/letters.h"
#include "identifiers/readers.h"

typedef size_t text_reader(struct scan *scan, size_t at);

enum trigger { QUIET, DIGIT, PLUS, AT, COLON, DOT, TRIGGER_COUNT };

#define READERS_MOST 2

/* The row of each trigger; the first reader that knows the place takes it. */
static text_reader *const rows[TRIGGER_COUNT][READERS_MOST] = {
    [DIGIT] = {account_at, phone_at}, [PLUS] = {phone_at}, [AT] = {email_at, handle_at},
    [COLON] = {url_at, handle_at},    [DOT] = {url_at},
};

static const uint8_t triggers[256] = {
    ['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT,
    ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT, ['+'] = PLUS,  ['@'] = AT,    [':'] = COLON, ['.'] = DOT,
};

/* The next trigger, or the end. */
static size_t skip_quiet(struct span text, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)text.at;
    while (at + 8 <= text.length) {
        const unsigned char *b = bytes + at;
        if (triggers[b[0]] | triggers[b[1]] | triggers[b[2]] | triggers[b[3]] | triggers[b[4]] |
            triggers[b[5]] | triggers[b[6]] | triggers[b[7]])
            break;
        at += 8;
    }
    while (at < text.length && !triggers[bytes[at]])
        at++;
    return at;
}

static size_t read_at(struct scan *scan, size_t at)
{
    text_reader *const *row = rows[triggers[(unsigned char)scan->text.at[at]]];
    for (unsigned i = 0; i < READERS_MOST && row[i]; i++) {
        size_t next = row[i](scan, at);
        if (next > at)
            return next;
    }
    return at + 1;
}

void scan_text(struct scan *scan)
{
    size_t at = 0;
    while ((at = skip_quiet(scan->text, at)) < scan->text.length)
        at = read_at(scan, at);
}
