/* Romanian sentences. Qualities are nouns, so that no sentence has to know who speaks. */
#include "simulation/lexicon.h"

/* A pattern a line. */
/* clang-format off */
static const char *const title[] = {
    "{$n în $c|$n, $c|$c: $n}{| săptămâna asta| acum| din nou}",
    "{O oră|O seară|Un moment} {de liniște|de $1|fără grabă} {cu $n|în $c}",
    "{$5|$5 și $5} {în $c|la $n|$4}",
    "{Companie|Companie plăcută} {la cină|pentru o seară|în $c}{, $n|}",
    "{Fă cunoștință cu|Aici este} $n{: $1 și $1| în $c|}",
    "{Noutate în|Din nou în|Câteva zile în} $c{: $n| - $n|, $n}",
    "$n{: | - |, }{$1 și $1|timp pentru $5|companie cu $1}",
};

static const char *const opening[] = {
    "{Bună|Bună ziua|Salut}{, |! }{sunt|mă numesc|îmi poți spune} $n{| și sunt în $c| și deocamdată locuiesc în $c}.",
    "{Mă numesc|Sunt} $n, o persoană cu multă $1{ și cu gust pentru $2|}.",
    "{După o zi lungă|După o săptămână grea|Dacă ai nevoie de o pauză}, {vino|te ajut} {să te odihnești|să te relaxezi|să respiri}{ în $c|}.",
    "{Aici $n|$n te salută}, {mă bucur că citești|mulțumesc pentru vizită|bine ai venit}.",
    "{Cauți|Vrei|Ai chef de} {companie cu $1|o seară liniștită|$5}{ în $c|}?",
    "{Acum în $c|Zilele acestea în $c|Din nou în $c}: $n, {se apreciază|mulți își amintesc} {bunele mele maniere|primirea mea|vorba bună}.",
    "{De ceva timp|De curând} sunt în $c {și ofer|unde ofer} $5{ și $5|}{, fără grabă|}.",
};

static const char *const manner[] = {
    "{Se spune că|Se vede că} am $1, $1 {și|și chiar} $1.",
    "Îmi place $2, $2 și {o discuție bună|vorba lungă|$2}.",
    "{În timpul liber|În zilele libere|Când nu lucrez} {prefer|aleg} $2{ sau $2|}.",
    "{Vei găsi|Te așteaptă} o persoană cu $1 și $1, {care are timp|care știe să asculte|fără grabă}.",
    "{Am răbdare|Nu mă uit la ceas|Nu îmi place graba}, iar {bunele maniere|o vorbă bună|un gest} {contează|înseamnă mult} pentru mine.",
    "{Vorba|Discuția} despre $2 {vine ușor|este oricând posibilă}, {la fel și tăcerea|la fel și râsul}.",
    "{Prietenii|Cei care revin|Oaspeții mei} {vorbesc|povestesc} despre $1{, poate și despre $1|}.",
};

static const char *const offer[] = {
    "{Ofer|Poți alege:|Lista mea:} $5, $5 și $5.",
    "{Cei mai mulți vin|Mulți vin|Vino} pentru $5, {unii|alții} {rămân pentru|cer} $5{ sau $5|}.",
    "{Te însoțesc la|Împreună la} {o cină|un prânz|un concert|o piesă de teatru}, {apoi|poate|și mai târziu} $3.",
    "{La mine, $5|Aici, $5} {durează|ia} $d0 de minute{ sau mai mult|}.",
    "Cu $3 {vorbim|stăm|ne relaxăm} {întâi|puțin}, {apoi|după aceea} {vine|urmează} $5.",
    "$5{ de $d0 de minute|}, {apoi|sau} $5, {exact|întocmai} cum {vrei|dorești|îți place}.",
    "{Călătorii|Sfârșituri de săptămână|Deplasări} în companie{: se poate stabili|, cu cină|, la cerere}.",
};

