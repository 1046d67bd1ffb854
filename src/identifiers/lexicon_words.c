/* Words by language, folded: lower case, no accents. Numerals as dictionaries and telephone operators have
 * them, with regional and spoken forms (septante, zwo, unspe). */
#include "identifiers/lexicon.h"

const struct lexicon_row lexicon_rows[] = {
    /* zero */
    {LEXEME_UNIT, 0, 0, LANG_EN | LANG_FR | LANG_IT | LANG_PT | LANG_RO, "zero"},
    {LEXEME_UNIT, 0, 0, LANG_EN, "oh nought naught"},
    {LEXEME_UNIT, 0, 0, LANG_NL, "nul nil"},
    {LEXEME_UNIT, 0, 0, LANG_DE, "null"},
    {LEXEME_UNIT, 0, 0, LANG_ES, "cero"},
    {LEXEME_UNIT, 0, 0, LANG_RU, "ноль нуль ноля нуля"},
    {LEXEME_UNIT, 0, 0, LANG_JA, "ゼロ ぜろ まる マル れい レイ"},
    /* English */
    {LEXEME_UNIT, 0, 1, LANG_EN, "one"},
    {LEXEME_UNIT, 0, 2, LANG_EN, "two"},
    {LEXEME_UNIT, 0, 3, LANG_EN, "three"},
    {LEXEME_UNIT, 0, 4, LANG_EN, "four"},
    {LEXEME_UNIT, 0, 5, LANG_EN, "five"},
    {LEXEME_UNIT, 0, 6, LANG_EN | LANG_FR, "six"},
    {LEXEME_UNIT, 0, 7, LANG_EN, "seven"},
    {LEXEME_UNIT, 0, 8, LANG_EN, "eight"},
    {LEXEME_UNIT, 0, 9, LANG_EN, "nine niner"},
    {LEXEME_TEEN, 0, 10, LANG_EN, "ten"},
    {LEXEME_TEEN, 0, 11, LANG_EN, "eleven"},
    {LEXEME_TEEN, 0, 12, LANG_EN, "twelve"},
    {LEXEME_TEEN, 0, 13, LANG_EN, "thirteen"},
    {LEXEME_TEEN, 0, 14, LANG_EN, "fourteen"},
    {LEXEME_TEEN, 0, 15, LANG_EN, "fifteen"},
    {LEXEME_TEEN, 0, 16, LANG_EN, "sixteen"},
    {LEXEME_TEEN, 0, 17, LANG_EN, "seventeen"},
    {LEXEME_TEEN, 0, 18, LANG_EN, "eighteen"},
    {LEXEME_TEEN, 0, 19, LANG_EN, "nineteen"},
    {LEXEME_TENS, 0, 20, LANG_EN, "twenty"},
    {LEXEME_TENS, 0, 30, LANG_EN, "thirty"},
    {LEXEME_TENS, 0, 40, LANG_EN, "forty fourty"},
    {LEXEME_TENS, 0, 50, LANG_EN, "fifty"},
    {LEXEME_TENS, 0, 60, LANG_EN, "sixty"},
    {LEXEME_TENS, 0, 70, LANG_EN, "seventy"},
    {LEXEME_TENS, 0, 80, LANG_EN, "eighty"},
    {LEXEME_TENS, 0, 90, LANG_EN, "ninety"},
    {LEXEME_HUNDRED, 0, 100, LANG_EN, "hundred"},
    /* Dutch */
    {LEXEME_UNIT, 0, 1, LANG_NL, "een"},
    {LEXEME_UNIT, 0, 2, LANG_NL, "twee"},
    {LEXEME_UNIT, 0, 3, LANG_NL, "drie"},
    {LEXEME_UNIT, 0, 4, LANG_NL | LANG_DE, "vier"},
    {LEXEME_UNIT, 0, 5, LANG_NL, "vijf vyf"},
    {LEXEME_UNIT, 0, 6, LANG_NL, "zes"},
    {LEXEME_UNIT, 0, 7, LANG_NL, "zeven"},
    {LEXEME_UNIT, 0, 8, LANG_NL | LANG_DE, "acht"},
    {LEXEME_UNIT, 0, 9, LANG_NL, "negen"},
    {LEXEME_TEEN, 0, 10, LANG_NL, "tien"},
    {LEXEME_TEEN, 0, 11, LANG_NL | LANG_DE, "elf"},
    {LEXEME_TEEN, 0, 12, LANG_NL, "twaalf"},
    {LEXEME_TEEN, 0, 13, LANG_NL, "dertien"},
    {LEXEME_TEEN, 0, 14, LANG_NL, "veertien"},
    {LEXEME_TEEN, 0, 15, LANG_NL, "vijftien"},
    {LEXEME_TEEN, 0, 16, LANG_NL, "zestien"},
    {LEXEME_TEEN, 0, 17, LANG_NL, "zeventien"},
    {LEXEME_TEEN, 0, 18, LANG_NL, "achttien"},
    {LEXEME_TEEN, 0, 19, LANG_NL, "negentien"},
    {LEXEME_TENS, 0, 20, LANG_NL, "twintig"},
    {LEXEME_TENS, 0, 30, LANG_NL, "dertig"},
    {LEXEME_TENS, 0, 40, LANG_NL, "veertig"},
    {LEXEME_TENS, 0, 50, LANG_NL, "vijftig"},
    {LEXEME_TENS, 0, 60, LANG_NL, "zestig"},
    {LEXEME_TENS, 0, 70, LANG_NL, "zeventig"},
    {LEXEME_TENS, 0, 80, LANG_NL, "tachtig"},
    {LEXEME_TENS, 0, 90, LANG_NL, "negentig"},
    {LEXEME_HUNDRED, 0, 100, LANG_NL, "honderd"},
    /* French; soixante-dix and quatre-vingt are put together in spoken.c */
    {LEXEME_UNIT, 0, 1, LANG_FR | LANG_RO, "un"},
    {LEXEME_UNIT, 0, 1, LANG_FR, "une"},
    {LEXEME_UNIT, 0, 2, LANG_FR, "deux"},
    {LEXEME_UNIT, 0, 3, LANG_FR, "trois"},
    {LEXEME_UNIT, 0, 4, LANG_FR, "quatre"},
    {LEXEME_UNIT, 0, 5, LANG_FR, "cinq"},
    {LEXEME_UNIT, 0, 7, LANG_FR, "sept"},
    {LEXEME_UNIT, 0, 8, LANG_FR, "huit"},
    {LEXEME_UNIT, 0, 9, LANG_FR, "neuf"},
    {LEXEME_TEEN, 0, 10, LANG_FR, "dix"},
    {LEXEME_TEEN, 0, 11, LANG_FR | LANG_PT, "onze"},
    {LEXEME_TEEN, 0, 12, LANG_FR, "douze"},
    {LEXEME_TEEN, 0, 13, LANG_FR, "treize"},
    {LEXEME_TEEN, 0, 14, LANG_FR | LANG_PT, "quatorze"},
    {LEXEME_TEEN, 0, 15, LANG_FR | LANG_PT, "quinze"},
    {LEXEME_TEEN, 0, 16, LANG_FR, "seize"},
    {LEXEME_TENS, 0, 20, LANG_FR, "vingt vingts"},
    {LEXEME_TENS, 0, 30, LANG_FR, "trente"},
    {LEXEME_TENS, 0, 40, LANG_FR, "quarante"},
    {LEXEME_TENS, 0, 50, LANG_FR, "cinquante"},
    {LEXEME_TENS, 0, 60, LANG_FR, "soixante"},
    {LEXEME_TENS, 0, 70, LANG_FR, "septante"},
    {LEXEME_TENS, 0, 80, LANG_FR, "huitante octante"},
    {LEXEME_TENS, 0, 90, LANG_FR, "nonante"},
    {LEXEME_HUNDRED, 0, 100, LANG_FR, "cent cents"},
    /* German */
    {LEXEME_UNIT, 0, 1, LANG_DE, "eins"},
    {LEXEME_UNIT, 1, 1, LANG_DE, "ein"},
    {LEXEME_UNIT, 0, 2, LANG_DE, "zwei zwo"},
    {LEXEME_UNIT, 0, 3, LANG_DE, "drei"},
    {LEXEME_UNIT, 0, 5, LANG_DE, "funf fuenf"},
    {LEXEME_UNIT, 0, 6, LANG_DE, "sechs"},
    {LEXEME_UNIT, 0, 7, LANG_DE, "sieben"},
    {LEXEME_UNIT, 0, 9, LANG_DE, "neun"},
    {LEXEME_TEEN, 0, 10, LANG_DE, "zehn"},
    {LEXEME_TEEN, 0, 12, LANG_DE, "zwolf zwoelf"},
    {LEXEME_TEEN, 0, 13, LANG_DE, "dreizehn"},
    {LEXEME_TEEN, 0, 14, LANG_DE, "vierzehn"},
    {LEXEME_TEEN, 0, 15, LANG_DE, "funfzehn fuenfzehn"},
    {LEXEME_TEEN, 0, 16, LANG_DE, "sechzehn"},
    {LEXEME_TEEN, 0, 17, LANG_DE, "siebzehn"},
    {LEXEME_TEEN, 0, 18, LANG_DE, "achtzehn"},
    {LEXEME_TEEN, 0, 19, LANG_DE, "neunzehn"},
    {LEXEME_TENS, 0, 20, LANG_DE, "zwanzig"},
    {LEXEME_TENS, 0, 30, LANG_DE, "dreisig dreissig"},
    {LEXEME_TENS, 0, 40, LANG_DE, "vierzig"},
    {LEXEME_TENS, 0, 50, LANG_DE, "funfzig fuenfzig"},
    {LEXEME_TENS, 0, 60, LANG_DE, "sechzig"},
    {LEXEME_TENS, 0, 70, LANG_DE, "siebzig"},
    {LEXEME_TENS, 0, 80, LANG_DE, "achtzig"},
    {LEXEME_TENS, 0, 90, LANG_DE, "neunzig"},
    {LEXEME_HUNDRED, 0, 100, LANG_DE, "hundert"},
    /* Spanish */
    {LEXEME_UNIT, 0, 1, LANG_ES | LANG_IT, "uno"},
    {LEXEME_UNIT, 0, 1, LANG_ES | LANG_IT | LANG_RO, "una"},
    {LEXEME_UNIT, 0, 2, LANG_ES, "dos"},
    {LEXEME_UNIT, 0, 3, LANG_ES | LANG_PT, "tres"},
    {LEXEME_UNIT, 0, 4, LANG_ES, "cuatro"},
    {LEXEME_UNIT, 0, 5, LANG_ES | LANG_PT, "cinco"},
    {LEXEME_UNIT, 0, 6, LANG_ES | LANG_PT, "seis"},
    {LEXEME_UNIT, 0, 7, LANG_ES, "siete"},
    {LEXEME_UNIT, 0, 8, LANG_ES, "ocho"},
    {LEXEME_UNIT, 0, 9, LANG_ES, "nueve"},
    {LEXEME_TEEN, 0, 10, LANG_ES, "diez"},
    {LEXEME_TEEN, 0, 11, LANG_ES, "once"},
    {LEXEME_TEEN, 0, 12, LANG_ES, "doce"},
    {LEXEME_TEEN, 0, 13, LANG_ES, "trece"},
    {LEXEME_TEEN, 0, 14, LANG_ES, "catorce"},
    {LEXEME_TEEN, 0, 15, LANG_ES, "quince"},
    {LEXEME_TEEN, 0, 16, LANG_ES, "dieciseis"},
    {LEXEME_TEEN, 0, 17, LANG_ES, "diecisiete"},
    {LEXEME_TEEN, 0, 18, LANG_ES, "dieciocho"},
    {LEXEME_TEEN, 0, 19, LANG_ES, "diecinueve"},
    {LEXEME_TENS, 0, 20, LANG_ES, "veinte"},
    {LEXEME_TENS, 1, 20, LANG_ES, "veinti"},
    {LEXEME_TENS, 0, 30, LANG_ES, "treinta"},
    {LEXEME_TENS, 0, 40, LANG_ES, "cuarenta"},
    {LEXEME_TENS, 0, 50, LANG_ES, "cincuenta"},
    {LEXEME_TENS, 0, 60, LANG_ES, "sesenta"},
    {LEXEME_TENS, 0, 70, LANG_ES | LANG_PT, "setenta"},
    {LEXEME_TENS, 0, 80, LANG_ES, "ochenta"},
    {LEXEME_TENS, 0, 90, LANG_ES | LANG_PT, "noventa"},
    {LEXEME_HUNDREDS, 0, 100, LANG_ES, "cien ciento"},
    {LEXEME_HUNDREDS, 0, 200, LANG_ES, "doscientos"},
    {LEXEME_HUNDREDS, 0, 300, LANG_ES, "trescientos"},
    {LEXEME_HUNDREDS, 0, 400, LANG_ES, "cuatrocientos"},
    {LEXEME_HUNDREDS, 0, 500, LANG_ES, "quinientos"},
    {LEXEME_HUNDREDS, 0, 600, LANG_ES, "seiscientos"},
    {LEXEME_HUNDREDS, 0, 700, LANG_ES, "setecientos"},
    {LEXEME_HUNDREDS, 0, 800, LANG_ES, "ochocientos"},
    {LEXEME_HUNDREDS, 0, 900, LANG_ES, "novecientos"},
    /* Italian */
    {LEXEME_UNIT, 0, 2, LANG_IT, "due"},
    {LEXEME_UNIT, 0, 3, LANG_IT, "tre"},
    {LEXEME_UNIT, 0, 4, LANG_IT, "quattro"},
    {LEXEME_UNIT, 0, 5, LANG_IT, "cinque"},
    {LEXEME_UNIT, 0, 6, LANG_IT, "sei"},
    {LEXEME_UNIT, 0, 7, LANG_IT, "sette"},
    {LEXEME_UNIT, 0, 8, LANG_IT, "otto"},
    {LEXEME_UNIT, 0, 9, LANG_IT | LANG_PT, "nove"},
    {LEXEME_TEEN, 0, 10, LANG_IT, "dieci"},
    {LEXEME_TEEN, 0, 11, LANG_IT, "undici"},
    {LEXEME_TEEN, 0, 12, LANG_IT, "dodici"},
    {LEXEME_TEEN, 0, 13, LANG_IT, "tredici"},
    {LEXEME_TEEN, 0, 14, LANG_IT, "quattordici"},
    {LEXEME_TEEN, 0, 15, LANG_IT, "quindici"},
    {LEXEME_TEEN, 0, 16, LANG_IT, "sedici"},
    {LEXEME_TEEN, 0, 17, LANG_IT, "diciassette"},
    {LEXEME_TEEN, 0, 18, LANG_IT, "diciotto"},
    {LEXEME_TEEN, 0, 19, LANG_IT, "diciannove"},
    {LEXEME_TENS, 0, 20, LANG_IT, "venti"},
    {LEXEME_TENS, 1, 20, LANG_IT, "vent"},
    {LEXEME_TENS, 0, 30, LANG_IT, "trenta"},
    {LEXEME_TENS, 1, 30, LANG_IT, "trent"},
    {LEXEME_TENS, 0, 40, LANG_IT, "quaranta"},
    {LEXEME_TENS, 1, 40, LANG_IT, "quarant"},
    {LEXEME_TENS, 0, 50, LANG_IT, "cinquanta"},
    {LEXEME_TENS, 1, 50, LANG_IT, "cinquant"},
    {LEXEME_TENS, 0, 60, LANG_IT, "sessanta"},
    {LEXEME_TENS, 1, 60, LANG_IT, "sessant"},
    {LEXEME_TENS, 0, 70, LANG_IT, "settanta"},
    {LEXEME_TENS, 1, 70, LANG_IT, "settant"},
    {LEXEME_TENS, 0, 80, LANG_IT, "ottanta"},
    {LEXEME_TENS, 1, 80, LANG_IT, "ottant"},
    {LEXEME_TENS, 0, 90, LANG_IT, "novanta"},
    {LEXEME_TENS, 1, 90, LANG_IT, "novant"},
    {LEXEME_HUNDRED, 0, 100, LANG_IT, "cento"},
    /* Portuguese */
    {LEXEME_UNIT, 0, 1, LANG_PT, "um uma"},
    {LEXEME_UNIT, 0, 2, LANG_PT, "dois duas"},
    {LEXEME_UNIT, 0, 4, LANG_PT, "quatro"},
    {LEXEME_UNIT, 0, 6, LANG_PT, "meia"},
    {LEXEME_UNIT, 0, 7, LANG_PT, "sete"},
    {LEXEME_UNIT, 0, 8, LANG_PT, "oito"},
    {LEXEME_TEEN, 0, 10, LANG_PT, "dez"},
    {LEXEME_TEEN, 0, 12, LANG_PT, "doze"},
    {LEXEME_TEEN, 0, 13, LANG_PT, "treze"},
    {LEXEME_TEEN, 0, 14, LANG_PT, "catorze"},
    {LEXEME_TEEN, 0, 16, LANG_PT, "dezesseis dezasseis"},
    {LEXEME_TEEN, 0, 17, LANG_PT, "dezessete dezassete"},
    {LEXEME_TEEN, 0, 18, LANG_PT, "dezoito"},
    {LEXEME_TEEN, 0, 19, LANG_PT, "dezenove dezanove"},
    {LEXEME_TENS, 0, 20, LANG_PT, "vinte"},
    {LEXEME_TENS, 0, 30, LANG_PT, "trinta"},
    {LEXEME_TENS, 0, 40, LANG_PT, "quarenta"},
    {LEXEME_TENS, 0, 50, LANG_PT, "cinquenta"},
    {LEXEME_TENS, 0, 60, LANG_PT, "sessenta"},
    {LEXEME_TENS, 0, 80, LANG_PT, "oitenta"},
    {LEXEME_HUNDREDS, 0, 100, LANG_PT, "cem"},
    {LEXEME_HUNDREDS, 0, 200, LANG_PT, "duzentos"},
    {LEXEME_HUNDREDS, 0, 300, LANG_PT, "trezentos"},
    {LEXEME_HUNDREDS, 0, 400, LANG_PT, "quatrocentos"},
    {LEXEME_HUNDREDS, 0, 500, LANG_PT, "quinhentos"},
    {LEXEME_HUNDREDS, 0, 600, LANG_PT, "seiscentos"},
    {LEXEME_HUNDREDS, 0, 700, LANG_PT, "setecentos"},
    {LEXEME_HUNDREDS, 0, 800, LANG_PT, "oitocentos"},
    {LEXEME_HUNDREDS, 0, 900, LANG_PT, "novecentos"},
    /* Romanian */
    {LEXEME_UNIT, 0, 1, LANG_RO, "unu"},
    {LEXEME_UNIT, 0, 2, LANG_RO, "doi doua"},
    {LEXEME_UNIT, 0, 3, LANG_RO, "trei"},
    {LEXEME_UNIT, 0, 4, LANG_RO, "patru"},
    {LEXEME_UNIT, 0, 5, LANG_RO, "cinci"},
    {LEXEME_UNIT, 0, 6, LANG_RO, "sase"},
    {LEXEME_UNIT, 0, 7, LANG_RO, "sapte"},
    {LEXEME_UNIT, 0, 8, LANG_RO, "opt"},
    {LEXEME_UNIT, 0, 9, LANG_RO, "noua"},
    {LEXEME_TEEN, 0, 10, LANG_RO, "zece"},
    {LEXEME_TEEN, 0, 11, LANG_RO, "unsprezece unspe"},
    {LEXEME_TEEN, 0, 12, LANG_RO, "doisprezece douasprezece doispe"},
    {LEXEME_TEEN, 0, 13, LANG_RO, "treisprezece treispe"},
    {LEXEME_TEEN, 0, 14, LANG_RO, "paisprezece patrusprezece paispe"},
    {LEXEME_TEEN, 0, 15, LANG_RO, "cincisprezece cinspe"},
    {LEXEME_TEEN, 0, 16, LANG_RO, "saisprezece saispe"},
    {LEXEME_TEEN, 0, 17, LANG_RO, "saptesprezece saptespe"},
    {LEXEME_TEEN, 0, 18, LANG_RO, "optsprezece optspe"},
    {LEXEME_TEEN, 0, 19, LANG_RO, "nouasprezece nouaspe"},
    {LEXEME_TENS, 0, 20, LANG_RO, "douazeci"},
    {LEXEME_TENS, 0, 30, LANG_RO, "treizeci"},
    {LEXEME_TENS, 0, 40, LANG_RO, "patruzeci"},
    {LEXEME_TENS, 0, 50, LANG_RO, "cincizeci"},
    {LEXEME_TENS, 0, 60, LANG_RO, "saizeci"},
    {LEXEME_TENS, 0, 70, LANG_RO, "saptezeci"},
    {LEXEME_TENS, 0, 80, LANG_RO, "optzeci"},
    {LEXEME_TENS, 0, 90, LANG_RO, "nouazeci"},
    {LEXEME_HUNDRED, 0, 100, LANG_RO, "sute suta"},
    /* Russian */
    {LEXEME_UNIT, 0, 1, LANG_RU, "один одна"},
    {LEXEME_UNIT, 0, 2, LANG_RU, "два две"},
    {LEXEME_UNIT, 0, 3, LANG_RU, "три"},
    {LEXEME_UNIT, 0, 4, LANG_RU, "четыре"},
    {LEXEME_UNIT, 0, 5, LANG_RU, "пять"},
    {LEXEME_UNIT, 0, 6, LANG_RU, "шесть"},
    {LEXEME_UNIT, 0, 7, LANG_RU, "семь"},
    {LEXEME_UNIT, 0, 8, LANG_RU, "восемь"},
    {LEXEME_UNIT, 0, 9, LANG_RU, "девять"},
    {LEXEME_TEEN, 0, 10, LANG_RU, "десять"},
    {LEXEME_TEEN, 0, 11, LANG_RU, "одиннадцать"},
    {LEXEME_TEEN, 0, 12, LANG_RU, "двенадцать"},
    {LEXEME_TEEN, 0, 13, LANG_RU, "тринадцать"},
    {LEXEME_TEEN, 0, 14, LANG_RU, "четырнадцать"},
    {LEXEME_TEEN, 0, 15, LANG_RU, "пятнадцать"},
    {LEXEME_TEEN, 0, 16, LANG_RU, "шестнадцать"},
    {LEXEME_TEEN, 0, 17, LANG_RU, "семнадцать"},
    {LEXEME_TEEN, 0, 18, LANG_RU, "восемнадцать"},
    {LEXEME_TEEN, 0, 19, LANG_RU, "девятнадцать"},
    {LEXEME_TENS, 0, 20, LANG_RU, "двадцать"},
    {LEXEME_TENS, 0, 30, LANG_RU, "тридцать"},
    {LEXEME_TENS, 0, 40, LANG_RU, "сорок"},
    {LEXEME_TENS, 0, 50, LANG_RU, "пятьдесят"},
    {LEXEME_TENS, 0, 60, LANG_RU, "шестьдесят"},
    {LEXEME_TENS, 0, 70, LANG_RU, "семьдесят"},
    {LEXEME_TENS, 0, 80, LANG_RU, "восемьдесят"},
    {LEXEME_TENS, 0, 90, LANG_RU, "девяносто"},
    {LEXEME_HUNDREDS, 0, 100, LANG_RU, "сто"},
    {LEXEME_HUNDREDS, 0, 200, LANG_RU, "двести"},
    {LEXEME_HUNDREDS, 0, 300, LANG_RU, "триста"},
    {LEXEME_HUNDREDS, 0, 400, LANG_RU, "четыреста"},
    {LEXEME_HUNDREDS, 0, 500, LANG_RU, "пятьсот"},
    {LEXEME_HUNDREDS, 0, 600, LANG_RU, "шестьсот"},
    {LEXEME_HUNDREDS, 0, 700, LANG_RU, "семьсот"},
    {LEXEME_HUNDREDS, 0, 800, LANG_RU, "восемьсот"},
    {LEXEME_HUNDREDS, 0, 900, LANG_RU, "девятьсот"},
    /* Japanese in kana; the short ones are also particles */
    {LEXEME_UNIT, 0, 1, LANG_JA, "いち イチ"},
    {LEXEME_UNIT, 1, 2, LANG_JA, "に ニ"},
    {LEXEME_UNIT, 0, 3, LANG_JA, "さん サン"},
    {LEXEME_UNIT, 0, 4, LANG_JA, "よん ヨン"},
    {LEXEME_UNIT, 1, 4, LANG_JA, "し シ よ"},
    {LEXEME_UNIT, 1, 5, LANG_JA, "ご ゴ"},
    {LEXEME_UNIT, 0, 6, LANG_JA, "ろく ロク"},
    {LEXEME_UNIT, 0, 7, LANG_JA, "なな ナナ しち シチ"},
    {LEXEME_UNIT, 0, 8, LANG_JA, "はち ハチ"},
    {LEXEME_UNIT, 0, 9, LANG_JA, "きゅう キュウ"},
    {LEXEME_UNIT, 1, 9, LANG_JA, "く ク"},
    /* between the parts of a numeral */
    {LEXEME_JOINER, 0, 0, LANG_EN, "and"},
    {LEXEME_JOINER, 0, 0, LANG_NL, "en"},
    {LEXEME_JOINER, 0, 0, LANG_FR, "et"},
    {LEXEME_JOINER, 0, 0, LANG_DE, "und"},
    {LEXEME_JOINER, 0, 0, LANG_ES, "y"},
    {LEXEME_JOINER, 0, 0, LANG_IT | LANG_PT, "e"},
    {LEXEME_JOINER, 0, 0, LANG_RO, "si"},
    /* the same digit again */
    {LEXEME_REPEAT, 0, 2, LANG_ALL,
     "double dubbel dubbele doppel doppelt doble doppio doppia duplo dublu дважды"},
    {LEXEME_REPEAT, 0, 3, LANG_ALL, "triple tripel driedubbel dreifach dreimal triplo tripla triplu трижды"},
    /* signs by name */
    {LEXEME_PLUS, 0, '+', LANG_ALL, "plus plusteken mas piu mais плюс プラス 加"},
    {LEXEME_SIGN, 0, '.', LANG_ALL, "dot punt point punkt punto ponto punct stip точка ドット"},
    {LEXEME_SIGN, 0, '.', LANG_ZH, "点 點"}, /* in names alone: between numbers it tells the time */
    {LEXEME_SIGN, 0, '-', LANG_ALL,
     "dash hyphen minus streepje streep tiret strich bindestrich guion trattino traco hifen liniuta тире "
     "дефис"},
    {LEXEME_SIGN, 0, '/', LANG_ALL, "slash schuine schragstrich barra слеш"},
    {LEXEME_SIGN, 0, ' ', LANG_ALL, "space spatie espace leerzeichen espacio spazio espaco spatiu пробел"},
    /* words that link the parts of a number: what comes next, last, or is left */
    {LEXEME_LINK, 0, 1, LANG_EN,
     "then next followed following follows after afterwards lastly finally last rest remaining remainder "
     "continued "
     "continues continue continuing continuation cont ends end ending finishing second half part"},
    {LEXEME_LINK, 0, 1, LANG_NL,
     "dan daarna gevolgd volgt vervolgens vervolg vervolgt verder resterende overige tenslotte laatste slot "
     "einde eind "
     "eindigt tweede deel helft"},
    {LEXEME_LINK, 0, 1, LANG_FR,
     "puis ensuite suivi suivis suite reste restant fin finit finalement enfin termine terminant derniers "
     "dernieres "
     "derniere deuxieme seconde partie moitie apres"},
    {LEXEME_LINK, 0, 1, LANG_DE,
     "dann danach gefolgt folgt anschliesend anschliessend restliche restlichen weiter letzte letzten "
     "schluss schluss ende "
     "endet zuletzt schliesslich zweiter zweite teil halfte"},
    {LEXEME_LINK, 0, 1, LANG_ES,
     "luego despues seguido sigue siguen resto restante final finalmente termina acaba ultimos ultimas "
     "ultimo segunda "
     "parte mitad continua"},
    {LEXEME_LINK, 0, 1, LANG_IT,
     "poi quindi seguito prosegue continua rimanente rimanenti infine dopo fine finale finisce ultime ultimi "
     "seconda "
     "meta"},
    {LEXEME_LINK, 0, 1, LANG_PT,
     "depois seguida seguir seguido segue termina acaba restantes restante metade apos"},
    {LEXEME_LINK, 0, 1, LANG_RO,
     "apoi urmat urmeaza restul finalul sfarsit sfarsitul dupa continuare ultimele jumatate jumatatea partea "
     "termina"},
    {LEXEME_LINK, 0, 1, LANG_RU,
     "потом затем далее дальше остальное остальные остаток продолжение конец конце конца последние после "
     "следом "
     "следующие вторая часть половина напоследок"},
    {LEXEME_LINK, 0, 1, LANG_ZH,
     "然后 接着 接下来 后面 后面是 再加 加上 最后 其次 随后 之后 剩下 剩下的 剩余 其余 余下 另外 末尾 尾数 "
     "尾号 后四位 后六位 后三位 后两位 后五位 最后四位 最后三位 最后两位 后面四位 后面三位 "
     "后半 后半段 后半部分 继续 下面 下半 然後 接著 接下來 後面 後面是 再加上 最後 隨後 之後 剩餘 其餘 餘下 "
     "尾數 尾號 後四位 "
     "後半 後半段 繼續 末四位 末尾是 结尾 結尾"},
    {LEXEME_LINK, 0, 1, LANG_JA,
     "それから 次に 次は つぎに 続けて 続いて 続きは 続き つづき つづけて 最後に 最後は 残り 残りは のこり "
     "のこりは あとは あと "
     "後は その後 そのあと さらに 下四桁 下四桁は 後半は 後半 末尾は 末尾 終わりは"},
    /* none that looks like digits as a whole ("lo", "os") but for the commonest */
    {LEXEME_LINK, 0, 0, LANG_ALL,
     "by with that the door de par von da por и now nu la acum jetzt ahora adesso ora agora maintenant der "
     "le die "
     "das den es sind zijn digitos los les em el il les o теперь is are и gaat geht mit met con cu avec on "
     "going e а "
     "com aceea this it "
     "digits digit "
     "numbers number het op van cijfers nummers komt du des au aux chiffres zum im am ziffern noch son las "
     "cifras di "
     "del sono cifre finali a al este pe iar cifrele в на это цифры цифра ещe ещё"},
    {LEXEME_LINK, 0, 0, LANG_ZH, "是 的 为 為 就 就是 请 請 再 接 数字 數字 号码 號碼 部分 跟 与 與 那"},
    {LEXEME_LINK, 0, 0, LANG_JA, "は が を です 番号は 番号 数字は 数字"},
    {LEXEME_AT, 0, '@', LANG_ALL,
     "at arroba arobase arobas apenstaartje apestaartje klammeraffe chiocciola собака aet ät arond アット "
     "アットマーク 艾特 爱特 愛特 圈a"},
    {LEXEME_SERVICE, 0, 0, LANG_ALL,
     "telegram tg whatsapp wa whats instagram insta ig snapchat snap facebook fb twitter tiktok onlyfans "
     "fansly "
     "wechat weixin kik signal viber skype discord vk threema wickr reddit linkedin line parley телеграм "
     "телеграмм "
     "инстаграм вайбер вотсап 微信 微信号 威信 薇信 維信 v信 vx wx 加v 加微 加微信 电报 電報 飞机 飛機 推特 "
     "抖音 "
     "インスタ テレグラム ライン ツイッター カカオ"},
    {LEXEME_PLATE, 0, 0, LANG_ALL,
     "plate plates registration reg kenteken nummerplaat plaque immatriculation immatriculee kennzeichen "
     "nummernschild "
     "matricula patente targa targata inmatriculare госномер номера"},
    /* of the digits beside them */
    {LEXEME_NONE, 0, CONTEXT_PHONE, LANG_ALL,
     "tel telefoon telefon phone ph gsm mob mobile mobil handy cell call bel sms whatsapp wa viber "
     "signal appel tlf num text tlfn telegram number nummer numero contact ring telefono telefone "
     "celular bellen appelez anrufen rufnummer llama llamame chiama chiamami ligue suna message messages msg "
     "bericht berichtje nachricht messaggio mensaje mensagem mesaj reserver reserveren reservar reserva "
     "reservas "
     "prenota prenotare prenotazioni buchen boeken afspraak afspraken termin termine rdv appointment "
     "appointments "
     "liga composez rendez telephonez telephoner telephone joignez joindre telefoneer telefonisch "
     "telefonieren "
     "llamada "
     "ligar "
     "sunati apel apelati kontakt contatto contattami contacteer contactez dial reach erreichbar bereikbaar "
     "escribe "
     "escribeme scrivi scrivimi ecrivez"},
    {LEXEME_NONE, 0, CONTEXT_UNIT, LANG_ALL,
     "eur euro euros usd gbp chf cm mm m km kg g min mins minutes minuten h hr hrs hours heures heure "
     "uur u stunden stunde years year yo ans jaar jahre euri lei ron days dagen roses rosas kisses "
     "usdt m2"},
    {LEXEME_NONE, 0, CONTEXT_CURRENCY, LANG_ALL, "eur euro euros usd gbp chf"},
    {LEXEME_NONE, 0, CONTEXT_OTHER, LANG_ALL,
     "ref reference referentie id order iban account rekening kvk btw tva vat kbo bce siret siren "
     "isbn ean dossier booking reservation ticket invoice factuur facture passport bsn nif nrn "
     "ondernemingsnummer serial imei pin card hrb steuernummer ust rpr rsz inami lottery loto lotto "
     "loteria prijs prijzen tarief tarieven tarif tarifs tariffe tarife tarifas prix price prices "
     "rate rates preis preise prezzo prezzi precio precios preco precos pret preturi bestelling "
     "bestellung commande pedido ordine encomenda comanda referenz referencia riferimento referinta "
     "kundennummer kundennr idnr piva iva factura fattura fatura faktura rechnung rechnungsnummer "
     "bestellnummer konto "
     "kontonummer zahlerstand ausweis passport loterij loterie loteria loterie sociale nir insee code "
     "toegangscode "
     "pincode wachtwoord password passwort passcode codigo codice cod parola matricule expediente folio "
     "orario expedient "
     "лото лотерея цена цены заказ фактура счет инн паспорт код пароль"},
};

