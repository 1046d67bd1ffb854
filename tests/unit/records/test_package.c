/* package: what a data package says, each error with the place and the words that are allowed, and writing it
 * again. */
#include "records/package.h"
#include "support/cmocka_all.h"
#include "support/failing_memory.h"

#include <stdio.h>

static const char example[] =
    "{\"title\": \"Example\", \"bowline\": {\"places\": {\"the docks\": \"be:antwerp\"}}, \"resources\": ["
    "{\"name\": \"stays\", \"path\": \"data/stays.csv.gz\", \"encoding\": \"latin-1\","
    " \"dialect\": {\"delimiter\": \";\"}, \"bowline\": {\"kind\": \"stay\"}, \"schema\": {\"fields\": ["
    "  {\"name\": \"ref\", \"bowline\": \"id\"},"
    "  {\"name\": \"in\", \"type\": \"date\", \"format\": \"%d/%m/%Y\", \"bowline\": \"start\"},"
    "  {\"name\": \"tel\", \"bowline\": \"booker.phone\"}, {\"name\": \"room\"}]}},"
    "{\"name\": \"calls\", \"path\": \"calls.jsonl\", \"bowline\": {\"kind\": \"call\"},"
    " \"schema\": {\"fields\": [{\"name\": \"a\", \"bowline\": \"phone\"}]}}]}";

static void check_example(const struct package *package)
{
    assert_string_equal(package->title, "Example");
    assert_int_equal(package->resource_count, 2);
    assert_int_equal(package->alias_count, 1);
    assert_string_equal(package->aliases[0].name, "the docks");
    assert_string_equal(package->aliases[0].place, "be:antwerp");
    const struct package_resource *stays = &package->resources[0];
    assert_string_equal(stays->path, "data/stays.csv.gz");
    assert_string_equal(stays->encoding, "latin-1");
    assert_int_equal(stays->delimiter, ';');
    assert_int_equal(stays->kind, KIND_STAY);
    assert_int_equal(stays->field_count, 4);
    assert_int_equal(stays->fields[0].role.type, TYPE_ID);
    assert_string_equal(stays->fields[1].format, "%d/%m/%Y");
    assert_int_equal(stays->fields[2].role.party, PARTY_BOOKER);
    assert_int_equal(stays->fields[2].role.type, TYPE_PHONE);
    assert_int_equal(stays->fields[3].role.type, TYPE_NONE);
    assert_int_equal(package->resources[1].format, FORMAT_JSON_LINES);
    assert_int_equal(package->resources[1].fields[0].role.party, PARTY_FROM);
}

static void a_package_is_read_and_written_again(void **state)
{
    (void)state;
    struct package package;
    struct package again;
    struct buffer text;
    struct bowline_error err = {0};
    buffer_init(&text, 1 << 16);
    assert_int_equal(package_parse(span_of(example), &package, &err), BOWLINE_OK);
    check_example(&package);
    package_write(&package, &text);
    assert_true(buffer_ok(&text));
    assert_int_equal(package_parse(buffer_all(&text), &again, &err), BOWLINE_OK);
    check_example(&again);
    package_release(&package);
    package_release(&again);
    buffer_release(&text);
}

static void a_package_describes_a_record_table(void **state)
{
    (void)state;
    struct package package;
    struct record_table table;
    record_table_init(&table);
    assert_int_equal(package_parse(span_of(example), &package, NULL), BOWLINE_OK);
    for (size_t r = 0; r < package.resource_count; r++) {
        const struct package_resource *resource = &package.resources[r];
        resource_id id = record_table_add_resource(&table, resource->name, resource->kind);
        assert_true(package_describe(resource, &table, id));
    }
    assert_int_equal(table.resource_count, 2);
    assert_int_equal(table.field_count, 5);
    assert_int_equal(table.resources[2].first_field, 5);
    assert_string_equal(table.fields[3].name, "tel");
    assert_int_equal(table.fields[3].column, 2);
    record_table_release(&table);
    package_release(&package);
}

static void a_dialect_and_a_decimal_sign_are_written_again(void **state)
{
    (void)state;
    struct package package;
    struct package again;
    struct buffer text;
    buffer_init(&text, 1 << 16);
    assert_int_equal(package_parse(span_of("{\"resources\":[{\"name\":\"p\",\"path\":\"p.csv\","
                                           "\"bowline\":{\"kind\":\"payment\"},"
                                           "\"dialect\":{\"header\":false,\"delimiter\":\";\"},"
                                           "\"schema\":{\"fields\":[{\"name\":\"a\",\"bowline\":\"amount\","
                                           "\"decimalChar\":\",\"}]}}]}"),
                                   &package, NULL),
                     BOWLINE_OK);
    package_write(&package, &text);
    assert_int_equal(package_parse(buffer_all(&text), &again, NULL), BOWLINE_OK);
    assert_true(again.resources[0].is_headless);
    assert_int_equal(again.resources[0].delimiter, ';');
    assert_string_equal(again.resources[0].fields[0].format, ",");
    package_release(&package);
    package_release(&again);
    buffer_release(&text);
}

