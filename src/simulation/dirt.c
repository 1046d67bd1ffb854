/* What goes wrong in rows. Kinds and their shares are assumed. */
#include "simulation/dirt.h"

#include "simulation/lexicon.h"
#include "simulation/mojibake.h"

enum spoiling {
    SPOIL_NONE,
    SPOIL_DOUBLE,
    SPOIL_MISSING,
    SPOIL_BROKEN,
    SPOIL_SWAP,
    SPOIL_PLACE,
    SPOIL_ENCODING,
    SPOIL_CUT,
    SPOIL_TYPO
};

/* Percent of spoilt rows up to which each happens. */
struct odds {
    uint8_t share, kind;
};

static const struct odds ads_odds[] = {{20, SPOIL_DOUBLE}, {40, SPOIL_MISSING}, {49, SPOIL_BROKEN},
                                       {56, SPOIL_SWAP},   {66, SPOIL_PLACE},   {74, SPOIL_ENCODING},
                                       {82, SPOIL_CUT},    {100, SPOIL_TYPO}};
static const struct odds premises_odds[] = {
    {20, SPOIL_DOUBLE}, {55, SPOIL_MISSING}, {75, SPOIL_BROKEN}, {88, SPOIL_SWAP}, {100, SPOIL_PLACE}};
static const struct odds other_odds[] = {
    {20, SPOIL_DOUBLE}, {60, SPOIL_MISSING}, {80, SPOIL_BROKEN}, {90, SPOIL_PLACE}, {100, SPOIL_ENCODING}};

static enum spoiling draw_spoiling(const struct world *world, enum table table, struct random *r)
{
    const struct odds *odds = table == TABLE_ADS        ? ads_odds
                              : table == TABLE_PREMISES ? premises_odds
                                                        : other_odds;
    if (random_below(r, 100) >= world->options.dirt)
        return SPOIL_NONE;
    uint32_t share = random_below(r, 100);
    while (share >= odds->share)
        odds++;
    return (enum spoiling)odds->kind;
}

static struct random stream_of(const struct world *world, enum table table, uint64_t a, uint64_t b)
{
    return world_stream(world, (enum purpose)(FOR_DIRT + table), a, b);
}

bool row_is_doubled(const struct world *world, enum table table, uint64_t a, uint64_t b)
{
    if (!world->options.dirt)
        return false;
    struct random r = stream_of(world, table, a, b);
    return draw_spoiling(world, table, &r) == SPOIL_DOUBLE;
}

/* A cell that is not empty, and not the id; 0 where there is none. */
static unsigned any_cell(const struct row *row, struct random *r)
{
    unsigned chosen = 0;
    uint32_t seen = 0;
    for (unsigned i = 1; i < row->count; i++)
        if (row_cell(row, i).length && random_below(r, ++seen) == 0)
            chosen = i;
    return chosen;
}

static void lose_cell(struct row *row, struct random *r)
{
    unsigned cell = any_cell(row, r);
    if (cell)
        row_replace(row, cell, (struct span){"", 0});
}

static bool role_is(const char *role, const char *word)
{
    return strcmp(role, word) == 0;
}

/* What spreadsheets, exports and tired people leave in a cell. */
static void break_cell(struct row *row, struct random *r)
{
    static const char *const times[] = {"0000-00-00", "31/02/2024", "2024-13-01", "last week"};
    static const char *const others[] = {"n/a", "NULL", "#REF!", "???", "unknown", "see notes", "-"};
    unsigned cell = any_cell(row, r);
    if (!cell)
        return;
    const char *role = table_plans[row->table].columns[cell].role;
    bool time = role_is(role, "time") || role_is(role, "start") || role_is(role, "end");
    row_replace(row, cell, span_of(time ? times[random_below(r, 4)] : others[random_below(r, 7)]));
}

/* The first cell of that role behind the id; the number of cells where there is none. */
static unsigned cell_of(const struct row *row, const char *role)
{
    unsigned cell = 1;
    while (cell < row->count && !role_is(table_plans[row->table].columns[cell].role, role))
        cell++;
    return cell;
}

/* Those below say whether they have changed anything. Latitude and longitude stand side by side. */
static bool swap_coordinates(struct row *row, struct buffer *scratch)
{
    unsigned lat = cell_of(row, "lat");
    if (lat + 1 >= row->count)
        return false;
    buffer_append_span(scratch, row_cell(row, lat));
    size_t length = scratch->length;
    buffer_append_span(scratch, row_cell(row, lat + 1));
    if (!buffer_ok(scratch))
        return true;
    row_replace(row, lat, (struct span){scratch->data + length, scratch->length - length});
    row_replace(row, lat + 1, (struct span){scratch->data, length});
    return true;
}

