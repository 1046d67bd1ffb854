/* Addresses taken apart and compared, in the styles of nine countries. */
#include "base/random.h"
#include "places/address.h"
#include "support/cmocka_all.h"

#include <stdlib.h>

static void addresses_have_keys(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Meir 12", "meir|12|||"},
        {"MEIR 12, 2000 Antwerpen", "meir|12||2000|antwerpen"},
        {"Meir 12 2000 Antwerpen", "meir|12||2000|antwerpen"},
        {"Meir 12 bus 3, B-2000 Antwerpen", "meir|12|3|2000|antwerpen"},
        {"Meir 12/3", "meir|12|3||"},
        {"Meir 12, bus 3", "meir|12|3||"},
        {"12, Meir", "meir|12|||"},
        {"12 Meir", "meir|12|||"},
        {"Meir, 12", "meir|12|||"},
        {"Meir nr. 12", "meir|12|||"},
        {"Rue de la Loi 16", "rue loi|16|||"},
        {"16, rue de la Loi, 1000 Bruxelles", "rue loi|16||1000|bruxelles"},
        {"R. de la Loi 16 bte 4", "rue loi|16|4||"},
        {"12 bis rue de la Paix, 75002 Paris", "rue paix|12bis||75002|paris"},
        {"16a, Rue de la Loi", "rue loi|16a|||"},
        {"Rue de la Loi 16 A", "rue loi|16a|||"},
        {"Rue du 11 Novembre 5", "rue 11 novembre|5|||"},
        {"Hauptstraße 7", "hauptstr|7|||"},
        {"Hauptstr. 5a, 50667 Köln", "hauptstr|5a||50667|koln"},
        {"Haupt Strasse 7", "haupt str|7|||"},
        {"Straße des 17. Juni 135, 10623 Berlin", "str 17 juni|135||10623|berlin"},
        {"Kerkstraat 7-9", "kerkstr|7-9|||"},
        {"Kerkstr. 7, 1012 AB Amsterdam", "kerkstr|7||1012ab|amsterdam"},
        {"Kerkstraat 7, 1012AB Amsterdam", "kerkstr|7||1012ab|amsterdam"},
        {"10 High St., London SW1A 1AA", "high street|10||sw1a1aa|london"},
        {"Flat 2, 10 High Street, Leeds", "high street|10|2||leeds"},
        {"St. Martin's Lane 4", "st martin s lane|4|||"},
        {"Avenue Louise 100", "av louise|100|||"},
        {"Av. Louise 100", "av louise|100|||"},
        {"12, bd. Royal, L-2449 Luxembourg", "bd royal|12||2449|luxembourg"},
        {"Calle Mayor, 5, 3º B, 28013 Madrid", "calle mayor|5|3o b|28013|madrid"},
        {"C/ Mayor 5", "calle mayor|5|||"},
        {"Via Roma, 5 int. 3, 20121 Milano", "via roma|5|3|20121|milano"},
        {"P.za Garibaldi 8", "pl garibaldi|8|||"},
        {"Mariahilfer Straße 12/3/7", "mariahilfer str|12|3 7||"},
        {"Meir", ""},
        {"12", ""},
        {"", ""},
        {"1234567", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct parsed_address a;
        struct buffer key;
        buffer_init(&key, 1000);
        address_parse(span_of(cases[i][0]), (struct span){0}, (struct span){0}, &a);
        address_key(&a, &key);
        buffer_append_char(&key, 0);
        if (strcmp(key.data, cases[i][1]) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", cases[i][0], key.data, cases[i][1]);
        buffer_release(&key);
    }
}

static void addresses_have_grades(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        enum address_grade grade;
    } cases[] = {
        {"Meir 12, 2000 Antwerpen", "12 Meir, B-2000 Anvers", ADDRESS_EXACT},
        {"Rue de la Loi 16, 1000 Bruxelles", "16, r. de la Loi, 1000 Bruxelles", ADDRESS_EXACT},
        {"Hauptstr. 5, 50667 Köln", "Hauptstraße 5, 50667 Koeln", ADDRESS_EXACT},
        {"Haupt Str. 5, 50667 Köln", "Hauptstraße 5, 50667 Köln", ADDRESS_EXACT},
        {"Meir 12", "Meir 12", ADDRESS_CLOSE},
        {"Meir 12, 2000 Antwerpen", "Meir 12a, 2000 Antwerpen", ADDRESS_CLOSE},
        {"Meir 12-14, 2000 Antwerpen", "Meir 14, 2000 Antwerpen", ADDRESS_CLOSE},
        {"Avenue Louise 100, 1050 Bruxelles", "Louise 100, 1050 Bruxelles", ADDRESS_CLOSE},
        {"Kerkstraat 7, 9000 Gent", "Kerkstaat 7, 9000 Gent", ADDRESS_CLOSE},
        {"Meir 12 bus 3, 2000 Antwerpen", "Meir 12 bus 4, 2000 Antwerpen", ADDRESS_HOUSE},
        {"Meir 12 bus 3, 2000 Antwerpen", "Meir 12, 2000 Antwerpen", ADDRESS_EXACT},
        {"Meir 12, 2000 Antwerpen", "Meir 13, 2000 Antwerpen", ADDRESS_STREET},
        {"Meir 12, 2000 Antwerpen", "Kerkstraat 7, 2000 Antwerpen", ADDRESS_TOWN},
        {"Rue Neuve 5, 1000 Bruxelles", "Avenue Neuve 5, 1000 Bruxelles", ADDRESS_TOWN},
        {"Kerkstraat 7, 9000 Gent", "Kerkstraat 7, 2000 Antwerpen", ADDRESS_DIFFERENT},
        {"Meir 12", "Kerkstraat 7", ADDRESS_DIFFERENT},
        {"", "Meir 12", ADDRESS_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct parsed_address a;
        struct parsed_address b;
        address_parse(span_of(cases[i].a), (struct span){0}, (struct span){0}, &a);
        address_parse(span_of(cases[i].b), (struct span){0}, (struct span){0}, &b);
        assert_int_equal(address_compare(&a, &b), address_compare(&b, &a));
        if (address_compare(&a, &b) != cases[i].grade)
            fail_msg("%s / %s: %s, not %s", cases[i].a, cases[i].b,
                     address_grade_name(address_compare(&a, &b)), address_grade_name(cases[i].grade));
    }
}

static void cells_go_before_what_the_address_says(void **state)
{
    (void)state;
    struct parsed_address a;
    address_parse(span_of("Meir 12, 1000 Brussel"), span_of("B-2000"), span_of("Antwerpen"), &a);
    assert_string_equal(a.postcode, "2000");
    assert_string_equal(a.city, "antwerpen");
    assert_string_equal(a.street, "meir");
}

static void broken_addresses_are_no_trouble(void **state)
{
    (void)state;
    struct random random;
    struct parsed_address a;
    struct parsed_address b;
    random_init(&random, 9);
    for (unsigned i = 0; i < 30000; i++) {
        static const char *const bits[] = {"12",     " ",    ",",  "/",  "-",    "bus", "rue",
                                           "straat", "2000", "ab", "3o", "\xff", "st",  "é"};
        char text[200];
        size_t length = 0;
        for (unsigned k = random_below(&random, 24); k-- > 0;) {
            const char *bit = bits[random_below(&random, 14)];
            memcpy(text + length, bit, strlen(bit));
            length += strlen(bit);
        }
        address_parse((struct span){text, length}, (struct span){text, length / 3},
                      (struct span){text, length / 2}, &a);
        address_parse((struct span){text, length}, (struct span){0}, (struct span){0}, &b);
        assert_true(address_compare(&a, &b) <= ADDRESS_DIFFERENT);
        assert_int_equal(address_compare(&a, &b), address_compare(&b, &a));
        assert_true(strlen(a.street) < ADDRESS_STREET_MOST && strlen(a.number) < ADDRESS_NUMBER_MOST);
    }
    char *huge = malloc(1 << 20);
    assert_non_null(huge);
    memset(huge, '7', 1 << 20);
    address_parse((struct span){huge, 1 << 20}, (struct span){huge, 1 << 20}, (struct span){huge, 1 << 20},
                  &a);
    free(huge);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_have_keys),
        cmocka_unit_test(addresses_have_grades),
        cmocka_unit_test(cells_go_before_what_the_address_says),
        cmocka_unit_test(broken_addresses_are_no_trouble),
    };
    return cmocka_run_group_tests_name("addresses", tests, NULL, NULL);
}
