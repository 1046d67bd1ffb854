/* Dutch sentences. */
#include "simulation/lexicon.h"

/* A pattern a line. */
/* clang-format off */
static const char *const title[] = {
    "{$n in $c|$n, $c|$c: $n}{| deze week| nu| opnieuw}",
    "{Rustig|Ontspannen|Warm} {uur|moment|avondje} {met $n|in $c}",
    "{$5|$5 en $5} {in $c|bij $n|$4}",
    "{Gezelschap|Prettig gezelschap} {voor diner|voor een avond|in $c}{, $n|}",
    "{Maak kennis met|Welkom bij} $n{, $1 en $1| in $c|}",
    "{Nieuw in|Terug in|Enkele dagen in} $c{: $n| - $n|, $n}",
    "$n{: | - |, }{$1 en $1|tijd voor $5|$1 gezelschap}",
};

static const char *const opening[] = {
    "{Hallo|Dag|Goedendag|Welkom}{, |! }{ik ben|mijn naam is|noem mij} $n{| en ik verblijf in $c| en woon nu in $c}.",
    "{Mijn naam is|Ik ben} $n, {$1 en $1|$1 maar ook $1}{ en gek op $2|}.",
    "{Na een lange dag|Na een drukke week|Als je even pauze nodig hebt} {mag|kan} je {hier |}{tot rust|op adem} komen{ in $c|}.",
    "$n {hier|aan het woord}, {fijn|leuk|mooi} {dat je mij vond|dat je dit leest|dat je er bent}.",
    "{Zoek je|Heb je zin in|Ben je toe aan} {$1 gezelschap|een rustige avond|$5}{ in $c|}?",
    "{Nu in $c|Deze dagen in $c|Weer in $c}: $n, {bekend om|geliefd om} {goede manieren|een warm welkom|$5}.",
    "{Al een tijd|Sinds kort} ben ik in $c, waar ik $5 {aanbied|geef}{, zonder haast|}.",
};

static const char *const manner[] = {
    "Men {zegt|vindt} dat ik $1, $1 {en|maar toch} $1 ben.",
    "Ik hou van $2, $2 en {een goed gesprek|lange gesprekken|$2}.",
    "{In mijn vrije tijd|Op vrije dagen|Als ik niet werk} {denk ik aan|kies ik voor} $2{ of $2|}.",
    "{Verwacht|Je vindt hier} iemand die $1 en $1 is, {met tijd|met geduld|die luistert}.",
    "Ik {neem mijn tijd|kijk nooit op de klok|hou niet van haast}, en {goede manieren|vriendelijke woorden|kleine gebaren} {tellen|doen ertoe}.",
    "{Praten|Een gesprek} over $2 {gaat vanzelf|kan altijd}, {zwijgen mag ook|lachen ook}.",
    "{Vrienden|Vaste gasten|Gasten} noemen mij $1, {misschien|soms} een beetje $1.",
};

static const char *const offer[] = {
    "{Ik bied|Mijn aanbod:|Je kiest uit} $5, $5 en $5.",
    "{De meesten komen|Velen komen|Je komt} voor $5, {sommigen|anderen} {blijven voor|vragen} $5{ of $5|}.",
    "{Samen naar|Ik ga mee naar} {een diner|een lunch|een concert|het theater}, {daarna|misschien|en later} $3.",
    "{Bij mij: $5|$5 bij mij}, $1, {in|goed voor} $d0 minuten{ of meer|}.",
    "{Met|Bij} $3 {praten|zitten|ontspannen} we {eerst|even}, {dan|daarna} {volgt|komt} $5.",
    "$5{ van $d0 minuten|}, {gevolgd door|of} $5, {net|precies} zoals je {wil|wenst|graag hebt}.",
    "{Samen reizen|Een weekend samen|Een zakenreis samen} {is mogelijk|kan op aanvraag|kan in overleg}{, diner inbegrepen|}.",
};

