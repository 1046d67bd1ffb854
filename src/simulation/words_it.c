/* Italian sentences. Qualities are nouns, so that no sentence has to know who speaks. */
#include "simulation/lexicon.h"

/* A pattern a line. */
/* clang-format off */
static const char *const title[] = {
    "{$n a $c|$n, $c|$c: $n}{| questa settimana| adesso| di nuovo}",
    "{Un'ora|Una serata|Un momento} {di calma|di $1|senza fretta} {con $n|a $c}",
    "{$5|$5 e $5} {a $c|da $n|$4}",
    "{Compagnia|Piacevole compagnia} {per una cena|per una serata|a $c}{, $n|}",
    "{Vieni a conoscere|Ecco} $n{: $1 e $1| a $c|}",
    "{Novità a|Di ritorno a|Pochi giorni a} $c{: $n| - $n|, $n}",
    "$n{: | - |, }{$1 e $1|tempo per $5|compagnia con $1}",
};

static const char *const opening[] = {
    "{Ciao|Buongiorno|Buonasera}{, |! }{sono|mi chiamo|puoi chiamarmi} $n{| e sono a $c| e per ora vivo a $c}.",
    "{Mi chiamo|Sono} $n, una persona con {molta|tanta} $1{ e con la passione di $2|}.",
    "{Dopo una giornata lunga|Dopo la settimana|Se ti serve una pausa}, {vieni a|ti aiuto a} {riposare|staccare|rilassarti}{ a $c|}.",
    "{Qui $n|Ti saluta $n}, {grazie della visita|che piacere che tu legga|benvenuti}.",
    "{Cerchi|Vuoi|Ti va} {compagnia con $1|una serata tranquilla|$5}{ a $c|}?",
    "{Ora a $c|In questi giorni a $c|Di nuovo a $c}: $n, {si apprezza|molti ricordano} {la mia cortesia|la mia $1|la mia accoglienza}.",
    "{Da qualche tempo|Da poco} sono a $c {e offro|dove offro} $5{ e $5|}{, senza fretta|}.",
};

static const char *const manner[] = {
    "{Dicono che|Si vede che} ho $1, $1 {e|e anche} $1.",
    "Mi piace $2, $2 e {una buona chiacchierata|parlare con calma|$2}.",
    "{Nel tempo libero|Nei giorni liberi|Quando non lavoro} {preferisco|scelgo} $2{ o $2|}.",
    "{Troverai|Ti aspetta} una persona con $1 e $1, {che ha tempo|che sa ascoltare|senza fretta}.",
    "{Mi prendo il mio tempo|Non guardo mai l'orologio|Non amo la fretta}, e {la buona educazione|una parola gentile|un gesto} {conta|ha valore} per me.",
    "{Parlare|Chiacchierare} di cose come $2 {viene facile|si può sempre}, {e anche tacere|e anche ridere}.",
    "{Gli amici|I clienti abituali|I miei ospiti} {apprezzano|ricordano} la mia $1{, forse la mia $1|}.",
};

static const char *const offer[] = {
    "{Offro|Puoi scegliere:|La mia lista:} $5, $5 e $5.",
    "{La maggior parte viene|Molti vengono|Vieni} per $5, {alcuni|altri} {restano per|chiedono} $5{ o $5|}.",
    "{Ti accompagno a|Insieme a} {una cena|un pranzo|un concerto|uno spettacolo}, {poi|forse|e più tardi} $3.",
    "{Con me, $5|Da me, $5} {dura|prende} $d0 minuti{ o più|}.",
    "Con $3 {parliamo|ci sediamo|ci rilassiamo} {prima|un poco}, {poi|dopo} {viene|segue} $5.",
    "$5{ di $d0 minuti|}, {e poi|oppure} $5, {proprio|esattamente} come {vuoi|preferisci|ti piace}.",
    "{Viaggi|Fine settimana|Viaggi di lavoro} in compagnia{: si può concordare|, cena inclusa|, su richiesta}.",
};

