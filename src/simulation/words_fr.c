/* French sentences.. */
#include "simulation/lexicon.h"

/* A pattern a line. */
/* clang-format off */
static const char *const title[] = {
    "{$n à $c|$n, $c|$c : $n}{| cette semaine| en ce moment| de retour}",
    "{Un moment|Une heure|Une soirée} {calme|douce|tranquille} {avec $n|à $c}",
    "{$5|$5 et $5} {à $c|chez $n|$4}",
    "{Compagnie|Agréable compagnie} {pour un dîner|pour une soirée|à $c}{, $n|}",
    "{Rencontrez|Bienvenue chez} $n{, compagnie $1 et $1| à $c|}",
    "{Nouveau à|De retour à|Quelques jours à} $c{ : $n| - $n|, $n}",
    "$n{ : | - |, }{compagnie $1 et $1|le temps d'un instant|compagnie $1}",
};

static const char *const opening[] = {
    "{Bonjour|Bonsoir|Bienvenue}{, | ! }{je suis|je m'appelle|appelez-moi} $n{| et je séjourne à $c| et je vis à $c pour l'instant}.",
    "{Je m'appelle|Je suis} $n, une personne {$1 et $1|$1 mais aussi $1}{, et j'aime $2|}.",
    "{Après une longue journée|Après une semaine chargée|Besoin d'une pause ?} {venez|prenez le temps de} {souffler|vous détendre|vous reposer}{ à $c|}.",
    "$n {ici|à votre écoute}, {heureux moment de calme|quel plaisir de vous lire|merci de votre visite}.",
    "{Vous cherchez|Envie de|Vous avez envie de} {compagnie $1|une soirée calme|$5}{ à $c|} ?",
    "{En ce moment à $c|Ces jours-ci à $c|De nouveau à $c} : $n, on apprécie {mes bonnes manières|ma compagnie $1|$5}.",
    "{Depuis quelque temps|Depuis peu} je suis à $c {et je propose|où je propose} $5{ et $5|}{, sans hâte|}.",
};

static const char *const manner[] = {
    "On {dit|trouve} que je suis une personne $1, $1 {et|mais} $1.",
    "J'aime $2, $2 et {une bonne conversation|les longues discussions|$2}.",
    "{Dans mon temps libre|Les jours de repos|Quand je ne travaille pas}, {je pense à|j'aime} $2{ ou $2|}.",
    "{Attendez-vous à|Vous trouverez} une personne $1 et $1, {qui a le temps|avec de la patience|à l'écoute}.",
    "Je {prends mon temps|ne regarde jamais l'heure|n'aime pas la hâte}, et {la politesse|un mot gentil|un sourire} {compte|a du prix} pour moi.",
    "{Parler|Une discussion} autour de : $2, {cela vient tout seul|c'est toujours possible}, {le silence aussi|rire aussi}.",
    "{Mes amis|Les habitués|Mes hôtes} parlent d'une personne $1, {peut-être|parfois} un peu $1.",
};

static const char *const offer[] = {
    "{Je propose|Au choix :|Vous choisissez :} $5, $5 et $5.",
    "{La plupart viennent|Beaucoup viennent|Venez} pour $5, {certains|d'autres} {restent pour|demandent} $5{ ou $5|}.",
    "{Ensemble à|Je vous accompagne à} {un dîner|un déjeuner|un concert|une pièce de théâtre}, {puis|peut-être|et plus tard} $3.",
    "{Avec moi|Chez moi}, $5 : {une pause $1|une heure $1 à deux}, {comptez|au moins} $d0 minutes{ ou plus|}.",
    "Avec $3, {on parle|on se pose|on se détend} {d'abord|un peu}, {puis|ensuite} {vient|suit} $5.",
    "$5{ de $d0 minutes|}, {puis|ou} $5, {juste|exactement} comme vous {aimez|voulez|préférez}.",
    "{Voyages|Week-ends|Déplacements} {possibles|sur demande|à convenir}{, dîner compris|}.",
};

