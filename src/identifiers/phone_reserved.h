/* Numbers that regulators keep for films, books and examples. */
#ifndef IDENTIFIERS_PHONE_RESERVED_H
#define IDENTIFIERS_PHONE_RESERVED_H

#include <stdbool.h>

/* e164: "+447700900123". */
bool phone_is_reserved(const char *e164);

#endif
