/* Payments from records: accounts of columns, exact amounts, currencies, and what kind of house is paid. */
#include "money/payment_table.h"

#include "base/intern.h"
#include "base/memory.h"
#include "base/sort.h"

struct sides {
    identifier_id from, to;
};

/* A payment whose accounts have no numbers yet. */
struct raw {
    struct sides sides;
    uint32_t currency; /* its letters, the first the most weighty; 0: none */
};

struct names {
    struct intern lodgings, sites, places;
    struct buffer folded; /* scratch */
};

void payment_table_release(struct payment_table *table)
{
    memory_free(table->payments);
    memory_free(table->accounts);
    *table = (struct payment_table){0};
}

static uint32_t currency_of(struct span text)
{
    uint32_t code = 0;
    text = span_trim(text);
    if (text.length != 3)
        return 0;
    for (size_t i = 0; i < 3; i++) {
        unsigned char c = (unsigned char)text.at[i] & ~32u;
        if (c < 'A' || c > 'Z')
            return 0;
        code = code << 8 | c;
    }
    return code;
}

/* The accounts in the payment's own columns, the first of each side. *at moves over the uses of the record.
 */
static struct sides sides_of(const struct identifier_table *table, record_id record, size_t *at)
{
    struct sides found = {0};
    while (*at < table->use_count && table->uses[*at].record < record)
        ++*at;
    for (size_t i = *at; i < table->use_count && table->uses[i].record == record; i++) {
        const struct identifier_use *use = &table->uses[i];
        if (use->form != FORM_COLUMN || table->identifiers[use->identifier].type != IDENTIFIER_ACCOUNT)
            continue;
        if (use->party == PARTY_FROM && !found.from)
            found.from = use->identifier;
        if (use->party == PARTY_TO && !found.to)
            found.to = use->identifier;
    }
    return found;
}

static struct span value_of(const struct record_table *records, record_id id, enum column_type type)
{
    const struct cell *end = record_cells_end(records, id);
    for (const struct cell *c = record_cells_begin(records, id); c < end; c++)
        if (cell_field(records, c)->role.type == type)
            return cell_value(records, c);
    return (struct span){"", 0};
}

static bool read_amount(struct span text, struct payment_counts *counts, int64_t *cents)
{
    if (text.length == 0) {
        counts->without_amount++;
        return false;
    }
    switch (payment_amount_read(text, cents)) {
    case AMOUNT_UNREADABLE: counts->unreadable++; return false;
    case AMOUNT_NEGATIVE: counts->negative++; return false;
    case AMOUNT_TOO_LARGE: counts->too_large++; return false;
    case AMOUNT_READ: break;
    }
    return true;
}

/* ASCII letters made small: the names of one case are written by the same hands. */
static struct span folded(struct names *names, struct span text)
{
    text = span_trim(text);
    buffer_reset(&names->folded);
    for (size_t i = 0; i < text.length; i++)
        buffer_append_char(&names->folded,
                           text.at[i] >= 'A' && text.at[i] <= 'Z' ? (char)(text.at[i] + 32) : text.at[i]);
    return buffer_all(&names->folded);
}

static bool put_name(struct intern *set, struct names *names, struct span text)
{
    struct span name = folded(names, text);
    return buffer_ok(&names->folded) && (name.length == 0 || intern_put(set, name));
}

static bool put_names_of(struct intern *set, struct names *names, const struct record_table *records,
                         record_id id, struct role role)
{
    struct span name = record_value(records, id, role);
    return name.length == 0 || put_name(set, names, name);
}

/* The houses where the case's people sleep, and the sites where its ads stand. */
static bool collect_names(const struct record_table *records, struct names *names)
{
    bool is_done = true;
    for (uint64_t i = 1; i <= records->count && is_done; i++) {
        record_id id = (record_id)i;
        unsigned kind = records->records[id].kind;
        if (kind == KIND_STAY || kind == KIND_PREMISES)
            is_done =
                put_names_of(&names->lodgings, names, records, id, (struct role){PARTY_SELF, TYPE_NAME});
        else if (kind == KIND_AD)
            is_done =
                put_names_of(&names->sites, names, records, id, (struct role){PARTY_CONTACT, TYPE_SITE});
        if (is_done && kind == KIND_PREMISES)
            is_done =
                put_names_of(&names->lodgings, names, records, id, (struct role){PARTY_OWNER, TYPE_NAME});
    }
    return is_done;
}

static enum payee_kind payee_of(const struct record_table *records, record_id id, struct names *names)
{
    struct span name = folded(names, record_value(records, id, (struct role){PARTY_TO, TYPE_NAME}));
    if (name.length && intern_find(&names->lodgings, name))
        return PAYEE_LODGING;
    return name.length && intern_find(&names->sites, name) ? PAYEE_AD_SITE : PAYEE_OTHER;
}

