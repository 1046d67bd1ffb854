/* Cells: a column of a type is split at its separators and each piece given to the type's reader; a text is
 * scanned. */
#include "identifiers/cells.h"

#include "identifiers/letters.h"
#include "identifiers/readers.h"
#include "identifiers/record_country.h"
#include "identifiers/split_cells.h"

struct column_reader {
    cell_reader *read;
    const char *separators; /* between several values of one cell */
};

static const struct column_reader columns[TYPE_COUNT] = {
    [TYPE_PHONE] = {phone_cell, ";,|/\n\r\t"},      [TYPE_EMAIL] = {email_cell, ";,| <>\n\r\t"},
    [TYPE_HANDLE] = {handle_cell, ";,|\n\r\t"},     [TYPE_URL] = {url_cell, "| \n\r\t"},
    [TYPE_ACCOUNT] = {account_cell, ";|\n\r\t"},    [TYPE_PLATE] = {plate_cell, ";,|\n\r\t"},
    [TYPE_DOCUMENT] = {document_cell, ";,|\n\r\t"}, [TYPE_IMAGE] = {image_cell, ";,| \n\r\t"},
};

static size_t digits_of(struct span s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.length; i++)
        digits += is_digit(s.at[i]);
    return digits;
}

/* Where the piece that begins at `at` ends. A slash separates two numbers only where both are long. */
static size_t piece_end(struct span text, size_t at, const char *separators)
{
    size_t end = at;
    for (; end < text.length; end++) {
        char c = text.at[end];
        if (c == 0 || !strchr(separators, c))
            continue;
        if (c != '/')
            break;
        size_t next = end + 1;
        while (next < text.length && next - end < 32 &&
               (text.at[next] == '/' || !strchr(separators, text.at[next])))
            next++;
        if (end - at < 40 && digits_of(span_part(text, at, end)) >= 7 &&
            digits_of(span_part(text, end + 1, next)) >= 7)
            break;
    }
    return end;
}

/* What people and programs write where nothing is known: it would tie strangers together. */
static bool is_placeholder(struct span piece)
{
    static const char *const words[] = {"null",
                                        "nil",
                                        "none",
                                        "n/a",
                                        "na",
                                        "nan",
                                        "unknown",
                                        "unbekannt",
                                        "inconnu",
                                        "inconnue",
                                        "onbekend",
                                        "desconocido",
                                        "sconosciuto",
                                        "desconhecido",
                                        "necunoscut",
                                        "see notes",
                                        "see note",
                                        "see remarks",
                                        "siehe notiz",
                                        "voir notes",
                                        "zie opmerking",
                                        "not available",
                                        "not known",
                                        "not given",
                                        "no data",
                                        "missing",
                                        "tbd",
                                        "tba",
                                        "xxx",
                                        "geen",
                                        "keine",
                                        "aucun",
                                        "ninguno",
                                        "nessuno",
                                        "withheld",
                                        "private",
                                        "anonymous",
                                        "undefined",
                                        "-",
                                        "?",
                                        NULL};
    return word_among(piece, words) || piece.at[0] == '#';
}

static void read_column(struct scan *scan, const struct column_reader *column, field_id field)
{
    struct span text = scan->text;
    const char *reason = NULL;
    bool is_found = false;
    for (size_t at = 0; at < text.length;) {
        size_t end = piece_end(text, at, column->separators);
        struct span piece = span_trim(span_part(text, at, end));
        size_t start = (size_t)(piece.at - text.at);
        at = end + 1;
        if (piece.length == 0)
            continue;
        const char *why =
            is_placeholder(piece) ? "a word for no value" : column->read(scan, start, start + piece.length);
        is_found = is_found || !why;
        reason = reason ? reason : why;
    }
    if (!is_found)
        find_reject(scan->reader->finds, field, reason ? reason : "no value");
}

static void read_cell(struct reader *reader, const struct countries *countries, const struct field *field,
                      struct span text, field_id id)
{
    struct scan scan = {.reader = reader, .text = text};
    const char *of_party = countries->of_party[field->role.party];
    memcpy(reader->country, of_party[0] ? of_party : countries->any, sizeof reader->country);
    reader->finds->now.party = (uint8_t)field->role.party;
    if (field->role.type == TYPE_TEXT) {
        reader->finds->now.form = FORM_PLAIN;
        scan_text(&scan);
        return;
    }
    reader->finds->now.form = FORM_COLUMN;
    read_column(&scan, &columns[field->role.type], id);
}

/* What was found in the cell that was just read. Cells of other types than phone and text join nothing. */
static struct read_cell note_cell(const struct reader *reader, const struct field *field, field_id id,
                                  struct span text, size_t finds_before)
{
    const struct find_list *finds = reader->finds;
    struct read_cell cell = {.text = text,
                             .cell = finds->now.cell,
                             .field = id,
                             .party = finds->now.party,
                             .is_text = field->role.type == TYPE_TEXT,
                             .has_find = finds->count > finds_before,
                             .found_begin = text.length};
    if (field->role.type != TYPE_PHONE && !cell.is_text)
        cell.text.length = 0;
    if (cell.has_find) {
        cell.found_begin = finds->items[finds_before].start;
        cell.found_end = finds->items[finds->count - 1].end;
    }
    return cell;
}

/* Two cells that are no phone each may be one together: then they are no rejects. */
static void join_cells(struct reader *reader, const struct read_cell *before, const struct read_cell *now)
{
    struct find_list *finds = reader->finds;
    bool is_column = !now->is_text;
    if (before->text.length == 0 || now->text.length == 0 || before->party != now->party)
        return;
    /* Both columns were rejected, and nothing was between. */
    size_t rejects = finds->reject_count;
    if (is_column && (before->has_find || now->has_find || rejects < 2 ||
                      finds->rejects[rejects - 2].field != before->field ||
                      finds->rejects[rejects - 1].field != now->field ||
                      finds->rejects[rejects - 2].record != finds->now.record))
        return;
    if (split_cells_join(reader, before, now) && is_column)
        finds->reject_count -= 2;
}

void cells_read(struct reader *reader, const struct record_table *records, record_id record)
{
    struct countries countries;
    bool is_ready = false;
    struct read_cell before[2] = {0}; /* the last column of phones, the last text */
    const struct cell *begin = record_cells_begin(records, record);
    const struct cell *end = record_cells_end(records, record);
    reader->finds->now.record = record;
    for (const struct cell *c = begin; c < end; c++) {
        const struct field *field = cell_field(records, c);
        if (field->role.type != TYPE_TEXT && !columns[field->role.type].read)
            continue;
        if (!is_ready)
            countries_read(reader, records, record, &countries);
        is_ready = true;
        reader->finds->now.cell = (uint32_t)(c - begin);
        size_t finds_before = reader->finds->count;
        read_cell(reader, &countries, field, cell_value(records, c), c->field);
        struct read_cell now = note_cell(reader, field, c->field, cell_value(records, c), finds_before);
        join_cells(reader, &before[now.is_text], &now);
        before[now.is_text] = now;
    }
}
