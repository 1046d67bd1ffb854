/* The truth beside the tables, checked against the tables as a reader would: by their bytes. */
#include "case_files.h"

#include <stdio.h>

static const char *const tables[] = {"ads", "stays", "payments", "calls", "premises", "persons"};

enum { TABLES = sizeof tables / sizeof *tables };

struct whole_case {
    struct case_files files;
    struct case_table tables[TABLES];
    struct case_table truth, identifiers, decoys;
};

static struct case_table read_table(const struct case_files *files, const char *name)
{
    char path[40];
    assert_true(snprintf(path, sizeof path, "%s.csv", name) < (int)sizeof path);
    return case_table_read(files, path);
}

static struct whole_case whole_case_make(const struct bowline_simulation *options)
{
    struct whole_case whole = {.files = case_make(options)};
    for (size_t i = 0; i < TABLES; i++)
        whole.tables[i] = read_table(&whole.files, tables[i]);
    whole.truth = read_table(&whole.files, "truth");
    whole.identifiers = read_table(&whole.files, "truth-identifiers");
    whole.decoys = read_table(&whole.files, "truth-decoys");
    return whole;
}

static void whole_case_free(struct whole_case *whole)
{
    for (size_t i = 0; i < TABLES; i++)
        case_table_free(&whole->tables[i]);
    case_table_free(&whole->truth);
    case_table_free(&whole->identifiers);
    case_table_free(&whole->decoys);
    remove_tree(whole->files.path);
}

static const struct case_table *table_named(const struct whole_case *whole, const char *name)
{
    for (size_t i = 0; i < TABLES; i++)
        if (strcmp(tables[i], name) == 0)
            return &whole->tables[i];
    return NULL;
}

static struct bowline_simulation preset(const char *name, uint32_t ads)
{
    struct bowline_simulation options = bowline_simulation_defaults;
    assert_int_equal(bowline_simulation_take_preset(&options, name, NULL), BOWLINE_OK);
    options.ads = ads;
    return options;
}

static void written_stands_in_its_cell(void **state)
{
    (void)state;
    struct bowline_simulation options = preset("hard", 3000);
    struct whole_case whole = whole_case_make(&options);
    size_t hidden = 0;
    for (size_t i = 1; i < whole.identifiers.count; i++) {
        char **line = whole.identifiers.rows[i];
        const struct case_table *table = table_named(&whole, line[0]);
        size_t row = case_row(table, line[1]);
        assert_true(row > 0);
        assert_non_null(strstr(table->rows[row][case_column(table, line[2])], line[7]));
        assert_true(line[4][0] && line[5][0] && line[7][0]);
        assert_int_equal(line[6][0] == '\0', strcmp(line[5], "column") == 0);
        hidden += strcmp(line[5], "column") != 0 && strcmp(line[5], "plain") != 0;
    }
    assert_true(hidden > 500);
    whole_case_free(&whole);
}

/* Each form and each language occurs. */
static void forms_and_languages_occur(void **state)
{
    (void)state;
    static const char *const forms[] = {"column",    "plain", "separated", "spelled",
                                        "letters",   "emoji", "fullwidth", "decorative",
                                        "homoglyph", "split", "mixed",     "at-dot"};
    static const char *const languages[] = {"en", "nl", "fr", "de", "es", "it", "pt", "ro", "zh", "ja", "ru"};
    static const char *const types[] = {"phone",   "email", "handle",   "url",
                                        "account", "plate", "document", "image"};
    struct bowline_simulation options = preset("hard", 3000);
    struct whole_case whole = whole_case_make(&options);
    const struct {
        const char *const *words;
        size_t count;
        unsigned column;
    } lists[] = {{forms, 12, 5}, {languages, 11, 6}, {types, 8, 3}};
    for (size_t list = 0; list < 3; list++)
        for (size_t word = 0; word < lists[list].count; word++) {
            size_t seen = 0;
            for (size_t i = 1; i < whole.identifiers.count; i++)
                seen += strcmp(whole.identifiers.rows[i][lists[list].column], lists[list].words[word]) == 0;
            assert_true(seen >= 10);
        }
    whole_case_free(&whole);
}

