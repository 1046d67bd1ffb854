-- The case file. Facts are what was given and what people decided; conclusions are all that can be computed again.
-- Ids run from 1. Text is UTF-8. Times are seconds since 1970-01-01 in UTC; an end is exclusive. Bits are thousandths
-- of a bit (log2 of a likelihood ratio).

-- FACTS ---------------------------------------------------------------------------------------------------------------

CREATE TABLE resource ( -- a table that was read
    resource     INTEGER PRIMARY KEY, -- in the order of the data package
    name         TEXT NOT NULL UNIQUE, -- as the data package names it
    kind         TEXT NOT NULL, -- what one row is: ad, stay, payment, call, premises, person, report
    path         TEXT NOT NULL, -- as the data package gives it, beside that file
    format       TEXT NOT NULL, -- csv or jsonl
    encoding     TEXT NOT NULL, -- utf-8, utf-16le, utf-16be, windows-1252: as recognised
    compression  TEXT NOT NULL, -- none, gzip, zstd
    delimiter    TEXT NOT NULL, -- one character; empty for jsonl
    sha256       TEXT NOT NULL, -- of the file's bytes as they lie on disk, in hex
    bytes        INTEGER NOT NULL, -- of the file on disk
    records      INTEGER NOT NULL, -- rows kept
    rejected     INTEGER NOT NULL  -- rows and cells in the reject table
) STRICT;

CREATE TABLE field ( -- a column of a resource
    field        INTEGER PRIMARY KEY,
    resource     INTEGER NOT NULL, -- resource.resource
    position     INTEGER NOT NULL, -- 0-based
    name         TEXT NOT NULL,
    party        TEXT NOT NULL, -- whose it is; empty where it has no role
    type         TEXT NOT NULL, -- what it holds; empty where it has no role
    format       TEXT NOT NULL  -- the data package's format; empty where not given
) STRICT;

CREATE TABLE record ( -- a row as it stood in its source
    record       INTEGER PRIMARY KEY,
    resource     INTEGER NOT NULL, -- resource.resource
    key          TEXT NOT NULL, -- the row's own id, or its line where it has none
    line         INTEGER NOT NULL, -- 1-based
    byte         INTEGER NOT NULL, -- where the row starts in its source, after decompression
    length       INTEGER NOT NULL, -- bytes of the row in its source, line end not counted
    duplicate_of INTEGER NOT NULL, -- the first record of the resource with the same cells, or 0
    source       TEXT NOT NULL -- the row itself, as UTF-8
) STRICT;

CREATE TABLE reject ( -- a row or a cell that could not be read
    reject       INTEGER PRIMARY KEY,
    resource     INTEGER NOT NULL, -- resource.resource
    line         INTEGER NOT NULL, -- 1-based, where the row starts
    byte         INTEGER NOT NULL, -- where the row starts
    column_name  TEXT NOT NULL, -- empty for a whole row
    reason       TEXT NOT NULL
) STRICT;

