/* German sentences. */
#include "simulation/lexicon.h"

/* A pattern a line. */
/* clang-format off */
static const char *const title[] = {
    "{$n in $c|$n, $c|$c: $n}{| diese Woche| zurzeit| wieder da}",
    "{Ruhige|Entspannte|Schöne} {Stunde|Stunden|Zeit} {mit $n|in $c}",
    "{$5|$5 und $5} {in $c|bei $n|$4}",
    "{Begleitung|Nette Begleitung} {zum Essen|für den Abend|in $c}{, $n|}",
    "{Lernen Sie $n kennen|Willkommen bei $n}{, $1 und $1| in $c|}",
    "{Neu in|Zurück in|Einige Tage in} $c{: $n| - $n|, $n}",
    "$n{: | - |, }{$1 und $1|Zeit für $5|$1 und herzlich}",
};

static const char *const opening[] = {
    "{Hallo|Guten Tag|Willkommen}{, |! }{ich bin|mein Name ist|nennen Sie mich} $n{| und wohne zurzeit in $c| und $c ist mein Zuhause}.",
    "{Mein Name ist|Ich bin} $n, {$1 und $1|$1 und doch $1}{, und mag $2|}.",
    "{Nach einem langen Tag|Nach einer vollen Woche|In einer Pause} {kommen Sie hier|kommt man hier} {zur Ruhe|wieder zu Kräften}{, mitten in $c|}.",
    "$n {hier|am Wort}, {schön|fein|gut}, {dass Sie mich gefunden haben|dass Sie dies lesen|dass Sie da sind}.",
    "{Suchen Sie|Lust auf|Wünschen Sie} {Begleitung|einen ruhigen Abend|$5}{ in $c|}?",
    "{Jetzt in $c|Dieser Tage in $c|Wieder in $c}: $n, {bekannt für|geschätzt für} {gute Manieren|einen warmen Empfang|$5}.",
    "{Seit einiger Zeit|Seit kurzem} bin ich in $c {und biete|und gebe} $5{ und $5|}{, ohne Eile|}.",
};

static const char *const manner[] = {
    "Man {sagt|findet}, ich sei $1, $1 {und|aber auch} $1.",
    "Ich mag $2, $2 und {ein gutes Gespräch|lange Gespräche|$2}.",
    "{In meiner Freizeit|An freien Tagen} {mag ich|liebe ich|freut mich} $2{ oder $2|}.",
    "{Erwarten Sie|Hier finden Sie} jemanden, {der Zeit hat|mit Geduld|der zuhört}, $1 und $1.",
    "Ich {nehme mir Zeit|schaue nie auf die Uhr|mag keine Eile}, und {ein nettes Wort|ein Lächeln|Höflichkeit} {zählt|ist mir wichtig}.",
    "{Reden|Ein Gespräch} über $2 {fällt leicht|geht immer}, {schweigen auch|lachen auch}.",
    "{Freunde|Stammgäste|Gäste} nennen mich $1, {vielleicht|manchmal} ein wenig $1.",
};

static const char *const offer[] = {
    "{Ich biete|Mein Angebot:|Zur Wahl:} $5, $5 und $5.",
    "{Die meisten kommen|Viele kommen|Kommen Sie} für $5, {manche|andere} {bleiben für|wünschen} $5{ oder $5|}.",
    "{Gemeinsam zum|Ich begleite Sie zum} {Abendessen|Mittagessen|Konzert|Theater}, {dann|vielleicht|und später} $3.",
    "{Bei mir|Hier}: $5, {in Ruhe|ohne Hast}, {etwa|gut} $d0 Minuten{ oder mehr|}.",
    "{Dazu|Bei Ankunft} $3, wir {reden|sitzen|entspannen} {zuerst|ein wenig}, {dann|danach} {folgt|kommt} $5.",
    "$5{ von $d0 Minuten|}, {danach|oder} $5, {ganz|genau} wie Sie {mögen|wünschen|wollen}.",
    "{Reisen|Wochenenden|Geschäftsreisen} {möglich|auf Anfrage|nach Absprache}{, Essen inbegriffen|}.",
};