static void truth_names_records_that_are_there(void **state)
{
    (void)state;
    struct bowline_simulation options = preset("hard", 2000);
    struct whole_case whole = whole_case_make(&options);
    struct case_table money = read_table(&whole.files, "truth-money");
    size_t rows = 0;
    for (size_t i = 1; i < whole.truth.count; i++) {
        const struct case_table *table = table_named(&whole, whole.truth.rows[i][0]);
        assert_true(!table || case_row(table, whole.truth.rows[i][1]) > 0);
        rows += table != NULL;
    }
    for (size_t i = 0; i < TABLES; i++)
        rows -= whole.tables[i].count - 1;
    assert_int_equal(rows, 0);
    for (size_t i = 1; i < whole.decoys.count; i++)
        assert_true(case_row(table_named(&whole, whole.decoys.rows[i][0]), whole.decoys.rows[i][1]) > 0);
    for (size_t i = 1; i < money.count; i++)
        assert_true(case_row(table_named(&whole, "payments"), money.rows[i][4]) > 0 &&
                    case_row(table_named(&whole, "payments"), money.rows[i][6]) > 0);
    case_table_free(&money);
    whole_case_free(&whole);
}

static long cents(const char *amount)
{
    return (long)(strtod(amount, NULL) * 100 + 0.5);
}

/* What goes on is a little less than what came in, later, and from the same account. */
static void money_routes_are_conserved(void **state)
{
    (void)state;
    struct bowline_simulation options = preset("hard", 6000);
    options.dirt = 0;
    struct whole_case whole = whole_case_make(&options);
    struct case_table money = read_table(&whole.files, "truth-money");
    const struct case_table *payments = table_named(&whole, "payments");
    unsigned amount = case_column(payments, "amount");
    unsigned time = case_column(payments, "time");
    assert_true(money.count > 30);
    for (size_t i = 1; i < money.count;) {
        char **out = payments->rows[case_row(payments, money.rows[i][6])];
        const char *route = money.rows[i][0];
        long in = 0;
        for (; i < money.count && strcmp(money.rows[i][0], route) == 0; i++) {
            char **from = payments->rows[case_row(payments, money.rows[i][4])];
            assert_true(strcmp(from[time], out[time]) <= 0);
            assert_string_equal(from[case_column(payments, "to_account")],
                                out[case_column(payments, "from_account")]);
            in += cents(from[amount]);
        }
        assert_in_range(cents(out[amount]), in * 8 / 10, in);
    }
    case_table_free(&money);
    whole_case_free(&whole);
}

static const char *network_of(const struct whole_case *whole, const char *resource, const char *id)
{
    for (size_t i = 1; i < whole->truth.count; i++)
        if (strcmp(whole->truth.rows[i][1], id) == 0 && strcmp(whole->truth.rows[i][0], resource) == 0)
            return whole->truth.rows[i][3];
    return "";
}

/* A number that stands plainly in an ad of a ring. */
struct plain_use {
    const char *network, *id, *value;
};

static size_t plain_uses(const struct whole_case *whole, struct plain_use *uses)
{
    size_t count = 0;
    for (size_t i = 1; i < whole->identifiers.count; i++) {
        char **line = whole->identifiers.rows[i];
        bool plain = strcmp(line[5], "plain") == 0 || strcmp(line[5], "column") == 0;
        if (strcmp(line[0], "ads") != 0 || strcmp(line[3], "phone") != 0 || !plain)
            continue;
        const char *network = network_of(whole, "ads", line[1]);
        if (*network)
            uses[count++] = (struct plain_use){network, line[1], line[4]};
    }
    return count;
}

/* Whether one of the ad's plain numbers stands in another ad of its ring. */
static bool shares_plain_phone(const struct plain_use *uses, size_t count, const char *network,
                               const char *id)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count && strcmp(uses[i].id, id) == 0; j++)
            if (strcmp(uses[j].id, id) != 0 && strcmp(uses[j].value, uses[i].value) == 0 &&
                strcmp(uses[j].network, network) == 0)
                return true;
    return false;
}

/* The hard preset: of the ads of a ring at most 40 percent carry a plain phone that another of its ads
 * carries. */
static void hard_rings_share_few_phones(void **state)
{
    (void)state;
    enum { RINGS = 4 };
    struct bowline_simulation options = preset("hard", 4000);
    struct whole_case whole = whole_case_make(&options);
    struct plain_use *uses = calloc(whole.identifiers.count, sizeof *uses);
    size_t count = plain_uses(&whole, uses);
    size_t ads[RINGS + 1] = {0};
    size_t sharing[RINGS + 1] = {0};
    for (size_t i = 1; i < whole.truth.count; i++) {
        char **line = whole.truth.rows[i];
        if (strcmp(line[0], "ads") != 0 || !line[3][0])
            continue;
        size_t ring = strtoul(line[3] + 2, NULL, 10);
        ads[ring]++;
        sharing[ring] += shares_plain_phone(uses, count, line[3], line[1]);
    }
    for (size_t ring = 1; ring <= RINGS; ring++) {
        print_message("ring %zu: %zu of %zu ads share a plain phone\n", ring, sharing[ring], ads[ring]);
        assert_true(ads[ring] > 50 && sharing[ring] > 0 && sharing[ring] * 100 <= ads[ring] * 40);
    }
    free(uses);
    whole_case_free(&whole);
}

