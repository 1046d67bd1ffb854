/* Presets, shares of decoys and languages as a person writes them. */
#include "simulation/dials.h"

#include "simulation/lexicon.h"
#include "support/cmocka_all.h"

#include <string.h>

static struct bowline_simulation usual(void)
{
    return bowline_simulation_defaults;
}

static void shares_are_read(void **state)
{
    (void)state;
    struct bowline_simulation o = usual();
    assert_int_equal(dials_decoys(&o, "agency=0.07,spam=0,rent=1,touring=0.1234,family=1.0", NULL),
                     BOWLINE_OK);
    assert_int_equal(o.decoys[BOWLINE_DECOY_AGENCY], 700);
    assert_int_equal(o.decoys[BOWLINE_DECOY_SPAM], 0);
    assert_int_equal(o.decoys[BOWLINE_DECOY_RENT], 10000);
    assert_int_equal(o.decoys[BOWLINE_DECOY_TOURING], 1234);
    assert_int_equal(o.decoys[BOWLINE_DECOY_FAMILY], 10000);
    assert_int_equal(o.decoys[BOWLINE_DECOY_PAYROLL], usual().decoys[BOWLINE_DECOY_PAYROLL]);
    assert_int_equal(dials_decoys(&o, "all=0,hotline=0.5", NULL), BOWLINE_OK);
    for (int i = 0; i < BOWLINE_DECOYS; i++)
        assert_int_equal(o.decoys[i], i == BOWLINE_DECOY_HOTLINE ? 5000 : 0);
}

static void wrong_shares_are_told(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "agency",    "agency=",    "agency=2",     "agency=1.1", "agency=0.12345", "agency=.5", "agency=0,5",
        "agency=-1", "nobody=0.1", "agency=0.1=2", "agency=0.x", "=0.1",           "agency=0.", "agency 0.1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct bowline_simulation o = usual();
        struct bowline_error err = {0};
        assert_int_equal(dials_decoys(&o, wrong[i], &err), BOWLINE_ERROR_ARGUMENT);
        assert_true(strlen(err.message) > 10);
    }
}

static void languages_are_read(void **state)
{
    (void)state;
    struct bowline_simulation o = usual();
    assert_int_equal(dials_languages(&o, "fr,ru", NULL), BOWLINE_OK);
    assert_int_equal(o.languages, 1u << LANGUAGE_FR | 1u << LANGUAGE_RU);
    assert_int_equal(dials_languages(&o, "all", NULL), BOWLINE_OK);
    assert_int_equal(o.languages, (1u << LANGUAGE_COUNT) - 1);
    assert_int_equal(dials_languages(&o, "fr,xx", NULL), BOWLINE_ERROR_ARGUMENT);
    assert_int_equal(dials_languages(&o, "fr,fr", NULL), BOWLINE_ERROR_ARGUMENT);
    assert_int_equal(dials_languages(&o, "", NULL), BOWLINE_ERROR_ARGUMENT);
}

static void presets_keep_the_seed(void **state)
{
    (void)state;
    static const char *const names[] = {"tiny", "belgium", "hard"};
    for (size_t i = 0; i < 3; i++) {
        struct bowline_simulation o = usual();
        o.seed = 77;
        assert_int_equal(dials_preset(&o, names[i], NULL), BOWLINE_OK);
        assert_int_equal(o.seed, 77);
        assert_int_equal(dials_settle(&o, NULL), BOWLINE_OK);
    }
    struct bowline_simulation o = usual();
    assert_int_equal(dials_preset(&o, "huge", NULL), BOWLINE_ERROR_ARGUMENT);
}

static void limits_are_kept(void **state)
{
    (void)state;
    struct bowline_simulation wrong[] = {usual(), usual(), usual(), usual(), usual(), usual(), usual()};
    wrong[0].months = 1;
    wrong[1].months = 121;
    wrong[2].languages = 0;
    wrong[3].dirt = 101;
    wrong[4].members = 1;
    wrong[5].centre = "Atlantis";
    wrong[6].decoys[BOWLINE_DECOY_RENT] = 10001;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(dials_settle(&wrong[i], NULL), BOWLINE_ERROR_ARGUMENT);
    struct bowline_simulation open = usual();
    open.rings = UINT32_MAX;
    open.ads = 7000;
    assert_int_equal(dials_settle(&open, NULL), BOWLINE_OK);
    assert_int_equal(open.rings, 7);
    assert_int_equal(open.payments, 3500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_read),    cmocka_unit_test(wrong_shares_are_told),
        cmocka_unit_test(languages_are_read), cmocka_unit_test(presets_keep_the_seed),
        cmocka_unit_test(limits_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