static const char *const place[] = {
    "{L'appartement|Le studio|Le lieu|L'endroit} se trouve $4, {avec|et offre} $6 et $6.",
    "Vous me {trouvez|trouverez} $4{ à $c|} ; {parking|le tram|le bus} {tout près|à deux pas|au coin}.",
    "{Je reçois|Visites|Je vous accueille} $4, {dans une pièce avec|où vous trouvez} $6.",
    "{Je me déplace|Je viens aussi} {à votre hôtel|dans les hôtels|chez vous}{ à $c| autour de $c|}.",
    "{La maison|Le lieu} est {propre|calme|tranquille|agréable}, {avec|il y a} $6{, $6|} et $3 {vous attend|pour vous}.",
    "{L'adresse suit|Le chemin est indiqué|L'adresse arrive} {après|dès} {la réservation|votre message}{ : c'est $4|}.",
};

static const char *const extra[] = {
    "{Il y a|J'ai toujours} $3 {à la maison|pour mes hôtes|sur la table}.",
    "{Je préfère|De préférence} une compagnie $1 et {polie|ponctuelle|soignée}.",
    "{Apportez|Choisissez} {votre musique|un disque|un film}, je {mets|choisis} {souvent|surtout} {du jazz|du piano|quelque chose de lent}.",
    "{Parlez-moi|Écrivez-moi} : $2, {et|car} {vous verrez|j'en parle une heure}.",
    "{Première fois|Nouveau ici} ? {Pas d'inquiétude|J'explique tout|Restez tranquille}.",
    "{Couples|Débutants|Hôtes plus âgés} {bienvenus|aussi bienvenus}.",
    "{Chèque-cadeau|Visite plus longue|Rendez-vous plus long} {possible|sur demande}.",
};

static const char *const times[] = {
    "{Ouvert|Libre|Disponible} {de $t à|entre $t et} $u{ en semaine| toute la semaine|, sauf le dimanche|}.",
    "{Jours|Heures} : {lundi à $w|$w à dimanche}, $t - $u.",
    "{Surtout|En général} {le soir|l'après-midi|le matin}, {week-end|$w} {à convenir|sur demande}.",
    "{Cette semaine|Jusqu'à $w|Dès $w} {je suis là|vous pouvez passer}, {après|dès} $t.",
    "{Pas de visite|Fermé} le $w ; {les autres jours|sinon} jusqu'à $u.",
};

static const char *const price[] = {
    "{Une heure|L'heure} {à|coûte|:} $e {euros|EUR|€}{, demi-heure $f|}.",
    "{Tarif|Prix} : $f {les 30 minutes|la demi-heure}, $e l'heure.",
    "{Prix|Tarifs} {sur demande|par téléphone|quand vous appelez}{, justes et fixes|}.",
    "Dès $f {euros|EUR}{, sans surprise|, tout compris|}.",
    "$e par heure{, dîner plus long|, deux heures à prix doux|}.",
};

static const char *const rules[] = {
    "{Merci|SVP} : sans {appels|numéros} {masqués|cachés}{ ni messages tardifs|}.",
    "{Espèces|Espèces ou carte}{, merci|}, et {soyez à l'heure|venez seul|sonnez une fois}.",
    "{Réservez|Prévenez} {une heure|un jour|deux heures} {avant|à l'avance}{, svp|}.",
    "{Je réponds|Réponse} {seulement|d'abord} aux messages {polis|courts|clairs}.",
    "{Pas de|Merci de ne pas faire de} {marchandage|négociation|longs bavardages}.",
    "{Discrétion|Respect} {des deux côtés|va de soi|important pour moi}.",
};

static const char *const phone[] = {
    "{Appelez|Appelez-moi|Téléphonez} au $p{, sms aussi|}.",
    "{Vous me joignez|On me joint|Joignable} au $p{ dès $t|}.",
    "Tél{.| :|éphone :} $p{ ($n)|}",
    "{Message|SMS|Texto} au $p avec {votre nom|jour et heure}.",
    "{Mon numéro :|Numéro :|GSM :} $p.",
    "{Pour un rendez-vous|Réserver} : $p{, demandez $n|}.",
};

static const char *const mail[] = {
    "{Écrivez|Écrivez-moi} à $m.",
    "{Questions|Réservations} {à|par mail :} $m",
    "{Je lis mes mails|De préférence par mail} : $m{, réponse en un jour|}.",
};