static const char *const place[] = {
    "{L'appartamento|Lo studio|La stanza|La casa} si trova $4, con $6 e $6.",
    "Mi {trovi|troverai} $4{ a $c|}; {il parcheggio|il tram|l'autobus} {è vicino|è a due passi|ferma all'angolo}.",
    "{Ricevo|Ti ricevo|Le visite sono} $4, in una stanza con $6.",
    "{Vengo anche|Posso venire} {nel tuo albergo|in albergo|da te}{ a $c| vicino a $c|}.",
    "{La casa|Il posto} {ha|offre} $6{, $6|} e $3 {ti aspetta|per te}.",
    "{L'indirizzo|La strada} {arriva|si dà} {dopo|con} {la prenotazione|il tuo messaggio}{: è $4|}.",
};

static const char *const extra[] = {
    "{C'è|Ho sempre} $3 {in casa|per gli ospiti|sul tavolo}.",
    "{Preferisco|Meglio} persone con $1 e {buone maniere|puntualità|cura di sé}.",
    "{Porta|Scegli} {la tua musica|un disco|un film}, io {metto|scelgo} {spesso|quasi sempre} {jazz|il pianoforte|qualcosa di lento}.",
    "{Chiedimi|Scrivimi} di $2 {e|che} {vedrai|ne parlo per un'ora}.",
    "{Prima volta|È tutto nuovo}? {Nessun problema|Spiego tutto|Con calma}.",
    "{Coppie|Principianti|Persone mature}: {tutti benvenuti|anche loro benvenuti}.",
    "{Buono regalo|Visita più lunga|Prenotazione lunga}: {è possibile|su richiesta}.",
};

static const char *const times[] = {
    "{Aperto|Libero|Disponibile} dalle $t alle $u{ nei giorni feriali| tutta la settimana|, domenica esclusa|}.",
    "{Giorni|Orari}: {da lunedì a $w|da $w a domenica}, $t - $u.",
    "{Di solito|Soprattutto} {la sera|il pomeriggio|la mattina}, {fine settimana|$w} {su appuntamento|su richiesta}.",
    "{Questa settimana|Fino a $w|Da $w} {sono qui|puoi venire}, dalle $t.",
    "{Niente visite|Chiuso} di $w; {gli altri giorni|altrimenti} fino alle $u.",
};

static const char *const price[] = {
    "{Un'ora|60 minuti|L'ora}: $e {euro|EUR|€}{, mezz'ora $f|}.",
    "{Tariffa|Prezzi}: $f {per 30 minuti|la mezz'ora}, $e {l'ora|per un'ora}.",
    "{Prezzi|Tariffe} {su richiesta|al telefono|se chiedi}{, giusti e fissi|}.",
    "Da $f {euro|EUR}{, senza sorprese|, tutto incluso|}.",
    "$e {all'ora|l'ora}{, con cena più a lungo|, due ore un po' meno|}.",
};

static const char *const rules[] = {
    "{Per favore|Grazie}: {niente|senza} {chiamate anonime|numeri nascosti}{ né messaggi tardi|}.",
    "{Contanti|Contanti o carta}{, per favore|}, e {sii puntuale|vieni da solo|suona una volta}.",
    "{Prenota|Avvisa} {un'ora|un giorno|due ore} prima{, per favore|}.",
    "{Rispondo|Risposta} {solo|prima} a messaggi {educati|brevi|chiari}.",
    "{Non si tratta|Niente trattative|Niente chat infinite}{, grazie|}.",
    "{La discrezione|Il rispetto} {è reciproco dovere|va da sé|per me conta}.",
};

static const char *const phone[] = {
    "{Chiama|Chiamami|Telefono} {al |: |}$p{, anche sms|}.",
    "{Mi trovi|Sono|Rispondo} al $p{ dalle $t|}.",
    "Tel{.|:|efono} $p{ ($n)|}",
    "{Messaggio|SMS|Scrivi} al $p con {il tuo nome|giorno e ora}.",
    "{Il mio numero è|Numero:|Cellulare:} $p.",
    "{Per un appuntamento|Prenotazioni}: $p{, chiedi di $n|}.",
};