static void count_decoys(const struct bowline_simulation *options, size_t counts[BOWLINE_DECOYS])
{
    struct case_files files = case_make(options);
    struct case_table decoys = case_table_read(&files, "truth-decoys.csv");
    memset(counts, 0, BOWLINE_DECOYS * sizeof *counts);
    for (size_t i = 1; i < decoys.count; i++)
        for (int kind = 0; kind < BOWLINE_DECOYS; kind++)
            counts[kind] += strcmp(decoys.rows[i][2], bowline_decoy_names[kind]) == 0;
    case_table_free(&decoys);
    remove_tree(files.path);
}

static void each_decoy_has_a_switch(void **state)
{
    (void)state;
    struct bowline_simulation options = preset("hard", 2500);
    size_t counts[BOWLINE_DECOYS];
    count_decoys(&options, counts);
    for (int kind = 0; kind < BOWLINE_DECOYS; kind++)
        assert_true(counts[kind] >= 3);
    for (int off = 0; off < BOWLINE_DECOYS; off++) {
        struct bowline_simulation without = options;
        without.decoys[off] = 0;
        count_decoys(&without, counts);
        for (int kind = 0; kind < BOWLINE_DECOYS; kind++)
            if (kind == off)
                assert_int_equal(counts[kind], 0);
            else if (off != BOWLINE_DECOY_INDEPENDENT) /* others are kinds of independents */
                assert_true(counts[kind] > 0);
    }
    assert_int_equal(bowline_simulation_take_decoys(&options, "all=0", NULL), BOWLINE_OK);
    count_decoys(&options, counts);
    for (int kind = 0; kind < BOWLINE_DECOYS; kind++)
        assert_int_equal(counts[kind], 0);
}

/* Different texts in a column of the ring's rows of a table; counts[i]: how often seen[i] stands there. */
static size_t distinct(const struct whole_case *whole, const char *name, const char *column,
                       const char **seen, size_t *counts)
{
    const struct case_table *table = table_named(whole, name);
    unsigned at = case_column(table, column);
    size_t count = 0;
    for (size_t i = 1; i < whole->truth.count; i++) {
        char **line = whole->truth.rows[i];
        if (strcmp(line[0], name) != 0 || strcmp(line[3], "N-000001") != 0)
            continue;
        const char *cell = table->rows[case_row(table, line[1])][at];
        size_t j = 0;
        while (j < count && strcmp(seen[j], cell) != 0)
            j++;
        assert_true(j < 400);
        if (j == count)
            seen[count++] = cell, counts[j] = 0;
        counts[j]++;
    }
    return count;
}

static size_t count_of(const char *word, const char **seen, const size_t *counts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(seen[i], word) == 0)
            return counts[i];
    return 0;
}

/* The facts that the preset stands for, from the tables alone; dirt would add broken cells. */
static void belgium_is_as_told(void **state)
{
    (void)state;
    struct bowline_simulation options = preset("belgium", 20000);
    options.dirt = 0;
    struct whole_case whole = whole_case_make(&options);
    const char *seen[400];
    size_t counts[400];
    size_t members = 0;
    struct case_table entities = read_table(&whole.files, "truth-entities");
    for (size_t i = 1; i < entities.count; i++)
        members += strcmp(entities.rows[i][1], "ring") == 0 && strcmp(entities.rows[i][2], "N-000001") == 0;
    assert_int_equal(members, 25);
    assert_int_equal(distinct(&whole, "stays", "address", seen, counts), 26);
    assert_true(distinct(&whole, "stays", "guest", seen, counts) > 20);
    assert_true(distinct(&whole, "ads", "website", seen, counts) > 1);
    assert_true(distinct(&whole, "stays", "country", seen, counts) >= 4);
    size_t towns = distinct(&whole, "stays", "place", seen, counts);
    size_t brussels = count_of("Brussels", seen, counts, towns);
    assert_true(count_of("Antwerp", seen, counts, towns) && count_of("Ghent", seen, counts, towns));
    for (size_t i = 0; i < towns; i++)
        assert_true(counts[i] <= brussels);
    const struct case_table *ads = table_named(&whole, "ads");
    assert_true(strncmp(ads->rows[1][1], "2021-0", 6) == 0);
    assert_true(strncmp(ads->rows[ads->count - 1][1], "2025-06", 7) == 0);
    case_table_free(&entities);
    whole_case_free(&whole);
}

