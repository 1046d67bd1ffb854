/* Growth: sightings counted by network, year and place; centres as weighted medoids; bursts as the cheapest
 * path through two states (Kleinberg 2002, batched). */
#include "movement/growth.h"

#include "base/memory.h"
#include "base/sort.h"
#include "places/coordinates.h"

#include <math.h>

const struct growth_options growth_defaults = {.centres = 64, .burst_rate = 2, .burst_cost = 1};

enum { DAY = 86400, MONTHS_MOST = 12 * 400 };

/* Sightings of one network at one place in one month. */
struct count {
    uint32_t network;
    int32_t month;
    place_id place;
    uint32_t sightings;
};

struct growing {
    const struct sighting_table *sightings;
    const uint32_t *network_of;
    const struct growth_options *options;
    struct growth_table *out;
    struct count *counts; /* by network, month, place */
    size_t count;
    uint32_t *all; /* [month - first_month]: records of the case */
    int32_t first_month;
    uint32_t months;
    uint32_t *at_place; /* [place]: of the year at hand */
    place_id *places;   /* those of the year at hand */
    size_t year_capacity, burst_capacity;
};

void growth_table_release(struct growth_table *table)
{
    memory_free(table->years);
    memory_free(table->bursts);
    *table = (struct growth_table){0};
}

static int32_t month_of(int64_t seconds)
{
    int64_t days = seconds >= 0 ? seconds / DAY : -((DAY - 1 - seconds) / DAY);
    struct civil date = calendar_civil(days);
    return (int32_t)(date.year * 12 + date.month - 1);
}

static bool is_counted(const struct growing *g, const struct sighting *s)
{
    return s->place && s->begin != TIME_NONE && g->network_of[s->record];
}

/* Months of the case, as far as they are within four centuries of the first. */
static bool count_all(struct growing *g)
{
    int32_t first = INT32_MAX;
    int32_t last = INT32_MIN;
    for (size_t i = 0; i < g->sightings->count; i++)
        if (is_counted(g, &g->sightings->sightings[i])) {
            int32_t month = month_of(g->sightings->sightings[i].begin);
            first = month < first ? month : first;
            last = month > last ? month : last;
        }
    g->first_month = first;
    g->months = last < first ? 0 : (uint32_t)(last - first < MONTHS_MOST ? last - first + 1 : MONTHS_MOST);
    g->all = memory_new(g->months, sizeof *g->all);
    for (size_t i = 0; g->all && i < g->sightings->count; i++) {
        const struct sighting *s = &g->sightings->sightings[i];
        int64_t at = s->begin == TIME_NONE ? -1 : (int64_t)month_of(s->begin) - first;
        if (at >= 0 && at < g->months)
            g->all[at]++;
    }
    return g->all != NULL;
}

/* Stable sorts, the least weighty key first: place, month, network. */
static bool count_places(struct growing *g)
{
    struct sort_pair *pairs = memory_new(g->sightings->count, sizeof *pairs);
    const struct sighting *all = g->sightings->sightings;
    size_t count = 0;
    for (size_t i = 0; pairs && i < g->sightings->count; i++)
        if (is_counted(g, &all[i]))
            pairs[count++] = (struct sort_pair){all[i].place, i};
    bool is_done = pairs && sort_pairs(pairs, count);
    for (size_t i = 0; is_done && i < count; i++)
        pairs[i].key = (uint64_t)g->network_of[all[pairs[i].value].record] << 32 |
                       (uint32_t)(month_of(all[pairs[i].value].begin) - g->first_month);
    is_done = is_done && sort_pairs(pairs, count);
    g->counts = memory_new(count, sizeof *g->counts);
    is_done = is_done && g->counts;
    for (size_t i = 0; is_done && i < count; i++) {
        struct count c = {(uint32_t)(pairs[i].key >> 32), (int32_t)(uint32_t)pairs[i].key + g->first_month,
                          all[pairs[i].value].place, 1};
        struct count *last = g->count ? &g->counts[g->count - 1] : NULL;
        if (last && last->network == c.network && last->month == c.month && last->place == c.place)
            last->sightings++;
        else
            g->counts[g->count++] = c;
    }
    memory_free(pairs);
    return is_done;
}

