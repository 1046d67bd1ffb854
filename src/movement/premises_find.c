/* Which premises a record names: by street and number, else by name. */
#include "movement/premises_table.h"

#include "base/intern.h"
#include "base/memory.h"
#include "base/sort.h"
#include "places/address.h"
#include "places/fold.h"

#include <math.h>
#include <stdio.h>

enum { AMBIGUOUS = UINT32_MAX };

/* What one record says of the premises that it names. */
struct saying {
    record_id record;
    place_id place;
    uint32_t house;  /* key with place, street, number, box; 0: not said in full */
    uint32_t named;  /* key with place and name; 0: no name */
    uint32_t street; /* key with street, number, box; 0: no street */
    bool is_placed;  /* the place is one that the gazetteer knows */
};

struct finding {
    const struct premises_inputs *in;
    struct premises_table *out;
    struct saying *sayings;
    size_t count, capacity;
    struct intern houses, names, streets;
    uint32_t *house_of_name, *house_of_street; /* the one house, or AMBIGUOUS */
    struct buffer key, folded;
};

static struct span self_value(const struct record_table *records, record_id record, enum column_type type)
{
    return record_value(records, record, (struct role){PARTY_SELF, type});
}

/* Puts "prefix|part|part" into f->key. */
static void append_key(struct finding *f, place_id place, struct span rest)
{
    buffer_reset(&f->key);
    if (place)
        buffer_append_span(&f->key,
                           buffer_span(&f->in->sightings->pool, f->in->sightings->places[place].key));
    buffer_append_char(&f->key, '|');
    buffer_append_span(&f->key, rest);
}

static bool put_key(struct finding *f, struct intern *set, place_id place, struct span rest, uint32_t *out)
{
    append_key(f, place, rest);
    *out = buffer_ok(&f->key) ? intern_put(set, buffer_all(&f->key)) : 0;
    return *out != 0;
}

/* False on failure of memory. */
static bool read_address(struct finding *f, struct saying *s)
{
    const struct record_table *records = f->in->records;
    struct parsed_address a;
    char street[ADDRESS_STREET_MOST + ADDRESS_NUMBER_MOST + ADDRESS_BOX_MOST + 3];
    address_parse(self_value(records, s->record, TYPE_ADDRESS), self_value(records, s->record, TYPE_POSTCODE),
                  self_value(records, s->record, TYPE_PLACE), &a);
    if (!a.street[0] || !a.number[0])
        return true;
    int length = snprintf(street, sizeof street, "%s|%s|%s", a.street, a.number, a.box);
    struct span rest = {street, (size_t)length};
    return put_key(f, &f->streets, 0, rest, &s->street) &&
           (!s->place || put_key(f, &f->houses, s->place, rest, &s->house));
}

static bool read_name(struct finding *f, struct saying *s)
{
    buffer_reset(&f->folded);
    place_fold(self_value(f->in->records, s->record, TYPE_NAME), &f->folded);
    if (!buffer_ok(&f->folded) || f->folded.length == 0)
        return buffer_ok(&f->folded);
    return put_key(f, &f->names, s->place, buffer_all(&f->folded), &s->named);
}

static bool add_saying(struct finding *f, record_id record, place_id place)
{
    uint8_t kind = f->in->records->records[record].kind;
    bool is_placed = place && f->in->sightings->places[place].gazetteer;
    struct saying s = {.record = record, .place = place, .is_placed = is_placed};
    if (kind != KIND_STAY && kind != KIND_PREMISES)
        return true;
    if (!read_address(f, &s) || !read_name(f, &s))
        return false;
    if (!s.named && !s.street) {
        f->out->nameless++;
        return true;
    }
    if (!memory_reserve(&f->sayings, &f->capacity, f->count + 1, UINT32_MAX))
        return false;
    f->sayings[f->count++] = s;
    return true;
}

static bool collect(struct finding *f)
{
    const struct sighting_table *sightings = f->in->sightings;
    size_t at = 0;
    bool is_done = true;
    for (uint64_t r = 1; is_done && r <= f->in->records->count; r++) {
        while (at < sightings->count && sightings->sightings[at].record < r)
            at++;
        bool is_seen = at < sightings->count && sightings->sightings[at].record == r;
        is_done = add_saying(f, (record_id)r, is_seen ? sightings->sightings[at].place : 0);
    }
    return is_done;
}

static void note(uint32_t *of, uint32_t key, uint32_t house)
{
    if (key)
        of[key] = of[key] == 0 || of[key] == house ? house : AMBIGUOUS;
}

/* Names and streets that one house has say the house. */
static void note_houses(struct finding *f)
{
    for (size_t i = 0; i < f->count; i++) {
        const struct saying *s = &f->sayings[i];
        if (s->house)
            note(f->house_of_name, s->named, s->house);
        if (s->house && s->is_placed)
            note(f->house_of_street, s->street, s->house);
    }
}

/* Without a place that is known, or without a street: the one house of that street, or name. */
static uint32_t find_house(const struct finding *f, const struct saying *s)
{
    uint32_t house = s->is_placed || !s->street ? 0 : f->house_of_street[s->street];
    if (!house && !s->street)
        house = f->house_of_name[s->named];
    return house == AMBIGUOUS ? 0 : house;
}