static bool is_cash(struct span channel)
{
    static const char word[] = "cash";
    channel = span_trim(channel);
    if (channel.length != sizeof word - 1)
        return false;
    for (size_t i = 0; i < channel.length; i++)
        if ((channel.at[i] | 32) != word[i])
            return false;
    return true;
}

/* A whole day begins at midnight and lasts a day, or nobody says how long. */
static bool has_clock(const struct record *record)
{
    enum { A_DAY = 86400 };
    int64_t lasts;
    if (record->begin == TIME_NONE)
        return false;
    bool is_short = record->end != TIME_NONE && !__builtin_sub_overflow(record->end, record->begin, &lasts) &&
                    lasts < A_DAY;
    return record->begin % A_DAY != 0 || is_short;
}

/* The payment, or its reason in the counts. */
static bool read_payment(const struct record_table *records, record_id id, struct raw *raw,
                         struct payment_counts *counts, struct payment *out)
{
    const struct record *record = &records->records[id];
    int64_t cents;
    if (record->duplicate_of && has_clock(record)) { /* two on one bare day may both be real */
        counts->duplicate++;
        return false;
    }
    if (!raw->sides.from && !raw->sides.to) {
        counts->without_account++;
        return false;
    }
    if (raw->sides.from == raw->sides.to) {
        counts->to_self++;
        return false;
    }
    if (!read_amount(value_of(records, id, TYPE_AMOUNT), counts, &cents))
        return false;
    *(record->begin == TIME_NONE ? &counts->without_time : &counts->used) += 1;
    raw->currency = currency_of(value_of(records, id, TYPE_CURRENCY));
    counts->unnamed += !raw->sides.from || !raw->sides.to;
    counts->without_currency += raw->currency == 0;
    *out = (struct payment){.time = record->begin,
                            .cents = cents,
                            .record = id,
                            .is_cash = is_cash(value_of(records, id, TYPE_CHANNEL)),
                            .has_clock = has_clock(record)};
    return true;
}

/* Where it was made, and what kind of house is paid. */
static bool add_context(const struct record_table *records, struct names *names, struct payment *payment)
{
    struct span place = folded(names, value_of(records, payment->record, TYPE_PLACE));
    if (!buffer_ok(&names->folded))
        return false;
    payment->place = place.length ? intern_put(&names->places, place) : 0;
    if (place.length && !payment->place)
        return false;
    payment->payee = (uint8_t)payee_of(records, payment->record, names);
    return buffer_ok(&names->folded);
}

static uint64_t account_key(identifier_id identifier, uint32_t currency)
{
    return (uint64_t)identifier << 32 | currency;
}