static const char *const place[] = {
    "{Apartamentul|Studioul|Camera|Casa} se află $4, cu $6 și $6.",
    "Mă {găsești|vei găsi} $4{ în $c|}; {parcarea|tramvaiul|autobuzul} {este aproape|e la doi pași|e după colț}.",
    "{Primesc|Te primesc|Vizitele sunt} $4, într-o cameră cu $6.",
    "{Vin și|Pot veni} la {hotelul tău|hoteluri|tine}{ în $c| lângă $c|}.",
    "{Casa|Locul} {are|oferă} $6{, $6|} și $3 {te așteaptă|pentru tine}.",
    "{Adresa|Drumul} {urmează|se dă} {după|la} {rezervare|mesaj}{: este $4|}.",
};

static const char *const extra[] = {
    "{Este|Am mereu} $3 {în casă|pentru oaspeți|pe masă}.",
    "{Prefer|Mai bine} oameni cu $1 și {bune maniere|punctualitate|grijă}.",
    "{Adu|Alege} {muzica ta|un disc|un film}, eu {pun|aleg} {des|mai mereu} {jazz|pian|ceva lent}.",
    "{Întreabă-mă|Scrie-mi} despre $2 {și|că} {vei vedea|vorbesc o oră}.",
    "{Prima dată|E nou pentru tine}? {Nicio grijă|Explic tot|Cu calm}.",
    "{Cupluri|Începători|Persoane mai în vârstă}: {toți sunt bineveniți|și ei sunt bineveniți}.",
    "{Card cadou|Vizită mai lungă|Rezervare lungă}: {se poate|la cerere}.",
};

static const char *const times[] = {
    "{Deschis|Liber|Disponibil} de la $t la $u{ în timpul săptămânii| toată săptămâna|, duminica nu|}.",
    "{Zile|Program}: {luni - $w|$w - duminică}, $t - $u.",
    "{De obicei|Mai ales} {seara|după-amiaza|dimineața}, {în weekend|$w} {cu programare|la cerere}.",
    "{Săptămâna asta|Până $w|De $w} {sunt aici|poți veni}, de la $t.",
    "{Fără vizite|Închis} $w; {în alte zile|altfel} până la $u.",
};

static const char *const price[] = {
    "{O oră|60 de minute|Ora}: $e {euro|EUR|€}{, jumătate de oră $f|}.",
    "{Tarif|Prețuri}: $f {pentru 30 de minute|jumătatea de oră}, $e {ora|pe oră}.",
    "{Prețuri|Tarife} {la cerere|la telefon|dacă întrebi}{, corecte și fixe|}.",
    "De la $f {euro|EUR}{, fără surprize|, totul inclus|}.",
    "$e {pe oră|ora}{, cu cină mai mult|, două ore ceva mai puțin|}.",
};

static const char *const rules[] = {
    "{Te rog|Mulțumesc}: {fără|nu} {apeluri ascunse|numere ascunse}{ și fără mesaje târzii|}.",
    "{Numerar|Numerar sau card}{, te rog|}, și {fii punctual|vino singur|sună o dată}.",
    "{Rezervă|Anunță} {cu o oră|cu o zi|cu două ore} înainte{, te rog|}.",
    "{Răspund|Răspuns} {doar|întâi} la mesaje {politicoase|scurte|clare}.",
    "{Fără tocmeală|Nu se negociază|Fără discuții fără sfârșit}{, mulțumesc|}.",
    "{Discreția|Respectul} {e reciproc important|se înțelege de la sine|contează}.",
};

static const char *const phone[] = {
    "{Sună|Sună-mă|Telefon} {la |: |}$p{, și sms|}.",
    "{Mă găsești|Sunt|Răspund} la $p{ de la $t|}.",
    "Tel{.|:|efon} $p{ ($n)|}",
    "{Mesaj|SMS|Scrie} la $p cu {numele tău|ziua și ora}.",
    "{Numărul meu este|Număr:|Mobil:} $p.",
    "{Pentru programare|Rezervări}: $p{, întreabă de $n|}.",
};