static const char *const mail[] = {
    "{Scrivi|Scrivimi} a $m.",
    "{Domande|Prenotazioni} {a|per mail:} $m",
    "{Leggo la posta|Meglio per mail}: $m{, rispondo in un giorno|}.",
};

static const char *const handle[] = {
    "{Mi trovi|Sono} su Parley{ come|:} @$h.",
    "Parley: $h",
    "{Oppure|Meglio} {scrivi|chatta} {a |con |}$h {su Parley|(Parley)}.",
};

static const char *const site[] = {
    "{Scrivi|Lascia un messaggio|Contatto} {con|tramite} {il modulo|questo sito|la casella qui}.",
    "{Usa|Per favore usa} il {modulo|pulsante messaggio}{, rispondo in giornata|}.",
    "{Contatto|Prenotazione} {solo|soltanto} {da|su} {questa pagina|questo sito}.",
};

static const char *const closing[] = {
    "{A presto|A dopo|Ci vediamo}{, $n|!|}",
    "{Aspetto|Aspetto con piacere} {la tua chiamata|il tuo messaggio|la tua visita}{, $n|.|}",
    "{Un saluto|Cordiali saluti|Con affetto}, $n",
    "{Stammi bene|Buona giornata}{ e a presto a $c|}.",
    "{Non aspettare|Non pensarci} troppo{, presto riparto|}.",
};

static const char *const driver[] = {
    "{Se non rispondo|Se è occupato}, {prova|chiama} il $q.",
    "{Il trasporto|L'autista} {risponde|si prenota} al $q.",
};

static const char *const agency[] = {
    "{La nostra agenzia|La nostra casa} {lavora|è} a $c {dal 20$x|da $d anni}{ ed è registrata|}.",
    "{Presentiamo|Nella nostra squadra|Con noi:} $n, con $1 e $1, {per|nota per} $5.",
    "{L'ufficio|La segreteria} {risponde|è in linea} dalle $t alle $u, {ogni giorno|da lunedì a $w}.",
    "{Tutte le persone della squadra|Chi lavora qui} {sceglie|decide} i propri orari{ e c'è la fattura|}.",
};

static const char *const spam[] = {
    "{Novità|Le migliori offerte|La lista top} {a $c|vicino a te}! {Chiama|Componi} il $p {ora|oggi}{, 24 ore|}!!",
    "{Ti annoi|Serata vuota}{ a $c|}? {Centinaia|Migliaia} aspettano: $p {giorno e notte|24/7}.",
    "{Gratis|Primi minuti}: {chiama|componi} il $p, {niente da installare|senza account}{, $c e dintorni|}.",
};

static const char *const footer[] = {
    "Questo annuncio è stato inserito da un membro registrato. Domande sul sito? Il nostro servizio risponde al $q.",
    "Attenzione: non pagare mai in anticipo. Linea di aiuto $q, ogni giorno dalle 9 alle 17.",
};

static const char *const notice[] = {
    "Segnala questo annuncio se non rispetta le regole. Nei giorni lavorativi controlliamo a mano gli annunci nuovi.",
};

static const char *const safety[] = {
    "{Per sicurezza|Per prudenza} {condivido un numero con|sono in contatto con} {colleghe|altre che lavorano da sole}: $q.",
    "{Ci guardiamo le spalle|Qualcuno sa sempre dove sono}: al $q si risponde {se non posso io|giorno e notte}.",
};

static const char *const web[] = {
    "{Di più|Foto e orari|Tutto} su $l",
    "{Guarda|Visita|Sito:} $l",
    "{Tariffe e foto|Agenda}: $l",
};

static const char *const taste[] = {
    "Mi piace la cucina $g{ qui vicino|}.",
    "{Buona|Semplice} cucina $g {dietro l'angolo|molto vicino|accanto}.",
    "{C'è|Metto} musica $g {la sera|a volte|se vuoi}.",
    "{La domenica|Con piacere} preparo una cena $g.",
};

