-- The case file. Facts are what was given and what people decided; conclusions are all that can be computed again.
-- Ids run from 1. Text is UTF-8. Times are seconds since 1970-01-01 in UTC; an end is exclusive. Bits are thousandths
-- of a bit (log2 of a likelihood ratio). What a person wrote, and where somebody was, has the type ANY: text or a number in
-- an unsealed case, ciphertext in a sealed one, bound to table, column and first column of its row (docs/methods/sealing.md).

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
    format       TEXT NOT NULL  -- the data package's format of a time, decimalChar of a number; empty where not given
) STRICT;

CREATE TABLE record ( -- a row as it stood in its source
    record       INTEGER PRIMARY KEY,
    resource     INTEGER NOT NULL, -- resource.resource
    key          ANY NOT NULL, -- the row's own id, or its line where it has none
    line         INTEGER NOT NULL, -- 1-based
    byte         INTEGER NOT NULL, -- where the row starts in its source, after decompression
    length       INTEGER NOT NULL, -- bytes of the row in its source, line end not counted
    duplicate_of INTEGER NOT NULL, -- the first record of the resource with the same cells, or 0
    source       ANY NOT NULL -- the row itself, as UTF-8
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
    name         TEXT PRIMARY KEY, -- title; pseudonyms: their key; package: where it lay; description: its text; log_key; erasure_salt
    value        ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_lock ( -- what opens a sealed case; no row: the case is not sealed
    lock         INTEGER PRIMARY KEY, -- 1
    way          TEXT NOT NULL, -- passphrase, key-file, two-key-files
    passes       INTEGER NOT NULL, -- of Argon2id, for a passphrase; else 0
    kibibytes    INTEGER NOT NULL, -- of its memory, likewise
    salt         BLOB NOT NULL,
    wrapped      BLOB NOT NULL -- the key of the case, under the passphrase or the key files
) STRICT;

CREATE TABLE decision ( -- what a person decided; every later run keeps to it (docs/methods/decisions.md)
    decision     INTEGER PRIMARY KEY, -- in the order in which they were made
    what         TEXT NOT NULL, -- same, not-same, unsure, generic, exclusive, compelled
    a_resource   TEXT NOT NULL, -- resource.name of the first record, or of one that is written from the template; else empty
    a_key        ANY NOT NULL, -- record.key of that
    a_party      TEXT NOT NULL, -- whose part in it is meant; empty with a template
    a_row        ANY NOT NULL, -- SHA-256 of the row where it has no id of its own, so that its key is a line; else empty
    b_resource   TEXT NOT NULL, -- of the second record, likewise; empty for a value, and with compelled
    b_key        ANY NOT NULL,
    b_party      TEXT NOT NULL,
    b_row        ANY NOT NULL,
    type         TEXT NOT NULL, -- of a value: that of an identifier, or template; empty for records
    value        ANY NOT NULL, -- identifier.value or template.text; empty for records
    hidden       INTEGER NOT NULL, -- 1: the value is a protected party's; shown as a pseudonym
    reason       ANY NOT NULL, -- as given
    who          ANY NOT NULL, -- as given; may be empty
    made         INTEGER NOT NULL, -- when
    withdrawn    INTEGER, -- when; NULL where the decision stands
    withdrawn_by ANY NOT NULL, -- as given; may be empty
    withdrawn_reason ANY NOT NULL -- as given; may be empty
) STRICT;

CREATE TABLE audit ( -- what was done with the case, and never changed (docs/methods/log.md)
    entry        INTEGER PRIMARY KEY, -- from 1, without gaps
    time         INTEGER NOT NULL,
    verb         TEXT NOT NULL, -- collection, alteration, consultation, disclosure, combination, erasure
    command      TEXT NOT NULL, -- of Bowline
    records      INTEGER NOT NULL, -- that it touched or showed
    version      TEXT NOT NULL, -- of Bowline
    object       BLOB NOT NULL, -- SHA-256 of a salt and a text (audit_note): what it was about
    parameters   BLOB NOT NULL, -- likewise: its options
    actor        BLOB NOT NULL, -- likewise: who
    purpose      BLOB NOT NULL, -- likewise: why
    root         BLOB NOT NULL, -- of the Merkle tree over all entries up to this one
    signature    BLOB NOT NULL  -- Ed25519 of size, time and root; empty where the signing key was not at hand
) STRICT;

CREATE TABLE audit_note ( -- the texts that an entry commits to; erasing takes them away and leaves the entry
    entry        INTEGER NOT NULL,
    part         TEXT NOT NULL, -- object, parameters, actor, purpose
    salt         BLOB NOT NULL,
    text         ANY, -- NULL: never kept, as of the words of a search
    PRIMARY KEY (entry, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_node ( -- whole subtrees of the Merkle tree
    level        INTEGER NOT NULL, -- of 2^level entries
    position     INTEGER NOT NULL, -- from 0
    hash         BLOB NOT NULL,
    PRIMARY KEY (level, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure ( -- a row that was erased, and stays so when its source is read again (docs/methods/erasure.md)
    erasure      INTEGER PRIMARY KEY,
    resource     TEXT NOT NULL, -- resource.name
    kind         TEXT NOT NULL, -- key: the row's own id; row: its text, where it has none
    commitment   BLOB NOT NULL, -- SHA-256 of the case's salt (case_info), kind, resource and that id or text
    made         INTEGER NOT NULL
) STRICT;

CREATE TABLE pending ( -- what was begun and is still to be ended
    name         TEXT PRIMARY KEY -- erasing
) STRICT, WITHOUT ROWID;

CREATE TABLE table_digest ( -- the rows of tables as they were at the end of the last run (docs/methods/verify.md)
    table_name   TEXT NOT NULL,
    piece        INTEGER NOT NULL, -- of 256 rows in the order of the table's key, from 0
    rows         INTEGER NOT NULL,
    tags         BLOB NOT NULL, -- two bytes of each row, by which a changed one is found
    digest       BLOB NOT NULL, -- BLAKE2b of the rows as SQLite writes them
    PRIMARY KEY (table_name, piece)
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
    value        ANY NOT NULL,
    records      INTEGER NOT NULL, -- that use it
    protected    INTEGER NOT NULL  -- 1: used by protected parties only; shown as a pseudonym
) STRICT;

CREATE TABLE identifier_use ( -- where an identifier was read
    record       INTEGER NOT NULL, -- record.record
    use          INTEGER NOT NULL, -- which of the record's, by field, start and identifier, from 0
    identifier   INTEGER NOT NULL, -- identifier.identifier
    party        TEXT NOT NULL, -- whose it is in the record
    field        INTEGER NOT NULL, -- field.field
    start        INTEGER NOT NULL, -- first byte within the cell
    end          INTEGER NOT NULL, -- the byte after the last
    form         TEXT NOT NULL, -- how it was written: column, plain, spelled, letters, ... (docs/methods/identifiers.md)
    bits         INTEGER NOT NULL, -- how sure, in thousandths of a bit: log2 of the odds that it was meant
    PRIMARY KEY (record, use)
) STRICT, WITHOUT ROWID;

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
    text         ANY NOT NULL -- constants as words, slots as {type}
) STRICT;

CREATE TABLE template_member (
    record       INTEGER NOT NULL,
    template     INTEGER NOT NULL,
    bits         INTEGER NOT NULL, -- what writing this text from the template saves
    PRIMARY KEY (record, template)
) STRICT, WITHOUT ROWID;

CREATE TABLE link ( -- two parties of records and the bits for their having one operator: those that are kept (docs/methods/evidence.md)
    link         INTEGER PRIMARY KEY,
    from_record  INTEGER NOT NULL,
    from_party   TEXT NOT NULL,
    to_record    INTEGER NOT NULL,
    to_party     TEXT NOT NULL,
    bits         INTEGER NOT NULL,
    probability  REAL NOT NULL,
    evidence     TEXT NOT NULL -- its summands as JSON: [[kind, level, value, bits], ...]; see the view of that name
) STRICT;

CREATE TABLE link_end ( -- the links of a record, on either side; what an index would hold, written in order
    record       INTEGER NOT NULL,
    link         INTEGER NOT NULL,
    PRIMARY KEY (record, link)
) STRICT, WITHOUT ROWID;

CREATE VIEW evidence AS -- a summand of a link
SELECT
    l.link AS link,
    s.key AS part, -- which summand: the prior first, then the most bits
    s.value ->> 0 AS kind, -- prior, identifier, template, name, born, place, ...
    s.value ->> 1 AS level, -- how well a compared value agrees: none, exact, close, partial, different
    s.value ->> 2 AS value, -- identifier or template, else 0
    s.value ->> 3 AS bits
FROM link AS l CROSS JOIN json_each(l.evidence) AS s;

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

CREATE TABLE calibration ( -- what claimed probabilities proved to be worth, one type of identifier held out (docs/methods/evidence.md)
    type         TEXT NOT NULL, -- the type held out: phone, email, ...
    bin          INTEGER NOT NULL, -- of ten of equal width: claims from bin / 10 upwards
    pairs        INTEGER NOT NULL, -- compared pairs whose two sides both have an own value of the type
    agree        INTEGER NOT NULL, -- of them, pairs that share one
    claimed      REAL NOT NULL, -- mean probability that all other evidence claims
    actual       REAL, -- agree / pairs, over that of pairs beyond doubt; NULL where these are too few
    PRIMARY KEY (type, bin)
) STRICT, WITHOUT ROWID;

CREATE TABLE decided_value ( -- the decisions about values that the links keep to
    decision     INTEGER PRIMARY KEY, -- decision.decision
    found        INTEGER NOT NULL -- 0: the case holds no such value any more, and the decision does nothing
) STRICT;

CREATE TABLE decided_pair ( -- the decisions about records that the entities keep to
    decision     INTEGER PRIMARY KEY, -- decision.decision
    found        INTEGER NOT NULL -- 0: one of the records is not in the case any more, and the decision does nothing
) STRICT;

CREATE TABLE entity ( -- what one operator controls
    entity       INTEGER PRIMARY KEY,
    records      INTEGER NOT NULL,
    network      INTEGER NOT NULL -- network.network or 0
) STRICT;

CREATE TABLE entity_member ( -- a party of a record that belongs to an entity
    record       INTEGER NOT NULL,
    party        TEXT NOT NULL,
    entity       INTEGER NOT NULL,
    PRIMARY KEY (record, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_party ( -- the members of an entity: entity_member in another order
    entity       INTEGER NOT NULL,
    record       INTEGER NOT NULL,
    party        TEXT NOT NULL,
    PRIMARY KEY (entity, record, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE inspection ( -- the entity with most records, with and without each type of identifier (docs/methods/entities.md)
    type         TEXT PRIMARY KEY, -- held out; empty: nothing is
    entity       INTEGER NOT NULL,
    parts        INTEGER NOT NULL, -- that it falls into
    kept         INTEGER NOT NULL  -- parties in the largest of them
) STRICT, WITHOUT ROWID;

CREATE TABLE inspection_cut ( -- a link by which that entity hangs together most weakly
    cut          INTEGER PRIMARY KEY, -- those that part off a twentieth or more before all others, then fewest bits first
    entity       INTEGER NOT NULL,
    from_record  INTEGER NOT NULL,
    from_party   TEXT NOT NULL,
    to_record    INTEGER NOT NULL,
    to_party     TEXT NOT NULL,
    bits         INTEGER NOT NULL, -- no link between the two sides has more
    parties      INTEGER NOT NULL, -- on the lesser side without it
    links        INTEGER NOT NULL  -- that join the two sides, itself too
) STRICT;

CREATE TABLE assignment ( -- what a record is filed under
    record       INTEGER PRIMARY KEY,
    entity       INTEGER NOT NULL, -- or 0
    network      INTEGER NOT NULL  -- or 0
) STRICT;

CREATE TABLE entity_record ( -- the records that are filed under an entity: assignment in another order
    entity       INTEGER NOT NULL,
    record       INTEGER NOT NULL,
    PRIMARY KEY (entity, record)
) STRICT, WITHOUT ROWID;

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
    key          ANY NOT NULL, -- country:name, folded; the gazetteer's name where it knows the place
    lat          ANY, -- NULL where neither a record nor the gazetteer says where it is
    lon          ANY,
    located_by   TEXT NOT NULL -- who says where it is: records, gazetteer, or empty
) STRICT;

CREATE TABLE sighting ( -- that a record puts something somewhere at some time
    record       INTEGER PRIMARY KEY,
    place        INTEGER NOT NULL, -- or 0
    lat          ANY,
    lon          ANY,
    time_begin   INTEGER,
    time_end     INTEGER,
    surety       TEXT NOT NULL -- that the gazetteer's place is meant: sure, likely, unsure (key as written), unknown
) STRICT;

CREATE TABLE visit ( -- sightings of one entity, collapsed
    entity       INTEGER NOT NULL,
    place        INTEGER NOT NULL,
    time_begin   INTEGER NOT NULL,
    time_end     INTEGER NOT NULL,
    sightings    INTEGER NOT NULL,
    km           INTEGER NOT NULL -- from the visit before, great circle
) STRICT;

CREATE TABLE circuit ( -- a cycle of places that is gone round again and again (docs/methods/circuits.md)
    circuit      INTEGER PRIMARY KEY,
    network      INTEGER NOT NULL, -- whose people go round; or 0
    entity       INTEGER NOT NULL, -- outside networks: who goes round; else 0
    places       INTEGER NOT NULL, -- of one round
    travellers   INTEGER NOT NULL, -- seen to keep to it
    moves        INTEGER NOT NULL, -- from place to place that records show
    kept         INTEGER NOT NULL, -- of them, to a place that the cycle and the time call for
    rounds       INTEGER NOT NULL, -- of the one who went most
    hours        INTEGER NOT NULL, -- at each place, about
    time_begin   INTEGER NOT NULL,
    time_end     INTEGER NOT NULL,
    bits         INTEGER NOT NULL, -- for the cycle, against visits in no order
    surprise     INTEGER NOT NULL -- thousandths of log2 of how rarely another order of the same visits fits a cycle as well
) STRICT;

CREATE TABLE circuit_place ( -- the places of a circuit as they follow each other
    circuit      INTEGER NOT NULL,
    position     INTEGER NOT NULL, -- from 0
    place        INTEGER NOT NULL,
    PRIMARY KEY (circuit, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE circuit_stop ( -- somebody at a place of a circuit
    circuit      INTEGER NOT NULL,
    stop         INTEGER NOT NULL, -- from 0, by traveller, time
    traveller    INTEGER NOT NULL, -- a number within the circuit; nobody is named
    position     INTEGER NOT NULL, -- circuit_place.position
    time_begin   INTEGER NOT NULL,
    time_end     INTEGER NOT NULL,
    sightings    INTEGER NOT NULL,
    steps        INTEGER NOT NULL, -- places on since the stop before, as the time says; 0 for the first
    kept         INTEGER NOT NULL, -- 1: the cycle and the time call for this place
    record       INTEGER NOT NULL, -- the first sighting
    PRIMARY KEY (circuit, stop)
) STRICT, WITHOUT ROWID;

CREATE TABLE premises ( -- a hotel, holiday home or flat that stays or premises name (docs/methods/premises.md)
    premises     INTEGER PRIMARY KEY, -- by place, street and number
    name         ANY NOT NULL, -- as the premises' own record writes it, else the first stay
    address      ANY NOT NULL, -- likewise
    place        INTEGER NOT NULL, -- or 0
    kind         TEXT NOT NULL, -- hotel, holiday home, flat, other: as words of the name say
    lat          ANY,
    lon          ANY,
    record       INTEGER NOT NULL, -- of the premises themselves; 0 where only stays name them
    stays        INTEGER NOT NULL -- of all, whoever booked
) STRICT;

CREATE TABLE network_premises ( -- premises that a network uses
    network      INTEGER NOT NULL,
    premises     INTEGER NOT NULL,
    stays        INTEGER NOT NULL, -- that it booked or paid
    nights       INTEGER NOT NULL, -- of these
    bookers      INTEGER NOT NULL, -- entities that booked
    payers       INTEGER NOT NULL, -- accounts that paid
    guests       INTEGER NOT NULL, -- distinct names; who they are is not said
    ads          INTEGER NOT NULL, -- that give the premises' very coordinates
    booked       INTEGER NOT NULL, -- 1: the network booked there
    paid         INTEGER NOT NULL, -- 1: it paid
    owned        INTEGER NOT NULL, -- 1: one of its entities owns or manages
    time_begin   INTEGER, -- NULL where only ownership says so
    time_end     INTEGER,
    PRIMARY KEY (network, premises)
) STRICT, WITHOUT ROWID;

CREATE TABLE premises_use ( -- a record by which a network uses premises
    network      INTEGER NOT NULL,
    premises     INTEGER NOT NULL,
    record       INTEGER NOT NULL,
    booked       INTEGER NOT NULL,
    paid         INTEGER NOT NULL,
    owned        INTEGER NOT NULL,
    advertised   INTEGER NOT NULL,
    PRIMARY KEY (network, premises, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_year ( -- where a network was in a year (docs/methods/growth.md)
    network      INTEGER NOT NULL,
    year         INTEGER NOT NULL, -- 0: all of its time
    sightings    INTEGER NOT NULL, -- with a place and a time
    places       INTEGER NOT NULL,
    most         INTEGER NOT NULL, -- the place with most of them
    there        INTEGER NOT NULL, -- how many
    centre       INTEGER NOT NULL, -- the place from which all are nearest; 0 where none has coordinates
    km           INTEGER NOT NULL, -- from there to a sighting, on average
    PRIMARY KEY (network, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE phase ( -- entities of a network that dealt with each other in a half-year (docs/methods/growth.md)
    network      INTEGER NOT NULL,
    half_year    INTEGER NOT NULL, -- year * 2, or one more from July
    number       INTEGER NOT NULL, -- of the group in that half-year, by its first record; from 0
    entities     INTEGER NOT NULL,
    event        TEXT NOT NULL, -- born, goes on, grows, shrinks, merges, splits: against the half-year before
    joined       INTEGER NOT NULL, -- not in the group that it comes from
    gone         INTEGER NOT NULL, -- of that group, not in it any more
    likeness     INTEGER NOT NULL, -- Jaccard index with that group, in thousandths
    ends         INTEGER NOT NULL, -- 1: nothing like it comes after, though the network goes on
    record       INTEGER NOT NULL, -- the first that joins two of them
    PRIMARY KEY (network, half_year, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE burst ( -- months in which a network was more active than usual
    network      INTEGER NOT NULL,
    month_begin  INTEGER NOT NULL, -- year * 12 + month - 1
    month_end    INTEGER NOT NULL, -- the last
    records      INTEGER NOT NULL,
    expected     INTEGER NOT NULL, -- at its usual share of the case's records
    bits         INTEGER NOT NULL, -- for the higher rate
    PRIMARY KEY (network, month_begin)
) STRICT, WITHOUT ROWID;

CREATE TABLE route ( -- moves from one place to the next, as often as they were seen
    network      INTEGER NOT NULL, -- whose people moved; or 0
    entity       INTEGER NOT NULL, -- outside networks: who moved; else 0
    place_from   INTEGER NOT NULL,
    place_to     INTEGER NOT NULL,
    moves        INTEGER NOT NULL,
    hours        INTEGER NOT NULL, -- median, from the last sighting there to the first here
    PRIMARY KEY (network, entity, place_from, place_to)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict ( -- sightings of an entity that one person cannot have made
    entity       INTEGER NOT NULL,
    kind         TEXT NOT NULL, -- twice: two places at once; fast: too far for the time
    pairs        INTEGER NOT NULL, -- of sightings
    from_record  INTEGER NOT NULL, -- the first pair
    to_record    INTEGER NOT NULL,
    km           INTEGER NOT NULL, -- between them
    seconds      INTEGER NOT NULL, -- that there was; below 0 they overlap
    PRIMARY KEY (entity, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting ( -- two entities that came to the same places in the same weeks more often than chance has it
    a            INTEGER NOT NULL, -- entities, a < b
    b            INTEGER NOT NULL,
    times        INTEGER NOT NULL,
    expected     INTEGER NOT NULL, -- thousandths: by how popular place and week are
    bits         INTEGER NOT NULL, -- of surprise, less log2 of the pairs that met at all
    place        INTEGER NOT NULL, -- where first
    time_begin   INTEGER NOT NULL, -- and when
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE account_kind ( -- what kind of account it is, by how money behaves in it: row by row as flow (docs/methods/accounts.md)
    account      INTEGER NOT NULL, -- identifier.identifier
    currency     TEXT NOT NULL,
    kind         TEXT NOT NULL, -- ordinary, collector, mule, landlord, payroll, merchant, remittance agent
    cents_soon   INTEGER NOT NULL, -- came in and left within the short window
    unnamed_in   INTEGER NOT NULL, -- payments in without an account on the other side, as cash is
    unnamed_out  INTEGER NOT NULL,
    returning_in INTEGER NOT NULL, -- payments in by payers who pay again
    standing_in  INTEGER NOT NULL, -- payments in of an amount that the same payer pays again
    standing_out INTEGER NOT NULL, -- payments out of an amount that the same payee gets again
    relays       INTEGER NOT NULL, -- payments in that went on one by one
    reason       TEXT NOT NULL -- one sentence; empty for an ordinary account
) STRICT;

CREATE TABLE transfer ( -- all payments from one account to another
    from_account INTEGER NOT NULL, -- identifier.identifier; 0: nobody named, as with cash
    to_account   INTEGER NOT NULL, -- likewise
    currency     TEXT NOT NULL,
    payments     INTEGER NOT NULL,
    cents        INTEGER NOT NULL,
    time_begin   INTEGER, -- of the first; NULL where none has a time
    time_end     INTEGER
) STRICT;

CREATE TABLE motif ( -- a shape of money over several accounts (docs/methods/motifs.md)
    motif        INTEGER PRIMARY KEY, -- by kind, most bits first
    kind         TEXT NOT NULL, -- cycle, scatter-gather, funnel, fan-in, fan-out, chain
    account      INTEGER NOT NULL, -- where it begins, or where a funnel or fan meets: identifier.identifier; 0: nobody named
    other        INTEGER NOT NULL, -- where a scatter-gather or a chain ends; else 0
    currency     TEXT NOT NULL,
    accounts     INTEGER NOT NULL, -- distinct, named
    payments     INTEGER NOT NULL,
    cents        INTEGER NOT NULL, -- of all its payments
    time_begin   INTEGER NOT NULL, -- of its first payment
    time_end     INTEGER NOT NULL, -- of its last
    bits         INTEGER NOT NULL  -- -log2 of how many such are expected in the case by chance
) STRICT;

CREATE TABLE motif_payment ( -- the payments of a motif; each belongs to one at most
    motif        INTEGER NOT NULL,
    position     INTEGER NOT NULL, -- from 0, along the path or by time
    record       INTEGER NOT NULL, -- record.record
    PRIMARY KEY (motif, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE flag ( -- a published red flag, and how common it is in this case (docs/methods/flags.md)
    flag         INTEGER PRIMARY KEY, -- in the order of the list
    name         TEXT NOT NULL,
    title        TEXT NOT NULL,
    source       TEXT NOT NULL, -- who published it
    fires        TEXT NOT NULL, -- what must hold
    innocent     TEXT NOT NULL, -- what harmless life looks the same
    tested       INTEGER NOT NULL, -- accounts, or contacts of stays, that could show it
    fired        INTEGER NOT NULL  -- of them, those that do
) STRICT;

CREATE TABLE flag_hit ( -- a red flag that an account shows; never decisive alone
    hit          INTEGER PRIMARY KEY, -- by flag, account, currency
    flag         INTEGER NOT NULL, -- flag.flag
    identifier   INTEGER NOT NULL, -- identifier.identifier: an account; a booker's contact
    currency     TEXT NOT NULL, -- of the account; else empty
    what         TEXT NOT NULL, -- one sentence with the numbers
    records      INTEGER NOT NULL  -- that it rests on
) STRICT;

CREATE TABLE flag_record ( -- the records that a hit rests on
    hit          INTEGER NOT NULL,
    position     INTEGER NOT NULL, -- from 0
    record       INTEGER NOT NULL, -- record.record
    PRIMARY KEY (hit, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE role ( -- an assessment of what an entity does in its network; never of a protected party (docs/methods/roles.md)
    role         INTEGER PRIMARY KEY, -- by network, what, most bits first
    network      INTEGER NOT NULL, -- network.network
    entity       INTEGER NOT NULL, -- entity.entity
    what         TEXT NOT NULL, -- answers ads, books, pays, collects, connects
    records      INTEGER NOT NULL, -- of the entity; ties for connects
    of           INTEGER NOT NULL, -- such records of all members
    members      INTEGER NOT NULL, -- entities of the network
    bits         INTEGER NOT NULL, -- its share against equal shares
    likelihood   TEXT NOT NULL, -- in the words of ICD 203
    confidence   TEXT NOT NULL  -- low, moderate, high: by records and tables
) STRICT;

CREATE TABLE role_record ( -- the records that a role rests on, the first hundred
    role         INTEGER NOT NULL,
    position     INTEGER NOT NULL, -- from 0
    record       INTEGER NOT NULL, -- record.record
    PRIMARY KEY (role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rival ( -- what speaks for and against three readings of a network (docs/methods/roles.md)
    rival        INTEGER PRIMARY KEY, -- by network, title, for before against
    network      INTEGER NOT NULL, -- network.network
    title        TEXT NOT NULL, -- the reading
    side         TEXT NOT NULL, -- for, against
    what         TEXT NOT NULL  -- one sentence with the numbers
) STRICT;

CREATE TABLE observation ( -- what a report states, with the bytes that state it
    observation  INTEGER PRIMARY KEY, -- by record, column, byte
    record       INTEGER NOT NULL, -- the report: record.record
    field        INTEGER NOT NULL, -- field.field
    start        INTEGER NOT NULL, -- first byte within the cell
    end          INTEGER NOT NULL, -- the byte after the last
    kind         TEXT NOT NULL, -- count, date, place, source
    value        ANY NOT NULL, -- date: a day or a month; place: its key; source: who, folded; count: number and noun
    count        INTEGER, -- of a count; else NULL
    noun         ANY NOT NULL, -- what is counted, folded; a currency's code for money; empty for other kinds
    qualifier    TEXT NOT NULL, -- of a count: exact, about, more than, less than, at least, up to; of a place: likely, sure
    attribution  ANY NOT NULL -- who says so, as a source's value; empty where nobody is named
) STRICT;

CREATE TABLE report_origin ( -- reports that repeat one source count once
    record       INTEGER PRIMARY KEY, -- a report that states anything
    origin       INTEGER NOT NULL -- the first report with the same source: record.record; itself where none repeats it
) STRICT;

CREATE TABLE report_join ( -- a record of another kind that a report speaks of, by what both have
    record       INTEGER NOT NULL, -- the report
    other        INTEGER NOT NULL, -- record.record
    by           TEXT NOT NULL, -- identifier; or place and date: seen there within three days of a day in the same sentence
    value        ANY NOT NULL -- the identifier's type; or the place's key
) STRICT;

CREATE TABLE identifier_token ( -- what finds an identifier by its value in a sealed case; empty in an unsealed one
    token        BLOB NOT NULL, -- BLAKE2b of identifier.value, keyed
    identifier   INTEGER NOT NULL, -- identifier.identifier; those of protected parties alone are left out
    PRIMARY KEY (token, identifier)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_token ( -- what finds a record by its key in a sealed case; empty in an unsealed one
    token        BLOB NOT NULL, -- BLAKE2b of record.key, keyed
    record       INTEGER NOT NULL,
    PRIMARY KEY (token, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE marking ( -- grades and handling codes of records, as given (docs/methods/handling.md)
    record       INTEGER NOT NULL,
    kind         TEXT NOT NULL, -- grade or handling
    scheme       TEXT NOT NULL, -- admiralty, 3x5x2, 4x4, europol; tlp, pap; unread: a code that could not be read
    code         TEXT NOT NULL,
    rank         INTEGER NOT NULL -- within the scheme: the larger, the weaker or the stricter
) STRICT;

CREATE VIRTUAL TABLE search USING fts5( -- words of every cell, in a sealed case keyed hashes of them; rowid is record.record
    body, content = '', tokenize = 'unicode61 remove_diacritics 2', detail = 'full', columnsize = 0
);
