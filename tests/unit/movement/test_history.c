/* Groups by half-year and what became of them: cases made by hand, and a naive twin on random contacts. */
#include "base/memory.h"
#include "base/random.h"
#include "movement/history.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <string.h>

#define DAY      ((int64_t)86400)
#define MOST     500
#define ENTITIES 24
#define WINDOWS  8

struct fixture {
    struct record_table records;
    struct mention_table mentions;
    field_id from, to;
    uint32_t entity_of[2 * MOST + 2], network_of[ENTITIES + 1];
    uint32_t a[MOST + 1], b[MOST + 1];
    int window[MOST + 1];
};

static void fixture_init(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    record_table_init(&f->records);
    resource_id calls = record_table_add_resource(&f->records, "calls", KIND_CALL);
    f->from = record_table_add_field(&f->records, calls, "from", (struct role){PARTY_FROM, TYPE_PHONE}, NULL);
    f->to = record_table_add_field(&f->records, calls, "to", (struct role){PARTY_TO, TYPE_PHONE}, NULL);
    for (uint32_t e = 1; e <= ENTITIES; e++)
        f->network_of[e] = 1 + e % 2;
}

static void call(struct fixture *f, uint32_t a, uint32_t b, int window)
{
    int64_t day = calendar_days((struct civil){2020 + window / 2, window % 2 ? 8 : 2, 3});
    struct record record = {.kind = KIND_CALL, .resource = 1, .begin = day * DAY, .end = day * DAY + 60};
    record_id id = record_table_add(&f->records, &record, span_of("k"));
    assert_true(id && record_table_add_cell(&f->records, f->from, span_of("1")));
    assert_true(record_table_add_cell(&f->records, f->to, span_of("2")));
    f->a[id] = a;
    f->b[id] = b;
    f->window[id] = window;
}

static void finish(struct fixture *f)
{
    assert_int_equal(mention_table_build(&f->records, &f->mentions, NULL), BOWLINE_OK);
    for (uint32_t m = 1; m <= f->mentions.count; m++) {
        const struct mention *mention = &f->mentions.mentions[m];
        f->entity_of[m] = mention->party == PARTY_FROM ? f->a[mention->record] : f->b[mention->record];
    }
}

static enum bowline_status build(const struct fixture *f, struct phase_list *out)
{
    const struct history_inputs inputs = {&f->records, &f->mentions, f->entity_of, f->network_of, ENTITIES};
    return phase_list_build(&inputs, out, NULL);
}

static void fixture_release(struct fixture *f)
{
    record_table_release(&f->records);
    mention_table_release(&f->mentions);
}

/* Even entities are of network 1. */
static void groups_are_born_grow_split_merge_and_end(void **state)
{
    (void)state;
    static struct fixture f;
    struct phase_list list;
    fixture_init(&f);
    call(&f, 2, 4, 0); /* born: 2 4 6 8 */
    call(&f, 6, 4, 0);
    call(&f, 8, 4, 0);
    call(&f, 2, 3, 0); /* 3 is of another network */
    call(&f, 2, 4, 1); /* grows: 2 4 6 8 10 */
    call(&f, 6, 4, 1);
    call(&f, 8, 10, 1);
    call(&f, 10, 4, 1);
    call(&f, 2, 4, 2); /* splits: 2 4, and 6 8 10 */
    call(&f, 6, 8, 2);
    call(&f, 10, 8, 2);
    call(&f, 2, 6, 3); /* merges: 2 4 6 8 10 */
    call(&f, 2, 4, 3);
    call(&f, 6, 8, 3);
    call(&f, 6, 10, 3);
    call(&f, 12, 14, 4); /* born; the other ends */
    finish(&f);
    assert_int_equal(build(&f, &list), BOWLINE_OK);
    static const struct {
        uint32_t entities, joined, left;
        enum phase_event event;
        bool ends;
    } expected[] = {{4, 4, 0, PHASE_BORN, false},   {5, 1, 0, PHASE_GROWS, false},
                    {2, 0, 3, PHASE_SPLITS, false}, {3, 0, 2, PHASE_SPLITS, false},
                    {5, 2, 0, PHASE_MERGES, true},  {2, 2, 0, PHASE_BORN, false}};
    assert_int_equal(list.count, 6);
    for (size_t i = 0; i < list.count; i++) {
        assert_int_equal(list.rows[i].entities, expected[i].entities);
        assert_int_equal(list.rows[i].event, expected[i].event);
        assert_int_equal(list.rows[i].joined, expected[i].joined);
        assert_int_equal(list.rows[i].left, expected[i].left);
        assert_int_equal(list.rows[i].ends, expected[i].ends);
    }
    assert_int_equal(list.rows[1].like, 800);
    assert_int_equal(list.rows[3].record, 10);
    phase_list_release(&list);
    fixture_release(&f);
}

/* Groups in the order of their first records: of equal ones the first counts. */
static void order_groups(const struct fixture *f, int window, uint32_t *groups, unsigned count)
{
    unsigned ordered = 0;
    for (record_id r = 1; r <= f->records.count; r++)
        for (unsigned g = ordered; g < count && f->window[r] == window; g++)
            if (groups[g] >> f->a[r] & groups[g] >> f->b[r] & 1) {
                uint32_t swap = groups[ordered];
                groups[ordered++] = groups[g];
                groups[g] = swap;
                break;
            }
}