/* The town by its name in Dutch, French or German. */
static bool rename_place(struct row *row, struct random *r)
{
    static const uint8_t languages[] = {LANGUAGE_NL, LANGUAGE_FR, LANGUAGE_DE};
    unsigned cell = cell_of(row, "place");
    if (cell == row->count)
        return false;
    for (unsigned i = 0; i < PLACE_COUNT; i++)
        if (span_equal(row_cell(row, cell), span_of(places[i].name))) {
            struct span name = span_of(place_name(i, languages[random_below(r, 3)]));
            bool other = !span_equal(name, row_cell(row, cell));
            row_replace(row, cell, name);
            return other;
        }
    return false;
}

static bool break_encoding(struct row *row, struct buffer *scratch)
{
    bool changed = false;
    for (unsigned i = 1; i < row->count && buffer_ok(scratch); i++) {
        buffer_reset(scratch);
        mojibake_write(scratch, row_cell(row, i));
        if (!buffer_ok(scratch))
            return true;
        changed = changed || scratch->length != row_cell(row, i).length;
        row_replace(row, i, buffer_all(scratch));
    }
    return changed;
}

/* The longest text of an ad is its third cell behind the id. */
enum { CELL_BODY = 4 };

/* A repost that a form cut off, at a character's end. */
static bool cut_text(struct row *row, struct random *r, struct buffer *scratch)
{
    struct span text = row_cell(row, CELL_BODY);
    size_t keep = 80 + random_below(r, 200);
    if (text.length <= keep)
        return false;
    while (keep && ((unsigned char)text.at[keep] & 0xc0) == 0x80)
        keep--;
    buffer_append(scratch, text.at, keep);
    buffer_append_text(scratch, "...");
    if (buffer_ok(scratch))
        row_replace(row, CELL_BODY, buffer_all(scratch));
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* One to three slips: two letters change places, one is missed, one stands twice. */
static bool mistype(struct row *row, struct random *r, struct buffer *scratch)
{
    struct span text = row_cell(row, CELL_BODY);
    uint32_t slips = 1 + random_below(r, 3);
    uint64_t gap = text.length / (slips + 1) + 1;
    uint64_t next = 1 + random_below(r, (uint32_t)gap);
    bool changed = false;
    for (size_t i = 0; i < text.length; i++) {
        bool slip = i >= next && i + 1 < text.length && is_letter(text.at[i]) && is_letter(text.at[i + 1]) &&
                    text.at[i] != text.at[i + 1];
        uint32_t kind = slip ? random_below(r, 3) : 3;
        changed = changed || slip;
        if (slip)
            next = i + gap / 2 + random_below(r, (uint32_t)gap);
        if (kind == 0)
            buffer_append_char(scratch, text.at[++i]), buffer_append_char(scratch, text.at[i - 1]);
        else if (kind == 2)
            buffer_append_char(scratch, text.at[i]), buffer_append_char(scratch, text.at[i]);
        else if (kind == 3)
            buffer_append_char(scratch, text.at[i]);
    }
    if (buffer_ok(scratch))
        row_replace(row, CELL_BODY, buffer_all(scratch));
    return changed;
}

/* Where the chosen thing cannot go wrong in the row, a cell is lost. */
void row_spoil(struct row *row, const struct world *world, uint64_t a, uint64_t b, struct buffer *scratch)
{
    if (!world->options.dirt)
        return;
    struct random r = stream_of(world, row->table, a, b);
    bool done = true;
    buffer_reset(scratch);
    switch (draw_spoiling(world, row->table, &r)) {
    case SPOIL_MISSING: done = false; break;
    case SPOIL_BROKEN: break_cell(row, &r); break;
    case SPOIL_SWAP: done = swap_coordinates(row, scratch); break;
    case SPOIL_PLACE: done = rename_place(row, &r); break;
    case SPOIL_ENCODING: done = break_encoding(row, scratch); break;
    case SPOIL_CUT: done = cut_text(row, &r, scratch); break;
    case SPOIL_TYPO: done = mistype(row, &r, scratch); break;
    default: break;
    }
    if (!buffer_ok(scratch))
        row->bytes.failed = true;
    else if (!done)
        lose_cell(row, &r);
    buffer_reset(scratch);
}