static const char *const place[] = {
    "{Die Wohnung|Mein Studio|Das Zimmer|Der Ort} liegt $4, mit $6 und $6.",
    "Sie finden mich $4{ in $c|}; {Parkplatz|Straßenbahn|Bus} {ganz nah|um die Ecke|in der Nähe}.",
    "{Ich empfange|Besuch|Empfang} $4, in einem Raum mit $6.",
    "{Ich komme auch|Ich komme gern} {in Ihr Hotel|in Hotels|zu Ihnen}{ in $c| rund um $c|}.",
    "{Das Haus|Der Ort} ist {sauber|gepflegt|ruhig|warm}, mit $6{ und $6|}; $3 {steht bereit|wartet auf Sie}.",
    "{Die Adresse|Der Weg} {folgt|kommt} {nach|bei} {Buchung|Anmeldung}{: es ist $4|}.",
};

static const char *const extra[] = {
    "{Es gibt|Ich habe immer} $3 {im Haus|für Gäste|auf dem Tisch}.",
    "{Am liebsten|Gern} {Gäste|Menschen}, die $1 und {gepflegt|höflich|pünktlich} sind.",
    "{Bringen|Wählen} Sie {Ihre Musik|eine Platte|einen Film}, ich {spiele|wähle} {oft|meist} {Jazz|Klavier|etwas Langsames}.",
    "{Fragen|Schreiben} Sie mir: $2, {und|denn} {Sie werden sehen|darüber rede ich gern}.",
    "{Das erste Mal|Neu hier}? {Keine Sorge|Ich erkläre alles|Ganz ruhig}.",
    "{Paare|Anfänger|Ältere Gäste} sind {auch willkommen|sehr willkommen}.",
    "{Gutschein|Längerer Besuch|Längere Buchung} {möglich|auf Anfrage}.",
};

static const char *const times[] = {
    "{Offen|Frei|Erreichbar} {von $t bis|zwischen $t und} $u{ an Werktagen| die ganze Woche|, nicht sonntags|}.",
    "{Tage|Zeiten}: {Montag bis $w|$w bis Sonntag}, $t - $u.",
    "{Meist|Vor allem} {abends|nachmittags|vormittags}, {Wochenende|$w} {nach Absprache|auf Anfrage}.",
    "{Diese Woche|Bis $w|Ab $w} {bin ich hier|können Sie kommen}, {nach|ab} $t.",
    "{Kein Besuch|Geschlossen} am $w; {sonst|andere Tage} bis $u.",
};

static const char *const price[] = {
    "{Eine Stunde|Die Stunde} {zu|kostet|für} $e {Euro|EUR|€}{, halbe Stunde $f|}.",
    "{Tarif|Preise}: $f {für 30 Minuten|die halbe Stunde}, $e {die Stunde|pro Stunde}.",
    "{Preise|Tarife} {auf Anfrage|am Telefon|bei Anruf}{, fair und fest|}.",
    "Ab $f {Euro|EUR}{, keine Überraschungen|, alles inbegriffen|}.",
    "$e {pro|die} Stunde{, Essen länger|, zwei Stunden günstiger|}.",
};

static const char *const rules[] = {
    "Bitte keine {unterdrückten|verborgenen} {Anrufe|Nummern}{ und keine späten Nachrichten|}.",
    "{Bar|Bar oder Karte}{, bitte|}, und {seien Sie pünktlich|kommen Sie allein|einmal klingeln}.",
    "{Buchen|Reservieren} Sie {eine Stunde|einen Tag|zwei Stunden} {vorher|im Voraus}{, bitte|}.",
    "{Ich antworte|Antwort} {nur|zuerst} auf {höfliche|kurze|klare} Nachrichten.",
    "{Kein|Bitte kein} {Handeln|Feilschen|endloses Chatten}{, danke|}.",
    "{Diskretion|Respekt} {gilt für beide|ist selbstverständlich|ist mir wichtig}.",
};

static const char *const phone[] = {
    "{Anruf|Rufen Sie an|Telefon} {unter |: |}$p{, SMS geht auch|}.",
    "{Sie erreichen mich|Ich bin erreichbar|Erreichbar} unter $p{ ab $t|}.",
    "Tel{.|:|efon} $p{ ($n)|}",
    "{Nachricht|SMS|Text} an $p mit {Namen|Tag und Uhrzeit}.",
    "{Meine Nummer ist|Nummer:|Handy:} $p.",
    "{Für einen Termin|Buchen}: $p{, fragen Sie nach $n|}.",
};

static const char *const mail[] = {
    "{Schreiben Sie|Mail} an $m.",
    "{Fragen|Buchungen} {an|per Mail:} $m",
    "{Ich lese Mails|Am liebsten per Mail}: $m{, Antwort binnen eines Tages|}.",
};

