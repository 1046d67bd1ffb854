/* Links: pairs of mentions with the bits for and against their having one operator, and each summand
 * (docs/methods/evidence.md). Candidates come from blocking on shared values; no block is quadratic. */
#ifndef LINKS_LINK_TABLE_H
#define LINKS_LINK_TABLE_H

#include "base/bits.h"
#include "base/parallel.h"
#include "identifiers/identifier_table.h"
#include "links/calibration.h"
#include "records/mention_table.h"
#include "templates/template_table.h"

enum evidence_kind {
    EVIDENCE_PRIOR = 1,  /* how rarely two mentions taken at random have one operator: negative */
    EVIDENCE_IDENTIFIER, /* both use `value`, an identifier_id */
    EVIDENCE_TEMPLATE,   /* both are written from `value`, a template_id */
    EVIDENCE_NAME,
    EVIDENCE_BORN,
    EVIDENCE_PLACE,
    EVIDENCE_POSTCODE,
    EVIDENCE_ADDRESS,
    EVIDENCE_ATTRIBUTE,
    EVIDENCE_DISTANCE, /* metres apart */
    EVIDENCE_TIME,     /* in two places at once, or too far apart for the time between */
    EVIDENCE_KIND_COUNT
};

struct evidence {
    millibits bits;
    uint32_t value; /* identifier or template; else 0 */
    uint8_t kind;   /* enum evidence_kind */
    uint8_t level;  /* how well a compared value agrees: enum evidence_level */
};

enum evidence_level {
    LEVEL_NONE,
    LEVEL_EXACT,
    LEVEL_CLOSE,   /* differs as a slip of the pen would; a picture, as one that was cut or drawn upon */
    LEVEL_PARTIAL, /* in part: a surname, a year; an identifier that is a picture, which tells who is shown */
    LEVEL_DIFFERENT
};

/* Whether it is of a picture, equal or near. */
static inline bool evidence_is_picture(const struct evidence *e)
{
    return e->kind == EVIDENCE_IDENTIFIER && (e->level == LEVEL_PARTIAL || e->level == LEVEL_CLOSE);
}

struct link {
    mention_id a, b; /* a < b */
    millibits bits;  /* the sum of its evidence */
    uint32_t evidence_count;
    uint64_t first_evidence;
};

/* How an identifier or template behaves: the chance that it is one operator's own, and why. */
struct ownership {
    uint32_t records;      /* that use it */
    uint32_t others;       /* distinct other identifiers used beside it */
    uint32_t places;       /* distinct places */
    uint16_t per_mille;    /* chance of being exclusive, in thousandths */
    millibits bits;        /* what sharing it is worth */
    millibits person_bits; /* likewise between protected parties: whether they are one person */
};

struct link_table {
    struct link *links; /* by (a, b) */
    size_t count;
    struct evidence *evidence;
    size_t evidence_count;
    struct ownership *identifier_ownership; /* [1 .. identifiers] */
    struct ownership *template_ownership;   /* [1 .. templates] */
    uint64_t *mention_keys; /* [1 .. mentions]: hash of resource, row id and party; breaks ties without regard
                               to the order of rows */
    uint32_t *chances;      /* [1 .. mentions]: values by which a false link may come, at least 1 */
    millibits prior;
    struct calibration calibration; /* of the claimed probabilities */
    uint64_t pairs_compared;
    uint64_t pairs_cut; /* left out because a value's block was too large */
};

/* What a person decided of a value: that everybody uses it (worth nothing), or that it is one operator's own
 * (worth all that its type can be). It outranks how the value behaves (docs/methods/decisions.md). */
struct decided_value {
    uint32_t value; /* identifier_id or template_id */
    bool is_template, is_exclusive;
};

struct link_inquiry;

struct link_inputs {
    const struct record_table *records;
    const struct mention_table *mentions;
    const struct identifier_table *identifiers;
    const struct template_table *templates;
    const struct decided_value *decided; /* each value once; NULL where there is none */
    size_t decided_count;
    struct link_inquiry *inquiry; /* a pair that is asked about (links/inquiry.h); NULL for none */
};

struct link_options {
    uint32_t window;          /* neighbours compared within the block of a shared value, by time */
    uint32_t portrait_window; /* neighbours compared within a block of alike names, dates and places */
    uint32_t closure;         /* members of a linked group whose other pairs are compared too */
    millibits least_hope; /* a pair of names or dates below this under first guesses is not looked at again */
    millibits least_bits; /* links below are not kept, but for those that speak against a linked group */
    millibits least_worth; /* a value in more than 200 records that is worth less makes no pairs of its own */
};

extern const struct link_options link_defaults;

const char *evidence_kind_name(enum evidence_kind kind);
const char *evidence_level_name(enum evidence_level level);

enum bowline_status link_table_build(const struct link_inputs *inputs, const struct link_options *options,
                                     const struct parallel *parallel, struct link_table *out,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;
void link_table_init(struct link_table *table);
void link_table_release(struct link_table *table);
const char *link_table_check(const struct link_table *table);

#endif
