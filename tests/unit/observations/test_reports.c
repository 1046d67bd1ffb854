/* Precision and recall on the marked reports: the dev set and the held-out set each by kind. */
#include "marked_reports.h"

#include "places/place_resolver.h"

enum { SETS = 2, KINDS = 4 };

struct tally {
    unsigned marked, found, right;
};

struct measuring {
    struct observer *observer;
    struct tally tally[SETS][KINDS];
    struct tally language[4][SETS];
    const char *show; /* a set whose misses are printed: "dev", "held" or NULL */
};

static bool is_same(const struct observation_list *list, const struct observation *o, const struct mark *mark)
{
    struct span value = {list->pool.data + o->value.at, o->value.length};
    if (o->kind != mark->kind || o->start >= mark->end || mark->start >= o->end)
        return false;
    if (o->kind == OBSERVED_COUNT && (o->count != mark->count || o->qualifier != mark->qualifier))
        return false;
    return span_equal(value, span_of(mark->value));
}

static void show(const struct measuring *m, const struct marked_report *report, const char *what,
                 const struct mark *mark, const struct observation *o, const struct observation_list *list)
{
    if (!m->show || strcmp(m->show, report->is_held ? "held" : "dev") != 0)
        return;
    if (mark)
        print_message("%s %s %s: \"%.*s\" %d %lld %s\n", report->name, what,
                      observation_kind_name(mark->kind), (int)(mark->end - mark->start),
                      report->text + mark->start, mark->qualifier, (long long)mark->count, mark->value);
    else
        print_message("%s %s %s: \"%.*s\" %d %lld %.*s\n", report->name, what, observation_kind_name(o->kind),
                      (int)(o->end - o->start), report->text + o->start, o->qualifier, (long long)o->count,
                      (int)o->value.length, list->pool.data + o->value.at);
}

static void measure(void *context, const char *language, const struct marked_report *report)
{
    struct measuring *m = context;
    struct observation_list list;
    observation_list_init(&list);
    assert_true(observer_read(m->observer, (struct span){report->text, report->length}, report->day,
                              span_of(""), &list));
    unsigned l = strchr("enfd", language[0]) ? (unsigned)(strchr("enfd", language[0]) - "enfd") : 0;
    bool used[MARKS_MOST] = {false};
    for (size_t i = 0; i < list.count; i++) {
        struct tally *t = &m->tally[report->is_held][list.items[i].kind];
        bool is_right = false;
        for (unsigned k = 0; k < report->mark_count && !is_right; k++)
            if (!used[k] && is_same(&list, &list.items[i], &report->marks[k]))
                used[k] = is_right = true;
        t->found++;
        t->right += is_right;
        m->language[l][report->is_held].found++;
        m->language[l][report->is_held].right += is_right;
        if (!is_right)
            show(m, report, "wrong", NULL, &list.items[i], &list);
    }
    for (unsigned k = 0; k < report->mark_count; k++) {
        m->tally[report->is_held][report->marks[k].kind].marked++;
        m->language[l][report->is_held].marked++;
        if (!used[k])
            show(m, report, "missed", &report->marks[k], NULL, &list);
    }
    observation_list_release(&list);
}

static double percent(unsigned part, unsigned whole)
{
    return whole ? 100.0 * part / whole : 100;
}

static void print_tally(const char *set, const char *what, const struct tally *t)
{
    print_message("%-4s %-7s marked %3u found %3u right %3u: precision %6.2f recall %6.2f\n", set, what,
                  t->marked, t->found, t->right, percent(t->right, t->found), percent(t->right, t->marked));
}

static void reports_are_read_as_promised(void **state)
{
    (void)state;
    struct gazetteer gazetteer;
    static struct measuring m;
    assert_int_equal(gazetteer_open(&gazetteer, NULL), BOWLINE_OK);
    struct place_resolver *resolver = place_resolver_new(&gazetteer, &place_limits_default);
    assert_non_null(resolver);
    assert_int_equal(observer_new(resolver, &m.observer, NULL), BOWLINE_OK);
    m.show = getenv("SHOW_MISSES");
    marked_reports_read(measure, &m);
    static const char *const sets[] = {"dev", "held"};
    static const char *const languages[] = {"en", "nl", "fr", "de"};
    for (unsigned s = 0; s < SETS; s++) {
        for (unsigned l = 0; l < 4; l++)
            print_tally(sets[s], languages[l], &m.language[l][s]);
        for (unsigned k = 0; k < KINDS; k++)
            print_tally(sets[s], observation_kind_name(k), &m.tally[s][k]);
    }
    for (unsigned s = 0; s < SETS; s++)
        for (unsigned k = 0; k < KINDS; k++) {
            const struct tally *t = &m.tally[s][k];
            assert_true(t->right * 100 >= t->found * 95);
            assert_true(t->right * 100 >= t->marked * 85);
        }
    observer_free(m.observer);
    place_resolver_free(resolver);
    gazetteer_release(&gazetteer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_are_read_as_promised),
    };
    return cmocka_run_group_tests_name("reports", tests, NULL, NULL);
}
