/* Identifiers: texts alone with all types on, against a plain pass over the same bytes; then ads with a phone
 * column and calls, on two threads. bench_identifiers [ADS]. */
#include "base/memory.h"
#include "base/random.h"
#include "identifiers/identifier_table.h"
#include "pipeline/pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static const char *const words[] = {
    "new",     "in",      "town", "call", "me",    "for",  "a",     "massage", "relax", "daily",   "from",
    "10",      "to",      "22",   "very", "clean", "nice", "room",  "parking", "free",  "center",  "near",
    "station", "welcome", "100",  "euro", "30",    "min",  "hotel", "visit",   "today", "discreet"};

static void append_words(struct buffer *out, struct random *random, size_t length)
{
    size_t end = out->length + length;
    while (out->length < end)
        buffer_format(out, "%s%s", words[random_below(random, 32)], random_below(random, 12) ? " " : ". ");
}

/* About 500 bytes; nine in ten give a contact. Numbers are of the ranges kept for fiction. */
static void compose(struct buffer *out, struct random *random, unsigned number)
{
    buffer_reset(out);
    append_words(out, random, 240);
    switch (random_below(random, 10)) {
    case 0: break;
    case 1: buffer_format(out, "mail m%u@example.org ", number); break;
    case 2: buffer_format(out, "t.me/user_%u ", number); break;
    case 3: buffer_format(out, "www.example.com/%u ", number); break;
    default: buffer_format(out, "+1 %03u 555 01%02u ", 201 + number / 100 % 600, number % 100);
    }
    append_words(out, random, 240);
}

struct fields {
    resource_id resource;
    field_id phone, text, to;
};

static bool add_row(struct record_table *records, const struct fields *f, enum record_kind kind,
                    const char *phone, struct span text, const char *to)
{
    struct record record = {
        .kind = (uint8_t)kind, .resource = f->resource, .begin = TIME_NONE, .end = TIME_NONE};
    return record_table_add(records, &record, span_of("")) &&
           record_table_add_cell(records, f->phone, span_of(phone)) &&
           (!text.length || record_table_add_cell(records, f->text, text)) &&
           (!to || record_table_add_cell(records, f->to, span_of(to)));
}

static struct fields add_fields(struct record_table *records, const char *name, enum record_kind kind)
{
    enum party party = kind_default_party(kind);
    struct fields f = {.resource = record_table_add_resource(records, name, kind)};
    f.phone = record_table_add_field(records, f.resource, "phone", (struct role){party, TYPE_PHONE}, NULL);
    f.text = record_table_add_field(records, f.resource, "text", (struct role){party, TYPE_TEXT}, NULL);
    f.to = record_table_add_field(records, f.resource, "to", (struct role){PARTY_TO, TYPE_PHONE}, NULL);
    return f;
}

static bool fill(struct record_table *records, unsigned ads, size_t *bytes)
{
    struct random random;
    struct buffer text;
    char phone[2][32];
    bool is_done = true;
    random_init(&random, 1);
    buffer_init(&text, 1u << 20);
    struct fields of_ads = add_fields(records, "ads", KIND_AD);
    for (unsigned i = 0; is_done && i < ads; i++) {
        unsigned number = random_below(&random, ads / 5 + 1);
        compose(&text, &random, number);
        snprintf(phone[0], sizeof phone[0], "+1 %03u 555 01%02u", 201 + number / 100 % 600, number % 100);
        is_done = add_row(records, &of_ads, KIND_AD, phone[0], buffer_all(&text), NULL);
        *bytes += text.length;
    }
    struct fields of_calls = add_fields(records, "calls", KIND_CALL);
    for (unsigned i = 0; is_done && i < ads / 5; i++) {
        for (unsigned s = 0; s < 2; s++)
            snprintf(phone[s], sizeof phone[s], "+32470%06u", random_below(&random, 1000000));
        is_done = add_row(records, &of_calls, KIND_CALL, phone[0], (struct span){0}, phone[1]);
    }
    buffer_release(&text);
    return is_done;
}

/* Sums every byte of the texts: what reading them costs at least. */
static double plain_pass(const struct record_table *records, uint64_t *sum)
{
    double begin = now();
    for (size_t i = 0; i < records->pool.length; i++)
        *sum += (unsigned char)records->pool.data[i];
    return now() - begin;
}

static bool run(const struct record_table *records, unsigned threads, const char *what, size_t bytes)
{
    struct identifier_table table;
    struct pool *pool;
    if (pool_new(threads, NULL, NULL, &pool, NULL) != BOWLINE_OK)
        return false;
    double begin = now();
    bool is_done = identifier_table_build(records, pool_parallel(pool), &table, NULL) == BOWLINE_OK;
    double seconds = now() - begin;
    pool_free(pool);
    printf("%-28s %u threads %7.2f s %8.1f MB/s of text, %u values, %zu uses, %zu rejects\n", what, threads,
           seconds, (double)bytes / seconds / 1e6, table.count, table.use_count, table.reject_count);
    identifier_table_release(&table);
    return is_done;
}

/* Texts without phones: what the scanner itself costs. */
static bool texts_only(unsigned ads, size_t *bytes)
{
    struct record_table records;
    struct random random;
    struct buffer text;
    uint64_t sum = 0;
    random_init(&random, 2);
    buffer_init(&text, 1u << 20);
    record_table_init(&records);
    struct fields f = add_fields(&records, "ads", KIND_AD);
    bool is_done = true;
    for (unsigned i = 0; is_done && i < ads; i++) {
        struct record record = {
            .kind = KIND_AD, .resource = f.resource, .begin = TIME_NONE, .end = TIME_NONE};
        compose(&text, &random, i % 20000);
        *bytes += text.length;
        is_done = record_table_add(&records, &record, span_of("")) &&
                  record_table_add_cell(&records, f.text, buffer_all(&text));
    }
    double plain = plain_pass(&records, &sum);
    printf("%-28s 1 thread  %7.2f s %8.1f MB/s (sum %llu)\n", "plain pass", plain,
           (double)*bytes / plain / 1e6, (unsigned long long)sum);
    is_done = is_done && run(&records, 1, "texts, all types", *bytes);
    record_table_release(&records);
    buffer_release(&text);
    return is_done;
}

int main(int argc, char **argv)
{
    unsigned ads = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 200000;
    struct record_table records;
    size_t text_bytes = 0;
    size_t bytes = 0;
    record_table_init(&records);
    bool is_done = texts_only(ads, &text_bytes) && fill(&records, ads, &bytes);
    is_done = is_done && run(&records, 1, "ads and calls", bytes) && run(&records, 2, "ads and calls", bytes);
    record_table_release(&records);
    return is_done ? 0 : 1;
}
