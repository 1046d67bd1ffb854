/* Names of months and weekdays, lower case; each line is one month in all languages, separated by spaces. */
#include "records/month_names.h"

static const char *const months[12] = {
    "january jan januari janvier janv januar jänner enero ene gennaio gen janeiro ianuarie ian",
    "february feb februari février févr fevrier februar febrero febbraio fevereiro fev februarie",
    "march mar maart mrt mars märz mär marzo marzo março martie",
    "april apr avril avr abril abr aprile aprilie",
    "may mei mai mayo maggio mag maio",
    "june jun juni juin junio giugno giu junho iunie iun",
    "july jul juli juillet juil julio luglio lug julho iulie iul",
    "august aug augustus août aout agosto ago agosto",
    "september sep sept septembre septiembre settembre set setembro septembrie",
    "october oct oktober okt octobre octubre ottobre ott outubro out octombrie",
    "november nov novembre noviembre novembro noiembrie noi",
    "december dec décembre déc decembre dezember dez diciembre dic dicembre dezembro decembrie",
};

static const char weekdays[] =
    "monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun "
    "maandag ma dinsdag di woensdag wo donderdag do vrijdag vr zaterdag za zondag zo "
    "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
    "montag mo dienstag mittwoch mi donnerstag freitag fr samstag sa sonntag so "
    "lunes martes mié miércoles jueves jue viernes vie sábado sáb domingo dom "
    "lunedì martedì mercoledì giovedì gio venerdì sabato "
    "segunda-feira seg terça-feira ter quarta-feira qua quinta-feira qui sexta-feira sex "
    "luni marți miercuri joi vineri vin sâmbătă sâm duminică dum";

/* Lower case of ASCII and of the two-byte Latin letters that these names hold (U+00C0 to U+00DE). */
static bool same_letter(const unsigned char *text, const unsigned char *name, size_t at)
{
    unsigned char c = text[at];
    if (c >= 'A' && c <= 'Z')
        c |= 32;
    else if (at > 0 && text[at - 1] == 0xc3 && c >= 0x80 && c <= 0x9e)
        c = (unsigned char)(c + 32);
    return c == name[at];
}

/* The bytes of the longest word of the list that text begins with. A letter must not follow. */
static size_t longest_word(const char *list, struct span text)
{
    size_t best = 0;
    while (*list) {
        const char *end = strchr(list, ' ');
        size_t length = end ? (size_t)(end - list) : strlen(list);
        size_t same = 0;
        while (same < length && same < text.length &&
               same_letter((const unsigned char *)text.at, (const unsigned char *)list, same))
            same++;
        if (same == length && length > best)
            best = length;
        list += length + (end != NULL);
    }
    return best;
}

static size_t with_point(struct span text, size_t length)
{
    return length && length < text.length && text.at[length] == '.' ? length + 1 : length;
}

int month_find(struct span text, size_t *length)
{
    int best = 0;
    *length = 0;
    for (int m = 0; m < 12; m++) {
        size_t found = longest_word(months[m], text);
        if (found > *length) {
            *length = found;
            best = m + 1;
        }
    }
    *length = with_point(text, *length);
    return best;
}

size_t weekday_find(struct span text)
{
    return with_point(text, longest_word(weekdays, text));
}
