/* Identifiers: the contacts and marks by which records can be told to belong together, each with where it was
 * read. Values are normalised (docs/methods/identifiers.md); ids run from 1 by (type, value) in byte order,
 * so that they do not depend on the order of rows. */
#ifndef IDENTIFIERS_IDENTIFIER_TABLE_H
#define IDENTIFIERS_IDENTIFIER_TABLE_H

#include "base/parallel.h"
#include "identifiers/refusal.h"
#include "records/record_table.h"

typedef uint32_t identifier_id; /* 0 is none */

enum identifier_type {
    IDENTIFIER_PHONE = 1, /* E.164, "+32470123456" */
    IDENTIFIER_EMAIL,     /* lower case */
    IDENTIFIER_HANDLE,    /* "service:name", lower case; ":name" where the service is unknown */
    IDENTIFIER_URL,       /* "host/path", lower-case host, no scheme, no "www.", no trailing slash */
    IDENTIFIER_ACCOUNT,   /* IBAN without spaces, or the token in upper case */
    IDENTIFIER_PLATE,     /* upper case letters and digits */
    IDENTIFIER_DOCUMENT,
    IDENTIFIER_IMAGE, /* lower-case hex */
    IDENTIFIER_TYPE_COUNT
};

/* How a find was written. */
enum identifier_form {
    FORM_COLUMN,     /* a cell of its own */
    FORM_PLAIN,      /* in running text, as usual */
    FORM_SEPARATED,  /* digits with unusual signs or words between them */
    FORM_SPELLED,    /* in words */
    FORM_LETTERS,    /* letters for digits */
    FORM_EMOJI,      /* keycaps */
    FORM_FULLWIDTH,  /* full-width digits */
    FORM_DECORATIVE, /* enclosed, raised or mathematical digits */
    FORM_SCRIPT,     /* digits of another script */
    FORM_HOMOGLYPH,  /* letters of another script for digits */
    FORM_SPLIT,      /* in parts, over a sentence or two cells */
    FORM_MIXED,      /* several of these */
    FORM_AT_DOT,     /* "at" and "dot" in words */
    FORM_DEFANGED,   /* hxxp, [.] */
    FORM_HOMOGRAPH,  /* a domain with letters beyond ASCII */
    FORM_CONTEXT,    /* told by the words around it */
    FORM_COUNT
};

struct identifier {
    struct text_ref value; /* in the pool */
    uint32_t records;      /* that use it */
    uint8_t type;          /* enum identifier_type */
    uint8_t is_protected;  /* used by protected parties only: show as a pseudonym */
};

struct identifier_use {
    record_id record;
    identifier_id identifier;
    uint32_t start, end; /* bytes within the cell's value; end is exclusive */
    uint32_t cell;       /* which cell of the record: 0-based from record_cells_begin */
    uint8_t party;       /* enum party */
    uint8_t form;        /* enum identifier_form */
    int16_t bits;        /* how sure, in thousandths of a bit: log2 of the odds that it was meant */
};

struct identifier_reject {
    record_id record;
    field_id field;
    const char *reason; /* static */
};

struct identifier_table {
    uint32_t count;
    struct identifier *identifiers; /* [1 .. count] */
    struct buffer pool;
    struct identifier_use *uses; /* by record, cell, start, identifier */
    size_t use_count;
    struct identifier_reject *rejects; /* cells with a role that hold no valid value, by record and field */
    size_t reject_count;
    uint64_t refused[REFUSAL_COUNT]; /* what looked like an identifier in a text and is none, by reason */
};

const char *identifier_type_name(enum identifier_type type); /* "phone"; static */
const char *identifier_form_name(enum identifier_form form);

struct gazetteer;

/* Reads every cell that has a role of an identifier and every text. gazetteer: tells the country of national
 * numbers in records that say a place and no country; NULL: nothing does. */
enum bowline_status identifier_table_build_in(const struct record_table *records,
                                              const struct gazetteer *gazetteer,
                                              const struct parallel *parallel, struct identifier_table *out,
                                              struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same without a gazetteer. */
enum bowline_status identifier_table_build(const struct record_table *records,
                                           const struct parallel *parallel, struct identifier_table *out,
                                           struct bowline_error *err) BOWLINE_WARN_UNUSED;
void identifier_table_init(struct identifier_table *table);
void identifier_table_release(struct identifier_table *table);
struct span identifier_value(const struct identifier_table *table, identifier_id id);
const char *identifier_table_check(const struct identifier_table *table); /* NULL, or what is wrong */

#endif
