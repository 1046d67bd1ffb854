/* A whole case: the same bytes each time, a truth that fits the tables, nothing left behind after a failure.
 */
#include <bowline/simulation.h>

#include "base/buffer.h"
#include "sealing/digest.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <dirent.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const files[] = {"ads.csv",
                                    "stays.csv",
                                    "payments.csv",
                                    "calls.csv",
                                    "premises.csv",
                                    "persons.csv",
                                    "reports.jsonl",
                                    "truth.csv",
                                    "truth-entities.csv",
                                    "datapackage.json",
                                    "truth-identifiers.csv",
                                    "truth-decoys.csv",
                                    "truth-circuits.csv",
                                    "truth-money.csv",
                                    "truth-premises.csv"};

enum { FILES = sizeof files / sizeof *files };

static struct bowline_simulation small_case(void)
{
    struct bowline_simulation options = bowline_simulation_defaults;
    options.seed = 7;
    options.ads = 300;
    options.stays = 60;
    options.payments = 150;
    options.calls = 61;
    options.rings = 2;
    return options;
}

static char *make_folder(char path[40])
{
    memcpy(path, "/tmp/bowline-simulate-XXXXXX", 29);
    assert_non_null(mkdtemp(path));
    return path;
}

static void remove_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY);
    for (size_t i = 0; i < FILES; i++)
        unlinkat(folder, files[i], 0);
    close(folder);
    assert_int_equal(rmdir(path), 0);
}

static size_t files_in(const char *path)
{
    DIR *folder = opendir(path);
    size_t count = 0;
    assert_non_null(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count - 2;
}

static struct buffer read_file(const char *path, const char *name)
{
    struct buffer bytes;
    int folder = open(path, O_RDONLY | O_DIRECTORY);
    int file = openat(folder, name, O_RDONLY);
    ssize_t got = 1;
    buffer_init(&bytes, 1 << 26);
    assert_true(file >= 0);
    while (got > 0) {
        assert_true(buffer_reserve(&bytes, 65536));
        got = read(file, bytes.data + bytes.length, 65535);
        bytes.length += got > 0 ? (size_t)got : 0;
    }
    close(file);
    close(folder);
    bytes.data[bytes.length] = '\0';
    return bytes;
}

static void digest_of(const struct bowline_simulation *options, char hex[DIGEST_HEX])
{
    char path[40];
    struct digest digest;
    assert_int_equal(bowline_simulate(make_folder(path), options, NULL), BOWLINE_OK);
    assert_int_equal(files_in(path), FILES);
    digest_init(&digest);
    for (size_t i = 0; i < FILES; i++) {
        struct buffer bytes = read_file(path, files[i]);
        digest_update(&digest, bytes.data, bytes.length);
        buffer_release(&bytes);
    }
    digest_finish(&digest, hex);
    remove_folder(path);
}

static void same_seed_same_bytes(void **state)
{
    (void)state;
    char first[DIGEST_HEX];
    char second[DIGEST_HEX];
    char other[DIGEST_HEX];
    struct bowline_simulation small = small_case();
    struct bowline_simulation changed = small;
    changed.seed++;
    digest_of(&small, first);
    digest_of(&small, second);
    digest_of(&changed, other);
    assert_string_equal(first, second);
    assert_string_not_equal(first, other);
}

/* The digest of all files in the order of the list above, on any machine. It changes when the model does. */
static void bytes_are_those_of_every_machine(void **state)
{
    (void)state;
    struct bowline_simulation small = small_case();
    char hex[DIGEST_HEX];
    digest_of(&small, hex);
    assert_string_equal(hex, "0f22370f319d354e49d857c2f39eebb51b40c6727322ff254f5f6ad3b337582a");
}

/* Without the header; cells may hold quoted line breaks. */
static size_t count_rows(const struct buffer *bytes)
{
    size_t rows = 0;
    bool quoted = false;
    for (size_t i = 0; i < bytes->length; i++) {
        quoted ^= bytes->data[i] == '"';
        rows += bytes->data[i] == '\n' && !quoted;
    }
    return rows - 1;
}

static void rows_are_as_asked(void **state)
{
    (void)state;
    struct bowline_simulation small = small_case();
    static const size_t rows[] = {300, 60, 150, 61};
    char path[40];
    assert_int_equal(bowline_simulate(make_folder(path), &small, NULL), BOWLINE_OK);
    for (size_t i = 0; i < 4; i++) {
        struct buffer bytes = read_file(path, files[i]);
        assert_int_equal(count_rows(&bytes), rows[i]);
        buffer_release(&bytes);
    }
    remove_folder(path);
}

struct truth_row {
    char resource[16], id[16], entity[16], network[16];
};

static size_t read_truth(const char *path, struct truth_row *rows, size_t most)
{
    struct buffer bytes = read_file(path, "truth.csv");
    size_t count = 0;
    char *save = NULL;
    char *line = strtok_r(bytes.data, "\n", &save);
    assert_string_equal(line, "resource,id,entity,network");
    while ((line = strtok_r(NULL, "\n", &save))) {
        struct truth_row *row = &rows[count++];
        char *fields[] = {row->resource, row->id, row->entity, row->network};
        assert_true(count < most);
        for (size_t i = 0; i < 4; i++) {
            char *end = strchr(line, ',');
            size_t length = end && i < 3 ? (size_t)(end - line) : strlen(line);
            assert_true(length < 16);
            memcpy(fields[i], line, length);
            fields[i][length] = '\0';
            line += length + (i < 3);
        }
    }
    buffer_release(&bytes);
    return count;
}

static size_t with_same_entity(const struct truth_row *rows, size_t count, const char *entity)
{
    size_t same = 0;
    for (size_t i = 0; i < count; i++)
        same += strcmp(rows[i].entity, entity) == 0;
    return same;
}

/* Each row of each table has its truth, in the tables' order; no entity has one record; a ring's entity is in
 * its network everywhere. */
static void truth_fits_the_tables(void **state)
{
    (void)state;
    struct bowline_simulation small = small_case();
    enum { MOST = 2000 };
    static struct truth_row rows[MOST];
    char path[40];
    assert_int_equal(bowline_simulate(make_folder(path), &small, NULL), BOWLINE_OK);
    size_t count = read_truth(path, rows, MOST);
    size_t networks = 0;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].entity[0])
            assert_true(with_same_entity(rows, count, rows[i].entity) >= 2);
        networks += rows[i].network[0] != '\0';
        for (size_t j = 0; j < i && rows[i].entity[0]; j++)
            if (strcmp(rows[i].entity, rows[j].entity) == 0)
                assert_string_equal(rows[i].network, rows[j].network);
    }
    assert_true(networks > 60);
    size_t at = 0;
    for (size_t i = 0; i < 7; i++) {
        struct buffer bytes = read_file(path, files[i]);
        size_t table_rows = count_rows(&bytes) + (i == 6); /* JSON Lines have no header */
        for (size_t row = 0; row < table_rows; row++, at++)
            assert_memory_equal(rows[at].resource, files[i], strlen(rows[at].resource));
        assert_non_null(strstr(bytes.data, rows[at - 1].id));
        buffer_release(&bytes);
    }
    assert_int_equal(at, count);
    remove_folder(path);
}

