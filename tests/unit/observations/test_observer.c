/* What is read in a text, and what must not be: traps, broken bytes, long texts, failing memory. */
#include "observations/observation_table.h"
#include "places/place_resolver.h"
#include "support/cmocka_all.h"
#include "support/eager_parallel.h"
#include "support/failing_memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct fixture {
    struct gazetteer gazetteer;
    struct place_resolver *resolver;
    struct observer *observer;
    char said[4096];
};

/* 2025-03-12, a Wednesday. */
#define A_DAY 20159

static int open_all(void **state)
{
    static struct fixture f;
    assert_int_equal(gazetteer_open(&f.gazetteer, NULL), BOWLINE_OK);
    f.resolver = place_resolver_new(&f.gazetteer, &place_limits_default);
    assert_non_null(f.resolver);
    assert_int_equal(observer_new(f.resolver, &f.observer, NULL), BOWLINE_OK);
    *state = &f;
    return 0;
}

static int close_all(void **state)
{
    struct fixture *f = *state;
    observer_free(f->observer);
    place_resolver_free(f->resolver);
    gazetteer_release(&f->gazetteer);
    return 0;
}

/* "count about 12 rooms <source>; ..." */
static const char *read_day(struct fixture *f, const char *text, int64_t day)
{
    struct observation_list list;
    size_t length = 0;
    observation_list_init(&list);
    assert_true(observer_read(f->observer, span_of(text), day, span_of(""), &list));
    f->said[0] = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct observation *o = &list.items[i];
        assert_true(o->start < o->end && o->end <= strlen(text));
        length += (size_t)snprintf(f->said + length, sizeof f->said - length, "%s%s", i ? "; " : "",
                                   observation_kind_name((enum observation_kind)o->kind));
        if (o->kind == OBSERVED_COUNT)
            length += (size_t)snprintf(f->said + length, sizeof f->said - length, " %s %lld",
                                       qualifier_name((enum qualifier)o->qualifier), (long long)o->count);
        length += (size_t)snprintf(f->said + length, sizeof f->said - length, " %.*s", (int)o->value.length,
                                   list.pool.data + o->value.at);
        if (o->attribution.length)
            length += (size_t)snprintf(f->said + length, sizeof f->said - length, " <%.*s>",
                                       (int)o->attribution.length, list.pool.data + o->attribution.at);
    }
    observation_list_release(&list);
    return f->said;
}

static const char *read_text(void **state, const char *text)
{
    return read_day(*state, text, A_DAY);
}