const size_t lexicon_row_count = sizeof lexicon_rows / sizeof *lexicon_rows;

const char *const lexicon_wide_names[] = {
    "тел",  "звон",    "номер", "пиши", "набер", "смс",  "сообщен", "запис",      "брон",
    "связ", "мобильн", "电话",  "手机", "短信",  "拨打", "请打",    "请拨",       "来电",
    "致电", "号码",    "联系",  "预约", "微信",  "電話", "手機",    "簡訊",       "來電",
    "號碼", "聯繫",    "預約",  "携帯", "番号",  "予約", "連絡",    "メッセージ", NULL};

const char *const lexicon_wide_others[] = {"订单",   "單號",     "单号",     "发票",     "發票",   "身份证",
                                           "编号",   "編號",     "账号",     "帐号",     "卡号",   "快递",
                                           "彩票",   "密码",     "密碼",     "ロト",     "注文",   "注文番号",
                                           "請求書", "会員番号", "予約番号", "暗証番号", "コード", NULL};

const char *const lexicon_beginnings[] = {"z\xc3\xa9",
                                          "z\xc3\x89",
                                          "\xc3\xa9\xc3",
                                          "\xc3\x89\xc3",
                                          "\xc3\xa9"
                                          "e",
                                          "\xc3\x89"
                                          "E",
                                          "e\xc3\xa9",
                                          "E\xc3\x89",
                                          "f\xc3\xbc",
                                          "F\xc3\x9c",
                                          "tr\xc3",
                                          "\xc8\x99"
                                          "a",
                                          "\xc8\x98"
                                          "A",
                                          "\xc8\x99i",
                                          "\xc5\x9f"
                                          "a",
                                          "\xc5\x9e"
                                          "A",
                                          "\xc5\x9fi",
                                          "m\xc3\xa1",
                                          "m\xc3\xa0",
                                          "M\xc3\x81",
                                          "pi\xc3",
                                          "\xc3\xa4t",
                                          "un\xc8",
                                          "nou",
                                          NULL};