static const char *const handle[] = {
    "{Retrouvez-moi|Je suis} sur Parley : @$h.",
    "Parley : $h",
    "{Ou|Mieux :} {chattez|écrivez} {à |avec |}$h {sur Parley|(Parley)}.",
};

static const char *const site[] = {
    "{Écrivez|Laissez un mot|Contact} {par|via} {le formulaire|ce site|la messagerie ici}.",
    "{Utilisez|Merci d'utiliser} {le formulaire|le bouton message}{, je réponds le jour même|}.",
    "{Contact|Réservation} {uniquement|seulement} {via|sur} {cette page|le site}.",
};

static const char *const closing[] = {
    "{À bientôt|À très vite|À tout de suite}{, $n| !|}",
    "{Au plaisir de|Je me réjouis de} {vous lire|votre appel|vous rencontrer}{, $n|.|}",
    "{Cordialement|Bien à vous|Amicalement}, $n",
    "{Prenez soin de vous|Bonne journée}{ et à bientôt à $c|} !",
    "{N'attendez|Ne tardez} pas trop{, je repars bientôt|}.",
};

static const char *const driver[] = {
    "{Si je ne réponds pas|Ligne occupée} ? {Essayez|Appelez} le $q.",
    "{Le transport|Le chauffeur} {répond|se réserve} au $q.",
};

static const char *const agency[] = {
    "Notre {agence|équipe} {travaille|est active} à $c {depuis 20$x|depuis $d ans}{ et est enregistrée|}.",
    "{Nous présentons|Dans notre équipe|Chez nous :} $n, $1 et $1, {pour|on apprécie} $5.",
    "{Le bureau|L'accueil} {est ouvert|répond} {de $t à|entre $t et} $u, {tous les jours|lundi à $w}.",
    "{Toutes nos hôtes|Nos hôtes} choisissent leurs heures{ et vous recevez une facture|}.",
};

static const char *const spam[] = {
    "{Nouveau|Meilleures offres|Top liste} {à $c|près de vous} ! {Appelez|Composez} le $p {maintenant|aujourd'hui}{, 24 h|} !!",
    "{Un peu seul|De l'ennui}{ à $c|} ? {Des centaines|Des milliers} attendent : $p {jour et nuit|24/7}.",
    "{Gratuit|Premières minutes} : {appelez|composez} le $p, {rien à installer|sans compte}{, $c et environs|}.",
};

static const char *const footer[] = {
    "Cette annonce a été placée par un membre enregistré. Une question sur le site ? Appelez notre service au $q.",

    "Prudence : ne payez jamais d'avance. Ligne d'aide $q, tous les jours de 9 à 17 h.",
};

static const char *const notice[] = {

    "Signalez cette annonce si elle ne respecte pas nos règles. Nous relisons chaque nouvelle annonce les jours ouvrables.",
};
static const char *const safety[] = {
    "{Par sécurité|Par prudence}, {je partage un numéro avec|je reste en contact avec} {des collègues|d'autres qui travaillent seules} : $q.",
    "{Nous veillons les unes sur les autres|Quelqu'un sait toujours où je suis} : le $q répond {si je ne peux pas|jour et nuit}.",
};

static const char *const web[] = {
    "{Plus|Photos et horaires|Tout} sur $l",
    "{Voir|Visitez|Site :} $l",
    "{Tarifs et photos|Agenda} : $l",
};

static const char *const taste[] = {
    "{J'aime|Je connais bien} la cuisine $g{ à $c|}.",
    "{Bonne|Petite} cuisine $g {au coin de la rue|tout près|à côté}.",
    "{Il y a|Je mets} de la musique $g {le soir|parfois|si vous voulez}.",
    "Je {prépare|sers} de la cuisine $g {le dimanche|avec plaisir}.",
};

static const char *const split[] = {
    "$p {et puis|puis|et ensuite} $q",
    "$p ({maintenant|ensuite} la suite : $q)",
    "$p ... {suivi de|et la fin :} $q",
};
/* clang-format on */

