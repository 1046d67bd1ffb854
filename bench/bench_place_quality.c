/* How often places and addresses are read right, as rows of tests/quality/results.csv (data set, measure,
 * value). Houses: two ways in which people write one house must give one value, two houses two. Towns: of
 * Europe, drawn by their people, with the country given: by their own name, with a slip of the pen, by
 * another name. */
#include "base/memory.h"
#include "base/random.h"
#include "places/address.h"
#include "places/place_resolver.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOUSES = 20000, TOWNS = 20000, TEXT = 160, LEAST_PEOPLE = 20000 };

/* A street with what stands for its kind, in the ways that it is written. */
struct kind {
    const char *ways[4];
    bool is_behind;       /* "Kerkstraat": the kind follows the name */
    bool number_may_lead; /* "16, rue de la Loi" */
    const char *boxes[3];
};

static const struct kind kinds[] = {
    {{"rue ", "r. ", "Rue ", "RUE "}, false, true, {" bte 4", "/4", " boîte 4"}},
    {{"avenue ", "av. ", "Av ", "Avenue "}, false, true, {" bte 12", "/12", " bte. 12"}},
    {{"boulevard ", "bd. ", "Bd ", "blvd "}, false, true, {" bte 3", "/3", ", bte 3"}},
    {{"straat", "str.", "straat", "STRAAT"}, true, false, {" bus 7", "/7", " bus. 7"}},
    {{"laan", "laan", "Laan", "LAAN"}, true, false, {" bus 2", "/2", ", bus 2"}},
    {{"straße", "str.", "strasse", "STR."}, true, false, {" App. 5", "/5", ", App 5"}},
    {{" Street", " St.", " St", " STREET"}, true, false, {"", "", ""}},
    {{"via ", "Via ", "VIA ", "via "}, false, false, {" int. 6", "/6", ", int 6"}},
    {{"calle ", "C/ ", "c. ", "Calle "}, false, false, {"", "", ""}},
};

static const char *const stems[] = {"Kerk",      "Linden", "Molen",       "Mozart", "Garten", "Roma",
                                    "Garibaldi", "Royal",  "Victor Hugo", "Church", "Mayor",  "Station",
                                    "Park",      "Berg",   "Nassau",      "Albert"};

struct house {
    unsigned kind, stem, suffix, number, has_box, letter;
};

static struct house draw_house(struct random *r)
{
    struct house h = {.kind = random_below(r, sizeof kinds / sizeof *kinds),
                      .stem = random_below(r, sizeof stems / sizeof *stems),
                      .suffix = random_below(r, 40),
                      .number = 1 + random_below(r, 250),
                      .letter = random_below(r, 12)};
    h.has_box = kinds[h.kind].boxes[0][0] && random_below(r, 4) == 0;
    return h;
}

/* Writes the house as someone would, with postcode and town or without. */
static void write_house(const struct house *h, struct random *r, char *out)
{
    static const char *const ends[] = {"", ", 2000 Antwerpen", " 1000 Bruxelles", ", 50667 Köln"};
    const struct kind *k = &kinds[h->kind];
    const char *way = k->ways[random_below(r, 4)];
    char street[80];
    char number[16];
    char stem[40];
    snprintf(stem, sizeof stem, "%s%c%c", stems[h->stem], "abcdeilmorstu"[h->suffix % 13],
             "aeno"[h->suffix / 13]);
    snprintf(street, sizeof street, "%s%s", k->is_behind ? stem : way, k->is_behind ? way : stem);
    const char *gap = random_below(r, 3) ? "" : " ";
    snprintf(number, sizeof number, "%u%s%s", h->number, h->letter < 2 ? gap : "",
             h->letter == 0   ? "a"
             : h->letter == 1 ? "B"
                              : "");
    const char *box = h->has_box ? k->boxes[random_below(r, 3)] : "";
    const char *end = h->has_box && strchr(box, '/') ? ends[0] : ends[random_below(r, 4)];
    if (k->number_may_lead && !h->has_box && random_below(r, 3) == 0)
        snprintf(out, TEXT, "%s, %s%s", number, street, end);
    else
        snprintf(out, TEXT, "%s%s%s%s%s", street, random_below(r, 4) ? " " : ", ", number, box, end);
}

static size_t value_of(const char *text, char out[ADDRESS_HOUSE_MOST])
{
    struct parsed_address parsed;
    address_parse(span_of(text), (struct span){"", 0}, (struct span){"", 0}, &parsed);
    return address_house(&parsed, out);
}

