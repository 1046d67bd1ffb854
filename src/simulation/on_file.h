/* What banks and carriers have on file of those who use them: what a case gets from them beside the payment
 * or the call itself. Whoever it is, the shares are the same. */
#ifndef SIMULATION_ON_FILE_H
#define SIMULATION_ON_FILE_H

#include "simulation/profile.h"

/* Which ends of a payment or call are known to who gave it to the case: at least one, since else it would not
 * be there. */
struct ends_known {
    bool from, to;
};
struct ends_known ends_by_bank(const struct world *world, uint32_t from, uint32_t to);
struct ends_known ends_by_carrier(const struct world *world, uint32_t from, uint32_t to);

/* The phone that a bank has of its customer; false where it has none. Files are brought up to date once a
 * year. */
bool file_phone(const struct world *world, uint32_t op, uint32_t day, struct phone_use *out);
bool file_has_mail(const struct world *world, uint32_t op);

/* The identity document that was shown; some are renewed. Nothing for firms, and where it was not asked for.
 */
void file_document_write(struct buffer *out, const struct world *world, uint32_t op, uint32_t day);

/* The handset that a number is used in, as its carrier sees it: 15 digits that no handset has (an IMEI whose
 * first two are 00 is a test device's). random: of the call. */
void handset_write(struct buffer *out, const struct world *world, uint32_t op, uint32_t day,
                   struct random *random);

#endif