static const char *const place[] = {
    "{De flat|Mijn plek|De studio|De kamer} ligt $4, {met|en heeft} $6 en $6.",
    "Je {vindt mij|komt bij mij} $4{ in $c|}; {parkeren|de tram|de bus} is {dichtbij|vlakbij|om de hoek}.",
    "{Ik ontvang|Bezoek|Welkom} $4, {in een kamer met|waar je vindt:} $6.",
    "{Ik kom ook|Ik kom graag} naar {je hotel|hotels|je thuis}{ in $c| rond $c|}.",
    "{Het huis|De plek} is {proper|netjes|rustig|warm}, met $6{, $6|} en $3 {klaar|voor jou}.",
    "{Het adres|De weg} {volgt|krijg je} {na|bij} {boeking|reservatie}{: het is $4|}.",
};

static const char *const extra[] = {
    "{Er is|Ik heb altijd} $3 {in huis|voor gasten|op tafel}.",
    "{Liefst|Graag} {gasten|mensen} die $1 en {verzorgd|beleefd|stipt} zijn.",
    "{Breng je muziek mee|Kies gerust een plaat|Kies gerust een film}, ik {speel|kies} {vaak|meestal} {jazz|piano|iets traags}.",
    "{Vraag|Schrijf} mij over $2 en {je zult zien|ik praat een uur}.",
    "{Eerste keer|Nieuw hier}? {Geen zorgen|Ik leg alles uit|Rustig maar}.",
    "{Koppels|Beginners|Oudere gasten} zijn {ook welkom|zeer welkom}.",
    "{Cadeaubon|Langer bezoek|Langere boeking} {kan ook|is mogelijk}.",
};

static const char *const times[] = {
    "{Open|Vrij|Beschikbaar} {van $t tot|tussen $t en} $u{ op weekdagen| de hele week|, niet op zondag|}.",
    "{Dagen|Uren}: {maandag tot $w|$w tot zondag}, $t - $u.",
    "{Meestal|Vooral} {'s avonds|'s middags|'s ochtends}, {weekend|$w} {in overleg|op aanvraag}.",
    "{Deze week|Tot $w|Vanaf $w} {ben ik hier|kan je langskomen}, {na|vanaf} $t.",
    "{Geen bezoek|Gesloten} op $w; {andere dagen|verder} tot $u.",
};

static const char *const price[] = {
    "{Een uur|60 minuten|Het uur} {is|kost|aan} $e {euro|EUR|\xe2\x82\xac}{, half uur $f|}.",
    "{Tarief|Prijzen}: $f {voor 30 minuten|half uur}, $e {het uur|per uur}.",
    "{Prijzen|Tarieven} {op aanvraag|per telefoon|als je belt}{, eerlijk en vast|}.",
    "Vanaf $f {euro|EUR}{, geen verrassingen|, alles inbegrepen|}.",
    "$e {per|het} uur{, diner langer|, twee uur goedkoper|}.",
};

static const char *const rules[] = {
    "{Graag|Aub} {geen|zonder} {verborgen|anonieme} {oproepen|nummers}{ en geen late berichten|}.",
    "{Contant|Contant of kaart}{, aub|}, en {kom op tijd|kom alleen|bel een keer aan}.",
    "{Boek|Reserveer} {een uur|een dag|twee uur} {vooraf|op voorhand}{, aub|}.",
    "{Ik antwoord|Antwoord} {alleen|eerst} op {beleefde|korte|duidelijke} berichten.",
    "{Niet|Gelieve niet} {afdingen|onderhandelen|eindeloos chatten}{, dank|}.",
    "{Discretie|Privacy} {is wederzijds|spreekt vanzelf|vind ik belangrijk}.",
};

static const char *const phone[] = {
    "{Bel|Bel mij|Telefoneer} {op |: |}$p{, sms mag ook|}.",
    "{Je bereikt mij|Ik ben bereikbaar|Te bereiken} op $p{ vanaf $t|}.",
    "Tel{.|:|efoon} $p{ ($n)|}",
    "{Stuur|Bericht|SMS} {naar |}$p met {je naam|dag en uur}.",
    "{Mijn nummer is|Nummer:|Gsm:} $p.",
    "{Voor een afspraak|Boeken}: $p{, vraag naar $n|}.",
};

static const char *const mail[] = {
    "{Schrijf|Mail} {mij op |naar |}$m.",
    "{Vragen|Boekingen} {naar|per mail:} $m",
    "{Ik lees mails|Liefst per mail}: $m{, antwoord binnen een dag|}.",
};

