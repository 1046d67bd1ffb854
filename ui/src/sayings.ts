// Sentences that the case says in English, in French and Dutch: the part of the text table that is looked up by what the
// sentence is, {a} {b} being its numbers. One that is not here is shown as it came, and marked as English.
import { h, type Child } from './dom';
import { language } from './texts';

const table: [string, string, string][] = [
  // Rivals: src/roles/rival_list.c
  ['Organised exploitation', 'Exploitation organisée', 'Georganiseerde uitbuiting'],
  ['Independent workers who share a phone, a driver or a flat', 'Des indépendants qui partagent un téléphone, un chauffeur ou un logement', 'Zelfstandigen die een telefoon, een chauffeur of een flat delen'],
  ['An artefact of the data', 'Un artefact des données', 'Een gevolg van de gegevens zelf'],
  ['No count says that anybody is exploited: that takes a statement, an inspection, or a report that says so.', 'Aucun chiffre ne dit que quelqu’un est exploité : il faut une déclaration, une inspection ou un rapport qui le dise.', 'Geen telling zegt dat iemand wordt uitgebuit: daarvoor is een verklaring, een inspectie of een verslag nodig dat het zegt.'],
  ['A landlord, a driver, a hotel desk or a shared flat can look like this.', 'Un bailleur, un chauffeur, un accueil d’hôtel ou un logement partagé peut avoir cet aspect.', 'Een verhuurder, een chauffeur, een hotelbalie of een gedeelde flat kan er zo uitzien.'],
  ['A mistyped number or a reused account can look like this: check the example records.', 'Un numéro mal saisi ou un compte réutilisé peut avoir cet aspect : vérifiez les exemples.', 'Een verkeerd getikt nummer of een hergebruikte rekening kan er zo uitzien: bekijk de voorbeelden.'],
  ['{a} payments? between members are known; {b} of them went to one member.', 'Paiements connus entre membres : {a}, dont {b} à un seul membre.', 'Bekende betalingen tussen leden: {a}, waarvan {b} naar één lid.'],
  ['{a} members? (?:is|are) paid through an account that several pay into and that passes it on.', 'Membres payés par un compte que plusieurs alimentent et qui transmet l’argent : {a}.', 'Leden die betaald worden via een rekening waar meerderen op storten en die het geld doorgeeft: {a}.'],
  ['{a} of {b} stays that members booked are for a guest of another name.', '{a} des {b} séjours réservés par des membres sont pour un hôte d’un autre nom.', '{a} van de {b} verblijven die leden boekten zijn voor een gast met een andere naam.'],
  ['Of {a} members who answer ads, only {b} also book or pay: the work is divided.', 'Des {a} membres qui répondent aux annonces, seuls {b} réservent ou paient aussi : le travail est réparti.', 'Van de {a} leden die op advertenties antwoorden, boeken of betalen er maar {b} ook zelf: het werk is verdeeld.'],
  ['{a} kinds of tie point the same way, with {b} bits together.', '{a} sortes de liens vont dans le même sens, avec {b} bits ensemble.', '{a} soorten banden wijzen dezelfde kant op, samen {b} bits.'],
  ['No payment between members is known.', 'Aucun paiement entre membres n’est connu.', 'Er is geen betaling tussen leden bekend.'],
  ['No account is known in which money is collected.', 'Aucun compte où l’argent est rassemblé n’est connu.', 'Er is geen rekening bekend waarop geld wordt verzameld.'],
  ['{a} of {b} stays were booked under the guest\'s own name, or name no guest.', '{a} des {b} séjours ont été réservés au nom de l’hôte, ou ne nomment personne.', '{a} van de {b} verblijven zijn op naam van de gast geboekt, of noemen geen gast.'],
  ['Of {a} members who answer ads, {b} also book or pay for themselves.', 'Des {a} membres qui répondent aux annonces, {b} réservent ou paient aussi pour eux-mêmes.', 'Van de {a} leden die op advertenties antwoorden, boeken of betalen er {b} ook voor zichzelf.'],
  ['{a} records? only shows? a shared address, person or contact.', 'Enregistrements qui ne montrent qu’une adresse, une personne ou un contact partagé : {a}.', 'Records die alleen een gedeeld adres, een gedeelde persoon of een gedeeld contact tonen: {a}.'],
  ['No member answers half of the ads: the most are {a} of {b}.', 'Aucun membre ne répond à la moitié des annonces : au plus {a} sur {b}.', 'Geen lid beantwoordt de helft van de advertenties: hoogstens {a} van {b}.'],
  ['No money is known to pass between members.', 'On ne connaît pas d’argent qui passe entre membres.', 'Er is geen geld bekend dat tussen leden gaat.'],
  ['Money, calls or bookings pass between members in {a} records?.', 'Enregistrements où argent, appels ou réservations passent entre membres : {a}.', 'Records waarin geld, oproepen of boekingen tussen leden gaan: {a}.'],
  ['{a} of {b} payments between members went to one of them.', '{a} des {b} paiements entre membres sont allés à l’un d’eux.', '{a} van de {b} betalingen tussen leden gingen naar één van hen.'],
  ['One member answers {a} of {b} ads.', 'Un membre répond à {a} des {b} annonces.', 'Eén lid beantwoordt {a} van de {b} advertenties.'],
  ['Nothing is merely shared: every tie is a deed.', 'Rien n’est seulement partagé : chaque lien est un acte.', 'Niets is louter gedeeld: elke band is een handeling.'],
  ['{a} of {b} ties? rests? on a single record.', 'Liens qui reposent sur un seul enregistrement : {a} sur {b}.', 'Banden die op één record rusten: {a} van {b}.'],
  ['{a} of {b} members hangs? on one tie of one record.', 'Membres qui tiennent à un lien d’un seul enregistrement : {a} sur {b}.', 'Leden die aan één band van één record hangen: {a} van {b}.'],
  ['All records come from one table: an error in it would carry through.', 'Tous les enregistrements viennent d’un seul tableau : une erreur s’y propagerait.', 'Alle records komen uit één tabel: een fout daarin werkt door.'],
  ['{a} of {b} records stand twice in their table.', '{a} des {b} enregistrements figurent deux fois dans leur tableau.', '{a} van de {b} records staan twee keer in hun tabel.'],
  ['The records come from {a} tables.', 'Les enregistrements viennent de {a} tableaux.', 'De records komen uit {a} tabellen.'],
  ['{a} of {b} ties rest on more than one record.', '{a} des {b} liens reposent sur plus d’un enregistrement.', '{a} van de {b} banden rusten op meer dan één record.'],
  ['No member hangs on one tie of one record.', 'Aucun membre ne tient à un lien d’un seul enregistrement.', 'Geen lid hangt aan één band van één record.'],
  // Red flags: src/money/flag_list.c
  ['Cash paid in below the limit, and soon gone again', 'Espèces versées sous le seuil, et vite reparties', 'Contant gestort onder de grens, en snel weer weg'],
  ['five payments in as cash or without an account, each below the reporting limit, and seven tenths of the money gone within a week', 'cinq versements en espèces ou sans compte, chacun sous le seuil de déclaration, et sept dixièmes de l’argent partis en une semaine', 'vijf stortingen contant of zonder rekening, elk onder de meldgrens, en zeven tiende van het geld binnen een week weg'],
  ['a market stall or a club whose takings pay the next order', 'un étal de marché ou un club dont les recettes paient la commande suivante', 'een marktkraam of club waarvan de ontvangsten de volgende bestelling betalen'],
  ['Many small senders to one account', 'Beaucoup de petits payeurs vers un compte', 'Veel kleine betalers naar één rekening'],
  ['ten senders of small sums within a month', 'dix payeurs de petites sommes en un mois', 'tien betalers van kleine bedragen binnen een maand'],
  ['a shop, a landlord, an association, a collection for a present', 'un magasin, un bailleur, une association, une collecte pour un cadeau', 'een winkel, een verhuurder, een vereniging, een inzameling voor een cadeau'],
  ['In and out within days, and nothing kept', 'Entré et sorti en quelques jours, rien n’est gardé', 'Binnen enkele dagen in en uit, en niets blijft staan'],
  ['three payments in, nine tenths of the money gone within a week, and as much out as in', 'trois entrées, neuf dixièmes de l’argent partis en une semaine, et autant de sorties que d’entrées', 'drie stortingen, negen tiende van het geld binnen een week weg, en evenveel uit als in'],
  ['an account that is used for one purpose, such as rent that is passed on by flatmates', 'un compte à usage unique, comme un loyer que des colocataires transmettent', 'een rekening voor één doel, zoals huur die huisgenoten doorgeven'],
  ['Payments between 22:00 and 06:00', 'Paiements entre 22 h et 6 h', 'Betalingen tussen 22.00 en 6.00 uur'],
  ['half of five payments or more with a time of day are of the night (UTC, which is an hour or two early for western Europe)', 'la moitié d’au moins cinq paiements avec une heure sont de nuit (UTC, une ou deux heures de moins qu’en Europe de l’Ouest)', 'de helft van vijf of meer betalingen met een uur is van de nacht (UTC, een of twee uur vroeger dan West-Europa)'],
  ['night work, bars and taxis, a bank that books at midnight', 'travail de nuit, bars et taxis, une banque qui comptabilise à minuit', 'nachtwerk, cafés en taxi’s, een bank die om middernacht boekt'],
  ['Transactions from changing cities', 'Opérations depuis des villes changeantes', 'Verrichtingen uit wisselende steden'],
  ['payments at three places within a fortnight', 'des paiements en trois lieux en deux semaines', 'betalingen op drie plaatsen binnen twee weken'],
  ['travel for work, lorry drivers, holidays', 'déplacements professionnels, routiers, vacances', 'werkreizen, vrachtwagenchauffeurs, vakantie'],
  ['Hotels and short lets, again and again', 'Hôtels et locations courtes, encore et encore', 'Hotels en korte verhuur, telkens weer'],
  ['four payments within a month to houses where people of this case stay', 'quatre paiements en un mois à des maisons où séjournent des personnes de ce dossier', 'vier betalingen binnen een maand aan huizen waar mensen uit dit dossier verblijven'],
  ['business travel, a firm that lodges its workers, families that were moved', 'voyages d’affaires, une entreprise qui loge ses ouvriers, des familles déplacées', 'zakenreizen, een bedrijf dat zijn werknemers huisvest, verplaatste gezinnen'],
  ['Small repeated payments to sites of ads', 'Petits paiements répétés à des sites d’annonces', 'Kleine herhaalde betalingen aan advertentiesites'],
  ['three small payments within a quarter to a site where ads of this case stand', 'trois petits paiements en un trimestre à un site où figurent des annonces de ce dossier', 'drie kleine betalingen binnen een kwartaal aan een site waar advertenties uit dit dossier staan'],
  ['anybody who sells or lets through ads, and everybody who works alone', 'quiconque vend ou loue par annonces, et quiconque travaille seul', 'wie via advertenties verkoopt of verhuurt, en wie alleen werkt'],
  ['The account stands in an ad', 'Le compte figure dans une annonce', 'De rekening staat in een advertentie'],
  ['the account that a payment names is also read in an ad', 'le compte nommé par un paiement se lit aussi dans une annonce', 'de rekening van een betaling staat ook in een advertentie'],
  ['anybody who takes deposits for what is advertised', 'quiconque prend des acomptes pour ce qui est annoncé', 'wie voorschotten vraagt voor wat geadverteerd wordt'],
  ['One payer or booker for rooms of several named guests', 'Un seul payeur ou réservant pour plusieurs hôtes nommés', 'Eén betaler of boeker voor kamers van meerdere gasten'],
  ['stays of three differently named guests with one payer\'s account or one booker\'s contact', 'des séjours de trois hôtes de noms différents avec le compte d’un payeur ou le contact d’un réservant', 'verblijven van drie gasten met verschillende namen met de rekening van één betaler of het contact van één boeker'],
  ['a travel agency, an employer, a family, a sports club', 'une agence de voyages, un employeur, une famille, un club sportif', 'een reisbureau, een werkgever, een gezin, een sportclub'],
  ['stays of {a} differently named guests', 'séjours de {a} hôtes de noms différents', 'verblijven van {a} gasten met verschillende namen'],
  ['Amounts just under a reporting limit', 'Montants juste sous un seuil de déclaration', 'Bedragen net onder een meldgrens'],
  ['two payments within a month of nine to ten tenths of 10,000', 'deux paiements en un mois de neuf à dix dixièmes de 10 000', 'twee betalingen binnen een maand van negen tot tien tiende van 10.000'],
  ['a car, a deposit for a house, wages of a small firm', 'une voiture, un acompte pour une maison, les salaires d’une petite entreprise', 'een auto, een voorschot voor een huis, de lonen van een klein bedrijf'],
];

const patterns = new Map<string, RegExp>();
function fits(pattern: string, text: string): string[] | null {
  const found = patterns.get(pattern) ?? new RegExp(`^${pattern.replace(/\.$/, '\\.').replace(/\{\w\}/g, '(\\d+(?:\\.\\d+)?)')}$`);
  patterns.set(pattern, found);
  return found.exec(text)?.slice(1) ?? null;
}

export function saying(text: string): Child {
  if (language() === 'en') return text;
  for (const [pattern, french, dutch] of table) {
    const numbers = text === pattern ? [] : pattern.includes('{') ? fits(pattern, text) : null;
    if (numbers) return (language() === 'fr' ? french : dutch).replace(/\{(\w)\}/g, (_, name: string) => (numbers[name.charCodeAt(0) - 97] ?? '').replace('.', ','));
  }
  return h('span', { lang: 'en' }, text);
}