/* The places by their sightings, most first: only as many as may be the centre come in order. */
static void order_places(struct growing *g, unsigned count)
{
    for (unsigned i = 0; i < count && i < g->options->centres; i++) {
        unsigned best = i;
        for (unsigned k = i + 1; k < count; k++) {
            uint32_t a = g->at_place[g->places[k]];
            uint32_t b = g->at_place[g->places[best]];
            if (a > b || (a == b && g->places[k] < g->places[best]))
                best = k;
        }
        place_id swap = g->places[i];
        g->places[i] = g->places[best];
        g->places[best] = swap;
    }
}

static void find_centre(const struct growing *g, unsigned count, struct network_year *year)
{
    const struct place *places = g->sightings->places;
    int64_t least = INT64_MAX;
    uint64_t located = 0;
    for (unsigned i = 0; i < count; i++)
        located += isnan(places[g->places[i]].lat) ? 0 : g->at_place[g->places[i]];
    for (unsigned i = 0; located > 0 && i < count && i < g->options->centres; i++) {
        const struct place *from = &places[g->places[i]];
        int64_t metres = 0;
        for (unsigned k = 0; k < count && !isnan(from->lat); k++) {
            const struct place *to = &places[g->places[k]];
            if (!isnan(to->lat))
                metres += lround(coordinates_km(from->lat, from->lon, to->lat, to->lon) * 1000) *
                          (int64_t)g->at_place[g->places[k]];
        }
        if (isnan(from->lat) || metres >= least)
            continue;
        least = metres;
        year->centre = g->places[i];
        year->km = (uint32_t)((uint64_t)metres / located / 1000);
    }
}

/* Counts begin .. end are of one network, and of one year unless year is 0. */
static bool add_year(struct growing *g, size_t begin, size_t end, int32_t year)
{
    struct network_year y = {.network = g->counts[begin].network, .year = year};
    unsigned count = 0;
    for (size_t i = begin; i < end; i++) {
        const struct count *c = &g->counts[i];
        if (g->at_place[c->place] == 0)
            g->places[count++] = c->place;
        g->at_place[c->place] += c->sightings;
        y.sightings += c->sightings;
    }
    order_places(g, count);
    y.places = count;
    y.most = g->places[0];
    y.there = g->at_place[y.most];
    find_centre(g, count, &y);
    for (unsigned i = 0; i < count; i++)
        g->at_place[g->places[i]] = 0;
    if (!memory_reserve(&g->out->years, &g->year_capacity, g->out->year_count + 1, UINT32_MAX))
        return false;
    g->out->years[g->out->year_count++] = y;
    return true;
}

static bool add_years(struct growing *g, size_t begin, size_t end)
{
    bool is_done = add_year(g, begin, end, 0);
    size_t next;
    for (size_t from = begin; is_done && from < end; from = next) {
        int32_t year = g->counts[from].month / 12;
        for (next = from; next < end && g->counts[next].month / 12 == year; next++)
            ;
        is_done = add_year(g, from, next, year);
    }
    return is_done;
}

/* What each month of a network saves at the higher rate, in thousandths of a bit. */
static void weigh_months(const struct growing *g, const uint32_t *of_month, int64_t *saves)
{
    uint64_t own = 0;
    uint64_t all = 0;
    for (uint32_t m = 0; m < g->months; m++) {
        own += of_month[m];
        all += g->all[m];
    }
    double usual = (double)own / (double)all;
    double high = fmin(usual * g->options->burst_rate, 0.9999);
    millibits hit = bits_of_ratio(high / usual);
    for (uint32_t m = 0; m < g->months; m++) {
        double rest = log2((1 - high) / (1 - usual)) * 1000 * (g->all[m] - of_month[m]);
        saves[m] = high > usual && usual < 1 ? (int64_t)hit * of_month[m] + llround(rest) : -1;
    }
}