static void counts_keep_their_nouns_and_qualifiers(void **state)
{
    static const char *const cases[][2] = {
        {"The police found 25 people at the hotel.", "count exact 25 people"},
        {"It was said that more than 20 victims were there.", "count more than 20 victims"},
        {"The group had up to 1,200 clients.", "count up to 1200 clients"},
        {"They paid 1.5 million euros to the owner.", "count exact 1500000 eur"},
        {"They paid $12,000 for the house and the car.", "count exact 12000 usd"},
        {"One hundred and twenty-five suspected victims were in the rooms.", "count exact 125 victims"},
        {"De politie vond vijfentwintig vrouwen in de woning.", "count exact 25 vrouwen"},
        {"Het ging om ongeveer 12.500 euro en de rest van het geld.", "count about 12500 eur"},
        {"Er was één slachtoffer in de kamer, en het was koud.", "count exact 1 slachtoffer"},
        {"La police a trouvé quatre-vingt-dix-sept victimes dans les hôtels.", "count exact 97 victimes"},
        {"Une vingtaine de personnes ont été entendues par la police.", "count about 20 personnes"},
        {"Le réseau a gagné 45 000 euros dans la ville.", "count exact 45000 eur"},
        {"Die Polizei fand einundzwanzig Frauen in der Wohnung.", "count exact 21 frauen"},
        {"Es waren mindestens 1.200 Fälle in dem Jahr.", "count at least 1200 falle"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(read_text(state, cases[i][0]), cases[i][1]);
}

/* Times, ages, measures, ranges, and words about where people come from are no counts of anything. */
static void what_is_unsure_is_left_out(void **state)
{
    static const char *const traps[] = {
        "The man was sentenced to 9 years in prison and to 30 days at home.",
        "A 34-year-old man and the 12-member board were there.",
        "Between 20 and 30 of them were in the room at 9:30.",
        "It was 20 to 30 people who were in the house.",
        "The police found 12 Ruritanian women in the house.",
        "The car drove 40 kilometers at 120 km per hour to the border.",
        "The law of 1995 and article 433 are the basis of the case.",
        "In 2024 the number was 12 percent of the total.",
        "Dozens of victims were in the house, and many of the workers.",
        "De man van 34 jaar reed 120 kilometer per uur op de weg.",
        "Het artikel 12 van de wet en de 3de kamer van het hof.",
        "Un homme de 52 ans a été vu à 20 h 30 dans le quartier.",
        "Die Tat war um 20 Uhr 30 in der Straße 12 und hat 3 Prozent.",
        "Call 0470 12 34 56 for the details of the case.",
        "The room 12 and the page 7 of the file.",
    };
    for (size_t i = 0; i < sizeof traps / sizeof traps[0]; i++)
        assert_string_equal(read_text(state, traps[i]), "");
}

static void days_are_those_of_the_report(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(read_text(state, "It was found on Tuesday."), "date 2025-03-11");
    assert_string_equal(read_text(state, "It was found on Wednesday."), "date 2025-03-12");
    assert_string_equal(read_text(state, "It was found yesterday in the morning."), "date 2025-03-11");
    assert_string_equal(read_text(state, "The trial of the man is next Monday."), "");
    assert_string_equal(read_text(state, "It was on 24 December that he left."), "date 2024-12-24");
    assert_string_equal(read_text(state, "It was on the 31 February 2024 that he left."), "");
    assert_string_equal(read_text(state, "The file of 2024-11-05 is in the case."), "date 2024-11-05");
    assert_string_equal(read_text(state, "Der Mann wurde am 3. März 2025 in der Wohnung gesehen."),
                        "date 2025-03-03");
    assert_string_equal(read_day(f, "It was found on Tuesday.", INT64_MIN), "");
    assert_string_equal(read_day(f, "It was found on 4 March.", INT64_MIN), "");
    assert_string_equal(read_day(f, "It was found on 4 March 2024.", INT64_MIN), "date 2024-03-04");
}

static void places_stand_where_places_can(void **state)
{
    assert_string_equal(read_text(state, "The house was in Ghent, and the owner was from Leeds."),
                        "place be:gent; place gb:leeds");
    assert_string_equal(read_text(state, "He was seen in Ghent, Bruges and Liège."),
                        "place be:gent; place be:brugge; place be:liege");
    /* Names of people, months, words, organisations. */
    assert_string_equal(read_text(state, "Jack London and Paris Hilton were there with the man."), "");
    assert_string_equal(read_text(state, "In March the man was with the Manchester United team."), "");
    assert_string_equal(read_text(state, "De zaak van Jan van Gent is voor het hof."), "");
    assert_string_equal(read_text(state, "Das Haus war in Essen, und der Mann ist beim Essen."),
                        "place de:essen");
}

static void sources_are_those_who_speak(void **state)
{
    assert_string_equal(
        read_text(state, "The prosecutor's office said on Monday that 12 victims were found."),
        "source prosecutor s office; date 2025-03-10 <prosecutor s office>; count exact 12 victims "
        "<prosecutor s office>");
    assert_string_equal(read_text(state, "A witness told the AP that the house was empty."),
                        "source witness; source associated press");
    assert_string_equal(read_text(state, "The house was, per Reuters, empty."), "source reuters");
    assert_string_equal(read_text(state, "Selon la police, la maison était vide."), "source police");
    assert_string_equal(read_text(state, "Das sagte eine Sprecherin der Polizei am Montag."),
                        "source sprecherin der polizei; date 2025-03-10 <sprecherin der polizei>");
    assert_string_equal(read_text(state, "Dat meldt het parket van de stad."), "source parket van de stad");
    assert_string_equal(read_text(state, "The police found the house and the court was closed."), "");
}

static void broken_and_other_texts_are_no_trouble(void **state)
{
    assert_string_equal(read_text(state, ""), "");
    assert_string_equal(read_text(state, "\xff\xfe\x80 the \xc3 12 \xf0\x9f victims of the \x80"), "");
    assert_string_equal(read_text(state, "\xd0\xa1\xd0\xbb\xd0\xbe\xd0\xb2\xd0\xbe 12"), "");
    assert_string_equal(read_text(state, "the 99999999999999999999999999 victims of the case"), "");
    assert_string_equal(read_text(state, "the 0 victims and 1,2,3 victims and 1.2.3 victims"), "");
}

/* Time grows with the bytes: ten times the text takes less than twenty times as long. */
static double time_of(struct fixture *f, const char *unit, size_t bytes)
{
    struct observation_list list;
    struct timespec begin;
    struct timespec end;
    size_t step = strlen(unit);
    char *text = malloc(bytes + step);
    assert_non_null(text);
    for (size_t at = 0; at < bytes; at += step)
        memcpy(text + at, unit, step);
    observation_list_init(&list);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
    assert_true(observer_read(f->observer, (struct span){text, bytes}, A_DAY, span_of(""), &list));
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    observation_list_release(&list);
    free(text);
    return (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) * 1e-9;
}

static void long_texts_take_linear_time(void **state)
{
    static const char *const units[] = {"the police of the police said ",
                                        "12 ",
                                        "1.234",
                                        "Ghent, ",
                                        "said the police ",
                                        "in ",
                                        "more than ",
                                        "A. "};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        double small = time_of(*state, units[i], 40000);
        double large = time_of(*state, units[i], 400000);
        if (large > 20 * small + 0.05)
            fail_msg("\"%s\": %.3f s, then %.3f s", units[i], small, large);
    }
}

static void make_reports(struct record_table *records)
{
    static const char *const texts[] = {
        "GHENT (AP) - Police in Ghent found 14 victims in 3 houses on Tuesday, the prosecutor's office said.",
        ("GHENT (Reuters) - Police in Ghent found 14 victims in 3 houses on Tuesday, the prosecutor's office "
         "said. The owner was not there."),
        "The prosecutor's office said that a man of the city had sold 14 victims a ticket to the coast.",
        "Nothing of the kind."};
    record_table_init(records);
    resource_id r = record_table_add_resource(records, "reports", KIND_REPORT);
    field_id field = record_table_add_field(records, r, "text", (struct role){PARTY_AUTHOR, TYPE_TEXT}, NULL);
    for (size_t i = 0; i < 4; i++) {
        const struct record record = {.kind = KIND_REPORT,
                                      .resource = r,
                                      .begin = A_DAY * (int64_t)86400,
                                      .end = (A_DAY + 1) * (int64_t)86400};
        assert_int_not_equal(record_table_add(records, &record, span_of("k")), 0);
        assert_true(record_table_add_cell(records, field, span_of(texts[i])));
    }
}

static void reports_of_one_source_are_one(void **state)
{
    struct fixture *f = *state;
    struct record_table records;
    struct template_table templates;
    struct observation_table serial;
    struct observation_table threaded;
    const struct parallel eager = eager_parallel(4);
    make_reports(&records);
    template_table_init(&templates);
    assert_int_equal(
        observation_table_build(&records, &templates, &f->gazetteer, &parallel_serial, &serial, NULL),
        BOWLINE_OK);
    assert_int_equal(serial.report_count, 3);
    assert_int_equal(serial.reports[0].origin, 1);
    assert_int_equal(serial.reports[1].origin, 1);
    assert_int_equal(serial.reports[2].origin, 3);
    assert_int_equal(observation_table_build(&records, &templates, &f->gazetteer, &eager, &threaded, NULL),
                     BOWLINE_OK);
    assert_int_equal(threaded.count, serial.count);
    for (size_t i = 0; i < serial.count; i++)
        assert_true(span_equal(observation_text(&serial, serial.items[i].what.value),
                               observation_text(&threaded, threaded.items[i].what.value)));
    observation_table_release(&serial);
    observation_table_release(&threaded);
    record_table_release(&records);
}

static void failing_memory_is_said(void **state)
{
    struct fixture *f = *state;
    struct record_table records;
    struct template_table templates;
    make_reports(&records);
    template_table_init(&templates);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct observation_table table;
        failing_memory_begin(&memory, n);
        enum bowline_status status =
            observation_table_build(&records, &templates, &f->gazetteer, &parallel_serial, &table, NULL);
        if (!failing_memory_end(&memory)) {
            assert_int_equal(status, BOWLINE_OK);
            observation_table_release(&table);
            break;
        }
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
    }
    record_table_release(&records);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_keep_their_nouns_and_qualifiers),
        cmocka_unit_test(what_is_unsure_is_left_out),
        cmocka_unit_test(days_are_those_of_the_report),
        cmocka_unit_test(places_stand_where_places_can),
        cmocka_unit_test(sources_are_those_who_speak),
        cmocka_unit_test(broken_and_other_texts_are_no_trouble),
        cmocka_unit_test(long_texts_take_linear_time),
        cmocka_unit_test(reports_of_one_source_are_one),
        cmocka_unit_test(failing_memory_is_said),
    };
    return cmocka_run_group_tests_name("observer", tests, open_all, close_all);
}