static void package_and_reports_are_json(void **state)
{
    (void)state;
    struct bowline_simulation small = small_case();
    char path[40];
    assert_int_equal(bowline_simulate(make_folder(path), &small, NULL), BOWLINE_OK);
    struct buffer bytes = read_file(path, "datapackage.json");
    json_t *package = json_loads(bytes.data, JSON_REJECT_DUPLICATES, NULL);
    assert_int_equal(json_array_size(json_object_get(package, "resources")), 7);
    json_decref(package);
    buffer_release(&bytes);
    bytes = read_file(path, "reports.jsonl");
    char *save = NULL;
    size_t reports = 0;
    for (char *line = strtok_r(bytes.data, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        json_t *report = json_loads(line, JSON_REJECT_DUPLICATES, NULL);
        assert_int_equal(json_object_size(report), 5);
        assert_null(strchr(json_string_value(json_object_get(report, "text")), '$'));
        json_decref(report);
        reports++;
    }
    assert_int_equal(reports, 12);
    buffer_release(&bytes);
    remove_folder(path);
}

static void a_file_that_is_there_stays(void **state)
{
    (void)state;
    struct bowline_simulation small = small_case();
    char path[40];
    struct bowline_error err = {0};
    int folder = open(make_folder(path), O_RDONLY | O_DIRECTORY);
    int file = openat(folder, "calls.csv", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write(file, "mine", 4), 4);
    close(file);
    assert_int_equal(bowline_simulate(path, &small, &err), BOWLINE_ERROR_ARGUMENT);
    assert_non_null(strstr(err.message, path));
    assert_non_null(strstr(err.message, "calls.csv is there already"));
    assert_int_equal(files_in(path), 1);
    struct buffer bytes = read_file(path, "calls.csv");
    assert_string_equal(bytes.data, "mine");
    buffer_release(&bytes);
    close(folder);
    remove_folder(path);
}

static void folders_that_cannot_be_are_told(void **state)
{
    (void)state;
    struct bowline_simulation small = small_case();
    struct bowline_error err = {0};
    assert_int_not_equal(bowline_simulate("/dev/null/case", &small, &err), BOWLINE_OK);
    assert_non_null(strstr(err.message, "/dev/null/case"));
    assert_int_not_equal(bowline_simulate("/dev/null", &small, &err), BOWLINE_OK);
    assert_non_null(strstr(err.message, "/dev/null"));
    if (geteuid() == 0)
        return; /* root writes everywhere */
    char path[40];
    assert_int_equal(chmod(make_folder(path), 0500), 0);
    assert_int_equal(bowline_simulate(path, &small, &err), BOWLINE_ERROR_PERMISSION);
    remove_folder(path);
}

static void folder_is_made(void **state)
{
    (void)state;
    struct bowline_simulation small = small_case();
    char path[40];
    make_folder(path);
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(bowline_simulate(path, &small, NULL), BOWLINE_OK);
    remove_folder(path);
}

static void memory_fails(void **state)
{
    (void)state;
    struct bowline_simulation tiny = small_case();
    tiny.ads = 40;
    tiny.stays = tiny.calls = 10;
    tiny.payments = 20;
    tiny.rings = 1;
    tiny.obfuscation = tiny.dirt = 30;
    char path[40];
    make_folder(path);
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        failing_memory_begin(&memory, n);
        enum bowline_status status = bowline_simulate(path, &tiny, NULL);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
        assert_int_equal(files_in(path), 0);
    }
    assert_int_equal(files_in(path), FILES);
    remove_folder(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_seed_same_bytes),
        cmocka_unit_test(bytes_are_those_of_every_machine),
        cmocka_unit_test(rows_are_as_asked),
        cmocka_unit_test(truth_fits_the_tables),
        cmocka_unit_test(package_and_reports_are_json),
        cmocka_unit_test(a_file_that_is_there_stays),
        cmocka_unit_test(folders_that_cannot_be_are_told),
        cmocka_unit_test(folder_is_made),
        cmocka_unit_test(memory_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