static const char *const quality[] = {
    "calme",    "aimable",  "tendre",     "agréable", "joviale",  "patiente",  "raffinée", "chaleureuse",
    "drôle",    "polie",    "discrète",   "détendue", "curieuse", "soignée",   "affable",  "attentive",
    "sincère",  "ouverte",  "tranquille", "vive",     "prudente", "spontanée", "fiable",   "espiègle",
    "sensible", "cordiale", "élégante",   "simple",   "honnête",  "modeste",
};

static const char *const interest[] = {
    "les promenades au bord de l'eau",
    "les vieux films",
    "la cuisine",
    "les voyages",
    "la lecture",
    "la natation",
    "les musées",
    "la photographie",
    "le yoga",
    "le jardinage",
    "les échecs",
    "la danse",
    "la peinture",
    "le bon vin",
    "le vélo",
    "l'architecture",
    "le piano",
    "les romans policiers",
    "les jeux de société",
    "la poterie",
    "les brocantes",
    "les longs petits-déjeuners",
    "la mer",
    "les langues",
    "le théâtre",
    "la pâtisserie",
    "la course à pied",
    "le chant",
    "la poésie",
    "le football",
};

static const char *const table[] = {
    "un verre de vin",      "une tasse de thé",   "un café frais",
    "une eau pétillante",   "un souper léger",    "un fruit",
    "un bon chocolat",      "un thé à la menthe", "une boisson fraîche",
    "une petite collation", "un gâteau maison",   "une limonade",
    "un chocolat chaud",    "un thé vert",        "un plat d'olives",
    "un apéritif",
};

static const char *const near[] = {
    "près de la gare",
    "dans la vieille ville",
    "à côté du parc",
    "au bord du canal",
    "derrière le marché",
    "dans une rue calme",
    "à dix minutes du centre",
    "à côté du théâtre",
    "aux portes de la ville",
    "près du ring",
    "au-dessus d'une boutique",
    "non loin de la cathédrale",
    "près du port",
    "dans le quartier des musées",
    "près de la foire",
    "près de l'université",
    "sur une place verte",
    "à deux arrêts du centre",
    "en face d'une boulangerie",
    "dans le sud de la ville",
};

static const char *const service[] = {
    "massage",
    "massage relaxant",
    "massage aux pierres chaudes",
    "massage des pieds",
    "massage du dos",
    "bien-être",
    "compagnie à dîner",
    "aromathérapie",
    "une soirée sauna",
    "étirements",
    "massage de la tête",
    "un bain tranquille",
    "massage sportif",
    "compagnie pour une fête",
    "exercices de respiration",
    "une promenade",
    "massage à quatre mains",
    "massage à l'huile",
    "une visite de la ville",
    "une longue conversation",
};

static const char *const room[] = {
    "une lumière douce",
    "une grande baignoire",
    "des bougies",
    "du linge frais",
    "un balcon",
    "une musique calme",
    "une douche de pluie",
    "une table de massage",
    "une cheminée",
    "des tapis épais",
    "une entrée privée",
    "un ascenseur",
    "un petit jardin",
    "des serviettes propres",
    "la climatisation",
    "un grand miroir",
    "des couleurs chaudes",
    "une vue sur les toits",
};

static const char *const day[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"};

static const char *const nation[] = {"belge",    "italienne",    "française", "espagnole",
                                     "grecque",  "thaïlandaise", "japonaise", "chinoise",
                                     "indienne", "marocaine",    "suédoise",  "turque"};

const struct lexicon lexicon_fr = {
    "fr",
    " h",
    {PHRASES(title),  PHRASES(opening), PHRASES(manner), PHRASES(offer),  PHRASES(place), PHRASES(extra),
     PHRASES(times),  PHRASES(price),   PHRASES(rules),  PHRASES(phone),  PHRASES(mail),  PHRASES(handle),
     PHRASES(site),   PHRASES(closing), PHRASES(driver), PHRASES(agency), PHRASES(spam),  PHRASES(footer),
     PHRASES(notice), PHRASES(safety),  PHRASES(web),    PHRASES(taste),  PHRASES(split)},
    {PHRASES(quality), PHRASES(interest), PHRASES(table), PHRASES(near), PHRASES(service), PHRASES(room),
     PHRASES(day), PHRASES(nation)},
};