static account_id account_find(const uint64_t *keys, uint32_t count, identifier_id identifier,
                               uint32_t currency)
{
    uint64_t key = account_key(identifier, currency);
    uint32_t low = 0;
    uint32_t high = count;
    if (identifier == 0)
        return 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (keys[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}

/* Numbers the accounts by (identifier, currency). keys: room for two a payment. */
static bool number_accounts(struct payment_table *table, const struct raw *raws, uint64_t *keys)
{
    size_t count = 0;
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < table->count; i++) {
        if (raws[i].sides.from)
            keys[count++] = account_key(raws[i].sides.from, raws[i].currency);
        if (raws[i].sides.to)
            keys[count++] = account_key(raws[i].sides.to, raws[i].currency);
    }
    if (!sort_keys(keys, count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || keys[i] != keys[i - 1])
            keys[distinct++] = keys[i];
    table->accounts = memory_new((size_t)distinct + 1, sizeof *table->accounts);
    if (!table->accounts)
        return false;
    table->account_count = distinct;
    for (uint32_t i = 0; i < distinct; i++) {
        struct account *account = &table->accounts[i + 1];
        uint32_t currency = (uint32_t)keys[i];
        account->identifier = (identifier_id)(keys[i] >> 32);
        for (unsigned c = 0; c < 3 && currency; c++)
            account->currency[c] = (char)(currency >> 8 * (2 - c) & 255);
    }
    for (uint32_t i = 0; i < table->count; i++) {
        struct payment *payment = &table->payments[i];
        payment->from = account_find(keys, distinct, raws[i].sides.from, raws[i].currency);
        payment->to = account_find(keys, distinct, raws[i].sides.to, raws[i].currency);
    }
    return true;
}

static bool read_payments(const struct record_table *records, const struct identifier_table *identifiers,
                          struct names *names, struct raw *raws, struct payment_table *out)
{
    size_t at = 0;
    for (uint64_t i = 1; i <= records->count; i++) {
        if (records->records[i].kind != KIND_PAYMENT)
            continue;
        record_id id = (record_id)i;
        struct raw *raw = &raws[out->count];
        struct payment *payment = &out->payments[out->count];
        raw->sides = sides_of(identifiers, id, &at);
        if (!read_payment(records, id, raw, &out->counts, payment))
            continue;
        if (!add_context(records, names, payment))
            return false;
        out->count++;
    }
    return true;
}

static bool sort_by(const struct payment_table *table, struct sort_pair *order,
                    uint64_t (*key)(const struct payment *payment))
{
    for (uint32_t i = 0; i < table->count; i++)
        order[i].key = key(&table->payments[order[i].value]);
    return sort_pairs(order, table->count);
}

static uint64_t cents_key(const struct payment *payment)
{
    return (uint64_t)payment->cents;
}

static uint64_t ends_key(const struct payment *payment)
{
    return (uint64_t)payment->from << 32 | payment->to;
}

static uint64_t time_key(const struct payment *payment)
{
    return (uint64_t)payment->time ^ (uint64_t)1 << 63;
}

bool payment_table_sort(struct payment_table *table)
{
    struct sort_pair *order = memory_new(table->count, sizeof *order);
    struct payment *sorted = memory_new(table->count, sizeof *sorted);
    bool is_done = order && sorted;
    for (uint32_t i = 0; is_done && i < table->count; i++)
        order[i].value = i;
    is_done = is_done && sort_by(table, order, cents_key) && sort_by(table, order, ends_key) &&
              sort_by(table, order, time_key);
    if (is_done) {
        for (uint32_t i = 0; i < table->count; i++)
            sorted[i] = table->payments[order[i].value];
        memory_free(table->payments);
        table->payments = sorted;
        table->timed = 0;
        while (table->timed < table->count && sorted[table->timed].time == TIME_NONE)
            table->timed++;
    } else {
        memory_free(sorted);
    }
    memory_free(order);
    return is_done;
}

static size_t count_payments(const struct record_table *records)
{
    size_t count = 0;
    for (uint64_t id = 1; id <= records->count; id++)
        count += records->records[id].kind == KIND_PAYMENT;
    return count;
}

enum bowline_status payment_table_build(const struct record_table *records,
                                        const struct identifier_table *identifiers, struct payment_table *out,
                                        struct bowline_error *err)
{
    enum { NAME_MOST = 1 << 24 };
    size_t most = count_payments(records);
    struct names names;
    *out = (struct payment_table){.payments = memory_new(most, sizeof *out->payments)};
    struct raw *raws = memory_new(most, sizeof *raws);
    uint64_t *keys = memory_new(most * 2, sizeof *keys);
    intern_init(&names.lodgings);
    intern_init(&names.sites);
    intern_init(&names.places);
    buffer_init(&names.folded, NAME_MOST);
    bool is_done = out->payments && raws && keys && collect_names(records, &names) &&
                   read_payments(records, identifiers, &names, raws, out) &&
                   number_accounts(out, raws, keys) && payment_table_sort(out);
    intern_release(&names.lodgings);
    intern_release(&names.sites);
    intern_release(&names.places);
    buffer_release(&names.folded);
    memory_free(raws);
    memory_free(keys);
    if (is_done)
        return BOWLINE_OK;
    payment_table_release(out);
    return error_memory(err);
}

void payment_sides_release(struct payment_sides *sides)
{
    memory_free(sides->in_first);
    memory_free(sides->out_first);
    memory_free(sides->in);
    memory_free(sides->out);
    *sides = (struct payment_sides){0};
}

/* first[a + 1] counts, then ends, then begins those of a. */
static void list_side(const struct payment_table *table, bool is_out, uint32_t *first, uint32_t *list)
{
    for (uint32_t i = 0; i < table->count; i++)
        first[(is_out ? table->payments[i].from : table->payments[i].to) + 1]++;
    for (uint32_t a = 1; a <= table->account_count + 1; a++)
        first[a] += first[a - 1];
    for (uint32_t i = table->count; i-- > 0;)
        list[--first[(is_out ? table->payments[i].from : table->payments[i].to) + 1]] = i;
    for (uint32_t a = 0; a <= table->account_count; a++)
        first[a] = first[a + 1];
    first[table->account_count + 1] = table->count;
}

bool payment_sides_build(const struct payment_table *table, struct payment_sides *out)
{
    size_t accounts = (size_t)table->account_count + 2;
    *out = (struct payment_sides){.in_first = memory_new(accounts, sizeof *out->in_first),
                                  .out_first = memory_new(accounts, sizeof *out->out_first),
                                  .in = memory_new(table->count, sizeof *out->in),
                                  .out = memory_new(table->count, sizeof *out->out)};
    if (!out->in_first || !out->out_first || !out->in || !out->out) {
        payment_sides_release(out);
        return false;
    }
    list_side(table, false, out->in_first, out->in);
    list_side(table, true, out->out_first, out->out);
    return true;
}
