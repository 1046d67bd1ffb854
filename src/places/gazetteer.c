/* The gazetteer: decompressed, its lines taken apart, its names put in a hash table with linear probing. */
#include "places/gazetteer.h"

#include "base/hash.h"
#include "base/memory.h"

#include <zstd.h>

#define MOST_BYTES ((size_t)64 << 20) /* of the file, decompressed */
#define MOST_NAMES (1u << 24)

extern const char gazetteer_data[];
extern const char gazetteer_data_end[];

struct span gazetteer_text(const struct gazetteer *g, uint32_t name)
{
    return (struct span){g->pool.data + g->names[name].at, g->names[name].length};
}

struct span gazetteer_region(const struct gazetteer *g, gazetteer_id place)
{
    return (struct span){g->pool.data + g->places[place].region_at, g->places[place].region_length};
}

double gazetteer_lat(const struct gazetteer *g, gazetteer_id place)
{
    return g->places[place].lat / 100.0;
}

double gazetteer_lon(const struct gazetteer *g, gazetteer_id place)
{
    return g->places[place].lon / 100.0;
}

static enum bowline_status fail_data(struct bowline_error *err)
{
    return error_set(err, BOWLINE_ERROR_INPUT, "the program's own list of places is damaged; build it again");
}

static enum bowline_status decompress(struct gazetteer *g, struct bowline_error *err)
{
    size_t length = (size_t)(gazetteer_data_end - gazetteer_data);
    unsigned long long size = ZSTD_getFrameContentSize(gazetteer_data, length);
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > MOST_BYTES)
        return fail_data(err);
    if (!buffer_reserve(&g->pool, (size_t)size))
        return error_memory(err);
    size_t got = ZSTD_decompress(g->pool.data, (size_t)size, gazetteer_data, length);
    if (ZSTD_isError(got) || got != size)
        return fail_data(err);
    g->pool.length = got;
    return BOWLINE_OK;
}

/* Where the text is or would be. */
static uint32_t slot_of(const struct gazetteer *g, struct span folded)
{
    uint32_t at = (uint32_t)hash_span(folded) & (g->slot_count - 1);
    while (g->slots[at] && !span_equal(gazetteer_text(g, g->slots[at]), folded))
        at = (at + 1) & (g->slot_count - 1);
    return at;
}

uint32_t gazetteer_find(const struct gazetteer *g, struct span folded)
{
    return g->slots[slot_of(g, folded)];
}

static void chain_name(struct gazetteer *g, uint32_t name)
{
    uint32_t slot = slot_of(g, gazetteer_text(g, name));
    g->names[name].next = g->slots[slot];
    g->slots[slot] = name;
}

static bool make_slots(struct gazetteer *g, uint32_t count)
{
    uint32_t *slots = memory_new(count, sizeof *slots);
    if (!slots)
        return false;
    memory_free(g->slots);
    g->slots = slots;
    g->slot_count = count;
    for (uint32_t n = 1; n <= g->name_count; n++)
        chain_name(g, n);
    return true;
}

struct line {
    const char *at, *end;
};

static struct span next_cell(struct line *line)
{
    const char *tab = memchr(line->at, '\t', (size_t)(line->end - line->at));
    struct span cell = {line->at, (size_t)((tab ? tab : line->end) - line->at)};
    line->at = tab ? tab + 1 : line->end;
    return cell;
}

static int32_t read_number(struct span cell)
{
    bool is_less = cell.length && cell.at[0] == '-';
    int32_t value = 0;
    for (size_t i = is_less; i < cell.length; i++)
        value = value * 10 + (cell.at[i] - '0');
    return is_less ? -value : value;
}

static bool put_name(struct gazetteer *g, uint32_t at, size_t length, gazetteer_id place, bool is_own)
{
    if (length == 0 || length > UINT8_MAX)
        return true;
    if (!memory_reserve(&g->names, &g->names_capacity, (size_t)g->name_count + 2, MOST_NAMES))
        return false;
    g->names[++g->name_count] =
        (struct gazetteer_name){.at = at, .place = place, .length = (uint8_t)length, .is_own = is_own};
    return true;
}

static bool read_line(struct gazetteer *g, struct line line)
{
    if (!memory_reserve(&g->places, &g->places_capacity, (size_t)g->place_count + 2, MOST_NAMES))
        return false;
    struct gazetteer_place *place = &g->places[++g->place_count];
    struct span country = next_cell(&line);
    struct span region = next_cell(&line);
    *place = (struct gazetteer_place){.name = g->name_count + 1};
    memcpy(place->country, country.at, country.length < 2 ? country.length : 2);
    place->region_at = (uint32_t)(region.at - g->pool.data);
    place->region_length = (uint8_t)region.length;
    place->population = (uint32_t)read_number(next_cell(&line));
    place->lat = (int16_t)read_number(next_cell(&line));
    place->lon = (int16_t)read_number(next_cell(&line));
    bool is_done = true;
    for (bool is_own = true; is_done && line.at < line.end; is_own = false) {
        struct span name = next_cell(&line);
        is_done = put_name(g, (uint32_t)(name.at - g->pool.data), name.length, g->place_count, is_own);
    }
    return is_done;
}

