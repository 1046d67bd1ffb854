/* Which place a cell means: names in many languages, slips, several of one name. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/random.h"
#include "places/fold.h"
#include "places/near_names.h"
#include "places_fixture.h"
#include "support/failing_memory.h"

#include <stdlib.h>

static void names_of_many_languages_are_one_place(void **state)
{
    struct places_fixture *f = *state;
    FILE *file = fopen(TEST_DATA "/places/names.tsv", "r");
    char line[400];
    unsigned asked = 0;
    unsigned wrong = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        char *country = strchr(line, '\t');
        char *name = country ? strchr(country + 1, '\t') : NULL;
        assert_non_null(name);
        *country++ = *name++ = 0;
        name[strcspn(name, "\n")] = 0;
        struct place_question q = places_ask(country, name);
        struct place_answer answer;
        const char *key = places_key(f, &q, &answer);
        asked++;
        if (strcmp(key, line) != 0) {
            wrong++;
            print_message("%s %s: %s, not %s\n", country, name, key, line);
        }
    }
    fclose(file);
    print_message("%u names asked, %u wrong\n", asked, wrong);
    assert_true(asked > 500);
    assert_int_equal(wrong, 0);
}

static const char *ask(struct places_fixture *f, const char *country, const char *name)
{
    struct place_answer answer;
    struct place_question q = places_ask(country, name);
    return places_key(f, &q, &answer);
}

static enum place_surety surety(struct places_fixture *f, const char *country, const char *name)
{
    struct place_answer answer;
    struct place_question q = places_ask(country, name);
    assert_true(place_resolve(f->resolver, &q, &answer));
    return (enum place_surety)answer.surety;
}

static void slips_are_read_where_one_place_is_meant(void **state)
{
    struct places_fixture *f = *state;
    assert_string_equal(ask(f, "BE", "Antwerpn"), "be:antwerp");
    assert_string_equal(ask(f, "BE", "Leuvne"), "be:leuven");
    assert_string_equal(ask(f, "Belgium", "Charelroi"), "be:charleroi");
    assert_string_equal(ask(f, "NL", "Rotterdm"), "nl:rotterdam");
    assert_string_equal(ask(f, "NL", "Amstredamm"), "nl:amsterdam");
    assert_string_equal(ask(f, "DE", "Dusseldrof"), "de:dusseldorf");
    assert_string_equal(ask(f, "", "Rotterdma"), "nl:rotterdam");
    assert_int_equal(surety(f, "BE", "Leuvne"), PLACE_LIKELY);
    /* Too short, too far, or against the country. */
    assert_string_equal(ask(f, "BE", "Gnet"), "");
    assert_string_equal(ask(f, "BE", "Leuvxyn"), "");
    assert_string_equal(ask(f, "JP", "Antwerpn"), "");
    assert_string_equal(ask(f, "", "Wonderland"), "");
}

static void several_places_of_one_name_are_told_apart(void **state)
{
    struct places_fixture *f = *state;
    assert_string_equal(ask(f, "GB", "Newport"), "gb:newport");
    assert_int_equal(surety(f, "", "Birmingham"), PLACE_UNSURE);
    assert_int_equal(surety(f, "", "Springfield"), PLACE_UNSURE);
    assert_int_equal(surety(f, "", "Leeds"), PLACE_SURE);
    assert_string_equal(ask(f, "FR", "Hal"), "");
    assert_string_equal(ask(f, "", "Frankfurt (Oder), Germany"), "de:frankfurt oder");
    /* A point, or a place beside it, decides. */
    struct place_question q = places_ask("US", "Springfield");
    struct place_answer answer;
    q.lat = 39.8;
    q.lon = -89.6;
    assert_string_equal(places_key(f, &q, &answer), "us:springfield.il");
    q = places_ask("US", "Springfield");
    const gazetteer_id chicopee = gazetteer_of_key(&f->gazetteer, span_of("us:chicopee"));
    assert_int_not_equal(chicopee, 0);
    q.beside = &chicopee;
    q.beside_count = 1;
    assert_string_equal(places_key(f, &q, &answer), "us:springfield.ma");
    assert_int_equal(answer.surety, PLACE_LIKELY);
}

static void countries_and_texts_are_no_towns(void **state)
{
    struct places_fixture *f = *state;
    assert_string_equal(ask(f, "", "Belgium"), "");
    assert_string_equal(ask(f, "BE", "Germany"), "");
    assert_string_equal(ask(f, "", "Luxembourg"), "lu:luxembourg");
    assert_string_equal(ask(f, "", ""), "");
    assert_string_equal(ask(f, "BE", ", ; /"), "");
    assert_string_equal(ask(f, "\xff\xfe", "\xc3\x28\x80 \xf0\x9f"), "");
    char *huge = malloc(1 << 20);
    assert_non_null(huge);
    memset(huge, 'a', (1 << 20) - 1);
    huge[(1 << 20) - 1] = 0;
    assert_string_equal(ask(f, "BE", huge), "");
    assert_string_equal(ask(f, huge, "Antwerp"), "");
    free(huge);
}