static bool add_burst(struct growing *g, uint32_t network, const uint32_t *of_month, const int64_t *saves,
                      uint32_t first, uint32_t last)
{
    uint64_t own = 0;
    uint64_t all = 0;
    struct burst b = {.network = network,
                      .first_month = g->first_month + (int32_t)first,
                      .last_month = g->first_month + (int32_t)last};
    int64_t bits = 0;
    for (uint32_t m = 0; m < g->months; m++) {
        own += of_month[m];
        all += g->all[m];
    }
    double expected = 0;
    for (uint32_t m = first; m <= last; m++) {
        b.records += of_month[m];
        bits += saves[m];
        expected += (double)own / (double)all * g->all[m];
    }
    b.expected = (uint32_t)lround(expected);
    b.bits = bits < BITS_MOST ? (millibits)bits : BITS_MOST;
    if (!memory_reserve(&g->out->bursts, &g->burst_capacity, g->out->burst_count + 1, UINT32_MAX))
        return false;
    g->out->bursts[g->out->burst_count++] = b;
    return true;
}

/* The path that saves most: beginning a burst costs, ending one does not. from_high[m]: whether the best way
 * to be usual (bit 0) or high (bit 1) in month m came from high. */
static bool find_bursts(struct growing *g, uint32_t network, const uint32_t *of_month, int64_t *saves,
                        uint8_t *from_high)
{
    int64_t cost = (int64_t)g->options->burst_cost * bits_of_ratio(g->months);
    int64_t usual = 0;
    int64_t high = -cost;
    weigh_months(g, of_month, saves);
    for (uint32_t m = 0; m < g->months; m++) {
        int64_t stay_usual = usual;
        int64_t begin = m ? usual - cost : high;
        int64_t go_on = m ? high : high - 1;
        from_high[m] = (uint8_t)((m && high > stay_usual) | (go_on > begin) << 1);
        usual = m && high > stay_usual ? high : stay_usual;
        high = (go_on > begin ? go_on : begin) + saves[m];
    }
    bool is_high = high > usual;
    uint32_t last = g->months;
    bool is_done = true;
    for (uint32_t m = g->months; is_done && m-- > 0;) {
        bool was_high = m && (from_high[m] >> is_high & 1);
        if (is_high && last == g->months)
            last = m;
        if (is_high && !was_high) {
            is_done = add_burst(g, network, of_month, saves, m, last);
            last = g->months;
        }
        if (!is_high)
            last = g->months;
        is_high = was_high;
    }
    return is_done;
}

/* They were found from the last to the first. */
static void reverse_bursts(struct growth_table *table, size_t from)
{
    for (size_t a = from, b = table->burst_count; a + 1 < b; a++, b--) {
        struct burst swap = table->bursts[a];
        table->bursts[a] = table->bursts[b - 1];
        table->bursts[b - 1] = swap;
    }
}

static bool add_networks(struct growing *g)
{
    uint32_t *of_month = memory_new(g->months, sizeof *of_month);
    int64_t *saves = memory_new(g->months, sizeof *saves);
    uint8_t *from_high = memory_new(g->months, 1);
    bool is_done = of_month && saves && from_high;
    size_t end;
    for (size_t begin = 0; is_done && begin < g->count; begin = end) {
        uint32_t network = g->counts[begin].network;
        size_t first = g->out->burst_count;
        memset(of_month, 0, g->months * sizeof *of_month);
        for (end = begin; end < g->count && g->counts[end].network == network; end++)
            if (g->counts[end].month - g->first_month < (int32_t)g->months)
                of_month[g->counts[end].month - g->first_month] += g->counts[end].sightings;
        is_done = add_years(g, begin, end) && find_bursts(g, network, of_month, saves, from_high);
        reverse_bursts(g->out, first);
    }
    memory_free(of_month);
    memory_free(saves);
    memory_free(from_high);
    return is_done;
}

enum bowline_status growth_table_build(const struct sighting_table *sightings, const uint32_t *network_of,
                                       const struct growth_options *options, struct growth_table *out,
                                       struct bowline_error *err)
{
    struct growing g = {.sightings = sightings, .network_of = network_of, .options = options, .out = out};
    *out = (struct growth_table){0};
    g.at_place = memory_new((size_t)sightings->place_count + 1, sizeof *g.at_place);
    g.places = memory_new((size_t)sightings->place_count + 1, sizeof *g.places);
    bool is_done = g.at_place && g.places && count_all(&g) && count_places(&g) && add_networks(&g);
    memory_free(g.counts);
    memory_free(g.all);
    memory_free(g.at_place);
    memory_free(g.places);
    if (is_done)
        return BOWLINE_OK;
    growth_table_release(out);
    return error_memory(err);
}