static const char *const handle[] = {
    "{Je vindt mij|Ik zit} op Parley {als |}@$h.",
    "Parley: $h",
    "{Of|Liefst} {chat|schrijf} {naar |met |}$h {op Parley|(Parley)}.",
};

static const char *const site[] = {
    "{Schrijf|Stuur een bericht|Contact} {via|langs} {het formulier|deze site|de mailbox hier}.",
    "{Gebruik|Gebruik aub} {het contactformulier|de knop bericht}{, ik antwoord dezelfde dag|}.",
    "{Contact|Boeken} {enkel|alleen} {via|op} {deze pagina|de site}.",
};

static const char *const closing[] = {
    "{Tot snel|Tot dan|Tot gauw}{, $n|!|}",
    "{Ik kijk uit naar|Kijk al uit naar} {jou|je telefoontje|onze ontmoeting}{, $n|.|}",
    "{Groetjes|Hartelijke groet|Warme groet}, $n",
    "{Zorg goed voor jezelf|Fijne dag}{ en tot in $c|}!",
    "{Wacht niet|Twijfel niet} te lang{, ik reis snel verder|}.",
};

static const char *const driver[] = {
    "{Neem ik niet op|Is de lijn bezet}? {Probeer|Bel} $q.",
    "{Ophalen|De chauffeur} {kan|is bereikbaar} {via|op} $q.",
};

static const char *const agency[] = {
    "{Ons|Het} {bureau|huis|team} {werkt|is actief} in $c {sinds 20$x|al $d jaar}{ en is geregistreerd|}.",
    "{Wij stellen voor|In ons team|Bij ons:} $n, $1 en $1, {voor|bekend om} $5.",
    "{Het kantoor|De balie} {is open|antwoordt} {van $t tot|tussen $t en} $u, {elke dag|maandag tot $w}.",
    "{Al onze|Onze} {gastheren en gastvrouwen|medewerkers} kiezen hun eigen uren{ en u krijgt een factuur|}.",
};

static const char *const spam[] = {
    "{Heet nieuws|Beste aanbod|Toplijst} {in $c|bij jou}! {Bel|Draai} $p {nu|vandaag}{, 24 uur|}!!",
    "{Eenzaam|Verveeld}{ in $c|}? {Honderden|Duizenden} wachten: $p {dag en nacht|24/7}.",
    "{Gratis|Eerste} {minuten|chat}: {bel|draai} $p, {niets te installeren|geen account}{, $c en omgeving|}.",
};

static const char *const footer[] = {
    "Deze advertentie werd geplaatst door een geregistreerd lid. Vragen over de site? Bel onze dienst op $q.",

    "Wees voorzichtig: betaal nooit vooraf. Hulplijn $q, elke dag van 9 tot 17.",
};

static const char *const notice[] = {

    "Meld deze advertentie als ze onze regels schendt. Wij controleren nieuwe advertenties elke werkdag met de hand.",
};
static const char *const safety[] = {
    "{Voor de veiligheid|Uit voorzorg} {deel ik een nummer met|ben ik in contact met} {collega's|anderen die alleen werken}: $q.",
    "{We letten op elkaar|Er weet altijd iemand waar ik ben}: $q {antwoordt|is er} {als ik niet kan|dag en nacht}.",
};

static const char *const web[] = {
    "{Meer|Foto's en uren|Alles} {op|via} $l",
    "{Zie|Bezoek|Website:} $l",
    "{Tarieven en foto's|Agenda}: $l",
};

static const char *const taste[] = {
    "Ik {hou van de|weet alles van de} $g keuken{ in $c|}.",
    "{Lekker|Dichtbij}: de $g keuken {om de hoek|hiernaast}.",
    "{Er is|Ik speel} $g muziek {'s avonds|af en toe|als je wil}.",
    "Ik kook {op zondag|graag} uit de $g keuken.",
};

static const char *const split[] = {
    "$p {en dan|dan|en daarna} $q",
    "$p ({nu|dan} de rest: $q)",
    "$p ... {gaat verder met|gevolgd door} $q",
};
/* clang-format on */