static bool read_lines(struct gazetteer *g)
{
    const char *end = g->pool.data + g->pool.length;
    for (const char *at = g->pool.data; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        if (!read_line(g, (struct line){at, stop}))
            return false;
        at = stop + 1;
    }
    uint32_t slots = 1024;
    while (slots < 2 * g->name_count)
        slots *= 2;
    return make_slots(g, slots);
}

enum bowline_status gazetteer_open(struct gazetteer *out, struct bowline_error *err)
{
    *out = (struct gazetteer){0};
    buffer_init(&out->pool, MOST_BYTES);
    enum bowline_status status = decompress(out, err);
    if (status == BOWLINE_OK && !read_lines(out))
        status = error_memory(err);
    if (status != BOWLINE_OK)
        gazetteer_release(out);
    return status;
}

void gazetteer_release(struct gazetteer *g)
{
    buffer_release(&g->pool);
    memory_free(g->places);
    memory_free(g->names);
    memory_free(g->slots);
    *g = (struct gazetteer){0};
}

bool gazetteer_add_name(struct gazetteer *g, struct span folded, gazetteer_id place)
{
    for (uint32_t n = gazetteer_find(g, folded); n; n = g->names[n].next)
        if (g->names[n].place == place)
            return true;
    struct text_ref kept = buffer_keep(&g->pool, folded);
    if (!buffer_ok(&g->pool) || !put_name(g, (uint32_t)kept.at, kept.length, place, false))
        return false;
    chain_name(g, g->name_count);
    return 2 * (uint64_t)g->name_count < g->slot_count || make_slots(g, 2 * g->slot_count);
}

static bool is_same_country(const struct gazetteer_place *a, const struct gazetteer_place *b)
{
    return memcmp(a->country, b->country, sizeof a->country) == 0;
}

/* How many places of the same own name in the same country are larger, in all and in its region. */
static void count_larger(const struct gazetteer *g, gazetteer_id id, unsigned *in_country,
                         unsigned *in_region)
{
    const struct gazetteer_place *place = &g->places[id];
    *in_country = *in_region = 0;
    for (uint32_t n = gazetteer_find(g, gazetteer_text(g, place->name)); n; n = g->names[n].next) {
        const struct gazetteer_place *other = &g->places[g->names[n].place];
        bool is_larger = other->population != place->population ? other->population > place->population
                                                                : g->names[n].place < id;
        if (!g->names[n].is_own || !is_larger || !is_same_country(other, place))
            continue;
        ++*in_country;
        *in_region += span_equal(gazetteer_region(g, g->names[n].place), gazetteer_region(g, id));
    }
}

static void put_small(struct buffer *out, struct span text)
{
    for (size_t i = 0; i < text.length; i++) {
        bool is_capital = text.at[i] >= 'A' && text.at[i] <= 'Z';
        buffer_append_char(out, is_capital ? (char)(text.at[i] + 32) : text.at[i]);
    }
}

void gazetteer_key(const struct gazetteer *g, gazetteer_id id, struct buffer *out)
{
    unsigned in_country;
    unsigned in_region;
    count_larger(g, id, &in_country, &in_region);
    put_small(out, (struct span){g->places[id].country, 2});
    buffer_append_char(out, ':');
    buffer_append_span(out, gazetteer_text(g, g->places[id].name));
    if (in_country) {
        buffer_append_char(out, '.');
        put_small(out, gazetteer_region(g, id));
    }
    if (in_region)
        buffer_format(out, ".%u", in_region + 1);
}

gazetteer_id gazetteer_of_key(const struct gazetteer *g, struct span key)
{
    char bytes[2 * UINT8_MAX];
    if (key.length < 4 || key.at[2] != ':')
        return 0;
    const char *dot = memchr(key.at, '.', key.length);
    struct span name = {key.at + 3, (size_t)((dot ? dot : key.at + key.length) - key.at) - 3};
    for (uint32_t n = gazetteer_find(g, name); n; n = g->names[n].next) {
        struct buffer own = {.data = bytes, .capacity = sizeof bytes, .most = sizeof bytes};
        gazetteer_key(g, g->names[n].place, &own);
        if (g->names[n].is_own && buffer_ok(&own) && span_equal(buffer_all(&own), key))
            return g->names[n].place;
    }
    return 0;
}
