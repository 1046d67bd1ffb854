/* The words that people name tables and columns with. */
#include "records/guess_words.h"

struct word_list {
    int meaning;
    const char *words; /* between spaces */
};

static const struct word_list kind_words[] = {
    {KIND_AD,
     " ad ads advert adverts advertisement advertisements advertentie advertenties annonce annonces anzeige "
     "anzeigen inserat inserate anuncio anuncios annuncio annunci anunt anunturi "},
    {KIND_STAY,
     " stay stays booking bookings reservation reservations boeking boekingen reservering reserveringen "
     "verblijf verblijven sejour sejours buchung buchungen reservierung reservierungen aufenthalt estancia "
     "estancias reserva reservas prenotazione prenotazioni soggiorno soggiorni estadia estadias rezervare "
     "rezervari sedere sederi "},
    {KIND_PAYMENT,
     " payment payments transaction transactions transfer transfers remittance remittances betaling "
     "betalingen transactie transacties paiement paiements virement virements zahlung zahlungen "
     "uberweisung uberweisungen transaktion transaktionen pago pagos transaccion transacciones "
     "transferencia transferencias pagamento pagamenti pagamentos transazione transazioni bonifico "
     "bonifici plata plati tranzactie tranzactii "},
    {KIND_CALL,
     " call calls cdr cdrs message messages sms oproep oproepen bericht berichten appel appels anruf anrufe "
     "nachricht nachrichten llamada llamadas mensaje mensajes chiamata chiamate messaggi chamada chamadas "
     "mensagem mensagens apel apeluri mesaje "},
    {KIND_PREMISES,
     " premises premise hotel hotels listing listings property properties venue venues pand panden "
     "locaux logement logements objekte unterkunft unterkunfte alojamiento alojamientos inmuebles locali "
     "alloggi alojamento alojamentos imoveis spatii cazare cazari imobile "},
    {KIND_PERSON,
     " person persons people suspect suspects personen persoon personne personnes persona personas persone "
     "pessoa pessoas persoana persoane "},
    {KIND_REPORT,
     " report reports article articles news tip tips statement statements melding meldingen artikel "
     "artikelen rapport rapporten rapports bericht meldung meldungen informe informes noticia noticias "
     "articolo articoli notizie segnalazioni relatorio relatorios raport rapoarte stiri sesizari "},
};

static const struct word_list party_words[] = {
    {PARTY_FROM,
     " from sender src caller calling debtor originator ordering remitter van afzender opdrachtgever beller "
     "expediteur emetteur appelant donneur von absender auftraggeber anrufer remitente emisor ordenante "
     "llamante mittente ordinante chiamante remetente ordenante expeditor platitor apelant "},
    {PARTY_TO,
     " to receiver recipient dst called callee creditor beneficiary payee naar ontvanger begunstigde "
     "destinataire beneficiaire appele an empfanger begunstigter angerufener destinatario beneficiario "
     "receptor chiamato recebedor destinatar beneficiar apelat "},
    {PARTY_BOOKER, " booker booked boeker reservant reserveur bucher reservista prenotante "},
    {PARTY_PAYER, " payer betaler payeur zahler pagador pagatore "},
    {PARTY_GUEST,
     " guest guests gast gasten client hote gaste huesped huespedes ospite ospiti hospede hospedes oaspete "
     "oaspeti "},
    {PARTY_OWNER,
     " owner host landlord eigenaar proprietaire eigentumer propietario proprietario proprietar "},
    {PARTY_MANAGER, " manager beheerder gerant verwalter gerente gestore administrator "},
    {PARTY_ADVERTISED, " advertised model "},
    {PARTY_AUTHOR, " author reporter auteur autor autore journalist "},
};

/* Earlier lines win: an "e-mail address" is no address, a "card number" no number. */
static const struct word_list type_words[] = {
    {TYPE_EMAIL, " email emails mail emailaddress courriel correo "},
    {TYPE_URL, " url urls link website webseite homepage permalink "},
    {TYPE_PHONE,
     " phone phones phonenumber tel telephone telefoon telefoonnummer telefon telefonnummer telefono "
     "telefone "
     "mobile mobiel gsm handy portable movil cellulare telemovel celular msisdn whatsapp phonenr "},
    {TYPE_ACCOUNT,
     " account iban bankaccount rekening rekeningnummer compte konto kontonummer cuenta conto conta cont "
     "wallet card kaart carte karte tarjeta "},
    {TYPE_HANDLE,
     " handle username nickname telegram instagram snapchat skype gebruikersnaam pseudo benutzername usuario "
     "utente "},
    {TYPE_PLATE,
     " plate licenseplate nummerplaat kenteken immatriculation kennzeichen matricula targa inmatriculare "},
    {TYPE_DOCUMENT,
     " passport document paspoort passeport reisepass ausweis pasaporte passaporto passaporte pasaport "
     "documento "},
    {TYPE_IMAGE, " image imagehash phash photo photohash picture foto bild imagen immagine imagem "},
    {TYPE_BORN, " born birth birthdate dob dateofbirth geboortedatum geboren naissance geburtsdatum "
                "geburtstag nacimiento "
                "nascita nascimento nasterii nastere "},
    {TYPE_START,
     " start begin checkin arrival arrived startdate aankomst inchecken debut arrivee beginn ankunft anreise "
     "inicio llegada entrada inizio arrivo chegada sosire inceput "},
    {TYPE_END, " end checkout departure departed enddate einde vertrek uitchecken fin depart ende abreise "
               "abfahrt salida "
               "fine partenza saida partida plecare sfarsit "},
    {TYPE_TIME,
     " time date datetime timestamp posted created published when datum tijd tijdstip heure zeit zeitpunkt "
     "fecha hora data ora datahora "},
    {TYPE_LAT, " lat latitude breedtegraad breitengrad latitud latitudine "},
    {TYPE_LON, " lon lng long longitude lengtegraad langengrad longitud longitudine "},
    {TYPE_CURRENCY, " currency valuta munt devise wahrung moneda divisa moeda "},
    {TYPE_AMOUNT, " amount sum bedrag montant betrag importe monto importo quantia valor suma "},
    {TYPE_DURATION, " duration seconds duur duree dauer duracion durata duracao "},
    {TYPE_POSTCODE,
     " postcode zip zipcode postalcode plz postleitzahl cap codigopostal codepostal codpostal "},
    {TYPE_COUNTRY, " country countrycode land pays pais paese tara "},
    {TYPE_PLACE,
     " place city town location stad plaats ville lieu ort stadt ciudad lugar citta luogo cidade oras "
     "localitate gemeente commune "},
    {TYPE_ADDRESS, " address street adres straat adresse rue strasse strase direccion calle indirizzo via "
                   "endereco rua adresa "
                   "strada "},
    {TYPE_TEXT,
     " text body title description message content headline notes tekst titel beschrijving inhoud texte "
     "titre "
     "contenu beschreibung inhalt texto titulo descripcion contenido testo titolo descrizione descricao "
     "conteudo continut descriere titlu "},
    {TYPE_CATEGORY, " category categorie kategorie categoria "},
    {TYPE_CHANNEL, " channel method kanaal canal kanal canale "},
    {TYPE_SITE, " site platform plateforme plattform sitio sito "},
    {TYPE_SOURCE, " source bron quelle fuente fonte sursa "},
    {TYPE_GRADE, " grade grading "},
    {TYPE_HANDLING, " handling tlp "},
    {TYPE_ATTRIBUTE,
     " occupation job profession beroep metier beruf profesion ocupacion professione profissao ocupatie "},
    {TYPE_NAME,
     " name fullname alias firstname lastname surname naam voornaam achternaam nom prenom nachname vorname "
     "nombre apellido nome cognome sobrenome nume prenume "},
};