/* The error must name each of the words. */
static void assert_error(const char *text, const char *const *words)
{
    struct package package;
    struct bowline_error err = {0};
    assert_int_equal(package_parse(span_of(text), &package, &err), BOWLINE_ERROR_INPUT);
    for (; *words; words++)
        if (!strstr(err.message, *words))
            fail_msg("\"%s\" is not in: %s", *words, err.message);
    assert_int_equal(package.resource_count, 0);
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void assert_field_error(const char *kind, const char *field, const char *const *words)
{
    char text[1000];
    snprintf(text, sizeof text,
             "{\"resources\":[{\"name\":\"r1\",\"path\":\"a.csv\",\"bowline\":{\"kind\":\"%s\"},"
             "\"schema\":{\"fields\":[{\"name\":\"f1\",%s}]}}]}",
             kind, field);
    assert_error(text, words);
}

static void errors_name_the_place_and_the_words(void **state)
{
    (void)state;
    assert_field_error("advert", "\"bowline\":\"id\"", WORDS("r1", "advert", "ad, stay, payment"));
    assert_field_error("ad", "\"bowline\":\"telephone\"",
                       WORDS("r1", "f1", "telephone", "phone", "handling"));
    assert_field_error("ad", "\"bowline\":\"booker.phone\"",
                       WORDS("r1", "f1", "booker", "contact, advertised"));
    assert_field_error("ad", "\"bowline\":\"nobody.phone\"", WORDS("r1", "f1", "nobody"));
    assert_field_error("person", "\"bowline\":\"from.phone\"", WORDS("r1", "f1", "leave the party out"));
    assert_field_error("ad", "\"bowline\":7", WORDS("r1", "f1"));
    assert_field_error("ad", "\"bowline\":\"time\",\"format\":\"any\"", WORDS("r1", "f1", "any"));
    assert_field_error("ad", "\"bowline\":\"time\",\"format\":\"%Q\"", WORDS("r1", "f1", "%Q"));
    assert_field_error("payment", "\"bowline\":\"amount\",\"decimalChar\":\";\"",
                       WORDS("r1", "f1", "decimalChar"));
    assert_field_error("ad", "\"bowline\":\"id\"},{\"name\":\"f1\"", WORDS("r1", "f1", "two fields"));
}

static void assert_resource_error(const char *rest, const char *word)
{
    char text[1000];
    snprintf(text, sizeof text, "{\"resources\":[{\"name\":\"r1\",\"bowline\":{\"kind\":\"ad\"},%s}]}", rest);
    assert_error(text, WORDS("r1", word));
}

#define FIELDS "\"schema\":{\"fields\":[{\"name\":\"a\"}]}"

static void resources_must_be_whole_and_stay_in_their_folder(void **state)
{
    (void)state;
    assert_resource_error(FIELDS, "path");
    assert_resource_error("\"path\":\"/etc/a.csv\"," FIELDS, "path");
    assert_resource_error("\"path\":\"../a.csv\"," FIELDS, "path");
    assert_resource_error("\"path\":\"b/../../a.csv\"," FIELDS, "path");
    assert_resource_error("\"path\":[\"a.csv\",\"b.csv\"]," FIELDS, "path");
    assert_resource_error("\"path\":\"a.csv\",\"format\":\"xls\"," FIELDS, "xls");
    assert_resource_error("\"path\":\"a.csv\",\"encoding\":\"klingon\"," FIELDS, "utf-8");
    assert_resource_error("\"path\":\"a.csv\",\"dialect\":{\"delimiter\":\"ab\"}," FIELDS, "delimiter");
    assert_resource_error("\"path\":\"a.csv\"", "fields");
    assert_error("{\"resources\":[]}", WORDS("resources"));
    assert_error("{\"resources\":[7]}", WORDS("name"));
    assert_error("[1,", WORDS("line 1"));
    assert_error("{\"resources\":[{\"name\":\"r\",\"path\":\"a\",\"bowline\":{\"kind\":\"ad\"}," FIELDS
                 "},{\"name\":\"r\",\"path\":\"b\",\"bowline\":{\"kind\":\"ad\"}," FIELDS "}]}",
                 WORDS("two resources"));
}

static void memory_may_fail_anywhere(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct package package;
        failing_memory_begin(&memory, n);
        enum bowline_status status = package_parse(span_of(example), &package, NULL);
        bool failed = failing_memory_end(&memory);
        package_release(&package);
        assert_int_equal(status, failed ? BOWLINE_ERROR_MEMORY : BOWLINE_OK);
        if (!failed) {
            assert_true(n > 10);
            break;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_package_is_read_and_written_again),
        cmocka_unit_test(a_package_describes_a_record_table),
        cmocka_unit_test(a_dialect_and_a_decimal_sign_are_written_again),
        cmocka_unit_test(errors_name_the_place_and_the_words),
        cmocka_unit_test(resources_must_be_whole_and_stay_in_their_folder),
        cmocka_unit_test(memory_may_fail_anywhere),
    };
    return cmocka_run_group_tests_name("package", tests, NULL, NULL);
}