static const char *const handle[] = {
    "{Sie finden mich|Ich bin} auf Parley {als |}@$h.",
    "Parley: $h",
    "{Oder|Am besten} {Chat|Nachricht} {an |mit |}$h {auf Parley|(Parley)}.",
};

static const char *const site[] = {
    "{Schreiben Sie|Nachricht|Kontakt} {über|durch} {das Formular|diese Seite|das Postfach hier}.",
    "{Nutzen Sie|Bitte nutzen Sie} {das Formular|den Knopf Nachricht}{, ich antworte am selben Tag|}.",
    "{Kontakt|Buchung} {nur|allein} {über|auf} {dieser Seite|die Seite}.",
};

static const char *const closing[] = {
    "{Bis bald|Bis dann|Auf bald}{, $n|!|}",
    "{Ich freue mich auf|Freue mich auf} {Sie|Ihren Anruf|das Treffen}{, $n|.|}",
    "{Viele Grüße|Herzliche Grüße|Liebe Grüße}, $n",
    "{Alles Gute|Schönen Tag}{ und bis bald in $c|}!",
    "{Warten|Zögern} Sie nicht zu lange{, ich reise bald weiter|}.",
};

static const char *const driver[] = {
    "{Gehe ich nicht ran|Ist besetzt}? {Versuchen Sie|Wählen Sie} $q.",
    "{Abholung|Der Fahrer} {geht|ist erreichbar} unter $q.",
};

static const char *const agency[] = {
    "{Unsere Agentur|Unser Haus|Unser Team} {arbeitet|ist} in $c {seit 20$x|seit $d Jahren}{ und ist angemeldet|}.",
    "{Wir stellen vor|In unserem Team|Bei uns:} $n, $1 und $1, {für|bekannt für} $5.",
    "{Das Büro|Der Empfang} {ist besetzt|antwortet} {von $t bis|zwischen $t und} $u, {täglich|Montag bis $w}.",
    "{Alle unsere|Unsere} Gastgeber wählen ihre Zeiten selbst{ und Sie erhalten eine Rechnung|}.",
};

static const char *const spam[] = {
    "{Neuigkeiten|Beste Angebote|Topliste} {in $c|in Ihrer Nähe}! {Rufen Sie|Wählen Sie} $p {jetzt|heute}{, 24 Stunden|}!!",
    "{Einsam|Langeweile}{ in $c|}? {Hunderte|Tausende} warten: $p {Tag und Nacht|24/7}.",
    "{Gratis|Erste} {Minuten|Plauderei}: {Anruf|wählen} $p, {nichts zu installieren|kein Konto}{, $c und Umgebung|}.",
};

static const char *const footer[] = {
    "Diese Anzeige wurde von einem angemeldeten Mitglied aufgegeben. Fragen zur Seite? Unser Service hilft unter $q.",

    "Vorsicht: zahlen Sie nie im Voraus. Hilfe unter $q, täglich von 9 bis 17 Uhr.",
};

static const char *const notice[] = {

    "Melden Sie diese Anzeige, wenn sie gegen unsere Regeln verstößt. Neue Anzeigen prüfen wir werktags von Hand.",
};
static const char *const safety[] = {
    "{Zur Sicherheit|Aus Vorsicht} {teile ich eine Nummer mit|bin ich im Kontakt mit} {Kolleginnen|anderen, die allein arbeiten}: $q.",
    "{Wir passen aufeinander auf|Jemand weiß immer, wo ich bin}: $q {antwortet|ist da}, {wenn ich nicht kann|Tag und Nacht}.",
};

static const char *const web[] = {
    "{Mehr|Fotos und Zeiten|Alles} {auf|unter} $l",
    "{Siehe|Besuchen Sie|Webseite:} $l",
    "{Preise und Fotos|Kalender}: $l",
};

static const char *const taste[] = {
    "Ich {liebe|kenne} die $g Küche{ in $c|}.",
    "{Gute|Frische} $g Küche gibt es {um die Ecke|gleich nebenan|ganz in der Nähe}.",
    "{Es läuft|Ich spiele} {abends|ab und zu|auf Wunsch} $g Musik.",
    "{Sonntags|Gern} koche ich $g Gerichte.",
};

static const char *const split[] = {
    "$p {und dann|dann|und danach} $q",
    "$p ({jetzt|dann} der Rest: $q)",
    "$p ... {weiter mit|gefolgt von} $q",
};
/* clang-format on */