/* Swapping words of nationality changes ads.csv alone, and in it these words alone. */
static void swapped_words_change_nothing_else(void **state)
{
    (void)state;
    static const char *const same[] = {"stays.csv",         "payments.csv",          "calls.csv",
                                       "premises.csv",      "persons.csv",           "reports.jsonl",
                                       "truth.csv",         "truth-identifiers.csv", "truth-decoys.csv",
                                       "truth-money.csv",   "truth-circuits.csv",    "truth-entities.csv",
                                       "truth-premises.csv"};
    struct bowline_simulation options = preset("hard", 2000);
    struct case_files plain = case_make(&options);
    options.swap_nationality = true;
    struct case_files swapped = case_make(&options);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        char *a = case_bytes(&plain, same[i]);
        char *b = case_bytes(&swapped, same[i]);
        assert_string_equal(a, b);
        free(a);
        free(b);
    }
    struct case_table a = case_table_read(&plain, "ads.csv");
    struct case_table b = case_table_read(&swapped, "ads.csv");
    size_t changed = 0;
    assert_int_equal(a.count, b.count);
    for (size_t i = 1; i < a.count; i++)
        for (unsigned column = 0; column < a.columns; column++) {
            bool text = strcmp(a.rows[0][column], "text") == 0;
            changed += strcmp(a.rows[i][column], b.rows[i][column]) != 0;
            assert_true(text || strcmp(a.rows[i][column], b.rows[i][column]) == 0);
        }
    assert_in_range(changed, a.count * 9 / 100, a.count * 15 / 100);
    case_table_free(&a);
    case_table_free(&b);
    remove_tree(plain.path);
    remove_tree(swapped.path);
}

/* Of the rows as many are spoilt as asked: another, or there twice. */
static void dirt_is_as_asked(void **state)
{
    (void)state;
    struct bowline_simulation options = preset("hard", 5000);
    options.dirt = 20;
    struct whole_case dirty = whole_case_make(&options);
    options.dirt = 0;
    struct whole_case clean = whole_case_make(&options);
    for (size_t i = 0; i < 4; i++) {
        size_t spoilt = 0;
        const struct case_table *table = &clean.tables[i];
        for (size_t row = 1; row < table->count; row++) {
            size_t other = case_row(&dirty.tables[i], table->rows[row][0]);
            bool same = other > 0;
            for (unsigned column = 0; column < table->columns && same; column++)
                same = strcmp(table->rows[row][column], dirty.tables[i].rows[other][column]) == 0;
            spoilt += !same;
        }
        size_t twice = dirty.tables[i].count - table->count;
        size_t asked = (table->count - 1) * 20 / 100;
        print_message("%s: %zu spoilt and %zu twice of %zu\n", tables[i], spoilt, twice, table->count - 1);
        assert_true(twice > 0);
        assert_in_range(spoilt + twice, asked * 8 / 10, asked * 12 / 10);
    }
    whole_case_free(&dirty);
    whole_case_free(&clean);
}

/* A circuit's places are as many as its ring or tour has, its moves fit its rounds, its dates are in order.
 */
static void circuits_are_whole(void **state)
{
    (void)state;
    struct bowline_simulation options = preset("hard", 4000);
    struct whole_case whole = whole_case_make(&options);
    struct case_table circuits = read_table(&whole.files, "truth-circuits");
    size_t of_rings = 0;
    for (size_t i = 1; i < circuits.count; i++) {
        char **line = circuits.rows[i];
        size_t stops = 1;
        for (const char *c = line[3]; *c; c++)
            stops += *c == ';';
        assert_in_range(stops, 3, 10);
        assert_true(line[1][0] && strcmp(line[4], line[5]) < 0);
        assert_true(strtoul(line[6], NULL, 10) >= 2 && strtoul(line[7], NULL, 10) >= stops);
        of_rings += line[2][0] != '\0';
    }
    assert_true(of_rings > 10 && circuits.count - of_rings > 10);
    case_table_free(&circuits);
    whole_case_free(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_stands_in_its_cell),
        cmocka_unit_test(forms_and_languages_occur),
        cmocka_unit_test(truth_names_records_that_are_there),
        cmocka_unit_test(money_routes_are_conserved),
        cmocka_unit_test(hard_rings_share_few_phones),
        cmocka_unit_test(each_decoy_has_a_switch),
        cmocka_unit_test(belgium_is_as_told),
        cmocka_unit_test(swapped_words_change_nothing_else),
        cmocka_unit_test(dirt_is_as_asked),
        cmocka_unit_test(circuits_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
