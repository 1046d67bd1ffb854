/* Identifiers: texts alone with all types on, beside a plain pass over the same bytes and beside grep -P with
 * patterns for the same types; then ads with a phone column and calls, on one and two threads. Texts in four
 * sorts: nothing to find, plain contacts, hidden ones, and other scripts. Seconds are of the processor for
 * one thread, since other work on the machine does not lengthen them. bench_identifiers [ADS]. */
#include "base/memory.h"
#include "base/random.h"
#include "identifiers/identifier_table.h"
#include "pipeline/pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double used(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
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

enum sort { SORT_EMPTY, SORT_PLAIN, SORT_HIDDEN, SORT_WIDE, SORT_COUNT };
static const char *const sort_names[SORT_COUNT] = {"nothing to find", "plain contacts", "hidden contacts",
                                                   "Cyrillic"};

static const char *const wide_words[] = {"новая", "девушка", "в",      "городе",   "массаж",  "приятный",
                                         "вечер", "звоните", "каждый", "день",     "с",       "10",
                                         "до",    "22",      "центр",  "рядом",    "станция", "100",
                                         "евро",  "час",     "отель",  "приезжай", "сама",    "новая"};

static void append_wide(struct buffer *out, struct random *random, size_t length)
{
    size_t end = out->length + length;
    while (out->length < end)
        buffer_format(out, "%s ", wide_words[random_below(random, 24)]);
}

/* Numbers are of the ranges kept for fiction. */
static void append_plain(struct buffer *out, struct random *random, unsigned number)
{
    switch (random_below(random, 10)) {
    case 0: break;
    case 1: buffer_format(out, "mail m%u@example.org ", number); break;
    case 2: buffer_format(out, "t.me/user_%u ", number); break;
    case 3: buffer_format(out, "www.example.com/%u ", number); break;
    default: buffer_format(out, "+1 %03u 555 01%02u ", 201 + number / 100 % 600, number % 100);
    }
}

static void append_hidden(struct buffer *out, struct random *random, unsigned number)
{
    static const char *const digits[] = {"zero", "one", "two",   "three", "four",
                                         "five", "six", "seven", "eight", "nine"};
    unsigned n = number % 100;
    switch (random_below(random, 6)) {
    case 0:
        buffer_format(out, "plus one two zero two five five five zero one %s %s ", digits[n / 10],
                      digits[n % 10]);
        break;
    case 1: buffer_format(out, "m%u (at) example (dot) org ", number); break;
    case 2: buffer_format(out, "+1*202*555*01%02u ", n); break;
    case 3: buffer_format(out, "+1 2O2 55S OI%02u ", n); break;
    case 4: buffer_format(out, "my insta is user_%u ", number); break;
    default: buffer_format(out, "hxxp://example[.]com/%u ", number);
    }
}

