/* Reading CSV on one core, beside a plain read and a count of the lines of the same file. The file is the
 * argument, else 200 MB of invented ads in a temporary file. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/random.h"
#include "records/csv.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { BLOCK = 1 << 18, ROUNDS = 3 };

struct figure {
    double seconds;
    uint64_t bytes, count;
};

typedef bool handle_block(void *context, struct span block);

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool read_file(int file, char *block, handle_block *handle, void *context, uint64_t *bytes)
{
    ssize_t got;
    *bytes = 0;
    if (lseek(file, 0, SEEK_SET) != 0)
        return false;
    while ((got = read(file, block, BLOCK)) > 0) {
        *bytes += (uint64_t)got;
        if (!handle(context, (struct span){block, (size_t)got}))
            return false;
    }
    return got == 0;
}

static bool touch(void *context, struct span block)
{
    *(uint64_t *)context += (unsigned char)block.at[0];
    return true;
}

static bool count_lines(void *context, struct span block)
{
    uint64_t *lines = context;
    const char *end = block.at + block.length;
    for (const char *at = block.at; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        ++*lines;
    return true;
}

struct reading {
    struct csv_reader *reader;
    uint64_t rows, cells, rejected;
};

static bool take_rows(struct reading *reading)
{
    struct csv_row row;
    enum csv_result result;
    while ((result = csv_reader_next(reading->reader, &row)) == CSV_ROW) {
        reading->rows++;
        reading->cells += row.count;
        reading->rejected += row.problem != NULL;
    }
    return result != CSV_MEMORY;
}

static bool parse(void *context, struct span block)
{
    struct reading *reading = context;
    return csv_reader_push(reading->reader, block) && take_rows(reading);
}

/* The best of a few rounds: what else the machine does only ever makes it slower. */
static bool measure_plain(int file, char *block, handle_block *handle, struct figure *out)
{
    out->seconds = 1e9;
    for (unsigned round = 0; round < ROUNDS; round++) {
        double start = now();
        out->count = 0;
        if (!read_file(file, block, handle, &out->count, &out->bytes))
            return false;
        double seconds = now() - start;
        out->seconds = seconds < out->seconds ? seconds : out->seconds;
    }
    return true;
}

static bool measure_csv(int file, char *block, char delimiter, struct figure *out, struct reading *reading)
{
    out->seconds = 1e9;
    for (unsigned round = 0; round < ROUNDS; round++) {
        double start = now();
        *reading = (struct reading){
            .reader = csv_reader_new((struct csv_dialect){delimiter, '"'}, ENCODING_UTF_8, 0)};
        bool ok = reading->reader && read_file(file, block, parse, reading, &out->bytes);
        if (ok)
            csv_reader_finish(reading->reader);
        ok = ok && take_rows(reading);
        csv_reader_free(reading->reader);
        if (!ok)
            return false;
        double seconds = now() - start;
        out->seconds = seconds < out->seconds ? seconds : out->seconds;
    }
    return true;
}

static void append_ad(struct random *r, uint32_t number, struct buffer *out)
{
    static const char *const words[] = {"new",  "in",      "town",    "for",    "a",    "short",
                                        "stay", "call",    "or",      "write",  "from", "morning",
                                        "till", "late",    "central", "quiet",  "flat", "near",
                                        "the",  "station", "free",    "parking"};
    buffer_format(
        out, "A-%u,2025-%02u-%02uT%02u:%02u:00Z,Antwerp,BE,+32 470 %02u %02u %02u,user%u@example.org,",
        number, 1 + random_below(r, 12), 1 + random_below(r, 28), random_below(r, 24), random_below(r, 60),
        random_below(r, 100), random_below(r, 100), random_below(r, 100), random_below(r, 100000));
    buffer_append_char(out, '"');
    for (unsigned w = 50 + random_below(r, 50); w > 0; w--) {
        buffer_append_text(out, words[random_below(r, sizeof words / sizeof *words)]);
        buffer_append_text(out, random_below(r, 12)  ? " "
                                : random_below(r, 4) ? ", "
                                : random_below(r, 2) ? "\n"
                                                     : " \"\"now\"\" ");
    }
    buffer_append_text(out, "\",example.org\n");
}

static bool invent(int file)
{
    struct random random;
    struct buffer out;
    uint32_t number = 0;
    bool ok = true;
    random_init(&random, 1);
    buffer_init(&out, (size_t)1 << 30);
    buffer_append_text(&out, "id,time,place,country,phone,email,body,site\n");
    for (uint64_t bytes = 0; ok && bytes < 200000000; buffer_reset(&out)) {
        while (out.length < BLOCK)
            append_ad(&random, ++number, &out);
        ok = buffer_ok(&out) && write(file, out.data, out.length) == (ssize_t)out.length;
        bytes += out.length;
    }
    buffer_release(&out);
    return ok;
}

static int open_input(int argc, char **argv)
{
    char path[] = "/tmp/bench_csv_XXXXXX";
    if (argc > 1)
        return open(argv[1], O_RDONLY | O_CLOEXEC);
    int file = mkstemp(path);
    if (file >= 0)
        unlink(path);
    if (file >= 0 && !invent(file)) {
        close(file);
        return -1;
    }
    return file;
}

static void print(const char *name, const struct figure *figure, const struct figure *plain)
{
    printf("%-12s %8.0f MB/s  %5.2f times a plain read\n", name,
           (double)figure->bytes / 1e6 / figure->seconds, figure->seconds / plain->seconds);
}

static bool bench(int file)
{
    struct figure plain = {0};
    struct figure lines = {0};
    struct figure csv = {0};
    struct reading reading = {0};
    char *block = memory_new(BLOCK, 1);
    bool ok = block && measure_plain(file, block, touch, &plain);
    ssize_t head = ok ? pread(file, block, BLOCK, 0) : 0;
    char delimiter = head > 0 ? csv_sniff((struct span){block, (size_t)head}).delimiter : ',';
    ok = ok && measure_plain(file, block, count_lines, &lines) &&
         measure_csv(file, block, delimiter, &csv, &reading);
    memory_free(block);
    if (!ok)
        return false;
    printf("%.1f MB, %llu lines, %llu rows, %llu cells, %llu rejected\n", (double)plain.bytes / 1e6,
           (unsigned long long)lines.count, (unsigned long long)reading.rows,
           (unsigned long long)reading.cells, (unsigned long long)reading.rejected);
    print("read", &plain, &plain);
    print("count lines", &lines, &plain);
    print("parse csv", &csv, &plain);
    return true;
}

int main(int argc, char **argv)
{
    int file = open_input(argc, argv);
    bool ok = file >= 0 && bench(file);
    if (file >= 0)
        close(file);
    if (!ok)
        fprintf(stderr, "bench_csv: cannot read the input\n");
    return !ok;
}