CREATE TABLE case_info ( -- what the case as a whole is
    name         TEXT PRIMARY KEY, -- title, package
    value        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- CONCLUSIONS ---------------------------------------------------------------------------------------------------------

CREATE TABLE stage_run ( -- a stage whose tables are up to date
    stage        TEXT PRIMARY KEY, -- pipeline/stages.c
    version      INTEGER NOT NULL, -- of its method
    fingerprint  TEXT NOT NULL, -- SHA-256 of version, options and the fingerprints of what it reads
    summary      TEXT NOT NULL  -- one sentence in numbers
) STRICT, WITHOUT ROWID;

CREATE TABLE identifier ( -- a contact or a mark, normalised
    identifier   INTEGER PRIMARY KEY,
    type         TEXT NOT NULL, -- phone, email, handle, url, account, plate, document, image
    value        TEXT NOT NULL,
    records      INTEGER NOT NULL, -- that use it
    protected    INTEGER NOT NULL  -- 1: used by protected parties only; shown as a pseudonym
) STRICT;

CREATE TABLE identifier_use ( -- where an identifier was read
    record       INTEGER NOT NULL, -- record.record
    identifier   INTEGER NOT NULL, -- identifier.identifier
    party        TEXT NOT NULL, -- whose it is in the record
    field        INTEGER NOT NULL, -- field.field
    start        INTEGER NOT NULL, -- first byte within the cell
    end          INTEGER NOT NULL, -- the byte after the last
    form         TEXT NOT NULL, -- how it was written: column, plain, spelled, letters, ... (docs/methods/identifiers.md)
    bits         INTEGER NOT NULL -- how sure, in thousandths of a bit: log2 of the odds that it was meant
) STRICT;

CREATE TABLE identifier_reject ( -- a cell that should hold an identifier and does not
    record       INTEGER NOT NULL,
    field        INTEGER NOT NULL,
    reason       TEXT NOT NULL
) STRICT;

CREATE TABLE identifier_refusal ( -- what looked like an identifier in a text and was not taken for one
    reason       TEXT PRIMARY KEY,
    count        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE template ( -- a group of near-duplicate texts
    template     INTEGER PRIMARY KEY,
    records      INTEGER NOT NULL,
    bits         INTEGER NOT NULL, -- saved for each text after the first, on average
    text         TEXT NOT NULL -- constants as words, slots as {type}
) STRICT;

CREATE TABLE template_member (
    template     INTEGER NOT NULL,
    record       INTEGER NOT NULL,
    bits         INTEGER NOT NULL -- what writing this text from the template saves
) STRICT;

CREATE TABLE link ( -- two parties of records and the bits for their having one operator: those that are kept (docs/methods/links.md)
    link         INTEGER PRIMARY KEY,
    from_record  INTEGER NOT NULL,
    from_party   TEXT NOT NULL,
    to_record    INTEGER NOT NULL,
    to_party     TEXT NOT NULL,
    bits         INTEGER NOT NULL,
    probability  REAL NOT NULL
) STRICT;

CREATE TABLE evidence ( -- a summand of a link
    link         INTEGER NOT NULL,
    part         INTEGER NOT NULL, -- which summand, from 0
    kind         TEXT NOT NULL, -- prior, identifier, template, name, born, place, ...
    level        TEXT NOT NULL, -- how well a compared value agrees: exact, close, partial, different
    value        INTEGER NOT NULL, -- identifier or template, else 0
    bits         INTEGER NOT NULL,
    PRIMARY KEY (link, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE ownership ( -- how an identifier or a template behaves, and what sharing it is worth
    kind         TEXT NOT NULL, -- identifier or template
    value        INTEGER NOT NULL,
    records      INTEGER NOT NULL,
    others       INTEGER NOT NULL, -- distinct other identifiers beside it
    places       INTEGER NOT NULL, -- distinct places
    exclusive    REAL NOT NULL, -- chance that it is one operator's own
    bits         INTEGER NOT NULL,
    PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity ( -- what one operator controls
    entity       INTEGER PRIMARY KEY,
    records      INTEGER NOT NULL,
    network      INTEGER NOT NULL -- network.network or 0
) STRICT;

CREATE TABLE entity_member ( -- a party of a record that belongs to an entity
    record       INTEGER NOT NULL,
    party        TEXT NOT NULL,
    entity       INTEGER NOT NULL
) STRICT;

CREATE TABLE assignment ( -- what a record is filed under
    record       INTEGER PRIMARY KEY,
    entity       INTEGER NOT NULL, -- or 0
    network      INTEGER NOT NULL  -- or 0
) STRICT;

CREATE TABLE network ( -- entities that work together
    network      INTEGER PRIMARY KEY, -- most bits first
    entities     INTEGER NOT NULL,
    records      INTEGER NOT NULL,
    bits         INTEGER NOT NULL
) STRICT;

CREATE TABLE tie ( -- what joins two entities, or says why they were not joined
    from_record  INTEGER NOT NULL, -- the first record of either side
    to_record    INTEGER NOT NULL,
    from_entity  INTEGER NOT NULL, -- or 0 for a record that stands alone
    to_entity    INTEGER NOT NULL,
    kind         TEXT NOT NULL, -- payment, call, booking, premises, person, identifier
    records      INTEGER NOT NULL, -- that say so
    example      INTEGER NOT NULL, -- the first of them
    bits         INTEGER NOT NULL,
    network      INTEGER NOT NULL  -- or 0: too weak to join
) STRICT;

CREATE TABLE place ( -- a place that records name
    place        INTEGER PRIMARY KEY,
    key          TEXT NOT NULL, -- country:name, folded
    lat          REAL, -- NULL where no record gives coordinates
    lon          REAL
) STRICT;

CREATE TABLE sighting ( -- that a record puts something somewhere at some time
    record       INTEGER PRIMARY KEY,
    place        INTEGER NOT NULL, -- or 0
    lat          REAL,
    lon          REAL,
    time_begin   INTEGER,
    time_end     INTEGER
) STRICT;

CREATE TABLE visit ( -- sightings of one entity, collapsed
    entity       INTEGER NOT NULL,
    place        INTEGER NOT NULL,
    time_begin   INTEGER NOT NULL,
    time_end     INTEGER NOT NULL,
    sightings    INTEGER NOT NULL,
    km           INTEGER NOT NULL -- from the visit before, great circle
) STRICT;

CREATE TABLE flow ( -- what passed through an account
    account      INTEGER NOT NULL, -- identifier.identifier
    currency     TEXT NOT NULL,
    payments_in  INTEGER NOT NULL,
    payments_out INTEGER NOT NULL,
    payers       INTEGER NOT NULL,
    payees       INTEGER NOT NULL,
    cents_in     INTEGER NOT NULL,
    cents_out    INTEGER NOT NULL,
    cents_passed INTEGER NOT NULL, -- came in and left within the window
    dwell        INTEGER -- median seconds that passed money stayed; NULL where none passed
) STRICT;

CREATE VIRTUAL TABLE search USING fts5( -- words of every cell; rowid is record.record
    body, content = '', tokenize = 'unicode61 remove_diacritics 2', detail = 'full', columnsize = 0
);