/* Sets of entities as bits. */
static unsigned groups_of(const struct fixture *f, uint32_t network, int window, uint32_t *groups)
{
    unsigned count = 0;
    for (record_id r = 1; r <= f->records.count; r++) {
        uint32_t pair = 1u << f->a[r] | 1u << f->b[r];
        if (f->window[r] != window || f->network_of[f->a[r]] != network ||
            f->network_of[f->b[r]] != network || f->a[r] == f->b[r])
            continue;
        unsigned kept = 0;
        for (unsigned g = 0; g < count; g++) {
            if (groups[g] & pair)
                pair |= groups[g];
            else
                groups[kept++] = groups[g];
        }
        groups[kept++] = pair;
        count = kept;
    }
    order_groups(f, window, groups, count);
    return count;
}

static unsigned size_of(uint32_t set)
{
    return (unsigned)__builtin_popcount(set);
}

static enum phase_event naive_event(uint32_t group, const uint32_t *now, unsigned now_count,
                                    const uint32_t *before, unsigned before_count)
{
    uint32_t best = 0;
    unsigned whole = 0;
    unsigned parts = 0;
    for (unsigned g = 0; g < before_count; g++) {
        whole += size_of(before[g] & group) * 2 >= size_of(before[g]);
        if (size_of(before[g] & group) * size_of(best | group) >
            size_of(best & group) * size_of(before[g] | group))
            best = before[g];
    }
    for (unsigned g = 0; g < now_count; g++)
        parts += best && size_of(now[g] & best) * 2 >= size_of(now[g]);
    if (whole >= 2)
        return PHASE_MERGES;
    if (size_of(best & group) * 2 >= size_of(group) && parts >= 2)
        return PHASE_SPLITS;
    if (!best || size_of(best & group) * 1000 / size_of(best | group) < PHASE_LIKE)
        return PHASE_BORN;
    return size_of(group) > size_of(best)   ? PHASE_GROWS
           : size_of(group) < size_of(best) ? PHASE_SHRINKS
                                            : PHASE_GOES_ON;
}

static void check_window(const struct fixture *f, const struct phase_list *list, uint32_t network, int window,
                         unsigned *seen)
{
    uint32_t now[MOST];
    uint32_t before[MOST];
    unsigned now_count = groups_of(f, network, window, now);
    unsigned before_count = window ? groups_of(f, network, window - 1, before) : 0;
    unsigned rows = 0;
    unsigned counts[2][PHASE_SPLITS + 1] = {{0}};
    for (size_t i = 0; i < list->count; i++)
        if (list->rows[i].network == network && list->rows[i].half_year == 2020 * 2 + window) {
            rows++;
            counts[0][list->rows[i].event]++;
        }
    for (unsigned g = 0; g < now_count; g++)
        counts[1][naive_event(now[g], now, now_count, before, before_count)]++;
    assert_int_equal(rows, now_count);
    for (int e = 0; e <= PHASE_SPLITS; e++) {
        assert_int_equal(counts[0][e], counts[1][e]);
        seen[e] += counts[1][e];
    }
}

static void events_are_those_of_the_naive_twin(void **state)
{
    (void)state;
    static struct fixture f;
    struct random r;
    unsigned seen[PHASE_SPLITS + 1] = {0};
    random_init(&r, 3);
    for (int round = 0; round < 60; round++) {
        struct phase_list list;
        fixture_init(&f);
        for (int i = 0; i < 60; i++)
            call(&f, 1 + random_below(&r, ENTITIES), 1 + random_below(&r, ENTITIES),
                 (int)random_below(&r, WINDOWS));
        for (int i = 0; i < 60; i++) { /* some that last */
            uint32_t a = 1 + random_below(&r, 6) * 4;
            call(&f, a, a + 2, (int)random_below(&r, WINDOWS));
        }
        finish(&f);
        assert_int_equal(build(&f, &list), BOWLINE_OK);
        for (uint32_t network = 1; network <= 2; network++)
            for (int window = 0; window < WINDOWS; window++)
                check_window(&f, &list, network, window, seen);
        phase_list_release(&list);
        fixture_release(&f);
    }
    for (int e = 0; e <= PHASE_SPLITS; e++)
        assert_true(seen[e] > 5);
}

static void every_failure_of_memory_is_returned(void **state)
{
    (void)state;
    static struct fixture f;
    fixture_init(&f);
    for (int window = 0; window < 3; window++) {
        call(&f, 2, 4, window);
        call(&f, 6, 8, window);
    }
    finish(&f);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct phase_list list;
        failing_memory_begin(&memory, n);
        enum bowline_status status = build(&f, &list);
        bool has_failed = failing_memory_end(&memory);
        assert_int_equal(status, has_failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        phase_list_release(&list);
        if (!has_failed) {
            assert_true(n > 10);
            break;
        }
    }
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_born_grow_split_merge_and_end),
        cmocka_unit_test(events_are_those_of_the_naive_twin),
        cmocka_unit_test(every_failure_of_memory_is_returned),
    };
    return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
