/* A checksum at the end of each page of the case file, so that a flip of any bit is found, also where no row
 * stands: 8 bytes that SQLite leaves free ("reserved space" of the file format), XXH3 of the rest of the page
 * and its number, put as the page is written. Any SQLite tool still opens the file; one that writes a page
 * leaves its stamp wrong. It finds accidents; what finds an expert is the signed digests of table_digest.h.
 */
#ifndef STORE_PAGE_STAMP_H
#define STORE_PAGE_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#define PAGE_SIZE_OF_CASE 8192
#define PAGE_STAMP_BYTES  8

struct sqlite3;

/* The name for sqlite3_open_v2 of what writes stamps; NULL where SQLite has no room to register it. */
const char *page_stamp_vfs(void);

/* Before a database is made: asks SQLite to leave the bytes free. */
void page_stamp_reserve(struct sqlite3 *db);

bool page_stamp_is_right(const unsigned char page[PAGE_SIZE_OF_CASE], uint32_t number);

#endif