static const char *const quality[] = {
    "rustig",       "lief",      "zacht",       "attent",   "vrolijk",     "geduldig",
    "elegant",      "warm",      "grappig",     "beleefd",  "discreet",    "ontspannen",
    "nieuwsgierig", "netjes",    "vriendelijk", "zorgzaam", "oprecht",     "open",
    "stil",         "levendig",  "zorgvuldig",  "spontaan", "betrouwbaar", "speels",
    "gevoelig",     "hartelijk", "verfijnd",    "nuchter",  "eerlijk",     "bescheiden",
};

static const char *const interest[] = {
    "wandelen langs het water",
    "oude films",
    "koken",
    "reizen",
    "lezen",
    "zwemmen",
    "musea",
    "fotografie",
    "yoga",
    "tuinieren",
    "schaken",
    "dansen",
    "schilderen",
    "goede wijn",
    "fietsen",
    "architectuur",
    "pianomuziek",
    "thrillers",
    "bordspelen",
    "keramiek",
    "rommelmarkten",
    "lang ontbijten",
    "de zee",
    "talen",
    "theater",
    "bakken",
    "hardlopen",
    "zingen",
    "gedichten",
    "voetbal",
};

static const char *const table[] = {
    "een glas wijn",       "een kop thee", "verse koffie",       "bruiswater",
    "een licht avondmaal", "wat fruit",    "lekkere chocolade",  "muntthee",
    "een frisdrank",       "een hapje",    "zelfgebakken taart", "limonade",
    "warme chocolademelk", "groene thee",  "olijven met brood",  "een aperitief",
};

static const char *const near[] = {
    "bij het station",
    "in de oude stad",
    "dicht bij het park",
    "aan de gracht",
    "achter de markt",
    "in een stille straat",
    "tien minuten van het centrum",
    "naast het theater",
    "aan de rand van de stad",
    "bij de ring",
    "boven een winkeltje",
    "niet ver van de kathedraal",
    "aan de haven",
    "in de museumwijk",
    "dicht bij de beurs",
    "bij de universiteit",
    "aan een groen plein",
    "twee haltes van het centrum",
    "tegenover een bakker",
    "in het zuiden van de stad",
};

static const char *const service[] = {
    "massage",
    "ontspannende massage",
    "hotstonemassage",
    "voetmassage",
    "rugmassage",
    "wellness",
    "gezelschap bij diner",
    "aromatherapie",
    "een avond sauna",
    "stretching",
    "hoofdmassage",
    "een rustig bad",
    "sportmassage",
    "gezelschap op een feest",
    "ademoefeningen",
    "een wandeling",
    "vierhandenmassage",
    "oliemassage",
    "een stadsbezoek",
    "een lang gesprek",
};

static const char *const room[] = {
    "zacht licht",       "een groot bad",   "kaarsen",           "fris linnen",       "een balkon",
    "rustige muziek",    "een regendouche", "een massagetafel",  "een open haard",    "dik tapijt",
    "een eigen ingang",  "een lift",        "een kleine tuin",   "schone handdoeken", "airco",
    "een grote spiegel", "warme kleuren",   "zicht op de daken",
};

static const char *const day[] = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"};

static const char *const nation[] = {"Belgische", "Italiaanse",  "Franse",  "Spaanse",
                                     "Griekse",   "Thaise",      "Japanse", "Chinese",
                                     "Indiase",   "Marokkaanse", "Zweedse", "Turkse"};

const struct lexicon lexicon_nl = {
    "nl",
    " u",
    {PHRASES(title),  PHRASES(opening), PHRASES(manner), PHRASES(offer),  PHRASES(place), PHRASES(extra),
     PHRASES(times),  PHRASES(price),   PHRASES(rules),  PHRASES(phone),  PHRASES(mail),  PHRASES(handle),
     PHRASES(site),   PHRASES(closing), PHRASES(driver), PHRASES(agency), PHRASES(spam),  PHRASES(footer),
     PHRASES(notice), PHRASES(safety),  PHRASES(web),    PHRASES(taste),  PHRASES(split)},
    {PHRASES(quality), PHRASES(interest), PHRASES(table), PHRASES(near), PHRASES(service), PHRASES(room),
     PHRASES(day), PHRASES(nation)},
};