/* The letter below an accent, of the two-byte letters that these languages have; 0 for any other. */
static char plain_letter(unsigned char lead, unsigned char byte)
{
    static const char latin1[] = "aaaaaaaceeeeiiiidnooooo*ouuuuyts"; /* U+00C0 to U+00DF, and 32 above */
    if (lead == 0xc3 && byte >= 0x80 && byte <= 0xbf)
        return latin1[byte & 31];
    if (lead == 0xc4 && (byte == 0x82 || byte == 0x83))
        return 'a';
    if (lead == 0xc5)
        return byte == 0x9e || byte == 0x9f ? 's' : byte == 0xa2 || byte == 0xa3 ? 't' : 0;
    if (lead == 0xc8)
        return byte == 0x98 || byte == 0x99 ? 's' : byte == 0x9a || byte == 0x9b ? 't' : 0;
    return 0;
}

/* The letter or digit at `at`, small and plain, or 0; *step: its bytes; *is_capital: in ASCII. */
static char letter_at(struct span name, size_t at, size_t *step, bool *is_capital)
{
    unsigned char c = (unsigned char)name.at[at];
    *step = 1;
    *is_capital = c >= 'A' && c <= 'Z';
    if (*is_capital)
        return (char)(c | 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        return (char)c;
    if (c < 0xc0 || at + 1 == name.length)
        return 0;
    char plain = plain_letter(c, (unsigned char)name.at[at + 1]);
    *step = plain ? 2 : 1;
    return plain;
}

static void append_letter(char word[GUESS_MOST_NAME], char letter)
{
    size_t length = strlen(word);
    if (length + 1 < GUESS_MOST_NAME) {
        word[length] = letter;
        word[length + 1] = '\0';
    }
}

void guess_name_read(struct span name, struct guess_name *out)
{
    bool in_word = false;
    bool was_small = false;
    size_t step;
    *out = (struct guess_name){0};
    for (size_t at = 0; at < name.length; at += step) {
        bool is_capital;
        char letter = letter_at(name, at, &step, &is_capital);
        if (!letter || (is_capital && was_small))
            in_word = false;
        was_small = letter && !is_capital;
        if (!letter)
            continue;
        if (!in_word && out->count == GUESS_MOST_WORDS)
            break;
        out->count += !in_word;
        in_word = true;
        append_letter(out->words[out->count - 1], letter);
        append_letter(out->whole, letter);
    }
}

static bool has_word(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = list; length && (at = strstr(at, word)) != NULL; at++)
        if (at[-1] == ' ' && at[length] == ' ')
            return true;
    return false;
}

static int find_meaning(const struct word_list *lists, size_t count, const struct guess_name *name, int none)
{
    for (size_t l = 0; l < count; l++) {
        if (has_word(lists[l].words, name->whole))
            return lists[l].meaning;
        for (size_t w = 0; w < name->count; w++)
            if (has_word(lists[l].words, name->words[w]))
                return lists[l].meaning;
    }
    return none;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum record_kind guess_kind_word(const struct guess_name *name)
{
    return (enum record_kind)find_meaning(kind_words, COUNT(kind_words), name, KIND_NONE);
}

enum party guess_party_word(const struct guess_name *name)
{
    return (enum party)find_meaning(party_words, COUNT(party_words), name, PARTY_COUNT);
}

enum column_type guess_type_word(const struct guess_name *name)
{
    /* "check in", "date of birth": the words together say more than one of them. */
    for (size_t l = 0; l < COUNT(type_words); l++)
        if (has_word(type_words[l].words, name->whole))
            return (enum column_type)type_words[l].meaning;
    return (enum column_type)find_meaning(type_words, COUNT(type_words), name, TYPE_NONE);
}
