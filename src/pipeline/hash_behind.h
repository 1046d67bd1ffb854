/* Hashing behind reading: one thread hashes a block while the caller goes on with it. Order is kept, so the
 * digest is that of the bytes as they were read. */
#ifndef PIPELINE_HASH_BEHIND_H
#define PIPELINE_HASH_BEHIND_H

#include "base/span.h"
#include "sealing/digest.h"

struct hash_behind;

/* digest: begun; the caller's, and not to be looked at before hash_behind_free. NULL where memory or threads
 * are short: then hash where you stand. */
struct hash_behind *hash_behind_new(struct digest *digest);

/* Waits until the block before is hashed, and hands over this one. It must stay, unchanged, until the next
 * push or hash_behind_free returns. */
void hash_behind_push(struct hash_behind *behind, struct span block);

/* Waits until all is hashed. NULL allowed. */
void hash_behind_free(struct hash_behind *behind);

#endif