/* What no house has is premises of its own, by name or street. */
static bool complete(struct finding *f)
{
    f->house_of_name = memory_new((size_t)f->names.count + 1, sizeof *f->house_of_name);
    f->house_of_street = memory_new((size_t)f->streets.count + 1, sizeof *f->house_of_street);
    if (!f->house_of_name || !f->house_of_street)
        return false;
    note_houses(f);
    for (size_t i = 0; i < f->count; i++) {
        struct saying *s = &f->sayings[i];
        uint32_t other = find_house(f, s);
        if (other)
            s->house = other;
        if (s->house)
            continue;
        buffer_reset(&f->folded);
        buffer_append_span(&f->folded,
                           s->street ? intern_get(&f->streets, s->street) : intern_get(&f->names, s->named));
        if (!buffer_ok(&f->folded) || !put_key(f, &f->houses, 0, buffer_all(&f->folded), &s->house))
            return false;
    }
    return true;
}

static enum premises_kind kind_of(struct span folded)
{
    static const struct {
        const char *word;
        enum premises_kind kind;
    } words[] = {{"hotel", PREMISES_HOTEL},           {"hostel", PREMISES_HOTEL},
                 {"motel", PREMISES_HOTEL},           {"pension", PREMISES_HOTEL},
                 {"holiday", PREMISES_HOLIDAY_HOME},  {"guest house", PREMISES_HOLIDAY_HOME},
                 {"vakantie", PREMISES_HOLIDAY_HOME}, {"gite", PREMISES_HOLIDAY_HOME},
                 {"ferien", PREMISES_HOLIDAY_HOME},   {"chalet", PREMISES_HOLIDAY_HOME},
                 {"bungalow", PREMISES_HOLIDAY_HOME}, {"flat", PREMISES_FLAT},
                 {"apartment", PREMISES_FLAT},        {"appartement", PREMISES_FLAT},
                 {"studio", PREMISES_FLAT},           {"loft", PREMISES_FLAT},
                 {"wohnung", PREMISES_FLAT}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (memmem(folded.at, folded.length, words[i].word, strlen(words[i].word)))
            return words[i].kind;
    return PREMISES_OTHER;
}

static void set_text(struct premises_table *out, struct text_ref *at, struct span value)
{
    if (at->length == 0 && value.length)
        *at = buffer_keep(&out->pool, value);
}

/* The premises' own record speaks before stays. */
static bool describe(struct finding *f, const struct saying *s, bool is_own)
{
    const struct record_table *records = f->in->records;
    struct premises *p = &f->out->premises[f->out->of_record[s->record]];
    if ((records->records[s->record].kind == KIND_PREMISES) != is_own)
        return true;
    if (is_own && !p->record)
        p->record = s->record;
    p->stays += !is_own;
    p->place = p->place ? p->place : s->place;
    if (p->name.length == 0) {
        buffer_reset(&f->folded);
        place_fold(self_value(records, s->record, TYPE_NAME), &f->folded);
        p->kind = (uint8_t)kind_of(buffer_all(&f->folded));
    }
    set_text(f->out, &p->name, self_value(records, s->record, TYPE_NAME));
    set_text(f->out, &p->address, self_value(records, s->record, TYPE_ADDRESS));
    return buffer_ok(&f->folded) && buffer_ok(&f->out->pool);
}

static void locate(struct finding *f)
{
    const struct sighting_table *sightings = f->in->sightings;
    for (uint32_t p = 1; p <= f->out->count; p++)
        f->out->premises[p].lat = f->out->premises[p].lon = (double)NAN;
    for (size_t i = 0; i < sightings->count; i++) {
        const struct sighting *s = &sightings->sightings[i];
        premises_id p = f->out->of_record[s->record];
        if (p && isnan(f->out->premises[p].lat)) {
            f->out->premises[p].lat = s->lat;
            f->out->premises[p].lon = s->lon;
        }
    }
}

/* Gives houses their numbers by key. */
static bool number_houses(struct finding *f)
{
    uint32_t count = f->houses.count;
    uint32_t *order = memory_new((size_t)count + 1, sizeof *order);
    uint32_t *rank = memory_new((size_t)count + 1, sizeof *rank);
    struct premises_table *out = f->out;
    out->premises = memory_new((size_t)count + 1, sizeof *out->premises);
    bool is_done = order && rank && out->premises;
    for (size_t i = 0; is_done && i < f->count; i++)
        rank[f->sayings[i].house] = 1;
    count = 0; /* those that a record ended up at */
    for (uint32_t i = 1; is_done && i <= f->houses.count; i++)
        if (rank[i])
            order[count++] = i;
    is_done = is_done && sort_texts(&f->houses.pool, f->houses.refs, order, count);
    for (uint32_t i = 0; is_done && i < count; i++)
        rank[order[i]] = i + 1;
    for (size_t i = 0; is_done && i < f->count; i++)
        out->of_record[f->sayings[i].record] = rank[f->sayings[i].house];
    out->count = is_done ? count : 0;
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; is_done && i < f->count; i++)
            is_done = describe(f, &f->sayings[i], own);
    memory_free(order);
    memory_free(rank);
    return is_done;
}

bool premises_find(const struct premises_inputs *inputs, struct premises_table *out)
{
    struct finding f = {.in = inputs, .out = out};
    enum { SETS = 3 };
    struct intern *const sets[SETS] = {&f.houses, &f.names, &f.streets};
    for (size_t i = 0; i < SETS; i++)
        intern_init(sets[i]);
    buffer_init(&f.key, 1 << 20);
    buffer_init(&f.folded, 1 << 20);
    out->record_count = inputs->records->count;
    out->of_record = memory_new((size_t)out->record_count + 1, sizeof *out->of_record);
    bool is_done = out->of_record && collect(&f) && complete(&f) && number_houses(&f);
    if (is_done)
        locate(&f);
    for (size_t i = 0; i < SETS; i++)
        intern_release(sets[i]);
    buffer_release(&f.key);
    buffer_release(&f.folded);
    memory_free(f.sayings);
    memory_free(f.house_of_name);
    memory_free(f.house_of_street);
    return is_done;
}
