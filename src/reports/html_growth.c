/* Growth in a sentence with its numbers; next places, conflicts and meetings as tables. */
#include "reports/html_parts.h"

#define NEXT_ROWS     16
#define CONFLICT_ROWS 12
#define PHASE_ROWS    40

/* In how many years most sightings are where most of all are. */
static int64_t count_leading(const json_t *years, const char *place)
{
    int64_t count = 0;
    for (size_t i = 0; place && i < json_array_size(years); i++) {
        const char *most = json_text_at(json_array_get(years, i), "most");
        count += most && strcmp(most, place) == 0;
    }
    return count;
}

static void say_bursts(struct page *p, const json_t *bursts)
{
    for (size_t i = 0; i < json_array_size(bursts); i++) {
        const json_t *burst = json_array_get(bursts, i);
        html(p, "<p>More active than usual from ");
        html_string(p, json_text_at(burst, "from"));
        html(p, " to ");
        html_string(p, json_text_at(burst, "to"));
        html_format(p, ": %lld sightings where %lld would be usual (%.1f bits).</p>\n",
                    (long long)json_int_at(burst, "records"), (long long)json_int_at(burst, "expected"),
                    json_real_at(burst, "bits"));
    }
}

static void phase_table(struct page *p, const json_t *list)
{
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    html(p, "<details><summary>How its groups were born, grew, split and merged</summary><div "
            "class=wide><table><caption>"
            "Members that dealt with each other in a half-year, against the half-year before; a group goes "
            "on where the "
            "Jaccard index of its members is 0.3 or more</caption><thead><tr><th scope=col>From</th><th "
            "scope=col>To</th><th "
            "scope=col class=n>Members</th><th scope=col>Event</th><th scope=col class=n>Joined</th><th "
            "scope=col "
            "class=n>Left</th><th scope=col class=n>Jaccard</th><th scope=col>After</th><th "
            "scope=col>Example</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count && i < PHASE_ROWS; i++) {
        const json_t *row = json_array_get(list, i);
        html(p, "<tr>");
        html_element(p, "td", json_text_at(row, "from"));
        html_element(p, "td", json_text_at(row, "to"));
        html_cell_number(p, json_int_at(row, "entities"));
        html_element(p, "td", json_text_at(row, "event"));
        html_cell_number(p, json_int_at(row, "joined"));
        html_cell_number(p, json_int_at(row, "left"));
        html_format(p, "<td class=n>%.2f</td><td>%s</td><td class=id>", json_real_at(row, "jaccard"),
                    json_is_true(json_object_get(row, "ends")) ? "ends" : "");
        html_string(p, json_text_at(row, "record"));
        html(p, "</td></tr>\n");
    }
    html(p, "</tbody></table></div>");
    if (count > PHASE_ROWS)
        html_format(p, "<p class=note>%zu later ones are not shown.</p>", count - PHASE_ROWS);
    html(p, "</details>\n");
}

void html_growth(struct page *p, const json_t *growth)
{
    const json_t *all = json_object_get(growth, "all");
    const json_t *years = json_object_get(growth, "years");
    const char *centre = json_text_at(all, "centre");
    int64_t sightings = json_int_at(all, "sightings");
    int64_t count = (int64_t)json_array_size(years);
    if (!all || sightings == 0)
        return;
    html(p, "<p>");
    html_number(p, sightings);
    html_format(p, " sightings at %lld place%s in %lld year%s: ", (long long)json_int_at(all, "places"),
                plural_of(json_int_at(all, "places")), (long long)count, plural_of(count));
    html_number(p, json_int_at(all, "there"));
    html_format(p, " of them (%lld %%) in ",
                (long long)((json_int_at(all, "there") * 200 + sightings) / (2 * sightings)));
    html_place(p, json_text_at(all, "most"));
    html_format(p, ", which leads in %lld of these years.",
                (long long)count_leading(years, json_text_at(all, "most")));
    if (centre && *centre) {
        html(p, " The centre of gravity is ");
        html_place(p, centre);
        html_format(p, ", %lld km from a sighting on average.", (long long)json_int_at(all, "km"));
    }
    html(p, "</p>\n");
    say_bursts(p, json_object_get(growth, "bursts"));
    phase_table(p, json_object_get(growth, "phases"));
}

static void next_table(struct page *p, const json_t *list)
{
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    html_format(
        p,
        "<details><summary>From one place to the next, as often as it was seen <span class=dim>%zu "
        "ways</span></summary><div class=wide><table><thead><tr><th scope=col>From</th><th scope=col>Next "
        "seen in</th><th scope=col class=n>Moves</th><th scope=col class=n>Days between, "
        "median</th></tr></thead><tbody>\n",
        count);
    for (size_t i = 0; i < count && i < NEXT_ROWS; i++) {
        const json_t *row = json_array_get(list, i);
        html(p, "<tr><td>");
        html_place(p, json_text_at(row, "from"));
        html(p, "</td><td>");
        html_place(p, json_text_at(row, "to"));
        html(p, "</td>");
        html_cell_number(p, json_int_at(row, "moves"));
        html_format(p, "<td class=n>%.1f</td></tr>\n", json_real_at(row, "days"));
    }
    html(p, "</tbody></table></div>");
    if (count > NEXT_ROWS)
        html_format(p, "<p class=note>%zu rarer ones are not shown.</p>", count - NEXT_ROWS);
    html(p, "</details>\n");
}

static void conflict_list(struct page *p, const json_t *list)
{
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    html(p, "<details><summary>What one person cannot have done</summary><ul>\n");
    for (size_t i = 0; i < count && i < CONFLICT_ROWS; i++) {
        const json_t *row = json_array_get(list, i);
        const char *kind = json_text_at(row, "kind");
        bool is_twice = kind && strcmp(kind, "twice") == 0;
        html_format(p, "<li>Entity %lld, %s: %lld pair%s of records, such as ",
                    (long long)json_int_at(row, "entity"),
                    is_twice ? "two places at once" : "too far for the time",
                    (long long)json_int_at(row, "pairs"), plural_of(json_int_at(row, "pairs")));
        html_string(p, json_text_at(row, "from"));
        html(p, " and ");
        html_string(p, json_text_at(row, "to"));
        html_format(p, ", %lld km apart</li>\n", (long long)json_int_at(row, "km"));
    }
    html(p, "</ul><p class=note>Either several people are behind an entity, or records were wrongly put "
            "together.");
    if (count > CONFLICT_ROWS)
        html_format(p, " %zu more are not shown.", count - CONFLICT_ROWS);
    html(p, "</p></details>\n");
}

static void meeting_list(struct page *p, const json_t *list)
{
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    html(p, "<details><summary>Arrivals together</summary><ul>\n");
    for (size_t i = 0; i < count && i < CONFLICT_ROWS; i++) {
        const json_t *row = json_array_get(list, i);
        html_format(p, "<li>Entities %lld and %lld came to a place in the same week %lld times, first to ",
                    (long long)json_int_at(row, "a"), (long long)json_int_at(row, "b"),
                    (long long)json_int_at(row, "times"));
        html_place(p, json_text_at(row, "place"));
        html_format(p, "; %.1f would be chance (%.1f bits)</li>\n", json_real_at(row, "expected"),
                    json_real_at(row, "bits"));
    }
    html(p, "</ul></details>\n");
}

void html_moves(struct page *p, const json_t *object)
{
    next_table(p, json_object_get(object, "next_places"));
    conflict_list(p, json_object_get(object, "conflicts"));
    meeting_list(p, json_object_get(object, "meetings"));
}
