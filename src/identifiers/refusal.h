/* Why something that looked like an identifier was not taken for one, in running text: counted, so that a
 * user sees what was left out. */
#ifndef IDENTIFIERS_REFUSAL_H
#define IDENTIFIERS_REFUSAL_H

enum refusal {
    REFUSAL_NONE,
    REFUSAL_DATE,     /* dates, times and spans of them */
    REFUSAL_AMOUNT,   /* prices, measures, decimals */
    REFUSAL_CARD,     /* a card number by its groups, unnamed or with a wrong check digit */
    REFUSAL_NAMED,    /* the words before call it an order, a firm's number and the like */
    REFUSAL_SHAPE,    /* groups that nobody writes a phone in */
    REFUSAL_COUNTING, /* one two three */
    REFUSAL_COUNTRY,  /* a national number, and no country known */
    REFUSAL_LENGTH,   /* too long for any number */
    REFUSAL_INVALID,  /* in no range that is in use */
    REFUSAL_GLUED,    /* part of a word or code */
    REFUSAL_IBAN,     /* remainder is not 1 */
    REFUSAL_WALLET,   /* checksum */
    REFUSAL_EMAIL,    /* no domain, or no name */
    REFUSAL_LINK,     /* a scheme without a host */
    REFUSAL_PLATE,    /* named a plate, in no country's shape */
    REFUSAL_COUNT
};

/* In words, static. */
const char *refusal_name(enum refusal refusal);

#endif