/* About 500 bytes. */
static void compose(struct buffer *out, struct random *random, unsigned number, enum sort sort)
{
    void (*append)(struct buffer *, struct random *, size_t) = sort == SORT_WIDE ? append_wide : append_words;
    buffer_reset(out);
    append(out, random, 240);
    if (sort == SORT_HIDDEN)
        append_hidden(out, random, number);
    else if (sort != SORT_EMPTY)
        append_plain(out, random, number);
    append(out, random, 240);
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
        compose(&text, &random, number, SORT_PLAIN);
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

/* What a person would write for the same types, numerals of one language only. */
static const char patterns[] =
    "(?:\\+|00)[0-9][0-9 ()./-]{6,22}[0-9]|\\b0[0-9][0-9 ()./*_-]{6,18}[0-9]|"
    "(?:\\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|double|triple|plus|twenty|thirty|"
    "forty|fifty|sixty|"
    "seventy|eighty|ninety)\\b[ ,.*-]*){7,}|[A-Za-z0-9._%+-]+ ?(?:@|[(\\[{]at[)\\]}]| at ) ?[A-Za-z0-9-]+ "
    "?(?:\\.|[(\\[{]dot"
    "[)\\]}]| dot ) ?[A-Za-z]{2,}|\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}|\\b(?:h[tx]{2}ps?://|www\\.)[^ ]+|"
    "\\b[a-z0-9-]+(?:\\[\\.\\]|\\.)(?:com|net|org)\\b[^ "
    "]*|\\b(?:telegram|tg|insta|instagram|whatsapp|wa|snap)[ :@a-z]*[@:] ?"
    "[a-z0-9._]{3,}|\\b(?:bc1[a-z0-9]{11,71}|[13][A-Za-z0-9]{25,34}|0x[0-9a-fA-F]{40})\\b";

/* Seconds of the processor that grep took over the file, or 0. */
static double grep_seconds(const char *path)
{
    pid_t child = fork();
    if (child == 0) {
        /* not /dev/null, where grep stops at the first match */
        FILE *answers = tmpfile();
        if (answers)
            dup2(fileno(answers), STDOUT_FILENO);
        execlp("grep", "grep", "-oaP", patterns, path, (char *)NULL);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        return 0;
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec * 1e-6;
}

static void print_grep(const struct record_table *records, size_t bytes)
{
    char path[] = "/tmp/bench_identifiers.XXXXXX";
    int file = mkstemp(path);
    if (file < 0)
        return;
    const struct buffer *pool = &records->pool;
    double seconds = write(file, pool->data, pool->length) == (ssize_t)pool->length ? grep_seconds(path) : 0;
    close(file);
    unlink(path);
    if (seconds > 0)
        printf("  %-26s 1 thread  %7.2f s %8.1f MB/s\n", "grep -P", seconds, (double)bytes / seconds / 1e6);
}

static bool run(const struct record_table *records, unsigned threads, const char *what, size_t bytes)
{
    struct identifier_table table;
    struct pool *pool;
    if (pool_new(threads, NULL, NULL, &pool, NULL) != BOWLINE_OK)
        return false;
    double begin = threads == 1 ? used() : now();
    bool is_done = identifier_table_build(records, pool_parallel(pool), &table, NULL) == BOWLINE_OK;
    double seconds = (threads == 1 ? used() : now()) - begin;
    pool_free(pool);
    printf("  %-26s %u threads %7.2f s %8.1f MB/s of text, %u values, %zu uses, %zu rejects\n", what, threads,
           seconds, (double)bytes / seconds / 1e6, table.count, table.use_count, table.reject_count);
    identifier_table_release(&table);
    return is_done;
}

static bool texts_of(unsigned ads, enum sort sort)
{
    struct record_table records;
    struct random random;
    struct buffer text;
    uint64_t sum = 0;
    size_t bytes = 0;
    random_init(&random, 2);
    buffer_init(&text, 1u << 20);
    record_table_init(&records);
    struct fields f = add_fields(&records, "ads", KIND_AD);
    bool is_done = true;
    for (unsigned i = 0; is_done && i < ads; i++) {
        struct record record = {
            .kind = KIND_AD, .resource = f.resource, .begin = TIME_NONE, .end = TIME_NONE};
        compose(&text, &random, i % 20000, sort);
        buffer_append_char(&text, '\n');
        bytes += text.length;
        is_done = record_table_add(&records, &record, span_of("")) &&
                  record_table_add_cell(&records, f.text, buffer_all(&text));
    }
    printf("texts, %s\n", sort_names[sort]);
    double plain = plain_pass(&records, &sum);
    printf("  %-26s 1 thread  %7.2f s %8.1f MB/s (sum %llu)\n", "plain pass", plain,
           (double)bytes / plain / 1e6, (unsigned long long)sum);
    is_done = is_done && run(&records, 1, "all types", bytes);
    print_grep(&records, bytes);
    record_table_release(&records);
    buffer_release(&text);
    return is_done;
}

int main(int argc, char **argv)
{
    unsigned ads = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 200000;
    struct record_table records;
    size_t bytes = 0;
    bool is_done = true;
    record_table_init(&records);
    for (enum sort sort = SORT_EMPTY; is_done && sort < SORT_COUNT; sort++)
        is_done = texts_of(ads, sort);
    is_done = is_done && fill(&records, ads, &bytes);
    printf("ads with a phone column, and calls\n");
    is_done = is_done && run(&records, 1, "all types", bytes) && run(&records, 2, "all types", bytes);
    record_table_release(&records);
    return is_done ? 0 : 1;
}
