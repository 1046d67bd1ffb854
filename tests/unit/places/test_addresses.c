/* Addresses taken apart, and houses as one value, in the styles of nine countries. */
#include "base/random.h"
#include "places/address.h"
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>

static void addresses_are_taken_apart(void **state)
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
        char parts[300];
        address_parse(span_of(cases[i][0]), (struct span){0}, (struct span){0}, &a);
        bool has_house = a.street[0] && a.number[0];
        snprintf(parts, sizeof parts, "%s|%s|%s|%s|%s", a.street, a.number, a.box, a.postcode, a.city);
        if (strcmp(has_house ? parts : "", cases[i][1]) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", cases[i][0], parts, cases[i][1]);
    }
}

/* The houses of pairs: the same or not. */
static void one_house_is_one_value_however_written(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool is_same;
    } cases[] = {
        {"Meir 12, 2000 Antwerpen", "12 Meir, B-2000 Anvers", true},
        {"Rue de la Loi 16, 1000 Bruxelles", "16, r. de la Loi", true},
        {"Hauptstr. 5, 50667 Köln", "Hauptstraße 5", true},
        {"Boulevard Anspach 10 bte 4", "bd. Anspach 10/4", true},
        {"KERKSTRAAT 7", "Kerkstraat 7", true},
        {"Meir 12 bus 3", "Meir 12 bus 4", false},
        {"Meir 12", "Meir 13", false},
        {"Meir 12", "Meir 12a", false},
        {"Rue Neuve 5", "Avenue Neuve 5", false},
        {"Meir", "Meir", false},
        {"", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct parsed_address parsed;
        char a[ADDRESS_HOUSE_MOST];
        char b[ADDRESS_HOUSE_MOST];
        address_parse(span_of(cases[i].a), (struct span){0}, (struct span){0}, &parsed);
        size_t length = address_house(&parsed, a);
        assert_int_equal(length, strlen(a));
        address_parse(span_of(cases[i].b), (struct span){0}, (struct span){0}, &parsed);
        address_house(&parsed, b);
        if ((length > 0 && strcmp(a, b) == 0) != cases[i].is_same)
            fail_msg("%s: \"%s\", %s: \"%s\"", cases[i].a, a, cases[i].b, b);
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
        char house[ADDRESS_HOUSE_MOST];
        assert_true(address_house(&a, house) < sizeof house && address_house(&b, house) < sizeof house);
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
        cmocka_unit_test(addresses_are_taken_apart),
        cmocka_unit_test(one_house_is_one_value_however_written),
        cmocka_unit_test(cells_go_before_what_the_address_says),
        cmocka_unit_test(broken_addresses_are_no_trouble),
    };
    return cmocka_run_group_tests_name("addresses", tests, NULL, NULL);
}