static void every_place_has_a_key_of_its_own(void **state)
{
    struct places_fixture *f = *state;
    const struct gazetteer *g = &f->gazetteer;
    assert_true(g->place_count > 90000);
    for (gazetteer_id id = 1; id <= g->place_count; id++) {
        buffer_reset(&f->key);
        gazetteer_key(g, id, &f->key);
        assert_int_equal(gazetteer_of_key(g, buffer_all(&f->key)), id);
        assert_true(fabs(gazetteer_lat(g, id)) <= 90 && fabs(gazetteer_lon(g, id)) <= 180);
    }
    assert_int_equal(gazetteer_of_key(g, span_of("be:nowhere at all")), 0);
    assert_int_equal(gazetteer_of_key(g, span_of("be")), 0);
}

static void names_are_folded_as_questions_are(void **state)
{
    struct places_fixture *f = *state;
    const struct gazetteer *g = &f->gazetteer;
    for (uint32_t n = 1; n <= g->name_count; n++) {
        buffer_reset(&f->key);
        place_fold(gazetteer_text(g, n), &f->key);
        if (!span_equal(buffer_all(&f->key), gazetteer_text(g, n)))
            fail_msg("%.*s is not folded", (int)g->names[n].length, gazetteer_text(g, n).at);
        assert_int_equal(g->names[gazetteer_find(g, gazetteer_text(g, n))].length, g->names[n].length);
    }
}

/* The least distance, and a sum over the names at it, by comparing with all of them. */
struct nearest {
    unsigned slips;
    uint64_t names;
};

static void see(void *context, uint32_t name, unsigned slips)
{
    struct nearest *n = context;
    n->slips = slips;
    (void)name;
}

static bool is_compared(struct span s)
{
    for (size_t i = 0; i < s.length; i++)
        if (s.at[i] != ' ' && (s.at[i] < 'a' || s.at[i] > 'z'))
            return false;
    return s.length >= NEAR_SHORTEST && s.length <= NEAR_LONGEST;
}

static unsigned naive_nearest(const struct gazetteer *g, struct span text)
{
    unsigned best = text.length >= NEAR_SHORTEST_TWICE ? 2 : 1;
    unsigned found = 0;
    for (uint32_t n = 1; n <= g->name_count; n++) {
        if (!is_compared(gazetteer_text(g, n)))
            continue;
        unsigned slips = near_slips(gazetteer_text(g, n), text, best);
        if (slips && slips <= best) {
            found = best = slips;
        }
    }
    return found;
}

static void mistype(struct random *random, char *text, size_t *length)
{
    size_t at = random_below(random, (uint32_t)*length);
    char letter = (char)('a' + random_below(random, 26));
    switch (random_below(random, 4)) {
    case 0: text[at] = letter; break;
    case 1:
        memmove(text + at, text + at + 1, *length - at - 1);
        --*length;
        break;
    case 2:
        memmove(text + at + 1, text + at, *length - at);
        text[at] = letter;
        ++*length;
        break;
    default:
        if (at + 1 < *length) {
            char c = text[at];
            text[at] = text[at + 1];
            text[at + 1] = c;
        }
    }
}

static void slips_are_found_as_by_comparing_with_all(void **state)
{
    struct places_fixture *f = *state;
    const struct gazetteer *g = &f->gazetteer;
    struct near_names near;
    struct random random;
    random_init(&random, 7);
    assert_true(near_names_build(g, &near));
    unsigned found = 0;
    for (unsigned i = 0; i < 120; i++) {
        char text[NEAR_LONGEST + 4];
        struct span name = gazetteer_text(g, 1 + random_below(&random, g->name_count));
        size_t length = name.length;
        if (!is_compared(name) || length > NEAR_LONGEST - 3)
            continue;
        memcpy(text, name.at, length);
        for (unsigned k = 0; k < 1 + i % 3; k++)
            mistype(&random, text, &length);
        struct span typed = {text, length};
        if (gazetteer_find(g, typed) || !is_compared(typed))
            continue;
        struct nearest nearest = {0};
        near_names_find(g, &near, typed, see, &nearest);
        assert_int_equal(nearest.slips, naive_nearest(g, typed));
        found += nearest.slips > 0;
    }
    assert_true(found > 40);
    near_names_release(&near);
}

enum way { PLAIN, SLIPS, OTHER_LANGUAGE, WAYS };

static bool is_near(const char country[2])
{
    static const char near[] = "AT BE CH CZ DE DK ES FR GB IE IT LU NL PL PT RO SE";
    for (const char *at = near; *at; at += at[2] ? 3 : 2)
        if (memcmp(at, country, 2) == 0)
            return true;
    return false;
}

