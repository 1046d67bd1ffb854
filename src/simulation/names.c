/* Names of nobody. Parts of a name are drawn from different bits of one hash. */
#include "simulation/names.h"

#include "base/hash.h"
#include "simulation/gazetteer.h"

#define PICK(list, bits) (list)[(bits) % (sizeof(list) / sizeof((list)[0]))]

const char *given_name(uint64_t hash)
{
    static const char *const names[] = {
        "Lena",  "Sofie",  "Nora",   "Elise",   "Julie",  "Clara",   "Mila",   "Eva",     "Laura",   "Anna",
        "Marie", "Louise", "Emma",   "Lucie",   "Alice",  "Camille", "Zoe",    "Lisa",    "Sarah",   "Nina",
        "Ella",  "Olivia", "Maya",   "Luna",    "Iris",   "Vera",    "Rosa",   "Ines",    "Amber",   "Jade",
        "Lotte", "Fien",   "Hanne",  "Tess",    "Fleur",  "Manon",   "Margot", "Chloe",   "Elena",   "Diana",
        "Carla", "Paula",  "Monica", "Silvia",  "Gloria", "Bianca",  "Daria",  "Mira",    "Tara",    "Kim",
        "Sam",   "Robin",  "Alex",   "Charlie", "Noa",    "Billie",  "Jules",  "Andy",    "Kelly",   "Jo",
        "Tom",   "Lucas",  "Noah",   "Victor",  "Arthur", "Louis",   "Hugo",   "Simon",   "Felix",   "Oscar",
        "Max",   "Daan",   "Bram",   "Pieter",  "Wim",    "Jan",     "Karel",  "Paul",    "Marc",    "Luc",
        "Eric",  "Peter",  "Stefan", "Thomas",  "Martin", "David",   "Daniel", "Adam",    "Leo",     "Nico",
        "Ruben", "Ivan",   "Milan",  "Roman",   "Viktor", "Samuel",  "Elias",  "Gabriel", "Raphael", "Julian",
    };
    return PICK(names, hash % 8191);
}

void family_name_write(struct buffer *out, uint64_t hash)
{
    static const char *const first[] = {"Mar", "Del", "Ver",  "Lan", "Bos", "Har", "Cas", "Mon",
                                        "Wel", "Ros", "Ter",  "Bel", "Dor", "Kes", "Pan", "Val",
                                        "Sor", "Lem", "Brin", "Cor", "Dam", "Fer", "Gal", "Hoo",
                                        "Jon", "Kal", "Mer",  "Nor", "Pel", "Ram"};
    static const char *const middle[] = {"",   "te", "ri", "la", "se", "no",  "ma",  "de", "ve", "ni",
                                         "ba", "lo", "re", "ka", "mi", "sta", "che", "go", "pi", "du"};
    static const char *const last[] = {"man",   "sen", "ckx", "let",  "nier", "veld", "berg",
                                       "tti",   "ard", "ens", "mans", "rel",  "den",  "quin",
                                       "voort", "lin", "ner", "rat",  "min",  "beek"};
    buffer_append_text(out, PICK(first, hash & 0xffff));
    buffer_append_text(out, PICK(middle, hash >> 16 & 0xffff));
    buffer_append_text(out, PICK(last, hash >> 32 & 0xffff));
}

void full_name_write(struct buffer *out, uint64_t hash)
{
    buffer_append_text(out, given_name(hash));
    buffer_append_char(out, ' ');
    family_name_write(out, hash_mix(hash));
}

void firm_name_write(struct buffer *out, uint64_t hash)
{
    static const char *const kinds[] = {"BV", "NV", "SRL", "SA", "& Co", "Services", "Group", "Partners"};
    family_name_write(out, hash_mix(hash + 1));
    buffer_append_char(out, ' ');
    buffer_append_text(out, PICK(kinds, hash & 0xffff));
}

static void dutch_street_write(struct buffer *out, uint64_t hash)
{
    static const char *const firsts[] = {
        "Linden", "Kastanje", "Molen",  "Kerk",  "School", "Station", "Beuken", "Wilgen", "Haven", "Markt",
        "Rozen",  "Tuin",     "Bakker", "Weide", "Park",   "Berken",  "Brug",   "Water",  "Noord", "Zuid"};
    static const char *const lasts[] = {"straat", "laan", "weg", "plein", "kaai", "dreef", "hof", "steeg"};
    buffer_append_text(out, PICK(firsts, hash & 0xffff));
    buffer_append_text(out, PICK(lasts, hash >> 16 & 0xffff));
}

static void french_street_write(struct buffer *out, uint64_t hash)
{
    static const char *const firsts[] = {"Rue", "Avenue", "Place", "Quai", "Chemin", "Boulevard"};
    static const char *const lasts[] = {"des Tilleuls",     "du Moulin",  "de la Gare", "de l'Église",
                                        "du Port",          "du Marché",  "des Roses",  "du Parc",
                                        "du Pont",          "des Saules", "de l'École", "des Jardins",
                                        "des Châtaigniers", "du Nord",    "du Midi"};
    buffer_append_text(out, PICK(firsts, hash & 0xffff));
    buffer_append_char(out, ' ');
    buffer_append_text(out, PICK(lasts, hash >> 16 & 0xffff));
}

static void german_street_write(struct buffer *out, uint64_t hash)
{
    static const char *const firsts[] = {
        "Linden", "Kastanien", "Mühlen", "Kirch",  "Schul", "Bahnhof", "Buchen",  "Weiden", "Hafen", "Markt",
        "Rosen",  "Garten",    "Bäcker", "Wiesen", "Park",  "Birken",  "Brücken", "Wasser", "Nord",  "Süd"};
    static const char *const lasts[] = {"straße", "allee", "weg", "platz", "ufer", "gasse"};
    buffer_append_text(out, PICK(firsts, hash & 0xffff));
    buffer_append_text(out, PICK(lasts, hash >> 16 & 0xffff));
}

void street_write(struct buffer *out, uint64_t hash, unsigned country)
{
    if (country == COUNTRY_DE)
        german_street_write(out, hash);
    else if (country == COUNTRY_FR || country == COUNTRY_LU)
        french_street_write(out, hash);
    else
        dutch_street_write(out, hash);
    buffer_format(out, " %u", (unsigned)(1 + (hash >> 32) % 220));
}
