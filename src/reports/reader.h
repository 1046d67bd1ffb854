/* A case that is open for reading: its store, and the little that every answer needs of it. */
#ifndef REPORTS_READER_H
#define REPORTS_READER_H

#include "base/arena.h"
#include "records/roles.h"
#include "sealing/digest.h"
#include "store/read_case.h"
#include "text/normalise.h"

struct column {
    struct field_row row;
    enum party party; /* PARTY_COUNT where it has no role */
    enum column_type type;
};

struct reader {
    struct store *store;
    struct arena arena;
    struct resource_row *resources; /* [1 .. resource_count] */
    uint32_t resource_count;
    struct column *columns; /* [1 .. column_count] */
    uint32_t column_count;
    struct fold_table folds; /* made when a text is first read */
    char key[DIGEST_HEX];    /* of pseudonyms */
};

enum bowline_status reader_open(const char *path, struct reader *out,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Takes a store that is open; closes it where that fails. */
enum bowline_status reader_attach(struct store *store, struct reader *out,
                                  struct bowline_error *err) BOWLINE_WARN_UNUSED;
void reader_close(struct reader *reader);

/* NULL where the case file names an id that it does not hold. */
const struct resource_row *reader_resource(const struct reader *reader, uint32_t resource);
const struct column *reader_column(const struct reader *reader, uint32_t field);
uint32_t reader_find_resource(const struct reader *reader, struct span name); /* 0 where there is none */

/* The name that a protected value is shown under. */
#define PSEUDONYM_SIZE 40
void reader_pseudonym(const struct reader *reader, struct span value, char out[PSEUDONYM_SIZE]);

/* A copy in the arena, zero-terminated; {NULL, 0} on failure. */
struct span arena_copy(struct arena *arena, struct span s);

#endif