static const char *const mail[] = {
    "{Scrie|Scrie-mi} la $m.",
    "{Întrebări|Rezervări} {la|pe mail:} $m",
    "{Citesc mailul|Mai bine pe mail}: $m{, răspund într-o zi|}.",
};

static const char *const handle[] = {
    "{Mă găsești|Sunt} pe Parley{ ca|:} @$h.",
    "Parley: $h",
    "{Sau|Mai bine} {scrie|vorbește} {la |cu |}$h {pe Parley|(Parley)}.",
};

static const char *const site[] = {
    "{Scrie|Lasă un mesaj|Contact} {prin|pe} {formular|acest site|căsuța de aici}.",
    "{Folosește|Te rog folosește} {formularul|butonul de mesaj}{, răspund în aceeași zi|}.",
    "{Contact|Rezervare} {doar|numai} {prin|pe} {această pagină|acest site}.",
};

static const char *const closing[] = {
    "{Pe curând|Ne vedem|Pe mai târziu}{, $n|!|}",
    "{Aștept|Aștept cu plăcere} {apelul tău|mesajul tău|vizita ta}{, $n|.|}",
    "{Cu bine|Toate cele bune|Cu drag}, $n",
    "{Ai grijă de tine|O zi bună}{ și ne vedem în $c|}.",
    "{Nu aștepta|Nu te gândi} prea mult{, plec mai departe curând|}.",
};

static const char *const driver[] = {
    "{Dacă nu răspund|Dacă este ocupat}, {încearcă|sună} la $q.",
    "{Transportul|Șoferul} {răspunde|se rezervă} la $q.",
};

static const char *const agency[] = {
    "{Agenția noastră|Casa noastră} {lucrează|este} în $c {din 20$x|de $d ani}{ și este înregistrată|}.",
    "{Prezentăm|În echipa noastră|La noi:} $n, cu $1 și $1, {pentru|persoana potrivită pentru} $5.",
    "{Biroul|Recepția} {răspunde|este la telefon} de la $t la $u, {în fiecare zi|luni - $w}.",
    "{Toate persoanele din echipă|Cei care lucrează aici} își {aleg|stabilesc} programul{ și se dă factură|}.",
};

static const char *const spam[] = {
    "{Noutăți|Cele mai bune oferte|Lista de top} {în $c|lângă tine}! {Sună|Formează} $p {acum|azi}{, 24 de ore|}!!",
    "{Seară goală|Plictiseală}{ în $c|}? {Sute|Mii} așteaptă: $p {zi și noapte|24/7}.",
    "{Gratis|Primele minute}: {sună la|formează} $p, {nimic de instalat|fără cont}{, $c și împrejurimi|}.",
};

static const char *const footer[] = {
    "Acest anunț a fost pus de un membru înregistrat. Întrebări despre site? Sunați la serviciul nostru: $q.",
    "Atenție: nu plătiți niciodată în avans. Linie de ajutor $q, în fiecare zi de la 9 la 17.",
};

static const char *const notice[] = {
    "Raportați acest anunț dacă nu respectă regulile. În zilele lucrătoare verificăm manual anunțurile noi.",
};

static const char *const safety[] = {
    "{Pentru siguranță|Din prudență} {împart un număr cu|țin legătura cu} {colege|altele care lucrează singure}: $q.",
    "{Avem grijă una de alta|Cineva știe mereu unde sunt}: la $q se răspunde {dacă eu nu pot|zi și noapte}.",
};

static const char *const web[] = {
    "{Mai mult|Poze și program|Tot} pe $l",
    "{Vezi|Vizitează|Pagina:} $l",
    "{Tarife și poze|Program}: $l",
};

static const char *const taste[] = {
    "Îmi place mâncarea $g{ de aici|}.",
    "{Mâncare $g bună|Mâncare $g simplă} {după colț|foarte aproape|alături}.",
    "{Este|Pun} muzică $g {seara|uneori|dacă vrei}.",
    "{Duminica|Cu plăcere} gătesc mâncare $g.",
};

