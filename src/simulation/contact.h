/* Contacts that nobody has: telephone numbers, accounts, e-mails, handles. Each is a function of an ordinal,
 * so that nothing is kept, and two ordinals give two values as long as the blocks last
 * (docs/methods/simulation.md names the blocks). */
#ifndef SIMULATION_CONTACT_H
#define SIMULATION_CONTACT_H

#include "base/buffer.h"

enum { PHONE_STYLES = 8 }; /* below PHONE_NATIONAL written with the country's code, the others without */
enum { PHONE_E164 = 0, PHONE_GROUPED_ABROAD = 1, PHONE_NATIONAL = 3, PHONE_GROUPED = 3 };

void phone_write(struct buffer *out, unsigned country, uint64_t ordinal, unsigned style);

/* How many ordinals of a country have a number of their own; behind them numbers come again. */
uint64_t phone_capacity(unsigned country);

/* An IBAN in groups of four or in one piece. The bank is invented; all check digits are right. */
void iban_write(struct buffer *out, unsigned country, uint64_t ordinal, bool grouped);

/* "lena.4k1f9@example.org"; "lena_4k1f9". The name is reduced to its ASCII letters. */
void mail_write(struct buffer *out, const char *name, uint64_t ordinal);
void handle_write(struct buffer *out, const char *name, uint64_t ordinal);

/* Ordinals that have an account, a mail, a handle, a website of their own. */
enum { IBAN_CAPACITY = 10000000, NAME_CAPACITY = 60466176 /* 36^5 */ };

/* "marlens-4k1f9.example"; the name is reduced to its ASCII letters. */
void website_write(struct buffer *out, const char *name, uint64_t ordinal);

/* "0-KLM-482", as no country issues them: Belgian plates begin with 1 to 9. */
void plate_write(struct buffer *out, uint64_t ordinal);

/* "ZZ4817302651": ZZ is kept by ISO 3166-1 for users, no state's passports begin with it. */
void document_write(struct buffer *out, uint64_t hash);

/* A wallet of Bitcoin (bech32, BIP 173, with its checksum) or of Ethereum (40 hexadecimal digits), of a hash,
 * so that nobody holds its key. */
enum wallet_kind { WALLET_BITCOIN, WALLET_ETHEREUM, WALLET_KINDS };
void wallet_write(struct buffer *out, uint64_t hash, enum wallet_kind kind);

#endif
