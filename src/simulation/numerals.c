/* Numbers as words. Below twenty each has its word; above, tens and units are put together by language. */
#include "simulation/numerals.h"

#include "simulation/lexicon.h"

struct numerals {
    const char *small[20];
    const char *tens[10]; /* from 2 */
    const char *joint;    /* between tens and units */
    bool units_first;
};

/* clang-format off */
static const struct numerals numerals[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"},
                     {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}, "-", false},
    [LANGUAGE_NL] = {{"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
                      "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"},
                     {"", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"}, "en", true},
    [LANGUAGE_FR] = {{"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
                      "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"},
                     {"", "", "vingt", "trente", "quarante", "cinquante", "soixante", "septante", "quatre-vingt", "nonante"}, "-", false},
    [LANGUAGE_DE] = {{"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
                      "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"},
                     {"", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"}, "und", true},
    [LANGUAGE_ES] = {{"cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
                      "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve"},
                     {"", "", "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"}, " y ", false},
    [LANGUAGE_IT] = {{"zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
                      "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"},
                     {"", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"}, "", false},
    [LANGUAGE_PT] = {{"zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze",
                      "treze", "catorze", "quinze", "dezasseis", "dezassete", "dezoito", "dezanove"},
                     {"", "", "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"}, " e ", false},
    [LANGUAGE_RO] = {{"zero", "unu", "doi", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă", "zece", "unsprezece", "doisprezece",
                      "treisprezece", "paisprezece", "cincisprezece", "șaisprezece", "șaptesprezece", "optsprezece", "nouăsprezece"},
                     {"", "", "douăzeci", "treizeci", "patruzeci", "cincizeci", "șaizeci", "șaptezeci", "optzeci", "nouăzeci"}, " și ", false},
    [LANGUAGE_ZH] = {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"},
                     {"", "", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十"}, "", false},
    [LANGUAGE_JA] = {{"ゼロ", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"},
                     {"", "", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十"}, "", false},
    [LANGUAGE_RU] = {{"ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать",
                      "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"},
                     {"", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"}, " ", false},
};

/* clang-format on */

static void write_parts(struct buffer *out, const char *first, const char *joint, const char *second)
{
    buffer_append_text(out, first);
    buffer_append_text(out, joint);
    buffer_append_text(out, second);
}

/* France counts 70 and 90 from sixty and from eighty; 21 takes "et"; a full eighty takes an s. */
static void write_french(struct buffer *out, unsigned number, bool belgian)
{
    const struct numerals *n = &numerals[LANGUAGE_FR];
    unsigned ten = number / 10;
    unsigned rest = number % 10;
    if (!belgian && (ten == 7 || ten == 9)) {
        ten--;
        rest += 10;
    }
    if (rest == 0)
        write_parts(out, n->tens[ten], ten == 8 ? "s" : "", "");
    else
        write_parts(out, n->tens[ten], (rest == 1 || rest == 11) && ten != 8 ? "-et-" : "-", n->small[rest]);
}

/* "drieëntwintig"; "einundzwanzig", where one loses its s. */
static void write_units_first(struct buffer *out, unsigned language, unsigned number)
{
    const struct numerals *n = &numerals[language];
    unsigned unit = number % 10;
    const char *joint = n->joint;
    if (language == LANGUAGE_NL && (unit == 2 || unit == 3))
        joint = "ën";
    write_parts(out, language == LANGUAGE_DE && unit == 1 ? "ein" : n->small[unit], joint,
                n->tens[number / 10]);
}

/* "ventuno", "trentotto": the tens lose their last vowel before one; "ventitré" takes an accent. */
static void write_italian(struct buffer *out, unsigned number)
{
    const struct numerals *n = &numerals[LANGUAGE_IT];
    unsigned unit = number % 10;
    struct span tens = span_of(n->tens[number / 10]);
    tens.length -= unit == 1 || unit == 8;
    buffer_append_span(out, tens);
    buffer_append_text(out, unit == 3 ? "tré" : n->small[unit]);
}

/* "veintiuno", with accents on 22, 23 and 26. */
static void write_spanish_twenties(struct buffer *out, unsigned unit)
{
    static const char *const units[10] = {"",      "uno",  "dós",   "trés", "cuatro",
                                          "cinco", "séis", "siete", "ocho", "nueve"};
    write_parts(out, "veinti", units[unit], "");
}

static bool write_other_zero(struct buffer *out, unsigned language)
{
    const char *word = language == LANGUAGE_EN ? "oh" : language == LANGUAGE_JA ? "〇" : NULL;
    if (word)
        buffer_append_text(out, word);
    return word != NULL;
}

void numeral_write(struct buffer *out, unsigned language, unsigned number, unsigned variant)
{
    const struct numerals *n = &numerals[language];
    if (number == 0 && variant && write_other_zero(out, language))
        return;
    if (number == 1 && variant && language == LANGUAGE_ZH)
        buffer_append_text(out, "幺");
    else if (number < 20)
        buffer_append_text(out, n->small[number]);
    else if (language == LANGUAGE_FR)
        write_french(out, number, variant != 0);
    else if (number % 10 == 0)
        buffer_append_text(out, n->tens[number / 10]);
    else if (n->units_first)
        write_units_first(out, language, number);
    else if (language == LANGUAGE_IT)
        write_italian(out, number);
    else if (language == LANGUAGE_ES && number < 30)
        write_spanish_twenties(out, number % 10);
    else
        write_parts(out, n->tens[number / 10], n->joint, n->small[number % 10]);
}

const char *numeral_plus(unsigned language)
{
    static const char *const words[LANGUAGE_COUNT] = {
        [LANGUAGE_EN] = "plus", [LANGUAGE_NL] = "plus",   [LANGUAGE_FR] = "plus", [LANGUAGE_DE] = "plus",
        [LANGUAGE_ES] = "más",  [LANGUAGE_IT] = "più",    [LANGUAGE_PT] = "mais", [LANGUAGE_RO] = "plus",
        [LANGUAGE_ZH] = "加",   [LANGUAGE_JA] = "プラス", [LANGUAGE_RU] = "плюс"};
    return words[language];
}