static const char *const quality[] = {
    "ruhig",      "lieb",       "sanft",      "aufmerksam",   "fröhlich",    "geduldig",
    "elegant",    "warmherzig", "witzig",     "höflich",      "diskret",     "entspannt",
    "neugierig",  "ordentlich", "freundlich", "fürsorglich",  "aufrichtig",  "offen",
    "still",      "lebhaft",    "sorgfältig", "spontan",      "zuverlässig", "verspielt",
    "feinfühlig", "herzlich",   "fein",       "bodenständig", "ehrlich",     "bescheiden",
};

static const char *const interest[] = {
    "Spaziergänge am Wasser",
    "alte Filme",
    "Kochen",
    "Reisen",
    "Lesen",
    "Schwimmen",
    "Museen",
    "Fotografie",
    "Yoga",
    "Gartenarbeit",
    "Schach",
    "Tanzen",
    "Malen",
    "gute Weine",
    "Radfahren",
    "Architektur",
    "Klaviermusik",
    "Krimis",
    "Brettspiele",
    "Töpfern",
    "Flohmärkte",
    "langes Frühstück",
    "das Meer",
    "Sprachen",
    "Theater",
    "Backen",
    "Laufen",
    "Singen",
    "Gedichte",
    "Fußball",
};

static const char *const table[] = {
    "ein Glas Wein",
    "eine Tasse Tee",
    "Kaffee",
    "Sprudelwasser",
    "ein leichtes Abendbrot",
    "etwas Obst",
    "gute Schokolade",
    "Minztee",
    "ein kaltes Getränk",
    "etwas zum Knabbern",
    "selbstgebackenes Gebäck",
    "Limonade",
    "heiße Schokolade",
    "Grüntee",
    "Oliven und Brot",
    "Sekt",
};

static const char *const near[] = {
    "nahe am Bahnhof",
    "in der Altstadt",
    "dicht am Park",
    "am Kanal",
    "hinter dem Markt",
    "in einer stillen Straße",
    "zehn Minuten vom Zentrum",
    "neben dem Theater",
    "am Stadtrand",
    "nahe am Ring",
    "über einem kleinen Laden",
    "unweit vom Dom",
    "am Hafen",
    "im Museumsviertel",
    "nahe der Messe",
    "nahe der Universität",
    "an einem grünen Platz",
    "zwei Haltestellen vom Zentrum",
    "gegenüber einer Bäckerei",
    "im Süden der Stadt",
};

static const char *const service[] = {
    "Massage",     "Entspannungsmassage",  "Hot-Stone-Massage", "Fußmassage",           "Rückenmassage",
    "Wellness",    "Begleitung zum Essen", "Aromatherapie",     "Saunaabend",           "Dehnübungen",
    "Kopfmassage", "ein ruhiges Bad",      "Sportmassage",      "Begleitung zu Feiern", "Atemübungen",
    "Spaziergang", "Vierhandmassage",      "Ölmassage",         "eine Stadtführung",    "ein langes Gespräch",
};

static const char *const room[] = {
    "weichem Licht",  "großer Wanne",          "Kerzen",          "frischer Wäsche",
    "Balkon",         "leiser Musik",          "Regendusche",     "Massageliege",
    "Kamin",          "dicken Teppichen",      "eigenem Eingang", "Aufzug",
    "kleinem Garten", "sauberen Handtüchern",  "Klimaanlage",     "großem Spiegel",
    "warmen Farben",  "Blick über die Dächer",
};

static const char *const day[] = {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"};

static const char *const nation[] = {"belgische",   "italienische",  "französische", "spanische",
                                     "griechische", "thailändische", "japanische",   "chinesische",
                                     "indische",    "marokkanische", "schwedische",  "türkische"};

const struct lexicon lexicon_de = {
    "de",
    " Uhr",
    {PHRASES(title),  PHRASES(opening), PHRASES(manner), PHRASES(offer),  PHRASES(place), PHRASES(extra),
     PHRASES(times),  PHRASES(price),   PHRASES(rules),  PHRASES(phone),  PHRASES(mail),  PHRASES(handle),
     PHRASES(site),   PHRASES(closing), PHRASES(driver), PHRASES(agency), PHRASES(spam),  PHRASES(footer),
     PHRASES(notice), PHRASES(safety),  PHRASES(web),    PHRASES(taste),  PHRASES(split)},
    {PHRASES(quality), PHRASES(interest), PHRASES(table), PHRASES(near), PHRASES(service), PHRASES(room),
     PHRASES(day), PHRASES(nation)},
};
