/* The places of the world. */
#include "simulation/gazetteer.h"

#include <string.h>

const struct place places[PLACE_COUNT] = {
    {"Antwerp", "2000", 512200, 44000, COUNTRY_BE, 40},
    {"Brussels", "1000", 508500, 43500, COUNTRY_BE, 50},
    {"Ghent", "9000", 510500, 37200, COUNTRY_BE, 24},
    {"Bruges", "8000", 512100, 32200, COUNTRY_BE, 10},
    {"Liège", "4000", 506300, 55700, COUNTRY_BE, 16},
    {"Leuven", "3000", 508800, 47000, COUNTRY_BE, 10},
    {"Mechelen", "2800", 510300, 44800, COUNTRY_BE, 8},
    {"Hasselt", "3500", 509300, 53400, COUNTRY_BE, 8},
    {"Kortrijk", "8500", 508300, 32600, COUNTRY_BE, 7},
    {"Charleroi", "6000", 504100, 44400, COUNTRY_BE, 10},
    {"Namur", "5000", 504700, 48700, COUNTRY_BE, 7},
    {"Mons", "7000", 504500, 39500, COUNTRY_BE, 6},
    {"Ostend", "8400", 512200, 29200, COUNTRY_BE, 7},
    {"Genk", "3600", 509700, 55000, COUNTRY_BE, 5},
    {"Aalst", "9300", 509400, 40400, COUNTRY_BE, 6},
    {"Amsterdam", "1012", 523700, 48900, COUNTRY_NL, 14},
    {"Rotterdam", "3011", 519200, 44800, COUNTRY_NL, 12},
    {"Breda", "4811", 515900, 47800, COUNTRY_NL, 6},
    {"Eindhoven", "5611", 514400, 54800, COUNTRY_NL, 7},
    {"Maastricht", "6211", 508500, 56900, COUNTRY_NL, 6},
    {"Tilburg", "5038", 515600, 50900, COUNTRY_NL, 5},
    {"Utrecht", "3511", 520900, 51200, COUNTRY_NL, 7},
    {"Lille", "59000", 506300, 30600, COUNTRY_FR, 12},
    {"Paris", "75001", 488500, 23500, COUNTRY_FR, 10},
    {"Valenciennes", "59300", 503600, 35200, COUNTRY_FR, 4},
    {"Metz", "57000", 491200, 61800, COUNTRY_FR, 4},
    {"Aachen", "52062", 507800, 60800, COUNTRY_DE, 7},
    {"Cologne", "50667", 509400, 69600, COUNTRY_DE, 10},
    {"Düsseldorf", "40213", 512200, 67800, COUNTRY_DE, 8},
    {"Essen", "45127", 514600, 70100, COUNTRY_DE, 5},
    {"Dortmund", "44135", 515100, 74700, COUNTRY_DE, 5},
    {"Luxembourg", "1111", 496100, 61300, COUNTRY_LU, 6},
};

const char *country_name(unsigned country)
{
    static const char *const names[COUNTRY_COUNT] = {"BE", "NL", "FR", "DE", "LU"};
    return names[country];
}

unsigned place_find(const char *name)
{
    unsigned place = 0;
    while (place < PLACE_COUNT && strcmp(places[place].name, name) != 0)
        place++;
    return place;
}