static const char *const split[] = {
    "$p {și apoi|apoi|și după aceea} $q",
    "$p ({acum|apoi} restul: $q)",
    "$p ... {continuă cu|urmat de} $q",
};

static const char *const quality[] = {
    "căldură", "atenție", "veselie", "răbdare", "eleganță", "politețe", "discreție", "liniște",
    "curiozitate", "simpatie", "sinceritate", "energie", "spontaneitate", "sensibilitate", "cordialitate",
    "finețe", "onestitate", "modestie", "delicatețe", "imaginație", "blândețe", "amabilitate", "înțelegere",
    "grijă",
};

static const char *const interest[] = {
    "plimbarea pe malul apei", "filmul vechi", "gătitul", "călătoria", "cititul", "înotul",
    "vizita la muzeu", "fotografia", "yoga", "grădina", "șahul", "dansul", "pictura", "vinul bun",
    "bicicleta", "arhitectura", "pianul", "romanul polițist", "ceramica", "marea", "limba nouă", "teatrul",
    "alergarea", "cântatul", "poezia", "fotbalul",
};

static const char *const table[] = {
    "un pahar de vin", "o ceașcă de ceai", "o cafea proaspătă", "apă minerală", "o cină ușoară",
    "câteva fructe", "ciocolată bună", "ceai de mentă", "o băutură rece", "o gustare",
    "o prăjitură de casă", "limonadă", "ceai verde", "pâine cu măsline", "un aperitiv",
};

static const char *const near[] = {
    "lângă gară", "în orașul vechi", "aproape de parc", "pe malul canalului", "în spatele pieței",
    "pe o stradă liniștită", "la zece minute de centru", "lângă teatru", "la marginea orașului",
    "aproape de centură", "deasupra unui magazin", "nu departe de catedrală", "în port",
    "în cartierul muzeelor", "aproape de târg", "lângă universitate", "într-o piață verde",
    "la două stații de centru", "vizavi de o brutărie", "în sudul orașului",
};

static const char *const service[] = {
    "masaj", "masaj de relaxare", "masaj cu pietre calde", "masaj la picioare", "masaj la spate",
    "wellness", "companie la cină", "aromaterapie", "o seară la saună", "întinderi", "masaj la cap",
    "o baie liniștită", "masaj sportiv", "companie la evenimente", "exerciții de respirație", "o plimbare",
    "masaj la patru mâini", "masaj cu ulei", "un tur al orașului", "o discuție lungă",
};

static const char *const room[] = {
    "lumină caldă", "o cadă mare", "lumânări", "lenjerie curată", "balcon", "muzică liniștită",
    "un duș mare", "masă de masaj", "șemineu", "covoare groase", "intrare privată", "lift",
    "o grădină mică", "prosoape curate", "aer condiționat", "o oglindă mare", "culori calde",
    "vedere spre acoperișuri",
};

static const char *const day[] = {
    "luni", "marți", "miercuri", "joi", "vineri", "sâmbătă",
};

static const char *const nation[] = {
    "belgiană", "italiană", "franceză", "spaniolă", "grecească", "thailandeză", "japoneză", "chinezească",
    "indiană", "marocană", "suedeză", "turcească",
};

/* clang-format on */

const struct lexicon lexicon_ro = {
    "ro",
    ":00",
    {PHRASES(title),  PHRASES(opening), PHRASES(manner), PHRASES(offer),  PHRASES(place), PHRASES(extra),
     PHRASES(times),  PHRASES(price),   PHRASES(rules),  PHRASES(phone),  PHRASES(mail),  PHRASES(handle),
     PHRASES(site),   PHRASES(closing), PHRASES(driver), PHRASES(agency), PHRASES(spam),  PHRASES(footer),
     PHRASES(notice), PHRASES(safety),  PHRASES(web),    PHRASES(taste),  PHRASES(split)},
    {PHRASES(quality), PHRASES(interest), PHRASES(table), PHRASES(near), PHRASES(service), PHRASES(room),
     PHRASES(day), PHRASES(nation)},
};