static const char *const split[] = {
    "$p {e poi|poi|e dopo} $q",
    "$p ({ora|dopo} il resto: $q)",
    "$p ... {continua con|seguito da} $q",
};

static const char *const quality[] = {
    "calma", "tenerezza", "attenzione", "allegria", "pazienza", "eleganza", "cortesia", "discrezione",
    "serenità", "curiosità", "simpatia", "sincerità", "franchezza", "vivacità", "spontaneità",
    "sensibilità", "cordialità", "finezza", "onestà", "modestia", "delicatezza", "fantasia", "dolcezza",
    "gentilezza",
};

static const char *const interest[] = {
    "camminare lungo il fiume", "guardare vecchi film", "cucinare", "viaggiare", "leggere", "nuotare",
    "visitare musei", "fotografare", "fare yoga", "curare le piante", "giocare a scacchi", "ballare",
    "dipingere", "bere buon vino", "andare in bici", "suonare il piano", "leggere gialli", "fare ceramica",
    "stare al mare", "imparare lingue", "andare a teatro", "correre", "cantare", "leggere poesie",
    "guardare il calcio",
};

static const char *const table[] = {
    "un bicchiere di vino", "una tazza di tè", "un caffè fresco", "acqua frizzante", "una cena leggera",
    "un po' di frutta", "buon cioccolato", "tè alla menta", "una bibita fresca", "uno spuntino",
    "una torta fatta in casa", "una limonata", "tè verde", "pane e olive", "un aperitivo",
};

static const char *const near[] = {
    "vicino alla stazione", "nella città vecchia", "accanto al parco", "lungo il canale",
    "dietro il mercato", "in una via tranquilla", "a dieci minuti dal centro", "accanto al teatro",
    "in periferia", "vicino al raccordo", "sopra un negozio", "non lontano dal duomo", "al porto",
    "nel quartiere dei musei", "vicino alla fiera", "vicino all'università", "su una piazza verde",
    "a due fermate dal centro", "davanti a una panetteria", "nel sud della città",
};

static const char *const service[] = {
    "massaggio", "massaggio rilassante", "massaggio con pietre calde", "massaggio ai piedi",
    "massaggio alla schiena", "benessere", "compagnia a cena", "aromaterapia", "una serata in sauna",
    "stretching", "massaggio alla testa", "un bagno tranquillo", "massaggio sportivo",
    "compagnia per eventi", "esercizi di respiro", "una passeggiata", "massaggio a quattro mani",
    "massaggio con olio", "un giro della città", "una lunga chiacchierata",
};

static const char *const room[] = {
    "luce soffusa", "una grande vasca", "candele", "lenzuola fresche", "un balcone", "musica tranquilla",
    "una doccia ampia", "un lettino da massaggio", "un camino", "tappeti spessi", "un ingresso privato",
    "l'ascensore", "un piccolo giardino", "asciugamani puliti", "aria condizionata", "un grande specchio",
    "colori caldi", "vista sui tetti",
};

static const char *const day[] = {
    "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato",
};

static const char *const nation[] = {
    "belga", "italiana", "francese", "spagnola", "greca", "tailandese", "giapponese", "cinese", "indiana",
    "marocchina", "svedese", "turca",
};

/* clang-format on */

const struct lexicon lexicon_it = {
    "it",
    ":00",
    {PHRASES(title),  PHRASES(opening), PHRASES(manner), PHRASES(offer),  PHRASES(place), PHRASES(extra),
     PHRASES(times),  PHRASES(price),   PHRASES(rules),  PHRASES(phone),  PHRASES(mail),  PHRASES(handle),
     PHRASES(site),   PHRASES(closing), PHRASES(driver), PHRASES(agency), PHRASES(spam),  PHRASES(footer),
     PHRASES(notice), PHRASES(safety),  PHRASES(web),    PHRASES(taste),  PHRASES(split)},
    {PHRASES(quality), PHRASES(interest), PHRASES(table), PHRASES(near), PHRASES(service), PHRASES(room),
     PHRASES(day), PHRASES(nation)},
};
