/* Words of addresses in nine languages and countries. */
#include "places/address_words.h"

#define COUNT_OF(list) (sizeof(list) / sizeof(list)[0])

/* The word, its form. In no order. */
static const char *const street_words[][2] = {
    {"street", "street"}, {"str", "str"},         {"straat", "str"},    {"strasse", "str"},
    {"strase", "str"},    {"rue", "rue"},         {"r", "rue"},         {"avenue", "av"},
    {"ave", "av"},        {"av", "av"},           {"avenida", "av"},    {"avda", "av"},
    {"avd", "av"},        {"boulevard", "bd"},    {"blvd", "bd"},       {"bvd", "bd"},
    {"bld", "bd"},        {"bd", "bd"},           {"boul", "bd"},       {"bulevar", "bd"},
    {"road", "rd"},       {"rd", "rd"},           {"lane", "lane"},     {"drive", "drive"},
    {"close", "close"},   {"court", "court"},     {"ct", "court"},      {"crescent", "crescent"},
    {"cres", "crescent"}, {"gardens", "gardens"}, {"gdns", "gardens"},  {"terrace", "terrace"},
    {"square", "sq"},     {"sq", "sq"},           {"place", "pl"},      {"pl", "pl"},
    {"plein", "pl"},      {"platz", "pl"},        {"plaza", "pl"},      {"pza", "pl"},
    {"piazza", "pl"},     {"p za", "pl"},         {"plaats", "pl"},     {"chaussee", "ch"},
    {"chee", "ch"},       {"steenweg", "stwg"},   {"stwg", "stwg"},     {"stw", "stwg"},
    {"calle", "calle"},   {"c", "calle"},         {"cl", "calle"},      {"via", "via"},
    {"v", "via"},         {"viale", "viale"},     {"vle", "viale"},     {"corso", "corso"},
    {"cso", "corso"},     {"largo", "largo"},     {"paseo", "paseo"},   {"pso", "paseo"},
    {"quai", "quai"},     {"route", "route"},     {"rte", "route"},     {"impasse", "impasse"},
    {"imp", "impasse"},   {"allee", "allee"},     {"all", "allee"},     {"chemin", "chemin"},
    {"che", "chemin"},    {"laan", "laan"},       {"ln", "laan"},       {"weg", "weg"},
    {"dreef", "dreef"},   {"saint", "st"},        {"sint", "st"},       {"sankt", "st"},
    {"ste", "st"},        {"sainte", "st"},       {"st", "st"},         {"damm", "damm"},
    {"gasse", "gasse"},   {"kade", "kade"},       {"gracht", "gracht"}, {"singel", "singel"},
    {"vicolo", "vicolo"}, {"carrer", "calle"},    {"ronda", "ronda"},   {"travesia", "travesia"},
};

/* Ends of words that are streets; "str" may be cut off. */
static const char *const street_endings[][2] = {
    {"strasse", "str"}, {"straat", "str"}, {"str", "str"},   {"steenweg", "stwg"}, {"platz", "pl"},
    {"plein", "pl"},    {"laan", "laan"},  {"plaats", "pl"}, {"weg", "weg"},       {"allee", "allee"},
};

static const char *const articles[] = {"de",  "la",    "le",  "les", "du",  "des", "d",   "l",
                                       "van", "der",   "den", "het", "the", "di",  "del", "della",
                                       "dei", "delle", "do",  "da",  "dos", "von", "vom", "zum",
                                       "zur", "am",    "an",  "im",  "of",  "el",  "los", "las"};

static const char *const box_words[] = {
    "bus",       "bte",    "boite",    "box",     "apt",      "app",     "appt",    "appartement",
    "apartment", "flat",   "unit",     "suite",   "room",     "kamer",   "chambre", "zimmer",
    "wohnung",   "whg",    "top",      "interno", "int",      "scala",   "piso",    "puerta",
    "planta",    "esc",    "escalera", "pta",     "etage",    "et",      "floor",   "verdieping",
    "verd",      "lokaal", "unite",    "bat",     "batiment", "postbus", "bp",      "hs"};

static const char *const number_words[] = {"nr", "no", "num", "numero", "nummer", "n", "number"};

static const char *find_form(const char *const (*list)[2], size_t count, struct span word)
{
    for (size_t i = 0; i < count; i++)
        if (span_equal(word, span_of(list[i][0])))
            return list[i][1];
    return NULL;
}

static bool is_listed(const char *const *list, size_t count, struct span word)
{
    for (size_t i = 0; i < count; i++)
        if (span_equal(word, span_of(list[i])))
            return true;
    return false;
}

const char *address_street_word(struct span word, bool is_last)
{
    if (is_last && span_equal(word, span_of("st")))
        return "street";
    return find_form(street_words, COUNT_OF(street_words), word);
}

size_t address_street_ending(struct span word, const char **form)
{
    for (size_t i = 0; i < COUNT_OF(street_endings); i++) {
        struct span ending = span_of(street_endings[i][0]);
        if (word.length > ending.length + 1 &&
            memcmp(word.at + word.length - ending.length, ending.at, ending.length) == 0) {
            *form = street_endings[i][1];
            return ending.length;
        }
    }
    return 0;
}

bool address_is_article(struct span word)
{
    return is_listed(articles, COUNT_OF(articles), word);
}

bool address_is_box_word(struct span word)
{
    return is_listed(box_words, COUNT_OF(box_words), word);
}

bool address_is_number_word(struct span word)
{
    return is_listed(number_words, COUNT_OF(number_words), word);
}