/* Pairs of one house, and of houses that differ in one thing. */
static void measure_houses(void)
{
    struct random r;
    unsigned same = 0;
    unsigned wrong = 0;
    random_init(&r, 4);
    for (unsigned i = 0; i < HOUSES; i++) {
        char text[3][TEXT];
        char value[3][ADDRESS_HOUSE_MOST];
        struct house h = draw_house(&r);
        struct house other = h;
        write_house(&h, &r, text[0]);
        write_house(&h, &r, text[1]);
        if (random_below(&r, 2))
            other.number += 1 + random_below(&r, 9);
        else
            other.stem = (h.stem + 1) % (sizeof stems / sizeof *stems);
        write_house(&other, &r, text[2]);
        size_t length = value_of(text[0], value[0]);
        for (unsigned t = 1; t < 3; t++)
            value_of(text[t], value[t]);
        same += length && strcmp(value[0], value[1]) == 0;
        wrong += length && strcmp(value[0], value[2]) == 0;
        if (getenv("SHOW") && strcmp(value[0], value[1]) != 0)
            fprintf(stderr, "%s -> %s | %s -> %s\n", text[0], value[0], text[1], value[1]);
    }
    printf("addresses,houses.recall,%.4f\n", (double)same / HOUSES);
    printf("addresses,houses.precision,%.4f\n", (double)same / (same + wrong));
}

enum way { OWN, SLIP, OTHER_NAME, WAYS };

/* The place's own name, or another of it; false where it has none. */
static bool name_of(const struct gazetteer *g, gazetteer_id place, enum way way, struct random *r, char *out)
{
    uint32_t own = g->places[place].name;
    uint32_t last = own;
    while (last + 1 <= g->name_count && g->names[last + 1].place == place && !g->names[last + 1].is_own)
        last++;
    if (way == OTHER_NAME && last == own)
        return false;
    uint32_t name = way == OTHER_NAME ? own + 1 + random_below(r, last - own) : own;
    struct span text = gazetteer_text(g, name);
    if (text.length < (way == SLIP ? 5u : 1u) || text.length >= TEXT)
        return false;
    memcpy(out, text.at, text.length);
    out[text.length] = 0;
    size_t at = 1 + random_below(r, (uint32_t)text.length - 1);
    if (way == SLIP && out[at] >= 'a' && out[at] <= 'z')
        out[at] = out[at] == 'e' ? 'a' : 'e';
    return true;
}

static bool is_in_europe(const char country[2])
{
    static const char codes[] = "BE NL FR DE LU GB IE ES PT IT AT CH PL CZ RO HU DK";
    char code[4] = {country[0], country[1], 0};
    return strstr(codes, code) != NULL;
}

/* One of the places, in proportion to their people. sums: of people up to each place. */
static gazetteer_id draw_place(const uint64_t *sums, uint32_t count, struct random *r)
{
    uint64_t at = (uint64_t)(random_unit(r) * (double)sums[count]);
    uint32_t low = 1;
    uint32_t high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sums[middle] > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static bool measure_towns(const struct gazetteer *g)
{
    static const char *const names[WAYS] = {"plain", "slip", "other-name"};
    struct place_resolver *resolver = place_resolver_new(g, &place_limits_default);
    uint64_t *sums = memory_new((size_t)g->place_count + 1, sizeof *sums);
    bool is_done = resolver && sums;
    for (uint32_t p = 1; is_done && p <= g->place_count; p++) {
        const struct gazetteer_place *place = &g->places[p];
        bool counts = place->population >= LEAST_PEOPLE && is_in_europe(place->country);
        sums[p] = sums[p - 1] + (counts ? place->population : 0);
    }
    for (unsigned way = 0; is_done && way < WAYS; way++) {
        struct random r;
        unsigned asked = 0;
        unsigned right = 0;
        random_init(&r, 5 + way);
        while (is_done && asked < TOWNS) {
            char name[TEXT];
            gazetteer_id place = draw_place(sums, g->place_count, &r);
            if (!name_of(g, place, (enum way)way, &r, name))
                continue;
            struct place_question q = {.name = span_of(name),
                                       .country = {g->places[place].country, 2},
                                       .lat = (double)NAN,
                                       .lon = (double)NAN};
            struct place_answer answer;
            is_done = place_resolve(resolver, &q, &answer);
            asked++;
            right += is_done && answer.place == place && place_is_usable(&answer);
        }
        printf("towns,%s.accuracy,%.4f\n", names[way], (double)right / TOWNS);
    }
    memory_free(sums);
    place_resolver_free(resolver);
    return is_done;
}

int main(void)
{
    struct gazetteer gazetteer;
    measure_houses();
    if (gazetteer_open(&gazetteer, NULL) != BOWLINE_OK)
        return 1;
    bool is_done = measure_towns(&gazetteer);
    gazetteer_release(&gazetteer);
    return is_done ? 0 : 1;
}