/* Writes the place in that way; false where it has none. */
static bool write_place(const struct gazetteer *g, gazetteer_id id, enum way way, struct random *random,
                        char *text)
{
    uint32_t name = g->places[id].name;
    while (way == OTHER_LANGUAGE && name < g->name_count && g->names[name + 1].place == id &&
           (g->names[name].is_own || random_below(random, 4)))
        name++;
    struct span written = gazetteer_text(g, name);
    size_t length = written.length;
    memcpy(text, written.at, length);
    if ((way == SLIPS && !is_compared(written)) || (way == OTHER_LANGUAGE && g->names[name].is_own))
        return false;
    for (unsigned k = 0; way == SLIPS && k < 1u + (length >= 10); k++)
        mistype(random, text, &length);
    text[length] = 0;
    return way != SLIPS || length >= NEAR_SHORTEST;
}

struct tally {
    unsigned asked[WAYS], right[WAYS];
};

/* Towns of 20,000 or more, drawn by their people, asked for in three ways. */
static void count_right(struct places_fixture *f, bool near_only, struct tally *tally)
{
    const struct gazetteer *g = &f->gazetteer;
    struct random random;
    random_init(&random, 11);
    *tally = (struct tally){0};
    while (tally->asked[PLAIN] < 3000) {
        gazetteer_id id = 1 + random_below(&random, g->place_count);
        const struct gazetteer_place *place = &g->places[id];
        if (place->population < 20000 || random_below(&random, 500000) > place->population ||
            (near_only && !is_near(place->country)))
            continue;
        for (unsigned way = 0; way < WAYS; way++) {
            char text[UINT8_MAX + 4];
            const char country[3] = {place->country[0], place->country[1], 0};
            if (!write_place(g, id, (enum way)way, &random, text))
                continue;
            struct place_question q = places_ask(country, text);
            struct place_answer answer;
            assert_true(place_resolve(f->resolver, &q, &answer));
            tally->asked[way]++;
            tally->right[way] += answer.place == id && place_is_usable(&answer);
        }
    }
}

static void accuracy_is_as_promised(void **state)
{
    static const char *const ways[WAYS] = {"plain", "with slips", "in other languages"};
    static const unsigned least_percent[WAYS] = {98, 90, 90};
    for (unsigned near_only = 0; near_only < 2; near_only++) {
        struct tally t;
        count_right(*state, near_only, &t);
        for (unsigned way = 0; way < WAYS; way++) {
            print_message("%s, %s: %u of %u right, %.2f %%\n", near_only ? "Europe" : "world", ways[way],
                          t.right[way], t.asked[way], 100.0 * t.right[way] / t.asked[way]);
            assert_true(!near_only || t.right[way] * 100 >= t.asked[way] * least_percent[way]);
        }
    }
}

static void nicknames_are_added(void **state)
{
    struct places_fixture *f = *state;
    struct gazetteer *g = &f->gazetteer;
    gazetteer_id antwerp = gazetteer_of_key(g, span_of("be:antwerp"));
    assert_true(gazetteer_add_name(g, span_of("the old dock quarter"), antwerp));
    uint32_t count = g->name_count;
    assert_true(gazetteer_add_name(g, span_of("the old dock quarter"), antwerp));
    assert_int_equal(g->name_count, count);
    assert_string_equal(ask(f, "BE", "The Old Dock Quarter"), "be:antwerp");
}

static void failing_memory_is_said(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct gazetteer g;
        bool is_done = false;
        failing_memory_begin(&memory, n);
        enum bowline_status status = gazetteer_open(&g, NULL);
        if (status == BOWLINE_OK) {
            struct place_resolver *r = place_resolver_new(&g, &place_limits_default);
            struct place_question q = places_ask("BE", "Leuvne 3000");
            struct place_answer answer;
            is_done = r && place_resolve(r, &q, &answer);
            place_resolver_free(r);
            gazetteer_release(&g);
        }
        if (!failing_memory_end(&memory)) {
            assert_true(is_done);
            break;
        }
        if (is_done)
            fail_msg("request %lu failed in silence", n);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_many_languages_are_one_place),
        cmocka_unit_test(slips_are_read_where_one_place_is_meant),
        cmocka_unit_test(several_places_of_one_name_are_told_apart),
        cmocka_unit_test(countries_and_texts_are_no_towns),
        cmocka_unit_test(every_place_has_a_key_of_its_own),
        cmocka_unit_test(names_are_folded_as_questions_are),
        cmocka_unit_test(slips_are_found_as_by_comparing_with_all),
        cmocka_unit_test(accuracy_is_as_promised),
        cmocka_unit_test(nicknames_are_added),
        cmocka_unit_test(failing_memory_is_said),
    };
    return cmocka_run_group_tests_name("resolver", tests, places_open, places_close);
}
